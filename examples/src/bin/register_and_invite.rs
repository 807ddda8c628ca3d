//! A company registers, its lead invites somebody, who joins. Decisions give events; the state is their fold.

use std::io::Write;

use anyhow::Result;
use chrono::{DateTime, TimeDelta};
use guildhall_core::account::{
    Account, Actor, Command, CompanyInput, ContactInput, CustomerInput, InviteRow, Join, Proof, RegisterCompany, decide,
};
use guildhall_core::{Id, Moment, Program};

fn main() -> Result<()> {
    let mut account = Account::default();
    let customer = CustomerInput { job_title: "Partner manager".into(), department: String::new() };
    let contact = ContactInput { phone: "+351 21 000 0000".into(), country: "Portugal".into(), city: "Lisboa".into() };

    let register = RegisterCompany {
        name: "Ana Abel".into(),
        email: "ana@acme.example".into(),
        accepts_lead: true,
        accepts_terms: true,
        customer: customer.clone(),
        contact: contact.clone(),
        company: CompanyInput { name: "Acme".into(), country: "Portugal".into(), ..CompanyInput::default() },
        offering: "software_products".into(),
        // Your product mails the code, shows the CAPTCHA and keeps the password; the core is told that it did.
        proof: Proof::COMPLETE,
        // A fact from your directory: which company has this domain already.
        domain_owner: None,
    };
    ask(&mut account, 0, &Actor::Visitor, &Command::RegisterCompany(register))?;

    let lead = account.lead(Program::guide()).map(|(id, _)| Actor::Member(id)).unwrap_or(Actor::Visitor);
    let rows = vec![InviteRow { email: "bo@acme.example".into(), roles: vec!["ace_manager".into()] }];
    ask(&mut account, 1, &lead, &Command::Invite { rows })?;

    let (name, email) = ("Bo Brandt".into(), "bo@acme.example".into());
    let join = Join { invitation: None, name, email, customer, contact, proof: Proof::COMPLETE };
    ask(&mut account, 2, &Actor::Visitor, &Command::Join(join.clone()))?;

    // Saying no is an answer as well.
    ask(&mut account, 3, &Actor::Visitor, &Command::Join(join))?;

    let mut out = std::io::stdout();
    writeln!(out, "{}:", account.company_name())?;
    for member in account.members().values() {
        let roles: Vec<&str> = member.roles.iter().map(String::as_str).collect();
        writeln!(out, "  {} <{}>: {}", member.name, member.email, roles.join(", "))?;
    }
    Ok(())
}

/// Decides, prints what was decided, and folds it in. A product stores the events before it folds them.
fn ask(account: &mut Account, day: u32, actor: &Actor, command: &Command) -> Result<()> {
    // The core reads no clock and draws no ids: both are handed in. A product takes them from its own.
    let moment = Moment {
        at: DateTime::UNIX_EPOCH + TimeDelta::days(day.into()),
        fresh: Id::from_bits(u128::from(day + 1) << 64),
        source: "example".into(),
        request: format!("day-{day}"),
    };
    let mut out = std::io::stdout();
    match decide(account, Program::guide(), actor, command, &moment) {
        Ok(events) => {
            for event in events {
                writeln!(out, "{}: {}", command.name(), event.name())?;
                account.apply(&event);
            }
        }
        Err(refusal) => writeln!(out, "{}: refused, {} ({refusal})", command.name(), refusal.code())?,
    }
    Ok(())
}
