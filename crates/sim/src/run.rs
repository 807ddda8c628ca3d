//! One run: a clock that jumps, a workload, the virtual store, the auditor, a trace. A function of its options alone.

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::HEXLOWER;
use guildhall_core::account::{self, Account, Actor, Command, Event, Recorded, Refusal};
use guildhall_core::{Id, Moment, Program};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::audit::{Auditor, Invariant, Violation};
use crate::coverage::Coverage;
use crate::random::Random;
use crate::report::Report;
use crate::workload::{Attempt, Expect, Fault, Plan, Workload};

/// The function that judges commands. Runs use the core's; tests also use broken ones, to see them caught.
pub type Decide = fn(&Account, &Program, &Actor, &Command, &Moment) -> Result<Vec<Event>, Refusal>;

/// What a run is a function of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// The seed.
    pub seed: u64,
    /// How many steps.
    pub steps: u64,
    /// How many tenants may register.
    pub tenants: usize,
}

impl Options {
    /// The most steps of a run: a person who asks for more wants a sweep.
    pub const STEPS_MOST: u64 = 10_000_000;
    /// The most tenants of a run: the auditor looks at all of them at every step.
    pub const TENANTS_MOST: usize = 64;

    /// The command line that does this run again.
    #[must_use]
    pub fn command_line(&self) -> String {
        let Self { seed, steps, tenants } = self;
        format!("guildhall-sim run --seed {seed} --steps {steps} --tenants {tenants}")
    }
}

/// The first line of a trace.
#[derive(Serialize)]
struct Header<'a> {
    format: &'static str,
    #[serde(flatten)]
    options: &'a Options,
}

/// The name of the trace's format, with its version.
pub const FORMAT: &str = "guildhall-sim/1";

/// One decision, as the trace tells it.
#[derive(Serialize)]
struct Try {
    outcome: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    details: Vec<String>,
    /// What the store said of the append; absent where there was nothing to append, or nobody left to do it.
    #[serde(skip_serializing_if = "Option::is_none")]
    append: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    recorded: Vec<Recorded>,
}

/// One command of a step, as the trace tells it.
#[derive(Serialize)]
struct Asked<'a> {
    tenant: usize,
    actor: &'a Actor,
    command: &'a Command,
    tries: Vec<Try>,
}

/// One step, as the trace tells it.
#[derive(Serialize)]
struct Line<'a> {
    step: u64,
    at: DateTime<Utc>,
    recipe: &'a str,
    fault: &'a str,
    asked: Vec<Asked<'a>>,
}

/// A violation, with the step in which it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The step, from 1.
    pub step: u64,
    /// What was seen.
    pub violation: Violation,
}

/// A decision that waits to be appended.
struct Decided {
    version: usize,
    outcome: Result<Vec<Recorded>, Refusal>,
}

struct Run<'a> {
    decide: Decide,
    world: crate::world::World,
    auditor: Auditor,
    coverage: Coverage,
    random: Random,
    now: DateTime<Utc>,
    requests: u64,
    digest: Sha256,
    sink: &'a mut dyn FnMut(&str) -> std::io::Result<()>,
}

/// Does a run. Every line of the trace goes to `sink`, without its line end.
pub fn run(
    options: &Options,
    decide: Decide,
    sink: &mut dyn FnMut(&str) -> std::io::Result<()>,
) -> std::io::Result<Report> {
    let mut run = Run {
        decide,
        world: crate::world::World::new(options.tenants),
        auditor: Auditor::new(options.tenants),
        coverage: Coverage::default(),
        random: Random::new(options.seed),
        now: DateTime::UNIX_EPOCH + TimeDelta::days(20_454),
        requests: 0,
        digest: Sha256::new(),
        sink,
    };
    run.write(&Header { format: FORMAT, options })?;
    let mut workload = Workload::default();
    let (mut failure, mut done) = (None, 0);
    for step in 1..=options.steps {
        run.tick();
        let plan = workload.next(&mut run.random, run.auditor.books(), run.now);
        run.now = plan.at;
        done = step;
        if let Err(violation) = run.step(step, &plan)? {
            failure = Some(Failure { step, violation });
            break;
        }
    }
    if failure.is_none() {
        failure = run.everything().err().map(|violation| Failure { step: done, violation });
    }
    let digest = HEXLOWER.encode(&run.digest.finalize());
    let events = run.world.tenants.iter().map(|t| t.log.len() as u64).sum();
    Ok(Report::new(*options, done, events, &run.coverage, run.auditor.checked(), digest, failure))
}

