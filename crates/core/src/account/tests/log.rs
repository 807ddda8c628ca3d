//! Events as they are stored, the state they fold to, and the record of who, when, from where and why.

use super::*;

/// One example of every event.
fn every_event() -> Vec<Event> {
    let mut full = person("bo");
    let mut faults = Faults::default();
    full.customer = CustomerInput { department: "Sales".to_string(), ..customer() }.check(&mut faults).unwrap();
    let role = || "ace_user".to_string();
    let edited = CompanyInput { description: "We build.".to_string(), ..company() }.check(&mut faults).unwrap();
    [
        registered(),
        Event::DomainAdded { domain: domain("b\u{fc}cher.example") },
        invited("bo", &["ace_user", "marketing_staff"]),
        Event::InvitationRenewed { invitation: invitation("bo"), by: id("ana"), expires_at: day(20) },
        Event::MemberJoined { person: full, invitation: Some(invitation("bo")), roles: texts(&["ace_user"]) },
        joined("Eve"),
        withdrawn("kim"),
        assigned("bo", "channel_user"),
        unassigned("bo", "channel_user"),
        Event::RoleChangeRefused {
            member: id("bo"),
            role: role(),
            change: RoleChange::Assign,
            code: "already_held".to_string(),
        },
        Event::RoleChangeRefused {
            member: id("bo"),
            role: "boss".to_string(),
            change: RoleChange::Unassign,
            code: "role_unknown".to_string(),
        },
        led("ana", "bo"),
        Event::LeadChangeRequested { by: id("Eve"), note: Note::parse("Ana has left").unwrap() },
        removed("ana"),
        deactivated("Eve"),
        Event::DomainWithdrawn { domain: domain("b\u{fc}cher.example") },
        Event::CompanyEdited { company: edited },
        Event::ProfileEdited {
            member: id("bo"),
            name: Name::parse("Bo B.").unwrap(),
            customer: customer().check(&mut faults).unwrap(),
            contact: ContactInput { city: String::new(), ..contact() }.check(&mut faults).unwrap(),
        },
        Event::PasswordChanged { member: id("bo") },
        Event::StageSet { path: "software".to_string(), stage: "enrolled".to_string() },
    ]
    .into()
}

/// The stored form. A log written today has to be read for ever: a difference here needs a reader of the old form.
#[test]
fn events_are_stored_as_they_always_were() {
    let mut page = String::new();
    let mut names: Vec<&str> = Vec::new();
    for event in every_event() {
        let json = serde_json::to_value(&event).unwrap();
        assert_eq!(json["type"], event.name());
        names.push(event.name());
        page.push_str(&serde_json::to_string_pretty(&event).unwrap());
        page.push('\n');
        assert_eq!(stored(&event), event);
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 18, "one of each");
    insta::assert_snapshot!("events", page);
}

#[test]
fn the_state_is_the_fold_of_its_events_and_is_stored_as_it_always_was() {
    let state = fold(&every_event());
    assert_eq!(stored(&state), state);
    let step = every_event().iter().map(stored).fold(Account::default(), |state, event| stored(&state.evolve(&event)));
    assert_eq!(step, state, "stored and read back at every step");
    insta::assert_snapshot!("account", serde_json::to_string_pretty(&state).unwrap());
}

#[test]
fn folding_is_total() {
    // Each event alone, and all of them backwards and twice: a recorded event is never refused.
    for event in every_event() {
        let _ = Account::default().evolve(&event);
    }
    let mut events = every_event();
    events.reverse();
    let state = fold(&with(events.clone(), events));
    assert_eq!(state.tenant(), Some(id("acme")));
    assert_eq!(Account::default().evolve(&removed("bo")), Account::default());
}

#[test]
fn no_secret_and_no_person_is_printed_by_debug() {
    for event in every_event() {
        let printed = format!("{event:?}");
        for personal in ["bo@acme", "ana@acme", "Bo B.", "+34 600", "Ana has left"] {
            assert!(!printed.contains(personal), "{printed}");
        }
    }
}

#[test]
fn an_event_of_another_form_is_not_read() {
    for json in [
        "{}",
        r#"{"type":"party"}"#,
        r#"{"type":"member_removed"}"#,
        r#"{"type":"member_removed","member":"bo"}"#,
        r#"{"type":"domain_added","domain":"Not A Domain"}"#,
        r#"{"type":"invitation_sent","invitation":"00000000000000000000000000000001","email":"x","roles":[],"by":"00000000000000000000000000000002","expires_at":"2026-03-01T00:00:00Z"}"#,
    ] {
        assert!(serde_json::from_str::<Event>(json).is_err(), "{json}");
    }
}

