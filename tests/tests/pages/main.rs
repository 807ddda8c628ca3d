//! Every page as everybody sees it: nothing keeps anybody out, no link leads nowhere, nothing is wider than a phone.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test stops where it is surprised")]

mod entry;
mod keyboard;
mod looks;
mod walk;
mod words;

use std::future::Future;
use std::time::Duration;

use fantoccini::Locator;
use guildhall_http::demo;
use guildhall_tests::browser::{Browser, Look, Programs, programs};
use guildhall_tests::portal::{Failure, Running};

/// The wide window and the phone.
const WIDE: u32 = 1280;
const PHONE: u32 = 390;

/// Runs a test where there is a browser.
fn with_browser<F: Future<Output = Result<(), Failure>>>(test: impl FnOnce(Programs) -> F) {
    let Some(programs) = programs() else {
        println!("skipped: no Chromium with its driver (apt-get install chromium chromium-driver)");
        return;
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(test(programs)).unwrap();
}

/// Who looks at the portal.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Who {
    Visitor,
    /// Somebody of a company, by their address.
    Partner(String),
    Operator,
}

impl Who {
    /// Everybody of the demo, the operator, and somebody who is not signed in.
    fn all(portal: &Running) -> Vec<Self> {
        let people = portal.app.demo_people.iter().map(|person| Self::Partner(person.email.clone()));
        people.chain([Self::Operator, Self::Visitor]).collect()
    }

    fn home(&self) -> &'static str {
        match self {
            Self::Operator => "/operator",
            Self::Visitor | Self::Partner(_) => "/",
        }
    }
}

/// A browser for many pages.
async fn patient(programs: &Programs) -> Result<Browser, Failure> {
    let browser = Browser::start(programs, Look { width: WIDE, scripts: true }).await?;
    browser.be_patient(Duration::from_secs(120)).await?;
    browser.resize(WIDE).await?;
    browser.colours(false).await?;
    Ok(browser)
}

/// Makes `who` the one who looks, at their home page.
async fn become_one(browser: &Browser, portal: &Running, who: &Who) -> Result<(), Failure> {
    browser.forget().await?;
    let home = format!("{}{}", portal.address, who.home());
    let email = match who {
        Who::Visitor => return Ok(browser.client.goto(&home).await?),
        Who::Partner(email) => email,
        Who::Operator => demo::OPERATOR_ADDRESS,
    };
    browser.sign_in(&home, email, demo::PASSWORD).await?;
    browser.client.find(Locator::Css("header .menu")).await?;
    Ok(())
}
