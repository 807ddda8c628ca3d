//! What can be asked of an account. Texts arrive as people typed them; deciding reads and judges them.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::forms::{CompanyInput, ContactInput, CustomerInput};
use crate::Id;

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Somebody who is not signed in.
    Visitor,
    /// A member of the account.
    Member(Id),
    /// An operator of the programme, by the name under which they work.
    Operator(String),
}

/// What an adapter has made sure of about somebody who registers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// They entered the code that was mailed to the address (REG-17, USR-6).
    pub address: bool,
    /// They passed the CAPTCHA (REG-19).
    pub captcha: bool,
    /// They chose a password that meets the policy; it is kept apart from the log (REG-18, USR-11).
    pub password: bool,
}

impl Proof {
    /// Everything is proven.
    pub const COMPLETE: Self = Self { address: true, captcha: true, password: true };
}

/// Registers a company (REG-2..26).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterCompany {
    /// The registrant's name.
    pub name: String,
    /// The registrant's address; its domain becomes the company's.
    pub email: String,
    /// The Yes to being the main contact and becoming lead (REG-15).
    pub accepts_lead: bool,
    /// The acceptance of the terms, with the authority to give it (REG-4, C-056).
    pub accepts_terms: bool,
    /// About the registrant's work.
    pub customer: CustomerInput,
    /// How the registrant is reached.
    pub contact: ContactInput,
    /// About the company.
    pub company: CompanyInput,
    /// The primary offering, by its id (REG-21).
    pub offering: String,
    /// What was made sure of.
    pub proof: Proof,
    /// The tenant that has the address's domain already, if any: a fact from the directory.
    pub domain_owner: Option<Id>,
}

/// Registers a person of a registered company, by domain or by invitation (USR-1..12, INV-7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Join {
    /// The invitation whose link was followed. Without one, an open invitation of the address is found all the same.
    pub invitation: Option<Id>,
    /// The person's name.
    pub name: String,
    /// The person's address.
    pub email: String,
    /// About the person's work.
    pub customer: CustomerInput,
    /// How the person is reached.
    pub contact: ContactInput,
    /// What was made sure of.
    pub proof: Proof,
}

/// One person to invite (INV-3, INV-4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InviteRow {
    /// The address.
    pub email: String,
    /// The ids of one or more roles.
    pub roles: Vec<String>,
}

/// The changes of one person's roles (USR-18..22).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleRow {
    /// The person.
    pub member: Id,
    /// The ids of roles to give.
    #[serde(default)]
    pub assign: Vec<String>,
    /// The ids of roles to take; they are taken first (C-038).
    #[serde(default)]
    pub unassign: Vec<String>,
}

/// What can be asked of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Register a company.
    RegisterCompany(RegisterCompany),
    /// Join a registered company.
    Join(Join),
    /// Invite people (INV-1..10).
    Invite {
        /// One row a person.
        rows: Vec<InviteRow>,
    },
    /// Take an open invitation back.
    WithdrawInvitation {
        /// The invitation.
        invitation: Id,
    },
    /// Mail an open or expired invitation again, with a new term.
    RenewInvitation {
        /// The invitation.
        invitation: Id,
    },
    /// Give and take roles (USR-13..25).
    UpdateRoles {
        /// One row a person.
        rows: Vec<RoleRow>,
    },
    /// Move the lead role (USR-26..28).
    ReassignLead {
        /// The new lead.
        to: Id,
        /// The typed word.
        typed: String,
    },
    /// Hand the own cloud administrator's role to somebody else (C-020).
    HandOverCloudAdmin {
        /// Who gets it.
        to: Id,
    },
    /// Remove a person for good (USR-29..35).
    RemoveMember {
        /// The person.
        member: Id,
        /// The typed word.
        typed: String,
    },
    /// Block a person's sign-in for good (AUDIT-8, C-035).
    DeactivateMember {
        /// The person.
        member: Id,
    },
    /// Ask for another lead; changes no role (PROFILE-7, C-029).
    RequestLeadChange {
        /// Why, and who should be lead.
        note: String,
    },
    /// Add an e-mail domain (PROFILE-22).
    AddDomain {
        /// The domain as typed.
        domain: String,
        /// The tenant that has it already, if any: a fact from the directory.
        owner: Option<Id>,
    },
    /// Withdraw an e-mail domain; its members stay.
    WithdrawDomain {
        /// The domain as typed.
        domain: String,
    },
    /// Change what the company says about itself (PROFILE-8).
    EditCompany {
        /// The new information.
        company: CompanyInput,
    },
    /// Change the own contact details (PROFILE-24).
    EditProfile {
        /// The new name.
        name: String,
        /// The new customer information.
        customer: CustomerInput,
        /// The new contact information.
        contact: ContactInput,
    },
    /// Record that the own password was changed or reset (PROFILE-25, PWD-10); the hash is kept apart.
    NotePasswordChange,
    /// Put the company on a stage of a path; operators only.
    SetStage {
        /// The path, by its id.
        path: String,
        /// The stage, by its id.
        stage: String,
    },
}

impl Command {
    /// The command's name in snake case, for logs and audits.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::RegisterCompany(_) => "register_company",
            Self::Join(_) => "join",
            Self::Invite { .. } => "invite",
            Self::WithdrawInvitation { .. } => "withdraw_invitation",
            Self::RenewInvitation { .. } => "renew_invitation",
            Self::UpdateRoles { .. } => "update_roles",
            Self::ReassignLead { .. } => "reassign_lead",
            Self::HandOverCloudAdmin { .. } => "hand_over_cloud_admin",
            Self::RemoveMember { .. } => "remove_member",
            Self::DeactivateMember { .. } => "deactivate_member",
            Self::RequestLeadChange { .. } => "request_lead_change",
            Self::AddDomain { .. } => "add_domain",
            Self::WithdrawDomain { .. } => "withdraw_domain",
            Self::EditCompany { .. } => "edit_company",
            Self::EditProfile { .. } => "edit_profile",
            Self::NotePasswordChange => "note_password_change",
            Self::SetStage { .. } => "set_stage",
        }
    }
}
