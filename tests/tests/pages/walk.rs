//! axe over every page of everybody at both widths, light and dark, with faults and with open dialogs.
//!
//! Everybody's pages are found by following their links, beginning at every address of the router without a parameter
//! and at every item of the menu, so that closed pages are among them. Two pages that consist of the same kinds of
//! elements in the same places are one page to axe, whoever sees it: it is looked at once. A page of nothing but kinds
//! that were looked at on others is looked at on a phone; one with a kind of its own at both widths and in the dark. What
//! surrounds the pages differs by person and is looked at on everybody's home page.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Mutex;
use std::time::Instant;

use fantoccini::Locator;
use guildhall_core::Program;
use guildhall_http::pages;
use guildhall_tests::browser::{Browser, Programs};
use guildhall_tests::crawl::Found;
use guildhall_tests::portal::{Failure, Running};
use guildhall_tests::routes::Routes;

use crate::looks::Looks;
use crate::{Who, become_one, patient, with_browser};

/// Of links that differ in the values of their query only, so many are followed.
const ALIKE_MAX: usize = 3;

/// Addresses that the walk does not arrive at, and why not.
const NOT_WALKED: &[(&str, &str)] = &[
    ("/applications/new", "leads to the programmes, where applications begin"),
    ("/applications/{id}/words", "no such step waits in the demo; the page is that of case studies"),
    ("/case-studies/{id}/edit", "no such step waits in the demo; the page is that of devices"),
    ("/case-studies/{id}/remove", "no such step waits in the demo; the page is that of devices"),
    ("/company/domains/withdraw", "for an added domain, of which the demo has none"),
    ("/company/users/roles/{request}", "what became of a change, once; the journeys read it"),
    ("/devices/{id}/words", "no such step waits in the demo; the page is that of case studies"),
    ("/forgot/code", "a step of its own; `entry` takes it"),
    ("/forgot/password", "a step of its own; `entry` takes it"),
    ("/join/{step}", "steps of their own; `entry` takes them"),
    ("/leads/bulk/{draft}", "after a file was sent"),
    ("/operator", "leads on to the companies"),
    ("/operator/support/{id}", "nobody who is locked out has written in the demo; the tests of support read it"),
    ("/operator/support/{id}/ask/{step}", "nobody who is locked out has written in the demo"),
    ("/opportunities/bulk/{draft}", "after a file was sent"),
    ("/references/{id}/edit", "no such step waits in the demo; the page is that of devices"),
    ("/references/{id}/remove", "no such step waits in the demo; the page is that of devices"),
    ("/references/{id}/words", "no such step waits in the demo; the page is that of case studies"),
    ("/register/{step}", "steps of their own; `entry` takes them"),
    ("/support/cases", "leads to the desk"),
    ("/support/cases/{id}/reply", "leads to its case"),
    ("/workloads/{id}/edit", "no such step waits in the demo; the page is that of devices"),
    ("/workloads/{id}/words", "no such step waits in the demo; the page is that of case studies"),
];

/// What was found.
#[derive(Default)]
struct Seen {
    outlines: BTreeSet<String>,
    kinds: BTreeSet<u32>,
    dialogs: BTreeSet<String>,
    arrived: BTreeSet<String>,
    /// Where each form is: who fills it in, at which address, and where it is sent.
    forms: BTreeMap<String, (Who, String, String)>,
}

struct Walk {
    portal: Running,
    routes: Routes,
    seen: Mutex<Seen>,
    looks: Looks,
}

impl Walk {
    /// Where everybody begins.
    fn seeds(&self, who: &Who) -> Vec<String> {
        let items = Program::guide().items().iter().map(|item| format!("/go/{}", item.name));
        let plain = self.routes.plain().map(str::to_owned);
        [who.home().to_owned(), "/nothing-here".to_owned()].into_iter().chain(plain).chain(items).collect()
    }

    /// Follows the links of everybody in the queue, and looks at what was not looked at.
    async fn take_turns(&self, programs: &Programs, queue: &Mutex<VecDeque<Who>>) -> Result<(), Failure> {
        let browser = patient(programs).await?;
        browser.load_axe().await?;
        loop {
            let Some(who) = queue.lock().unwrap().pop_front() else { break };
            become_one(&browser, &self.portal, &who).await?;
            let begun = Instant::now();
            let found = browser.crawl(&self.seeds(&who), ALIKE_MAX).await?;
            let new = self.judge(&who, &found);
            println!("{who:?}: {} pages, {} of them new, found in {:?}", found.len(), new.len(), begun.elapsed());
            self.look(&browser, &who, who.home(), true).await?;
            for (page, unlike) in &new {
                self.look(&browser, &who, &page.address, *unlike).await?;
            }
        }
        browser.close().await
    }

