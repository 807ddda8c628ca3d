//! One way for every room of the core in the pages: its state as the reader may see it, a command as the reader, and its
//! refusal in words.
//!
//! The words of a refusal stand in the locales as `refusal-<room>-<code>`, or as `refusal-<code>` where every room means
//! the same by it.

use axum::response::Response;
use guildhall_core::account::Actor;
use guildhall_core::room::{Room, RoomRefusal};
use guildhall_core::setting::{Denied, Setting};
use guildhall_core::{Id, Moment};

use super::form::Link;
use super::locale::Words;
use super::view::Stop;
use super::visit::{Signed, Visit};
use super::{denied, errors, words};
use crate::portal::{RoomDone, RoomError};

/// What a reading needs: the actor and the moment, kept while a [`Setting`] borrows them.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    visit: &'a Visit,
    me: &'a Signed,
    actor: Actor,
    moment: Moment,
}

impl Reading<'_> {
    pub(super) fn setting(&self) -> Setting<'_> {
        Setting { program: self.visit.program(), account: &self.me.account, actor: &self.actor, moment: &self.moment }
    }
}

/// The words of a room's refusal.
pub(super) fn refusal_words<R: Room>(w: Words, refusal: &R::Refusal) -> String {
    refusal_words_with::<R>(w, refusal, &[])
}

/// The words of a room's refusal that have values in them.
pub(super) fn refusal_words_with<R: Room>(w: Words, refusal: &R::Refusal, values: &[(&str, &str)]) -> String {
    let code = refusal.code().replace('_', "-");
    let own = format!("refusal-{}-{code}", R::KIND.replace('_', "-"));
    let key = if w.has(&own) { own } else { format!("refusal-{code}") };
    w.with(&key, values).into_owned()
}

impl Visit {
    /// What it takes to read a room as somebody.
    pub(super) fn reading<'a>(&'a self, me: &'a Signed) -> Result<Reading<'a>, Stop> {
        let moment = self.app.portal.moment(&self.origin).map_err(|error| self.stop(&error))?;
        Ok(Reading { visit: self, me, actor: me.actor(), moment })
    }

    /// A room of which the reader's company has one.
    pub(super) async fn room<R: Room>(&self, me: &Signed) -> Result<R, Stop> {
        Ok(self.room_of::<R>(me.tenant, &me.tenant.to_string()).await?.0)
    }

    /// A room of a tenant by its id, with its version; empty, at version 0, if nothing has happened in it.
    pub(super) async fn room_of<R: Room>(&self, tenant: Id, id: &str) -> Result<(R, i64), Stop> {
        self.app.portal.load_room::<R>(tenant, id).await.map_err(|error| self.stop(&error))
    }

    /// Runs a command as the reader in the room of which their company has one. What the room refuses is for the page to
    /// show; everything else stops it.
    pub(super) async fn run_room<R: Room>(
        &self,
        me: &Signed,
        command: &R::Command,
    ) -> Result<Result<RoomDone<R>, R::Refusal>, Stop> {
        self.run_room_of::<R>(me, &me.tenant.to_string(), command).await
    }

    /// The same in a room of the company by its id.
    pub(super) async fn run_room_of<R: Room>(
        &self,
        me: &Signed,
        id: &str,
        command: &R::Command,
    ) -> Result<Result<RoomDone<R>, R::Refusal>, Stop> {
        self.run_room_as::<R>(me.tenant, id, &me.actor(), command).await
    }

    /// The same as anybody, such as an operator, in a room of any tenant.
    pub(super) async fn run_room_as<R: Room>(
        &self,
        tenant: Id,
        id: &str,
        actor: &Actor,
        command: &R::Command,
    ) -> Result<Result<RoomDone<R>, R::Refusal>, Stop> {
        match self.app.portal.run_room::<R>(&self.origin, tenant, id, actor, command).await {
            Ok(done) => Ok(Ok(done)),
            Err(RoomError::Refused(refusal)) => Ok(Err(refusal)),
            Err(RoomError::Portal(error)) => Err(self.stop(&error)),
        }
    }

    /// The page for what somebody may not read.
    pub(super) fn denied(&self, denied: &Denied) -> Response {
        match (denied, &self.signed) {
            (Denied::PermissionMissing { permission, .. }, Some(me)) => denied::permission(self, me, *permission),
            _ => {
                let text = self.w.t(&format!("refusal-{}", denied.code().replace('_', "-"))).into_owned();
                errors::message(self, words::status(denied.kind()), text, vec![errors::home(self.w)])
            }
        }
    }

    /// The page for a refusal that no form shows, with a way back.
    pub(super) fn refused_room<R: Room>(&self, refusal: &R::Refusal, back: Link) -> Response {
        let text = refusal_words::<R>(self.w, refusal);
        errors::message(self, words::status(refusal.kind()), text, vec![back, errors::home(self.w)])
    }
}
