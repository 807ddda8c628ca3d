//! Every page in the other languages: no word is missing, and none is wider than a phone, from the left or the right.

use std::collections::BTreeSet;

use guildhall_core::Program;
use guildhall_tests::browser::Browser;
use guildhall_tests::portal::{Failure, Running};

use crate::{PHONE, Who, become_one, patient, with_browser};

/// Who between them reach every kind of page.
const READERS: &[&str] = &["lead@larkspur.example", "lead@millrace.example"];

/// Looks at every kind of page that somebody can reach, in a language.
async fn read(browser: &Browser, portal: &Running, who: &Who, language: &str) -> Result<Vec<String>, Failure> {
    become_one(browser, portal, who).await?;
    browser.client.goto(&format!("{}/language", portal.address)).await?;
    browser.click(&format!("main [name='language'][value='{language}']")).await?;
    browser.shown(&format!("html[lang='{language}']")).await?;
    let (mut faults, mut seen) = (Vec::new(), BTreeSet::new());
    for page in browser.crawl(&[who.home().to_owned()], 1).await? {
        // The demo's mailbox holds everybody's letters, and they lead to everybody's pages.
        let closed = page.status >= 400 && !page.from.starts_with("/mailbox/");
        if !page.missing.is_empty() || closed {
            faults.push(format!("{who:?} {} in {language}: {} {}", page.address, page.status, page.missing));
        }
        if page.outline.is_empty() || !seen.insert(page.outline) {
            continue;
        }
        browser.client.goto(&format!("{}{}", portal.address, page.address)).await?;
        if let Some(wide) = browser.too_wide().await? {
            faults.push(format!("{who:?} {} in {language}: {wide}", page.address));
        }
    }
    Ok(faults)
}

fn in_language(language: &'static str, readers: &'static [&'static str]) {
    assert!(Program::guide().languages().iter().any(|known| known.tag == language), "{language} is spoken");
    with_browser(|programs| async move {
        let portal = Running::start().await?;
        let browser = patient(&programs).await?;
        browser.resize(PHONE).await?;
        let mut faults = Vec::new();
        for who in readers.iter().map(|email| Who::Partner((*email).into())).chain([Who::Visitor]) {
            faults.extend(read(&browser, &portal, &who, language).await?);
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        browser.close().await?;
        portal.stop().await
    });
}

// Rules: HOME-9
#[test]
fn no_page_is_wider_than_a_phone_from_right_to_left() {
    in_language("ar", READERS);
}

// Rules: HOME-9
#[test]
fn no_page_is_wider_than_a_phone_with_the_longest_words() {
    in_language("de", &READERS[..1]);
}
