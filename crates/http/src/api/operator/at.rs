//! An operator at work in a company.

use guildhall_core::account::Actor;
use guildhall_core::room::Room;
use guildhall_core::setting::Setting;
use guildhall_core::{Id, Moment};

use super::OperatorCaller;
use crate::api::problem::Problem;
use crate::api::write::Asks;
use crate::app::App;
use crate::portal::{Loaded, Origin};

/// An operator at work in a company.
pub(in crate::api) struct At<'a> {
    pub(in crate::api) caller: &'a OperatorCaller,
    pub(in crate::api) loaded: Loaded,
    pub(in crate::api) moment: Moment,
    actor: Actor,
}

impl<'a> At<'a> {
    /// The operator in the company with this id.
    pub(in crate::api) async fn new(app: &App, caller: &'a OperatorCaller, company: &str) -> Result<Self, Problem> {
        let tenant = company.parse().map_err(|_| Problem::missing())?;
        let loaded = app.portal.load(tenant).await?.ok_or_else(Problem::missing)?;
        Ok(Self { caller, loaded, actor: caller.actor(), moment: app.portal.moment(&caller.origin)? })
    }

    /// What a reading needs.
    pub(in crate::api) fn setting<'s>(&'s self, app: &'s App) -> Setting<'s> {
        let (program, account) = (app.portal.program(), &self.loaded.account);
        Setting { program, account, actor: &self.actor, moment: &self.moment }
    }

    /// The room that the company has one of.
    pub(in crate::api) async fn room<R: Room>(&self, app: &App) -> Result<R, Problem> {
        Ok(app.portal.load_room::<R>(self.loaded.tenant, &self.loaded.tenant.to_string()).await?.0)
    }
}

impl Asks for At<'_> {
    fn tenant(&self) -> Id {
        self.loaded.tenant
    }

    fn principal(&self) -> Id {
        self.caller.id()
    }

    fn actor(&self) -> Actor {
        self.actor.clone()
    }

    fn origin(&self) -> &Origin {
        &self.caller.origin
    }
}
