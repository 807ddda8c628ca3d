//! Operators' accounts, given / when / then.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::*;
use crate::account::{Account, Actor};
use crate::cast::{self, at, email, id, name_of};
use crate::setting::Setting;

const DAY: &str = "2026-03-02";

/// Given these events, when `who` asks this, then it comes out as said.
#[track_caller]
fn check(given: &[Event], who: &Actor, command: &Command, expected: &str) -> State {
    let (account, moment) = (Account::default(), cast::moment(DAY));
    let setting: Setting<'_> = cast::setting(&account, who, &moment);
    cast::check_room(given, &setting, command, say, expected)
}

fn say(event: &Event) -> String {
    match event {
        Event::OperatorAdded { operator, name, email, at: _ } => {
            format!("{} is {name} {}", name_of(*operator), email.as_str())
        }
        Event::OperatorDisabled { operator } => format!("{} disabled", name_of(*operator)),
        Event::OperatorEnabled { operator } => format!("{} enabled", name_of(*operator)),
        Event::OperatorPasswordChanged { operator } => format!("{} password", name_of(*operator)),
        Event::OperatorTokenCreated { operator, name, .. } => format!("{} +{name}", name_of(*operator)),
        Event::OperatorTokenRevoked { operator, name } => format!("{} -{name}", name_of(*operator)),
    }
}

fn added(name: &str) -> Event {
    let (operator, at) = (id(&name.to_ascii_lowercase()), at("2026-01-01"));
    Event::OperatorAdded { operator, name: Name::parse(name).unwrap(), email: email(name), at }
}

fn console() -> Actor {
    Actor::Operator(CONSOLE.to_string())
}

fn by(name: &str) -> Actor {
    Actor::Operator(name.to_string())
}

fn add(name: &str, email: &str) -> Command {
    Command::Add { name: name.to_string(), email: email.to_string() }
}

#[test]
fn accounts_are_made_at_the_console_alone() {
    let given = [added("Olga")];
    check(&given, &console(), &add(" Pia ", "pia@acme.example"), "new0 is Pia pia@acme.example");
    for who in [by("Olga"), by("Pia")] {
        check(&given, &who, &add("Pia", "pia@acme.example"), "console_only");
        for command in [Command::Disable { operator: id("olga") }, Command::Enable { operator: id("olga") }] {
            check(&given, &who, &command, "console_only");
        }
    }
    for who in [Actor::Visitor, Actor::Member(id("olga"))] {
        check(&given, &who, &add("Pia", "pia@acme.example"), "operator_only");
        check(&given, &who, &Command::NotePasswordChange { operator: id("olga") }, "operator_only");
    }
}

#[test]
fn a_name_and_an_address_belong_to_one_for_ever() {
    let given = [added("Olga"), Event::OperatorDisabled { operator: id("olga") }];
    for (name, address, expected) in [
        ("Pia", "pia@acme.example", "new0 is Pia pia@acme.example"),
        ("olga", "other@acme.example", "name_taken"),
        ("\u{d3}lga", "other@acme.example", "name_taken"),
        ("Pia", "OLGA@acme.example", "address_taken"),
        ("", "", "invalid: name required, email empty"),
        ("Console", "pia@acme.example", "invalid: name reserved"),
        ("b\u{ed}lling", "pia@acme.example", "invalid: name reserved"),
        ("a\u{202e}b", "pia", "invalid: name bad_character, email no_at_sign"),
    ] {
        check(&given, &console(), &add(name, address), expected);
    }
    let many: Vec<Event> = (0..OPERATORS_MOST).map(|n| added(&format!("o{n}"))).collect();
    check(&many, &console(), &add("Pia", "pia@acme.example"), "too_many_operators");
}

#[test]
fn access_is_taken_and_given_back() {
    let given = [added("Olga")];
    let disable = Command::Disable { operator: id("olga") };
    let enable = Command::Enable { operator: id("olga") };
    let state = check(&given, &console(), &disable, "olga disabled");
    assert!(state.active(id("olga")).is_none());
    assert_eq!(state.named(" OLGA ").unwrap().0, id("olga"));
    assert_eq!(state.named("olga@ACME.example").unwrap().0, id("olga"));
    check(&given, &console(), &enable, "unchanged");
    let gone = [added("Olga"), Event::OperatorDisabled { operator: id("olga") }];
    check(&gone, &console(), &disable, "unchanged");
    let state = check(&gone, &console(), &enable, "olga enabled");
    assert_eq!(state.active(id("olga")).unwrap().actor(), by("Olga"));
    check(&gone, &console(), &Command::Disable { operator: id("pia") }, "operator_missing");
}

#[test]
fn everybody_keeps_their_own_password_and_tokens() {
    let given = [added("Olga"), added("Pia")];
    let gone = [added("Olga"), Event::OperatorDisabled { operator: id("olga") }];
    let olga = id("olga");
    let made = |name: &str, day: &str| Command::NoteTokenCreated {
        operator: olga,
        name: name.to_string(),
        expires_at: at(day),
    };
    let rows: &[(&[Event], Actor, Command, &str)] = &[
        (&given, by("Olga"), Command::NotePasswordChange { operator: olga }, "olga password"),
        (&given, console(), Command::NotePasswordChange { operator: olga }, "olga password"),
        (&given, by("Pia"), Command::NotePasswordChange { operator: olga }, "console_only"),
        (&gone, by("Olga"), Command::NotePasswordChange { operator: olga }, "console_only"),
        (&given, console(), Command::NotePasswordChange { operator: id("zoe") }, "operator_missing"),
        (&given, by("Olga"), made("crm", "2026-04-01"), "olga +crm"),
        (&given, by("Pia"), made("crm", "2026-04-01"), "console_only"),
        (&given, by("Olga"), made("", "2026-03-01"), "invalid: name required, expires_at past"),
        (&gone, console(), made("crm", "2026-04-01"), "operator_disabled"),
        (&given, by("Olga"), Command::NoteTokenRevoked { operator: olga, name: "crm".to_string() }, "olga -crm"),
        (&gone, console(), Command::NoteTokenRevoked { operator: olga, name: "crm".to_string() }, "olga -crm"),
        (
            &given,
            by("Olga"),
            Command::NoteTokenRevoked { operator: olga, name: String::new() },
            "invalid: name required",
        ),
    ];
    for (given, who, command, expected) in rows {
        check(given, who, command, expected);
    }
}
