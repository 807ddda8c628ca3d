//! Recipes of the company: its domains, its information, its stages; and of people who may not ask at all.

use guildhall_core::account::{Actor, Command, CompanyInput, InviteRow, RoleRow};

use super::draft::{Draft, company, contact, customer};
use super::plan::{Expect, Plan};
use crate::audit::Access;
use crate::audit::rights::{LEAD, TEAM, WORD, may_ask, operators_may};

const PATHS: [&str; 5] = ["software", "services", "distribution", "hardware", "training"];
const STAGES: [&str; 4] = ["registered", "enrolled", "confirmed", "validated"];

/// A domain is added: a new one, or one that another company gave up.
pub(super) fn add_domain(d: &mut Draft) -> Option<Plan> {
    let me = d.admin()?;
    if d.registered()?.domains.len() > 4 {
        return None;
    }
    let books = d.books;
    let owned = |domain: &str| books.iter().any(|b| b.domains.iter().any(|o| o == domain));
    let left = books.iter().flat_map(|b| &b.people).map(|p| crate::audit::domain_of(&p.email));
    let free: Vec<&str> = left.filter(|domain| !owned(domain)).collect();
    let domain = match d.random.pick(&free) {
        Some(free) if d.random.percent(50) => (*free).to_owned(),
        _ => d.domain(),
    };
    Some(d.by(me, Command::AddDomain { domain, owner: None }, Expect::done()))
}

/// A domain that is personal, no domain, had already, or another company's.
pub(super) fn add_domain_refused(d: &mut Draft) -> Option<Plan> {
    let me = d.admin()?;
    let (domain, expect) = match d.random.below(5) {
        0 => ("gmail.com".to_owned(), Expect::invalid(["personal_domain"])),
        1 => ("co.uk".to_owned(), Expect::invalid(["public_suffix"])),
        2 => ("g\u{43e}\u{43e}gle\u{ad}.com".to_owned(), Expect::invalid(["look_alike_domain"])),
        3 => {
            let domain = d.random.pick(&d.registered()?.domains)?;
            (domain.to_ascii_uppercase(), Expect::refused("domain_unchanged"))
        }
        _ => {
            let tenant = d.tenant;
            let others = d.books.iter().enumerate().filter(|(n, _)| *n != tenant);
            let theirs: Vec<&String> = others.flat_map(|(_, b)| &b.domains).collect();
            ((*d.random.pick(&theirs)?).clone(), Expect::refused("domain_taken"))
        }
    };
    Some(d.by(me, Command::AddDomain { domain, owner: None }, expect))
}

/// A domain is withdrawn; not the last, not one that is not there.
pub(super) fn withdraw_domain(d: &mut Draft) -> Option<Plan> {
    let me = d.admin()?;
    let domains = &d.registered()?.domains;
    let (domain, expect) = match d.random.below(4) {
        0 => (d.domain(), Expect::refused("domain_unchanged")),
        1 => ("not a domain".to_owned(), Expect::invalid(["bad_domain"])),
        _ if domains.len() == 1 => (domains.first()?.clone(), Expect::refused("last_domain")),
        _ => (d.random.pick(domains)?.clone(), Expect::done()),
    };
    Some(d.by(me, Command::WithdrawDomain { domain }, expect))
}

/// The company's information is edited.
pub(super) fn edit(d: &mut Draft) -> Option<Plan> {
    let me = d.holder(&[LEAD, TEAM, "marketing_staff"])?;
    let (name, _) = d.name();
    let (company, expect) = if d.random.percent(70) {
        (company(&name), Expect::done())
    } else {
        (CompanyInput::default(), Expect::invalid(["required"]))
    };
    Some(d.by(me, Command::EditCompany { company }, expect))
}

/// An operator puts the company on a stage; or somebody else tries.
pub(super) fn stage(d: &mut Draft) -> Option<Plan> {
    let path = *d.random.pick(&PATHS)?;
    let stage = *d.random.pick(&STAGES)?;
    let command = |path: &str, stage: &str| Command::SetStage { path: path.to_owned(), stage: stage.to_owned() };
    let operator = Actor::Operator("operator-1".to_owned());
    let Some(books) = d.registered() else {
        return Some(d.plan(operator, command(path, stage), Expect::refused("company_not_registered")));
    };
    match d.random.below(8) {
        0 => Some(d.plan(Actor::Visitor, command(path, stage), Expect::refused("operator_only"))),
        1 => {
            let lead = d.holder(&[LEAD])?;
            Some(d.by(lead, command(path, stage), Expect::refused("operator_only")))
        }
        2 => Some(d.plan(operator, command("moonshots", stage), Expect::invalid(["unknown"]))),
        3 => {
            let (path, stage) = d.random.pick(&books.stages)?;
            Some(d.plan(operator, command(path, stage), Expect::refused("stage_unchanged")))
        }
        _ => {
            let there = books.stages.iter().any(|(p, s)| p == path && s == stage);
            let expect = if there { Expect::refused("stage_unchanged") } else { Expect::done() };
            Some(d.plan(operator, command(path, stage), expect))
        }
    }
}

/// Any command of a member, asked by somebody who may not: nobody, an operator, somebody of another company, somebody
/// who has no access any more, or a member without the role. Nothing else of the command is looked at.
pub(super) fn gate(d: &mut Draft) -> Option<Plan> {
    let id = d.unknown();
    let commands = [
        Command::Invite { rows: vec![InviteRow { email: "x".to_owned(), roles: Vec::new() }] },
        Command::WithdrawInvitation { invitation: id },
        Command::RenewInvitation { invitation: id },
        Command::UpdateRoles { rows: vec![RoleRow { member: id, assign: Vec::new(), unassign: Vec::new() }] },
        Command::ReassignLead { to: id, typed: WORD.to_owned() },
        Command::HandOverCloudAdmin { to: id },
        Command::RemoveMember { member: id, typed: WORD.to_owned() },
        Command::DeactivateMember { member: id },
        Command::RequestLeadChange { note: "Why not me?".to_owned() },
        Command::AddDomain { domain: "mine.example".to_owned(), owner: None },
        Command::WithdrawDomain { domain: "mine.example".to_owned() },
        Command::EditCompany { company: company("Mine") },
        Command::EditProfile { name: "Me".to_owned(), customer: customer(), contact: contact() },
        Command::NotePasswordChange,
    ];
    let command = d.random.pick(&commands)?.clone();
    let (actor, code) = match d.random.below(6) {
        0 => (Actor::Visitor, "not_signed_in"),
        1 if !operators_may(command.name()) => (Actor::Operator("operator-1".to_owned()), "not_signed_in"),
        1 => return None,
        2 => {
            let tenant = d.tenant;
            let others = d.books.iter().enumerate().filter(|(n, _)| *n != tenant);
            let theirs: Vec<_> = others.flat_map(|(_, b)| b.active()).map(|p| p.id).collect();
            (Actor::Member(*d.random.pick(&theirs)?), "not_signed_in")
        }
        3 => (Actor::Member(d.person(|p| p.access != Access::Active)?.id), "not_active"),
        _ => {
            let needed = may_ask(command.name())?;
            let lacks = |roles: &[String]| !roles.iter().any(|r| needed.contains(&r.as_str()));
            let person = d.person(|p| p.access == Access::Active && lacks(&p.roles))?;
            (Actor::Member(person.id), "permission_missing")
        }
    };
    Some(d.plan(actor, command, Expect::refused(code)))
}
