//! `cargo xtask tidy`: the house rules that no compiler knows.
//!
//! clippy already holds functions to 70 lines; what stands here holds for whole files, and for every kind of file.

mod reach;
mod rules;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::metadata::Metadata;
use crate::workspace::root;

/// Checks every file that belongs to the project and prints what is untidy.
pub(crate) fn command() -> Result<()> {
    let files = files()?;
    let mut faults = Vec::new();
    for file in &files {
        // A file that is no text, such as a screenshot, has no lines to be tidy.
        if let Ok(text) = std::fs::read_to_string(root().join(file)) {
            faults.extend(rules::faults(file, &text));
        }
    }
    faults.extend(dead(&files)?);
    for fault in &faults {
        println!("{fault}");
    }
    ensure!(faults.is_empty(), "{} untidy places", faults.len());
    println!("tidy: {} files", files.len());
    Ok(())
}

/// What is in version control, and what is about to be: paths from the root.
fn files() -> Result<Vec<PathBuf>> {
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(root());
    let output = git.output().context("starting git")?;
    ensure!(output.status.success(), "git ls-files: {}", String::from_utf8_lossy(&output.stderr));
    let names = String::from_utf8(output.stdout).context("a file's name is not UTF-8")?;
    // A file may be deleted and not yet committed as such; a submodule or a link to a folder is no file.
    let files = names.split_terminator('\0').map(PathBuf::from).filter(|file| root().join(file).is_file());
    Ok(files.collect())
}

/// The Rust files that no target reaches.
fn dead(files: &[PathBuf]) -> Result<Vec<String>> {
    let metadata = Metadata::of_workspace()?;
    let targets = metadata.packages.iter().flat_map(|package| &package.targets).map(|target| target.src_path.clone());
    let reached = reach::reached(targets, |file| std::fs::read_to_string(file).ok());
    let rust = files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "rs"));
    let dead = rust.filter(|file| !is_fixture(file) && !reached.contains(&root().join(file)));
    Ok(dead.map(|file| format!("{}: no `mod` reaches this file", file.display())).collect())
}

/// Sources below a `tests/ui` that a test compiles by itself, to see them refused.
fn is_fixture(file: &Path) -> bool {
    let folders: Vec<_> = file.parent().into_iter().flat_map(Path::components).map(|part| part.as_os_str()).collect();
    folders.windows(2).any(|pair| pair == ["tests", "ui"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_test_compiles_by_itself_is_a_fixture() {
        for (file, fixture) in [
            ("crates/core/tests/ui/wrong.rs", true),
            ("tests/ui/deep/wrong.rs", true),
            ("crates/http/src/ui/page.rs", false),
            ("tests/tests/ui.rs", false),
        ] {
            assert_eq!(is_fixture(Path::new(file)), fixture, "{file}");
        }
    }
}
