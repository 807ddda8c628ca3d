//! The file of a journal: opened without following links, locked, written through to the disk.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;

use super::fault::JournalFault;
use super::record::Contents;

/// What a journal is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To look, as others may at the same time.
    Read,
    /// To append; nobody else may have it open.
    Write,
}

/// The longest journal that is read, in bytes: it is read whole.
const BYTES_MOST: u64 = 1 << 30;

/// Opens and locks the file if it is there. Also tells whether others may read it.
pub(super) fn open(path: &Path, access: Access) -> Result<Option<(File, bool)>, JournalFault> {
    // Looked at before it is opened, since opening a pipe waits; and again after, since it may have changed.
    match fs::symlink_metadata(path) {
        Ok(meta) if meta.file_type().is_symlink() => return Err(JournalFault::Symlink),
        Ok(meta) if !meta.file_type().is_file() => return Err(JournalFault::NotAFile),
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(JournalFault::Io { doing: "opening", error }),
    }
    let mut options = options();
    options.read(true).write(access == Access::Write);
    let file = options.open(path).map_err(|error| refused(path, error))?;
    let meta = file.metadata().map_err(JournalFault::io("opening"))?;
    if !meta.file_type().is_file() {
        return Err(JournalFault::NotAFile);
    }
    lock(&file, access)?;
    Ok(Some((file, open_to_others(&meta))))
}

fn lock(file: &File, access: Access) -> Result<(), JournalFault> {
    let locked = match access {
        Access::Read => file.try_lock_shared(),
        Access::Write => file.try_lock(),
    };
    match locked {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(JournalFault::Locked),
        Err(TryLockError::Error(error)) => Err(JournalFault::Io { doing: "locking", error }),
    }
}

/// Reads the whole file.
pub(super) fn read(file: &File) -> Result<Vec<u8>, JournalFault> {
    let mut bytes = Vec::new();
    file.take(BYTES_MOST + 1).read_to_end(&mut bytes).map_err(JournalFault::io("reading"))?;
    if bytes.len() as u64 > BYTES_MOST {
        let error = std::io::Error::new(ErrorKind::FileTooLarge, "it has more than 1 GiB");
        return Err(JournalFault::Io { doing: "reading", error });
    }
    Ok(bytes)
}

/// Puts `lines` behind the whole records, over whatever a cut-short write left, and through to the disk. Returns the
/// file's new length.
pub(super) fn append(
    path: &Path,
    file: &mut Option<File>,
    contents: &Contents,
    lines: &str,
) -> Result<u64, JournalFault> {
    let created = file.is_none();
    let mut to = match file.take() {
        Some(file) => file,
        None => create(path)?,
    };
    let start = contents.whole_bytes;
    let bytes = if contents.ends_open { format!("\n{lines}") } else { lines.to_owned() };
    let written = (|| {
        to.set_len(start)?;
        to.seek(SeekFrom::Start(start))?;
        to.write_all(bytes.as_bytes())?;
        to.sync_all()
    })();
    if let Err(error) = written {
        let undone = to.set_len(start).and_then(|()| to.sync_all());
        return match undone {
            Ok(()) => Err(JournalFault::Io { doing: "writing", error }),
            Err(_) => Err(JournalFault::Unknown { error }),
        };
    }
    if created {
        // The records are on disk, but a folder that forgot the file would lose them all.
        sync_folder(path).map_err(|error| JournalFault::Unknown { error })?;
    }
    *file = Some(to);
    Ok(start + bytes.len() as u64)
}

/// Creates the file and its folder for the user alone, and locks it.
fn create(path: &Path) -> Result<File, JournalFault> {
    if let Some(folder) = folder(path) {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        private_folder(&mut builder);
        if !folder.is_dir() {
            builder.create(folder).map_err(JournalFault::io("making the folder of"))?;
            sync_folder(folder).map_err(JournalFault::io("making the folder of"))?;
        }
    }
    let mut options = options();
    options.read(true).write(true).create_new(true);
    let file = options.open(path).map_err(|error| {
        // Somebody else began the journal since this process looked.
        if error.kind() == ErrorKind::AlreadyExists { JournalFault::Locked } else { refused(path, error) }
    })?;
    lock(&file, Access::Write)?;
    Ok(file)
}

fn folder(path: &Path) -> Option<&Path> {
    path.parent().filter(|folder| !folder.as_os_str().is_empty())
}

fn refused(path: &Path, error: std::io::Error) -> JournalFault {
    let link = fs::symlink_metadata(path).is_ok_and(|meta| meta.file_type().is_symlink());
    if link { JournalFault::Symlink } else { JournalFault::Io { doing: "opening", error } }
}

#[cfg(unix)]
fn options() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;

    use rustix::fs::OFlags;

    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits();
    let mut options = OpenOptions::new();
    options.mode(0o600).custom_flags(flags.cast_signed());
    options
}

#[cfg(not(unix))]
fn options() -> OpenOptions {
    OpenOptions::new()
}

#[cfg(unix)]
fn private_folder(builder: &mut DirBuilder) {
    std::os::unix::fs::DirBuilderExt::mode(builder, 0o700);
}

#[cfg(not(unix))]
fn private_folder(_: &mut DirBuilder) {}

#[cfg(unix)]
fn open_to_others(meta: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;

    meta.permissions().mode() & 0o077 != 0
}

#[cfg(not(unix))]
fn open_to_others(_: &fs::Metadata) -> bool {
    false
}

/// Writes the folder that holds `path` through to the disk.
#[cfg(unix)]
fn sync_folder(path: &Path) -> std::io::Result<()> {
    File::open(folder(path).unwrap_or_else(|| Path::new(".")))?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> std::io::Result<()> {
    Ok(())
}
