//! Recipes of coming in: registering a company, joining by domain and by invitation.

use chrono::TimeDelta;
use guildhall_core::account::{Actor, Command, CustomerInput, Join, Proof, RegisterCompany};

use super::draft::{Draft, gives, joining, registration};
use super::plan::{Expect, Plan};
use crate::audit::rights::{LEAD, TEAM};
use crate::audit::{Access, Books, Invite, Stand, domain_of};

/// A company registers.
pub(super) fn register(d: &mut Draft) -> Option<Plan> {
    if d.registered().is_some() {
        return None;
    }
    let form = new_company(d);
    let actor = d.outsider();
    Some(d.plan(actor, Command::RegisterCompany(form), Expect::done()))
}

fn new_company(d: &mut Draft) -> RegisterCompany {
    let ((name, local), domain) = (d.name(), d.domain());
    let mut form = registration(&name, &format!("{local}@{domain}"));
    if d.random.percent(50) {
        form.offering = "consulting_services".to_owned();
    }
    form
}

/// A company registers where one is: in its slot, or with its domain.
pub(super) fn register_again(d: &mut Draft) -> Option<Plan> {
    let mut form = new_company(d);
    if d.registered().is_none() {
        let taken: Vec<&String> = d.books.iter().flat_map(|b| &b.domains).collect();
        let domain = d.random.pick(&taken)?;
        form.email = format!("someone@{domain}");
    }
    let actor = d.outsider();
    Some(d.plan(actor, Command::RegisterCompany(form), Expect::refused("company_registered")))
}

/// A form with one to three faults in different fields, all of which have to be reported.
pub(super) fn register_faulty(d: &mut Draft) -> Option<Plan> {
    let mut form = new_company(d);
    let mut faults = Vec::new();
    for n in d.random.some(&[0, 1, 2, 3, 4, 5, 6, 7], 3) {
        faults.push(match n {
            0 => {
                let (email, fault) = bad_address(d);
                form.email = email;
                fault
            }
            1 => {
                form.name = "  ".to_owned();
                "required"
            }
            2 => {
                form.offering = "lemonade".to_owned();
                "unknown"
            }
            3 => {
                form.contact.phone = "call me".to_owned();
                "not_a_phone_number"
            }
            4 => {
                form.company.website = "ftp://files.example".to_owned();
                "not_a_web_address"
            }
            5 => {
                form.customer = CustomerInput::default();
                "required"
            }
            6 => {
                form.company.name = "x".repeat(101);
                "too_long"
            }
            _ => {
                form.contact.city = "Por\u{202e}to".to_owned();
                "bad_character"
            }
        });
    }
    Some(d.plan(Actor::Visitor, Command::RegisterCompany(form), Expect::invalid(faults)))
}

