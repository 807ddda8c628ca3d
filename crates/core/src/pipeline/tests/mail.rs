//! Who is told.

use super::*;

fn told(account: &Account, notices: &[Notice]) -> Vec<String> {
    assert!(notices.iter().all(|n| account.members().values().any(|m| m.email == n.to)));
    notices.iter().map(|n| format!("{} {:?} {}", n.to, n.subject, n.title)).collect()
}

fn with_managers(mut account: Account, names: &[&str]) -> Account {
    for name in names {
        account.apply(&AccountEvent::MemberJoined {
            person: cast::person(name),
            invitation: None,
            roles: ["ace_manager".to_string()].into(),
        });
    }
    account
}

// Rules: ACE-1, C-044
#[test]
fn a_shared_lead_is_told_to_every_ace_manager_and_nobody_else() {
    let account = removed(deactivated(with_managers(company(), &["ed", "flo", "gus"]), "flo"), "gus");
    for to in [None, Some("bo")] {
        let event = lead_shared(to, None);
        let lead = fold::<Lead>(core::slice::from_ref(&event));
        let notices = lead_notices(Program::guide(), &account, &lead, &event);
        let mut told = told(&account, &notices);
        told.sort();
        assert_eq!(told, ["ace_manager@acme.example LeadShared Bay Ltd", "ed@acme.example LeadShared Bay Ltd"]);
        assert!(notices.iter().all(|n| n.entry == id("lead") && n.entries == Entries::Leads));
    }
}

// Rules: ACE-1, C-044
#[test]
fn an_open_question_is_told_to_every_ace_manager_and_nobody_else() {
    let account = with_managers(company(), &["ed"]);
    let given = [created("ace_user"), submitted("ace_user"), asked()];
    let entry = fold::<Opportunity>(&given);
    let notices = opportunity_notices(Program::guide(), &account, &entry, &given[2]);
    let mut told = told(&account, &notices);
    told.sort();
    assert_eq!(
        told,
        [
            "ace_manager@acme.example InformationRequested Move the harbour",
            "ed@acme.example InformationRequested Move the harbour"
        ]
    );
    assert!(notices.iter().all(|n| n.comments.as_deref() == Some("Which harbour?")));
}

// Rules: ACE-1
#[test]
fn nothing_else_is_told() {
    let (account, program) = (company(), Program::guide());
    let events = [
        created("ace_user"),
        submitted("ace_user"),
        approved(),
        transferred("ace_user", "bo", "ace_user"),
        shared(None, None),
    ];
    for event in &events {
        let entry = fold::<Opportunity>(&events);
        assert_eq!(opportunity_notices(program, &account, &entry, event), [], "{}", event.name());
    }
    let events = [lead_shared(None, None), lead_accepted("bo")];
    assert_eq!(lead_notices(program, &account, &fold::<Lead>(&events), &events[1]), []);
}
