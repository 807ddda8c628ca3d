//! The pages for what goes wrong: each says what happened, leads on, and names the request.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};

use super::{Browser, World};
use crate::guard::{Fault, RequestId};
use crate::limits::Limited;
use crate::pages::locale::Words;

impl Browser {
    /// Sends what no form of ours sends.
    async fn odd(&mut self, method: Method, path: &str, media_type: &str, body: String) {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("content-type", media_type)
            .header("origin", "http://127.0.0.1:8480");
        self.send(request, Body::from(body)).await;
        self.path = path.to_owned();
    }

    /// That this is the page of a status, with the title of its words, a way on, and the request by which it is found.
    #[track_caller]
    fn is_error(&self, status: StatusCode) {
        let code = status.as_u16();
        assert_eq!(self.status, status, "{}: {}", self.path, self.body);
        self.shows(&format!("<p class=\"kicker\">{code}</p>"));
        self.shows(&format!("<h1>{}</h1>", Words::default().t(&format!("error-{code}-title"))));
        self.shows("<a class=\"button\" href=\"/\">");
        self.shows(&format!("<code>{}</code>", self.headers["x-request-id"].to_str().unwrap()));
    }
}

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn every_error_has_a_page_that_names_the_request() {
    let world = World::demo().await;
    let mut b = world.signed_in("lead@larkspur.example").await;
    b.get("/company/trail?what=everything").await;
    b.is_error(StatusCode::BAD_REQUEST);
    b.get("/nothing/here").await;
    b.is_error(StatusCode::NOT_FOUND);
    b.odd(Method::POST, "/help", FORM, String::new()).await;
    b.is_error(StatusCode::METHOD_NOT_ALLOWED);
    b.post_with("/profile", "another", &[("name", "Ana")]).await;
    b.is_error(StatusCode::FORBIDDEN);
    b.shows("lay open too long");
    b.odd(Method::POST, "/profile", "application/json", "{}".to_owned()).await;
    b.is_error(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    b.odd(Method::POST, "/profile", FORM, "x".repeat(crate::guard::BODY_BYTES_MAX + 1)).await;
    b.is_error(StatusCode::PAYLOAD_TOO_LARGE);
    b.get("/profile").await;
    let token = b.token();
    b.post_with("/profile", &token, &[("name", "Ana"), ("unheard_of", "1")]).await;
    b.is_error(StatusCode::BAD_REQUEST);
    // What the room refuses for the state that it is in.
    let unmap = "/company/marketplace/crm/unmap";
    b.get(unmap).await;
    b.post(unmap, &[]).await;
    b.get("/").await;
    b.post(unmap, &[]).await;
    assert_eq!(b.status, StatusCode::CONFLICT);
    let mut stranger = world.browser();
    for _ in 0..12 {
        stranger.get("/").await;
        stranger.post("/sign-in", &[("email", "a@b.example"), ("password", "x")]).await;
    }
    stranger.is_error(StatusCode::TOO_MANY_REQUESTS);
    assert!(stranger.headers.contains_key("retry-after"));
}

#[tokio::test]
async fn what_the_guard_finds_has_the_same_pages() {
    let mut b = World::new().await.browser();
    for fault in [
        Fault::UnknownHost,
        Fault::CrossSite,
        Fault::TooLarge,
        Fault::Limited(Limited { retry_after_s: 60 }),
        Fault::TimedOut,
        Fault::Panicked,
    ] {
        let id = RequestId("0123abcd".to_owned());
        let response = crate::pages::fault_page(fault, &id);
        b.status = response.status();
        b.headers.insert("x-request-id", id.0.parse().unwrap());
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
        b.body = String::from_utf8(bytes.to_vec()).unwrap();
        b.is_error(fault.status());
        b.hides("\u{27e6}");
    }
}
