//! People are removed for good, or their sign-in is blocked.

use super::*;

fn given() -> Vec<Event> {
    with(
        cast(),
        [
            joined("bo"),
            assigned("bo", "ace_user"),
            joined("kim"),
            assigned("kim", "alliance_team"),
            joined("gone"),
            removed("gone"),
            joined("idle"),
            deactivated("idle"),
        ],
    )
}

// Rules: USR-29, USR-32, USR-33, ROLE-13, ROLE-22, C-033, C-034
#[test]
fn lead_and_team_remove_others_but_never_the_lead_or_themselves() {
    for (who, target, expected) in [
        ("ana", "bo", "removed bo"),
        ("ana", "alliance_team", "removed alliance_team"),
        ("ana", "cloud_admin", "removed cloud_admin"),
        ("ana", "idle", "removed idle"),
        ("ana", "ana", "target_is_lead"),
        ("ana", "gone", "target_not_active"),
        ("ana", "nobody", "member_missing"),
        ("alliance_team", "bo", "removed bo"),
        ("alliance_team", "kim", "removed kim"),
        ("alliance_team", "cloud_admin", "removed cloud_admin"),
        ("alliance_team", "idle", "removed idle"),
        ("alliance_team", "ana", "target_is_lead"),
        ("alliance_team", "alliance_team", "target_is_self"),
        ("alliance_team", "gone", "target_not_active"),
        ("ace_manager", "bo", "permission_missing remove_users (alliance_lead alliance_team)"),
        ("ace_manager", "ana", "permission_missing remove_users (alliance_lead alliance_team)"),
        ("bo", "bo", "permission_missing remove_users (alliance_lead alliance_team)"),
        ("gone", "bo", "not_active"),
        ("idle", "bo", "not_active"),
    ] {
        check(&given(), &member(who), remove(target), day(1), expected);
    }
    // Once the role has moved, the former lead can go, and the new one cannot.
    let moved = with(given(), [led("ana", "kim")]);
    check(&moved, &member("kim"), remove("ana"), day(1), "removed ana");
    check(&moved, &member("alliance_team"), remove("ana"), day(1), "removed ana");
    check(&moved, &member("alliance_team"), remove("kim"), day(1), "target_is_lead");
}

// Rules: USR-29, USR-31, SIGN-6, C-036
#[test]
fn a_removed_person_may_nothing_and_is_kept_on_record() {
    let after = check_then(&given(), &member("ana"), remove("bo"), day(1), "removed bo");
    let bo = after.member(id("bo")).unwrap();
    assert_eq!((bo.status, bo.name.as_str(), bo.email.as_str()), (Status::Removed, "bo", "bo@acme.example"));
    assert!(bo.roles.contains("ace_user"), "what they could do until then stays on record");
    assert_eq!(after.standing(Program::guide(), id("bo")), Standing::none());
    let gone = with(given(), [removed("bo")]);
    for command in [Command::NotePasswordChange, assign("bo", "ace_user"), invite(&[]), remove("kim")] {
        check(&gone, &member("bo"), command, day(1), "not_active");
    }
    // For good: nothing gives a removed person access again.
    check(&gone, &member("ana"), assign("bo", "marketing_staff"), day(1), "bo not +marketing_staff target_not_active");
    check(&gone, &member("ana"), unassign("bo", "ace_user"), day(1), "bo not -ace_user target_not_active");
    check(&gone, &member("ana"), deactivate("bo"), day(1), "target_not_active");
    check(&gone, &member("ana"), reassign_lead("bo", "confirm"), day(1), "target_not_active");
}

// Rules: AUDIT-8, SIGN-7, C-035
#[test]
fn only_the_lead_deactivates_and_not_the_lead() {
    let no = "permission_missing deactivate_users (alliance_lead)";
    for (who, target, expected) in [
        ("ana", "bo", "deactivated bo"),
        ("ana", "kim", "deactivated kim"),
        ("ana", "ana", "target_is_lead"),
        ("ana", "idle", "target_not_active"),
        ("ana", "gone", "target_not_active"),
        ("ana", "nobody", "member_missing"),
        ("alliance_team", "bo", no),
        ("alliance_team", "ana", no),
        ("cloud_admin", "bo", no),
        ("bo", "bo", no),
    ] {
        check(&given(), &member(who), deactivate(target), day(1), expected);
    }
    let after = check_then(&given(), &member("ana"), deactivate("bo"), day(1), "deactivated bo");
    assert_eq!(after.member(id("bo")).map(|m| m.status), Some(Status::Deactivated));
    assert_eq!(after.standing(Program::guide(), id("bo")), Standing::none());
    let blocked = with(given(), [deactivated("bo")]);
    check(&blocked, &member("bo"), Command::NotePasswordChange, day(1), "not_active");
    check(&blocked, &Actor::Visitor, join("bo"), day(1), "member_deactivated");
    check(
        &blocked,
        &member("ana"),
        invite(&[("bo", &["ace_user"])]),
        day(1),
        "invalid: rows[0].email member_deactivated",
    );
    // A blocked person can still be removed, and then be invited anew.
    check(&blocked, &member("alliance_team"), remove("bo"), day(1), "removed bo");
}

// Rules: USR-30, C-032
#[test]
fn what_waits_for_the_address_goes_with_the_person() {
    let over = with(given(), [invited("kim", &["ace_user"]), invited("eve", &["ace_user"])]);
    check(&over, &member("ana"), remove("kim"), day(1), "removed kim; withdrawn i:kim");
    let over = with(over, [withdrawn("kim")]);
    check(&over, &member("ana"), remove("kim"), day(1), "removed kim");
}

// Rules: USR-28, USR-32, USR-35, C-029, C-035
#[test]
fn operators_help_where_the_lead_cannot_and_keep_to_the_same_limits() {
    let deactivate = |who: &str| Command::DeactivateMember { member: id(who) };
    for (command, expected) in [
        (remove("bo"), "removed bo"),
        (remove("idle"), "removed idle"),
        (remove("ana"), "target_is_lead"),
        (remove("gone"), "target_not_active"),
        (Command::RemoveMember { member: id("bo"), typed: String::new() }, "confirmation_missing confirm"),
        (deactivate("bo"), "deactivated bo"),
        (deactivate("ana"), "target_is_lead"),
        (deactivate("nobody"), "member_missing"),
        (reassign_lead("kim", "confirm"), "alliance_lead ana to kim"),
        (reassign_lead("kim", "Confirm"), "confirmation_missing confirm"),
        (reassign_lead("idle", "confirm"), "target_not_active"),
    ] {
        check(&given(), &operator(), command, day(1), expected);
    }
    let asked =
        with(given(), [Event::LeadChangeRequested { by: id("bo"), note: Note::parse("Ana has left").unwrap() }]);
    assert_eq!(fold(&asked).lead_change_requests().len(), 1);
    let after = check_then(&asked, &operator(), reassign_lead("kim", "confirm"), day(1), "alliance_lead ana to kim");
    assert!(after.lead_change_requests().is_empty(), "what they asked for was done");
}
