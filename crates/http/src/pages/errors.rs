//! The pages for everything that goes wrong. Each names the request, so that its trace can be found.

use askama::Template;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use guildhall_core::account::Refusal;
use guildhall_core::room::RoomRefusal as _;
use guildhall_core::{Permission, profile};

use super::form::Link;
use super::locale::Words;
use super::room::refusal_words;
use super::view::{Page, Stop, html, see_other};
use super::visit::Visit;
use super::{denied, words};
use crate::guard::{Fault, RequestId};
use crate::limits::Limited;
use crate::portal::PortalError;

/// A page that says what went wrong and where to go from there.
#[derive(Debug, Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    text: String,
    links: Vec<Link>,
    request: String,
    status: u16,
}

pub(super) fn home(w: Words) -> Link {
    Link { href: "/".into(), text: w.t("error-home").into_owned() }
}

/// The page of a status, in its own words.
pub(super) fn status(visit: &Visit, status: StatusCode) -> Response {
    message(visit, status, visit.w.t(&format!("error-{}-text", status.as_u16())).into_owned(), vec![home(visit.w)])
}

/// A page of a status that says `text` and offers `links`.
pub(super) fn message(visit: &Visit, status: StatusCode, text: String, links: Vec<Link>) -> Response {
    let page = visit.page(visit.w.t(&format!("error-{}-title", status.as_u16())));
    let request = visit.origin.request.clone();
    visit.html_with(status, &ErrorPage { page, text, links, request, status: status.as_u16() })
}

/// Nothing is there.
pub(super) fn not_found(visit: &Visit) -> Response {
    status(visit, StatusCode::NOT_FOUND)
}

/// The fallback of the router. The programme's address for signing in leads to the sign-in, whatever its path is (SIGN-3).
pub(super) async fn no_such_page(visit: Visit, uri: Uri) -> Response {
    let address = visit.program().sign_in_address().and_then(|address| address.parse::<Uri>().ok());
    if address.is_some_and(|address| address.path() == uri.path()) {
        return see_other("/");
    }
    not_found(&visit)
}

/// The address is there, the method is not.
pub(super) async fn no_such_method(visit: Visit) -> Response {
    status(&visit, StatusCode::METHOD_NOT_ALLOWED)
}

/// The form's token is missing or of another session: it lay open too long, or is not ours.
pub(super) fn stale_form(visit: &Visit) -> Response {
    let w = visit.w;
    message(visit, StatusCode::FORBIDDEN, w.t("error-stale-form").into_owned(), vec![home(w)])
}

/// Too many tries.
pub(super) fn limited(visit: &Visit, limited: Limited) -> Response {
    let minutes = limited.retry_after_s.div_ceil(60);
    let text = visit.w.t1("error-limited", "minutes", u32::try_from(minutes).unwrap_or(u32::MAX));
    let mut response = message(visit, StatusCode::TOO_MANY_REQUESTS, text.into_owned(), vec![home(visit.w)]);
    response.headers_mut().insert(axum::http::header::RETRY_AFTER, limited.retry_after_s.into());
    response
}

/// Something of ours failed before anybody was recognised.
pub(super) fn machine(w: Words, request: &str, error: &dyn std::fmt::Display) -> Response {
    tracing::error!(%error, "a page failed");
    bare(w, StatusCode::INTERNAL_SERVER_ERROR, request)
}

fn bare(w: Words, status: StatusCode, request: &str) -> Response {
    let code = status.as_u16();
    let page = Page::bare(w, w.t(&format!("error-{code}-title")).into_owned());
    let text = w.t(&format!("error-{code}-text")).into_owned();
    html(w, status, &ErrorPage { page, text, links: vec![home(w)], request: request.to_owned(), status: code })
}

/// The page of a fault that the guard found.
pub(super) fn guarded(fault: Fault, id: &RequestId) -> Response {
    bare(Words::default(), fault.status(), &id.0)
}

impl Visit {
    /// The page for a refusal that no form shows.
    pub(super) fn refused(&self, refusal: &Refusal) -> Response {
        if let (Refusal::PermissionMissing { permission, .. }, Some(me)) = (refusal, &self.signed) {
            return denied::permission(self, me, *permission);
        }
        message(self, words::status(refusal.kind()), words::refusal(self.w, refusal), vec![home(self.w)])
    }

    /// The page for the failure of a command.
    pub(super) fn failed(&self, error: &PortalError) -> Response {
        match error {
            PortalError::Refused(refusal) => self.refused(refusal),
            PortalError::Profile(refusal) => {
                let text = refusal_words::<profile::State>(self.w, refusal);
                message(self, words::status(refusal.kind()), text, vec![home(self.w)])
            }
            PortalError::Contended | PortalError::Duplicate | PortalError::FlowGone => {
                status(self, StatusCode::CONFLICT)
            }
            PortalError::Unknown(_) => {
                tracing::error!(%error, "a change was not confirmed");
                let text = self.w.t("error-unknown-outcome").into_owned();
                message(self, StatusCode::SERVICE_UNAVAILABLE, text, vec![home(self.w)])
            }
            PortalError::Store(_) | PortalError::Machine(_) => self.broken(error),
        }
    }

    /// The page for a fault of ours.
    pub(super) fn broken(&self, error: &dyn std::fmt::Display) -> Response {
        tracing::error!(%error, "a page failed");
        status(self, StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// Stops a handler because of a failed command.
    pub(super) fn stop(&self, error: &PortalError) -> Stop {
        self.failed(error).into()
    }

    /// Stops a handler because of a fault of ours.
    pub(super) fn crash(&self, error: &dyn std::fmt::Display) -> Stop {
        self.broken(error).into()
    }

    /// Stops a handler with the page of a status.
    pub(super) fn with_status(&self, code: StatusCode) -> Stop {
        status(self, code).into()
    }

    /// Goes on only if the action is allowed in the portal, where both gates must open (C-001).
    pub(super) fn permitted(&self, permission: Permission) -> Result<(), Stop> {
        let me = self.member()?;
        if me.standing.permits_in_portal(self.program(), permission) {
            return Ok(());
        }
        Err(denied::permission(self, me, permission).into())
    }
}
