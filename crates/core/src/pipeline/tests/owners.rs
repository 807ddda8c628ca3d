//! To whom work goes, and what becomes of it when its owner leaves.

use super::*;

// Rules: ACE-5, ACE-12, C-042
#[test]
fn work_goes_to_active_people_who_may_own_it() {
    let given = [created("ace_user")];
    for (to, expected) in [
        ("bo", "ace_user to bo by ace_user"),
        ("technical_staff", "ace_user to technical_staff by ace_user"),
        ("alliance_lead", "ace_user to alliance_lead by ace_user"),
        ("standard_user", "target_cannot_own"),
        ("channel_user", "target_cannot_own"),
        ("stranger", "member_missing"),
        ("ace_user", "already_owner"),
    ] {
        check(&given, &member("ace_user"), give(to), expected);
    }
    let account = deactivated(removed(company(), "bo"), "technical_staff");
    check_in(&account, &given, &member("ace_user"), give("bo"), "target_not_active");
    check_in(&account, &given, &member("ace_user"), give("technical_staff"), "target_not_active");
}

// Rules: ACE-12, ROLE-71
#[test]
fn who_gave_an_entry_away_reaches_it_no_more() {
    let given = [created("ace_user"), transferred("ace_user", "bo", "ace_user")];
    check(&given, &member("ace_user"), rename(), "not_owner");
    check(&given, &member("ace_user"), give("ace_user"), "not_owner");
    check(&given, &member("bo"), rename(), "edited by bo: project.title");
}

// Rules: ACE-5, CMP-5, C-036
#[test]
fn the_entries_of_a_removed_person_stay_and_are_given_on_by_who_manages_all() {
    let account = removed(company(), "bo");
    let given = [created("bo"), submitted("bo"), approved()];
    let entry = fold::<Opportunity>(&given);
    assert_eq!(entry.owner(), Some(id("bo")));
    check_in(&account, &given, &member("bo"), rename(), "not_active");
    check_in(&account, &given, &member("ace_user"), give("ace_user"), "not_owner");
    check_in(&account, &given, &member("ace_manager"), rename(), "edited by ace_manager: project.title");
    check_in(&account, &given, &member("ace_manager"), give("ace_user"), "bo to ace_user by ace_manager");
    let listed = ask(&account, &member("alliance_lead"), |s| list(s, [&entry]).map(|l| l.len()));
    assert_eq!(listed, Ok(1));
}

// Rules: C-042
#[test]
fn the_list_of_possible_owners_is_those_to_whom_a_transfer_succeeds() {
    let account = deactivated(removed(company(), "bo"), "technical_staff");
    let possible = ask(&account, &member("ace_manager"), possible_owners).unwrap();
    let entry = fold::<Opportunity>(&[shared(None, None)]);
    for person in account.members().keys() {
        let command = OpportunityCommand::Transfer { to: *person };
        let (_, result) = decided(&account, &entry, &member("ace_manager"), &command);
        assert_eq!(result.is_ok(), possible.contains_key(person), "{}", name_of(*person));
    }
    assert_eq!(possible.len(), 6);
    assert!(ask(&account, &member("standard_user"), possible_owners).is_err());
}
