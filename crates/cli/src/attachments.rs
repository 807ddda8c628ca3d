//! The bytes of files that go with messages: one file each in a folder beside the journal, named by its id. The journal
//! holds their ids, names and sizes.
//!
//! INVARIANT (bytes first): the bytes are on disk before a record that names them is written; where the record is not
//! written, they go again.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use guildhall_core::Id;
use guildhall_core::support::{FileInput, media_type_of};

use crate::failure::Failure;
use crate::input::unreadable;

/// A file to be attached, read.
pub(crate) struct Attachment {
    pub(crate) input: FileInput,
    bytes: Vec<u8>,
}

impl Attachment {
    /// Reads a file of at most `bytes_most` bytes and a little more, so that the decision can say that it is too large.
    pub(crate) fn read(path: &Path, id: Id, bytes_most: u64) -> Result<Self, Failure> {
        let failed = |error| unreadable(path, &error);
        let file = File::open(path).map_err(failed)?;
        let size = file.metadata().map_err(failed)?.len();
        let mut bytes = Vec::new();
        file.take(bytes_most + 1).read_to_end(&mut bytes).map_err(failed)?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let media_type = media_type_of(&name).unwrap_or("application/octet-stream").to_owned();
        let bytes_told = size.max(bytes.len() as u64);
        Ok(Self { input: FileInput { id, name, bytes: bytes_told, media_type }, bytes })
    }
}

/// Where the file with this id stands.
pub(crate) fn place(journal: &Path, id: Id) -> PathBuf {
    let mut folder = OsString::from(journal.file_name().unwrap_or_default());
    folder.push(".files");
    journal.with_file_name(folder).join(id.to_string())
}

/// Writes files through to the disk. If one cannot be written, none stays.
pub(crate) fn keep(journal: &Path, files: &[Attachment]) -> Result<(), Failure> {
    for file in files {
        let place = place(journal, file.input.id);
        if let Err(error) = write(&place, &file.bytes) {
            discard(journal, files);
            let message = format!("{} cannot be written: {error}", place.display());
            return Err(Failure::journal("file_not_kept", message).hint("nothing was recorded"));
        }
    }
    Ok(())
}

/// Takes files away again that nothing names. What cannot be taken away does no harm.
pub(crate) fn discard(journal: &Path, files: &[Attachment]) {
    for file in files {
        let _ = fs::remove_file(place(journal, file.input.id));
    }
}

fn write(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = place.parent().unwrap_or(Path::new("."));
    if !folder.is_dir() {
        let mut builder = DirBuilder::new();
        private_folder(&mut builder);
        builder.create(folder)?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    private(&mut options);
    let mut file = options.open(place)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    sync(folder)
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
}

#[cfg(unix)]
fn private_folder(builder: &mut DirBuilder) {
    std::os::unix::fs::DirBuilderExt::mode(builder, 0o700);
}

#[cfg(unix)]
fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn private(_: &mut OpenOptions) {}

#[cfg(not(unix))]
fn private_folder(_: &mut DirBuilder) {}

#[cfg(not(unix))]
fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}
