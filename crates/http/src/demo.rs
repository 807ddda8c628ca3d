//! The demo's companies: three on different paths and stages, with people in all nine roles.
//!
//! They come in through the same commands as everybody else, so the demo is also a first test of a new programme.

mod channel;
mod company;
mod content;
mod linking;
mod pipeline;
mod support;
mod tasks;

use guildhall_core::Id;
use guildhall_core::account::{
    Account, Actor, Command, CompanyInput, ContactInput, CustomerInput, InviteRow, Join, Proof, RegisterCompany,
    RoleRow,
};
use guildhall_core::identity::IdentityHints;
use guildhall_core::operators;
use guildhall_core::profile::{self, ProductInput};
use guildhall_core::room::{Room, RoomRefusal as _};

use crate::app::DemoPerson;
use crate::portal::{Beside, Extras, Origin, Portal, PortalError, RoomError};
use crate::services::Services;

/// The password of everybody in the demo.
pub const PASSWORD: &str = "Lantern+Bridge7";
/// Who runs the demo's programme: the operator's name.
pub const OPERATOR: &str = "Olga Guild";
/// The operator's address.
pub const OPERATOR_ADDRESS: &str = "operator@guild.example";

/// A company of the demo.
struct Company {
    name: &'static str,
    domain: &'static str,
    country: &'static str,
    about: &'static str,
    offering: &'static str,
    /// What it sells: type and title.
    products: &'static [(&'static str, &'static str)],
    stages: &'static [(&'static str, &'static str)],
    people: &'static [Person],
    /// Whom it has invited: local part and role.
    invited: &'static [(&'static str, &'static str)],
}

/// A person of the demo; the first of each company is its lead.
struct Person {
    local: &'static str,
    name: &'static str,
    job_title: &'static str,
    roles: &'static [&'static str],
}

const fn person(
    local: &'static str,
    name: &'static str,
    job_title: &'static str,
    roles: &'static [&'static str],
) -> Person {
    Person { local, name, job_title, roles }
}

const COMPANIES: &[Company] = &[
    Company {
        name: "Larkspur Software",
        domain: "larkspur.example",
        country: "Germany",
        about: "Planning software for hospitals.",
        offering: "software_products",
        products: &[("software_product", "Ward Planner")],
        stages: &[("software", "validated")],
        people: &[
            person("lead", "Ana Lark", "Head of alliances", &[]),
            person("team", "Bo Field", "Partner manager", &["alliance_team"]),
            person("cloud", "Cleo Marsh", "Cloud engineer", &["cloud_admin"]),
            person("marketing", "Dana Reed", "Campaign manager", &["marketing_staff"]),
            person("technical", "Eli Stone", "Solutions architect", &["technical_staff"]),
            person("manager", "Fay Brook", "Sales operations", &["ace_manager"]),
            person("seller", "Gus Hill", "Account executive", &["ace_user"]),
            person("user", "Hanna Wood", "Consultant", &[]),
        ],
        invited: &[("new.colleague", "ace_user")],
    },
    Company {
        name: "Millrace Consulting",
        domain: "millrace.example",
        country: "Netherlands",
        about: "Moves logistics companies to the cloud, and resells it.",
        offering: "consulting_services",
        products: &[("consulting_service", "Cloud move for logistics"), ("resale", "Cloud resale")],
        stages: &[("services", "enrolled"), ("distribution", "enrolled")],
        people: &[
            person("lead", "Ida Mill", "Managing partner", &[]),
            person("channel", "Jon Weir", "Reseller manager", &["channel_user"]),
            person("seller", "Kim Ford", "Consultant", &["ace_user", "marketing_staff"]),
        ],
        invited: &[],
    },
    Company {
        name: "Pebble Start",
        domain: "pebble.example",
        country: "Spain",
        about: "Just registered.",
        offering: "software_products",
        products: &[],
        stages: &[],
        people: &[person("lead", "Leo Shore", "Founder", &[]), person("user", "Mia Strand", "Developer", &[])],
        invited: &[],
    },
];

/// Registers the demo's companies where the store is empty, and answers whom to sign in as.
pub async fn seed(services: &Services, portal: &Portal) -> Result<Vec<DemoPerson>, PortalError> {
    let empty = services.store.tenants("", 1).await?.is_empty();
    add_operator(portal).await?;
    let mut people = Vec::new();
    if empty {
        content::seed(portal).await?;
    }
    for company in COMPANIES {
        if empty {
            register(services, portal, company).await?;
        }
        people.extend(company.people.iter().enumerate().map(|(n, p)| described(portal, company, n, p)));
    }
    Ok(people)
}

