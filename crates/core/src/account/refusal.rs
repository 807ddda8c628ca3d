//! Why an account says no: stable codes, kinds, and facts.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use crate::explain::{Action, By, Proof};
use crate::refusal::refusals;
use crate::setting::Denied;
use crate::{FieldFault, Kind, Permission, Permission as P};

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

refusals!(account Refusal, |why| {
    InvalidInput { faults } => "invalid_input", Kind::Invalid, why.fields(faults);
    NotSignedIn => "not_signed_in", Kind::Unauthenticated, why.denied(&Denied::NotSignedIn);
    NotActive => "not_active", Kind::Forbidden, why.denied(&Denied::NotActive);
    PermissionMissing { permission, held_by } => "permission_missing", Kind::Forbidden, why.permission(*permission, held_by);
    OperatorOnly => "operator_only", Kind::Forbidden, why.denied(&Denied::OperatorOnly);
    AddressNotProven => "address_not_proven", Kind::Unauthenticated, why.proof(Proof::Address);
    CaptchaMissing => "captcha_missing", Kind::Invalid, why.proof(Proof::Captcha);
    PasswordMissing => "password_missing", Kind::Invalid, why.proof(Proof::Password);
    LeadNotAccepted => "lead_not_accepted", Kind::Invalid, why.proof(Proof::Lead);
    TermsNotAccepted => "terms_not_accepted", Kind::Invalid, why.proof(Proof::Terms);
    CompanyRegistered => "company_registered", Kind::Conflict, why.you(Action::Join);
    CompanyNotRegistered => "company_not_registered", Kind::Missing, why.you(Action::Register);
    AlreadyMember => "already_member", Kind::Conflict, why.you(Action::SignIn);
    MemberDeactivated => "member_deactivated", Kind::Forbidden,
        why.members(Action::Run { command: "remove_member" }, P::RemoveUsers).members(Action::Invite, P::InviteUsers);
    MemberRemoved => "member_removed", Kind::Forbidden, why.members(Action::Invite, P::InviteUsers);
    InvitationMissing => "invitation_missing", Kind::Missing, why.you(Action::LookAgain).members(Action::Invite, P::InviteUsers);
    InvitationExpired => "invitation_expired", Kind::Conflict, why.members(Action::RenewInvitation, P::InviteUsers);
    InvitationClosed => "invitation_closed", Kind::Conflict, why.members(Action::Invite, P::InviteUsers);
    InvitationVoid => "invitation_void", Kind::Conflict, why.members(Action::RenewInvitation, P::InviteUsers);
    TooManyRows { most } => "too_many_rows", Kind::Limited, why.split((*most).into());
    ConfirmationMissing { word } => "confirmation_missing", Kind::Invalid, why.confirmation(Some(word));
    MemberMissing => "member_missing", Kind::Missing, why.you(Action::LookAgain);
    TargetNotActive => "target_not_active", Kind::Conflict, why.you(Action::LookAgain);
    TargetIsLead => "target_is_lead", Kind::Conflict, why.members(Action::HandOverLead, P::ReassignLead);
    TargetIsSelf => "target_is_self", Kind::Forbidden, why.colleagues();
    AlreadyHeld => "already_held", Kind::Conflict, why.you(Action::Nothing);
    DomainTaken => "domain_taken", Kind::Conflict, why.step(Action::Ask, By::Others);
    DomainUnchanged => "domain_unchanged", Kind::Conflict, why.you(Action::Nothing);
    LastDomain => "last_domain", Kind::Conflict, why.run("add_domain");
    StageUnchanged => "stage_unchanged", Kind::Conflict, why.you(Action::Nothing);
});

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
    /// Every one.
    pub const ALL: [Self; 9] = [
        Self::Unknown,
        Self::Lead,
        Self::Base,
        Self::NotGrantable,
        Self::QuotaFull,
        Self::AlreadyHeld,
        Self::NotHeld,
        Self::MemberMissing,
        Self::MemberNotActive,
    ];

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
