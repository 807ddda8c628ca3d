//! The chores that are one command of cargo's.

use std::process::{Command, ExitCode};

use anyhow::{Result, bail};
use clap::Args;

use crate::workspace::{cargo, root, run};

/// What `cargo xtask fmt` is asked to do.
#[derive(Args)]
pub(crate) struct Format {
    /// Change nothing, fail where something would change
    #[arg(long)]
    pub(crate) check: bool,
}

/// Formats every crate.
pub(crate) fn fmt(options: &Format) -> Result<()> {
    let check: &[&str] = if options.check { &["--check"] } else { &[] };
    run(cargo().args(["fmt", "--all"]).args(check))
}

/// Lints every target of every crate; a warning is an error.
pub(crate) fn clippy() -> Result<()> {
    run(cargo().args(["clippy", "--workspace", "--all-targets", "--keep-going", "--", "--deny", "warnings"]))
}

/// Builds the API documentation; a warning, such as a broken link, is an error.
pub(crate) fn docs() -> Result<()> {
    run(cargo().args(["doc", "--workspace", "--no-deps", "--keep-going"]).env("RUSTDOCFLAGS", "--deny warnings"))
}

/// Writes the golden files anew by running the tests that compare with them, and tells which have changed.
pub(crate) fn golden() -> Result<()> {
    let mut tests = cargo();
    tests.args(["test", "--workspace", "--no-fail-fast"]).env("INSTA_UPDATE", "always").env("UPDATE_GOLDEN", "1");
    let outcome = run(&mut tests);
    println!("\nChanged against the last commit; read every line before you commit it:");
    run(Command::new("git")
        .args(["status", "--short", "--", "*.snap", "*.txt", "*.md", "*.json", "*.ftl"])
        .current_dir(root()))?;
    outcome
}

/// Checks licences, banned crates and sources of every dependency.
pub(crate) fn deny() -> Result<()> {
    let known = cargo().args(["deny", "--version"]).output().is_ok_and(|output| output.status.success());
    if !known {
        bail!("cargo-deny is not installed; to install it: cargo install --locked cargo-deny");
    }
    run(cargo().args(["deny", "--workspace", "check", "bans", "licenses", "sources"]))
}

/// A chore's outcome as the exit code of the program.
pub(crate) fn done(outcome: Result<()>) -> Result<ExitCode> {
    outcome.map(|()| ExitCode::SUCCESS)
}
