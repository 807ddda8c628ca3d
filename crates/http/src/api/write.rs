//! One way for every write, of the account and of rooms: `Idempotency-Key`, `If-Match`, the command, the answer.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use guildhall_core::account::{Account, Actor, Command, Event};
use guildhall_core::explain::Explanation;
use guildhall_core::room::{Room, RoomRefusal};
use guildhall_core::setting::Setting;
use guildhall_core::{Id, certifications, tasks};
use serde_json::Value;

use super::caller::{Caller, request_hash};
use super::problem::Problem;
use super::room::refused;
use crate::app::App;
use crate::portal::{
    AnswerMaker, Ask, Extras, Finished, Origin, PlanDone, PortalError, RoomDocument, RoomDone, RoomError, RoomPlan,
};
use crate::store::IdempotentAnswer;

/// The longest key, and the longest tag.
const KEY_BYTES_MAX: usize = 128;

/// Status and body of an answer.
pub(super) type Told = (StatusCode, Value);

/// What is answered to a write, made from the account afterwards and from what happened.
pub(super) type Answer = fn(&Account, &[Event], Id) -> Told;

/// Who writes, and where: a member in their company, an operator in any company or in what the programme keeps.
pub(super) trait Asks: Sync {
    /// Whose documents are written.
    fn tenant(&self) -> Id;
    /// Under whose name answers are kept.
    fn principal(&self) -> Id;
    /// Who acts.
    fn actor(&self) -> Actor;
    /// From where.
    fn origin(&self) -> &Origin;
}

impl Asks for Caller {
    fn tenant(&self) -> Id {
        self.loaded.tenant
    }

    fn principal(&self) -> Id {
        self.member
    }

    fn actor(&self) -> Actor {
        Caller::actor(self)
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }
}

/// A write that is to be made.
pub(super) struct Write<'a> {
    pub(super) app: &'a App,
    pub(super) caller: &'a dyn Asks,
    pub(super) headers: &'a HeaderMap,
    pub(super) request_hash: String,
}

/// What the headers ask for.
struct Asked {
    key: Option<String>,
    seen: Option<i64>,
}

/// A write begins, or was made before.
enum Begun {
    Replay(Response),
    New(Asked),
}

