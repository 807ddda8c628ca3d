//! The rules as people read them: the page, the table at the terminal, the closing line.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::catalogue::{Catalogue, Needs, Rule};
use super::judge::Proofs;

const HEAD: &str = "\
# Rules

Every rule of the programme's guide, in our own words: what it says, where it is decided and which tests prove it. A test
proves a rule if it names its id in a `// Rules:` comment and would fail if the rule were broken. Written by
`cargo xtask rules --update` from `docs/rules.toml` and the tests; do not edit.
";

/// `docs/rules.md`.
pub(crate) fn page(catalogue: &Catalogue, proofs: &Proofs, decided: &BTreeMap<String, String>) -> String {
    let editions = catalogue.editions.iter().map(|edition| format!("{} ({})", edition.date, edition.what));
    let editions = editions.collect::<Vec<_>>().join(", ");
    let mut page = format!("{HEAD}\nEditions of the guide: {editions}.\n\n{}\n", summary(catalogue, proofs));
    for group in &catalogue.groups {
        let proved = group.rules.iter().filter(|rule| proofs.proves(&rule.id)).count();
        let heading = format!("\n## {} · {}\n\n{proved} of {} proved\n\n", group.id, group.title, group.rules.len());
        page.push_str(&heading);
        page.push_str("| Rule | What it says | Decided in | Proved by |\n| --- | --- | --- | --- |\n");
        for rule in &group.rules {
            let place = decided
                .get(&rule.id)
                .map_or_else(|| format!("`{}` (to come)", rule.decided), |path| format!("[`{path}`](../{path})"));
            let tests: Vec<String> =
                proofs.of(&rule.id).map(|(file, function)| format!("[`{function}`](../{file})")).collect();
            let tests = if tests.is_empty() { open(rule).to_owned() } else { tests.join(", ") };
            let row = format!("| {} | {} | {place} | {tests} |\n", rule.id, rule.title.replace('|', "\\|"));
            page.push_str(&row);
        }
    }
    page
}

fn open(rule: &Rule) -> &'static str {
    match rule.needs {
        Some(Needs::Page) => "open: needs a page",
        None => "open",
    }
}

/// The table for the terminal: id, where it is decided, its tests.
pub(crate) fn table(catalogue: &Catalogue, proofs: &Proofs) -> String {
    let width = |text: fn(&Rule) -> &str| catalogue.rules().map(|rule| text(rule).len()).max().unwrap_or_default();
    let (ids, places) = (width(|rule| &rule.id), width(|rule| &rule.decided));
    let mut table = String::new();
    for rule in catalogue.rules() {
        let tests: Vec<String> = proofs.of(&rule.id).map(|(file, function)| format!("{file}:{function}")).collect();
        let tests = if tests.is_empty() { open(rule).to_owned() } else { tests.join(" ") };
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{:<ids$}  {:<places$}  {tests}", rule.id, rule.decided);
    }
    table
}

/// The line that tells how far the proofs have come.
pub(crate) fn summary(catalogue: &Catalogue, proofs: &Proofs) -> String {
    let all = catalogue.rules().count();
    let proved = catalogue.rules().filter(|rule| proofs.proves(&rule.id)).count();
    format!("{all} rules, {proved} proved, {} open", all - proved)
}
