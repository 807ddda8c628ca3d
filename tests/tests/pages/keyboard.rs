//! With the keyboard alone: everything is reached and seen, nothing holds the focus, and it is never lost.

use fantoccini::Locator;
use fantoccini::key::Key;
use guildhall_tests::browser::{Browser, Look};
use guildhall_tests::portal::{Failure, Running};

use crate::{PHONE, WIDE, Who, become_one, patient, with_browser};

const LEAD: &str = "lead@larkspur.example";

fn lead() -> Who {
    Who::Partner(LEAD.into())
}

async fn open(browser: &Browser, portal: &Running, path: &str) -> Result<(), Failure> {
    browser.client.goto(&format!("{}{path}", portal.address)).await?;
    Ok(())
}

#[test]
fn the_first_stop_skips_what_is_on_every_page() {
    with_browser(|programs| async move {
        let portal = Running::start().await?;
        for scripts in [true, false] {
            let browser = Browser::start(&programs, Look { width: WIDE, scripts }).await?;
            become_one(&browser, &portal, &lead()).await?;
            open(&browser, &portal, "/company/users").await?;
            let right = "return document.querySelector('.skip').getBoundingClientRect().right";
            let right = browser.client.execute(right, vec![]).await?;
            assert!(right.as_f64().unwrap() <= 0.0, "it is out of sight");
            browser.press(Key::Tab).await?;
            assert!(browser.focused("a.skip").await?);
            let script =
                "const box = document.activeElement.getBoundingClientRect(); return box.top >= 0 && box.height > 20";
            assert_eq!(browser.client.execute(script, vec![]).await?, true, "it is seen while it has the focus");
            browser.press(Key::Enter).await?;
            browser.until_focused("#main").await?;
            browser.press(Key::Tab).await?;
            assert!(browser.focused("#main *").await?, "the next stop is in the content");
            browser.close().await?;
        }
        portal.stop().await
    });
}

// Rules: HOME-3
#[test]
fn menus_open_and_close_with_keys() {
    with_browser(|programs| async move {
        let portal = Running::start().await?;
        let browser = patient(&programs).await?;
        become_one(&browser, &portal, &lead()).await?;
        let first = "nav.sections .menu";
        browser.client.execute("document.querySelector('nav.sections summary').focus()", vec![]).await?;
        for key in [' ', Key::Enter.into()] {
            browser.client.active_element().await?.send_keys(&key.to_string()).await?;
            browser.shown(&format!("{first}[open] .panel a")).await?;
            browser.press(Key::Down).await?;
            assert!(browser.focused(&format!("{first} li:first-child .item")).await?);
            browser.press(Key::Down).await?;
            assert!(browser.focused(&format!("{first} li:nth-child(2) .item")).await?);
            browser.press(Key::Up).await?;
            browser.press(Key::Up).await?;
            assert!(browser.focused(&format!("{first} > summary")).await?);
            browser.press(Key::Tab).await?;
            assert!(browser.focused(&format!("{first} li:first-child .item")).await?);
            browser.press(Key::Escape).await?;
            assert!(browser.focused(&format!("{first} > summary")).await?, "the focus is where the menu was opened");
            assert!(browser.client.find(Locator::Css(&format!("{first}[open]"))).await.is_err());
        }
        browser.close().await?;
        // Without scripts they open and close too.
        let browser = Browser::start(&programs, Look { width: WIDE, scripts: false }).await?;
        become_one(&browser, &portal, &lead()).await?;
        let menu = browser.client.find(Locator::Css("nav.sections summary")).await?;
        menu.send_keys(&char::from(Key::Enter).to_string()).await?;
        browser.press(Key::Tab).await?;
        browser.press(Key::Enter).await?;
        assert!(browser.path().await? != "/", "its first item is opened");
        browser.close().await?;
        portal.stop().await
    });
}

/// Pages that between them have every kind of thing that takes the focus.
const REPRESENTATIVE: &[&str] = &[
    "/",
    "/tasks",
    "/company/users",
    "/company/users/invite",
    "/company/profile",
    "/company/scorecard",
    "/company/marketplace",
    "/company/certifications",
    "/opportunities",
    "/opportunities/new",
    "/opportunities/bulk",
    "/partners",
    "/search?q=ward",
    "/profile",
    "/profile/certifications",
    "/help",
];

#[test]
fn what_has_the_focus_is_seen_to_have_it() {
    with_browser(|programs| async move {
        let portal = Running::start().await?;
        let browser = patient(&programs).await?;
        become_one(&browser, &portal, &lead()).await?;
        let mut unseen = Vec::new();
        for path in REPRESENTATIVE {
            for (width, dark) in [(WIDE, false), (PHONE, true)] {
                browser.resize(width).await?;
                browser.colours(dark).await?;
                open(&browser, &portal, path).await?;
                // A key was the last thing that was used: what takes the focus now shows it.
                browser.press(Key::Tab).await?;
                let answer = browser.client.execute(include_str!("focus.js"), vec![]).await?;
                assert!(answer["stops"].as_u64().unwrap() > 20, "{path}: {answer}");
                let found = answer["unseen"].as_array().unwrap();
                unseen.extend(found.iter().map(|what| format!("{path} at {width}: {what}")));
            }
        }
        assert!(unseen.is_empty(), "{}", unseen.join("\n"));
        browser.close().await?;
        portal.stop().await
    });
}

