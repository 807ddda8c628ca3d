//! What can be asked of a company's certifications. Texts arrive as people typed them.

use alloc::string::String;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Id;

/// A certification or course as the training organisation reports it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordInput {
    /// The address under which it was done.
    pub address: String,
    /// The id of a certification of the programme; empty for a course.
    #[serde(default)]
    pub certification: String,
    /// The title of a course; empty for a certification.
    #[serde(default)]
    pub course: String,
    /// When it was passed or completed.
    pub on: NaiveDate,
    /// The last day on which it is valid.
    #[serde(default)]
    pub valid_until: Option<NaiveDate>,
}

/// What can be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Set or clear the own certification address (PROFILE-27, CERT-6, CERT-10).
    SetTrainingAddress {
        /// The address; empty to clear it.
        address: String,
        /// The tenant in which somebody has it, as a registered or a certification address: a fact from the directory.
        owner: Option<Id>,
        /// The day on which it was cleared from another account, if it was: a fact from the directory.
        freed_on: Option<NaiveDate>,
    },
    /// Give or withdraw the consent to share the own certifications (PROFILE-28).
    SetConsent {
        /// Whether they are shared.
        share: bool,
    },
    /// Ask for the certifications of an old profile (CERT-8, CERT-9).
    RequestTransfer {
        /// The address of the old profile.
        old_profile: String,
    },
    /// Ask for a change of the address of a certification account (CERT-12).
    RequestAddressChange {
        /// The address until now.
        previous: String,
        /// The new address.
        new: String,
    },
    /// Grant or decline a request; operators only.
    SettleRequest {
        /// Which.
        id: Id,
        /// The answer.
        granted: bool,
    },
    /// Record what somebody passed or completed; operators only.
    Record {
        /// What.
        record: RecordInput,
    },
    /// Take back what was recorded by mistake; operators only.
    DropRecord {
        /// Which.
        id: Id,
    },
}
