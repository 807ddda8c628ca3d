//! Files that people upload for a message: checked, kept under their hash, and named by the message later.

use guildhall_core::support::{FileInput, check_file};
use guildhall_core::{FieldFault, Id};
use sha2::{Digest, Sha256};

use super::{Portal, PortalError};
use crate::secrets::fresh_id;
use crate::store::StoredFile;

/// Why a file was not taken.
#[derive(Debug)]
pub enum UploadError {
    /// It breaks the programme's rules.
    Faulty(Vec<FieldFault>),
    /// Too many files of this person wait for a message.
    TooMany {
        /// The limit.
        most: u32,
    },
    /// The key of the request was used for another file.
    KeyReused,
    /// Something else.
    Portal(PortalError),
}

/// A file that is kept.
#[derive(Debug)]
pub struct Uploaded {
    /// As a message names it.
    pub file: FileInput,
    /// Whether the same request had come before, and nothing was done.
    pub again: bool,
}

impl From<PortalError> for UploadError {
    fn from(error: PortalError) -> Self {
        Self::Portal(error)
    }
}

impl Portal {
    /// Keeps a file for a message that `principal` is about to write in `tenant`. One that no message names goes after a
    /// day. With a `key` the same file is kept once, however often it is sent: the key decides the file's id.
    pub async fn upload(
        &self,
        tenant: Id,
        principal: Id,
        (name, media_type): (&str, &str),
        content: &[u8],
        key: Option<&str>,
    ) -> Result<Uploaded, UploadError> {
        let rules = self.program.support();
        let id = match key {
            Some(key) => keyed_id(tenant, principal, key),
            None => fresh_id().map_err(PortalError::from)?,
        };
        let (tenant, principal) = (tenant.to_string(), principal.to_string());
        let media_type = media_type.trim().to_ascii_lowercase();
        let bytes = u64::try_from(content.len()).unwrap_or(u64::MAX);
        let input = FileInput { id, name: name.trim().to_owned(), bytes, media_type };
        check_file(rules, &input).map_err(UploadError::Faulty)?;
        if !is_what_it_says(&input.media_type, content) {
            return Err(UploadError::Faulty(vec![FieldFault::new("media_type", "not_what_it_says")]));
        }
        let sha256 = data_encoding::HEXLOWER.encode(&Sha256::digest(content));
        let store = &self.services.store;
        if key.is_some()
            && let Some(known) = store.file(&tenant, &id.to_string()).await.map_err(PortalError::from)?
        {
            let same = (&known.sha256, &known.name, &known.media_type) == (&sha256, &input.name, &input.media_type);
            return if same { Ok(Uploaded { file: input, again: true }) } else { Err(UploadError::KeyReused) };
        }
        if store.waiting_files(&tenant, &principal).await.map_err(PortalError::from)? >= rules.files_most {
            return Err(UploadError::TooMany { most: rules.files_most });
        }
        let file = StoredFile {
            id: id.to_string(),
            principal,
            name: input.name.clone(),
            media_type: input.media_type.clone(),
            bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
            sha256,
            created_at: self.services.clock.millis(),
            kept: false,
        };
        store.create_file(&tenant, &file, content).await.map_err(PortalError::from)?;
        Ok(Uploaded { file: input, again: false })
    }

    /// The files with these ids, as they were uploaded by `principal` and no message has them yet; or the places of those
    /// that are not there.
    pub async fn uploaded(
        &self,
        tenant: Id,
        principal: Id,
        ids: &[String],
    ) -> Result<Result<Vec<FileInput>, Vec<FieldFault>>, PortalError> {
        let (tenant, principal) = (tenant.to_string(), principal.to_string());
        let (mut files, mut faults) = (Vec::new(), Vec::new());
        // A list that is longer is refused by the room, whatever is in it.
        let most = self.program.support().files_most as usize;
        for (n, text) in ids.iter().enumerate().take(most.saturating_add(1)) {
            let found = match text.parse::<Id>() {
                Ok(id) => self.services.store.file(&tenant, text).await?.map(|file| (id, file)),
                Err(_) => None,
            };
            match found.filter(|(_, file)| file.principal == principal && !file.kept) {
                Some((id, StoredFile { name, bytes, media_type, .. })) => {
                    files.push(FileInput { id, name, bytes: u64::try_from(bytes).unwrap_or_default(), media_type });
                }
                None => faults.push(FieldFault::new(format!("files[{n}]"), "unknown")),
            }
        }
        Ok(if faults.is_empty() { Ok(files) } else { Err(faults) })
    }

    /// The bytes of a file that a message has.
    pub async fn file_content(&self, tenant: Id, file: Id) -> Result<Option<Vec<u8>>, PortalError> {
        let tenant = tenant.to_string();
        let Some(file) = self.services.store.file(&tenant, &file.to_string()).await? else { return Ok(None) };
        Ok(self.services.store.file_content(&tenant, &file.sha256).await?)
    }
}

/// The id of the file that somebody sends under a key: theirs alone, the same each time.
fn keyed_id(tenant: Id, principal: Id, key: &str) -> Id {
    let digest = Sha256::new().chain_update(format!("file {tenant} {principal} ")).chain_update(key).finalize();
    let bits = digest.iter().take(16).fold(0, |bits: u128, byte| bits << 8 | u128::from(*byte));
    Id::from_bits(bits)
}

/// Whether bytes begin as files of their media type do; texts are UTF-8 without zeros.
fn is_what_it_says(media_type: &str, content: &[u8]) -> bool {
    let begins = |signature: &[u8]| content.starts_with(signature);
    match media_type {
        "application/pdf" => begins(b"%PDF-"),
        "image/png" => begins(b"\x89PNG\r\n\x1a\n"),
        "image/jpeg" => begins(b"\xff\xd8\xff"),
        "image/gif" => begins(b"GIF87a") || begins(b"GIF89a"),
        "image/webp" => begins(b"RIFF") && content.get(8..12) == Some(b"WEBP".as_slice()),
        office if office.starts_with("application/vnd.openxmlformats-officedocument.") => begins(b"PK\x03\x04"),
        text if text.starts_with("text/") || text == "application/json" => {
            std::str::from_utf8(content).is_ok_and(|text| !text.contains('\0'))
        }
        // A programme may allow more than this list knows; such a file is never shown, only saved.
        _ => true,
    }
}
