//! What must hold of a batch and of each event in it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use guildhall_core::Id;
use guildhall_core::account::{Actor, Event, Recorded};

use super::rights::{CLOUD, INVITATION_DAYS, INVITE_ROWS_MOST, LEAD, UPDATE_ROWS_MOST, may_cause, may_give};
use super::{Access, Auditor, Books, Invariant, Stand, Violation, domain_of, plain};

/// Whether a cloud administrator hands the own role to one other person in this batch (C-020).
pub(super) fn is_hand_over(before: &Books, recorded: &Recorded, batch: &[Recorded]) -> bool {
    let Actor::Member(me) = recorded.actor else { return false };
    let had = before.person(me).is_some_and(|p| p.roles.iter().any(|r| r == CLOUD));
    let [taken, given] = batch else { return false };
    let (Event::RoleUnassigned { member: from, role: lost }, Event::RoleAssigned { member: to, role: gained }) =
        (&taken.event, &given.event)
    else {
        return false;
    };
    had && *from == me && *to != me && lost == CLOUD && gained == CLOUD
}

impl Auditor {
    /// Who, when, from where, in which request.
    pub(super) fn attribution(&mut self, tenant: usize, before: &Books, batch: &[Recorded]) -> Result<(), Violation> {
        let mut last_at = before.last_at;
        for recorded in batch {
            let named = match &recorded.actor {
                Actor::Visitor => true,
                Actor::Operator(name) => !name.is_empty(),
                Actor::Member(id) => before.person(*id).is_some(),
            };
            let fresh = !before.requests.contains(&recorded.request);
            let whole = named && !recorded.source.is_empty() && !recorded.request.is_empty() && fresh;
            self.check(Invariant::Attributed, tenant, whole, || {
                format!("{} by {:?} in request {:?}", recorded.event.name(), recorded.actor, recorded.request)
            })?;
            let (at, previous) = (recorded.at, last_at);
            self.check(Invariant::Time, tenant, previous.is_none_or(|p| p <= at), || {
                format!("{at} after {previous:?}")
            })?;
            last_at = Some(at);
        }
        Ok(())
    }

    /// How much one command did.
    pub(super) fn rows(&mut self, tenant: usize, batch: &[Recorded]) -> Result<(), Violation> {
        let mut people = BTreeSet::new();
        let mut changes: BTreeMap<(Id, &str, bool), usize> = BTreeMap::new();
        let mut invited = 0;
        for recorded in batch {
            match &recorded.event {
                Event::RoleAssigned { member, role } => {
                    people.insert(*member);
                    *changes.entry((*member, role, true)).or_default() += 1;
                }
                Event::RoleUnassigned { member, role } => {
                    people.insert(*member);
                    *changes.entry((*member, role, false)).or_default() += 1;
                }
                Event::RoleChangeRefused { member, .. } => {
                    people.insert(*member);
                }
                Event::InvitationSent { .. } => invited += 1,
                // Anything else comes alone and has no rows.
                Event::CompanyRegistered { .. }
                | Event::MemberJoined { .. }
                | Event::InvitationRenewed { .. }
                | Event::InvitationWithdrawn { .. }
                | Event::LeadReassigned { .. }
                | Event::LeadChangeRequested { .. }
                | Event::MemberRemoved { .. }
                | Event::MemberDeactivated { .. }
                | Event::DomainAdded { .. }
                | Event::DomainWithdrawn { .. }
                | Event::CompanyEdited { .. }
                | Event::ProfileEdited { .. }
                | Event::PasswordChanged { .. }
                | Event::StageSet { .. } => {}
            }
        }
        let covered = people.len();
        let once = changes.values().all(|n| *n == 1);
        self.check(Invariant::Rows, tenant, covered <= UPDATE_ROWS_MOST && once && invited <= INVITE_ROWS_MOST, || {
            format!("{covered} people in an update, {invited} invitations, each change once: {once}")
        })
    }

