//! What holds for every address under `/api`, whatever it does: methods, media types, lengths, rates, and problems.

use axum::body::Body as HttpBody;
use axum::http::{HeaderMap, Request, Response, StatusCode};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

use super::{Answer, LEAD, World, world};

impl World {
    /// Sends a request as it is.
    async fn ask(&self, request: axum::http::request::Builder, body: HttpBody) -> Answer {
        let response: Response<_> = self.app.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        Answer { status: parts.status, headers: parts.headers, body }
    }
}

fn request(method: &str, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path).header("host", "127.0.0.1:8480")
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
}

/// A problem as RFC 9457 has it, with our fields.
#[track_caller]
fn is_problem(answer: &Answer, status: u16, code: &str) {
    assert_eq!((answer.status.as_u16(), &answer.body["code"]), (status, &json!(code)), "{}", answer.body);
    assert_eq!(header(&answer.headers, "content-type"), "application/problem+json");
    assert_eq!(answer.body["status"], status);
    assert_eq!(answer.body["type"], "about:blank");
    for field in ["title", "detail", "hint", "request_id"] {
        assert!(answer.body[field].as_str().is_some_and(|text| !text.is_empty()), "{field}: {}", answer.body);
    }
    assert_eq!(answer.body["request_id"], header(&answer.headers, "x-request-id"));
}

#[tokio::test]
async fn methods_that_are_not_described_are_refused_with_those_that_are() {
    let world = world().await;
    for (method, path, allowed) in [
        ("DELETE", "/api/v1/access", "GET,HEAD"),
        ("PATCH", "/api/v1/company", "GET,HEAD,PUT"),
        ("TRACE", "/api/v1/invitations", "GET,HEAD,POST"),
        ("QUERY", "/api/v1/invitations", "GET,HEAD,POST"),
        ("GET", "/api/v1/role-updates", "POST"),
        ("POST", "/api/openapi.json", "GET,HEAD"),
    ] {
        let answer = world.send("", method, path, None, &[]).await;
        is_problem(&answer, 405, "wrong_method");
        let mut methods: Vec<&str> = header(&answer.headers, "allow").split(',').map(str::trim).collect();
        methods.sort_unstable();
        assert_eq!(methods.join(","), allowed, "{method} {path}");
    }
}

#[tokio::test]
async fn head_answers_like_get_and_options_names_the_methods() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    let head = world.send(&lead, "HEAD", "/api/v1/company", None, &[]).await;
    assert_eq!((head.status, &head.body), (StatusCode::OK, &Value::Null));
    assert_eq!(header(&head.headers, "content-type"), "application/json");
    assert!(!header(&head.headers, "etag").is_empty());
    let options = world.send("", "OPTIONS", "/api/v1/company", None, &[]).await;
    assert_eq!(options.status, StatusCode::NO_CONTENT);
    assert!(header(&options.headers, "allow").contains("PUT"));
    let unknown = world.send("", "OPTIONS", "/api/v1/nothing", None, &[]).await;
    is_problem(&unknown, 404, "missing");
}

/// The part that strangers must not know of has no methods either.
#[tokio::test]
async fn strangers_learn_no_method_of_the_operators_part() {
    let world = world().await;
    for method in ["OPTIONS", "PATCH", "HEAD"] {
        let answer = world.send("", method, "/api/v1/operator/companies", None, &[]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{method}");
        assert_eq!(header(&answer.headers, "allow"), "", "{method}");
    }
}

#[tokio::test]
async fn media_types_are_negotiated_before_anything_is_done() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    for (path, accept, status) in [
        ("/api/v1/company", "application/json", 200),
        ("/api/v1/company", "text/html, */*;q=0.1", 200),
        ("/api/v1/company", "text/html", 406),
        ("/api/v1/company", "application/json;q=0", 406),
        ("/api/v1/opportunities/bulk/template", "text/csv", 200),
        ("/api/v1/opportunities/bulk/template", "application/json", 406),
    ] {
        let answer = world.send(&lead, "GET", path, None, &[("accept", accept)]).await;
        assert_eq!(answer.status.as_u16(), status, "{path} {accept}");
        if status == 406 {
            is_problem(&answer, 406, "not_acceptable");
        }
    }
    let rows = json!({ "rows": [{ "email": "zoe@larkspur.example", "roles": ["ace_user"] }] });
    let html = [("accept", "text/html")];
    let refused = world.send(&lead, "POST", "/api/v1/invitations", Some(rows.clone()), &html).await;
    is_problem(&refused, 406, "not_acceptable");
    let made = world.post(&lead, "/api/v1/invitations", rows).await;
    assert_eq!(made.status, StatusCode::CREATED, "the refused request invited nobody");
    for kind in ["text/plain", "application/x-www-form-urlencoded", "application/jsonx", ""] {
        let mut asked = request("POST", "/api/v1/invitations").header("authorization", format!("Bearer {lead}"));
        if !kind.is_empty() {
            asked = asked.header("content-type", kind);
        }
        is_problem(&world.ask(asked, HttpBody::from("{}")).await, 415, "not_json");
    }
}

