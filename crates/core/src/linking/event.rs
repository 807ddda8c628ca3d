//! What happened to the link. An access key's id is no secret; the key itself never comes here.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Serialize};

use super::roles::cloud_admin_role;
use crate::Id;
use crate::account::{self, Account};
use crate::iam::{AccountId, Arn, PolicyText, RoleArn};
use crate::program::Program;
use crate::text::Field;

/// The ids under which a call of the account management stands in the cloud account's trail (TRAIL-19).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// Of the record.
    pub event: Id,
    /// Of the request; a command that maps several people makes one request for each.
    pub request: Id,
}

/// Who signed in at the marketplace. `Debug` prints the account only: the rest may be personal.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caller {
    /// Their ARN.
    pub arn: Arn,
    /// The id of the principal.
    pub principal_id: Field,
    /// The id of the key that signed.
    pub access_key_id: Field,
    /// With which program they came.
    pub user_agent: String,
}

impl fmt::Debug for Caller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Caller").field("account", &self.arn.account()).finish_non_exhaustive()
    }
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// The accounts were linked.
    AccountLinked {
        /// The call.
        call: Call,
        /// Who linked.
        by: Id,
        /// The marketplace account.
        account: AccountId,
        /// As whom they were signed in there.
        caller: Caller,
        /// The role that was created for cloud admins.
        cloud_admin_role: RoleArn,
    },
    /// The link was undone.
    AccountUnlinked {
        /// Who undid it.
        by: Id,
        /// The marketplace account until then.
        account: AccountId,
    },
    /// A role was registered, or has changed.
    RoleRegistered {
        /// Which.
        role: RoleArn,
        /// Its trust policy.
        trust_policy: String,
        /// Its policies.
        policies: Vec<PolicyText>,
    },
    /// A role is gone.
    RoleWithdrawn {
        /// Which.
        role: RoleArn,
    },
    /// A person was mapped.
    UserMapped {
        /// The call.
        call: Call,
        /// Who.
        user: Id,
        /// To which role.
        role: RoleArn,
        /// The role with which the call was made.
        with: RoleArn,
    },
    /// A person's mapping was undone.
    UserUnmapped {
        /// The call.
        call: Call,
        /// Who.
        user: Id,
        /// The role until then.
        role: RoleArn,
        /// The role with which the call was made.
        with: RoleArn,
    },
    /// The CRM integration was mapped.
    CrmMapped {
        /// The call.
        call: Call,
        /// To which role.
        role: RoleArn,
        /// The role with which the call was made.
        with: RoleArn,
    },
    /// The mapping of the CRM integration was undone.
    CrmUnmapped {
        /// The call.
        call: Call,
        /// The role until then.
        role: RoleArn,
        /// The role with which the call was made.
        with: RoleArn,
    },
}

impl Event {
    /// The event's name in snake case, as in its serialized form.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::AccountLinked { .. } => "account_linked",
            Self::AccountUnlinked { .. } => "account_unlinked",
            Self::RoleRegistered { .. } => "role_registered",
            Self::RoleWithdrawn { .. } => "role_withdrawn",
            Self::UserMapped { .. } => "user_mapped",
            Self::UserUnmapped { .. } => "user_unmapped",
            Self::CrmMapped { .. } => "crm_mapped",
            Self::CrmUnmapped { .. } => "crm_unmapped",
        }
    }
}

/// What `event` changes in the account, to be recorded there together with it: whoever links becomes cloud admin, if they
/// are not yet (LINK-15, ROLE-36, C-082).
#[must_use]
pub(super) fn account_events(program: &Program, account: &Account, event: &Event) -> Vec<account::Event> {
    let Event::AccountLinked { by, .. } = event else { return Vec::new() };
    let Some(role) = cloud_admin_role(program) else { return Vec::new() };
    let holds = account.member(*by).is_some_and(|m| m.roles.contains(&role.name));
    let assigned = || account::Event::RoleAssigned { member: *by, role: role.name.clone() };
    (!holds).then(assigned).into_iter().collect()
}
