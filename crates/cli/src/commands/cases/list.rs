//! The lists of support: cases, what they can be about, articles (SUPPORT-2..6).

use chrono::{DateTime, Utc};
use guildhall_core::Id;
use guildhall_core::support::{Case, State, Topic, desk};
use serde::Serialize;

use super::super::room::{Asked, Who, ask, email};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

#[derive(Serialize)]
struct Row {
    id: Id,
    subject: String,
    #[serde(flatten)]
    topic: Topic,
    by: String,
    messages: usize,
    cancellation: bool,
    last_at: Option<DateTime<Utc>>,
    waits_since: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
}

/// The cases that whoever asks sees, the open ones first.
pub(super) fn list(context: &Context<'_>) -> Result<Exit, Failure> {
    let rows: Vec<Row> = ask(context, Who::Either, |asked| {
        let (setting, state) = (asked.setting(), asked.room::<State>());
        let mut cases: Vec<(Id, &Case)> = if setting.operator().is_ok() {
            state.cases().iter().map(|(id, case)| (*id, case)).collect()
        } else {
            let desk = desk(&setting, &state)?;
            desk.open.into_iter().chain(desk.previous).collect()
        };
        cases.sort_by_key(|(_, case)| !case.is_open());
        Ok(cases.into_iter().map(|(id, case)| row(asked, id, case)).collect())
    })?;
    let headings = ["subject", "about", "by", "messages", "last_at", "status", "id"];
    let table = Table::new(&headings).with(rows.iter().map(|row| {
        let status = match (row.closed_at, row.waits_since) {
            (Some(_), _) => "closed",
            (None, Some(_)) => "waits for the programme",
            (None, None) => "answered",
        };
        let last = row.last_at.map(|at| at.format("%Y-%m-%d %H:%M").to_string()).unwrap_or_default();
        let (subject, about) = (row.subject.clone(), row.topic.specific.clone());
        vec![subject, about, row.by.clone(), row.messages.to_string(), last, status.to_owned(), row.id.to_string()]
    }));
    context.out.rows(&table, &rows)?;
    Ok(Exit::Done)
}

fn row(asked: &Asked<'_>, id: Id, case: &Case) -> Row {
    Row {
        id,
        subject: case.subject.to_string(),
        topic: case.topic.clone(),
        by: email(asked.account, case.by),
        messages: case.posts.len(),
        cancellation: case.cancellation,
        last_at: case.posts.last().map(|post| post.at),
        waits_since: case.waits_since(),
        closed_at: case.closed_at,
    }
}

/// What a case can be about.
pub(super) fn types(context: &Context<'_>) -> Result<Exit, Failure> {
    #[derive(Serialize)]
    struct About<'a> {
        case_type: &'a str,
        question: &'a str,
        specific: &'a str,
        title: String,
    }
    let mut rows = Vec::new();
    for case_type in &context.program()?.support().case_types {
        for question in &case_type.questions {
            rows.extend(question.specifics.iter().map(|specific| About {
                case_type: &case_type.name,
                question: &question.name,
                specific: &specific.name,
                title: format!("{} / {} / {}", case_type.title, question.title, specific.title),
            }));
        }
    }
    let table = Table::new(&["type", "question", "specific", "title"]).with(rows.iter().map(|row| {
        vec![row.case_type.to_owned(), row.question.to_owned(), row.specific.to_owned(), row.title.clone()]
    }));
    context.out.rows(&table, &rows)?;
    Ok(Exit::Done)
}

/// Answers to common questions.
pub(super) fn articles(context: &Context<'_>) -> Result<Exit, Failure> {
    #[derive(Serialize)]
    struct Article<'a> {
        id: &'a str,
        title: &'a str,
        text: &'a str,
    }
    let articles = &context.program()?.support().articles;
    let rows: Vec<Article<'_>> =
        articles.iter().map(|a| Article { id: &a.name, title: &a.title, text: &a.text }).collect();
    let cells = |row: &Article<'_>| [row.id, row.title, row.text].map(str::to_owned).to_vec();
    context.out.rows(&Table::new(&["id", "title", "text"]).with(rows.iter().map(cells)), &rows)?;
    Ok(Exit::Done)
}
