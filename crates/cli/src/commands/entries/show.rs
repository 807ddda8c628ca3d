//! `guildhall opportunities show`, `guildhall leads show`: all of one entry, with what can be done with it and what was.

use std::fmt::Write as _;

use chrono::{DateTime, Utc};
use guildhall_core::Id;
use guildhall_core::account::{Account, Actor};
use guildhall_core::pipeline::bulk::Cells;
use guildhall_core::pipeline::query::show;
use guildhall_core::pipeline::{
    Action, Change, InvitationStatus, InvolvementType, Lead, NextStep, Opportunity, Origin, ReviewStatus, Share,
    Visibility, identifier,
};
use serde::Serialize;

use super::super::room::{Asked, Who, ask, email};
use super::{Kind, One, entry};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Table, escape};
use crate::rooms::Key;

/// Where the review of an opportunity stands.
#[derive(Serialize)]
pub(in crate::commands) struct Review {
    review_status: ReviewStatus,
    review_status_reason: Option<String>,
    review_comments: Option<String>,
    involvement_type: Option<InvolvementType>,
    visibility: Option<Visibility>,
}

/// That something was shared, and what became of it.
#[derive(Serialize)]
struct Shared {
    status: InvitationStatus,
    shared_at: DateTime<Utc>,
    expires_at: Option<DateTime<Utc>>,
    answered_at: Option<DateTime<Utc>>,
    answered_by: Option<String>,
    reason: Option<String>,
}

/// One change.
#[derive(Serialize)]
struct Changed {
    at: DateTime<Utc>,
    by: String,
    event: String,
    owner: Option<String>,
    fields: Vec<String>,
}

/// All of it.
#[derive(Serialize)]
struct Shown<F> {
    id: Id,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<String>,
    title: String,
    owner: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<Origin>,
    created_date: Option<DateTime<Utc>>,
    last_modified_date: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<Review>,
    share: Option<Shared>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    next_steps_history: Vec<NextStep>,
    actions: Vec<&'static str>,
    fields: F,
    history: Vec<Changed>,
}

/// What only opportunities have.
pub(in crate::commands) trait Reviewed {
    /// Where its review stands.
    fn review(&self) -> Option<Review> {
        None
    }

    /// The next steps of the past.
    fn next_steps(&self) -> Vec<NextStep> {
        Vec::new()
    }
}

impl Reviewed for Lead {}

impl Reviewed for Opportunity {
    fn review(&self) -> Option<Review> {
        Some(Review {
            review_status: self.review_status()?,
            review_status_reason: self.review_status_reason().map(ToOwned::to_owned),
            review_comments: self.review_comments().map(ToOwned::to_owned),
            involvement_type: self.involvement_type(),
            visibility: self.visibility(),
        })
    }

    fn next_steps(&self) -> Vec<NextStep> {
        self.next_steps_history().to_vec()
    }
}

impl One {
    /// Shows it.
    pub(in crate::commands) fn show<E: Kind + Reviewed>(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let shown = self.ask::<E>(context)?;
        let facts = facts(&shown).into_iter().map(|(name, text)| vec![name.to_owned(), text]);
        let named = shown.fields.filled().into_iter().map(|name| {
            let text = shown.fields.cell(&name).unwrap_or_default();
            vec![name, text]
        });
        let table = Table::new(&["field", "text"]).with(facts.chain(named));
        context.out.answer(&page(&shown), &table, &shown)?;
        Ok(Exit::Done)
    }

    /// Shows what was done to it.
    pub(in crate::commands) fn history<E: Kind + Reviewed>(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let changes = self.ask::<E>(context)?.history;
        let table = Table::new(&["at", "by", "event", "owner", "fields"]).with(changes.iter().map(|change| {
            let (at, owner) = (moment(change.at), change.owner.clone().unwrap_or_default());
            vec![at, change.by.clone(), change.event.clone(), owner, change.fields.join(", ")]
        }));
        context.out.rows(&table, &changes)?;
        Ok(Exit::Done)
    }

    fn ask<E: Kind + Reviewed>(&self, context: &Context<'_>) -> Result<Shown<E::Fields>, Failure> {
        ask(context, Who::Either, |asked| {
            let id = entry::<E>(asked, &self.id)?;
            let found = asked.desk.book.room::<E>(Key::entry(asked.tenant, id));
            let found = show(&asked.setting(), found.as_ref()).map_err(|refusal| asked.refused(&refusal))?;
            Ok(shown(asked, id, found))
        })
    }
}

