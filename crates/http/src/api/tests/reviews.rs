//! The past, reviews, comparisons, rehearsals, and what a refusal tells.

use serde_json::json;

use super::{LEAD, world};

const USER: &str = "user@larkspur.example";

// Rules: CMP-1, CMP-2, USR-15
#[tokio::test]
async fn a_refusal_tells_who_can_help() {
    let world = world().await;
    let token = world.token(USER).await;
    let body = json!({ "rows": [{ "email": "new@larkspur.example", "roles": ["ace_user"] }] });
    let refused = world.post(&token, "/api/v1/invitations", body).await;
    assert_eq!(refused.body["code"], "permission_missing", "{}", refused.body);
    let explanation = &refused.body["explanation"];
    assert_eq!(explanation["missing"][0]["what"], "permission");
    assert_eq!(explanation["missing"][0]["facts"]["permission"], "invite_users");
    let steps = explanation["steps"].as_array().unwrap();
    let names = |step: &serde_json::Value, email: &str| {
        step["people"].as_array().unwrap().iter().any(|person| person["email"] == email)
    };
    assert_eq!((&steps[0]["action"], &steps[0]["facts"]["role"]), (&json!("assign_role"), &json!("alliance_team")));
    assert!(names(&steps[0], LEAD) && steps.iter().any(|s| s["action"] == "do_instead" && names(s, LEAD)), "{steps:?}");
    // What is said is true: the person who is named takes the step, and the same request is done.
    let (lead, user) = (world.token(LEAD).await, world.person(&world.token(LEAD).await, USER).await);
    let row = json!({ "rows": [{ "person": user, "assign": ["alliance_team"] }] });
    assert_eq!(world.post(&lead, "/api/v1/role-updates", row).await.body["succeeded"], 1);
    let body = json!({ "rows": [{ "email": "new@larkspur.example", "roles": ["ace_user"] }] });
    assert!(world.post(&token, "/api/v1/invitations", body).await.status.is_success());
    // Who may not read is told the same.
    let token = world.token("marketing@larkspur.example").await;
    for path in ["/api/v1/people", "/api/v1/invitations", "/api/v1/access/review", "/api/v1/certifications"] {
        let refused = world.get(&token, path).await;
        assert_eq!((refused.status.as_u16(), &refused.body["code"]), (403, &json!("permission_missing")), "{path}");
        let explanation = &refused.body["explanation"];
        let permission = &explanation["missing"][0]["facts"]["permission"];
        assert_eq!(permission, &refused.body["missing_permission"], "{path}");
        let steps = explanation["steps"].as_array().unwrap();
        assert!(steps.iter().any(|step| step["action"] == "assign_role" && names(step, LEAD)), "{path}: {steps:?}");
    }
    let missing = world.get(&token, "/api/v1/support/cases/00000000000000000000000000000000").await;
    assert_eq!(missing.body["explanation"]["steps"][0]["action"], "look_again", "{}", missing.body);
    // A room's refusal is explained too.
    let token = world.token(USER).await;
    let missing = world.post(&token, "/api/v1/tasks/00000000000000000000000000000000/dismissal", json!({})).await;
    assert_eq!(missing.body["code"], "task_missing", "{}", missing.body);
    assert_eq!(missing.body["explanation"]["steps"][0]["action"], "look_again", "{}", missing.body);
}

// Rules: CMP-2, USR-24, ROLE-4
#[tokio::test]
async fn a_rehearsal_tells_who_gains_and_loses_and_changes_nothing() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    let user = world.person(&lead, USER).await;
    let before = world.get(&lead, "/api/v1/people").await;
    let plan = json!({ "commands": [
        { "command": "update_roles", "rows": [{ "person": user, "assign": ["ace_user", "alliance_lead"] }] },
        { "command": "remove_member", "person": "00000000000000000000000000000000" },
        { "command": "set_stage", "path": "software", "stage": "registered" },
    ] });
    let told = world.post(&lead, "/api/v1/access/rehearse", plan.clone()).await;
    assert_eq!(told.status, 200, "{}", told.body);
    let outcomes = told.body["outcomes"].as_array().unwrap();
    assert_eq!(outcomes[0]["events"], json!(["role_assigned", "role_change_refused"]));
    assert_eq!(outcomes[0]["prohibited"][0]["code"], "role_is_lead");
    assert_eq!(outcomes[1]["problem"]["code"], "member_missing");
    assert_eq!(outcomes[2]["problem"]["code"], "operator_only");
    let changes = told.body["changes"].as_array().unwrap();
    assert_eq!((changes.len(), &changes[0]["person"]), (1, &json!(user)));
    assert!(changes[0]["gains"]["permissions"].as_array().unwrap().contains(&json!("submit_opportunities")));
    let after = world.get(&lead, "/api/v1/people").await;
    assert_eq!((&before.body, before.headers.get("etag")), (&after.body, after.headers.get("etag")));
    // Who may not see the people may not try their access out.
    let token = world.token(USER).await;
    assert_eq!(world.post(&token, "/api/v1/access/rehearse", plan).await.body["missing_permission"], "view_users");
    for (body, status) in [
        (json!({ "commands": [{ "command": "fly" }] }), 400),
        (json!({ "commands": [{ "command": "remove_member", "person": "x" }] }), 404),
        (json!({ "commands": [], "more": 1 }), 400),
        (json!({ "commands": vec![json!({ "command": "withdraw_domain", "domain": "x" }); 101] }), 422),
    ] {
        assert_eq!(world.post(&lead, "/api/v1/access/rehearse", body.clone()).await.status, status, "{body}");
    }
}

