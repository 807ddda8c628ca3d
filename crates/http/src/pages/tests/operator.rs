//! The operator's side: closed to everybody else as if it were not there, open to operators.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use super::{Browser, World};
use crate::demo;

/// Where the routes of the side are declared.
const ROUTES: &[&str] = &[include_str!("../operator/mod.rs")];

/// A value for each part of an address that stands for one.
const ID: &str = "0123456789abcdef0123456789abcdef";

/// Every address of the side, as its routes declare it.
fn addresses() -> Vec<String> {
    let code = ROUTES.concat();
    let declared = code.split(".route(").skip(1).filter_map(|rest| rest.split(',').next());
    let mut addresses: Vec<String> = declared
        .map(|path| match path.trim() {
            "HOME_PATH" => crate::operator::HOME_PATH.to_owned(),
            "SIGN_IN_PATH" => crate::operator::SIGN_IN_PATH.to_owned(),
            quoted => quoted.trim_matches('"').to_owned(),
        })
        .collect();
    for address in &mut addresses {
        while let Some((before, rest)) = address.clone().split_once('{') {
            let after = rest.split_once('}').unwrap().1;
            *address = format!("{before}{ID}{after}");
        }
    }
    addresses
}

/// What a browser is told at an address, without what differs between any two requests.
async fn told(browser: &mut Browser, method: &str, path: &str) -> (StatusCode, Vec<String>, String) {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("origin", "http://127.0.0.1:8480");
    browser.send(request, Body::empty()).await;
    let id = browser.headers["x-request-id"].to_str().unwrap().to_owned();
    // The address of the page stands in it, so that its length differs.
    let apart = ["x-request-id", "set-cookie", "content-length"];
    let headers = browser.headers.iter().filter(|(name, _)| !apart.contains(&name.as_str()));
    let headers = headers.map(|(name, value)| format!("{name}: {value:?}")).collect();
    (browser.status, headers, browser.body.replace(&id, "ID").replace(path, "PATH"))
}

impl World {
    /// A browser in which the demo's operator is signed in.
    pub(super) async fn operator(&self) -> Browser {
        let mut browser = self.browser();
        browser.get("/operator/sign-in").await;
        let fields = [("email", demo::OPERATOR_ADDRESS), ("password", demo::PASSWORD)];
        browser.post("/operator/sign-in", &fields).await;
        assert_eq!(
            (browser.status, browser.path.as_str()),
            (StatusCode::OK, "/operator/companies"),
            "{}",
            browser.body
        );
        browser
    }
}

#[tokio::test]
async fn to_partners_and_visitors_the_side_does_not_exist() {
    let world = World::demo().await;
    let addresses = addresses();
    assert!(addresses.len() > 5, "{addresses:?}");
    let mut browsers = vec![("visitor".to_owned(), world.browser())];
    for person in world.app.demo_people.iter().filter(|p| p.email.ends_with("@larkspur.example")) {
        browsers.push((person.email.clone(), world.signed_in(&person.email).await));
    }
    browsers.push(("channel".to_owned(), world.signed_in("channel@millrace.example").await));
    for (who, browser) in &mut browsers {
        for method in ["GET", "HEAD", "POST", "PUT", "DELETE"] {
            let unknown = told(browser, method, "/nothing-here").await;
            assert_eq!(unknown.0, StatusCode::NOT_FOUND);
            for address in &addresses {
                let door = match address.as_str() {
                    "/operator" => method == "GET",
                    "/operator/sign-in" => ["GET", "HEAD", "POST"].contains(&method),
                    _ => false,
                };
                if who == "visitor" && door {
                    continue;
                }
                assert_eq!(told(browser, method, address).await, unknown, "{who} {method} {address}");
            }
        }
    }
}

#[tokio::test]
async fn operators_open_their_side_and_nothing_of_a_company() {
    let world = World::demo().await;
    let mut browser = world.operator().await;
    for address in ["/operator/companies", "/operator/account", "/operator/sign-out"] {
        browser.get(address).await;
        assert_eq!(browser.status, StatusCode::OK, "{address}");
        browser.shows(demo::OPERATOR);
    }
    browser.get("/company/users").await;
    browser.shows("Sign in");
    browser.hides("lead@larkspur.example</td>");
}

#[tokio::test]
async fn a_visitor_is_led_to_the_sign_in_and_finds_no_link_to_it() {
    let world = World::demo().await;
    let mut browser = world.browser();
    for page in ["/", "/register", "/help", "/terms"] {
        browser.get(page).await;
        browser.hides("/operator");
    }
    browser.get("/operator").await;
    assert_eq!(browser.path, "/operator/sign-in?next=%2Foperator");
    assert_eq!(browser.headers["x-robots-tag"], "noindex");
}

