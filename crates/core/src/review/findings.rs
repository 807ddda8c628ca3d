//! What good practice would change: roles broader than their use, people long absent, reviews overdue, logins that are
//! shared or impersonal (AUDIT-1..7, ROLE-69). Findings advise; nothing is blocked (C-039).

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::account::{Account, Member, Status};
use crate::program::{Program, Role, RoleKind};
use crate::{Id, Permission};

/// How somebody used their access, as the adapter counted it over the time under review.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// When they signed in last.
    pub last_sign_in: Option<DateTime<Utc>>,
    /// The permissions that what they did needed. An entry of their own counts as the permission for own entries.
    pub used: BTreeSet<Permission>,
    /// Whether the login was seen in use in several places at the same time.
    pub parallel: bool,
}

/// What a review needs to know besides the account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Each person's use of their access; who is missing was never seen.
    pub usage: BTreeMap<Id, Usage>,
    /// Whether the usage tells of sign-ins. Where nobody keeps them, nobody is called absent or said to share a login.
    pub sign_ins: bool,
    /// When the roles were last reviewed.
    pub last_review: Option<DateTime<Utc>>,
    /// When the company registered, from which a first review counts.
    pub registered_at: Option<DateTime<Utc>>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// A role allows more than the person used it for; a narrower one would do (AUDIT-1, ROLE-69).
    BroaderThanUsed {
        /// The id of the role held.
        role: String,
        /// The id of the narrowest role that would do; `None` where the base role is enough.
        instead: Option<String>,
    },
    /// The roles were not reviewed for too long (AUDIT-2).
    ReviewOverdue,
    /// An active person has not signed in for too long (AUDIT-3).
    Absent,
    /// One login is used in several places at the same time (AUDIT-4).
    SharedLogin,
    /// The lead role is with an address that is nobody's own (AUDIT-5).
    ImpersonalLead,
    /// An address that is nobody's own is active, though no longer lead (AUDIT-6).
    ImpersonalLogin,
}

impl FindingKind {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::BroaderThanUsed { .. } => "broader_than_used",
            Self::ReviewOverdue => "review_overdue",
            Self::Absent => "absent",
            Self::SharedLogin => "shared_login",
            Self::ImpersonalLead => "impersonal_lead",
            Self::ImpersonalLogin => "impersonal_login",
        }
    }

    /// The role that allows more than it was used for, and the one that would do, where the finding is about roles.
    #[must_use]
    pub fn roles(&self) -> (Option<&str>, Option<&str>) {
        match self {
            Self::BroaderThanUsed { role, instead } => (Some(role), instead.as_deref()),
            Self::ReviewOverdue | Self::Absent | Self::SharedLogin | Self::ImpersonalLead | Self::ImpersonalLogin => {
                (None, None)
            }
        }
    }
}

/// A finding, of a person or of the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whose; `None` for the account's.
    pub member: Option<Id>,
    /// What.
    pub kind: FindingKind,
}

/// Every finding at `now`: the account's first, then each person's in the order of their ids.
#[must_use]
pub fn findings(program: &Program, account: &Account, facts: &Facts, now: DateTime<Utc>) -> Vec<Finding> {
    let policy = program.review();
    let older = |at: Option<DateTime<Utc>>, days: u32| at.is_none_or(|at| (now - at).num_days() > i64::from(days));
    let mut found = Vec::new();
    let reviewed = facts.last_review.or(facts.registered_at);
    if older(reviewed, policy.review_days) {
        found.push(Finding { member: None, kind: FindingKind::ReviewOverdue });
    }
    let lead = account.lead(program).map(|(id, _)| id);
    for (id, member) in account.members().iter().filter(|(_, m)| m.status == Status::Active) {
        let usage = facts.usage.get(id).cloned().unwrap_or_default();
        let mut push = |kind| found.push(Finding { member: Some(*id), kind });
        if is_impersonal(program, member) {
            push(if lead == Some(*id) { FindingKind::ImpersonalLead } else { FindingKind::ImpersonalLogin });
        }
        if facts.sign_ins && usage.parallel {
            push(FindingKind::SharedLogin);
        }
        if facts.sign_ins && older(usage.last_sign_in, policy.absence_days) {
            push(FindingKind::Absent);
        }
        member.roles.iter().filter_map(|role| narrower(program, member, role, &usage)).for_each(&mut push);
    }
    found
}