#[tokio::test]
async fn whatever_is_refused_under_the_api_is_a_problem() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    for path in ["/api", "/api/", "/api/v1", "/api/v2/people", "/api/v1/people/", "/api/nothing/at/all"] {
        is_problem(&world.get(&lead, path).await, 404, "missing");
    }
    // Not UTF-8 once it is decoded.
    is_problem(&world.get(&lead, "/api/v1/people/%FF").await, 400, "malformed");
    let bearer = format!("Bearer {lead}");
    let long = "x".repeat(crate::guard::BODY_BYTES_MAX + 1);
    let post = || {
        let post = request("POST", "/api/v1/invitations").header("authorization", &bearer);
        post.header("content-type", "application/json")
    };
    let announced = post().header("content-length", long.len());
    is_problem(&world.ask(announced, HttpBody::from(long.clone())).await, 413, "too_large");
    is_problem(&world.ask(post(), HttpBody::from(long)).await, 413, "too_large");
    let foreign = request("POST", "/api/v1/invitations").header("origin", "https://evil.example");
    is_problem(&world.ask(foreign, HttpBody::empty()).await, 403, "cross_site");
    let elsewhere = Request::builder().uri("/api/v1/company").header("host", "evil.example");
    is_problem(&world.ask(elsewhere, HttpBody::empty()).await, 421, "unknown_host");
    for (name, value, code) in [
        ("idempotency-key", "", "idempotency_key"),
        ("idempotency-key", "a\tb", "idempotency_key"),
        ("if-match", "7", "if_match"),
        ("if-match", "\"7\", \"8\"", "if_match"),
    ] {
        let rows = json!({ "rows": [{ "email": "yan@larkspur.example", "roles": ["ace_user"] }] });
        let answer = world.send(&lead, "POST", "/api/v1/invitations", Some(rows), &[(name, value)]).await;
        is_problem(&answer, 400, code);
    }
}

#[tokio::test]
async fn too_many_requests_are_told_how_long_to_wait() {
    let world = world().await;
    let wrong = json!({ "email": LEAD, "password": "wrong" });
    let mut last = None;
    for _ in 0..6 {
        last = Some(world.post("", "/api/v1/sessions", wrong.clone()).await);
    }
    let limited = last.unwrap();
    is_problem(&limited, 429, "too_many_requests");
    assert!(header(&limited.headers, "retry-after").parse::<u64>().unwrap() >= 1);
    let mut refused = None;
    for _ in 0..700 {
        let answer = world.get("", "/api/nothing").await;
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.unwrap();
    is_problem(&refused, 429, "too_many_requests");
    assert!(header(&refused.headers, "retry-after").parse::<u64>().unwrap() >= 1);
}

// Rules: SUPPORT-2
#[tokio::test]
async fn lists_of_tasks_and_cases_are_read_by_cursors() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    for (path, field, id) in [("/api/v1/tasks", "tasks", "task"), ("/api/v1/support/cases", "cases", "id")] {
        if field == "cases" {
            for n in 0..3 {
                let case = json!({ "case_type": "account_and_access", "question": "sign_in", "specific": "no_code",
                    "subject": format!("No code {n}"), "description": "It does not come." });
                let made = world.post(&lead, path, case).await;
                assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
            }
        }
        let ids = |page: &Value| -> Vec<String> {
            page[field].as_array().unwrap().iter().map(|row| row[id].as_str().unwrap().to_owned()).collect()
        };
        let all = ids(&world.get(&lead, path).await.body);
        assert!(all.len() > 2, "{path}: {all:?}");
        let (mut seen, mut address) = (Vec::new(), format!("{path}?limit=2"));
        loop {
            let page = world.get(&lead, &address).await.body;
            let shown = ids(&page);
            assert!((1..=2).contains(&shown.len()), "{page}");
            seen.extend(shown);
            match page["next_cursor"].as_str() {
                Some(cursor) => address = format!("{path}?limit=2&cursor={cursor}"),
                None => break,
            }
        }
        assert_eq!(seen, all, "{path}");
        for query in ["limit=0", "limit=201", "cursor=x", "color=red"] {
            is_problem_of_a_query(&world.get(&lead, &format!("{path}?{query}")).await);
        }
    }
}

#[track_caller]
fn is_problem_of_a_query(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{}", answer.body);
    assert_eq!(header(&answer.headers, "content-type"), "application/problem+json");
}

#[tokio::test]
async fn a_file_that_is_sent_twice_under_a_key_is_kept_once() {
    let world = world().await;
    let lead = world.token(LEAD).await;
    let send = |key: &'static str, text: &'static str| {
        let upload = request("POST", "/api/v1/support/files?name=a.txt")
            .header("authorization", format!("Bearer {lead}"))
            .header("content-type", "text/plain")
            .header("idempotency-key", key);
        world.ask(upload, HttpBody::from(text))
    };
    let first = send("f1", "one").await;
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.body);
    let again = send("f1", "one").await;
    assert_eq!((again.status, &again.body), (StatusCode::CREATED, &first.body));
    assert_eq!(header(&again.headers, "idempotent-replayed"), "true");
    is_problem(&send("f1", "two").await, 422, "idempotency_key_reused");
    let other = send("f2", "one").await;
    assert_ne!(other.body["id"], first.body["id"]);
}
