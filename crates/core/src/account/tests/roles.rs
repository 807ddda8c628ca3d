//! Roles are given and taken, for several people in one update; the cloud administrator's role is handed over.

use super::*;

/// Everybody of the cast, and bo.
fn given() -> Vec<Event> {
    with(cast(), [joined("bo")])
}

// Rules: ROLE-12, ROLE-21, ROLE-27, ROLE-33, ROLE-34, USR-8, USR-15, C-018, C-019, C-020, C-021, C-022
#[test]
fn who_gives_and_takes_which_role() {
    for role in ROLES {
        let (lead, team) = match role {
            "alliance_lead" => ("role_is_lead", "role_is_lead"),
            "standard_user" => ("role_is_base", "role_is_base"),
            "cloud_admin" => ("", "role_not_grantable"),
            _ => ("", ""),
        };
        for (who, fault) in [("ana", lead), ("alliance_team", team)] {
            let (gives, takes) = if fault.is_empty() {
                (format!("bo +{role}"), format!("{role} -{role}"))
            } else {
                (format!("bo not +{role} {fault}"), format!("{} not -{role} {fault}", id_text(holder(role))))
            };
            check(&given(), &member(who), assign("bo", role), day(1), &gives);
            check(&given(), &member(who), unassign(holder(role), role), day(1), &takes);
        }
    }
}

fn id_text(name: &str) -> String {
    name_of(id(name))
}

// Rules: USR-8, ROLE-4, ROLE-27, C-023
#[test]
fn roles_add_up_and_the_base_stays() {
    let program = Program::guide();
    let rows: &[(&str, &[&str], &[&str])] = &[("bo", &["ace_user", "marketing_staff"], &[])];
    let after = check_then(&given(), &member("ana"), update(rows), day(1), "bo +ace_user; bo +marketing_staff");
    let standing = after.standing(program, id("bo"));
    assert!(standing.permits(program, Permission::ManageOwnedPipeline));
    assert!(standing.permits(program, Permission::ManagePublicReferences));
    let both = with(given(), [assigned("bo", "ace_user"), assigned("bo", "marketing_staff")]);
    let rows: &[(&str, &[&str], &[&str])] = &[("bo", &[], &["ace_user", "marketing_staff"])];
    let after = check_then(&both, &member("ana"), update(rows), day(1), "bo -ace_user; bo -marketing_staff");
    let standing = after.standing(program, id("bo"));
    assert_eq!(program.role_names(standing.roles()).collect::<Vec<_>>(), ["standard_user"], "the last role gone");
}

// Rules: USR-24, USR-25, C-038
#[test]
fn each_change_is_judged_on_its_own_and_counted() {
    let full = with(given(), holders(19, "alliance_team"));
    check(
        &full,
        &member("ana"),
        update(&[
            ("bo", &["ace_user", "alliance_team", "marketing_staff"], &[]),
            ("channel_user", &[], &["channel_user"]),
        ]),
        day(1),
        "bo +ace_user; bo not +alliance_team quota_full; bo +marketing_staff; channel_user -channel_user",
    );
    let (after, decided) = outcome(
        &given(),
        &member("alliance_team"),
        &update(&[("bo", &["ace_user", "technical_staff"], &[]), ("ace_user", &["cloud_admin"], &["ace_user"])]),
        day(1),
    );
    assert_eq!(
        said(&decided),
        "bo +ace_user; bo +technical_staff; ace_user -ace_user; ace_user not +cloud_admin role_not_grantable"
    );
    let refused = decided.unwrap().iter().filter(|e| matches!(e, Event::RoleChangeRefused { .. })).count();
    assert_eq!(refused, 1, "three done, one prohibited");
    assert!(!after.member(id("ace_user")).unwrap().roles.contains("cloud_admin"));
}

// Rules: USR-15, USR-18, USR-19, USR-20, USR-25
#[test]
fn every_reason_for_a_prohibited_change() {
    let state = with(given(), [joined("gone"), removed("gone"), joined("idle"), deactivated("idle")]);
    for (row, expected) in [
        (("bo", "boss", true), "bo not +boss role_unknown"),
        (("bo", "ACE User", true), "bo not +ace_user role_unknown"),
        (("bo", "", true), "bo not + role_unknown"),
        (("bo", "alliance_lead", true), "bo not +alliance_lead role_is_lead"),
        (("ana", "alliance_lead", false), "ana not -alliance_lead role_is_lead"),
        (("bo", "standard_user", false), "bo not -standard_user role_is_base"),
        (("ace_user", "ace_user", true), "ace_user not +ace_user already_held"),
        (("bo", "ace_user", false), "bo not -ace_user not_held"),
        (("nobody", "ace_user", true), "nobody not +ace_user member_missing"),
        (("gone", "ace_user", true), "gone not +ace_user target_not_active"),
        (("idle", "ace_user", true), "idle not +ace_user target_not_active"),
        (("idle", "boss", false), "idle not -boss target_not_active"),
        (("bo", " ace_user ", true), "bo +ace_user"),
    ] {
        let (who, role, gives) = row;
        let command = if gives { assign(who, role) } else { unassign(who, role) };
        check(&state, &member("ana"), command, day(1), expected);
    }
    let twice = update(&[("bo", &["ace_user", "ace_user"], &[])]);
    check(&state, &member("ana"), twice, day(1), "bo +ace_user; bo not +ace_user already_held");
    let swap = update(&[("ace_user", &["ace_user"], &["ace_user"])]);
    check(&state, &member("ana"), swap, day(1), "ace_user -ace_user; ace_user +ace_user");
    // What is not an id is kept short and plain in the record.
    let long = assign("bo", &"<x>".repeat(1000));
    let (_, decided) = outcome(&state, &member("ana"), &long, day(1));
    let Ok([Event::RoleChangeRefused { role, .. }]) = decided.as_deref() else { panic!("one refusal") };
    assert!(role.len() <= 64 && role.starts_with("x_x"), "{role}");
}

