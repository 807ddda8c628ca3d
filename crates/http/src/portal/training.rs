//! Certification addresses, of which the directory knows whose they are in which company (C-110).

use chrono::{DateTime, NaiveDate};
use guildhall_core::Id;
use guildhall_core::certifications::{Command, Refusal, State};

use super::room::{Ask, Finished, RoomDone, RoomError};
use super::{ATTEMPTS_MOST, Portal, PortalError, failed_append};
use crate::store::AppendError;
use guildhall_core::setting::Setting;

impl Portal {
    /// Sets or clears the caller's certification address, on what the directory knows of it. The constraint in the store
    /// has the last word: who loses a race for an address is told so by the next decision.
    pub async fn set_training_address<T>(
        &self,
        ask: &Ask<'_>,
        address: &str,
        finish: impl Fn(&Setting<'_>, &RoomDone<State>) -> Finished<T>,
    ) -> Result<(RoomDone<State>, T), RoomError<Refusal>> {
        let id = ask.tenant.to_string();
        for _ in 0..ATTEMPTS_MOST {
            let (owner, freed_on) = self.training_facts(ask.tenant, address).await?;
            let command = Command::SetTrainingAddress { address: address.to_owned(), owner, freed_on };
            let (work, done, told) = self.decided::<State, T>(ask, &id, &command, &finish).await?;
            match self.offer(work).await? {
                Ok(()) => return Ok((done, told)),
                // What was free when it was looked up is somebody's now: look again.
                Err(AppendError::Conflict | AppendError::Taken { .. }) => {}
                Err(error) => return Err(failed_append(error).into()),
            }
        }
        Err(PortalError::Contended.into())
    }

    /// The tenant that has the address, as somebody's registered or certification address; and the day on which another
    /// company's person freed it last.
    async fn training_facts(&self, tenant: Id, text: &str) -> Result<(Option<Id>, Option<NaiveDate>), PortalError> {
        let Ok(address) = self.program.email().parse(text.trim()) else { return Ok((None, None)) };
        if let Some((owner, _)) = self.owner_of_address(&address).await? {
            return Ok((Some(owner), None));
        }
        let Some(row) = self.services.store.training_address(address.key()).await? else { return Ok((None, None)) };
        let holder: Option<Id> = row.tenant.parse().ok();
        match row.freed_at {
            None => Ok((holder, None)),
            Some(_) if holder == Some(tenant) => Ok((None, None)),
            Some(at) => Ok((None, DateTime::from_timestamp_millis(at).map(|at| at.date_naive()))),
        }
    }
}
