//! The operator's side, under `/operator`: to everybody else these addresses do not exist ([`crate::operator`]).
//!
//! - `sign`: in and out. `account`: the operator's own password and tokens.
//! - `companies`: the list, and one company; `stage`, `people`, `decisions`, `record`: what is decided and recorded of it.
//! - `work`: what it has under way, and what all companies handed in. `rebates`: what its quarters brought.
//! - `pipeline`: reviews, and what is shared. `content`: what is published. `support`: cases and messages.
//! - `review`, `trail`: who can do what, and who did what. `sheet`: what most pages are made of.

mod account;
mod companies;
mod content;
mod decisions;
#[cfg(test)]
mod keys;
mod people;
mod pipeline;
mod rebates;
mod record;
mod review;
mod sheet;
mod sign;
mod stage;
mod support;
mod trail;
mod work;

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::Method;
use axum::http::request::Parts;
use axum::response::Response;
use axum::routing::{get, post};

use super::view::{Entry, Menu, OperatorHead, Stop, encoded, see_other};
use super::visit::Visit;
use super::{errors, reference};
use crate::app::App;
use crate::operator::{HOME_PATH, SIGN_IN_PATH, SignedOperator};

#[cfg(test)]
pub(super) use keys::keys;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route(HOME_PATH, get(home))
        .route(SIGN_IN_PATH, get(sign::page).post(sign::sign_in))
        .route("/operator/sign-out", get(sign::ask_sign_out).post(sign::sign_out))
        .route("/operator/account", get(account::page))
        .route("/operator/account/password", post(account::change_password))
        .route("/operator/account/tokens", post(account::create_token))
        .route("/operator/account/tokens/revoke", post(account::revoke_token))
        .merge(of_company())
        .route("/operator/opportunities", get(pipeline::queue))
        .route("/operator/records", get(work::queue))
        .route("/operator/content", get(content::list))
        .route("/operator/content/new/{kind}", get(content::fresh).post(content::draft))
        .route("/operator/content/{id}", get(content::show))
        .route("/operator/content/{id}/edit", get(content::edit).post(content::change))
        .route("/operator/content/{id}/put/{how}", get(content::ask).post(content::put))
        .route("/operator/support", get(support::queue))
        .route("/operator/support/{id}", get(support::show_inquiry))
        .route("/operator/support/{id}/ask/{step}", get(support::ask_inquiry))
        .route("/operator/support/{id}/answer", post(support::answer_inquiry))
        .route("/operator/support/{id}/close", post(support::close_inquiry))
        .route("/operator/api", get(reference::operators))
        .route("/operator/trail", get(trail::of_programme))
        .route("/operator/trail/download", get(trail::download_of_programme))
}

/// What an operator does in one company.
fn of_company() -> Router<App> {
    Router::new()
        .route("/operator/companies", get(companies::list))
        .route("/operator/companies/{company}", get(companies::show))
        .route("/operator/companies/{company}/stage", get(stage::ask).post(stage::show))
        .route("/operator/companies/{company}/stage/set", post(stage::set))
        .route("/operator/companies/{company}/people/{person}/{step}", get(people::ask).post(people::run))
        .route("/operator/companies/{company}/decide/{sort}/{id}/{how}", get(decisions::ask).post(decisions::decide))
        .route(
            "/operator/companies/{company}/qualifications/new",
            get(record::ask_qualification).post(record::grant_qualification),
        )
        .route(
            "/operator/companies/{company}/certifications/new",
            get(record::ask_certification).post(record::record_certification),
        )
        .route("/operator/companies/{company}/recorded-work/new", get(record::ask_work).post(record::record_work))
        .route("/operator/companies/{company}/records/{id}", get(work::record))
        .route("/operator/companies/{company}/rebates", get(rebates::page))
        .route("/operator/companies/{company}/rebates/new", get(rebates::ask).post(rebates::record))
        .route("/operator/companies/{company}/leads", get(work::leads))
        .route("/operator/companies/{company}/leads/{id}", get(work::lead))
        .route("/operator/companies/{company}/leads/share", get(pipeline::ask_lead).post(pipeline::share_lead))
        .route(
            "/operator/companies/{company}/opportunities/share",
            get(pipeline::ask_opportunity).post(pipeline::share_opportunity),
        )
        .route("/operator/companies/{company}/opportunities", get(work::opportunities))
        .route("/operator/companies/{company}/opportunities/{id}", get(pipeline::show))
        .route("/operator/companies/{company}/opportunities/{id}/{step}", get(pipeline::ask).post(pipeline::decide))
        .route("/operator/companies/{company}/cases", get(work::cases))
        .route("/operator/companies/{company}/cases/{id}", get(support::show))
        .route("/operator/companies/{company}/cases/{id}/ask/{step}", get(support::ask))
        .route("/operator/companies/{company}/cases/{id}/answer", post(support::answer))
        .route("/operator/companies/{company}/cases/{id}/close", post(support::close))
        .route("/operator/companies/{company}/cases/{id}/files/{file}", get(support::download))
        .route("/operator/companies/{company}/review", get(review::page))
        .route("/operator/companies/{company}/review/download", get(review::download))
        .route("/operator/companies/{company}/trail", get(trail::of_company))
        .route("/operator/companies/{company}/trail/download", get(trail::download_of_company))
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
        navigation: vec![
            entry("/operator/companies", "operator-menu-companies"),
            entry("/operator/opportunities", "operator-menu-opportunities"),
            entry("/operator/records", "operator-menu-records"),
            entry("/operator/support", "operator-menu-support"),
            entry("/operator/content", "operator-menu-content"),
            entry("/operator/trail", "operator-menu-trail"),
        ],
        account,
    }
}

impl Visit {
    /// The operator who asks. The gate lets nobody else come so far.
    pub(super) fn operating(&self) -> Result<&SignedOperator, Stop> {
        self.operator.as_ref().ok_or_else(|| errors::not_found(self).into())
    }
}
