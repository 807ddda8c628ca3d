//! Carries any [`Room`] of the core: load, decide, append, and again if somebody was faster. See [`Work`].

use std::sync::Arc;

use guildhall_core::account::{Account, Actor};
use guildhall_core::room::Room;
use guildhall_core::setting::Setting;
use guildhall_core::{Id, Permission};

use super::work::Work;
use super::{ATTEMPTS_MOST, Extras, Origin, Portal, PortalError, failed_append};
use crate::store::{AppendError, IdempotentAnswer};

/// A room as it was read.
#[derive(Debug, Clone)]
pub struct RoomDocument<R> {
    /// The id of its document.
    pub id: String,
    /// The state.
    pub state: R,
    /// The version to expect in the next write; 0 where nothing has happened in it yet.
    pub version: i64,
}

/// What a command did to a room.
#[derive(Debug)]
pub struct RoomDone<R: Room> {
    /// The id of its document.
    pub id: String,
    /// The room's state afterwards.
    pub state: R,
    /// Its version afterwards.
    pub version: i64,
    /// What happened.
    pub events: Vec<R::Event>,
    /// The account afterwards.
    pub account: Arc<Account>,
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

/// Who asks, from where, in which tenant's rooms, and on what.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// Where the request came from.
    pub origin: &'a Origin,
    /// Whose rooms: a company's, or [`super::PROGRAMME`].
    pub tenant: Id,
    /// Who.
    pub actor: &'a Actor,
    /// The version of the room that the caller saw (`If-Match`): with another one, [`PortalError::Contended`].
    pub seen: Option<i64>,
}

/// What is made of a change before it is stored: something for the caller, and the answer to keep for an idempotent
/// request.
pub type Finished<T> = (T, Option<IdempotentAnswer>);

/// What is decided over all rooms of a kind at once.
#[derive(Debug)]
pub struct RoomPlan<R: Room, T> {
    /// The permissions of which it needed one.
    pub permissions: Vec<Permission>,
    /// The events by the id of their room, in their order; a room that is not there yet begins with them.
    pub changes: Vec<(String, Vec<R::Event>)>,
    /// What the plan tells the caller.
    pub value: T,
}

/// What a plan did.
pub struct PlanDone<R: Room, T> {
    /// What the plan told.
    pub value: T,
    /// The rooms that changed.
    pub rooms: Vec<RoomDone<R>>,
}

impl<R: Room, T> std::fmt::Debug for PlanDone<R, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PlanDone").field("rooms", &self.rooms.len()).finish_non_exhaustive()
    }
}

impl Portal {
    /// Runs a command in a room of a tenant. `id` names the document: the tenant's own id where there is one per tenant.
    pub async fn run_room<R: Room>(
        &self,
        origin: &Origin,
        tenant: Id,
        id: &str,
        actor: &Actor,
        command: &R::Command,
    ) -> Result<RoomDone<R>, RoomError<R::Refusal>> {
        let ask = Ask { origin, tenant, actor, seen: None };
        let (done, ()) = self.run_room_with::<R, ()>(&ask, id, command, |_, _| ((), None)).await?;
        Ok(done)
    }

    /// The same, and `finish` makes of it what is told and kept, in the setting as it is afterwards.
    pub async fn run_room_with<R: Room, T>(
        &self,
        ask: &Ask<'_>,
        id: &str,
        command: &R::Command,
        finish: impl Fn(&Setting<'_>, &RoomDone<R>) -> Finished<T>,
    ) -> Result<(RoomDone<R>, T), RoomError<R::Refusal>> {
        for _ in 0..ATTEMPTS_MOST {
            let (work, done, told) = self.decided::<R, T>(ask, id, command, &finish).await?;
            if self.store_work(work).await? {
                return Ok((done, told));
            }
        }
        Err(PortalError::Contended.into())
    }

    /// A step in which the command is done, to be stored; what was done; and what is told of it.
    pub(super) async fn decided<'a, R: Room, T>(
        &'a self,
        ask: &Ask<'a>,
        id: &str,
        command: &R::Command,
        finish: &impl Fn(&Setting<'_>, &RoomDone<R>) -> Finished<T>,
    ) -> Result<(Work<'a>, RoomDone<R>, T), RoomError<R::Refusal>> {
        let mut work = self.begin_in(ask.origin, ask.tenant, ask.actor).await?;
        let room = work.room::<R>(id).await?;
        if ask.seen.is_some_and(|seen| seen != room.version) {
            return Err(PortalError::Contended.into());
        }
        let done = work.command(room, command)?.map_err(RoomError::Refused)?;
        let (told, answer) = work.with_setting(|setting| finish(setting, &done));
        work.keep(answer);
        Ok((work, done, told))
    }

    /// Decides over all rooms of a kind and records the changes in one step: all of them or none. The step stands on every
    /// room that was read, and on there being no others. `finish` as in [`Portal::run_room_with`].
    pub async fn run_plan<R: Room, T, U>(
        &self,
        ask: &Ask<'_>,
        plan: impl Fn(&Setting<'_>, &[RoomDocument<R>]) -> Result<RoomPlan<R, T>, R::Refusal>,
        finish: impl Fn(&Setting<'_>, &PlanDone<R, T>) -> Finished<U>,
    ) -> Result<(PlanDone<R, T>, U), RoomError<R::Refusal>> {
        for _ in 0..ATTEMPTS_MOST {
            let mut work = self.begin_in(ask.origin, ask.tenant, ask.actor).await?;
            let mut rooms = work.rooms::<R>().await?;
            let planned = work.with_setting(|setting| plan(setting, &rooms)).map_err(RoomError::Refused)?;
            let mut done = Vec::with_capacity(planned.changes.len());
            for (id, events) in planned.changes {
                // The rooms are in the order of their ids.
                let found = rooms.binary_search_by(|room| room.id.as_str().cmp(&id));
                let room = match found.ok().and_then(|at| rooms.get_mut(at)) {
                    Some(room) => RoomDocument { state: std::mem::take(&mut room.state), id, version: room.version },
                    None => RoomDocument { id, state: R::default(), version: 0 },
                };
                done.push(work.record(room, &planned.permissions, events)?);
            }
            let done = PlanDone { value: planned.value, rooms: done };
            let (told, answer) = work.with_setting(|setting| finish(setting, &done));
            work.keep(answer);
            if self.store_work(work).await? {
                return Ok((done, told));
            }
        }
        Err(PortalError::Contended.into())
    }

    /// Stores a step; `false` where somebody was faster and it has to be decided again.
    pub(super) async fn store_work(&self, work: Work<'_>) -> Result<bool, PortalError> {
        match self.offer(work).await? {
            Ok(()) => Ok(true),
            Err(AppendError::Conflict) => Ok(false),
            Err(error) => Err(failed_append(error)),
        }
    }

    /// Hands a step to the store, and says what the store says.
    pub(super) async fn offer(&self, mut work: Work<'_>) -> Result<Result<(), AppendError>, PortalError> {
        work.list().await?;
        let (append, _) = work.finish(&Extras::default())?;
        let Some(append) = append else { return Ok(Ok(())) };
        let stored = self.services.store.append(append).await;
        if stored.is_ok() {
            self.services.mailer.wake();
        }
        Ok(stored)
    }
}
