//! The form of a record, and the reading of a whole file.

use std::str;

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use guildhall_core::Id;
use guildhall_core::account::{Actor, Grounds};
use guildhall_core::trail::Recorded;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use super::fault::JournalFault;
use crate::rooms::{ACCOUNT, Happening, Key};

/// The format that this version writes, and the latest that it reads. Format 1 knew the account alone, so that its records
/// have no place.
pub const FORMAT: u64 = 2;

/// What the first record has for the hash before it.
pub(super) const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// What a record begins with. A file whose only line is cut short is a journal if it begins like this.
const BEGINNING: &[u8] = b"{\"format\":";

/// A line of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Record {
    /// The format of the record, at most [`FORMAT`].
    pub format: u64,
    /// Its number, from 1, without gaps.
    pub seq: u64,
    /// How many records of the same decision follow it.
    pub more: u64,
    /// The company's tenant id; none where it happened to the programme.
    pub tenant: Option<Id>,
    /// In which document.
    pub place: Place,
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
    /// What happened.
    pub event: Happening,
    /// The hash of the record before.
    pub prev: String,
    /// The SHA-256 of the line without this field, in hexadecimal.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub hash: String,
}

/// The document that something happened in: the account, or one of a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The kind of the room.
    pub kind: &'static str,
    /// The document's id: the tenant's where a company has one of the kind.
    pub id: Id,
}

/// A record to be: what happened, and in which document.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The document.
    pub key: Key,
    /// What happened, with who, when, from where and why.
    pub recorded: Recorded<Happening>,
}

impl Record {
    /// The document that it happened in.
    #[must_use]
    pub fn key(&self) -> Key {
        Key { tenant: self.tenant, id: self.place.id }
    }

    /// The line of the trail that it is, with `event`: what happened, in the form in which it is looked at.
    #[must_use]
    pub fn recorded<E>(&self, event: E) -> Recorded<E> {
        Recorded {
            at: self.at,
            actor: self.actor.clone(),
            source: self.source.clone(),
            request: self.request.clone(),
            grounds: self.grounds.clone(),
            event,
        }
    }
}

/// A line as it is read, before its event is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    format: u64,
    seq: u64,
    more: u64,
    tenant: Option<Id>,
    place: Option<LinePlace>,
    at: DateTime<Utc>,
    actor: Actor,
    source: String,
    request: String,
    grounds: Option<Grounds>,
    #[serde(borrow)]
    event: &'a RawValue,
    prev: String,
    #[serde(default)]
    hash: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LinePlace {
    kind: String,
    id: Id,
}

impl Line<'_> {
    /// The record of the line, or what is wrong with it.
    fn record(self) -> Result<Record, &'static str> {
        let (kind, id) = match (self.format, self.place, self.tenant) {
            (1, None, Some(tenant)) => (ACCOUNT.to_owned(), tenant),
            (1, _, _) | (_, None, _) => return Err("it is not a record"),
            (_, Some(place), _) => (place.kind, place.id),
        };
        let event = Happening::parse(&kind, self.event.get()).ok_or("its kind of room is unknown")?;
        let event = event.map_err(|_| "it is not a record")?;
        let place = Place { kind: event.kind(), id };
        let Self { format, seq, more, tenant, at, actor, source, request, grounds, prev, hash, .. } = self;
        Ok(Record { format, seq, more, tenant, place, at, actor, source, request, grounds, event, prev, hash })
    }
}

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// The records of whole decisions.
    pub(super) records: Vec<Record>,
    /// How many bytes they take.
    pub(super) whole_bytes: u64,
    /// How many bytes follow, of a write that was cut short.
    pub(super) torn_bytes: usize,
    /// Whether the last record's line has no end.
    pub(super) ends_open: bool,
}

/// The records that follow `last`, and their lines.
pub(super) fn chain(
    head: &str,
    last: Option<&Record>,
    entries: Vec<Entry>,
) -> Result<(String, Vec<Record>), JournalFault> {
    let (mut prev, mut seq, mut more) = (head.to_owned(), last.map_or(0, |r| r.seq), entries.len() as u64);
    let (mut lines, mut records) = (String::new(), Vec::new());
    for Entry { key: Key { tenant, id }, recorded } in entries {
        (seq, more) = (seq + 1, more - 1);
        let Recorded { at, actor, source, request, grounds, event } = recorded;
        let (format, place, hash) = (FORMAT, Place { kind: event.kind(), id }, String::new());
        let mut record =
            Record { format, seq, more, tenant, place, at, actor, source, request, grounds, event, prev, hash };
        record.hash = seal(compose(&record)?.as_bytes());
        lines.push_str(&compose(&record)?);
        lines.push('\n');
        prev = record.hash.clone();
        records.push(record);
    }
    Ok((lines, records))
}

