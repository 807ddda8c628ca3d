//! Support in a real browser: a case is opened with an attachment and answered, and somebody who is locked out writes.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test stops where it is surprised")]

use std::io::Write as _;

use fantoccini::Locator;
use guildhall_http::demo;
use guildhall_tests::browser::{Browser, Look, Programs, programs};
use guildhall_tests::portal::{Failure, Running};

const USER: &str = "user@larkspur.example";

/// Signs somebody of the demo in.
async fn sign_in(portal: &Running, browser: &Browser, path: &str, email: &str) -> Result<(), Failure> {
    browser.client.goto(&format!("{}{path}", portal.address)).await?;
    browser.fill("email", email).await?;
    browser.fill("password", demo::PASSWORD).await?;
    browser.send().await
}

/// Waits until an element is there.
async fn shown(browser: &Browser, css: &str) -> Result<(), Failure> {
    browser.client.wait().for_element(Locator::Css(css)).await?;
    Ok(())
}

async fn click(browser: &Browser, css: &str) -> Result<(), Failure> {
    browser.client.find(Locator::Css(css)).await?.click().await?;
    Ok(())
}

/// Makes a choice of the topic; where no script follows it, Continue does.
async fn choose(browser: &Browser, name: &str, value: &str, next: &str, scripts: bool) -> Result<(), Failure> {
    browser.choose(name, value).await?;
    if !scripts {
        click(browser, "#continue").await?;
    }
    shown(browser, next).await
}

/// Attaches a file to the form.
async fn attach(browser: &Browser, file: &tempfile::NamedTempFile) -> Result<(), Failure> {
    let path = file.path().to_str().ok_or("the path of the file is no text")?;
    browser.client.find(Locator::Css("main input[name='files']")).await?.send_keys(path).await?;
    Ok(())
}

fn file(ending: &str, bytes: &[u8]) -> Result<tempfile::NamedTempFile, Failure> {
    let mut file = tempfile::Builder::new().suffix(ending).tempfile()?;
    file.write_all(bytes)?;
    Ok(file)
}

async fn case_with_an_attachment(portal: &Running, browser: &Browser, scripts: bool) -> Result<(), Failure> {
    sign_in(portal, browser, "/", USER).await?;
    browser.client.goto(&format!("{}/support", portal.address)).await?;
    click(browser, "main a.primary").await?;
    shown(browser, "main [name='case_type']").await?;
    browser.fill("subject", "No code arrives").await?;
    choose(browser, "case_type", "account_and_access", "main [name='question']", scripts).await?;
    choose(browser, "question", "sign_in", "main [name='specific']", scripts).await?;
    // The answer has the choice marked; before that, what is typed would go with the form that it replaces.
    choose(browser, "specific", "no_code", "main option[value='no_code'][selected]", scripts).await?;
    browser.fill("description", "I waited an hour").await?;
    // A file that is not taken is named; what was typed stays.
    let (bad, good) = (file(".exe", b"MZ")?, file(".txt", b"The log of the mail server")?);
    attach(browser, &bad).await?;
    click(browser, "main .actions button.primary").await?;
    shown(browser, "#faults").await?;
    let page = browser.client.source().await?;
    assert!(page.contains(".exe” are not taken") && page.contains("I waited an hour"), "{page}");
    let subject = browser.client.find(Locator::Css("main [name='subject']")).await?.prop("value").await?;
    assert_eq!(subject.as_deref(), Some("No code arrives"));
    attach(browser, &good).await?;
    assert!(!scripts || browser.overflow().await? <= 0, "the form is no wider than the window");
    click(browser, "main .actions button.primary").await?;
    shown(browser, "main ol.timeline").await?;
    let case = browser.path().await?;
    assert!(case.starts_with("/support/cases/"), "{case}");
    let name = good.path().file_name().unwrap().to_string_lossy().into_owned();
    let link = browser.client.find(Locator::Css("main .timeline a[download]")).await?;
    assert_eq!(link.text().await?, name);
    assert!(!scripts || browser.overflow().await? <= 0, "{case} is no wider than the window");

    // To somebody of a company there is no such side.
    browser.client.delete_all_cookies().await?;
    sign_in(portal, browser, "/operator/sign-in", demo::OPERATOR_ADDRESS).await?;
    browser.client.goto(&format!("{}/operator/support", portal.address)).await?;
    browser.client.find(Locator::LinkText("No code arrives")).await?.click().await?;
    shown(browser, "main .timeline").await?;
    let answer = browser.client.find(Locator::Css("main a[href$='/ask/answer']")).await?.attr("href").await?;
    browser.client.goto(&format!("{}{}", portal.address, answer.unwrap_or_default())).await?;
    browser.fill("text", "Look into the spam folder").await?;
    attach(browser, &good).await?;
    browser.send().await?;
    assert!(browser.client.source().await?.contains("Look into the spam folder"));
    assert!(portal.mail_to(USER).await?.contains(&case), "the mail leads to the case");

    browser.client.delete_all_cookies().await?;
    sign_in(portal, browser, "/", USER).await?;
    browser.client.goto(&format!("{}{case}", portal.address)).await?;
    let page = browser.client.source().await?;
    assert!(page.contains("Look into the spam folder") && page.contains("APN Support"), "{page}");
    Ok(())
}

