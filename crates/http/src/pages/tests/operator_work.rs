//! The work of operators: what they publish, answer and decide of a company.

use axum::http::StatusCode;
use guildhall_core::Id;
use guildhall_core::account::Actor;
use guildhall_core::support;
use guildhall_core::support::inquiry::{self, Inquiry};

use super::World;
use crate::portal::{Origin, PROGRAMME};

fn origin() -> Origin {
    Origin { source: "127.0.0.1".into(), request: "r".into() }
}

/// A message of the contact form.
async fn inquiry(world: &World, subject: &str) {
    let portal = &world.app.portal;
    let origin = origin();
    let id = portal.moment(&origin).unwrap().id(0).to_string();
    let command = inquiry::Command::Submit {
        name: "Ann".into(),
        email: "ann@away.example".into(),
        company: String::new(),
        subject: subject.into(),
        text: "I cannot sign in".into(),
        captcha: true,
    };
    portal.run_room::<Inquiry>(&origin, PROGRAMME, &id, &Actor::Visitor, &command).await.unwrap();
}

// Rules: SUPPORT-11
#[tokio::test]
async fn an_answer_that_is_refused_is_not_lost() {
    let world = World::demo().await;
    inquiry(&world, "Locked out").await;
    let mut browser = world.operator().await;
    browser.get("/operator/support").await;
    let link = browser.between("href=\"/operator/support/", "\">Locked out").unwrap();
    let here = format!("/operator/support/{link}");
    browser.get(&format!("{here}/ask/answer")).await;
    let long = format!("Your account waits. {}", "x".repeat(10_000));
    browser.post(&format!("{here}/answer"), &[("text", &long)]).await;
    assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", browser.body);
    browser.shows(&long);
    browser.shows("aria-invalid=\"true\"");
    browser.post(&format!("{here}/answer"), &[("text", "Your account waits.")]).await;
    assert_eq!((browser.status, browser.path.as_str()), (StatusCode::OK, here.as_str()));
    browser.shows("Your account waits.");
}

// Rules: NEWS-1
#[tokio::test]
async fn a_long_walkthrough_keeps_its_steps() {
    let world = World::demo().await;
    let mut browser = world.operator().await;
    browser.get("/operator/content/new/walkthrough").await;
    assert_eq!(browser.body.matches("].title\"").count(), 8);
    let mut fields = vec![("title".to_owned(), "Ten".to_owned()), ("summary".to_owned(), "Long".to_owned())];
    // The third is left empty, and the last has nothing but its page.
    for n in [0, 1, 3, 4, 5, 6, 7, 8, 9] {
        fields.push((format!("steps[{n}].title"), format!("Step <{n}>")));
        fields.push((format!("steps[{n}].text"), "How".to_owned()));
    }
    let send = |more: &[(&str, &str)]| {
        let more = more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        fields.iter().cloned().chain(more).collect::<Vec<_>>()
    };
    let sent = send(&[("steps[10].item", "build/offerings")]);
    let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post("/operator/content/new/walkthrough", &sent).await;
    assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY, "a page without words is no step, and is not dropped");
    // What was typed has moved up by one, and the fault stands at the step that it is about.
    assert!(browser.between("name=\"steps[9].item\" value=\"", "\"").unwrap() == "build/offerings");
    browser.shows("href=\"#f-steps-9--title\"");
    assert_eq!(browser.body.matches("].title\"").count(), 12);
    let sent = send(&[]);
    let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post("/operator/content/new/walkthrough", &sent).await;
    assert_eq!(browser.status, StatusCode::OK, "{}", browser.body);
    let here = browser.path.clone();
    browser.get(&format!("{here}/edit")).await;
    assert_eq!(browser.body.matches("].title\"").count(), 11, "two more than there are");
    for (n, title) in [(2, 3), (8, 9)] {
        browser.shows(&format!("name=\"steps[{n}].title\" value=\"Step &#60;{title}&#62;\""));
    }
    browser.post(&format!("{here}/edit"), &sent).await;
    assert_eq!((browser.status, browser.path.as_str()), (StatusCode::OK, here.as_str()));
    browser.shows("Step &#60;9&#62;");
}

// Rules: NEWS-4
#[tokio::test]
async fn a_moment_that_is_none_is_told_in_words() {
    let world = World::demo().await;
    let mut browser = world.operator().await;
    browser.get("/operator/content/new/event").await;
    let fields = [("kind", "webinar"), ("delivery", "virtual"), ("title", "T"), ("starts_at", "tomorrow")];
    browser.post("/operator/content/new/event", &fields).await;
    assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
    browser.shows("Give a moment, as in");
}

