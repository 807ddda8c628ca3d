//! What every refusal shares: its kind, and faults of single fields.

use alloc::string::String;

use serde::{Deserialize, Serialize};

/// The kind of a refusal. Each adapter maps it, exhaustively, to a status or an exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The input breaks a rule of form; the same request can never succeed.
    Invalid,
    /// Nobody is signed in, or the proof of who asks is missing or wrong.
    Unauthenticated,
    /// The person is known and may not do this.
    Forbidden,
    /// What the request names does not exist (or must not be known to exist).
    Missing,
    /// The request was fine for another state of things.
    Conflict,
    /// A limit was reached: a quota, a number of rows, a number of tries.
    Limited,
}

/// One fault of one field of a form. Forms report all of them at once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FieldFault {
    /// The field, as the API names it; rows of a list as `rows[2].email`.
    pub field: String,
    /// A stable code, such as `required` or `no_at_sign`.
    pub code: String,
}

impl FieldFault {
    /// The fault `code` of `field`.
    pub fn new(field: impl Into<String>, code: impl Into<String>) -> Self {
        Self { field: field.into(), code: code.into() }
    }
}
