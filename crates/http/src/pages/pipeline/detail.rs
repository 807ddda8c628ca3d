//! One opportunity or lead: where it stands, what can be done, what is known, and what happened.

use askama::Template;
use axum::extract::Path;
use guildhall_core::account::Actor;
use guildhall_core::pipeline::{self, Action, Change, Opportunity};
use guildhall_core::setting::Setting;

use super::fields::{FactGroup, Fields, facts, label, name_of};
use super::words::{self, Tag};
use super::{EntryPath, Kind, own};
use crate::pages::form::{Fact, Link};
use crate::pages::view::{Answer, Page};
use crate::pages::visit::{Signed, Visit};

/// A change, as the history tells it.
#[derive(Debug)]
struct Event {
    at: String,
    what: String,
    by: String,
    details: String,
}

/// A step that is offered.
#[derive(Debug)]
struct Step {
    link: Link,
    /// The first one is what is most likely wanted.
    primary: bool,
    /// It asks first; where scripts run, in a dialog.
    dialog: bool,
}

#[derive(Debug, Template)]
#[template(path = "pipeline_detail.html")]
struct DetailPage {
    page: Page,
    back: Link,
    number: String,
    customer: String,
    tags: Vec<Tag>,
    steps: Vec<Step>,
    /// What has to be done about it, and how grave that is.
    notices: Vec<Tag>,
    overview: Vec<Fact>,
    groups: Vec<FactGroup>,
    next_steps: Vec<Fact>,
    events: Vec<Event>,
}

pub(super) async fn page<E: Kind>(visit: Visit, Path(id): EntryPath) -> Answer {
    let me = visit.opening(E::ITEM)?;
    let (entry, _) = visit.entry::<E>(me, &id).await?;
    let reading = visit.reading(me)?;
    let setting = reading.setting();
    let w = visit.w;
    let summary = entry.summary(setting.moment.at);
    let tags = [
        summary.stage.map(|stage| words::stage_tag(w, stage)),
        summary.review_status.map(|status| words::review_tag(w, status)),
        summary.status.map(|status| words::status_tag(w, status)),
    ];
    let fact = |key: &str, text: Option<String>| {
        text.filter(|t| !t.is_empty()).map(|text| Fact { term: w.t(key).into_owned(), text })
    };
    let owner = name_of(&me.account, entry.owner()).unwrap_or_else(|| w.t("pipeline-nobody").into_owned());
    let moment = |at: Option<chrono::DateTime<chrono::Utc>>| at.map(|at| w.moment(at));
    let overview = [
        fact("pipeline-owner", Some(owner)),
        fact("pipeline-origin", summary.origin.map(|origin| words::origin(w, origin))),
        fact("pipeline-created", moment(summary.created_at)),
        fact("pipeline-changed", moment(summary.last_modified_at)),
    ];
    let offered = entry.actions(&setting);
    let events = entry.history().iter().rev().map(|change| event::<E>(&visit, me, change)).collect();
    let customer = if summary.customer == summary.title { String::new() } else { summary.customer.to_owned() };
    let model = DetailPage {
        page: visit.page(summary.title),
        back: Link { href: E::PATH.into(), text: own::<E>(&visit, "back") },
        number: summary.stage.and(entry.id()).map(pipeline::identifier).unwrap_or_default(),
        customer,
        tags: tags.into_iter().flatten().collect(),
        steps: offered.iter().enumerate().filter_map(|(n, action)| step::<E>(&visit, &id, *action, n == 0)).collect(),
        notices: entry.notices(&visit, &setting),
        overview: overview.into_iter().flatten().chain(entry.more(&visit)).collect(),
        groups: entry.fields().map(|fields| facts(w, fields)).unwrap_or_default(),
        next_steps: entry.past_steps(&visit),
        events,
    };
    Ok(visit.html(&model))
}

fn step<E: Kind>(visit: &Visit, id: &str, action: Action, primary: bool) -> Option<Step> {
    let (name, dialog) = match action {
        Action::Accept => ("accept", true),
        Action::Reject => ("reject", true),
        Action::Submit => ("submit", false),
        Action::Edit => ("edit", false),
        Action::Transfer => ("transfer", true),
        // Operators have pages of their own.
        Action::StartReview | Action::Approve | Action::Disqualify | Action::RequestInformation => return None,
    };
    let link =
        Link { href: format!("{}/{id}/{name}", E::PATH), text: visit.w.t(&format!("pipeline-do-{name}")).into_owned() };
    Some(Step { link, primary, dialog })
}

fn event<E: Kind>(visit: &Visit, me: &Signed, change: &Change) -> Event {
    let w = visit.w;
    let by = match &change.stamp.by {
        Actor::Member(id) => name_of(&me.account, Some(*id)).unwrap_or_default(),
        Actor::Operator(_) | Actor::Visitor => w.t("pipeline-by-programme").into_owned(),
    };
    let owner = name_of(&me.account, change.owner).unwrap_or_else(|| w.t("pipeline-nobody").into_owned());
    let key = format!("pipeline-event-{}", change.event.replace('_', "-"));
    let fields = change.fields.iter().map(|name| label(w, E::Fields::GROUPS, name)).collect::<Vec<_>>().join(", ");
    Event {
        at: w.moment(change.stamp.at),
        what: w.t1(&key, "owner", owner).into_owned(),
        by,
        details: if fields.is_empty() {
            String::new()
        } else {
            w.t1("pipeline-event-fields", "fields", fields).into_owned()
        },
    }
}