/// Makes the operator's account, where there is none.
async fn add_operator(portal: &Portal) -> Result<(), PortalError> {
    let machine = |e: &dyn std::fmt::Display| PortalError::Machine(e.to_string());
    if portal.operators().await?.0.named(OPERATOR).is_some() {
        return Ok(());
    }
    let hash = portal.new_operator_password(OPERATOR, OPERATOR_ADDRESS, PASSWORD).await.map_err(|e| machine(&e))?;
    let command = operators::Command::Add { name: OPERATOR.into(), email: OPERATOR_ADDRESS.into() };
    let beside = Beside { password_hash: Some(hash), ..Beside::default() };
    match portal.run_operators(&origin(), &Actor::Operator(operators::CONSOLE.into()), &command, &beside).await {
        Ok(_) => Ok(()),
        Err(RoomError::Refused(refusal)) => Err(machine(&refusal)),
        Err(RoomError::Portal(error)) => Err(error),
    }
}

fn origin() -> Origin {
    Origin { source: "demo".into(), request: "seed".into() }
}

async fn register(services: &Services, portal: &Portal, company: &Company) -> Result<(), PortalError> {
    let Some((lead, staff)) = company.people.split_first() else { return Ok(()) };
    let form = RegisterCompany {
        name: lead.name.into(),
        email: address(company, lead),
        accepts_lead: true,
        accepts_terms: true,
        customer: customer(lead),
        contact: contact(company),
        company: CompanyInput {
            name: company.name.into(),
            country: company.country.into(),
            website: format!("https://www.{}", company.domain),
            description: company.about.into(),
        },
        offering: company.offering.into(),
        proof: Proof::COMPLETE,
        domain_owner: None,
    };
    let done = admit(services, portal, None, Command::RegisterCompany(form)).await?;
    let tenant = Some(done.tenant);
    let lead = done.account.lead(portal.program()).map(|(id, _)| Actor::Member(id)).unwrap_or(Actor::Visitor);
    for person in staff {
        let form = Join {
            invitation: None,
            name: person.name.into(),
            email: address(company, person),
            customer: customer(person),
            contact: contact(company),
            proof: Proof::COMPLETE,
        };
        let done = admit(services, portal, tenant, Command::Join(form)).await?;
        let joined = member(&done.account, &address(company, person));
        if let (Some(member), false) = (joined, person.roles.is_empty()) {
            give(portal, tenant, &lead, member, person.roles).await?;
        }
    }
    for (kind, title) in company.products {
        let product = ProductInput { kind: (*kind).into(), title: (*title).into(), description: String::new() };
        // A company needs it to be enrolled.
        run::<profile::State>(portal, done.tenant, &lead, &profile::Command::AddProduct { product }).await?;
    }
    for (path, stage) in company.stages {
        let command = Command::SetStage { path: (*path).into(), stage: (*stage).into() };
        portal.run(&origin(), tenant, &Actor::Operator(OPERATOR.into()), command, Extras::default()).await?;
    }
    let rows: Vec<InviteRow> = company
        .invited
        .iter()
        .map(|(local, role)| InviteRow { email: format!("{local}@{}", company.domain), roles: vec![(*role).into()] })
        .collect();
    if !rows.is_empty() {
        portal.run(&origin(), tenant, &lead, Command::Invite { rows }, Extras::default()).await?;
    }
    if let Some(loaded) = portal.load(done.tenant).await? {
        for member in loaded.account.members().keys() {
            portal.note_sign_in(done.tenant, *member).await?;
        }
        tasks::seed(portal, done.tenant, &loaded.account, company.domain).await?;
        company::seed(portal, done.tenant, &loaded.account, company.domain).await?;
        channel::seed(portal, done.tenant, &loaded.account, company.domain).await?;
        linking::seed(portal, done.tenant, &loaded.account, company.domain).await?;
        pipeline::seed(portal, done.tenant, &loaded.account, company.domain).await?;
        support::seed(portal, done.tenant, &loaded.account, company.domain).await?;
    }
    Ok(())
}

/// Runs a command that makes a member, with the demo's password.
async fn admit(
    services: &Services,
    portal: &Portal,
    tenant: Option<Id>,
    command: Command,
) -> Result<crate::portal::Done, PortalError> {
    let machine = |e: &dyn std::fmt::Display| PortalError::Machine(e.to_string());
    let password = portal
        .program()
        .password()
        .parse(PASSWORD, IdentityHints::default())
        .map_err(|faults| PortalError::Machine(format!("the demo's password is refused: {faults:?}")))?;
    let hash = services.passwords.hash(password.expose().to_owned().into()).await.map_err(|e| machine(&e))?;
    let extras = Extras { password_hash: Some(hash), ..Extras::default() };
    portal.run(&origin(), tenant, &Actor::Visitor, command, extras).await
}

