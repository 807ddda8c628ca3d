//! Who may do what, written down by hand from the rules: the auditor's own reading, not the programme's.

/// The lead's role.
pub const LEAD: &str = "alliance_lead";
/// The role that shares the lead's administration.
pub const TEAM: &str = "alliance_team";
/// The cloud administrator's role.
pub const CLOUD: &str = "cloud_admin";
/// The role that oversees opportunities.
pub const MANAGER: &str = "ace_manager";
/// Everybody's role.
pub const BASE: &str = "standard_user";

/// How many may hold each of the two limited roles (ROLE-19, ROLE-66, C-026).
pub const SEATS: [(&str, usize); 2] = [(TEAM, 20), (MANAGER, 20)];
/// How many people one update may cover (USR-14).
pub const UPDATE_ROWS_MOST: usize = 10;
/// How many people one call may invite.
pub const INVITE_ROWS_MOST: usize = 20;
/// How long an invitation is open, in days.
pub const INVITATION_DAYS: i64 = 14;
/// The word to type (C-031).
pub const WORD: &str = "confirm";

/// Who may give and take each role (C-018..C-021). The lead's role moves by reassignment, the base role never.
pub const GIVEN_BY: [(&str, &[&str]); 7] = [
    (TEAM, &[LEAD, TEAM]),
    ("channel_user", &[LEAD, TEAM]),
    (CLOUD, &[LEAD]),
    ("marketing_staff", &[LEAD, TEAM]),
    ("technical_staff", &[LEAD, TEAM]),
    (MANAGER, &[LEAD, TEAM]),
    ("ace_user", &[LEAD, TEAM]),
];

/// Which roles may cause an event, for events that a member causes. `None`: every active member may.
#[must_use]
pub fn may_cause(event: &str) -> Option<&'static [&'static str]> {
    match event {
        "invitation_sent" | "invitation_renewed" | "invitation_withdrawn" => Some(&[LEAD, TEAM]),
        "role_change_refused" | "member_removed" | "domain_added" | "domain_withdrawn" => Some(&[LEAD, TEAM]),
        "role_assigned" | "role_unassigned" => Some(&[LEAD, TEAM, CLOUD]),
        "lead_reassigned" | "member_deactivated" => Some(&[LEAD]),
        "company_edited" => Some(&[LEAD, TEAM, "marketing_staff"]),
        "lead_change_requested" | "profile_edited" | "password_changed" => None,
        // Registering is nobody's who is signed in, stages are the operator's.
        _ => Some(&[]),
    }
}

/// Which roles a command of a member needs. `None`: every active member may.
#[must_use]
pub fn may_ask(command: &str) -> Option<&'static [&'static str]> {
    match command {
        "invite"
        | "withdraw_invitation"
        | "renew_invitation"
        | "update_roles"
        | "remove_member"
        | "add_domain"
        | "withdraw_domain" => Some(&[LEAD, TEAM]),
        "reassign_lead" | "deactivate_member" => Some(&[LEAD]),
        "hand_over_cloud_admin" => Some(&[CLOUD]),
        "edit_company" => Some(&[LEAD, TEAM, "marketing_staff"]),
        "request_lead_change" | "edit_profile" | "note_password_change" => None,
        _ => Some(&[]),
    }
}

/// Whether operators do what this command asks, in the place of a company's lead.
#[must_use]
pub fn operators_may(command: &str) -> bool {
    matches!(command, "reassign_lead" | "remove_member" | "deactivate_member")
}

/// Whether somebody with `held` may give and take `role`.
#[must_use]
pub fn may_give<'a>(held: impl IntoIterator<Item = &'a str>, role: &str) -> bool {
    let givers = GIVEN_BY.iter().find(|(name, _)| *name == role).map_or(&[][..], |(_, givers)| givers);
    held.into_iter().any(|held| givers.contains(&held))
}

/// How many seats `role` has, if it is limited.
#[must_use]
pub fn seats(role: &str) -> Option<usize> {
    SEATS.iter().find(|(name, _)| *name == role).map(|(_, seats)| *seats)
}
