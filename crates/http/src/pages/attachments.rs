//! Files that go with a message: what a form says about them beforehand, and the form that was sent with them.
//!
//! Each file is kept as soon as it is read, so that no more than one is in memory, and so that a form which is shown again
//! because of a fault still has those that were good: they stand in it by their ids, ticked.

use askama::Template;
use axum::extract::multipart::{Field as Part, Multipart, MultipartRejection};
use axum::http::StatusCode;
use guildhall_core::program::SupportRules;
use guildhall_core::support::{FileInput, endings, media_type_of};
use guildhall_core::text::is_deceptive;
use guildhall_core::{FieldFault, Id};

use super::errors;
use super::locale::Words;
use super::once::{ONCE_FIELD, Once};
use super::pipeline::limited;
use super::view::Stop;
use super::visit::Visit;
use crate::cookies::FORM_FIELD;
use crate::guard::FORM_WITH_FILES_BYTES_MAX;
use crate::portal::UploadError;

/// The longest text of a field: what is longer than a message can be is for the core to refuse.
const FIELD_BYTES_MOST: usize = 256 * 1024;
/// The most fields beside the files.
const FIELDS_MOST: usize = 16;
/// The field of new files, and that of those which were kept before.
const FILES: &str = "files";
const KEPT: &str = "kept";
/// How much of a file's name a fault repeats.
const NAME_SHOWN: usize = 80;

/// A form as it was sent.
pub(super) type Posting = Result<Multipart, MultipartRejection>;

/// A file that is kept already.
#[derive(Debug, Clone)]
struct Kept {
    id: String,
    label: String,
}

/// The field for files.
#[derive(Debug, Clone, Template)]
#[template(path = "files.html")]
pub(super) struct FilesField {
    label: String,
    optional_word: String,
    hint: String,
    accept: String,
    pub(super) faults: Vec<String>,
    kept: Vec<Kept>,
    kept_label: String,
    bytes_most: u64,
    together_most: usize,
    files_most: u32,
    too_large: String,
    too_large_together: String,
    too_many: String,
    sending: String,
}

impl askama::filters::HtmlSafe for FilesField {}

impl FilesField {
    /// The field with what was kept before.
    pub(super) fn new(w: Words, rules: &SupportRules, kept: &[FileInput]) -> Self {
        let (most, each) = (w.number(i64::from(rules.files_most)), size(w, rules.file_bytes_most));
        let together = size(w, FORM_WITH_FILES_BYTES_MAX as u64);
        let types = type_names(rules);
        let values = [("files", most.as_str()), ("size", &each), ("together", &together), ("types", &types)];
        let say = |key: &str| w.with(key, &values).into_owned();
        let label = |file: &FileInput| {
            let bytes = size(w, file.bytes);
            w.with("support-file-label", &[("name", file.name.as_str()), ("size", &bytes)]).into_owned()
        };
        Self {
            label: w.t("support-files").into_owned(),
            optional_word: w.t("field-optional").into_owned(),
            hint: say("support-files-hint"),
            accept: accepted(rules),
            faults: Vec::new(),
            kept: kept.iter().map(|file| Kept { id: file.id.to_string(), label: label(file) }).collect(),
            kept_label: w.t("support-files-kept").into_owned(),
            bytes_most: rules.file_bytes_most,
            together_most: FORM_WITH_FILES_BYTES_MAX,
            files_most: rules.files_most,
            too_large: say("support-files-too-large"),
            too_large_together: say("support-files-too-large-together"),
            too_many: say("support-files-too-many"),
            sending: w.t("support-files-sending").into_owned(),
        }
    }

    pub(super) fn with_faults(mut self, faults: Vec<String>) -> Self {
        self.faults = faults;
        self
    }

    fn has_faults(&self) -> bool {
        !self.faults.is_empty()
    }
}

/// The types that may be attached, as people call them: by the endings of their names.
fn type_names(rules: &SupportRules) -> String {
    let name = |media_type: &String| match endings(media_type).first() {
        Some(ending) => ending.to_uppercase(),
        None => media_type.split_once('/').map_or(media_type.as_str(), |(_, of)| of).to_uppercase(),
    };
    let mut names: Vec<String> = rules.media_types.iter().map(name).collect();
    names.sort();
    names.join(", ")
}

/// The same for the browser, which offers only such files.
fn accepted(rules: &SupportRules) -> String {
    let of = |media_type: &String| {
        let endings = endings(media_type).iter().map(|ending| format!(".{ending}"));
        [media_type.clone()].into_iter().chain(endings).collect::<Vec<_>>()
    };
    rules.media_types.iter().flat_map(of).collect::<Vec<_>>().join(",")
}

