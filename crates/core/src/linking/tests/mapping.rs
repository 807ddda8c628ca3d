//! Mapping people and the CRM integration to IAM roles, and undoing it.

use super::*;

const MARKETPLACE: &str = "permission_missing map_marketplace_users (alliance_lead cloud_admin)";
const TAB: &str = "permission_missing map_iam_roles (alliance_lead alliance_team)";
const CRM: &str = "permission_missing map_crm_integration (alliance_lead cloud_admin)";

// Rules: LINK-23, LINK-24, LINK-25, LINK-34, ROLE-37, C-083, C-085
#[test]
fn each_page_has_its_own_people() {
    let both = ["alliance_lead", "cloud_admin"];
    let given = with(linked(), [mapped("technical_staff", USER_ROLE)]);
    for role in crate::cast::ROLES {
        let done = format!("ace_user -> {USER_ROLE}");
        let undone = format!("technical_staff -/> {USER_ROLE}");
        let on_marketplace = both.contains(&role);
        check(&given, role, map("ace_user", USER_ROLE), if on_marketplace { &done } else { MARKETPLACE });
        check(&given, role, unmap("technical_staff"), if on_marketplace { &undone } else { MARKETPLACE });
        let on_tab = ["alliance_lead", "alliance_team"].contains(&role);
        check(&given, role, map_all(&["ace_user"], USER_ROLE), if on_tab { &done } else { TAB });
    }
    assert_eq!(roles_that(|role| both.contains(&role)).len(), 2);
}

// Rules: LINK-16, LINK-28, LINK-33
#[test]
fn without_a_link_nothing_is_mapped() {
    for command in [map("ace_user", USER_ROLE), map_all(&["ace_user"], USER_ROLE), map_crm(USER_ROLE)] {
        check(&[], "alliance_lead", command, "not_linked");
    }
    check(&[], "alliance_lead", unmap("ace_user"), "not_linked");
    check(&[], "alliance_lead", Command::UnmapCrm, "not_linked");
}

// Rules: LINK-20, TRAIL-21, C-088, C-089
#[test]
fn a_role_is_mapped_if_its_name_begins_as_it_must() {
    let names = [
        "PartnerCentralRoleForSales",
        "PartnerCentralRoleFor",
        "SalesRole",
        "partnercentralroleforX",
        "XPartnerCentralRoleForX",
    ];
    let given = with(linked(), names.map(role));
    let program = Program::guide();
    let state = fold(&given);
    let people = people();
    let offered: Vec<&str> = state.roles_for(program, &people, id("ace_user")).iter().map(|r| r.name()).collect();
    assert_eq!(offered, ["PartnerCentralRoleFor", "PartnerCentralRoleForSales", USER_ROLE]);
    let to_crm: Vec<&str> = state.roles_for_crm(program).iter().map(|r| r.name()).collect();
    assert_eq!(to_crm, offered);
    for name in names {
        let fits = name.starts_with("PartnerCentralRoleFor");
        let expected = if fits { format!("ace_user -> {name}") } else { "role_prefix".to_string() };
        check(&given, "cloud_admin", map("ace_user", name), &expected);
        check(&given, "alliance_team", map_all(&["ace_user"], name), &expected);
        check(&given, "cloud_admin", map("ace_user", arn(name).arn().as_str()), &expected);
        let expected = expected.replace("ace_user", "crm");
        check(&given, "cloud_admin", map_crm(name), &expected);
    }
    // A role under a path does not begin with its name, so no policy lets it be passed.
    let below = Event::RoleRegistered {
        role: RoleArn::parse("arn:aws:iam::123456789012:role/x/PartnerCentralRoleForY").unwrap(),
        trust_policy: TRUST.to_string(),
        policies: Vec::new(),
    };
    check(&with(linked(), [below]), "cloud_admin", map("ace_user", "PartnerCentralRoleForY"), "role_prefix");
}

// Rules: C-104
#[test]
fn a_role_is_known_and_of_the_account() {
    for (role, expected) in [
        ("PartnerCentralRoleForNobody", "role_missing"),
        ("SalesRole", "role_prefix"),
        ("arn:aws:iam::210987654321:role/PartnerCentralRoleForUser-1234", "role_elsewhere"),
        ("arn:aws:iam::123456789012:role/PartnerCentralRoleForNobody", "role_missing"),
        ("", "invalid: role required"),
        ("a\nb", "invalid: role bad_character"),
    ] {
        check(&linked(), "cloud_admin", map("ace_user", role), expected);
        check(&linked(), "cloud_admin", map_crm(role), expected);
    }
}

