//! The marketplace in the browser: linking step by step, mapping, the CRM integration, roles, policies; the audit trail.

use guildhall_core::iam::PARTNER_CENTRAL_TRUST;

use super::*;

const PAGE: &str = "/company/marketplace";
const LINK: &str = "/company/marketplace/link";
/// A company that the demo does not link.
const LEAD: &str = "lead@millrace.example";
const ANA: &str = "lead@larkspur.example";
const CLEO: &str = "cloud@larkspur.example";
const BO: &str = "team@larkspur.example";

/// The answers to the steps.
const ANSWERS: [(&str, &str); 5] = [
    ("sign_in", "iam_user"),
    ("account_id", "210987654321"),
    ("identity.arn", "arn:aws:iam::210987654321:user/Ida"),
    ("identity.principal_id", "AIDAEXAMPLE"),
    ("identity.access_key_id", "AKIAEXAMPLE"),
];

/// The answers with the step that they are for, and others.
fn answers<'a>(step: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let known = ANSWERS.iter().filter(|(name, _)| !more.iter().any(|(other, _)| other == name));
    [("step", step)].into_iter().chain(known.copied()).chain(more.iter().copied()).collect()
}

// Rules: LINK-7, LINK-8, LINK-10, LINK-11, LINK-12, LINK-13, LINK-14, LINK-15
#[tokio::test]
async fn the_lead_links_step_by_step() {
    let world = World::demo().await;
    let mut lead = world.signed_in(LEAD).await;
    lead.get(PAGE).await;
    lead.shows(">Link Account</a>");
    lead.get(LINK).await;
    lead.shows("PartnerAccountManagement");
    lead.shows("partnercentral-account-management:AssociatePartnerAccount");
    lead.post(LINK, &[("step", "account")]).await;
    lead.shows("value=\"iam_user\"");
    lead.hides("value=\"root\"");
    lead.post(LINK, &[("step", "identity"), ("account_id", "21098765432")]).await;
    assert_eq!(lead.status, 422);
    lead.shows("exactly twelve digits");
    lead.post(LINK, &answers("identity", &[])).await;
    lead.shows("Access key ID");
    lead.post(LINK, &answers("allow", &[("identity.arn", ""), ("identity.policies", "{")])).await;
    assert_eq!(lead.status, 422);
    lead.shows("This is not JSON.");
    lead.post(LINK, &answers("allow", &[])).await;
    lead.shows("Not allowed");
    lead.hides(">Allow</button>");
    lead.post(LINK, &answers("allow", &[("offered", "yes")])).await;
    lead.shows("statement AssociatePartnerAccount:</strong> allows it");
    lead.shows(">Allow</button>");
    let elsewhere = ("identity.arn", "arn:aws:iam::123456789012:user/Ida");
    lead.post(LINK, &answers("link", &[("offered", "yes"), elsewhere])).await;
    assert_eq!(lead.status, 403);
    lead.shows("of another account");
    lead.post(LINK, &answers("link", &[("offered", "yes")])).await;
    assert_eq!((lead.status.as_u16(), lead.path.as_str()), (200, PAGE), "{}", lead.body);
    lead.shows("The account is linked.");
    lead.shows("210987654321");
    lead.shows("PartnerCentralRoleForCloudAdmin-");
    lead.get(LINK).await;
    assert_eq!(lead.path, PAGE, "there is one link");
    lead.post(LINK, &[("step", "sheep")]).await;
    assert_eq!(lead.status, 400);
}

// Rules: LINK-9, LINK-23, C-083
#[tokio::test]
async fn the_page_is_the_leads_and_the_cloud_admins() {
    let world = World::demo().await;
    for email in [ANA, CLEO] {
        let mut browser = world.signed_in(email).await;
        browser.get(PAGE).await;
        assert_eq!(browser.status, 200, "{email}");
    }
    for email in [BO, "seller@larkspur.example"] {
        let mut browser = world.signed_in(email).await;
        browser.get(PAGE).await;
        assert_eq!(browser.status, 403, "{email}");
        browser.shows("Alliance lead");
    }
    let mut nobody = world.browser();
    nobody.get(PAGE).await;
    assert_eq!(nobody.path, "/?next=%2Fcompany%2Fmarketplace");
}

