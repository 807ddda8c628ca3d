//! Why a profile says no.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use crate::access::TooEarly;
use crate::explain::{Action, Missing};
use crate::refusal::refusals;
use crate::setting::Denied;
use crate::{FieldFault, Kind, Permission};

/// A refusal. It changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// Fields break rules of form.
    #[error("some fields are not right")]
    InvalidInput {
        /// All of them.
        faults: Vec<FieldFault>,
    },
    /// The company is not far enough, or on none of the paths, for this (PROFILE-9, ROLE-52).
    #[error("this opens from the stage {stage:?} on")]
    StageNotReached {
        /// The ids of the paths that count; empty if any does.
        paths: Vec<String>,
        /// The least stage.
        stage: String,
    },
    /// An application is begun by naming the programme that it is for.
    #[error("an application is made to one of the programmes")]
    ProgramRequired,
    /// There is no such programme to apply to.
    #[error("there is no such programme")]
    ProgramMissing,
    /// The company has too few validated records for the programme that it applies to.
    #[error("the requirements of this programme are not met yet")]
    RequirementsUnmet {
        /// The ids of the kinds of records of which more are needed.
        records: Vec<String>,
    },
    /// The programme has no such tab.
    #[error("this programme's profile has no such part")]
    TabMissing,
    /// There is no such entry.
    #[error("there is no such entry")]
    EntryMissing,
    /// The programme validated it, so that the company can only add words (PROFILE-16).
    #[error("what was validated cannot be changed; words for the listing can be added")]
    Validated,
    /// It waits for the programme's judgement.
    #[error("this is under review")]
    UnderReview,
    /// It was not handed in.
    #[error("this was not handed in")]
    NotSubmitted,
    /// Only validated entries get words for the listing.
    #[error("this is not validated")]
    NotValidated,
    /// Entries of this sort do not show on the listing.
    #[error("entries of this sort do not show on the listing")]
    NotListed,
    /// It is there already.
    #[error("this is there already")]
    Unchanged,
    /// There are as many as there may be.
    #[error("too many entries: at most {most}")]
    TooManyEntries {
        /// The limit.
        most: u32,
    },
    /// A path needs a product or service of its own before the company can enrol (PROFILE-21, C-071).
    #[error("put a product or service of this path on the profile first")]
    ProductMissing {
        /// The path.
        path: String,
        /// The ids of the types that would do.
        kinds: Vec<String>,
    },
    /// The actor may not.
    #[error(transparent)]
    #[serde(untagged)]
    Denied(#[from] Denied),
}

impl From<TooEarly> for Refusal {
    fn from(TooEarly { paths, stage }: TooEarly) -> Self {
        Self::StageNotReached { paths, stage }
    }
}

refusals!(Refusal, form, |why| {
    InvalidInput { faults } => "invalid_input", Kind::Invalid, why.fields(faults);
    StageNotReached { paths, stage } => "stage_not_reached", Kind::Forbidden, why.stage(paths, stage);
    ProgramRequired => "program_required", Kind::Invalid, why.run("apply_to_program");
    ProgramMissing => "program_missing", Kind::Missing, why.you(Action::LookAgain);
    RequirementsUnmet { records } => "requirements_unmet", Kind::Conflict,
        records.iter().fold(why, |why, record| why.lacks(Missing::Record { record: record.clone() }))
            .run("create_record").operator(Action::Run { command: "judge_record" });
    TabMissing => "tab_missing", Kind::Missing, why.you(Action::LookAgain);
    EntryMissing => "entry_missing", Kind::Missing, why.you(Action::LookAgain);
    Validated => "validated", Kind::Conflict, why.run("describe_record");
    UnderReview => "under_review", Kind::Conflict, why.you(Action::Wait { until: None });
    NotSubmitted => "not_submitted", Kind::Conflict, why.members(Action::Run { command: "submit_record" }, Permission::ManageListing);
    NotValidated => "not_validated", Kind::Conflict, why.run("submit_record").operator(Action::Run { command: "judge_record" });
    NotListed => "not_listed", Kind::Conflict, why.you(Action::LookAgain);
    Unchanged => "unchanged", Kind::Conflict, why.you(Action::Nothing);
    TooManyEntries { most } => "too_many_entries", Kind::Limited, why.full((*most).into());
    ProductMissing { path, kinds } => "product_missing", Kind::Conflict,
        why.lacks(Missing::Product { path: path.clone(), kinds: kinds.clone() })
            .members(Action::Run { command: "add_product" }, Permission::ManageListing);
    Denied(denied) => denied.code(), denied.kind(), why.denied(denied);
});
