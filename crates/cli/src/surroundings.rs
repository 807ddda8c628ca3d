//! What the program takes from the process around it and clap does not read: the clock, randomness, and a few variables.
//! This is the only file that reads them.

use std::env;
use std::path::PathBuf;

use chrono::{DateTime, SubsecRound, Utc};
use guildhall_core::Id;
use sha2::{Digest, Sha256};

use crate::failure::Failure;

/// Variables that are read here, with their meaning, for the reference page. Those with a flag stand in `arguments`.
pub(crate) const VARIABLES: [(&str, &str); 6] = [
    ("XDG_DATA_HOME", "where the journal stands if `--journal` does not say: `guildhall/journal.jsonl` below it"),
    ("HOME", "without XDG_DATA_HOME: `.local/share/guildhall/journal.jsonl` below it"),
    ("USER", "the operator's name in the trail if `--operator` does not say"),
    ("NO_COLOR", "not empty: no colour, also on a terminal"),
    ("GUILDHALL_NOW", "for tests: the time to work at, as in `2026-03-01T09:00:00Z`; the trail says so"),
    ("GUILDHALL_SEED", "for tests: any text that makes ids predictable; the trail says so"),
];

/// The process around the program.
#[derive(Clone, Debug, Default)]
pub(crate) struct Surroundings {
    /// The folder for data that this user keeps.
    pub(crate) data_home: Option<PathBuf>,
    /// The name under which the user works on this machine.
    pub(crate) login: Option<String>,
    now: Option<DateTime<Utc>>,
    seed: Option<String>,
}

impl Surroundings {
    /// Of this process.
    pub(crate) fn of_process() -> Result<Self, Failure> {
        // As the XDG specification says, a relative path counts as unset.
        let path = |name: &str| env::var_os(name).map(PathBuf::from).filter(|p| p.is_absolute());
        let text = |name: &str| env::var(name).ok().filter(|v| !v.is_empty());
        let now = text("GUILDHALL_NOW").map(|v| read_time(&v)).transpose()?;
        Ok(Self {
            data_home: path("XDG_DATA_HOME").or_else(|| path("HOME").map(|home| home.join(".local").join("share"))),
            login: text("USER"),
            now,
            seed: text("GUILDHALL_SEED"),
        })
    }

    /// The time, in whole milliseconds.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.now.unwrap_or_else(|| Utc::now().trunc_subsecs(3))
    }

    /// A fresh id. `head` is the hash of the journal's last record: with a seed, ids differ from one command to the next.
    pub(crate) fn fresh(&self, purpose: &str, head: &str) -> Result<Id, Failure> {
        let mut bits = [0u8; 16];
        if let Some(seed) = &self.seed {
            let digest = Sha256::digest(format!("guildhall\n{seed}\n{purpose}\n{head}").as_bytes());
            bits.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
        } else {
            getrandom::fill(&mut bits).map_err(|e| Failure::internal(format!("no randomness: {e}")))?;
        }
        Ok(Id::from_bits(u128::from_be_bytes(bits)))
    }

    /// From where commands come, for the trail.
    pub(crate) fn source(&self) -> String {
        let set = self.now.is_some() || self.seed.is_some();
        if set { "command line (test clock or ids)".to_owned() } else { "command line".to_owned() }
    }

    #[cfg(test)]
    pub(crate) fn for_tests(now: &str, seed: &str) -> Self {
        Self { now: Some(now.parse().unwrap()), seed: Some(seed.to_owned()), ..Self::default() }
    }
}

fn read_time(text: &str) -> Result<DateTime<Utc>, Failure> {
    DateTime::parse_from_rfc3339(text)
        .map(|t| t.with_timezone(&Utc))
        .map_err(|_| Failure::usage("bad_time", "GUILDHALL_NOW is not a time as in 2026-03-01T09:00:00Z"))
}
