//! The history of events: of every room in one form, to search and to download (TRAIL-3).

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Grounds, Recorded};
use crate::account::Actor;
use crate::room::Room;
use crate::{Id, account};

/// A record of any room, in the form in which it is read, searched and downloaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: Actor,
    /// From where.
    pub source: String,
    /// In which request.
    pub request: String,
    /// Why it was allowed.
    pub grounds: Option<Grounds>,
    /// The room that it happened in.
    pub room: String,
    /// The event's name in snake case.
    pub name: String,
    /// What happened, as it is stored.
    pub event: Value,
}

impl Entry {
    /// A record of a room; `None` for an event that cannot be written as JSON, which no room has.
    #[must_use]
    pub fn of<R: Room>(recorded: &Recorded<R::Event>) -> Option<Self> {
        Self::from(R::KIND, R::event_name(&recorded.event), recorded)
    }

    /// A record of the account.
    #[must_use]
    pub fn of_account(recorded: &account::Recorded) -> Option<Self> {
        Self::from("account", recorded.event.name(), recorded)
    }

    fn from<E: Serialize>(room: &str, name: &str, recorded: &Recorded<E>) -> Option<Self> {
        Some(Self {
            at: recorded.at,
            actor: recorded.actor.clone(),
            source: recorded.source.clone(),
            request: recorded.request.clone(),
            grounds: recorded.grounds.clone(),
            room: room.to_string(),
            name: name.to_string(),
            event: serde_json::to_value(&recorded.event).ok()?,
        })
    }
}

/// What is looked for; every field that is given has to match.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Query {
    /// The event's name, whatever its case.
    pub name: Option<String>,
    /// The room.
    pub room: Option<String>,
    /// The member who did it.
    pub by: Option<Id>,
    /// From this moment on.
    pub from: Option<DateTime<Utc>>,
    /// Before this moment.
    pub until: Option<DateTime<Utc>>,
    /// The request.
    pub request: Option<String>,
    /// A text in a value of the event, whatever its case.
    pub text: Option<String>,
    /// At most so many.
    pub most: Option<usize>,
}

impl Query {
    /// Whether `entry` is looked for.
    #[must_use]
    pub fn matches(&self, entry: &Entry) -> bool {
        let is =
            |wanted: &Option<String>, found: &str| wanted.as_ref().is_none_or(|w| w.trim().eq_ignore_ascii_case(found));
        let holds = |text: &String| contains(&entry.event, &text.trim().to_lowercase());
        is(&self.name, &entry.name)
            && is(&self.room, &entry.room)
            && self.by.is_none_or(|id| entry.actor == Actor::Member(id))
            && self.from.is_none_or(|from| entry.at >= from)
            && self.until.is_none_or(|until| entry.at < until)
            && self.request.as_ref().is_none_or(|request| *request == entry.request)
            && self.text.as_ref().is_none_or(holds)
    }
}

/// Whether a value somewhere in `event` holds `text`, which is in small letters. Names of fields are no values.
fn contains(event: &Value, text: &str) -> bool {
    match event {
        Value::String(value) => value.to_lowercase().contains(text),
        Value::Number(value) => value.to_string().contains(text),
        Value::Array(values) => values.iter().any(|value| contains(value, text)),
        Value::Object(fields) => fields.values().any(|value| contains(value, text)),
        Value::Null | Value::Bool(_) => false,
    }
}

/// The entries that are looked for, the newest first. `entries` are in the order in which they were recorded; of several
/// at the same moment the one recorded last is the newest.
#[must_use]
pub fn search<'a>(entries: &'a [Entry], query: &Query) -> Vec<&'a Entry> {
    let mut found: Vec<&Entry> = entries.iter().filter(|entry| query.matches(entry)).collect();
    found.reverse();
    found.sort_by_key(|entry| core::cmp::Reverse(entry.at));
    found.truncate(query.most.unwrap_or(usize::MAX));
    found
}

/// The entries as a JSON array, for keeping elsewhere.
pub fn download(entries: &[&Entry]) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(entries)
}
