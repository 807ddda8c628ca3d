//! The operator who calls: signing in for programs, and tokens.

use axum::Json;
use axum::extract::{FromRequestParts, Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use guildhall_core::Id;
use guildhall_core::account::Actor;
use guildhall_core::identity::EmailAddress;
use guildhall_core::operators::{Command, Operator, Refusal};
use serde::Serialize;
use utoipa::ToSchema;

use super::OperatorCaller;
use crate::api::caller::{Body, origin_of};
use crate::api::me::{Credentials, NewToken, TokenWish, Tokens};
use crate::api::problem::Problem;
use crate::api::room;
use crate::app::App;
use crate::guard::ClientIp;
use crate::limits::Action;
use crate::portal::{Beside, Origin, RoomError, TokenAsked};
use crate::secrets::TokenHash;
use crate::store::PROGRAMME_TENANT;

/// How long the token of a programmatic sign-in lives, in days.
const SIGN_IN_DAYS: u32 = 1;

/// Signs a program of an operator in: a token that lives one day.
#[utoipa::path(post, path = "/api/v1/operator/sessions", tag = "operator", request_body = Credentials, security(()),
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
    let key = EmailAddress::parse(&email, true).map(|e| format!("operator {}", e.key())).ok();
    app.services.limits.check(Action::SignIn, ip, key.as_deref())?;
    let operator = app.portal.check_operator_password(&email, &password).await?;
    let account = app.portal.operator(operator).await?.ok_or_else(Problem::missing)?;
    let name = if name.trim().is_empty() { format!("Sign-in from {}", origin.source) } else { name };
    let asked = TokenAsked { name: &name, days: SIGN_IN_DAYS };
    let made = make_token(&app, operator, &account.actor(), &origin, asked).await?;
    Ok((StatusCode::CREATED, Json(made)).into_response())
}

/// The operator who calls.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OperatorView {
    /// The id.
    #[schema(value_type = String)]
    id: Id,
    /// The name that the trail shows.
    name: String,
    /// The address.
    email: String,
    /// Since when there is the account.
    added_at: DateTime<Utc>,
}

impl OperatorView {
    fn new(id: Id, operator: &Operator) -> Self {
        let (name, email) = (operator.name.to_string(), operator.email.as_str().to_owned());
        Self { id, name, email, added_at: operator.added_at }
    }
}

/// The operator who calls.
#[utoipa::path(get, operation_id = "me", path = "/api/v1/operator/me", tag = "operator",
    responses((status = 200, body = OperatorView), (status = 404, body = Problem)))]
pub(super) async fn show(caller: OperatorCaller) -> Json<OperatorView> {
    Json(OperatorView::new(caller.id(), &caller.signed.operator))
}

/// The caller's tokens.
#[utoipa::path(get, path = "/api/v1/operator/tokens", tag = "operator",
    responses((status = 200, body = Tokens), (status = 404, body = Problem)))]
pub(super) async fn tokens(State(app): State<App>, caller: OperatorCaller) -> Result<Json<Tokens>, Problem> {
    let kept = app.services.store.tokens(PROGRAMME_TENANT, &caller.id().to_string()).await;
    Ok(Json(Tokens::of(kept.map_err(|e| Problem::internal(&e))?)))
}

/// Makes a token. The secret is shown this once.
#[utoipa::path(post, path = "/api/v1/operator/tokens", tag = "operator", request_body = TokenWish,
    responses((status = 201, body = NewToken), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn create_token(
    State(app): State<App>,
    caller: OperatorCaller,
    body: Body<TokenWish>,
) -> Result<Response, Problem> {
    let TokenWish { name, days } = body.value;
    let asked = TokenAsked { name: &name, days };
    let made = make_token(&app, caller.id(), &caller.actor(), &caller.origin, asked).await?;
    Ok((StatusCode::CREATED, Json(made)).into_response())
}

/// Revokes a token.
#[utoipa::path(delete, path = "/api/v1/operator/tokens/{token}", tag = "operator", params(("token" = String, Path)),
    responses((status = 204), (status = 404, body = Problem)))]
pub(super) async fn revoke_token(
    State(app): State<App>,
    caller: OperatorCaller,
    Path(token): Path<String>,
) -> Result<StatusCode, Problem> {
    let kept = app.services.store.tokens(PROGRAMME_TENANT, &caller.id().to_string()).await;
    let mut kept = kept.map_err(|e| Problem::internal(&e))?.into_iter();
    let found = kept.find(|t| t.token_hash.as_str() == token).ok_or_else(Problem::missing)?;
    let command = Command::NoteTokenRevoked { operator: caller.id(), name: found.name };
    let beside = Beside { revoked: Some(TokenHash::from_text(&token)), ..Beside::default() };
    let ran = app.portal.run_operators(&caller.origin, &caller.actor(), &command, &beside).await;
    ran.map_err(refused)?;
    Ok(StatusCode::NO_CONTENT)
}

/// Makes a token for an operator, and has it recorded.
async fn make_token(
    app: &App,
    operator: Id,
    actor: &Actor,
    origin: &Origin,
    asked: TokenAsked<'_>,
) -> Result<NewToken, Problem> {
    let (kept, token) = app.portal.new_operator_token(origin, actor, operator, asked).await?;
    Ok(NewToken::of(&kept, &token))
}

fn refused(error: RoomError<Refusal>) -> Problem {
    match error {
        RoomError::Refused(refusal) => room::refused(&refusal),
        RoomError::Portal(error) => error.into(),
    }
}
