//! The audit trail on the wire: what is asked for, and the file that is downloaded. Shared by the API and the pages.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use futures_util::stream;
use guildhall_core::Id;
use guildhall_core::account::Account;
use guildhall_core::trail::{Query, headings, rows};
use serde::{Deserialize, Serialize};

use crate::portal::{LogEntry, LogPage, Portal, PortalError};

/// Entries of a page unless told otherwise, and at most.
pub(crate) const PAGE_DEFAULT: usize = 50;
/// The most entries of a page.
pub(crate) const PAGE_MOST: usize = 200;
/// Entries that are read at a time for a file.
const CHUNK: usize = 500;
/// The longest text that is looked for.
const TEXT_MOST: usize = 200;

/// What is looked for, as it is written in an address. Blank fields count as left out.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Asked {
    pub(crate) name: String,
    pub(crate) room: String,
    pub(crate) by: String,
    pub(crate) from: String,
    pub(crate) until: String,
    pub(crate) request: String,
    pub(crate) text: String,
    pub(crate) cursor: String,
    pub(crate) limit: String,
    pub(crate) format: String,
}

/// What is looked for, read.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    pub(crate) query: Query,
    pub(crate) before: Option<i64>,
    pub(crate) most: usize,
    pub(crate) format: Format,
}

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// Comma-separated rows with headings.
    Csv,
    /// One JSON object a line.
    JsonLines,
}

impl Asked {
    /// Reads it; otherwise the name of the field that cannot be read.
    pub(crate) fn read(&self) -> Result<Wanted, &'static str> {
        let given = |text: &str| Some(text.trim().to_owned()).filter(|t| !t.is_empty());
        let query = Query {
            name: given(&self.name),
            room: given(&self.room),
            by: given(&self.by).map(|by| by.parse()).transpose().map_err(|_| "by")?,
            from: given(&self.from).map(|text| moment(&text, 0).ok_or("from")).transpose()?,
            until: given(&self.until).map(|text| moment(&text, 1).ok_or("until")).transpose()?,
            request: given(&self.request),
            text: given(&self.text),
            most: None,
        };
        if query.text.as_ref().is_some_and(|text| text.chars().count() > TEXT_MOST) {
            return Err("text");
        }
        let most = match given(&self.limit).map(|text| text.parse()) {
            None => PAGE_DEFAULT,
            Some(Ok(most)) if (1..=PAGE_MOST).contains(&most) => most,
            Some(_) => return Err("limit"),
        };
        let before = given(&self.cursor).map(|text| cursor_place(&text).ok_or("cursor")).transpose()?;
        let format = match self.format.as_str() {
            "" | "csv" => Format::Csv,
            "jsonl" => Format::JsonLines,
            _ => return Err("format"),
        };
        Ok(Wanted { query, before, most, format })
    }

    /// The address `path` with what is looked for, going on at `cursor`.
    pub(crate) fn address(&self, path: &str, cursor: Option<&str>) -> String {
        let fields = [
            ("name", &self.name),
            ("room", &self.room),
            ("by", &self.by),
            ("from", &self.from),
            ("until", &self.until),
            ("request", &self.request),
            ("text", &self.text),
        ];
        let mut out = url::form_urlencoded::Serializer::new(String::new());
        out.extend_pairs(fields.into_iter().filter(|(_, value)| !value.trim().is_empty()));
        if let Some(cursor) = cursor {
            out.append_pair("cursor", cursor);
        }
        let query = out.finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }
}

/// A moment, or a day in UTC: its beginning, or so many days later.
fn moment(text: &str, days: i64) -> Option<DateTime<Utc>> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at.with_timezone(&Utc));
    }
    let day: NaiveDate = text.parse().ok()?;
    day.checked_add_signed(TimeDelta::days(days)).map(|day| day.and_time(NaiveTime::MIN).and_utc())
}

/// The cursor that goes on at a place of the log.
pub(crate) fn cursor(place: i64) -> String {
    BASE64URL_NOPAD.encode(&place.to_be_bytes())
}

fn cursor_place(text: &str) -> Option<i64> {
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
    bytes.try_into().map(i64::from_be_bytes).ok().filter(|place| *place > 0)
}

