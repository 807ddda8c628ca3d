//! The operator's change of a stage, with what belongs to it: the profile has to allow it, and the fee's bills follow in
//! the same step (PROFILE-21, FEE-2).

use guildhall_core::account::{Actor, Command};
use guildhall_core::operators::BILLING;
use guildhall_core::{Id, fee, profile};

use super::room::{RoomDone, RoomError};
use super::work::Work;
use super::{Origin, Portal, PortalError};

impl Portal {
    /// Issues the bills of a company that are due now. Asking again changes nothing.
    pub async fn issue_bills(
        &self,
        origin: &Origin,
        tenant: Id,
    ) -> Result<RoomDone<fee::State>, RoomError<fee::Refusal>> {
        let actor = Actor::Operator(BILLING.into());
        self.run_room::<fee::State>(origin, tenant, &tenant.to_string(), &actor, &fee::Command::IssueBills).await
    }
}

impl Work<'_> {
    /// Sets the stage in this step. The account's own judgement comes first: who may, and is there such a stage.
    pub(super) async fn set_stage(&mut self, path: &str, stage: &str) -> Result<(), RoomError<profile::Refusal>> {
        self.on_account(&Command::SetStage { path: path.into(), stage: stage.into() })?;
        let Some(tenant) = self.account().tenant() else { return Ok(()) };
        let id = tenant.to_string();
        let profile = self.room::<profile::State>(&id).await?;
        profile::check_stage(self.program(), &profile.state, path, stage).map_err(RoomError::Refused)?;
        self.stand_on(&profile);
        let bills = self.room::<fee::State>(&id).await?;
        let issued = self.command(bills, &fee::Command::IssueBills)?;
        // Who may set a stage may issue bills: the same operator.
        issued.map_err(|refusal| PortalError::Machine(format!("bills were refused: {refusal}")))?;
        Ok(())
    }
}