/// The line of a record; while its hash is empty, the line without it.
fn compose(record: &Record) -> Result<String, JournalFault> {
    serde_json::to_string(record)
        .map_err(|e| JournalFault::Io { doing: "composing a record of", error: std::io::Error::other(e) })
}

fn seal(line: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(line))
}

/// Reads and checks a whole file.
pub(super) fn read(bytes: &[u8]) -> Result<Contents, JournalFault> {
    let mut contents = Contents::default();
    // Records of a decision wait here until its last one is read.
    let mut waiting: Vec<Record> = Vec::new();
    let mut end = 0;
    for (number, line) in (1..).zip(bytes.split_inclusive(|b| *b == b'\n')) {
        let last = waiting.last().or_else(|| contents.records.last());
        let (text, ended) = match line.split_last() {
            Some((b'\n', text)) => (text, true),
            _ => (line, false),
        };
        let record = match parse(number, text) {
            Ok(record) => record,
            Err(_) if !ended && is_cut_short(text, number == 1) => break,
            Err(fault) => return Err(fault),
        };
        follows(number, &record, last)?;
        end += line.len();
        let complete = record.more == 0;
        waiting.push(record);
        if complete {
            contents.records.append(&mut waiting);
            contents.whole_bytes = end as u64;
            contents.ends_open = !ended;
        }
    }
    let whole = usize::try_from(contents.whole_bytes).unwrap_or(usize::MAX);
    contents.torn_bytes = bytes.len().saturating_sub(whole);
    Ok(contents)
}

/// Reads one line and checks its hash.
fn parse(line: usize, text: &[u8]) -> Result<Record, JournalFault> {
    /// All that can be said of a record of any format.
    #[derive(Deserialize)]
    struct AnyFormat {
        format: u64,
    }
    let damaged = |what| JournalFault::Damaged { line, what };
    let is_ours = line > 1 || text.starts_with(BEGINNING);
    let unreadable = || if is_ours { damaged("it is not a record") } else { JournalFault::Foreign };
    let any: AnyFormat = serde_json::from_slice(text).map_err(|_| unreadable())?;
    if any.format > FORMAT {
        return Err(JournalFault::Newer { line, found: any.format, known: FORMAT });
    }
    if any.format == 0 {
        return Err(damaged("its format is unknown"));
    }
    let read: Line<'_> = serde_json::from_slice(text).map_err(|_| damaged("it is not a record"))?;
    let record = read.record().map_err(damaged)?;
    // The hash is the last member, so that what it covers is the line's own bytes and not a way of writing them again.
    let tail = format!(",\"hash\":\"{}\"}}", record.hash);
    let unsealed = text.strip_suffix(tail.as_bytes()).map(|body| [body, b"}"].concat());
    match unsealed {
        Some(unsealed) if seal(&unsealed) == record.hash => Ok(record),
        _ => Err(damaged("its hash does not match")),
    }
}

/// Whether `record` is the one that comes after `last`.
fn follows(line: usize, record: &Record, last: Option<&Record>) -> Result<(), JournalFault> {
    let damaged = |what| Err(JournalFault::Damaged { line, what });
    let (seq, prev) = last.map_or((1, GENESIS), |l| (l.seq + 1, l.hash.as_str()));
    if record.prev != prev {
        return damaged("it does not continue the record before");
    }
    if record.seq != seq {
        return damaged("its number does not follow");
    }
    match last {
        Some(l) if l.more > 0 && (record.more + 1 != l.more || record.request != l.request) => {
            damaged("the decision before it is not complete")
        }
        _ => Ok(()),
    }
}

/// Whether a last line without an end is the beginning of a record: JSON that ends too early, with zeros behind it where
/// the disk did not get to them. `first` lines also have to begin as records do, or they are somebody else's text.
fn is_cut_short(text: &[u8], first: bool) -> bool {
    let zeros = text.iter().rev().take_while(|b| **b == 0).count();
    let text = text.get(..text.len() - zeros).unwrap_or_default();
    if first && !(text.starts_with(BEGINNING) || BEGINNING.starts_with(text)) {
        return false;
    }
    // A character may be cut in two; what comes before it tells.
    let text = match str::from_utf8(text) {
        Ok(_) => text,
        Err(error) if error.error_len().is_none() => text.get(..error.valid_up_to()).unwrap_or_default(),
        Err(_) => return false,
    };
    text.is_empty() || serde_json::from_slice::<serde::de::IgnoredAny>(text).is_err_and(|e| e.is_eof())
}
