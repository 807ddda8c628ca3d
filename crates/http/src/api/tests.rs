//! The API, called without a socket: access, commands, problems, tokens, idempotency, versions, other tenants.

mod content;
mod linking;
mod operator;
mod pipeline;
mod protocol;
mod reviews;
mod rooms;
mod support;
mod tasks;
mod trail;
mod writes;

use std::sync::Arc;

use axum::body::Body as HttpBody;
use axum::http::{HeaderMap, Request, StatusCode};
use chrono::{DateTime, TimeDelta};
use guildhall_core::Program;
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::app::App;
use crate::clock::Clock;
use crate::demo;
use crate::launch;
use crate::portal::Portal;
use crate::services::Services;
use crate::store::sqlite::SqliteStore;

struct World {
    _dir: tempfile::TempDir,
    app: axum::Router,
    services: Services,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Value,
}

async fn world() -> World {
    let dir = tempfile::tempdir().unwrap();
    let store = Arc::new(SqliteStore::open(dir.path()).await.unwrap());
    let clock = Clock::fixed(DateTime::from_timestamp(1_800_000_000, 0).unwrap());
    let services = Services::for_tests(store, clock).unwrap();
    let program = Arc::new(Program::guide().clone());
    let portal = Portal::new(services.clone(), program, Arc::new(|_, _| ("s".into(), "t".into())));
    demo::seed(&services, &portal).await.unwrap();
    let app = launch::routes(App::new(services.clone(), portal));
    World { _dir: dir, app, services }
}

impl Answer {
    /// Status and body without the request's id, which is of each request.
    fn told(&self) -> (StatusCode, Value) {
        let mut body = self.body.clone();
        if let Some(fields) = body.as_object_mut() {
            assert!(fields.remove("request_id").is_some(), "every problem names its request");
        }
        (self.status, body)
    }
}

