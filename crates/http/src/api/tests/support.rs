//! Support through the API: files of messages, the contact form, and what operators do.

use super::*;

const USER: &str = "user@larkspur.example";

struct File {
    status: StatusCode,
    headers: HeaderMap,
    bytes: Vec<u8>,
}

impl World {
    /// Sends bytes, and reads what comes back as it is.
    async fn raw(&self, token: &str, method: &str, path: &str, media_type: &str, content: &[u8]) -> File {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "127.0.0.1:8480")
            .header("authorization", format!("Bearer {token}"))
            .header("content-type", media_type)
            .body(HttpBody::from(content.to_vec()))
            .unwrap();
        let (parts, body) = self.app.clone().oneshot(request).await.unwrap().into_parts();
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        File { status: parts.status, headers: parts.headers, bytes }
    }

    async fn upload(&self, token: &str, path: &str, media_type: &str, content: &[u8]) -> (StatusCode, Value) {
        let answer = self.raw(token, "POST", path, media_type, content).await;
        (answer.status, serde_json::from_slice(&answer.bytes).unwrap_or_default())
    }
}

fn case(files: &[&str]) -> Value {
    json!({ "case_type": "account_and_access", "question": "sign_in", "specific": "no_code", "subject": "No code",
        "description": "It does not arrive", "files": files })
}

// Rules: SUPPORT-3, SUPPORT-9
#[tokio::test]
async fn files_go_with_messages_and_come_back_as_they_were() {
    let world = world().await;
    let (user, lead, other) =
        (world.token(USER).await, world.token(LEAD).await, world.token("lead@pebble.example").await);
    let path = |name: &str| format!("/api/v1/support/files?name={name}");
    let png = b"\x89PNG\r\n\x1a\nrest";
    let (status, file) = world.upload(&user, &path("screen%20shot.png"), "image/png", png).await;
    assert_eq!((status, &file["bytes"], &file["name"]), (StatusCode::CREATED, &json!(12), &json!("screen shot.png")));
    let id = file["id"].as_str().unwrap();
    for (name, media_type, content, faults) in [
        ("a.html", "text/html", b"<p>".as_slice(), json!([{ "field": "media_type", "code": "not_allowed" }])),
        ("a.png", "image/png", b"<p>", json!([{ "field": "media_type", "code": "not_what_it_says" }])),
        ("..%2Fa.png", "image/png", png, json!([{ "field": "name", "code": "not_a_file_name" }])),
        ("a.txt", "text/plain", b"", json!([{ "field": "bytes", "code": "empty" }])),
    ] {
        let (status, body) = world.upload(&user, &path(name), media_type, content).await;
        assert_eq!((status, &body["faults"]), (StatusCode::UNPROCESSABLE_ENTITY, &faults), "{name}");
    }
    let large = vec![b'x'; 10_485_761];
    assert_eq!(world.upload(&user, &path("a.txt"), "text/plain", &large).await.0, StatusCode::PAYLOAD_TOO_LARGE);
    // Nobody sends what somebody else uploaded, and nothing twice.
    let cases = "/api/v1/support/cases";
    let foreign = world.post(&lead, cases, case(&[id])).await;
    assert_eq!(foreign.body["faults"], json!([{ "field": "files[0]", "code": "unknown" }]));
    let opened = world.post(&user, cases, case(&[id])).await;
    assert_eq!(opened.status, StatusCode::CREATED, "{}", opened.body);
    assert_eq!(opened.body["messages"][0]["files"][0]["name"], "screen shot.png");
    assert_eq!(world.post(&user, cases, case(&[id])).await.body["faults"][0]["code"], "unknown");
    let place = format!("{cases}/{}/files/{id}", opened.body["id"].as_str().unwrap());
    for token in [&user, &lead] {
        let file = world.raw(token, "GET", &place, "", b"").await;
        assert_eq!((file.status, file.bytes.as_slice()), (StatusCode::OK, png.as_slice()));
        let header = |name: &str| file.headers.get(name).unwrap().to_str().unwrap().to_owned();
        assert_eq!(header("content-type"), "image/png");
        assert_eq!(header("content-disposition"), "attachment; filename*=UTF-8''screen%20shot.png");
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert!(header("content-security-policy").contains("sandbox"));
    }
    assert_eq!(world.raw(&other, "GET", &place, "", b"").await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        world.raw(&user, "GET", &place.replace(id, &"0".repeat(32)), "", b"").await.status,
        StatusCode::NOT_FOUND
    );
    // What no message names goes after a day; what one names stays.
    let (_, waiting) = world.upload(&user, &path("a.txt"), "text/plain", b"later").await;
    world.services.clock.advance(TimeDelta::hours(25));
    world.services.sweep().await;
    let user = world.token(USER).await;
    let gone = world.post(&user, cases, case(&[waiting["id"].as_str().unwrap()])).await;
    assert_eq!(gone.body["faults"][0]["code"], "unknown");
    assert_eq!(world.raw(&user, "GET", &place, "", b"").await.bytes, png);
}

