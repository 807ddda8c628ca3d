//! People are invited; invitations are renewed and withdrawn.

use super::*;

const ONE: &[&str] = &["ace_user"];

#[track_caller]
fn lead_invites(given: &[Event], rows: &[(&str, &[&str])], expected: &str) {
    check(given, &member("ana"), invite(rows), day(1), expected);
}

// Rules: INV-4, INV-5, INV-6
#[test]
fn one_call_invites_several_people_each_with_their_roles() {
    lead_invites(&cast(), &[("bo", ONE)], "new0 invites bo@acme.example [ace_user] by ana until day 15");
    lead_invites(
        &cast(),
        &[("bo", &["marketing_staff", "ace_user"]), ("Eve", &["channel_user"])],
        "new0 invites bo@acme.example [ace_user marketing_staff] by ana until day 15; \
         new1 invites Eve@acme.example [channel_user] by ana until day 15",
    );
    // Blanks around ids and a role chosen twice mean nothing.
    lead_invites(
        &cast(),
        &[("bo", &[" ace_user ", "ace_user"])],
        "new0 invites bo@acme.example [ace_user] by ana until day 15",
    );
    let after = check_then(
        &cast(),
        &member("ana"),
        invite(&[("bo", ONE)]),
        day(1),
        "new0 invites bo@acme.example [ace_user] by ana until day 15",
    );
    assert!(after.member_by_address(&email("bo")).is_none(), "nobody joins by being invited");
}

// Rules: INV-3, INV-4, INV-9, INV-10, C-052, C-054
#[test]
fn what_is_wrong_is_named_row_by_row_and_nobody_is_invited() {
    for (row, expected) in [
        (("bo", &[] as &[&str]), "rows[0].roles required"),
        (("", ONE), "rows[0].email empty"),
        (("not an address@", ONE), "rows[0].email bad_character"),
        (("bo@gmail.com", ONE), "rows[0].email personal_domain"),
        (("bo@x.edu", ONE), "rows[0].email personal_domain"),
        (("bo@other.example", ONE), "rows[0].email foreign_domain"),
        (("bo@mail.acme.example", ONE), "rows[0].email foreign_domain"),
        (("bo", &["alliance_lead"]), "rows[0].roles.alliance_lead role_is_lead"),
        (("bo", &["standard_user"]), "rows[0].roles.standard_user role_is_base"),
        (("bo", &["boss"]), "rows[0].roles.boss role_unknown"),
        (("bo", &["ACE_USER"]), "rows[0].roles.ace_user role_unknown"),
        (("bo", &[""]), "rows[0].roles. role_unknown"),
        // One good role does not carry a bad one.
        (("bo", &["ace_user", "boss"]), "rows[0].roles.boss role_unknown"),
        (
            ("bo@gmail.com", &["alliance_lead", "boss"]),
            "rows[0].email personal_domain, rows[0].roles.alliance_lead role_is_lead, rows[0].roles.boss role_unknown",
        ),
    ] {
        // An address that is empty is typed as such: only names without @ are completed.
        let command = if row.0.is_empty() {
            Command::Invite { rows: [InviteRow { email: String::new(), roles: texts(row.1) }].into() }
        } else {
            invite(&[row])
        };
        check(&cast(), &member("ana"), command, day(1), &format!("invalid: {expected}"));
    }
    lead_invites(
        &cast(),
        &[("bo", ONE), ("eve@gmail.com", ONE), ("kim", &["boss"])],
        "invalid: rows[1].email personal_domain, rows[2].roles.boss role_unknown",
    );
}

// Rules: INV-5, USR-30, C-032
#[test]
fn whom_the_account_knows_is_not_invited_again() {
    let known = with(
        cast(),
        [
            joined("bo"),
            joined("idle"),
            deactivated("idle"),
            joined("gone"),
            removed("gone"),
            invited("eve", ONE),
            invited("old", ONE),
            withdrawn("old"),
        ],
    );
    for (name, expected) in [
        ("ana", "invalid: rows[0].email already_member"),
        ("bo", "invalid: rows[0].email already_member"),
        ("BO", "invalid: rows[0].email already_member"),
        ("idle", "invalid: rows[0].email member_deactivated"),
        ("eve", "invalid: rows[0].email already_invited"),
        ("EVE", "invalid: rows[0].email already_invited"),
        ("old", "new0 invites old@acme.example [ace_user] by ana until day 15"),
        ("gone", "new0 invites gone@acme.example [ace_user] by ana until day 15"),
    ] {
        lead_invites(&known, &[(name, ONE)], expected);
    }
    let after = "new0 invites eve@acme.example [ace_user] by ana until day 28";
    check(&known, &member("ana"), invite(&[("eve", ONE)]), day(14), after);
    let before = "invalid: rows[0].email already_invited";
    check(&known, &member("ana"), invite(&[("eve", ONE)]), day(14) - TimeDelta::seconds(1), before);
    lead_invites(&cast(), &[("bo", ONE), ("Bo", ONE)], "invalid: rows[1].email already_invited");
}

// Rules: INV-1, INV-10, C-020
#[test]
fn the_team_invites_with_every_role_but_the_cloud_admins() {
    for role in ROLES {
        let row = |code: &str| format!("invalid: rows[0].roles.{role} {code}");
        let sent = |by: &str| format!("new0 invites bo@acme.example [{role}] by {by} until day 15");
        let (lead, team) = match role {
            "alliance_lead" => (row("role_is_lead"), row("role_is_lead")),
            "standard_user" => (row("role_is_base"), row("role_is_base")),
            "cloud_admin" => (sent("ana"), row("role_not_grantable")),
            _ => (sent("ana"), sent("alliance_team")),
        };
        check(&cast(), &member("ana"), invite(&[("bo", &[role])]), day(1), &lead);
        check(&cast(), &member("alliance_team"), invite(&[("bo", &[role])]), day(1), &team);
    }
}

