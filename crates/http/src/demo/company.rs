//! The profile, certifications and fee of the demo's first company, so that every tab, chart and table has something in it.

use chrono::{Days, NaiveDate};
use guildhall_core::account::{Account, Actor};
use guildhall_core::certifications::{self, RecordInput};
use guildhall_core::profile::{self, LocationInput, RecordKind};
use guildhall_core::{Id, fee};

use super::{OPERATOR, origin, run};
use crate::portal::{Portal, PortalError};

/// The company that has all this, by its domain.
const WITH_PROFILE: &str = "larkspur.example";

/// What was validated: kind, title, description, and the company's words beside it.
const RECORDS: &[(RecordKind, &str, &str, &str)] = &[
    (
        RecordKind::Offering,
        "Ward Planner",
        "Plans beds, staff and theatres of a hospital on one board.",
        "In use on 140 wards. Ask us for a tour of a ward near you.",
    ),
    (
        RecordKind::CaseStudy,
        "Harbour Clinic plans its beds in minutes",
        "A clinic of 400 beds replaced its spreadsheets and now plans a day in ten minutes.",
        "",
    ),
    (RecordKind::PublicReference, "Harbour Clinic", "Speaks about Ward Planner with interested hospitals.", ""),
];

/// Who passed which exam how many days ago, and how long it is valid.
const EXAMS: &[(&str, &str, u64, u64)] = &[
    ("lead", "cloud_practitioner", 200, 1095),
    ("team", "cloud_practitioner", 1200, 1095),
    ("cloud", "solutions_architect_professional", 90, 1095),
    ("cloud", "security_specialty", 45, 1095),
    ("technical", "developer_associate", 300, 1095),
    ("marketing", "cloud_practitioner", 30, 1095),
];

/// Who completed which course how many days ago.
const COURSES: &[(&str, &str, u64)] =
    &[("seller", "Selling with the cloud", 60), ("manager", "Selling with the cloud", 58), ("user", "First steps", 20)];

/// Fills in the profile, records the exams and puts the billing account on record.
pub(super) async fn seed(portal: &Portal, tenant: Id, account: &Account, domain: &str) -> Result<(), PortalError> {
    let Some((lead, _)) = account.lead(portal.program()).filter(|_| domain == WITH_PROFILE) else { return Ok(()) };
    let (lead, operator) = (Actor::Member(lead), Actor::Operator(OPERATOR.into()));
    let today = portal.moment(&origin())?.at.date_naive();
    let customers = vec!["enterprise".into(), "public_sector".into()];
    for command in [
        profile::Command::SetCustomers { customers },
        profile::Command::AddLocation { location: location("Head office", "Hafenstrasse 1", "Hamburg", "Germany") },
        profile::Command::AddLocation { location: location("Development", "", "Leipzig", "Germany") },
        profile::Command::AddSolutionArea { title: "Planning in hospitals".into() },
        profile::Command::EditListing { summary: "Hospitals plan their days with us.".into() },
    ] {
        run::<profile::State>(portal, tenant, &lead, &command).await?;
    }
    let (kind, title) = ("competency".into(), "Healthcare".into());
    run::<profile::State>(portal, tenant, &operator, &profile::Command::GrantQualification { kind, title }).await?;
    for (kind, title, description, words) in RECORDS {
        let create =
            profile::Command::CreateRecord { kind: *kind, title: (*title).into(), description: (*description).into() };
        let done = run::<profile::State>(portal, tenant, &lead, &create).await?;
        let Some(id) = done.iter().find_map(created) else { continue };
        run::<profile::State>(portal, tenant, &lead, &profile::Command::SubmitRecord { id }).await?;
        let judge = profile::Command::JudgeRecord { id, validated: true };
        run::<profile::State>(portal, tenant, &operator, &judge).await?;
        if !words.is_empty() {
            let describe = profile::Command::DescribeRecord { id, words: (*words).into() };
            run::<profile::State>(portal, tenant, &lead, &describe).await?;
        }
    }
    for (local, exam, days, valid) in EXAMS {
        let on = before(today, *days);
        let record = RecordInput {
            valid_until: on.checked_add_days(Days::new(*valid)),
            ..completed(local, (*exam).to_owned(), String::new(), on)
        };
        run::<certifications::State>(portal, tenant, &operator, &certifications::Command::Record { record }).await?;
    }
    for (local, course, days) in COURSES {
        let record = completed(local, String::new(), (*course).to_owned(), before(today, *days));
        run::<certifications::State>(portal, tenant, &operator, &certifications::Command::Record { record }).await?;
    }
    let form = fee::Command::SubmitUpgradeForm { account: "111122223333".into(), payer: "444455556666".into() };
    run::<fee::State>(portal, tenant, &lead, &form).await.map(|_| ())
}

fn created(event: &profile::Event) -> Option<Id> {
    match event {
        profile::Event::RecordCreated { id, .. } => Some(*id),
        profile::Event::CustomersSet { .. }
        | profile::Event::ProductAdded { .. }
        | profile::Event::ProductEdited { .. }
        | profile::Event::ProductRemoved { .. }
        | profile::Event::LocationAdded { .. }
        | profile::Event::LocationEdited { .. }
        | profile::Event::LocationRemoved { .. }
        | profile::Event::SolutionAreaAdded { .. }
        | profile::Event::SolutionAreaRemoved { .. }
        | profile::Event::ListingEdited { .. }
        | profile::Event::ListedSet { .. }
        | profile::Event::RecordEdited { .. }
        | profile::Event::RecordSubmitted { .. }
        | profile::Event::RecordRemoved { .. }
        | profile::Event::RecordDescribed { .. }
        | profile::Event::RecordJudged { .. }
        | profile::Event::QualificationGranted { .. }
        | profile::Event::QualificationRevoked { .. } => None,
    }
}

fn before(today: NaiveDate, days: u64) -> NaiveDate {
    today.checked_sub_days(Days::new(days)).unwrap_or(today)
}

fn completed(local: &str, certification: String, course: String, on: NaiveDate) -> RecordInput {
    RecordInput { address: format!("{local}@{WITH_PROFILE}"), certification, course, on, valid_until: None }
}

fn location(title: &str, street: &str, city: &str, country: &str) -> LocationInput {
    LocationInput { title: title.into(), street: street.into(), city: city.into(), country: country.into() }
}
