//! Account ids and ARNs: one row an input, what it is last.

use super::*;

// Rules: LINK-12, C-104
#[test]
fn an_account_id_has_twelve_digits() {
    for (text, expected) in [
        ("123456789012", "ok"),
        ("000000000000", "ok"),
        (" 123456789012\n", "ok"),
        ("", "required"),
        ("  ", "required"),
        ("12345678901", "not_twelve_digits"),
        ("1234567890123", "not_twelve_digits"),
        ("1234-5678-9012", "not_twelve_digits"),
        ("1234567890l2", "not_twelve_digits"),
        ("12345678901x", "not_twelve_digits"),
        ("\u{661}23456789012", "not_twelve_digits"),
        ("+12345678901", "not_twelve_digits"),
        ("-12345678901", "not_twelve_digits"),
    ] {
        let got = AccountId::parse(text).map_or_else(AccountIdFault::code, |_| "ok");
        assert_eq!(got, expected, "{text:?}");
    }
    assert_eq!(AccountId::parse(" 000000000012").unwrap().as_str(), "000000000012", "the zeros stay");
    assert!(serde_json::from_str::<AccountId>("\"12\"").is_err());
}

#[test]
fn an_arn_has_six_parts() {
    for (text, expected) in [
        ("arn:aws:iam::123456789012:role/PartnerCentralRoleForUser-1234", "ok"),
        ("arn:aws:iam::aws:policy/AWSMarketplaceSellerFullAccess", "ok"),
        ("arn:aws:s3:::bucket/key:with:colons", "ok"),
        ("arn:aws-cn:sns:cn-north-1:123456789012:topic", "ok"),
        ("", "not_an_arn"),
        ("arn", "not_an_arn"),
        ("role/x", "not_an_arn"),
        ("ARN:aws:iam::123456789012:role/x", "not_an_arn"),
        ("arn:aws:iam::123456789012", "not_an_arn"),
        ("arn:aws:iam::123456789012:", "bad_part"),
        ("arn::iam::123456789012:role/x", "bad_part"),
        ("arn:aws:::123456789012:role/x", "bad_part"),
        ("arn:aws:iam::12345678901:role/x", "bad_part"),
        ("arn:aws:iam:: 123456789012:role/x", "bad_part"),
        ("arn:aws:IAM::123456789012:role/x", "bad_part"),
        ("arn:aws:iam::123456789012:role/x\u{202e}", "bad_part"),
        ("arn:aws:iam::123456789012:role/*", "wildcard"),
        ("arn:aws:iam::???456789012:role/x", "wildcard"),
        (&format!("arn:aws:s3:::{}", "x".repeat(2036)), "too_long"),
    ] {
        let got = Arn::parse(text).map_or_else(ArnFault::code, |_| "ok");
        assert_eq!(got, expected, "{text:?}");
    }
    assert!(Arn::parse(&format!("arn:aws:s3:::{}", "x".repeat(2035))).is_ok());
    let arn = Arn::parse("arn:aws:iam::123456789012:user/team/Alice").unwrap();
    assert_eq!((arn.service(), arn.resource(), arn.user_name()), ("iam", "user/team/Alice", Some("Alice")));
    assert_eq!(arn.account(), AccountId::parse("123456789012").ok());
    assert!(Arn::parse("arn:aws:iam::123456789012:root").unwrap().is_root());
    assert!(!Arn::parse("arn:aws:iam::123456789012:user/root").unwrap().is_root());
}

// Rules: TRAIL-21, IAM-9, C-095, C-100
#[test]
fn a_role_is_named_by_the_arn_of_a_role() {
    let long = "x".repeat(64);
    for (text, expected) in [
        ("arn:aws:iam::123456789012:role/PartnerCentralRoleForCloudAdmin-1234", "PartnerCentralRoleForCloudAdmin-1234"),
        (" arn:aws:iam::123456789012:role/PartnerCentralRoleForUser-1234 ", "PartnerCentralRoleForUser-1234"),
        ("arn:aws:iam::123456789012:role/team/Sales_1", "Sales_1"),
        (&format!("arn:aws:iam::123456789012:role/{long}"), &long),
        (&format!("arn:aws:iam::123456789012:role/{long}x"), "not_a_role"),
        ("arn:aws:iam::123456789012:role/cloud admin", "bad_part"),
        ("arn:aws:iam::123456789012:role/a!b", "not_a_role"),
        ("arn:aws:iam::123456789012:role/", "not_a_role"),
        ("arn:aws:iam::123456789012:user/Alice", "not_a_role"),
        ("arn:aws:iam::aws:role/x", "not_a_role"),
        ("arn:aws:sts::123456789012:assumed-role/x/y", "not_a_role"),
        ("arn:aws:ec2::123456789012:role/x", "not_a_role"),
        ("x", "not_an_arn"),
    ] {
        let got = RoleArn::parse(text).map_or_else(|f| f.code().to_string(), |role| role.name().to_string());
        assert_eq!(got, expected, "{text:?}");
    }
    let role = RoleArn::parse("arn:aws:iam::123456789012:role/team/Sales").unwrap();
    assert_eq!(role.path_and_name(), "team/Sales");
    assert!(role.is_of(&AccountId::parse("123456789012").unwrap()));
    assert!(!role.is_of(&AccountId::parse("123456789013").unwrap()));
}

#[test]
fn a_request_is_for_one_action() {
    for (text, expected) in [
        ("iam:PassRole", "ok"),
        (" aws-marketplace:ListEntities ", "ok"),
        ("", "action_form"),
        ("PassRole", "action_form"),
        ("iam:", "action_form"),
        (":PassRole", "action_form"),
        ("iam:*", "action_form"),
        ("*", "action_form"),
        ("iam:Pass Role", "action_form"),
        ("iam:Pass:Role", "action_form"),
        (&format!("iam:{}", "x".repeat(2045)), "too_long"),
    ] {
        assert_eq!(Request::new(text).map_or_else(RequestFault::code, |_| "ok"), expected, "{text:?}");
    }
    let request = Request::new("iam:PassRole").unwrap();
    for (key, value, expected) in [
        ("iam:PassedToService", "x", "ok"),
        ("nothing", "x", "key_form"),
        ("a: b", "x", "key_form"),
        ("a:b", &"x".repeat(2049), "too_long"),
    ] {
        assert_eq!(request.clone().with(key, value).map_or_else(RequestFault::code, |_| "ok"), expected, "{key:?}");
    }
    let twice = request.with("a:b", "1").unwrap().with("A:B", "2");
    assert_eq!(twice, Err(RequestFault::KeyTwice));
}
