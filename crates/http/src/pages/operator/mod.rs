//! The operator's side, under `/operator`: to everybody else these addresses do not exist ([`crate::operator`]).
//!
//! - `sign`: in and out. `account`: the operator's own password and tokens.
//! - `companies`: the list of companies.

mod account;
mod companies;
mod sign;

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::Method;
use axum::http::request::Parts;
use axum::response::Response;
use axum::routing::{get, post};

use super::errors;
use super::view::{Entry, Menu, OperatorHead, Stop, encoded, see_other};
use super::visit::Visit;
use crate::app::App;
use crate::operator::{HOME_PATH, SIGN_IN_PATH, SignedOperator};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route(HOME_PATH, get(home))
        .route(SIGN_IN_PATH, get(sign::page).post(sign::sign_in))
        .route("/operator/sign-out", get(sign::ask_sign_out).post(sign::sign_out))
        .route("/operator/account", get(account::page))
        .route("/operator/account/password", post(account::change_password))
        .route("/operator/account/tokens", post(account::create_token))
        .route("/operator/account/tokens/revoke", post(account::revoke_token))
        .route("/operator/companies", get(companies::list))
}

async fn home() -> Response {
    see_other("/operator/companies")
}

/// Lets operators pass, and to the sign-in whoever is nobody yet. A member of a company finds nothing; a browser whose
/// operator's session has ended is led to the sign-in.
pub(crate) async fn admit(app: &App, parts: &mut Parts, door: bool) -> Result<Option<SignedOperator>, Box<Response>> {
    let visit = Visit::from_request_parts(parts, app).await.map_err(Box::new)?;
    if let Some(operator) = &visit.operator {
        return Ok(Some(operator.clone()));
    }
    if visit.signed.is_some() {
        return Err(Box::new(errors::not_found(&visit)));
    }
    if door {
        return Ok(None);
    }
    let at_home = parts.uri.path() == HOME_PATH && parts.method == Method::GET;
    if at_home || visit.was_operator() {
        let next = if visit.here.is_empty() { String::new() } else { format!("?next={}", encoded(&visit.here)) };
        return Err(Box::new(see_other(&format!("{SIGN_IN_PATH}{next}"))));
    }
    Err(Box::new(errors::not_found(&visit)))
}

/// The header of an operator.
pub(super) fn head(visit: &Visit, operator: &SignedOperator) -> OperatorHead {
    let w = visit.w;
    let entry = |href: &str, key: &str| Entry {
        href: href.to_owned(),
        title: w.t(key).into_owned(),
        description: w.t(&format!("{key}-text")).into_owned(),
        posts: false,
    };
    let account = Menu {
        name: "account".into(),
        title: operator.operator.name.to_string(),
        entries: vec![
            entry("/operator/account", "operator-menu-account"),
            Entry { posts: true, ..entry("/operator/sign-out", "operator-menu-sign-out") },
        ],
    };
    OperatorHead {
        name: operator.operator.name.to_string(),
        email: operator.operator.email.as_str().to_owned(),
        navigation: vec![entry("/operator/companies", "operator-menu-companies")],
        account,
    }
}

impl Visit {
    /// The operator who asks. The gate lets nobody else come so far.
    pub(super) fn operating(&self) -> Result<&SignedOperator, Stop> {
        self.operator.as_ref().ok_or_else(|| errors::not_found(self).into())
    }
}
