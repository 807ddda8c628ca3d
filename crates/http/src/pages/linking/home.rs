//! The section of the home page about the marketplace (LINK-10).

use askama::Template;
use guildhall_core::linking::{self, HomeAction, own_sign_on};
use guildhall_core::trail;

use crate::pages::locale::Words;
use crate::pages::view::Stop;
use crate::pages::visit::{Signed, Visit};

/// What the home page says of the marketplace: the way to the link for those who look after it, and their own sign-on
/// for those who are mapped.
#[derive(Debug, Clone, Template)]
#[template(path = "linking/home.html")]
pub(in crate::pages) struct MarketplaceSection {
    w: Words,
    text: String,
    /// The way to the link; empty for those who do not look after it.
    action: String,
    /// The role that they sign on with, and where to; empty without a mapping.
    role: String,
    portal: String,
    trail: bool,
}

impl askama::filters::HtmlSafe for MarketplaceSection {}

/// The section; nothing for those whom it does not concern.
pub(in crate::pages) async fn section(visit: &Visit, me: &Signed) -> Result<Option<MarketplaceSection>, Stop> {
    let w = visit.w;
    let state = visit.room::<linking::State>(me).await?;
    let reading = visit.reading(me)?;
    let setting = reading.setting();
    let home = state.home_action(visit.program(), &me.standing);
    let sign_on = own_sign_on(&setting, &state).ok();
    if home.is_none() && sign_on.is_none() {
        return Ok(None);
    }
    let (text, action) = match home {
        Some(HomeAction::LinkAccount) => ("marketplace-home-unlinked", "marketplace-link"),
        Some(HomeAction::ManageLinkedAccount) => ("marketplace-home-linked", "marketplace-manage"),
        None => ("marketplace-home-mapped", ""),
    };
    let (role, portal) = sign_on.map(|s| (s.role.name().to_owned(), s.portal)).unwrap_or_default();
    Ok(Some(MarketplaceSection {
        w,
        text: w.t(text).into_owned(),
        action: if action.is_empty() { String::new() } else { w.t(action).into_owned() },
        role,
        portal,
        trail: trail::reach(&setting).is_ok(),
    }))
}
