//! Every command by every role, and by everybody without one.

use super::*;

/// Who is there besides the cast, and what waits: enough for every command to succeed in the right hands.
fn given() -> Vec<Event> {
    with(
        cast(),
        [
            joined("bo"),
            joined("gone"),
            assigned("gone", "alliance_team"),
            removed("gone"),
            joined("idle"),
            assigned("idle", "alliance_team"),
            deactivated("idle"),
            invited("eve", &["ace_user"]),
            Event::DomainAdded { domain: domain("acme-labs.example") },
        ],
    )
}

/// Each command with the roles that may give it, in the order of [`ROLES`], and the permission that the others lack.
fn table() -> Vec<(Command, &'static str, &'static str)> {
    let text = ToString::to_string;
    [
        (invite(&[("kim", &["ace_user"])]), "++-------", "invite_users"),
        (Command::WithdrawInvitation { invitation: invitation("eve") }, "++-------", "invite_users"),
        (Command::RenewInvitation { invitation: invitation("eve") }, "++-------", "invite_users"),
        (assign("bo", "ace_user"), "++-------", "assign_staff_roles"),
        (reassign_lead("bo", "confirm"), "+--------", "reassign_lead"),
        (Command::HandOverCloudAdmin { to: id("bo") }, "----+----", "hand_over_cloud_admin_role"),
        (remove("bo"), "++-------", "remove_users"),
        (deactivate("bo"), "+--------", "deactivate_users"),
        (Command::RequestLeadChange { note: text("Ana has left") }, "+++++++++", ""),
        (Command::AddDomain { domain: text("acme-2.example"), owner: None }, "++-------", "manage_domains"),
        (Command::WithdrawDomain { domain: text("acme-labs.example") }, "++-------", "manage_domains"),
        (Command::EditCompany { company: company() }, "++---+---", "edit_company_information"),
        (Command::EditProfile { name: text("Bo"), customer: customer(), contact: contact() }, "+++++++++", ""),
        (Command::NotePasswordChange, "+++++++++", ""),
    ]
    .into()
}

/// Compiles only while every command has its place: in the table, or in a test of this file.
fn placed(command: &Command) -> &'static str {
    match command {
        Command::RegisterCompany(_) | Command::Join(_) => "needs nobody signed in",
        Command::SetStage { .. } => "needs an operator",
        Command::Invite { .. }
        | Command::WithdrawInvitation { .. }
        | Command::RenewInvitation { .. }
        | Command::UpdateRoles { .. }
        | Command::ReassignLead { .. }
        | Command::HandOverCloudAdmin { .. }
        | Command::RemoveMember { .. }
        | Command::DeactivateMember { .. }
        | Command::RequestLeadChange { .. }
        | Command::AddDomain { .. }
        | Command::WithdrawDomain { .. }
        | Command::EditCompany { .. }
        | Command::EditProfile { .. }
        | Command::NotePasswordChange => "table",
    }
}

// Rules: INV-1, INV-10, USR-16, USR-26, USR-33, ROLE-1, ROLE-7, ROLE-13, ROLE-14, ROLE-22, ROLE-25, ROLE-28, ROLE-34,
// ROLE-67, AUDIT-8, PROFILE-7, PROFILE-8, PROFILE-22, PROFILE-24, C-020, C-029, C-035, C-048
#[test]
fn every_command_by_every_role() {
    let mut names: Vec<&str> = Vec::new();
    for (command, marks, permission) in table() {
        assert_eq!(placed(&command), "table");
        names.push(command.name());
        for (role, mark) in ROLES.into_iter().zip(marks.chars()) {
            let (_, decided) = outcome(&given(), &member(holder(role)), &command, day(1));
            let got = said(&decided);
            match mark {
                '+' => assert!(decided.is_ok_and(|e| !e.is_empty()), "{} by {role}: {got}", command.name()),
                _ => {
                    let no = format!("permission_missing {permission} (");
                    assert!(got.starts_with(&no), "{} by {role}: {got}", command.name());
                }
            }
        }
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 14, "each of the commands that need a role");
}

// Rules: ROLE-1, SIGN-6, SIGN-7, SIGN-8
#[test]
fn every_command_by_those_without_access() {
    for (command, ..) in table() {
        let helped = matches!(command.name(), "reassign_lead" | "remove_member" | "deactivate_member");
        let (_, by_operator) = outcome(&given(), &operator(), &command, day(1));
        assert_eq!(by_operator.is_ok(), helped, "{} by an operator: {}", command.name(), said(&by_operator));
        check(&[], &operator(), command.clone(), day(1), "not_signed_in");
        for (who, expected) in [
            (Actor::Visitor, "not_signed_in"),
            (member("nobody"), "not_signed_in"),
            (member("gone"), "not_active"),
            (member("idle"), "not_active"),
        ] {
            check(&given(), &who, command.clone(), day(1), expected);
            check(&[], &member("ana"), command.clone(), day(1), "not_signed_in");
        }
    }
}

