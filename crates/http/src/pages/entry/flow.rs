//! Forms of several steps in a browser: the portal keeps them, a cookie holds their secret.

use guildhall_core::identity::{CodeHash, EmailAddress, Purpose};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::cookies::Purpose as CookiePurpose;
use crate::pages::letters;
use crate::pages::view::Stop;
use crate::pages::visit::Visit;
use crate::secrets::Token;
use crate::store::{FlowChange, OutgoingMail};

pub(super) use crate::portal::OpenFlow as Open;

impl Visit {
    /// The flow of this browser, if it has one of this kind that has not ended.
    pub(super) async fn flow<T: DeserializeOwned>(&self, kind: &str) -> Result<Option<Open<T>>, Stop> {
        let Some(token) = self.cookies.read(&self.jar, CookiePurpose::Flow) else { return Ok(None) };
        self.app.portal.flow(kind, &token).await.map_err(|e| self.stop(&e))
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
        let begun = self.app.portal.begin_flow(&self.origin, (kind, subject), state, instead, mail).await;
        begun.map_err(|e| self.stop(&e))
    }

    /// Moves a flow on.
    pub(super) async fn step_flow<T: Serialize>(&self, open: &Open<T>, mail: Option<OutgoingMail>) -> Result<(), Stop> {
        self.app.portal.step_flow(&self.origin, open, mail).await.map_err(|e| self.stop(&e))
    }

    /// Ends a flow.
    pub(super) async fn end_flow<T>(&self, open: &Open<T>) -> Result<(), Stop> {
        self.app.portal.end_flow(&self.origin, open).await.map_err(|e| self.stop(&e))
    }

    /// A fresh code for `address` and `purpose`, and the letter that carries it in the visitor's language.
    pub(super) fn new_code(&self, purpose: Purpose, address: &EmailAddress) -> Result<(CodeHash, OutgoingMail), Stop> {
        let word = |code: &_| letters::code(self.w, self.program(), purpose, code);
        self.app.portal.new_code(purpose, address, word).map_err(|e| self.stop(&e))
    }

    /// Whether `typed` is the code behind `hash`.
    pub(super) fn is_code(&self, purpose: Purpose, address: &EmailAddress, typed: &str, hash: &CodeHash) -> bool {
        self.app.portal.is_code(purpose, address, typed, hash)
    }
}
