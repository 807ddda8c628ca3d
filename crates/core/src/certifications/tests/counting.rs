//! Addresses, consent, and what counts for the company.

use super::*;
use crate::account::Event as AccountEvent;
use crate::certifications::effects::effects;

// Rules: CERT-2, CERT-3, CERT-4, CERT-5, C-110
#[test]
fn a_certification_counts_by_the_registered_or_an_added_address_and_once() {
    let account = company("software", "registered");
    let exam = "cloud_practitioner";
    let private = "bo@gmail.com";
    let rows: &[(&str, &[Event], &str)] = &[
        ("holder not registered", &[passed("r", "nobody", exam)], ""),
        ("registered address", &[passed("r", "ace_user", exam)], "ace_user cloud_practitioner"),
        ("neither", &[passed("r", private, exam)], ""),
        (
            "added address",
            &[passed("r", private, exam), added("ace_user", private, "2026-02-10")],
            "ace_user cloud_practitioner",
        ),
        (
            "both, once",
            &[passed("r", private, exam), passed("s", "ace_user", exam), added("ace_user", private, "2026-02-10")],
            "ace_user cloud_practitioner",
        ),
        (
            "two certifications",
            &[passed("r", "ace_user", exam), passed("s", "ace_user", "security_specialty")],
            "ace_user cloud_practitioner, ace_user security_specialty",
        ),
        (
            "who registered with it is the holder",
            &[passed("r", "ace_user", exam), added("ace_manager", "ace_user", "2026-02-10")],
            "ace_user cloud_practitioner",
        ),
        ("dropped", &[passed("r", "ace_user", exam), Event::RecordDropped { id: id("r") }], ""),
    ];
    for (what, given, expected) in rows {
        assert_eq!(counts(&account, &fold(given), "2026-03-02"), *expected, "{what}");
    }
}

// Rules: CERT-2
#[test]
fn who_is_removed_no_longer_counts() {
    let account = company("software", "registered");
    let state = fold(&[
        passed("r", "ace_user", "cloud_practitioner"),
        passed("s", "bo@gmail.com", "cloud_practitioner"),
        added("ace_manager", "bo@gmail.com", "2026-02-10"),
    ]);
    assert_eq!(counted(&account, &state, date("2026-03-02")).len(), 2);
    let account = account.evolve(&AccountEvent::MemberDeactivated { member: id("ace_user") });
    assert_eq!(counted(&account, &state, date("2026-03-02")).len(), 2, "still of the company (C-035)");
    let account = account.evolve(&AccountEvent::MemberRemoved { member: id("ace_user") });
    let account = account.evolve(&AccountEvent::MemberRemoved { member: id("ace_manager") });
    assert_eq!(counts(&account, &state, "2026-03-02"), "");
}

// Rules: CERT-5
#[test]
fn a_certification_counts_from_its_day_to_its_last() {
    let account = company("software", "registered");
    let subject = Subject::Certification { name: "cloud_practitioner".to_string() };
    let (on, valid_until) = (date("2026-02-01"), Some(date("2029-02-01")));
    let record = Record { address: email("ace_user"), subject, on, valid_until };
    let state = fold(&[Event::Recorded { id: id("r"), record }]);
    for (day, expected) in [("2026-01-31", 0), ("2026-02-01", 1), ("2029-02-01", 1), ("2029-02-02", 0)] {
        assert_eq!(counted(&account, &state, date(day)).len(), expected, "{day}");
    }
    let course = Record {
        address: email("ace_user"),
        subject: Subject::Course { title: Line::parse("Basics").unwrap() },
        on,
        valid_until: None,
    };
    let state = fold(&[Event::Recorded { id: id("c"), record: course }]);
    assert_eq!(counted(&account, &state, date("2026-03-02")).len(), 0, "a course is not a certification");
}

// Rules: CERT-6, CERT-7, PROFILE-27, C-108
#[test]
fn an_added_address_counts_after_five_days() {
    let account = company("software", "registered");
    let exam = passed("r", "bo@gmail.com", "cloud_practitioner");
    for role in ROLES {
        let expected = format!("{role} +Bo@gmail.com from 2026-03-07");
        let state = check(
            &account,
            core::slice::from_ref(&exam),
            &member(role),
            &set(" Bo@gmail.com "),
            "2026-03-02",
            &expected,
        );
        for (day, counted) in [("2026-03-02", ""), ("2026-03-06", ""), ("2026-03-07", " cloud_practitioner")] {
            let expected = if counted.is_empty() { String::new() } else { format!("{role}{counted}") };
            assert_eq!(counts(&account, &state, day), expected, "{role} {day}");
        }
    }
}

// Rules: CERT-6, CERT-10, PROFILE-27, C-110
#[test]
fn a_certification_address_is_one_persons() {
    let account = company("software", "registered");
    let given = [added("ace_user", "bo@gmail.com", "2026-02-10"), added("ace_manager", "al@gmail.com", "2026-02-10")];
    let owned = |address: &str, owner: &str| Command::SetTrainingAddress {
        address: address.to_string(),
        owner: Some(id(owner)),
        freed_on: None,
    };
    let set_next = "ace_user +cy@gmail.com for bo@gmail.com from 2026-03-07";
    for (who, command, expected) in [
        (member("ace_user"), set("cy@gmail.com"), set_next),
        (member("ace_user"), owned("cy@gmail.com", "acme"), set_next),
        (member("ace_user"), owned("cy@gmail.com", "other"), "address_taken"),
        (member("ace_user"), set("al@gmail.com"), "address_taken"),
        (member("ace_user"), set("ace_manager@acme.example"), "address_taken"),
        (member("ace_user"), set("bo@gmail.com"), "unchanged"),
        (member("ace_user"), set("ace_user@acme.example"), "unchanged"),
        (member("ace_user"), set("bo"), "invalid: address no_at_sign"),
        (member("ace_user"), set(""), "ace_user -bo@gmail.com"),
        (member("standard_user"), set(" "), "unchanged"),
        (Actor::Visitor, set("cy@gmail.com"), "not_signed_in"),
        (operator(), set("cy@gmail.com"), "not_signed_in"),
    ] {
        check(&account, &given, &who, &command, "2026-03-02", expected);
    }
}

