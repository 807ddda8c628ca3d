//! RFC 9457 problems: every refusal of the API, with the core's stable code.

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use guildhall_core::account::Refusal;
use guildhall_core::explain::Explanation;
use guildhall_core::pipeline::bulk::CellFault;
use guildhall_core::{FieldFault, Kind};
use serde::Serialize;
use utoipa::ToSchema;

use super::explained::Reasons;
use crate::guard::{Fault, RequestId};
use crate::portal::{PortalError, SignInError, TokenError};

/// A fault of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ProblemFault {
    /// The field, as in `rows[2].email`.
    pub field: String,
    /// A stable code.
    pub code: String,
}

/// A fault of a cell, of a row, or of a file as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ProblemCell {
    /// The line in the file, from 1, on which the row begins.
    pub line: u64,
    /// The number of the cell in its row, from 1; `null` where the row as a whole is meant.
    pub column: Option<usize>,
    /// The heading of the column, or the field that has none; empty where the row as a whole is meant.
    pub field: String,
    /// A stable code.
    pub code: String,
}

impl From<&CellFault> for ProblemCell {
    fn from(fault: &CellFault) -> Self {
        let CellFault { line, column, field, code } = fault;
        Self { line: *line, column: *column, field: field.clone(), code: code.clone() }
    }
}

/// A problem as RFC 9457 describes it, with the refusal's code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Problem {
    /// `about:blank`: the title is that of the status.
    #[serde(rename = "type")]
    pub type_uri: String,
    /// The status in words.
    pub title: String,
    /// The status.
    pub status: u16,
    /// A stable code for programs.
    pub code: String,
    /// What is wrong, for people.
    pub detail: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The permission that none of the caller's roles has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing_permission: Option<String>,
    /// The roles that have it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub held_by: Vec<String>,
    /// All faults of the fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<ProblemFault>,
    /// All faults of a file's rows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<ProblemCell>,
    /// What is missing, who can help and what to do next, where the rules refused a change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Box<Reasons>>,
    /// The request's id, for those who report the problem.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// Seconds to wait.
    #[serde(skip)]
    pub retry_after_s: Option<u64>,
}

impl Problem {
    /// A problem with this status, code and detail.
    pub fn new(status: StatusCode, code: &str, detail: impl Into<String>) -> Self {
        Self {
            type_uri: "about:blank".into(),
            title: status.canonical_reason().unwrap_or("Error").into(),
            status: status.as_u16(),
            code: code.into(),
            detail: detail.into(),
            hint: None,
            missing_permission: None,
            held_by: Vec::new(),
            faults: Vec::new(),
            cells: Vec::new(),
            explanation: None,
            request_id: None,
            retry_after_s: None,
        }
    }

    /// The same with what is missing and who can help.
    pub fn explained(mut self, explanation: &Explanation) -> Self {
        self.explanation = Some(Box::new(explanation.into()));
        self
    }

    /// The same with a hint.
    pub fn hint(mut self, hint: &str) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same with the request's id.
    pub fn with_request(mut self, id: Option<&RequestId>) -> Self {
        self.request_id = id.map(|id| id.0.clone());
        self
    }

    /// Nothing is there, or nothing that the caller may know of.
    pub fn missing() -> Self {
        Self::new(StatusCode::NOT_FOUND, "missing", "there is nothing at this address")
            .hint("the addresses are listed in /api/openapi.json")
    }

    /// The address does not take this method.
    pub fn wrong_method() -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "wrong_method", "this address does not take that method")
            .hint("the methods are listed in /api/openapi.json")
    }

    /// Nobody is signed in.
    pub fn unauthenticated() -> Self {
        Self::from(Refusal::NotSignedIn)
    }

    /// The machine failed; the details are in the log.
    pub fn internal(error: &dyn std::error::Error) -> Self {
        tracing::error!(error = %chain(error), "a request failed");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "something went wrong on our side")
            .hint("try again; if it happens again, report the request id")
    }
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}

/// The one map from a refusal's kind to a status.
pub(super) fn status_of(kind: Kind) -> StatusCode {
    match kind {
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::Missing => StatusCode::NOT_FOUND,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::Limited => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let mut problem = Self::new(status_of(refusal.kind()), refusal.code(), refusal.to_string());
        if let Refusal::PermissionMissing { permission, .. } = &refusal {
            problem.missing_permission = Some(permission.id().into());
        }
        problem.hint = hint(&refusal);
        if let Refusal::InvalidInput { faults } = refusal {
            problem.faults = faults.into_iter().map(fault).collect();
        } else if let Refusal::PermissionMissing { held_by, .. } = refusal {
            problem.held_by = held_by;
        }
        problem
    }
}

