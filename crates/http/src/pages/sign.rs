//! Signing in and out (SIGN-1..8), and the first page of a visitor.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

use super::form::{Field, FormPage};
use super::locale::Words;
use super::view::{Answer, Page, see_other};
use super::visit::{Nothing, Posted, Visit, safe_next};
use super::{errors, home};
use crate::app::DemoPerson;
use crate::cookies::Purpose;
use crate::limits::Action;
use crate::portal::SignInError;

#[derive(Debug, Template)]
#[template(path = "signin.html")]
struct SignInPage {
    page: Page,
    fault: String,
    next: String,
    email: Field,
    password: Field,
    people: Vec<PersonView>,
}

/// Somebody of the demo, in the reader's language.
#[derive(Debug)]
struct PersonView {
    email: String,
    password: String,
    name: String,
    company: String,
    roles: String,
    stage: String,
}

fn person_view(w: Words, person: &DemoPerson) -> PersonView {
    let standing = |(path, stage): &(String, String)| {
        w.with("path-stage", &[("path", &w.said("path", path)), ("stage", &w.said("stage", stage))])
    };
    PersonView {
        email: person.email.clone(),
        password: person.password.clone(),
        name: person.name.clone(),
        company: person.company.clone(),
        roles: person.roles.iter().map(|role| w.said("role", role)).collect::<Vec<_>>().join(", "),
        stage: person.standings.iter().map(standing).collect::<Vec<_>>().join(", "),
    }
}

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

/// `/`: home for who is signed in, the sign-in page for everybody else.
pub(super) async fn front(visit: Visit, Query(next): Query<Next>) -> Answer {
    match &visit.signed {
        Some(me) => home::page(&visit, me).await,
        None => Ok(sign_in_page(&visit, StatusCode::OK, String::new(), "", &next.next)),
    }
}

fn sign_in_page(visit: &Visit, status: StatusCode, fault: String, email: &str, next: &str) -> Response {
    let w = visit.w;
    let model = SignInPage {
        page: visit.page(w.t("signin-title")),
        fault,
        next: safe_next(next).to_owned(),
        email: Field::new("email", "email", w.t("signin-email")).value(email).autocomplete("username").most(254),
        password: Field::new("password", "password", w.t("signin-password")).autocomplete("current-password"),
        people: visit.app.demo_people.iter().map(|person| person_view(w, person)).collect(),
    };
    visit.html_with(status, &model)
}

/// Signs in: a new session, and one answer for every way in which it can fail (SIGN-4, SIGN-6, SIGN-7).
pub(super) async fn sign_in(Posted { visit, form }: Posted<SignInForm>) -> Answer {
    let key = form.email.trim().to_ascii_lowercase();
    if let Err(limited) = visit.app.services.limits.check(Action::SignIn, visit.ip, Some(&key)) {
        return Ok(errors::limited(&visit, limited));
    }
    match visit.app.portal.sign_in(&form.email, &form.password).await {
        Ok(signed) => {
            end_session(&visit).await;
            Ok(visit.go_with(safe_next(&form.next), [visit.cookies.set(Purpose::Session, &signed.token)]))
        }
        Err(SignInError::Rejected) => {
            let fault = visit.w.t("signin-rejected").into_owned();
            Ok(sign_in_page(&visit, StatusCode::UNAUTHORIZED, fault, &form.email, &form.next))
        }
        Err(SignInError::Busy) => Err(visit.with_status(StatusCode::SERVICE_UNAVAILABLE)),
        Err(SignInError::Portal(error)) => Err(visit.stop(&error)),
    }
}

/// Ends the session of this browser, if there is one: nobody has two at a time.
async fn end_session(visit: &Visit) {
    if let Some(me) = &visit.signed
        && let Err(error) = visit.app.services.store.delete_session(&me.session.token_hash).await
    {
        tracing::error!(%error, "a session could not be ended");
    }
}

/// Asks before signing out: a GET changes nothing.
pub(super) async fn ask_sign_out(visit: Visit) -> Answer {
    visit.member()?;
    let w = visit.w;
    let form = FormPage::new(visit.page(w.t("signout-title")), "/logout", w.t("signout-button"))
        .intro(w.t("signout-text"))
        .link("/", w.t("cancel"));
    Ok(visit.html(&form))
}

/// Ends the session (SIGN-8).
pub(super) async fn sign_out(Posted { visit, form: Nothing {} }: Posted<Nothing>) -> Answer {
    let Some(me) = &visit.signed else { return Ok(see_other("/")) };
    // The person must not believe that they are signed out while the session lives.
    visit.app.services.store.delete_session(&me.session.token_hash).await.map_err(|e| visit.crash(&e))?;
    let cookies = [visit.cookies.clear(Purpose::Session), visit.flash_cookie(&visit.w.t("signout-done"))];
    Ok(visit.go_with("/", cookies))
}
