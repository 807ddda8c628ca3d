//! The link with the marketplace account, IAM roles and policy documents through the API.

use guildhall_core::iam::{PARTNER_ACCOUNT_MANAGEMENT, PARTNER_CENTRAL_TRUST};

use super::*;

const ACCOUNT: &str = "123456789012";
const TEAM: &str = "team@larkspur.example";
const CLOUD: &str = "cloud@larkspur.example";
const SELLER: &str = "seller@larkspur.example";
/// A company that the demo does not link.
const OTHER: &str = "lead@millrace.example";
const OTHER_SELLER: &str = "seller@millrace.example";

fn link(account: &str, document: &str) -> Value {
    json!({
        "account_id": account, "allow": true,
        "identity": {
            "arn": format!("arn:aws:iam::{ACCOUNT}:user/Alice"), "principal_id": "AIDAEXAMPLE",
            "access_key_id": "AKIAEXAMPLE", "user_agent": "Mozilla/5.0",
            "policies": [{ "name": "PartnerAccountManagement", "document": document }],
        },
    })
}

fn good_link() -> Value {
    link(ACCOUNT, PARTNER_ACCOUNT_MANAGEMENT.text)
}

fn role(name: &str, trust: &str) -> Value {
    json!({
        "arn": format!("arn:aws:iam::{ACCOUNT}:role/{name}"), "trust_policy": trust,
        "policies": [{ "name": "AWSMarketplaceSellerFullAccess" }],
    })
}

const SALES: &str = "PartnerCentralRoleForSales";

/// A company that linked, with one role for its people.
async fn linked() -> (World, String) {
    let world = world().await;
    let lead = world.token(OTHER).await;
    let done = world.post(&lead, "/api/v1/linking/link", good_link()).await;
    assert_eq!(done.status, StatusCode::CREATED, "{}", done.body);
    let done = world.post(&lead, "/api/v1/linking/roles", role(SALES, PARTNER_CENTRAL_TRUST.text)).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    (world, lead)
}

// Rules: LINK-1, LINK-4, LINK-7, LINK-10, LINK-11, LINK-12, LINK-13, LINK-14, LINK-15, IAM-19
#[tokio::test]
async fn the_lead_links_the_account_once() {
    let world = world().await;
    let lead = world.token(OTHER).await;
    let fresh = world.get(&lead, "/api/v1/linking").await;
    assert_eq!((fresh.status, &fresh.body["home_action"]), (StatusCode::OK, &json!("link_account")), "{}", fresh.body);
    let path = "/api/v1/linking/link";
    let with = |field: &str, value: Value| {
        let mut body = good_link();
        body[field] = value;
        body
    };
    let mut root = good_link();
    root["identity"]["arn"] = json!(format!("arn:aws:iam::{ACCOUNT}:root"));
    for (body, status, code) in [
        (with("account_id", json!("12345678901")), 422, "invalid_input"),
        (with("account_id", json!("210987654321")), 403, "identity_elsewhere"),
        (with("allow", json!(false)), 422, "not_allowed"),
        (with("sign_in", json!("root")), 400, "malformed"),
        (root, 403, "root_identity"),
        (link(ACCOUNT, "{}"), 403, "link_not_permitted"),
        (link(ACCOUNT, "{"), 422, "invalid_input"),
    ] {
        let refused = world.post(&lead, path, body).await;
        assert_eq!((refused.status.as_u16(), &refused.body["code"]), (status, &json!(code)), "{}", refused.body);
    }
    assert_eq!(world.get(&lead, "/api/v1/linking").await.body["link"], Value::Null, "nothing has changed");
    let done = world.post(&lead, path, good_link()).await;
    assert_eq!(done.status, StatusCode::CREATED, "{}", done.body);
    assert_eq!(done.body["link"]["account_id"], ACCOUNT);
    assert_eq!(done.body["home_action"], "manage_linked_account");
    assert_eq!(done.body["roles"][0]["of_link"], true);
    assert_eq!(done.body["cloud_admins"].as_array().unwrap().len(), 1, "who linked is cloud admin now");
    let again = world.post(&lead, path, good_link()).await;
    assert_eq!((again.status, &again.body["code"]), (StatusCode::CONFLICT, &json!("already_linked")));
}

