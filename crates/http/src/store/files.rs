//! Files that people upload.

use super::Millis;

/// A file, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredFile {
    /// Its id.
    pub id: String,
    /// Who uploaded it.
    pub principal: String,
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size.
    pub bytes: i64,
    /// The hash of its bytes, under which they lie.
    pub sha256: String,
    /// When it was uploaded.
    pub created_at: Millis,
    /// Whether something recorded refers to it; one that nothing refers to goes.
    pub kept: bool,
}
