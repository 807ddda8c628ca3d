//! Support: cases with their correspondence and files, articles, and the contact form for those who are locked out. All
//! of it stands in one queue (C-116).
//!
//! Who may write to support sees their own cases; who sees the people of the company sees the cases of all of them.
//!
//! INVARIANT (bytes-elsewhere): a file is here by its id, name, size and type; its bytes are kept by the adapter.

mod command;
mod decide;
mod event;
mod files;
pub mod inquiry;
mod list;
mod media;
mod refusal;
mod views;

pub use command::{Command, FileInput};
pub use event::Event;
pub use files::{File, check_file};
pub use list::{CaseColumn, CaseQuery, CaseRow, Progress, cases};
pub use media::{endings, media_type_of};
pub use refusal::Refusal;
pub use views::{Desk, Waiting, WaitingFor, case, desk, queue};

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::program::Program;
use crate::prose::Prose;
use crate::room::{Effect, Room};
use crate::setting::Setting;
use crate::text::Field;
use crate::{Id, Permission};

/// The text of a message.
pub type Message = Prose<10_000>;

/// Who wrote a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Author {
    /// A person of the company.
    Member(Id),
    /// An operator, by name.
    Operator(String),
}

/// A message of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// Who wrote it.
    pub by: Author,
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub text: Message,
    /// The files with it.
    pub files: Vec<File>,
}

/// What a case is about, by ids of the programme (SUPPORT-4..6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// The type of the case.
    pub case_type: String,
    /// The type of the question.
    pub question: String,
    /// The specific value.
    pub specific: String,
}

/// A case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Who opened it.
    pub by: Id,
    /// What it is about.
    pub topic: Topic,
    /// Its subject.
    pub subject: Field,
    /// Whether it asks to leave the programme (SUPPORT-12, FEE-12).
    pub cancellation: bool,
    /// The correspondence, oldest first; the first message is the description.
    pub posts: Vec<Post>,
    /// When it was closed; absent while it is open.
    pub closed_at: Option<DateTime<Utc>>,
}

impl Case {
    /// Whether it is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }

    /// Since when it waits for the programme's answer; `None` if it does not.
    #[must_use]
    pub fn waits_since(&self) -> Option<DateTime<Utc>> {
        let unanswered = self.posts.iter().rev().take_while(|post| matches!(post.by, Author::Member(_)));
        unanswered.last().map(|post| post.at).filter(|_| self.is_open())
    }
}

/// The state of a company's cases.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    cases: BTreeMap<Id, Case>,
}

impl State {
    /// Every case, by id.
    #[must_use]
    pub fn cases(&self) -> &BTreeMap<Id, Case> {
        &self.cases
    }
}

impl Room for State {
    type Command = Command;
    type Event = Event;
    type Refusal = Refusal;

    const KIND: &'static str = "support";

    fn decide(&self, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
        decide::decide(self, setting, command)
    }

    fn permissions(&self, _: &Setting<'_>, command: &Command) -> Vec<Permission> {
        match command {
            Command::OpenCase { .. } | Command::Reply { .. } | Command::CloseCase { .. } => {
                [Permission::ContactSupport].into()
            }
        }
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::CaseOpened { id, by, topic, subject, cancellation, text, files, at } => {
                let post = Post { by: Author::Member(*by), at: *at, text: text.clone(), files: files.clone() };
                let case = Case {
                    by: *by,
                    topic: topic.clone(),
                    subject: subject.clone(),
                    cancellation: *cancellation,
                    posts: [post].into(),
                    closed_at: None,
                };
                self.cases.insert(*id, case);
            }
            Event::Replied { id, by, text, files, at } => {
                if let Some(case) = self.cases.get_mut(id) {
                    case.posts.push(Post { by: by.clone(), at: *at, text: text.clone(), files: files.clone() });
                }
            }
            Event::CaseClosed { id, at, .. } => {
                if let Some(case) = self.cases.get_mut(id) {
                    case.closed_at = Some(*at);
                }
            }
        }
    }

    fn effects(&self, _: &Program, account: &Account, event: &Event) -> Vec<Effect> {
        views::effects(account, self, event)
    }

    fn searchable(&self) -> Vec<crate::search::Entry> {
        crate::search::case(self)
    }

    fn event_name(event: &Event) -> &'static str {
        event.name()
    }
}

#[cfg(test)]
mod tests;