// Rules: LINK-9, LINK-23
#[tokio::test]
async fn others_are_told_which_permission_they_lack() {
    let world = world().await;
    let seller = world.token(OTHER_SELLER).await;
    let seen = world.get(&seller, "/api/v1/linking").await;
    assert_eq!(seen.body["missing_permission"], "link_marketplace_account");
    let refused = world.post(&seller, "/api/v1/linking/link", good_link()).await;
    assert_eq!((refused.status, &refused.body["code"]), (StatusCode::FORBIDDEN, &json!("permission_missing")));
    assert_eq!(refused.body["missing_permission"], "link_marketplace_account");
    assert_eq!(refused.body["held_by"], json!(["alliance_lead", "cloud_admin"]));
    assert_eq!(world.get("", "/api/v1/linking").await.status, StatusCode::UNAUTHORIZED);
}

// Rules: LINK-16, LINK-17, LINK-20, LINK-21, LINK-28, LINK-29, LINK-30, IAM-7, IAM-8
#[tokio::test]
async fn roles_are_checked_registered_and_withdrawn() {
    let (world, lead) = linked().await;
    let ec2 = PARTNER_CENTRAL_TRUST.text.replace("partnercentral-account-management", "ec2");
    let tried = world.post(&lead, "/api/v1/linking/role-checks", role(SALES, &ec2)).await;
    assert_eq!((tried.status, &tried.body["mappable"]), (StatusCode::OK, &json!(false)), "{}", tried.body);
    assert_eq!(tried.body["trust"]["statements"][0]["outcome"], "other_principal");
    assert_eq!((&tried.body["named"], &tried.body["attaches_offers"]), (&json!(true), &json!(true)));
    let bad = world.post(&lead, "/api/v1/linking/role-checks", role("*", "{")).await;
    let faults = json!([{ "field": "arn", "code": "wildcard" }, { "field": "trust_policy", "code": "syntax" }]);
    assert_eq!(bad.body["faults"], faults);
    let other = world.post(&lead, "/api/v1/linking/roles", role("SalesRole", PARTNER_CENTRAL_TRUST.text)).await;
    assert_eq!(other.body["choices"]["partners"].as_array().unwrap().len(), 1, "its name does not begin as it must");
    let gone = world.send(&lead, "DELETE", "/api/v1/linking/roles/SalesRole", None, &[]).await;
    assert_eq!((gone.status, gone.body["roles"].as_array().unwrap().len()), (StatusCode::OK, 2));
    let gone = world.send(&lead, "DELETE", "/api/v1/linking/roles/SalesRole", None, &[]).await;
    assert_eq!((gone.status, &gone.body["code"]), (StatusCode::NOT_FOUND, &json!("role_missing")));
    let crm = "/api/v1/linking/crm";
    let mapped = world.send(&lead, "PUT", crm, Some(json!({ "role": SALES })), &[]).await;
    assert_eq!((mapped.status, &mapped.body["crm"]["attaches_offers"]), (StatusCode::OK, &json!(true)));
    let path = format!("/api/v1/linking/roles/{SALES}");
    assert_eq!(world.send(&lead, "DELETE", &path, None, &[]).await.body["code"], "role_in_use");
    assert_eq!(world.send(&lead, "DELETE", crm, None, &[]).await.body["crm"], Value::Null);
    let again = world.send(&lead, "DELETE", crm, None, &[]).await;
    assert_eq!((again.status, &again.body["code"]), (StatusCode::CONFLICT, &json!("not_mapped")));
}

