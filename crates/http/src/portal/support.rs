//! The one queue of support, over all companies (C-116), and messages of the contact form.

use guildhall_core::Id;
use guildhall_core::account::{Account, Actor};
use guildhall_core::room::Room as _;
use guildhall_core::setting::Setting;
use guildhall_core::support::inquiry::{Command, Inquiry};
use guildhall_core::support::{Refusal, State, Waiting, queue};

use super::{Origin, PROGRAMME, Portal, PortalError, RoomDone, RoomError};

impl Portal {
    /// Everything that waits for support, the longest first. Of each company only its cases are read, one after the other.
    pub async fn support_queue(&self) -> Result<Vec<Waiting>, PortalError> {
        let inquiries = self.load_rooms::<Inquiry>(PROGRAMME).await?;
        let known = inquiries.iter().filter_map(|room| Some((room.id.parse::<Id>().ok()?, &room.state)));
        let mut waiting = queue([], known);
        let mut after = None;
        loop {
            let companies = self.company_ids(after).await?;
            let Some(last) = companies.last() else { break };
            after = Some(*last);
            for company in companies {
                let (cases, _) = self.load_room::<State>(company, &company.to_string()).await?;
                waiting.extend(queue([(company, &cases)], []));
            }
        }
        waiting.sort_by(|a, b| a.since.cmp(&b.since).then_with(|| a.subject.cmp(&b.subject)));
        Ok(waiting)
    }

    /// Whether a message of the contact form could be handed in as it is; nothing is.
    pub fn judge_inquiry(&self, origin: &Origin, command: &Command) -> Result<(), RoomError<Refusal>> {
        let moment = self.moment(origin)?;
        let account = Account::default();
        let setting = Setting { program: &self.program, account: &account, actor: &Actor::Visitor, moment: &moment };
        Inquiry::default().decide(&setting, command).map(|_| ()).map_err(RoomError::Refused)
    }

    /// Hands a message of the contact form in under an id (SUPPORT-10).
    pub async fn hand_in_inquiry(
        &self,
        origin: &Origin,
        id: Id,
        command: &Command,
    ) -> Result<RoomDone<Inquiry>, RoomError<Refusal>> {
        self.run_room::<Inquiry>(origin, PROGRAMME, &id.to_string(), &Actor::Visitor, command).await
    }
}
