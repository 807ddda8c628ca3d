//! Support, given / when / then.

mod cases;
mod desk;
mod form;
mod list;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::*;
use crate::account::{Account, Actor};
use crate::cast::{self, ROLES, at, company, email, id, member, name_of, operator, roles_that, setting, stored};
use crate::program::Program;
use crate::room::RoomRefusal;
use crate::text::Line;

/// Given these events in a company, when `who` asks this, then it comes out as said; and the state after it.
#[track_caller]
fn check(account: &Account, given: &[Event], who: &Actor, command: &Command, expected: &str) -> State {
    let moment = cast::moment("2026-03-02");
    let setting = setting(account, who, &moment);
    cast::check_room(given, &setting, command, say, expected)
}

fn fold(given: &[Event]) -> State {
    let mut state = State::default();
    given.iter().for_each(|event| state.apply(event));
    state
}

fn who(author: &Author) -> String {
    match author {
        Author::Member(id) => name_of(*id),
        Author::Operator(name) => name.clone(),
    }
}

fn say(event: &Event) -> String {
    let names = |files: &[File]| files.iter().map(|f| format!(" [{}]", f.name)).collect::<String>();
    match event {
        Event::CaseOpened { id, by, subject, cancellation, files, .. } => {
            let leaves = if *cancellation { " leaves" } else { "" };
            format!("opened {} by {}: {subject}{leaves}{}", name_of(*id), name_of(*by), names(files))
        }
        Event::Replied { id, by, text, files, .. } => {
            format!("{} in {}: {text}{}", who(by), name_of(*id), names(files))
        }
        Event::CaseClosed { id, by, .. } => format!("closed {} by {}", name_of(*id), who(by)),
    }
}

// ---------------------------------------------------------------- given and when

fn topic() -> [&'static str; 3] {
    ["account_and_access", "people_and_roles", "role_change"]
}

fn open_about(topic: [&str; 3], subject: &str, description: &str, files: Vec<FileInput>) -> Command {
    let [case_type, question, specific] = topic.map(ToString::to_string);
    Command::OpenCase {
        case_type,
        question,
        specific,
        subject: subject.to_string(),
        description: description.to_string(),
        files,
    }
}

fn open() -> Command {
    open_about(topic(), "A role", "It is missing", Vec::new())
}

fn file(name: &str) -> FileInput {
    FileInput { id: id(name), name: name.to_string(), bytes: 10, media_type: "image/png".to_string() }
}

fn reply(case: &str, text: &str, files: Vec<FileInput>) -> Command {
    Command::Reply { id: id(case), text: text.to_string(), files }
}

fn close(case: &str) -> Command {
    Command::CloseCase { id: id(case) }
}

fn opened(case: &str, by: &str, day: &str) -> Event {
    let [case_type, question, specific] = topic().map(ToString::to_string);
    Event::CaseOpened {
        id: id(case),
        by: id(by),
        topic: Topic { case_type, question, specific },
        subject: Line::parse(case).unwrap(),
        cancellation: false,
        text: Message::parse("It is missing").unwrap(),
        files: Vec::new(),
        at: at(day),
    }
}

fn replied(case: &str, by: Author, day: &str) -> Event {
    Event::Replied { id: id(case), by, text: Message::parse("Look").unwrap(), files: Vec::new(), at: at(day) }
}

fn closed(case: &str, day: &str) -> Event {
    Event::CaseClosed { id: id(case), by: Author::Operator("olga".to_string()), at: at(day) }
}
