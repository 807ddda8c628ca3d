//! The operator's change of a stage, with what belongs to it: the profile has to allow it, and the fee's bills follow in
//! the same step (PROFILE-21, FEE-2).

use guildhall_core::account::{Actor, Command, Refusal};
use guildhall_core::operators::BILLING;
use guildhall_core::{FieldFault, Id, fee, profile};

use super::room::{RoomDone, RoomError};
use super::work::Work;
use super::{ATTEMPTS_MOST, Done, Extras, Origin, Portal, PortalError, failed_append};
use crate::store::AppendError;

impl Portal {
    /// Puts a company on a stage of a path; operators only. Bills that are due by it are issued in the same step.
    pub async fn set_stage(
        &self,
        origin: &Origin,
        tenant: Id,
        actor: &Actor,
        (path, stage): (&str, &str),
    ) -> Result<Done, RoomError<profile::Refusal>> {
        for _ in 0..ATTEMPTS_MOST {
            let mut work = self.begin_in(origin, tenant, actor).await?;
            work.set_stage(path, stage).await?;
            work.list().await?;
            let (append, done) = work.finish(&Extras::default())?;
            let Some(append) = append else { return Ok(done) };
            match self.services.store.append(append).await {
                Ok(()) => {
                    self.services.mailer.wake();
                    return Ok(done);
                }
                Err(AppendError::Conflict) => {}
                Err(error) => return Err(failed_append(error).into()),
            }
        }
        Err(PortalError::Contended.into())
    }

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

/// The profile's refusal where only those of the account are told.
pub(super) fn as_refusal(refusal: &profile::Refusal) -> Refusal {
    use guildhall_core::room::RoomRefusal as _;
    Refusal::InvalidInput { faults: vec![FieldFault::new("path", refusal.code())] }
}