// Rules: ROLE-2
#[test]
fn only_invitations_and_the_ways_of_user_management_move_a_role() {
    let program = Program::guide();
    let before = fold(&given());
    let roles = |account: &Account| -> Vec<(Id, Vec<String>)> {
        let names = |who| program.role_names(account.standing(program, who).roles()).map(ToString::to_string).collect();
        account
            .members()
            .keys()
            .map(|who| (*who, names(*who)))
            .filter(|(who, _)| before.member(*who).is_some())
            .collect()
    };
    let mut moving: Vec<&str> = Vec::new();
    for (command, marks, _) in table() {
        for (role, _) in ROLES.into_iter().zip(marks.chars()).filter(|(_, mark)| *mark == '+') {
            let (after, _) = outcome(&given(), &member(holder(role)), &command, day(1));
            if roles(&after) != roles(&before) {
                moving.push(command.name());
            }
        }
    }
    moving.sort_unstable();
    moving.dedup();
    // Who is removed or deactivated loses all; who comes in has the roles of the invitation, by domain none.
    let expected = ["deactivate_member", "hand_over_cloud_admin", "reassign_lead", "remove_member", "update_roles"];
    assert_eq!(moving, expected);
    let comes = |command: Command| said(&outcome(&given(), &Actor::Visitor, &command, day(1)).1);
    assert_eq!(comes(accept("eve")), "joined eve@acme.example by i:eve [ace_user]");
    assert_eq!(comes(join("kim")), "joined kim@acme.example []");
}

// Rules: REG-2, REG-3, USR-1
#[test]
fn what_needs_nobody_signed_in() {
    for who in [Actor::Visitor, operator(), member("ana"), member("nobody")] {
        let (_, decided) = outcome(&[], &who, &Command::RegisterCompany(register_form()), start());
        assert!(decided.is_ok(), "{who:?}");
        check(&given(), &who, join("kim"), day(1), "joined kim@acme.example []");
        check(&[], &who, join("kim"), day(1), "company_not_registered");
    }
}

/// Who may not do a thing hears just that, whatever else is wrong with the question.
// Rules: ROLE-1
#[test]
fn no_fault_of_the_input_comes_before_the_right() {
    let wrong = [
        invite(&[("x@gmail.com", &["boss"])]),
        Command::WithdrawInvitation { invitation: id("nothing") },
        Command::RenewInvitation { invitation: id("nothing") },
        update(&[]),
        reassign_lead("nobody", ""),
        Command::HandOverCloudAdmin { to: id("nobody") },
        Command::RemoveMember { member: id("nobody"), typed: String::new() },
        deactivate("nobody"),
        Command::AddDomain { domain: String::new(), owner: Some(id("other")) },
        Command::WithdrawDomain { domain: String::new() },
        Command::EditCompany { company: CompanyInput::default() },
    ];
    for command in wrong {
        let (_, decided) = outcome(&given(), &member("bo"), &command, day(1));
        assert!(
            matches!(decided, Err(Refusal::PermissionMissing { .. })),
            "{} by bo: {}",
            command.name(),
            said(&decided)
        );
        check(&given(), &Actor::Visitor, command.clone(), day(1), "not_signed_in");
        check(&given(), &member("idle"), command, day(1), "not_active");
    }
}

#[test]
fn every_refusal_has_a_kind_that_fits_its_code() {
    use crate::Kind::*;
    for (refusal, code, kind) in [
        (Refusal::InvalidInput { faults: Vec::new() }, "invalid_input", Invalid),
        (Refusal::NotSignedIn, "not_signed_in", Unauthenticated),
        (Refusal::NotActive, "not_active", Forbidden),
        (
            Refusal::PermissionMissing { permission: Permission::InviteUsers, held_by: Vec::new() },
            "permission_missing",
            Forbidden,
        ),
        (Refusal::OperatorOnly, "operator_only", Forbidden),
        (Refusal::AddressNotProven, "address_not_proven", Unauthenticated),
        (Refusal::CaptchaMissing, "captcha_missing", Invalid),
        (Refusal::PasswordMissing, "password_missing", Invalid),
        (Refusal::LeadNotAccepted, "lead_not_accepted", Invalid),
        (Refusal::TermsNotAccepted, "terms_not_accepted", Invalid),
        (Refusal::CompanyRegistered, "company_registered", Conflict),
        (Refusal::CompanyNotRegistered, "company_not_registered", Missing),
        (Refusal::AlreadyMember, "already_member", Conflict),
        (Refusal::MemberDeactivated, "member_deactivated", Forbidden),
        (Refusal::MemberRemoved, "member_removed", Forbidden),
        (Refusal::InvitationMissing, "invitation_missing", Missing),
        (Refusal::InvitationExpired, "invitation_expired", Conflict),
        (Refusal::InvitationClosed, "invitation_closed", Conflict),
        (Refusal::InvitationVoid, "invitation_void", Conflict),
        (Refusal::TooManyRows { most: 10 }, "too_many_rows", Limited),
        (Refusal::ConfirmationMissing { word: String::new() }, "confirmation_missing", Invalid),
        (Refusal::MemberMissing, "member_missing", Missing),
        (Refusal::TargetNotActive, "target_not_active", Conflict),
        (Refusal::TargetIsLead, "target_is_lead", Conflict),
        (Refusal::TargetIsSelf, "target_is_self", Forbidden),
        (Refusal::AlreadyHeld, "already_held", Conflict),
        (Refusal::DomainTaken, "domain_taken", Conflict),
        (Refusal::DomainUnchanged, "domain_unchanged", Conflict),
        (Refusal::LastDomain, "last_domain", Conflict),
        (Refusal::StageUnchanged, "stage_unchanged", Conflict),
    ] {
        assert_eq!((refusal.code(), refusal.kind()), (code, kind));
        assert_eq!(serde_json::to_value(&refusal).unwrap()["code"], code, "as the API prints it");
    }
}
