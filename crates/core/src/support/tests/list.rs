//! The list of cases: who sees which, filters, words, order.

use super::*;
use crate::tasks::Order;

fn olga() -> Author {
    Author::Operator("olga".to_string())
}

fn state() -> State {
    let with_file = Event::Replied {
        id: id("c"),
        by: Author::Member(id("ace_manager")),
        text: Message::parse("Ünder way").unwrap(),
        files: [File {
            id: id("f"),
            name: Line::parse("invoice.pdf").unwrap(),
            bytes: 3,
            media_type: "application/pdf".to_string(),
        }]
        .into(),
        at: at("2026-03-03"),
    };
    fold(&[
        opened("a", "ace_user", "2026-03-01"),
        opened("b", "ace_user", "2026-03-02"),
        opened("c", "ace_manager", "2026-03-01"),
        opened("d", "ace_user", "2026-02-01"),
        closed("d", "2026-02-10"),
        replied("a", olga(), "2026-03-04"),
        with_file,
    ])
}

fn query(column: CaseColumn, order: Order) -> CaseQuery<'static> {
    CaseQuery { progress: None, words: "", column, order }
}

#[track_caller]
fn finds(role: &str, query: &CaseQuery<'_>, expected: &str) {
    let (account, state, moment) = (company("software", "registered"), state(), cast::moment("2026-03-05"));
    let who = member(role);
    let rows = cases(&setting(&account, &who, &moment), &state, query).unwrap();
    let ids: Vec<String> = rows.iter().map(|row| name_of(row.id)).collect();
    assert_eq!(ids.join(" "), expected, "{role} {query:?}");
}

// Rules: SUPPORT-1, SUPPORT-2
#[test]
fn the_list_has_what_somebody_sees_as_they_ask_for_it() {
    let newest = query(CaseColumn::LastWord, Order::Descending);
    finds("ace_user", &newest, "a b d");
    finds("ace_manager", &newest, "c");
    finds("standard_user", &newest, "");
    finds("alliance_lead", &newest, "a c b d");
    finds("alliance_lead", &query(CaseColumn::LastWord, Order::Ascending), "d b c a");
    finds("alliance_lead", &query(CaseColumn::Subject, Order::Ascending), "a b c d");
    finds("alliance_lead", &query(CaseColumn::Subject, Order::Descending), "d c b a");
    finds("alliance_lead", &query(CaseColumn::Progress, Order::Ascending), "c b a d");
    finds("alliance_lead", &query(CaseColumn::OpenedBy, Order::Ascending), "c a b d");
    for (progress, expected) in [(Progress::Waiting, "c b"), (Progress::Answered, "a"), (Progress::Closed, "d")] {
        finds("alliance_lead", &CaseQuery { progress: Some(progress), ..newest.clone() }, expected);
    }
    for (words, expected) in [("INVOICE", "c"), ("under", "c"), ("b missing", "b"), ("nothing", "")] {
        finds("alliance_lead", &CaseQuery { words, ..newest.clone() }, expected);
    }
    let (account, moment) = (company("software", "registered"), cast::moment("2026-03-05"));
    assert_eq!(
        cases(&setting(&account, &Actor::Visitor, &moment), &state(), &newest).unwrap_err().code(),
        "not_signed_in"
    );
}
