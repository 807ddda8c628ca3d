//! What operators publish, given / when / then, and what people read of it.

mod lists;
mod writing;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::*;
use crate::account::{Account, Actor};
use crate::fixture::{company, id, member, moment, operator, setting, stored};
use crate::program::Program;
use crate::room::RoomRefusal;

const NOW: &str = "2026-08-31T12:00:00Z";

fn article() -> ArticleInput {
    ArticleInput {
        kind: "deadline".to_string(),
        title: "Renew by October".to_string(),
        summary: "Renewals close.".to_string(),
        source: "Programme team".to_string(),
        published_on: "2026-08-31".to_string(),
        link: "https://example.org/renew".to_string(),
        text: String::new(),
    }
}

fn event() -> EventInput {
    EventInput {
        kind: "webinar".to_string(),
        delivery: "virtual".to_string(),
        title: "First steps".to_string(),
        summary: "An hour for newcomers.".to_string(),
        source: "Programme team".to_string(),
        starts_at: "2026-09-01T10:00:00+02:00".to_string(),
        ends_at: String::new(),
        place: String::new(),
        link: "https://example.org/register".to_string(),
        pinned: false,
    }
}

fn resource(kind: &str) -> ResourceInput {
    ResourceInput {
        kind: kind.to_string(),
        title: format!("A {kind}"),
        summary: "All about it.".to_string(),
        link: "https://example.org/it".to_string(),
        text: String::new(),
    }
}

fn step(item: &str) -> StepInput {
    StepInput { title: "Open the page".to_string(), text: "Choose it.".to_string(), item: item.to_string() }
}

fn walkthrough() -> WalkthroughInput {
    WalkthroughInput {
        title: "Find your way".to_string(),
        summary: "Where things are.".to_string(),
        steps: Vec::from([step("Build/Offerings"), step("")]),
    }
}

fn draft(input: Input) -> Command {
    Command::Draft { input }
}

fn said(decided: &Result<Vec<Event>, Refusal>) -> String {
    match decided {
        Ok(events) => events.iter().map(State::event_name).collect::<Vec<_>>().join(", "),
        Err(Refusal::InvalidInput { faults }) => {
            faults.iter().map(|f| format!("{}: {}", f.field, f.code)).collect::<Vec<_>>().join(", ")
        }
        Err(refusal) => refusal.code().to_string(),
    }
}

/// Given what was asked of an item by an operator before, when `who` asks this, then it comes out as said.
#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "the cases read better without a reference at each command")]
fn check_by(given: &[Command], who: &Actor, command: Command, expected: &str) -> State {
    let (nobody, moment, olga) = (Account::default(), moment(NOW), operator());
    let mut state = State::default();
    for before in given {
        let events = state.decide(&setting(&nobody, &olga, &moment), before).unwrap();
        events.iter().for_each(|event| state.apply(event));
    }
    let acme = company("registered", &[]);
    let setting = setting(&acme, who, &moment);
    let decided = state.decide(&setting, &command);
    assert_eq!(said(&decided), expected, "{} by {who:?}", command.name());
    assert_eq!(stored(&state).decide(&setting, &stored(&command)), decided);
    if let Err(refusal) = &decided {
        assert_eq!(serde_json::to_value(refusal).unwrap()["code"], refusal.code());
        assert_eq!(refusal.faults().is_empty(), refusal.code() != "invalid_input");
    }
    for event in decided.iter().flatten() {
        assert_eq!(serde_json::to_value(event).unwrap()["type"], State::event_name(event));
        state.apply(&stored(event));
    }
    assert_eq!(stored(&state), state);
    state
}

#[track_caller]
fn check(given: &[Command], command: Command, expected: &str) -> State {
    check_by(given, &operator(), command, expected)
}

fn published(input: Input) -> State {
    check(&[draft(input)], Command::Publish, "content_published")
}
