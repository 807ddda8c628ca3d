//! What an access review looks for: data of the programme (AUDIT-1..7).

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;

/// What an access review looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewPolicy {
    /// After this many days without a review, one is due (AUDIT-2).
    pub review_days: u32,
    /// Who has not signed in for this many days is pointed out (AUDIT-3).
    pub absence_days: u32,
    /// Words that make the local part of an address impersonal, wherever they stand in it as a part (AUDIT-5).
    pub impersonal_words: BTreeSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawReview {
    review_days: u32,
    absence_days: u32,
    impersonal_words: Vec<String>,
}

impl Default for RawReview {
    fn default() -> Self {
        Self { review_days: 180, absence_days: 90, impersonal_words: Vec::new() }
    }
}

impl From<RawReview> for ReviewPolicy {
    fn from(raw: RawReview) -> Self {
        Self {
            review_days: raw.review_days,
            absence_days: raw.absence_days,
            impersonal_words: raw.impersonal_words.into_iter().map(|w| w.to_ascii_lowercase()).collect(),
        }
    }
}
