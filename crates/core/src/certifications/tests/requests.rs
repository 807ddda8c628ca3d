//! Transfers, changes of an address, and what operators record.

use super::*;
use crate::setting::Denied;

fn transfer(old_profile: &str) -> Command {
    Command::RequestTransfer { old_profile: old_profile.to_string() }
}

fn change(previous: &str, new: &str) -> Command {
    Command::RequestAddressChange { previous: previous.to_string(), new: new.to_string() }
}

fn requested(name: &str, by: &str, wish: Wish) -> Event {
    Event::Requested { id: id(name), by: id(by), wish, due_on: date("2026-03-09") }
}

fn old_job() -> Wish {
    Wish::Transfer { old_profile: email("bo@old.example"), new_account: email("ace_user") }
}

// Rules: CERT-8, CERT-9, C-108
#[test]
fn a_transfer_names_the_old_profile_and_the_new_account() {
    let account = company("software", "registered");
    let given = [requested("r", "ace_user", old_job())];
    let asks = "new0 standard_user asks transfer bo@old.example to standard_user@acme.example until 2026-03-09";
    for (who, command, expected) in [
        (member("standard_user"), transfer("bo@old.example"), asks),
        (member("ace_user"), transfer("bo@old.example"), "already_requested"),
        (member("ace_user"), transfer(""), "invalid: old_profile required"),
        (member("ace_user"), transfer("old profile"), "invalid: old_profile bad_character"),
        (member("ace_user"), transfer("ace_user@acme.example"), "invalid: old_profile same_address"),
        (Actor::Visitor, transfer("bo@old.example"), "not_signed_in"),
    ] {
        check(&account, &given, &who, &command, "2026-03-02", expected);
    }
}

// Rules: CERT-8, CERT-9, CERT-11, C-108
#[test]
fn what_is_transferred_counts_in_the_new_account() {
    let account = company("software", "registered");
    let given = [passed("p", "bo@old.example", "security_specialty"), requested("r", "ace_user", old_job())];
    assert_eq!(counts(&account, &fold(&given), "2026-03-02"), "");
    let settle = |granted| Command::SettleRequest { id: id("r"), granted };
    let granted = check(&account, &given, &operator(), &settle(true), "2026-03-04", "settled r true");
    assert_eq!(counts(&account, &granted, "2026-03-10"), "ace_user security_specialty");
    let declined = check(&account, &given, &operator(), &settle(false), "2026-03-04", "settled r false");
    assert_eq!(counts(&account, &declined, "2026-03-10"), "");
    check(&account, &given, &member("alliance_lead"), &settle(true), "2026-03-04", "operator_only");
    let none = Command::SettleRequest { id: id("none"), granted: true };
    check(&account, &given, &operator(), &none, "2026-03-04", "request_missing");
    let done = [given[1].clone(), Event::RequestSettled { id: id("r"), granted: true }];
    check(&account, &done, &operator(), &settle(false), "2026-03-04", "request_settled");
    let waiting = &fold(&given).requests[&id("r")].clone();
    assert!(!waiting.is_overdue(date("2026-03-09")) && waiting.is_overdue(date("2026-03-10")));
    assert!(!granted.requests[&id("r")].is_overdue(date("2026-04-01")));
}

// Rules: CERT-8, CERT-12
#[test]
fn members_see_their_own_requests_and_operators_all_those_due_last_first() {
    let account = company("software", "registered");
    let later = |name: &str, by: &str| Event::Requested {
        id: id(name),
        by: id(by),
        wish: old_job(),
        due_on: date("2026-03-12"),
    };
    let state = fold(&[
        requested("a", "ace_user", old_job()),
        later("b", "ace_user"),
        requested("c", "ace_manager", old_job()),
    ]);
    let moment = cast::moment("2026-03-02");
    let seen = |who: &Actor| {
        let found = requests(&cast::setting(&account, who, &moment), &state);
        found.map(|found| found.into_iter().map(|(id, _)| name_of(id)).collect::<Vec<_>>())
    };
    assert_eq!(seen(&member("ace_user")).unwrap(), ["b", "a"]);
    assert_eq!(seen(&member("ace_manager")).unwrap(), ["c"]);
    assert!(seen(&member("alliance_lead")).unwrap().is_empty());
    let all = seen(&operator()).unwrap();
    assert_eq!((all.len(), all[0].as_str()), (3, "b"));
    assert_eq!(seen(&Actor::Visitor), Err(Denied::NotSignedIn));
}