// Rules: LINK-2, LINK-24, LINK-25, LINK-26
#[tokio::test]
async fn one_is_mapped_several_are_unmapped_and_it_says_whom() {
    let world = World::demo().await;
    let mut cleo = world.signed_in(CLEO).await;
    let mut ana = world.signed_in(ANA).await;
    ana.get("/company/users").await;
    let (hanna, gus) = (ana.member("user@larkspur.example").await, ana.member("seller@larkspur.example").await);
    cleo.get(PAGE).await;
    cleo.shows("Gus Hill");
    cleo.get("/company/marketplace/map").await;
    cleo.shows("Pick exactly one person");
    cleo.get(&format!("/company/marketplace/map?user={hanna}")).await;
    cleo.shows("Hanna Wood");
    cleo.shows("value=\"PartnerCentralRoleForSales\"");
    cleo.hides("PartnerCentralRoleForReporting");
    cleo.hides("BillingReader");
    cleo.hides("value=\"PartnerCentralRoleForCloudAdmin");
    cleo.post("/company/marketplace/map", &[("user", &hanna), ("role", "")]).await;
    assert_eq!(cleo.status, 422);
    cleo.post("/company/marketplace/map", &[("user", &hanna), ("role", "BillingReader")]).await;
    assert_eq!(cleo.status, 403);
    cleo.shows("begins with PartnerCentralRoleFor");
    cleo.post("/company/marketplace/map", &[("user", &hanna), ("role", "PartnerCentralRoleForSales")]).await;
    cleo.shows("Hanna Wood is mapped to PartnerCentralRoleForSales.");
    cleo.get(&format!("/company/marketplace/unmap?user={hanna}&user={gus}")).await;
    for text in ["Hanna Wood", "Gus Hill", "These 2 people can no longer sign on"] {
        cleo.shows(text);
    }
    cleo.post("/company/marketplace/unmap", &[("user", &hanna), ("user", &gus)]).await;
    cleo.shows("The roles of 2 people were unmapped.");
    cleo.post("/company/marketplace/unmap", &[("user", &hanna)]).await;
    assert_eq!(cleo.status, 409);
    cleo.get("/company/marketplace/unmap").await;
    cleo.shows("Tick the people");
}

// Rules: LINK-32, LINK-33, LINK-34, LINK-35, LINK-36, LINK-37, LINK-38, C-084
#[tokio::test]
async fn the_tab_maps_several_people_of_one_list() {
    let world = World::demo().await;
    let mut unlinked = world.signed_in(LEAD).await;
    unlinked.get("/company/users/iam-roles").await;
    unlinked.shows("No Marketplace account is linked yet");
    let mut bo = world.signed_in(BO).await;
    let tab = "/company/users/iam-roles";
    bo.get(tab).await;
    for text in ["Cloud admin users", "Available partner users", "Hanna Wood", "Eli Stone"] {
        bo.shows(text);
    }
    let (hanna, eli, cleo) = (
        bo.member("user@larkspur.example").await,
        bo.member("technical@larkspur.example").await,
        bo.member(CLEO).await,
    );
    bo.get("/company/users/iam-roles/map").await;
    bo.shows("Tick the people whom you want to map first.");
    bo.get(&format!("{tab}/map?user={hanna}&user={eli}")).await;
    bo.shows("value=\"PartnerCentralRoleForSales\"");
    let map = format!("{tab}/map");
    let sales = ("role", "PartnerCentralRoleForSales");
    bo.post(&map, &[("user", &hanna), ("user", &eli), sales]).await;
    assert_eq!((bo.status.as_u16(), bo.path.as_str()), (200, tab), "{}", bo.body);
    bo.shows("2 people are mapped.");
    bo.post(&map, &[("user", &cleo), sales]).await;
    assert_eq!(bo.status, 409, "she is mapped already");
    let mut cloud = world.signed_in(CLEO).await;
    cloud.get(tab).await;
    assert_eq!(cloud.status, 403);
}

