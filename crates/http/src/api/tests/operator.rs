//! The operator's part of the API: closed to everybody else as if it were not there, open to operators.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{LEAD, World, world};
use crate::demo;

const ID: &str = "0123456789abcdef0123456789abcdef";

impl World {
    /// A token of the demo's operator.
    pub(super) async fn operator(&self) -> String {
        let body = json!({ "email": demo::OPERATOR_ADDRESS, "password": demo::PASSWORD });
        let answer = self.send("", "POST", "/api/v1/operator/sessions", Some(body), &[]).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
        answer.body["token"].as_str().unwrap().to_owned()
    }
}

/// Every address of the operators' part, as the whole document describes it.
fn addresses() -> Vec<String> {
    let whole = crate::api::whole();
    let paths = whole["paths"].as_object().unwrap().keys().filter(|path| path.starts_with("/api/v1/operator/"));
    let filled = |path: &String| {
        let parts = path.split('/').map(|part| if part.starts_with('{') { ID } else { part });
        parts.collect::<Vec<_>>().join("/")
    };
    paths.map(filled).chain(["/api/v1/operator".into(), "/api/v1/operator/openapi.json".into()]).collect()
}

#[tokio::test]
async fn to_partners_and_visitors_the_operators_part_does_not_exist() {
    let world = world().await;
    let addresses = addresses();
    assert!(addresses.len() > 4, "{addresses:?}");
    let mut tokens = vec![String::new(), "x".repeat(43)];
    for local in ["lead", "team", "cloud", "marketing", "technical", "manager", "seller", "user"] {
        tokens.push(world.token(&format!("{local}@larkspur.example")).await);
    }
    tokens.push(world.token("channel@millrace.example").await);
    for token in &tokens {
        for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
            // So many requests in one minute would be limited.
            world.services.clock.advance(chrono::TimeDelta::minutes(1));
            let without_id = |mut body: Value| {
                body.as_object_mut().unwrap().remove("request_id");
                body
            };
            let unknown = world.send(token, method, "/api/v1/nothing", Some(json!({})), &[]).await;
            assert_eq!(unknown.status, StatusCode::NOT_FOUND);
            let unknown = without_id(unknown.body);
            for address in &addresses {
                let door = address == "/api/v1/operator/sessions" && method == "POST";
                if door && (token.len() != 43 || token.starts_with('x')) {
                    continue;
                }
                let answer = world.send(token, method, address, Some(json!({})), &[]).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{token:.4} {method} {address}");
                assert_eq!(without_id(answer.body), unknown, "{method} {address}");
            }
        }
    }
    let document = world.get(&tokens[2], "/api/openapi.json").await;
    assert!(!document.body.to_string().contains("/operator"));
}

#[tokio::test]
async fn an_operator_signs_in_with_a_program_and_sees_every_company() {
    let world = world().await;
    let wrong = json!({ "email": demo::OPERATOR_ADDRESS, "password": "wrong" });
    let partner = json!({ "email": LEAD, "password": demo::PASSWORD });
    for body in [wrong, partner] {
        let answer = world.send("", "POST", "/api/v1/operator/sessions", Some(body), &[]).await;
        assert_eq!((answer.status, &answer.body["code"]), (StatusCode::UNAUTHORIZED, &json!("sign_in_rejected")));
    }
    let token = world.operator().await;
    let me = world.get(&token, "/api/v1/operator/me").await;
    assert_eq!((&me.body["name"], &me.body["email"]), (&json!(demo::OPERATOR), &json!(demo::OPERATOR_ADDRESS)));
    let all = world.get(&token, "/api/v1/operator/companies").await;
    assert_eq!(all.body["companies"].as_array().unwrap().len(), 3);
    assert_eq!(all.body["next_cursor"], Value::Null);
    assert!(world.get(&token, "/api/v1/operator/openapi.json").await.body["paths"]["/api/v1/operator/me"].is_object());
    // An operator is nobody in a company.
    assert_eq!(world.get(&token, "/api/v1/people").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn companies_are_paged_and_searched() {
    let world = world().await;
    let token = world.operator().await;
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = world.get(&token, &format!("/api/v1/operator/companies?limit=2&cursor={cursor}")).await.body;
        seen.extend(page["companies"].as_array().unwrap().iter().map(|c| c["name"].as_str().unwrap().to_owned()));
        match page["next_cursor"].as_str() {
            Some(next) => next.clone_into(&mut cursor),
            None => break,
        }
    }
    seen.sort_unstable();
    assert_eq!(seen, ["Larkspur Software", "Millrace Consulting", "Pebble Start"]);
    for (query, expected) in [("q=MILL", 1), ("q=pebble.example", 1), ("q=soft+lark", 1), ("q=nobody", 0)] {
        let page = world.get(&token, &format!("/api/v1/operator/companies?{query}")).await.body;
        assert_eq!(page["companies"].as_array().unwrap().len(), expected, "{query}");
    }
    for query in ["limit=0", "limit=201", "limit=x", "cursor=%21", "color=red"] {
        let answer = world.get(&token, &format!("/api/v1/operator/companies?{query}")).await;
        assert_eq!((answer.status.as_u16(), &answer.body["code"]), (400, &json!("malformed")), "{query}");
    }
}

#[tokio::test]
async fn operators_tokens_are_made_listed_revoked_and_recorded() {
    let world = world().await;
    let token = world.operator().await;
    let wish = json!({ "name": "crm", "days": 30 });
    let made = world.post(&token, "/api/v1/operator/tokens", wish).await;
    assert_eq!(made.status, StatusCode::CREATED);
    let secret = made.body["token"].as_str().unwrap();
    assert_eq!(world.get(secret, "/api/v1/operator/me").await.status, StatusCode::OK);
    let listed = world.get(&token, "/api/v1/operator/tokens").await.body;
    assert!(!listed.to_string().contains(secret));
    let found = listed["tokens"].as_array().unwrap().iter().find(|t| t["name"] == "crm").unwrap();
    assert!(found["expires_at"].is_string() && found["last_used_at"].is_string());
    let path = format!("/api/v1/operator/tokens/{}", made.body["id"].as_str().unwrap());
    assert_eq!(world.send(&token, "DELETE", &path, None, &[]).await.status, StatusCode::NO_CONTENT);
    assert_eq!(world.send(&token, "DELETE", &path, None, &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.get(secret, "/api/v1/operator/me").await.status, StatusCode::NOT_FOUND);
    for (body, field) in [(json!({ "name": "", "days": 1 }), "name"), (json!({ "name": "a", "days": 0 }), "days")] {
        let answer = world.post(&token, "/api/v1/operator/tokens", body).await;
        assert_eq!((answer.status.as_u16(), &answer.body["faults"][0]["field"]), (422, &json!(field)));
    }
    let events = world.services.store.events(crate::store::PROGRAMME_TENANT, 0, 500).await.unwrap();
    let recorded = |name: &str| events.iter().filter(|e| e.event_type == name).count();
    assert_eq!((recorded("operator_token_created"), recorded("operator_token_revoked")), (2, 1));
    assert!(events.iter().any(|e| e.actor == format!("operator {}", demo::OPERATOR)));
}
