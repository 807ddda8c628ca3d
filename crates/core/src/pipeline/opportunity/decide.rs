//! Judges commands about an opportunity.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Command, Details, Event, Opportunity};
use crate::account::Faults;
use crate::pipeline::Refusal;
use crate::pipeline::bulk::OPPORTUNITY_COLUMNS;
use crate::pipeline::bulk::changed;
use crate::pipeline::entry::{Entry, Stamp, judge_answer, judge_share, judge_transfer, open_for_work, remark, view};
use crate::pipeline::fields::OpportunityFields;
use crate::pipeline::value::{InvolvementType, ReviewStatus, Visibility};
use crate::program::Program;
use crate::setting::Setting;
use crate::{FieldFault, Id, Permission};

/// The fields that may change while more information is asked for.
const ANSWERABLE: [&str; 6] = [
    "partner_opportunity_identifier",
    "customer.account.website_url",
    "customer.account.address.",
    "project.customer_business_problem",
    "project.expected_customer_spend[",
    "life_cycle.target_close_date",
];

pub(super) fn decide(
    opportunity: &Opportunity,
    setting: &Setting<'_>,
    command: &Command,
) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Create { entry, fields } => opportunity.create(setting, *entry, fields),
        Command::Submit { involvement_type, visibility } => opportunity.submit(setting, involvement_type, visibility),
        Command::Edit { fields } => opportunity.edit(setting, fields),
        Command::Transfer { to } => opportunity.give(setting, *to),
        Command::Accept => opportunity.accept(setting),
        Command::Reject { reason } => opportunity.reject(setting, reason),
        Command::Share { entry, fields, to, expires_at } => {
            opportunity.be_shared(setting, *entry, fields, (*to, *expires_at))
        }
        Command::StartReview => opportunity.start_review(setting),
        Command::Approve => opportunity.approve(setting),
        Command::Disqualify { reason } => opportunity.disqualify(setting, reason),
        Command::RequestInformation { reason, comments } => opportunity.ask(setting, reason, comments),
    }
}

impl Opportunity {
    fn create(
        &self,
        setting: &Setting<'_>,
        entry: Option<Id>,
        fields: &OpportunityFields,
    ) -> Result<Vec<Event>, Refusal> {
        let (me, _) = setting.permitted(&[Permission::SubmitOpportunities])?;
        self.is_new()?;
        let details = read(setting.program, fields, None, setting.moment.at)?;
        let opportunity = entry.unwrap_or_else(|| setting.moment.id(0));
        Ok([Event::OpportunityCreated { opportunity, owner: me, stamp: Stamp::of(setting), details }].into())
    }

    fn is_new(&self) -> Result<(), Refusal> {
        if self.id.is_some() { Err(Refusal::EntryExists) } else { Ok(()) }
    }

    fn submit(&self, setting: &Setting<'_>, involvement_type: &str, visibility: &str) -> Result<Vec<Event>, Refusal> {
        setting.permitted(&[Permission::SubmitOpportunities])?;
        view(setting, self)?;
        let details = self.details().ok_or(Refusal::EntryMissing)?;
        let status = self.review_status();
        if !matches!(status, Some(ReviewStatus::PendingSubmission | ReviewStatus::ActionRequired)) {
            return Err(Refusal::WrongReviewStatus { status });
        }
        let involvement = InvolvementType::read(involvement_type);
        let visible = match visibility.trim() {
            "" => Some(Visibility::Full),
            text => Visibility::read(text),
        };
        let wanted = involvement.unwrap_or(InvolvementType::ForVisibilityOnly);
        let mut faults = complete(details, wanted, setting.moment.at);
        if involvement.is_none() {
            let code = if involvement_type.trim().is_empty() { "required" } else { "unknown_value" };
            faults.push("involvement_type", code);
        }
        if visible.is_none() {
            faults.push("visibility", "unknown_value");
        }
        faults.finish()?;
        let (Some(involvement_type), Some(visibility)) = (involvement, visible) else { return Ok(Vec::new()) };
        Ok([Event::OpportunitySubmitted { involvement_type, visibility, stamp: Stamp::of(setting) }].into())
    }

    fn edit(&self, setting: &Setting<'_>, fields: &OpportunityFields) -> Result<Vec<Event>, Refusal> {
        view(setting, self)?;
        open_for_work(self.share(), setting.moment.at)?;
        if let Some(status @ (ReviewStatus::Submitted | ReviewStatus::InReview | ReviewStatus::Rejected)) =
            self.review_status()
        {
            return Err(Refusal::ReviewLocked { status });
        }
        let before = self.details().ok_or(Refusal::EntryMissing)?;
        let details = read(setting.program, fields, Some(before), setting.moment.at)?;
        let changed = changed(OPPORTUNITY_COLUMNS, before.fields(), details.fields());
        if changed.is_empty() {
            return Ok(Vec::new());
        }
        let answers = self.review_status() == Some(ReviewStatus::ActionRequired);
        if answers {
            let mut faults = Faults::default();
            let locked = |field: &&String| !ANSWERABLE.iter().any(|open| field.starts_with(open));
            changed.iter().filter(locked).for_each(|field| faults.push(field, "locked_in_review"));
            faults.finish()?;
        }
        let resubmission = if answers { self.resubmission(setting, &details)? } else { None };
        let edited = Event::OpportunityEdited { stamp: Stamp::of(setting), changed, details };
        Ok(core::iter::once(edited).chain(resubmission).collect())
    }

