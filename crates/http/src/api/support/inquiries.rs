//! The contact form for those who cannot sign in (SUPPORT-10). Nobody has to be signed in; a solved challenge is needed.

use axum::Json;
use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use guildhall_core::identity::EmailAddress;
use guildhall_core::support::inquiry::Command;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::room;
use crate::api::caller::{Body, origin_of};
use crate::api::problem::Problem;
use crate::app::App;
use crate::guard::ClientIp;
use crate::limits::Action;
use crate::portal::{Origin, RoomError};

/// A message to support.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct InquiryForm {
    /// The name of who writes.
    name: String,
    /// The address for the answer.
    email: String,
    /// The company, or an empty text.
    #[serde(default)]
    company: String,
    /// The subject.
    subject: String,
    /// The message.
    text: String,
    /// The solved challenge of `GET /captcha/challenge`.
    altcha: String,
}

/// A message that was handed in.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct HandedIn {
    /// Its id, for those who ask about it.
    id: String,
}

/// Writes to support without signing in. The answer comes by mail.
#[utoipa::path(post, path = "/api/v1/support/inquiries", tag = "support", request_body = InquiryForm, security(()),
    responses((status = 202, body = HandedIn), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub(in crate::api) async fn submit(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let (mut parts, body) = request.into_parts();
    let ip = axum::Extension::<ClientIp>::from_request_parts(&mut parts, &app).await.map_err(|_| Problem::missing())?;
    let origin = origin_of(&parts);
    let form = Body::<InquiryForm>::from_request(Request::from_parts(parts, body), &app).await?.value;
    let key = EmailAddress::parse(&form.email, true).map(|e| e.key().to_owned()).ok();
    app.services.limits.check(Action::Inquiry, ip.0.0, key.as_deref())?;
    let id = hand_in(&app, &origin, form).await?;
    Ok((StatusCode::ACCEPTED, Json(HandedIn { id })).into_response())
}

async fn hand_in(app: &App, origin: &Origin, form: InquiryForm) -> Result<String, Problem> {
    let InquiryForm { name, email, company, subject, text, altcha } = form;
    let mut command = Command::Submit { name, email, company, subject, text, captcha: true };
    // A form with faults does not spend the solved challenge.
    match app.portal.judge_inquiry(origin, &command) {
        Ok(()) => {}
        Err(RoomError::Refused(refusal)) => return Err(room::refused(&refusal)),
        Err(RoomError::Portal(error)) => return Err(error.into()),
    }
    if let Command::Submit { captcha, .. } = &mut command {
        *captcha = app.services.captcha.verify(&altcha).is_ok();
    }
    let id = app.portal.moment(origin)?.fresh;
    match app.portal.hand_in_inquiry(origin, id, &command).await {
        Ok(_) => Ok(id.to_string()),
        Err(RoomError::Refused(refusal)) => Err(room::refused(&refusal)),
        Err(RoomError::Portal(error)) => Err(error.into()),
    }
}
