//! `guildhall content`: news, events, resources and walkthroughs: written and published by the operator, read by everybody
//! (NEWS-1..8, HOME-10, MENU-29..31).

mod list;
mod show;

use clap::{Args, Subcommand, ValueEnum};
use guildhall_core::Id;
use guildhall_core::content::{
    ArticleInput, ArticleKind, Body, Command, Delivery, Event, EventInput, EventKind, Input, ResourceInput,
    ResourceKind, State, StepInput, WalkthroughInput,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::forms::Form;
use super::room::{missing, pick};
use super::shared::{done, listed};
use crate::context::{Context, Desk};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;
use crate::output::Table;
use crate::rooms::Key;

/// The command that names the fields.
const FIELDS: &str = "guildhall content fields";

/// List and show news, events, resources and walkthroughs; write, publish and withdraw them as the operator
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall content list --kind event --as bo@acme.example
  guildhall content fields walkthrough
  guildhall content draft news --set kind=deadline --set title='Renew by May' --set summary='...' \\
    --set source=Partners --set published_on=2026-03-01 --set link=https://news.example
  guildhall content publish 3f2a")]
pub(crate) struct Content {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    List(list::List),
    /// Show all of an item
    Show(One),
    Fields(Fields),
    Draft(Draft),
    Edit(Edit),
    /// Show an item to people, from its day on; the operator does this
    Publish(One),
    /// Take an item back; the operator does this
    Withdraw(One),
}

/// What an item of content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    News,
    Event,
    Resource,
    Walkthrough,
}

/// One item.
#[derive(Debug, Args)]
struct One {
    /// Its id, or the beginning of it
    #[arg(value_name = "ID")]
    id: String,
}

/// List the names of the fields, with the words that some of them take
#[derive(Debug, Args)]
struct Fields {
    /// Of what
    #[arg(value_enum)]
    kind: Kind,
}

/// Write an item, as a draft that nobody sees yet; the operator does this
#[derive(Debug, Args)]
#[command(visible_alias = "write")]
struct Draft {
    /// What it is; it stays of its kind
    #[arg(value_enum)]
    kind: Kind,
    #[command(flatten)]
    form: Form,
}

/// Change what an item says; what is not named stays. The operator does this
#[derive(Debug, Args)]
struct Edit {
    #[command(flatten)]
    one: One,
    #[command(flatten)]
    form: Form,
}

impl Content {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match &self.action {
            Action::List(list) => list.run(context),
            Action::Show(One { id }) => show::show(context, id),
            Action::Fields(Fields { kind }) => fields(context, *kind),
            Action::Draft(Draft { kind, form }) => submit(context, |desk| {
                Ok((context.moment(&desk.journal)?.fresh, Command::Draft { input: kind.input(form, None)? }))
            }),
            Action::Edit(Edit { one, form }) => submit(context, |desk| {
                let id = meant(desk, &one.id)?;
                let state = desk.book.room::<State>(Key::of_programme(id));
                let body = state.body().ok_or_else(|| missing("item_missing", "there is no such item"))?;
                Ok((id, Command::Edit { input: Kind::of(body).input(form, Some(body))? }))
            }),
            Action::Publish(One { id }) => submit(context, |desk| Ok((meant(desk, id)?, Command::Publish))),
            Action::Withdraw(One { id }) => submit(context, |desk| Ok((meant(desk, id)?, Command::Withdraw))),
        }
    }
}

impl Kind {
    const fn of(body: &Body) -> Self {
        match body {
            Body::News(_) => Self::News,
            Body::Event(_) => Self::Event,
            Body::Resource(_) => Self::Resource,
            Body::Walkthrough(_) => Self::Walkthrough,
        }
    }