/// A size in words.
pub(super) fn size(w: Words, bytes: u64) -> String {
    let (key, number) = match bytes {
        0..1024 => ("support-size-bytes", bytes),
        1024..0x10_0000 => ("support-size-kilobytes", bytes.div_ceil(1 << 10)),
        _ => ("support-size-megabytes", bytes.div_ceil(1 << 20)),
    };
    w.t1(key, "number", number).into_owned()
}

/// A form with files that was sent: its token was checked, its files are kept.
#[derive(Debug)]
pub(super) struct Sent {
    fields: Vec<(String, String)>,
    /// The files that were good, those of before first.
    pub(super) files: Vec<FileInput>,
    /// What is wrong with the others.
    pub(super) faults: Vec<String>,
    /// The form, for what counts once.
    pub(super) once: Option<Once>,
    /// Where it led when it was sent before; its files were not read again.
    pub(super) led_to: Option<String>,
}

impl Sent {
    /// The text of a field; empty where there is none.
    pub(super) fn field(&self, name: &str) -> &str {
        self.fields.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.as_str())
    }

    /// Reads a form with files for `tenant`, sent by `principal`, who may write there.
    pub(super) async fn read(visit: &Visit, form: Posting, tenant: Id, principal: Id) -> Result<Self, Stop> {
        let mut form = form.map_err(|_| visit.with_status(StatusCode::UNSUPPORTED_MEDIA_TYPE))?;
        let mut sent = Self { fields: Vec::new(), files: Vec::new(), faults: Vec::new(), once: None, led_to: None };
        let mut admitted = false;
        loop {
            let part = match form.next_field().await {
                Ok(Some(part)) => part,
                Ok(None) => break,
                Err(error) => return Err(visit.with_status(error.status())),
            };
            if part.name() == Some(FILES) && part.file_name().is_some() {
                // The token stands before the files in every form of ours; without it nothing is kept.
                if !admitted {
                    return Err(errors::stale_form(visit).into());
                }
                sent.file(visit, part, tenant, principal).await?;
                continue;
            }
            let (name, text) = sent.text(visit, part).await?;
            match name.as_str() {
                FORM_FIELD if admitted || !visit.is_form_token(&text) => return Err(errors::stale_form(visit).into()),
                FORM_FIELD => admitted = true,
                ONCE_FIELD => {
                    sent.once = Once::new(tenant, principal, &text);
                    if let Some(once) = sent.once.as_ref().filter(|_| admitted) {
                        sent.led_to = once.led_to(visit).await?;
                    }
                }
                _ => sent.fields.push((name, text)),
            }
        }
        if !admitted {
            return Err(errors::stale_form(visit).into());
        }
        if sent.led_to.is_none() {
            sent.add_kept(visit, tenant, principal).await?;
        }
        Ok(sent)
    }

    /// Reads a field of text.
    async fn text(&self, visit: &Visit, part: Part<'_>) -> Result<(String, String), Stop> {
        let name = part.name().unwrap_or_default().to_owned();
        let most = FIELDS_MOST + visit.program().support().files_most as usize;
        if self.fields.len() >= most {
            return Err(visit.with_status(StatusCode::PAYLOAD_TOO_LARGE));
        }
        let bytes = limited(part, FIELD_BYTES_MOST).await.map_err(|status| visit.with_status(status))?;
        let bytes = bytes.ok_or_else(|| visit.with_status(StatusCode::PAYLOAD_TOO_LARGE))?;
        let text = String::from_utf8(bytes).map_err(|_| visit.with_status(StatusCode::BAD_REQUEST))?;
        Ok((name, text))
    }

    /// Reads a file and keeps it.
    async fn file(&mut self, visit: &Visit, part: Part<'_>, tenant: Id, principal: Id) -> Result<(), Stop> {
        let w = visit.w;
        let rules = visit.program().support();
        let name = file_name(part.file_name().unwrap_or_default());
        let typed = part.content_type().and_then(|text| text.split(';').next()).unwrap_or_default().trim().to_owned();
        // The ending tells the type where it is one of ours: browsers do not know all of them.
        let media_type = media_type_of(&name).map_or(typed, str::to_owned);
        let full = self.files.len() + self.kept().count() >= rules.files_most as usize;
        let wanted = !full && self.led_to.is_none();
        let most = if wanted { usize::try_from(rules.file_bytes_most).unwrap_or(usize::MAX) } else { 0 };
        let content = limited(part, most).await.map_err(|status| visit.with_status(status))?;
        let mut fault = |code: &str| self.faults.push(file_fault(w, &name, code));
        match content {
            _ if self.led_to.is_some() => {}
            // A browser sends an empty part where no file was chosen.
            Some(content) if name.is_empty() && content.is_empty() => {}
            _ if full => fault("too_many"),
            None => fault("too_large"),
            Some(content) => {
                let kept = visit.app.portal.upload(tenant, principal, (&name, &media_type), &content, None).await;
                match kept {
                    Ok(kept) => self.files.push(kept.file),
                    Err(UploadError::Faulty(faults)) => fault(gravest(&faults)),
                    // No key is sent along from here, so none can have been used before.
                    Err(UploadError::TooMany { .. } | UploadError::KeyReused) => fault("too_many_waiting"),
                    Err(UploadError::Portal(error)) => return Err(visit.stop(&error)),
                }
            }
        }
        Ok(())
    }

    fn kept(&self) -> impl Iterator<Item = &String> {
        self.fields.iter().filter(|(name, _)| name == KEPT).map(|(_, id)| id)
    }

    /// Puts the files of before in front, as far as they are still kept.
    async fn add_kept(&mut self, visit: &Visit, tenant: Id, principal: Id) -> Result<(), Stop> {
        let mut files: Vec<FileInput> = Vec::new();
        let mut gone = false;
        let most = visit.program().support().files_most as usize;
        for id in self.kept().take(most) {
            let found = visit.app.portal.uploaded(tenant, principal, std::slice::from_ref(id)).await;
            match found.map_err(|error| visit.stop(&error))? {
                Ok(found) => {
                    for file in found {
                        // Named twice, it goes once.
                        if files.iter().all(|other| other.id != file.id) {
                            files.push(file);
                        }
                    }
                }
                Err(_) => gone = true,
            }
        }
        if gone {
            self.faults.push(visit.w.t("support-file-gone").into_owned());
        }
        files.append(&mut self.files);
        self.files = files;
        Ok(())
    }
}