// Rules: CMP-2, PROFILE-21, LINK-4, LINK-15
#[tokio::test]
async fn a_rehearsal_plays_domains_profile_link_and_stages() {
    let world = world().await;
    let (lead, operator) = (world.token("lead@pebble.example").await, world.operator().await);
    let told = |answer: &super::Answer| -> Vec<String> {
        let outcomes = answer.body["outcomes"].as_array().unwrap_or_else(|| panic!("{}", answer.body));
        let line = |o: &serde_json::Value| {
            let events: Vec<&str> = o["events"].as_array().unwrap().iter().map(|e| e.as_str().unwrap()).collect();
            o["problem"]["code"].as_str().map_or_else(|| events.join(" "), ToOwned::to_owned)
        };
        outcomes.iter().map(line).collect()
    };
    let policy = guildhall_core::iam::PARTNER_ACCOUNT_MANAGEMENT;
    let identity = json!({ "arn": "arn:aws:iam::210987654321:user/leo", "principal_id": "AIDAEXAMPLE",
        "access_key_id": "AKIAEXAMPLE", "user_agent": "Mozilla/5.0", "policies": [{ "name": policy.name, "document": policy.text }] });
    let plan = json!({ "commands": [
        { "command": "edit_company", "company": { "name": "Pebble", "country": "Spain" } },
        { "command": "add_domain", "domain": "pebble-start.example" },
        // Whose a domain is, only the directory of all companies knows.
        { "command": "add_domain", "domain": "larkspur.example" },
        { "command": "add_product", "product": { "kind": "software_product", "title": "Pebble" } },
        { "command": "set_customers", "customers": ["enterprise"] },
        { "command": "grant_qualification", "kind": "competency", "title": "Harbours" },
        { "command": "map_crm", "role": "PartnerCentralRoleForCrm" },
        { "command": "link", "account_id": "210987654321", "allow": true, "identity": identity },
        { "command": "unlink" },
    ] });
    let before = world.get(&lead, "/api/v1/company").await;
    let answer = world.post(&lead, "/api/v1/access/rehearse", plan).await;
    assert_eq!(
        told(&answer),
        [
            "company_edited",
            "domain_added",
            "domain_taken",
            "product_added",
            "customers_set",
            "operator_only",
            "not_linked",
            "account_linked role_registered role_assigned",
            "account_unlinked",
        ]
    );
    assert!(answer.body["outcomes"][5]["problem"]["explanation"]["steps"].is_array(), "{}", answer.body);
    let gains = answer.body["changes"][0]["gains"]["permissions"].as_array().unwrap();
    assert!(gains.contains(&json!("hand_over_cloud_admin_role")), "who links becomes cloud administrator: {gains:?}");
    let after = world.get(&lead, "/api/v1/company").await;
    assert_eq!((&before.body, before.headers.get("etag")), (&after.body, after.headers.get("etag")));
    assert_eq!(world.get(&lead, "/api/v1/linking").await.body["link"], json!(null));
    // What the profile says to a stage, the rehearsal says too; and so does the change itself.
    let company = before.body["id"].as_str().unwrap();
    let stage = |stage: &str| json!({ "command": "set_stage", "path": "software", "stage": stage });
    let path = format!("/api/v1/operator/companies/{company}");
    let plan = json!({ "commands": [stage("validated"), stage("registered"), stage("x")] });
    let answer = world.post(&operator, &format!("{path}/rehearsal"), plan).await;
    assert_eq!(told(&answer)[..1], ["product_missing"], "{}", answer.body);
    assert_eq!(told(&answer)[2], "invalid_input");
    let set = json!({ "stage": "validated" });
    let refused = world.send(&operator, "PUT", &format!("{path}/stages/software"), Some(set), &[]).await;
    assert_eq!((refused.status.as_u16(), &refused.body["code"]), (409, &json!("product_missing")), "{}", refused.body);
    assert_eq!(refused.body["explanation"], answer.body["outcomes"][0]["problem"]["explanation"]);
}