    /// Its word, as in the arguments and in JSON.
    const fn word(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Event => "event",
            Self::Resource => "resource",
            Self::Walkthrough => "walkthrough",
        }
    }

    /// The words that a field takes; none where it takes any.
    fn values(self, field: &str) -> Vec<&'static str> {
        match (self, field) {
            (Self::News, "kind") => ArticleKind::ALL.iter().map(|kind| kind.id()).collect(),
            (Self::Event, "kind") => EventKind::ALL.iter().map(|kind| kind.id()).collect(),
            (Self::Resource, "kind") => ResourceKind::ALL.iter().map(|kind| kind.id()).collect(),
            (Self::Event, "delivery") => Delivery::ALL.iter().map(|delivery| delivery.id()).collect(),
            (Self::Event, "pinned") => ["yes", "no"].into(),
            (Self::News | Self::Event | Self::Resource | Self::Walkthrough, _) => Vec::new(),
        }
    }

    /// The fields of a blank one.
    fn blank(self) -> Result<Value, Failure> {
        let blank = match self {
            Self::News => serde_json::to_value(ArticleInput::default()),
            Self::Event => serde_json::to_value(EventInput::default()),
            Self::Resource => serde_json::to_value(ResourceInput::default()),
            Self::Walkthrough => serde_json::to_value(WalkthroughInput::default()),
        };
        blank.map_err(|error| Failure::internal(error.to_string()))
    }

    /// What the form makes of what it says, or of a blank one.
    fn input(self, form: &Form, said: Option<&Body>) -> Result<Input, Failure> {
        let mut before = self.blank()?;
        if let Some(body) = said {
            let said = serde_json::to_value(body).map_err(|error| Failure::internal(error.to_string()))?;
            fill(&mut before, &said);
        }
        Ok(match self {
            Self::News => Input::News(read(form, before)?),
            Self::Event => Input::Event(read(form, before)?),
            Self::Resource => Input::Resource(read(form, before)?),
            Self::Walkthrough => Input::Walkthrough(read(form, before)?),
        })
    }
}

fn read<T: DeserializeOwned>(form: &Form, before: Value) -> Result<T, Failure> {
    form.json(before, FIELDS)
}

/// Puts what an item says into its form; what it does not say stays blank.
fn fill(form: &mut Value, said: &Value) {
    match (form, said) {
        (Value::Object(form), Value::Object(said)) => {
            for (name, member) in form {
                if let Some(said) = said.get(name) {
                    fill(member, said);
                }
            }
        }
        (Value::Array(form), Value::Array(said)) => {
            let blank = serde_json::to_value(StepInput::default()).unwrap_or_default();
            form.extend(said.iter().map(|said| {
                let mut step = blank.clone();
                fill(&mut step, said);
                step
            }));
        }
        (_, Value::Null) => {}
        (form, said) => form.clone_from(said),
    }
}

/// A field of a form.
#[derive(Serialize)]
struct FieldRow {
    field: String,
    /// What may stand in it, where there is a list.
    values: Vec<&'static str>,
}

/// The names of the fields, with the words that some of them take.
fn fields(context: &Context<'_>, kind: Kind) -> Result<Exit, Failure> {
    let mut rows = Vec::new();
    if let Value::Object(blank) = kind.blank()? {
        for (name, member) in blank {
            if member.is_array() {
                let inner = ["title", "text", "item"].map(|inner| format!("{name}[0].{inner}"));
                rows.extend(inner.into_iter().map(|field| FieldRow { field, values: Vec::new() }));
            } else {
                rows.push(FieldRow { values: kind.values(&name), field: name });
            }
        }
    }
    let cells = rows.iter().map(|row| vec![row.field.clone(), listed(row.values.iter().copied())]);
    context.out.rows(&Table::new(&["field", "values"]).with(cells), &rows)?;
    Ok(Exit::Done)
}

/// The item that is meant.
fn meant(desk: &Desk, typed: &str) -> Result<Id, Failure> {
    pick(desk.book.documents::<State>(None).map(|(id, _)| id), typed, "item_missing")
}

fn submit(context: &Context<'_>, make: impl FnOnce(&Desk) -> Result<(Id, Command), Failure>) -> Result<Exit, Failure> {
    let operator = context.as_operator()?;
    // The programme's documents may come before any company does.
    let mut desk = context.open(Access::Write)?;
    let (id, command) = make(&desk)?;
    let key = Key::of_programme(id);
    let (events, outcome) = context.submit_room::<State>(&mut desk, key, &operator, &command)?;
    let state = desk.book.room::<State>(key);
    let title = state.body().map(|body| body.title().to_string()).unwrap_or_default();
    let lines: Vec<String> = events.iter().map(|event| told(id, &title, event)).collect();
    done(context, &outcome, &lines)
}

/// What happened, for people.
fn told(id: Id, title: &str, event: &Event) -> String {
    match event {
        Event::ContentDrafted { .. } => format!("wrote {title:?} as a draft: {id}"),
        Event::ContentEdited { .. } => format!("changed {title:?}: {id}"),
        Event::ContentPublished { .. } => format!("published {title:?}: {id}"),
        Event::ContentWithdrawn { .. } => format!("withdrew {title:?}: {id}"),
    }
}
