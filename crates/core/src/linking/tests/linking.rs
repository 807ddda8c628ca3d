//! Linking once, as whom, with which policies, and undoing it.

use super::*;
use crate::access::Standing;

/// Who may link: the roles of the permission.
const NO: &str = "permission_missing link_marketplace_account (alliance_lead cloud_admin)";

/// The events of a link, where the suffix of the role's name is of the moment's ids.
fn linked_as(who: &str) -> String {
    let suffix: String = moment(DAY).id(2).to_string().chars().rev().take(12).collect();
    format!("linked {ACCOUNT} as {who}; role PartnerCentralRoleForCloudAdmin-{suffix} of 1 policies")
}

// Rules: LINK-1, LINK-9, LINK-14, C-082
#[test]
fn the_lead_or_a_cloud_admin_links() {
    for role in crate::cast::ROLES {
        let may = ["alliance_lead", "cloud_admin"].contains(&role);
        let expected = if may { linked_as("Alice") } else { NO.to_string() };
        let people = company("software", "validated");
        let after = check_of(&[], &people, &member(role), &link(), &expected);
        assert_eq!(after.link().map(|link| link.account.as_str()), may.then_some(ACCOUNT));
        assert!(after.mappings().is_empty(), "a link without mappings is one");
    }
    check_of(&[], &people(), &Actor::Visitor, &link(), "not_signed_in");
    check_of(&[], &people(), &operator(), &link(), "not_signed_in");
}

// Rules: LINK-4, LINK-15, ROLE-36, C-082, C-086
#[test]
fn whoever_links_becomes_cloud_admin_and_the_role_is_recorded() {
    let program = Program::guide();
    for (who, expected) in [("alliance_lead", 1), ("cloud_admin", 0)] {
        let mut people = company("software", "validated");
        let (after, decided) = outcome(&[], &people, &member(who), &link());
        let decided = decided.unwrap();
        let more: Vec<account::Event> =
            decided.iter().flat_map(|e| State::account_events(program, &people, e)).collect();
        assert_eq!(more.len(), expected, "{who}");
        more.iter().for_each(|event| people.apply(event));
        assert!(people.member(id(who)).unwrap().roles.contains("cloud_admin"));
        let role = &after.link().unwrap().cloud_admin_role;
        assert!(role.name().starts_with("PartnerCentralRoleForCloudAdmin-"), "{role}");
        assert!(role.is_of(&after.link().unwrap().account));
        let recorded = &after.roles()[role.name()];
        assert_eq!(recorded.policies, [USER_ROLE_ASSOCIATION.attached()]);
        // The role can be mapped to a cloud admin at once.
        let given: Vec<Event> = decided;
        let expected = format!("{who} -> {}", role.name());
        check_of(&given, &people, &member("cloud_admin"), &map(who, role.name()), &expected);
    }
}

// Rules: LINK-5
#[test]
fn the_lead_takes_the_cloud_admins_role_and_the_team_cannot() {
    let take = |who: &str| {
        let rows =
            [account::RoleRow { member: id(who), assign: ["cloud_admin".to_string()].into(), unassign: Vec::new() }];
        let command = account::Command::UpdateRoles { rows: rows.into() };
        let people = company("software", "validated");
        account::decide(&people, Program::guide(), &member(who), &command, &moment(DAY)).unwrap()
    };
    let role = "cloud_admin".to_string();
    assert_eq!(take("alliance_lead"), [account::Event::RoleAssigned { member: id("alliance_lead"), role }]);
    assert!(matches!(
        &take("alliance_team")[..],
        [account::Event::RoleChangeRefused { code, .. }] if code == "role_not_grantable"
    ));
}