    /// Records what a crawl found, and answers the pages that nobody looked at, and whether they are unlike all others.
    fn judge<'f>(&self, who: &Who, found: &'f [Found]) -> Vec<(&'f Found, bool)> {
        let mut seen = self.seen.lock().unwrap();
        let mut new = Vec::new();
        for page in found {
            let at = format!("{who:?} {} (from {:?})", page.address, page.from);
            // Where a link leads is open to whoever sees the link; where the crawl begins may be closed. The demo's mailbox
            // holds everybody's letters.
            let linked = !page.from.is_empty() && !page.from.starts_with("/mailbox/");
            if page.status >= 500 || page.status == 429 || (page.status >= 400 && linked) {
                self.looks.fault(format!("{} at {}", page.status, page.arrived), &at);
            }
            if !page.missing.is_empty() {
                self.looks.fault(format!("a missing word: {}", page.missing), &at);
            }
            if page.status == 200 {
                seen.arrived.extend(self.routes.matching(&page.arrived).map(str::to_owned));
            }
            for form in &page.forms {
                let place = (who.clone(), page.address.clone(), form.clone());
                let kind = self.routes.matching(form).unwrap_or(form).to_owned();
                seen.forms.entry(kind).or_insert(place);
            }
            if !page.outline.is_empty() && seen.outlines.insert(page.outline.clone()) {
                let known = seen.kinds.len();
                seen.kinds.extend(&page.kinds);
                new.push((page, seen.kinds.len() > known));
            }
        }
        new
    }

    /// Looks at a page: on a phone, and where it is unlike others wide and dark too; and at the dialogs that it opens.
    async fn look(&self, browser: &Browser, who: &Who, address: &str, unlike: bool) -> Result<(), Failure> {
        browser.client.goto(&format!("{}{address}", self.portal.address)).await?;
        let at = format!("{who:?} {address}");
        self.looks.on_a_phone(browser, &at).await?;
        if unlike {
            self.looks.wide(browser, &at).await?;
            self.looks.in_the_dark(browser, &at).await?;
        }
        self.look_at_dialogs(browser, &at).await
    }

    /// Opens the dialogs of questions that were not asked before.
    async fn look_at_dialogs(&self, browser: &Browser, at: &str) -> Result<(), Failure> {
        for link in browser.client.find_all(Locator::Css("main a[data-dialog]")).await? {
            let path = link.prop("pathname").await?.unwrap_or_default();
            let kind = self.routes.matching(&path).unwrap_or(&path).to_owned();
            if !self.seen.lock().unwrap().dialogs.insert(kind) {
                continue;
            }
            link.click().await?;
            browser.client.wait().for_element(Locator::Css("dialog[open] h1")).await?;
            self.looks.at_both_widths(browser, &format!("{at}, dialog of {path}")).await?;
            browser.client.execute("document.querySelector('dialog[open]').close()", vec![]).await?;
        }
        Ok(())
    }

    /// Sends every form with nothing filled in, and looks at how the faults are shown.
    async fn send_nothing(&self, programs: &Programs) -> Result<(), Failure> {
        let forms: Vec<_> = self.seen.lock().unwrap().forms.values().cloned().collect();
        let browser = patient(programs).await?;
        browser.load_axe().await?;
        for who in Who::all(&self.portal) {
            let own: Vec<_> = forms.iter().filter(|(filler, ..)| *filler == who).collect();
            if own.is_empty() {
                continue;
            }
            become_one(&browser, &self.portal, &who).await?;
            for (_, address, action) in own {
                browser.client.goto(&format!("{}{address}", self.portal.address)).await?;
                let at = format!("{who:?} {address}, sent to {action} with nothing");
                let required = browser.send_empty(action).await?;
                let faults = browser.client.find_all(Locator::Css("#faults")).await?.len();
                if required && faults == 0 {
                    self.looks.fault("a form with nothing in it shows no faults", &at);
                }
                if faults > 0 {
                    self.looks.at_faults(&browser, &at).await?;
                }
            }
        }
        browser.close().await
    }

    /// What was wrong, and which addresses nobody arrived at.
    fn end(&self, begun: Instant) {
        let seen = self.seen.lock().unwrap();
        println!(
            "{} kinds of pages, {} dialogs, {} forms in {:?}",
            seen.outlines.len(),
            seen.dialogs.len(),
            seen.forms.len(),
            begun.elapsed()
        );
        let excused: BTreeSet<String> = NOT_WALKED.iter().map(|(path, _)| (*path).to_owned()).collect();
        let left: BTreeSet<String> = self.routes.all.difference(&seen.arrived).cloned().collect();
        self.looks.end();
        assert_eq!(left, excused, "the addresses that the walk does not arrive at are those with a reason");
    }
}

#[test]
fn nothing_keeps_anybody_out_of_a_page() {
    with_browser(|programs| async move {
        let begun = Instant::now();
        let portal = Running::start().await?;
        let walk =
            Walk { portal, routes: Routes::of(&pages::routes())?, seen: Mutex::default(), looks: Looks::default() };
        let queue = Mutex::new(VecDeque::from(Who::all(&walk.portal)));
        tokio::try_join!(walk.take_turns(&programs, &queue), walk.take_turns(&programs, &queue))?;
        walk.send_nothing(&programs).await?;
        walk.end(begun);
        walk.portal.stop().await
    });
}
