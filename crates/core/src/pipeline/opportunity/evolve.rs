//! Folds events into an opportunity. Total: a recorded event is never refused.

use alloc::vec::Vec;

use super::{Details, Event, NEXT_STEPS_MOST, NextStep, Opportunity};
use crate::Id;
use crate::pipeline::entry::{Answer, Share, Stamp};
use crate::pipeline::value::ReviewStatus;

impl Opportunity {
    pub(super) fn fold(&mut self, event: &Event) {
        match event {
            Event::OpportunityCreated { opportunity, owner, stamp, details } => {
                self.review_status = Some(ReviewStatus::PendingSubmission);
                self.begin(*opportunity, Some(*owner), stamp, details);
            }
            Event::OpportunityShared { opportunity, owner, expires_at, stamp, details } => {
                self.share = Some(Share::new(stamp, *expires_at));
                self.begin(*opportunity, *owner, stamp, details);
            }
            Event::OpportunitySubmitted { involvement_type, visibility, .. } => {
                self.involvement_type = Some(*involvement_type);
                self.visibility = Some(*visibility);
                self.review(ReviewStatus::Submitted);
            }
            Event::OpportunityEdited { stamp, details, .. } => self.rewrite(stamp, details),
            Event::OpportunityTransferred { to, .. } => self.owner = Some(*to),
            Event::OpportunityAccepted { owner, stamp } => {
                self.owner = Some(*owner);
                self.answer(Answer { stamp: stamp.clone(), accepted: true, reason: None });
            }
            Event::OpportunityRejected { reason, stamp } => {
                self.answer(Answer { stamp: stamp.clone(), accepted: false, reason: reason.clone() });
            }
            Event::OpportunityReviewStarted { .. } => self.review(ReviewStatus::InReview),
            Event::OpportunityApproved { .. } => self.review(ReviewStatus::Approved),
            Event::OpportunityDisqualified { reason, .. } => {
                self.review(ReviewStatus::Rejected);
                self.review_status_reason = Some(reason.clone());
            }
            Event::OpportunityInformationRequested { reason, comments, .. } => {
                self.review(ReviewStatus::ActionRequired);
                self.review_status_reason = Some(reason.clone());
                self.review_comments.clone_from(comments);
            }
        }
        self.last_modified_at = Some(event.stamp().at);
        let fields = match event {
            Event::OpportunityEdited { changed, .. } => changed.clone(),
            Event::OpportunityCreated { .. }
            | Event::OpportunityShared { .. }
            | Event::OpportunitySubmitted { .. }
            | Event::OpportunityTransferred { .. }
            | Event::OpportunityAccepted { .. }
            | Event::OpportunityRejected { .. }
            | Event::OpportunityReviewStarted { .. }
            | Event::OpportunityApproved { .. }
            | Event::OpportunityDisqualified { .. }
            | Event::OpportunityInformationRequested { .. } => Vec::new(),
        };
        self.history.note(event.stamp(), event.name(), self.owner, fields);
    }

    fn begin(&mut self, id: Id, owner: Option<Id>, stamp: &Stamp, details: &Details) {
        self.id = Some(id);
        self.owner = owner;
        self.created_at = Some(stamp.at);
        self.rewrite(stamp, details);
    }

    fn rewrite(&mut self, stamp: &Stamp, details: &Details) {
        let before = self.details.as_ref().map(|d| d.fields().life_cycle.next_steps.as_str()).unwrap_or_default();
        let next = details.fields().life_cycle.next_steps.as_str();
        if !next.is_empty() && next != before {
            if self.next_steps_history.len() == NEXT_STEPS_MOST {
                self.next_steps_history.remove(0);
            }
            self.next_steps_history.push(NextStep { value: next.into(), time: stamp.at });
        }
        self.details = Some(details.clone());
    }

    /// What the last review said goes with it.
    fn review(&mut self, status: ReviewStatus) {
        self.review_status = Some(status);
        self.review_status_reason = None;
        self.review_comments = None;
    }

    fn answer(&mut self, answer: Answer) {
        if let Some(share) = &mut self.share {
            share.answer = Some(answer);
        }
    }
}
