//! Why an account says no: stable codes, kinds, and facts.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

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
    /// Nobody is signed in.
    #[error("sign in first")]
    NotSignedIn,
    /// The actor was removed or deactivated.
    #[error("this person has no access any more")]
    NotActive,
    /// No role of the actor has the permission.
    #[error("none of your roles may do this ({permission})")]
    PermissionMissing {
        /// The permission.
        permission: Permission,
        /// The ids of the roles that have it.
        held_by: Vec<String>,
    },
    /// Only an operator of the programme does this.
    #[error("only an operator of the programme does this")]
    OperatorOnly,
    /// The mailed code was not entered (REG-17, USR-6).
    #[error("the address is not proven: enter the code that was mailed to it")]
    AddressNotProven,
    /// The CAPTCHA was not passed (REG-19).
    #[error("the CAPTCHA is not solved")]
    CaptchaMissing,
    /// No password was chosen (REG-18, USR-11).
    #[error("a password is missing")]
    PasswordMissing,
    /// No Yes to becoming lead (REG-15).
    #[error("the registrant has to agree to become lead")]
    LeadNotAccepted,
    /// The terms were not accepted (REG-4).
    #[error("the terms are not accepted")]
    TermsNotAccepted,
    /// The domain has an account already: register as a user (REG-6, C-045).
    #[error("a company with this domain is registered already")]
    CompanyRegistered,
    /// No account has the domain (REG-2, USR-1).
    #[error("no registered company has this domain")]
    CompanyNotRegistered,
    /// The address belongs to a member.
    #[error("this address has an account already")]
    AlreadyMember,
    /// The member of this address was deactivated.
    #[error("the person of this address is deactivated")]
    MemberDeactivated,
    /// The member of this address was removed: only an invitation leads back (USR-30, C-032).
    #[error("the person of this address was removed; only a new invitation leads back")]
    MemberRemoved,
    /// There is no such invitation, or it is not for this address.
    #[error("there is no such invitation")]
    InvitationMissing,
    /// Its time is over.
    #[error("the invitation is too old")]
    InvitationExpired,
    /// It was accepted or withdrawn.
    #[error("the invitation is no longer open")]
    InvitationClosed,
    /// Who invited may no longer give these roles.
    #[error("the invitation no longer holds: who sent it may no longer give these roles")]
    InvitationVoid,
    /// More rows than one update may have (USR-14).
    #[error("too many rows: at most {most}")]
    TooManyRows {
        /// The limit.
        most: u32,
    },
    /// The word to type was not typed (USR-28, USR-35, C-031).
    #[error("type the word {word:?} to go on")]
    ConfirmationMissing {
        /// The word.
        word: String,
    },
    /// There is no such person in the account.
    #[error("there is no such person in this company")]
    MemberMissing,
    /// The person was removed or deactivated.
    #[error("this person has no access any more")]
    TargetNotActive,
    /// The person holds the lead role, which has to move first (USR-32).
    #[error("this person is the lead; move the lead role first")]
    TargetIsLead,
    /// One cannot do this to oneself.
    #[error("nobody does this to themselves")]
    TargetIsSelf,
    /// The person holds the role already.
    #[error("this person holds the role already")]
    AlreadyHeld,
    /// Another account has the domain (PROFILE-22, C-047).
    #[error("another company has this domain")]
    DomainTaken,
    /// The account has the domain already, or has it no more.
    #[error("the domain is already as asked")]
    DomainUnchanged,
    /// The last domain of an account stays.
    #[error("a company keeps at least one domain")]
    LastDomain,
    /// The account stands there already.
    #[error("the company is on this stage already")]
    StageUnchanged,
}