/// A case of somebody of a company.
async fn open_case(world: &World, tenant: Id, subject: &str) {
    let portal = &world.app.portal;
    // Time passes between two cases.
    world.app.services.clock.advance(chrono::TimeDelta::minutes(1));
    let loaded = portal.load(tenant).await.unwrap().unwrap();
    let (member, _) = loaded.account.members().iter().find(|(_, m)| m.email.as_str().starts_with("user@")).unwrap();
    let command = support::Command::OpenCase {
        case_type: "account_and_access".into(),
        question: "sign_in".into(),
        specific: "no_code".into(),
        subject: subject.into(),
        description: "It does not arrive".into(),
        files: Vec::new(),
    };
    let (origin, room) = (origin(), tenant.to_string());
    portal.run_room::<support::State>(&origin, tenant, &room, &Actor::Member(*member), &command).await.unwrap();
}

/// The page of one of the demo's companies.
async fn company(browser: &mut super::Browser, name: &str) -> String {
    browser.get(&format!("/operator/companies?q={name}")).await;
    format!("/operator/companies/{}", browser.between("href=\"/operator/companies/", "\"").unwrap())
}

// Rules: ACE-1
#[tokio::test]
async fn what_a_company_has_under_way_is_listed_but_what_it_keeps_to_itself() {
    let world = World::demo().await;
    let mut browser = world.operator().await;
    let page = company(&mut browser, "larkspur").await;
    browser.get(&page).await;
    for list in ["opportunities", "leads", "cases", "rebates"] {
        browser.shows(&format!("href=\"{page}/{list}\""));
    }
    let mut lead = world.signed_in("lead@larkspur.example").await;
    for (list, own) in [("opportunities", "/opportunities"), ("leads", "/leads")] {
        lead.get(own).await;
        let all = lead.body.matches("<th scope=\"row\">").count();
        browser.get(&format!("{page}/{list}")).await;
        assert_eq!(browser.status, StatusCode::OK, "{list}");
        let seen = browser.body.matches("<th scope=\"row\">").count();
        assert!((1..=all).contains(&seen), "{list}: {seen} of {all}");
        let first = browser.between(&format!("<th scope=\"row\"><a href=\"{page}/{list}/"), "\"").unwrap();
        browser.get(&format!("{page}/{list}/{first}")).await;
        assert_eq!(browser.status, StatusCode::OK, "{list}");
        browser.shows("Larkspur");
        browser.get(&format!("{page}/{list}?q=nothing-has-this-name")).await;
        browser.shows("Nothing matches.");
        browser.get(&format!("{page}/{list}/0123456789abcdef0123456789abcdef")).await;
        assert_eq!(browser.status, StatusCode::NOT_FOUND);
    }
    // A draft is the company's own.
    lead.get("/opportunities?review=Pending%20Submission&origin=Partner%20Referral").await;
    let draft = lead.between("<a href=\"/opportunities/", "\"").unwrap();
    browser.get(&format!("{page}/opportunities")).await;
    browser.hides(&draft);
    browser.get(&format!("{page}/opportunities/{draft}")).await;
    assert_eq!(browser.status, StatusCode::NOT_FOUND);
}

// Rules: SUPPORT-9
#[tokio::test]
async fn the_cases_of_a_company_are_listed_those_that_wait_first() {
    let world = World::demo().await;
    let mut browser = world.operator().await;
    let page = company(&mut browser, "pebble").await;
    browser.get(&format!("{page}/cases")).await;
    browser.shows("None yet.");
    let tenant = page.rsplit('/').next().unwrap().parse().unwrap();
    for subject in ["First of all", "Second of all"] {
        open_case(&world, tenant, subject).await;
    }
    browser.get(&format!("{page}/cases")).await;
    let at = |text: &str| browser.body.find(text).unwrap();
    assert!(at("First of all") < at("Second of all"), "the longest waiting first");
    browser.shows("Waits for an answer");
    let first = browser.between(&format!("<th scope=\"row\"><a href=\"{page}/cases/"), "\"").unwrap();
    browser.get(&format!("{page}/cases/{first}/ask/answer")).await;
    browser.send_form(&format!("{page}/cases/{first}/answer"), &[("text", "Soon")], &[]).await;
    browser.get(&format!("{page}/cases")).await;
    let at = |text: &str| browser.body.find(text).unwrap();
    assert!(at("Second of all") < at("First of all"), "what is answered waits no more");
    browser.get(&format!("{page}/cases?state=closed")).await;
    browser.hides("First of all");
}

