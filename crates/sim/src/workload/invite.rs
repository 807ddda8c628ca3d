//! Recipes of invitations: sent, withdrawn, renewed.

use guildhall_core::account::{Command, InviteRow};

use super::draft::{Draft, gives};
use super::entry::{at_home, invitation};
use super::plan::{Expect, Plan};
use crate::audit::rights::{CLOUD, INVITE_ROWS_MOST, LEAD, MANAGER, SEATS, TEAM};
use crate::audit::{Access, Books, Person, Stand};

fn row(email: &str, roles: &[&str]) -> InviteRow {
    InviteRow { email: email.to_owned(), roles: roles.iter().map(|r| (*r).to_owned()).collect() }
}

/// One to three people are invited; sometimes a removed one, who may come back by this.
pub(super) fn invite(d: &mut Draft) -> Option<Plan> {
    let me = d.admin()?;
    let mut rows = Vec::new();
    // A limited role is given only where three seats are free, so that the rows of one call cannot fill it.
    let gifts = d.gifts(me, 3);
    for _ in 0..d.random.between(1, 3) {
        let most = usize::try_from(d.random.between(1, 3)).ok()?;
        let roles = d.random.some(&gifts, most);
        rows.push(row(&d.address()?, &roles));
    }
    if d.random.percent(30)
        && let Some(gone) = returnable(d)
    {
        let roles = d.random.some(&gifts, 1);
        rows.truncate(2);
        rows.push(row(&gone.email, &roles));
    }
    Some(d.by(me, Command::Invite { rows }, Expect::done()))
}

/// A removed person whom nobody has invited again.
fn returnable<'a>(d: &mut Draft<'a>) -> Option<&'a Person> {
    let (books, now) = (d.registered()?, d.now);
    let waits = |email: &str| books.invites.iter().any(|i| i.email == email && i.is_open(now));
    let free = |p: &Person| books.by_address(&p.email).is_some_and(|q| q.access == Access::Gone) && !waits(&p.email);
    d.person(|p| free(p) && at_home(books, &p.email))
}

/// A limited role is invited for until one seat is left or none (C-026, C-027).
pub(super) fn invite_fill(d: &mut Draft) -> Option<Plan> {
    let me = d.admin()?;
    let role = *d.random.pick(&[TEAM, MANAGER])?;
    let free = d.registered()?.free(role, d.now);
    let keep = usize::try_from(d.random.below(2)).ok()?;
    if free <= keep || free > 12 {
        return None;
    }
    let mut rows = Vec::new();
    for _ in keep..free {
        rows.push(row(&d.address()?, &[role]));
    }
    Some(d.by(me, Command::Invite { rows }, Expect::done()))
}

/// The seat after the last: the 21st person, or two rows for one seat.
pub(super) fn invite_full(d: &mut Draft) -> Option<Plan> {
    let me = d.admin()?;
    let books = d.registered()?;
    let full: Vec<(&str, usize)> =
        SEATS.iter().map(|(role, _)| (*role, books.free(role, d.now))).filter(|(_, free)| *free < 2).collect();
    let (role, free) = *d.random.pick(&full)?;
    let mut rows = Vec::new();
    for _ in 0..=free {
        rows.push(row(&d.address()?, &[role]));
    }
    Some(d.by(me, Command::Invite { rows }, Expect::invalid(["quota_full"])))
}

/// One row more than a call may have.
pub(super) fn invite_rows(d: &mut Draft) -> Option<Plan> {
    let me = d.admin()?;
    let rows = vec![row("nobody", &[]); INVITE_ROWS_MOST + 1];
    Some(d.by(me, Command::Invite { rows }, Expect::refused("too_many_rows")))
}