    /// What must hold of one event: `before` are the books before its batch, `now` those just before it.
    pub(super) fn event(
        &mut self,
        tenant: usize,
        before: &Books,
        now: &Books,
        recorded: &Recorded,
        handing_over: bool,
    ) -> Result<(), Violation> {
        self.cause(tenant, before, recorded, handing_over)?;
        match &recorded.event {
            Event::InvitationSent { email, roles, by, expires_at, .. } => {
                self.at_home(tenant, now, &plain(email))?;
                self.giving(tenant, before, *by, roles)?;
                let term = *expires_at - recorded.at;
                self.term(tenant, term)
            }
            Event::InvitationRenewed { invitation, by, expires_at } => {
                let invite = now.invite(*invitation);
                let waits = invite.is_some_and(|i| i.stand == Stand::Waiting);
                self.check(Invariant::Invitations, tenant, waits, || format!("{invitation} renewed and not waiting"))?;
                let roles = invite.map(|i| i.roles.clone()).unwrap_or_default();
                self.giving(tenant, before, *by, &roles)?;
                let term = *expires_at - recorded.at;
                self.term(tenant, term)
            }
            Event::InvitationWithdrawn { invitation } => {
                let waits = now.invite(*invitation).is_some_and(|i| i.stand == Stand::Waiting);
                self.check(Invariant::Invitations, tenant, waits, || format!("{invitation} withdrawn and not waiting"))
            }
            Event::CompanyRegistered { domain, lead, .. } => {
                self.check(Invariant::Rights, tenant, now.id.is_none(), || "registered twice".to_owned())?;
                let home = domain_of(&plain(&lead.email)) == domain.as_str();
                self.check(Invariant::OwnDomains, tenant, home, || "the lead is at another domain".to_owned())
            }
            Event::MemberJoined { person, invitation, roles } => {
                self.joined(tenant, now, recorded, &plain(&person.email), *invitation, roles)
            }
            Event::RoleAssigned { member, .. } | Event::RoleUnassigned { member, .. } => {
                self.active(tenant, now, *member)
            }
            Event::LeadReassigned { from, to, role } => {
                let led = now.lead().map(|p| p.id) == Some(*from);
                // By the lead's own hand, or by an operator where the lead cannot (C-029).
                let by = match recorded.actor {
                    Actor::Member(id) => id == *from,
                    Actor::Operator(_) => true,
                    Actor::Visitor => false,
                };
                let right = led && role == LEAD && by;
                self.check(Invariant::Grants, tenant, right, || {
                    format!("{role} moved from {from} by {:?}", recorded.actor)
                })?;
                self.active(tenant, now, *to)
            }
            Event::MemberRemoved { member } | Event::MemberDeactivated { member } => {
                let leads = now.lead().map(|p| p.id) == Some(*member);
                let oneself = recorded.actor == Actor::Member(*member);
                let there = now.person(*member).is_some_and(|p| p.access != Access::Gone);
                self.check(Invariant::Access, tenant, there && !leads && !oneself, || {
                    format!("{} of {member}, lead: {leads}, by themselves: {oneself}", recorded.event.name())
                })
            }
            Event::DomainAdded { .. }
            | Event::DomainWithdrawn { .. }
            | Event::RoleChangeRefused { .. }
            | Event::LeadChangeRequested { .. }
            | Event::CompanyEdited { .. }
            | Event::ProfileEdited { .. }
            | Event::PasswordChanged { .. }
            | Event::StageSet { .. } => Ok(()),
        }
    }

    /// Whether the actor may cause the event.
    fn cause(
        &mut self,
        tenant: usize,
        before: &Books,
        recorded: &Recorded,
        handing_over: bool,
    ) -> Result<(), Violation> {
        let name = recorded.event.name();
        let right = match (&recorded.actor, name) {
            (Actor::Visitor | Actor::Operator(_), "company_registered" | "member_joined")
            | (
                Actor::Operator(_),
                // An invitation goes with the person whom it waited for.
                "stage_set" | "lead_reassigned" | "member_removed" | "member_deactivated" | "invitation_withdrawn",
            ) => true,
            (Actor::Visitor | Actor::Operator(_), _) => false,
            (Actor::Member(id), _) => {
                self.acts(tenant, before, *id)?;
                let held = before.person(*id).map(|p| p.roles.clone()).unwrap_or_default();
                may_cause(name).is_none_or(|roles| held.iter().any(|h| roles.contains(&h.as_str())))
                    && about_oneself(&recorded.event).is_none_or(|of| of == *id)
            }
        };
        self.check(Invariant::Rights, tenant, right, || format!("{name} by {:?}", recorded.actor))?;
        let (Event::RoleAssigned { role, .. } | Event::RoleUnassigned { role, .. }, Actor::Member(actor)) =
            (&recorded.event, &recorded.actor)
        else {
            return Ok(());
        };
        if handing_over {
            return Ok(());
        }
        self.giving(tenant, before, *actor, std::slice::from_ref(role))
    }

    /// Nobody acts without access.
    fn acts(&mut self, tenant: usize, before: &Books, actor: Id) -> Result<(), Violation> {
        let access = before.person(actor).map(|p| p.access);
        self.check(Invariant::Access, tenant, access == Some(Access::Active), || {
            format!("{actor} acts and is {access:?}")
        })
    }

    /// Roles are changed of active people only.
    fn active(&mut self, tenant: usize, now: &Books, member: Id) -> Result<(), Violation> {
        let access = now.person(member).map(|p| p.access);
        self.check(Invariant::Access, tenant, access == Some(Access::Active), || {
            format!("a role of {member}, who is {access:?}")
        })
    }

    /// `giver` may give every one of `roles`.
    fn giving(&mut self, tenant: usize, books: &Books, giver: Id, roles: &[String]) -> Result<(), Violation> {
        let held: Vec<String> =
            books.person(giver).filter(|p| p.access == Access::Active).map(|p| p.roles.clone()).unwrap_or_default();
        for role in roles {
            let may = may_give(held.iter().map(String::as_str), role);
            self.check(Invariant::Grants, tenant, may, || format!("{role} by {giver}, who holds {held:?}"))?;
        }
        Ok(())
    }

