//! Articles on common questions (SUPPORT-2): searched by words and by topic, open to everybody, since some of them are for
//! those who cannot sign in.

use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use guildhall_core::program::{Article, Program, SupportRules};
use guildhall_core::text::has_words;
use serde::Deserialize;

use super::{ARTICLES, CONTACT, DESK, NEW};
use crate::pages::errors;
use crate::pages::form::{Choice, Link};
use crate::pages::search::holds;
use crate::pages::view::{Answer, Entry, Page, encoded};
use crate::pages::visit::Visit;

/// An article in a list.
#[derive(Debug, Clone)]
pub(super) struct Title {
    pub(super) href: String,
    pub(super) title: String,
    /// What it is about.
    pub(super) topic: String,
}

impl Title {
    pub(super) fn new(rules: &SupportRules, article: &Article) -> Self {
        let topic = article.case_type.as_deref().and_then(|name| rules.case_type(name));
        Self {
            href: format!("{ARTICLES}/{}", article.name),
            title: article.title.clone(),
            topic: topic.map(|topic| topic.title.clone()).unwrap_or_default(),
        }
    }
}

/// What the search of the portal finds here.
pub(in crate::pages) fn found(program: &Program, wanted: &[String]) -> Vec<Entry> {
    let rules = program.support();
    let entry = |article: &Article| Entry {
        href: format!("{ARTICLES}/{}", article.name),
        title: article.title.clone(),
        description: article.text.clone(),
        posts: false,
    };
    rules.articles.iter().filter(|a| holds(wanted, [a.title.as_str(), &a.text])).map(entry).collect()
}

#[derive(Debug, Template)]
#[template(path = "support/articles.html")]
struct ListPage {
    page: Page,
    desk: Link,
    words: String,
    topics: Vec<Choice>,
    filtered: bool,
    found: String,
    titles: Vec<Title>,
    /// Where to ask what no article answers.
    ask: Link,
}

#[derive(Debug, Template)]
#[template(path = "support/article.html")]
struct ArticlePage {
    page: Page,
    back: Link,
    topic: String,
    paragraphs: Vec<String>,
    ask: Link,
}

/// Which articles.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Asked {
    q: String,
    topic: String,
}

/// Where somebody asks further: with a case, or with the form for those who have no session.
fn ask(visit: &Visit, case_type: Option<&str>) -> Link {
    match (&visit.signed, case_type) {
        (None, _) => Link { href: CONTACT.into(), text: visit.w.t("support-contact-form-title").into_owned() },
        (Some(_), None) => Link { href: NEW.into(), text: visit.w.t("support-open").into_owned() },
        (Some(_), Some(case_type)) => Link {
            href: format!("{NEW}?case_type={}", encoded(case_type)),
            text: visit.w.t("support-open").into_owned(),
        },
    }
}

/// `GET /support/articles`
pub(super) async fn list(visit: Visit, asked: Result<Query<Asked>, QueryRejection>) -> Answer {
    let Ok(Query(asked)) = asked else { return Err(visit.with_status(StatusCode::BAD_REQUEST)) };
    let w = visit.w;
    let rules = visit.program().support();
    let words: String = asked.q.trim().chars().take(100).collect();
    let topic = rules.case_type(&asked.topic).map(|topic| topic.name.as_str());
    let wanted = |article: &&Article| {
        topic.is_none_or(|topic| article.case_type.as_deref() == Some(topic))
            && has_words(&words, [article.title.as_str(), &article.text])
    };
    let titles: Vec<Title> = rules.articles.iter().filter(wanted).map(|a| Title::new(rules, a)).collect();
    let every = Choice {
        value: String::new(),
        label: w.t("support-topic-all").into_owned(),
        hint: String::new(),
        chosen: topic.is_none(),
    };
    // A topic without articles would only lead to an empty list.
    let with_articles = rules
        .case_types
        .iter()
        .filter(|t| rules.articles.iter().any(|article| article.case_type.as_deref() == Some(t.name.as_str())));
    let each = with_articles.map(|t| Choice {
        value: t.name.clone(),
        label: t.title.clone(),
        hint: String::new(),
        chosen: topic == Some(t.name.as_str()),
    });
    Ok(visit.html(&ListPage {
        page: visit.page(w.t("support-articles-title")),
        desk: Link { href: DESK.into(), text: rules.title.clone() },
        topics: [every].into_iter().chain(each).collect(),
        filtered: topic.is_some() || !words.is_empty(),
        found: w.t1("support-articles-found", "count", titles.len() as u64).into_owned(),
        titles,
        ask: ask(&visit, topic),
        words,
    }))
}

/// `GET /support/articles/{name}`
pub(super) async fn one(visit: Visit, Path(name): Path<String>) -> Answer {
    let rules = visit.program().support();
    let Some(article) = rules.article(&name) else { return Ok(errors::not_found(&visit)) };
    let paragraphs = article.text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    Ok(visit.html(&ArticlePage {
        page: visit.page(article.title.as_str()),
        back: Link { href: ARTICLES.into(), text: visit.w.t("support-articles-title").into_owned() },
        topic: Title::new(rules, article).topic,
        paragraphs: paragraphs.map(str::to_owned).collect(),
        ask: ask(&visit, article.case_type.as_deref()),
    }))
}