/// The name of a file as it is on its owner's machine: forms write these three characters encoded.
fn file_name(sent: &str) -> String {
    sent.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
}

/// Of the faults of a file the one that says most: what it is counts before what it is called.
fn gravest(faults: &[FieldFault]) -> &str {
    let place = |fault: &&FieldFault| ["media_type", "bytes", "name"].iter().position(|field| *field == fault.field);
    faults.iter().min_by_key(place).map_or("not_allowed", |fault| &fault.code)
}

/// What is wrong with a file, with its name as far as it can be shown.
fn file_fault(w: Words, name: &str, code: &str) -> String {
    let name: String = name.chars().filter(|c| !is_deceptive(*c)).take(NAME_SHOWN).collect();
    w.t1(&format!("support-file-{}", code.replace('_', "-")), "name", name).into_owned()
}

/// Parts the faults of a message from those of its files, which are said in words.
pub(super) fn parted(w: Words, faults: &[FieldFault]) -> (Vec<FieldFault>, Vec<String>) {
    let (of_files, others): (Vec<_>, Vec<_>) = faults.iter().cloned().partition(|fault| fault.field.starts_with(FILES));
    (others, of_files.iter().map(|fault| file_fault(w, "", &fault.code)).collect())
}

/// The keys that are put together here, for the test of the words.
#[cfg(test)]
pub(super) fn keys() -> Vec<String> {
    let codes = [
        "required",
        "too-long",
        "bad-character",
        "not-a-file-name",
        "ending",
        "empty",
        "too-large",
        "not-allowed",
        "not-what-it-says",
        "too-many",
        "too-many-waiting",
        "twice",
    ];
    codes.iter().map(|code| format!("support-file-{code}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fault_that_says_most_is_told() {
        let fault = |field: &str, code: &str| FieldFault::new(field, code);
        let rows: &[(&[FieldFault], &str)] = &[
            (&[fault("name", "ending")], "ending"),
            (&[fault("name", "too_long"), fault("media_type", "not_allowed")], "not_allowed"),
            (&[fault("name", "bad_character"), fault("bytes", "empty")], "empty"),
            (&[], "not_allowed"),
        ];
        for (faults, expected) in rows {
            assert_eq!(gravest(faults), *expected);
        }
    }

    #[test]
    fn names_and_sizes_are_told_as_people_know_them() {
        let w = Words::default();
        for (bytes, expected) in [
            (1, "1 byte"),
            (1023, "1,023 bytes"),
            (1024, "1 KB"),
            (1_048_575, "1,024 KB"),
            (1_048_576, "1 MB"),
            (10_485_760, "10 MB"),
        ] {
            assert_eq!(size(w, bytes), expected);
        }
        assert_eq!(file_name("a%22b%22.png"), "a\"b\".png");
        let shown = file_fault(w, "a\u{202e}\r\n<b>.png", "ending");
        assert!(shown.contains("a<b>.png") && !shown.contains('\u{202e}'), "{shown}");
    }
}
