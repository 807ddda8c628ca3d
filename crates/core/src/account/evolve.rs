//! Folds events into the state. Total: a recorded event is never refused, whatever today's rules are.

use alloc::string::String;

use super::{Account, Event, Invitation, InvitationStatus, LeadChangeRequest, Member, NewMember, Status};
use crate::Id;

impl Account {
    /// The state after `event`.
    #[must_use]
    pub fn evolve(mut self, event: &Event) -> Self {
        self.apply(event);
        self
    }

    /// Folds `event` in.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::CompanyRegistered { tenant, company, domain, offering, path, stage, lead_role, lead } => {
                self.tenant = Some(*tenant);
                self.company = Some(company.clone());
                self.offering.clone_from(offering);
                self.domains.insert(domain.clone());
                self.stages.insert(path.clone(), stage.clone());
                self.admit(lead, core::slice::from_ref(lead_role));
            }
            Event::MemberJoined { person, invitation, roles } => {
                if let Some(accepted) = invitation.and_then(|id| self.invitations.get_mut(&id)) {
                    accepted.status = InvitationStatus::Accepted;
                }
                self.admit(person, roles);
            }
            Event::InvitationSent { invitation, email, roles, by, expires_at } => {
                let sent = Invitation {
                    email: email.clone(),
                    roles: roles.iter().cloned().collect(),
                    by: *by,
                    expires_at: *expires_at,
                    status: InvitationStatus::Open,
                };
                self.invitations.insert(*invitation, sent);
            }
            Event::InvitationRenewed { invitation, by, expires_at } => {
                if let Some(renewed) = self.invitations.get_mut(invitation) {
                    renewed.by = *by;
                    renewed.expires_at = *expires_at;
                }
            }
            Event::InvitationWithdrawn { invitation } => {
                if let Some(withdrawn) = self.invitations.get_mut(invitation) {
                    withdrawn.status = InvitationStatus::Withdrawn;
                }
            }
            Event::RoleAssigned { member, role } => self.give(*member, role),
            Event::RoleUnassigned { member, role } => self.take(*member, role),
            Event::LeadReassigned { from, to, role } => {
                self.take(*from, role);
                self.give(*to, role);
                // There is another lead now, which is what they asked for.
                self.lead_change_requests.clear();
            }
            Event::LeadChangeRequested { by, note } => {
                self.lead_change_requests.push(LeadChangeRequest { by: *by, note: note.clone() });
            }
            // The roles stay on record: they say what the person could do until then.
            Event::MemberRemoved { member } => self.with(*member, |m| m.status = Status::Removed),
            Event::MemberDeactivated { member } => self.with(*member, |m| m.status = Status::Deactivated),
            Event::DomainAdded { domain } => {
                self.domains.insert(domain.clone());
            }
            Event::DomainWithdrawn { domain } => {
                self.domains.remove(domain);
            }
            Event::CompanyEdited { company } => self.company = Some(company.clone()),
            Event::ProfileEdited { member, name, customer, contact } => self.with(*member, |m| {
                m.name = name.clone();
                m.customer = customer.clone();
                m.contact = contact.clone();
            }),
            Event::StageSet { path, stage } => {
                self.stages.insert(path.clone(), stage.clone());
            }
            // Kept for the trail; they change nothing that a decision reads.
            Event::RoleChangeRefused { .. } | Event::PasswordChanged { .. } => {}
        }
    }

    fn give(&mut self, member: Id, role: &str) {
        self.with(member, |m| {
            m.roles.insert(String::from(role));
        });
    }

    fn take(&mut self, member: Id, role: &str) {
        self.with(member, |m| {
            m.roles.remove(role);
        });
    }

    fn admit(&mut self, person: &NewMember, roles: &[String]) {
        let member = Member {
            name: person.name.clone(),
            email: person.email.clone(),
            status: Status::Active,
            roles: roles.iter().cloned().collect(),
            customer: person.customer.clone(),
            contact: person.contact.clone(),
        };
        self.members.insert(person.member, member);
    }

    fn with(&mut self, member: Id, change: impl FnOnce(&mut Member)) {
        if let Some(member) = self.members.get_mut(&member) {
            change(member);
        }
    }
}
