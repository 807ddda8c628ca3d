//! One way for every room of the core: its state as the caller may read it, what is told of it, a refusal as a problem.

use axum::http::StatusCode;
use guildhall_core::account::Actor;
use guildhall_core::room::{Room, RoomRefusal};
use guildhall_core::setting::{Denied, Setting};
use guildhall_core::{Kind, Moment, Permission};
use serde::Serialize;

use super::caller::Caller;
use super::problem::{Problem, ProblemFault, status_of};
use super::write::Told;
use crate::app::App;

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

    /// Whether one of the caller's roles may do this.
    pub(super) fn permitted(&self, permission: Permission) -> Result<(), Problem> {
        let setting = self.setting();
        setting.permitted(&[permission]).map(|_| ()).map_err(denied(&setting))
    }
}

/// A room of the caller's company.
pub(super) async fn load<R: Room>(app: &App, caller: &Caller) -> Result<R, Problem> {
    Ok(versioned(app, caller).await?.0)
}

/// The same with its version, for the tag of what is read.
pub(super) async fn versioned<R: Room>(app: &App, caller: &Caller) -> Result<(R, i64), Problem> {
    let tenant = caller.loaded.tenant;
    Ok(app.portal.load_room::<R>(tenant, &tenant.to_string()).await?)
}

/// An answer of this status that shows `view`.
pub(super) fn told(status: StatusCode, view: impl Serialize) -> Told {
    (status, serde_json::to_value(view).unwrap_or_default())
}

/// A room's refusal as a problem.
pub(super) fn refused(refusal: &impl RoomRefusal) -> Problem {
    let mut problem = Problem::new(status_of(refusal.kind()), refusal.code(), refusal.to_string());
    let fault = |f: &guildhall_core::FieldFault| ProblemFault { field: f.field.clone(), code: f.code.clone() };
    problem.faults = refusal.faults().iter().map(fault).collect();
    problem.cells = refusal.cells().iter().map(Into::into).collect();
    if let Some(denied) = refusal.denied() {
        problem = named(problem, denied);
    }
    hinted(problem, refusal.kind())
}

/// A room's refusal of a reading in this setting as a problem: with what is missing and who can help.
pub(super) fn refused_in<F: RoomRefusal>(setting: &Setting<'_>) -> impl FnOnce(F) -> Problem {
    move |refusal| refused(&refusal).explained(&refusal.explain(setting))
}

/// The same of the common refusals.
pub(super) fn denied(setting: &Setting<'_>) -> impl FnOnce(Denied) -> Problem {
    move |denied| {
        let problem = Problem::new(status_of(denied.kind()), denied.code(), denied.to_string());
        hinted(named(problem, &denied), denied.kind()).explained(&denied.explain(setting))
    }
}

/// The same with the permission that is missing and the roles that have it.
fn named(mut problem: Problem, denied: &Denied) -> Problem {
    if let Denied::PermissionMissing { permission, held_by } = denied {
        problem.missing_permission = Some(permission.id().into());
        problem.held_by.clone_from(held_by);
    }
    problem
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