// Rules: LINK-27, LINK-28, LINK-29, LINK-30
#[tokio::test]
async fn the_crm_integration_is_mapped_and_unmapped() {
    let world = World::demo().await;
    let mut cleo = world.signed_in(CLEO).await;
    let crm = "/company/marketplace/crm";
    cleo.get("/company/marketplace/crm/unmap").await;
    cleo.shows("PartnerCentralRoleForCrm");
    cleo.post("/company/marketplace/crm/unmap", &[]).await;
    cleo.shows("no longer mapped");
    cleo.post("/company/marketplace/crm/unmap", &[]).await;
    assert_eq!(cleo.status, 409);
    cleo.get(crm).await;
    cleo.shows("aws-marketplace:SearchAgreements");
    cleo.post(crm, &[("role", "")]).await;
    assert_eq!(cleo.status, 422);
    cleo.post(crm, &[("role", "PartnerCentralRoleForCrm")]).await;
    cleo.shows("The CRM integration is mapped to PartnerCentralRoleForCrm.");
}

// Rules: LINK-16, LINK-20, LINK-21, LINK-22, IAM-7, IAM-8
#[tokio::test]
async fn roles_are_tried_registered_and_forgotten() {
    let world = World::demo().await;
    let mut cleo = world.signed_in(CLEO).await;
    let roles = "/company/marketplace/roles";
    cleo.get("/company/marketplace/roles/PartnerCentralRoleForReporting").await;
    cleo.shows("Not trusted");
    cleo.shows("is about somebody else");
    let arn = "arn:aws:iam::123456789012:role/PartnerCentralRoleForBids";
    let role = |arn: &'static str, trust: &'static str, action: &'static str| {
        vec![
            ("arn", arn),
            ("trust_policy", trust),
            ("full_access", "yes"),
            ("policies[0].document", ""),
            ("do", action),
        ]
    };
    cleo.get(roles).await;
    cleo.shows("sts:AssumeRole");
    cleo.post(roles, &role(arn, PARTNER_CENTRAL_TRUST.text, "check")).await;
    for text in ["What was found", "Name fits", "Trusted", "Attaches offers"] {
        cleo.shows(text);
    }
    cleo.post(roles, &role("PartnerCentralRoleForBids", "{", "check")).await;
    assert_eq!(cleo.status, 422);
    cleo.shows("This is not an ARN");
    cleo.post(roles, &role(arn, PARTNER_CENTRAL_TRUST.text, "register")).await;
    assert_eq!(cleo.path, "/company/marketplace/roles/PartnerCentralRoleForBids", "{}", cleo.body);
    cleo.shows("Forget the role");
    let forget = "/company/marketplace/roles/withdraw";
    cleo.get(&format!("{forget}?role=PartnerCentralRoleForBids")).await;
    cleo.shows("can then no longer be picked");
    cleo.post(forget, &[("role", "PartnerCentralRoleForSales")]).await;
    assert_eq!(cleo.status, 409);
    cleo.post(forget, &[("role", "PartnerCentralRoleForBids")]).await;
    cleo.shows("no longer registered");
    cleo.get("/company/marketplace/roles/PartnerCentralRoleForBids").await;
    assert_eq!(cleo.status, 404);
}

