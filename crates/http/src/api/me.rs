//! The caller: details, signing in for programs, personal tokens.

use axum::Json;
use axum::extract::{FromRequestParts, Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use guildhall_core::account::{Account, Command, Event};
use guildhall_core::identity::EmailAddress;
use guildhall_core::{Id, Permission};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::caller::{Body, Caller, origin_of, whole_number};
use super::problem::Problem;
use super::room::Reading;
use super::views::{ContactBody, CustomerBody, MemberView};
use super::write::{Write, with_etag};
use crate::app::App;
use crate::guard::ClientIp;
use crate::limits::Action;
use crate::portal::TokenAsked;
use crate::secrets::{Token, TokenHash};
use crate::store::PersonalToken;

/// How long the token of a programmatic sign-in lives, in days.
const SIGN_IN_DAYS: u32 = 1;

/// The caller.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Me {
    /// The caller as a person of the company.
    #[serde(flatten)]
    member: MemberView,
    /// About their work.
    customer: CustomerBody,
    /// How they are reached.
    contact: ContactBody,
    /// The company's name.
    company: String,
}

/// The caller.
#[utoipa::path(get, path = "/api/v1/me", tag = "me",
    responses((status = 200, body = Me, headers(("ETag" = String))), (status = 401, body = Problem)))]
pub(super) async fn show(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    let member = caller.me().ok_or_else(Problem::unauthenticated)?;
    let me = Me {
        member: MemberView::new(app.portal.program(), caller.member, member),
        customer: (&member.customer).into(),
        contact: (&member.contact).into(),
        company: caller.loaded.account.company_name().to_owned(),
    };
    Ok(with_etag(Json(me).into_response(), caller.loaded.version))
}

/// New details of the caller.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewDetails {
    /// The name.
    name: String,
    /// About their work.
    customer: CustomerBody,
    /// How they are reached.
    contact: ContactBody,
}

/// Changes the caller's details.
#[utoipa::path(put, path = "/api/v1/me", tag = "me", request_body = NewDetails,
    params(("Idempotency-Key" = Option<String>, Header), ("If-Match" = Option<String>, Header)),
    responses((status = 200), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn edit(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body<NewDetails>,
) -> Result<Response, Problem> {
    let NewDetails { name, customer, contact } = body.value;
    let command = Command::EditProfile { name, customer: customer.into(), contact: contact.into() };
    let answer = |account: &Account, _: &[Event], me: Id| {
        let member = account.member(me);
        let name = member.map(|m| m.name.to_string());
        let (customer, contact) =
            (member.map(|m| CustomerBody::from(&m.customer)), member.map(|m| ContactBody::from(&m.contact)));
        (StatusCode::OK, json!({ "name": name, "customer": customer, "contact": contact }))
    };
    Write { app: &app, caller: &caller, headers: &headers, request_hash: body.hash }.run(command, answer).await
}

/// An address and a password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Credentials {
    /// The address.
    pub(super) email: String,
    /// The password.
    pub(super) password: String,
    /// What the token shall be called.
    #[serde(default)]
    pub(super) name: String,
}

/// A token, shown this once.
#[derive(Serialize, ToSchema)]
pub(super) struct NewToken {
    /// The secret: send it as `Authorization: Bearer ...`.
    pub(super) token: String,
    /// Its id, to revoke it.
    pub(super) id: String,
    /// What it is called.
    pub(super) name: String,
    /// When it ends.
    pub(super) expires_at: DateTime<Utc>,
}

impl NewToken {
    /// A token as it is shown to its owner, once.
    pub(super) fn of(kept: &PersonalToken, token: &Token) -> Self {
        let expires_at = DateTime::from_timestamp_millis(kept.expires_at).unwrap_or_default();
        let (id, name) = (kept.token_hash.as_str().to_owned(), kept.name.clone());
        Self { token: token.expose().to_owned(), id, name, expires_at }
    }
}

/// Signs a program in: a personal token that lives one day.
#[utoipa::path(post, path = "/api/v1/sessions", tag = "me", request_body = Credentials, security(()),
    responses((status = 201, body = NewToken), (status = 401, body = Problem), (status = 429, body = Problem),
        (status = 503, body = Problem)))]