fn shown<E: Kind + Reviewed>(asked: &Asked<'_>, id: Id, entry: &E) -> Shown<E::Fields> {
    let (setting, account) = (asked.setting(), asked.account);
    let summary = entry.summary(setting.moment.at);
    Shown {
        id,
        identifier: summary.stage.map(|_| identifier(id)),
        title: summary.title.to_owned(),
        owner: entry.owner().map(|owner| email(account, owner)),
        origin: summary.origin,
        created_date: summary.created_at,
        last_modified_date: summary.last_modified_at,
        review: entry.review(),
        share: entry.shared().map(|share| shared(account, share, setting.moment.at)),
        next_steps_history: entry.next_steps(),
        actions: entry.actions(&setting).into_iter().map(Action::as_str).collect(),
        fields: entry.fields().cloned().unwrap_or_default(),
        history: entry.history().iter().rev().map(|change| changed(account, change)).collect(),
    }
}

fn shared(account: &Account, share: &Share, now: DateTime<Utc>) -> Shared {
    let answer = share.answer.as_ref();
    Shared {
        status: share.status(now),
        shared_at: share.stamp.at,
        expires_at: share.expires_at,
        answered_at: answer.map(|answer| answer.stamp.at),
        answered_by: answer.map(|answer| who(account, &answer.stamp.by)),
        reason: answer.and_then(|answer| answer.reason.clone()),
    }
}

fn changed(account: &Account, change: &Change) -> Changed {
    Changed {
        at: change.stamp.at,
        by: who(account, &change.stamp.by),
        event: change.event.clone(),
        owner: change.owner.map(|owner| email(account, owner)),
        fields: change.fields.clone(),
    }
}

fn who(account: &Account, actor: &Actor) -> String {
    match actor {
        Actor::Visitor => "visitor".to_owned(),
        Actor::Member(id) => email(account, *id),
        Actor::Operator(name) => format!("operator {name}"),
    }
}

fn moment(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d %H:%M:%S").to_string()
}

/// What there is to say of it besides its fields.
fn facts<F>(shown: &Shown<F>) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    let mut fact = |name: &'static str, text: Option<String>| facts.extend(text.map(|text| (name, text)));
    fact("owner", Some(shown.owner.clone().unwrap_or_else(|| "nobody yet".to_owned())));
    fact("origin", shown.origin.map(|origin| origin.to_string()));
    if let Some(review) = &shown.review {
        fact("review", Some(review.review_status.to_string()));
        fact("because", review.review_status_reason.clone());
        fact("comments", review.review_comments.clone());
        fact("wanted", review.involvement_type.map(|wanted| wanted.to_string()));
        fact("visibility", review.visibility.map(|visibility| visibility.to_string()));
    }
    if let Some(share) = &shown.share {
        let until = share.expires_at.map(|at| format!(", to be answered by {}", moment(at))).unwrap_or_default();
        fact("shared", Some(format!("{}, {}{until}", moment(share.shared_at), share.status)));
        let answered = share.answered_at.zip(share.answered_by.as_ref());
        fact("answered", answered.map(|(at, by)| format!("{} by {by}", moment(at))));
        fact("because", share.reason.clone());
    }
    fact("created", shown.created_date.map(moment));
    fact("changed", shown.last_modified_date.map(moment));
    fact("can be done", Some(shown.actions.join(", ")).filter(|actions| !actions.is_empty()));
    facts
}

fn page<F: Cells>(shown: &Shown<F>) -> String {
    let facts: String = facts(shown).iter().map(|(name, text)| format!("  {name}: {}\n", escape(text))).collect();
    let number = shown.identifier.as_ref().map(|number| format!(", {number}")).unwrap_or_default();
    let mut page = format!("{}{number}, {}\n{facts}", escape(&shown.title), shown.id);
    page.push_str("\nFields\n");
    for name in shown.fields.filled() {
        let _ = writeln!(page, "  {name}: {}", escape(&shown.fields.cell(&name).unwrap_or_default()));
    }
    if !shown.next_steps_history.is_empty() {
        page.push_str("\nNext steps so far\n");
        for step in &shown.next_steps_history {
            let _ = writeln!(page, "  {}  {}", moment(step.time), escape(&step.value));
        }
    }
    page.push_str("\nHistory\n");
    for change in &shown.history {
        let _ = write!(page, "  {}  {} by {}", moment(change.at), change.event, escape(&change.by));
        let fields = change.fields.join(", ");
        let _ = if fields.is_empty() { writeln!(page) } else { writeln!(page, ": {fields}") };
    }
    page
}
