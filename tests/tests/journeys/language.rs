//! A language is chosen, every page speaks it, and it is still theirs when they come back.

use guildhall_http::demo::PASSWORD;
use guildhall_tests::portal::Failure;

use crate::{Traveller, travel};

const LEAD: &str = "lead@larkspur.example";

async fn choose(t: &Traveller, tag: &str) -> Result<(), Failure> {
    t.browser.click("nav.corner details:has([name='language']) > summary").await?;
    t.browser.click(&format!("nav.corner button[name='language'][value='{tag}']")).await?;
    t.browser.shown(&format!("html[lang='{tag}']")).await
}

async fn way(t: Traveller) -> Result<Traveller, Failure> {
    t.become_one(LEAD, PASSWORD).await?;
    t.open("/company/users").await?;
    choose(&t, "de").await?;
    assert_eq!(t.browser.path().await?, "/company/users", "they stay where they were");
    t.browser.says("Rollen verwalten").await?;
    t.open("/tasks").await?;
    t.browser.shown("html[lang='de'][dir='ltr']").await?;
    // In a browser that knows nothing of it.
    t.become_one(LEAD, PASSWORD).await?;
    t.browser.shown("html[lang='de']").await?;
    choose(&t, "ar").await?;
    t.browser.shown("html[dir='rtl']").await?;
    assert!(t.browser.overflow().await? <= 0, "the page is as wide as the window");
    choose(&t, "en").await?;
    t.browser.says("Hello, Ana Lark").await?;
    Ok(t)
}

// Rules: HOME-7, HOME-9
#[test]
fn a_language_is_chosen_and_kept() {
    travel(way);
}
