//! The history of events: of every room in one form, to search and to download (TRAIL-3).

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::Value;

use super::{Grounds, Reach, Recorded};
use crate::account::{Account, Actor};
use crate::room::Room;
use crate::sheet::Sheet;
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

    /// A record as it is stored: a line of JSON, with the room and the name of its event.
    pub fn read(room: &str, name: &str, line: &str) -> Result<Self, serde_json::Error> {
        let Recorded { at, actor, source, request, grounds, event } = serde_json::from_str::<Recorded<Value>>(line)?;
        Ok(Self { at, actor, source, request, grounds, room: room.to_string(), name: name.to_string(), event })
    }

    /// Who did it, as people of the company call them.
    #[must_use]
    pub fn who(&self, account: &Account) -> String {
        match &self.actor {
            Actor::Visitor => "visitor".to_string(),
            Actor::Operator(name) => format!("operator {name}"),
            Actor::Member(id) => account.member(*id).map_or_else(|| id.to_string(), |member| member.name.to_string()),
        }
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

/// Whose doings are looked for: in text a member's id, `operators` or `visitors`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A member of the company.
    Member(Id),
    /// Any operator of the programme.
    Operators,
    /// Anybody who was not signed in.
    Visitors,
}

impl By {
    /// Whether `actor` is one of them.
    #[must_use]
    pub fn is(self, actor: &Actor) -> bool {
        match (self, actor) {
            (Self::Member(wanted), Actor::Member(id)) => wanted == *id,
            (Self::Operators, Actor::Operator(_)) | (Self::Visitors, Actor::Visitor) => true,
            (Self::Member(_), Actor::Visitor | Actor::Operator(_))
            | (Self::Operators, Actor::Visitor | Actor::Member(_))
            | (Self::Visitors, Actor::Member(_) | Actor::Operator(_)) => false,
        }
    }
}

impl fmt::Display for By {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Member(id) => id.fmt(f),
            Self::Operators => f.write_str("operators"),
            Self::Visitors => f.write_str("visitors"),
        }
    }
}

/// A text that says nobody's doings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("say the id of a member, `operators` or `visitors`")]
pub struct NotBy;

impl FromStr for By {
    type Err = NotBy;

    fn from_str(text: &str) -> Result<Self, NotBy> {
        match text {
            "operators" => Ok(Self::Operators),
            "visitors" => Ok(Self::Visitors),
            id => id.parse().map(Self::Member).map_err(|_| NotBy),
        }
    }
}

impl Serialize for By {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for By {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
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
    /// Who did it.
    pub by: Option<By>,
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
    /// The same, but only within what somebody may read.
    #[must_use]
    pub fn within(&self, reach: Reach) -> Self {
        match (reach, self.room.as_deref().map(str::trim)) {
            (Reach::Company, _) => self.clone(),
            (Reach::Room(room), None) => Self { room: Some(room.to_string()), ..self.clone() },
            (Reach::Room(room), Some(wanted)) if wanted.eq_ignore_ascii_case(room) => self.clone(),
            // Nothing happens in a room without a name.
            (Reach::Room(_), Some(_)) => Self { room: Some(String::new()), ..self.clone() },
        }
    }

    /// Whether `entry` is looked for.
    #[must_use]
    pub fn matches(&self, entry: &Entry) -> bool {
        let is =
            |wanted: &Option<String>, found: &str| wanted.as_ref().is_none_or(|w| w.trim().eq_ignore_ascii_case(found));
        let holds = |text: &String| contains(&entry.event, &text.trim().to_lowercase());
        is(&self.name, &entry.name)
            && is(&self.room, &entry.room)
            && self.by.is_none_or(|by| by.is(&entry.actor))
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

/// The headings of the entries as comma-separated rows.
const COLUMNS: [&str; 11] =
    ["at", "actor", "actor_id", "room", "event", "permission", "roles", "source", "request", "details", "by_operator"];

/// The headings of [`rows`].
#[must_use]
pub fn headings() -> String {
    let mut sheet = Sheet::new();
    COLUMNS.iter().for_each(|column| sheet.cell(column));
    sheet.end_row();
    sheet.finish()
}

/// The entries as comma-separated rows, without headings. No cell is taken for a formula by a spreadsheet.
pub fn rows<'a>(account: &Account, entries: impl IntoIterator<Item = &'a Entry>) -> String {
    let mut sheet = Sheet::new();
    for entry in entries {
        let (permission, roles) = entry
            .grounds
            .as_ref()
            .map_or_else(Default::default, |grounds| (grounds.permission.to_string(), grounds.roles.join(" ")));
        let (id, by_operator) = match &entry.actor {
            Actor::Member(id) => (id.to_string(), "no"),
            Actor::Operator(_) => (String::new(), "yes"),
            Actor::Visitor => (String::new(), "no"),
        };
        let at = entry.at.to_rfc3339_opts(SecondsFormat::Millis, true);
        let details = entry.event.to_string();
        for cell in [&at, &entry.who(account), &id, &entry.room, &entry.name, &permission, &roles] {
            sheet.cell(cell);
        }
        for cell in [&entry.source, &entry.request, &details] {
            sheet.cell(cell);
        }
        sheet.cell(by_operator);
        sheet.end_row();
    }
    sheet.finish()
}

/// The entries as a JSON array, for keeping elsewhere.
pub fn download(entries: &[&Entry]) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(entries)
}
