//! `cargo xtask mutants`: changes the core in small ways and looks whether its tests notice.
//!
//! A change that no test notices survives. Survivors that are no fault are listed in `xtask/data/survivors.toml` with a
//! reason each; any other is a fault, and so is an entry that did not survive. In the access decision none may survive.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use clap::Args;

use super::tools::MUTANTS;
use crate::workspace::root;

const PAGE: &str = "docs/reference/mutants.md";
const LIST: &str = "xtask/data/survivors.toml";
const AREAS: [&str; 3] = ["access", "identity", "account"];

/// What `cargo xtask mutants` is asked to do.
#[derive(Args)]
pub(crate) struct Options {
    /// The rooms of the core to change
    #[arg(default_values = AREAS)]
    areas: Vec<String>,
    /// Write what came out into docs/reference/mutants.md
    #[arg(long)]
    update: bool,
    /// Change nothing: count what the last runs came to
    #[arg(long)]
    last: bool,
}

/// What became of the mutants of an area, each by its name without line and column.
#[derive(Debug, Default, PartialEq, Eq)]
struct Outcome {
    caught: usize,
    timeout: usize,
    unviable: usize,
    survivors: Vec<String>,
}

impl Outcome {
    /// From the lists that cargo-mutants writes.
    fn read(folder: &Path) -> Result<Self> {
        let list = |name: &str| -> Result<Vec<String>> {
            let path = folder.join("mutants.out").join(format!("{name}.txt"));
            let text = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            Ok(text.lines().filter(|line| !line.is_empty()).map(unplaced).collect())
        };
        let count = |name: &str| list(name).map(|list| list.len());
        Ok(Self {
            caught: count("caught")?,
            timeout: count("timeout")?,
            unviable: count("unviable")?,
            survivors: list("missed")?,
        })
    }
}

/// The name of a mutant without its line and column, which every edit above it moves.
fn unplaced(name: &str) -> String {
    let mut parts = name.splitn(4, ':');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(file), Some(_), Some(_), Some(change)) => format!("{file}:{change}"),
        (_, _, _, _) => name.to_owned(),
    }
}

/// Runs the areas one after the other; judges, prints, and writes the page where that is asked.
pub(crate) fn command(options: &Options) -> Result<()> {
    let known = reasons(&std::fs::read_to_string(root().join(LIST)).with_context(|| format!("reading {LIST}"))?)?;
    let mut outcomes = BTreeMap::new();
    for area in &options.areas {
        let folder = root().join("target/mutants").join(area);
        if !options.last {
            mutate(area, &folder)?;
        }
        outcomes.insert(area.as_str(), Outcome::read(&folder)?);
    }
    for (area, outcome) in &outcomes {
        let Outcome { caught, timeout, unviable, survivors } = outcome;
        println!(
            "{area}: {caught} caught, {timeout} ran into the time limit, {unviable} did not compile, {} survived",
            survivors.len()
        );
        survivors.iter().for_each(|survivor| println!("    {survivor}"));
    }
    if options.update {
        std::fs::write(root().join(PAGE), page(&outcomes, &known)).with_context(|| format!("writing {PAGE}"))?;
    }
    let faults: Vec<String> = outcomes.iter().flat_map(|(area, outcome)| judge(area, outcome, &known)).collect();
    faults.iter().for_each(|fault| println!("{fault}"));
    ensure!(faults.is_empty(), "{} faults", faults.len());
    Ok(())
}

/// Changes one room and runs the core's unit tests for each change, in a copy of the workspace. cargo-mutants fails where
/// something survives; that is judged by us.
fn mutate(area: &str, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut command = std::process::Command::new(MUTANTS.program()?);
    command.current_dir(root()).args(["mutants", "--package", "guildhall-core", "--jobs", "1", "--no-shuffle"]);
    command.args(["--cargo-arg=--lib", "--timeout", "180", "--output"]).arg(folder);
    command.arg("--file").arg(format!("crates/core/src/{area}.rs"));
    command.arg("--file").arg(format!("crates/core/src/{area}/**/*.rs"));
    command.env_remove("CARGO_MANIFEST_DIR").env_remove("CARGO_PKG_NAME");
    let status = command.status().context("starting cargo-mutants")?;
    // 2 and 3: some survived, some ran into the time limit.
    ensure!(matches!(status.code(), Some(0 | 2 | 3)), "cargo-mutants failed: {status}");
    Ok(())
}

/// The survivors that are no fault, with a reason each.
fn reasons(text: &str) -> Result<BTreeMap<String, String>> {
    let known: BTreeMap<String, String> = toml::from_str(text).context(LIST)?;
    ensure!(known.values().all(|reason| reason.len() > 20), "{LIST}: a survivor without a reason");
    Ok(known)
}

