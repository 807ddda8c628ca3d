//! Why something asked of the link is refused.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use crate::explain::{Action, CloudNeed, Missing};
use crate::iam::AccountId;
use crate::refusal::refusals;
use crate::setting::Denied;
use crate::{FieldFault, Id, Kind, Permission};

/// Why not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// They may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The input has faults.
    #[error("some fields need another look")]
    InvalidInput {
        /// All of them.
        faults: Vec<FieldFault>,
    },
    /// There is no link.
    #[error("link the accounts first")]
    NotLinked,
    /// There is a link already (C-104).
    #[error("the account {account} is linked; a company has one")]
    AlreadyLinked {
        /// With which account.
        account: AccountId,
    },
    /// The root user signed in (LINK-11).
    #[error("sign in as an IAM user, not as the root user of the account")]
    RootIdentity,
    /// Somebody else than an IAM user signed in (LINK-11).
    #[error("sign in as an IAM user of the account")]
    NotAnIamUser,
    /// Who signed in is of another account.
    #[error("whoever signs in has to be of the account that is linked")]
    IdentityElsewhere,
    /// The policies of who signed in do not allow to link (LINK-7).
    #[error("the policies of the IAM user do not allow to link: {why}")]
    LinkNotPermitted {
        /// What decided.
        why: String,
    },
    /// The connection was not allowed (LINK-13).
    #[error("the connection was not allowed at the marketplace")]
    NotAllowed,
    /// Nobody more can become cloud admin.
    #[error("as many people as may be cloud admin are")]
    QuotaFull,
    /// No role of that name is registered.
    #[error("no IAM role of this name is registered")]
    RoleMissing,
    /// The role is of another cloud account (C-104).
    #[error("the role is of another cloud account than the one that is linked")]
    RoleElsewhere,
    /// The role's name does not begin as it must (LINK-20).
    #[error("the name of an IAM role to be mapped begins with {prefix}")]
    RolePrefix {
        /// How it begins.
        prefix: String,
    },
    /// The role's trust policy does not let the service assume it (LINK-16, IAM-8).
    #[error("the trust policy of the role does not let the service assume it: {why}")]
    RoleNotTrusted {
        /// What decided.
        why: String,
    },
    /// A cloud admin is mapped to the cloud admin's role only (LINK-18).
    #[error("people with the cloud admin's role are mapped to the IAM role that linking created")]
    CloudAdminRoleOnly,
    /// The cloud admin's role is for cloud admins only (C-087).
    #[error("this IAM role is for people with the cloud admin's role")]
    RoleOfCloudAdmins,
    /// Somebody or something is mapped to the role, or the link needs it.
    #[error("this role is in use")]
    RoleInUse,
    /// There is no such person.
    #[error("there is no such person in this company")]
    MemberMissing,
    /// The person was removed or deactivated.
    #[error("this person has no access any more")]
    TargetNotActive,
    /// They are mapped already (LINK-26).
    #[error("this is mapped already; undo that first")]
    AlreadyMapped {
        /// Who; nobody where it is the CRM integration.
        user: Option<Id>,
    },
    /// They are not mapped.
    #[error("this is not mapped to an IAM role")]
    NotMapped,
    /// Cloud admins and others were picked together (C-084).
    #[error("pick people of one list: cloud admins, or the others")]
    ListsMixed,
    /// Too many people were picked.
    #[error("at most {most} people at a time")]
    TooManyUsers {
        /// How many may be.
        most: u32,
    },
    /// Too many roles are registered.
    #[error("at most {most} IAM roles")]
    TooManyRoles {
        /// How many may be.
        most: u32,
    },
    /// The role does not allow what attaching offers needs (LINK-17, LINK-28, C-102).
    #[error("the role does not allow {}", missing.join(" and "))]
    OfferActionsMissing {
        /// The actions.
        missing: Vec<String>,
    },
    /// The policies of the cloud admin's role do not allow the call (IAM-18).
    #[error("the policies of the cloud admin's IAM role do not allow this: {why}")]
    CallNotPermitted {
        /// What decided.
        why: String,
    },
}

refusals!(Refusal, form, |why| {
    Denied(denied) => denied.code(), denied.kind(), why.denied(denied);
    InvalidInput { faults } => "invalid_input", Kind::Invalid, why.fields(faults);
    NotLinked => "not_linked", Kind::Conflict, why.lacks(Missing::Link).members(Action::Run { command: "link" }, Permission::LinkMarketplaceAccount);
    AlreadyLinked { account } => "already_linked", Kind::Conflict, why.members(Action::Run { command: "unlink" }, Permission::LinkMarketplaceAccount);
    RootIdentity => "root_identity", Kind::Forbidden, why.cloud(CloudNeed::IamUser, []);
    NotAnIamUser => "not_an_iam_user", Kind::Forbidden, why.cloud(CloudNeed::IamUser, []);
    IdentityElsewhere => "identity_elsewhere", Kind::Forbidden, why.cloud(CloudNeed::IamUser, []);
    LinkNotPermitted { why: reason } => "link_not_permitted", Kind::Forbidden, why.cloud(CloudNeed::UserPolicy, [reason.clone()]);
    NotAllowed => "not_allowed", Kind::Invalid, why.cloud(CloudNeed::Consent, []);
    QuotaFull => "quota_full", Kind::Conflict, why.seat_given_with(Permission::AssignCloudAdminRole);
    RoleMissing => "role_missing", Kind::Missing, why.run("register_role");
    RoleElsewhere => "role_elsewhere", Kind::Forbidden, why.cloud(CloudNeed::RoleAccount, []);
    RolePrefix { prefix } => "role_prefix", Kind::Forbidden, why.cloud(CloudNeed::RoleName, [prefix.clone()]);
    RoleNotTrusted { why: reason } => "role_not_trusted", Kind::Forbidden, why.cloud(CloudNeed::TrustPolicy, [reason.clone()]);
    CloudAdminRoleOnly => "cloud_admin_role_only", Kind::Forbidden, why.you(Action::Correct);
    RoleOfCloudAdmins => "role_of_cloud_admins", Kind::Forbidden, why.you(Action::Correct);
    RoleInUse => "role_in_use", Kind::Conflict, why.run("unmap_user");
    MemberMissing => "member_missing", Kind::Missing, why.you(Action::LookAgain);
    TargetNotActive => "target_not_active", Kind::Conflict, why.you(Action::LookAgain);
    AlreadyMapped { user } => "already_mapped", Kind::Conflict, why.run(if user.is_some() { "unmap_user" } else { "unmap_crm" });
    NotMapped => "not_mapped", Kind::Conflict, why.you(Action::Nothing);
    ListsMixed => "lists_mixed", Kind::Invalid, why.you(Action::Correct);
    TooManyUsers { most } => "too_many_users", Kind::Limited, why.split((*most).into());
    TooManyRoles { most } => "too_many_roles", Kind::Limited, why.full((*most).into());
    OfferActionsMissing { missing } => "offer_actions_missing", Kind::Forbidden, why.cloud(CloudNeed::RolePolicy, missing.clone());
    CallNotPermitted { why: reason } => "call_not_permitted", Kind::Forbidden, why.cloud(CloudNeed::RolePolicy, [reason.clone()]);
});
