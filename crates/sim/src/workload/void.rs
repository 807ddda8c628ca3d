//! Recipes around an invitation whose sender may no longer give its roles: it is void while that lasts, its person joins
//! without it, is removed, and must not come back by it when the sender is of the team again (USR-30).

use guildhall_core::account::{Actor, Command, RoleRow};

use super::draft::{Draft, holds, joining};
use super::entry::{answered, at_home, invitation};
use super::plan::{Expect, Plan};
use crate::audit::rights::{LEAD, TEAM, WORD};
use crate::audit::{Access, Books, Invite, Person};

fn sender<'a>(books: &'a Books, invite: &Invite) -> Option<&'a Person> {
    books.person(invite.by).filter(|p| p.access == Access::Active && !holds(p, LEAD))
}

/// The sender of an open invitation loses the team's role.
pub(super) fn discredit(d: &mut Draft) -> Option<Plan> {
    let (books, now) = (d.registered()?, d.now);
    let me = d.admin()?;
    let invite = invitation(d, |b, i| i.is_open(now) && sender(b, i).is_some_and(|p| holds(p, TEAM)))?;
    let member = sender(books, invite)?.id;
    let rows = vec![RoleRow { member, assign: Vec::new(), unassign: vec![TEAM.to_owned()] }];
    Some(d.by(me, Command::UpdateRoles { rows }, Expect::done()))
}

/// The sender gets it back.
pub(super) fn reinstate(d: &mut Draft) -> Option<Plan> {
    let (books, now) = (d.registered()?, d.now);
    let me = d.admin()?;
    let invite = invitation(d, |b, i| i.is_open(now) && sender(b, i).is_some_and(|p| !holds(p, TEAM)))?;
    let member = sender(books, invite)?.id;
    let rows = vec![RoleRow { member, assign: vec![TEAM.to_owned()], unassign: Vec::new() }];
    (books.free(TEAM, now) > 0).then(|| d.by(me, Command::UpdateRoles { rows }, Expect::done()))
}

/// The person joins by domain, past the void invitation, which stays as it is.
pub(super) fn join_past(d: &mut Draft) -> Option<Plan> {
    let (now, everybody) = (d.now, d.books);
    let known = |email: &str| everybody.iter().any(|b| b.people.iter().any(|p| p.email == email));
    let void = invitation(d, |b, i| i.is_open(now) && !answered(b, i) && at_home(b, &i.email) && !known(&i.email))?;
    let (name, _) = d.name();
    Some(d.plan(Actor::Visitor, Command::Join(joining(&name, &void.email, None)), Expect::done()))
}

/// Somebody is removed who has such an invitation still.
pub(super) fn remove_invited(d: &mut Draft) -> Option<Plan> {
    let (books, now) = (d.registered()?, d.now);
    let me = d.admin()?;
    let id = me.id;
    let invited = |p: &Person| books.invites.iter().any(|i| i.email == p.email && i.is_open(now));
    let target = d.person(|p| p.access == Access::Active && p.id != id && !holds(p, LEAD) && invited(p))?;
    let command = Command::RemoveMember { member: target.id, typed: WORD.to_owned() };
    Some(d.by(me, command, Expect::done()))
}
