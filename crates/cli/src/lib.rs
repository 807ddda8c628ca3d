//! The command line of Guildhall: the portal's commands and questions against a local journal.
//!
//! No rule of the domain lives here. A command is read by clap, judged by the core's `decide`, and what it decides is
//! appended to a [`journal`] of JSON lines; a question is answered by the core from the state that the journal folds to.
//! The binary is a thin shell around [`run`].

mod arguments;
mod attachments;
mod book;
mod commands;
mod context;
mod exit;
mod failure;
mod input;
pub mod journal;
mod output;
mod past;
mod prompt;
mod reference;
mod rooms;
mod standing;
mod surroundings;
mod words;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::arguments::Cli;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Format;
use crate::surroundings::Surroundings;

pub use reference::render as reference;

/// Runs the program with these arguments, the first of which is its own name, and returns its exit code. What it has to
/// say goes to the standard streams.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let exit = match Cli::try_parse_from(&arguments) {
        Ok(cli) => perform(&cli),
        Err(error) => misused(&error, &arguments),
    };
    ExitCode::from(exit.code())
}

/// The definition of the whole command line.
#[must_use]
pub fn command() -> clap::Command {
    Cli::command()
}

fn perform(cli: &Cli) -> Exit {
    let context = match Surroundings::of_process() {
        Ok(surroundings) => Context::new(&cli.global, surroundings),
        Err(failure) => return failure.report(cli.global.output),
    };
    match cli.command.run(&context) {
        Ok(exit) => exit,
        // Whoever read the output has gone; nothing is wrong with what was done.
        Err(failure) if failure.is_broken_pipe() => Exit::Done,
        Err(failure) => failure.report(cli.global.output),
    }
}

/// Help and the version are asked for; everything else that clap says is a misuse.
fn misused(error: &clap::Error, arguments: &[OsString]) -> Exit {
    if !error.use_stderr() {
        let _ = error.print();
        return Exit::Done;
    }
    let json = arguments.iter().any(|a| a == "--output=json")
        || arguments.windows(2).any(|pair| pair == ["--output", "json"])
        || std::env::var_os("GUILDHALL_OUTPUT").is_some_and(|v| v == "json");
    if json {
        let text = error.render().to_string();
        let said: Vec<&str> = text.lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
        let message = said.join(" ").trim_start_matches("error: ").to_owned();
        return Failure::usage("usage", message).hint("see `guildhall --help`").report(Format::Json);
    }
    let _ = error.print();
    let _ = std::io::stderr().flush();
    Exit::Usage
}
