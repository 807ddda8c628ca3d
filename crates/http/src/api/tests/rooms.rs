//! The company profile, certifications, the fee and support through the API.

use super::*;

const USER: &str = "user@larkspur.example";
const MARKETING: &str = "marketing@larkspur.example";

// Rules: PROFILE-8, PROFILE-10, PROFILE-20, C-048
#[tokio::test]
async fn products_are_put_on_the_profile_by_those_who_may() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    let crane = json!({ "kind": "software_product", "title": "Crane" });
    let added = world.post(&lead, "/api/v1/profile/products", crane.clone()).await;
    assert_eq!(added.status, StatusCode::CREATED, "{}", added.body);
    let titles = |body: &Value| -> Vec<String> {
        let mut titles: Vec<String> =
            body["products"].as_array().unwrap().iter().map(|p| p["title"].as_str().unwrap().to_owned()).collect();
        titles.sort();
        titles
    };
    assert_eq!(titles(&added.body), ["Crane", "Ward Planner"]);
    let products = added.body["products"].as_array().unwrap();
    let id = products.iter().find(|p| p["title"] == "Crane").unwrap()["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/profile/products/{id}");
    let user = world.token(USER).await;
    let refused = world.send(&user, "PUT", &path, Some(crane), &[]).await;
    assert_eq!((refused.status, &refused.body["code"]), (StatusCode::FORBIDDEN, &json!("permission_missing")));
    let seen = world.get(&user, "/api/v1/profile").await.body;
    assert_eq!((&seen["tabs"], &seen["products"]), (&json!([]), &json!([])), "the page is closed to them");
    let bad = world.post(&lead, "/api/v1/profile/products", json!({ "kind": "sheep", "title": "" })).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        bad.body["faults"],
        json!([{ "field": "kind", "code": "unknown" }, { "field": "title", "code": "required" }])
    );
    let edited = json!({ "kind": "managed_service", "title": "Quay" });
    assert_eq!(titles(&world.send(&lead, "PUT", &path, Some(edited), &[]).await.body), ["Quay", "Ward Planner"]);
    assert_eq!(titles(&world.send(&lead, "DELETE", &path, None, &[]).await.body), ["Ward Planner"]);
    assert_eq!(world.send(&lead, "DELETE", &path, None, &[]).await.status, StatusCode::NOT_FOUND);
}

// Rules: PROFILE-9, PROFILE-11, PROFILE-14, ROLE-47
#[tokio::test]
async fn the_public_entry_follows_the_stage() {
    let world = world().await;
    let (validated, registered) = (world.token(LEAD).await, world.token("lead@pebble.example").await);
    let words = json!({ "summary": "Harbours first" });
    let edited = world.send(&validated, "PUT", "/api/v1/profile/listing", Some(words.clone()), &[]).await;
    assert_eq!(edited.status, StatusCode::OK, "{}", edited.body);
    let listing = world.get(&validated, "/api/v1/profile/listing").await;
    assert_eq!(listing.body["summary"], "Harbours first");
    let early = world.send(&registered, "PUT", "/api/v1/profile/listing", Some(words), &[]).await;
    assert_eq!((early.status, &early.body["code"]), (StatusCode::FORBIDDEN, &json!("stage_not_reached")));
    assert_eq!(world.get(&registered, "/api/v1/profile/listing").await.status, StatusCode::NOT_FOUND);
}

