//! Who asks as an operator of the programme, and the gate before everything that is theirs.
//!
//! INVARIANT (unknown-side): whoever is not an operator gets, for every address under `/operator` and
//! `/api/v1/operator` and for every method, what an address that does not exist answers. A visitor without a session
//! finds one page there, the sign-in, and one call, the sign-in of programs.

use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use axum_extra::extract::cookie::CookieJar;
use guildhall_core::Id;
use guildhall_core::account::Actor;
use guildhall_core::operators::Operator;

use crate::app::App;
use crate::cookies::{Cookies, Purpose};
use crate::portal::PortalError;
use crate::secrets::Token;
use crate::store::{PROGRAMME_TENANT, Session};
use crate::{api, pages};

/// The first page.
pub const HOME_PATH: &str = "/operator";
/// Where operators sign in.
pub const SIGN_IN_PATH: &str = "/operator/sign-in";
/// Where everything of theirs in the API is.
pub const API_PATH: &str = "/api/v1/operator";
/// Where programs of theirs sign in.
pub const API_SIGN_IN_PATH: &str = "/api/v1/operator/sessions";

/// An operator with access who asks.
#[derive(Debug, Clone)]
pub struct SignedOperator {
    /// Their id.
    pub id: Id,
    /// Their account.
    pub operator: Operator,
    /// The browser's session; `None` for a program with a token.
    pub session: Option<Session>,
}

impl SignedOperator {
    /// Who they are for a command.
    pub fn actor(&self) -> Actor {
        self.operator.actor()
    }
}

/// The operator behind a request's cookie, if there is one. A request with a token of its own passed the cross-site check
/// unseen, so its cookie counts for nothing.
pub async fn by_cookie(app: &App, parts: &Parts) -> Result<Option<SignedOperator>, PortalError> {
    if let Some(known) = parts.extensions.get::<SignedOperator>() {
        return Ok(Some(known.clone()).filter(|known| known.session.is_some()));
    }
    if parts.headers.contains_key(header::AUTHORIZATION) {
        return Ok(None);
    }
    let jar = CookieJar::from_headers(&parts.headers);
    let Some(token) = Cookies::new(&app.services.settings).read(&jar, Purpose::Operator) else { return Ok(None) };
    let Some(session) = app.services.session(&token).await? else { return Ok(None) };
    let known = of(app, &session.tenant, &session.principal).await?;
    Ok(known.map(|(id, operator)| SignedOperator { id, operator, session: Some(session) }))
}

/// The operator behind a token, if it is one's.
pub async fn by_token(app: &App, token: &Token) -> Result<Option<SignedOperator>, PortalError> {
    let Some((tenant, principal)) = app.services.token_owner(token).await? else { return Ok(None) };
    let known = of(app, &tenant, &principal).await?;
    Ok(known.map(|(id, operator)| SignedOperator { id, operator, session: None }))
}

async fn of(app: &App, tenant: &str, principal: &str) -> Result<Option<(Id, Operator)>, PortalError> {
    let Some(id) = principal.parse().ok().filter(|_| tenant == PROGRAMME_TENANT) else { return Ok(None) };
    Ok(app.portal.operator(id).await?.map(|operator| (id, operator)))
}

/// Takes away the list of methods that the router adds to an answer of a known address: nothing that is missing has methods.
/// Goes around the whole router, since the list is added outside every layer within it.
pub async fn hide_methods(mut response: Response) -> Response {
    if response.status() == StatusCode::NOT_FOUND {
        response.headers_mut().remove(header::ALLOW);
    }
    response
}

/// Whether a path is at or under another.
pub fn is_under(path: &str, root: &str) -> bool {
    path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether somebody without any session may knock here.
fn is_door(method: &Method, path: &str) -> bool {
    match path {
        SIGN_IN_PATH => matches!(*method, Method::GET | Method::HEAD | Method::POST),
        API_SIGN_IN_PATH => *method == Method::POST,
        _ => false,
    }
}

/// The gate: lets operators pass, and everybody else to the doors only.
pub async fn gate(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let of_api = is_under(path, API_PATH);
    if !of_api && !is_under(path, HOME_PATH) {
        return next.run(request).await;
    }
    let door = is_door(request.method(), path);
    let (mut parts, body) = request.into_parts();
    let verdict = if of_api {
        api::admit_operator(&app, &mut parts, door).await
    } else {
        pages::admit_operator(&app, &mut parts, door).await
    };
    match verdict {
        Ok(signed) => {
            if let Some(signed) = signed {
                parts.extensions.insert(signed);
            }
            next.run(Request::from_parts(parts, body)).await
        }
        Err(response) => *response,
    }
}