// Rules: IAM-8, LINK-16, LINK-28
#[test]
fn a_role_carries_the_trust_policy() {
    let full = [SELLER_FULL_ACCESS.attached()];
    let other = TRUST.replace("partnercentral-account-management", "ec2");
    let capital = TRUST.replace("partnercentral", "Partnercentral");
    let denied = TRUST.replace("Allow", "Deny");
    let odd = TRUST.replace("\"Action\"", "\"Condition\": {\"Bool\": {\"a:b\": \"true\"}}, \"Action\"");
    for (trust, trusted) in
        [(TRUST, true), (other.as_str(), false), (&capital, false), (&denied, false), (&odd, false), ("{}", false)]
    {
        let given = with(linked(), [role_with("PartnerCentralRoleForX", trust, &full)]);
        let expected = |who: &str| {
            if trusted { format!("{who} -> PartnerCentralRoleForX") } else { "role_not_trusted".to_string() }
        };
        check(&given, "cloud_admin", map("ace_user", "PartnerCentralRoleForX"), &expected("ace_user"));
        check(&given, "cloud_admin", map_crm("PartnerCentralRoleForX"), &expected("crm"));
        let offered = fold(&given).roles_for(Program::guide(), &people(), id("ace_user")).len();
        assert_eq!(offered, if trusted { 2 } else { 1 });
    }
}

// Rules: LINK-18, C-087
#[test]
fn the_cloud_admins_role_is_for_cloud_admins_and_they_have_no_other() {
    let other_admin = "PartnerCentralRoleForCloudAdmin-9999";
    let given = with(linked(), [role(other_admin)]);
    for (who, role, expected) in [
        ("cloud_admin", ADMIN_ROLE, "cloud_admin -> PartnerCentralRoleForCloudAdmin-1234"),
        ("alliance_lead", ADMIN_ROLE, "alliance_lead -> PartnerCentralRoleForCloudAdmin-1234"),
        ("cloud_admin", USER_ROLE, "cloud_admin_role_only"),
        // The lead linked and is cloud admin, whatever other roles they hold.
        ("alliance_lead", USER_ROLE, "cloud_admin_role_only"),
        ("cloud_admin", other_admin, "cloud_admin_role_only"),
        ("ace_user", ADMIN_ROLE, "role_of_cloud_admins"),
        ("alliance_team", ADMIN_ROLE, "role_of_cloud_admins"),
        ("ace_user", other_admin, "role_of_cloud_admins"),
    ] {
        check(&given, "cloud_admin", map(who, role), expected);
        check(&given, "alliance_team", map_all(&[who], role), expected);
    }
    check(&given, "cloud_admin", map_crm(ADMIN_ROLE), "role_of_cloud_admins");
    let program = Program::guide();
    let (state, people) = (fold(&given), people());
    let names =
        |who: &str| state.roles_for(program, &people, id(who)).iter().map(|r| r.name().to_string()).collect::<Vec<_>>();
    assert_eq!(names("cloud_admin"), [ADMIN_ROLE]);
    assert_eq!(names("ace_user"), [USER_ROLE]);
    assert_eq!(state.roles_for_crm(program).len(), 1);
}