impl World {
    async fn send(&self, token: &str, method: &str, path: &str, body: Option<Value>, extra: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header("host", "127.0.0.1:8480");
        if !token.is_empty() {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        for (name, value) in extra {
            request = request.header(*name, *value);
        }
        let request = match body {
            Some(body) => request.header("content-type", "application/json").body(HttpBody::from(body.to_string())),
            None => request.body(HttpBody::empty()),
        };
        let response = self.app.clone().oneshot(request.unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        Answer { status: parts.status, headers: parts.headers, body }
    }

    async fn get(&self, token: &str, path: &str) -> Answer {
        self.send(token, "GET", path, None, &[]).await
    }

    async fn post(&self, token: &str, path: &str, body: Value) -> Answer {
        self.send(token, "POST", path, Some(body), &[]).await
    }

    /// Signs in as somebody of the demo.
    async fn token(&self, email: &str) -> String {
        let body = json!({ "email": email, "password": demo::PASSWORD });
        let answer = self.send("", "POST", "/api/v1/sessions", Some(body), &[]).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
        answer.body["token"].as_str().unwrap().to_owned()
    }

    async fn person(&self, token: &str, email: &str) -> String {
        let people = self.get(token, "/api/v1/people").await.body;
        let found = people["people"].as_array().unwrap().iter().find(|p| p["email"] == email).unwrap();
        found["id"].as_str().unwrap().to_owned()
    }
}

const LEAD: &str = "lead@larkspur.example";

// Rules: HOME-6, HOME-8, ROLE-1
#[tokio::test]
async fn one_call_tells_what_each_role_may_open_and_do() {
    let world = world().await;
    let items = |access: &Value| -> usize {
        access["menu"].as_array().unwrap().iter().map(|s| s["items"].as_array().unwrap().len()).sum()
    };
    for (email, open) in [(LEAD, 38), ("user@larkspur.example", 19), ("lead@pebble.example", 32)] {
        let access = world.get(&world.token(email).await, "/api/v1/access").await.body;
        assert_eq!(items(&access), open, "{email}");
        assert_eq!(access["permissions"].as_array().unwrap().len(), Program::guide().grants().len());
    }
    let access = world.get(&world.token("cloud@larkspur.example").await, "/api/v1/access").await.body;
    let badge = access["permissions"].as_array().unwrap().iter().find(|p| p["permission"] == "use_badge_manager");
    assert_eq!((&badge.unwrap()["allowed"], &badge.unwrap()["in_portal"]), (&json!(true), &json!(false)));
}

#[tokio::test]
async fn a_single_question_is_answered_with_its_reasons() {
    let world = world().await;
    let token = world.token("user@larkspur.example").await;
    let answer = world.get(&token, "/api/v1/access/explain?item=My%20Customers").await.body;
    assert_eq!(answer["subject"], "sell/opportunity_management");
    assert_eq!(answer["allowed"], false);
    assert_eq!(answer["missing_roles"].as_array().unwrap().len(), 5);
    assert!(answer["people_who_can_grant"].as_array().unwrap().iter().any(|p| p["email"] == LEAD));
    let answer = world.get(&token, "/api/v1/access/explain?permission=take_training").await.body;
    assert_eq!(answer["allowed"], true);
    for (query, status, code) in [
        ("?item=Nothing", 404, "missing"),
        ("?permission=fly", 404, "missing"),
        ("?item=Offerings", 400, "ambiguous"),
        ("", 400, "malformed"),
        ("?item=a&permission=b", 400, "malformed"),
        ("?color=red", 400, "malformed"),
    ] {
        let answer = world.get(&token, &format!("/api/v1/access/explain{query}")).await;
        assert_eq!((answer.status.as_u16(), &answer.body["code"]), (status, &json!(code)), "{query}");
    }
}

#[tokio::test]
async fn without_a_token_nothing_is_told() {
    let world = world().await;
    for path in ["/api/v1/access", "/api/v1/people", "/api/v1/me", "/api/v1/invitations", "/api/v1/company"] {
        for token in ["", "x", "0123456789012345678901234567890123456789012"] {
            let answer = world.get(token, path).await;
            assert_eq!(
                (answer.status, &answer.body["code"]),
                (StatusCode::UNAUTHORIZED, &json!("not_signed_in")),
                "{path}"
            );
            assert_eq!(answer.headers["content-type"], "application/problem+json");
        }
    }
    let wrong = json!({ "email": LEAD, "password": "wrong" });
    let unknown = json!({ "email": "nobody@larkspur.example", "password": "wrong" });
    let (a, b) = (
        world.send("", "POST", "/api/v1/sessions", Some(wrong), &[]).await,
        world.send("", "POST", "/api/v1/sessions", Some(unknown), &[]).await,
    );
    assert_eq!(a.told(), b.told(), "known and unknown addresses get the same answer");
}

// Rules: USR-14, USR-24, USR-25, USR-16
#[tokio::test]
async fn an_update_of_roles_counts_and_names_failures() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    let (bo, hanna) =
        (world.person(&lead, "team@larkspur.example").await, world.person(&lead, "user@larkspur.example").await);
    let team = world.token("team@larkspur.example").await;
    let rows = json!({ "rows": [
        { "person": hanna, "assign": ["ace_user", "channel_user", "cloud_admin"] },
        { "person": bo, "assign": ["marketing_staff"] },
    ]});
    let answer = world.post(&team, "/api/v1/role-updates", rows.clone()).await;
    assert_eq!((&answer.body["succeeded"], &answer.body["failed"]), (&json!(3), &json!(1)));
    assert_eq!(answer.body["changes"][2]["outcome"], "role_not_grantable");
    let seller = world.token("seller@larkspur.example").await;
    let answer = world.post(&seller, "/api/v1/role-updates", rows).await;
    assert_eq!((answer.status, &answer.body["code"]), (StatusCode::FORBIDDEN, &json!("permission_missing")));
    let many: Vec<Value> = (0..11).map(|_| json!({ "person": hanna, "assign": ["ace_user"] })).collect();
    let answer = world.post(&team, "/api/v1/role-updates", json!({ "rows": many })).await;
    assert_eq!((answer.status.as_u16(), &answer.body["code"]), (422, &json!("too_many_rows")));
}

// Rules: USR-26, USR-28, USR-32, USR-35, SIGN-6
#[tokio::test]
async fn lead_moves_and_people_go_with_the_typed_word() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    let bo = world.person(&lead, "team@larkspur.example").await;
    let team = world.token("team@larkspur.example").await;
    let wrong = world.send(&lead, "PUT", "/api/v1/lead", Some(json!({ "to": bo, "confirm": "Confirmed" })), &[]).await;
    assert_eq!(wrong.body["code"], "confirmation_missing");
    let moved = world.send(&lead, "PUT", "/api/v1/lead", Some(json!({ "to": bo, "confirm": "confirm" })), &[]).await;
    assert_eq!((moved.status, &moved.body["lead"]), (StatusCode::OK, &json!(bo)));
    let ana = world.person(&team, LEAD).await;
    let path = format!("/api/v1/people/{ana}/removal");
    let gone = world.post(&team, &path, json!({ "confirm": "confirm" })).await;
    assert_eq!((gone.status, &gone.body["status"]), (StatusCode::OK, &json!("removed")));
    assert_eq!(world.get(&lead, "/api/v1/me").await.status, StatusCode::UNAUTHORIZED, "her tokens are dead");
}

