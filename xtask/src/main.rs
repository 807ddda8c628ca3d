//! `cargo xtask`: every chore of the workspace, in Rust.
#![allow(clippy::print_stdout, reason = "a chore talks to the person who runs it")]

mod lists;
mod workspace;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Every chore of the workspace.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Make the data lists of the core anew, or check them
    Lists(lists::Options),
}

fn main() -> Result<()> {
    match Arguments::parse().chore {
        Chore::Lists(options) => lists::command(&options),
    }
}
