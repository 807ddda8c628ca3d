//! The auditor's own picture of every tenant, drawn from the log alone: plain lists and texts, no code of the account.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use guildhall_core::Id;
use guildhall_core::account::{Event, NewMember, Recorded};

use super::rights::{LEAD, seats};

/// Whether a person has access.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// They have.
    Active,
    /// Their sign-in is blocked.
    Blocked,
    /// They were removed.
    Gone,
}

/// A person.
#[derive(Clone, Debug)]
pub struct Person {
    /// Their id.
    pub id: Id,
    /// Their address in lower case.
    pub email: String,
    /// Whether they have access.
    pub access: Access,
    /// Their roles, the base role aside.
    pub roles: Vec<String>,
    /// After how many events of the tenant they were removed.
    pub gone_after: Option<usize>,
}

/// Where an invitation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Neither accepted nor taken back.
    Waiting,
    /// Accepted.
    Used,
    /// Taken back.
    Withdrawn,
}

/// An invitation.
#[derive(Clone, Debug)]
pub struct Invite {
    /// Its id.
    pub id: Id,
    /// The address in lower case.
    pub email: String,
    /// The roles that wait.
    pub roles: Vec<String>,
    /// Who answers for it.
    pub by: Id,
    /// The first moment at which it is too old.
    pub expires_at: DateTime<Utc>,
    /// Where it stands.
    pub stand: Stand,
    /// After how many events of the tenant it was last offered: sent or renewed.
    pub offered_after: usize,
}

impl Invite {
    /// Whether it holds its seats at `now`.
    #[must_use]
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.stand == Stand::Waiting && now < self.expires_at
    }
}

/// One tenant.
#[derive(Clone, Debug, Default)]
pub struct Books {
    /// Its id, once registered.
    pub id: Option<Id>,
    /// Its domains.
    pub domains: Vec<String>,
    /// Everybody who ever was a member, in the order in which they came.
    pub people: Vec<Person>,
    /// Every invitation, in the order in which they were sent.
    pub invites: Vec<Invite>,
    /// Its stages as (path, stage).
    pub stages: Vec<(String, String)>,
    /// How many events there were.
    pub events: usize,
    /// When the last one was.
    pub last_at: Option<DateTime<Utc>>,
    /// The requests that brought the batches, none twice.
    pub requests: BTreeSet<String>,
}

/// The address as the auditor compares it.
#[must_use]
pub fn plain(address: &impl ToString) -> String {
    address.to_string().to_ascii_lowercase()
}

/// What stands behind the `@`.
#[must_use]
pub fn domain_of(address: &str) -> &str {
    address.rsplit('@').next().unwrap_or_default()
}

impl Books {
    /// The person with this id.
    #[must_use]
    pub fn person(&self, id: Id) -> Option<&Person> {
        self.people.iter().find(|p| p.id == id)
    }

    /// The person who has this address now; of several one after the other, the last.
    #[must_use]
    pub fn by_address(&self, address: &str) -> Option<&Person> {
        self.people.iter().rev().find(|p| p.email == address)
    }

    /// The invitation with this id.
    #[must_use]
    pub fn invite(&self, id: Id) -> Option<&Invite> {
        self.invites.iter().find(|i| i.id == id)
    }

    /// Everybody with access.
    pub fn active(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|p| p.access == Access::Active)
    }

    /// Everybody with access who holds `role`.
    pub fn holders(&self, role: &str) -> impl Iterator<Item = &Person> {
        self.active().filter(move |p| p.roles.iter().any(|r| r == role))
    }

    /// The lead.
    #[must_use]
    pub fn lead(&self) -> Option<&Person> {
        self.holders(LEAD).next()
    }

    /// How many seats of `role` are taken at `now`: active holders and open invitations.
    #[must_use]
    pub fn taken(&self, role: &str, now: DateTime<Utc>) -> usize {
        let waiting = self.invites.iter().filter(|i| i.is_open(now) && i.roles.iter().any(|r| r == role));
        self.holders(role).count() + waiting.count()
    }

    /// How many seats of `role` are free at `now`; many where it is not limited.
    #[must_use]
    pub fn free(&self, role: &str, now: DateTime<Utc>) -> usize {
        seats(role).map_or(usize::MAX, |all| all.saturating_sub(self.taken(role, now)))
    }

    /// Enters what was recorded, whether or not it should have been.
    pub fn enter(&mut self, recorded: &Recorded) {
        self.events += 1;
        self.last_at = Some(recorded.at);
        let now = self.events;
        match &recorded.event {
            Event::CompanyRegistered { tenant, domain, path, stage, lead_role, lead, .. } => {
                self.id = Some(*tenant);
                self.domains.push(domain.to_string());
                self.stages.push((path.clone(), stage.clone()));
                self.admit(lead, vec![lead_role.clone()]);
            }
            Event::MemberJoined { person, invitation, roles } => {
                let used = self.invites.iter_mut().find(|i| Some(i.id) == *invitation);
                used.into_iter().for_each(|i| i.stand = Stand::Used);
                self.admit(person, roles.clone());
            }
            Event::InvitationSent { invitation, email, roles, by, expires_at } => self.invites.push(Invite {
                id: *invitation,
                email: plain(email),
                roles: roles.clone(),
                by: *by,
                expires_at: *expires_at,
                stand: Stand::Waiting,
                offered_after: now,
            }),
            Event::InvitationRenewed { invitation, by, expires_at } => {
                for invite in self.invites.iter_mut().filter(|i| i.id == *invitation) {
                    (invite.by, invite.expires_at, invite.offered_after) = (*by, *expires_at, now);
                }
            }
            Event::InvitationWithdrawn { invitation } => {
                let withdrawn = self.invites.iter_mut().filter(|i| i.id == *invitation);
                withdrawn.for_each(|i| i.stand = Stand::Withdrawn);
            }
            Event::RoleAssigned { member, role } => self.with(*member, |p| p.roles.push(role.clone())),
            Event::RoleUnassigned { member, role } => self.with(*member, |p| p.roles.retain(|r| r != role)),
            Event::LeadReassigned { from, to, role } => {
                self.with(*from, |p| p.roles.retain(|r| r != role));
                self.with(*to, |p| p.roles.push(role.clone()));
            }
            Event::MemberRemoved { member } => {
                self.with(*member, |p| (p.access, p.gone_after) = (Access::Gone, Some(now)));
            }
            Event::MemberDeactivated { member } => self.with(*member, |p| p.access = Access::Blocked),
            Event::DomainAdded { domain } => self.domains.push(domain.to_string()),
            Event::DomainWithdrawn { domain } => self.domains.retain(|d| d != domain.as_str()),
            Event::StageSet { path, stage } => {
                self.stages.retain(|(p, _)| p != path);
                self.stages.push((path.clone(), stage.clone()));
            }
            Event::RoleChangeRefused { .. }
            | Event::LeadChangeRequested { .. }
            | Event::CompanyEdited { .. }
            | Event::ProfileEdited { .. }
            | Event::PasswordChanged { .. } => {}
        }
    }

    fn admit(&mut self, person: &NewMember, roles: Vec<String>) {
        self.people.push(Person {
            id: person.member,
            email: plain(&person.email),
            access: Access::Active,
            roles,
            gone_after: None,
        });
    }

    fn with(&mut self, id: Id, change: impl FnOnce(&mut Person)) {
        if let Some(person) = self.people.iter_mut().find(|p| p.id == id) {
            change(person);
        }
    }
}