// Rules: INV-5
#[test]
fn a_call_invites_one_to_twenty_people() {
    let names: Vec<String> = (0..21).map(|i| format!("n{i}")).collect();
    let rows: Vec<(&str, &[&str])> = names.iter().map(|n| (n.as_str(), ONE)).collect();
    lead_invites(&cast(), &[], "invalid: rows required");
    lead_invites(&cast(), &rows, "too_many_rows 20");
    let (_, decided) = outcome(&cast(), &member("ana"), &invite(&rows[..20]), day(1));
    let events = decided.unwrap();
    assert_eq!(events.len(), 20);
    let mut ids: Vec<String> = events.iter().map(|e| say(e).split(' ').next().unwrap().to_string()).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 20, "every invitation has an id of its own");
}

// Rules: INV-1
#[test]
fn who_may_not_invite_learns_nothing_of_the_form() {
    let no = "permission_missing invite_users (alliance_lead alliance_team)";
    for role in ROLES.into_iter().skip(2) {
        check(&cast(), &member(role), invite(&[("bo", ONE)]), day(1), no);
        check(&cast(), &member(role), invite(&[]), day(1), no);
        check(&cast(), &member(role), invite(&[("ana", &["boss"])]), day(1), no);
    }
}

// Rules: INV-6, INV-10
#[test]
fn an_invitation_is_renewed_by_whoever_may_give_its_roles() {
    let renew = |name: &str| Command::RenewInvitation { invitation: invitation(name) };
    let given = with(
        cast(),
        [
            invited("bo", ONE),
            invited("kim", &["ace_user", "cloud_admin"]),
            invited("old", ONE),
            withdrawn("old"),
            invited("new", ONE),
            accepted("new", ONE),
            invited("here", ONE),
            joined("here"),
        ],
    );
    let second = TimeDelta::seconds(1);
    for (who, name, at, expected) in [
        ("ana", "bo", day(1), "renewed i:bo by ana until day 15"),
        ("alliance_team", "bo", day(1), "renewed i:bo by alliance_team until day 15"),
        ("ana", "bo", day(14) - second, "renewed i:bo by ana until second 2419199"),
        ("ana", "bo", day(400), "renewed i:bo by ana until day 414"),
        ("ana", "kim", day(1), "renewed i:kim by ana until day 15"),
        ("alliance_team", "kim", day(1), "invalid: roles.cloud_admin role_not_grantable"),
        ("ana", "old", day(1), "invitation_closed"),
        ("ana", "new", day(1), "invitation_closed"),
        ("ana", "here", day(1), "invalid: email already_member"),
        ("ana", "nobody", day(1), "invitation_missing"),
        ("ace_user", "nobody", day(1), "permission_missing invite_users (alliance_lead alliance_team)"),
    ] {
        check(&given, &member(who), renew(name), at, expected);
    }
    let after = check_then(
        &given,
        &member("alliance_team"),
        renew("bo"),
        day(10),
        "renewed i:bo by alliance_team until day 24",
    );
    let renewed = &after.invitations()[&invitation("bo")];
    assert_eq!(
        (renewed.by, renewed.expires_at, renewed.status),
        (id("alliance_team"), day(24), InvitationStatus::Open)
    );
    let elsewhere = with(
        given.clone(),
        [
            Event::DomainAdded { domain: domain("acme-labs.example") },
            Event::DomainWithdrawn { domain: domain("acme.example") },
        ],
    );
    check(&elsewhere, &member("ana"), renew("bo"), day(1), "invalid: email foreign_domain");
    // The old one ran out and another was sent: one of them at a time.
    let other = Event::InvitationSent {
        invitation: id("i:bo2"),
        email: email("bo"),
        roles: texts(ONE),
        by: id("ana"),
        expires_at: day(30),
    };
    check(&with(given, [other]), &member("ana"), renew("bo"), day(15), "invalid: email already_invited");
}

// Rules: USR-30, C-032
#[test]
fn a_removed_persons_new_invitation_is_renewed() {
    let given = with(cast(), [joined("bo"), removed("bo"), invited("bo", ONE)]);
    let renew = Command::RenewInvitation { invitation: invitation("bo") };
    check(&given, &member("ana"), renew, day(20), "renewed i:bo by ana until day 34");
}

#[test]
fn an_invitation_is_withdrawn_once() {
    let withdraw = |name: &str| Command::WithdrawInvitation { invitation: invitation(name) };
    let given = with(cast(), [invited("bo", &["cloud_admin"]), invited("new", ONE), accepted("new", ONE)]);
    for (who, name, at, expected) in [
        ("ana", "bo", day(1), "withdrawn i:bo"),
        ("alliance_team", "bo", day(1), "withdrawn i:bo"),
        ("ana", "bo", day(20), "withdrawn i:bo"),
        ("ana", "new", day(1), "invitation_closed"),
        ("ana", "nobody", day(1), "invitation_missing"),
        ("ace_user", "bo", day(1), "permission_missing invite_users (alliance_lead alliance_team)"),
    ] {
        check(&given, &member(who), withdraw(name), at, expected);
    }
    let after = with(given, [withdrawn("bo")]);
    check(&after, &member("ana"), withdraw("bo"), day(1), "invitation_closed");
    check(
        &after,
        &member("ana"),
        invite(&[("bo", ONE)]),
        day(1),
        "new0 invites bo@acme.example [ace_user] by ana until day 15",
    );
}