impl Refusal {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::InvalidInput { .. } => "invalid_input",
            Self::NotSignedIn => "not_signed_in",
            Self::NotActive => "not_active",
            Self::PermissionMissing { .. } => "permission_missing",
            Self::OperatorOnly => "operator_only",
            Self::AddressNotProven => "address_not_proven",
            Self::CaptchaMissing => "captcha_missing",
            Self::PasswordMissing => "password_missing",
            Self::LeadNotAccepted => "lead_not_accepted",
            Self::TermsNotAccepted => "terms_not_accepted",
            Self::CompanyRegistered => "company_registered",
            Self::CompanyNotRegistered => "company_not_registered",
            Self::AlreadyMember => "already_member",
            Self::MemberDeactivated => "member_deactivated",
            Self::MemberRemoved => "member_removed",
            Self::InvitationMissing => "invitation_missing",
            Self::InvitationExpired => "invitation_expired",
            Self::InvitationClosed => "invitation_closed",
            Self::InvitationVoid => "invitation_void",
            Self::TooManyRows { .. } => "too_many_rows",
            Self::ConfirmationMissing { .. } => "confirmation_missing",
            Self::MemberMissing => "member_missing",
            Self::TargetNotActive => "target_not_active",
            Self::TargetIsLead => "target_is_lead",
            Self::TargetIsSelf => "target_is_self",
            Self::AlreadyHeld => "already_held",
            Self::DomainTaken => "domain_taken",
            Self::DomainUnchanged => "domain_unchanged",
            Self::LastDomain => "last_domain",
            Self::StageUnchanged => "stage_unchanged",
        }
    }

    /// The kind.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::InvalidInput { .. }
            | Self::CaptchaMissing
            | Self::PasswordMissing
            | Self::LeadNotAccepted
            | Self::TermsNotAccepted
            | Self::ConfirmationMissing { .. } => Kind::Invalid,
            Self::NotSignedIn | Self::AddressNotProven => Kind::Unauthenticated,
            Self::NotActive
            | Self::PermissionMissing { .. }
            | Self::OperatorOnly
            | Self::MemberRemoved
            | Self::MemberDeactivated
            | Self::TargetIsSelf => Kind::Forbidden,
            Self::CompanyNotRegistered | Self::InvitationMissing | Self::MemberMissing => Kind::Missing,
            Self::CompanyRegistered
            | Self::AlreadyMember
            | Self::InvitationExpired
            | Self::InvitationClosed
            | Self::InvitationVoid
            | Self::TargetNotActive
            | Self::TargetIsLead
            | Self::AlreadyHeld
            | Self::DomainTaken
            | Self::DomainUnchanged
            | Self::LastDomain
            | Self::StageUnchanged => Kind::Conflict,
            Self::TooManyRows { .. } => Kind::Limited,
        }
    }
}

impl From<Denied> for Refusal {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::NotSignedIn => Self::NotSignedIn,
            Denied::NotActive => Self::NotActive,
            Denied::PermissionMissing { permission, held_by } => Self::PermissionMissing { permission, held_by },
            Denied::OperatorOnly => Self::OperatorOnly,
        }
    }
}

/// Why one change of one role is prohibited, in an update or an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum RoleFault {
    /// The programme has no such role.
    #[error("there is no such role")]
    Unknown,
    /// The lead role moves by reassignment only (USR-15, INV-9).
    #[error("the lead role moves by reassignment only")]
    Lead,
    /// Everybody has the base role; nobody gives or takes it (C-022, C-054).
    #[error("everybody has this role")]
    Base,
    /// The actor may not give or take it.
    #[error("none of your roles may give or take this role")]
    NotGrantable,
    /// As many people as may hold it do (ROLE-19, ROLE-66).
    #[error("as many people as may hold this role do")]
    QuotaFull,
    /// The person has it already.
    #[error("this person holds the role already")]
    AlreadyHeld,
    /// The person does not have it.
    #[error("this person does not hold the role")]
    NotHeld,
    /// There is no such person.
    #[error("there is no such person in this company")]
    MemberMissing,
    /// The person was removed or deactivated.
    #[error("this person has no access any more")]
    MemberNotActive,
}

impl RoleFault {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unknown => "role_unknown",
            Self::Lead => "role_is_lead",
            Self::Base => "role_is_base",
            Self::NotGrantable => "role_not_grantable",
            Self::QuotaFull => "quota_full",
            Self::AlreadyHeld => "already_held",
            Self::NotHeld => "not_held",
            Self::MemberMissing => "member_missing",
            Self::MemberNotActive => "target_not_active",
        }
    }
}