// Rules: CERT-12
#[test]
fn a_change_of_an_address_names_both() {
    let account = company("software", "registered");
    for (previous, new, expected) in [
        (
            "bo@gmail.com",
            "bo@home.example",
            "new0 ace_user asks change bo@gmail.com to bo@home.example until 2026-03-09",
        ),
        ("", "bo@home.example", "invalid: previous required"),
        ("bo@gmail.com", " ", "invalid: new required"),
        ("", "", "invalid: previous required, new required"),
        ("bo", "@", "invalid: previous no_at_sign, new empty_local_part"),
        ("bo@gmail.com", "BO@gmail.com", "invalid: new same_address"),
    ] {
        check(&account, &[], &member("ace_user"), &change(previous, new), "2026-03-02", expected);
    }
    let wish = Wish::AddressChange { previous: email("bo@gmail.com"), new: email("bo@home.example") };
    let given = [
        passed("p", "bo@gmail.com", "security_specialty"),
        added("ace_user", "bo@home.example", "2026-02-10"),
        requested("r", "ace_user", wish),
    ];
    assert_eq!(counts(&account, &fold(&given), "2026-03-02"), "");
    let granted = Command::SettleRequest { id: id("r"), granted: true };
    let state = check(&account, &given, &operator(), &granted, "2026-03-04", "settled r true");
    assert_eq!(counts(&account, &state, "2026-03-04"), "ace_user security_specialty");
}

// Rules: CERT-2, PROFILE-5
#[test]
fn operators_record_what_was_passed_and_completed() {
    let account = company("software", "registered");
    let input = |address: &str, certification: &str, course: &str, on: &str| Command::Record {
        record: RecordInput {
            address: address.to_string(),
            certification: certification.to_string(),
            course: course.to_string(),
            on: date(on),
            valid_until: None,
        },
    };
    let fine = input("ace_user@acme.example", "cloud_practitioner", "", "2026-02-01");
    let too_short = Command::Record {
        record: RecordInput {
            address: "ace_user@acme.example".to_string(),
            certification: "cloud_practitioner".to_string(),
            course: String::new(),
            on: date("2026-02-01"),
            valid_until: Some(date("2026-01-31")),
        },
    };
    let given = [passed("p", "al@gmail.com", "cloud_practitioner")];
    for (who, command, expected) in [
        (operator(), &fine, "new0 ace_user@acme.example Certification { name: \"cloud_practitioner\" }"),
        (
            operator(),
            &input("al@gmail.com", "", "Basics", "2026-03-02"),
            "new0 al@gmail.com Course { title: Line(6 bytes) }",
        ),
        (operator(), &input("al@gmail.com", "cloud_practitioner", "", "2026-02-01"), "already_recorded"),
        (operator(), &input("al@gmail.com", "flying", "", "2026-02-01"), "invalid: certification unknown"),
        (
            operator(),
            &input("", "", "", "2026-03-03"),
            "invalid: address required, certification required, on in_the_future",
        ),
        (
            operator(),
            &input("al@gmail.com", "cloud_practitioner", "Basics", "2026-02-01"),
            "invalid: course one_of_two",
        ),
        (operator(), &too_short, "invalid: valid_until too_early"),
        (operator(), &Command::DropRecord { id: id("p") }, "dropped p"),
        (operator(), &Command::DropRecord { id: id("q") }, "record_missing"),
        (member("alliance_lead"), &fine, "operator_only"),
        (member("alliance_lead"), &Command::DropRecord { id: id("p") }, "operator_only"),
    ] {
        check(&account, &given, &who, command, "2026-03-02", expected);
    }
}
