//! The pages, called without a socket by a client that keeps cookies, sends the form token and follows redirects.

mod access;
mod company;
mod content;
mod english;
mod entry;
mod errors;
mod help;
mod languages;
mod marketplace;
mod operator;
mod operator_work;
mod outside;
mod own;
mod people;
mod pipeline;
mod showcase;
mod support;
mod tasks;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use chrono::DateTime;
use guildhall_core::Program;
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::app::App;
use crate::clock::Clock;
use crate::config::Settings;
use crate::launch;
use crate::secrets::{Cost, ServerSecret};
use crate::services::{Costs, Services};
use crate::store::sqlite::SqliteStore;

/// A password that meets the policy.
const PASSWORD: &str = "Velvet+River42";

/// A portal of its own.
struct World {
    _dir: tempfile::TempDir,
    app: App,
    router: Router,
}

impl World {
    /// An empty portal.
    async fn new() -> Self {
        Self::of(false).await
    }

    /// A portal with the demo's companies: people in all nine roles.
    async fn demo() -> Self {
        Self::of(true).await
    }

    async fn of(demo: bool) -> Self {
        Self::with(demo, Program::guide().clone()).await
    }

    /// A portal of another programme.
    async fn with(demo: bool, program: Program) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let store = Arc::new(SqliteStore::open(dir.path()).await.unwrap());
        let clock = Clock::fixed(DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        let costs = Costs { password: Cost::CHEAPEST, captcha_difficulty: 100 };
        let settings = Settings { demo, ..Settings::for_tests() };
        let services = Services::new(store, &ServerSecret::random().unwrap(), costs, clock, settings).unwrap();
        let app = launch::portal(services, program).await.unwrap();
        let router = launch::routes(app.clone());
        Self { _dir: dir, app, router }
    }

    /// A browser without cookies.
    fn browser(&self) -> Browser {
        Browser {
            router: self.router.clone(),
            clock: self.app.services.clock.clone(),
            cookies: BTreeMap::new(),
            status: StatusCode::OK,
            headers: HeaderMap::new(),
            body: String::new(),
            path: String::new(),
        }
    }

    /// A browser in which somebody of the demo is signed in.
    async fn signed_in(&self, email: &str) -> Browser {
        let mut browser = self.browser();
        browser.sign_in(email, crate::demo::PASSWORD).await;
        assert_eq!(browser.status, 200, "{email}: {}", browser.body);
        assert!(browser.body.contains("Hello, "), "{email} is on the home page");
        browser
    }

    /// The last mail to an address.
    async fn mail_to(&self, address: &str) -> Option<crate::store::OutboxMail> {
        self.app.services.store.outbox(500).await.unwrap().into_iter().find(|mail| mail.to_address == address)
    }

    /// The code in the last mail to an address.
    async fn code_for(&self, address: &str) -> String {
        let mail = self.mail_to(address).await.unwrap();
        assert_eq!(mail.template, "security_code");
        let is_code =
            |word: &&str| word.len() == 8 && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        mail.body_text.split_whitespace().find(is_code).unwrap().to_owned()
    }

    /// A solved proof of work.
    fn captcha(&self) -> String {
        crate::captcha::solve(&self.app.services.captcha.challenge().unwrap()).unwrap()
    }

    /// Registers a company by its pages; the browser ends signed in as the lead.
    async fn register(&self, email: &str) -> Browser {
        let mut browser = self.browser();
        browser.get("/register").await;
        browser.post("/register", &[("name", "Ana Lark"), ("email", email)]).await;
        browser.post("/register/lead", &[("answer", "yes")]).await;
        let code = self.code_for(email).await;
        browser.post("/register/code", &[("code", &code)]).await;
        browser.post("/register/password", &[("password", PASSWORD), ("altcha", &self.captcha())]).await;
        browser.post("/register/information", COMPANY).await;
        browser.post("/register/review", &[]).await;
        assert_eq!((browser.status, browser.path.as_str()), (StatusCode::OK, "/"), "{}", browser.body);
        browser
    }

