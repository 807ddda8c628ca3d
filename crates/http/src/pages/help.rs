//! How-to pages, questions with answers, the terms. Open to everybody (HOME-10).

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
    ("sign-in", 3),
    ("forgot-password", 4),
];
/// How many questions have an answer.
pub(super) const QUESTIONS: usize = 10;
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
pub(super) struct TextPage {
    page: Page,
    kicker: String,
    lead: Vec<String>,
    numbered: bool,
    sections: Vec<Section>,
    links: Vec<Entry>,
}

impl TextPage {
    /// A page without anything on it.
    pub(super) fn new(page: Page) -> Self {
        Self { page, kicker: String::new(), lead: Vec::new(), numbered: false, sections: Vec::new(), links: Vec::new() }
    }

    /// Its first paragraphs.
    pub(super) fn lead(mut self, lead: Vec<String>) -> Self {
        self.lead = lead;
        self
    }

    /// Where it leads on to.
    pub(super) fn links(mut self, links: Vec<Entry>) -> Self {
        self.links = links;
        self
    }
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
pub(super) fn found(program: &Program, w: Words, wanted: &[String]) -> Vec<Entry> {
    let asked = questions(w).filter(|q| holds(wanted, [q.title.as_str(), &q.text])).map(|q| Entry {
        href: "/help/questions".into(),
        title: q.title,
        description: q.text,
        posts: false,
    });
    let articles = super::support::found_articles(program, wanted);
    walks(w).filter(|e| holds(wanted, [e.title.as_str(), &e.description])).chain(asked).chain(articles).collect()
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
    let address = sign_in_address(&visit);
    let desk = visit.program().support().title.as_str();
    let values = [("word", word.as_str()), ("most", most.as_str()), ("address", &address), ("desk", desk)];
    let step = |n| Section { title: String::new(), text: w.with(&format!("walk-{name}-{n}"), &values).into_owned() };
    Ok(visit.html(&TextPage {
        page: visit.page(w.t(&format!("walk-{name}-title"))),
        kicker: w.t("help-title").into_owned(),
        lead: vec![w.t(&format!("walk-{name}-text")).into_owned()],
        numbered: true,
        sections: (1..=*steps).map(step).collect(),
        links: walk_links(&visit, &name, &address),
    }))
}

/// Where people sign in (SIGN-3): at the programme's address, or else here.
fn sign_in_address(visit: &Visit) -> String {
    let here = || visit.app.services.settings.public_url.join("/");
    visit.program().sign_in_address().map_or_else(here, str::to_owned)
}

/// Where a how-to page leads on to: those about ways in to the sign-in and to who helps with it (SUPPORT-11).
fn walk_links(visit: &Visit, name: &str, address: &str) -> Vec<Entry> {
    if !["sign-in", "register", "forgot-password"].contains(&name) {
        return Vec::new();
    }
    let w = visit.w;
    let entry = |href: &str, title: String, description: String| Entry {
        href: href.to_owned(),
        title,
        description,
        posts: false,
    };
    let desk = visit.program().support().title.as_str();
    let help = w.t1("support-entry-help", "desk", desk).into_owned();
    vec![
        entry(address, w.t("signin-title").into_owned(), address.to_owned()),
        entry(super::support::CONTACT, desk.to_owned(), help),
    ]
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
