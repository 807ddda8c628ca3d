//! `guildhall profile record`: offerings, case studies and what else the programme reviews (ROLE-52, CMP-9..16).

use std::borrow::Cow;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};
use guildhall_core::Id;
use guildhall_core::profile::{self, Command, Prospect, RecordKind, RecordStatus, State, prospects, readable_kinds};
use serde::Serialize;

use super::super::room::{Asked, Who, ask, email, missing, pick, run};
use super::{member, told};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::text_of;
use crate::output::Table;

/// List, create, change, submit, remove and judge offerings, case studies and the like
#[derive(Debug, Subcommand)]
pub(super) enum Record {
    /// List those that the person may read; all for the operator
    List,
    Create(Create),
    /// List the programmes to apply to, and how far the company is
    Programs,
    Apply(Apply),
    Edit(Edit),
    /// Hand one in for review
    Submit(One),
    /// Remove one that is not validated
    Remove(One),
    Describe(Describe),
    Judge(Judge),
}

/// One record.
#[derive(Debug, Args)]
pub(super) struct One {
    /// Its id, or the beginning of it
    #[arg(value_name = "ID")]
    id: String,
}

/// Begin one
#[derive(Debug, Args)]
pub(super) struct Create {
    /// What it is
    #[arg(value_parser = kinds())]
    kind: RecordKind,
    /// Its title
    #[arg(long)]
    title: String,
    /// What there is to say; `-` reads it from the standard input
    #[arg(long, value_name = "TEXT")]
    description: String,
}

/// Begin an application to a programme; `submit` hands it in once its requirements are met
#[derive(Debug, Args)]
pub(super) struct Apply {
    /// The programme's id
    #[arg(value_name = "PROGRAM")]
    program: String,
    /// Why the company fits; `-` reads it from the standard input
    #[arg(long, value_name = "TEXT")]
    description: String,
}

/// Change one that is neither under review nor validated; what is not named stays
#[derive(Debug, Args)]
pub(super) struct Edit {
    /// Its id, or the beginning of it
    #[arg(value_name = "ID")]
    id: String,
    /// Its title
    #[arg(long)]
    title: Option<String>,
    /// What there is to say; `-` reads it from the standard input
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
}

/// Put words for the listing beside a validated one
#[derive(Debug, Args)]
pub(super) struct Describe {
    /// Its id, or the beginning of it
    #[arg(value_name = "ID")]
    id: String,
    /// The words, empty for none; `-` reads them from the standard input
    #[arg(value_name = "TEXT")]
    words: String,
}

/// Say whether a submitted one is validated, or that a validated one no longer is; the operator does this
#[derive(Debug, Args)]
pub(super) struct Judge {
    /// Its id, or the beginning of it
    #[arg(value_name = "ID")]
    id: String,
    /// It is validated
    #[arg(long, required_unless_present = "declined")]
    validated: bool,
    /// It is not, or no longer
    #[arg(long, conflicts_with = "validated")]
    declined: bool,
}

/// Reads a kind of record by its id.
fn kinds() -> impl TypedValueParser<Value = RecordKind> {
    let find = |id: String| RecordKind::ALL.into_iter().find(|kind| kind.id() == id).ok_or("there is no such kind");
    PossibleValuesParser::new(RecordKind::ALL.map(RecordKind::id)).try_map(find)
}

#[derive(Serialize)]
struct Row {
    id: Id,
    kind: RecordKind,
    title: String,
    description: String,
    status: RecordStatus,
    by: String,
    words: Option<String>,
}

impl Record {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match self {
            Self::List => list(context),
            Self::Create(Create { kind, title, description }) => {
                let (title, description) = (title.clone(), text_of(description)?);
                member(context, Command::CreateRecord { kind: *kind, title, description })
            }
            Self::Programs => programs(context),
            Self::Apply(Apply { program, description }) => {
                let (program, description) = (program.clone(), text_of(description)?);
                member(context, Command::ApplyToProgram { program, description })
            }
            Self::Edit(edit) => edit.run(context),
            Self::Submit(one) => one.run(context, |id| Command::SubmitRecord { id }),
            Self::Remove(one) => one.run(context, |id| Command::RemoveRecord { id }),
            Self::Describe(Describe { id, words }) => {
                let words = text_of(words)?;
                let command = |asked: &Asked<'_>| Ok(Command::DescribeRecord { id: record(asked, id)?, words });
                run::<State>(context, Who::Member, command, told)
            }
            Self::Judge(Judge { id, validated, .. }) => {
                let command =
                    |asked: &Asked<'_>| Ok(Command::JudgeRecord { id: record(asked, id)?, validated: *validated });
                run::<State>(context, Who::Operator, command, told)
            }
        }
    }
}

