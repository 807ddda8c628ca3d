//! What each event asks of the world outside.

use super::*;

fn say_effect(effect: &Effect) -> String {
    match effect {
        Effect::ClaimDomain(domain) => format!("claim {domain}"),
        Effect::ReleaseDomain(domain) => format!("release {domain}"),
        Effect::ClaimAddress(address, who) => format!("claim {address} for {}", name_of(*who)),
        Effect::ReleaseAddress(address) => format!("release {address}"),
        Effect::EndSessions(who) => format!("end sessions of {}", name_of(*who)),
        Effect::VoidLink(invitation) => format!("void {}", name_of(*invitation)),
        Effect::Mail(letter) => match letter {
            Letter::Invitation { invitation, to, company, roles, expires_at } => {
                let (invitation, roles, until) = (name_of(*invitation), roles.join(", "), until(expires_at));
                format!("mail {to}: {company} invites by {invitation} as {roles} until {until}")
            }
            Letter::Welcome { to, name, company } => format!("mail {to}: welcome {name} to {company}"),
            Letter::LeadReceived { to, company, from } => format!("mail {to}: lead of {company}, from {from}"),
            Letter::LeadGiven { to, company, new_lead } => format!("mail {to}: lead of {company} is {new_lead}"),
            Letter::LeadChangeAsked { to, by, note } => format!("mail {to}: {by} asks {note}"),
            Letter::PasswordChanged { to } => format!("mail {to}: password changed"),
            Letter::AccessEnded { to, company } => format!("mail {to}: access to {company} ended"),
        },
    }
}

/// The effects of `event` after `given`.
#[track_caller]
fn causes(given: &[Event], event: &Event, expected: &[&str]) {
    let after = fold(given).evolve(event);
    let got: Vec<String> = effects(Program::guide(), &after, event).iter().map(say_effect).collect();
    assert_eq!(got, expected, "{}", event.name());
}

// Rules: REG-5, REG-25, USR-10, C-047
#[test]
fn coming_in_claims_domain_and_address() {
    let welcome = "mail bo@acme.example: welcome bo to Acme";
    causes(
        &[],
        &registered(),
        &["claim acme.example", "claim ana@acme.example for ana", "mail ana@acme.example: welcome ana to Acme"],
    );
    causes(&cast(), &joined("bo"), &["claim bo@acme.example for bo", welcome]);
    let waits = with(cast(), [invited("bo", &["ace_user"])]);
    causes(&waits, &accepted("bo", &["ace_user"]), &["void i:bo", "claim bo@acme.example for bo", welcome]);
    causes(&cast(), &Event::DomainAdded { domain: domain("acme-labs.example") }, &["claim acme-labs.example"]);
    causes(&cast(), &Event::DomainWithdrawn { domain: domain("acme.example") }, &["release acme.example"]);
}

// Rules: INV-6
#[test]
fn an_invitation_is_mailed_with_a_link_of_its_own_each_time() {
    let mail =
        |until: &str| format!("mail bo@acme.example: Acme invites by i:bo as ACE user, Marketing staff until {until}");
    let sent = invited("bo", &["ace_user", "marketing_staff"]);
    causes(&cast(), &sent, &["void i:bo", &mail("day 14")]);
    let waits = with(cast(), [sent]);
    let renewed = Event::InvitationRenewed { invitation: invitation("bo"), by: id("ana"), expires_at: day(30) };
    causes(&waits, &renewed, &["void i:bo", &mail("day 30")]);
    causes(&waits, &withdrawn("bo"), &["void i:bo"]);
}

// Rules: SIGN-6, SIGN-7, USR-29, AUDIT-8, PWD-10, PROFILE-25
#[test]
fn who_goes_loses_every_session_at_once() {
    let ended = "mail ace_user@acme.example: access to Acme ended";
    let free = "release ace_user@acme.example";
    causes(&cast(), &removed("ace_user"), &["end sessions of ace_user", free, ended]);
    causes(&cast(), &deactivated("ace_user"), &["end sessions of ace_user", ended]);
    causes(
        &cast(),
        &Event::PasswordChanged { member: id("ace_user") },
        &["end sessions of ace_user", "mail ace_user@acme.example: password changed"],
    );
}

// Rules: USR-26, PROFILE-7, C-029
#[test]
fn both_leads_learn_of_the_move_and_the_lead_of_a_wish() {
    causes(
        &with(cast(), [joined("bo")]),
        &led("ana", "bo"),
        &["mail bo@acme.example: lead of Acme, from ana", "mail ana@acme.example: lead of Acme is bo"],
    );
    let note = || Note::parse("Ana has left").unwrap();
    let asked = |by: &str| Event::LeadChangeRequested { by: id(by), note: note() };
    causes(&cast(), &asked("ace_user"), &["mail ana@acme.example: ace_user asks Ana has left"]);
    causes(&cast(), &asked("ana"), &[]);
}

#[test]
fn the_rest_stays_inside() {
    for event in [
        assigned("ace_user", "marketing_staff"),
        unassigned("ace_user", "ace_user"),
        Event::RoleChangeRefused {
            member: id("ace_user"),
            role: "boss".to_string(),
            change: RoleChange::Assign,
            code: "role_unknown".to_string(),
        },
        Event::StageSet { path: "software".to_string(), stage: "enrolled".to_string() },
        Event::CompanyEdited { company: company().check(&mut Faults::default()).unwrap() },
    ] {
        causes(&cast(), &event, &[]);
    }
}

/// A log may hold what today's state does not know: effects are asked for all the same, and nothing panics.
#[test]
fn an_event_about_somebody_unknown_asks_for_no_mail() {
    causes(&[], &removed("bo"), &["end sessions of bo"]);
    causes(&[], &withdrawn("bo"), &["void i:bo"]);
    causes(&[], &led("ana", "bo"), &[]);
    let renewed = Event::InvitationRenewed { invitation: invitation("bo"), by: id("ana"), expires_at: day(30) };
    causes(&[], &renewed, &["void i:bo"]);
}