// Rules: MENU-24, CMP-16
#[tokio::test]
async fn what_is_handed_in_is_read_and_then_decided() {
    let world = World::demo().await;
    let mut lead = world.signed_in("lead@larkspur.example").await;
    lead.get("/offerings/new").await;
    let fields = [("kind", "offering"), ("title", "Quillwort"), ("description", "Plans berths\nand <tides>")];
    lead.post("/offerings/new", &fields).await;
    let own = lead.path.clone();
    let id = own.rsplit('/').next().unwrap().to_owned();
    let mut browser = world.operator().await;
    let page = company(&mut browser, "larkspur").await;
    let record = format!("{page}/records/{id}");
    browser.get(&record).await;
    assert_eq!(browser.status, StatusCode::NOT_FOUND, "a draft is the company's own");
    browser.get(&page).await;
    browser.hides(&format!("href=\"{record}\""));
    lead.post(&format!("{own}/submit"), &[]).await;
    browser.get("/operator/records").await;
    browser.shows(&format!("<a href=\"{record}\">Quillwort</a>"));
    browser.get(&record).await;
    for text in ["<p>Plans berths</p>", "<p>and &#60;tides&#62;</p>", "Under review", "Ana Lark"] {
        browser.shows(text);
    }
    let decide = format!("{page}/decide/records/{id}");
    browser.shows(&format!("href=\"{decide}/decline\""));
    browser.get(&format!("{decide}/validate")).await;
    browser.post(&format!("{decide}/validate"), &[]).await;
    assert_eq!((browser.status, browser.path.as_str()), (StatusCode::OK, page.as_str()));
    browser.get("/operator/records").await;
    browser.hides("Quillwort");
    browser.get(&record).await;
    browser.shows("Validated");
    browser.hides(&format!("href=\"{decide}/validate\""));
}

// Rules: MENU-44
#[tokio::test]
async fn the_rebate_of_a_quarter_is_recorded_and_taken_back() {
    let world = World::demo().await;
    let mut browser = world.operator().await;
    let page = company(&mut browser, "millrace").await;
    let new = format!("{page}/rebates/new");
    browser.get(&new).await;
    let fields = |base: &'static str, year: &'static str| {
        [("year", year), ("quarter", "3"), ("currency", "eur"), ("base", base), ("resold", "1200.5"), ("rebate", "60")]
    };
    for (base, year, field, status) in [
        ("a lot", "2024", "#f-base", StatusCode::UNPROCESSABLE_ENTITY),
        ("1000", "soon", "#f-year", StatusCode::UNPROCESSABLE_ENTITY),
        ("1000", "2199", "", StatusCode::CONFLICT),
    ] {
        browser.post(&new, &fields(base, year)).await;
        assert_eq!(browser.status, status, "{base} {year}: {}", browser.body);
        if !field.is_empty() {
            browser.shows(&format!("href=\"{field}\""));
            browser.shows("value=\"1200.5\"");
        }
        browser.get(&new).await;
    }
    browser.post(&new, &fields("1000", "2024")).await;
    assert_eq!((browser.status, browser.path.as_str()), (StatusCode::OK, format!("{page}/rebates").as_str()));
    for text in ["2024-Q3", "1,200.50 EUR", "+20.0"] {
        browser.shows(text);
    }
    let mut channel = world.signed_in("channel@millrace.example").await;
    channel.get("/channel/rebate").await;
    channel.shows("1,200.50 EUR");
    let row = browser.body.split("2024-Q3").nth(1).unwrap().to_owned();
    let back = row.split("href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    browser.get(&back).await;
    browser.shows("Growth rebate of 2024-Q3");
    browser.post(&back, &[]).await;
    assert_eq!(browser.status, StatusCode::OK);
    browser.get(&format!("{page}/rebates")).await;
    browser.hides("2024-Q3");
}

#[tokio::test]
async fn the_form_of_work_done_elsewhere_leads_to_its_own_page() {
    let world = World::demo().await;
    let mut browser = world.operator().await;
    let page = company(&mut browser, "pebble").await;
    let form = format!("{page}/recorded-work/new");
    browser.get(&form).await;
    browser.shows(&format!("action=\"{form}\""));
    browser.post(&form, &[("record", ""), ("member", "")]).await;
    assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
}
