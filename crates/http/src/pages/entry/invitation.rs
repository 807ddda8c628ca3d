//! Invitation links (INV-6, INV-7). Opening one changes nothing, since mail scanners open links too.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use guildhall_core::Id;
use guildhall_core::signup::Door;

use super::models::who_form;
use super::register::{WhoForm, begin_at};
use crate::pages::errors;
use crate::pages::form::Link;
use crate::pages::view::{Answer, Stop};
use crate::pages::visit::{Posted, Visit};
use crate::secrets::Token;

/// An invitation that was found by its link.
struct Invited {
    tenant: Id,
    invitation: Id,
    company: String,
    email: String,
}

/// The open invitation behind a link. Unknown, used, withdrawn and expired links are answered alike.
async fn find(visit: &Visit, token: &str) -> Result<Option<Invited>, Stop> {
    let Some(token) = Token::parse(token) else { return Ok(None) };
    let link = visit.app.services.store.invitation_link(&token.hash()).await.map_err(|e| visit.crash(&e))?;
    let Some((tenant, invitation)) = link.and_then(|l| Some((l.tenant.parse().ok()?, l.invitation.parse().ok()?)))
    else {
        return Ok(None);
    };
    let Some(loaded) = visit.app.portal.load(tenant).await.map_err(|e| visit.stop(&e))? else { return Ok(None) };
    let now = visit.app.services.clock.now();
    Ok(loaded.account.invitations().get(&invitation).filter(|i| i.is_open(now)).map(|found| Invited {
        tenant,
        invitation,
        company: loaded.account.company_name().to_owned(),
        email: found.email.as_str().to_owned(),
    }))
}

fn over(visit: &Visit) -> Response {
    let w = visit.w;
    let links = vec![
        Link { href: "/join".into(), text: w.t("blocked-join").into_owned() },
        Link { href: "/".into(), text: w.t("blocked-sign-in").into_owned() },
    ];
    errors::message(visit, StatusCode::NOT_FOUND, w.t("invitation-over").into_owned(), links)
}

/// `GET /invitation/<token>`
pub(in crate::pages) async fn open(visit: Visit, Path(token): Path<String>) -> Answer {
    let Some(found) = find(&visit, &token).await? else { return Ok(over(&visit)) };
    let door = Door::User { invitation: Some(found.invitation) };
    let form = who_form(&visit, door, &format!("/invitation/{token}"), "", &found.email).intro(visit.w.t1(
        "invitation-text",
        "company",
        found.company.as_str(),
    ));
    Ok(visit.html(&form))
}

/// `POST /invitation/<token>`
pub(in crate::pages) async fn accept(Path(token): Path<String>, Posted { visit, form }: Posted<WhoForm>) -> Answer {
    let Some(found) = find(&visit, &token).await? else { return Ok(over(&visit)) };
    let door = Door::User { invitation: Some(found.invitation) };
    begin_at(&visit, door, Some(found.tenant), &format!("/invitation/{token}"), &form).await
}