/// A file of everything that is looked for, written while it is read.
pub(crate) fn file(portal: &Portal, tenant: Id, account: Arc<Account>, wanted: Wanted) -> Response {
    let (media_type, name) = match wanted.format {
        Format::Csv => ("text/csv; charset=utf-8", "trail.csv"),
        Format::JsonLines => ("application/x-ndjson", "trail.jsonl"),
    };
    let state = Some((portal.clone(), wanted, true));
    let body = stream::try_unfold(state, move |state| {
        let account = Arc::clone(&account);
        async move {
            let Some((portal, mut wanted, first)) = state else { return Ok::<_, PortalError>(None) };
            let page = portal.log(tenant, &wanted.query, wanted.before, CHUNK).await?;
            let text = chunk(&account, wanted.format, &page, first)?;
            wanted.before = page.next;
            let next = page.next.map(|_| (portal, wanted, false));
            Ok(Some((Bytes::from(text), next)))
        }
    });
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [(header::CONTENT_TYPE, media_type.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (headers, Body::from_stream(body)).into_response()
}

/// A file of all account management actions, in the form in which the cloud account's own trail keeps them.
pub(crate) fn cloud_file(portal: &Portal, tenant: Id) -> Response {
    let state = Some((portal.clone(), None, "{\"Records\":[", "\n"));
    let body = stream::try_unfold(state, move |state| async move {
        let Some((portal, before, opening, mut between)) = state else { return Ok::<_, PortalError>(None) };
        let page = portal.cloud_log(tenant, &Query::default(), before, CHUNK).await?;
        let mut text = opening.to_owned();
        for record in &page.entries {
            text.push_str(between);
            text.push_str(&serde_json::to_string(record).map_err(|e| PortalError::Machine(e.to_string()))?);
            between = ",\n";
        }
        if page.next.is_none() {
            text.push_str("\n]}\n");
        }
        let next = page.next.map(|before| (portal, Some(before), "", between));
        Ok(Some((Bytes::from(text), next)))
    });
    let disposition = "attachment; filename=\"cloud-records.json\"";
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CONTENT_DISPOSITION, disposition)];
    (headers, Body::from_stream(body)).into_response()
}

fn chunk(account: &Account, format: Format, page: &LogPage<LogEntry>, first: bool) -> Result<String, PortalError> {
    let entries = page.entries.iter().map(|found| &found.entry);
    match format {
        Format::Csv if first => Ok(headings() + &rows(account, entries)),
        Format::Csv => Ok(rows(account, entries)),
        Format::JsonLines => {
            let line = |entry| serde_json::to_string(entry).map(|json| json + "\n");
            entries.map(line).collect::<Result<_, _>>().map_err(|e| PortalError::Machine(e.to_string()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str) -> Result<Wanted, &'static str> {
        serde_html_form::from_str::<Asked>(query).map_err(|_| "unknown")?.read()
    }

    // Rules: TRAIL-3
    #[test]
    fn what_is_asked_is_read_or_the_field_is_named() {
        for (query, expected) in [
            ("", ""),
            ("name=user_mapped&room=linking&text=Ann&limit=200", ""),
            ("by=operators", ""),
            ("by=0123456789abcdef0123456789abcdef", ""),
            ("by=ann", "by"),
            ("from=2026-03-01&until=2026-03-02T09:00:00Z", ""),
            ("from=yesterday", "from"),
            ("until=2026-13-01", "until"),
            ("limit=0", "limit"),
            ("limit=201", "limit"),
            ("limit=x", "limit"),
            ("cursor=x", "cursor"),
            ("cursor=AAAAAAAAAAA", "cursor"),
            ("cursor=AAAAAAAAAAE", ""),
            ("format=xlsx", "format"),
            ("format=jsonl", ""),
            ("color=red", "unknown"),
        ] {
            assert_eq!(asked(query).map_or_else(|field| field, |_| ""), expected, "{query}");
        }
        let long = format!("text={}", "x".repeat(TEXT_MOST + 1));
        assert_eq!(asked(&long).unwrap_err(), "text");
    }

    #[test]
    fn a_day_lasts_until_the_next() {
        let wanted = asked("from=2026-03-01&until=2026-03-01").unwrap();
        let at = |text: &str| Some(text.parse::<DateTime<Utc>>().unwrap());
        assert_eq!(wanted.query.from, at("2026-03-01T00:00:00Z"));
        assert_eq!(wanted.query.until, at("2026-03-02T00:00:00Z"));
    }

    #[test]
    fn a_cursor_reads_back() {
        for place in [1, 7, i64::MAX] {
            assert_eq!(cursor_place(&cursor(place)), Some(place));
        }
    }

    #[test]
    fn an_address_holds_what_was_asked() {
        let asked: Asked = serde_html_form::from_str("name=a+b&text=&cursor=x&limit=3").unwrap();
        assert_eq!(asked.address("/company/trail", None), "/company/trail?name=a+b");
        assert_eq!(asked.address("/company/trail", Some("AA")), "/company/trail?name=a+b&cursor=AA");
        assert_eq!(Asked::default().address("/company/trail", None), "/company/trail");
    }
}