// Rules: CERT-10, CERT-11, C-108, C-110
#[test]
fn a_cleared_address_leaves_the_old_scorecard_and_counts_in_the_new_account_on_the_sixth_business_day() {
    let account = company("software", "registered");
    let exam = passed("r", "bo@gmail.com", "cloud_practitioner");
    let old = [exam.clone(), added("ace_user", "bo@gmail.com", "2026-02-10")];
    assert_eq!(counts(&account, &fold(&old), "2026-03-02"), "ace_user cloud_practitioner");
    let cleared = check(&account, &old, &member("ace_user"), &set(""), "2026-03-02", "ace_user -bo@gmail.com");
    assert_eq!(counts(&account, &cleared, "2026-03-02"), "", "the old scorecard loses it");
    // A Monday, the Saturday before, and long ago.
    for (freed_on, counts_from) in
        [("2026-03-02", "2026-03-09"), ("2026-02-28", "2026-03-06"), ("2026-01-05", "2026-03-02")]
    {
        let command = Command::SetTrainingAddress {
            address: "bo@gmail.com".to_string(),
            owner: None,
            freed_on: Some(date(freed_on)),
        };
        let expected = format!("technical_staff +bo@gmail.com from {counts_from}");
        let new = check(
            &account,
            core::slice::from_ref(&exam),
            &member("technical_staff"),
            &command,
            "2026-03-02",
            &expected,
        );
        assert_eq!(counts(&account, &new, counts_from), "technical_staff cloud_practitioner");
        assert_eq!(counts(&account, &new, "2026-03-01"), "");
    }
}

// Rules: CERT-11, C-108
#[test]
fn business_days_are_monday_to_friday() {
    for (from, days, expected) in [
        ("2026-03-02", 0, "2026-03-02"),
        ("2026-03-02", 1, "2026-03-03"),
        ("2026-03-02", 4, "2026-03-06"),
        ("2026-03-02", 5, "2026-03-09"),
        ("2026-03-06", 1, "2026-03-09"),
        ("2026-03-07", 1, "2026-03-09"),
        ("2026-03-08", 5, "2026-03-13"),
        ("2026-12-31", 1, "2027-01-01"),
    ] {
        assert_eq!(add_business_days(date(from), days), date(expected), "{from} + {days}");
    }
    assert_eq!(add_business_days(NaiveDate::MAX, 3), NaiveDate::MAX);
}

// Rules: PROFILE-28, C-109
#[test]
fn consent_is_given_until_it_is_withdrawn() {
    let account = company("software", "registered");
    let given = [passed("r", "ace_user", "cloud_practitioner")];
    assert!(fold(&[]).shares(id("ace_user")), "given at registration");
    let ace = member("ace_user");
    let consent = |share| Command::SetConsent { share };
    let withdrawn = check(&account, &given, &ace, &consent(false), "2026-03-02", "ace_user shares false");
    assert_eq!(counts(&account, &withdrawn, "2026-03-02"), "");
    check(&account, &given, &ace, &consent(true), "2026-03-02", "unchanged");
    let no = [given[0].clone(), Event::ConsentSet { member: id("ace_user"), share: false }];
    check(&account, &no, &ace, &consent(false), "2026-03-02", "unchanged");
    let again = check(&account, &no, &ace, &consent(true), "2026-03-02", "ace_user shares true");
    assert_eq!(counts(&account, &again, "2026-03-02"), "ace_user cloud_practitioner");
    check(&account, &given, &Actor::Visitor, &consent(false), "2026-03-02", "not_signed_in");
}

// Rules: CERT-10, CERT-11, C-110
#[test]
fn the_directory_learns_which_addresses_are_taken_and_free() {
    let claim = |address: &str| Effect::ClaimTrainingAddress(email(address), id("ace_user"));
    let free = |address: &str| Effect::FreeTrainingAddress(email(address));
    let Event::TrainingAddressSet { member, address, counts_from, .. } =
        added("ace_user", "bo@gmail.com", "2026-03-07")
    else {
        panic!()
    };
    let first = added("ace_user", "bo@gmail.com", "2026-03-07");
    let changed = Event::TrainingAddressSet { member, address, previous: Some(email("al@gmail.com")), counts_from };
    let cleared = Event::TrainingAddressCleared { member, address: email("bo@gmail.com") };
    assert_eq!(effects(&first), [claim("bo@gmail.com")]);
    assert_eq!(effects(&changed), [free("al@gmail.com"), claim("bo@gmail.com")]);
    assert_eq!(effects(&cleared), [free("bo@gmail.com")]);
    assert_eq!(effects(&Event::ConsentSet { member, share: true }), []);
}