// Rules: LINK-21
#[tokio::test]
async fn a_role_that_changes_keeps_the_policies_that_do_not() {
    let world = World::demo().await;
    let mut cleo = world.signed_in(CLEO).await;
    let roles = "/company/marketplace/roles";
    let trust = ("trust_policy", PARTNER_CENTRAL_TRUST.text);
    let role = [("arn", "arn:aws:iam::123456789012:role/PartnerCentralRoleForBids"), trust, ("do", "register")];
    let allow = |what: &str| {
        format!(r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Action":"s3:{what}","Resource":"*"}}]}}"#)
    };
    let (read, list, write) = (allow("GetObject"), allow("ListBucket"), allow("PutObject"));
    let own = |second: &'static str| [("policies[0].name", "Read"), ("policies[1].name", second)];
    let bodies = [("policies[0].document", read.as_str()), ("policies[1].document", list.as_str())];
    cleo.get(roles).await;
    cleo.post(roles, &[&role[..], &own(" "), &bodies].concat()).await;
    assert_eq!(cleo.status, 422);
    cleo.shows("href=\"#f-policies-1--name\"");
    cleo.post(roles, &[&role[..], &own("List"), &bodies].concat()).await;
    let page = format!("{roles}/PartnerCentralRoleForBids");
    assert_eq!(cleo.path, page, "{}", cleo.body);
    cleo.shows("Read, List");
    let form = format!("{roles}?role=PartnerCentralRoleForBids");
    cleo.get(&form).await;
    for shown in ["s3:GetObject", "s3:ListBucket", "name=\"policies[2].document\""] {
        cleo.shows(shown);
    }
    cleo.hides("value=\"yes\" checked");
    // One is emptied, one stays, one comes.
    let after = [("policies[0].name", "Read"), ("policies[0].document", ""), ("policies[1].name", "List")];
    let more = [bodies[1], ("policies[2].name", "Write"), ("policies[2].document", write.as_str())];
    cleo.post(roles, &[&role[..], &after, &more, &[("full_access", "yes")]].concat()).await;
    assert_eq!(cleo.path, page, "{}", cleo.body);
    cleo.shows("List, Write, AWSMarketplaceSellerFullAccess");
    cleo.get(&form).await;
    cleo.shows("value=\"yes\" checked");
    assert_eq!(cleo.body.matches("].document\"").count(), 3);
}

// Rules: LINK-25
#[tokio::test]
async fn unlinking_says_whom_it_concerns_and_undoes_all() {
    let world = World::demo().await;
    let mut ana = world.signed_in(ANA).await;
    ana.get("/company/marketplace/unlink").await;
    for text in ["123456789012", "Gus Hill", "Cleo Marsh", "Fay Brook", "3 people lose the sign-on"] {
        ana.shows(text);
    }
    ana.post("/company/marketplace/unlink", &[]).await;
    ana.shows("The account is no longer linked.");
    ana.shows(">Link Account</a>");
    ana.get("/company/marketplace/unlink").await;
    assert_eq!(ana.path, PAGE);
}

// Rules: LINK-8, IAM-10
#[tokio::test]
async fn the_policies_are_offered_with_advice_on_managed_ones() {
    let world = World::demo().await;
    let mut hanna = world.signed_in("user@larkspur.example").await;
    hanna.get("/company/marketplace/policies").await;
    assert_eq!(hanna.status, 200);
    for text in [
        "A managed policy is one that AWS writes and keeps.",
        "it may allow more than your people need",
        "policies of your own that are narrower",
        "govern what people of the partner portal may do with AWS Marketplace",
        "PartnerCentralAccountManagementUserRoleAssociation",
        "managed by AWS",
        "data-copy=\"doc-1\"",
    ] {
        hanna.shows(text);
    }
}

// Rules: IAM-13, IAM-14, IAM-18, IAM-20
#[tokio::test]
async fn a_policy_is_tried_out_with_and_without_a_question() {
    let world = World::demo().await;
    let mut hanna = world.signed_in("user@larkspur.example").await;
    let path = "/company/marketplace/policies/check";
    hanna.get(&format!("{path}?name=PartnerCentralTrust")).await;
    hanna.shows("value=\"trust\" checked");
    let text = guildhall_core::iam::USER_ROLE_ASSOCIATION.text;
    let ask = |document: &'static str, action: &'static str, service: &'static str| {
        let arn = "arn:aws:iam::123456789012:role/PartnerCentralRoleForSales";
        let key = if service.is_empty() { "" } else { "iam:PassedToService" };
        vec![
            ("kind", "permissions"),
            ("document", document),
            ("action", action),
            ("resource", arn),
            ("by", ""),
            ("key", key),
            ("value", service),
        ]
    };
    hanna.post(path, &ask(text, "iam:PassRole", "partnercentral-account-management.amazonaws.com")).await;
    hanna.shows("statement PassPartnerCentralRole:</strong> allows it");
    hanna.post(path, &ask(text, "iam:PassRole", "ec2.amazonaws.com")).await;
    hanna.shows("its condition StringEquals on iam:PassedToService is not met");
    hanna.post(path, &ask(text, "", "")).await;
    hanna.shows("The policy can be read.");
    hanna.post(path, &ask("{\"Version\":\"2008-10-17\",\"Statement\":[]}", "", "")).await;
    hanna.shows("so it allows nothing");
    hanna.post(path, &ask("", "PassRole", "")).await;
    assert_eq!(hanna.status, 422);
    hanna.shows("An action looks like service:Name");
}

