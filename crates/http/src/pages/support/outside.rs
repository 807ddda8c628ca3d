//! What visitors find under Support: whom to ask about signing in and registration, and how (C-069, SUPPORT-10,
//! SUPPORT-11).

use axum::response::Response;

use super::{ARTICLES, CONTACT};
use crate::pages::help::TextPage;
use crate::pages::view::Entry;
use crate::pages::visit::Visit;

fn door(visit: &Visit, href: &str, key: &str) -> Entry {
    Entry {
        href: href.into(),
        title: visit.w.t(&format!("{key}-title")).into_owned(),
        description: visit.w.t(&format!("{key}-text")).into_owned(),
        posts: false,
    }
}

/// The lead of the reader's company, who answers many questions faster.
pub(super) fn inside(visit: &Visit) -> Option<Entry> {
    let (_, lead) = visit.signed.as_ref()?.account.lead(visit.program())?;
    Some(Entry {
        href: format!("mailto:{}", lead.email.as_str()),
        title: visit.w.t1("support-lead", "name", lead.name.as_str()).into_owned(),
        description: lead.email.as_str().to_owned(),
        posts: false,
    })
}

/// The page.
pub(super) fn page(visit: &Visit) -> Response {
    let w = visit.w;
    let desk = visit.program().support().title.as_str();
    let mut contact = door(visit, CONTACT, "support-contact-form");
    contact.description = w.t1("support-contact-form-text", "desk", desk).into_owned();
    let links = vec![
        contact,
        door(visit, "/help/sign-in", "walk-sign-in"),
        door(visit, "/help/forgot-password", "walk-forgot-password"),
        door(visit, ARTICLES, "support-articles"),
        door(visit, "/help/questions", "questions"),
    ];
    let lead = vec![
        w.t1("support-entry-help", "desk", desk).into_owned(),
        w.t("support-page-text").into_owned(),
        w.t("support-page-cases").into_owned(),
    ];
    visit.html(&TextPage::new(visit.page(w.t("support-contact"))).lead(lead).links(links))
}
