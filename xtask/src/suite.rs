//! `cargo xtask test`: runs every test that this machine can run and names those that it cannot.

mod browser;
mod build;
mod libtest;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use clap::Args;

use self::browser::{Browser, INSTALL};
use self::libtest::{Reader, Tally};
use crate::metadata::Metadata;
use crate::workspace::cargo;

/// What `cargo xtask test` is asked to do.
#[derive(Args)]
pub(crate) struct Options {
    #[command(flatten)]
    demand: Demand,
    /// Run only the tests whose path contains one of these
    filter: Vec<String>,
}

/// How much has to run.
#[derive(Args, Clone, Copy)]
pub(crate) struct Demand {
    /// Fail if any test cannot run on this machine
    #[arg(long, env = "GUILDHALL_REQUIRE_ALL", value_parser = clap::builder::FalseyValueParser::new())]
    require_all: bool,
}

/// What a run came to, for the one who asked for it to judge.
pub(crate) struct Report {
    rows: Vec<(String, Tally, Duration)>,
    total: Tally,
    missing: Vec<&'static str>,
    require_all: bool,
}

/// Runs the tests and prints the summary, its closing line last.
pub(crate) fn command(options: &Options) -> Result<ExitCode> {
    let report = run(options.demand, &options.filter)?;
    report.print();
    let outcome = report.outcome();
    if let Err(reason) = &outcome {
        println!("{reason}");
    }
    println!("{}", report.closing());
    Ok(if outcome.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs the tests and prints what they print.
pub(crate) fn run(demand: Demand, filter: &[String]) -> Result<Report> {
    let metadata = Metadata::of_workspace()?;
    let browser = Browser::find();
    let (binaries, complete) = build::build(|manifest| metadata.package_of(manifest))?;
    let mut report = Report {
        rows: Vec::new(),
        total: Tally::default(),
        missing: match &browser {
            Browser::Found { .. } => Vec::new(),
            Browser::Missing(programs) => programs.clone(),
        },
        require_all: demand.require_all,
    };
    for binary in &binaries {
        println!("\n== {} ==", binary.name());
        let mut command = binary.command();
        command.arg("--show-output").args(filter);
        report.row(&binary.package, &mut command, &browser, &binary.name())?;
    }
    if complete {
        println!("\n== documentation ==");
        let mut command = cargo();
        command.args([
            "test",
            "--workspace",
            "--exclude",
            build::APART,
            "--doc",
            "--no-fail-fast",
            "--",
            "--show-output",
        ]);
        command.args(filter);
        report.row("documentation", &mut command, &browser, "documentation")?;
    } else {
        let mut broken = Tally::default();
        broken.fail("the workspace does not build, see above");
        report.add("build", broken, Duration::ZERO);
    }
    Ok(report)
}

impl Report {
    /// Runs one command and adds what its tests came to.
    fn row(&mut self, package: &str, command: &mut Command, browser: &Browser, name: &str) -> Result<()> {
        for (variable, value) in browser.variables() {
            match value {
                Some(value) => command.env(variable, value),
                None => command.env_remove(variable),
            };
        }
        let start = Instant::now();
        let tally = follow(command, name)?;
        self.add(package, tally, start.elapsed());
        Ok(())
    }

    fn add(&mut self, package: &str, tally: Tally, time: Duration) {
        self.total.add(tally.clone());
        match self.rows.iter_mut().find(|(known, ..)| known == package) {
            Some((_, sum, spent)) => {
                sum.add(tally);
                *spent += time;
            }
            None => self.rows.push((package.to_owned(), tally, time)),
        }
    }

    /// Prints the table of packages, then by name what failed and what could not run.
    pub(crate) fn print(&self) {
        println!("\n{:<20} {:>7} {:>7} {:>8} {:>9}", "package", "passed", "failed", "skipped", "time");
        for (package, tally, time) in &self.rows {
            let (passed, failed, skipped) = (tally.passed, tally.failed, tally.skipped);
            println!("{package:<20} {passed:>7} {failed:>7} {skipped:>8} {:>7.1} s", time.as_secs_f64());
        }
        for line in self.notes() {
            println!("{line}");
        }
    }

    /// What failed, what could not run, and how to install what was missing.
    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        for (package, tally, _) in &self.rows {
            notes.extend(tally.failures.iter().map(|test| format!("failed: {package} {test}")));
        }
        let mut reasons: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (package, tally, _) in &self.rows {
            for skip in &tally.skips {
                reasons.entry(&skip.reason).or_default().push(format!("{package} {}", skip.test));
            }
        }
        for (reason, tests) in reasons {
            notes.push(format!("could not run: {reason}"));
            notes.extend(tests.into_iter().map(|test| format!("    {test}")));
        }
        if !self.missing.is_empty() {
            notes.push(format!("not found: {}. To run the browser tests: {INSTALL}", self.missing.join(", ")));
        }
        notes
    }

    /// Whether the run may be called good.
    pub(crate) fn outcome(&self) -> Result<()> {
        ensure!(self.total.failed == 0, "tests failed");
        let complete = self.total.skipped == 0 && self.missing.is_empty();
        ensure!(complete || !self.require_all, "every test is required, but not every one could run");
        ensure!(self.total.passed + self.total.skipped > 0, "no test was run");
        Ok(())
    }

    /// The line that closes the run.
    pub(crate) fn closing(&self) -> String {
        self.total.closing()
    }
}

/// Runs a test binary, printing its output as it comes.
fn follow(command: &mut Command, name: &str) -> Result<Tally> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("starting {name}"))?;
    let output = child.stdout.take().context("the test binary has no output")?;
    let mut reader = Reader::new();
    let mut lines = BufReader::new(output);
    let mut line = Vec::new();
    // By bytes: a test may print what is not UTF-8.
    while lines.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(&line);
        let text = text.trim_end_matches(['\r', '\n']);
        if reader.line(text) {
            println!("{text}");
        }
        line.clear();
    }
    Ok(reader.finish(child.wait()?.success(), name))
}

