//! The link with the marketplace account: every command, done and refused.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use crate::support::{Session, check};

const LINK: &str = "link 123456789012 --arn arn:aws:iam::123456789012:user/ann --principal-id AIDAEXAMPLE \
    --access-key-id AKIAEXAMPLE --as ann@acme.example";
const SALES: &str = "arn:aws:iam::123456789012:role/PartnerCentralRoleForSales";

/// Acme with the policies as files beside the journal.
fn session() -> Session {
    let session = Session::acme();
    for name in ["PartnerAccountManagement", "PartnerCentralTrust"] {
        let printed = session.output(&format!("policy print {name} --quiet"), None);
        fs::write(session.path(&format!("{name}.json")), printed.stdout).unwrap();
    }
    let trust = fs::read_to_string(session.path("PartnerCentralTrust.json")).unwrap();
    let other = trust.replace("partnercentral-account-management.amazonaws.com", "ec2.amazonaws.com");
    fs::write(session.path("ec2.json"), other).unwrap();
    let deny = r#"{ "Version": "2012-10-17", "Statement": [
        { "Sid": "All", "Effect": "Allow", "Action": "*", "Resource": "*" },
        { "Sid": "ButNotThis", "Effect": "Deny", "Action": "partnercentral-account-management:*", "Resource": "*" }
    ] }"#;
    fs::write(session.path("deny.json"), deny).unwrap();
    session
}

// Rules: LINK-7, LINK-9, LINK-11, LINK-13, LINK-15, IAM-18
#[test]
fn accounts_are_linked_and_the_statement_that_fails_is_named() {
    let mut session = session();
    let good = "--policy PartnerAccountManagement=PartnerAccountManagement.json";
    session
        .run("linking show --as ann@acme.example")
        .run("linking show --as bo@acme.example")
        .run("linking link-offering --as bo@acme.example")
        .run(&format!("linking check-identity {good}"))
        .run("linking check-identity --policy Mine=deny.json --output json")
        .run("linking check-identity --policy Mine=deny.json")
        .run("linking check-identity --policy Mine --as bo@acme.example")
        .run(&format!("{LINK} {good}"))
        .run(&format!("{LINK} --allow --policy Mine=deny.json"))
        .run(&format!("{} --allow {good}", LINK.replace("user/ann", "root")))
        .run(&format!("{} --allow {good}", LINK.replace("link 1", "link x")))
        .run(&format!("{} --allow {good}", LINK.replace("ann@", "bo@")))
        .run(&format!("{LINK} --allow --policy Mine=nowhere.json"))
        .run_with("link 123456789012 --allow --identity - --as ann@acme.example", Some(b"{ \"arn\": 1 }"))
        .run(&format!("{LINK} --allow {good}"))
        .run(&format!("{LINK} --allow {good}"))
        .run("linking show --as ann@acme.example")
        .run("linking show --output json")
        .run("linking link-offering")
        .run("unlink --as ann@acme.example")
        .run("unlink --yes --as bo@acme.example")
        .run("unlink --yes --as ann@acme.example")
        .run("unlink --yes --as ann@acme.example");
    check("linked", &session);
}

