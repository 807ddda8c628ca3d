//! Writing, changing, publishing, withdrawing.

use super::*;
use crate::Kind;

/// What is changed in an input, and what comes out.
type Row<T> = (fn(&mut T), &'static str);

// Rules: NEWS-1, HOME-10
#[test]
fn only_operators_write() {
    for command in [draft(Input::News(article())), Command::Publish, Command::Withdraw] {
        for who in [member("ana"), Actor::Visitor] {
            check_by(&[], &who, command.clone(), "operator_only");
            check_by(&[draft(Input::News(article()))], &who, command.clone(), "operator_only");
        }
    }
    assert_eq!(Refusal::from(crate::setting::Denied::OperatorOnly).kind(), Kind::Forbidden);
}

// Rules: NEWS-1, NEWS-2, NEWS-4, HOME-10
#[test]
fn an_item_is_drafted_published_edited_and_withdrawn() {
    use Command::{Edit, Publish, Withdraw};
    let news = || draft(Input::News(article()));
    let edit = || Edit { input: Input::News(ArticleInput { title: "Renew soon".to_string(), ..article() }) };
    let state = check(&[], news(), "content_drafted");
    assert_eq!((state.publication(), state.published()), (Some(Publication::Draft), None));
    let state = check(&[news()], Publish, "content_published");
    assert_eq!(state.published(), state.body());
    let state = check(&[news(), Publish], edit(), "content_edited");
    assert_eq!(state.published().unwrap().title().as_str(), "Renew soon");
    let state = check(&[news()], edit(), "content_edited");
    assert_eq!(state.publication(), Some(Publication::Draft), "editing publishes nothing");
    let state = check(&[news(), Publish], Withdraw, "content_withdrawn");
    assert_eq!((state.publication(), state.published()), (Some(Publication::Withdrawn), None));
    check(&[news(), Publish, Withdraw], Publish, "content_published");
    check(&[news()], news(), "already_there");
    check(&[news(), Publish], Publish, "already_published");
    check(&[news()], Withdraw, "not_published");
    check(&[news(), Publish, Withdraw], Withdraw, "not_published");
    check(&[news()], Edit { input: Input::Event(event()) }, "kind_fixed");
    for command in [edit(), Publish, Withdraw] {
        check(&[], command, "item_missing");
    }
    for input in [Input::Event(event()), Input::Walkthrough(walkthrough()), Input::Resource(resource("guide"))] {
        check(&[], draft(input), "content_drafted");
    }
}

// Rules: NEWS-1, NEWS-2
#[test]
fn an_article_is_of_one_of_three_kinds_and_has_a_source() {
    for kind in ["portal_launch", "service_launch", "deadline"] {
        check(&[], draft(Input::News(ArticleInput { kind: kind.to_string(), ..article() })), "content_drafted");
    }
    assert_eq!(ArticleKind::ALL.len(), 3);
    let rows: &[Row<ArticleInput>] = &[
        (|a| a.kind = "gossip".into(), "kind: unknown_value"),
        (|a| a.kind = String::new(), "kind: unknown_value"),
        (|a| a.kind = "Deadline".into(), "kind: unknown_value"),
        (|a| a.source = " ".into(), "source: required"),
        (|a| a.title = String::new(), "title: required"),
        (|a| a.title = "x".repeat(201), "title: too_long"),
        (|a| a.summary = "x".repeat(1001), "summary: too_long"),
        (|a| a.text = "x".repeat(20_001), "text: too_long"),
        (|a| a.text = "a\u{202e}b".into(), "text: bad_character"),
        (|a| a.published_on = String::new(), "published_on: required"),
        (|a| a.published_on = "2026-02-30".into(), "published_on: not_a_date"),
        (|a| a.published_on = "2026-2-3".into(), "published_on: not_a_date"),
        (|a| a.published_on = "0026-02-03".into(), "published_on: not_a_date"),
        (|a| a.published_on = " 2026-02-03 ".into(), "content_drafted"),
        (|a| a.link = "javascript:alert(1)".into(), "link: not_a_web_address"),
        (|a| a.link = "https://good.example@evil.example".into(), "link: not_a_web_address"),
        (|a| a.link = String::new(), "link: link_or_text"),
        (|a| (a.link, a.text) = (String::new(), "One.\n\nTwo.".into()), "content_drafted"),
        (|a| (a.kind, a.title) = ("x".into(), String::new()), "kind: unknown_value, title: required"),
    ];
    for (change, expected) in rows {
        let mut input = article();
        change(&mut input);
        check(&[], draft(Input::News(input)), expected);
    }
}

// Rules: NEWS-4, NEWS-5, NEWS-6
#[test]
fn an_event_has_a_kind_a_delivery_and_a_link() {
    for kind in ["webinar", "workshop", "summit", "keynote"] {
        for delivery in ["in_person", "virtual", "both"] {
            let input = EventInput { kind: kind.to_string(), delivery: delivery.to_string(), ..event() };
            let state = check(&[], draft(Input::Event(input)), "content_drafted");
            let Some(Body::Event(read)) = state.body() else { panic!("{state:?}") };
            assert_eq!((read.kind.id(), read.delivery.id()), (kind, delivery));
            assert_eq!(read.link.as_str(), "https://example.org/register");
            assert_eq!(read.starts_at.to_rfc3339(), "2026-09-01T08:00:00+00:00");
        }
    }
    assert_eq!((EventKind::ALL.len(), Delivery::ALL.len()), (4, 3));
    let rows: &[Row<EventInput>] = &[
        (|e| e.kind = "party".into(), "kind: unknown_value"),
        (|e| e.delivery = "by_post".into(), "delivery: unknown_value"),
        (|e| e.delivery = String::new(), "delivery: unknown_value"),
        (|e| e.link = String::new(), "link: required"),
        (|e| e.link = "example.org".into(), "link: not_a_web_address"),
        (|e| e.starts_at = String::new(), "starts_at: required"),
        (|e| e.starts_at = "2026-09-01".into(), "starts_at: not_a_time"),
        (|e| e.starts_at = "2026-09-01T10:00:00".into(), "starts_at: not_a_time"),
        (|e| e.ends_at = "2026-09-01T07:59:59Z".into(), "ends_at: before_start"),
        (|e| e.ends_at = "2026-09-01T08:00:00Z".into(), "content_drafted"),
        (|e| e.ends_at = "later".into(), "ends_at: not_a_time"),
        (|e| e.place = "x".repeat(101), "place: too_long"),
    ];
    for (change, expected) in rows {
        let mut input = event();
        change(&mut input);
        check(&[], draft(Input::Event(input)), expected);
    }
}

// Rules: HOME-10, SEARCH-2
#[test]
fn resources_and_walkthroughs_are_whole() {
    for kind in ["guide", "video", "document", "faq"] {
        check(&[], draft(Input::Resource(resource(kind))), "content_drafted");
        let bare = ResourceInput { link: String::new(), ..resource(kind) };
        let expected = if kind == "faq" { "content_drafted" } else { "link: link_or_text" };
        check(&[], draft(Input::Resource(bare)), expected);
    }
    check(&[], draft(Input::Resource(resource("dashboard"))), "kind: unknown_value");
    let with = |steps| draft(Input::Walkthrough(WalkthroughInput { steps, ..walkthrough() }));
    let state = check(&[], with(Vec::from([step("Build/Offerings"), step(" ")])), "content_drafted");
    let Some(Body::Walkthrough(read)) = state.body() else { panic!("{state:?}") };
    assert_eq!(read.steps[0].item.as_deref(), Some("build/offerings"));
    assert_eq!(read.steps[1].item, None);
    check(&[], with(Vec::new()), "steps: required");
    check(&[], with(core::iter::repeat_n(step(""), STEPS_MOST).collect()), "content_drafted");
    check(&[], with(core::iter::repeat_n(step(""), STEPS_MOST + 1).collect()), "steps: too_many");
    check(&[], with(Vec::from([step("Offerings")])), "steps[0].item: unknown_item"); // two are called so
    let bad = StepInput { title: String::new(), text: String::new(), item: "moon".to_string() };
    check(
        &[],
        with(Vec::from([step(""), bad])),
        "steps[1].title: required, steps[1].text: required, steps[1].item: unknown_item",
    );
}

#[test]
fn a_list_of_words_reads_what_it_prints() {
    for kind in ResourceKind::ALL {
        assert_eq!(kind.id().parse(), Ok(*kind));
        assert_eq!(kind.to_string(), serde_json::to_value(kind).unwrap());
    }
    assert_eq!("Guide".parse::<ResourceKind>(), Err(UnknownWord));
}
