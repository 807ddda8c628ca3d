//! Work on many entries by a file: a preview row by row, and then all of it in one decision (ACE-6, ACE-7, ACE-13, ACE-14).

use clap::Args;
use guildhall_core::Id;
use guildhall_core::account::Account;
use guildhall_core::pipeline::Refusal;
use guildhall_core::pipeline::bulk::{Counts, Mode, Operation, Outcome, Plan, PlannedRow};
use guildhall_core::setting::Setting;
use serde::Serialize;

use super::super::room::{Who, ask, email};
use super::Kind;
use crate::book::Planned;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::file_text;
use crate::journal::Access;
use crate::output::Table;
use crate::words;

/// How a file is taken in.
#[derive(Debug, Args)]
pub(in crate::commands) struct How {
    /// Only say what would happen, row by row; the exit code is 3 if a bad row keeps it back
    #[arg(long)]
    dry_run: bool,
    /// Take the good rows and report the bad ones; without it a bad row keeps all back
    #[arg(long)]
    good_rows: bool,
}

/// A file to be taken in.
#[derive(Debug, Args)]
pub(in crate::commands) struct TakeIn {
    /// Comma-separated rows below their headings; `-` reads them from the standard input
    #[arg(value_name = "FILE")]
    file: String,
    #[command(flatten)]
    how: How,
}

/// What a file changes.
#[derive(Serialize)]
struct Answer {
    applied: bool,
    counts: Counts,
    ignored_columns: Vec<String>,
    rows: Vec<PlannedRow>,
    #[serde(skip)]
    held: bool,
}

impl Answer {
    fn new<E>(plan: &Plan<E>, applied: bool) -> Self {
        let (counts, held) = (plan.counts(), plan.is_held());
        Self { applied, counts, ignored_columns: plan.ignored_columns().to_vec(), rows: plan.rows().to_vec(), held }
    }
}

impl TakeIn {
    pub(in crate::commands) fn run<E: Kind>(
        &self,
        context: &Context<'_>,
        operation: Operation,
    ) -> Result<Exit, Failure> {
        self.how.run::<E>(context, operation, &self.file)
    }
}

impl How {
    pub(super) fn run<E: Kind>(
        &self,
        context: &Context<'_>,
        operation: Operation,
        file: &str,
    ) -> Result<Exit, Failure> {
        let text = file_text(file, context.program()?.pipeline().bulk().bytes_most.into())?;
        let mode = if self.good_rows { Mode::GoodRows } else { Mode::AllOrNothing };
        let (account, answer) = if self.dry_run {
            ask(context, Who::Member, |asked| {
                let entries = asked.desk.book.documents::<E>(Some(asked.tenant)).map(|(_, entry)| entry);
                let plan = E::plan(&asked.setting(), operation, entries, &text, mode);
                let plan = plan.map_err(|refusal| asked.refused(&refusal))?;
                Ok((asked.account.clone(), Answer::new(&plan, false)))
            })?
        } else {
            apply::<E>(context, operation, &text, mode)?
        };
        answer.print(context, &account)
    }
}

/// Records what the file changes; nothing, if bad rows keep it back.
fn apply<E: Kind>(
    context: &Context<'_>,
    operation: Operation,
    text: &str,
    mode: Mode,
) -> Result<(Account, Answer), Failure> {
    let mut desk = context.open(Access::Write)?;
    let (tenant, actor) = context.actor(&desk)?;
    let judge = |setting: &Setting<'_>, entries: Vec<&E>| -> Result<Planned<E, Answer>, Refusal> {
        let plan = E::plan(setting, operation, entries, text, mode)?.unheld()?;
        let changes = plan.changes().iter().map(|change| (change.entry, change.events.clone()));
        Ok(Planned {
            permissions: operation.permission(E::ENTRIES).into_iter().collect(),
            changes: changes.collect(),
            answer: Answer::new(&plan, plan.applies()),
        })
    };
    let (answer, _) = context.decide(&mut desk, |decision| decision.plan(tenant, &actor, judge))?;
    Ok((context.company_of_id(&desk, tenant)?.clone(), answer))
}

impl Answer {
    fn print(&self, context: &Context<'_>, account: &Account) -> Result<Exit, Failure> {
        if !self.ignored_columns.is_empty() {
            context.out.note(&format!("these columns say nothing here: {}", self.ignored_columns.join(", ")));
        }
        let exit = if self.held { Exit::Refused } else { Exit::Done };
        if context.out.is_quiet() {
            return Ok(exit);
        }
        let table = Table::new(&["line", "title", "outcome", "what", "id"]).with(self.rows.iter().map(|row| {
            let (outcome, what) = told(account, &row.outcome);
            // The id of a preview means nothing: the file gets others when it is taken in.
            let id = row.entry.filter(|_| self.applied || !matches!(row.outcome, Outcome::Created));
            let id = id.map(|id: Id| id.to_string()).unwrap_or_default();
            vec![row.line.to_string(), row.title.clone(), outcome.to_owned(), what, id]
        }));
        let Counts { created, updated, transferred, unchanged, refused } = self.counts;
        let parts = [
            (created, "created"),
            (updated, "updated"),
            (transferred, "transferred"),
            (unchanged, "unchanged"),
            (refused, "refused"),
        ];
        let parts: Vec<String> =
            parts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
        let summary = if parts.is_empty() { "no rows".to_owned() } else { parts.join(", ") };
        let what_became = match (self.applied, self.held) {
            (true, _) => "",
            (false, true) => "; nothing is changed while a row is refused",
            (false, false) => "; nothing was changed",
        };
        context.out.rows_with(&table, &format!("\n{summary}{what_became}\n"), self)?;
        Ok(exit)
    }
}

/// The outcome of a row in a word, and what more there is to say of it.
fn told(account: &Account, outcome: &Outcome) -> (&'static str, String) {
    match outcome {
        Outcome::Created => ("created", String::new()),
        Outcome::Updated { fields } => ("updated", fields.join(", ")),
        Outcome::Transferred { to } => ("transferred", email(account, *to)),
        Outcome::Unchanged => ("unchanged", String::new()),
        Outcome::Refused { faults } => {
            let faults: Vec<String> = faults
                .iter()
                .map(|fault| {
                    let field = if fault.field.is_empty() { String::new() } else { format!("{}: ", fault.field) };
                    format!("{field}{} [{}]", words::of_fault(&fault.code).0, fault.code)
                })
                .collect();
            ("refused", faults.join("; "))
        }
    }
}

/// Writes the entries that the person may see as a file.
pub(in crate::commands) fn export<E: Kind>(context: &Context<'_>) -> Result<Exit, Failure> {
    let file = ask(context, Who::Member, |asked| {
        let entries = asked.desk.book.documents::<E>(Some(asked.tenant)).map(|(_, entry)| entry);
        E::export(&asked.setting(), entries).map_err(|refusal| asked.refused(&refusal))
    })?;
    context.out.file(&file)?;
    Ok(Exit::Done)
}
