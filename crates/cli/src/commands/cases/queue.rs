//! `guildhall cases queue`: the operators' one queue (C-116).

use chrono::{DateTime, Utc};
use guildhall_core::Id;
use guildhall_core::support::inquiry::Inquiry;
use guildhall_core::support::{State, Waiting, WaitingFor, queue};
use serde::Serialize;

use crate::context::{Context, Desk};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;
use crate::output::Table;
use crate::rooms::Key;

#[derive(Serialize)]
struct Row {
    since: DateTime<Utc>,
    sort: &'static str,
    tenant: Option<Id>,
    company: Option<String>,
    subject: String,
    cancellation: bool,
    id: Id,
}

/// Prints what waits for an answer.
pub(super) fn print(context: &Context<'_>) -> Result<Exit, Failure> {
    context.as_operator()?;
    let desk = context.open(Access::Read)?;
    let rooms: Vec<_> =
        desk.book.accounts().keys().map(|id| (*id, desk.book.room::<State>(Key::of_company(*id)))).collect();
    let waiting = queue(rooms.iter().map(|(id, state)| (*id, &**state)), desk.book.documents::<Inquiry>(None));
    let rows: Vec<Row> = waiting.into_iter().map(|waiting| row(&desk, waiting)).collect();
    let table = Table::new(&["since", "sort", "company", "subject", "id"]).with(rows.iter().map(|row| {
        let since = row.since.format("%Y-%m-%d %H:%M").to_string();
        let leaves = if row.cancellation { " (asks to leave the programme)" } else { "" };
        let company = row.company.clone().unwrap_or_default();
        vec![since, row.sort.to_owned(), company, format!("{}{leaves}", row.subject), row.id.to_string()]
    }));
    context.out.rows(&table, &rows)?;
    Ok(Exit::Done)
}

fn row(desk: &Desk, Waiting { what, subject, cancellation, since }: Waiting) -> Row {
    let (sort, tenant, id) = match what {
        WaitingFor::Case { tenant, case } => ("case", Some(tenant), case),
        WaitingFor::Inquiry { inquiry } => ("inquiry", None, inquiry),
    };
    let company = tenant.and_then(|id| desk.book.account(id)).map(|account| account.company_name().to_owned());
    Row { since, sort, tenant, company, subject, cancellation, id }
}
