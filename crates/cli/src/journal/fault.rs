//! Why a journal cannot be used.

use std::io;

/// What is wrong with a journal.
#[derive(Debug, thiserror::Error)]
pub enum JournalFault {
    /// There is none.
    #[error("there is no journal here yet")]
    Absent,
    /// The path leads elsewhere, which a journal never does.
    #[error("the journal's path is a symbolic link")]
    Symlink,
    /// A folder, a pipe, a device.
    #[error("the journal's path is not a regular file")]
    NotAFile,
    /// It was opened to be read.
    #[error("the journal was opened to be read")]
    ReadOnly,
    /// Another process has it open.
    #[error("another process is using the journal")]
    Locked,
    /// Something else is in the file; it is left alone.
    #[error("the file is not a journal")]
    Foreign,
    /// A record does not check.
    #[error("line {line} is damaged: {what}")]
    Damaged {
        /// The line, from 1.
        line: usize,
        /// What does not check.
        what: &'static str,
    },
    /// A later version wrote it.
    #[error("line {line} is in journal format {found}, and this version reads up to format {known}")]
    Newer {
        /// The line, from 1.
        line: usize,
        /// The format that it needs.
        found: u64,
        /// The latest format that is read here.
        known: u64,
    },
    /// The system refused; nothing was recorded.
    #[error("{doing} the journal failed: {error}")]
    Io {
        /// What was tried.
        doing: &'static str,
        /// What the system said.
        error: io::Error,
    },
    /// The system failed while writing, and taking the write back failed too: nobody knows what is on disk.
    #[error("writing the journal failed ({error}), and it is not known whether the command was recorded")]
    Unknown {
        /// What the system said.
        error: io::Error,
    },
}

impl JournalFault {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Absent => "journal_missing",
            Self::Symlink => "journal_symlink",
            Self::NotAFile => "journal_not_a_file",
            Self::ReadOnly => "journal_read_only",
            Self::Locked => "journal_locked",
            Self::Foreign => "journal_foreign",
            Self::Damaged { .. } => "journal_damaged",
            Self::Newer { .. } => "journal_newer",
            Self::Io { .. } => "journal_io",
            Self::Unknown { .. } => "journal_outcome_unknown",
        }
    }

    /// For `map_err`: the system refused while `doing`.
    pub(crate) fn io(doing: &'static str) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::Io { doing, error }
    }
}
