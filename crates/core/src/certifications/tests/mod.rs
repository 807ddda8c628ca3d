//! Certifications and the scorecard, given / when / then.

mod counting;
mod requests;
mod scores;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::*;
use crate::account::{Account, Actor};
use crate::cast::{self, ROLES, company, email, id, member, name_of, operator};
use crate::program::Program;
use crate::text::Line;

/// Given these events in a company, when `who` asks this on `day`, then it comes out as said; and the state after it.
#[track_caller]
fn check(account: &Account, given: &[Event], who: &Actor, command: &Command, day: &str, expected: &str) -> State {
    let moment = cast::moment(day);
    let setting = cast::setting(account, who, &moment);
    cast::check_room(given, &setting, command, say, expected)
}

fn fold(given: &[Event]) -> State {
    let mut state = State::default();
    given.iter().for_each(|event| state.apply(event));
    state
}

fn say(event: &Event) -> String {
    match event {
        Event::TrainingAddressSet { member, address, previous, counts_from } => {
            let previous = previous.as_ref().map_or_else(String::new, |p| format!(" for {p}"));
            format!("{} +{address}{previous} from {counts_from}", name_of(*member))
        }
        Event::TrainingAddressCleared { member, address } => format!("{} -{address}", name_of(*member)),
        Event::ConsentSet { member, share } => format!("{} shares {share}", name_of(*member)),
        Event::Requested { id, by, wish, due_on } => {
            let wish = match wish {
                Wish::Transfer { old_profile, new_account } => format!("transfer {old_profile} to {new_account}"),
                Wish::AddressChange { previous, new } => format!("change {previous} to {new}"),
            };
            format!("{} {} asks {wish} until {due_on}", name_of(*id), name_of(*by))
        }
        Event::RequestSettled { id, granted } => format!("settled {} {granted}", name_of(*id)),
        Event::Recorded { id, record } => format!("{} {} {:?}", name_of(*id), record.address, record.subject),
        Event::RecordDropped { id } => format!("dropped {}", name_of(*id)),
    }
}

// ---------------------------------------------------------------- given and when

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Passed on 1 February.
fn passed(record: &str, address: &str, certification: &str) -> Event {
    let subject = Subject::Certification { name: certification.to_string() };
    let record_ = Record { address: email(address), subject, on: date("2026-02-01"), valid_until: None };
    Event::Recorded { id: id(record), record: record_ }
}

fn added(who: &str, address: &str, counts_from: &str) -> Event {
    let counts_from = date(counts_from);
    Event::TrainingAddressSet { member: id(who), address: email(address), previous: None, counts_from }
}

fn set(address: &str) -> Command {
    Command::SetTrainingAddress { address: address.to_string(), owner: None, freed_on: None }
}

/// What counts on a day, as `person certification`.
fn counts(account: &Account, state: &State, day: &str) -> String {
    let counted = counted(account, state, date(day));
    counted.iter().map(|(id, name)| format!("{} {name}", name_of(*id))).collect::<Vec<_>>().join(", ")
}
