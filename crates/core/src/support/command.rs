//! What can be asked of support. Texts arrive as people typed them.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::Id;

/// A file as it was uploaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileInput {
    /// The id under which the adapter keeps the bytes.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// Its media type.
    pub media_type: String,
}

/// What can be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Open a case (SUPPORT-4..9).
    OpenCase {
        /// The type of the case, by its id.
        case_type: String,
        /// The type of the question, by its id.
        question: String,
        /// The specific value, by its id.
        specific: String,
        /// The subject.
        subject: String,
        /// The description.
        description: String,
        /// The attachments.
        #[serde(default)]
        files: Vec<FileInput>,
    },
    /// Write in an open case, as the company or as an operator (SUPPORT-3).
    Reply {
        /// Which.
        id: Id,
        /// What.
        text: String,
        /// The files with it.
        #[serde(default)]
        files: Vec<FileInput>,
    },
    /// Close a case, as the company or as an operator.
    CloseCase {
        /// Which.
        id: Id,
    },
}
