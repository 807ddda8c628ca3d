//! `guildhall profile qualification`: what the programme found a company qualified for (PROFILE-17).

use clap::{Args, Subcommand};
use guildhall_core::profile::{Command, State};

use super::super::room::{Asked, Who, pick, run};
use super::told;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Grant and revoke qualifications; the operator does this
#[derive(Debug, Subcommand)]
pub(super) enum Qualification {
    Grant(Grant),
    /// Revoke one
    Revoke {
        /// Its id, or the beginning of it
        #[arg(value_name = "ID")]
        id: String,
    },
}

/// Grant one
#[derive(Debug, Args)]
pub(super) struct Grant {
    /// The id of its kind, as `profile choices` shows it
    kind: String,
    /// Its name
    title: String,
}

impl Qualification {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let command = |asked: &Asked<'_>| {
            Ok(match self {
                Self::Grant(Grant { kind, title }) => {
                    Command::GrantQualification { kind: kind.clone(), title: title.clone() }
                }
                Self::Revoke { id } => {
                    let id = pick(asked.room::<State>().qualifications().keys().copied(), id, "entry_missing")?;
                    Command::RevokeQualification { id }
                }
            })
        };
        run::<State>(context, Who::Operator, command, told)
    }
}