    fn term(&mut self, tenant: usize, term: TimeDelta) -> Result<(), Violation> {
        let right = term == TimeDelta::days(INVITATION_DAYS);
        self.check(Invariant::Invitations, tenant, right, || format!("an invitation for {} s", term.num_seconds()))
    }

    fn at_home(&mut self, tenant: usize, now: &Books, email: &str) -> Result<(), Violation> {
        let home = now.domains.iter().any(|d| d == domain_of(email));
        self.check(Invariant::OwnDomains, tenant, home, || format!("an address at {}", domain_of(email)))
    }

    fn joined(
        &mut self,
        tenant: usize,
        now: &Books,
        recorded: &Recorded,
        email: &str,
        invitation: Option<Id>,
        roles: &[String],
    ) -> Result<(), Violation> {
        self.at_home(tenant, now, email)?;
        let earlier: Vec<_> = now.people.iter().filter(|p| p.email == email).collect();
        let gone_after = earlier.iter().filter_map(|p| p.gone_after).max();
        let all_gone = earlier.iter().all(|p| p.access == Access::Gone);
        let invite = invitation.and_then(|id| now.invite(id));
        let back = gone_after.is_none_or(|gone| invite.is_some_and(|i| i.offered_after > gone));
        self.check(Invariant::Access, tenant, all_gone && back, || {
            format!("joined again, removed first: {all_gone}, by a later invitation: {back}")
        })?;
        let Some(id) = invitation else {
            return self
                .check(Invariant::Grants, tenant, roles.is_empty(), || format!("joined by domain with {roles:?}"));
        };
        let same = |roles: &[String]| roles.iter().cloned().collect::<BTreeSet<_>>();
        let holds = invite.is_some_and(|i| i.is_open(recorded.at) && i.email == email && same(&i.roles) == same(roles));
        self.check(Invariant::Invitations, tenant, holds, || {
            let stand = invite.map(|i| (i.stand, i.expires_at, i.email == email));
            format!("{id} accepted at {} and was {stand:?}", recorded.at)
        })?;
        // Who answers for it has to be able to give its roles still.
        match invite.map(|i| i.by) {
            Some(by) => self.giving(tenant, now, by, roles),
            None => Ok(()),
        }
    }

    /// Nothing of the event is another tenant's, nor its own already.
    pub(super) fn elsewhere(&mut self, tenant: usize, recorded: &Recorded) -> Result<(), Violation> {
        let (domain, email) = match &recorded.event {
            Event::CompanyRegistered { domain, lead, .. } => (Some(domain.to_string()), Some(plain(&lead.email))),
            Event::DomainAdded { domain } => (Some(domain.to_string()), None),
            Event::MemberJoined { person, .. } => (None, Some(plain(&person.email))),
            Event::InvitationSent { .. }
            | Event::InvitationRenewed { .. }
            | Event::InvitationWithdrawn { .. }
            | Event::RoleAssigned { .. }
            | Event::RoleUnassigned { .. }
            | Event::RoleChangeRefused { .. }
            | Event::LeadReassigned { .. }
            | Event::LeadChangeRequested { .. }
            | Event::MemberRemoved { .. }
            | Event::MemberDeactivated { .. }
            | Event::DomainWithdrawn { .. }
            | Event::CompanyEdited { .. }
            | Event::ProfileEdited { .. }
            | Event::PasswordChanged { .. }
            | Event::StageSet { .. } => (None, None),
        };
        let domains = |b: &Books| domain.as_ref().is_some_and(|d| b.domains.contains(d));
        let twice = self.books().iter().any(domains);
        let others = self.books().iter().enumerate().filter(|(n, _)| *n != tenant);
        let shared = email.is_some_and(|e| {
            others.clone().any(|(_, b)| b.people.iter().any(|p| p.access != Access::Gone && p.email == e))
        });
        self.check(Invariant::Directory, tenant, !twice && !shared, || {
            format!("{}: its domain is taken: {twice}, its address is: {shared}", recorded.event.name())
        })
    }
}

/// Whom an event is about that people cause for themselves only.
fn about_oneself(event: &Event) -> Option<Id> {
    match event {
        Event::ProfileEdited { member, .. } | Event::PasswordChanged { member } => Some(*member),
        Event::LeadChangeRequested { by, .. }
        | Event::InvitationSent { by, .. }
        | Event::InvitationRenewed { by, .. } => Some(*by),
        Event::CompanyRegistered { .. }
        | Event::MemberJoined { .. }
        | Event::InvitationWithdrawn { .. }
        | Event::RoleAssigned { .. }
        | Event::RoleUnassigned { .. }
        | Event::RoleChangeRefused { .. }
        | Event::LeadReassigned { .. }
        | Event::MemberRemoved { .. }
        | Event::MemberDeactivated { .. }
        | Event::DomainAdded { .. }
        | Event::DomainWithdrawn { .. }
        | Event::CompanyEdited { .. }
        | Event::StageSet { .. } => None,
    }
}
