//! `guildhall cases file`: a file of a case, as it was attached.

use std::fs;

use clap::Args;
use guildhall_core::Id;
use guildhall_core::support::{State, case as found};

use super::super::room::{Who, ask, missing, pick};
use super::case;
use crate::attachments::place;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Write a file of a case to the standard output
#[derive(Debug, Args)]
pub(super) struct Get {
    /// The case's id, or the beginning of it
    #[arg(value_name = "CASE")]
    case: String,
    /// The file's id, or the beginning of it
    #[arg(value_name = "FILE")]
    file: String,
}

impl Get {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let place = ask(context, Who::Either, |asked| {
            let (id, state) = (case(asked, &self.case)?, asked.room::<State>());
            // Who does not see the case does not see its files.
            let case = found(&asked.setting(), &state, id)?;
            let case = case.ok_or_else(|| missing("case_missing", "there is no such case"))?;
            let files: Vec<Id> = case.posts.iter().flat_map(|post| post.files.iter().map(|file| file.id)).collect();
            let file = pick(files.iter().copied(), &self.file, "file_missing")?;
            if !files.contains(&file) {
                return Err(Failure::missing("file_missing", "the case has no such file"));
            }
            Ok(place(asked.desk.journal.path(), file))
        })?;
        context.out.bytes(|| {
            fs::read(&place).map_err(|error| {
                Failure::journal("file_lost", format!("{} cannot be read: {error}", place.display()))
                    .hint("the folder has to stand beside the journal; restore it from a copy")
            })
        })?;
        Ok(Exit::Done)
    }
}
