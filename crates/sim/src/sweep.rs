//! Many runs, one a seed, on as many threads as asked; the result does not depend on how many.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use data_encoding::HEXLOWER;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::coverage::Coverage;
use crate::report::{Broken, Report};
use crate::run::{Decide, Options, run};

/// What a sweep has to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Swept {
    /// The first seed.
    pub seeds_from: u64,
    /// The seed after the last.
    pub seeds_to: u64,
    /// How many steps a run had.
    pub steps: u64,
    /// How many tenants a run had.
    pub tenants: usize,
    /// How many events all runs recorded.
    pub events: u64,
    /// Commands by kind and outcome.
    pub commands: BTreeMap<String, BTreeMap<String, u64>>,
    /// Commands by kind and finer code.
    pub details: BTreeMap<String, BTreeMap<String, u64>>,
    /// What can happen and was not seen in any run.
    pub never_seen: Vec<String>,
    /// How often each invariant was checked.
    pub invariants: BTreeMap<&'static str, u64>,
    /// SHA-256 over the digests of the runs, in the order of their seeds.
    pub digest: String,
    /// The runs in which an invariant did not hold.
    pub violations: Vec<Broken>,
}

/// Runs every seed of `seeds`; `options.seed` does not matter. `done` is called after each run.
pub fn sweep(
    seeds: &Range<u64>,
    options: &Options,
    jobs: usize,
    decide: Decide,
    done: &(impl Fn() + Sync),
) -> std::io::Result<Swept> {
    let next = AtomicU64::new(seeds.start);
    let reports = Mutex::new(BTreeMap::new());
    let work = || -> std::io::Result<()> {
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= seeds.end {
                return Ok(());
            }
            let report = run(&Options { seed, ..*options }, decide, &mut |_| Ok(()))?;
            // A thread that died while it held the lock left the map whole: it only ever inserts.
            reports.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert(seed, report);
            done();
        }
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..jobs.max(1)).map(|_| scope.spawn(work)).collect();
        for thread in threads {
            thread.join().map_err(|_| std::io::Error::other("a run has panicked"))??;
        }
        Ok::<(), std::io::Error>(())
    })?;
    let reports = reports.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    Ok(summed(seeds, options, reports.values()))
}

fn summed<'a>(seeds: &Range<u64>, options: &Options, reports: impl Iterator<Item = &'a Report>) -> Swept {
    let (mut coverage, mut invariants, mut digest) = (Coverage::default(), BTreeMap::new(), Sha256::new());
    let (mut events, mut violations) = (0, Vec::new());
    for report in reports {
        coverage.add(&report.coverage());
        for (invariant, n) in &report.invariants {
            *invariants.entry(*invariant).or_default() += n;
        }
        digest.update(format!("{} {}\n", report.options.seed, report.digest).as_bytes());
        events += report.events;
        violations.extend(report.violation.clone());
    }
    Swept {
        seeds_from: seeds.start,
        seeds_to: seeds.end,
        steps: options.steps,
        tenants: options.tenants,
        events,
        never_seen: coverage.never_seen(),
        commands: coverage.outcomes,
        details: coverage.details,
        invariants,
        digest: HEXLOWER.encode(&digest.finalize()),
        violations,
    }
}
