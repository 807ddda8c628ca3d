//! `cargo xtask fence`: the walls between the crates, checked against what the manifests say.
//!
//! - The core links only what `xtask/data/core-allowlist.toml` lists, each with a reason, and has no cargo features.
//! - The core is `no_std` and forbids unsafe code, so that a clock, a file or a thread does not compile in it.
//! - An adapter depends on the core and on no other member of the workspace.
//! - Every member obeys the lints of the workspace.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::metadata::{Metadata, Package};
use crate::workspace::{cargo, root};

const CORE: &str = "guildhall-core";
const ADAPTERS: [&str; 3] = ["guildhall-cli", "guildhall-http", "guildhall-sim"];
const ALLOWLIST: &str = "xtask/data/core-allowlist.toml";

/// The packages that the core may link, with the reason for each.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Allowlist {
    /// Those that its manifest names.
    direct: BTreeMap<String, String>,
    /// Those that come with them.
    transitive: BTreeMap<String, String>,
}

/// Checks every wall and prints what stands in the way.
pub(crate) fn command() -> Result<()> {
    let metadata = Metadata::of_workspace()?;
    let allowlist: Allowlist = toml::from_str(&read(ALLOWLIST)?).context(ALLOWLIST)?;
    let mut faults = edges(&metadata);
    faults.extend(core_manifest(&metadata));
    faults.extend(closure(&direct(&metadata), &linked()?, &allowlist));
    faults.extend(core_root(&read("crates/core/src/lib.rs")?, &read("Cargo.toml")?));
    for package in &metadata.packages {
        let manifest = std::fs::read_to_string(&package.manifest_path)?;
        faults.extend(lints(&package.name, &manifest));
    }
    for fault in &faults {
        println!("{fault}");
    }
    ensure!(faults.is_empty(), "{} breaches of the fence", faults.len());
    println!("fence: {} packages, every wall stands", metadata.packages.len());
    Ok(())
}

fn read(path: &str) -> Result<String> {
    std::fs::read_to_string(root().join(path)).with_context(|| format!("reading {path}"))
}

/// The members that a member depends on, for any purpose.
fn members<'a>(metadata: &'a Metadata, package: &'a Package) -> impl Iterator<Item = &'a str> {
    let names: BTreeSet<&str> = metadata.packages.iter().map(|package| package.name.as_str()).collect();
    package.dependencies.iter().map(|dependency| dependency.name.as_str()).filter(move |name| names.contains(name))
}

/// Breaches among the members themselves.
fn edges(metadata: &Metadata) -> Vec<String> {
    let mut faults = Vec::new();
    for package in &metadata.packages {
        let name = package.name.as_str();
        let known: BTreeSet<&str> = members(metadata, package).collect();
        if name == CORE {
            faults.extend(known.iter().map(|other| format!("{CORE} depends on {other}; it may on no member")));
        } else if ADAPTERS.contains(&name) {
            let others = known.iter().filter(|other| **other != CORE);
            faults
                .extend(others.map(|other| format!("{name} depends on {other}; of the members it may on {CORE} only")));
            if !known.contains(CORE) {
                faults.push(format!("{name} does not depend on {CORE}; it decides nothing without it"));
            }
        }
    }
    for expected in ADAPTERS.iter().chain([&CORE]) {
        if !metadata.packages.iter().any(|package| package.name == *expected) {
            faults.push(format!("{expected} is no member of the workspace"));
        }
    }
    faults
}

/// Breaches in the core's manifest.
fn core_manifest(metadata: &Metadata) -> Vec<String> {
    let core = metadata.packages.iter().find(|package| package.name == CORE);
    let features = core.into_iter().flat_map(|core| core.features.keys());
    features
        .map(|feature| format!("{CORE} has the cargo feature {feature}; its behaviour may not depend on any"))
        .collect()
}

/// What the core's manifest names for linking.
fn direct(metadata: &Metadata) -> BTreeSet<String> {
    let core = metadata.packages.iter().filter(|package| package.name == CORE);
    let dependencies = core.flat_map(|core| &core.dependencies).filter(|dependency| dependency.kind.is_none());
    dependencies.map(|dependency| dependency.name.clone()).collect()
}

