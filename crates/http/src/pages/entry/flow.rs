//! A form of several steps: its state lies in the store under the hash of the cookie's token. Every step names the version
//! that it read, so that no try of a code goes uncounted and no step happens twice.

use axum::http::StatusCode;
use chrono::TimeDelta;
use guildhall_core::identity::{CodeHash, EmailAddress, Purpose, SecurityCode};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::cookies::Purpose as CookiePurpose;
use crate::mail::outgoing;
use crate::pages::letters;
use crate::pages::view::Stop;
use crate::pages::visit::Visit;
use crate::secrets::{Token, TokenHash, random};
use crate::store::{Append, AppendError, Flow, FlowChange, NO_TENANT, OutgoingMail, Provenance};

/// How long a form of several steps may lie open.
const LIFETIME: TimeDelta = TimeDelta::hours(2);

/// A flow as it was read.
#[derive(Debug)]
pub(super) struct Open<T> {
    hash: TokenHash,
    version: i64,
    subject: String,
    pub(super) state: T,
}

impl<T> Open<T> {
    /// The change that ends it, once.
    pub(super) fn consume(&self) -> FlowChange {
        FlowChange::Consume { token_hash: self.hash.clone(), expected_version: self.version }
    }
}

impl Visit {
    /// The flow of this browser, if it has one of this kind that has not ended.
    pub(super) async fn flow<T: DeserializeOwned>(&self, kind: &str) -> Result<Option<Open<T>>, Stop> {
        let Some(token) = self.cookies.read(&self.jar, CookiePurpose::Flow) else { return Ok(None) };
        let found = self.app.services.store.flow(&token.hash()).await.map_err(|e| self.crash(&e))?;
        let now = self.app.services.clock.millis();
        let Some(flow) = found.filter(|flow| flow.kind == kind && now < flow.expires_at) else { return Ok(None) };
        let state = serde_json::from_str(&flow.body).map_err(|e| self.crash(&e))?;
        Ok(Some(Open { hash: flow.token_hash, version: flow.version, subject: flow.subject, state }))
    }

    /// Begins a flow in this browser, ending `instead` in the same breath. Answers the token for the cookie.
    pub(super) async fn begin_flow<T: Serialize>(
        &self,
        kind: &str,
        subject: &str,
        state: &T,
        instead: Option<FlowChange>,
        mail: Option<OutgoingMail>,
    ) -> Result<Token, Stop> {
        let token = Token::random().map_err(|e| self.crash(&e))?;
        let now = self.app.services.clock.now();
        let flow = Flow {
            token_hash: token.hash(),
            kind: kind.to_owned(),
            subject: subject.to_owned(),
            version: 1,
            body: serde_json::to_string(state).map_err(|e| self.crash(&e))?,
            created_at: now.timestamp_millis(),
            expires_at: (now + LIFETIME).timestamp_millis(),
        };
        self.write(instead.into_iter().chain([FlowChange::Begin(flow)]).collect(), mail).await?;
        Ok(token)
    }

    /// Moves a flow on.
    pub(super) async fn step_flow<T: Serialize>(&self, open: &Open<T>, mail: Option<OutgoingMail>) -> Result<(), Stop> {
        let change = FlowChange::Step {
            token_hash: open.hash.clone(),
            expected_version: open.version,
            subject: open.subject.clone(),
            body: serde_json::to_string(&open.state).map_err(|e| self.crash(&e))?,
            expires_at: (self.app.services.clock.now() + LIFETIME).timestamp_millis(),
        };
        self.write(vec![change], mail).await
    }

    /// Ends a flow.
    pub(super) async fn end_flow<T>(&self, open: &Open<T>) -> Result<(), Stop> {
        self.write(vec![open.consume()], None).await
    }

    async fn write(&self, flows: Vec<FlowChange>, mail: Option<OutgoingMail>) -> Result<(), Stop> {
        let provenance = Provenance {
            at: self.app.services.clock.millis(),
            actor: "visitor".into(),
            source: self.origin.source.clone(),
            request_id: self.origin.request.clone(),
        };
        let mut append = Append::new(NO_TENANT, provenance);
        append.flows = flows;
        append.outbox.extend(mail);
        match self.app.services.store.append(append).await {
            Ok(()) => {
                self.app.services.mailer.wake();
                Ok(())
            }
            Err(AppendError::Conflict) => Err(self.with_status(StatusCode::CONFLICT)),
            Err(error) => Err(self.crash(&error)),
        }
    }

    /// A fresh code for `address` and `purpose`: its hash, and the letter that carries it (REG-16, USR-5, PWD-3).
    pub(super) fn new_code(&self, purpose: Purpose, address: &EmailAddress) -> Result<(CodeHash, OutgoingMail), Stop> {
        let code = SecurityCode::from_entropy(random::<5>().map_err(|e| self.crash(&e))?);
        let hash = self.app.services.codes.hash(purpose.id(), address.key(), code.expose());
        let (subject, text) = letters::code(self.w, self.program(), purpose, &code);
        let mail = outgoing(address.as_str(), "security_code", &subject, &text).map_err(|e| self.crash(&e))?;
        Ok((CodeHash(hash), mail))
    }

    /// Whether `typed` is the code behind `hash`, compared in constant time.
    pub(super) fn is_code(&self, purpose: Purpose, address: &EmailAddress, typed: &str, hash: &CodeHash) -> bool {
        SecurityCode::parse(typed)
            .is_some_and(|code| self.app.services.codes.verify(purpose.id(), address.key(), code.expose(), &hash.0))
    }
}
