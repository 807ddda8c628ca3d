//! What the API shows and reads of content.

use chrono::{DateTime, NaiveDate, Utc};
use guildhall_core::Id;
use guildhall_core::content::{
    Article, ArticleInput, Body, EventInput, Input, PartnerEvent, Publication, Resource, ResourceInput, State,
    StepInput, Walkthrough, WalkthroughInput,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An article of the partner news.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct NewsView {
    /// Its id.
    id: String,
    /// `portal_launch`, `service_launch` or `deadline`.
    kind: &'static str,
    /// What people read first.
    title: String,
    /// What it says in short.
    summary: String,
    /// Whose news it is.
    source: String,
    /// Its day.
    published_on: NaiveDate,
    /// Where there is more.
    link: Option<String>,
    /// The whole article.
    text: Option<String>,
}

/// An event for partners.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct EventView {
    /// Its id.
    id: String,
    /// `webinar`, `workshop`, `summit` or `keynote`.
    kind: &'static str,
    /// `in_person`, `virtual` or `both`.
    delivery: &'static str,
    /// What people read first; it opens the link.
    title: String,
    /// What it is about.
    summary: String,
    /// Whose event it is.
    source: String,
    /// When it starts.
    starts_at: DateTime<Utc>,
    /// When it ends.
    ends_at: Option<DateTime<Utc>>,
    /// Where it is.
    place: Option<String>,
    /// Where there is more, or where to register.
    link: String,
    /// Whether it stands first.
    pinned: bool,
}

/// A guide, video, document or question with its answer.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct ResourceView {
    /// Its id.
    id: String,
    /// `guide`, `video`, `document` or `faq`.
    kind: &'static str,
    /// What people read first; of a question, the question.
    title: String,
    /// What it says in short; of a question, the answer.
    summary: String,
    /// Where it is.
    link: Option<String>,
    /// The whole text.
    text: Option<String>,
}

/// A step of a walkthrough.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WalkthroughStep)]
pub(in crate::api) struct StepView {
    /// What is done.
    title: String,
    /// How.
    text: String,
    /// The id of the menu item on whose page it is done.
    item: Option<String>,
}

/// A tutorial that leads through a workflow.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct WalkthroughView {
    /// Its id.
    id: String,
    /// What people read first.
    title: String,
    /// What it teaches.
    summary: String,
    /// What to do, in order.
    steps: Vec<StepView>,
}

fn text(part: Option<&impl ToString>) -> Option<String> {
    part.map(ToString::to_string)
}

impl NewsView {
    pub(in crate::api) fn new(id: Id, item: &Article) -> Self {
        Self {
            id: id.to_string(),
            kind: item.kind.id(),
            title: item.title.to_string(),
            summary: item.summary.to_string(),
            source: item.source.to_string(),
            published_on: item.published_on,
            link: text(item.link.as_ref()),
            text: text(item.text.as_ref()),
        }
    }
}

impl EventView {
    pub(in crate::api) fn new(id: Id, item: &PartnerEvent) -> Self {
        Self {
            id: id.to_string(),
            kind: item.kind.id(),
            delivery: item.delivery.id(),
            title: item.title.to_string(),
            summary: item.summary.to_string(),
            source: item.source.to_string(),
            starts_at: item.starts_at,
            ends_at: item.ends_at,
            place: text(item.place.as_ref()),
            link: item.link.to_string(),
            pinned: item.pinned,
        }
    }
}

impl ResourceView {
    pub(in crate::api) fn new(id: Id, item: &Resource) -> Self {
        Self {
            id: id.to_string(),
            kind: item.kind.id(),
            title: item.title.to_string(),
            summary: item.summary.to_string(),
            link: text(item.link.as_ref()),
            text: text(item.text.as_ref()),
        }
    }
}

impl WalkthroughView {
    pub(in crate::api) fn new(id: Id, item: &Walkthrough) -> Self {
        let step = |s: &guildhall_core::content::Step| StepView {
            title: s.title.to_string(),
            text: s.text.to_string(),
            item: s.item.clone(),
        };
        Self {
            id: id.to_string(),
            title: item.title.to_string(),
            summary: item.summary.to_string(),
            steps: item.steps.iter().map(step).collect(),
        }
    }
}

/// An item as operators write it; `content` says of which kind it is.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(tag = "content", rename_all = "snake_case")]
pub(super) enum ContentBody {
    /// An article of the partner news.
    News(NewsBody),
    /// An event for partners.
    Event(EventBody),
    /// A guide, video, document or question.
    Resource(ResourceBody),
    /// A tutorial.
    Walkthrough(WalkthroughBody),
}

/// An article, as written.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewsBody {
    /// `portal_launch`, `service_launch` or `deadline`.
    kind: String,
    /// What people read first.
    title: String,
    /// What it says in short.
    summary: String,
    /// Whose news it is.
    source: String,
    /// Its day, as `YYYY-MM-DD`; before it nobody sees the article.
    published_on: String,
    /// Where there is more. This or the text is required.
    #[serde(default)]
    link: String,
    /// The whole article.
    #[serde(default)]
    text: String,
}

