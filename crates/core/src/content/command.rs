//! What operators write, as typed.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

/// An article, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArticleInput {
    /// What it is about: `portal_launch`, `service_launch` or `deadline`.
    pub kind: String,
    /// Required.
    pub title: String,
    /// Required.
    pub summary: String,
    /// Whose news it is. Required.
    pub source: String,
    /// Its day, as `YYYY-MM-DD`.
    pub published_on: String,
    /// Where there is more. This or the text is required.
    #[serde(default)]
    pub link: String,
    /// The whole article.
    #[serde(default)]
    pub text: String,
}

/// An event, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventInput {
    /// What it is: `webinar`, `workshop`, `summit` or `keynote`.
    pub kind: String,
    /// `in_person`, `virtual` or `both`.
    pub delivery: String,
    /// Required.
    pub title: String,
    /// Required.
    pub summary: String,
    /// Whose event it is. Required.
    pub source: String,
    /// When it starts, as in RFC 3339.
    pub starts_at: String,
    /// When it ends; may be blank.
    #[serde(default)]
    pub ends_at: String,
    /// Where it is.
    #[serde(default)]
    pub place: String,
    /// Where there is more, or where to register. Required.
    pub link: String,
    /// Whether it stands first.
    #[serde(default)]
    pub pinned: bool,
}

/// A resource, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResourceInput {
    /// What it is: `guide`, `video`, `document` or `faq`.
    pub kind: String,
    /// Required.
    pub title: String,
    /// Required.
    pub summary: String,
    /// Where it is. This or the text is required, but of a question.
    #[serde(default)]
    pub link: String,
    /// The whole text.
    #[serde(default)]
    pub text: String,
}

/// A step, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepInput {
    /// Required.
    pub title: String,
    /// Required.
    pub text: String,
    /// A menu item by any of its names; may be blank.
    #[serde(default)]
    pub item: String,
}

/// A walkthrough, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WalkthroughInput {
    /// Required.
    pub title: String,
    /// Required.
    pub summary: String,
    /// At least one.
    pub steps: Vec<StepInput>,
}

/// What an item says, as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "content", rename_all = "snake_case")]
pub enum Input {
    /// News.
    News(ArticleInput),
    /// An event.
    Event(EventInput),
    /// A resource.
    Resource(ResourceInput),
    /// A walkthrough.
    Walkthrough(WalkthroughInput),
}

/// What can be asked of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Command {
    /// Writes it, as a draft.
    Draft {
        /// What it says.
        input: Input,
    },
    /// Changes what it says.
    Edit {
        /// What it says now, all of it.
        input: Input,
    },
    /// Shows it to people, from its day on.
    Publish,
    /// Takes it back.
    Withdraw,
}

impl Command {
    /// The command's name in snake case, as in its serialized form.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Draft { .. } => "draft",
            Self::Edit { .. } => "edit",
            Self::Publish => "publish",
            Self::Withdraw => "withdraw",
        }
    }
}