/// What a program can do about a refusal.
fn hint(refusal: &Refusal) -> Option<String> {
    if let Refusal::ConfirmationMissing { word } = refusal {
        return Some(format!("send {word:?} in the field `confirm`"));
    }
    let words = match refusal.kind() {
        Kind::Invalid => "each entry of faults names a field and a code",
        Kind::Unauthenticated => "send a personal token as `Authorization: Bearer ...`",
        Kind::Forbidden => "GET /api/v1/access/explain tells which role is missing and who can grant it",
        Kind::Missing => "read the list again: it may have changed",
        Kind::Conflict => "read the account again: it stands differently now",
        Kind::Limited => "send fewer rows at once",
    };
    Some(words.into())
}

fn fault(fault: FieldFault) -> ProblemFault {
    ProblemFault { field: fault.field, code: fault.code }
}

impl From<PortalError> for Problem {
    fn from(error: PortalError) -> Self {
        match error {
            PortalError::Refused(refusal) => refusal.into(),
            PortalError::Profile(refusal) => super::room::refused(&refusal),
            PortalError::Contended => {
                Self::new(StatusCode::CONFLICT, "changed_meanwhile", "somebody changed this at the same time")
                    .hint("read it again and repeat the request")
            }
            PortalError::Duplicate => {
                Self::new(StatusCode::CONFLICT, "in_progress", "a request with this Idempotency-Key is being answered")
                    .hint("repeat the request in a moment")
            }
            PortalError::FlowGone => Self::new(StatusCode::CONFLICT, "flow_gone", "this form was sent already"),
            PortalError::Unknown(ref source) => {
                tracing::error!(error = %chain(source), "a commit was not confirmed");
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "unconfirmed", "the store did not confirm the change")
                    .hint("repeat the request with the same Idempotency-Key")
            }
            PortalError::Store(_) | PortalError::Machine(_) => Self::internal(&error),
        }
    }
}

impl From<SignInError> for Problem {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Rejected => {
                Self::new(StatusCode::UNAUTHORIZED, "sign_in_rejected", "address or password are not right")
            }
            SignInError::Busy => {
                let mut problem =
                    Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", "too many people sign in at this moment");
                problem.retry_after_s = Some(1);
                problem
            }
            SignInError::Portal(error) => error.into(),
        }
    }
}

impl From<TokenError> for Problem {
    fn from(error: TokenError) -> Self {
        match error {
            TokenError::Faulty(faults) => Refusal::InvalidInput { faults }.into(),
            TokenError::Refused(refusal) => super::room::refused(&refusal),
            TokenError::Portal(error) => error.into(),
        }
    }
}

impl From<crate::limits::Limited> for Problem {
    fn from(limited: crate::limits::Limited) -> Self {
        let mut problem = Self::new(StatusCode::TOO_MANY_REQUESTS, "too_many_requests", "too many tries");
        problem.retry_after_s = Some(limited.retry_after_s);
        problem.hint("wait as long as Retry-After says")
    }
}

/// A fault that the guard found, for those who asked the API.
pub fn guarded(fault: Fault, id: &RequestId) -> Response {
    let (code, detail) = match fault {
        Fault::UnknownHost => ("unknown_host", "this server does not answer to that name"),
        Fault::CrossSite => ("cross_site", "a session counts only for requests from a page of the portal"),
        Fault::TooLarge => ("too_large", "the body is longer than this address takes"),
        Fault::Limited(_) => ("too_many_requests", "too many requests from this network"),
        Fault::TimedOut => ("timed_out", "this took too long"),
        Fault::Panicked => ("internal", "something went wrong on our side"),
    };
    let hint = match fault {
        Fault::UnknownHost => "use the address that the portal is reached at",
        Fault::CrossSite => "send a personal token as `Authorization: Bearer ...`",
        Fault::TooLarge => "send less at once",
        Fault::Limited(_) => "wait as long as Retry-After says",
        Fault::TimedOut => "repeat the request with the same Idempotency-Key",
        Fault::Panicked => "try again; if it happens again, report the request id",
    };
    Problem::new(fault.status(), code, detail).hint(hint).with_request(Some(id)).into_response()
}

/// Gives every problem the id of its request, which only the response's way back knows. Whatever refused without being
/// one of ours, such as the reading of an address, becomes a problem.
pub(super) async fn name_requests(request: Request, next: Next) -> Response {
    let id = request.extensions().get::<RequestId>().cloned();
    let response = next.run(request).await;
    let status = response.status();
    let problem = match response.extensions().get::<Problem>() {
        Some(problem) if problem.request_id.is_some() => None,
        Some(problem) => Some(problem.clone()),
        None if status.is_client_error() => {
            let detail = "the request is not as described";
            Some(Problem::new(status, "malformed", detail).hint("the API is described in /api/openapi.json"))
        }
        None => None,
    };
    let Some(problem) = problem else { return response };
    let mut named = problem.with_request(id.as_ref()).into_response();
    for (name, value) in response.headers() {
        if !named.headers().contains_key(name) && *name != header::CONTENT_LENGTH {
            named.headers_mut().insert(name, value.clone());
        }
    }
    named
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(seconds) = self.retry_after_s {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(self);
        response
    }
}
