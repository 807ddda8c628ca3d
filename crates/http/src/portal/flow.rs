//! Forms of several steps before there is a session: registration and password reset, on pages and through the API. The
//! state lies in the store under the hash of a secret. Every step names the version that it read, so that no try of a code
//! goes uncounted and no step happens twice.

use chrono::TimeDelta;
use guildhall_core::account::Actor;
use guildhall_core::identity::{CodeHash, EmailAddress, Purpose, SecurityCode};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::change::{json, provenance};
use super::{Origin, Portal, PortalError, failed_append};
use crate::mail::outgoing;
use crate::secrets::{Token, TokenHash, random};
use crate::store::{Append, AppendError, Flow, FlowChange, NO_TENANT, OutgoingMail};

/// How long a form of several steps may lie open.
const LIFETIME: TimeDelta = TimeDelta::hours(2);

/// A form as it was read.
#[derive(Debug)]
pub struct OpenFlow<T> {
    hash: TokenHash,
    version: i64,
    subject: String,
    /// What was told so far.
    pub state: T,
}

impl<T> OpenFlow<T> {
    /// The change that ends it, once.
    pub fn consume(&self) -> FlowChange {
        FlowChange::Consume { token_hash: self.hash.clone(), expected_version: self.version }
    }
}

impl Portal {
    /// The form of a secret, if it is of this kind and has not ended.
    pub async fn flow<T: DeserializeOwned>(
        &self,
        kind: &str,
        secret: &Token,
    ) -> Result<Option<OpenFlow<T>>, PortalError> {
        let found = self.services.store.flow(&secret.hash()).await?;
        let now = self.services.clock.millis();
        let Some(flow) = found.filter(|flow| flow.kind == kind && now < flow.expires_at) else { return Ok(None) };
        let state = serde_json::from_str(&flow.body)
            .map_err(|e| PortalError::Machine(format!("a form of the kind {kind} cannot be read: {e}")))?;
        Ok(Some(OpenFlow { hash: flow.token_hash, version: flow.version, subject: flow.subject, state }))
    }

    /// Begins a form about `subject` (an address's key), ending `instead` in the same breath. Answers its secret.
    pub async fn begin_flow<T: Serialize>(
        &self,
        origin: &Origin,
        (kind, subject): (&str, &str),
        state: &T,
        instead: Option<FlowChange>,
        mail: Option<OutgoingMail>,
    ) -> Result<Token, PortalError> {
        let token = Token::random()?;
        let now = self.services.clock.now();
        let flow = Flow {
            token_hash: token.hash(),
            kind: kind.to_owned(),
            subject: subject.to_owned(),
            version: 1,
            body: json(state)?,
            created_at: now.timestamp_millis(),
            expires_at: (now + LIFETIME).timestamp_millis(),
        };
        self.write_flows(origin, instead.into_iter().chain([FlowChange::Begin(flow)]).collect(), mail).await?;
        Ok(token)
    }

    /// Keeps a form as it stands now.
    pub async fn step_flow<T: Serialize>(
        &self,
        origin: &Origin,
        open: &OpenFlow<T>,
        mail: Option<OutgoingMail>,
    ) -> Result<(), PortalError> {
        let change = FlowChange::Step {
            token_hash: open.hash.clone(),
            expected_version: open.version,
            subject: open.subject.clone(),
            body: json(&open.state)?,
            expires_at: (self.services.clock.now() + LIFETIME).timestamp_millis(),
        };
        self.write_flows(origin, vec![change], mail).await
    }

    /// Ends a form.
    pub async fn end_flow<T>(&self, origin: &Origin, open: &OpenFlow<T>) -> Result<(), PortalError> {
        self.write_flows(origin, vec![open.consume()], None).await
    }

    async fn write_flows(
        &self,
        origin: &Origin,
        flows: Vec<FlowChange>,
        mail: Option<OutgoingMail>,
    ) -> Result<(), PortalError> {
        let mut append = Append::new(NO_TENANT, provenance(&Actor::Visitor, &self.moment(origin)?));
        append.flows = flows;
        append.outbox.extend(mail);
        match self.services.store.append(append).await {
            Ok(()) => {
                self.services.mailer.wake();
                Ok(())
            }
            Err(AppendError::Conflict) => Err(PortalError::FlowGone),
            Err(error) => Err(failed_append(error)),
        }
    }

    /// A fresh code for `address` and `purpose`: its hash, and the letter that carries it, worded by `word` as subject and
    /// text (REG-16, USR-5, PWD-3).
    pub fn new_code(
        &self,
        purpose: Purpose,
        address: &EmailAddress,
        word: impl FnOnce(&SecurityCode) -> (String, String),
    ) -> Result<(CodeHash, OutgoingMail), PortalError> {
        let code = SecurityCode::from_entropy(random::<5>()?);
        let hash = self.services.codes.hash(purpose.id(), address.key(), code.expose());
        let (subject, text) = word(&code);
        let mail = outgoing(address.as_str(), "security_code", &subject, &text)
            .map_err(|e| PortalError::Machine(e.to_string()))?;
        Ok((CodeHash(hash), mail))
    }

    /// Whether `typed` is the code behind `hash`, compared in constant time.
    pub fn is_code(&self, purpose: Purpose, address: &EmailAddress, typed: &str, hash: &CodeHash) -> bool {
        SecurityCode::parse(typed)
            .is_some_and(|code| self.services.codes.verify(purpose.id(), address.key(), code.expose(), &hash.0))
    }
}
