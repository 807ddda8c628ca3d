//! Why a refusal stands and what leads on from it: what is missing, who can supply it, and what to do next.
//!
//! Every refusal of the account and of the rooms explains itself ([`RoomRefusal::explain`](crate::room::RoomRefusal)): as
//! codes and facts, with short words ([`Display`](core::fmt::Display)) for those who have none of their own. People are
//! named to the people of their company and to operators, to nobody else.
//!
//! INVARIANT (true-advice): who is named for a step can take it, judged by the account as it stood: a role that somebody
//! is said to give is theirs to give and has a seat free. Giving it ends the lack of the permission.

mod explainer;
mod words;

use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::account::Status;
use crate::identity::EmailAddress;
use crate::text::Name;
use crate::{FieldFault, Id, Kind, Permission};

pub use explainer::Explainer;

/// How many people a step names at most.
pub const PEOPLE_MOST: usize = 20;

/// Why a refusal stands and what leads on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The refusal's code.
    pub code: &'static str,
    /// Its kind.
    pub kind: Kind,
    /// What would have to be there as well. Empty where nothing lacks and things only stand differently.
    pub missing: Vec<Missing>,
    /// What leads on; the likeliest first, and never none.
    pub steps: Vec<Step>,
}

/// Something that is not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Missing {
    /// Nobody is signed in.
    SignIn,
    /// The person has no access any more.
    Access {
        /// Where they stand.
        status: Option<Status>,
    },
    /// A permission.
    Permission {
        /// It.
        permission: Permission,
        /// The ids of the roles that have it; any one of them would do.
        roles: Vec<String>,
    },
    /// The right to give or take a role.
    RoleGrant {
        /// The role's id.
        role: String,
        /// The ids of the roles whose holders may.
        roles: Vec<String>,
    },
    /// An operator of the programme, who alone does this.
    Operator,
    /// A stage of a path.
    Stage {
        /// The ids of the paths that count; empty if any does.
        paths: Vec<String>,
        /// The least stage.
        stage: String,
    },
    /// A free seat of a role.
    Seat {
        /// The role's id.
        role: String,
        /// How many may hold it.
        quota: u32,
        /// How many hold it or are invited to.
        taken: usize,
    },
    /// Fields that are right.
    Fields {
        /// What is wrong with them.
        faults: Vec<FieldFault>,
    },
    /// One of these values.
    Choice {
        /// They.
        values: Vec<String>,
    },
    /// A confirmation.
    Confirmation {
        /// The word to type, if there is one.
        word: Option<String>,
    },
    /// A proof or consent.
    Proof {
        /// Which.
        proof: Proof,
    },
    /// A record of work that was done.
    Record {
        /// Its id.
        record: String,
    },
    /// A product or service on the profile.
    Product {
        /// The path that it is of.
        path: String,
        /// The ids of the types that would do.
        kinds: Vec<String>,
    },
    /// The link with a cloud account.
    Link,
    /// Something in the cloud account.
    Cloud {
        /// What.
        need: CloudNeed,
        /// Names and reasons that it depends on.
        facts: Vec<String>,
    },
    /// Room for more.
    Room {
        /// How many there may be.
        most: u64,
    },
}

/// What somebody proves or agrees to before they come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// The mailed code.
    Address,
    /// The CAPTCHA.
    Captcha,
    /// A password.
    Password,
    /// The Yes to becoming lead.
    Lead,
    /// The terms.
    Terms,
}

/// What has to be otherwise in the cloud account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CloudNeed {
    /// Who signs in is an IAM user of the account.
    IamUser,
    /// The IAM user's policies allow to link.
    UserPolicy,
    /// The connection is allowed at the marketplace.
    Consent,
    /// The role is of the linked account.
    RoleAccount,
    /// The role's name begins as it must.
    RoleName,
    /// The role's trust policy lets the service assume it.
    TrustPolicy,
    /// The role's policies allow what is asked.
    RolePolicy,
}

/// A step that leads on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What to do.
    #[serde(flatten)]
    pub action: Action,
    /// Who can.
    pub by: By,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "action", rename_all = "snake_case")]
pub enum Action {
    /// Sign in.
    SignIn,
    /// Register the company.
    Register,
    /// Join the company that is registered.
    Join,
    /// Put the fields right.
    Correct,
    /// Confirm, with the word if there is one.
    Confirm {
        /// The word.
        word: Option<String>,
    },
    /// Prove or agree to something.
    Give {
        /// What.
        proof: Proof,
    },
    /// Give a role to whoever needs it.
    AssignRole {
        /// Its id.
        role: String,
    },
    /// Hand the lead role to whoever needs it.
    HandOverLead,
    /// Take a role from somebody, or an invitation to it back, so that a seat is free.
    FreeSeat {
        /// The role's id.
        role: String,
    },
    /// Do it in the place of who asked.
    DoInstead,
    /// Invite the person.
    Invite,
    /// Renew the invitation.
    RenewInvitation,
    /// Put the company on a stage.
    SetStage {
        /// The ids of the paths that count; empty if any does.
        paths: Vec<String>,
        /// The least stage.
        stage: String,
    },
    /// Run another command first, or instead.
    Run {
        /// Its name in snake case.
        command: &'static str,
    },
    /// Change something in the cloud account.
    AtCloud {
        /// What has to be otherwise.
        need: CloudNeed,
    },
    /// Do it in parts.
    Split {
        /// How many at a time.
        most: u64,
    },
    /// Take something away to have room.
    MakeRoom,
    /// Wait for an answer, or until a moment.
    Wait {
        /// Until when, where that is known.
        until: Option<DateTime<Utc>>,
    },
    /// Change what stands in the way.
    Ask,
    /// Look again at what there is and choose among it.
    LookAgain,
    /// Nothing: it is as asked already.
    Nothing,
}

/// Who can take a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "who", rename_all = "snake_case")]
pub enum By {
    /// Who asked.
    You,
    /// People of the company.
    Members {
        /// The ids of the roles that make them able to; any one of them would do.
        roles: Vec<String>,
        /// They, for those who may know them.
        people: Vec<Helper>,
        /// How many more there are than are named.
        more: usize,
    },
    /// An operator of the programme.
    Operator,
    /// Whoever has what is asked for: another company or person.
    Others,
}

impl By {
    /// Whether nobody of the company is named.
    fn is_nobody(&self) -> bool {
        matches!(self, Self::Members { people, .. } if people.is_empty())
    }
}

/// Somebody who can help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Helper {
    /// Their id.
    pub id: Id,
    /// Their name.
    pub name: Name,
    /// Their address.
    pub email: EmailAddress,
}

#[cfg(test)]
mod tests;