#[tokio::test]
async fn a_key_makes_a_repeated_request_harmless() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    let body = json!({ "rows": [{ "email": "zoe@larkspur.example", "roles": ["ace_user"] }] });
    let key = [("idempotency-key", "k1")];
    let first = world.send(&lead, "POST", "/api/v1/invitations", Some(body.clone()), &key).await;
    let again = world.send(&lead, "POST", "/api/v1/invitations", Some(body.clone()), &key).await;
    assert_eq!((first.status, &first.body), (StatusCode::CREATED, &again.body));
    assert_eq!(again.headers["idempotent-replayed"], "true");
    let other = json!({ "rows": [{ "email": "yan@larkspur.example", "roles": ["ace_user"] }] });
    let reused = world.send(&lead, "POST", "/api/v1/invitations", Some(other), &key).await;
    assert_eq!(reused.body["code"], "idempotency_key_reused");
    let without = world.send(&lead, "POST", "/api/v1/invitations", Some(body), &[]).await;
    assert_eq!(without.body["faults"][0], json!({ "field": "rows[0].email", "code": "already_invited" }));
}

#[tokio::test]
async fn a_write_on_an_old_version_is_refused() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    let read = world.get(&lead, "/api/v1/company").await;
    let tag = read.headers["etag"].to_str().unwrap().to_owned();
    let company = json!({ "name": "Larkspur", "country": "Germany" });
    let tagged = [("if-match", tag.as_str())];
    let first = world.send(&lead, "PUT", "/api/v1/company", Some(company.clone()), &tagged).await;
    assert_eq!((first.status, &first.body["company"]["name"]), (StatusCode::OK, &json!("Larkspur")));
    let second = world.send(&lead, "PUT", "/api/v1/company", Some(company), &tagged).await;
    assert_eq!(second.status, StatusCode::PRECONDITION_FAILED);
}

/// Another company's ids answer exactly like ids that never were.
#[tokio::test]
async fn other_companies_do_not_exist() {
    let world = world().await;
    let (ours, theirs) = (world.token(LEAD).await, world.token("lead@millrace.example").await);
    let foreign = world.person(&theirs, "channel@millrace.example").await;
    let absent = "0".repeat(32);
    for (method, path, body) in [
        ("GET", "/api/v1/people/{}", None),
        ("POST", "/api/v1/people/{}/removal", Some(json!({ "confirm": "confirm" }))),
        ("POST", "/api/v1/people/{}/deactivation", Some(json!({}))),
        ("DELETE", "/api/v1/invitations/{}", None),
        ("POST", "/api/v1/invitations/{}/renewal", Some(json!({}))),
    ] {
        let a = world.send(&ours, method, &path.replace("{}", &foreign), body.clone(), &[]).await;
        let b = world.send(&ours, method, &path.replace("{}", &absent), body, &[]).await;
        assert_eq!(a.status, StatusCode::NOT_FOUND);
        assert_eq!(a.told(), b.told(), "{method} {path}");
    }
}

