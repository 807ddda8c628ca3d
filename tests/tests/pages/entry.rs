//! The steps of those who have no account yet, or no password: each as it is, and as it is after nothing was filled in.

use guildhall_tests::browser::Browser;
use guildhall_tests::portal::{Failure, Running};

use crate::looks::Looks;
use crate::{Who, become_one, patient, with_browser};

const PASSWORD: &str = "Harbour+Stone4";
const PERSON: &[(&str, &str)] =
    &[("customer.job_title", "Head of alliances"), ("contact.phone", "+34 91 555"), ("contact.country", "Spain")];

struct Entry {
    portal: Running,
    browser: Browser,
    looks: Looks,
}

impl Entry {
    async fn begin(&self, path: &str) -> Result<(), Failure> {
        become_one(&self.browser, &self.portal, &Who::Visitor).await?;
        Ok(self.browser.client.goto(&format!("{}{path}", self.portal.address)).await?)
    }

    /// Looks at the step, and at what it says to somebody who sends it as it is.
    async fn step(&self, path: &str, demands: bool) -> Result<(), Failure> {
        assert_eq!(self.browser.path().await?, path);
        self.looks.at_both_widths(&self.browser, path).await?;
        self.looks.in_the_dark(&self.browser, path).await?;
        if demands {
            self.browser.send().await?;
            self.browser.shown("#faults").await?;
            self.looks.at_faults(&self.browser, &format!("{path} with nothing")).await?;
        }
        Ok(())
    }

    async fn fill(&self, fields: &[(&str, &str)]) -> Result<(), Failure> {
        for (name, text) in fields {
            self.browser.fill(name, text).await?;
        }
        Ok(())
    }

    /// The steps that everybody takes: the code, the password.
    async fn prove(&self, door: &str, email: &str) -> Result<(), Failure> {
        self.step(&format!("{door}/code"), true).await?;
        self.browser.fill("code", &self.portal.code_to(email).await?).await?;
        self.browser.send().await?;
        self.browser.shown("altcha-widget [data-state='verified']").await?;
        self.step(&format!("{door}/password"), true).await?;
        self.browser.fill("password", PASSWORD).await?;
        self.browser.shown("altcha-widget [data-state='verified']").await?;
        self.browser.send().await
    }

    async fn register(&self, email: &str) -> Result<(), Failure> {
        self.begin("/register").await?;
        self.step("/register", true).await?;
        self.fill(&[("name", "Nora Quay"), ("email", email)]).await?;
        self.browser.send().await?;
        self.step("/register/lead", false).await?;
        self.browser.choose("answer", "yes").await?;
        self.browser.send().await?;
        self.prove("/register", email).await?;
        self.step("/register/information", true).await?;
        self.fill(PERSON).await?;
        self.fill(&[("company.name", "Quayside Systems"), ("company.country", "Spain")]).await?;
        self.browser.choose("offering", "consulting_services").await?;
        self.browser.choose("accepts_terms", "yes").await?;
        self.browser.send().await?;
        self.step("/register/review", false).await?;
        self.browser.send().await?;
        self.browser.says("Hello, Nora Quay").await
    }

    async fn join(&self, email: &str) -> Result<(), Failure> {
        self.begin("/join").await?;
        self.step("/join", true).await?;
        self.fill(&[("name", "Omar Reef"), ("email", email)]).await?;
        self.browser.send().await?;
        self.prove("/join", email).await?;
        self.step("/join/information", true).await?;
        self.fill(PERSON).await?;
        self.browser.send().await?;
        self.step("/join/review", false).await?;
        self.browser.send().await?;
        self.browser.says("Hello, Omar Reef").await
    }

    async fn forget(&self, email: &str) -> Result<(), Failure> {
        self.begin("/forgot").await?;
        self.step("/forgot", true).await?;
        self.browser.fill("email", email).await?;
        self.browser.send().await?;
        self.step("/forgot/code", true).await?;
        self.browser.fill("code", &self.portal.code_to(email).await?).await?;
        self.browser.send().await?;
        self.step("/forgot/password", true).await?;
        self.browser.fill("password", "Another+Stone5").await?;
        self.browser.send().await?;
        self.browser.says("Your password was changed").await
    }
}

// Rules: REG-8, REG-15, REG-18, REG-20
#[test]
fn nothing_keeps_anybody_out_of_the_steps_before_an_account() {
    with_browser(|programs| async move {
        let portal = Running::start().await?;
        let browser = patient(&programs).await?;
        browser.load_axe().await?;
        let entry = Entry { portal, browser, looks: Looks::default() };
        entry.register("nora@quayside.example").await?;
        entry.join("omar@quayside.example").await?;
        entry.forget("omar@quayside.example").await?;
        entry.looks.end();
        entry.browser.close().await?;
        entry.portal.stop().await
    });
}
