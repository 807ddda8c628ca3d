//! The channel of the demo's reseller, and what its software company has under way.

use chrono::Datelike as _;
use guildhall_core::Id;
use guildhall_core::account::{Account, Actor};
use guildhall_core::channel::{self, EndUserInput, StatementInput};
use guildhall_core::profile::{self, RecordKind};

use super::{OPERATOR, member, origin, run};
use crate::portal::{Portal, PortalError};

/// The company that resells, by its domain, and who reports for it.
const RESELLER: (&str, &str) = ("millrace.example", "channel@millrace.example");
/// The company that builds, and who does.
const BUILDER: (&str, &str) = ("larkspur.example", "technical@larkspur.example");

/// What is resold to whom: company, country, account.
const END_USERS: &[(&str, &str, &str)] = &[
    ("Harbour Freight Lines", "Netherlands", "210987654321"),
    ("Canal Logistics", "Belgium", "310987654321"),
    ("Dyke and Sons", "Netherlands", "410987654321"),
];

/// What is under way: kind, title, description, and whether it was handed in.
const UNDER_WAY: &[(RecordKind, &str, &str, bool)] = &[
    (RecordKind::Offering, "Ward Planner for night shifts", "Plans who is on duty at night.", true),
    (RecordKind::TechnicalValidation, "Ward Planner, how it is built", "Three zones, daily restores tested.", false),
    (RecordKind::DeviceListing, "Bed sensor", "Reports over the hospital's network whether a bed is free.", false),
    (RecordKind::Workload, "Planning at Harbour Clinic", "Reviewed in spring; two of three risks are gone.", true),
];

pub(super) async fn seed(portal: &Portal, tenant: Id, account: &Account, domain: &str) -> Result<(), PortalError> {
    let person = |address: &str| member(account, address).map(Actor::Member);
    if domain == RESELLER.0
        && let Some(reporter) = person(RESELLER.1)
    {
        resale(portal, tenant, &reporter).await?;
    }
    if domain == BUILDER.0
        && let Some(builder) = person(BUILDER.1)
    {
        for (kind, title, description, submitted) in UNDER_WAY {
            let (title, description) = ((*title).to_owned(), (*description).to_owned());
            let create = profile::Command::CreateRecord { kind: *kind, title, description };
            let done = run::<profile::State>(portal, tenant, &builder, &create).await?;
            for event in done.iter().filter(|_| *submitted) {
                if let profile::Event::RecordCreated { id, .. } = event {
                    run::<profile::State>(portal, tenant, &builder, &profile::Command::SubmitRecord { id: *id })
                        .await?;
                }
            }
        }
        let (program, description) = ("competency".to_owned(), "Hospitals are all that we do.".to_owned());
        let apply = profile::Command::ApplyToProgram { program, description };
        run::<profile::State>(portal, tenant, &builder, &apply).await?;
    }
    Ok(())
}

async fn resale(portal: &Portal, tenant: Id, reporter: &Actor) -> Result<(), PortalError> {
    let add = channel::Command::AddAccount { number: "123456789012".into(), title: "Resale Benelux".into() };
    let done = run::<channel::State>(portal, tenant, reporter, &add).await?;
    let account = done.iter().find_map(|event| match event {
        channel::Event::AccountAdded { id, .. } => Some(id.to_string()),
        channel::Event::AccountRenamed { .. }
        | channel::Event::AccountClosed { .. }
        | channel::Event::EndUserReported { .. }
        | channel::Event::EndUserEdited { .. }
        | channel::Event::ResaleEnded { .. }
        | channel::Event::StatementRecorded { .. }
        | channel::Event::StatementWithdrawn { .. } => None,
    });
    let mut last = None;
    for (company, country, number) in END_USERS {
        let end_user = EndUserInput {
            account: account.clone().unwrap_or_default(),
            company: (*company).into(),
            country: (*country).into(),
            website: String::new(),
            number: (*number).into(),
        };
        let report = channel::Command::ReportEndUser { end_user };
        let done = run::<channel::State>(portal, tenant, reporter, &report).await?;
        last = done.iter().find_map(|event| match event {
            channel::Event::EndUserReported { id, .. } => Some(*id),
            channel::Event::AccountAdded { .. }
            | channel::Event::AccountRenamed { .. }
            | channel::Event::AccountClosed { .. }
            | channel::Event::EndUserEdited { .. }
            | channel::Event::ResaleEnded { .. }
            | channel::Event::StatementRecorded { .. }
            | channel::Event::StatementWithdrawn { .. } => None,
        });
    }
    if let Some(id) = last {
        run::<channel::State>(portal, tenant, reporter, &channel::Command::EndResale { id }).await?;
    }
    let year = portal.moment(&origin())?.at.year() - 1;
    let operator = Actor::Operator(OPERATOR.into());
    for (quarter, base_minor, resold_minor, rebate_minor) in
        [(3, 8_200_000, 9_430_000, 188_600), (4, 9_000_000, 8_730_000, 0)]
    {
        let currency = "EUR".to_owned();
        let statement = StatementInput { year, quarter, currency, base_minor, resold_minor, rebate_minor };
        run::<channel::State>(portal, tenant, &operator, &channel::Command::RecordStatement { statement }).await?;
    }
    Ok(())
}
