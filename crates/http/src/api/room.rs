//! One way for every room of the core: its state as the caller may read it, a command as the caller, a refusal as a
//! problem.

use guildhall_core::account::Actor;
use guildhall_core::room::{Room, RoomRefusal};
use guildhall_core::setting::{Denied, Setting};
use guildhall_core::{Kind, Moment};

use super::caller::Caller;
use super::problem::{Problem, ProblemFault, status_of};
use crate::app::App;
use crate::portal::{RoomDone, RoomError};

/// What a reading needs: the actor and the moment, kept while a [`Setting`] borrows them.
pub(super) struct Reading<'a> {
    app: &'a App,
    caller: &'a Caller,
    actor: Actor,
    moment: Moment,
}

impl<'a> Reading<'a> {
    pub(super) fn new(app: &'a App, caller: &'a Caller) -> Result<Self, Problem> {
        Ok(Self { app, caller, actor: caller.actor(), moment: app.portal.moment(&caller.origin)? })
    }

    pub(super) fn setting(&self) -> Setting<'_> {
        Setting {
            program: self.app.portal.program(),
            account: &self.caller.loaded.account,
            actor: &self.actor,
            moment: &self.moment,
        }
    }
}

/// A room of the caller's company.
pub(super) async fn load<R: Room>(app: &App, caller: &Caller) -> Result<R, Problem> {
    let tenant = caller.loaded.tenant;
    Ok(app.portal.load_room::<R>(tenant, &tenant.to_string()).await?.0)
}

/// Runs a command as the caller in a room of their company.
pub(super) async fn run<R: Room>(app: &App, caller: &Caller, command: &R::Command) -> Result<RoomDone<R>, Problem> {
    let tenant = caller.loaded.tenant;
    let ran = app.portal.run_room::<R>(&caller.origin, tenant, &tenant.to_string(), &caller.actor(), command).await;
    ran.map_err(|error| match error {
        RoomError::Refused(refusal) => refused(&refusal),
        RoomError::Portal(error) => error.into(),
    })
}

/// A room's refusal as a problem.
pub(super) fn refused(refusal: &impl RoomRefusal) -> Problem {
    let mut problem = Problem::new(status_of(refusal.kind()), refusal.code(), refusal.to_string());
    let fault = |f: &guildhall_core::FieldFault| ProblemFault { field: f.field.clone(), code: f.code.clone() };
    problem.faults = refusal.faults().iter().map(fault).collect();
    problem.cells = refusal.cells().iter().map(Into::into).collect();
    hinted(problem, refusal.kind())
}

/// The common refusals of a reading as a problem.
pub(super) fn denied(denied: Denied) -> Problem {
    let mut problem = Problem::new(status_of(denied.kind()), denied.code(), denied.to_string());
    let kind = denied.kind();
    if let Denied::PermissionMissing { permission, held_by } = denied {
        problem.missing_permission = Some(permission.id().into());
        problem.held_by = held_by;
    }
    hinted(problem, kind)
}

fn hinted(problem: Problem, kind: Kind) -> Problem {
    problem.hint(match kind {
        Kind::Invalid => "each entry of faults names a field and a code",
        Kind::Unauthenticated => "send a personal token as `Authorization: Bearer ...`",
        Kind::Forbidden => "GET /api/v1/access/explain tells which role, path or stage is missing",
        Kind::Missing => "read the list again: it may have changed",
        Kind::Conflict => "read it again: it stands differently now",
        Kind::Limited => "take something away first",
    })
}