/// Everything that the core links when it is built alone, on any platform. Macros run in the compiler and are left out.
///
/// Not taken from the metadata: its graph also holds what other members switch on in shared dependencies.
fn linked() -> Result<BTreeSet<String>> {
    let mut tree = cargo();
    tree.args(["tree", "--package", CORE, "--edges", "normal,no-proc-macro", "--target", "all"]);
    tree.args(["--prefix", "none", "--format", "{p}"]);
    let output = tree.output()?;
    ensure!(output.status.success(), "cargo tree: {}", String::from_utf8_lossy(&output.stderr));
    Ok(packages_of_tree(&String::from_utf8_lossy(&output.stdout)))
}

fn packages_of_tree(tree: &str) -> BTreeSet<String> {
    let names = tree.lines().filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != CORE).map(str::to_owned).collect()
}

/// Breaches of the allowlist, and entries that nothing needs any more.
fn closure(direct: &BTreeSet<String>, linked: &BTreeSet<String>, allowlist: &Allowlist) -> Vec<String> {
    let mut faults = Vec::new();
    for name in direct.iter().filter(|name| !allowlist.direct.contains_key(*name)) {
        faults.push(format!("{CORE} depends on {name}, which {ALLOWLIST} does not list under [direct]"));
    }
    for name in linked.difference(direct).filter(|name| !allowlist.transitive.contains_key(*name)) {
        faults.push(format!("{CORE} links {name}, which {ALLOWLIST} does not list under [transitive]"));
    }
    for name in allowlist.direct.keys().filter(|name| !direct.contains(*name)) {
        faults.push(format!("{ALLOWLIST} lists {name} under [direct], and {CORE} does not name it"));
    }
    for name in allowlist.transitive.keys().filter(|name| direct.contains(*name) || !linked.contains(*name)) {
        faults.push(format!("{ALLOWLIST} lists {name} under [transitive], and it is not linked that way"));
    }
    let entries = allowlist.direct.iter().chain(&allowlist.transitive);
    let bare = entries.filter(|(_, reason)| reason.trim().is_empty());
    faults.extend(bare.map(|(name, _)| format!("{ALLOWLIST} gives no reason for {name}")));
    faults
}

/// Breaches in the first file of the core.
fn core_root(lib: &str, workspace: &str) -> Vec<String> {
    let has = |attribute: &str| lib.lines().any(|line| line.trim() == attribute);
    let mut faults = Vec::new();
    if !has("#![no_std]") {
        faults.push(format!("{CORE} is not `#![no_std]`"));
    }
    let lint = |manifest: &toml::Table| -> Option<String> {
        let lints = manifest.get("workspace")?.get("lints")?.get("rust")?;
        Some(lints.get("unsafe_code")?.as_str()?.to_owned())
    };
    let of_workspace = toml::from_str(workspace).ok().as_ref().and_then(lint);
    if !has("#![forbid(unsafe_code)]") && of_workspace.as_deref() != Some("forbid") {
        faults.push(format!("{CORE} does not forbid unsafe code"));
    }
    faults
}