impl One {
    fn run(&self, context: &Context<'_>, command: impl FnOnce(Id) -> Command) -> Result<Exit, Failure> {
        run::<State>(context, Who::Member, |asked| Ok(command(record(asked, &self.id)?)), told)
    }
}

impl Edit {
    fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let description = self.description.as_deref().map(text_of).transpose()?;
        let command = |asked: &Asked<'_>| {
            let id = record(asked, &self.id)?;
            let state = asked.room::<State>();
            let now = state.records().get(&id).ok_or_else(|| missing("entry_missing", "there is no such record"))?;
            let title = self.title.clone().unwrap_or_else(|| now.title.to_string());
            let description = description.unwrap_or_else(|| now.description.to_string());
            Ok(Command::EditRecord { id, title, description })
        };
        run::<State>(context, Who::Member, command, told)
    }
}

fn record(asked: &Asked<'_>, typed: &str) -> Result<Id, Failure> {
    pick(asked.room::<State>().records().keys().copied(), typed, "entry_missing")
}

fn list(context: &Context<'_>) -> Result<Exit, Failure> {
    let rows: Vec<Row> = ask(context, Who::Either, |asked| {
        let setting = asked.setting();
        let readable = match setting.operator() {
            Ok(_) => RecordKind::ALL.to_vec(),
            Err(_) => {
                let (me, _) = setting.me()?;
                readable_kinds(setting.program, &setting.account.standing(setting.program, me))
            }
        };
        let state: Cow<'_, State> = asked.room();
        let readable = state.records().iter().filter(|(_, record)| readable.contains(&record.kind));
        let row = |(id, record): (&Id, &profile::Record)| Row {
            id: *id,
            kind: record.kind,
            title: record.title.to_string(),
            description: record.description.to_string(),
            status: record.status,
            by: email(asked.account, record.by),
            words: record.words.as_ref().map(ToString::to_string),
        };
        Ok(readable.map(row).collect())
    })?;
    let table = Table::new(&["kind", "title", "status", "by", "id"]).with(rows.iter().map(|row| {
        vec![
            row.kind.id().to_owned(),
            row.title.clone(),
            status(row.status).to_owned(),
            row.by.clone(),
            row.id.to_string(),
        ]
    }));
    context.out.rows(&table, &rows)?;
    Ok(Exit::Done)
}

/// Where a record stands, in a word.
pub(super) fn status(status: RecordStatus) -> &'static str {
    match status {
        RecordStatus::Draft => "draft",
        RecordStatus::Submitted => "submitted",
        RecordStatus::Validated => "validated",
        RecordStatus::Declined => "declined",
    }
}

/// A kind as people say it.
pub(super) fn word(kind: RecordKind) -> String {
    kind.id().replace('_', " ")
}

/// A programme to apply to, and how far the company is.
#[derive(Serialize)]
struct Target {
    id: String,
    title: String,
    stage_reached: bool,
    needs: Vec<Need>,
    ready: bool,
    application: Option<Id>,
}

#[derive(Serialize)]
struct Need {
    kind: RecordKind,
    validated: usize,
    least: usize,
}

fn programs(context: &Context<'_>) -> Result<Exit, Failure> {
    let program = context.program()?;
    let target = |prospect: &Prospect<'_>| Target {
        id: prospect.target.name.clone(),
        title: prospect.target.title.to_string(),
        stage_reached: prospect.stage_reached,
        needs: prospect
            .progress
            .iter()
            .map(|p| Need { kind: p.kind, validated: p.validated, least: p.least })
            .collect(),
        ready: prospect.is_ready(),
        application: prospect.application.map(|(id, _)| id),
    };
    let rows: Vec<Target> = ask(context, Who::Member, |asked| {
        let (me, _) = asked.setting().me()?;
        let (standing, state) = (asked.account.standing(program, me), asked.room::<State>());
        Ok(prospects(program, &standing, &state).iter().map(target).collect())
    })?;
    let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
    let cells = |row: &Target| {
        let needs = row.needs.iter().map(|n| format!("{} {}/{}", word(n.kind), n.validated, n.least));
        let application = row.application.map(|id| id.to_string()).unwrap_or_default();
        let needs = needs.collect::<Vec<_>>().join(", ");
        vec![row.id.clone(), row.title.clone(), yes(row.stage_reached), needs, yes(row.ready), application]
    };
    let heads = ["id", "title", "stage", "needs", "ready", "application"];
    context.out.rows(&Table::new(&heads).with(rows.iter().map(cells)), &rows)?;
    Ok(Exit::Done)
}
