//! A company's tasks, given / when / then: who may do what to which task, and what comes out in a line of text.
//!
//! The company stands on the software path at the stage enrolled. `ana` is lead, `tim` of the alliance team, `mia` of
//! marketing, `sam` a standard user; `rex` was removed, `dee` deactivated.

mod pages;
mod totals;
mod work;

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::*;
use crate::account::Account;
use crate::fixture::{company, deactivated, id, member, moment, name_of, operator, removed, setting, stored, time};
use crate::program::Program;
use crate::room::RoomRefusal;

const NOW: &str = "2026-03-01T09:00:00Z";

fn acme() -> Account {
    let people: &[(&str, &[&str])] = &[
        ("tim", &["alliance_team"]),
        ("mia", &["marketing_staff"]),
        ("sam", &[]),
        ("rex", &["alliance_team"]),
        ("dee", &["marketing_staff"]),
    ];
    deactivated(removed(company("enrolled", people), "rex"), "dee")
}

/// A task of the template, added by the lead on the first of March.
fn added(task: &str, template: &str, assignee: &str, due: &str) -> Event {
    let of = Program::guide().task(template).unwrap();
    Event::TaskAdded {
        task: id(task),
        template: template.to_string(),
        title: Field::parse(&of.title).unwrap(),
        requirement: of.requirement,
        assignee: id(assignee),
        due: (!due.is_empty()).then(|| due.parse().unwrap()),
        by: id("ana"),
        at: time(NOW),
    }
}

fn completed(task: &str, by: &str) -> Event {
    Event::TaskCompleted { task: id(task), by: id(by), answers: BTreeMap::new(), deed: None }
}

fn dismissed(task: &str, by: &str) -> Event {
    Event::TaskDismissed { task: id(task), by: id(by) }
}

fn state(given: &[Event]) -> State {
    let mut state = State::default();
    given.iter().for_each(|event| state.apply(event));
    state
}

/// One task of each kind for each of four people: `mia-form` and `mia-link` are required, `mia-opt` and `mia-free` (a
/// form) optional.
fn given() -> Vec<Event> {
    let mut events = Vec::new();
    for who in ["ana", "tim", "mia", "sam"] {
        events.push(added(&format!("{who}-form"), "describe_company", who, "2026-03-10"));
        events.push(added(&format!("{who}-link"), "create_software_offering", who, ""));
        events.push(added(&format!("{who}-opt"), "submit_case_study", who, "2026-02-20"));
        events.push(added(&format!("{who}-free"), "plan_first_steps", who, ""));
    }
    events
}

fn said(decided: &Result<Vec<Event>, Refusal>) -> String {
    let one = |event: &Event| match event {
        Event::TaskAdded { task, template, assignee, due, .. } => {
            let due = due.map_or_else(|| "never".to_string(), |d| d.to_string());
            format!("{} is {template} for {} due {due}", name_of(*task), name_of(*assignee))
        }
        Event::TaskReassigned { task, to } => format!("{} to {}", name_of(*task), name_of(*to)),
        Event::TaskCompleted { task, answers, deed, .. } => {
            let answers: Vec<String> = answers.iter().map(|(k, v)| format!(" {k}={v}")).collect();
            let deed = deed.as_ref().map_or(String::new(), |d| format!(" by {}", d.record));
            format!("{} completed{}{deed}", name_of(*task), answers.join(""))
        }
        Event::TaskDismissed { task, .. } => format!("{} dismissed", name_of(*task)),
        Event::TaskDeleted { task, .. } => format!("{} deleted", name_of(*task)),
        Event::WorkRecorded { deed, operator } => format!("{} by {} says {operator}", deed.record, name_of(deed.by)),
        Event::UtcOffsetSet { minutes } => format!("offset {minutes}"),
    };
    match decided {
        Ok(events) => events.iter().map(one).collect::<Vec<_>>().join(", "),
        Err(Refusal::InvalidInput { faults }) => {
            faults.iter().map(|f| format!("{}: {}", f.field, f.code)).collect::<Vec<_>>().join(", ")
        }
        Err(refusal) => refusal.code().to_string(),
    }
}

/// Given these tasks, when `who` asks this, then it comes out as said. What is stored decides alike, and only optional
/// tasks go.
#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "the cases read better without a reference at each command")]
fn check_then(given: &[Event], who: &str, command: Command, expected: &str) -> State {
    let actor = if who == "olga" { operator() } else { member(who) };
    let (account, moment) = (acme(), moment(NOW));
    let setting = setting(&account, &actor, &moment);
    let before = state(given);
    let decided = before.decide(&setting, &command);
    assert_eq!(said(&decided), expected, "{} by {who}", command.name());
    assert_eq!(stored(&before).decide(&setting, &stored(&command)), decided);
    let mut after = before.clone();
    for event in decided.iter().flatten() {
        assert_eq!(stored(event), *event);
        after.apply(event);
    }
    assert_eq!(stored(&after), after);
    for (id, task) in before.tasks() {
        let now = after.tasks().get(id);
        if task.requirement == Requirement::Required {
            assert!(now.is_some_and(|t| t.status != Status::Dismissed), "a required task went");
        }
        if task.status != Status::Open {
            assert!(now.is_none_or(|t| t == task), "a closed task changed");
        }
    }
    if let Err(refusal) = &decided {
        let shown = serde_json::to_value(refusal).unwrap();
        assert_eq!(shown["code"], refusal.code(), "one code, in both forms");
    }
    after
}

#[track_caller]
fn check(given: &[Event], who: &str, command: Command, expected: &str) {
    check_then(given, who, command, expected);
}

fn ids(names: &[&str]) -> Vec<Id> {
    names.iter().map(|n| id(n)).collect()
}
