//! What a run has to say when it is over, for people and for programs.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;

use crate::audit::Invariant;
use crate::coverage::Coverage;
use crate::run::{Failure, Options};

/// A violated invariant, as a report tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Broken {
    /// The invariant's id.
    pub invariant: &'static str,
    /// The step, from 1.
    pub step: u64,
    /// The tenant.
    pub tenant: usize,
    /// What was seen.
    pub seen: String,
    /// The command line that shows it again.
    pub reproduce: String,
}

/// The summary of a run, or of all runs of a sweep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// What the run was a function of.
    #[serde(flatten)]
    pub options: Options,
    /// How many steps were done: all, or up to the violation.
    pub steps_done: u64,
    /// How many events were recorded.
    pub events: u64,
    /// Commands by kind and outcome.
    pub commands: BTreeMap<String, BTreeMap<String, u64>>,
    /// Commands by kind and finer code.
    pub details: BTreeMap<String, BTreeMap<String, u64>>,
    /// Steps by what went wrong around them.
    pub faults: BTreeMap<String, u64>,
    /// Appends by what the store said.
    pub appends: BTreeMap<String, u64>,
    /// What can happen and was not seen.
    pub never_seen: Vec<String>,
    /// How often each invariant was checked.
    pub invariants: BTreeMap<&'static str, u64>,
    /// SHA-256 over the trace.
    pub digest: String,
    /// The invariant that does not hold, if there is one.
    pub violation: Option<Broken>,
}

impl Report {
    /// The report of a run.
    #[must_use]
    pub fn new(
        options: Options,
        steps_done: u64,
        events: u64,
        coverage: &Coverage,
        checked: &BTreeMap<Invariant, u64>,
        digest: String,
        failure: Option<Failure>,
    ) -> Self {
        let broken = |failure: Failure| Broken {
            invariant: failure.violation.invariant.id(),
            step: failure.step,
            tenant: failure.violation.tenant,
            seen: failure.violation.seen,
            reproduce: options.command_line(),
        };
        Self {
            options,
            steps_done,
            events,
            commands: coverage.outcomes.clone(),
            details: coverage.details.clone(),
            faults: coverage.faults.clone(),
            appends: coverage.appends.clone(),
            never_seen: coverage.never_seen(),
            invariants: checked.iter().map(|(invariant, n)| (invariant.id(), *n)).collect(),
            digest,
            violation: failure.map(broken),
        }
    }

    /// What was seen, to be added to what others have.
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        Coverage {
            outcomes: self.commands.clone(),
            details: self.details.clone(),
            faults: self.faults.clone(),
            appends: self.appends.clone(),
        }
    }

    /// The report for people.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        let counts = |table: &BTreeMap<String, u64>| {
            table.iter().map(|(name, n)| format!("{name} {n}")).collect::<Vec<_>>().join(", ")
        };
        // Writing to a text cannot fail.
        let _ = writeln!(text, "steps      {} of {}", self.steps_done, self.options.steps);
        let _ = writeln!(text, "events     {} in {} tenants", self.events, self.options.tenants);
        let _ = writeln!(text, "faults     {}", counts(&self.faults));
        let _ = writeln!(text, "appends    {}", counts(&self.appends));
        text.push_str(&coverage_text(&self.commands, &self.details, &self.never_seen));
        text.push_str("\ninvariants, and how often each was checked\n");
        for (invariant, n) in &self.invariants {
            let _ = writeln!(text, "  {invariant:<14}{n:>10}");
        }
        let _ = writeln!(text, "\ndigest     {}", self.digest);
        match &self.violation {
            None => text.push_str("result     clean\n"),
            Some(broken) => {
                let Broken { invariant, step, tenant, seen, reproduce } = broken;
                let _ = writeln!(text, "result     VIOLATED: {invariant}, step {step}, tenant {tenant}");
                let _ = writeln!(text, "           {seen}\nagain      {reproduce}");
            }
        }
        text
    }
}

/// The tables of what was seen.
#[must_use]
pub fn coverage_text(
    commands: &BTreeMap<String, BTreeMap<String, u64>>,
    details: &BTreeMap<String, BTreeMap<String, u64>>,
    never_seen: &[String],
) -> String {
    let mut text = String::from("\ncommands by outcome\n");
    for (heading, table) in [("", commands), ("\nfaulty fields and refused role changes\n", details)] {
        text.push_str(heading);
        for (command, codes) in table {
            let _ = writeln!(text, "  {command}");
            for (code, n) in codes {
                let _ = writeln!(text, "    {code:<24}{n:>10}");
            }
        }
    }
    if never_seen.is_empty() {
        text.push_str("\neverything that can happen was seen\n");
    } else {
        let _ = writeln!(text, "\npossible and never seen: {}", never_seen.join(", "));
    }
    text
}
