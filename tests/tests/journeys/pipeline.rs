//! An opportunity is typed in, submitted, given to a colleague, and found in the file that they download.

use std::path::Path;
use std::time::Duration;

use fantoccini::Locator;
use guildhall_http::demo::PASSWORD;
use guildhall_tests::portal::Failure;

use crate::{Traveller, travel};

const SELLER: &str = "seller@larkspur.example";
const MANAGER: &str = "manager@larkspur.example";
const TITLE: &str = "A new harbour office";

/// What is typed.
const TYPED: &[(&str, &str)] = &[
    ("project.title", TITLE),
    ("customer.account.company_name", "Harbour Ltd"),
    ("customer.account.website_url", "harbour.example"),
    ("customer.account.address.postal_code", "36201"),
    ("project.customer_business_problem", "The harbour is full and has to move."),
    ("project.other_solution_description", "Moving harbours"),
    ("project.expected_customer_spend[0].amount", "1200.50"),
];
/// What is chosen.
const CHOSEN: &[(&str, &str)] = &[
    ("opportunity_type", "Net New Business"),
    ("primary_needs_from_aws", "Co-Sell - Deal Support"),
    ("customer.account.industry", "Retail"),
    ("customer.account.address.country_code", "ES"),
    ("project.customer_use_case", "Migration/Database Migration"),
    ("project.delivery_models", "SaaS or PaaS"),
    ("project.sales_activities", "SOW Signed"),
    ("project.expected_customer_spend[0].currency_code", "EUR"),
    ("project.expected_customer_spend[0].target_company", "AWS"),
    ("life_cycle.stage", "Qualified"),
];

async fn type_in(t: &Traveller) -> Result<(), Failure> {
    for fold in t.browser.client.find_all(Locator::Css("main details:not([open]) > summary")).await? {
        fold.click().await?;
    }
    for (name, text) in TYPED {
        t.browser.fill(name, text).await?;
    }
    for (name, value) in CHOSEN {
        let field = t.browser.client.find(Locator::Css(&format!("main [name='{name}']"))).await?;
        // What is free text with suggestions is typed too.
        match field.tag_name().await?.as_str() {
            "input" if field.attr("type").await?.as_deref() == Some("text") => t.browser.fill(name, value).await?,
            _ => t.browser.choose(name, value).await?,
        }
    }
    // A field for a date takes keys in the order of the browser's language: here the value is what counts.
    let set = "document.querySelector(\"[name='life_cycle.target_close_date']\").value = arguments[0]";
    t.browser.client.execute(set, vec!["2031-09-30".into()]).await?;
    t.browser.click("main .actions button.primary").await
}

/// The records of the one file that arrives in a folder.
async fn downloaded(folder: &Path) -> Result<Vec<csv::StringRecord>, Failure> {
    for _ in 0..400 {
        let files: Vec<_> = std::fs::read_dir(folder)?.collect::<Result<_, _>>()?;
        if let Some(file) = files.iter().find(|file| file.path().extension().is_some_and(|e| e == "csv")) {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(file.path())?;
            return Ok(reader.records().collect::<Result<_, _>>()?);
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    Err("nothing was downloaded".into())
}

async fn way(t: Traveller) -> Result<Traveller, Failure> {
    t.become_one(SELLER, PASSWORD).await?;
    t.open("/opportunities").await?;
    t.press("New opportunity").await?;
    t.browser.shown("main [name='project.title']").await?;
    type_in(&t).await?;
    t.browser.says("was created").await?;
    t.browser.click("main a[href$='/submit']").await?;
    t.browser.click("main [name='involvement_type']").await?;
    t.browser.click("main [name='visibility']").await?;
    t.browser.click("main .actions button.primary").await?;
    t.browser.says("The opportunity was submitted and waits for its review.").await?;

    t.browser.click("main a[href$='/transfer']").await?;
    let place = if t.look.scripts { "dialog[open]" } else { "main" };
    t.pick(&format!("{place} [name='to']"), "Fay Brook").await?;
    t.browser.click(&format!("{place} .actions button.primary")).await?;
    // What will happen is said before it happens.
    t.browser.says("You no longer see it then.").await?;
    let confirm = "[name='confirmed'] ~ .actions button.primary, form:has([name='confirmed']) button.primary";
    t.browser.click(confirm).await?;
    t.browser.says(&format!("{TITLE} now belongs to Fay Brook")).await?;

    t.become_one(MANAGER, PASSWORD).await?;
    t.open(&format!("/opportunities?q={}", TITLE.replace(' ', "+"))).await?;
    let folder = tempfile::tempdir()?;
    t.browser.downloads_to(folder.path()).await?;
    t.browser.click("main a[download][href*='export.csv']").await?;
    let records = downloaded(folder.path()).await?;
    let row =
        records.iter().find(|record| record.iter().any(|cell| cell == TITLE)).ok_or("the file has no such row")?;
    for cell in ["Harbour Ltd", "Qualified", "2031-09-30"] {
        assert!(row.iter().any(|found| found == cell), "{cell}: {row:?}");
    }
    assert_eq!(records.len(), 2, "the headings, and what was searched for");
    Ok(t)
}

// Rules: ACE-2, ACE-5, ACE-8, ACE-11
#[test]
fn an_opportunity_is_submitted_transferred_and_exported() {
    travel(way);
}
