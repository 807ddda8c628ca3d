//! The rules as `docs/rules.toml` lists them.

use anyhow::{Result, ensure};
use serde::Deserialize;

/// How long a title may be, in words.
const WORDS: std::ops::RangeInclusive<usize> = 4..=14;

/// Every rule, by groups.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Catalogue {
    /// The readings of contradictions are C-001 to this one.
    readings: u32,
    /// The editions of the guide that the rules come from, oldest first.
    pub(crate) editions: Vec<Edition>,
    /// The groups in the order of the page.
    #[serde(rename = "group")]
    pub(crate) groups: Vec<Group>,
}

/// An edition of the guide.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Edition {
    /// The day, as `2023-11-10`.
    pub(crate) date: String,
    /// What it brought.
    pub(crate) what: String,
}

/// Rules about one thing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Group {
    /// What its ids begin with.
    pub(crate) id: String,
    /// Its heading.
    pub(crate) title: String,
    /// How many rules it has, so that none gets lost.
    count: usize,
    /// Its rules, numbered from one.
    pub(crate) rules: Vec<Rule>,
}

/// One rule.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    /// Such as `REG-7`.
    pub(crate) id: String,
    /// What it says, in our words.
    pub(crate) title: String,
    /// The file, folder or module that decides it.
    pub(crate) decided: String,
    /// What it takes to prove it, where a pure function is not enough.
    pub(crate) needs: Option<Needs>,
}

/// What a proof takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Needs {
    /// Only a page can show it.
    Page,
}

impl Catalogue {
    /// Reads the list; every fault of it is told at once.
    pub(crate) fn parse(text: &str) -> Result<Self> {
        let catalogue: Self = toml::from_str(text)?;
        let faults: Vec<String> = catalogue.groups.iter().flat_map(Group::faults).chain(catalogue.doubles()).collect();
        ensure!(faults.is_empty(), "{}", faults.join("\n"));
        Ok(catalogue)
    }

    /// The rules of all groups.
    pub(crate) fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.groups.iter().flat_map(|group| &group.rules)
    }

    /// Whether there is such a rule.
    pub(crate) fn knows(&self, id: &str) -> bool {
        self.rules().any(|rule| rule.id == id)
    }

    /// Whether it is the name of a reading, such as `C-045`.
    pub(crate) fn is_reading(&self, id: &str) -> bool {
        let digits = id.strip_prefix("C-").unwrap_or_default();
        let plain = digits.len() == 3 && digits.chars().all(|digit| digit.is_ascii_digit());
        plain && digits.parse().is_ok_and(|number: u32| (1..=self.readings).contains(&number))
    }

    fn doubles(&self) -> impl Iterator<Item = String> {
        let double = |(at, group): &(usize, &Group)| self.groups.iter().take(*at).any(|other| other.id == group.id);
        self.groups.iter().enumerate().filter(double).map(|(_, group)| format!("{} is there twice", group.id))
    }
}

impl Group {
    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if self.rules.len() != self.count {
            faults.push(format!("{} has {} rules, not {}", self.id, self.rules.len(), self.count));
        }
        for (number, rule) in (1..).zip(&self.rules) {
            let expected = format!("{}-{number}", self.id);
            if rule.id != expected {
                faults.push(format!("{} stands where {expected} belongs", rule.id));
            }
            let words = rule.title.split_whitespace().count();
            if !WORDS.contains(&words) {
                faults.push(format!("{}: a title of {words} words", rule.id));
            }
            if rule.decided.is_empty() || rule.decided.starts_with('/') || rule.decided.contains("..") {
                faults.push(format!("{}: `{}` is no path from the root", rule.id, rule.decided));
            }
        }
        faults
    }
}