/// The grounds of each event that `command` causes.
#[track_caller]
fn grounds(given: &[Event], who: &Actor, command: &Command) -> Vec<String> {
    let (_, decided) = outcome(given, who, command, day(1));
    let lines = record(&fold(given), Program::guide(), who, command, &moment(day(1)), decided.clone().unwrap());
    assert_eq!(lines.iter().map(|l| l.event.clone()).collect::<Vec<_>>(), decided.unwrap());
    for line in &lines {
        assert_eq!((line.at, &line.actor), (day(1), who));
        assert_eq!((line.source.as_str(), line.request.as_str()), ("192.0.2.7", "r-1"));
        assert_eq!(stored(line), *line);
    }
    let because = |g: &Grounds| format!("{} by {}", g.permission, g.roles.join(" "));
    lines.iter().map(|l| l.grounds.as_ref().map_or_else(|| "-".to_string(), because)).collect()
}

// Rules: ROLE-1
#[test]
fn the_record_says_why_it_was_allowed() {
    let both = with(cast(), [assigned("ana", "alliance_team"), joined("bo"), invited("eve", &["ace_user"])]);
    for (who, command, expected) in [
        (Actor::Visitor, join("kim"), "-"),
        (operator(), Command::SetStage { path: "software".to_string(), stage: "enrolled".to_string() }, "-"),
        (member("ana"), invite(&[("kim", &["ace_user"])]), "invite_users by alliance_lead alliance_team"),
        (member("alliance_team"), invite(&[("kim", &["ace_user"])]), "invite_users by alliance_team"),
        (member("ana"), reassign_lead("bo", "confirm"), "reassign_lead by alliance_lead"),
        (member("alliance_team"), remove("bo"), "remove_users by alliance_team"),
        (member("ana"), deactivate("bo"), "deactivate_users by alliance_lead"),
        (member("bo"), Command::NotePasswordChange, "edit_own_profile by standard_user"),
        (
            member("ace_user"),
            Command::RequestLeadChange { note: "x".to_string() },
            "request_lead_change by standard_user ace_user",
        ),
        (
            member("marketing_staff"),
            Command::EditCompany { company: company() },
            "edit_company_information by marketing_staff",
        ),
    ] {
        assert_eq!(grounds(&both, &who, &command), [expected], "{}", command.name());
    }
    assert_eq!(grounds(&[], &Actor::Visitor, &Command::RegisterCompany(register_form())), ["-"]);
}

// Rules: ROLE-9, REG-4, C-056
#[test]
fn the_lead_is_on_record_with_the_acceptance_of_the_terms_or_not_at_all() {
    let registers = |accepts_terms| Command::RegisterCompany(RegisterCompany { accepts_terms, ..register_form() });
    for who in [Actor::Visitor, operator()] {
        let (after, refused) = outcome(&[], &who, &registers(false), day(1));
        assert_eq!((said(&refused).as_str(), after), ("terms_not_accepted", Account::default()));
        let (after, decided) = outcome(&[], &who, &registers(true), day(1));
        let lines =
            record(&Account::default(), Program::guide(), &who, &registers(true), &moment(day(1)), decided.unwrap());
        let [line] = &lines[..] else { panic!("one line: {lines:?}") };
        let Event::CompanyRegistered { lead, .. } = &line.event else { panic!("{line:?}") };
        assert_eq!(after.lead(Program::guide()).map(|(id, _)| id), Some(lead.member), "who accepted leads");
        assert_eq!((line.at, &line.actor, line.source.as_str()), (day(1), &who, "192.0.2.7"));
    }
}

// Rules: ROLE-33, ROLE-34, C-018, C-020, C-021
#[test]
fn each_change_of_an_update_has_the_grounds_of_its_role() {
    let given = with(cast(), [joined("bo")]);
    let rows: &[(&str, &[&str], &[&str])] = &[
        ("bo", &["alliance_team", "channel_user", "cloud_admin", "ace_user", "boss"], &[]),
        ("cloud_admin", &[], &["cloud_admin"]),
    ];
    assert_eq!(
        grounds(&given, &member("ana"), &update(rows)),
        [
            "assign_team_role by alliance_lead",
            "assign_channel_role by alliance_lead",
            "assign_cloud_admin_role by alliance_lead",
            "assign_staff_roles by alliance_lead",
            // The update was allowed; this change was not.
            "assign_staff_roles by alliance_lead",
            "assign_cloud_admin_role by alliance_lead",
        ]
    );
    let hand = Command::HandOverCloudAdmin { to: id("bo") };
    let expected = "hand_over_cloud_admin_role by cloud_admin";
    assert_eq!(grounds(&given, &member("cloud_admin"), &hand), [expected, expected]);
}
