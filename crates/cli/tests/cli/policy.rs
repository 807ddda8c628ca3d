//! Policies printed and tried out, word for word.

use crate::support::{Session, check};

const ROLE: &str = "arn:aws:iam::123456789012:role/PartnerCentralRoleForCloudAdmin-1";

// Rules: LINK-8, IAM-1, IAM-2, IAM-5, IAM-7, IAM-18, IAM-20
#[test]
fn policies_are_printed_and_tried_out() {
    let mut session = Session::new();
    session
        .run("policy list")
        .run("policy print")
        .run("policy print PartnerCentralTrust --output json")
        .run("policy print Nonsense");
    let ask = "policy check --document PartnerAccountManagement";
    session
        .run(&format!("{ask} --action iam:CreateRole --resource {ROLE}"))
        .run(&format!("{ask} --action iam:CreateRole --resource {}", ROLE.replace("CloudAdmin", "User")))
        .run(&format!("{ask} --action iam:ListRoles --output csv"))
        .run(&format!("{ask} --document PartnerCentralAccountManagementUserRoleAssociation --action iam:ListRoles"));
    let trust = "policy check --document PartnerCentralTrust --trust --action sts:AssumeRole";
    session
        .run(&format!("{trust} --by partnercentral-account-management.amazonaws.com --output json"))
        .run(&format!("{trust} --by ec2.amazonaws.com --quiet"));
    check("policy", &session);
}

// Rules: IAM-18, IAM-20
#[test]
fn policies_with_faults_allow_nothing_and_say_where() {
    let mut session = Session::new();
    let write = |name: &str, text: &str| std::fs::write(session.path(name), text).unwrap();
    write("broken.json", "{\"Version\":\n");
    write(
        "odd.json",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*",
            "Condition":{"Bool":{"aws:SecureTransport":"true"}}}]}"#,
    );
    write(
        "deny.json",
        r#"{"Version":"2012-10-17","Statement":[{"Sid":"No","Effect":"Deny","Action":"iam:*","Resource":"*"}]}"#,
    );
    write(
        "like.json",
        r#"{"Version":"2012-10-17","Statement":[{"Sid":"Like","Effect":"Allow","Action":"*",
            "Resource":"*","Condition":{"StringLike":{"a:b":"x*"}}}]}"#,
    );
    let request = "--action iam:ListRoles";
    let known = "--document PartnerCentralAccountManagementUserRoleAssociation";
    session
        .run(&format!("policy check broken.json {request}"))
        .run(&format!("policy check odd.json {known} {request}"))
        .run(&format!("policy check deny.json odd.json {known} {request}"))
        .run(&format!("policy check like.json {request} --context a:b=xy"))
        .run(&format!("policy check like.json {request} --context A:B=y"))
        .run(&format!("policy check like.json {request} --context a:b=xy --context A:B=y"))
        .run(&format!("policy check like.json {request} --context ab"))
        .run(&format!("policy check like.json {request} --resource role/x"))
        .run("policy check like.json --action iam:*")
        .run(&format!("policy check none.json {request}"))
        .run(&format!("policy check {request}"));
    check("policy_faults", &session);
}
