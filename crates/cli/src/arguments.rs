//! The command line as clap reads it: what every command shares. Each command's own arguments stand in its file.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser};

use crate::commands::Commands;
use crate::exit::Exit;
use crate::output::Format;

/// Run a partner programme from the command line
#[derive(Debug, Parser)]
#[command(name = "guildhall", version, propagate_version = true, arg_required_else_help = true, max_term_width = 100, after_help = exit_codes())]
#[command(
    long_about = "Run a partner programme from the command line.\n\nThe commands of the portal, judged by the same \
    rules, against a journal on this machine: companies register, people join, roles move. And questions: who may open \
    and do what, and why."
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Commands,
}

/// What every command understands.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Global options")]
pub(crate) struct Global {
    /// The journal's file [default: guildhall/journal.jsonl in the user's data folder]
    #[arg(long, global = true, value_name = "FILE", env = "GUILDHALL_JOURNAL", hide_env_values = true)]
    pub(crate) journal: Option<PathBuf>,
    /// Another programme than the built-in one
    #[arg(long, global = true, value_name = "FILE", env = "GUILDHALL_PROGRAMME", hide_env_values = true)]
    pub(crate) programme: Option<PathBuf>,
    /// Which company, by a domain or its id; not needed where there is one
    #[arg(long, global = true, value_name = "DOMAIN-OR-ID", env = "GUILDHALL_COMPANY", hide_env_values = true)]
    pub(crate) company: Option<String>,
    /// The member who acts, by address or id
    #[arg(long = "as", global = true, value_name = "EMAIL", env = "GUILDHALL_AS", hide_env_values = true)]
    pub(crate) acting: Option<String>,
    /// The operator's name for the trail [default: the login name]
    #[arg(long, global = true, value_name = "NAME", env = "GUILDHALL_OPERATOR", hide_env_values = true)]
    pub(crate) operator: Option<String>,
    /// How results are written
    #[arg(long, global = true, value_enum, default_value_t, env = "GUILDHALL_OUTPUT", hide_env_values = true)]
    pub(crate) output: Format,
    /// Leave out confirmations, notes, and answers that the exit code gives
    #[arg(long, short, global = true, action = ArgAction::SetTrue)]
    pub(crate) quiet: bool,
    /// Accept names that the public internet never resolves, such as .test and .local
    #[arg(long, global = true, action = ArgAction::SetTrue)]
    pub(crate) test_mode: bool,
}

/// The exit codes as the help shows them.
fn exit_codes() -> String {
    let lines = Exit::ALL.map(|exit| format!("  {}  {}", exit.code(), exit.meaning()));
    format!("Exit codes:\n{}", lines.join("\n"))
}