/// What is wrong with an area: survivors without a reason or within the decision, and reasons that nothing needs.
fn judge(area: &str, outcome: &Outcome, known: &BTreeMap<String, String>) -> Vec<String> {
    let survivors = outcome.survivors.iter().filter(|survivor| area == "access" || !known.contains_key(*survivor));
    let mut faults: Vec<String> = survivors.map(|survivor| format!("no test notices: {survivor}")).collect();
    let of_area = known.keys().filter(|name| {
        let place = name.strip_prefix("crates/core/src/").unwrap_or(name);
        place.strip_prefix(area).is_some_and(|rest| rest.starts_with(['/', '.']))
    });
    let gone = of_area.filter(|name| !outcome.survivors.contains(name));
    faults.extend(gone.map(|name| format!("did not survive, take it out of {LIST}: {name}")));
    faults
}

fn page(outcomes: &BTreeMap<&str, Outcome>, known: &BTreeMap<String, String>) -> String {
    let mut page = String::from(
        "# Mutants of the core\n\nSmall changes to the core's code, and whether its unit tests notice them. Written by \
         `cargo xtask mutants --update`, a row for each room that it was run on; what has no row was not measured. In the \
         access decision none may survive; elsewhere each survivor has a reason in `xtask/data/survivors.toml`.\n\n| Room | Caught | Time limit | Do not compile | Survive |\n| --- | ---: | ---: | \
         ---: | ---: |\n",
    );
    for (area, o) in outcomes {
        // Writing to a string cannot fail.
        let _ = writeln!(page, "| {area} | {} | {} | {} | {} |", o.caught, o.timeout, o.unviable, o.survivors.len());
    }
    let survivors: Vec<&String> = outcomes.values().flat_map(|outcome| &outcome.survivors).collect();
    if !survivors.is_empty() {
        page.push_str("\n## Survivors\n\n");
        for survivor in survivors {
            let reason = known.get(survivor).map_or("no reason yet", String::as_str);
            let _ = writeln!(page, "- `{survivor}`: {reason}");
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &str = "crates/core/src/access/mod.rs: replace a -> bool with true";

    fn outcome(survivors: &[&str]) -> Outcome {
        Outcome { caught: 5, survivors: survivors.iter().map(|s| (*s).to_owned()).collect(), ..Outcome::default() }
    }

    fn known(names: &[&str]) -> BTreeMap<String, String> {
        names.iter().map(|name| ((*name).to_owned(), "the two are equal, as x is never zero".to_owned())).collect()
    }

    #[test]
    fn a_name_keeps_its_file_and_what_is_changed() {
        assert_eq!(unplaced("crates/core/src/access/mod.rs:12:9: replace a -> bool with true"), NAME);
        assert_eq!(
            unplaced("crates/core/src/x.rs:1:2: replace Id::f with ()"),
            "crates/core/src/x.rs: replace Id::f with ()"
        );
        assert_eq!(unplaced("odd"), "odd");
    }

    #[test]
    fn a_survivor_needs_a_reason_and_in_access_none_helps() {
        let other = NAME.replace("access", "account");
        assert_eq!(judge("account", &outcome(&[&other]), &known(&[&other])), [""; 0]);
        assert_eq!(judge("account", &outcome(&[&other]), &known(&[])).len(), 1);
        assert_eq!(judge("access", &outcome(&[NAME]), &known(&[NAME])), [format!("no test notices: {NAME}")]);
        assert_eq!(judge("account", &outcome(&[]), &known(&[&other])).len(), 1, "the list has to shrink");
        assert_eq!(judge("account", &outcome(&[]), &known(&[NAME])), [""; 0], "of another area");
    }

    #[test]
    fn a_reason_says_something() {
        assert!(reasons("\"a\" = \"\"").is_err());
        assert!(reasons("\"a\" = \"both sides are equal whenever this is asked\"").is_ok());
        reasons(&std::fs::read_to_string(root().join(LIST)).unwrap()).unwrap();
    }

    #[test]
    fn the_lists_of_a_run_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("mutants.out");
        std::fs::create_dir(&out).unwrap();
        for (list, text) in
            [("caught", "a:1:1: x\nb:1:1: y\n"), ("timeout", ""), ("unviable", "c\n"), ("missed", "d:3:4: z\n")]
        {
            std::fs::write(out.join(format!("{list}.txt")), text).unwrap();
        }
        let read = Outcome::read(folder.path()).unwrap();
        assert_eq!(read, Outcome { caught: 2, timeout: 0, unviable: 1, survivors: vec!["d: z".to_owned()] });
        let page = page(&BTreeMap::from([("access", read)]), &known(&["d: z"]));
        assert!(
            page.contains("| access | 2 | 0 | 1 | 1 |\n") && page.contains("- `d: z`: the two are equal"),
            "{page}"
        );
    }
}
