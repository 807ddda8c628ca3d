//! The tasks page: one page, whose scope depends on who reads it (TASK-11, C-078), and the page of overdue tasks (TASK-8).

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use guildhall_core::Permission;
use guildhall_core::tasks::{Column, Order, Recommendation, State};
use serde::Deserialize;

use super::{LIST, Line, OVERDUE};
use crate::pages::locale::Words;
use crate::pages::view::{Answer, Page};
use crate::pages::visit::Visit;

/// The head of a column: where it sorts, and how it does now.
#[derive(Debug)]
struct Head {
    title: String,
    href: String,
    sorted: &'static str,
}

/// A recommended task.
#[derive(Debug, Clone)]
pub(in crate::pages) struct Advice {
    pub(in crate::pages) template: String,
    pub(in crate::pages) title: String,
    pub(in crate::pages) purpose: String,
    pub(in crate::pages) kind: String,
}

impl Advice {
    pub(in crate::pages) fn new(w: Words, recommendation: &Recommendation) -> Self {
        let goal = w.t(&format!("task-goal-{}", recommendation.goal.id()));
        let requirement = w.t(&format!("task-{}", recommendation.requirement.id()));
        Self {
            template: recommendation.template.clone(),
            title: recommendation.title.clone(),
            purpose: recommendation.purpose.clone(),
            kind: format!("{goal} \u{b7} {requirement}"),
        }
    }
}

/// A number with its words.
#[derive(Debug, Clone)]
pub(in crate::pages) struct Count {
    pub(in crate::pages) name: &'static str,
    pub(in crate::pages) number: String,
    pub(in crate::pages) words: String,
    pub(in crate::pages) href: &'static str,
}

/// The three numbers of the company (TASK-6, C-072); the overdue one leads to their page (TASK-8).
pub(in crate::pages) fn counts(w: Words, totals: guildhall_core::tasks::Totals) -> Vec<Count> {
    [("open", totals.open, ""), ("outstanding", totals.outstanding, ""), ("overdue", totals.overdue, OVERDUE)]
        .into_iter()
        .map(|(name, number, href)| Count {
            name,
            number: w.number(i64::try_from(number).unwrap_or(i64::MAX)),
            words: w.t1(&format!("tasks-total-{name}"), "count", number as u64).into_owned(),
            href,
        })
        .collect()
}

#[derive(Debug, Template)]
#[template(path = "tasks.html")]
struct TasksPage {
    page: Page,
    overdue: bool,
    lines: Vec<Line>,
    heads: Vec<Head>,
    counts: Vec<Count>,
    recommended: Vec<Advice>,
    /// Whether everybody's tasks are here.
    everybody: bool,
    can_assign: bool,
    templates: bool,
}

/// How the table is sorted.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    sort: Option<String>,
    order: Option<String>,
}

pub(super) async fn all(visit: Visit, asked: Query<Asked>) -> Answer {
    page(&visit, &asked, false).await
}

pub(super) async fn overdue(visit: Visit, asked: Query<Asked>) -> Answer {
    page(&visit, &asked, true).await
}

async fn page(visit: &Visit, asked: &Asked, overdue: bool) -> Answer {
    let me = visit.member()?;
    let column = asked.sort.as_deref().unwrap_or(Column::DueDate.id()).parse::<Column>();
    let order = asked.order.as_deref().unwrap_or("asc").parse::<Order>();
    // There is no other column to sort by, and no other order (TASK-12).
    let (Ok(column), Ok(order)) = (column, order) else { return Err(visit.with_status(StatusCode::BAD_REQUEST)) };
    let state = visit.room::<State>(me).await?;
    let reading = visit.reading(me)?;
    let setting = reading.setting();
    let mut rows = state.page(&setting, column, order).map_err(|denied| visit.denied(&denied))?;
    rows.retain(|row| !overdue || row.overdue);
    let totals = state.totals(&setting).map_err(|denied| visit.denied(&denied))?;
    let mine = state.my_tasks(&setting).ok().filter(|_| !overdue);
    let w = visit.w;
    let base = if overdue { OVERDUE } else { LIST };
    let head = |of: &Column| {
        let now = column == *of;
        let next = if now && order == Order::Ascending { "desc" } else { "asc" };
        Head {
            title: w.t(&format!("tasks-by-{}", of.id().replace('_', "-"))).into_owned(),
            href: format!("{base}?sort={}&order={next}", of.id()),
            sorted: match order {
                _ if !now => "",
                Order::Ascending => "ascending",
                Order::Descending => "descending",
            },
        }
    };
    let can_assign = me.standing.permits_in_portal(visit.program(), Permission::AssignTasks);
    Ok(visit.html(&TasksPage {
        page: visit.page(w.t(if overdue { "tasks-overdue-title" } else { "tasks-title" })),
        overdue,
        lines: rows.iter().map(|row| Line::new(w, row)).collect(),
        heads: Column::ALL.iter().map(head).collect(),
        counts: counts(w, totals),
        recommended: mine.iter().flat_map(|m| &m.recommended).map(|r| Advice::new(w, r)).collect(),
        everybody: me.standing.permits(visit.program(), Permission::ViewAllTasks),
        can_assign,
        templates: can_assign && !visit.program().tasks().is_empty(),
    }))
}