// Rules: LINK-2, LINK-18, LINK-24, LINK-25, LINK-26, LINK-32, LINK-34, LINK-36, LINK-37, LINK-38
#[tokio::test]
async fn people_are_mapped_and_unmapped() {
    let (world, lead) = linked().await;
    let (kim, ida) = (world.person(&lead, OTHER_SELLER).await, world.person(&lead, OTHER).await);
    let jon = world.person(&lead, "channel@millrace.example").await;
    let seller = world.token(OTHER_SELLER).await;
    let sign_on = "/api/v1/linking/sign-on";
    assert_eq!(world.get(&seller, sign_on).await.body["code"], "not_mapped");
    let map = |user: &str, role: &str| json!({ "user": user, "role": role });
    let admin_role = world.get(&lead, "/api/v1/linking").await.body["link"]["cloud_admin_role"].clone();
    let path = "/api/v1/linking/mappings";
    let wrong = world.post(&lead, path, map(&ida, SALES)).await;
    assert_eq!((wrong.status, &wrong.body["code"]), (StatusCode::FORBIDDEN, &json!("cloud_admin_role_only")));
    let mapped = world.post(&lead, path, map(&kim, SALES)).await;
    assert_eq!((mapped.status, &mapped.body["mappings"][0]["signs_on"]), (StatusCode::CREATED, &json!(true)));
    let granted = world.get(&seller, sign_on).await;
    assert_eq!(granted.body["role"], format!("arn:aws:iam::{ACCOUNT}:role/{SALES}"));
    assert!(granted.body["portal"].as_str().unwrap().starts_with("https://"));
    let mixed = json!({ "users": [jon, ida], "role": SALES });
    assert_eq!(world.post(&lead, &format!("{path}/batch"), mixed).await.body["code"], "lists_mixed");
    let rest = json!({ "users": [ida], "role": admin_role });
    assert_eq!(world.post(&lead, &format!("{path}/batch"), rest).await.status, StatusCode::CREATED);
    let seen = world.get(&lead, "/api/v1/linking").await.body;
    assert_eq!((&seen["cloud_admins"], seen["partners"].as_array().unwrap().len()), (&json!([]), 1));
    let undone = world.post(&lead, &format!("{path}/removal"), json!({ "users": [kim, ida] })).await;
    assert_eq!((undone.status, &undone.body["mappings"]), (StatusCode::OK, &json!([])), "{}", undone.body);
    assert_eq!(world.get(&seller, sign_on).await.body["code"], "not_mapped");
    assert_eq!(world.send(&lead, "DELETE", &format!("{path}/{kim}"), None, &[]).await.status, StatusCode::CONFLICT);
    assert_eq!(world.send(&lead, "DELETE", &format!("{path}/x"), None, &[]).await.body["code"], "member_missing");
}

// Rules: LINK-34, C-083
#[tokio::test]
async fn each_page_has_its_own_people() {
    let world = world().await;
    let (lead, team, cloud) = (world.token(LEAD).await, world.token(TEAM).await, world.token(CLOUD).await);
    let seen = world.get(&team, "/api/v1/linking").await.body;
    assert_eq!(seen["may"], json!(["map_iam_roles"]));
    let people = seen["partners"].as_array().unwrap();
    let user =
        people.iter().find(|p| p["email"] == SELLER || p["email"] == "user@larkspur.example").unwrap()["id"].clone();
    let role = seen["choices"]["partners"][0].clone();
    let one = json!({ "user": user, "role": role });
    let several = json!({ "users": [user], "role": role });
    let missing = |answer: &Answer| answer.body["missing_permission"].clone();
    assert_eq!(missing(&world.post(&team, "/api/v1/linking/mappings", one.clone()).await), "map_marketplace_users");
    assert_eq!(missing(&world.post(&cloud, "/api/v1/linking/mappings/batch", several.clone()).await), "map_iam_roles");
    assert_eq!(world.post(&team, "/api/v1/linking/mappings/batch", several).await.status, StatusCode::CREATED);
    let path = format!("/api/v1/linking/mappings/{}", user.as_str().unwrap());
    assert_eq!(missing(&world.send(&team, "DELETE", &path, None, &[]).await), "map_marketplace_users");
    assert_eq!(world.send(&cloud, "DELETE", &path, None, &[]).await.status, StatusCode::OK);
    assert_eq!(world.post(&lead, "/api/v1/linking/mappings", one).await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn writes_are_repeated_without_harm_and_stand_on_what_was_seen() {
    let (world, lead) = linked().await;
    let kim = world.person(&lead, OTHER_SELLER).await;
    let body = Some(json!({ "user": kim, "role": SALES }));
    let path = "/api/v1/linking/mappings";
    let tag = world.get(&lead, "/api/v1/linking").await.headers["etag"].to_str().unwrap().to_owned();
    let stale = world.send(&lead, "POST", path, body.clone(), &[("if-match", "\"99\"")]).await;
    assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
    let headers = [("if-match", tag.as_str()), ("idempotency-key", "map-kim")];
    let first = world.send(&lead, "POST", path, body.clone(), &headers).await;
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.body);
    let second = world.send(&lead, "POST", path, body, &headers).await;
    assert_eq!((second.status, &second.body), (StatusCode::CREATED, &first.body));
    let trail = world.get(&lead, "/api/v1/trail?name=user_mapped").await.body;
    assert_eq!(trail["entries"].as_array().unwrap().len(), 1, "it happened once");
}

// Rules: LINK-25
#[tokio::test]
async fn with_the_link_goes_everything() {
    let (world, lead) = linked().await;
    let kim = world.person(&lead, OTHER_SELLER).await;
    world.post(&lead, "/api/v1/linking/mappings", json!({ "user": kim, "role": SALES })).await;
    let gone = world.send(&lead, "DELETE", "/api/v1/linking/link", None, &[]).await;
    assert_eq!(gone.status, StatusCode::OK);
    for field in ["roles", "mappings"] {
        assert_eq!(gone.body[field], json!([]));
    }
    assert_eq!((&gone.body["link"], &gone.body["home_action"]), (&Value::Null, &json!("link_account")));
    let again = world.send(&lead, "DELETE", "/api/v1/linking/link", None, &[]).await;
    assert_eq!((again.status, &again.body["code"]), (StatusCode::CONFLICT, &json!("not_linked")));
}

// Rules: LINK-8, IAM-1, IAM-2, IAM-6, IAM-10, IAM-11, IAM-20
#[tokio::test]
async fn documents_are_offered_to_be_copied() {
    let world = world().await;
    let user = world.token("user@larkspur.example").await;
    let all = world.get(&user, "/api/v1/iam/policies").await.body;
    let names: Vec<&str> = all["policies"].as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap()).collect();
    assert_eq!(
        names,
        [
            "PartnerAccountManagement",
            "PartnerCentralTrust",
            "PartnerCentralAccountManagementUserRoleAssociation",
            "AWSMarketplaceSellerFullAccess"
        ]
    );
    let one = world.get(&user, "/api/v1/iam/policies/PartnerAccountManagement").await;
    assert_eq!(one.body, serde_json::from_str::<Value>(PARTNER_ACCOUNT_MANAGEMENT.text).unwrap());
    assert_eq!(world.get(&user, "/api/v1/iam/policies/Other").await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.get("", "/api/v1/iam/policies").await.status, StatusCode::UNAUTHORIZED);
}

