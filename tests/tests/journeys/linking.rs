//! A company's account is linked step by step, a role is registered, and a person mapped to it.

use guildhall_core::iam::PARTNER_CENTRAL_TRUST;
use guildhall_http::demo::PASSWORD;
use guildhall_tests::portal::Failure;

use crate::{Traveller, travel};

const LEAD: &str = "lead@millrace.example";
const NEXT: &str = "main .actions button.primary";

async fn way(t: Traveller) -> Result<Traveller, Failure> {
    t.become_one(LEAD, PASSWORD).await?;
    t.open("/company/marketplace").await?;
    t.press("Link Account").await?;
    t.browser.says("PartnerAccountManagement").await?;
    t.browser.click(NEXT).await?;
    t.browser.shown("main [name='account_id']").await?;
    t.browser.choose("sign_in", "iam_user").await?;
    t.browser.fill("account_id", "21098765432").await?;
    t.browser.click(NEXT).await?;
    t.browser.says("exactly twelve digits").await?;
    t.browser.fill("account_id", "210987654321").await?;
    t.browser.click(NEXT).await?;
    t.browser.shown("main [name='identity.arn']").await?;
    t.browser.fill("identity.arn", "arn:aws:iam::210987654321:user/Ida").await?;
    t.browser.fill("identity.principal_id", "AIDAEXAMPLE").await?;
    t.browser.fill("identity.access_key_id", "AKIAEXAMPLE").await?;
    t.browser.click(NEXT).await?;
    t.press("Allow").await?;
    t.browser.says("The account is linked.").await?;
    t.browser.says("210987654321").await?;

    t.open("/company/marketplace/roles").await?;
    t.browser.fill("arn", "arn:aws:iam::210987654321:role/PartnerCentralRoleForBids").await?;
    t.browser.fill("trust_policy", PARTNER_CENTRAL_TRUST.text).await?;
    t.browser.click("main [name='full_access']").await?;
    t.browser.click("main button[value='register']").await?;
    t.browser.says("Forget the role").await?;

    t.open("/company/marketplace").await?;
    t.tick("Kim Ford").await?;
    t.browser.click("main form[action='/company/marketplace/map'] button.primary").await?;
    let place = if t.look.scripts { "dialog[open]" } else { "main" };
    t.pick(&format!("{place} [name='role']"), "PartnerCentralRoleForBids").await?;
    t.browser.click(&format!("{place} .actions button.primary")).await?;
    t.browser.says("Kim Ford is mapped to PartnerCentralRoleForBids.").await?;
    Ok(t)
}

// Rules: LINK-8, LINK-11, LINK-12, LINK-13, LINK-24
#[test]
fn an_account_is_linked_and_a_user_mapped() {
    travel(way);
}
