//! `cargo xtask ci`: everything that has to hold before a change is merged, with the time that each part took.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::chores::{self, Format};
use crate::suite::{self, Demand, Report};
use crate::{fence, lists, rules, tidy};

/// One part, and what it came to.
struct Step {
    name: &'static str,
    time: Duration,
    failure: Option<String>,
}

/// Runs every part, even after one has failed, so that one run tells everything.
pub(crate) fn command(demand: Demand) -> Result<ExitCode> {
    let mut steps = vec![
        step("fmt", || chores::fmt(&Format { check: true })),
        step("clippy", chores::clippy),
        step("fence", fence::command),
        step("tidy", tidy::command),
        step("rules", || rules::command(&rules::Options::checking())),
        step("lists", || lists::command(&lists::Options { check: true })),
    ];
    let mut report = None;
    steps.push(step("test", || tested(demand, &mut report)));
    steps.push(step("docs", chores::docs));

    println!("\n{:<8} {:>9}", "step", "time");
    for Step { name, time, failure } in &steps {
        let outcome = failure.as_ref().map_or_else(|| "ok".to_owned(), |reason| format!("FAILED: {reason}"));
        println!("{name:<8} {:>7.1} s  {outcome}", time.as_secs_f64());
    }
    // The tests' closing line comes last, for whoever reads only that.
    println!("{}", report.as_ref().map_or_else(|| "0 passed, 1 failed, 0 skipped".to_owned(), Report::closing));
    let good = steps.iter().all(|step| step.failure.is_none());
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn tested(demand: Demand, report: &mut Option<Report>) -> Result<()> {
    let run = report.insert(suite::run(demand, &[])?);
    run.print();
    run.outcome()
}

fn step(name: &'static str, chore: impl FnOnce() -> Result<()>) -> Step {
    println!("\n== {name} ==");
    let start = Instant::now();
    let failure = chore().err().map(|error| format!("{error:#}"));
    if let Some(reason) = &failure {
        println!("{reason}");
    }
    Step { name, time: start.elapsed(), failure }
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    #[test]
    fn a_step_keeps_its_failure() {
        assert_eq!(step("fine", || Ok(())).failure, None);
        assert_eq!(step("broken", || bail!("the wall fell")).failure.as_deref(), Some("the wall fell"));
    }
}