// Rules: IAM-3, IAM-4, IAM-7, IAM-13, IAM-14, IAM-18, IAM-21
#[tokio::test]
async fn policies_are_read_and_asked() {
    let world = world().await;
    let user = world.token("user@larkspur.example").await;
    let ask = async |body: Value| world.post(&user, "/api/v1/iam/policy-checks", body).await;
    let known = json!([{ "name": "PartnerCentralAccountManagementUserRoleAssociation" }]);
    let pass = |service: &str| {
        json!({ "policies": known, "action": "iam:PassRole",
            "resource": format!("arn:aws:iam::{ACCOUNT}:role/{SALES}"), "context": { "iam:PassedToService": service } })
    };
    let yes = ask(pass("partnercentral-account-management.amazonaws.com")).await.body;
    assert_eq!((&yes["decision"], &yes["statements"][0]["outcome"]), (&json!("allowed"), &json!("allows")));
    let no = ask(pass("ec2.amazonaws.com")).await.body;
    assert_eq!((&no["decision"], &no["statements"][0]["outcome"]), (&json!("not_allowed"), &json!("condition_unmet")));
    let trust = json!({ "kind": "trust", "policies": [{ "name": "PartnerCentralTrust" }], "action": "sts:AssumeRole",
        "by": "partnercentral-account-management.amazonaws.com" });
    assert_eq!(ask(trust).await.body["decision"], "allowed");
    let broken =
        json!({ "policies": [{ "name": "Mine", "document": "{\"Version\":\"2008-10-17\",\"Statement\":[]}" }] });
    let read = ask(broken).await.body;
    assert_eq!((&read["readable"], &read["decision"]), (&json!(false), &Value::Null));
    assert_eq!(read["faults"][0]["place"], "Version");
    let bad = ask(json!({ "policies": [{ "name": "Unheard" }], "action": "x", "resource": "y", "by": "arn:z" })).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields: Vec<&str> =
        bad.body["faults"].as_array().unwrap().iter().map(|f| f["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["policies[0].name", "action", "resource", "by"]);
    assert_eq!(ask(json!({ "policies": [] })).await.body["faults"][0]["code"], "required");
}

// Rules: LINK-7
#[tokio::test]
async fn an_iam_user_is_tried_out_before_linking() {
    let world = world().await;
    let lead = world.token(OTHER).await;
    let identity = |document: &str| link(ACCOUNT, document)["identity"].clone();
    let path = "/api/v1/linking/identity-checks";
    let good = world.post(&lead, path, identity(PARTNER_ACCOUNT_MANAGEMENT.text)).await;
    assert_eq!((good.status, &good.body["allowed"]), (StatusCode::OK, &json!(true)), "{}", good.body);
    let arn = PARTNER_ACCOUNT_MANAGEMENT.text.replace("\"Resource\": \"*\"", "\"Resource\": \"arn:aws:iam::1:role/x\"");
    let bad = world.post(&lead, path, identity(&arn)).await;
    assert_eq!(bad.body["allowed"], false, "{}", bad.body);
}
