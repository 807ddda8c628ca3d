//! `guildhall program`: the programme read whole, and checked.

mod lint;
mod menu;
mod permissions;
mod roles;
mod show;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Read the programme: its menu, permissions, roles and limits
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall program menu --output json
  guildhall program permissions --output csv
  guildhall program lint my-programme.toml")]
pub(crate) struct Program {
    #[command(subcommand)]
    part: Part,
}

#[derive(Debug, Subcommand)]
enum Part {
    /// The whole menu: who opens which page, on which paths, from which stage
    Menu,
    /// Every permission with the roles that have it
    Permissions,
    /// The roles: what they are for, how many may hold them, who gives them
    Roles,
    /// Paths, stages, offerings, limits and the password policy
    Show,
    Lint(lint::Lint),
}

impl Program {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match &self.part {
            Part::Menu => menu::print(context),
            Part::Permissions => permissions::print(context),
            Part::Roles => roles::print(context),
            Part::Show => show::print(context),
            Part::Lint(lint) => lint.run(context),
        }
    }
}
