//! A company registers, invites a colleague, who joins; a role is assigned; the lead role is handed over.

use fantoccini::Locator;
use guildhall_tests::portal::Failure;

use crate::{PASSWORD, Traveller, answer_question, register, travel};

const LEAD: &str = "nora@quayside.example";
const COLLEAGUE: &str = "omar@quayside.example";

/// Opens the invitation in the mail and goes through the steps.
async fn join(t: &Traveller) -> Result<(), Failure> {
    let mail = t.portal.mail_to(COLLEAGUE).await?;
    let link = mail.split_whitespace().find(|word| word.contains("/invitation/")).ok_or("no link in the mail")?;
    t.browser.forget().await?;
    t.browser.client.goto(link).await?;
    t.browser.says("Quayside Systems").await?;
    t.browser.fill("name", "Omar Reef").await?;
    t.browser.send().await?;
    t.browser.fill("code", &t.portal.code_to(COLLEAGUE).await?).await?;
    t.browser.send().await?;
    t.browser.fill("password", PASSWORD).await?;
    if t.look.scripts {
        t.browser.shown("altcha-widget [data-state='verified']").await?;
    } else {
        answer_question(&t.browser).await?;
    }
    t.browser.send().await?;
    for (name, text) in [("customer.job_title", "Buyer"), ("contact.phone", "+34 91 555"), ("contact.country", "Spain")]
    {
        t.browser.fill(name, text).await?;
    }
    t.browser.send().await?;
    t.browser.send().await?;
    t.browser.says("Hello, Omar Reef").await?;
    t.browser.says("Alliance team").await
}

async fn way(t: Traveller) -> Result<Traveller, Failure> {
    register(&t.portal, &t.browser, LEAD, t.look.scripts).await?;
    t.open("/company/users/partner-roles").await?;
    t.press("Invite users").await?;
    t.browser.shown("main [name='email']").await?;
    t.browser.fill("email", COLLEAGUE).await?;
    t.browser.click("main [name='roles.0'][value='alliance_team']").await?;
    t.browser.click("main .actions button.primary").await?;
    t.browser.says("One invitation is on its way.").await?;
    join(&t).await?;

    t.become_one(LEAD, PASSWORD).await?;
    t.open("/company/users").await?;
    t.tick(COLLEAGUE).await?;
    t.press("Manage roles").await?;
    t.browser.shown("main .row-card").await?;
    t.pick("main .row-card select", "Marketing staff").await?;
    t.browser.click("main .actions button.primary").await?;
    t.browser.shown("[data-count='made']").await?;
    let made = t.browser.client.find(Locator::Css("[data-count='made']")).await?.text().await?;
    assert_eq!(made, "1");

    t.open("/company/users").await?;
    t.tick(COLLEAGUE).await?;
    t.browser.click("main button[formaction='/company/users/lead']").await?;
    t.browser.shown("main [name='typed']").await?;
    // Without the word nothing happens.
    t.browser.click("main .actions button.primary").await?;
    t.browser.shown("#faults").await?;
    t.browser.fill("typed", "confirm").await?;
    t.browser.click("main .actions button.primary").await?;
    t.browser.says("is alliance lead now.").await?;
    t.open("/company/users/lead").await?;
    t.browser.says("What is missing").await?;

    t.become_one(COLLEAGUE, PASSWORD).await?;
    t.browser.says("Alliance lead").await?;
    t.open("/company/users").await?;
    t.browser.says("Nora Quay").await?;
    Ok(t)
}

// Rules: INV-1, INV-5, INV-7, USR-14, USR-25, USR-26, USR-28
#[test]
fn a_company_grows_and_its_lead_hands_over() {
    travel(way);
}
