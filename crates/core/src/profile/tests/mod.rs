//! The profile, given / when / then.

mod badges;
mod entries;
mod listing;
mod programs;
mod records;
mod tabs;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::*;
use crate::access::Standing;
use crate::account::{Account, Actor};
use crate::cast::{self, ROLES, company, id, member, name_of, operator, roles_that, stored};
use crate::program::{PartnerProgram, Program};
use crate::room::RoomRefusal;
use crate::text::Line;

/// Given these events in a company, when `who` asks this, then it comes out as said; and the state after it.
#[track_caller]
fn check(account: &Account, given: &[Event], who: &Actor, command: &Command, expected: &str) -> State {
    let before = fold(given);
    let moment = cast::moment("2026-03-02");
    let setting = cast::setting(account, who, &moment);
    let decided = before.decide(&setting, command);
    assert_eq!(stored(&before).decide(&setting, command), decided, "the stored state decides alike");
    assert_eq!(stored(command), *command);
    assert_eq!(said(&decided), expected, "{command:?} by {who:?}");
    let mut after = before;
    for event in decided.iter().flatten() {
        assert_eq!(stored(event), *event);
        assert!(serde_json::to_string(event).unwrap().contains(&format!("\"type\":\"{}\"", State::event_name(event))));
        after.apply(event);
    }
    assert_eq!(stored(&after), after);
    after
}

fn fold(given: &[Event]) -> State {
    let mut state = State::default();
    given.iter().for_each(|event| state.apply(event));
    state
}

fn standing(account: &Account, role: &str) -> Standing {
    account.standing(Program::guide(), id(role))
}

fn said(decided: &Result<Vec<Event>, Refusal>) -> String {
    match decided {
        Ok(events) => events.iter().map(say).collect::<Vec<_>>().join("; "),
        Err(Refusal::StageNotReached { paths, stage }) => {
            format!("stage_not_reached {stage} [{}]", paths.join(" "))
        }
        Err(Refusal::TooManyEntries { most }) => format!("too_many_entries {most}"),
        Err(refusal) => {
            assert!(serde_json::to_string(refusal).unwrap().contains(&format!("\"code\":\"{}\"", refusal.code())));
            cast::refused(refusal.code(), refusal.faults())
        }
    }
}

fn say(event: &Event) -> String {
    let words = |text: Option<&Description>| text.map_or_else(|| "-".to_string(), ToString::to_string);
    match event {
        Event::CustomersSet { customers } => format!("customers {customers:?}"),
        Event::ProductAdded { id, product } | Event::ProductEdited { id, product } => {
            format!("{} {} {} {}", event.name(), name_of(*id), product.kind, product.title)
        }
        Event::LocationAdded { id, location } | Event::LocationEdited { id, location } => {
            format!("{} {} {} {}", event.name(), name_of(*id), location.title, location.city)
        }
        Event::SolutionAreaAdded { id, title } => format!("area {} {title}", name_of(*id)),
        Event::ListingEdited { summary } => format!("summary {}", words(summary.as_ref())),
        Event::ListedSet { listed } => format!("listed {listed}"),
        Event::RecordCreated { id, kind, title, by, .. } => {
            format!("{} {} {title} by {}", kind.id(), name_of(*id), name_of(*by))
        }
        Event::RecordEdited { id, title, .. } => format!("edited {} {title}", name_of(*id)),
        Event::RecordDescribed { id, words: text } => format!("words {} {}", name_of(*id), words(text.as_ref())),
        Event::RecordJudged { id, validated } => format!("judged {} {validated}", name_of(*id)),
        Event::QualificationGranted { id, qualification } => {
            format!("qualified {} {} {}", name_of(*id), qualification.kind, qualification.title)
        }
        Event::ProductRemoved { id }
        | Event::LocationRemoved { id }
        | Event::SolutionAreaRemoved { id }
        | Event::RecordSubmitted { id }
        | Event::RecordRemoved { id }
        | Event::QualificationRevoked { id } => format!("{} {}", event.name(), name_of(*id)),
    }
}

// ---------------------------------------------------------------- given and when

fn product_input(kind: &str) -> ProductInput {
    ProductInput { kind: kind.to_string(), title: "Crane".to_string(), description: String::new() }
}

fn add_product(kind: &str) -> Command {
    Command::AddProduct { product: product_input(kind) }
}

fn product(name: &str, kind: &str) -> Event {
    let product = Product { kind: kind.to_string(), title: Line::parse(name).unwrap(), description: None };
    Event::ProductAdded { id: id(name), product }
}

fn add_location() -> Command {
    let (title, city, country) = ("Head office".to_string(), "Vigo".to_string(), "Spain".to_string());
    Command::AddLocation { location: LocationInput { title, street: String::new(), city, country } }
}

fn create(kind: RecordKind) -> Command {
    Command::CreateRecord { kind, title: "Port".to_string(), description: "Cranes\nand ships".to_string() }
}

/// Begins a record of any kind; an application is begun by naming its programme.
fn begin(kind: RecordKind) -> Command {
    match applied_to(kind) {
        Some(target) => Command::ApplyToProgram { program: target.name.clone(), description: "We fit".to_string() },
        None => create(kind),
    }
}

/// What a record that was just begun is called.
fn titled(kind: RecordKind) -> &'static str {
    applied_to(kind).map_or("Port", |target| target.title.as_str())
}

fn applied_to(kind: RecordKind) -> Option<&'static PartnerProgram> {
    Program::guide().partner_programs().iter().find(|target| target.application == kind)
}

fn edit(name: &str) -> Command {
    Command::EditRecord { id: id(name), title: "Quay".to_string(), description: "Ships".to_string() }
}

fn describe(name: &str, words: &str) -> Command {
    Command::DescribeRecord { id: id(name), words: words.to_string() }
}

/// A record called `name` at a status.
fn record(name: &str, kind: RecordKind, status: RecordStatus) -> Vec<Event> {
    let (title, description) = (Line::parse(name).unwrap(), Description::parse("As reviewed").unwrap());
    let created =
        Event::RecordCreated { id: id(name), kind, title, description, by: id("technical_staff"), program: None };
    let submitted = Event::RecordSubmitted { id: id(name) };
    let judged = |validated| Event::RecordJudged { id: id(name), validated };
    match status {
        RecordStatus::Draft => [created].into(),
        RecordStatus::Submitted => [created, submitted].into(),
        RecordStatus::Validated => [created, submitted, judged(true)].into(),
        RecordStatus::Declined => [created, submitted, judged(false)].into(),
    }
}