pub(super) async fn sign_in(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let (mut parts, body) = request.into_parts();
    let ClientIp(ip) = axum::Extension::<ClientIp>::from_request_parts(&mut parts, &app)
        .await
        .map(|e| e.0)
        .map_err(|_| Problem::new(StatusCode::BAD_REQUEST, "malformed", "the request came from nowhere"))?;
    let origin = origin_of(&parts);
    let request = Request::from_parts(parts, body);
    let body = <Body<Credentials> as axum::extract::FromRequest<App>>::from_request(request, &app).await?;
    let Credentials { email, password, name } = body.value;
    let key = EmailAddress::parse(&email, true).map(|e| e.key().to_owned()).ok();
    app.services.limits.check(Action::SignIn, ip, key.as_deref())?;
    let (tenant, member) = app.portal.sign_in_program(&email, &password).await?;
    let name = if name.trim().is_empty() { format!("Sign-in from {}", origin.source) } else { name };
    let made = make_token(&app, tenant, member, &name, SIGN_IN_DAYS).await?;
    Ok((StatusCode::CREATED, Json(made)).into_response())
}

/// A personal token, without its secret.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TokenView {
    /// Its id.
    id: String,
    /// What it is called.
    name: String,
    /// When it was made.
    created_at: DateTime<Utc>,
    /// When it ends.
    expires_at: DateTime<Utc>,
    /// When it was last used, to the minute.
    last_used_at: Option<DateTime<Utc>>,
}

/// The tokens of the caller.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TokenList)]
pub(super) struct Tokens {
    /// Oldest first.
    tokens: Vec<TokenView>,
}

impl Tokens {
    /// The tokens as they are kept.
    pub(super) fn of(kept: Vec<PersonalToken>) -> Self {
        let time = |ms| DateTime::from_timestamp_millis(ms).unwrap_or_default();
        let tokens = kept.into_iter().map(|t| TokenView {
            id: t.token_hash.as_str().to_owned(),
            name: t.name,
            created_at: time(t.created_at),
            expires_at: time(t.expires_at),
            last_used_at: t.last_used_at.map(time),
        });
        Self { tokens: tokens.collect() }
    }
}

/// The caller's personal tokens.
#[utoipa::path(get, path = "/api/v1/tokens", tag = "me",
    responses((status = 200, body = Tokens), (status = 401, body = Problem)))]
pub(super) async fn tokens(State(app): State<App>, caller: Caller) -> Result<Json<Tokens>, Problem> {
    let (tenant, principal) = (caller.loaded.tenant.to_string(), caller.member.to_string());
    let kept = app.services.store.tokens(&tenant, &principal).await.map_err(|e| Problem::internal(&e))?;
    Ok(Json(Tokens::of(kept)))
}

/// A token to make.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TokenWish {
    /// What it shall be called.
    pub(super) name: String,
    /// How many days it lives: 1 to 365.
    #[serde(deserialize_with = "whole_number")]
    #[schema(minimum = 1, maximum = 365)]
    pub(super) days: u32,
}

/// Makes a personal token. The secret is shown this once.
#[utoipa::path(post, path = "/api/v1/tokens", tag = "me", request_body = TokenWish,
    responses((status = 201, body = NewToken), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn create_token(
    State(app): State<App>,
    caller: Caller,
    body: Body<TokenWish>,
) -> Result<Response, Problem> {
    Reading::new(&app, &caller)?.permitted(Permission::EditOwnProfile)?;
    let made = make_token(&app, caller.loaded.tenant, caller.member, &body.value.name, body.value.days).await?;
    Ok((StatusCode::CREATED, Json(made)).into_response())
}

/// Revokes a personal token.
#[utoipa::path(delete, path = "/api/v1/tokens/{token}", tag = "me", params(("token" = String, Path)),
    responses((status = 204), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn revoke_token(
    State(app): State<App>,
    caller: Caller,
    Path(token): Path<String>,
) -> Result<StatusCode, Problem> {
    let (tenant, principal) = (caller.loaded.tenant.to_string(), caller.member.to_string());
    let hash = TokenHash::from_text(&token);
    let revoked =
        app.services.store.revoke_token(&tenant, &principal, &hash).await.map_err(|e| Problem::internal(&e))?;
    if revoked { Ok(StatusCode::NO_CONTENT) } else { Err(Problem::missing()) }
}

pub(super) async fn make_token(app: &App, tenant: Id, member: Id, name: &str, days: u32) -> Result<NewToken, Problem> {
    let (kept, token) = app.portal.new_member_token(tenant, member, TokenAsked { name, days }).await?;
    Ok(NewToken::of(&kept, &token))
}
