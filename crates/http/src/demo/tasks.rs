//! Tasks of the demo's first company: given weeks ago, so that some are late and some are done.

use chrono::TimeDelta;
use guildhall_core::Id;
use guildhall_core::account::{Account, Actor};
use guildhall_core::tasks::{Command, Event, State};

use super::{member, origin, run};
use crate::portal::{Portal, PortalError};

/// The company that has tasks, by its domain.
const WITH_TASKS: &str = "larkspur.example";
/// How long ago the lead gave them.
const DAYS_AGO: i64 = 21;

/// Who gets which task, due how many days after it was given, and what became of it.
const TASKS: &[(&str, &str, i64, Fate)] = &[
    ("user", "complete_profile", 14, Fate::Open),
    ("user", "plan_first_steps", 60, Fate::Open),
    ("technical", "submit_case_study", 45, Fate::Open),
    ("marketing", "submit_case_study", 18, Fate::Open),
    ("lead", "describe_company", 14, Fate::Completed),
    ("lead", "complete_profile", 35, Fate::Open),
    ("team", "complete_profile", 20, Fate::Open),
    ("seller", "submit_opportunity", 30, Fate::Open),
    ("manager", "complete_profile", 30, Fate::Dismissed),
];

#[derive(Clone, Copy)]
enum Fate {
    Open,
    Completed,
    Dismissed,
}

/// Gives the tasks, as the lead.
pub(super) async fn seed(portal: &Portal, tenant: Id, account: &Account, domain: &str) -> Result<(), PortalError> {
    let Some((lead, _)) = account.lead(portal.program()).filter(|_| domain == WITH_TASKS) else { return Ok(()) };
    let lead = Actor::Member(lead);
    let given = portal.moment(&origin())?.at - TimeDelta::days(DAYS_AGO);
    let portal = portal.at(given);
    for (local, template, days, fate) in TASKS {
        let Some(to) = member(account, &format!("{local}@{domain}")) else { continue };
        let due = (given + TimeDelta::days(*days)).date_naive().to_string();
        let give = Command::Give { template: (*template).into(), to, due };
        let events = run::<State>(&portal, tenant, &lead, &give).await?;
        let Some(Event::TaskAdded { task, .. }) = events.first() else { continue };
        let then = match fate {
            Fate::Open => continue,
            Fate::Dismissed => Command::Dismiss { task: *task },
            Fate::Completed => {
                let description = "Planning software for hospitals: beds, wards and staff in one place.";
                let answers = [("description".to_owned(), description.to_owned())].into();
                Command::Submit { task: *task, answers }
            }
        };
        run::<State>(&portal, tenant, &lead, &then).await?;
    }
    Ok(())
}
