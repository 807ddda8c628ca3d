//! `cargo xtask coverage`: which lines of the core its own tests run.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};
use clap::Args;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::tools::{LLVM_COV, Llvm};
use crate::workspace::{root, run};

const PAGE: &str = "docs/reference/coverage.md";
const SOURCES: &str = "crates/core/src/";
/// Files that hold tests, and the cast of people that they share, are not what is measured.
const TESTS: &str = r"(/tests/|tests\.rs$|/src/(cast|fixture)\.rs$)";

/// What `cargo xtask coverage` is asked to do.
#[derive(Args)]
pub(crate) struct Options {
    /// Name every line that no test runs
    #[arg(long)]
    lines: bool,
    /// Write docs/reference/coverage.md
    #[arg(long)]
    update: bool,
    /// Fail if fewer percent of the lines are covered
    #[arg(long, value_name = "PERCENT")]
    least: Option<f64>,
}

/// The part of llvm-cov's export that concerns us.
#[derive(Deserialize)]
struct Export {
    data: Vec<Data>,
}

#[derive(Deserialize)]
struct Data {
    files: Vec<File>,
}

#[derive(Deserialize)]
struct File {
    filename: String,
    segments: Vec<Segment>,
    summary: Summary,
}

/// Line, column, count, whether it counts, whether a region begins, whether it is a gap.
type Segment = (u32, u32, u64, bool, IgnoredAny, bool);

#[derive(Deserialize)]
struct Summary {
    lines: Lines,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
struct Lines {
    count: u64,
    covered: u64,
}

impl Lines {
    fn add(self, other: Self) -> Self {
        Self { count: self.count + other.count, covered: self.covered + other.covered }
    }

    fn percent(self) -> f64 {
        if self.count == 0 { 100.0 } else { self.covered as f64 * 100.0 / self.count as f64 }
    }
}

/// Measures, prints, and writes or judges where that is asked.
pub(crate) fn command(options: &Options) -> Result<()> {
    let export = measured()?;
    let files: Vec<&File> = export.data.iter().flat_map(|data| &data.files).collect();
    ensure!(!files.is_empty(), "nothing was measured");
    let width = files.iter().map(|file| name(file).len()).max().unwrap_or_default();
    for file in &files {
        let lines = file.summary.lines;
        println!("{:<width$} {:>6} of {:>6} {:>6.1} %", name(file), lines.covered, lines.count, lines.percent());
        if options.lines {
            uncovered(&file.segments).iter().for_each(|(from, to)| println!("    {}:{from}-{to}", file.filename));
        }
    }
    let total = files.iter().fold(Lines::default(), |sum, file| sum.add(file.summary.lines));
    println!("{:<width$} {:>6} of {:>6} {:>6.1} %", "total", total.covered, total.count, total.percent());
    if options.update {
        std::fs::write(root().join(PAGE), page(&files, total)).with_context(|| format!("writing {PAGE}"))?;
    }
    if let Some(least) = options.least {
        ensure!(total.percent() >= least, "{:.1} % of the lines are covered, {least} % are asked for", total.percent());
    }
    Ok(())
}

/// Runs the core's own tests, built to count, in a target folder of their own.
fn measured() -> Result<Export> {
    let (program, llvm) = (LLVM_COV.program()?, Llvm::find()?);
    let folder = root().join("target/coverage");
    std::fs::create_dir_all(&folder)?;
    let report = folder.join("core.json");
    let mut command = std::process::Command::new(program);
    command.current_dir(root()).args(["llvm-cov", "--package", "guildhall-core", "--lib", "--tests", "--json"]);
    command.args(["--ignore-filename-regex", TESTS, "--output-path"]).arg(&report);
    command.env("CARGO_LLVM_COV_TARGET_DIR", &folder).env("LLVM_COV", llvm.cov).env("LLVM_PROFDATA", llvm.profdata);
    // Started by `cargo run`, we carry variables of our own package.
    command.env_remove("CARGO_MANIFEST_DIR").env_remove("CARGO_PKG_NAME");
    run(&mut command)?;
    let text = std::fs::read_to_string(&report).with_context(|| format!("reading {}", report.display()))?;
    serde_json::from_str(&text).context("reading what llvm-cov says")
}

/// A file's place below the core's sources.
fn name(file: &File) -> &str {
    file.filename.split_once(SOURCES).map_or(file.filename.as_str(), |(_, name)| name)
}

/// The ranges of lines, first to last, whose regions no test ran.
fn uncovered(segments: &[Segment]) -> Vec<(u32, u32)> {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for pair in segments.windows(2) {
        let [from, to] = pair else { continue };
        if !(from.3 && from.2 == 0 && !from.5) {
            continue;
        }
        // A region ends before the next begins: one that begins a line leaves nothing of that line to this one.
        let end = if to.1 <= 1 { to.0.saturating_sub(1).max(from.0) } else { to.0 };
        match ranges.last_mut() {
            Some((_, last)) if from.0 <= *last + 1 => *last = end.max(*last),
            _ => ranges.push((from.0, end)),
        }
    }
    ranges
}

/// The page: one row a room, since rows of files would change with every commit.
fn page(files: &[&File], total: Lines) -> String {
    let mut rooms: BTreeMap<&str, Lines> = BTreeMap::new();
    for file in files {
        let room = name(file).split('/').next().unwrap_or_default().trim_end_matches(".rs");
        let sum = rooms.entry(room).or_default();
        *sum = sum.add(file.summary.lines);
    }
    let mut page = String::from(
        "# Line coverage of the core\n\nHow many lines of `guildhall-core` its own tests run. Written by `cargo xtask \
         coverage --update`; `cargo xtask coverage --lines` names the lines that no test runs.\n\n| Room | Lines | \
         Covered | Percent |\n| --- | ---: | ---: | ---: |\n",
    );
    for (room, lines) in rooms.into_iter().chain([("**all**", total)]) {
        // Writing to a string cannot fail.
        let _ = writeln!(page, "| {room} | {} | {} | {:.1} |", lines.count, lines.covered, lines.percent());
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    fn export() -> Export {
        let text = r#"{"data":[{"files":[
            {"filename":"/w/crates/core/src/access/mod.rs","segments":[[1,1,3,true,true,false],[4,1,0,true,true,false],
             [6,2,0,true,true,false],[7,1,0,true,false,true],[9,1,2,true,true,false],[12,1,0,true,true,false],
             [12,9,0,false,false,false]],"summary":{"lines":{"count":10,"covered":7,"percent":70.0}}},
            {"filename":"/w/crates/core/src/access/menu.rs","segments":[],"summary":{"lines":{"count":10,"covered":10,"percent":100}}},
            {"filename":"/w/crates/core/src/moment.rs","segments":[],"summary":{"lines":{"count":0,"covered":0,"percent":0}}}
        ]}],"type":"x"}"#;
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn lines_that_no_test_runs_are_ranges() {
        assert_eq!(uncovered(&export().data[0].files[0].segments), [(4, 6), (12, 12)]);
    }

    #[test]
    fn the_page_has_a_row_for_each_room_and_the_sum() {
        let export = export();
        let files: Vec<&File> = export.data[0].files.iter().collect();
        assert_eq!(name(files[0]), "access/mod.rs");
        let total = files.iter().fold(Lines::default(), |sum, file| sum.add(file.summary.lines));
        let page = page(&files, total);
        let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| ")).skip(2).collect();
        assert_eq!(rows, ["| access | 20 | 17 | 85.0 |", "| moment | 0 | 0 | 100.0 |", "| **all** | 20 | 17 | 85.0 |"]);
    }
}
