//! IAM roles as registered facts.

use super::*;

fn input(arn: &str) -> RoleInput {
    let policies = [PolicyInput { name: SELLER_FULL_ACCESS.name.to_string(), document: None }];
    RoleInput { arn: arn.to_string(), trust_policy: TRUST.to_string(), policies: policies.into() }
}

fn register(arn: &str) -> Command {
    Command::RegisterRole { role: input(arn) }
}

fn withdraw(role: &str) -> Command {
    Command::WithdrawRole { role: role.to_string() }
}

const ROLE: &str = "arn:aws:iam::123456789012:role/PartnerCentralRoleForSales";

// Rules: C-090
#[test]
fn a_lead_a_cloud_admin_or_an_operator_reports_roles() {
    for role in crate::cast::ROLES {
        let may = ["alliance_lead", "cloud_admin"].contains(&role);
        let no = "permission_missing map_marketplace_users (alliance_lead cloud_admin)";
        let expected = if may { "role PartnerCentralRoleForSales of 1 policies" } else { no };
        check(&linked(), role, register(ROLE), expected);
        check(&linked(), role, withdraw(USER_ROLE), if may { "no role PartnerCentralRoleForUser-1234" } else { no });
    }
    check(&linked(), "operator", register(ROLE), "role PartnerCentralRoleForSales of 1 policies");
    check(&linked(), "operator", withdraw(USER_ROLE), "no role PartnerCentralRoleForUser-1234");
    check(&linked(), "operator", map("ace_user", USER_ROLE), "not_signed_in");
    check(&[], "operator", register(ROLE), "not_linked");
    check(&[], "operator", withdraw(USER_ROLE), "not_linked");
}

// Rules: LINK-21, IAM-9, C-095, C-104
#[test]
fn a_role_is_a_role_of_the_account_with_documents() {
    let long = format!("arn:aws:iam::123456789012:role/{}", "x".repeat(65));
    for (arn, expected) in [
        (ROLE, "role PartnerCentralRoleForSales of 1 policies"),
        // It stands in the account, so it is known; that it cannot be mapped is another matter.
        ("arn:aws:iam::123456789012:role/SalesRole", "role SalesRole of 1 policies"),
        ("arn:aws:iam::210987654321:role/PartnerCentralRoleForSales", "role_elsewhere"),
        ("arn:aws:iam::123456789012:user/Alice", "invalid: arn not_a_role"),
        ("PartnerCentralRoleForSales", "invalid: arn not_an_arn"),
        ("arn:aws:iam::123456789012:role/*", "invalid: arn wildcard"),
        (&long, "invalid: arn not_a_role"),
        // The same name under another path is another role.
        ("arn:aws:iam::123456789012:role/x/PartnerCentralRoleForUser-1234", "role_in_use"),
    ] {
        check(&linked(), "cloud_admin", register(arn), expected);
    }
    let broken = RoleInput {
        trust_policy: "{".to_string(),
        policies: [
            PolicyInput { name: "Mine".to_string(), document: Some("[[[[[[[[[1]]]]]]]]]".to_string()) },
            PolicyInput { name: "AdministratorAccess".to_string(), document: None },
        ]
        .into(),
        ..input(ROLE)
    };
    let expected =
        "invalid: trust_policy syntax, policies[0].document too_deep, policies[1].name unknown_managed_policy";
    check(&linked(), "cloud_admin", Command::RegisterRole { role: broken }, expected);
    // A document that evaluation does not know in full is kept, and allows nothing.
    let odd = RoleInput { trust_policy: TRUST.replace("Effect", "Affect"), ..input(ROLE) };
    let after = check(
        &linked(),
        "cloud_admin",
        Command::RegisterRole { role: odd },
        "role PartnerCentralRoleForSales of 1 policies",
    );
    assert!(after.roles()["PartnerCentralRoleForSales"].trusts(Program::guide().linking()).is_err());
}

#[test]
fn a_role_in_use_stays_and_the_number_of_roles_is_limited() {
    let given = with(linked(), [mapped("ace_user", USER_ROLE)]);
    check(&given, "cloud_admin", withdraw(USER_ROLE), "role_in_use");
    check(&with(linked(), [crm_mapped(USER_ROLE)]), "cloud_admin", withdraw(USER_ROLE), "role_in_use");
    check(&given, "cloud_admin", withdraw(ADMIN_ROLE), "role_in_use");
    check(&given, "cloud_admin", withdraw("nobody"), "role_missing");
    check(&given, "cloud_admin", withdraw("arn:aws:iam::123456789012:role/nobody"), "role_missing");
    check(&given, "cloud_admin", withdraw("arn:nonsense"), "role_missing");
    let full = with(linked(), (2..100).map(|n| role(&format!("PartnerCentralRoleFor{n}"))));
    assert_eq!(fold(&full).roles().len(), 100);
    check(&full, "cloud_admin", register(ROLE), "too_many_roles");
    // What is registered can still be brought up to date.
    let again = register("arn:aws:iam::123456789012:role/PartnerCentralRoleForUser-1234");
    check(&full, "cloud_admin", again, "role PartnerCentralRoleForUser-1234 of 1 policies");
}
