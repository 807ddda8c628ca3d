//! Files that go with a message, without their bytes.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::{FileInput, media};
use crate::account::Faults;
use crate::program::SupportRules;
use crate::text::Field;
use crate::{FieldFault, Id};

/// A file of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// The id under which the adapter keeps the bytes.
    pub id: Id,
    /// Its name.
    pub name: Field,
    /// Its size.
    pub bytes: u64,
    /// Its media type, in lower case.
    pub media_type: String,
}

/// Whether a file may go with a message, before it is kept for one. Faults are named by their fields.
pub fn check_file(rules: &SupportRules, input: &FileInput) -> Result<(), Vec<FieldFault>> {
    let mut faults = Faults::default();
    read(&mut faults, rules, core::slice::from_ref(input));
    faults.finish().map_err(|mut faults| {
        for fault in &mut faults {
            fault.field = fault.field.trim_start_matches("files[0].").to_string();
        }
        faults
    })
}

/// Reads the files of a message; faults are named `files[n].…`.
pub(super) fn read(faults: &mut Faults, rules: &SupportRules, inputs: &[FileInput]) -> Vec<File> {
    if inputs.len() > rules.files_most as usize {
        faults.push("files", "too_many");
        return Vec::new();
    }
    let mut seen = BTreeSet::new();
    let mut files = Vec::new();
    for (n, input) in inputs.iter().enumerate() {
        let mut fault = |field: &str, code: &str| faults.push(&format!("files[{n}].{field}"), code);
        if !seen.insert(input.id) {
            fault("id", "twice");
        }
        let name = match Field::parse(&input.name) {
            // A name is shown and saved by browsers: it is no path.
            Ok(name) if name.as_str().contains(['/', '\\']) || matches!(name.as_str(), "." | "..") => {
                fault("name", "not_a_file_name");
                None
            }
            Ok(name) => Some(name),
            Err(line_fault) => {
                fault("name", line_fault.code());
                None
            }
        };
        if input.bytes == 0 {
            fault("bytes", "empty");
        } else if input.bytes > rules.file_bytes_most {
            fault("bytes", "too_large");
        }
        let media_type = input.media_type.trim().to_ascii_lowercase().to_string();
        if !rules.media_types.contains(&media_type) {
            fault("media_type", "not_allowed");
        } else if !media::fits(&input.name, &media_type) {
            fault("name", "ending");
        }
        files.extend(name.map(|name| File { id: input.id, name, bytes: input.bytes, media_type }));
    }
    files
}
