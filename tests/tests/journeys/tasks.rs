//! The lead assigns a task, a colleague completes it, and the lead sees that it is done.

use fantoccini::Locator;
use guildhall_http::demo::PASSWORD;
use guildhall_tests::portal::Failure;

use crate::{Traveller, travel};

const LEAD: &str = "lead@pebble.example";
const COLLEAGUE: &str = "user@pebble.example";
const TASK: &str = "Write down your plan for the programme";

async fn way(t: Traveller) -> Result<Traveller, Failure> {
    t.become_one(LEAD, PASSWORD).await?;
    t.open("/tasks").await?;
    t.browser.click("main a[href='/tasks/give']").await?;
    // With scripts the question is asked in a dialog, without it has a page of its own.
    let place = if t.look.scripts { "dialog[open]" } else { "main" };
    t.pick(&format!("{place} [name='template']"), TASK).await?;
    t.pick(&format!("{place} [name='to']"), "Mia Strand").await?;
    t.browser.click(&format!("{place} .actions button.primary")).await?;
    t.browser.says("The task is assigned.").await?;

    t.become_one(COLLEAGUE, PASSWORD).await?;
    t.open("/tasks").await?;
    t.press(TASK).await?;
    t.browser.shown("main [name='answers.goal']").await?;
    t.browser.fill("answers.goal", "Grow in the north").await?;
    t.browser.click("main .actions button.primary").await?;
    t.browser.shown("#faults").await?;
    t.browser.fill("answers.first_step", "Hire two people").await?;
    t.browser.click("main .actions button.primary").await?;
    t.browser.says("Done: the task is completed.").await?;

    t.become_one(LEAD, PASSWORD).await?;
    t.open("/tasks").await?;
    let row = format!("//main//tr[contains(., '{TASK}') and contains(., 'Mia Strand')]");
    let row = t.browser.client.find(Locator::XPath(&row)).await?;
    assert!(row.text().await?.contains("Completed"), "{}", row.text().await?);
    row.find(Locator::Css("th a")).await?.click().await?;
    t.browser.says("Hire two people").await?;
    Ok(t)
}

// Rules: TASK-4, TASK-16
#[test]
fn a_task_is_assigned_and_completed() {
    travel(way);
}