#[test]
fn tab_goes_through_a_page_and_out_again() {
    with_browser(|programs| async move {
        let portal = Running::start().await?;
        let browser = patient(&programs).await?;
        become_one(&browser, &portal, &lead()).await?;
        for path in ["/company/users", "/opportunities/new"] {
            open(&browser, &portal, path).await?;
            let last = "main .actions button, main .bulk button:last-of-type";
            let mut stops = 0;
            while !browser.focused(last).await? {
                browser.press(Key::Tab).await?;
                stops += 1;
                assert!(stops < 150, "{path}: the focus does not arrive at {last}");
            }
            while browser.focused("main *").await? {
                browser.press(Key::Tab).await?;
                stops += 1;
                assert!(stops < 160, "{path}: the focus does not leave the content");
            }
            assert!(browser.focused("footer *").await?, "{path}: the footer is after the content");
        }
        browser.close().await?;
        portal.stop().await
    });
}

#[test]
fn a_part_that_is_exchanged_keeps_the_focus() {
    with_browser(|programs| async move {
        let portal = Running::start().await?;
        let browser = patient(&programs).await?;
        become_one(&browser, &portal, &lead()).await?;
        open(&browser, &portal, "/company/users").await?;
        let stayed = "window.stayed = true";
        browser.client.execute(stayed, vec![]).await?;
        browser.fill("q", "Field").await?;
        browser.press(Key::Enter).await?;
        browser.client.wait().for_url(&format!("{}/company/users?q=Field", portal.address).parse()?).await?;
        browser.until_focused("#main, #main *").await?;
        // A form that is refused in place: the summary has the focus.
        open(&browser, &portal, "/company/users/invite").await?;
        browser.client.execute(stayed, vec![]).await?;
        browser.fill("email", "nobody@elsewhere.example").await?;
        browser.press(Key::Enter).await?;
        browser.until_focused("#faults").await?;
        assert_eq!(browser.client.execute("return window.stayed", vec![]).await?, true, "the page was not loaded anew");
        let wrong = browser.client.execute(include_str!("faults.js"), vec![]).await?;
        assert_eq!(wrong, serde_json::json!([]));
        browser.press(Key::Tab).await?;
        assert!(browser.focused("#faults a").await?, "the first fault is the next stop");
        browser.press(Key::Enter).await?;
        browser.until_focused("#row-0-email, #row-0-roles").await?;
        browser.close().await?;
        portal.stop().await
    });
}

// Rules: USR-22
#[test]
fn a_dialog_holds_the_focus_and_gives_it_back() {
    with_browser(|programs| async move {
        let portal = Running::start().await?;
        let browser = patient(&programs).await?;
        become_one(&browser, &portal, &lead()).await?;
        for (path, opens) in [("/tasks", "a[href='/tasks/give']"), ("/company/marketplace", "a[href$='/unlink']")] {
            open(&browser, &portal, path).await?;
            browser.client.execute("document.querySelector(arguments[0]).focus()", vec![opens.into()]).await?;
            browser.press(Key::Enter).await?;
            browser.shown("dialog[open] h1").await?;
            browser.until_focused("dialog, dialog *").await?;
            for _ in 0..12 {
                browser.press(Key::Tab).await?;
                // Past the last stop the focus is at the browser's own controls, which the page sees as its body.
                assert!(browser.focused("dialog, dialog *, body").await?, "{path}: the focus stays in the dialog");
            }
            browser.press(Key::Escape).await?;
            browser.until_focused(opens).await?;
            assert!(browser.client.find(Locator::Css("dialog[open]")).await.is_err());
        }
        browser.close().await?;
        // Without scripts the question is a page of its own.
        let browser = Browser::start(&programs, Look { width: WIDE, scripts: false }).await?;
        become_one(&browser, &portal, &lead()).await?;
        open(&browser, &portal, "/company/marketplace").await?;
        browser.click("a[href$='/unlink']").await?;
        assert_eq!(browser.path().await?, "/company/marketplace/unlink");
        browser.close().await?;
        portal.stop().await
    });
}

#[test]
fn faults_are_read_first_without_scripts_too() {
    with_browser(|programs| async move {
        let portal = Running::start().await?;
        let browser = Browser::start(&programs, Look { width: PHONE, scripts: false }).await?;
        open(&browser, &portal, "/register").await?;
        browser.fill("name", "").await?;
        browser.send().await?;
        browser.until_focused("#faults").await?;
        let wrong = browser.client.execute(include_str!("faults.js"), vec![]).await?;
        assert_eq!(wrong, serde_json::json!([]));
        browser.close().await?;
        portal.stop().await
    });
}
