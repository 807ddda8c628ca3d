//! What can be asked of the link. Facts of the cloud account come with the command: whoever asked there vouches for them.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Serialize};

use crate::{Id, Permission};

/// How one can sign in at the marketplace to link: as an IAM user. The root user is not offered (LINK-11).
pub const SIGN_IN_KINDS: [&str; 1] = ["iam_user"];

/// A policy that a user or role carries: the vendor's own by its name alone, any other with its document (LINK-21).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyInput {
    /// Its name.
    pub name: String,
    /// The JSON.
    #[serde(default)]
    pub document: Option<String>,
}

/// Who signed in at the marketplace, and what they may do there. `Debug` prints only how many policies they have.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentityInput {
    /// Their ARN.
    pub arn: String,
    /// The id of the principal.
    pub principal_id: String,
    /// The id of the key that signs; not the key.
    pub access_key_id: String,
    /// With which program they came.
    pub user_agent: String,
    /// Their policies.
    pub policies: Vec<PolicyInput>,
}

impl fmt::Debug for IdentityInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdentityInput").field("policies", &self.policies.len()).finish_non_exhaustive()
    }
}

/// An IAM role as it stands in the cloud account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleInput {
    /// Its ARN.
    pub arn: String,
    /// Its trust policy, JSON.
    pub trust_policy: String,
    /// Its policies.
    pub policies: Vec<PolicyInput>,
}

/// What can be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Link the company's account with its marketplace account (LINK-9..13).
    Link {
        /// The id of the marketplace account, as typed.
        account_id: String,
        /// Whether the connection was allowed at the marketplace (LINK-13).
        allow: bool,
        /// Who signed in there.
        identity: IdentityInput,
    },
    /// Undo the link, with every mapping.
    Unlink,
    /// Register an IAM role, or what has changed about one.
    RegisterRole {
        /// The role.
        role: RoleInput,
    },
    /// Forget an IAM role that nobody is mapped to.
    WithdrawRole {
        /// Its name or ARN.
        role: String,
    },
    /// Map one person, on the marketplace page (LINK-23, LINK-24).
    MapUser {
        /// Who.
        user: Id,
        /// The role's name or ARN.
        role: String,
    },
    /// Map people of one list, on the IAM roles tab (LINK-34..38, C-084).
    MapUsers {
        /// Who.
        users: Vec<Id>,
        /// The role's name or ARN.
        role: String,
    },
    /// Undo a person's mapping, on the marketplace page (LINK-25, C-085).
    UnmapUser {
        /// Who.
        user: Id,
    },
    /// Undo the mappings of people, all of them or none, on the marketplace page (LINK-25, C-085).
    UnmapUsers {
        /// Who.
        users: Vec<Id>,
    },
    /// Map the CRM integration (LINK-29).
    MapCrm {
        /// The role's name or ARN.
        role: String,
    },
    /// Undo the mapping of the CRM integration (LINK-30).
    UnmapCrm,
}

impl Command {
    /// The command's name in snake case, for logs and audits.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Link { .. } => "link",
            Self::Unlink => "unlink",
            Self::RegisterRole { .. } => "register_role",
            Self::WithdrawRole { .. } => "withdraw_role",
            Self::MapUser { .. } => "map_user",
            Self::MapUsers { .. } => "map_users",
            Self::UnmapUser { .. } => "unmap_user",
            Self::UnmapUsers { .. } => "unmap_users",
            Self::MapCrm { .. } => "map_crm",
            Self::UnmapCrm => "unmap_crm",
        }
    }

    /// The permission that it needs.
    #[must_use]
    pub const fn permission(&self) -> Permission {
        match self {
            Self::Link { .. } | Self::Unlink => Permission::LinkMarketplaceAccount,
            Self::RegisterRole { .. }
            | Self::WithdrawRole { .. }
            | Self::MapUser { .. }
            | Self::UnmapUser { .. }
            | Self::UnmapUsers { .. } => Permission::MapMarketplaceUsers,
            Self::MapUsers { .. } => Permission::MapIamRoles,
            Self::MapCrm { .. } | Self::UnmapCrm => Permission::MapCrmIntegration,
        }
    }
}
