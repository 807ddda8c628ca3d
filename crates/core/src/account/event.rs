//! What happened to an account. The state is the fold of these; no secret ever enters one.
//!
//! Roles, paths and stages stand here by their ids in text, so that a log outlives every reordering of a programme.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::forms::{Company, Contact, Customer};
use crate::Id;
use crate::identity::{Domain, EmailAddress};
use crate::text::{Name, Note};

/// A new member as an event describes them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewMember {
    /// Their id.
    pub member: Id,
    /// Their name.
    pub name: Name,
    /// Their address.
    pub email: EmailAddress,
    /// About their work.
    pub customer: Customer,
    /// How they are reached.
    pub contact: Contact,
}

/// Whether a role was to be given or taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoleChange {
    /// Given.
    Assign,
    /// Taken.
    Unassign,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// A company was registered; its first member is lead (REG-3, ROLE-5).
    CompanyRegistered {
        /// The tenant's id.
        tenant: Id,
        /// What it said about itself.
        company: Company,
        /// Its domain.
        domain: Domain,
        /// The primary offering.
        offering: String,
        /// The path it decided (REG-22, REG-23).
        path: String,
        /// The stage it begins on.
        stage: String,
        /// The lead role's id.
        lead_role: String,
        /// The registrant, who accepted the terms and the lead (ROLE-9).
        lead: NewMember,
    },
    /// A person joined, by the domain of their address or by an invitation.
    MemberJoined {
        /// The person.
        person: NewMember,
        /// The invitation that was accepted.
        invitation: Option<Id>,
        /// The roles it gave, the base role aside (C-053).
        roles: Vec<String>,
    },
    /// A person was invited.
    InvitationSent {
        /// Its id.
        invitation: Id,
        /// The address.
        email: EmailAddress,
        /// The roles that wait.
        roles: Vec<String>,
        /// Who invited.
        by: Id,
        /// When it ends.
        expires_at: DateTime<Utc>,
    },
    /// An invitation got a new term and was mailed again.
    InvitationRenewed {
        /// Its id.
        invitation: Id,
        /// Who renewed it, and from now on answers for it.
        by: Id,
        /// When it ends.
        expires_at: DateTime<Utc>,
    },
    /// An invitation was taken back.
    InvitationWithdrawn {
        /// Its id.
        invitation: Id,
    },
    /// A role was given.
    RoleAssigned {
        /// To whom.
        member: Id,
        /// Which.
        role: String,
    },
    /// A role was taken.
    RoleUnassigned {
        /// From whom.
        member: Id,
        /// Which.
        role: String,
    },
    /// A change of a role in an update was prohibited; changes nothing, counted and kept (USR-24, USR-25).
    RoleChangeRefused {
        /// Whose role.
        member: Id,
        /// Which.
        role: String,
        /// What was asked.
        change: RoleChange,
        /// The refusal's code.
        code: String,
    },
    /// The lead role moved.
    LeadReassigned {
        /// The lead until now.
        from: Id,
        /// The new lead.
        to: Id,
        /// The lead role's id.
        role: String,
    },
    /// Somebody asked for another lead.
    LeadChangeRequested {
        /// Who.
        by: Id,
        /// What they wrote.
        note: Note,
    },
    /// A person was removed for good; their data is kept (USR-31).
    MemberRemoved {
        /// Who.
        member: Id,
    },
    /// A person's sign-in was blocked.
    MemberDeactivated {
        /// Who.
        member: Id,
    },
    /// A domain was added.
    DomainAdded {
        /// Which.
        domain: Domain,
    },
    /// A domain was withdrawn.
    DomainWithdrawn {
        /// Which.
        domain: Domain,
    },
    /// The company's information changed.
    CompanyEdited {
        /// What it says now.
        company: Company,
    },
    /// A person's details changed.
    ProfileEdited {
        /// Who.
        member: Id,
        /// The name now.
        name: Name,
        /// The customer information now.
        customer: Customer,
        /// The contact information now.
        contact: Contact,
    },
    /// A person changed or reset their password.
    PasswordChanged {
        /// Who.
        member: Id,
    },
    /// The company stands on a stage of a path.
    StageSet {
        /// The path.
        path: String,
        /// The stage.
        stage: String,
    },
}

impl Event {
    /// The event's name in snake case, as in its serialized form.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::CompanyRegistered { .. } => "company_registered",
            Self::MemberJoined { .. } => "member_joined",
            Self::InvitationSent { .. } => "invitation_sent",
            Self::InvitationRenewed { .. } => "invitation_renewed",
            Self::InvitationWithdrawn { .. } => "invitation_withdrawn",
            Self::RoleAssigned { .. } => "role_assigned",
            Self::RoleUnassigned { .. } => "role_unassigned",
            Self::RoleChangeRefused { .. } => "role_change_refused",
            Self::LeadReassigned { .. } => "lead_reassigned",
            Self::LeadChangeRequested { .. } => "lead_change_requested",
            Self::MemberRemoved { .. } => "member_removed",
            Self::MemberDeactivated { .. } => "member_deactivated",
            Self::DomainAdded { .. } => "domain_added",
            Self::DomainWithdrawn { .. } => "domain_withdrawn",
            Self::CompanyEdited { .. } => "company_edited",
            Self::ProfileEdited { .. } => "profile_edited",
            Self::PasswordChanged { .. } => "password_changed",
            Self::StageSet { .. } => "stage_set",
        }
    }
}

/// An event of an account with who, when, from where and why.
pub type Recorded = crate::trail::Recorded<Event>;
