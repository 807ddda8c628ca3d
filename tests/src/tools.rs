//! Programs of other people that tests run: looked for in `target/python`, then along the search path.
//!
//! A test whose program is missing prints a line that begins with `skipped: ` and says how to get it, and returns; with
//! `GUILDHALL_REQUIRE_ALL` it fails instead.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use tokio::process::Command;

use crate::portal::Failure;

/// How to get the programs.
const INSTALL: &str =
    "python3 -m venv target/python && target/python/bin/pip install --requirement tests/requirements.txt";

/// The root of the workspace.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The program of this name, if it is here.
fn find(name: &str) -> Option<PathBuf> {
    let own = root().join("target/python/bin");
    let path = env::var_os("PATH").unwrap_or_default();
    [own].into_iter().chain(env::split_paths(&path)).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// The programs of these names, if they are all here; otherwise says what is missing and how to get it.
#[expect(clippy::print_stdout, reason = "what a test says is how the runner counts it as skipped")]
pub fn programs<const N: usize>(names: [&str; N]) -> Result<Option<[PathBuf; N]>, Failure> {
    let mut found = names.map(|_| PathBuf::new());
    for (place, name) in found.iter_mut().zip(names) {
        match find(name) {
            Some(file) => *place = file,
            None if env::var_os("GUILDHALL_REQUIRE_ALL").is_some_and(|v| !v.is_empty() && v != "0") => {
                return Err(format!("{name} is not here: {INSTALL}").into());
            }
            None => {
                println!("skipped: {name} is not here: {INSTALL}");
                return Ok(None);
            }
        }
    }
    Ok(Some(found))
}

/// Runs a program to its end; fails with everything that it said if it is not content.
pub async fn run(command: &mut Command) -> Result<String, Failure> {
    let output = command.stdin(Stdio::null()).kill_on_drop(true).output().await?;
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    if output.status.success() { Ok(said) } else { Err(format!("{}\n{said}", output.status).into()) }
}
