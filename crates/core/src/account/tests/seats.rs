//! Twenty people hold a limited role, those who wait for it included.

use super::*;

const LIMITED: [&str; 2] = ["alliance_team", "ace_manager"];

/// The lead alone, and `n` people with `role`.
fn full(n: usize, role: &str) -> Vec<Event> {
    with([registered(), joined("bo")].into(), holders(n, role))
}

/// `n` people, `w0` on, whose invitation with `role` waits.
fn waiting(n: usize, role: &str) -> Vec<Event> {
    (0..n).map(|i| invited(&format!("w{i}"), &[role])).collect()
}

#[track_caller]
fn seat(given: &[Event], role: &str, at: DateTime<Utc>, free: bool) {
    let (given_to, sent, until_day) = (
        format!("bo +{role}"),
        format!("new0 invites eve@acme.example [{role}] by ana until"),
        until(&(at + TimeDelta::days(14))),
    );
    let (assigned, invites) = if free {
        (given_to, format!("{sent} {until_day}"))
    } else {
        (format!("bo not +{role} quota_full"), format!("invalid: rows[0].roles.{role} quota_full"))
    };
    check(given, &member("ana"), assign("bo", role), at, &assigned);
    check(given, &member("ana"), invite(&[("eve", &[role])]), at, &invites);
}

// Rules: ROLE-19, ROLE-66, USR-25, INV-8, C-026, C-027
#[test]
fn the_twentieth_gets_a_seat_and_the_twenty_first_does_not() {
    for role in LIMITED {
        seat(&full(0, role), role, day(1), true);
        seat(&full(19, role), role, day(1), true);
        seat(&full(20, role), role, day(1), false);
        for holding in [0, 1, 10, 19] {
            seat(&with(full(holding, role), waiting(19 - holding, role)), role, day(1), true);
            seat(&with(full(holding, role), waiting(20 - holding, role)), role, day(1), false);
        }
    }
}

// Rules: ROLE-19, ROLE-66, C-026
#[test]
fn the_two_quotas_are_apart_and_the_lead_counts_for_none() {
    let both = with(full(20, "alliance_team"), waiting(19, "ace_manager"));
    seat(&both, "alliance_team", day(1), false);
    seat(&both, "ace_manager", day(1), true);
    let program = Program::guide();
    let team = program.role_id("alliance_team").unwrap();
    assert_eq!(fold(&full(0, "alliance_team")).seats_taken(program, team, &moment(day(1))), 0);
    // A lead who holds the team role as well has one of its seats.
    let led = with(full(19, "alliance_team"), [assigned("ana", "alliance_team")]);
    seat(&led, "alliance_team", day(1), false);
}

// Rules: C-026, ROLE-19
#[test]
fn who_goes_gives_the_seat_back() {
    for role in LIMITED {
        for gone in [removed("p7"), deactivated("p7"), unassigned("p7", role)] {
            seat(&with(full(20, role), [gone]), role, day(1), true);
        }
        let waits = with(full(19, role), waiting(1, role));
        seat(&waits, role, day(14) - TimeDelta::seconds(1), false);
        seat(&waits, role, day(14), true);
        seat(&with(waits.clone(), [withdrawn("w0")]), role, day(1), true);
        // Accepted, it is held instead of waited for: still one seat.
        seat(&with(waits, [accepted("w0", &[role])]), role, day(1), false);
    }
}

// Rules: INV-7, INV-8, C-026
#[test]
fn a_seat_that_waits_is_kept_for_who_was_invited() {
    for role in LIMITED {
        let given = with(full(19, role), waiting(1, role));
        check(&given, &Actor::Visitor, accept("w0"), day(1), &format!("joined w0@acme.example by i:w0 [{role}]"));
        // Too old, it gave the seat back; once somebody else has it, it cannot be renewed.
        let renew = || Command::RenewInvitation { invitation: invitation("w0") };
        check(&given, &member("ana"), renew(), day(14), "renewed i:w0 by ana until day 28");
        let taken = with(given.clone(), [assigned("bo", role)]);
        check(&taken, &member("ana"), renew(), day(14), &format!("invalid: roles.{role} quota_full"));
        // While it waits, its seat is its own, also in a full house.
        check(&given, &member("ana"), renew(), day(1), "renewed i:w0 by ana until day 15");
    }
}

// Rules: INV-8, C-026
#[test]
fn two_rows_do_not_share_the_last_seat() {
    for role in LIMITED {
        let roles: &[&str] = &[role];
        let refused = format!("invalid: rows[1].roles.{role} quota_full");
        check(&full(19, role), &member("ana"), invite(&[("eve", roles), ("kim", roles)]), day(1), &refused);
        check(
            &full(19, role),
            &member("ana"),
            invite(&[("eve", roles), ("kim", &["ace_user"])]),
            day(1),
            &format!(
                "new0 invites eve@acme.example [{role}] by ana until day 15; new1 invites kim@acme.example [ace_user] by ana until day 15"
            ),
        );
        let given = with(full(19, role), [joined("eve")]);
        let last = update(&[("bo", roles, &[]), ("eve", roles, &[])]);
        check(&given, &member("ana"), last, day(1), &format!("bo +{role}; eve not +{role} quota_full"));
        // Two people race for it: whoever is first leaves a full house to the second.
        let (first, _) = outcome(&given, &member("ana"), &assign("bo", role), day(1));
        let team = Program::guide().role_id(role).unwrap();
        assert_eq!(first.seats_taken(Program::guide(), team, &moment(day(1))), 20);
        let second = with(given, [assigned("bo", role)]);
        check(&second, &member("ana"), assign("eve", role), day(1), &format!("eve not +{role} quota_full"));
    }
}

// Rules: C-038
#[test]
fn at_full_quota_a_row_takes_before_it_gives() {
    let role = "alliance_team";
    let given = full(20, role);
    // The same role of the same person, out and in again.
    check(&given, &member("ana"), update(&[("p0", &[role], &[role])]), day(1), "p0 -alliance_team; p0 +alliance_team");
    // Rows are in order: a seat that a row gives back is free for the rows behind it, not for those ahead.
    let behind = update(&[("p0", &["ace_user"], &[role]), ("bo", &[role], &[])]);
    check(&given, &member("ana"), behind, day(1), "p0 -alliance_team; p0 +ace_user; bo +alliance_team");
    let ahead = update(&[("bo", &[role], &[]), ("p0", &[], &[role])]);
    check(&given, &member("ana"), ahead, day(1), "bo not +alliance_team quota_full; p0 -alliance_team");
    // From one limited role to the other, both full.
    let both = with(
        given,
        (0..20).flat_map(|i| {
            let name = format!("m{i}");
            [joined(&name), assigned(&name, "ace_manager")]
        }),
    );
    let swap = update(&[("p0", &[], &[role]), ("m0", &[role], &["ace_manager"]), ("p0", &["ace_manager"], &[])]);
    check(&both, &member("ana"), swap, day(1), "invalid: rows[2].member twice");
    let swap = update(&[("p0", &[], &[role]), ("m0", &[role], &["ace_manager"])]);
    check(&both, &member("ana"), swap, day(1), "p0 -alliance_team; m0 -ace_manager; m0 +alliance_team");
}

// Rules: ROLE-30, ROLE-33, ROLE-41, ROLE-55, ROLE-72, C-021
#[test]
fn the_other_roles_have_seats_for_everybody() {
    for role in ["channel_user", "cloud_admin", "marketing_staff", "technical_staff", "ace_user"] {
        seat(&with(full(50, role), waiting(50, role)), role, day(1), true);
    }
}
