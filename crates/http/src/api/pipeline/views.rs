//! What the API shows of opportunities and leads.

use chrono::{DateTime, NaiveDate, Utc};
use guildhall_core::account::Actor;
use guildhall_core::pipeline::query::{Found, Listed};
use guildhall_core::pipeline::{self, Action, Actionable, Answer, Entry, Lead, Opportunity, Share};
use guildhall_core::setting::Setting;
use guildhall_core::{Id, pipeline::bulk};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::fields::{LeadFields, OpportunityFields};
use crate::api::problem::ProblemCell;

/// A person of the company.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct PersonRef {
    /// The person's id.
    id: String,
    /// Their name.
    name: String,
    /// Their address.
    email: String,
}

impl PersonRef {
    pub(super) fn new(setting: &Setting<'_>, id: Id) -> Option<Self> {
        let member = setting.account.member(id)?;
        Some(Self { id: id.to_string(), name: member.name.to_string(), email: member.email.to_string() })
    }
}

/// Who did something.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in crate::api) enum ByView {
    /// A member of the company.
    Member(ByMember),
    /// An operator of the programme.
    Operator(NoDetails),
    /// Nobody who was signed in.
    Visitor(NoDetails),
}

/// A member of the company who did something.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct ByMember {
    /// The person's id.
    id: String,
    /// Their name.
    name: String,
}

/// Nothing more is told.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct NoDetails {}

impl ByView {
    fn new(setting: &Setting<'_>, actor: &Actor) -> Self {
        match actor {
            Actor::Member(id) => {
                let name = setting.account.member(*id).map(|m| m.name.to_string()).unwrap_or_default();
                Self::Member(ByMember { id: id.to_string(), name })
            }
            Actor::Operator(_) => Self::Operator(NoDetails {}),
            Actor::Visitor => Self::Visitor(NoDetails {}),
        }
    }
}

/// That it was shared with the company, and what became of it.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct ShareView {
    /// `PENDING`, `ACCEPTED`, `REJECTED` or `EXPIRED`.
    status: &'static str,
    /// When it was shared.
    shared_at: DateTime<Utc>,
    /// When the time to answer ends, if it does.
    expires_at: Option<DateTime<Utc>>,
    /// When it was answered.
    answered_at: Option<DateTime<Utc>>,
    /// Who answered.
    answered_by: Option<ByView>,
    /// Why it was rejected.
    reason: Option<String>,
}

impl ShareView {
    fn new(setting: &Setting<'_>, share: &Share) -> Self {
        let answer: Option<&Answer> = share.answer.as_ref();
        Self {
            status: share.status(setting.moment.at).as_str(),
            shared_at: share.stamp.at,
            expires_at: share.expires_at,
            answered_at: answer.map(|a| a.stamp.at),
            answered_by: answer.map(|a| ByView::new(setting, &a.stamp.by)),
            reason: answer.and_then(|a| a.reason.clone()),
        }
    }
}

/// A next step of the past.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct NextStepView {
    /// What it was.
    value: String,
    /// Since when.
    time: DateTime<Utc>,
}

/// Where the review of an opportunity stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpportunityReview)]
pub(in crate::api) struct ReviewView {
    /// `Pending Submission`, `Submitted`, `In review`, `Approved`, `Rejected` or `Action Required`.
    review_status: &'static str,
    /// Why it was turned down or sent back.
    review_status_reason: Option<String>,
    /// What the operator needs to know.
    review_comments: Option<String>,
    /// `Co-Sell` or `For Visibility Only`, once it was submitted.
    involvement_type: Option<&'static str>,
    /// `Full` or `Limited`, once it was submitted.
    visibility: Option<&'static str>,
}

/// An opportunity.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct OpportunityView {
    /// Its id here.
    id: String,
    /// Its identifier in the programme's published API: `O` and digits.
    identifier: String,
    /// `AWS Referral` or `Partner Referral`.
    origin: Option<&'static str>,
    /// Who owns it; nobody owns what was shared with the company as a whole and is not accepted yet.
    owner: Option<PersonRef>,
    /// When it came to be.
    created_date: Option<DateTime<Utc>>,
    /// When it changed last.
    last_modified_date: Option<DateTime<Utc>>,
    /// The fields, as a `PUT` takes them.
    fields: OpportunityFields,
    /// The review; what was shared has none.
    review: Option<ReviewView>,
    /// That it was shared, if it was.
    share: Option<ShareView>,
    /// The next steps of the past, oldest first.
    next_steps_history: Vec<NextStepView>,
    /// What the caller can do with it now.
    actions: Vec<&'static str>,
}