impl Run<'_> {
    fn write(&mut self, line: &impl Serialize) -> std::io::Result<()> {
        let text = serde_json::to_string(line).map_err(std::io::Error::other)?;
        self.digest.update(text.as_bytes());
        self.digest.update(b"\n");
        (self.sink)(&text)
    }

    /// Time goes on: mostly by seconds, at times by hours, seldom by days.
    fn tick(&mut self) {
        let seconds = match self.random.below(100) {
            0..5 => 0,
            5..85 => self.random.between(1, 120),
            85..98 => self.random.between(600, 14_400),
            _ => self.random.between(86_400, 20 * 86_400),
        };
        self.now += TimeDelta::seconds(i64::try_from(seconds).unwrap_or(0));
    }

    /// Carries a plan out; `Err` inside is an invariant that does not hold, and the line is written all the same.
    fn step(&mut self, step: u64, plan: &Plan) -> std::io::Result<Result<(), Violation>> {
        let mut asked: Vec<Asked> = plan
            .attempts
            .iter()
            .map(|a| Asked { tenant: a.tenant, actor: &a.actor, command: &a.command, tries: Vec::new() })
            .collect();
        let result = self.attempts(plan, &mut asked);
        self.coverage.fault(plan.fault);
        let line = Line { step, at: plan.at, recipe: plan.recipe, fault: plan.fault.id(), asked };
        self.write(&line)?;
        Ok(result)
    }

    fn attempts(&mut self, plan: &Plan, asked: &mut [Asked]) -> Result<(), Violation> {
        // In a race everybody is decided before anybody is appended.
        let decided: Vec<Decided> = plan.attempts.iter().map(|a| self.decide(a)).collect();
        for (n, ((attempt, first), asked)) in plan.attempts.iter().zip(decided).zip(asked).enumerate() {
            let tries = &mut asked.tries;
            if plan.fault == Fault::Crash {
                self.expected(attempt, &attempt.expect, &first)?;
                tries.push(told(&first, None));
                self.crash(attempt.tenant)?;
                let second = self.decide(attempt);
                self.append(attempt, &second, true, tries)?;
                self.expected(attempt, &attempt.expect, &second)?;
                continue;
            }
            let loses = plan.fault == Fault::Race && n > 0;
            // The auditor goes first: it says which rule is broken, the workload only that something is.
            self.append(attempt, &first, !loses && !attempt.turned_away, tries)?;
            self.expected(attempt, &attempt.expect, &first)?;
            if let Some(again) = &attempt.again {
                let second = self.decide(attempt);
                self.append(attempt, &second, true, tries)?;
                self.expected(attempt, again, &second)?;
            }
        }
        Ok(())
    }

    /// Asks for a decision on the state as it stands, with the facts that the directory knows.
    fn decide(&mut self, attempt: &Attempt) -> Decided {
        self.requests += 1;
        let moment = Moment {
            at: self.now,
            fresh: Id::from_bits(self.random.bits()),
            source: "203.0.113.7".to_owned(),
            request: format!("r{}", self.requests),
        };
        let command = self.world.informed(&attempt.command);
        let program = self.world.program;
        let Some(tenant) = self.world.tenants.get(attempt.tenant) else {
            return Decided { version: 0, outcome: Ok(Vec::new()) };
        };
        let account = &tenant.account;
        let outcome = (self.decide)(account, program, &attempt.actor, &command, &moment)
            .map(|events| account::record(account, program, &attempt.actor, &command, &moment, events));
        Decided { version: tenant.log.len(), outcome }
    }

    /// Notes how a decision ended and holds it against what the workload said.
    fn expected(&mut self, attempt: &Attempt, expect: &Expect, decided: &Decided) -> Result<(), Violation> {
        let (code, details) = ended(decided);
        self.coverage.outcome(attempt.command.name(), code, &details);
        let same = code == expect.code && details.iter().map(String::as_str).eq(expect.details.iter().copied());
        self.auditor.check(Invariant::Expectation, attempt.tenant, same, || {
            let name = attempt.command.name();
            format!("{name} ended as {code} {details:?}, expected {} {:?}", expect.code, expect.details)
        })
    }

    /// Appends a decision, lets the auditor read it, and holds the account against the books.
    fn append(
        &mut self,
        attempt: &Attempt,
        decided: &Decided,
        succeeds: bool,
        tries: &mut Vec<Try>,
    ) -> Result<(), Violation> {
        let Ok(batch) = &decided.outcome else {
            tries.push(told(decided, None));
            return Ok(());
        };
        let appended = self.world.append(attempt.tenant, decided.version, batch);
        let word = match appended {
            Ok(()) => "appended",
            Err(crate::world::NotAppended::Stale) => "stale",
            Err(crate::world::NotAppended::Directory) => "directory",
        };
        self.coverage.append(word);
        tries.push(told(decided, Some(word)));
        self.auditor.check(Invariant::Appends, attempt.tenant, appended.is_ok() == succeeds, || {
            format!("the append ended as {word}, to be appended: {succeeds}")
        })?;
        if appended.is_err() {
            return Ok(());
        }
        self.auditor.read(attempt.tenant, decided.version, batch)?;
        let Some(tenant) = self.world.tenants.get(attempt.tenant) else { return Ok(()) };
        self.auditor.compare(attempt.tenant, &tenant.account)
    }

    /// The process dies and comes back with what the log tells it.
    fn crash(&mut self, at: usize) -> Result<(), Violation> {
        let recovered = self.world.recovered(at);
        let Some(tenant) = self.world.tenants.get_mut(at) else { return Ok(()) };
        let lived = std::mem::replace(&mut tenant.account, recovered);
        self.auditor.refold(at, &lived, &tenant.account)
    }

    /// What is looked at once, at the end.
    fn everything(&mut self) -> Result<(), Violation> {
        for (at, tenant) in self.world.tenants.iter().enumerate() {
            self.auditor.compare(at, &tenant.account)?;
            self.auditor.refold(at, &tenant.account, &self.world.recovered(at))?;
        }
        Ok(())
    }
}

/// How a decision ended: `done` or the refusal's code, and the finer codes, sorted, none twice.
fn ended(decided: &Decided) -> (&'static str, Vec<String>) {
    let (code, mut details): (_, Vec<String>) = match &decided.outcome {
        Ok(batch) => {
            let refused = batch.iter().filter_map(|recorded| {
                if let Event::RoleChangeRefused { code, .. } = &recorded.event { Some(code.clone()) } else { None }
            });
            ("done", refused.collect())
        }
        Err(Refusal::InvalidInput { faults }) => ("invalid_input", faults.iter().map(|f| f.code.clone()).collect()),
        Err(refusal) => (refusal.code(), Vec::new()),
    };
    details.sort();
    details.dedup();
    (code, details)
}

fn told(decided: &Decided, append: Option<&'static str>) -> Try {
    let (outcome, details) = ended(decided);
    let recorded = decided.outcome.clone().unwrap_or_default();
    Try { outcome, details, append, recorded }
}