// Rules: SIGN-4
#[tokio::test]
async fn every_failure_to_sign_in_looks_alike_and_is_limited() {
    let world = World::demo().await;
    let mut browser = world.browser();
    let mut seen = Vec::new();
    for (email, password) in [
        (demo::OPERATOR_ADDRESS, "wrong"),
        ("nobody@guild.example", demo::PASSWORD),
        ("lead@larkspur.example", demo::PASSWORD),
        ("", ""),
    ] {
        browser.get("/operator/sign-in").await;
        browser.post("/operator/sign-in", &[("email", email), ("password", password)]).await;
        let id = browser.headers["x-request-id"].to_str().unwrap().to_owned();
        let typed = format!("name=\"email\" value=\"{email}\"");
        seen.push((browser.status, browser.body.replace(&id, "ID").replace(&typed, "TYPED")));
    }
    assert_eq!(seen[0].0, StatusCode::UNAUTHORIZED);
    for other in &seen[1..] {
        assert_eq!(*other, seen[0]);
    }
    for _ in 0..6 {
        browser.get("/operator/sign-in").await;
        browser.post("/operator/sign-in", &[("email", "nobody@guild.example"), ("password", "x")]).await;
    }
    assert_eq!(browser.status, StatusCode::TOO_MANY_REQUESTS);
    // An operator is no partner, whatever the password.
    browser.sign_in(demo::OPERATOR_ADDRESS, demo::PASSWORD).await;
    assert_eq!(browser.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_session_that_has_ended_leads_back_to_where_it_was() {
    let world = World::demo().await;
    let mut browser = world.operator().await;
    world.app.services.clock.advance(chrono::TimeDelta::minutes(31));
    browser.get("/operator/account").await;
    assert_eq!(browser.path, "/operator/sign-in?next=%2Foperator%2Faccount");
    let fields = [("email", demo::OPERATOR_ADDRESS), ("password", demo::PASSWORD), ("next", "/operator/account")];
    browser.post("/operator/sign-in", &fields).await;
    assert_eq!(browser.path, "/operator/account");
    for next in ["https://evil.example/", "//evil.example", "/company/users", "/operator/sign-in"] {
        let mut other = world.browser();
        other.get("/operator/sign-in").await;
        let fields = [("email", demo::OPERATOR_ADDRESS), ("password", demo::PASSWORD), ("next", next)];
        other.post("/operator/sign-in", &fields).await;
        assert_eq!(other.path, "/operator/companies", "{next}");
    }
}

// Rules: SIGN-8
#[tokio::test]
async fn signing_out_ends_the_session() {
    let world = World::demo().await;
    let mut browser = world.operator().await;
    let cookie = browser.cookies["operator"].clone();
    browser.get("/operator/sign-out").await;
    browser.post("/operator/sign-out", &[]).await;
    assert_eq!(browser.path, "/operator/sign-in");
    browser.cookies.insert("operator".to_owned(), cookie);
    browser.get("/operator/account").await;
    assert_eq!(browser.path, "/operator/sign-in?next=%2Foperator%2Faccount");
}

#[tokio::test]
async fn a_form_of_the_side_needs_its_own_token() {
    let world = World::demo().await;
    let mut browser = world.operator().await;
    browser.get("/operator/account").await;
    let visitors = {
        let mut visitor = world.browser();
        visitor.get("/").await;
        visitor.token()
    };
    for token in ["", visitors.as_str()] {
        browser.post_with("/operator/account/tokens", token, &[("token_name", "crm"), ("days", "30")]).await;
        assert_eq!(browser.status, StatusCode::FORBIDDEN);
    }
    browser.get("/operator/account").await;
    let token = browser.token();
    browser.post_with("/language", &token, &[("language", "en"), ("next", "/operator/account")]).await;
    assert_eq!(browser.location().as_deref(), Some("/operator/account"), "the choice of a language is everybody's");
}

#[tokio::test]
async fn tokens_and_passwords_of_operators_are_their_own() {
    let world = World::demo().await;
    let mut browser = world.operator().await;
    browser.get("/operator/account").await;
    browser.post("/operator/account/tokens", &[("token_name", ""), ("days", "3000")]).await;
    assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
    browser.post("/operator/account/tokens", &[("token_name", "crm"), ("days", "30")]).await;
    let secret = browser.between("<code class=\"secret\">", "<").unwrap();
    let token = crate::secrets::Token::parse(&secret).unwrap();
    assert!(world.app.services.token_owner(&token).await.unwrap().is_some());
    browser.get("/operator/account").await;
    browser.hides(&secret);
    let id = browser.between("name=\"token\" value=\"", "\"").unwrap();
    browser.post("/operator/account/tokens/revoke", &[("token", &id)]).await;
    assert!(world.app.services.token_owner(&token).await.unwrap().is_none());
    let mut other = world.operator().await;
    let change = |current: &'static str, password: &'static str| [("current", current), ("password", password)];
    browser.get("/operator/account").await;
    for (current, password) in [("wrong", "Harbour=Lamp77"), (demo::PASSWORD, "short")] {
        browser.post("/operator/account/password", &change(current, password)).await;
        assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    browser.post("/operator/account/password", &change(demo::PASSWORD, "Harbour=Lamp77")).await;
    assert_eq!((browser.status, browser.path.as_str()), (StatusCode::OK, "/operator/account"));
    other.get("/operator/account").await;
    assert!(other.path.starts_with("/operator/sign-in"), "the other session has ended");
}

/// The id of one of the demo's companies, from the operator's list.
async fn company(browser: &mut Browser, name: &str) -> String {
    browser.get(&format!("/operator/companies?q={name}")).await;
    browser.between("href=\"/operator/companies/", "\"").unwrap()
}

// Rules: PROFILE-21
#[tokio::test]
async fn a_stage_is_set_after_everybody_saw_what_it_does() {
    let world = World::demo().await;
    let mut browser = world.operator().await;
    let id = company(&mut browser, "pebble").await;
    let page = format!("/operator/companies/{id}");
    browser.get(&format!("{page}/stage")).await;
    browser.post(&format!("{page}/stage"), &[("path", "software"), ("stage", "")]).await;
    assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
    // The profile names no product of that path yet.
    for address in ["stage", "stage/set"] {
        browser.post(&format!("{page}/{address}"), &[("path", "software"), ("stage", "enrolled")]).await;
        assert_eq!(browser.status, StatusCode::CONFLICT);
    }
    let id = company(&mut browser, "larkspur").await;
    let page = format!("/operator/companies/{id}");
    browser.get(&format!("{page}/stage")).await;
    browser.post(&format!("{page}/stage"), &[("path", "software"), ("stage", "enrolled")]).await;
    assert_eq!(browser.status, StatusCode::OK, "{}", browser.body);
    browser.shows("Ana Lark");
    browser.post(&format!("{page}/stage/set"), &[("path", "software"), ("stage", "enrolled")]).await;
    assert_eq!((browser.status, browser.path.as_str()), (StatusCode::OK, page.as_str()));
    browser.shows("Software: Enrolled");
    browser.get(&format!("{page}/trail")).await;
    browser.shows(demo::OPERATOR);
}

// Rules: USR-28, USR-35
#[tokio::test]
async fn operators_help_a_company_and_are_named_in_its_trail() {
    let world = World::demo().await;
    let mut browser = world.operator().await;
    let id = company(&mut browser, "pebble").await;
    let page = format!("/operator/companies/{id}");
    browser.get(&page).await;
    let person = browser.between("/people/", "/lead\"").unwrap();
    let person = person.rsplit('/').next().unwrap().to_owned();
    let step = |what: &str| format!("{page}/people/{person}/{what}");
    browser.get(&step("lead")).await;
    browser.shows("Mia Strand");
    browser.post(&step("lead"), &[("typed", "yes")]).await;
    assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
    browser.post(&step("lead"), &[("typed", "confirm")]).await;
    assert_eq!((browser.status, browser.path.as_str()), (StatusCode::OK, page.as_str()));
    browser.shows("Mia Strand is the lead now.");
    for unknown in ["/people/x/lead", "/people/0123456789abcdef0123456789abcdef/lead", "/decide/records/x/validate"] {
        browser.get(&format!("{page}{unknown}")).await;
        assert_eq!(browser.status, StatusCode::NOT_FOUND, "{unknown}");
    }
}

// Rules: NEWS-1
#[tokio::test]
async fn what_is_written_is_read_before_it_is_published() {
    let world = World::demo().await;
    let mut browser = world.operator().await;
    browser.get("/operator/content/new/resource").await;
    browser.post("/operator/content/new/resource", &[("kind", "guide"), ("title", "")]).await;
    assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields =
        [("kind", "guide"), ("title", "Harbour guide"), ("summary", "How to berth"), ("link", "https://g.example/")];
    browser.post("/operator/content/new/resource", &fields).await;
    browser.shows("Harbour guide");
    browser.shows("Draft");
    let here = browser.path.clone();
    browser.get(&format!("{here}/put/publish")).await;
    browser.post(&format!("{here}/put/publish"), &[]).await;
    browser.shows("Published");
    browser.get(&format!("{here}/put/withdraw")).await;
    browser.post(&format!("{here}/put/withdraw"), &[]).await;
    browser.shows("Withdrawn");
    browser.get("/operator/trail").await;
    browser.shows(demo::OPERATOR);
}

// Rules: AUDIT-2
#[tokio::test]
async fn an_access_review_is_read_of_a_day_and_as_a_file() {
    let world = World::demo().await;
    let mut browser = world.operator().await;
    let id = company(&mut browser, "larkspur").await;
    browser.get(&format!("/operator/companies/{id}/review")).await;
    browser.shows("Ana Lark");
    browser.get(&format!("/operator/companies/{id}/review?on=2020-01-01")).await;
    browser.shows("Nobody was of the company then.");
    browser.get(&format!("/operator/companies/{id}/review?on=yesterday")).await;
    assert_eq!(browser.status, StatusCode::BAD_REQUEST);
    browser.get(&format!("/operator/companies/{id}/review/download")).await;
    assert!(browser.body.starts_with("person,address,status,role"), "{}", browser.body);
    browser.shows("alliance_lead");
    for address in ["/operator/opportunities", "/operator/support", "/operator/content", "/operator/trail/download"] {
        browser.get(address).await;
        assert_eq!(browser.status, StatusCode::OK, "{address}");
    }
}
