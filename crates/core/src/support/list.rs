//! The list of cases that somebody sees: by how far they have come, by words, sorted.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cmp::Ordering;

use chrono::{DateTime, Utc};

use super::{Case, State};
use crate::setting::{Denied, Setting};
use crate::tasks::Order;
use crate::text::{folded, has_words};
use crate::{Id, Permission};

/// How far a case has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Progress {
    /// It waits for the programme's answer.
    Waiting,
    /// The programme wrote last.
    Answered,
    /// It is closed.
    Closed,
}

impl Progress {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Answered, Self::Closed];

    /// Its id in text.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Answered => "answered",
            Self::Closed => "closed",
        }
    }
}

impl Case {
    /// How far it has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        match (self.is_open(), self.waits_since()) {
            (false, _) => Progress::Closed,
            (true, Some(_)) => Progress::Waiting,
            (true, None) => Progress::Answered,
        }
    }

    /// When it was opened.
    #[must_use]
    pub fn opened_at(&self) -> Option<DateTime<Utc>> {
        self.posts.first().map(|post| post.at)
    }

    /// When something was written in it last.
    #[must_use]
    pub fn last_word_at(&self) -> Option<DateTime<Utc>> {
        self.posts.last().map(|post| post.at)
    }
}

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CaseColumn {
    /// The subject.
    Subject,
    /// How far it has come.
    Progress,
    /// Who opened it.
    OpenedBy,
    /// When something was written last.
    LastWord,
}

impl CaseColumn {
    /// Every column.
    pub const ALL: [Self; 4] = [Self::Subject, Self::Progress, Self::OpenedBy, Self::LastWord];

    /// Its id in text.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Progress => "progress",
            Self::OpenedBy => "opened_by",
            Self::LastWord => "last_word",
        }
    }
}

/// Which cases, in which order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseQuery<'a> {
    /// Only those that have come so far.
    pub progress: Option<Progress>,
    /// Words that subject, messages or names of files hold.
    pub words: &'a str,
    /// What they are sorted by.
    pub column: CaseColumn,
    /// Which end comes first.
    pub order: Order,
}

/// A case in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow<'a> {
    /// Its id.
    pub id: Id,
    /// The case.
    pub case: &'a Case,
    /// The name of who opened it; empty where nobody knows them any more.
    pub opened_by: String,
}

/// The cases that who asks sees (SUPPORT-1, SUPPORT-2): their own, and everybody's for those who see the people.
pub fn cases<'a>(setting: &Setting<'_>, state: &'a State, query: &CaseQuery<'_>) -> Result<Vec<CaseRow<'a>>, Denied> {
    let (me, standing) = setting.permitted(&[Permission::ContactSupport])?;
    let sees_all = standing.permits(setting.program, Permission::ViewUsers);
    let name = |id: Id| setting.account.member(id).map(|member| member.name.to_string()).unwrap_or_default();
    let seen = state.cases().iter().filter(|(_, case)| case.by == me || sees_all);
    let wanted = seen.filter(|(_, case)| {
        query.progress.is_none_or(|progress| case.progress() == progress) && has_words(query.words, texts(case))
    });
    let mut rows: Vec<CaseRow<'a>> =
        wanted.map(|(id, case)| CaseRow { id: *id, case, opened_by: name(case.by) }).collect();
    rows.sort_by(|a, b| {
        let by_column = compare(query.column, a, b);
        let ordered = match query.order {
            Order::Ascending => by_column,
            Order::Descending => by_column.reverse(),
        };
        // Among equals the last written in stands first.
        ordered.then_with(|| b.case.last_word_at().cmp(&a.case.last_word_at())).then_with(|| a.id.cmp(&b.id))
    });
    Ok(rows)
}

fn texts(case: &Case) -> impl Iterator<Item = &str> {
    let said = case.posts.iter().map(|post| post.text.as_str());
    let files = case.posts.iter().flat_map(|post| &post.files).map(|file| file.name.as_str());
    [case.subject.as_str()].into_iter().chain(said).chain(files)
}

fn compare(column: CaseColumn, a: &CaseRow<'_>, b: &CaseRow<'_>) -> Ordering {
    match column {
        CaseColumn::Subject => folded(a.case.subject.as_str()).cmp(&folded(b.case.subject.as_str())),
        CaseColumn::Progress => a.case.progress().cmp(&b.case.progress()),
        CaseColumn::OpenedBy => folded(&a.opened_by).cmp(&folded(&b.opened_by)),
        CaseColumn::LastWord => a.case.last_word_at().cmp(&b.case.last_word_at()),
    }
}