/// What only one of the two kinds has to tell.
pub(in crate::pages) trait About {
    /// What has to be done about it.
    fn notices(&self, visit: &Visit, setting: &Setting<'_>) -> Vec<Tag>;
    /// More facts for the overview.
    fn more(&self, visit: &Visit) -> Vec<Fact>;
    /// The next steps of the past.
    fn past_steps(&self, visit: &Visit) -> Vec<Fact>;
}

/// What a share waits for, or came to.
fn share_notice(visit: &Visit, share: Option<&pipeline::Share>, setting: &Setting<'_>) -> Option<Tag> {
    use pipeline::InvitationStatus;
    let (w, share) = (visit.w, share?);
    match share.status(setting.moment.at) {
        InvitationStatus::Pending => {
            let text = match share.expires_at {
                Some(end) => w.t1("pipeline-notice-pending-until", "end", w.moment(end)),
                None => w.t("pipeline-notice-pending"),
            };
            Some(Tag { text: text.into_owned(), class: "warn" })
        }
        InvitationStatus::Rejected => {
            let reason = share.answer.as_ref().and_then(|a| a.reason.clone())?;
            Some(Tag { text: w.t1("pipeline-notice-rejected", "reason", reason).into_owned(), class: "plain" })
        }
        InvitationStatus::Expired => Some(Tag { text: w.t("pipeline-notice-expired").into_owned(), class: "plain" }),
        InvitationStatus::Accepted => None,
    }
}

impl About for Opportunity {
    fn notices(&self, visit: &Visit, setting: &Setting<'_>) -> Vec<Tag> {
        use pipeline::ReviewStatus;
        let w = visit.w;
        let reason = self.review_status_reason().unwrap_or_default();
        let comments = self.review_comments().unwrap_or_default();
        let review = match self.review_status() {
            Some(ReviewStatus::PendingSubmission) => {
                Some(Tag { text: w.t("pipeline-notice-not-submitted").into_owned(), class: "info" })
            }
            Some(ReviewStatus::ActionRequired) => {
                let values = [("reason", reason), ("comments", comments)];
                Some(Tag { text: w.with("pipeline-notice-question", &values).into_owned(), class: "warn" })
            }
            Some(ReviewStatus::Rejected) => {
                Some(Tag { text: w.t1("pipeline-notice-turned-down", "reason", reason).into_owned(), class: "bad" })
            }
            Some(ReviewStatus::Submitted | ReviewStatus::InReview) => {
                Some(Tag { text: w.t("pipeline-notice-in-review").into_owned(), class: "info" })
            }
            Some(ReviewStatus::Approved) | None => None,
        };
        review.into_iter().chain(share_notice(visit, self.share(), setting)).collect()
    }

    fn more(&self, visit: &Visit) -> Vec<Fact> {
        let w = visit.w;
        let wanted = self.involvement_type().map(|of| words::involvement(w, of));
        let seen = self.visibility().map(|of| words::visibility(w, of));
        let fact = |key: &str, text: Option<String>| text.map(|text| Fact { term: w.t(key).into_owned(), text });
        [fact("pipeline-involvement", wanted), fact("pipeline-visibility", seen)].into_iter().flatten().collect()
    }

    fn past_steps(&self, visit: &Visit) -> Vec<Fact> {
        let step = |s: &pipeline::NextStep| Fact { term: visit.w.moment(s.time), text: s.value.clone() };
        self.next_steps_history().iter().rev().map(step).collect()
    }
}

impl About for pipeline::Lead {
    fn notices(&self, visit: &Visit, setting: &Setting<'_>) -> Vec<Tag> {
        share_notice(visit, self.share(), setting).into_iter().collect()
    }

    fn more(&self, _: &Visit) -> Vec<Fact> {
        Vec::new()
    }

    fn past_steps(&self, _: &Visit) -> Vec<Fact> {
        Vec::new()
    }
}

#[cfg(test)]
pub(super) fn keys() -> Vec<String> {
    let events = [
        "opportunity-created",
        "opportunity-shared",
        "opportunity-submitted",
        "opportunity-edited",
        "opportunity-transferred",
        "opportunity-accepted",
        "opportunity-rejected",
        "opportunity-review-started",
        "opportunity-approved",
        "opportunity-disqualified",
        "opportunity-information-requested",
        "lead-shared",
        "lead-accepted",
        "lead-rejected",
        "lead-edited",
        "lead-transferred",
    ];
    let steps = ["accept", "reject", "submit", "edit", "transfer"].map(|name| format!("pipeline-do-{name}"));
    events.iter().map(|event| format!("pipeline-event-{event}")).chain(steps).collect()
}