#[tokio::test]
async fn bad_bodies_are_named() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    let raw = |body: &'static str, kind: &'static str| {
        let request = Request::post("/api/v1/invitations")
            .header("host", "127.0.0.1:8480")
            .header("authorization", format!("Bearer {lead}"))
            .header("content-type", kind)
            .body(HttpBody::from(body))
            .unwrap();
        world.app.clone().oneshot(request)
    };
    for (body, kind, status) in [
        ("{", "application/json", 400),
        ("[]", "application/json", 400),
        (r#"{"rows":[],"rows":[]}"#, "application/json", 400),
        (r#"{"rows":[],"tenant":"x"}"#, "application/json", 400),
        (r#"{"rows":[]}"#, "text/plain", 415),
        (r#"{"rows":[]}"#, "application/json", 422),
    ] {
        assert_eq!(raw(body, kind).await.unwrap().status().as_u16(), status, "{body} {kind}");
    }
    assert_eq!(world.get(&lead, "/api/v1/nothing").await.status, StatusCode::NOT_FOUND);
    let wrong = world.send(&lead, "PATCH", "/api/v1/company", Some(json!({})), &[]).await;
    assert_eq!((wrong.status, &wrong.body["code"]), (StatusCode::METHOD_NOT_ALLOWED, &json!("wrong_method")));
}

#[tokio::test]
async fn tokens_are_named_shown_once_revoked_and_end() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    let made = world.post(&lead, "/api/v1/tokens", json!({ "name": "CRM", "days": 30 })).await;
    assert_eq!(made.status, StatusCode::CREATED);
    let (secret, id) = (made.body["token"].as_str().unwrap(), made.body["id"].as_str().unwrap());
    let list = world.get(secret, "/api/v1/tokens").await.body;
    assert!(!list.to_string().contains(secret), "the secret is shown once");
    assert_eq!(list["tokens"].as_array().unwrap().len(), 2);
    for (name, days, field) in [("", 30, "name"), ("CRM", 0, "days"), ("CRM", 366, "days")] {
        let bad = world.post(&lead, "/api/v1/tokens", json!({ "name": name, "days": days })).await;
        assert_eq!(bad.body["faults"][0]["field"], field);
    }
    let revoke = format!("/api/v1/tokens/{id}");
    let stranger = world.token("team@larkspur.example").await;
    assert_eq!(world.send(&stranger, "DELETE", &revoke, None, &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.send(&lead, "DELETE", &revoke, None, &[]).await.status, StatusCode::NO_CONTENT);
    assert_eq!(world.get(secret, "/api/v1/me").await.status, StatusCode::UNAUTHORIZED);
    world.services.clock.advance(TimeDelta::days(1));
    assert_eq!(world.get(&lead, "/api/v1/me").await.status, StatusCode::UNAUTHORIZED, "a sign-in lasts a day");
}

// Rules: REG-2, REG-6, REG-15, REG-16, REG-17, REG-18, REG-19, REG-20, REG-22, REG-26, USR-4, USR-7
#[tokio::test]
async fn a_company_and_a_person_register_step_by_step() {
    let world = world().await;
    let step = |name: &'static str, body: Value| {
        let world = &world;
        let path = format!("/api/v1/registrations{name}");
        async move { world.post("", &path, body).await }
    };
    let code_to = |email: &'static str| {
        let store = Arc::clone(&world.services.store);
        async move {
            let mails = store.outbox(100).await.unwrap();
            let mail = mails.iter().find(|m| m.to_address == email && m.template == "security_code").unwrap();
            assert_eq!(mail.subject, "AWS Partner Network Email Verification");
            let is_code = |w: &&str| w.len() == 8 && w.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
            mail.body_text.split_whitespace().find(is_code).unwrap().to_owned()
        }
    };
    let codes_to = async |email: &str| {
        let mails = world.services.store.outbox(100).await.unwrap();
        mails.iter().filter(|m| m.to_address == email && m.template == "security_code").count()
    };
    let solve = || crate::captcha::solve(&world.services.captcha.challenge().unwrap()).unwrap();
    let person = json!({ "job_title": "Partner manager" });
    let contact = json!({ "phone": "+351 21 555", "country": "Portugal" });

    let begun = step("", json!({ "door": "company", "name": "Rui", "email": "rui@acme.example" })).await;
    assert_eq!((begun.status, &begun.body["next"]), (StatusCode::CREATED, &json!("lead")));
    let r = begun.body["registration"].clone();
    let early = step("/password", json!({ "registration": r, "password": "Harbour+Stone4", "altcha": solve() })).await;
    assert_eq!(early.body["code"], "lead_not_accepted");
    assert_eq!(step("/lead", json!({ "registration": r, "yes": false })).await.body["code"], "lead_not_accepted");
    assert_eq!(codes_to("rui@acme.example").await, 0, "nothing was asked for yet");
    assert_eq!(step("/lead", json!({ "registration": r, "yes": true })).await.body["next"], "code");
    assert_eq!(codes_to("rui@acme.example").await, 1);
    let wrong = step("/code", json!({ "registration": r, "code": "22222222" })).await;
    assert_eq!(wrong.body["faults"][0]["code"], "wrong_code");
    let code = code_to("rui@acme.example").await;
    assert_eq!(step("/code", json!({ "registration": r, "code": code })).await.body["next"], "password");
    let weak = step("/password", json!({ "registration": r, "password": "abc", "altcha": solve() })).await;
    assert_eq!(weak.body["faults"].as_array().unwrap().len(), 4, "{}", weak.body);
    let unsolved = step("/password", json!({ "registration": r, "password": "Harbour+Stone4", "altcha": "x" })).await;
    assert_eq!(unsolved.body["code"], "captcha_missing");
    let chosen = step("/password", json!({ "registration": r, "password": "Harbour+Stone4", "altcha": solve() })).await;
    assert_eq!(chosen.body["next"], "information");
    let told = step("/information", json!({ "registration": r, "customer": person, "contact": contact,
        "company": { "name": "Acme", "country": "Portugal" }, "offering": "consulting_services", "accepts_terms": true })).await;
    assert_eq!(told.body["next"], "review");
    let done = step("/register", json!({ "registration": r })).await;
    assert_eq!(done.status, StatusCode::CREATED, "{}", done.body);
    let company = world.get(done.body["token"].as_str().unwrap(), "/api/v1/company").await.body;
    assert_eq!(company["stages"], json!([{ "path": "services", "stage": "registered" }]));
    assert_eq!(step("/register", json!({ "registration": r })).await.body["code"], "registration_missing", "once");

    let nameless = step("", json!({ "door": "user", "name": "", "email": "eva@acme.example" })).await;
    assert_eq!(nameless.body["faults"][0]["code"], "required");
    assert_eq!(codes_to("eva@acme.example").await, 0, "a form with a fault asks for nothing");
    let begun = step("", json!({ "door": "user", "name": "Eva", "email": "eva@acme.example" })).await.body;
    assert_eq!(codes_to("eva@acme.example").await, 1);
    let r = begun["registration"].clone();
    step("/code", json!({ "registration": r, "code": code_to("eva@acme.example").await })).await;
    step("/password", json!({ "registration": r, "password": "Harbour+Stone4", "altcha": solve() })).await;
    step("/information", json!({ "registration": r, "customer": person, "contact": contact })).await;
    let done = step("/register", json!({ "registration": r })).await.body;
    let me = world.get(done["token"].as_str().unwrap(), "/api/v1/me").await.body;
    assert_eq!(me["roles"], json!(["standard_user"]));

    let begun = step("", json!({ "door": "company", "name": "Ben", "email": "ben@acme.example" })).await.body;
    let r = begun["registration"].clone();
    step("/lead", json!({ "registration": r, "yes": true })).await;
    let blocked = step("/code", json!({ "registration": r, "code": code_to("ben@acme.example").await })).await;
    assert_eq!(blocked.body["code"], "company_registered");
    let personal = step("", json!({ "door": "user", "name": "Eva", "email": "eva@gmail.com" })).await;
    assert_eq!(personal.body["faults"][0]["code"], "personal_domain");
    assert_eq!(codes_to("eva@gmail.com").await, 0);
}

/// Every route of the document answers; those that ask for no token do without one, and all others do not.
#[tokio::test]
async fn the_document_describes_the_routes() {
    let world = world().await;
    let document = world.get("", "/api/openapi.json").await.body;
    assert_eq!(document["openapi"], "3.1.0");
    let is_open = |security: &Value| security == &json!([]);
    assert!(!is_open(&document["security"]), "what says nothing asks for a token");
    let (mut open, mut closed) = (0, 0);
    for (path, item) in document["paths"].as_object().unwrap() {
        let methods = ["get", "post", "put", "patch", "delete"];
        for (method, operation) in item.as_object().unwrap().iter().filter(|(k, _)| methods.contains(&k.as_str())) {
            let open_here = operation.get("security").is_some_and(is_open);
            let path: String = path
                .split('/')
                .map(|part| if part.starts_with('{') { "x" } else { part })
                .collect::<Vec<_>>()
                .join("/");
            let body = (method != "get" && method != "delete").then(|| json!({}));
            for token in ["", "x"] {
                let answer = world.send(token, &method.to_uppercase(), &path, body.clone(), &[]).await;
                let refused = answer.status == StatusCode::UNAUTHORIZED;
                assert_eq!(refused, !open_here, "{method} {path}: {} {}", answer.status, answer.body);
            }
            *if open_here { &mut open } else { &mut closed } += 1;
        }
    }
    assert!(open > 8 && closed > 66, "the scan finds the operations: {open} open, {closed} closed");
}