// Rules: LINK-19, LINK-37, C-084
#[test]
fn several_people_of_one_list_are_mapped_at_once() {
    let given = with(linked(), [role("PartnerCentralRoleForSales")]);
    let users = ["ace_user", "ace_manager", "standard_user"];
    let expected = users.map(|user| format!("{user} -> {USER_ROLE}")).join("; ");
    let after = check(&given, "alliance_team", map_all(&users, USER_ROLE), &expected);
    assert_eq!(after.mappings().len(), 3);
    let admins = map_all(&["cloud_admin", "alliance_lead"], ADMIN_ROLE);
    let expected = format!("cloud_admin -> {ADMIN_ROLE}; alliance_lead -> {ADMIN_ROLE}");
    check(&given, "alliance_lead", admins, &expected);
    check(&given, "alliance_team", map_all(&["cloud_admin", "ace_user"], USER_ROLE), "lists_mixed");
    check(&given, "alliance_team", map_all(&["cloud_admin", "ace_user"], ADMIN_ROLE), "lists_mixed");
    // Two people, two roles.
    let given = with(given, [mapped("ace_user", USER_ROLE)]);
    let expected = "ace_manager -> PartnerCentralRoleForSales";
    check(&given, "cloud_admin", map("ace_manager", "PartnerCentralRoleForSales"), expected);
    // The role is always named, and all or none are mapped.
    check(&given, "alliance_team", map_all(&["ace_manager"], " "), "invalid: role required");
    check(&given, "alliance_team", map_all(&["ace_manager", "ace_user"], USER_ROLE), "already_mapped");
    let mut people = people();
    people.apply(&account::Event::MemberDeactivated { member: id("channel_user") });
    for (users, expected) in [
        (map_all(&[], USER_ROLE), "invalid: users required"),
        (map_all(&["ace_manager", "ace_manager"], USER_ROLE), "invalid: users[1] twice"),
        (map_all(&["ace_manager", "nobody"], USER_ROLE), "member_missing"),
        (map_all(&["ace_manager", "channel_user"], USER_ROLE), "target_not_active"),
        (
            Command::MapUsers { users: (0..51).map(Id::from_bits).collect(), role: USER_ROLE.to_string() },
            "too_many_users",
        ),
        (
            Command::MapUsers { users: (0..50).map(Id::from_bits).collect(), role: USER_ROLE.to_string() },
            "member_missing",
        ),
    ] {
        check_of(&given, &people, &member("alliance_team"), &users, expected);
    }
}

// Rules: LINK-26
#[test]
fn who_is_mapped_is_unmapped_before_they_are_mapped_again() {
    let given = with(linked(), [mapped("ace_user", USER_ROLE)]);
    check(&given, "cloud_admin", map("ace_user", USER_ROLE), "already_mapped");
    let after = check(&given, "cloud_admin", unmap("ace_user"), &format!("ace_user -/> {USER_ROLE}"));
    assert!(after.mappings().is_empty());
    check(&given, "cloud_admin", unmap("ace_manager"), "not_mapped");
    // A person who has left can be unmapped.
    let mut people = people();
    people.apply(&account::Event::MemberRemoved { member: id("ace_user") });
    check_of(&given, &people, &member("cloud_admin"), &unmap("ace_user"), &format!("ace_user -/> {USER_ROLE}"));
}

// Rules: LINK-27, LINK-29, LINK-30, C-083, C-089
#[test]
fn the_crm_integration_has_one_role_at_a_time() {
    let mapped = with(linked(), [crm_mapped(USER_ROLE)]);
    for role in crate::cast::ROLES {
        let may = ["alliance_lead", "cloud_admin"].contains(&role);
        let (done, undone) = (format!("crm -> {USER_ROLE}"), format!("crm -/> {USER_ROLE}"));
        let after = check(&linked(), role, map_crm(USER_ROLE), if may { &done } else { CRM });
        assert_eq!(after.crm().map(RoleArn::name), may.then_some(USER_ROLE));
        let after = check(&mapped, role, Command::UnmapCrm, if may { &undone } else { CRM });
        assert_eq!(after.crm().is_none(), may);
    }
    check(&mapped, "cloud_admin", map_crm(USER_ROLE), "already_mapped");
    check(&linked(), "cloud_admin", Command::UnmapCrm, "not_mapped");
}

// Rules: LINK-28, C-102
#[test]
fn the_crm_integrations_role_allows_both_actions_for_offers() {
    let (list, search) = ("'aws-marketplace:ListEntities'", "'aws-marketplace:SearchAgreements'");
    for (policies, expected) in [
        (Vec::from([SELLER_FULL_ACCESS.attached()]), "crm -> PartnerCentralRoleForCrm"),
        (Vec::from([allowing(&format!("{list},{search}"))]), "crm -> PartnerCentralRoleForCrm"),
        (Vec::from([allowing(list), allowing(search)]), "crm -> PartnerCentralRoleForCrm"),
        (Vec::from([allowing(list)]), "offer_actions_missing aws-marketplace:SearchAgreements"),
        (Vec::from([allowing(search)]), "offer_actions_missing aws-marketplace:ListEntities"),
        (Vec::new(), "offer_actions_missing aws-marketplace:ListEntities aws-marketplace:SearchAgreements"),
        (
            Vec::from([SELLER_FULL_ACCESS.attached(), denying("aws-marketplace:Search*")]),
            "offer_actions_missing aws-marketplace:SearchAgreements",
        ),
    ] {
        let given = with(linked(), [role_with("PartnerCentralRoleForCrm", TRUST, &policies)]);
        check(&given, "cloud_admin", map_crm("PartnerCentralRoleForCrm"), expected);
        // People can be mapped to it all the same; what they may attach is asked when they do.
        check(
            &given,
            "cloud_admin",
            map("ace_user", "PartnerCentralRoleForCrm"),
            "ace_user -> PartnerCentralRoleForCrm",
        );
    }
}