/// An address that registers nobody, and why.
fn bad_address(d: &mut Draft) -> (String, &'static str) {
    let (_, local) = d.name();
    let rows: [(String, &'static str); 7] = [
        (format!("{local}@gmail.com"), "personal_domain"),
        (format!("{local}@mail.college.edu"), "personal_domain"),
        ("noreply@kestrel.example".to_owned(), "shared_mailbox"),
        (format!("{local}.kestrel.example"), "no_at_sign"),
        (format!("{local}@kestrel"), "single_label"),
        (format!("{local}@kestrel.test"), "reserved_domain"),
        (String::new(), "empty"),
    ];
    d.random.pick(&rows).cloned().unwrap_or_default()
}

/// A good form without the Yes, the terms, or a proof; what is asked first is refused first.
pub(super) fn register_unproven(d: &mut Draft) -> Option<Plan> {
    let mut form = new_company(d);
    let code = match d.random.below(5) {
        0 => {
            (form.accepts_lead, form.accepts_terms) = (false, d.random.percent(50));
            "lead_not_accepted"
        }
        1 => {
            (form.accepts_terms, form.proof) = (false, Proof::default());
            "terms_not_accepted"
        }
        n => {
            let (proof, code) = unproven(n - 2);
            form.proof = proof;
            code
        }
    };
    Some(d.plan(Actor::Visitor, Command::RegisterCompany(form), Expect::refused(code)))
}

fn unproven(n: u64) -> (Proof, &'static str) {
    match n {
        0 => (Proof { address: false, captcha: false, password: true }, "address_not_proven"),
        1 => (Proof { captcha: false, password: false, ..Proof::COMPLETE }, "captcha_missing"),
        _ => (Proof { password: false, ..Proof::COMPLETE }, "password_missing"),
    }
}

/// Somebody joins by the domain of their address.
pub(super) fn join(d: &mut Draft) -> Option<Plan> {
    // A limit, so that long runs stay quick: six times the seats of a limited role are people enough.
    if d.registered()?.active().count() > 120 {
        return None;
    }
    let form = new_person(d)?;
    let actor = d.outsider();
    Some(d.plan(actor, Command::Join(form), Expect::done()))
}

fn new_person(d: &mut Draft) -> Option<Join> {
    let email = d.address()?;
    let (name, _) = d.name();
    Some(joining(&name, &email, None))
}

/// A form to join with a fault.
pub(super) fn join_faulty(d: &mut Draft) -> Option<Plan> {
    let mut form = new_person(d)?;
    let fault = match d.random.below(4) {
        0 => {
            form.name = "\t".to_owned();
            "required"
        }
        1 => {
            form.contact.phone = "12".to_owned();
            "not_a_phone_number"
        }
        2 => {
            form.email = format!("postmaster@{}", d.registered()?.domains.first()?);
            "shared_mailbox"
        }
        _ => {
            form.email = "someone@yahoo.com".to_owned();
            "personal_domain"
        }
    };
    Some(d.plan(Actor::Visitor, Command::Join(form), Expect::invalid([fault])))
}

/// A good form without a proof.
pub(super) fn join_unproven(d: &mut Draft) -> Option<Plan> {
    let mut form = new_person(d)?;
    let (proof, code) = unproven(d.random.below(3));
    form.proof = proof;
    Some(d.plan(Actor::Visitor, Command::Join(form), Expect::refused(code)))
}

/// An address at a domain that is not the company's, or a company that is not there.
pub(super) fn join_foreign(d: &mut Draft) -> Option<Plan> {
    let ((name, local), domain) = (d.name(), d.domain());
    let form = joining(&name, &format!("{local}@{domain}"), None);
    Some(d.plan(Actor::Visitor, Command::Join(form), Expect::refused("company_not_registered")))
}

/// An address that a member has, in whatever spelling.
pub(super) fn join_as_member(d: &mut Draft) -> Option<Plan> {
    let books = d.registered()?;
    let (access, code) =
        if d.random.percent(60) { (Access::Active, "already_member") } else { (Access::Blocked, "member_deactivated") };
    let person = d.person(|p| p.access == access && at_home(books, &p.email))?;
    // The key is the same whatever the case of the letters.
    let form = joining("Somebody Else", &person.email.to_ascii_uppercase(), None);
    Some(d.plan(Actor::Visitor, Command::Join(form), Expect::refused(code)))
}

/// A removed person tries to come back without an invitation.
pub(super) fn join_removed(d: &mut Draft) -> Option<Plan> {
    let (books, now) = (d.registered()?, d.now);
    let waits = |email: &str| books.invites.iter().any(|i| i.email == email && i.is_open(now));
    let back = |email: &str| books.by_address(email).is_some_and(|p| p.access != Access::Gone);
    let gone = |p: &crate::audit::Person| p.access == Access::Gone && !waits(&p.email) && !back(&p.email);
    let person = d.person(|p| gone(p) && at_home(books, &p.email))?;
    let form = joining("Back Again", &person.email, None);
    Some(d.plan(Actor::Visitor, Command::Join(form), Expect::refused("member_removed")))
}

/// A member of another company whose domain has moved here: the decision is good, the directory says no (C-047).
pub(super) fn join_moved(d: &mut Draft) -> Option<Plan> {
    let (books, tenant) = (d.registered()?, d.tenant);
    let others = d.books.iter().enumerate().filter(|(n, _)| *n != tenant).flat_map(|(_, b)| &b.people);
    // The address of somebody who was removed is free again.
    let moved: Vec<&str> = others
        .filter(|p| p.access != Access::Gone)
        .map(|p| p.email.as_str())
        .filter(|email| at_home(books, email))
        .collect();
    let email = d.random.pick(&moved)?;
    let mut plan = d.plan(Actor::Visitor, Command::Join(joining("Moved", email, None)), Expect::done());
    plan.attempts.iter_mut().for_each(|a| a.turned_away = true);
    Some(plan)
}

/// Whether the address is at a domain of the company.
pub(super) fn at_home(books: &Books, email: &str) -> bool {
    books.domains.iter().any(|d| d == domain_of(email))
}

/// Whether who answers for the invitation may still invite with its roles.
pub(super) fn answered(books: &Books, invite: &Invite) -> bool {
    let by = books.person(invite.by).filter(|p| p.access == Access::Active);
    by.is_some_and(|p| p.roles.iter().any(|r| r == LEAD || r == TEAM) && invite.roles.iter().all(|role| gives(p, role)))
}

/// Whether nobody else's account stands in the way of whoever accepts.
fn accepts(books: &Books, everybody: &[Books], invite: &Invite) -> bool {
    let elsewhere = everybody
        .iter()
        .any(|b| b.id != books.id && b.people.iter().any(|p| p.access != Access::Gone && p.email == invite.email));
    at_home(books, &invite.email)
        && !elsewhere
        && books.by_address(&invite.email).is_none_or(|p| p.access == Access::Gone)
}

/// An invitation for which `fits`.
pub(super) fn invitation<'a>(d: &mut Draft<'a>, fits: impl Fn(&Books, &Invite) -> bool) -> Option<&'a Invite> {
    let books = d.registered()?;
    let found: Vec<&'a Invite> = books.invites.iter().filter(|i| fits(books, i)).collect();
    d.random.pick(&found).copied()
}

