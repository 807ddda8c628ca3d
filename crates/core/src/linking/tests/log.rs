//! Events as they are stored, and the state they fold to.

use super::*;

fn every_event() -> Vec<Event> {
    with(
        linked(),
        [
            mapped("ace_user", USER_ROLE),
            mapped("ace_manager", USER_ROLE),
            crm_mapped(USER_ROLE),
            Event::UserUnmapped { call: call(), user: id("ace_user"), role: arn(USER_ROLE), with: arn(ADMIN_ROLE) },
            Event::CrmUnmapped { call: call(), role: arn(USER_ROLE), with: arn(ADMIN_ROLE) },
            role("PartnerCentralRoleForSales"),
            Event::RoleWithdrawn { role: arn("PartnerCentralRoleForSales") },
        ],
    )
}

fn unlinked() -> Event {
    Event::AccountUnlinked { by: id("alliance_lead"), account: AccountId::parse(ACCOUNT).unwrap() }
}

/// The stored form. A log written today has to be read for ever.
#[test]
fn events_are_stored_as_they_always_were() {
    let events = with(every_event(), [unlinked()]);
    let mut names: Vec<&str> = events.iter().map(Event::name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 8, "one of each");
    for event in &events {
        assert_eq!(serde_json::to_value(event).unwrap()["type"], event.name());
        assert_eq!(State::event_name(event), event.name());
    }
    // The documents are constants, printed by their own tests.
    let short = |text: &str| {
        text.lines().filter(|l| !l.contains("policy\":") && !l.contains("document\":")).collect::<Vec<_>>().join("\n")
    };
    let pages: Vec<String> = events.iter().map(|e| short(&serde_json::to_string_pretty(e).unwrap())).collect();
    insta::assert_snapshot!("events", pages.join("\n"));
}

#[test]
fn folding_is_total() {
    for event in with(every_event(), [unlinked()]) {
        State::default().apply(&event);
    }
    let mut events = every_event();
    events.reverse();
    let state = fold(&with(events, every_event()));
    assert_eq!(state.mappings().len(), 1);
    let state = fold(&with(every_event(), [unlinked()]));
    assert_eq!(state, State::default());
}

#[test]
fn no_person_is_printed_by_debug() {
    let printed = [format!("{:?}", linked_only()), format!("{:?}", link())].join(" ");
    assert!(printed.contains(ACCOUNT));
    for personal in ["Alice", "Mozilla", "AIDAEXAMPLE", "AKIAEXAMPLE"] {
        assert!(!printed.contains(personal), "{printed}");
    }
}