/// The person with this address.
fn member(account: &Account, address: &str) -> Option<Id> {
    account.members().iter().find(|(_, member)| member.email.as_str() == address).map(|(id, _)| *id)
}

/// Runs a command that the demo cannot do without, in the room that the company has one of.
async fn run<R: Room>(
    portal: &Portal,
    tenant: Id,
    by: &Actor,
    command: &R::Command,
) -> Result<Vec<R::Event>, PortalError> {
    run_in::<R>(portal, (tenant, &tenant.to_string()), by, command).await
}

/// The same in the room with this id.
async fn run_in<R: Room>(
    portal: &Portal,
    (tenant, id): (Id, &str),
    by: &Actor,
    command: &R::Command,
) -> Result<Vec<R::Event>, PortalError> {
    match portal.run_room::<R>(&origin(), tenant, id, by, command).await {
        Ok(done) => Ok(done.events),
        Err(RoomError::Refused(refusal)) => Err(PortalError::Machine(format!(
            "the demo's {} is refused: {} ({refusal}) {:?}",
            R::KIND,
            refusal.code(),
            refusal.faults()
        ))),
        Err(RoomError::Portal(error)) => Err(error),
    }
}

async fn give(
    portal: &Portal,
    tenant: Option<Id>,
    lead: &Actor,
    member: Id,
    roles: &[&str],
) -> Result<(), PortalError> {
    let assign = roles.iter().map(|r| (*r).to_owned()).collect();
    let command = Command::UpdateRoles { rows: vec![RoleRow { member, assign, unassign: Vec::new() }] };
    portal.run(&origin(), tenant, lead, command, Extras::default()).await.map(|_| ())
}

fn described(portal: &Portal, company: &Company, n: usize, person: &Person) -> DemoPerson {
    let program = portal.program();
    let own = if n == 0 { program.role(program.lead()) } else { None };
    let granted = person.roles.iter().filter_map(|r| program.role_id(r)).filter_map(|id| program.role(id));
    let mut roles: Vec<String> = own.into_iter().chain(granted).map(|r| r.title.clone()).collect();
    if roles.is_empty() {
        roles.extend(program.role(program.base()).map(|r| r.title.clone()));
    }
    let first = [("", "")];
    let stages = if company.stages.is_empty() { &first } else { company.stages };
    let stage = |(path, stage): &(&str, &str)| {
        let offering = program.offering(company.offering).and_then(|o| program.path(o.path));
        let path = program.path_id(path).and_then(|id| program.path(id)).or(offering);
        let stage = program.stage_id(stage).and_then(|id| program.stage(id)).or(program.stages().first());
        (path.map(|p| p.title.clone()).unwrap_or_default(), stage.map(|s| s.title.clone()).unwrap_or_default())
    };
    DemoPerson {
        email: address(company, person),
        password: PASSWORD.into(),
        name: person.name.into(),
        company: company.name.into(),
        roles,
        standings: stages.iter().map(stage).collect(),
    }
}

fn address(company: &Company, person: &Person) -> String {
    format!("{}@{}", person.local, company.domain)
}

fn customer(person: &Person) -> CustomerInput {
    CustomerInput { job_title: person.job_title.into(), department: String::new() }
}

fn contact(company: &Company) -> ContactInput {
    ContactInput { phone: "+00 555 0100".into(), country: company.country.into(), city: String::new() }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use guildhall_core::Program;

    use super::*;
    use crate::clock::Clock;
    use crate::store::sqlite::SqliteStore;

    #[tokio::test]
    async fn the_demo_has_every_role_and_everybody_can_sign_in() {
        let dir = tempfile::tempdir().unwrap();
        let store = Arc::new(SqliteStore::open(dir.path()).await.unwrap());
        let services = Services::for_tests(store, Clock::System).unwrap();
        let program = Arc::new(Program::guide().clone());
        let portal = Portal::new(services.clone(), program, Arc::new(|_, _| ("s".into(), "t".into())));
        let people = seed(&services, &portal).await.unwrap();
        let roles: BTreeSet<&str> = people.iter().flat_map(|p| &p.roles).map(String::as_str).collect();
        let all: BTreeSet<&str> = Program::guide().roles().iter().map(|r| r.title.as_str()).collect();
        assert_eq!(roles, all);
        for person in &people {
            portal.sign_in(&person.email, &person.password).await.unwrap();
        }
        assert_eq!(people[0].stage(), "Software, Validated");
        assert_eq!(people.last().unwrap().stage(), "Software, Registered");
        let tenants = services.store.tenants("", 10).await.unwrap();
        assert_eq!(seed(&services, &portal).await.unwrap(), people, "seeding again changes nothing");
        assert_eq!(services.store.tenants("", 10).await.unwrap(), tenants);
    }
}
