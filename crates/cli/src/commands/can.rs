//! `guildhall can`: one question, answered by yes or no and the exit code.

use clap::Args;
use guildhall_core::access::Question;
use serde::Serialize;

use super::explain::{Topic, find};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;
use crate::standing::About;

/// Answer whether somebody may do a thing or open a page; the exit code is 0 for yes, 3 for no
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall can invite_users --for bo@acme.example
  guildhall can 'Case Studies' --roles technical_staff --path software --stage enrolled && echo yes")]
pub(crate) struct Can {
    /// A permission's id, or a menu item by id, title or Section/Title
    #[arg(value_name = "PERMISSION-OR-ITEM")]
    what: String,
    #[command(flatten)]
    about: About,
}

#[derive(Serialize)]
struct Answer<'a> {
    allowed: bool,
    /// Whether the page on which it is done is open too (C-001).
    in_portal: bool,
    question: Topic<'a>,
}

impl Can {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let program = context.program()?;
        let question = find(program, &self.what)?;
        let standing = self.about.standing(context)?.standing;
        let allowed = standing.explain(program, question).allowed;
        let in_portal = match question {
            Question::Open(_) => allowed,
            Question::Do(permission) => standing.permits_in_portal(program, permission),
        };
        let word = if allowed { "yes" } else { "no" };
        let answer = Answer { allowed, in_portal, question: Topic::of(program, question) };
        let table = Table::new(&["question", "allowed"]).with([vec![answer.question.id().to_owned(), word.to_owned()]]);
        if !context.out.is_quiet() {
            context.out.answer(&format!("{}\n", context.out.verdict(allowed, word)), &table, &answer)?;
        }
        Ok(if allowed { Exit::Done } else { Exit::Refused })
    }
}
