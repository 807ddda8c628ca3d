//! The browser that the browser tests drive: found here, handed to them by environment variables.
//!
//! The contract with the tests: where `GUILDHALL_BROWSER=1` is set, `CHROMIUM` and `CHROMEDRIVER` name two programs and
//! the test must run, so that whatever goes wrong is a failure. Where it is not set, the test prints a line that starts
//! with `skipped: ` and returns. A person who runs `cargo test` without us may set the three variables themselves.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// Names the browser, for us and for the tests.
const BROWSER_VARIABLE: &str = "CHROMIUM";
/// Names the driver, for us and for the tests.
const DRIVER_VARIABLE: &str = "CHROMEDRIVER";
/// Set to 1 for the tests where both are found.
const SWITCH: &str = "GUILDHALL_BROWSER";

/// The browser's usual names.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DRIVERS: [&str; 2] = ["chromedriver", "chromium.chromedriver"];

/// How to get them.
pub(crate) const INSTALL: &str = "apt-get install chromium chromium-driver";

/// What was found.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Browser {
    /// Both programs.
    Found {
        /// Chromium or a browser of its family.
        browser: PathBuf,
        /// Its WebDriver server.
        driver: PathBuf,
    },
    /// Names of what is not there.
    Missing(Vec<&'static str>),
}

impl Browser {
    /// Looks where the environment says, then along the search path.
    pub(crate) fn find() -> Self {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> = env::split_paths(&path).collect();
        Self::among(&folders, env::var_os(BROWSER_VARIABLE), env::var_os(DRIVER_VARIABLE))
    }

    fn among(folders: &[PathBuf], browser: Option<OsString>, driver: Option<OsString>) -> Self {
        match (program(folders, browser, &BROWSERS), program(folders, driver, &DRIVERS)) {
            (Some(browser), Some(driver)) => Self::Found { browser, driver },
            (Some(_), None) => Self::Missing(vec!["chromedriver"]),
            (None, Some(_)) => Self::Missing(vec!["Chromium"]),
            (None, None) => Self::Missing(vec!["Chromium", "chromedriver"]),
        }
    }

    /// The variables to set for the tests; those without a value are to be removed.
    pub(crate) fn variables(&self) -> [(&'static str, Option<&OsStr>); 3] {
        match self {
            Self::Found { browser, driver } => [
                (SWITCH, Some(OsStr::new("1"))),
                (BROWSER_VARIABLE, Some(browser.as_os_str())),
                (DRIVER_VARIABLE, Some(driver.as_os_str())),
            ],
            Self::Missing(_) => [(SWITCH, None), (BROWSER_VARIABLE, None), (DRIVER_VARIABLE, None)],
        }
    }
}

/// The program that is asked for by name, which then has to be there, or the first of the usual ones.
fn program(folders: &[PathBuf], asked: Option<OsString>, usual: &[&str]) -> Option<PathBuf> {
    let look = |name: &Path| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file());
    match asked.filter(|name| !name.is_empty()).map(PathBuf::from) {
        Some(name) if name.components().count() > 1 => name.is_file().then_some(name),
        Some(name) => look(&name),
        None => usual.iter().find_map(|name| look(Path::new(name))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_with(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        folder
    }

    #[test]
    fn the_search_path_is_searched_for_the_usual_names() {
        let (first, second) = (folder_with(&["google-chrome"]), folder_with(&["chromedriver", "chromium"]));
        let folders = [first.path().to_owned(), second.path().to_owned()];
        let found = Browser::among(&folders, None, None);
        let expected =
            Browser::Found { browser: second.path().join("chromium"), driver: second.path().join("chromedriver") };
        assert_eq!(found, expected);
        assert_eq!(found.variables()[0], ("GUILDHALL_BROWSER", Some(OsStr::new("1"))));
    }

    #[test]
    fn what_is_missing_is_named() {
        let folder = folder_with(&["chromium"]);
        let folders = [folder.path().to_owned()];
        assert_eq!(Browser::among(&folders, None, None), Browser::Missing(vec!["chromedriver"]));
        assert_eq!(Browser::among(&[], None, None), Browser::Missing(vec!["Chromium", "chromedriver"]));
        assert_eq!(Browser::among(&[], None, None).variables()[0], ("GUILDHALL_BROWSER", None));
    }

    #[test]
    fn a_program_that_was_asked_for_is_the_only_one_tried() {
        let folder = folder_with(&["chromium", "chromedriver", "other"]);
        let folders = [folder.path().to_owned()];
        let asked = |name: &str| Browser::among(&folders, Some(name.into()), None);
        assert_eq!(asked("nowhere"), Browser::Missing(vec!["Chromium"]));
        assert_eq!(asked("./no/where"), Browser::Missing(vec!["Chromium"]));
        let driver = folder.path().join("chromedriver");
        assert_eq!(asked("other"), Browser::Found { browser: folder.path().join("other"), driver });
    }
}
