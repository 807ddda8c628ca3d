//! `guildhall cases open` and `reply`: messages with their files (SUPPORT-3..9).

use std::path::PathBuf;

use clap::Args;
use guildhall_core::support::{Command, FileInput, State};

use super::super::room::{Who, pick};
use super::super::shared::done;
use super::told;
use crate::attachments::{Attachment, discard, keep};
use crate::context::{Context, Desk};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::text_of;
use crate::journal::Access;
use crate::rooms::Key;

/// Open a case
#[derive(Debug, Args)]
pub(super) struct Open {
    /// The type of the case, as `cases types` shows it
    #[arg(long = "type", value_name = "ID")]
    case_type: String,
    /// The type of the question
    #[arg(long, value_name = "ID")]
    question: String,
    /// The specific value
    #[arg(long, value_name = "ID")]
    specific: String,
    /// The subject
    #[arg(long)]
    subject: String,
    /// The description; `-` reads it from the standard input
    #[arg(long)]
    text: String,
    /// A file that goes with it; repeatable
    #[arg(long, value_name = "FILE")]
    attach: Vec<PathBuf>,
}

/// Write in an open case, as the member of --as or else as the operator
#[derive(Debug, Args)]
pub(super) struct Reply {
    /// The case's id, or the beginning of it
    #[arg(value_name = "CASE")]
    id: String,
    /// The message; `-` reads it from the standard input
    #[arg(long)]
    text: String,
    /// A file that goes with it; repeatable
    #[arg(long, value_name = "FILE")]
    attach: Vec<PathBuf>,
}

impl Open {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let description = text_of(&self.text)?;
        write(context, Who::Member, &self.attach, |_, files| {
            Ok(Command::OpenCase {
                case_type: self.case_type.clone(),
                question: self.question.clone(),
                specific: self.specific.clone(),
                subject: self.subject.clone(),
                description,
                files,
            })
        })
    }
}

impl Reply {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let text = text_of(&self.text)?;
        write(context, Who::Either, &self.attach, |state, files| {
            let id = pick(state.cases().keys().copied(), &self.id, "case_missing")?;
            Ok(Command::Reply { id, text, files })
        })
    }
}

/// Decides on a message, keeps its files, and records it.
fn write(
    context: &Context<'_>,
    who: Who,
    paths: &[PathBuf],
    make: impl FnOnce(&State, Vec<FileInput>) -> Result<Command, Failure>,
) -> Result<Exit, Failure> {
    let mut desk = context.open(Access::Write)?;
    let (tenant, actor) = who.find(context, &desk)?;
    let (key, files) = (Key::of_company(tenant), read(context, &desk, paths)?);
    let command = make(&desk.book.room::<State>(key), files.iter().map(|file| file.input.clone()).collect())?;
    let journal = desk.journal.path().to_owned();
    let mut kept = false;
    let decided = context.decide(&mut desk, |decision| {
        let events = decision.decide_room::<State>(key, &actor, &command)?;
        keep(&journal, &files)?;
        kept = true;
        Ok(events)
    });
    if decided.is_err() && kept {
        discard(&journal, &files);
    }
    let (events, outcome) = decided?;
    let account = context.company_of_id(&desk, tenant)?;
    done(context, &outcome, &events.iter().filter_map(|event| told(account, event)).collect::<Vec<_>>())
}

fn read(context: &Context<'_>, desk: &Desk, paths: &[PathBuf]) -> Result<Vec<Attachment>, Failure> {
    let rules = context.program()?.support();
    let moment = context.moment(&desk.journal)?;
    // Beside the ids that the decision makes of the same moment, which are few.
    let ids = (1 << 62_u64..).map(|n| moment.id(n));
    // What is too many is told by the decision; so many are not read.
    let paths = paths.iter().take(rules.files_most as usize + 1);
    paths.zip(ids).map(|(path, id)| Attachment::read(path, id, rules.file_bytes_most)).collect()
}
