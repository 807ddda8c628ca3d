//! What the programme's operators publish for every company: news, events, resources, walkthroughs.
//!
//! One document per item, programme-wide: no company owns it. The lists that people read are functions over the items
//! ([`lists`]); they show what is published and nothing else.
//!
//! INVARIANT (operators-only): only operators of the programme write, publish and withdraw.
//! INVARIANT (published-only): no list shows a draft, a withdrawn item, or one whose day is still to come (C-118).
//! INVARIANT (one-kind): an item stays of its kind; news never become an event.

mod command;
mod decide;
mod kinds;
pub mod lists;

pub use command::{ArticleInput, Command, EventInput, Input, ResourceInput, StepInput, WalkthroughInput};
pub use decide::Refusal;
pub(crate) use kinds::words;
pub use kinds::{ArticleKind, Delivery, EventKind, ResourceKind, UnknownWord};

use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::Permission;
use crate::prose::Prose;
use crate::room::Room;
use crate::setting::Setting;
use crate::text::{Field, Name, Note};

/// How many steps a walkthrough has at most.
pub const STEPS_MOST: usize = 50;

/// A longer text.
pub type Text = Prose<20_000>;

/// An article of the partner news (NEWS-1, NEWS-2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// What it is about.
    pub kind: ArticleKind,
    /// What people read first.
    pub title: Field,
    /// What it says in short.
    pub summary: Note,
    /// Whose news it is; who chose it for partners.
    pub source: Name,
    /// Its day. Before that day nobody sees it.
    pub published_on: NaiveDate,
    /// Where there is more.
    pub link: Option<Field>,
    /// The whole article.
    pub text: Option<Text>,
}

/// An event for partners (NEWS-4..6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerEvent {
    /// What it is.
    pub kind: EventKind,
    /// How people take part.
    pub delivery: Delivery,
    /// What people read first; it opens the link.
    pub title: Field,
    /// What it is about.
    pub summary: Note,
    /// Whose event it is; who chose it for partners.
    pub source: Name,
    /// When it starts.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: Option<DateTime<Utc>>,
    /// Where it is.
    pub place: Option<Name>,
    /// Where there is more, or where to register (NEWS-6).
    pub link: Field,
    /// Whether it stands first, since it matters to all partners (NEWS-8).
    pub pinned: bool,
}

impl PartnerEvent {
    /// Whether it is still to come, or under way (C-119).
    #[must_use]
    pub fn is_upcoming(&self, now: DateTime<Utc>) -> bool {
        self.ends_at.unwrap_or(self.starts_at) >= now
    }
}

/// A guide, video, document or question with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// What it is.
    pub kind: ResourceKind,
    /// What people read first; of a question, the question.
    pub title: Field,
    /// What it says in short; of a question, the answer.
    pub summary: Note,
    /// Where it is.
    pub link: Option<Field>,
    /// The whole text.
    pub text: Option<Text>,
}

/// One step of a walkthrough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What is done.
    pub title: Field,
    /// How.
    pub text: Note,
    /// The menu item on whose page it is done.
    pub item: Option<String>,
}

/// A tutorial that leads through a workflow, for any role (HOME-10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Walkthrough {
    /// What people read first.
    pub title: Field,
    /// What it teaches.
    pub summary: Note,
    /// What to do, in order.
    pub steps: Vec<Step>,
}

/// What an item is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "content", rename_all = "snake_case")]
pub enum Body {
    /// News.
    News(Article),
    /// An event.
    Event(PartnerEvent),
    /// A resource.
    Resource(Resource),
    /// A walkthrough.
    Walkthrough(Walkthrough),
}

impl Body {
    /// What people read first.
    #[must_use]
    pub fn title(&self) -> &Field {
        match self {
            Self::News(b) => &b.title,
            Self::Event(b) => &b.title,
            Self::Resource(b) => &b.title,
            Self::Walkthrough(b) => &b.title,
        }
    }

    /// What it says in short.
    #[must_use]
    pub fn summary(&self) -> &Note {
        match self {
            Self::News(b) => &b.summary,
            Self::Event(b) => &b.summary,
            Self::Resource(b) => &b.summary,
            Self::Walkthrough(b) => &b.summary,
        }
    }
}

/// Whether people see an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Publication {
    /// Not yet.
    Draft,
    /// They do, from its day on.
    Published,
    /// Not any more; it can be published again.
    Withdrawn,
}

/// An item of content. The default is one that nobody has written yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    item: Option<(Body, Publication)>,
}

impl State {
    /// What it is; `None` before it is written.
    #[must_use]
    pub fn body(&self) -> Option<&Body> {
        self.item.as_ref().map(|(body, _)| body)
    }

    /// Whether people see it; `None` before it is written.
    #[must_use]
    pub fn publication(&self) -> Option<Publication> {
        self.item.as_ref().map(|(_, publication)| *publication)
    }

    /// What people see of it: nothing unless it is published.
    #[must_use]
    pub fn published(&self) -> Option<&Body> {
        self.item.as_ref().filter(|(_, publication)| *publication == Publication::Published).map(|(body, _)| body)
    }
}

/// What happened to an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// It was written, as a draft.
    ContentDrafted {
        /// What it says.
        body: Body,
        /// The operator.
        by: String,
    },
    /// It was changed; who sees it stays as it is.
    ContentEdited {
        /// What it says now.
        body: Body,
        /// The operator.
        by: String,
    },
    /// It was published.
    ContentPublished {
        /// The operator.
        by: String,
    },
    /// It was withdrawn.
    ContentWithdrawn {
        /// The operator.
        by: String,
    },
}

impl Room for State {
    type Command = Command;
    type Event = Event;
    type Refusal = Refusal;

    const KIND: &'static str = "content";

    fn decide(&self, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
        decide::decide(self, setting, command)
    }

    fn permissions(&self, _: &Setting<'_>, command: &Command) -> Vec<Permission> {
        match command {
            Command::Draft { .. } | Command::Edit { .. } | Command::Publish | Command::Withdraw => Vec::new(),
        }
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::ContentDrafted { body, by: _ } => self.item = Some((body.clone(), Publication::Draft)),
            Event::ContentEdited { body, by: _ } => {
                if let Some((said, _)) = &mut self.item {
                    *said = body.clone();
                }
            }
            Event::ContentPublished { by: _ } => self.put(Publication::Published),
            Event::ContentWithdrawn { by: _ } => self.put(Publication::Withdrawn),
        }
    }

    fn searchable(&self) -> Vec<crate::search::Entry> {
        crate::search::content(self)
    }

    fn event_name(event: &Event) -> &'static str {
        match event {
            Event::ContentDrafted { .. } => "content_drafted",
            Event::ContentEdited { .. } => "content_edited",
            Event::ContentPublished { .. } => "content_published",
            Event::ContentWithdrawn { .. } => "content_withdrawn",
        }
    }
}

impl State {
    fn put(&mut self, to: Publication) {
        if let Some((_, publication)) = &mut self.item {
            *publication = to;
        }
    }
}

#[cfg(test)]
mod tests;