/// An event, as written.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EventBody {
    /// `webinar`, `workshop`, `summit` or `keynote`.
    kind: String,
    /// `in_person`, `virtual` or `both`.
    delivery: String,
    /// What people read first.
    title: String,
    /// What it is about.
    summary: String,
    /// Whose event it is.
    source: String,
    /// When it starts, as in RFC 3339.
    starts_at: String,
    /// When it ends, as in RFC 3339, or an empty text.
    #[serde(default)]
    ends_at: String,
    /// Where it is.
    #[serde(default)]
    place: String,
    /// Where there is more, or where to register.
    link: String,
    /// Whether it stands first.
    #[serde(default)]
    pinned: bool,
}

/// A resource, as written.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ResourceBody {
    /// `guide`, `video`, `document` or `faq`.
    kind: String,
    /// What people read first; of a question, the question.
    title: String,
    /// What it says in short; of a question, the answer.
    summary: String,
    /// Where it is. This or the text is required, but of a question.
    #[serde(default)]
    link: String,
    /// The whole text.
    #[serde(default)]
    text: String,
}

/// A walkthrough, as written.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WalkthroughBody {
    /// What people read first.
    title: String,
    /// What it teaches.
    summary: String,
    /// What to do, in order; at least one step.
    steps: Vec<StepBody>,
}

/// A step, as written.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct StepBody {
    /// What is done.
    title: String,
    /// How.
    text: String,
    /// A menu item by any of its names, or an empty text.
    #[serde(default)]
    item: String,
}

impl From<ContentBody> for Input {
    fn from(body: ContentBody) -> Self {
        match body {
            ContentBody::News(NewsBody { kind, title, summary, source, published_on, link, text }) => {
                Self::News(ArticleInput { kind, title, summary, source, published_on, link, text })
            }
            ContentBody::Event(EventBody {
                kind,
                delivery,
                title,
                summary,
                source,
                starts_at,
                ends_at,
                place,
                link,
                pinned,
            }) => Self::Event(EventInput {
                kind,
                delivery,
                title,
                summary,
                source,
                starts_at,
                ends_at,
                place,
                link,
                pinned,
            }),
            ContentBody::Resource(ResourceBody { kind, title, summary, link, text }) => {
                Self::Resource(ResourceInput { kind, title, summary, link, text })
            }
            ContentBody::Walkthrough(WalkthroughBody { title, summary, steps }) => {
                let step = |StepBody { title, text, item }| StepInput { title, text, item };
                Self::Walkthrough(WalkthroughInput { title, summary, steps: steps.into_iter().map(step).collect() })
            }
        }
    }
}

impl From<&Body> for ContentBody {
    fn from(body: &Body) -> Self {
        let or_blank = |part: Option<String>| part.unwrap_or_default();
        match body {
            Body::News(b) => Self::News(NewsBody {
                kind: b.kind.id().into(),
                title: b.title.to_string(),
                summary: b.summary.to_string(),
                source: b.source.to_string(),
                published_on: b.published_on.to_string(),
                link: or_blank(text(b.link.as_ref())),
                text: or_blank(text(b.text.as_ref())),
            }),
            Body::Event(b) => Self::Event(EventBody {
                kind: b.kind.id().into(),
                delivery: b.delivery.id().into(),
                title: b.title.to_string(),
                summary: b.summary.to_string(),
                source: b.source.to_string(),
                starts_at: b.starts_at.to_rfc3339(),
                ends_at: or_blank(b.ends_at.map(|at| at.to_rfc3339())),
                place: or_blank(text(b.place.as_ref())),
                link: b.link.to_string(),
                pinned: b.pinned,
            }),
            Body::Resource(b) => Self::Resource(ResourceBody {
                kind: b.kind.id().into(),
                title: b.title.to_string(),
                summary: b.summary.to_string(),
                link: or_blank(text(b.link.as_ref())),
                text: or_blank(text(b.text.as_ref())),
            }),
            Body::Walkthrough(b) => {
                let step = |s: &guildhall_core::content::Step| StepBody {
                    title: s.title.to_string(),
                    text: s.text.to_string(),
                    item: s.item.clone().unwrap_or_default(),
                };
                let steps = b.steps.iter().map(step).collect();
                Self::Walkthrough(WalkthroughBody { title: b.title.to_string(), summary: b.summary.to_string(), steps })
            }
        }
    }
}

/// An item as operators see it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ContentItem)]
pub(super) struct ItemView {
    /// Its id.
    id: String,
    /// `draft`, `published` or `withdrawn`.
    publication: &'static str,
    /// What it says.
    item: ContentBody,
}

impl ItemView {
    /// The item; `None` before it is written.
    pub(super) fn new(id: &str, state: &State) -> Option<Self> {
        let publication = match state.publication()? {
            Publication::Draft => "draft",
            Publication::Published => "published",
            Publication::Withdrawn => "withdrawn",
        };
        Some(Self { id: id.to_owned(), publication, item: state.body()?.into() })
    }
    /// Whether it stands there; `None` asks nothing.
    pub(super) fn is(&self, publication: Option<&str>) -> bool {
        publication.is_none_or(|p| p == self.publication)
    }
}
