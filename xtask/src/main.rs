//! `cargo xtask`: every chore of the workspace, in Rust.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a chore talks to the person who runs it")]

mod chores;
mod ci;
mod fence;
mod lists;
mod metadata;
mod rules;
mod strength;
mod suite;
mod tidy;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::chores::done;

/// Every chore of the workspace
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Run every test that this machine can run, and name those that it cannot
    Test(suite::Options),
    /// Run everything that has to hold before a change is merged
    Ci(suite::Demand),
    /// Format every crate
    Fmt(chores::Format),
    /// Lint every target of every crate
    Clippy,
    /// Check the walls between the crates
    Fence,
    /// Check the house rules that no compiler knows
    Tidy,
    /// Write the golden files anew
    Golden,
    /// Show which rule of the guide is decided where, and which tests prove it
    Rules(rules::Options),
    /// Make the data lists of the core anew, or check them
    Lists(lists::Options),
    /// Show which lines of the core its tests run
    Coverage(strength::coverage::Options),
    /// Change the core in small ways and show what its tests do not notice
    Mutants(strength::mutants::Options),
    /// Build the API documentation
    Docs,
    /// Check licences, banned crates and sources of the dependencies
    Deny,
}

fn main() -> ExitCode {
    run(Arguments::parse().chore).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

fn run(chore: Chore) -> Result<ExitCode> {
    match chore {
        Chore::Test(options) => suite::command(&options),
        Chore::Ci(demand) => ci::command(demand),
        Chore::Fmt(options) => done(chores::fmt(&options)),
        Chore::Clippy => done(chores::clippy()),
        Chore::Fence => done(fence::command()),
        Chore::Tidy => done(tidy::command()),
        Chore::Golden => done(chores::golden()),
        Chore::Rules(options) => done(rules::command(&options)),
        Chore::Lists(options) => done(lists::command(&options)),
        Chore::Coverage(options) => done(strength::coverage::command(&options)),
        Chore::Mutants(options) => done(strength::mutants::command(&options)),
        Chore::Docs => done(chores::docs()),
        Chore::Deny => done(chores::deny()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Arguments;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }
}