    /// Joins a registered company by its pages; the browser ends signed in.
    async fn join(&self, start: &str, name: &str, email: &str) -> Browser {
        let mut browser = self.browser();
        browser.get(start).await;
        browser.post(start, &[("name", name), ("email", email)]).await;
        let code = self.code_for(email).await;
        browser.post("/join/code", &[("code", &code)]).await;
        browser.post("/join/password", &[("password", PASSWORD), ("altcha", &self.captcha())]).await;
        browser.post("/join/information", PERSON).await;
        browser.post("/join/review", &[]).await;
        browser
    }
}

/// What a person tells.
const PERSON: &[(&str, &str)] =
    &[("customer.job_title", "Partner manager"), ("contact.phone", "+49 30 1234"), ("contact.country", "Germany")];

/// What a registrant tells.
const COMPANY: &[(&str, &str)] = &[
    ("customer.job_title", "Head of alliances"),
    ("contact.phone", "+49 30 1234"),
    ("contact.country", "Germany"),
    ("company.name", "Acme"),
    ("company.country", "Germany"),
    ("offering", "software_products"),
    ("accepts_terms", "yes"),
];

/// Keeps cookies, and what was answered last.
struct Browser {
    router: Router,
    clock: Clock,
    cookies: BTreeMap<String, String>,
    status: StatusCode,
    headers: HeaderMap,
    body: String,
    /// Where the redirects ended.
    path: String,
}

impl Browser {
    async fn get(&mut self, path: &str) {
        let mut path = path.to_owned();
        for _ in 0..5 {
            self.send(Request::get(&path), Body::empty()).await;
            self.path.clone_from(&path);
            match self.location() {
                Some(next) => path = next,
                None => return,
            }
        }
        panic!("too many redirects at {path}");
    }

    /// Sends a form with the token of the last page, and follows where it leads.
    async fn post(&mut self, path: &str, fields: &[(&str, &str)]) {
        let token = self.token();
        self.post_with(path, &token, fields).await;
        self.path = path.to_owned();
        if let Some(next) = self.location() {
            self.get(&next).await;
        }
    }

    /// Sends a form with this token, and stays.
    async fn post_with(&mut self, path: &str, token: &str, fields: &[(&str, &str)]) {
        let all = fields.iter().copied().chain([("form_token", token)]);
        let body: String = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(all).finish();
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", "http://127.0.0.1:8480");
        self.send(request, Body::from(body)).await;
    }

    async fn send(&mut self, request: axum::http::request::Builder, body: Body) {
        // Time passes, so that the newest mail is known.
        self.clock.advance(chrono::TimeDelta::milliseconds(10));
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request.header("host", "127.0.0.1:8480").header("cookie", cookies.join("; "));
        let response = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            if cookie.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        self.status = parts.status;
        self.headers = parts.headers;
        self.body = String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap();
        assert!(!self.body.contains('\u{27e6}'), "words are missing: {}", self.body);
    }

    fn location(&self) -> Option<String> {
        (self.status == StatusCode::SEE_OTHER).then(|| self.headers[header::LOCATION].to_str().unwrap().to_owned())
    }

    fn token(&self) -> String {
        self.between("name=\"form_token\" value=\"", "\"").unwrap_or_default()
    }

    fn between(&self, before: &str, after: &str) -> Option<String> {
        Some(self.body.split_once(before)?.1.split_once(after)?.0.to_owned())
    }

    async fn sign_in(&mut self, email: &str, password: &str) {
        self.get("/").await;
        self.post("/sign-in", &[("email", email), ("password", password)]).await;
    }

    #[track_caller]
    fn shows(&self, text: &str) {
        assert!(self.body.contains(text), "{} {} does not show {text:?}:\n{}", self.status, self.path, self.body);
    }

    #[track_caller]
    fn hides(&self, text: &str) {
        assert!(!self.body.contains(text), "{} {} shows {text:?}", self.status, self.path);
    }

    /// The id of a member, from the list of users.
    async fn member(&mut self, email: &str) -> String {
        self.get(&format!("/company/users?all=yes&q={email}")).await;
        self.between("name=\"member\" value=\"", "\"").unwrap()
    }
}