// Rules: LINK-12, C-104
#[test]
fn every_fault_of_the_form_is_reported() {
    let with_id =
        |account_id: &str| Command::Link { account_id: account_id.to_string(), allow: true, identity: identity() };
    let people = company("software", "validated");
    let lead = member("alliance_lead");
    for (account_id, expected) in [
        ("12345678901", "invalid: account_id not_twelve_digits"),
        ("12345678901a", "invalid: account_id not_twelve_digits"),
        ("", "invalid: account_id required"),
    ] {
        check_of(&[], &people, &lead, &with_id(account_id), expected);
    }
    check_of(&[], &people, &lead, &with_id(" 123456789012 "), &linked_as("Alice"));
    let document = |text: &str| PolicyInput { name: "P".to_string(), document: Some(text.to_string()) };
    let identity = IdentityInput {
        arn: "Alice".to_string(),
        principal_id: " ".to_string(),
        access_key_id: "x".repeat(201),
        user_agent: "a\nb".to_string(),
        policies: [
            PolicyInput { name: String::new(), document: None },
            PolicyInput { name: "Unheard".to_string(), document: None },
            document("{"),
            document("{\"a\":1,\"a\":2}"),
            document(&" ".repeat(20_000)),
        ]
        .into(),
    };
    let command = Command::Link { account_id: "1".to_string(), allow: false, identity };
    let expected = "invalid: account_id not_twelve_digits, identity.arn not_an_arn, identity.principal_id required, \
                    identity.access_key_id too_long, identity.user_agent bad_character, \
                    identity.policies[0].name required, identity.policies[1].name unknown_managed_policy, \
                    identity.policies[2].document syntax, identity.policies[3].document duplicate_key, \
                    identity.policies[4].document syntax";
    check_of(&[], &people, &lead, &command, expected);
    let many =
        IdentityInput { policies: own(&(0..21).map(|_| allowing("'a:b'")).collect::<Vec<_>>()), ..self::identity() };
    check_of(&[], &people, &lead, &link_as(many), "invalid: identity.policies too_many");
}

// Rules: LINK-7, LINK-11, LINK-13, IAM-5, IAM-18, IAM-21
#[test]
fn an_iam_user_of_the_account_links_who_may_and_who_allows() {
    assert_eq!(SIGN_IN_KINDS, ["iam_user"]);
    let people = company("software", "validated");
    let lead = member("alliance_lead");
    let with_arn = |arn: &str| link_as(IdentityInput { arn: arn.to_string(), ..identity() });
    for (arn, expected) in [
        ("arn:aws:iam::123456789012:root", "root_identity"),
        ("arn:aws:iam::123456789012:role/Admin", "not_an_iam_user"),
        ("arn:aws:sts::123456789012:assumed-role/Admin/me", "not_an_iam_user"),
        ("arn:aws:iam::123456789013:user/Alice", "identity_elsewhere"),
        ("arn:aws:iam::123456789012:user/team/Bob", &linked_as("Bob")),
    ] {
        check_of(&[], &people, &lead, &with_arn(arn), expected);
    }
    let action = "partnercentral-account-management:AssociatePartnerAccount";
    let mut narrow = allowing(&format!("'{action}'"));
    narrow.document = narrow.document.replace("\"*\"", "\"arn:aws:iam::123456789012:role/x\"");
    let mut unknown = allowing("'*'");
    unknown.document =
        unknown.document.replace("\"Resource\"", "\"Condition\":{\"Bool\":{\"a:b\":\"true\"}},\"Resource\"");
    for (policies, expected) in [
        (Vec::new(), "link_not_permitted"),
        (Vec::from([USER_ROLE_ASSOCIATION.attached()]), "link_not_permitted"),
        (Vec::from([allowing(&format!("'{action}'"))]), &linked_as("Alice")),
        (Vec::from([allowing("'*'")]), &linked_as("Alice")),
        (Vec::from([allowing("'*'"), denying(action)]), "link_not_permitted"),
        (Vec::from([narrow]), "link_not_permitted"),
        (Vec::from([allowing("'*'"), unknown]), "link_not_permitted"),
    ] {
        let who = IdentityInput { policies: own(&policies), ..identity() };
        check_of(&[], &people, &lead, &link_as(who), expected);
    }
    // What the vendor keeps comes by its name.
    let by_name = Vec::from([PolicyInput { name: USER_ROLE_ASSOCIATION.name.to_string(), document: None }]);
    let who = IdentityInput { policies: by_name, ..identity() };
    let (_, decided) = outcome(&[], &people, &lead, &link_as(who));
    let why = "partnercentral-account-management:AssociatePartnerAccount: no statement allows it".to_string();
    assert_eq!(decided, Err(Refusal::LinkNotPermitted { why }));
    let refused = Command::Link { account_id: ACCOUNT.to_string(), allow: false, identity: identity() };
    check_of(&[], &people, &lead, &refused, "not_allowed");
}