/// An invitation is accepted: by its link or found by the address, right away or in its last second.
pub(super) fn accept(d: &mut Draft) -> Option<Plan> {
    let (now, everybody) = (d.now, d.books);
    let invite = invitation(d, |b, i| i.is_open(now) && answered(b, i) && accepts(b, everybody, i))?;
    let link = (!d.random.percent(30)).then_some(invite.id);
    let (name, _) = d.name();
    let last_second = invite.expires_at - TimeDelta::seconds(1);
    let mut plan = d.plan(Actor::Visitor, Command::Join(joining(&name, &invite.email, link)), Expect::done());
    if d.random.percent(5) && last_second > d.now {
        plan.at = last_second;
    }
    Some(plan)
}

/// The first moment at which an invitation is too old, or a second later.
pub(super) fn accept_late(d: &mut Draft) -> Option<Plan> {
    let (now, everybody) = (d.now, d.books);
    let waits = |b: &Books, i: &Invite| i.stand == Stand::Waiting && accepts(b, everybody, i);
    let invite = invitation(d, |b, i| waits(b, i) && i.expires_at > now)?;
    let (name, _) = d.name();
    let form = joining(&name, &invite.email, Some(invite.id));
    let mut plan = d.plan(Actor::Visitor, Command::Join(form), Expect::refused("invitation_expired"));
    plan.at = invite.expires_at + TimeDelta::seconds(i64::from(d.random.percent(50)));
    Some(plan)
}

/// An invitation that does not hold: used, withdrawn, too old, of nobody who may give its roles, for somebody else, or
/// not there.
pub(super) fn accept_refused(d: &mut Draft) -> Option<Plan> {
    let now = d.now;
    let home = |b: &Books, i: &Invite| at_home(b, &i.email);
    let (link, email, code) = match d.random.below(5) {
        0 => {
            let i = invitation(d, |b, i| home(b, i) && i.stand != Stand::Waiting)?;
            (i.id, i.email.clone(), "invitation_closed")
        }
        1 => {
            let i = invitation(d, |b, i| home(b, i) && i.stand == Stand::Waiting && !i.is_open(now))?;
            (i.id, i.email.clone(), "invitation_expired")
        }
        2 => {
            let i = invitation(d, |b, i| home(b, i) && i.is_open(now) && !answered(b, i))?;
            (i.id, i.email.clone(), "invitation_void")
        }
        3 => {
            let i = invitation(d, home)?;
            (i.id, d.address()?, "invitation_missing")
        }
        _ => (d.unknown(), d.address()?, "invitation_missing"),
    };
    let form = joining("Not Quite", &email, Some(link));
    Some(d.plan(Actor::Visitor, Command::Join(form), Expect::refused(code)))
}
