//! Recipes of two who ask at once: both are decided on the same state, the first is appended, the second decides again.

use guildhall_core::account::{Actor, Command, InviteRow, RoleRow};

use super::draft::{Draft, holds, joining, registration};
use super::entry::{answered, at_home, invitation};
use super::plan::{Attempt, Expect, Fault, Plan};
use crate::audit::rights::{LEAD, SEATS, TEAM, WORD};
use crate::audit::{Access, Person};

/// A plan of two good commands in the same tenant, of which the second ends as `again` says when it is asked again.
fn race(d: &Draft, first: (Actor, Command), second: (Actor, Command), again: Expect) -> Plan {
    let attempt = |(actor, command): (Actor, Command), again| Attempt {
        tenant: d.tenant,
        actor,
        command,
        expect: Expect::done(),
        turned_away: false,
        again,
    };
    let attempts = vec![attempt(first, None), attempt(second, Some(again))];
    Plan { recipe: d.recipe, at: d.now, fault: Fault::Race, attempts }
}

/// Two administrators give the last seat of a limited role away: one by an update, the other by an update or an
/// invitation (C-026, C-027).
pub(super) fn last_seat(d: &mut Draft) -> Option<Plan> {
    let books = d.registered()?;
    let last: Vec<&str> = SEATS.iter().map(|(role, _)| *role).filter(|role| books.free(role, d.now) == 1).collect();
    let role = *d.random.pick(&last)?;
    let (one, two) = (d.admin()?, d.admin()?);
    let without: Vec<_> = books.active().filter(|p| !holds(p, role)).map(|p| p.id).collect();
    let [a, b] = d.random.some(&without, 2).try_into().ok()?;
    let give = |member| Command::UpdateRoles {
        rows: vec![RoleRow { member, assign: vec![role.to_owned()], unassign: Vec::new() }],
    };
    let first = (Actor::Member(one.id), give(a));
    if d.random.percent(50) {
        return Some(race(d, first, (Actor::Member(two.id), give(b)), Expect::done_but(["quota_full"].into())));
    }
    let rows = vec![InviteRow { email: d.address()?, roles: vec![role.to_owned()] }];
    let second = (Actor::Member(two.id), Command::Invite { rows });
    Some(race(d, first, second, Expect::invalid(["quota_full"])))
}

/// One invitation is accepted twice at once.
pub(super) fn double_accept(d: &mut Draft) -> Option<Plan> {
    let (now, everybody) = (d.now, d.books);
    let invite = invitation(d, |b, i| {
        let elsewhere = everybody.iter().any(|o| o.id != b.id && o.people.iter().any(|p| p.email == i.email));
        let free = b.by_address(&i.email).is_none_or(|p| p.access == Access::Gone);
        i.is_open(now) && answered(b, i) && at_home(b, &i.email) && free && !elsewhere
    })?;
    let form = || Command::Join(joining("Twice", &invite.email, Some(invite.id)));
    let (first, second) = ((Actor::Visitor, form()), (Actor::Visitor, form()));
    Some(race(d, first, second, Expect::refused("invitation_closed")))
}

/// Two of the team remove each other.
pub(super) fn mutual_removal(d: &mut Draft) -> Option<Plan> {
    let team = |p: &Person| p.access == Access::Active && holds(p, TEAM) && !holds(p, LEAD);
    let one = d.person(team)?;
    let id = one.id;
    let two = d.person(|p| team(p) && p.id != id)?;
    let remove = |member| Command::RemoveMember { member, typed: WORD.to_owned() };
    let first = (Actor::Member(one.id), remove(two.id));
    let second = (Actor::Member(two.id), remove(one.id));
    Some(race(d, first, second, Expect::refused("not_active")))
}

/// The lead hands over twice at once, from two windows.
pub(super) fn two_leads(d: &mut Draft) -> Option<Plan> {
    let me = d.holder(&[LEAD])?;
    let others: Vec<_> = d.registered()?.active().filter(|p| p.id != me.id).map(|p| p.id).collect();
    let [a, b] = d.random.some(&others, 2).try_into().ok()?;
    let to = |to| (Actor::Member(me.id), Command::ReassignLead { to, typed: WORD.to_owned() });
    Some(race(d, to(a), to(b), Expect::refused("permission_missing")))
}

/// The lead moves to somebody whom a member of the team removes at the same time: whoever is lead stays.
pub(super) fn lead_and_removal(d: &mut Draft) -> Option<Plan> {
    let me = d.holder(&[LEAD])?;
    let one = d.person(|p| p.access == Access::Active && holds(p, TEAM) && !holds(p, LEAD))?;
    let (mine, theirs) = (me.id, one.id);
    let target = d.person(|p| p.access == Access::Active && p.id != mine && p.id != theirs)?;
    let hand_over = (Actor::Member(mine), Command::ReassignLead { to: target.id, typed: WORD.to_owned() });
    let removal = (Actor::Member(theirs), Command::RemoveMember { member: target.id, typed: WORD.to_owned() });
    if d.random.percent(50) {
        Some(race(d, hand_over, removal, Expect::refused("target_is_lead")))
    } else {
        Some(race(d, removal, hand_over, Expect::refused("target_not_active")))
    }
}

/// Two companies ask for one domain at once: the directory takes one (C-045, C-047).
pub(super) fn one_domain(d: &mut Draft) -> Option<Plan> {
    let free: Vec<usize> = d.books.iter().enumerate().filter(|(_, b)| b.id.is_none()).map(|(n, _)| n).collect();
    let both: Option<[usize; 2]> = d.random.some(&free, 2).try_into().ok();
    let domain = d.domain();
    if let Some([a, b]) = both {
        let form = |local: &str| Command::RegisterCompany(registration("First Come", &format!("{local}@{domain}")));
        let mut plan =
            race(d, (Actor::Visitor, form("a")), (Actor::Visitor, form("b")), Expect::refused("company_registered"));
        place(&mut plan, [a, b]);
        return Some(plan);
    }
    let me = d.admin()?;
    let tenant = d.tenant;
    let others = d.books.iter().enumerate().filter(|(n, b)| *n != tenant && b.id.is_some());
    let leads: Vec<_> = others.filter_map(|(n, b)| b.lead().map(|l| (n, l.id))).collect();
    let (other, lead) = *d.random.pick(&leads)?;
    let add = || Command::AddDomain { domain: domain.clone(), owner: None };
    let first = (Actor::Member(me.id), add());
    let mut plan = race(d, first, (Actor::Member(lead), add()), Expect::refused("domain_taken"));
    place(&mut plan, [tenant, other]);
    Some(plan)
}

/// Puts the two attempts of a race in two tenants, where only the directory stands between them.
fn place(plan: &mut Plan, tenants: [usize; 2]) {
    for (attempt, tenant) in plan.attempts.iter_mut().zip(tenants) {
        attempt.tenant = tenant;
    }
}