/// Explains a refusal in a setting.
type Why = Box<dyn Fn(&Setting<'_>) -> Explanation + Send + Sync>;

/// Why a write did not happen.
enum Failure {
    /// By the rules of a room; why, for a setting in which it is explained.
    Refused(Box<Problem>, Why),
    Portal(PortalError),
}

impl From<PortalError> for Failure {
    fn from(error: PortalError) -> Self {
        Self::Portal(error)
    }
}

impl<F: RoomRefusal> From<RoomError<F>> for Failure {
    fn from(error: RoomError<F>) -> Self {
        match error {
            RoomError::Refused(refusal) => {
                Self::Refused(Box::new(refused(&refusal)), Box::new(move |setting| refusal.explain(setting)))
            }
            RoomError::Portal(error) => Self::Portal(error),
        }
    }
}

impl<'a> Write<'a> {
    /// A write whose request has a body, hashed with it.
    pub(super) fn new(app: &'a App, caller: &'a dyn Asks, headers: &'a HeaderMap, request_hash: String) -> Self {
        Self { app, caller, headers, request_hash }
    }

    /// A write whose request has none. No address takes two methods without one.
    pub(super) fn without_body(app: &'a App, caller: &'a dyn Asks, headers: &'a HeaderMap, uri: &Uri) -> Self {
        Self::new(app, caller, headers, request_hash(&uri.to_string(), &[]))
    }

    /// Runs a command of the account as the caller and answers.
    pub(super) async fn run(self, command: Command, answer: Answer) -> Result<Response, Problem> {
        let asked = match self.begin().await? {
            Begun::Replay(replay) => return Ok(replay),
            Begun::New(asked) => asked,
        };
        let principal = self.caller.principal();
        let idempotency = self.keeper(&asked).map(|keep| {
            AnswerMaker(Box::new(move |account: &Account, events: &[Event]| keep(&answer(account, events, principal))))
        });
        let extras = Extras { idempotency, ..Extras::default() };
        let (origin, tenant, actor) = (self.caller.origin(), Some(self.caller.tenant()), self.caller.actor());
        let ran = self.app.portal.run_at(origin, tenant, asked.seen, &actor, command, extras).await;
        let told = ran.map(|done| (answer(&done.account, &done.events, principal), Some(done.version)));
        self.end(asked, told.map_err(Failure::from)).await
    }

    /// Runs a command in the room that the caller's tenant has one of.
    pub(super) async fn room<R: Room>(
        self,
        command: &R::Command,
        answer: impl Fn(&Setting<'_>, &RoomDone<R>) -> Told,
    ) -> Result<Response, Problem> {
        let id = self.caller.tenant().to_string();
        self.room_called::<R>(&id, command, answer).await
    }

    /// Runs a command in the room with this id.
    pub(super) async fn room_called<R: Room>(
        self,
        id: &str,
        command: &R::Command,
        answer: impl Fn(&Setting<'_>, &RoomDone<R>) -> Told,
    ) -> Result<Response, Problem> {
        let asked = match self.begin().await? {
            Begun::Replay(replay) => return Ok(replay),
            Begun::New(asked) => asked,
        };
        let (keep, actor) = (self.keeper(&asked), self.caller.actor());
        let finish = |setting: &Setting<'_>, done: &RoomDone<R>| finished(answer(setting, done), keep.as_ref());
        let ran = self.app.portal.run_room_with(&self.ask(&asked, &actor), id, command, finish).await;
        let told = ran.map(|(done, told)| (told, Some(done.version)));
        self.end(asked, told.map_err(Failure::from)).await
    }

    /// Completes a task by its form.
    pub(super) async fn task_form(
        self,
        task: Id,
        answers: &BTreeMap<String, String>,
        answer: impl Fn(&Setting<'_>, &RoomDone<tasks::State>) -> Told,
    ) -> Result<Response, Problem> {
        let asked = match self.begin().await? {
            Begun::Replay(replay) => return Ok(replay),
            Begun::New(asked) => asked,
        };
        let (keep, actor) = (self.keeper(&asked), self.caller.actor());
        let finish = |setting: &Setting<'_>, done: &RoomDone<_>| finished(answer(setting, done), keep.as_ref());
        let ran = self.app.portal.submit_task_form(&self.ask(&asked, &actor), task, answers, finish).await;
        let told = ran.map(|(done, told)| (told, Some(done.version)));
        self.end(asked, told.map_err(Failure::from)).await
    }

    /// Sets or clears the caller's certification address.
    pub(super) async fn training_address(
        self,
        address: &str,
        answer: impl Fn(&Setting<'_>, &RoomDone<certifications::State>) -> Told,
    ) -> Result<Response, Problem> {
        let asked = match self.begin().await? {
            Begun::Replay(replay) => return Ok(replay),
            Begun::New(asked) => asked,
        };
        let (keep, actor) = (self.keeper(&asked), self.caller.actor());
        let finish = |setting: &Setting<'_>, done: &RoomDone<_>| finished(answer(setting, done), keep.as_ref());
        let ran = self.app.portal.set_training_address(&self.ask(&asked, &actor), address, finish).await;
        let told = ran.map(|(done, told)| (told, Some(done.version)));
        self.end(asked, told.map_err(Failure::from)).await
    }

    /// Decides over all rooms of a kind and records the changes together; see [`crate::portal::Portal::run_plan`]. There is
    /// no one version of them: `If-Match` counts for nothing here.
    pub(super) async fn plan<R: Room, T>(
        self,
        plan: impl Fn(&Setting<'_>, &[RoomDocument<R>]) -> Result<RoomPlan<R, T>, R::Refusal>,
        answer: impl Fn(&Setting<'_>, &PlanDone<R, T>) -> Told,
    ) -> Result<Response, Problem> {
        let asked = match self.begin().await? {
            Begun::Replay(replay) => return Ok(replay),
            Begun::New(asked) => asked,
        };
        let (keep, actor) = (self.keeper(&asked), self.caller.actor());
        let finish = |setting: &Setting<'_>, done: &PlanDone<R, T>| finished(answer(setting, done), keep.as_ref());
        let ran = self.app.portal.run_plan(&self.ask(&asked, &actor), plan, finish).await;
        let told = ran.map(|(_, told)| (told, None));
        self.end(asked, told.map_err(Failure::from)).await
    }

    fn ask<'s>(&'s self, asked: &Asked, actor: &'s Actor) -> Ask<'s> {
        Ask { origin: self.caller.origin(), tenant: self.caller.tenant(), actor, seen: asked.seen }
    }

    /// The answer that this request was given before: for handlers that look things up which the write itself uses up.
    pub(super) async fn replayed(&self) -> Result<Option<Response>, Problem> {
        match key(self.headers)? {
            Some(key) => self.replay(&key).await,
            None => Ok(None),
        }
    }

    /// Reads the headers; a request that was answered before is answered alike.
    async fn begin(&self) -> Result<Begun, Problem> {
        let asked = Asked { key: key(self.headers)?, seen: self.seen()? };
        if let Some(key) = &asked.key
            && let Some(replay) = self.replay(key).await?
        {
            return Ok(Begun::Replay(replay));
        }
        Ok(Begun::New(asked))
    }

    /// The response to what came of it.
    async fn end(&self, asked: Asked, outcome: Result<(Told, Option<i64>), Failure>) -> Result<Response, Problem> {
        match (outcome, &asked.key) {
            (Ok(((status, body), version)), _) => {
                let response = (status, axum::Json(body)).into_response();
                Ok(match version {
                    Some(version) => with_etag(response, version),
                    None => response,
                })
            }
            // The same request arrived twice at the same moment: the other one's answer is this one's.
            (Err(Failure::Portal(PortalError::Duplicate)), Some(key)) => match self.replay(key).await? {
                Some(replay) => Ok(replay),
                None => Err(PortalError::Duplicate.into()),
            },
            (Err(Failure::Portal(PortalError::Contended)), _) if asked.seen.is_some() => Err(Problem::new(
                StatusCode::PRECONDITION_FAILED,
                "changed_meanwhile",
                "this was changed since it was read",
            )
            .hint("read it again and repeat the request with the new ETag")),
            (Err(Failure::Refused(problem, why)), _) => Err(self.explained(*problem, why).await),
            (Err(Failure::Portal(PortalError::Refused(refusal))), _) => {
                let problem = Problem::from(refusal.clone());
                Err(self.explained(problem, Box::new(move |setting| refusal.explain(setting))).await)
            }
            (Err(Failure::Portal(PortalError::Profile(refusal))), _) => {
                let problem = refused(&refusal);
                Err(self.explained(problem, Box::new(move |setting| refusal.explain(setting))).await)
            }
            (Err(Failure::Portal(error)), _) => Err(error.into()),
        }
    }

    /// The problem with what is missing and who can help. It goes out without where that cannot be read.
    async fn explained(&self, problem: Problem, why: Why) -> Problem {
        let (portal, actor) = (&self.app.portal, self.caller.actor());
        let (Ok(loaded), Ok(moment)) = (portal.load(self.caller.tenant()).await, portal.moment(self.caller.origin()))
        else {
            return problem;
        };
        let account = loaded.map(|loaded| loaded.account).unwrap_or_default();
        let setting = Setting { program: portal.program(), account: &account, actor: &actor, moment: &moment };
        problem.explained(&why(&setting))
    }

    /// Makes the answer to keep, where there is a key to keep it under.
    fn keeper(&self, asked: &Asked) -> Option<impl Fn(&Told) -> IdempotentAnswer + Send + Sync + use<>> {
        let key = asked.key.clone()?;
        let (principal, hash) = (self.caller.principal().to_string(), self.request_hash.clone());
        let created_at = self.app.services.clock.millis();
        Some(move |(status, body): &Told| IdempotentAnswer {
            principal: principal.clone(),
            key: key.clone(),
            request_hash: hash.clone(),
            status: i64::from(status.as_u16()),
            body: body.to_string(),
            created_at,
        })
    }

    fn seen(&self) -> Result<Option<i64>, Problem> {
        let Some(value) = self.headers.get(header::IF_MATCH) else { return Ok(None) };
        let text = value.to_str().unwrap_or_default().trim();
        if text == "*" {
            return Ok(None);
        }
        let tag = text.strip_prefix('"').and_then(|t| t.strip_suffix('"'));
        let tag = tag.filter(|t| t.len() <= KEY_BYTES_MAX && t.bytes().all(|b| b.is_ascii_graphic() && b != b'"'));
        let Some(tag) = tag else {
            let detail = "If-Match holds one entity tag in quotation marks, or a star";
            return Err(Problem::new(StatusCode::BAD_REQUEST, "if_match", detail)
                .hint("send the ETag of what was read as it came"));
        };
        // A tag that we never gave matches nothing.
        Ok(Some(tag.parse().unwrap_or(-1)))
    }

    async fn replay(&self, key: &str) -> Result<Option<Response>, Problem> {
        let (tenant, principal) = (self.caller.tenant().to_string(), self.caller.principal().to_string());
        let found = self.app.services.store.idempotent_answer(&tenant, &principal, key).await;
        let Some(kept) = found.map_err(|e| Problem::internal(&e))? else { return Ok(None) };
        if kept.request_hash != self.request_hash {
            return Err(reused());
        }
        let status =
            u16::try_from(kept.status).ok().and_then(|s| StatusCode::from_u16(s).ok()).unwrap_or(StatusCode::OK);
        let mut response = (status, kept.body).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        replayed(&mut response);
        Ok(Some(response))
    }
}

/// Marks an answer that was given before.
pub(super) fn replayed(response: &mut Response) {
    response.headers_mut().insert("idempotent-replayed", HeaderValue::from_static("true"));
}

/// A key that was used for something else.
pub(super) fn reused() -> Problem {
    let detail = "this Idempotency-Key was used for another request";
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "idempotency_key_reused", detail)
        .hint("use a new key for every new request")
}

/// The `Idempotency-Key` of a request, if it has one.
pub(super) fn key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(None) };
    let key = value.to_str().unwrap_or_default().trim();
    if key.is_empty() || key.len() > KEY_BYTES_MAX || !key.bytes().all(|b| b.is_ascii_graphic() || b == b' ') {
        let detail = "the Idempotency-Key has 1 to 128 visible ASCII characters";
        return Err(Problem::new(StatusCode::BAD_REQUEST, "idempotency_key", detail)
            .hint("send a new random name for each new request"));
    }
    Ok(Some(key.to_owned()))
}

fn finished(told: Told, keep: Option<&impl Fn(&Told) -> IdempotentAnswer>) -> Finished<Told> {
    let kept = keep.map(|keep| keep(&told));
    (told, kept)
}

/// The response with a version as its tag.
pub(super) fn with_etag(mut response: Response, version: i64) -> Response {
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{version}\"")) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}