// Rules: IAM-19, C-104
#[test]
fn a_second_account_is_refused() {
    let other = IdentityInput { arn: "arn:aws:iam::210987654321:user/Eve".to_string(), ..identity() };
    let second = Command::Link { account_id: "210987654321".to_string(), allow: true, identity: other };
    check(&linked(), "alliance_lead", second, "already_linked");
    check(&linked(), "cloud_admin", link(), "already_linked");
}

// Rules: LINK-10, ROLE-32
#[test]
fn the_home_page_offers_to_link_only_while_unlinked() {
    let program = Program::guide();
    let offered = |state: &State, role: &str| state.home_action(program, &people().standing(program, id(role)));
    for role in crate::cast::ROLES {
        let may = ["alliance_lead", "cloud_admin"].contains(&role);
        assert_eq!(offered(&State::default(), role), may.then_some(HomeAction::LinkAccount), "{role}");
        assert_eq!(offered(&fold(&linked()), role), may.then_some(HomeAction::ManageLinkedAccount), "{role}");
    }
    assert_eq!(State::default().home_action(program, &Standing::none()), None);
}

#[test]
fn unlinking_undoes_every_mapping_and_leaves_nothing() {
    let given =
        with(linked(), [mapped("ace_user", USER_ROLE), mapped("cloud_admin", ADMIN_ROLE), crm_mapped(USER_ROLE)]);
    for role in crate::cast::ROLES {
        let may = ["alliance_lead", "cloud_admin"].contains(&role);
        let mut lines = [
            format!("ace_user -/> {USER_ROLE}"),
            format!("cloud_admin -/> {ADMIN_ROLE}"),
            format!("crm -/> {USER_ROLE}"),
            format!("unlinked {ACCOUNT}"),
        ];
        // People come in the order of their ids.
        if id("cloud_admin") < id("ace_user") {
            lines.swap(0, 1);
        }
        let expected = if may { lines.join("; ") } else { NO.to_string() };
        check(&given, role, Command::Unlink, &expected);
    }
    check(&[], "alliance_lead", Command::Unlink, "not_linked");
    // After it another account can be linked.
    let given = with(
        linked(),
        [Event::AccountUnlinked { by: id("alliance_lead"), account: AccountId::parse(ACCOUNT).unwrap() }],
    );
    check(&given, "alliance_lead", link(), &linked_as("Alice"));
}

#[test]
fn a_link_waits_for_a_seat_where_the_programme_limits_cloud_admins() {
    let text = crate::program::GUIDE_TOML
        .replace("granted_with = \"assign_cloud_admin_role\"", "granted_with = \"assign_cloud_admin_role\"\nquota = 1");
    let program = Program::parse(&text).unwrap();
    let people = company("software", "validated");
    let moment = moment(DAY);
    for (who, expected) in [("alliance_lead", "quota_full".to_string()), ("cloud_admin", linked_as("Alice"))] {
        let setting = Setting { program: &program, account: &people, actor: &member(who), moment: &moment };
        assert_eq!(said(&State::default().decide(&setting, &link())), expected);
    }
}
