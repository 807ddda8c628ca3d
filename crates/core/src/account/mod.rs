//! The account of a company: its people, invitations, roles, lead, domains, stages.
//!
//! [`decide`] judges a command and returns events or a refusal; [`Account::apply`] folds an event into the state and never
//! refuses. Every door (page, API, command line, simulator) asks the same `decide`.
//!
//! INVARIANT (one-lead): a registered account has exactly one active member with the lead role (ROLE-6, USR-26).
//! INVARIANT (quota): active holders and open invitations of a role never exceed its quota (C-026).
//! INVARIANT (own-domains): a member joins only by a domain that is the account's at that time (REG-5, C-052).
//! INVARIANT (no-return): a removed person comes back by a new invitation only, with fresh roles (USR-30, C-032).
//! INVARIANT (no-lift): nobody gives a role that they may not give (ROLE-34, INV-10).

mod command;
mod decide;
mod effects;
mod event;
mod evolve;
mod forms;
mod refusal;

pub use crate::trail::Grounds;
pub use command::{Actor, Command, InviteRow, Join, Proof, RegisterCompany, RoleRow};
pub use decide::{decide, may_join, record};
pub use effects::{Effect, Letter, effects};
pub use event::{Event, NewMember, Recorded, RoleChange};
pub(crate) use forms::is_web_address;
pub use forms::{Company, CompanyInput, Contact, ContactInput, Customer, CustomerInput, Faults};
pub use refusal::{Refusal, RoleFault};

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::access::Standing;
use crate::identity::{Domain, EmailAddress};
use crate::program::{Program, RoleId, RoleSet};
use crate::text::{Name, Note};
use crate::{Id, Moment};

/// Whether a person has access.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// They have.
    Active,
    /// Their sign-in is blocked; they are still of the company (C-035).
    Deactivated,
    /// They were removed for good; what they did is kept (USR-29, USR-31).
    Removed,
}

/// A person of the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Their name.
    pub name: Name,
    /// Their address.
    pub email: EmailAddress,
    /// Whether they have access.
    pub status: Status,
    /// The ids of the roles they hold, the base role aside, which everybody has.
    pub roles: BTreeSet<String>,
    /// About their work.
    pub customer: Customer,
    /// How they are reached.
    pub contact: Contact,
}

/// Where an invitation stands. Whether it is too old is judged by the clock of each decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvitationStatus {
    /// It waits.
    Open,
    /// Somebody registered with it.
    Accepted,
    /// It was taken back.
    Withdrawn,
}

/// An invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Whom it invites.
    pub email: EmailAddress,
    /// The ids of the roles that wait.
    pub roles: BTreeSet<String>,
    /// Who answers for it: the member that sent it, or renewed it last.
    pub by: Id,
    /// From this moment on it is too old.
    pub expires_at: DateTime<Utc>,
    /// Where it stands.
    pub status: InvitationStatus,
}

impl Invitation {
    /// Whether it can be accepted at `now`.
    #[must_use]
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.status == InvitationStatus::Open && now < self.expires_at
    }
}

/// A wish for another lead (C-029).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadChangeRequest {
    /// Who wrote it.
    pub by: Id,
    /// What they wrote.
    pub note: Note,
}

/// The state of a company's account. The default is an account that nobody registered yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    tenant: Option<Id>,
    company: Option<Company>,
    offering: String,
    domains: BTreeSet<Domain>,
    stages: BTreeMap<String, String>,
    members: BTreeMap<Id, Member>,
    invitations: BTreeMap<Id, Invitation>,
    lead_change_requests: alloc::vec::Vec<LeadChangeRequest>,
}

impl Account {
    /// The tenant's id; `None` before registration.
    #[must_use]
    pub fn tenant(&self) -> Option<Id> {
        self.tenant
    }

    /// What the company says about itself.
    #[must_use]
    pub fn company(&self) -> Option<&Company> {
        self.company.as_ref()
    }