/// Whether a manifest takes over the lints of the workspace.
fn lints(name: &str, manifest: &str) -> Option<String> {
    let table: Option<toml::Table> = toml::from_str(manifest).ok();
    let lints = table.as_ref().and_then(|table| table.get("lints")?.get("workspace")?.as_bool());
    (lints != Some(true)).then(|| format!("{name} does not say `[lints] workspace = true`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `name: dependency dependency/kind +feature`, one member a line.
    fn metadata(text: &str) -> Metadata {
        let package = |line: &str| {
            let (name, rest) = line.trim().split_once(':').unwrap();
            let words: Vec<&str> = rest.split_whitespace().collect();
            let dependency = |word: &&str| {
                let (name, kind) = word.split_once('/').unwrap_or((word, ""));
                let kind = (!kind.is_empty()).then(|| kind.to_owned());
                (!word.starts_with('+')).then(|| crate::metadata::Dependency { name: name.to_owned(), kind })
            };
            Package {
                name: name.to_owned(),
                manifest_path: "Cargo.toml".into(),
                dependencies: words.iter().filter_map(dependency).collect(),
                features: words.iter().filter_map(|word| Some((word.strip_prefix('+')?.to_owned(), vec![]))).collect(),
                targets: vec![],
            }
        };
        Metadata { packages: text.trim().lines().map(package).collect() }
    }

    const SOUND: &str = "
        guildhall-core: serde insta/dev
        guildhall-cli: guildhall-core clap
        guildhall-http: guildhall-core axum
        guildhall-sim: guildhall-core
        guildhall-tests: guildhall-core guildhall-http/dev guildhall-cli/dev
        xtask: clap";

    #[test]
    fn a_sound_workspace_has_no_breach() {
        assert_eq!(edges(&metadata(SOUND)), Vec::<String>::new());
        assert_eq!(core_manifest(&metadata(SOUND)), Vec::<String>::new());
        assert_eq!(direct(&metadata(SOUND)), BTreeSet::from(["serde".to_owned()]));
    }

    #[test]
    fn members_may_not_lean_on_each_other() {
        let found = edges(&metadata(
            "guildhall-core: xtask/dev
             guildhall-cli: guildhall-core guildhall-http/dev
             guildhall-http: axum
             xtask: clap",
        ));
        assert_eq!(
            found,
            [
                "guildhall-core depends on xtask; it may on no member",
                "guildhall-cli depends on guildhall-http; of the members it may on guildhall-core only",
                "guildhall-http does not depend on guildhall-core; it decides nothing without it",
                "guildhall-sim is no member of the workspace",
            ]
        );
    }

    #[test]
    fn the_core_has_no_features() {
        let found = core_manifest(&metadata("guildhall-core: serde +std"));
        assert_eq!(found, ["guildhall-core has the cargo feature std; its behaviour may not depend on any"]);
    }

    #[test]
    fn the_allowlist_is_exact_and_gives_reasons() {
        let set = |words: &str| words.split_whitespace().map(str::to_owned).collect::<BTreeSet<_>>();
        let parse = |text: &str| toml::from_str::<Allowlist>(text).unwrap();
        let good = parse("[direct]\nserde = 'forms'\n[transitive]\nserde_core = 'of serde'\n");
        assert_eq!(closure(&set("serde"), &set("serde serde_core"), &good), Vec::<String>::new());
        let bad = parse("[direct]\nrand = 'old'\n[transitive]\nlibc = ' '\n");
        assert_eq!(
            closure(&set("serde"), &set("serde serde_core"), &bad),
            [
                "guildhall-core depends on serde, which xtask/data/core-allowlist.toml does not list under [direct]",
                "guildhall-core links serde_core, which xtask/data/core-allowlist.toml does not list under [transitive]",
                "xtask/data/core-allowlist.toml lists rand under [direct], and guildhall-core does not name it",
                "xtask/data/core-allowlist.toml lists libc under [transitive], and it is not linked that way",
                "xtask/data/core-allowlist.toml gives no reason for libc",
            ]
        );
    }

    #[test]
    fn a_tree_is_read_by_its_names() {
        let tree = "guildhall-core v0.1.0 (/x)\nserde v1.0.1\nserde_derive v1.0.1 (proc-macro)\nserde v1.0.1 (*)\n\n";
        assert_eq!(packages_of_tree(tree).into_iter().collect::<Vec<_>>(), ["serde", "serde_derive"]);
    }

    #[test]
    fn the_core_stays_no_std_and_safe() {
        let forbid = "[workspace.lints.rust]\nunsafe_code = \"forbid\"\n";
        assert_eq!(core_root("//! Core.\n#![no_std]\n#![forbid(unsafe_code)]\n", ""), Vec::<String>::new());
        assert_eq!(core_root("//! Core.\n#![no_std]\n", forbid), Vec::<String>::new());
        assert_eq!(core_root("//! #![no_std]\n", "").len(), 2);
    }

    #[test]
    fn every_member_obeys_the_lints() {
        assert_eq!(lints("x", "[lints]\nworkspace = true\n"), None);
        for manifest in ["", "[lints]\nworkspace = false\n", "[lints.rust]\nunsafe_code = \"warn\"\n"] {
            assert_eq!(lints("x", manifest).unwrap(), "x does not say `[lints] workspace = true`");
        }
    }
}
