//! The one queue of support, over all companies (C-116).

use guildhall_core::Id;
use guildhall_core::support::inquiry::Inquiry;
use guildhall_core::support::{State, Waiting, queue};

use super::{PROGRAMME, Portal, PortalError};

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
}