// Rules: ROLE-44, ROLE-52
#[tokio::test]
async fn records_are_begun_and_handed_in() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    let story = json!({ "kind": "case_study", "title": "Port", "description": "Cranes" });
    let begun = world.post(&lead, "/api/v1/profile/records", story.clone()).await;
    assert_eq!(begun.status, StatusCode::CREATED, "{}", begun.body);
    let port = |body: &Value| body["records"].as_array().unwrap().iter().find(|r| r["title"] == "Port").cloned();
    let path = format!("/api/v1/profile/records/{}", port(&begun.body).unwrap()["id"].as_str().unwrap());
    let submitted = world.post(&lead, &format!("{path}/submit"), json!({})).await;
    assert_eq!(port(&submitted.body).unwrap()["status"], "submitted");
    let again = world.post(&lead, &format!("{path}/submit"), json!({})).await;
    assert_eq!((again.status, &again.body["code"]), (StatusCode::CONFLICT, &json!("under_review")));
    assert_eq!(port(&world.send(&lead, "DELETE", &path, None, &[]).await.body), None);
    let user = world.token(USER).await;
    assert_eq!(world.post(&user, "/api/v1/profile/records", story).await.status, StatusCode::FORBIDDEN);
    let unknown = json!({ "kind": "poem", "title": "Port", "description": "Cranes" });
    assert_eq!(world.post(&lead, "/api/v1/profile/records", unknown).await.body["faults"][0]["field"], "kind");
}

