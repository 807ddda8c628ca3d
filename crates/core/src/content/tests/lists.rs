//! The feeds and the pages behind View all.

use chrono::{DateTime, NaiveDate, Utc};

use super::super::lists::{
    EventQuery, NewsQuery, ResourceQuery, all_events, all_news, events_feed, news_feed, resources, shown, walkthroughs,
};
use super::*;
use crate::Id;

fn items(list: &[(&str, State)]) -> Vec<(Id, State)> {
    list.iter().map(|(name, state)| (id(name), state.clone())).collect()
}

fn refs(list: &[(Id, State)]) -> impl Iterator<Item = (Id, &State)> {
    list.iter().map(|(id, state)| (*id, state))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn now(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn on(date: &str) -> Input {
    Input::News(ArticleInput { published_on: date.to_string(), ..article() })
}

fn names<'a>(ids: impl Iterator<Item = &'a Id>) -> String {
    ids.map(|id| crate::fixture::name_of(*id)).collect::<Vec<_>>().join(" ")
}

fn listed(list: &[(Id, State)], today: &str, query: &NewsQuery) -> String {
    names(all_news(Program::guide(), refs(list), day(today), query).iter().map(|e| &e.id))
}

// Rules: NEWS-3, C-118
#[test]
fn the_list_of_news_goes_back_six_months_of_the_calendar() {
    let withdrawn = check(&[draft(on("2026-08-31")), Command::Publish], Command::Withdraw, "content_withdrawn");
    let list = items(&[
        ("today", published(on("2026-08-31"))),
        ("to-come", published(on("2026-09-01"))),
        ("half-year", published(on("2026-02-28"))),
        ("older", published(on("2026-02-27"))),
        ("draft", check(&[], draft(on("2026-08-31")), "content_drafted")),
        ("withdrawn", withdrawn),
        ("webinar", published(Input::Event(event()))),
    ]);
    let all = NewsQuery::default();
    assert_eq!(listed(&list, "2026-08-31", &all), "today half-year", "a short month ends earlier");
    assert_eq!(listed(&list, "2026-08-27", &all), "half-year older");
    assert_eq!(listed(&list, "2026-08-28", &all), "half-year");
    assert_eq!(listed(&list, "2026-09-01", &all), "to-come today");
    let feed = news_feed(Program::guide(), refs(&list), day("2026-08-31"));
    assert_eq!(names(feed.iter().map(|e| &e.id)), "today half-year older", "the feed has no window");
}

// Rules: NEWS-3, NEWS-1
#[test]
fn news_are_searched_and_filtered() {
    let titled = |kind: &str, title: &str| {
        published(Input::News(ArticleInput { kind: kind.to_string(), title: title.to_string(), ..article() }))
    };
    let list = items(&[
        ("a", titled("portal_launch", "A new home page")),
        ("b", titled("service_launch", "A faster database")),
        ("c", titled("deadline", "R\u{e9}newals close")),
    ]);
    for (words, kinds, expected) in [
        ("", &[][..], "a b c"),
        ("", &[ArticleKind::Deadline], "c"),
        ("", &[ArticleKind::Deadline, ArticleKind::PortalLaunch], "a c"),
        ("new", &[], "a b c"), // the summary has it too
        ("HOME page", &[], "a"),
        ("renewals close", &[], "a b c"),
        ("database", &[ArticleKind::Deadline], ""),
        ("programme team", &[], "a b c"),
        ("nothing", &[], ""),
    ] {
        let query = NewsQuery { words: words.to_string(), kinds: kinds.to_vec() };
        assert_eq!(listed(&list, "2026-08-31", &query), expected, "{query:?}");
    }
}

fn at(start: &str, end: &str, pinned: bool) -> State {
    published(Input::Event(EventInput { starts_at: start.to_string(), ends_at: end.to_string(), pinned, ..event() }))
}

// Rules: NEWS-7, NEWS-8, C-119
#[test]
fn events_to_come_are_listed_with_the_pinned_ones_first() {
    let list = items(&[
        ("tomorrow", at("2026-09-01T12:00:00Z", "", false)),
        ("next-month", at("2026-09-30T12:00:00Z", "", true)),
        ("past", at("2026-08-31T11:59:59Z", "", true)),
        ("now", at("2026-08-31T12:00:00Z", "", false)),
        ("under-way", at("2026-08-30T12:00:00Z", "2026-08-31T12:00:00Z", false)),
        ("over", at("2026-08-30T12:00:00Z", "2026-08-31T11:59:59Z", false)),
        ("same-time", at("2026-09-01T12:00:00Z", "", false)),
    ]);
    let all = all_events(refs(&list), now(NOW), &EventQuery::default());
    assert_eq!(names(all.iter().map(|e| &e.id)), "next-month under-way now tomorrow same-time");
    let feed = events_feed(Program::guide(), refs(&list), now(NOW));
    assert_eq!(feed, all, "five at most, and there are five");
    let later = all_events(refs(&list), now("2026-10-01T00:00:00Z"), &EventQuery::default());
    assert!(later.is_empty());
}

// Rules: NEWS-5, NEWS-7
#[test]
fn events_are_searched_and_filtered() {
    let of = |kind: &str, delivery: &str, place: &str| {
        let (kind, delivery, place) = (kind.to_string(), delivery.to_string(), place.to_string());
        published(Input::Event(EventInput { kind, delivery, place, ..event() }))
    };
    let list = items(&[
        ("a", of("summit", "in_person", "Madrid")),
        ("b", of("webinar", "virtual", "")),
        ("c", of("keynote", "both", "Vigo")),
    ]);
    for (words, kinds, deliveries, expected) in [
        ("", &[][..], &[][..], "a b c"),
        ("madrid", &[], &[], "a"),
        ("newcomers", &[EventKind::Keynote], &[], "c"),
        ("", &[], &[Delivery::InPerson], "a c"),
        ("", &[], &[Delivery::Virtual], "b c"),
        ("", &[], &[Delivery::Both], "c"),
        ("", &[EventKind::Summit], &[Delivery::Virtual], ""),
    ] {
        let query = EventQuery { words: words.to_string(), kinds: kinds.to_vec(), deliveries: deliveries.to_vec() };
        let found = all_events(refs(&list), now(NOW), &query);
        assert_eq!(names(found.iter().map(|e| &e.id)), expected, "{query:?}");
    }
}

// Rules: NEWS-3, HOME-13
#[test]
fn a_feed_shows_as_many_as_the_programme_says() {
    let list: Vec<(Id, State)> = (1..=7).map(|n| (Id::from_bits(n), published(on(&format!("2026-08-0{n}"))))).collect();
    let feed = news_feed(Program::guide(), refs(&list), day("2026-08-31"));
    assert_eq!(feed.iter().map(|e| e.id.bits()).collect::<Vec<_>>(), [7, 6, 5, 4, 3]);
}

// Rules: HOME-10, SEARCH-2
#[test]
fn resources_and_walkthroughs_are_listed_by_title() {
    let list = items(&[
        ("video", published(Input::Resource(resource("video")))),
        ("guide", published(Input::Resource(resource("guide")))),
        ("draft", check(&[], draft(Input::Resource(resource("faq"))), "content_drafted")),
        ("tour", published(Input::Walkthrough(walkthrough()))),
        ("news", published(on("2026-08-01"))),
    ]);
    let found = |words: &str, kinds: &[ResourceKind]| {
        let query = ResourceQuery { words: words.to_string(), kinds: kinds.to_vec() };
        names(resources(refs(&list), &query).iter().map(|e| &e.id))
    };
    assert_eq!(found("", &[]), "guide video");
    assert_eq!(found("vid", &[]), "video");
    assert_eq!(found("", &[ResourceKind::Guide]), "guide");
    assert_eq!(found("", &[ResourceKind::Faq]), "");
    assert_eq!(names(walkthroughs(refs(&list)).iter().map(|e| &e.id)), "tour");
}

// Rules: C-118, NEWS-3
#[test]
fn an_address_opens_what_is_published_once_its_day_has_come() {
    let article = published(on("2026-08-31"));
    assert!(shown(&article, day("2026-08-31")).is_some() && shown(&article, day("2030-01-01")).is_some());
    assert_eq!(shown(&article, day("2026-08-30")), None);
    let withdrawn = check(&[draft(on("2026-08-31")), Command::Publish], Command::Withdraw, "content_withdrawn");
    assert_eq!(shown(&withdrawn, day("2026-08-31")), None);
    assert!(shown(&published(Input::Event(event())), day("2030-01-01")).is_some());
}

// Rules: SEARCH-2, C-118, C-119
#[test]
fn a_search_finds_what_is_published() {
    let found = |state: &State| {
        let entries = state.searchable();
        entries.iter().map(|e| format!("{} {:?} {:?}", e.record, e.from, e.until)).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(found(&published(on("2026-08-31"))), "news Some(2026-08-31) None");
    assert_eq!(found(&published(Input::Event(event()))), "event None Some(2026-09-01T08:00:00Z)");
    for kind in ["guide", "video", "document", "faq"] {
        assert_eq!(found(&published(Input::Resource(resource(kind)))), format!("{kind} None None"));
    }
    let tour = published(Input::Walkthrough(walkthrough()));
    assert_eq!(found(&tour), "walkthrough None None");
    assert!(tour.searchable()[0].text.contains("Open the page"), "its steps are searched");
    assert_eq!(found(&check(&[], draft(on("2026-08-31")), "content_drafted")), "");
    let withdrawn = check(&[draft(on("2026-08-31")), Command::Publish], Command::Withdraw, "content_withdrawn");
    assert_eq!(found(&withdrawn), "");
    assert_eq!(found(&State::default()), "");
}
