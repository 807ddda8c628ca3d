//! Forms that are sent twice and count once: each carries a text of its own, under which the first sending keeps where it
//! led. Whoever presses the button twice, or loads the answer again, arrives there too.

use axum::http::StatusCode;
use guildhall_core::Id;
use guildhall_core::room::Room;

use super::view::Stop;
use super::visit::Visit;
use crate::portal::{Ask, PortalError, RoomDone, RoomError};
use crate::secrets::random_id;
use crate::store::IdempotentAnswer;

/// The field of the form.
pub(super) const ONCE_FIELD: &str = "once";
/// Of which request an answer is: these are forms.
const HASH: &str = "form";

/// The form that was sent, and by whom.
#[derive(Debug, Clone)]
pub(super) struct Once {
    tenant: Id,
    principal: Id,
    key: String,
}

impl Once {
    /// The form of this text; none for a text that no form has.
    pub(super) fn new(tenant: Id, principal: Id, typed: &str) -> Option<Self> {
        let ours =
            (16..=64).contains(&typed.len()) && typed.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
        ours.then(|| Self { tenant, principal, key: format!("{HASH}-{typed}") })
    }

    /// Where the form led when it was sent before.
    pub(super) async fn led_to(&self, visit: &Visit) -> Result<Option<String>, Stop> {
        let (tenant, principal) = (self.tenant.to_string(), self.principal.to_string());
        let found = visit.app.services.store.idempotent_answer(&tenant, &principal, &self.key).await;
        let found = found.map_err(|error| visit.crash(&error))?;
        Ok(found.filter(|answer| answer.request_hash == HASH).map(|answer| answer.body))
    }

    fn answer(&self, visit: &Visit, path: String) -> IdempotentAnswer {
        IdempotentAnswer {
            principal: self.principal.to_string(),
            key: self.key.clone(),
            request_hash: HASH.to_owned(),
            status: i64::from(StatusCode::SEE_OTHER.as_u16()),
            body: path,
            created_at: visit.app.services.clock.millis(),
        }
    }
}

impl Visit {
    /// The text of a new form.
    pub(super) fn new_once(&self) -> Result<String, Stop> {
        random_id().map_err(|error| self.crash(&error))
    }

    /// Runs the command of a form in a room; answers where it leads, or why the room refuses it.
    pub(super) async fn run_once<R: Room>(
        &self,
        ask: &Ask<'_>,
        id: &str,
        once: Option<&Once>,
        command: &R::Command,
        to: impl Fn(&RoomDone<R>) -> String,
    ) -> Result<Result<String, R::Refusal>, Stop> {
        let portal = &self.app.portal;
        let ran = portal.run_room_with::<R, String>(ask, id, command, |_, done| {
            let path = to(done);
            (path.clone(), once.map(|once| once.answer(self, path)))
        });
        match (ran.await, once) {
            (Ok((_, path)), _) => Ok(Ok(path)),
            (Err(RoomError::Refused(refusal)), _) => Ok(Err(refusal)),
            // Both sendings arrived at the same moment.
            (Err(RoomError::Portal(error @ PortalError::Duplicate)), Some(once)) => match once.led_to(self).await? {
                Some(path) => Ok(Ok(path)),
                None => Err(self.stop(&error)),
            },
            (Err(RoomError::Portal(error)), _) => Err(self.stop(&error)),
        }
    }
}