    /// The company's name; empty before registration.
    #[must_use]
    pub fn company_name(&self) -> &str {
        self.company.as_ref().map_or("", |c| c.name.as_str())
    }

    /// The id of the primary offering.
    #[must_use]
    pub fn offering(&self) -> &str {
        &self.offering
    }

    /// Its domains.
    #[must_use]
    pub fn domains(&self) -> &BTreeSet<Domain> {
        &self.domains
    }

    /// The ids of its paths, each with the id of the stage reached.
    #[must_use]
    pub fn stages(&self) -> &BTreeMap<String, String> {
        &self.stages
    }

    /// Everybody who ever was a member, by id.
    #[must_use]
    pub fn members(&self) -> &BTreeMap<Id, Member> {
        &self.members
    }

    /// The member with this id.
    #[must_use]
    pub fn member(&self, id: Id) -> Option<&Member> {
        self.members.get(&id)
    }

    /// The member with this address; of several that had it one after the other, the one who is not removed.
    #[must_use]
    pub fn member_by_address(&self, address: &EmailAddress) -> Option<(Id, &Member)> {
        let of_address = || self.members.iter().filter(|(_, m)| m.email == *address).map(|(id, m)| (*id, m));
        of_address().find(|(_, m)| m.status != Status::Removed).or_else(|| of_address().next())
    }

    /// Every invitation, by id.
    #[must_use]
    pub fn invitations(&self) -> &BTreeMap<Id, Invitation> {
        &self.invitations
    }

    /// The wishes for another lead since the lead last moved, oldest first.
    #[must_use]
    pub fn lead_change_requests(&self) -> &[LeadChangeRequest] {
        &self.lead_change_requests
    }

    /// The member who holds the lead role.
    #[must_use]
    pub fn lead(&self, program: &Program) -> Option<(Id, &Member)> {
        let role = program.role(program.lead())?;
        self.members.iter().find(|(_, m)| m.roles.contains(&role.name)).map(|(id, m)| (*id, m))
    }

    /// Where a member stands; nowhere if they have no access.
    #[must_use]
    pub fn standing(&self, program: &Program, member: Id) -> Standing {
        match self.members.get(&member) {
            Some(m) if m.status == Status::Active => Standing::new(
                program,
                m.roles.iter().map(String::as_str),
                self.stages.iter().map(|(path, stage)| (path.as_str(), stage.as_str())),
            ),
            _ => Standing::none(),
        }
    }

    /// Where whoever asks stands: members by their roles, everybody else nowhere.
    #[must_use]
    pub fn standing_of(&self, program: &Program, actor: &Actor) -> Standing {
        match actor {
            Actor::Member(id) => self.standing(program, *id),
            Actor::Visitor | Actor::Operator(_) => Standing::none(),
        }
    }

    /// The active members who hold one of `roles`: for example those who can grant a role that somebody lacks.
    pub fn holders_of_any<'a>(
        &'a self,
        program: &'a Program,
        roles: RoleSet,
    ) -> impl Iterator<Item = (Id, &'a Member)> + 'a {
        let active = self.members.iter().filter(|(_, m)| m.status == Status::Active);
        active.map(|(id, m)| (*id, m)).filter(move |(id, _)| self.standing(program, *id).roles().meets(roles))
    }

    /// How many seats of a role are taken at `moment`: active holders and open invitations (C-026).
    #[must_use]
    pub fn seats_taken(&self, program: &Program, role: RoleId, moment: &Moment) -> usize {
        let Some(role) = program.role(role) else { return 0 };
        let holders = self.members.values().filter(|m| m.status == Status::Active && m.roles.contains(&role.name));
        let waiting = self.invitations.values().filter(|i| i.is_open(moment.at) && i.roles.contains(&role.name));
        holders.count() + waiting.count()
    }
}

#[cfg(test)]
mod tests;