/// A call with a good row and a faulty one: nothing is sent.
pub(super) fn invite_faulty(d: &mut Draft) -> Option<Plan> {
    let me = d.admin()?;
    let now = d.now;
    let good = row(&d.address()?, &["ace_user"]);
    let fresh = d.address()?;
    let (bad, fault) = match d.random.below(10) {
        0 => (row(&format!("stranger@{}", d.domain()), &["ace_user"]), "foreign_domain"),
        1 => (row("stranger@outlook.com", &["ace_user"]), "personal_domain"),
        2 => (row(&d.person(|p| p.access == Access::Active)?.email, &["ace_user"]), "already_member"),
        3 => (row(&d.person(|p| p.access == Access::Blocked)?.email, &["ace_user"]), "member_deactivated"),
        4 => {
            let uninvolved = |b: &Books, email: &str| b.by_address(email).is_none_or(|p| p.access == Access::Gone);
            let waiting = invitation(d, |b, i| i.is_open(now) && uninvolved(b, &i.email))?;
            (row(&waiting.email, &["ace_user"]), "already_invited")
        }
        5 => (row(&fresh, &[]), "required"),
        6 => (row(&fresh, &["janitor"]), "role_unknown"),
        7 => (row(&fresh, &[LEAD]), "role_is_lead"),
        8 => (row(&fresh, &["standard_user"]), "role_is_base"),
        _ if gives(me, CLOUD) => return None,
        _ => (row(&fresh, &[CLOUD]), "role_not_grantable"),
    };
    // The domain of a member or an invitation may have been withdrawn since.
    let domain_gone = matches!(fault, "already_member" | "member_deactivated" | "already_invited")
        && !at_home(d.registered()?, &bad.email);
    let fault = if domain_gone { "foreign_domain" } else { fault };
    Some(d.by(me, Command::Invite { rows: vec![good, bad] }, Expect::invalid([fault])))
}

/// No row at all.
pub(super) fn invite_nobody(d: &mut Draft) -> Option<Plan> {
    let me = d.admin()?;
    Some(d.by(me, Command::Invite { rows: Vec::new() }, Expect::invalid(["required"])))
}

/// An invitation is taken back, open or expired.
pub(super) fn withdraw(d: &mut Draft) -> Option<Plan> {
    let me = d.admin()?;
    let waiting = invitation(d, |_, i| i.stand == Stand::Waiting)?;
    Some(d.by(me, Command::WithdrawInvitation { invitation: waiting.id }, Expect::done()))
}

/// An invitation is renewed. Whether it may be is worked out from the books: its address, its roles, its seats.
pub(super) fn renew(d: &mut Draft) -> Option<Plan> {
    let me = d.admin()?;
    let books = d.registered()?;
    let expired = d.random.percent(50);
    let now = d.now;
    let waiting = invitation(d, |_, i| i.stand == Stand::Waiting && i.is_open(now) != expired)?;
    let mut faults = Vec::new();
    let other = |i: &crate::audit::Invite| i.id != waiting.id && i.email == waiting.email && i.is_open(now);
    if !at_home(books, &waiting.email) {
        faults.push("foreign_domain");
    } else if books.by_address(&waiting.email).is_some_and(|p| p.access != Access::Gone) {
        faults.push("already_member");
    } else if books.invites.iter().any(other) {
        faults.push("already_invited");
    }
    for role in &waiting.roles {
        if !gives(me, role) {
            faults.push("role_not_grantable");
        } else if expired && books.free(role, now) == 0 {
            faults.push("quota_full");
        }
    }
    let expect = if faults.is_empty() { Expect::done() } else { Expect::invalid(faults) };
    Some(d.by(me, Command::RenewInvitation { invitation: waiting.id }, expect))
}

/// An invitation that is closed or not there is withdrawn or renewed.
pub(super) fn invitation_gone(d: &mut Draft) -> Option<Plan> {
    let me = d.admin()?;
    let (invitation, code) = if d.random.percent(50) {
        (invitation(d, |_, i| i.stand != Stand::Waiting)?.id, "invitation_closed")
    } else {
        (d.unknown(), "invitation_missing")
    };
    let command = if d.random.percent(50) {
        Command::WithdrawInvitation { invitation }
    } else {
        Command::RenewInvitation { invitation }
    };
    Some(d.by(me, command, Expect::refused(code)))
}