/// Whether the address is a function's rather than a person's: a part of it is one of the programme's words.
fn is_impersonal(program: &Program, member: &Member) -> bool {
    let local = member.email.local_part().to_ascii_lowercase();
    let mut parts = local.split(|c: char| !c.is_ascii_alphabetic()).filter(|part| !part.is_empty());
    parts.any(|part| program.review().impersonal_words.contains(part))
}

/// The finding that `held` allows more than was done with it. Who did nothing at all is absent, not over-equipped.
fn narrower(program: &Program, member: &Member, held: &str, usage: &Usage) -> Option<FindingKind> {
    let role = program.role_id(held)?;
    // Somebody has to be lead, however little there is to do.
    let RoleKind::Granted(_) = program.role(role)?.kind else { return None };
    let has = |id, permission| program.holders(permission).contains(id);
    let others = member.roles.iter().filter(|r| *r != held).filter_map(|r| program.role_id(r));
    let covered = |p: Permission| has(program.base(), p) || others.clone().any(|other| has(other, p));
    // What only this role gave them, and they used.
    let needed: Vec<Permission> = usage.used.iter().copied().filter(|p| has(role, *p) && !covered(*p)).collect();
    let mentioned = usage.used.iter().any(|p| has(role, *p) && !has(program.base(), *p));
    if !mentioned {
        return None;
    }
    let breadth = |id| Permission::ALL.iter().filter(|p| has(id, **p)).count();
    let roles =
        (0..program.roles().len()).filter_map(|n| program.roles().get(n).and_then(|r| program.role_id(&r.name)));
    let fits = |id: &_| needed.iter().all(|p| has(*id, *p));
    let granted = |id: &_| program.role(*id).is_some_and(|r: &Role| matches!(r.kind, RoleKind::Granted(_)));
    let best = roles.filter(granted).filter(fits).min_by_key(|id| breadth(*id));
    let instead = if needed.is_empty() { None } else { best.filter(|id| breadth(*id) < breadth(role)) };
    let would_do = needed.is_empty() || instead.is_some();
    let instead = instead.and_then(|id| program.role(id)).map(|r| r.name.clone());
    would_do.then(|| FindingKind::BroaderThanUsed { role: String::from(held), instead })
}

/// A step on the way from an impersonal login to people of their own, in order (AUDIT-7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GenericLoginStep {
    /// Find out who signs in with it: those people have logins of their own.
    FindPeople,
    /// Make one of them lead.
    MoveLead,
    /// Give the others the roles they need, and no more.
    GiveRoles,
    /// See that all of them get in.
    ConfirmAccess,
    /// Deactivate the login.
    Deactivate,
}

/// The steps for the login `generic`, whose users are `people`, each with whether it is done.
#[must_use]
pub fn generic_login_steps(
    program: &Program,
    account: &Account,
    facts: &Facts,
    generic: Id,
    people: &[Id],
) -> [(GenericLoginStep, bool); 5] {
    let active = |id: &Id| account.member(*id).is_some_and(|m| m.status == Status::Active);
    let lead = account.lead(program).map(|(id, _)| id);
    let found = !people.is_empty() && people.iter().all(active);
    let equipped = |id: &Id| account.member(*id).is_some_and(|m| !m.roles.is_empty());
    let seen = |id: &Id| facts.usage.get(id).is_some_and(|u| u.last_sign_in.is_some());
    [
        (GenericLoginStep::FindPeople, found),
        (GenericLoginStep::MoveLead, found && lead.is_some_and(|id| people.contains(&id))),
        (GenericLoginStep::GiveRoles, found && people.iter().all(equipped)),
        (GenericLoginStep::ConfirmAccess, found && people.iter().all(seen)),
        (GenericLoginStep::Deactivate, !active(&generic)),
    ]
}
