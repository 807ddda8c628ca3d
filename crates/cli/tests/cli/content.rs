//! Content, the home page and the search: every command, done and refused.

use crate::support::{Session, check};

const NEWS: &str = "content draft news --set kind=deadline --set title='Renew by May' --set summary='The year ends.' \
    --set source=Partners --set published_on=2026-03-02 --set link=https://news.example";
const EVENT: &str = "content draft event --set kind=webinar --set delivery=virtual --set title='Cloud day' \
    --set summary='All about moving' --set source=Partners --set starts_at=2026-03-05T10:00:00Z \
    --set link=https://events.example --set pinned=yes";
const TOUR: &str = "content draft walkthrough --set title='Invite people' --set summary='How people come in' \
    --set 'steps[0].title=Open users' --set 'steps[0].text=Choose the page' --set steps[0].item=my_company/user_management \
    --set 'steps[1].title=Invite' --set 'steps[1].text=Type their addresses'";

// Rules: NEWS-1, NEWS-2, NEWS-3, NEWS-4, NEWS-5, NEWS-6, NEWS-7, NEWS-8, HOME-10, C-118, C-119
#[test]
fn content_is_written_published_and_read() {
    let mut session = Session::acme();
    session
        .run("content list")
        .run("content fields walkthrough")
        .run("content fields event")
        .run(NEWS)
        .run(EVENT)
        .run(TOUR)
        .run_with(
            "content write resource --file - --set summary='Ask us'",
            Some(br#"{ "kind": "faq", "title": "Who can help?", "summary": "Nobody" }"#),
        )
        .run("content draft news --set kind=x --set title=")
        .run("content draft event --set pinned=maybe --set steps[0].title=x")
        .run_with("content draft news --file -", Some(br#"{ "colour": "red" }"#))
        .run("content draft news")
        .run(&format!("{NEWS} --as ann@acme.example"))
        .run("content list")
        .run("content list --as bo@acme.example");
    let id = |title: &str| session.id("content list", title);
    let (news, event, tour, faq) = (id("Renew"), id("Cloud day"), id("Invite people"), id("Who can"));
    for item in [&news, &event, &tour, &faq] {
        session.run(&format!("content publish {item}"));
    }
    session
        .run(&format!("content publish {news}"))
        .run("content list --as bo@acme.example")
        .at("2026-03-02T09:00:00Z")
        .run("content list --as bo@acme.example --kind news --kind event --output json")
        .run("content list --as bo@acme.example --type webinar --delivery in_person")
        .run("content list --type faq --text HELP")
        .run("content list --type colour")
        .run("content list --delivery post")
        .run(&format!("content edit {} --set 'steps[1].text=Type and send' --set title='Invite them'", &tour[..8]))
        .run(&format!("content edit {event} --set starts_at=tomorrow --set colour=red"))
        .run(&format!("content edit {event} --set starts_at=tomorrow"))
        .run(&format!("content edit {} --set title=x", "0".repeat(32)))
        .run(&format!("content show {tour} --as bo@acme.example"))
        .run(&format!("content show {event} --output json"))
        .run(&format!("content withdraw {news}"))
        .run(&format!("content withdraw {news}"))
        .run(&format!("content show {news} --as bo@acme.example"))
        .run(&format!("content show {news} --output csv"))
        .run("content show zzz");
    check("content", &session);
}

/// Acme with people, an item of each kind, and something to be found.
fn furnished() -> Session {
    let session = Session::with(&[
        crate::support::ACME[0],
        crate::support::ACME[1],
        "roles --as ann@acme.example --assign bo@acme.example=ace_user",
        "tasks create describe_company --as ann@acme.example",
        NEWS,
        EVENT,
        TOUR,
        "opportunities create --set project.title='Cloud harbour' --set customer.account.company_name=Quay --as ann@acme.example",
        "opportunities create --set project.title=Second --set customer.account.company_name='Cloud & Co' --as bo@acme.example",
    ]);
    for title in ["Renew", "Cloud day", "Invite people"] {
        let publish = format!("content publish {}", session.id("content list", title));
        assert!(session.output(&publish, None).status.success());
    }
    session
}

// Rules: HOME-3, HOME-6, HOME-7, HOME-10, HOME-11, HOME-12, HOME-13
#[test]
fn the_home_page_is_shown() {
    let mut session = furnished();
    session
        .at("2026-03-02T09:00:00Z")
        .run("home --as bo@acme.example")
        .run("home --as ann@acme.example --output csv")
        .run("home")
        .run("home --as zoe@acme.example");
    check("home", &session);
}

// Rules: SEARCH-2, SEARCH-5, SEARCH-6, SEARCH-7, SEARCH-8, SEARCH-9, SEARCH-10, SEARCH-11
#[test]
fn a_search_finds_what_the_person_may_see() {
    let mut session = furnished();
    session
        .at("2026-03-02T09:00:00Z")
        .run("search cloud --as ann@acme.example")
        .run("search cloud --as bo@acme.example")
        .run("search CLOUD harb --as ann@acme.example --output json")
        .run("search chen --as ann@acme.example --output csv")
        .run("search chen --as bo@acme.example")
        .run("search a --type page --all page --as ann@acme.example")
        .run("search invite --type colour --as ann@acme.example")
        .run("search '' --as ann@acme.example")
        .run("search --as ann@acme.example")
        .run("search cloud")
        .at("2026-03-06T09:00:00Z")
        .run("search cloud day --as bo@acme.example");
    check("search", &session);
}