// Rules: FEE-5, FEE-6, FEE-1
#[tokio::test]
async fn lead_and_team_put_the_account_on_record() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    let form = |account: &str| Some(json!({ "account": account }));
    let put = world.send(&lead, "PUT", "/api/v1/fee/account", form("1234-5678-9012"), &[]).await;
    assert_eq!((put.status, &put.body["account"]), (StatusCode::OK, &json!("123456789012")), "{}", put.body);
    let seen = world.get(&lead, "/api/v1/fee").await.body;
    assert_eq!((&seen["account"], &seen["at_risk"]), (&json!("123456789012"), &json!(false)));
    // Of the stage that the company came to; it goes to the account from now on.
    let bills = seen["bills"].as_array().unwrap();
    assert_eq!((bills.len(), &bills[0]["billed_to"]), (1, &json!("123456789012")));
    let bad = world.send(&lead, "PUT", "/api/v1/fee/account", form("1"), &[]).await;
    assert_eq!(bad.body["faults"][0]["code"], "not_an_account_number");
    let user = world.token(USER).await;
    assert_eq!(world.get(&user, "/api/v1/fee").await.body["missing_permission"], "submit_upgrade_form");
    let refused = world.send(&user, "PUT", "/api/v1/fee/account", form("123456789012"), &[]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

// Rules: PROFILE-2, PROFILE-5, PROFILE-26, PROFILE-28, CERT-9, CERT-12, C-122
#[tokio::test]
async fn certifications_and_the_scorecard() {
    let world = world().await;
    let (lead, user) = (world.token(LEAD).await, world.token(USER).await);
    let card = world.get(&lead, "/api/v1/scorecard").await;
    assert_eq!(card.status, StatusCode::OK, "{}", card.body);
    assert!(card.body["certifications"].is_u64() && card.body["paths"][0]["path"] == "software", "{}", card.body);
    assert_eq!(world.get(&user, "/api/v1/scorecard").await.body["missing_permission"], "view_scorecard");
    assert_eq!(world.get(&user, "/api/v1/certifications").await.status, StatusCode::FORBIDDEN);
    assert!(world.get(&lead, "/api/v1/certifications").await.body["people"].as_array().unwrap().len() > 1);
    let own = "/api/v1/me/certifications";
    assert_eq!(world.get(&user, own).await.body["shares"], true);
    let consent = |share: bool| Some(json!({ "share": share }));
    let path = format!("{own}/consent");
    assert_eq!(world.send(&user, "PUT", &path, consent(false), &[]).await.body["shares"], false);
    assert_eq!(world.send(&user, "PUT", &path, consent(false), &[]).await.status, StatusCode::CONFLICT);
    let transfer = json!({ "old_profile": "old@before.example" });
    let asked = world.post(&user, &format!("{own}/transfers"), transfer.clone()).await;
    assert_eq!(asked.status, StatusCode::ACCEPTED, "{}", asked.body);
    assert!(asked.body["due_on"].is_string());
    assert_eq!(world.post(&user, &format!("{own}/transfers"), transfer).await.body["code"], "already_requested");
    let one =
        world.post(&user, &format!("{own}/address-changes"), json!({ "previous": "a@gmail.com", "new": "" })).await;
    assert_eq!(one.body["faults"], json!([{ "field": "new", "code": "required" }]));
}

// Rules: SUPPORT-1, SUPPORT-2, SUPPORT-3, SUPPORT-6, SUPPORT-12
#[tokio::test]
async fn cases_are_opened_read_answered_and_closed() {
    let world = world().await;
    let (user, lead, other) =
        (world.token(USER).await, world.token(LEAD).await, world.token("lead@pebble.example").await);
    let case = |specific: &str| {
        json!({ "case_type": "apn_program_fee_and_renewal", "question": "membership", "specific": specific,
            "subject": "Bye", "description": "We close" })
    };
    let bad = world.post(&user, "/api/v1/support/cases", case("invoice_missing")).await;
    assert_eq!(bad.body["faults"], json!([{ "field": "specific", "code": "not_of_question" }]));
    let opened = world.post(&user, "/api/v1/support/cases", case("downgrade_my_apn_membership")).await;
    assert_eq!((opened.status, &opened.body["cancellation"]), (StatusCode::CREATED, &json!(true)), "{}", opened.body);
    let path = format!("/api/v1/support/cases/{}", opened.body["id"].as_str().unwrap());
    let replied = world.post(&user, &format!("{path}/messages"), json!({ "text": "Soon" })).await;
    assert_eq!(replied.body["messages"].as_array().unwrap().len(), 2, "{}", replied.body);
    assert_eq!(world.get(&lead, &path).await.body["messages"][1]["text"], "Soon");
    assert_eq!(world.get(&other, &path).await.status, StatusCode::NOT_FOUND, "another company's");
    let stranger = world.token(MARKETING).await;
    assert_eq!(world.get(&stranger, &path).await.body["code"], "case_missing");
    let desk = world.get(&user, "/api/v1/support").await.body;
    assert_eq!(desk["open"].as_array().unwrap().len(), 1);
    assert!(desk["articles"].as_array().unwrap().len() > 1);
    assert_eq!(world.send(&user, "DELETE", &path, None, &[]).await.status, StatusCode::OK);
    let late = world.post(&user, &format!("{path}/messages"), json!({ "text": "Soon" })).await;
    assert_eq!((late.status, &late.body["code"]), (StatusCode::CONFLICT, &json!("case_closed")));
    assert_eq!(world.get(&user, "/api/v1/support").await.body["previous"].as_array().unwrap().len(), 1);
}

// Rules: PROFILE-11
#[tokio::test]
async fn the_directory_is_read_by_everybody_and_a_bad_question_is_a_problem() {
    let world = world().await;
    let all = world.get("", "/api/v1/partners").await;
    assert_eq!((all.status, &all.body["partners"][0]["name"]), (StatusCode::OK, &json!("Larkspur Software")));
    let one = format!("/api/v1/partners/{}", all.body["partners"][0]["id"].as_str().unwrap());
    assert_eq!(world.get("", &one).await.body["summary"], "Hospitals plan their days with us.");
    for (query, field) in [
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=x", ""),
        ("offset=-1", ""),
        ("color=red", ""),
        ("q=a&q=b", ""),
    ] {
        let answer = world.get("", &format!("/api/v1/partners?{query}")).await;
        assert_eq!((answer.status.as_u16(), &answer.body["code"]), (400, &json!("malformed")), "{query}");
        assert_eq!(answer.headers["content-type"], "application/problem+json", "{query}");
        assert_eq!(answer.body["faults"][0]["field"].as_str().unwrap_or_default(), field, "{query}");
        assert!(answer.body["hint"].is_string(), "{query}");
    }
    assert_eq!(world.get("", "/api/v1/partners?limit=100&q=hospitals").await.body["total"], 1);
}
