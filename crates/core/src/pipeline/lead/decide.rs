//! Judges commands about a lead.

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use super::{Command, Event, Lead, LeadDetails};
use crate::Id;
use crate::pipeline::Refusal;
use crate::pipeline::bulk::{LEAD_COLUMNS, changed};
use crate::pipeline::entry::{Entry, Stamp, judge_answer, judge_share, judge_transfer, open_for_work, remark, view};
use crate::pipeline::fields::LeadFields;
use crate::setting::Setting;

pub(super) fn decide(lead: &Lead, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Share { entry, fields, to, expires_at } => lead.be_shared(setting, *entry, fields, (*to, *expires_at)),
        Command::Accept => {
            let me = judge_answer(setting, lead, lead.share())?;
            let owner = lead.owner().unwrap_or(me);
            Ok([Event::LeadAccepted { owner, stamp: Stamp::of(setting) }].into())
        }
        Command::Reject { reason } => {
            judge_answer(setting, lead, lead.share())?;
            let reason = remark("reason", reason, false)?;
            Ok([Event::LeadRejected { reason, stamp: Stamp::of(setting) }].into())
        }
        Command::Edit { fields } => lead.edit(setting, fields),
        Command::Transfer { to } => {
            judge_transfer(setting, lead, lead.share(), *to)?;
            Ok([Event::LeadTransferred { from: lead.owner(), to: *to, stamp: Stamp::of(setting) }].into())
        }
    }
}

impl Lead {
    fn be_shared(
        &self,
        setting: &Setting<'_>,
        entry: Option<Id>,
        fields: &LeadFields,
        (to, expires_at): (Option<Id>, Option<DateTime<Utc>>),
    ) -> Result<Vec<Event>, Refusal> {
        judge_share(setting, to)?;
        if self.id().is_some() {
            return Err(Refusal::EntryExists);
        }
        let details = read(setting, fields)?;
        let (lead, stamp) = (entry.unwrap_or_else(|| setting.moment.id(0)), Stamp::of(setting));
        Ok([Event::LeadShared { lead, owner: to, expires_at, stamp, details }].into())
    }

    fn edit(&self, setting: &Setting<'_>, fields: &LeadFields) -> Result<Vec<Event>, Refusal> {
        view(setting, self)?;
        open_for_work(self.share(), setting.moment.at)?;
        let before = self.details().ok_or(Refusal::EntryMissing)?;
        let details = read(setting, fields)?;
        let changed = changed(LEAD_COLUMNS, before.fields(), details.fields());
        if changed.is_empty() {
            return Ok(Vec::new());
        }
        Ok([Event::LeadEdited { stamp: Stamp::of(setting), changed, details }].into())
    }
}

fn read(setting: &Setting<'_>, fields: &LeadFields) -> Result<Box<LeadDetails>, Refusal> {
    let read = LeadDetails::read(setting.program, fields);
    read.map(Box::new).map_err(|faults| Refusal::InvalidInput { faults })
}
