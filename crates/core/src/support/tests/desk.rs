//! The support page, the queue, and the letters.

use super::*;
use crate::room::{Effect, Letter};
use crate::support::inquiry::Inquiry;
use crate::support::views::effects;

fn state() -> State {
    fold(&[
        opened("a", "ace_user", "2026-03-01"),
        opened("b", "ace_user", "2026-03-02"),
        opened("c", "ace_manager", "2026-03-03"),
        opened("d", "ace_user", "2026-02-01"),
        closed("d", "2026-02-10"),
        opened("e", "ace_user", "2026-02-02"),
        closed("e", "2026-02-20"),
        replied("a", Author::Operator("olga".to_string()), "2026-03-04"),
    ])
}

// Rules: SUPPORT-2, SUPPORT-1
#[test]
fn the_page_has_a_form_open_and_previous_cases_and_articles() {
    let (account, state, moment) = (company("software", "registered"), state(), cast::moment("2026-03-05"));
    let ids = |cases: &[(Id, &Case)]| cases.iter().map(|(id, _)| name_of(*id)).collect::<Vec<_>>().join(" ");
    let page = |role: &str| {
        let who = member(role);
        let page = desk(&setting(&account, &who, &moment), &state).unwrap();
        assert!(page.case_types.len() > 1 && page.articles.len() > 1);
        format!("{} | {}", ids(&page.open), ids(&page.previous))
    };
    assert_eq!(page("ace_user"), "a b | e d", "the last written in first");
    assert_eq!(page("ace_manager"), "c | ");
    assert_eq!(page("standard_user"), " | ");
    assert_eq!(page("alliance_lead"), "a c b | e d", "who sees the people sees their cases");
    assert_eq!(page("alliance_team"), "a c b | e d");
    let refused = desk(&setting(&account, &Actor::Visitor, &moment), &state).unwrap_err();
    assert_eq!(refused.code(), "not_signed_in");
}

// Rules: SUPPORT-2
#[test]
fn a_case_is_read_by_who_sees_it() {
    let (account, state, moment) = (company("software", "registered"), state(), cast::moment("2026-03-05"));
    let reads = |who: &Actor, name: &str| {
        case(&setting(&account, who, &moment), &state, id(name)).unwrap().map(|c| c.posts.len())
    };
    assert_eq!(roles_that(|role| reads(&member(role), "a").is_some()), ["alliance_lead", "alliance_team", "ace_user"]);
    assert_eq!(reads(&operator(), "a"), Some(2));
    assert_eq!(reads(&operator(), "none"), None);
    assert!(case(&setting(&account, &Actor::Visitor, &moment), &state, id("a")).is_err());
}

// Rules: SUPPORT-12, C-116
#[test]
fn all_of_support_is_one_queue() {
    let state = state();
    let other = fold(&[
        opened("x", "bo", "2026-01-01"),
        replied("x", Author::Operator("olga".to_string()), "2026-01-02"),
        replied("x", Author::Member(id("bo")), "2026-03-02T12:00:00Z"),
        replied("x", Author::Member(id("bo")), "2026-03-04T12:00:00Z"),
    ]);
    let mut locked_out = Inquiry::default();
    locked_out.apply(&form::submitted("2026-03-02T10:00:00Z"));
    let queue = queue([(id("acme"), &state), (id("other"), &other)], [(id("q"), &locked_out)]);
    let lines: Vec<String> = queue.iter().map(|w| format!("{} {}", w.subject, w.since.format("%d %H:%M"))).collect();
    assert_eq!(
        lines,
        ["b 02 09:00", "Locked out 02 10:00", "x 02 12:00", "c 03 09:00"],
        "what is answered waits no more"
    );
    assert_eq!(queue[0].what, WaitingFor::Case { tenant: id("acme"), case: id("b") });
    assert_eq!(queue[1].what, WaitingFor::Inquiry { inquiry: id("q") });
    assert!(queue.iter().all(|w| !w.cancellation));
}

// Rules: SUPPORT-3
#[test]
fn who_opened_a_case_hears_of_the_answer() {
    use crate::account::Event as AccountEvent;
    let (account, state) = (company("software", "registered"), state());
    let answered = replied("a", Author::Operator("olga".to_string()), "2026-03-04");
    let letter = Letter::CaseAnswered { to: email("ace_user"), case: id("a"), subject: "a".to_string() };
    assert_eq!(effects(&account, &state, &answered), [Effect::Mail(letter)]);
    for event in [
        replied("a", Author::Member(id("ace_user")), "2026-03-04"),
        replied("none", Author::Operator("olga".to_string()), "2026-03-04"),
        opened("z", "ace_user", "2026-03-04"),
        closed("a", "2026-03-04"),
    ] {
        assert_eq!(effects(&account, &state, &event), [], "{event:?}");
    }
    let left = account.evolve(&AccountEvent::MemberRemoved { member: id("ace_user") });
    assert_eq!(effects(&left, &state, &answered), [], "who left is not written to");
}

// Rules: SUPPORT-3, SUPPORT-9
#[test]
fn files_of_a_message_stay_and_each_is_checked_before() {
    let account = company("software", "registered");
    let input = |name: &str, bytes, media_type: &str| FileInput {
        id: id("f"),
        name: name.to_string(),
        bytes,
        media_type: media_type.to_string(),
    };
    let rules = Program::guide().support();
    for (file, expected) in [
        (input("a.txt", 3, "text/plain"), ""),
        (input("a/b.txt", 3, "text/plain"), "name not_a_file_name"),
        (input("", 0, "text/html"), "name required, bytes empty, media_type not_allowed"),
        (input("a.txt", rules.file_bytes_most + 1, "text/plain"), "bytes too_large"),
    ] {
        let faults = check_file(rules, &file).err().unwrap_or_default();
        let said: Vec<String> = faults.iter().map(|f| format!("{} {}", f.field, f.code)).collect();
        assert_eq!(said.join(", "), expected, "{file:?}");
    }
    let file =
        File { id: id("f"), name: Line::parse("a.txt").unwrap(), bytes: 3, media_type: "text/plain".to_string() };
    let Event::Replied { id, by, text, at, .. } = replied("a", Author::Member(id("ace_user")), "2026-03-04") else {
        panic!()
    };
    let with_file = Event::Replied { id, by, text, files: [file].into(), at };
    assert_eq!(effects(&account, &state(), &with_file), [Effect::KeepFile(cast::id("f"))]);
}
