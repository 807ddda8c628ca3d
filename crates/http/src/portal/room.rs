//! Carries any [`Room`] of the core: load its document and the account, decide, append, and again if somebody was faster.
//!
//! The append is conditional on both versions: a decision never stands on an account that has moved on, so that who lost a
//! role a moment ago does nothing with it.

use guildhall_core::account::{Account, Actor, Recorded};
use guildhall_core::room::Room;
use guildhall_core::setting::Setting;
use guildhall_core::{Id, Moment, trail};
use serde_json::json;

use super::change::{actor_text, json};
use super::{ACCOUNT, ATTEMPTS_MOST, Extras, Origin, Portal, PortalError, failed_append};
use crate::store::{Append, AppendError, DocumentRead, DocumentWrite, NewEvent, Provenance};

/// What a command did to a room.
#[derive(Debug)]
pub struct RoomDone<R: Room> {
    /// The room's state afterwards.
    pub state: R,
    /// Its version afterwards.
    pub version: i64,
    /// What happened.
    pub events: Vec<R::Event>,
}

/// Why a command to a room did not happen.
#[derive(Debug)]
pub enum RoomError<F> {
    /// The room refused it.
    Refused(F),
    /// Something else.
    Portal(PortalError),
}

impl<F> From<PortalError> for RoomError<F> {
    fn from(error: PortalError) -> Self {
        Self::Portal(error)
    }
}

impl Portal {
    /// A room of a tenant with its version; one that nothing has happened in yet is empty, at version 0.
    pub async fn load_room<R: Room>(&self, tenant: Id, id: &str) -> Result<(R, i64), PortalError> {
        let found = self.services.store.document(&tenant.to_string(), R::KIND, id).await?;
        let Some(document) = found else { return Ok((R::default(), 0)) };
        let state = serde_json::from_str(&document.body)
            .map_err(|e| PortalError::Machine(format!("the document {} {id} cannot be read: {e}", R::KIND)))?;
        Ok((state, document.version))
    }

    /// Runs a command in a room of a tenant. `id` names the document: the tenant's own id where there is one per tenant.
    pub async fn run_room<R: Room>(
        &self,
        origin: &Origin,
        tenant: Id,
        id: &str,
        actor: &Actor,
        command: &R::Command,
    ) -> Result<RoomDone<R>, RoomError<R::Refusal>> {
        for _ in 0..ATTEMPTS_MOST {
            let (account, account_version) = self.current(Some(tenant)).await?;
            let (mut state, version) = self.load_room::<R>(tenant, id).await?;
            let moment = self.moment(origin)?;
            let setting = Setting { program: &self.program, account: &account, actor, moment: &moment };
            let events = state.decide(&setting, command).map_err(RoomError::Refused)?;
            events.iter().for_each(|event| state.apply(event));
            let on_account = events.iter().flat_map(|e| R::account_events(&self.program, &account, e)).collect();
            let recorded = trail::record(&setting, &[], on_account);
            let mut append = self.append_of(tenant, &account, account_version, actor, &moment, recorded)?;
            let recorded = events.iter().map(|event| {
                let line = json!({ "at": moment.at, "actor": actor, "source": moment.source,
                    "request": moment.request, "event": event });
                NewEvent { event_type: R::event_name(event).to_owned(), body: line.to_string() }
            });
            let recorded: Vec<NewEvent> = recorded.collect();
            let new_version = version + i64::try_from(recorded.len().max(1)).unwrap_or(1);
            let body = json(&state)?;
            let (kind, id) = (R::KIND.into(), id.to_owned());
            append.documents.push(DocumentWrite { kind, id, expected_version: version, body, events: recorded });
            match self.services.store.append(append).await {
                Ok(()) => return Ok(RoomDone { state, version: new_version, events }),
                Err(AppendError::Conflict) => {}
                Err(error) => return Err(failed_append(error).into()),
            }
        }
        Err(PortalError::Contended.into())
    }

    /// An append that stands or falls with the account: it writes what is recorded there, or only reads its version.
    fn append_of(
        &self,
        tenant: Id,
        account: &Account,
        version: i64,
        actor: &Actor,
        moment: &Moment,
        recorded: Vec<Recorded>,
    ) -> Result<Append, PortalError> {
        if !recorded.is_empty() {
            return Ok(self.change(account, version, actor, moment, recorded, &Extras::default())?.append);
        }
        let provenance = Provenance {
            at: moment.at.timestamp_millis(),
            actor: actor_text(actor),
            source: moment.source.clone(),
            request_id: moment.request.clone(),
        };
        let mut append = Append::new(tenant.to_string(), provenance);
        append.reads.push(DocumentRead { kind: ACCOUNT.into(), id: tenant.to_string(), version });
        Ok(append)
    }
}
