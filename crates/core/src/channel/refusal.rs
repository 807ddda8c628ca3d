//! Why the channel says no.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use crate::access::TooEarly;
use crate::explain::{Action, Missing};
use crate::refusal::refusals;
use crate::setting::Denied;
use crate::{FieldFault, Kind};

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
    /// The company is not far enough, or on none of the paths, for the channel (MENU-33, C-061).
    #[error("the channel opens from the stage {stage:?} on")]
    StageNotReached {
        /// The ids of the paths that count; empty if any does.
        paths: Vec<String>,
        /// The least stage.
        stage: String,
    },
    /// There is no such account, end user or statement.
    #[error("there is no such entry")]
    EntryMissing,
    /// This cloud account is reported already.
    #[error("this cloud account is reported already")]
    AlreadyReported,
    /// The account is not used any more.
    #[error("this account was closed")]
    AccountClosed,
    /// End users still hang on the account.
    #[error("{end_users} end users hang on this account")]
    HasEndUsers {
        /// How many.
        end_users: u64,
    },
    /// The resale ended.
    #[error("the resale to this end user ended")]
    ResaleEnded,
    /// The quarter has a statement.
    #[error("this quarter has a statement already")]
    AlreadyRecorded,
    /// The quarter goes on.
    #[error("this quarter is not over")]
    QuarterNotOver,
    /// As many accounts are in use as there may be.
    #[error("too many accounts: at most {most} are in use")]
    TooManyAccounts {
        /// The limit.
        most: u32,
    },
    /// As many end users are on record as there may be; they stay on record when the resale ends.
    #[error("too many end users: at most {most} are kept")]
    TooManyEndUsers {
        /// The limit.
        most: u32,
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
    EntryMissing => "entry_missing", Kind::Missing, why.you(Action::LookAgain);
    AlreadyReported => "already_reported", Kind::Conflict, why.you(Action::Nothing);
    AccountClosed => "account_closed", Kind::Conflict, why.run("add_account");
    HasEndUsers { end_users } => "has_end_users", Kind::Conflict, why.run("end_resale");
    ResaleEnded => "resale_ended", Kind::Conflict, why.run("report_end_user");
    AlreadyRecorded => "already_recorded", Kind::Conflict, why.operator(Action::Run { command: "withdraw_statement" });
    QuarterNotOver => "quarter_not_over", Kind::Conflict, why.you(Action::Wait { until: None });
    TooManyAccounts { most } => "too_many_accounts", Kind::Limited, why.lacks(Missing::Room { most: (*most).into() }).run("close_account");
    TooManyEndUsers { most } => "too_many_end_users", Kind::Limited, why.lacks(Missing::Room { most: (*most).into() }).operator(Action::Ask);
    Denied(denied) => denied.code(), denied.kind(), why.denied(denied);
});