// Rules: SUPPORT-10
#[tokio::test]
async fn who_is_locked_out_writes_without_signing_in() {
    let world = world().await;
    let solved = || {
        let challenge = world.services.captcha.challenge().unwrap();
        crate::captcha::solve(&challenge).unwrap()
    };
    let path = "/api/v1/support/inquiries";
    let form = |subject: &str, altcha: &str| {
        json!({ "name": "Ana", "email": "ana@mail.example", "subject": subject, "text": "I am locked out",
            "altcha": altcha })
    };
    let altcha = solved();
    let faulty = world.post("", path, form("", &altcha)).await;
    assert_eq!(faulty.body["faults"], json!([{ "field": "subject", "code": "required" }]), "{}", faulty.body);
    let done = world.post("", path, form("Locked out", &altcha)).await;
    assert_eq!(done.status, StatusCode::ACCEPTED, "a fault does not spend the solution: {}", done.body);
    assert_eq!(done.body["id"].as_str().unwrap().len(), 32);
    assert_eq!(world.post("", path, form("Locked out", &altcha)).await.body["code"], "captcha_missing");
    let mut limited = false;
    for _ in 0..12 {
        limited |= world.post("", path, form("Locked out", "x")).await.status == StatusCode::TOO_MANY_REQUESTS;
    }
    assert!(limited, "nobody writes on and on");
}

// Rules: SUPPORT-3, SUPPORT-10, C-116
#[tokio::test]
async fn operators_see_what_waits_answer_and_close() {
    let world = world().await;
    let (user, operator) = (world.token(USER).await, world.operator().await);
    let queue = async || {
        let waiting = world.get(&operator, "/api/v1/operator/support").await.body["waiting"].clone();
        let ours = |w: &&Value| w["subject"] == "No code" || w["subject"] == "Locked out";
        waiting.as_array().unwrap().iter().filter(ours).cloned().collect::<Vec<_>>()
    };
    let opened = world.post(&user, "/api/v1/support/cases", case(&[])).await.body;
    world.services.clock.advance(TimeDelta::minutes(1));
    let altcha = crate::captcha::solve(&world.services.captcha.challenge().unwrap()).unwrap();
    let form = json!({ "name": "Ana", "email": "ana@mail.example", "subject": "Locked out", "text": "Help",
        "altcha": altcha });
    let inquiry = world.post("", "/api/v1/support/inquiries", form).await.body["id"].as_str().unwrap().to_owned();
    let waiting = queue().await;
    assert_eq!((waiting.len(), &waiting[0]["case"]), (2, &opened["id"]), "the longest first: {waiting:?}");
    assert_eq!(waiting[1]["inquiry"], inquiry.as_str());
    let company = waiting[0]["company"].as_str().unwrap();
    let path = format!("/api/v1/operator/companies/{company}/cases/{}", opened["id"].as_str().unwrap());
    let place = format!("/api/v1/operator/companies/{company}/files?name=how.txt");
    let (status, large) = world.upload(&operator, &place, "text/plain", &vec![b'x'; 100 * 1024]).await;
    assert_eq!((status, &large["bytes"]), (StatusCode::CREATED, &json!(102_400)), "{large}");
    let (status, file) = world.upload(&operator, &place, "text/plain", b"Look here").await;
    assert_eq!(status, StatusCode::CREATED, "{file}");
    let answer = json!({ "text": "Look into the spam folder", "files": [file["id"]] });
    let key = [("idempotency-key", "once")];
    let done = world.send(&operator, "POST", &format!("{path}/messages"), Some(answer.clone()), &key).await;
    assert_eq!((done.status, &done.body["messages"][1]["by"]), (StatusCode::CREATED, &json!({ "support": true })));
    let again = world.send(&operator, "POST", &format!("{path}/messages"), Some(answer), &key).await;
    assert_eq!(again.body, done.body, "told again, said once");
    // Who opened it hears of it, and reads answer and file in the portal.
    let mails = world.services.store.outbox(20).await.unwrap();
    assert_eq!(mails.iter().filter(|m| m.template == "case_answered" && m.to_address == USER).count(), 1);
    let file =
        format!("/api/v1/support/cases/{}/files/{}", opened["id"].as_str().unwrap(), file["id"].as_str().unwrap());
    assert_eq!(world.raw(&user, "GET", &file, "", b"").await.bytes, b"Look here");
    assert_eq!(queue().await.len(), 1);
    assert_eq!(world.send(&operator, "DELETE", &path, None, &[]).await.status, StatusCode::OK);
    assert_eq!(world.send(&operator, "DELETE", &path, None, &[]).await.body["code"], "case_closed");
    let path = format!("/api/v1/operator/inquiries/{inquiry}");
    assert_eq!(world.get(&operator, &path).await.body["subject"], "Locked out");
    let done = world.post(&operator, &format!("{path}/answers"), json!({ "text": "Ask your lead" })).await;
    assert_eq!((done.status, &done.body["answers"][0]["text"]), (StatusCode::CREATED, &json!("Ask your lead")));
    let mails = world.services.store.outbox(20).await.unwrap();
    let sent = mails.iter().find(|m| m.template == "inquiry_answered").unwrap();
    assert_eq!(sent.to_address, "ana@mail.example");
    assert!(queue().await.is_empty());
    assert_eq!(world.send(&operator, "DELETE", &path, None, &[]).await.status, StatusCode::OK);
    let nowhere = format!("/api/v1/operator/companies/{}/cases/{}", "0".repeat(32), "0".repeat(32));
    assert_eq!(world.get(&operator, &nowhere).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.get(&user, "/api/v1/operator/support").await.status, StatusCode::NOT_FOUND);
}
