//! What happened in a company, read whole: for questions about the past and for reviews of access.

use chrono::{DateTime, Utc};
use guildhall_core::Id;
use guildhall_core::account::{Account, Recorded};
use guildhall_core::review::{self, Facts, Review, Usage, as_of, usage};
use guildhall_core::trail::Entry;
use std::collections::BTreeMap;

use super::{ACCOUNT, Portal, PortalError};

/// How many rows are read at a time.
const ROWS: u32 = 500;

/// What a company's log tells of its people's access until a moment.
#[derive(Debug, Clone)]
pub struct Past {
    /// What happened in the account, oldest first.
    pub log: Vec<Recorded>,
    /// Which permissions each person used, in every room.
    pub usage: BTreeMap<Id, Usage>,
}

impl Past {
    /// The account as it was at the end of it.
    #[must_use]
    pub fn account(&self, moment: DateTime<Utc>) -> Account {
        as_of(&self.log, moment)
    }
}

impl Portal {
    /// The review of a company's access, as it is now or at the moment asked for.
    pub async fn review(&self, tenant: Id, asked: Option<DateTime<Utc>>) -> Result<Review, PortalError> {
        let at = review::moment(asked, self.clock.now());
        let past = self.past(tenant, at).await?;
        let mut facts = Facts { usage: past.usage, sign_ins: true, ..Facts::default() };
        let signed_in = self.services.store.last_sign_ins(&tenant.to_string(), at.timestamp_millis()).await?;
        for (member, last) in signed_in.iter().filter_map(|(member, last)| Some((member.parse::<Id>().ok()?, *last))) {
            facts.usage.entry(member).or_default().last_sign_in = DateTime::from_timestamp_millis(last);
        }
        Ok(Review::of(self.program(), &past.log, facts, at))
    }

    /// What happened in a company until `moment`, that moment included.
    pub async fn past(&self, tenant: Id, moment: DateTime<Utc>) -> Result<Past, PortalError> {
        let id = tenant.to_string();
        let unreadable = |e: serde_json::Error| PortalError::Machine(format!("the log of {id} cannot be read: {e}"));
        let (mut log, mut entries, mut after) = (Vec::new(), Vec::new(), 0);
        loop {
            let rows = self.services.store.events(&id, after, ROWS).await?;
            let Some(last) = rows.last() else { break };
            after = last.sequence;
            for row in rows.iter().filter(|row| row.at <= moment.timestamp_millis()) {
                if row.kind == ACCOUNT {
                    log.push(serde_json::from_str::<Recorded>(&row.body).map_err(unreadable)?);
                }
                let Entry { actor, grounds, .. } =
                    Entry::read(&row.kind, &row.event_type, &row.body).map_err(unreadable)?;
                entries.push((actor, grounds));
            }
        }
        let usage = usage(entries.iter().map(|(actor, grounds)| (actor, grounds.as_ref())));
        Ok(Past { log, usage })
    }
}