#[cfg(test)]
mod tests {
    use super::libtest::Skip;
    use super::*;

    fn report(total: Tally, missing: Vec<&'static str>, require_all: bool) -> Report {
        let mut report = Report { rows: Vec::new(), total: Tally::default(), missing, require_all };
        report.add("guildhall-tests", total, Duration::ZERO);
        report
    }

    fn skipping() -> Tally {
        let skip = |test: &str| Skip { test: test.to_owned(), reason: "Chromium is missing".to_owned() };
        Tally { passed: 2, skipped: 2, skips: vec![skip("registers"), skip("signs_in")], ..Tally::default() }
    }

    #[test]
    fn a_skip_is_fine_unless_everything_is_required() {
        assert!(report(skipping(), vec!["Chromium"], false).outcome().is_ok());
        assert!(report(skipping(), vec!["Chromium"], true).outcome().is_err());
        assert!(report(skipping(), vec![], true).outcome().is_err());
        let whole = Tally { passed: 1, ..Tally::default() };
        assert!(report(whole.clone(), vec![], true).outcome().is_ok());
        assert!(report(whole, vec!["Chromium"], true).outcome().is_err());
    }

    #[test]
    fn a_failure_and_an_empty_run_are_never_fine() {
        let mut broken = skipping();
        broken.fail("registers");
        assert!(report(broken, vec![], false).outcome().is_err());
        assert!(report(Tally::default(), vec![], false).outcome().is_err());
    }

    #[test]
    fn what_could_not_run_is_named_with_the_way_to_install_it() {
        let notes = report(skipping(), vec!["Chromium", "chromedriver"], false).notes();
        assert_eq!(
            notes,
            [
                "could not run: Chromium is missing",
                "    guildhall-tests registers",
                "    guildhall-tests signs_in",
                "not found: Chromium, chromedriver. To run the browser tests: apt-get install chromium chromium-driver",
            ]
        );
    }

    #[test]
    fn the_rows_of_a_package_are_one() {
        let mut report = report(skipping(), vec![], false);
        report.add("guildhall-tests", Tally { passed: 5, ..Tally::default() }, Duration::ZERO);
        assert_eq!(report.rows.len(), 1);
        assert_eq!(report.closing(), "7 passed, 0 failed, 2 skipped");
    }
}
