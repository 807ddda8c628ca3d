//! Builds every test binary of the workspace and tells where they stand.
//!
//! The workspace is built in one go, because a build per package would settle on other features of the shared
//! dependencies and compile them again. Only the tests of the access decision are built apart: the policy engine that they
//! compare with makes `serde_json` keep the order of keys, and the others have to run as the released programs do. The
//! binaries are then run one by one, quick packages first.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::workspace::cargo;

/// A built test binary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Binary {
    /// The package that it tests.
    pub(crate) package: String,
    /// The target: a library, a binary or a file of integration tests.
    pub(crate) target: String,
    /// The package's folder, where the tests expect to stand.
    pub(crate) folder: PathBuf,
    /// The file to run.
    pub(crate) executable: PathBuf,
}

impl Binary {
    /// How people call it.
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.package, self.target)
    }

    /// The command that runs it as `cargo test` would.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(&self.executable);
        command.current_dir(&self.folder).stdin(Stdio::null());
        // We were started by `cargo run`, so the inherited values are our own package's.
        command.env("CARGO_MANIFEST_DIR", &self.folder);
        command.env("CARGO_MANIFEST_PATH", self.folder.join("Cargo.toml"));
        command.env("CARGO_PKG_NAME", &self.package);
        command
    }
}

/// The package whose dependencies would change what the others do.
pub(super) const APART: &str = "guildhall-access-tests";

/// The part of cargo's messages that concerns us.
#[derive(Deserialize)]
struct Message {
    reason: String,
    manifest_path: Option<PathBuf>,
    target: Option<Target>,
    profile: Option<Profile>,
    executable: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

#[derive(Deserialize)]
struct Profile {
    test: bool,
}

/// The binaries that could be built, in the order to run them, and whether all could.
pub(crate) fn build(package_of: impl Fn(&Path) -> Option<String>) -> Result<(Vec<Binary>, bool)> {
    let (mut binaries, mut complete) = (Vec::new(), true);
    for selection in [["--package", APART].as_slice(), &["--workspace", "--exclude", APART]] {
        complete &= build_some(selection, &package_of, &mut binaries)?;
    }
    binaries.sort_by_key(|binary| (rank(&binary.package), binary.package.clone(), binary.target.clone()));
    Ok((binaries, complete))
}

/// Builds the tests of some packages; whether all could be built.
fn build_some(
    selection: &[&str],
    package_of: impl Fn(&Path) -> Option<String>,
    binaries: &mut Vec<Binary>,
) -> Result<bool> {
    let mut cargo = cargo();
    cargo.arg("test").args(selection);
    cargo.args(["--no-run", "--no-fail-fast", "--message-format=json-render-diagnostics"]);
    let mut child = cargo.stdout(Stdio::piped()).spawn().context("starting cargo")?;
    let output = child.stdout.take().context("cargo has no output")?;
    for line in BufReader::new(output).lines() {
        binaries.extend(binary(&line?, &package_of));
    }
    Ok(child.wait()?.success())
}

/// The test binary that a message of cargo's announces.
fn binary(line: &str, package_of: impl Fn(&Path) -> Option<String>) -> Option<Binary> {
    let message: Message = serde_json::from_str(line).ok()?;
    let tests = message.reason == "compiler-artifact" && message.profile.is_some_and(|profile| profile.test);
    let (manifest, target, executable) = (message.manifest_path?, message.target?, message.executable?);
    tests.then_some(())?;
    Some(Binary {
        package: package_of(&manifest)?,
        target: target.name,
        folder: manifest.parent()?.to_owned(),
        executable,
    })
}

/// The pure core first, since it answers within seconds; what crosses crates and starts a browser last.
fn rank(package: &str) -> u8 {
    match package {
        "guildhall-core" => 0,
        "guildhall-tests" | APART => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package_of(manifest: &Path) -> Option<String> {
        manifest.to_str().map(|path| path.replace(['/', '.'], ""))
    }

    #[test]
    fn only_test_binaries_count() {
        let artifact = |test: bool, executable: &str| {
            format!(
                r#"{{"reason":"compiler-artifact","package_id":"x","manifest_path":"/a/Cargo.toml",
                "target":{{"kind":["lib"],"name":"core","src_path":"/a/src/lib.rs"}},
                "profile":{{"opt_level":"0","test":{test}}},"executable":{executable},"fresh":true}}"#
            )
        };
        let found = binary(&artifact(true, "\"/t/core-1\""), package_of).unwrap();
        assert_eq!((found.name().as_str(), found.folder.as_path()), ("aCargotoml core", Path::new("/a")));
        assert_eq!(found.executable, Path::new("/t/core-1"));
        assert_eq!(binary(&artifact(false, "\"/t/core-1\""), package_of), None);
        assert_eq!(binary(&artifact(true, "null"), package_of), None);
        assert_eq!(binary(r#"{"reason":"build-finished","success":true}"#, package_of), None);
        assert_eq!(binary("warning: not a message", package_of), None);
    }

    #[test]
    fn quick_packages_go_first() {
        let mut packages = ["guildhall-tests", "xtask", "guildhall-core", "guildhall-cli"];
        packages.sort_by_key(|package| (rank(package), *package));
        assert_eq!(packages, ["guildhall-core", "guildhall-cli", "xtask", "guildhall-tests"]);
    }
}
