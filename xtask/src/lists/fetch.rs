//! Fetches the published lists with the registries' ordinary clients and checks every archive against its pinned digest.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use super::digest::sha256;
use crate::workspace::run;

/// Where a package is published.
#[derive(Clone, Copy)]
pub(crate) enum Registry {
    /// Fetched by `npm pack`.
    Npm,
    /// Fetched by `pip download`.
    PyPi,
}

/// How a file holds its entries.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    /// Blank-separated words.
    Words,
    /// String literals in double quotes, one entry each: JSON, JavaScript and Python alike.
    Quoted,
    /// One template literal of words.
    Template,
}

/// A published list, pinned by version and by the digest of its archive.
pub(crate) struct Source {
    /// The registry that publishes it.
    pub(crate) registry: Registry,
    /// The package's name there.
    pub(crate) name: &'static str,
    /// The exact version.
    pub(crate) version: &'static str,
    /// The licence that the package declares.
    pub(crate) licence: &'static str,
    /// SHA-256 of the archive, in lower-case hex.
    pub(crate) sha256: &'static str,
    /// The file inside that holds the list.
    pub(crate) file: &'static str,
    /// How that file holds it.
    pub(crate) form: Form,
}

impl Source {
    /// The registry's name, for people.
    pub(crate) fn registry_name(&self) -> &'static str {
        match self.registry {
            Registry::Npm => "npm",
            Registry::PyPi => "PyPI",
        }
    }

    /// Fetches the package into `scratch` and returns the text of its list.
    pub(crate) fn fetch(&self, scratch: &Path) -> Result<String> {
        let place = scratch.join(format!("{}-{}", self.registry_name(), self.name));
        let unpacked = place.join("unpacked");
        std::fs::create_dir_all(&unpacked)?;
        self.download(&place)?;
        let archive = only_file(&place)?;
        let found = sha256(&std::fs::read(&archive)?);
        ensure!(
            found == self.sha256,
            "{} {}: the archive's digest is {found}, pinned is {}",
            self.name,
            self.version,
            self.sha256
        );
        self.unpack(&archive, &unpacked)?;
        let file = unpacked.join(self.file);
        std::fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))
    }

    fn download(&self, place: &Path) -> Result<()> {
        match self.registry {
            Registry::Npm => {
                let package = format!("{}@{}", self.name, self.version);
                run(Command::new("npm").args(["pack", "--silent", &package]).current_dir(place))
            }
            Registry::PyPi => {
                let package = format!("{}=={}", self.name, self.version);
                let quiet = ["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", &package];
                run(Command::new("python3").args(quiet).current_dir(place))
            }
        }
    }

    fn unpack(&self, archive: &Path, into: &Path) -> Result<()> {
        match self.registry {
            Registry::Npm => run(Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(into)),
            Registry::PyPi => run(Command::new("python3").args(["-m", "zipfile", "-e"]).arg(archive).arg(into)),
        }
    }
}

/// The one file directly below `place`: the archive that was just fetched.
fn only_file(place: &Path) -> Result<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(place)? {
        let path = entry?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    match <[PathBuf; 1]>::try_from(files) {
        Ok([file]) => Ok(file),
        Err(files) => bail!("expected one archive in {}, found {}", place.display(), files.len()),
    }
}

/// The entries of a list's text, trimmed and in lower case.
pub(crate) fn entries(text: &str, form: Form) -> Result<BTreeSet<String>> {
    let clean = |word: &str| word.trim().trim_matches('.').to_lowercase();
    Ok(match form {
        Form::Words => text.split_whitespace().map(clean).collect(),
        // What stands between two literals is punctuation or has a blank in it.
        Form::Quoted => text.split('"').filter(|piece| is_word(piece)).map(clean).collect(),
        Form::Template => {
            let inner = text.split('`').nth(1).context("no template literal")?;
            inner.split_whitespace().map(clean).collect()
        }
    })
}

fn is_word(piece: &str) -> bool {
    piece.contains(char::is_alphanumeric) && !piece.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(form: Form, text: &str, expected: &[&str]) {
        let found = entries(text, form).unwrap();
        assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn each_form_yields_its_entries() {
        check(Form::Words, "b.com\n.A.com \n", &["a.com", "b.com"]);
        check(Form::Quoted, "\"use strict\"; f(); new Set([\n \"b.com\",\"A.com\" ])", &["a.com", "b.com"]);
        check(Form::Template, "const x = `b.com\na.com`; f('z.com')", &["a.com", "b.com"]);
    }

    #[test]
    fn a_template_must_be_there() {
        assert!(entries("const x = 1;", Form::Template).is_err());
    }
}
