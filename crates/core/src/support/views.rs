//! What people see of support, the operators' queue, and what an event asks of the world outside.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use super::inquiry::Inquiry;
use super::{Author, Case, Event, File, State};
use crate::account::Account;
use crate::program::{Article, CaseType};
use crate::room::{Effect, Letter};
use crate::setting::{Denied, Setting};
use crate::{Id, Permission};

/// The support page of one person (SUPPORT-2).
#[derive(Clone, Debug)]
pub struct Desk<'a> {
    /// What a new case can be about.
    pub case_types: &'a [CaseType],
    /// The open cases that they see, the last written in first.
    pub open: Vec<(Id, &'a Case)>,
    /// The closed cases that they see, the last closed first.
    pub previous: Vec<(Id, &'a Case)>,
    /// Articles on common questions.
    pub articles: &'a [Article],
}

/// The support page of who asks: own cases, and everybody's for those who see the people of the company.
pub fn desk<'a>(setting: &Setting<'a>, state: &'a State) -> Result<Desk<'a>, Denied> {
    let (me, standing) = setting.permitted(&[Permission::ContactSupport])?;
    let sees_all = standing.permits(setting.program, Permission::ViewUsers);
    let seen = state.cases().iter().filter(|(_, case)| case.by == me || sees_all).map(|(id, case)| (*id, case));
    let (mut open, mut previous): (Vec<_>, Vec<_>) = seen.partition(|(_, case)| case.is_open());
    let last = |case: &Case| case.posts.last().map(|post| post.at);
    open.sort_by(|(a, x), (b, y)| last(y).cmp(&last(x)).then(a.cmp(b)));
    previous.sort_by(|(a, x), (b, y)| y.closed_at.cmp(&x.closed_at).then(a.cmp(b)));
    let rules = setting.program.support();
    Ok(Desk { case_types: &rules.case_types, open, previous, articles: &rules.articles })
}

/// A case, for those who see it and for operators.
pub fn case<'a>(setting: &Setting<'_>, state: &'a State, id: Id) -> Result<Option<&'a Case>, Denied> {
    if setting.operator().is_ok() {
        return Ok(state.cases().get(&id));
    }
    let (me, standing) = setting.permitted(&[Permission::ContactSupport])?;
    let sees_all = standing.permits(setting.program, Permission::ViewUsers);
    Ok(state.cases().get(&id).filter(|case| case.by == me || sees_all))
}

/// What waits for an operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitingFor {
    /// A case of a company.
    Case {
        /// The tenant.
        tenant: Id,
        /// The case.
        case: Id,
    },
    /// A message of the contact form.
    Inquiry {
        /// Its id.
        inquiry: Id,
    },
}

/// An entry of the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// What.
    pub what: WaitingFor,
    /// Its subject.
    pub subject: String,
    /// Whether it asks to leave the programme.
    pub cancellation: bool,
    /// Since when it waits.
    pub since: DateTime<Utc>,
}

/// The one queue of support: everything that waits for an answer, the longest first (C-116).
pub fn queue<'a>(
    companies: impl IntoIterator<Item = (Id, &'a State)>,
    inquiries: impl IntoIterator<Item = (Id, &'a Inquiry)>,
) -> Vec<Waiting> {
    let mut queue = Vec::new();
    for (tenant, state) in companies {
        for (id, case) in state.cases() {
            let Some(since) = case.waits_since() else { continue };
            let what = WaitingFor::Case { tenant, case: *id };
            queue.push(Waiting { what, subject: case.subject.to_string(), cancellation: case.cancellation, since });
        }
    }
    for (id, inquiry) in inquiries {
        let (Some(question), Some(since)) = (inquiry.question(), inquiry.waits_since()) else { continue };
        let what = WaitingFor::Inquiry { inquiry: id };
        queue.push(Waiting { what, subject: question.subject.to_string(), cancellation: false, since });
    }
    queue.sort_by(|a, b| a.since.cmp(&b.since).then_with(|| a.subject.cmp(&b.subject)));
    queue
}

/// What `event` asks for; `state` is the state after it.
pub(super) fn effects(account: &Account, state: &State, event: &Event) -> Vec<Effect> {
    let keep = |files: &[File]| files.iter().map(|file| Effect::KeepFile(file.id)).collect::<Vec<_>>();
    match event {
        Event::Replied { id, by: Author::Operator(_), files, .. } => {
            let opened = state.cases().get(id);
            let owner =
                opened.and_then(|case| account.member(case.by).filter(|m| m.status == crate::account::Status::Active));
            let letter = opened.zip(owner).map(|(case, owner)| Letter::CaseAnswered {
                to: owner.email.clone(),
                case: *id,
                subject: case.subject.to_string(),
            });
            letter.map(Effect::Mail).into_iter().chain(keep(files)).collect()
        }
        Event::CaseOpened { files, .. } | Event::Replied { by: Author::Member(_), files, .. } => keep(files),
        Event::CaseClosed { .. } => Vec::new(),
    }
}
