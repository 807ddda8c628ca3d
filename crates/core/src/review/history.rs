//! The past: the account at a moment, and since when each person holds what, given by whom.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use super::{Reach, Usage};
use crate::Id;
use crate::account::{Account, Actor, Event, Recorded, Status};
use crate::program::Program;
use crate::trail::Grounds;

/// The account as it was at `moment`: the fold of everything recorded until then, that moment included.
#[must_use]
pub fn as_of(log: &[Recorded], moment: DateTime<Utc>) -> Account {
    let mut account = Account::default();
    log.iter().filter(|line| line.at <= moment).for_each(|line| account.apply(&line.event));
    account
}

/// A role that somebody holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldRole {
    /// The role's id.
    pub role: String,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Who gave it; for a role that waited in an invitation, who answered for the invitation.
    pub granted_by: Actor,
}

/// What one person can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonReview {
    /// The person.
    pub member: Id,
    /// Their name.
    pub name: String,
    /// Whether they have access.
    pub status: Status,
    /// The roles they hold, the base role aside.
    pub roles: Vec<HeldRole>,
    /// The pages open to them and what they may do.
    pub reach: Reach,
}

/// What each person can do at `moment`, since when, and by whose grant.
#[must_use]
pub fn people(program: &Program, log: &[Recorded], moment: DateTime<Utc>) -> Vec<PersonReview> {
    let account = as_of(log, moment);
    let mut grants = grants(log, moment);
    let review = |(id, member): (&Id, &crate::account::Member)| {
        let held = |role: &String| grants.remove(&(*id, role.clone()));
        PersonReview {
            member: *id,
            name: String::from(member.name.as_str()),
            status: member.status,
            roles: member.roles.iter().filter_map(held).collect(),
            reach: Reach::of(program, &account.standing(program, *id)),
        }
    };
    account.members().iter().map(review).collect()
}

/// How each person used their access, as far as a trail tells: the permissions that what they did needed. When they signed
/// in last, and whether from several places at once, is for those to add who keep the sessions.
pub fn usage<'a>(trail: impl IntoIterator<Item = (&'a Actor, Option<&'a Grounds>)>) -> BTreeMap<Id, Usage> {
    let mut usage: BTreeMap<Id, Usage> = BTreeMap::new();
    for (actor, grounds) in trail {
        if let (Actor::Member(id), Some(grounds)) = (actor, grounds) {
            usage.entry(*id).or_default().used.insert(grounds.permission);
        }
    }
    usage
}

/// When each role came to its holder, and from whom.
fn grants(log: &[Recorded], moment: DateTime<Utc>) -> BTreeMap<(Id, String), HeldRole> {
    let mut grants = BTreeMap::new();
    let mut answering: BTreeMap<Id, Id> = BTreeMap::new();
    for line in log.iter().filter(|line| line.at <= moment) {
        let mut give = |member: &Id, role: &String, granted_by: Actor| {
            grants.insert((*member, role.clone()), HeldRole { role: role.clone(), since: line.at, granted_by });
        };
        match &line.event {
            Event::CompanyRegistered { lead, lead_role, .. } => give(&lead.member, lead_role, line.actor.clone()),
            Event::MemberJoined { person, invitation, roles } => {
                let by = invitation.and_then(|i| answering.get(&i)).map_or(line.actor.clone(), |id| Actor::Member(*id));
                roles.iter().for_each(|role| give(&person.member, role, by.clone()));
            }
            Event::RoleAssigned { member, role } => give(member, role, line.actor.clone()),
            Event::LeadReassigned { to, role, .. } => give(to, role, line.actor.clone()),
            Event::InvitationSent { invitation, by, .. } | Event::InvitationRenewed { invitation, by, .. } => {
                answering.insert(*invitation, *by);
            }
            Event::InvitationWithdrawn { .. }
            | Event::RoleUnassigned { .. }
            | Event::RoleChangeRefused { .. }
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
    grants
}
