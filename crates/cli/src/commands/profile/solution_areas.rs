//! `guildhall profile solution-area`: what a company says it is good at, beside its qualifications (PROFILE-17).

use clap::Subcommand;
use guildhall_core::profile::{Command, State};

use super::super::room::{Asked, Who, pick, run};
use super::{member, told};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Report and take back own solution areas
#[derive(Debug, Subcommand)]
pub(super) enum SolutionArea {
    /// Report one
    Add {
        /// Its name
        title: String,
    },
    /// Take one back
    Remove {
        /// Its id, or the beginning of it
        #[arg(value_name = "ID")]
        id: String,
    },
}

impl SolutionArea {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match self {
            Self::Add { title } => member(context, Command::AddSolutionArea { title: title.clone() }),
            Self::Remove { id } => {
                let command = |asked: &Asked<'_>| {
                    let id = pick(asked.room::<State>().solution_areas().keys().copied(), id, "entry_missing")?;
                    Ok(Command::RemoveSolutionArea { id })
                };
                run::<State>(context, Who::Member, command, told)
            }
        }
    }
}
