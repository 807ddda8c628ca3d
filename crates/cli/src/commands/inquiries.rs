//! `guildhall inquiries`: messages of the contact form, by people who cannot sign in (SUPPORT-10).

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use guildhall_core::Id;
use guildhall_core::account::Actor;
use guildhall_core::room::Room;
use guildhall_core::support::inquiry::{self, Command, Event, Inquiry, Question};
use serde::Serialize;

use super::room::{missing, pick};
use super::shared::done;
use crate::context::{Context, Desk};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::text_of;
use crate::journal::Access;
use crate::output::{Table, escape};
use crate::rooms::Key;

/// Take in, show, answer and close messages of people who cannot sign in; the operator does this
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall inquiries list
  guildhall inquiries answer 3f2a --text 'Ask your alliance lead'")]
pub(crate) struct Inquiries {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// List them, those first in which something happened last
    List,
    /// Show one with its answers
    Show(One),
    Submit(Submit),
    Answer(Answer),
    /// Close one
    Close(One),
}

/// One of them.
#[derive(Debug, Args)]
struct One {
    /// Its id, or the beginning of it
    #[arg(value_name = "INQUIRY")]
    id: String,
}

/// Take in what somebody wrote or said
#[derive(Debug, Args)]
struct Submit {
    /// Their name
    #[arg(long)]
    name: String,
    /// The address for the answer
    #[arg(long)]
    email: String,
    /// Their company
    #[arg(long, value_name = "NAME", default_value_t, hide_default_value = true)]
    of: String,
    /// The subject
    #[arg(long)]
    subject: String,
    /// The message; `-` reads it from the standard input
    #[arg(long)]
    text: String,
}

/// Answer one. Nothing is mailed from a local journal: send the answer to the address
#[derive(Debug, Args)]
struct Answer {
    /// Its id, or the beginning of it
    #[arg(value_name = "INQUIRY")]
    id: String,
    /// The answer; `-` reads it from the standard input
    #[arg(long)]
    text: String,
}

#[derive(Serialize)]
struct Shown<'a> {
    id: Id,
    status: &'static str,
    submitted_at: Option<DateTime<Utc>>,
    #[serde(flatten)]
    question: Option<&'a Question>,
    answers: &'a [inquiry::Answer],
    closed_at: Option<DateTime<Utc>>,
}

impl Inquiries {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        context.as_operator()?;
        match &self.action {
            Action::List => list(context),
            Action::Show(one) => one.show(context),
            Action::Submit(submit) => submit.run(context),
            Action::Answer(Answer { id, text }) => {
                let text = text_of(text)?;
                run(context, |desk| meant(desk, id), &Command::Answer { text })
            }
            Action::Close(One { id }) => run(context, |desk| meant(desk, id), &Command::Close),
        }
    }
}

impl Submit {
    fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let command = Command::Submit {
            name: self.name.clone(),
            email: self.email.clone(),
            company: self.of.clone(),
            subject: self.subject.clone(),
            text: text_of(&self.text)?,
            // The operator who takes it in is no robot.
            captcha: true,
        };
        run(context, |desk| Ok(context.moment(&desk.journal)?.fresh), &command)
    }
}

fn meant(desk: &Desk, typed: &str) -> Result<Id, Failure> {
    pick(desk.book.documents::<Inquiry>(None).map(|(id, _)| id), typed, "case_missing")
}

fn run(
    context: &Context<'_>,
    find: impl FnOnce(&Desk) -> Result<Id, Failure>,
    command: &Command,
) -> Result<Exit, Failure> {
    // The programme's documents may come before any company does.
    let mut desk = context.open(Access::Write)?;
    let (id, operator): (Id, Actor) = (find(&desk)?, context.operator());
    let (events, outcome) = context.submit_room::<Inquiry>(&mut desk, Key::of_programme(id), &operator, command)?;
    let inquiry = desk.book.room::<Inquiry>(Key::of_programme(id));
    let address = inquiry.question().map(|question| question.email.to_string()).unwrap_or_default();
    let lines: Vec<String> = events
        .iter()
        .map(|event| match event {
            Event::Submitted { question, .. } => format!("took in {:?} of {address}: {id}", question.subject.as_str()),
            Event::Answered { .. } => format!("answered {id}; send the answer to {address}"),
            Event::Closed { .. } => format!("closed {id}"),
        })
        .collect();
    done(context, &outcome, &lines)
}

fn list(context: &Context<'_>) -> Result<Exit, Failure> {
    let desk = context.open(Access::Read)?;
    let of_inquiries = desk.journal.records().iter().filter(|record| record.place.kind == Inquiry::KIND);
    let last: BTreeMap<Id, u64> = of_inquiries.map(|record| (record.place.id, record.seq)).collect();
    let mut shown: Vec<Shown<'_>> =
        desk.book.documents::<Inquiry>(None).map(|(id, inquiry)| shown(&desk, id, inquiry)).collect();
    shown.sort_by_key(|s| Reverse(last.get(&s.id).copied()));
    let table = Table::new(&["subject", "by", "answers", "status", "id"]).with(shown.iter().map(|s| {
        let subject = s.question.map(|q| q.subject.to_string()).unwrap_or_default();
        let by = s.question.map(|q| q.email.to_string()).unwrap_or_default();
        vec![subject, by, s.answers.len().to_string(), s.status.to_owned(), s.id.to_string()]
    }));
    context.out.rows(&table, &shown)?;
    Ok(Exit::Done)
}

fn shown<'a>(desk: &Desk, id: Id, inquiry: &'a Inquiry) -> Shown<'a> {
    let status = match (inquiry.closed_at(), inquiry.waits_since()) {
        (Some(_), _) => "closed",
        (None, Some(_)) => "waiting",
        (None, None) => "answered",
    };
    let records = desk.journal.records().iter();
    let first = records.filter(|record| record.place.kind == Inquiry::KIND).find(|record| record.place.id == id);
    Shown {
        id,
        status,
        submitted_at: first.map(|record| record.at),
        question: inquiry.question(),
        answers: inquiry.answers(),
        closed_at: inquiry.closed_at(),
    }
}

impl One {
    fn show(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let desk = context.open(Access::Read)?;
        let id = meant(&desk, &self.id)?;
        let document = desk.book.room::<Inquiry>(Key::of_programme(id));
        let Some(question) = document.question() else {
            return Err(missing("case_missing", "there is no such inquiry"));
        };
        let of = question.company.as_ref().map(|company| format!(", {company}")).unwrap_or_default();
        let shown = shown(&desk, id, &document);
        let mut text = format!(
            "{}\n{} <{}>{}, {}, {id}\n\n",
            escape(question.subject.as_str()),
            escape(question.name.as_str()),
            question.email,
            escape(&of),
            shown.status
        );
        let mut table = Table::new(&["by", "text"]);
        let question = (question.email.to_string(), question.text.to_string());
        let answers = document.answers().iter().map(|a| (format!("operator {}", a.by), a.text.to_string()));
        for (by, message) in [question].into_iter().chain(answers) {
            let _ = writeln!(text, "{}", escape(&by));
            message.lines().for_each(|line| {
                let _ = writeln!(text, "  {}", escape(line));
            });
            table.row([by, message]);
        }
        context.out.answer(&text, &table, &shown)?;
        Ok(Exit::Done)
    }
}