// Rules: AUDIT-1, AUDIT-2, AUDIT-3, ROLE-1, MENU-36
#[tokio::test]
async fn access_is_reviewed_and_compared_by_those_who_may() {
    let world = world().await;
    let (lead, token) = (world.token(LEAD).await, world.token(USER).await);
    let review = world.get(&lead, "/api/v1/access/review").await;
    assert_eq!(review.status, 200, "{}", review.body);
    let people = review.body["people"].as_array().unwrap();
    let first = people.iter().find(|p| p["roles"][0]["role"] == "alliance_lead").unwrap();
    assert!(first["roles"][0]["since"].is_string() && first["items"].as_array().unwrap().len() > 30);
    let findings = |answer: &serde_json::Value| {
        let codes = answer["findings"].as_array().unwrap().iter().map(|f| f["code"].as_str().unwrap().to_owned());
        codes.collect::<std::collections::BTreeSet<_>>()
    };
    // Everybody was seen when the company began: nobody is absent.
    assert_eq!(first["email"], LEAD);
    assert!(people.iter().all(|person| person["last_sign_in"].is_string()), "{}", review.body);
    let expected = ["broader_than_used", "impersonal_login"].map(str::to_owned);
    assert_eq!(findings(&review.body), expected.into(), "{}", review.body["findings"]);
    let future = world.get(&lead, "/api/v1/access/review?at=2100-01-01T00:00:00Z").await;
    assert_eq!(future.body["at"], review.body["at"], "nobody knows what will be");
    assert_eq!(findings(&future.body), findings(&review.body));
    let long_ago = world.get(&lead, "/api/v1/access/review?at=2001-01-01T00:00:00Z").await;
    assert_eq!((&long_ago.body["people"], &long_ago.body["findings"]), (&json!([]), &json!([])));
    let user = world.person(&lead, USER).await;
    let compared = world.get(&lead, &format!("/api/v1/access/compare?first={user}&second=ace_user")).await;
    assert_eq!(compared.body["only_first"], json!({ "items": [], "permissions": [] }), "{}", compared.body);
    assert!(compared.body["only_second"]["permissions"].as_array().unwrap().contains(&json!("submit_opportunities")));
    for (token, path, status) in [
        (&token, "review".to_owned(), 403),
        (&token, format!("compare?first={user}&second=ace_user"), 403),
        (&lead, "review?at=yesterday".to_owned(), 400),
        (&lead, "review?color=red".to_owned(), 400),
        (&lead, "compare?first=ace_user".to_owned(), 400),
        (&lead, "compare?first=ace_user&second=nobody".to_owned(), 404),
    ] {
        assert_eq!(world.get(token, &format!("/api/v1/access/{path}")).await.status, status, "{path}");
    }
    // Who does not come back for long is absent; a past review does not know of it.
    let then = review.body["at"].as_str().unwrap().to_owned();
    world.services.clock.advance(chrono::TimeDelta::days(91));
    let lead = world.token(LEAD).await;
    let later = world.get(&lead, "/api/v1/access/review").await.body;
    let absent: Vec<&str> = later["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["code"] == "absent")
        .map(|finding| finding["person"].as_str().unwrap())
        .collect();
    assert_eq!(absent.len(), people.len() - 1, "{}", later["findings"]);
    assert!(absent.contains(&user.as_str()) && !absent.contains(&first["person"].as_str().unwrap()));
    let past = world.get(&lead, &format!("/api/v1/access/review?at={then}")).await.body;
    assert_eq!(past["people"], review.body["people"]);
    assert!(!findings(&past).contains("absent"));
}

// Rules: ROLE-1, MENU-36, HOME-8
#[tokio::test]
async fn the_past_and_others_can_be_asked_about() {
    let world = world().await;
    let (lead, token) = (world.token(LEAD).await, world.token(USER).await);
    let (user, boss) = (world.person(&lead, USER).await, world.person(&lead, LEAD).await);
    let then = world.get(&lead, "/api/v1/access?at=2001-01-01T00:00:00Z").await;
    assert_eq!((&then.body["menu"], &then.body["roles"]), (&json!([]), &json!([])), "nobody was there yet");
    let theirs = world.get(&lead, &format!("/api/v1/access?person={user}")).await;
    assert_eq!(theirs.body["menu"], world.get(&token, "/api/v1/access").await.body["menu"]);
    let own = format!("/api/v1/access/explain?permission=view_users&person={user}");
    assert_eq!(world.get(&token, &own).await.body["allowed"], false);
    let other = format!("/api/v1/access/explain?permission=view_users&person={boss}");
    assert_eq!(world.get(&token, &other).await.body["missing_permission"], "view_users");
    assert_eq!(world.get(&lead, &other).await.body["allowed"], true);
    let past = format!("{other}&at=2001-01-01T00:00:00Z");
    assert_eq!(world.get(&lead, &past).await.status, 404, "there was no such person");
    let people = world.get(&lead, "/api/v1/people?at=2001-01-01T00:00:00Z").await;
    assert_eq!(people.body["people"], json!([]), "{}", people.body);
}
