//! Support cases of the demo's first company: one that waits, one that was answered, one that is closed.

use chrono::TimeDelta;
use guildhall_core::Id;
use guildhall_core::account::{Account, Actor};
use guildhall_core::support::{Command, Event, FileInput, State};

use super::{OPERATOR, member, origin, run};
use crate::portal::{Portal, PortalError};

/// The company that has cases, by its domain.
const WITH_CASES: &str = "larkspur.example";

/// A case: who opened it how many days ago, and what came of it.
struct Case {
    local: &'static str,
    days_ago: i64,
    topic: [&'static str; 3],
    subject: &'static str,
    text: &'static str,
    /// A file that goes with it: its name and its text.
    file: Option<(&'static str, &'static str)>,
    /// What support answered, how many days later.
    answer: Option<(i64, &'static str)>,
    closed: bool,
}

const CASES: &[Case] = &[
    Case {
        local: "technical",
        days_ago: 2,
        topic: ["training_and_certification", "scorecard", "certification_missing"],
        subject: "A certification does not count yet",
        text: "I passed the exam last month and consented to share it.\nThe scorecard still shows one certification less.",
        file: Some(("exam.txt", "Passed on the 3rd of last month, with the address of the company.\n")),
        answer: None,
        closed: false,
    },
    Case {
        local: "lead",
        days_ago: 9,
        topic: ["account_and_access", "domains", "domain_missing"],
        subject: "Our second domain",
        text: "We bought a company. May its people join with their old addresses?",
        file: None,
        answer: Some((1, "Add the domain under My Domains on the company profile. Its people can join at once.")),
        closed: false,
    },
    Case {
        local: "marketing",
        days_ago: 30,
        topic: ["other", "other", "other"],
        subject: "Where is the badge?",
        text: "I look for the badge for our web site.",
        file: None,
        answer: Some((0, "Open Market, then Badge Manager. It asks for the stage Confirmed.")),
        closed: true,
    },
];

/// Opens the cases, as the people.
pub(super) async fn seed(portal: &Portal, tenant: Id, account: &Account, domain: &str) -> Result<(), PortalError> {
    if domain != WITH_CASES {
        return Ok(());
    }
    let now = portal.moment(&origin())?.at;
    for case in CASES {
        let Some(by) = member(account, &format!("{}@{domain}", case.local)) else { continue };
        let opened = now - TimeDelta::days(case.days_ago);
        let files = file(portal, tenant, by, case).await?;
        let [case_type, question, specific] = case.topic.map(str::to_owned);
        let open = Command::OpenCase {
            case_type,
            question,
            specific,
            subject: case.subject.into(),
            description: case.text.into(),
            files,
        };
        let events = run::<State>(&portal.at(opened), tenant, &Actor::Member(by), &open).await?;
        let Some(Event::CaseOpened { id, .. }) = events.first() else { continue };
        let Some((days, text)) = case.answer else { continue };
        let answered = portal.at(opened + TimeDelta::days(days) + TimeDelta::hours(3));
        let answer = Command::Reply { id: *id, text: text.into(), files: Vec::new() };
        run::<State>(&answered, tenant, &Actor::Operator(OPERATOR.into()), &answer).await?;
        if case.closed {
            let closed = portal.at(opened + TimeDelta::days(days + 1));
            run::<State>(&closed, tenant, &Actor::Member(by), &Command::CloseCase { id: *id }).await?;
        }
    }
    Ok(())
}

async fn file(portal: &Portal, tenant: Id, by: Id, case: &Case) -> Result<Vec<FileInput>, PortalError> {
    let Some((name, text)) = case.file else { return Ok(Vec::new()) };
    match portal.upload(tenant, by, (name, "text/plain"), text.as_bytes(), None).await {
        Ok(kept) => Ok(vec![kept.file]),
        Err(error) => Err(PortalError::Machine(format!("a file of the demo is refused: {error:?}"))),
    }
}
