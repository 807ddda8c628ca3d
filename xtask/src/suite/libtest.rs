//! Reads what a libtest binary prints: counts, the names of failed tests, and the tests that skipped themselves.
//!
//! A test that cannot run on this machine prints a line that starts with `skipped: ` and returns. libtest calls that a
//! pass; with `--show-output` the line can be seen, and the test is counted as skipped instead.

/// What a test prints first on its line when it cannot run here.
pub(crate) const SKIPPED: &str = "skipped: ";

/// A test that did not run, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Skip {
    /// The test's path in its binary.
    pub(crate) test: String,
    /// What it printed behind [`SKIPPED`].
    pub(crate) reason: String,
}

/// What one or several test binaries came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that ran and held.
    pub(crate) passed: usize,
    /// Tests that ran and did not hold, and binaries that broke down.
    pub(crate) failed: usize,
    /// Tests that did not run, ignored ones among them.
    pub(crate) skipped: usize,
    /// The names of those that failed.
    pub(crate) failures: Vec<String>,
    /// The tests that skipped themselves.
    pub(crate) skips: Vec<Skip>,
}

impl Tally {
    /// Adds another tally to this one.
    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.failures.extend(other.failures);
        self.skips.extend(other.skips);
    }

    /// Counts something that broke down outside any test.
    pub(crate) fn fail(&mut self, what: impl Into<String>) {
        self.failed += 1;
        self.failures.push(what.into());
    }

    /// The line that closes a run. Scripts read it: its form is fixed.
    pub(crate) fn closing(&self) -> String {
        format!("{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// Where in the output of a binary we are.
#[derive(Clone, PartialEq, Eq)]
enum Part {
    /// Test by test, and between the other parts.
    Running,
    /// What the tests that passed have printed, here by the named one. People do not need to see it.
    Successes(Option<String>),
}

/// Follows the output line by line.
pub(crate) struct Reader {
    part: Part,
    tally: Tally,
    finished: bool,
}

impl Reader {
    /// A reader at the beginning of the output.
    pub(crate) fn new() -> Self {
        Self { part: Part::Running, tally: Tally::default(), finished: false }
    }

    /// Takes one line and tells whether people should see it.
    pub(crate) fn line(&mut self, line: &str) -> bool {
        if let Some(counts) = line.strip_prefix("test result: ") {
            self.result(counts);
            self.part = Part::Running;
            return true;
        }
        match line {
            "successes:" => self.part = Part::Successes(None),
            "failures:" => self.part = Part::Running,
            _ => {}
        }
        if let Part::Successes(test) = &mut self.part {
            if let Some(name) = line.strip_prefix("---- ").and_then(|rest| rest.strip_suffix(" stdout ----")) {
                *test = Some(name.to_owned());
            } else if let (Some(name), Some(reason)) = (test.as_deref(), line.strip_prefix(SKIPPED)) {
                let known = self.tally.skips.iter().any(|skip| skip.test == name);
                if !known {
                    self.tally.skips.push(Skip { test: name.to_owned(), reason: reason.trim().to_owned() });
                }
            }
            return false;
        }
        let verdict = line.strip_prefix("test ").and_then(|rest| rest.strip_suffix(" ... FAILED"));
        self.tally.failures.extend(verdict.map(str::to_owned));
        true
    }

    fn result(&mut self, counts: &str) {
        self.finished = true;
        let count = |word: &str| -> usize {
            let part = counts.split([';', '.']).find_map(|part| part.trim().strip_suffix(word));
            part.and_then(|number| number.trim().parse().ok()).unwrap_or(0)
        };
        self.tally.passed += count("passed");
        self.tally.failed += count("failed");
        self.tally.skipped += count("ignored");
    }

    /// The tally of a binary that ended with `success`, called `name` where it broke down.
    pub(crate) fn finish(self, success: bool, name: &str) -> Tally {
        let mut tally = self.tally;
        let skipped = tally.skips.len().min(tally.passed);
        tally.passed -= skipped;
        tally.skipped += skipped;
        if !self.finished {
            tally.fail(format!("{name} (ended without a result)"));
        } else if !success && tally.failed == 0 {
            tally.fail(format!("{name} (ended with an error)"));
        }
        tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "
running 4 tests
test browser::registers ... ok
test menu::hides ... FAILED
test menu::shows ... ok
test slow ... ignored

successes:

---- browser::registers stdout ----
looking for Chromium
skipped: Chromium is missing
skipped: said twice

---- menu::shows stdout ----
the word skipped: inside a line


successes:
    browser::registers
    menu::shows

failures:

---- menu::hides stdout ----
skipped: not so, it failed

failures:
    menu::hides

test result: FAILED. 2 passed; 1 failed; 1 ignored; 0 measured; 12 filtered out; finished in 0.03s
";

    fn read(output: &str, success: bool) -> (Vec<&str>, Tally) {
        let mut reader = Reader::new();
        let shown = output.lines().filter(|line| reader.line(line)).collect();
        (shown, reader.finish(success, "binary"))
    }

    #[test]
    fn a_test_that_skips_itself_is_not_a_pass() {
        let (_, tally) = read(OUTPUT, false);
        let skip = Skip { test: "browser::registers".into(), reason: "Chromium is missing".into() };
        let expected =
            Tally { passed: 1, failed: 1, skipped: 2, failures: vec!["menu::hides".into()], skips: vec![skip] };
        assert_eq!(tally, expected);
        assert_eq!(tally.closing(), "1 passed, 1 failed, 2 skipped");
    }

    #[test]
    fn what_passing_tests_print_is_hidden_and_what_failing_ones_print_is_shown() {
        let (shown, _) = read(OUTPUT, false);
        assert!(!shown.iter().any(|line| line.contains("looking for") || line.contains("successes")));
        assert!(shown.contains(&"skipped: not so, it failed"));
        assert!(shown.contains(&"test menu::shows ... ok"));
        assert!(shown.iter().any(|line| line.starts_with("test result: FAILED")));
    }

    #[test]
    fn a_binary_that_breaks_down_is_a_failure() {
        let (_, killed) = read("\nrunning 2 tests\ntest a ... ok\n", false);
        assert_eq!((killed.failed, killed.failures), (1, vec!["binary (ended without a result)".to_owned()]));
        let (_, silent) = read("", true);
        assert_eq!(silent.failed, 1);
        let fine = "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n";
        let (_, odd) = read(fine, false);
        assert_eq!((odd.passed, odd.failed), (3, 1));
        assert_eq!(read(fine, true).1, Tally { passed: 3, ..Tally::default() });
    }

    #[test]
    fn several_results_add_up() {
        let twice = "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
                     test result: ok. 10 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n";
        assert_eq!(read(twice, true).1, Tally { passed: 13, skipped: 1, ..Tally::default() });
    }
}
