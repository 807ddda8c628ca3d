//! Every page in other languages: no word is missing, and no word is wider than a phone, from the left or the right.

use std::collections::BTreeSet;

use fantoccini::Locator;
use guildhall_tests::browser::Browser;
use guildhall_tests::portal::{Failure, Running};

use crate::{PHONE, Who, become_one, patient, with_browser};

/// Looks at every kind of page that somebody can reach, in a language.
async fn look(browser: &Browser, portal: &Running, who: &Who, language: &str) -> Result<Vec<String>, Failure> {
    become_one(browser, portal, who).await?;
    browser.client.goto(&format!("{}/language", portal.address)).await?;
    let chosen = browser.client.find(Locator::Css(&format!("main [name='language'][value='{language}']"))).await;
    let Ok(chosen) = chosen else { return Err(format!("{language} cannot be chosen").into()) };
    chosen.click().await?;
    browser.shown(&format!("html[lang='{language}']")).await?;
    browser.resize(PHONE).await?;
    let (mut faults, mut seen) = (Vec::new(), BTreeSet::new());
    for page in browser.crawl(&[who.home().to_owned()], 1).await? {
        if !page.missing.is_empty() {
            faults.push(format!("{who:?} {}: a missing word: {}", page.address, page.missing));
        }
        if page.outline.is_empty() || !seen.insert(page.outline) {
            continue;
        }
        browser.client.goto(&format!("{}{}", portal.address, page.address)).await?;
        let over = browser.overflow().await?;
        if over > 0 {
            faults.push(format!("{who:?} {}: {over} pixels too wide in {language}", page.address));
        }
    }
    Ok(faults)
}

// Rules: LANG-1
#[test]
fn no_page_is_wider_than_a_phone_from_right_to_left() {
    with_browser(|programs| async move {
        let portal = Running::start().await?;
        let browser = patient(&programs).await?;
        let mut faults = Vec::new();
        for who in ["lead@larkspur.example", "lead@millrace.example", "user@pebble.example"] {
            faults.extend(look(&browser, &portal, &Who::Partner(who.into()), "ar").await?);
        }
        faults.extend(look(&browser, &portal, &Who::Visitor, "ar").await?);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        browser.close().await?;
        portal.stop().await
    });
}
