//! One way for every write: `Idempotency-Key`, `If-Match`, the command, the answer.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use guildhall_core::Id;
use guildhall_core::account::{Account, Command, Event};
use serde_json::Value;

use super::caller::Caller;
use super::problem::Problem;
use crate::app::App;
use crate::portal::{AnswerMaker, Extras, PortalError};
use crate::store::IdempotentAnswer;

/// The longest key.
const KEY_BYTES_MAX: usize = 128;

/// What is answered to a write, made from the account afterwards and from what happened.
pub(super) type Answer = fn(&Account, &[Event], Id) -> (StatusCode, Value);

/// A write that is to be made.
pub(super) struct Write<'a> {
    pub(super) app: &'a App,
    pub(super) caller: &'a Caller,
    pub(super) headers: &'a HeaderMap,
    pub(super) request_hash: String,
}

impl Write<'_> {
    /// Runs the command as the caller and answers.
    pub(super) async fn run(self, command: Command, answer: Answer) -> Result<Response, Problem> {
        let key = self.key()?;
        if let Some(key) = &key
            && let Some(replay) = self.replay(key).await?
        {
            return Ok(replay);
        }
        let seen = self.seen()?;
        let (principal, now) = (self.caller.member, self.app.services.clock.millis());
        let hash = self.request_hash.clone();
        let kept = key.clone();
        let keep = move |account: &Account, events: &[Event]| {
            let (status, body) = answer(account, events, principal);
            IdempotentAnswer {
                principal: principal.to_string(),
                key: kept.clone().unwrap_or_default(),
                request_hash: hash.clone(),
                status: i64::from(status.as_u16()),
                body: body.to_string(),
                created_at: now,
            }
        };
        let idempotency = key.as_ref().map(|_| AnswerMaker(Box::new(keep)));
        let extras = Extras { idempotency, ..Extras::default() };
        let portal = &self.app.portal;
        let ran = portal
            .run_at(&self.caller.origin, Some(self.caller.loaded.tenant), seen, &self.caller.actor(), command, extras)
            .await;
        match (ran, &key) {
            (Ok(done), _) => {
                let (status, body) = answer(&done.account, &done.events, principal);
                Ok(with_etag((status, axum::Json(body)).into_response(), done.version))
            }
            // The same request arrived twice at the same moment: the other one's answer is this one's.
            (Err(PortalError::Duplicate), Some(key)) => match self.replay(key).await? {
                Some(replay) => Ok(replay),
                None => Err(PortalError::Duplicate.into()),
            },
            (Err(PortalError::Contended), _) if seen.is_some() => Err(Problem::new(
                StatusCode::PRECONDITION_FAILED,
                "changed_meanwhile",
                "this was changed since it was read",
            )
            .hint("read it again and repeat the request with the new ETag")),
            (Err(error), _) => Err(error.into()),
        }
    }

    fn key(&self) -> Result<Option<String>, Problem> {
        let Some(value) = self.headers.get("idempotency-key") else { return Ok(None) };
        let key = value.to_str().unwrap_or_default().trim();
        if key.is_empty() || key.len() > KEY_BYTES_MAX {
            let detail = "the Idempotency-Key has 1 to 128 visible ASCII characters";
            return Err(Problem::new(StatusCode::BAD_REQUEST, "idempotency_key", detail));
        }
        Ok(Some(key.to_owned()))
    }

    fn seen(&self) -> Result<Option<i64>, Problem> {
        let Some(value) = self.headers.get(header::IF_MATCH) else { return Ok(None) };
        let text = value.to_str().unwrap_or_default().trim();
        if text == "*" {
            return Ok(None);
        }
        let version = text.strip_prefix('"').and_then(|t| t.strip_suffix('"')).and_then(|t| t.parse().ok());
        // A tag that we never gave matches nothing.
        Ok(Some(version.unwrap_or(-1)))
    }

    async fn replay(&self, key: &str) -> Result<Option<Response>, Problem> {
        let (tenant, principal) = (self.caller.loaded.tenant.to_string(), self.caller.member.to_string());
        let found = self.app.services.store.idempotent_answer(&tenant, &principal, key).await;
        let Some(kept) = found.map_err(|e| Problem::internal(&e))? else { return Ok(None) };
        if kept.request_hash != self.request_hash {
            let detail = "this Idempotency-Key was used for another request";
            return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "idempotency_key_reused", detail)
                .hint("use a new key for every new request"));
        }
        let status =
            u16::try_from(kept.status).ok().and_then(|s| StatusCode::from_u16(s).ok()).unwrap_or(StatusCode::OK);
        let mut response = (status, kept.body).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        response.headers_mut().insert("idempotent-replayed", HeaderValue::from_static("true"));
        Ok(Some(response))
    }
}

/// The response with the account's version as its tag.
pub(super) fn with_etag(mut response: Response, version: i64) -> Response {
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{version}\"")) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}
