//! Looking at pages with axe, and keeping what was wrong.

use std::collections::BTreeMap;
use std::sync::Mutex;

use guildhall_tests::axe::Rules;
use guildhall_tests::browser::Browser;
use guildhall_tests::portal::Failure;

use crate::{PHONE, WIDE};

/// What was wrong, each fault with the first place of it; and how often somebody looked.
#[derive(Default)]
pub(crate) struct Looks {
    faults: Mutex<BTreeMap<String, String>>,
    count: Mutex<usize>,
}

impl Looks {
    pub(crate) fn fault(&self, what: impl Into<String>, at: impl Into<String>) {
        self.faults.lock().unwrap().entry(what.into()).or_insert_with(|| at.into());
    }

    /// Looks at what the browser shows, at both widths.
    pub(crate) async fn at_both_widths(&self, browser: &Browser, at: &str) -> Result<(), Failure> {
        self.on_a_phone(browser, at).await?;
        self.wide(browser, at).await
    }

    /// Looks at what a phone shows, which is no wider than the phone.
    pub(crate) async fn on_a_phone(&self, browser: &Browser, at: &str) -> Result<(), Failure> {
        browser.resize(PHONE).await?;
        self.with_rules(browser, Rules::All, &format!("{at}, {PHONE} pixels")).await?;
        if let Some(wide) = browser.too_wide().await? {
            self.fault(format!("{wide}: {at}"), at);
        }
        Ok(())
    }

    pub(crate) async fn wide(&self, browser: &Browser, at: &str) -> Result<(), Failure> {
        browser.resize(WIDE).await?;
        self.with_rules(browser, Rules::All, &format!("{at}, {WIDE} pixels")).await
    }

    /// Looks at how the page's colours are in the dark.
    pub(crate) async fn in_the_dark(&self, browser: &Browser, at: &str) -> Result<(), Failure> {
        browser.colours(true).await?;
        self.with_rules(browser, Rules::Contrast, &format!("{at}, dark")).await?;
        browser.colours(false).await
    }

    async fn with_rules(&self, browser: &Browser, rules: Rules, at: &str) -> Result<(), Failure> {
        *self.count.lock().unwrap() += 1;
        for found in browser.axe(rules).await? {
            self.fault(format!("{}: {} ({})\n{}", found.rule, found.html, found.target, found.summary), at);
        }
        Ok(())
    }

    /// The summary of faults has the focus, each of its links leads to a field, each field that is wrong says why.
    pub(crate) async fn at_faults(&self, browser: &Browser, at: &str) -> Result<(), Failure> {
        let wrong = browser.client.execute(include_str!("faults.js"), vec![]).await?;
        for fault in wrong.as_array().into_iter().flatten().filter_map(|fault| fault.as_str()) {
            self.fault(fault, at);
        }
        self.at_both_widths(browser, at).await
    }

    /// Stops where anything was wrong.
    pub(crate) fn end(&self) {
        println!("{} looks", self.count.lock().unwrap());
        let faults = self.faults.lock().unwrap();
        let lines: Vec<String> = faults.iter().map(|(what, at)| format!("{what}\n  at {at}")).collect();
        assert!(lines.is_empty(), "{} faults:\n{}", lines.len(), lines.join("\n"));
    }
}
