//! Operators sign in and out: the same limits, the same one answer for every way in which it can fail, and the same cost as
//! for everybody else.

use axum::extract::Query;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use serde::Deserialize;

use crate::cookies::Purpose;
use crate::limits::Action;
use crate::operator::{HOME_PATH, SIGN_IN_PATH, is_under};
use crate::pages::errors;
use crate::pages::form::{Field, FormPage};
use crate::pages::view::{Answer, Page, see_other};
use crate::pages::visit::{Nothing, Posted, Visit, safe_next};
use crate::portal::SignInError;

/// Where to go after signing in.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Next {
    #[serde(default)]
    next: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignInForm {
    email: String,
    password: String,
    #[serde(default)]
    next: String,
}

/// `GET /operator/sign-in`
pub(super) async fn page(visit: Visit, Query(Next { next }): Query<Next>) -> Answer {
    if visit.operator.is_some() {
        return Ok(see_other(own(&next)));
    }
    Ok(sign_in_page(&visit, StatusCode::OK, None, "", &next))
}

/// A page of this side, or its first.
fn own(next: &str) -> &str {
    let next = safe_next(next);
    let path = next.split('?').next().unwrap_or_default();
    if is_under(path, HOME_PATH) && path != SIGN_IN_PATH { next } else { HOME_PATH }
}

fn sign_in_page(visit: &Visit, status: StatusCode, fault: Option<&str>, email: &str, next: &str) -> Response {
    let w = visit.w;
    // The partners' desk helps no operator.
    let page = Page { desk: String::new(), ..visit.page(w.t("operator-sign-in-title")) };
    let mut form = FormPage::new(page, SIGN_IN_PATH, w.t("operator-sign-in-button"))
        .intro(w.t("operator-sign-in-text"))
        .fields(vec![
            Field::hidden("next", own(next)),
            Field::new("email", "email", w.t("signin-email")).value(email).autocomplete("username").most(254),
            Field::new("password", "password", w.t("signin-password")).autocomplete("current-password"),
        ]);
    if visit.app.services.settings.demo {
        let (address, password) = (crate::demo::OPERATOR_ADDRESS, crate::demo::PASSWORD);
        form = form.fact(w.t("signin-email"), address).fact(w.t("signin-password"), password);
    }
    if let Some(key) = fault {
        form = form.with_fault("#f-email", w.t(key));
    }
    let mut response = visit.html_with(status, &form);
    // Nobody who looks for a partner portal shall find this page.
    let noindex = HeaderValue::from_static("noindex");
    response.headers_mut().insert(HeaderName::from_static("x-robots-tag"), noindex);
    response
}

/// `POST /operator/sign-in`
pub(super) async fn sign_in(Posted { visit, form }: Posted<SignInForm>) -> Answer {
    // Counted apart from a partner of the same address.
    let key = format!("operator {}", form.email.trim().to_ascii_lowercase());
    if let Err(limited) = visit.app.services.limits.check(Action::SignIn, visit.ip, Some(&key)) {
        return Ok(errors::limited(&visit, limited));
    }
    match visit.app.portal.operator_sign_in(&form.email, &form.password).await {
        Ok(signed) => {
            end_session(&visit).await;
            Ok(visit.go_with(own(&form.next), [visit.cookies.set(Purpose::Operator, &signed.token)]))
        }
        Err(SignInError::Rejected) => {
            let rejected = Some("signin-rejected");
            Ok(sign_in_page(&visit, StatusCode::UNAUTHORIZED, rejected, &form.email, &form.next))
        }
        Err(SignInError::Busy) => Err(visit.with_status(StatusCode::SERVICE_UNAVAILABLE)),
        Err(SignInError::Portal(error)) => Err(visit.stop(&error)),
    }
}

/// Ends the session of this browser, if there is one: nobody has two at a time.
async fn end_session(visit: &Visit) {
    if let Some(session) = visit.operator.as_ref().and_then(|o| o.session.as_ref())
        && let Err(error) = visit.app.services.store.delete_session(&session.token_hash).await
    {
        tracing::error!(%error, "a session could not be ended");
    }
}

/// Asks before signing out: a GET changes nothing.
pub(super) async fn ask_sign_out(visit: Visit) -> Answer {
    visit.operating()?;
    let w = visit.w;
    let form = FormPage::new(visit.page(w.t("signout-title")), "/operator/sign-out", w.t("signout-button"))
        .intro(w.t("operator-sign-out-text"))
        .link(HOME_PATH, w.t("cancel"));
    Ok(visit.html(&form))
}

/// `POST /operator/sign-out`
pub(super) async fn sign_out(Posted { visit, form: Nothing {} }: Posted<Nothing>) -> Answer {
    let me = visit.operating()?;
    // The person must not believe that they are signed out while the session lives.
    if let Some(session) = &me.session {
        visit.app.services.store.delete_session(&session.token_hash).await.map_err(|e| visit.crash(&e))?;
    }
    let cookies = [visit.cookies.clear(Purpose::Operator), visit.flash_cookie(&visit.w.t("signout-done"))];
    Ok(visit.go_with(SIGN_IN_PATH, cookies))
}
