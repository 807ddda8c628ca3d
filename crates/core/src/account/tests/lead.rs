//! The lead role moves by the lead's own hand and the typed word; anybody may ask for another lead.

use super::*;

fn given() -> Vec<Event> {
    with(cast(), [joined("bo"), joined("gone"), removed("gone"), joined("idle"), deactivated("idle")])
}

// Rules: USR-28, USR-35, C-031
#[test]
fn the_word_is_confirm_in_small_letters() {
    for typed in ["confirm", " confirm ", "\tconfirm\n"] {
        check(&given(), &member("ana"), reassign_lead("bo", typed), day(1), "alliance_lead ana to bo");
        let remove = Command::RemoveMember { member: id("bo"), typed: typed.to_string() };
        check(&given(), &member("ana"), remove, day(1), "removed bo");
    }
    for typed in
        ["", " ", "Confirm", "CONFIRM", "Confirmed", "confirmed", "con firm", "confirm.", "yes", "\u{441}onfirm"]
    {
        check(&given(), &member("ana"), reassign_lead("bo", typed), day(1), "confirmation_missing confirm");
        let remove = Command::RemoveMember { member: id("bo"), typed: typed.to_string() };
        check(&given(), &member("ana"), remove, day(1), "confirmation_missing confirm");
    }
}

// Rules: ROLE-6, ROLE-7, ROLE-14, USR-26, C-028, C-030
#[test]
fn the_lead_moves_to_an_active_person_of_the_account() {
    for (to, expected) in [
        ("bo", "alliance_lead ana to bo"),
        ("alliance_team", "alliance_lead ana to alliance_team"),
        ("cloud_admin", "alliance_lead ana to cloud_admin"),
        ("ana", "target_is_lead"),
        ("gone", "target_not_active"),
        ("idle", "target_not_active"),
        ("nobody", "member_missing"),
    ] {
        check(&given(), &member("ana"), reassign_lead(to, "confirm"), day(1), expected);
    }
}

// Rules: USR-26, ROLE-6, C-028
#[test]
fn the_former_lead_keeps_every_other_role() {
    let program = Program::guide();
    let more = with(given(), [assigned("ana", "marketing_staff"), assigned("bo", "ace_user")]);
    let after = check_then(&more, &member("ana"), reassign_lead("bo", "confirm"), day(1), "alliance_lead ana to bo");
    assert_eq!(after.lead(program).map(|(id, _)| name_of(id)).as_deref(), Some("bo"));
    assert_eq!(Vec::from_iter(&after.member(id("ana")).unwrap().roles), ["marketing_staff"]);
    assert_eq!(Vec::from_iter(&after.member(id("bo")).unwrap().roles), ["ace_user", "alliance_lead"]);
    let after = check_then(&given(), &member("ana"), reassign_lead("bo", "confirm"), day(1), "alliance_lead ana to bo");
    let standing = after.standing(program, id("ana"));
    assert_eq!(program.role_names(standing.roles()).collect::<Vec<_>>(), ["standard_user"]);
}

// Rules: ROLE-7, ROLE-25, USR-26
#[test]
fn the_right_moves_with_the_role() {
    let no = "permission_missing reassign_lead (alliance_lead)";
    let moved = with(given(), [led("ana", "bo")]);
    check(&moved, &member("ana"), reassign_lead("ana", "confirm"), day(1), no);
    check(&moved, &member("bo"), reassign_lead("ana", "confirm"), day(1), "alliance_lead bo to ana");
    for role in ROLES.into_iter().skip(1) {
        check(&given(), &member(role), reassign_lead(role, "confirm"), day(1), no);
        // Neither the target nor the word is looked at.
        check(&given(), &member(role), reassign_lead("nobody", ""), day(1), no);
    }
}

// Rules: PROFILE-7, C-029
#[test]
fn anybody_asks_for_another_lead_and_nothing_moves() {
    let ask = |note: &str| Command::RequestLeadChange { note: note.to_string() };
    for role in ROLES {
        let name = holder(role);
        let expected = format!("{name} asks: Ana has left");
        let after = check_then(&given(), &member(name), ask(" Ana has left "), day(1), &expected);
        assert_eq!(after.lead(Program::guide()).map(|(lead, _)| lead), Some(id("ana")));
        assert_eq!(after.lead_change_requests().len(), 1);
        assert_eq!(after.lead_change_requests()[0].by, id(name));
    }
    for (note, expected) in [
        ("", "invalid: note required"),
        ("  ", "invalid: note required"),
        ("a\nb", "invalid: note bad_character"),
        (&"x".repeat(1001), "invalid: note too_long"),
    ] {
        check(&given(), &member("bo"), ask(note), day(1), expected);
    }
    check(&given(), &member("bo"), ask(&"x".repeat(1000)), day(1), &format!("bo asks: {}", "x".repeat(1000)));
    check(&given(), &member("idle"), ask("x"), day(1), "not_active");
    check(&given(), &Actor::Visitor, ask("x"), day(1), "not_signed_in");
}
