//! A company for the tests of rooms whose people differ from case to case: `ana` is its lead, others join with the roles
//! that a test gives them.

use alloc::string::ToString;

use chrono::{DateTime, Utc};

pub(crate) use crate::cast::{id, member, moment, name_of, operator, setting, stored};

use crate::account::{Account, CompanyInput, Event, Faults};
use crate::cast::{at, person};
use crate::identity::Domain;

pub(crate) fn time(text: &str) -> DateTime<Utc> {
    at(text)
}

/// A company on the software path at `stage`, with these people and their roles beside its lead.
pub(crate) fn company(stage: &str, people: &[(&str, &[&str])]) -> Account {
    let input = CompanyInput { name: "Acme".to_string(), country: "Spain".to_string(), ..CompanyInput::default() };
    let mut account = Account::default();
    account.apply(&Event::CompanyRegistered {
        tenant: id("acme"),
        company: input.check(&mut Faults::default()).unwrap(),
        domain: Domain::parse("acme.example", false).unwrap(),
        offering: "software_products".to_string(),
        path: "software".to_string(),
        stage: stage.to_string(),
        lead_role: "alliance_lead".to_string(),
        lead: person("ana"),
    });
    for (name, roles) in people {
        let roles = roles.iter().map(ToString::to_string).collect();
        account.apply(&Event::MemberJoined { person: person(name), invitation: None, roles });
    }
    account
}

pub(crate) fn removed(mut account: Account, name: &str) -> Account {
    account.apply(&Event::MemberRemoved { member: id(name) });
    account
}

pub(crate) fn deactivated(mut account: Account, name: &str) -> Account {
    account.apply(&Event::MemberDeactivated { member: id(name) });
    account
}
