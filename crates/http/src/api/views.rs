//! What the API shows of an account. No core type goes out as it is, so that the core can change inside.

use chrono::{DateTime, Utc};
use guildhall_core::account::{Account, Company, Contact, Customer, Invitation, InvitationStatus, Member, Status};
use guildhall_core::{Id, Program};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A person of the company.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MemberView {
    /// The person's id.
    pub(super) id: String,
    /// Their name.
    pub(super) name: String,
    /// Their address.
    pub(super) email: String,
    /// `active`, `deactivated` or `removed`.
    pub(super) status: &'static str,
    /// The ids of their roles, the one that everybody has included.
    pub(super) roles: Vec<String>,
}

impl MemberView {
    pub(super) fn new(program: &Program, id: Id, member: &Member) -> Self {
        let base = program.role(program.base()).map(|r| r.name.clone());
        let status = match member.status {
            Status::Active => "active",
            Status::Deactivated => "deactivated",
            Status::Removed => "removed",
        };
        Self {
            id: id.to_string(),
            name: member.name.to_string(),
            email: member.email.to_string(),
            status,
            roles: member.roles.iter().cloned().chain(base).collect(),
        }
    }
}

/// An invitation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct InvitationView {
    /// Its id. The secret of its link is never shown.
    pub(super) id: String,
    /// Whom it invites.
    pub(super) email: String,
    /// The ids of the roles that wait.
    pub(super) roles: Vec<String>,
    /// `open`, `accepted` or `withdrawn`; an open one is of no use after `expires_at`.
    pub(super) status: &'static str,
    /// When it ends.
    pub(super) expires_at: DateTime<Utc>,
    /// The id of the person who answers for it.
    pub(super) by: String,
}

impl InvitationView {
    pub(super) fn new(id: Id, invitation: &Invitation) -> Self {
        let status = match invitation.status {
            InvitationStatus::Open => "open",
            InvitationStatus::Accepted => "accepted",
            InvitationStatus::Withdrawn => "withdrawn",
        };
        Self {
            id: id.to_string(),
            email: invitation.email.to_string(),
            roles: invitation.roles.iter().cloned().collect(),
            status,
            expires_at: invitation.expires_at,
            by: invitation.by.to_string(),
        }
    }
}

/// What a person tells about their work.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CustomerBody {
    /// Their position.
    pub(super) job_title: String,
    /// Their department, or an empty text.
    #[serde(default)]
    pub(super) department: String,
}

/// How a person is reached.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ContactBody {
    /// A telephone number.
    pub(super) phone: String,
    /// The country or region.
    pub(super) country: String,
    /// The city, or an empty text.
    #[serde(default)]
    pub(super) city: String,
}

/// What a company says about itself.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CompanyBody {
    /// The company's name.
    pub(super) name: String,
    /// The country or region of its seat.
    pub(super) country: String,
    /// Its web address, or an empty text.
    #[serde(default)]
    pub(super) website: String,
    /// What it does and for whom, or an empty text.
    #[serde(default)]
    pub(super) description: String,
}

impl From<CustomerBody> for guildhall_core::account::CustomerInput {
    fn from(body: CustomerBody) -> Self {
        Self { job_title: body.job_title, department: body.department }
    }
}

impl From<ContactBody> for guildhall_core::account::ContactInput {
    fn from(body: ContactBody) -> Self {
        Self { phone: body.phone, country: body.country, city: body.city }
    }
}

impl From<CompanyBody> for guildhall_core::account::CompanyInput {
    fn from(body: CompanyBody) -> Self {
        Self { name: body.name, country: body.country, website: body.website, description: body.description }
    }
}

impl From<&Customer> for CustomerBody {
    fn from(customer: &Customer) -> Self {
        let input = guildhall_core::account::CustomerInput::from(customer);
        Self { job_title: input.job_title, department: input.department }
    }
}

impl From<&Contact> for ContactBody {
    fn from(contact: &Contact) -> Self {
        let input = guildhall_core::account::ContactInput::from(contact);
        Self { phone: input.phone, country: input.country, city: input.city }
    }
}

impl From<&Company> for CompanyBody {
    fn from(company: &Company) -> Self {
        let input = guildhall_core::account::CompanyInput::from(company);
        Self { name: input.name, country: input.country, website: input.website, description: input.description }
    }
}

/// The company as its people see it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CompanyView {
    /// The tenant's id.
    pub(super) id: String,
    /// What it says about itself.
    pub(super) company: CompanyBody,
    /// Its e-mail domains.
    pub(super) domains: Vec<String>,
    /// The id of the primary offering.
    pub(super) offering: String,
    /// Its paths, each with the stage reached.
    pub(super) stages: Vec<StageView>,
}

/// A path with the stage reached.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct StageView {
    /// The id of the path.
    pub(super) path: String,
    /// The id of the stage.
    pub(super) stage: String,
}

impl CompanyView {
    pub(super) fn new(account: &Account) -> Self {
        let stage = |(path, stage): (&String, &String)| StageView { path: path.clone(), stage: stage.clone() };
        Self {
            id: account.tenant().map(|t| t.to_string()).unwrap_or_default(),
            company: account.company().map(CompanyBody::from).unwrap_or_default(),
            domains: account.domains().iter().map(ToString::to_string).collect(),
            offering: account.offering().to_owned(),
            stages: account.stages().iter().map(stage).collect(),
        }
    }
}