// Rules: IAM-13, IAM-14, IAM-15, IAM-16, IAM-18, ROLE-37
#[test]
fn calls_are_made_with_the_cloud_admins_role_and_what_it_allows() {
    let service = "partnercentral-account-management";
    let associate = format!("'{service}:AssociatePartnerUser'");
    let disassociate = format!("'{service}:DisassociatePartnerUser'");
    for (policies, maps, unmaps) in [
        (Vec::from([USER_ROLE_ASSOCIATION.attached()]), true, true),
        (Vec::from([allowing("'*'")]), true, true),
        (Vec::new(), false, false),
        (Vec::from([allowing(&associate)]), false, false),
        (Vec::from([allowing(&format!("{associate},'iam:PassRole'"))]), true, false),
        (Vec::from([allowing(&disassociate)]), false, true),
        (Vec::from([USER_ROLE_ASSOCIATION.attached(), denying("iam:PassRole")]), false, true),
        (Vec::from([USER_ROLE_ASSOCIATION.attached(), denying(&format!("{service}:Dis*"))]), true, false),
    ] {
        let given =
            [linked_only(), role_with(ADMIN_ROLE, TRUST, &policies), role(USER_ROLE), mapped("ace_manager", USER_ROLE)];
        let said = |allowed: bool, done: String| if allowed { done } else { "call_not_permitted".to_string() };
        let expected = said(maps, format!("ace_user -> {USER_ROLE}"));
        check(&given, "cloud_admin", map("ace_user", USER_ROLE), &expected);
        check(&given, "cloud_admin", map_crm(USER_ROLE), &said(maps, format!("crm -> {USER_ROLE}")));
        check(&given, "cloud_admin", unmap("ace_manager"), &said(unmaps, format!("ace_manager -/> {USER_ROLE}")));
        let given = with(given.into(), [crm_mapped(USER_ROLE)]);
        check(&given, "cloud_admin", Command::UnmapCrm, &said(unmaps, format!("crm -/> {USER_ROLE}")));
        // A link can be undone, whatever has become of the role.
        let (after, _) = outcome(&given, &people(), &member("cloud_admin"), &Command::Unlink);
        assert_eq!(after, State::default());
    }
}

// Rules: LINK-25, C-085
#[test]
fn several_mappings_are_undone_at_once_or_none() {
    let all = |users: &[&str]| Command::UnmapUsers { users: users.iter().map(|user| id(user)).collect() };
    let given = with(linked(), [mapped("ace_user", USER_ROLE), mapped("ace_manager", USER_ROLE)]);
    let both = ["ace_user", "ace_manager"];
    let done = format!("ace_user -/> {USER_ROLE}; ace_manager -/> {USER_ROLE}");
    for role in crate::cast::ROLES {
        let may = ["alliance_lead", "cloud_admin"].contains(&role);
        check(&given, role, all(&both), if may { &done } else { MARKETPLACE });
    }
    check(&given, "cloud_admin", all(&["ace_user", "channel_user"]), "not_mapped");
    check(&given, "cloud_admin", all(&["ace_user", "ace_user"]), "invalid: users[1] twice");
    check(&given, "cloud_admin", all(&[]), "invalid: users required");
    check(&[], "cloud_admin", all(&both), "not_linked");
    let many: Vec<Id> = (0..51).map(Id::from_bits).collect();
    check(&given, "cloud_admin", Command::UnmapUsers { users: many }, "too_many_users");
    let (_, decided) = outcome(&given, &people(), &member("cloud_admin"), &all(&both));
    let call = |event: &Event| {
        let Event::UserUnmapped { call, .. } = event else { return None };
        Some(*call)
    };
    let calls: Vec<Call> = decided.unwrap().iter().filter_map(call).collect();
    assert_eq!(calls.len(), 2);
    assert_ne!(calls[0], calls[1], "each is a call of its own");
}