impl OpportunityView {
    /// `None` for one that does not exist.
    pub(super) fn new(setting: &Setting<'_>, opportunity: &Opportunity) -> Option<Self> {
        let (id, details) = (opportunity.id()?, opportunity.details()?);
        let step = |step: &pipeline::NextStep| NextStepView { value: step.value.clone(), time: step.time };
        let review = opportunity.review_status().map(|status| ReviewView {
            review_status: status.as_str(),
            review_status_reason: opportunity.review_status_reason().map(ToOwned::to_owned),
            review_comments: opportunity.review_comments().map(ToOwned::to_owned),
            involvement_type: opportunity.involvement_type().map(pipeline::InvolvementType::as_str),
            visibility: opportunity.visibility().map(pipeline::Visibility::as_str),
        });
        Some(Self {
            id: id.to_string(),
            identifier: pipeline::identifier(id),
            origin: opportunity.origin().map(pipeline::Origin::as_str),
            owner: opportunity.owner().and_then(|id| PersonRef::new(setting, id)),
            created_date: opportunity.created_at(),
            last_modified_date: opportunity.last_modified_at(),
            fields: details.fields().clone().into(),
            review,
            share: opportunity.share().map(|share| ShareView::new(setting, share)),
            next_steps_history: opportunity.next_steps_history().iter().map(step).collect(),
            actions: action_names(opportunity, setting),
        })
    }
}

/// A lead.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct LeadView {
    /// Its id.
    id: String,
    /// Who owns it; nobody owns what was shared with the company as a whole and is not accepted yet.
    owner: Option<PersonRef>,
    /// When it changed last.
    last_modified_date: Option<DateTime<Utc>>,
    /// The fields, as a `PUT` takes them.
    fields: LeadFields,
    /// That it was shared, and what became of it.
    share: Option<ShareView>,
    /// What the caller can do with it now.
    actions: Vec<&'static str>,
}

impl LeadView {
    /// `None` for one that does not exist.
    pub(super) fn new(setting: &Setting<'_>, lead: &Lead) -> Option<Self> {
        let (id, details) = (lead.id()?, lead.details()?);
        Some(Self {
            id: id.to_string(),
            owner: lead.owner().and_then(|id| PersonRef::new(setting, id)),
            last_modified_date: lead.last_modified_at(),
            fields: details.fields().clone().into(),
            share: lead.share().map(|share| ShareView::new(setting, share)),
            actions: action_names(lead, setting),
        })
    }
}

fn action_names(entry: &impl Actionable, setting: &Setting<'_>) -> Vec<&'static str> {
    entry.actions(setting).into_iter().map(Action::as_str).collect()
}

/// A row of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct SummaryView {
    /// The id.
    id: String,
    /// The identifier in the programme's published API; leads have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<String>,
    /// What people call it.
    title: String,
    /// The customer's company.
    customer: String,
    /// Who owns it.
    owner: Option<PersonRef>,
    /// How far the sale is; leads have no stage.
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<&'static str>,
    /// Where the review stands; only what a partner brings has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    review_status: Option<&'static str>,
    /// What became of it, where it was shared.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    /// Who brought it; leads do not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<&'static str>,
    /// The Region; empty where it is not known.
    region: String,
    /// The day on which it should be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    target_close_date: Option<NaiveDate>,
    /// When it came to be.
    created_date: Option<DateTime<Utc>>,
    /// When it changed last.
    last_modified_date: Option<DateTime<Utc>>,
}

impl SummaryView {
    pub(super) fn new<E: Listed>(setting: &Setting<'_>, found: &Found<'_, E>) -> Self {
        let s = &found.summary;
        Self {
            id: found.id.to_string(),
            identifier: s.stage.map(|_| pipeline::identifier(found.id)),
            title: s.title.to_owned(),
            customer: s.customer.to_owned(),
            owner: found.entry.owner().and_then(|id| PersonRef::new(setting, id)),
            stage: s.stage.map(pipeline::Stage::as_str),
            review_status: s.review_status.map(pipeline::ReviewStatus::as_str),
            status: s.status.map(pipeline::InvitationStatus::as_str),
            origin: s.origin.map(pipeline::Origin::as_str),
            region: s.region.to_owned(),
            target_close_date: s.target_close_date,
            created_date: s.created_at,
            last_modified_date: s.last_modified_at,
        }
    }
}

/// A list.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct ListView {
    /// The rows.
    pub(super) entries: Vec<SummaryView>,
    /// How many there are on all pages.
    pub(super) total: usize,
    /// Asks for the next page, as `?cursor=...`; `null` on the last.
    pub(super) next_cursor: Option<String>,
}

