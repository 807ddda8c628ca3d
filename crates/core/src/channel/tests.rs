//! The channel, given / when / then.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::*;
use crate::account::{Account, Actor};
use crate::cast::{self, ROLES, check_room, company, company_in, id, member, operator, roles_that};
use crate::setting::Denied;

const DAY: &str = "2026-07-01";

#[track_caller]
fn check(account: &Account, given: &[Event], who: &Actor, command: &Command, expected: &str) -> State {
    let moment = cast::moment(DAY);
    check_room::<State>(given, &cast::setting(account, who, &moment), command, say, expected)
}

fn say(event: &Event) -> String {
    match event {
        Event::AccountAdded { account, .. } => format!("added {} {}", account.number, account.title),
        Event::AccountRenamed { title, .. } => format!("renamed {title}"),
        Event::AccountClosed { on, .. } => format!("closed {on}"),
        Event::EndUserReported { end_user, .. } => format!("reported {} {}", end_user.company, end_user.number),
        Event::EndUserEdited { end_user, .. } => {
            format!("edited {} since {}", end_user.company, end_user.reported_on)
        }
        Event::ResaleEnded { on, .. } => format!("ended {on}"),
        Event::StatementRecorded { statement, .. } => format!("recorded {}", statement.quarter),
        Event::StatementWithdrawn { .. } => "withdrawn".to_string(),
    }
}

fn reseller() -> Account {
    company("services", "enrolled")
}

fn day(text: &str) -> NaiveDate {
    cast::at(text).date_naive()
}

fn account(name: &str, digits: char) -> Event {
    let number = core::iter::repeat_n(digits, 12).collect::<String>().parse().unwrap();
    let (title, by) = (Field::parse(name).unwrap(), id("channel_user"));
    let account = ManagementAccount { number, title, by, opened_on: day("2026-01-05"), closed_on: None };
    Event::AccountAdded { id: id(name), account }
}

fn resold(name: &str, on: &str, digits: char) -> Event {
    let end_user = EndUser {
        account: id(on),
        company: Name::parse(name).unwrap(),
        country: Name::parse("Spain").unwrap(),
        website: None,
        number: core::iter::repeat_n(digits, 12).collect::<String>().parse().unwrap(),
        by: id("alliance_lead"),
        reported_on: day("2026-02-05"),
        ended_on: None,
    };
    Event::EndUserReported { id: id(name), end_user }
}

fn input(account: &str, company: &str, number: &str) -> EndUserInput {
    let account = if account.is_empty() { String::new() } else { id(account).to_string() };
    let (company, number) = (company.to_string(), number.to_string());
    EndUserInput { account, company, country: "Spain".to_string(), website: String::new(), number }
}

fn add(number: &str, title: &str) -> Command {
    Command::AddAccount { number: number.to_string(), title: title.to_string() }
}

fn statement(year: i32, quarter: u8, currency: &str) -> Command {
    let currency = currency.to_string();
    let (base_minor, resold_minor, rebate_minor) = (100_000, 125_000, 2_500);
    let statement = StatementInput { year, quarter, currency, base_minor, resold_minor, rebate_minor };
    Command::RecordStatement { statement }
}

// Rules: ROLE-29, MENU-33, C-016, C-060, C-061
#[test]
fn the_channel_is_for_channel_users_on_its_paths_and_stages() {
    let command = add("123456789012", "Resale");
    let moment = cast::moment(DAY);
    let works = |account: &Account, role: &str| {
        let who = member(role);
        State::default().decide(&cast::setting(account, &who, &moment), &command).is_ok()
    };
    assert_eq!(roles_that(|role| works(&reseller(), role)), ["channel_user"]);
    for (path, stage, expected) in [
        ("services", "registered", "stage_not_reached"),
        ("services", "enrolled", "added 123456789012 Resale"),
        ("distribution", "confirmed", "added 123456789012 Resale"),
        ("software", "validated", "stage_not_reached"),
    ] {
        check(&company(path, stage), &[], &member("channel_user"), &command, expected);
    }
    // One path that is far enough does, whatever the others are.
    let both = company_in("Spain", &[("software", "validated"), ("distribution", "enrolled")]);
    check(&both, &[], &member("channel_user"), &command, "added 123456789012 Resale");
    let apart = company_in("Spain", &[("software", "validated"), ("distribution", "registered")]);
    check(&apart, &[], &member("channel_user"), &command, "stage_not_reached");
    for (who, expected) in [(Actor::Visitor, "not_signed_in"), (operator(), "not_signed_in")] {
        check(&reseller(), &[], &who, &command, expected);
    }
    assert_eq!(ROLES.len(), 9);
}