// Rules: TRAIL-1, TRAIL-3, TRAIL-22
#[tokio::test]
async fn the_trail_is_read_filtered_and_downloaded() {
    let world = World::demo().await;
    let mut ana = world.signed_in(ANA).await;
    ana.get("/company/trail?limit=200").await;
    for text in ["Account linked", "Somebody mapped to an IAM role", "Company registered", "Operator Olga Guild"] {
        ana.shows(text);
    }
    for text in [
        "Creating a trail for your AWS account",
        "Services that work with CloudTrail",
        "Being notified by Amazon SNS",
        "Log files of several Regions",
        "the element userIdentity",
    ] {
        ana.shows(text);
    }
    ana.get("/company/trail?by=operators&room=account").await;
    ana.shows("Stage set");
    ana.hides("Account linked");
    ana.get("/company/trail?text=nothing+of+the+kind").await;
    ana.shows("Nothing matches.");
    ana.get("/company/trail?limit=2&room=linking").await;
    ana.shows("rel=\"next\"");
    let next = ana.body.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&");
    ana.get(&next).await;
    ana.shows("rel=\"prev\"");
    ana.get("/company/trail?from=yesterday").await;
    assert_eq!(ana.status, 400);
    ana.shows("This cannot be read: From.");
    ana.get("/company/trail?color=red").await;
    assert_eq!(ana.status, 400);
    ana.get("/company/trail/download?room=linking").await;
    assert_eq!(ana.headers["content-type"], "text/csv; charset=utf-8");
    assert!(ana.body.contains(",linking,account_linked,link_marketplace_account,"), "{}", ana.body);
    ana.get("/company/trail/download?room=linking&format=jsonl").await;
    assert!(ana.body.lines().all(|line| line.starts_with('{')));
}

// Rules: TRAIL-3, TRAIL-5, TRAIL-16
#[tokio::test]
async fn each_reads_of_the_trail_what_is_theirs() {
    let world = World::demo().await;
    let mut cleo = world.signed_in(CLEO).await;
    cleo.get("/company/trail?room=account").await;
    cleo.shows("You read what happened here: Marketplace.");
    cleo.hides("Company registered");
    cleo.get("/company/trail/cloud").await;
    let file: serde_json::Value = serde_json::from_str(&cleo.body).unwrap();
    let names: Vec<&str> =
        file["Records"].as_array().unwrap().iter().map(|r| r["eventName"].as_str().unwrap()).collect();
    assert_eq!(names.last(), Some(&"AssociatePartnerAccount"), "the link is the oldest");
    assert_eq!(names.len(), 5, "one link, three people, the integration: {names:?}");
    assert!(cleo.body.contains("HIDDEN_DUE_TO_SECURITY_REASONS"));
    let mut hanna = world.signed_in("user@larkspur.example").await;
    for path in ["/company/trail", "/company/trail/download", "/company/trail/cloud"] {
        hanna.get(path).await;
        assert_eq!(hanna.status, 403, "{path}");
    }
    // Nothing has been linked here: the file is whole all the same.
    let mut other = world.signed_in(LEAD).await;
    other.get("/company/trail/cloud").await;
    assert_eq!(serde_json::from_str::<serde_json::Value>(&other.body).unwrap()["Records"], serde_json::json!([]));
    other.get("/company/trail?text=larkspur").await;
    other.hides("Ana Lark");
}
