//! How-to pages, questions with answers, the terms, and the ways to support. Open to everybody (HOME-10, C-069).

use askama::Template;
use axum::extract::Path;
use guildhall_core::Program;

use super::errors;
use super::locale::Words;
use super::search::holds;
use super::view::{Answer, Entry, Page};
use super::visit::Visit;

/// The how-to pages: the address, and how many steps each has.
pub(super) const WALKS: &[(&str, usize)] = &[
    ("find-your-way", 5),
    ("invite-people", 5),
    ("manage-roles", 6),
    ("hand-over", 5),
    ("your-profile", 4),
    ("register", 6),
    ("forgot-password", 4),
];
/// How many questions have an answer.
pub(super) const QUESTIONS: usize = 8;
/// How many clauses the terms have.
pub(super) const CLAUSES: usize = 6;

/// A part of a text.
#[derive(Debug)]
struct Section {
    title: String,
    text: String,
}

#[derive(Debug, Template)]
#[template(path = "text.html")]
struct TextPage {
    page: Page,
    kicker: String,
    lead: Vec<String>,
    numbered: bool,
    sections: Vec<Section>,
    links: Vec<Entry>,
}

pub(super) fn walks(w: Words) -> impl Iterator<Item = Entry> {
    WALKS.iter().map(move |(name, _)| Entry {
        href: format!("/help/{name}"),
        title: w.t(&format!("walk-{name}-title")).into_owned(),
        description: w.t(&format!("walk-{name}-text")).into_owned(),
        posts: false,
    })
}

fn questions(w: Words) -> impl Iterator<Item = Section> {
    (1..=QUESTIONS).map(move |n| Section {
        title: w.t(&format!("question-{n}")).into_owned(),
        text: w.t(&format!("answer-{n}")).into_owned(),
    })
}

/// Questions that pages of other sites answer (CERT-13).
fn passed_on(program: &Program) -> impl Iterator<Item = Entry> {
    program.links().iter().map(|link| Entry {
        href: link.address.clone(),
        title: link.title.clone(),
        description: link.description.clone(),
        posts: false,
    })
}

/// What the search finds here.
pub(super) fn found(w: Words, wanted: &[String]) -> Vec<Entry> {
    let asked = questions(w).filter(|q| holds(wanted, [q.title.as_str(), &q.text])).map(|q| Entry {
        href: "/help/questions".into(),
        title: q.title,
        description: q.text,
        posts: false,
    });
    walks(w).filter(|e| holds(wanted, [e.title.as_str(), &e.description])).chain(asked).collect()
}

pub(super) async fn index(visit: Visit) -> Answer {
    let w = visit.w;
    let questions = Entry {
        href: "/help/questions".into(),
        title: w.t("questions-title").into_owned(),
        description: w.t("questions-text").into_owned(),
        posts: false,
    };
    Ok(visit.html(&TextPage {
        page: visit.page(w.t("help-title")),
        kicker: String::new(),
        lead: vec![w.t("help-text").into_owned()],
        numbered: false,
        sections: Vec::new(),
        links: walks(w).chain([questions]).collect(),
    }))
}

pub(super) async fn walk(visit: Visit, Path(name): Path<String>) -> Answer {
    let w = visit.w;
    if name == "questions" {
        return Ok(visit.html(&TextPage {
            page: visit.page(w.t("questions-title")),
            kicker: w.t("help-title").into_owned(),
            lead: Vec::new(),
            numbered: false,
            sections: questions(w).collect(),
            links: passed_on(visit.program()).collect(),
        }));
    }
    let Some((_, steps)) = WALKS.iter().find(|(walk, _)| *walk == name) else {
        return Ok(errors::not_found(&visit));
    };
    let word = visit.program().limits().confirmation_word.clone();
    let most = visit.program().limits().role_update_rows_most.to_string();
    let values = [("word", word.as_str()), ("most", most.as_str())];
    let step = |n| Section { title: String::new(), text: w.with(&format!("walk-{name}-{n}"), &values).into_owned() };
    Ok(visit.html(&TextPage {
        page: visit.page(w.t(&format!("walk-{name}-title"))),
        kicker: w.t("help-title").into_owned(),
        lead: vec![w.t(&format!("walk-{name}-text")).into_owned()],
        numbered: true,
        sections: (1..=*steps).map(step).collect(),
        links: Vec::new(),
    }))
}

/// The terms: open to everybody, since they are accepted at registration.
pub(super) async fn terms(visit: Visit) -> Answer {
    let w = visit.w;
    let programme = visit.program().title().to_owned();
    let clause = |n| Section {
        title: w.t(&format!("terms-{n}-title")).into_owned(),
        text: w.t1(&format!("terms-{n}-text"), "programme", programme.as_str()).into_owned(),
    };
    Ok(visit.html(&TextPage {
        page: visit.page(w.t("terms-title")),
        kicker: programme.clone(),
        lead: vec![w.t("terms-lead").into_owned()],
        numbered: false,
        sections: (1..=CLAUSES).map(clause).collect(),
        links: Vec::new(),
    }))
}

/// Whom to ask; open also to who is locked out (C-069).
pub(super) async fn support(visit: Visit) -> Answer {
    let w = visit.w;
    let mut links = Vec::new();
    if let Some((_, lead)) = visit.signed.as_ref().and_then(|me| me.account.lead(visit.program())) {
        links.push(Entry {
            href: format!("mailto:{}", lead.email.as_str()),
            title: w.t1("support-lead", "name", lead.name.as_str()).into_owned(),
            description: lead.email.as_str().to_owned(),
            posts: false,
        });
    }
    let door = |href: &str, key: &str| Entry {
        href: href.into(),
        title: w.t(&format!("{key}-title")).into_owned(),
        description: w.t(&format!("{key}-text")).into_owned(),
        posts: false,
    };
    links.push(door("/help/forgot-password", "walk-forgot-password"));
    links.push(door("/help/questions", "questions"));
    Ok(visit.html(&TextPage {
        page: visit.page(w.t("support-contact")),
        kicker: String::new(),
        lead: vec![w.t("support-page-text").into_owned(), w.t("support-page-cases").into_owned()],
        numbered: false,
        sections: Vec::new(),
        links,
    }))
}