// Rules: USR-14, USR-21, USR-22, USR-23, C-034, C-038
#[test]
fn an_update_covers_one_to_ten_people() {
    let people = with([registered()].into(), (0..11).map(|i| joined(&format!("p{i}"))));
    let names: Vec<String> = (0..11).map(|i| format!("p{i}")).collect();
    let one: &[&str] = &["ace_user"];
    let rows: Vec<(&str, &[&str], &[&str])> = names.iter().map(|n| (n.as_str(), one, &[] as &[&str])).collect();
    let ten: Vec<String> = (0..10).map(|i| format!("p{i} +ace_user")).collect();
    let after = check_then(&people, &member("ana"), update(&rows[..10]), day(1), &ten.join("; "));
    assert!(after.member(id("p10")).unwrap().roles.is_empty(), "who is not in the group stays as before");
    check(&people, &member("ana"), update(&rows), day(1), "too_many_rows 10");
    check(&people, &member("ana"), update(&[]), day(1), "invalid: rows required");
    check(&people, &member("ana"), update(&[("p0", &[], &[])]), day(1), "invalid: rows required");
    check(&people, &member("ana"), update(&[("p0", &[], &[]), ("p1", one, &[])]), day(1), "p1 +ace_user");
    let twice = update(&[("p0", one, &[]), ("p1", one, &[]), ("p0", &[], one)]);
    check(&people, &member("ana"), twice, day(1), "invalid: rows[2].member twice");
    let many: Vec<&str> = (0..19).map(|_| "ace_user").collect();
    check(&people, &member("ana"), update(&[("p0", &many, &[])]), day(1), "invalid: rows[0] too_long");
}

// Rules: USR-16, ROLE-67
#[test]
fn who_gives_no_role_learns_nothing_of_the_update() {
    let no = "permission_missing assign_staff_roles (alliance_lead alliance_team)";
    let rows: Vec<(&str, &[&str], &[&str])> =
        (0..11).map(|_| ("nobody", &["boss"] as &[&str], &[] as &[&str])).collect();
    for role in ROLES.into_iter().skip(2) {
        for command in [assign("bo", "ace_user"), update(&[]), update(&rows), assign(role, role), unassign(role, role)]
        {
            check(&given(), &member(role), command, day(1), no);
        }
    }
}

// Rules: ROLE-33, ROLE-34, ROLE-35, LINK-5, C-020
#[test]
fn the_lead_takes_the_cloud_admins_role_and_the_team_does_not() {
    check(&given(), &member("ana"), assign("ana", "cloud_admin"), day(1), "ana +cloud_admin");
    check(
        &given(),
        &member("alliance_team"),
        assign("alliance_team", "cloud_admin"),
        day(1),
        "alliance_team not +cloud_admin role_not_grantable",
    );
    let both = with(given(), [assigned("ana", "cloud_admin")]);
    check(&both, &member("ana"), unassign("ana", "cloud_admin"), day(1), "ana -cloud_admin");
    check(&both, &member("ana"), assign("bo", "cloud_admin"), day(1), "bo +cloud_admin");
}

// Rules: ROLE-34, C-020
#[test]
fn a_cloud_admin_hands_over_the_own_role_only() {
    let hand = |to: &str| Command::HandOverCloudAdmin { to: id(to) };
    let state = with(given(), [joined("gone"), removed("gone"), joined("idle"), deactivated("idle")]);
    let no = "permission_missing hand_over_cloud_admin_role (cloud_admin)";
    for (who, to, expected) in [
        ("cloud_admin", "bo", "cloud_admin -cloud_admin; bo +cloud_admin"),
        ("cloud_admin", "ana", "cloud_admin -cloud_admin; ana +cloud_admin"),
        ("cloud_admin", "cloud_admin", "target_is_self"),
        ("cloud_admin", "nobody", "member_missing"),
        ("cloud_admin", "gone", "target_not_active"),
        ("cloud_admin", "idle", "target_not_active"),
        ("ana", "bo", no),
        ("alliance_team", "bo", no),
        ("bo", "bo", no),
    ] {
        check(&state, &member(who), hand(to), day(1), expected);
    }
    let two = with(state, [assigned("bo", "cloud_admin")]);
    check(&two, &member("cloud_admin"), hand("bo"), day(1), "already_held");
    let lead_too = with(given(), [assigned("ana", "cloud_admin")]);
    check(&lead_too, &member("ana"), hand("bo"), day(1), "ana -cloud_admin; bo +cloud_admin");
    // The update is closed to them, also for the own role.
    let no = "permission_missing assign_staff_roles (alliance_lead alliance_team)";
    check(&given(), &member("cloud_admin"), unassign("cloud_admin", "cloud_admin"), day(1), no);
}

// Rules: USR-16
#[test]
fn the_team_may_step_back_by_its_own_hand() {
    let rows: &[(&str, &[&str], &[&str])] =
        &[("alliance_team", &["ace_manager"], &["alliance_team"]), ("bo", &["ace_user"], &[])];
    let expected = "alliance_team -alliance_team; alliance_team +ace_manager; bo +ace_user";
    check(&given(), &member("alliance_team"), update(rows), day(1), expected);
}