// Rules: ROLE-29, MENU-44
#[test]
fn what_can_be_done_with_accounts() {
    let given = [account("north", '1'), account("south", '2'), resold("Harbour", "north", '3')];
    let closed = [given.as_slice(), &[Event::AccountClosed { id: id("south"), on: day(DAY) }]].concat();
    let rename = |name: &str, title: &str| Command::RenameAccount { id: id(name), title: title.to_string() };
    let close = |name: &str| Command::CloseAccount { id: id(name) };
    let rows = [
        (&given[..], add("1234-5678-9012", " East "), "added 123456789012 East"),
        (&given, add("", ""), "invalid: number required, title required"),
        (&given, add("12", "a\u{202e}"), "invalid: number not_an_account_number, title bad_character"),
        (&given, add("111111111111", "Again"), "already_reported"),
        (&given, add("333333333333", "The customer's"), "already_reported"),
        (&closed, add("222222222222", "Back"), "added 222222222222 Back"),
        (&given, rename("north", "Upper"), "renamed Upper"),
        (&given, rename("north", ""), "invalid: title required"),
        (&given, rename("none", "Upper"), "entry_missing"),
        (&closed, rename("south", "Lower"), "account_closed"),
        (&given, close("south"), "closed 2026-07-01"),
        (&given, close("north"), "has_end_users"),
        (&closed, close("south"), "account_closed"),
        (&given, close("none"), "entry_missing"),
    ];
    for (given, command, expected) in rows {
        check(&reseller(), given, &member("channel_user"), &command, expected);
    }
    let ended = [given.as_slice(), &[Event::ResaleEnded { id: id("Harbour"), on: day(DAY) }]].concat();
    check(&reseller(), &ended, &member("channel_user"), &close("north"), "closed 2026-07-01");
}

// Rules: ROLE-29, MENU-44
#[test]
fn what_can_be_done_with_end_users() {
    let given = [account("north", '1'), resold("Harbour", "north", '3'), resold("Quay", "north", '4')];
    let ended = [given.as_slice(), &[Event::ResaleEnded { id: id("Quay"), on: day(DAY) }]].concat();
    let closed = [account("north", '1'), Event::AccountClosed { id: id("north"), on: day(DAY) }];
    let report = |account: &str, number: &str| Command::ReportEndUser { end_user: input(account, "Pier", number) };
    let edit =
        |name: &str, number: &str| Command::EditEndUser { id: id(name), end_user: input("north", "Pier", number) };
    let end = |name: &str| Command::EndResale { id: id(name) };
    let nothing = Command::ReportEndUser { end_user: EndUserInput::default() };
    let all = "invalid: account required, company required, country required, number required";
    let rows = [
        (&given[..], report("north", "555555555555"), "reported Pier 555555555555"),
        (&given, nothing, all),
        (&given, report("none", "555555555555"), "entry_missing"),
        (&closed, report("north", "555555555555"), "account_closed"),
        (&given, report("north", "333333333333"), "already_reported"),
        (&given, report("north", "111111111111"), "already_reported"),
        (&ended, report("north", "444444444444"), "reported Pier 444444444444"),
        (&given, edit("Harbour", "333333333333"), "edited Pier since 2026-02-05"),
        (&given, edit("Harbour", "444444444444"), "already_reported"),
        (&given, edit("none", "555555555555"), "entry_missing"),
        (&ended, edit("Quay", "555555555555"), "resale_ended"),
        (&given, end("Quay"), "ended 2026-07-01"),
        (&ended, end("Quay"), "resale_ended"),
        (&given, end("none"), "entry_missing"),
    ];
    for (given, command, expected) in rows {
        check(&reseller(), given, &member("channel_user"), &command, expected);
    }
    for (website, expected) in [
        ("", "reported Pier 555555555555"),
        (" https://pier.example/shop ", "reported Pier 555555555555"),
        ("pier.example", "invalid: website not_a_web_address"),
        ("javascript:alert(1)", "invalid: website not_a_web_address"),
        ("javascript://pier.example/%0aalert(1)", "invalid: website not_a_web_address"),
        ("https://pier.example@evil.example", "invalid: website not_a_web_address"),
        ("https://pier .example", "invalid: website not_a_web_address"),
        ("https://pier.example/\u{202e}", "invalid: website bad_character"),
    ] {
        let end_user = EndUserInput { website: website.to_string(), ..input("north", "Pier", "555555555555") };
        check(&reseller(), &given, &member("channel_user"), &Command::ReportEndUser { end_user }, expected);
    }
    let mut wrong = input("north", "Pier", "5");
    wrong.account = "north".to_string();
    let wrong = Command::ReportEndUser { end_user: wrong };
    let faults = "invalid: account unknown, number not_an_account_number";
    check(&reseller(), &given, &member("channel_user"), &wrong, faults);
}