/// One change of an entry.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HistoryEntry)]
pub(in crate::api) struct ChangeView {
    /// When.
    at: DateTime<Utc>,
    /// Who.
    by: ByView,
    /// What happened, by the name of the event.
    event: String,
    /// Who owned it then.
    owner: Option<PersonRef>,
    /// The names of the fields that changed.
    fields: Vec<String>,
}

/// What was done to an entry, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct HistoryView {
    /// The changes.
    changes: Vec<ChangeView>,
}

impl HistoryView {
    pub(super) fn new(setting: &Setting<'_>, entry: &impl Entry) -> Self {
        let change = |change: &pipeline::Change| ChangeView {
            at: change.stamp.at,
            by: ByView::new(setting, &change.stamp.by),
            event: change.event.clone(),
            owner: change.owner.and_then(|id| PersonRef::new(setting, id)),
            fields: change.fields.clone(),
        };
        Self { changes: entry.history().iter().rev().map(change).collect() }
    }
}

/// What comes of a row.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in crate::api) enum RowOutcome {
    /// A new entry.
    Created,
    /// An entry whose fields change.
    Updated,
    /// An entry with another owner.
    Transferred,
    /// Everything is so already.
    Unchanged,
    /// Nothing: the row has faults.
    Refused,
}

/// A row of a file and what comes of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PlanRow)]
pub(in crate::api) struct RowView {
    /// The line in the file, from 1.
    line: u64,
    /// The entry; a new one has its id once it is there.
    id: Option<String>,
    /// What people call it, where it is known.
    title: String,
    /// What comes of it.
    outcome: RowOutcome,
    /// The names of the fields that change.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<String>,
    /// The new owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<PersonRef>,
    /// What is wrong with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    faults: Vec<ProblemCell>,
}

impl RowView {
    fn new(setting: &Setting<'_>, row: &bulk::PlannedRow, applied: bool) -> Self {
        let mut view = Self {
            line: row.line,
            id: row.entry.map(|id| id.to_string()),
            title: row.title.clone(),
            outcome: RowOutcome::Unchanged,
            fields: Vec::new(),
            to: None,
            faults: Vec::new(),
        };
        view.outcome = match &row.outcome {
            bulk::Outcome::Created => {
                // The id of a rehearsal means nothing: the file gets others when it is taken in.
                view.id = view.id.filter(|_| applied);
                RowOutcome::Created
            }
            bulk::Outcome::Updated { fields } => {
                view.fields.clone_from(fields);
                RowOutcome::Updated
            }
            bulk::Outcome::Transferred { to } => {
                view.to = PersonRef::new(setting, *to);
                RowOutcome::Transferred
            }
            bulk::Outcome::Unchanged => RowOutcome::Unchanged,
            bulk::Outcome::Refused { faults } => {
                view.faults = faults.iter().map(Into::into).collect();
                RowOutcome::Refused
            }
        };
        view
    }
}

/// How many rows had which outcome.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct CountsView {
    created: usize,
    updated: usize,
    transferred: usize,
    unchanged: usize,
    refused: usize,
}

/// What a file changes, row by row.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct PlanView {
    /// Whether it was done; a rehearsal, and a file with bad rows where all or nothing was asked for, change nothing.
    applied: bool,
    /// How many rows had which outcome.
    counts: CountsView,
    /// Headings that say nothing here, such as who owns an entry in an import.
    ignored_columns: Vec<String>,
    /// Every row, in the order of the file.
    rows: Vec<RowView>,
}

impl PlanView {
    pub(super) fn new<E>(setting: &Setting<'_>, plan: &bulk::Plan<E>, applied: bool) -> Self {
        let bulk::Counts { created, updated, transferred, unchanged, refused } = plan.counts();
        Self {
            applied,
            counts: CountsView { created, updated, transferred, unchanged, refused },
            ignored_columns: plan.ignored_columns().to_vec(),
            rows: plan.rows().iter().map(|row| RowView::new(setting, row, applied)).collect(),
        }
    }
}

/// What happens to the good rows of a file that has bad ones.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in crate::api) enum Mode {
    /// Nothing happens unless every row is good.
    #[default]
    AllOrNothing,
    /// Good rows are kept, bad ones are reported.
    GoodRows,
}

impl From<Mode> for bulk::Mode {
    fn from(mode: Mode) -> Self {
        match mode {
            Mode::AllOrNothing => Self::AllOrNothing,
            Mode::GoodRows => Self::GoodRows,
        }
    }
}
