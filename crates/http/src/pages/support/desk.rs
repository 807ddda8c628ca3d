//! The desk (SUPPORT-1, SUPPORT-2): a new case, the cases that somebody sees, and articles on common questions.

use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use guildhall_core::support::{Author, CaseColumn, CaseQuery, CaseRow, Post, Progress, State, cases, desk};
use guildhall_core::tasks::Order;
use serde::Deserialize;

use super::articles::Title;
use super::{DESK, NEW, address, chip, outside, topic_words};
use crate::pages::form::Choice;
use crate::pages::view::{Answer, Entry, Page, Stop, encoded, see_other};
use crate::pages::visit::{Signed, Visit};

/// How many cases a page shows.
const SHOWN: usize = 50;
/// How many articles the desk shows.
const ARTICLES_SHOWN: usize = 6;

/// A case in the table.
#[derive(Debug)]
struct Line {
    href: String,
    subject: String,
    progress: String,
    tone: &'static str,
    cancellation: bool,
    topic: String,
    opened_by: String,
    /// When something was written last, and who wrote it.
    last_word: String,
    by: String,
}

/// The head of a column: where it sorts, and how it does now.
#[derive(Debug)]
struct Head {
    title: String,
    href: String,
    sorted: &'static str,
}

#[derive(Debug, Template)]
#[template(path = "support/desk.html")]
struct DeskPage {
    page: Page,
    new: &'static str,
    lead: String,
    words: String,
    progress: Vec<Choice>,
    /// Whether the list is narrowed.
    filtered: bool,
    /// Whether there is any case to list.
    any: bool,
    sort: &'static str,
    order: &'static str,
    heads: Vec<Head>,
    lines: Vec<Line>,
    found: String,
    previous: String,
    next: String,
    articles: Vec<Title>,
    inside: Option<Entry>,
}

/// Which cases.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Asked {
    q: String,
    state: String,
    sort: String,
    order: String,
    page: usize,
}

/// `GET /support/cases`
pub(super) async fn to_desk() -> Response {
    see_other(DESK)
}

/// `GET /support`; visitors find whom to ask, and how.
pub(super) async fn page(visit: Visit, asked: Result<Query<Asked>, QueryRejection>) -> Answer {
    let Some(me) = &visit.signed else { return Ok(outside::page(&visit)) };
    let Ok(Query(asked)) = asked else { return Err(visit.with_status(StatusCode::BAD_REQUEST)) };
    let model = model(&visit, me, &asked).await?;
    Ok(visit.html(&model).into_response())
}

/// The order that an address asks for.
fn order(visit: &Visit, asked: &Asked) -> Result<(Option<Progress>, CaseColumn, Order), Stop> {
    let bad = || visit.with_status(StatusCode::BAD_REQUEST);
    let progress = match asked.state.as_str() {
        "" => None,
        id => Some(Progress::ALL.into_iter().find(|progress| progress.id() == id).ok_or_else(bad)?),
    };
    let column = match asked.sort.as_str() {
        "" => CaseColumn::LastWord,
        id => CaseColumn::ALL.into_iter().find(|column| column.id() == id).ok_or_else(bad)?,
    };
    let order = match asked.order.as_str() {
        // The newest first, the names from A.
        "" if column == CaseColumn::LastWord => Order::Descending,
        "" => Order::Ascending,
        id => id.parse().map_err(|_| bad())?,
    };
    Ok((progress, column, order))
}

async fn model(visit: &Visit, me: &Signed, asked: &Asked) -> Result<DeskPage, Stop> {
    let w = visit.w;
    let (progress, column, order) = order(visit, asked)?;
    let words: String = asked.q.trim().chars().take(100).collect();
    let state = visit.room::<State>(me).await?;
    let reading = visit.reading(me)?;
    let setting = reading.setting();
    let desk = desk(&setting, &state).map_err(|denied| visit.denied(&denied))?;
    let query = CaseQuery { progress, words: &words, column, order };
    let rows = cases(&setting, &state, &query).map_err(|denied| visit.denied(&denied))?;
    let rules = visit.program().support();
    let direction = |order: Order| match order {
        Order::Ascending => "asc",
        Order::Descending => "desc",
    };
    let to = |column: CaseColumn, order: Order, page: usize| {
        let (state, q) = (encoded(&asked.state), encoded(&words));
        format!("{DESK}?state={state}&q={q}&sort={}&order={}&page={page}", column.id(), direction(order))
    };
    let head = |of: &CaseColumn| {
        let (now, title) = (column == *of, w.t(&format!("support-by-{}", of.id().replace('_', "-"))).into_owned());
        let next = if now && order == Order::Ascending { Order::Descending } else { Order::Ascending };
        let sorted = match order {
            _ if !now => "",
            Order::Ascending => "ascending",
            Order::Descending => "descending",
        };
        Head { title, href: to(*of, next, 0), sorted }
    };
    let first = asked.page.saturating_mul(SHOWN).min(rows.len());
    let more = rows.len() > first + SHOWN;
    let articles = rules.articles.iter().take(ARTICLES_SHOWN).map(|article| Title::new(rules, article));
    Ok(DeskPage {
        page: visit.page(rules.title.as_str()),
        new: NEW,
        lead: w.t1("support-lead-text", "desk", rules.title.as_str()).into_owned(),
        progress: choices(visit, progress),
        filtered: progress.is_some() || !words.is_empty(),
        any: !desk.open.is_empty() || !desk.previous.is_empty(),
        sort: column.id(),
        order: direction(order),
        heads: CaseColumn::ALL.iter().map(head).collect(),
        lines: rows.iter().skip(first).take(SHOWN).map(|row| line(visit, me, row)).collect(),
        found: w.t1("support-found", "count", rows.len() as u64).into_owned(),
        previous: asked.page.checked_sub(1).map(|page| to(column, order, page)).unwrap_or_default(),
        next: if more { to(column, order, asked.page.saturating_add(1)) } else { String::new() },
        articles: articles.collect(),
        inside: outside::inside(visit),
        words,
    })
}

fn choices(visit: &Visit, chosen: Option<Progress>) -> Vec<Choice> {
    let w = visit.w;
    let choice =
        |value: &str, label: String, chosen: bool| Choice { value: value.into(), label, hint: String::new(), chosen };
    let every = choice("", w.t("support-progress-all").into_owned(), chosen.is_none());
    let each = Progress::ALL.iter().map(|p| choice(p.id(), chip(w, *p).0, chosen == Some(*p)));
    [every].into_iter().chain(each).collect()
}

/// Who wrote a message, as the company reads it: its people by their names, the programme as its support.
pub(super) fn author(visit: &Visit, me: &Signed, post: &Post) -> String {
    match &post.by {
        Author::Member(id) => me.account.member(*id).map(|member| member.name.to_string()).unwrap_or_default(),
        Author::Operator(_) => visit.program().support().title.clone(),
    }
}

fn line(visit: &Visit, me: &Signed, row: &CaseRow<'_>) -> Line {
    let w = visit.w;
    let (progress, tone) = chip(w, row.case.progress());
    Line {
        href: address(row.id),
        subject: row.case.subject.to_string(),
        progress,
        tone,
        cancellation: row.case.cancellation,
        topic: topic_words(visit.program(), &row.case.topic),
        opened_by: row.opened_by.clone(),
        last_word: row.case.last_word_at().map(|at| w.moment(at)).unwrap_or_default(),
        by: row.case.posts.last().map(|post| author(visit, me, post)).unwrap_or_default(),
    }
}
