//! What `cargo metadata` tells of the workspace, as far as the chores need it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::workspace::cargo;

/// The packages of the workspace.
#[derive(Debug, Deserialize)]
pub(crate) struct Metadata {
    /// Every member, with what its manifest declares.
    pub(crate) packages: Vec<Package>,
}

/// A member of the workspace.
#[derive(Debug, Deserialize)]
pub(crate) struct Package {
    /// Its name.
    pub(crate) name: String,
    /// Its `Cargo.toml`.
    pub(crate) manifest_path: PathBuf,
    /// What it depends on.
    pub(crate) dependencies: Vec<Dependency>,
    /// Its cargo features.
    pub(crate) features: BTreeMap<String, Vec<String>>,
    /// What is built from it.
    pub(crate) targets: Vec<Target>,
}

/// A dependency as the manifest declares it.
#[derive(Debug, Deserialize)]
pub(crate) struct Dependency {
    /// The package that is depended on.
    pub(crate) name: String,
    /// `dev` or `build`; none for what the package itself links.
    pub(crate) kind: Option<String>,
}

/// A library, binary, example or file of tests.
#[derive(Debug, Deserialize)]
pub(crate) struct Target {
    /// Its first file.
    pub(crate) src_path: PathBuf,
}

impl Metadata {
    /// Asks cargo.
    pub(crate) fn of_workspace() -> Result<Self> {
        let output = cargo().args(["metadata", "--format-version", "1", "--no-deps"]).output()?;
        ensure!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).context("reading cargo's metadata")
    }

    /// The name of the package that `manifest` declares.
    pub(crate) fn package_of(&self, manifest: &Path) -> Option<String> {
        let package = self.packages.iter().find(|package| package.manifest_path == manifest);
        package.map(|package| package.name.clone())
    }
}