    /// An answer to the operator's question goes back into review as it was submitted before.
    fn resubmission(&self, setting: &Setting<'_>, details: &Details) -> Result<Option<Event>, Refusal> {
        let Some((involvement_type, visibility)) = self.involvement_type().zip(self.visibility()) else {
            return Ok(None);
        };
        if setting.permitted(&[Permission::SubmitOpportunities]).is_err() {
            return Ok(None);
        }
        complete(details, involvement_type, setting.moment.at)
            .finish()
            .map_err(|faults| Refusal::InvalidInput { faults })?;
        Ok(Some(Event::OpportunitySubmitted { involvement_type, visibility, stamp: Stamp::of(setting) }))
    }

    fn give(&self, setting: &Setting<'_>, to: Id) -> Result<Vec<Event>, Refusal> {
        judge_transfer(setting, self, self.share(), to)?;
        Ok([Event::OpportunityTransferred { from: self.owner(), to, stamp: Stamp::of(setting) }].into())
    }

    fn accept(&self, setting: &Setting<'_>) -> Result<Vec<Event>, Refusal> {
        let me = judge_answer(setting, self, self.share())?;
        let owner = self.owner().unwrap_or(me);
        Ok([Event::OpportunityAccepted { owner, stamp: Stamp::of(setting) }].into())
    }

    fn reject(&self, setting: &Setting<'_>, reason: &str) -> Result<Vec<Event>, Refusal> {
        judge_answer(setting, self, self.share())?;
        let reason = remark("reason", reason, false)?;
        Ok([Event::OpportunityRejected { reason, stamp: Stamp::of(setting) }].into())
    }

    fn be_shared(
        &self,
        setting: &Setting<'_>,
        entry: Option<Id>,
        fields: &OpportunityFields,
        (to, expires_at): (Option<Id>, Option<DateTime<Utc>>),
    ) -> Result<Vec<Event>, Refusal> {
        judge_share(setting, to)?;
        self.is_new()?;
        let details = read(setting.program, fields, None, setting.moment.at)?;
        let (opportunity, stamp) = (entry.unwrap_or_else(|| setting.moment.id(0)), Stamp::of(setting));
        Ok([Event::OpportunityShared { opportunity, owner: to, expires_at, stamp, details }].into())
    }

    /// An operator's step, from one of these states of the review.
    fn reviewed(&self, setting: &Setting<'_>, from: &[ReviewStatus]) -> Result<Stamp, Refusal> {
        setting.operator()?;
        if self.id.is_none() {
            return Err(Refusal::EntryMissing);
        }
        let status = self.review_status();
        if status.is_some_and(|status| from.contains(&status)) {
            return Ok(Stamp::of(setting));
        }
        Err(Refusal::WrongReviewStatus { status })
    }

    fn start_review(&self, setting: &Setting<'_>) -> Result<Vec<Event>, Refusal> {
        let stamp = self.reviewed(setting, &[ReviewStatus::Submitted])?;
        Ok([Event::OpportunityReviewStarted { stamp }].into())
    }

    fn approve(&self, setting: &Setting<'_>) -> Result<Vec<Event>, Refusal> {
        let stamp = self.reviewed(setting, &[ReviewStatus::Submitted, ReviewStatus::InReview])?;
        Ok([Event::OpportunityApproved { stamp }].into())
    }

    fn disqualify(&self, setting: &Setting<'_>, reason: &str) -> Result<Vec<Event>, Refusal> {
        let stamp = self.reviewed(setting, &[ReviewStatus::Submitted, ReviewStatus::InReview])?;
        let reason = remark("reason", reason, true)?.unwrap_or_default();
        Ok([Event::OpportunityDisqualified { reason, stamp }].into())
    }

    fn ask(&self, setting: &Setting<'_>, reason: &str, comments: &str) -> Result<Vec<Event>, Refusal> {
        let stamp = self.reviewed(setting, &[ReviewStatus::Submitted, ReviewStatus::InReview])?;
        let reason = remark("reason", reason, true)?.unwrap_or_default();
        let comments = remark("comments", comments, false)?;
        Ok([Event::OpportunityInformationRequested { reason, comments, stamp }].into())
    }
}

/// Reads fields. A date that changes is not set into the past; one that passed by itself may stay.
fn read(
    program: &Program,
    fields: &OpportunityFields,
    before: Option<&Details>,
    now: DateTime<Utc>,
) -> Result<Box<Details>, Refusal> {
    let mut read = Details::read(program, fields);
    // A new one begins as a prospect; one that is under way does not fall back to that by a field left blank.
    if before.is_some() && fields.life_cycle.stage.trim().is_empty() {
        let mut faults = read.err().unwrap_or_default();
        faults.push(FieldFault::new("life_cycle.stage", "required"));
        read = Err(faults);
    }
    let details = read.map_err(|faults| Refusal::InvalidInput { faults })?;
    let moved = details.target_close_date() != before.and_then(Details::target_close_date);
    if moved && is_past(&details, now) {
        let mut faults = Faults::default();
        faults.push("life_cycle.target_close_date", "in_the_past");
        faults.finish()?;
    }
    Ok(Box::new(details))
}

/// What stands in the way of a submission at `now`.
fn complete(details: &Details, involvement: InvolvementType, now: DateTime<Utc>) -> Faults {
    let mut faults = details.completeness(involvement);
    if is_past(details, now) {
        faults.push("life_cycle.target_close_date", "in_the_past");
    }
    faults
}

/// Whether the target close date is over wherever on earth the customer is.
fn is_past(details: &Details, now: DateTime<Utc>) -> bool {
    let latest_zone = now - TimeDelta::hours(12);
    details.target_close_date().is_some_and(|date| date < latest_zone.date_naive())
}
