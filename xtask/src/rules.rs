//! `cargo xtask rules`: which rule of the guide is decided where, and which tests prove it.
//!
//! A test names what it proves in a comment directly above it: `// Rules: REG-7, REG-9`. The rules that no test names yet
//! stand in a file that may only shrink.

mod catalogue;
mod comments;
mod judge;
mod open;
mod page;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use clap::Args;

use self::catalogue::Catalogue;
use self::judge::{Judgement, Proofs};
use self::open::Open;
use crate::workspace::root;

/// The rules in our own words.
const CATALOGUE: &str = "docs/rules.toml";
/// The page that is made from them and from the tests.
const PAGE: &str = "docs/rules.md";
/// The rules that no test proves yet.
const OPEN: &str = "docs/rules-open.txt";

/// What `cargo xtask rules` is asked to do; by itself it prints the table and writes the page.
#[derive(Args)]
#[group(multiple = false)]
pub(crate) struct Options {
    /// Print only the last line, write nothing
    #[arg(long)]
    summary: bool,
    /// Write nothing, fail where the page is out of date
    #[arg(long)]
    pub(crate) check: bool,
    /// Write the page anew and take the rules that are proved out of the open ones; never adds any
    #[arg(long)]
    update: bool,
}

impl Options {
    /// Only to look whether everything holds.
    pub(crate) fn checking() -> Self {
        Self { summary: false, check: true, update: false }
    }
}

/// Prints the rules and fails on whatever is wrong with them.
pub(crate) fn command(options: &Options) -> Result<()> {
    let files = files()?;
    let catalogue = Catalogue::parse(&read(CATALOGUE)?).with_context(|| CATALOGUE.to_owned())?;
    let mut open = Open::parse(&read(OPEN)?).with_context(|| OPEN.to_owned())?;
    let mut proofs = Proofs::default();
    for file in files.iter().filter(|file| file.ends_with(".rs")) {
        // A file may be deleted and not yet committed as such.
        if let Ok(text) = std::fs::read_to_string(root().join(file)) {
            proofs.add(comments::read(file, &text));
        }
    }

    if options.update {
        open = open.shrunk(|id| !proofs.proves(id))?;
        std::fs::write(root().join(OPEN), open.to_string())?;
    }
    let Judgement { mut faults, decided } = judge::judge(&catalogue, &proofs, &open, &files);
    let page = page::page(&catalogue, &proofs, &decided);
    if options.check && read(PAGE).unwrap_or_default() != page {
        faults.push(format!("{PAGE}: out of date, to be written by `cargo xtask rules --update`"));
    }
    if !(options.check || options.summary) {
        std::fs::write(root().join(PAGE), page)?;
    }
    if !(options.check || options.summary || options.update) {
        print!("{}", page::table(&catalogue, &proofs));
    }
    for fault in &faults {
        eprintln!("{fault}");
    }
    println!("{}", page::summary(&catalogue, &proofs));
    ensure!(faults.is_empty(), "{} faults in the rules and their tests", faults.len());
    Ok(())
}

/// The paths of everything in version control, from the root.
fn files() -> Result<BTreeSet<String>> {
    let mut git = Command::new("git");
    let output = git.args(["ls-files", "-z", "--cached"]).current_dir(root()).output().context("starting git")?;
    ensure!(output.status.success(), "git ls-files: {}", String::from_utf8_lossy(&output.stderr));
    let names = String::from_utf8(output.stdout).context("a file's name is not UTF-8")?;
    Ok(names.split_terminator('\0').map(str::to_owned).collect())
}

fn read(file: &str) -> Result<String> {
    std::fs::read_to_string(root().join(Path::new(file))).with_context(|| format!("reading {file}"))
}

#[cfg(test)]
mod tests;