// Rules: LINK-16, LINK-17, LINK-18, LINK-20, LINK-23, LINK-24, LINK-25, LINK-26, LINK-27, LINK-28, LINK-29, LINK-30, LINK-32, LINK-34, LINK-35, LINK-36, LINK-37, LINK-38, IAM-7, IAM-8
#[test]
fn roles_are_registered_and_people_mapped() {
    let mut session = session();
    let linked = format!("{LINK} --allow --policy PartnerAccountManagement=PartnerAccountManagement.json --quiet");
    assert!(session.output(&linked, None).status.success());
    let sales = format!("{SALES} --trust PartnerCentralTrust.json --policy AWSMarketplaceSellerFullAccess");
    let admin = session.id("iam-roles list --as ann@acme.example", "cloud admins");
    session
        .run("roles --as ann@acme.example --assign bo@acme.example=alliance_team --quiet")
        .run(&format!("iam-roles check {sales}"))
        .run(&format!("iam-roles check {SALES} --trust ec2.json --output json"))
        .run(&format!("iam-roles check {SALES} --trust ec2.json --quiet"))
        .run("iam-roles check nonsense --trust ec2.json --policy Nothing")
        .run(&format!("iam-roles register {sales} --as ann@acme.example"))
        .run(&format!("iam-roles register {sales} --as cy@acme.example"))
        .run("iam-roles register arn:aws:iam::123456789012:role/PartnerCentralRoleForReports --trust ec2.json")
        .run("iam-roles list --as ann@acme.example")
        .run("iam-roles list --as cy@acme.example")
        .run("iam-roles show PartnerCentralRoleForSales")
        .run("iam-roles show PartnerCentralRoleForReports --output csv")
        .run("iam-roles show Nothing")
        .run("mappings --roles --as ann@acme.example")
        .run("map cy@acme.example --role PartnerCentralRoleForReports --as ann@acme.example")
        .run("map cy@acme.example --role BillingReader --as ann@acme.example")
        .run("map ann@acme.example --role PartnerCentralRoleForSales --as ann@acme.example")
        .run(&format!("map ann@acme.example --role {admin} --as ann@acme.example"))
        .run("map ann@acme.example cy@acme.example --role PartnerCentralRoleForSales --as ann@acme.example")
        .run("map cy@acme.example --role PartnerCentralRoleForSales --as bo@acme.example")
        .run("map cy@acme.example --role PartnerCentralRoleForSales --tab --as bo@acme.example")
        .run("map bo@acme.example cy@acme.example --role PartnerCentralRoleForSales --as bo@acme.example")
        .run("map zoe@acme.example --role PartnerCentralRoleForSales --as ann@acme.example")
        .run("mappings --as ann@acme.example")
        .run("mappings --output json")
        .run("linking sign-on --as cy@acme.example")
        .run("linking sign-on --as bo@acme.example --output json")
        .run("linking attach-offer --as cy@acme.example")
        .run("linking attach-offer --for bo@acme.example")
        .run("linking attach-offer --crm --as ann@acme.example")
        .run("crm show --as ann@acme.example")
        .run("crm map PartnerCentralRoleForReports --as ann@acme.example")
        .run("crm map PartnerCentralRoleForSales --as ann@acme.example")
        .run("crm map PartnerCentralRoleForSales --as ann@acme.example")
        .run("crm show --as ann@acme.example")
        .run("linking attach-offer --crm --as ann@acme.example --output json")
        .run("iam-roles withdraw PartnerCentralRoleForSales --as ann@acme.example")
        .run("crm unmap --as bo@acme.example")
        .run("crm unmap --as ann@acme.example")
        .run("crm unmap --as ann@acme.example")
        .run("unmap cy@acme.example bo@acme.example --as ann@acme.example")
        .run("unmap cy@acme.example --as ann@acme.example")
        .run("iam-roles withdraw PartnerCentralRoleForSales --as ann@acme.example")
        .run("iam-roles withdraw PartnerCentralRoleForSales")
        .run("mappings --as ann@acme.example --output csv");
    check("mapped", &session);
}

// Rules: TRAIL-2, TRAIL-3, TRAIL-4, TRAIL-6, TRAIL-7, TRAIL-12, TRAIL-13, TRAIL-16
#[test]
fn the_trail_is_searched_and_written() {
    let mut session = session();
    let linked = format!("{LINK} --allow --policy PartnerAccountManagement=PartnerAccountManagement.json --quiet");
    session
        .at("2026-03-02T09:00:00Z")
        .run(&linked)
        .run("roles --as ann@acme.example --assign bo@acme.example=cloud_admin --quiet")
        .run(&format!("iam-roles register {SALES} --trust PartnerCentralTrust.json --quiet"))
        .run("map cy@acme.example --role PartnerCentralRoleForSales --as ann@acme.example --quiet")
        .run("trail --as ann@acme.example --last 3")
        .run("trail --event ROLE_assigned --output csv")
        .run("trail --by cy@acme.example --as ann@acme.example")
        .run("trail --by visitors --until 2026-03-01 --output csv")
        .run("trail --by zoe@acme.example")
        .run("trail --room account --from 2026-03-02 --text cloud --output json")
        .run("trail --from yesterday")
        .run("trail --as cy@acme.example")
        .run("trail --as bo@acme.example --last 1")
        .run("trail --cloudtrail --as ann@acme.example")
        .run("trail --cloudtrail --event associatepartneraccount --as bo@acme.example")
        .run("trail --cloudtrail --from 2027-01-01");
    check("trail", &session);
}

// Rules: TRAIL-3
#[test]
fn the_trail_is_followed_without_keeping_others_from_writing() {
    let session = Session::acme();
    let mut command = session.command();
    command.args(["trail", "--follow", "--last", "1", "--event", "role_assigned"]).stdout(Stdio::piped());
    let before = "roles --as ann@acme.example --assign bo@acme.example=ace_user";
    assert!(session.output(before, None).status.success());
    let mut following = command.spawn().unwrap();
    let mut lines = BufReader::new(following.stdout.take().unwrap()).lines();
    let mut next = || lines.next().unwrap().unwrap();
    assert_eq!(next(), "2026-03-01 09:00:00  Ann Lee  account  role_assigned  member: bo@acme.example; role: ace_user");
    for (command, expected) in [
        ("language choose en --as bo@acme.example", None),
        (
            "roles --as ann@acme.example --assign cy@acme.example=ace_manager",
            Some("cy@acme.example; role: ace_manager"),
        ),
    ] {
        assert!(session.output(command, None).status.success(), "{command}");
        if let Some(expected) = expected {
            assert!(next().ends_with(expected));
        }
    }
    following.kill().unwrap();
    following.wait().unwrap();
}