// Rules: MENU-44
#[test]
fn operators_record_what_a_quarter_brought() {
    let account = reseller();
    let after = check(&account, &[], &operator(), &statement(2026, 2, "EUR"), "recorded 2026-Q2");
    let (id_of, kept) = after.statements().iter().next().unwrap();
    assert_eq!(kept.growth_permille(), Some(250));
    assert_eq!(Statement { base_minor: 0, ..kept.clone() }.growth_permille(), None);
    assert_eq!(Statement { resold_minor: 0, ..kept.clone() }.growth_permille(), Some(-1000));
    let given = [Event::StatementRecorded { id: *id_of, statement: kept.clone() }];
    let rows = [
        (operator(), statement(2026, 2, "EUR"), "already_recorded"),
        (operator(), statement(2026, 3, "EUR"), "quarter_not_over"),
        (operator(), statement(2025, 4, "EUR"), "recorded 2025-Q4"),
        (
            operator(),
            statement(1999, 5, "eur"),
            "invalid: year not_a_year, quarter not_a_quarter, currency not_a_currency",
        ),
        (operator(), statement(2025, 4, ""), "invalid: currency required"),
        (operator(), Command::WithdrawStatement { id: *id_of }, "withdrawn"),
        (operator(), Command::WithdrawStatement { id: id("none") }, "entry_missing"),
        (member("channel_user"), statement(2026, 2, "EUR"), "operator_only"),
        (member("alliance_lead"), Command::WithdrawStatement { id: *id_of }, "operator_only"),
    ];
    for (who, command, expected) in rows {
        check(&account, &given, &who, &command, expected);
    }
}

// Rules: MENU-44
#[test]
fn the_three_tabs_show_what_is_used_first() {
    let given = [
        account("a", '1'),
        account("b", '2'),
        resold("Harbour", "b", '3'),
        resold("Quay", "b", '4'),
        Event::AccountClosed { id: id("a"), on: day(DAY) },
        Event::ResaleEnded { id: id("Harbour"), on: day(DAY) },
    ];
    let mut state = State::default();
    given.iter().for_each(|event| state.apply(event));
    let (reseller, moment) = (reseller(), cast::moment(DAY));
    let see = |who: &Actor| overview(&cast::setting(&reseller, who, &moment), &state);
    let seen = see(&member("channel_user")).unwrap();
    let titles: Vec<_> = seen.accounts.iter().map(|a| (a.account.title.as_str(), a.end_users)).collect();
    assert_eq!(titles, [("b", 1), ("a", 0)]);
    let names: Vec<_> =
        seen.end_users.iter().map(|e| (e.end_user.company.as_str(), e.account_title.as_str())).collect();
    assert_eq!(names, [("Quay", "b"), ("Harbour", "b")]);
    assert!(see(&operator()).is_ok());
    assert!(matches!(see(&member("alliance_lead")), Err(Refusal::Denied(Denied::PermissionMissing { .. }))));
}

#[test]
fn there_are_not_too_many() {
    let text = crate::program::GUIDE_TOML.replacen("accounts_most = 200", "accounts_most = 1", 1).replacen(
        "end_users_most = 5000",
        "end_users_most = 1",
        1,
    );
    let program = crate::Program::parse(&text).unwrap();
    let (account_, who, moment) = (reseller(), member("channel_user"), cast::moment(DAY));
    let setting = Setting { program: &program, account: &account_, actor: &who, moment: &moment };
    let given = [account("north", '1'), resold("Harbour", "north", '3')];
    check_room::<State>(&given, &setting, &add("555555555555", "More"), say, "too_many_accounts");
    let report = Command::ReportEndUser { end_user: input("north", "Pier", "555555555555") };
    check_room::<State>(&given, &setting, &report, say, "too_many_end_users");
}