async fn locked_out(portal: &Running, browser: &Browser) -> Result<(), Failure> {
    browser.client.goto(&portal.address).await?;
    browser.fill("email", USER).await?;
    browser.fill("password", "Forgotten+1").await?;
    browser.send().await?;
    click(browser, "main a[href='/support/contact']").await?;
    shown(browser, "main [name='subject']").await?;
    for (name, text) in [
        ("name", "Noah Field"),
        ("email", "noah@home.example"),
        ("subject", "Locked out"),
        ("text", "My password is not taken, and no code comes."),
    ] {
        browser.fill(name, text).await?;
    }
    shown(browser, "altcha-widget [data-state='verified']").await?;
    browser.send().await?;
    assert_eq!(browser.path().await?, "/support/contact/sent");
    let waiting = portal.app.portal.support_queue().await?;
    assert_eq!(waiting.iter().filter(|entry| entry.subject == "Locked out").count(), 1, "{waiting:?}");
    Ok(())
}

#[derive(Clone, Copy)]
enum Journey {
    Case,
    LockedOut,
}

async fn journey(programs: &Programs, look: Look, journey: Journey) -> Result<(), Failure> {
    let portal = Running::start().await?;
    let browser = Browser::start(programs, look).await?;
    let walked = match journey {
        Journey::Case => case_with_an_attachment(&portal, &browser, look.scripts).await,
        Journey::LockedOut => locked_out(&portal, &browser).await,
    };
    if walked.is_err() {
        println!("at {}: {}", browser.path().await?, browser.client.source().await?);
    }
    walked?;
    browser.close().await?;
    portal.stop().await
}

fn walk(look: Look, which: Journey) {
    let Some(programs) = programs() else {
        println!("skipped: no Chromium with its driver (apt-get install chromium chromium-driver)");
        return;
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(journey(&programs, look, which)).unwrap();
}

// Rules: SUPPORT-1, SUPPORT-2, SUPPORT-3, SUPPORT-4, SUPPORT-5, SUPPORT-6, SUPPORT-9
#[test]
fn a_case_is_opened_with_an_attachment() {
    walk(Look { width: 1280, scripts: true }, Journey::Case);
}

// Rules: SUPPORT-3, SUPPORT-9
#[test]
fn a_case_is_opened_with_an_attachment_without_scripts_on_a_phone() {
    walk(Look { width: 390, scripts: false }, Journey::Case);
}

// Rules: SUPPORT-10, SUPPORT-11
#[test]
fn who_is_locked_out_writes_to_support() {
    walk(Look { width: 390, scripts: true }, Journey::LockedOut);
}
