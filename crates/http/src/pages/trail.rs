//! The company's audit trail: who did what, when, from where and why it was allowed; to filter, page and download
//! (TRAIL-1..3, TRAIL-22).

use askama::Template;
use axum::Router;
use axum::extract::{Query, rejection::QueryRejection};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use guildhall_core::account::{Account, Actor};
use guildhall_core::trail::{Entry, ROOMS, Reach, reach};
use serde_json::Value;

use super::form::{Choice, choices};
use super::locale::Words;
use super::view::{Answer, Page, Stop, encoded};
use super::visit::{Signed, Visit};
use super::words;
use crate::app::App;
use crate::portal::LogEntry;
use crate::trail::{self, Asked, Wanted};

/// The page.
pub(super) const PAGE: &str = "/company/trail";
const DOWNLOAD: &str = "/company/trail/download";
const CLOUD: &str = "/company/trail/cloud";
/// The most details of an event that are shown; the file has all.
const DETAILS_MOST: usize = 40;
/// The longest detail.
const DETAIL_MOST: usize = 300;

/// What the vendor writes about trails (TRAIL-22).
const READINGS: [(&str, &str); 5] = [
    (
        "reading-trail",
        "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-create-and-update-a-trail.html",
    ),
    (
        "reading-integrations",
        "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-aws-service-specific-topics.html",
    ),
    (
        "reading-notifications",
        "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html",
    ),
    (
        "reading-regions",
        "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html",
    ),
    (
        "reading-identity",
        "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html",
    ),
];

pub(super) fn routes() -> Router<App> {
    Router::new().route(PAGE, get(page)).route(DOWNLOAD, get(download)).route(CLOUD, get(cloud))
}

/// A detail of an event.
#[derive(Debug, Clone)]
pub(super) struct Detail {
    pub(super) name: String,
    pub(super) value: String,
}

/// A record as pages show it.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) at: String,
    /// The moment for programs.
    pub(super) stamp: String,
    pub(super) who: String,
    pub(super) what: String,
    /// Whom or what it is about, where the event names it; empty where not.
    pub(super) about: String,
    pub(super) room: String,
    /// Why it was allowed; empty where no permission is needed.
    pub(super) grounds: String,
    pub(super) source: String,
    pub(super) request: String,
    /// The same as part of an address.
    pub(super) request_encoded: String,
    pub(super) details: Vec<Detail>,
}

/// Something to read about trails.
#[derive(Debug)]
struct Reading {
    text: String,
    href: &'static str,
}

#[derive(Debug, Template)]
#[template(path = "trail.html")]
struct TrailPage {
    page: Page,
    /// The one room to which the reading is limited, in words; empty where it is not.
    only: String,
    asked: Asked,
    people: Vec<Choice>,
    rooms: Vec<Choice>,
    lines: Vec<Line>,
    fault: String,
    filtered: bool,
    first: String,
    next: String,
    csv: String,
    json_lines: String,
    cloud: &'static str,
    readings: Vec<Reading>,
}

type AskedQuery = Result<Query<Asked>, QueryRejection>;

/// What is asked for, as far as it can be read and they may read it.
fn wanted(visit: &Visit, me: &Signed, asked: &Asked) -> Result<(Result<Wanted, &'static str>, Reach), Stop> {
    let reading = visit.reading(me)?;
    let reach = reach(&reading.setting()).map_err(|denied| visit.denied(&denied))?;
    let wanted = asked.read().map(|wanted| Wanted { query: wanted.query.within(reach), ..wanted });
    Ok((wanted, reach))
}

/// `GET /company/trail`
async fn page(visit: Visit, asked: AskedQuery) -> Answer {
    let me = visit.member()?;
    let Ok(Query(asked)) = asked else { return Err(visit.with_status(StatusCode::BAD_REQUEST)) };
    let (wanted, reach) = wanted(&visit, me, &asked)?;
    let w = visit.w;
    let mut model = empty(&visit, me, &asked, reach);
    match wanted {
        Ok(wanted) => {
            let log = visit.app.portal.log(me.tenant, &wanted.query, wanted.before, wanted.most).await;
            let log = log.map_err(|error| visit.stop(&error))?;
            model.lines = log.entries.iter().map(|found| line(w, &visit, &me.account, found)).collect();
            let cursor = log.next.map(trail::cursor);
            model.next = cursor.map(|cursor| asked.address(PAGE, Some(&cursor))).unwrap_or_default();
            Ok(visit.html(&model))
        }
        Err(field) => {
            let field = match field {
                "by" => w.t("trail-by"),
                "from" => w.t("trail-from"),
                "until" => w.t("trail-until"),
                "text" => w.t("trail-search"),
                _ => w.t("pager-label"),
            };
            model.fault = w.t1("trail-fault", "field", field).into_owned();
            Ok(visit.html_with(StatusCode::BAD_REQUEST, &model))
        }
    }
}

fn empty(visit: &Visit, me: &Signed, asked: &Asked, reach: Reach) -> TrailPage {
    let w = visit.w;
    let blank = |text: &str| text.trim().is_empty();
    let filters = [&asked.name, &asked.room, &asked.by, &asked.from, &asked.until, &asked.request, &asked.text];
    let first = if blank(&asked.cursor) { String::new() } else { asked.address(PAGE, None) };
    let csv = asked.address(DOWNLOAD, None);
    TrailPage {
        page: visit.page(w.t("trail-title")),
        only: match reach {
            Reach::Company => String::new(),
            Reach::Room(room) => room_word(w, room),
        },
        people: people(w, &me.account, &asked.by),
        rooms: rooms(w, &asked.room),
        lines: Vec::new(),
        fault: String::new(),
        filtered: !filters.into_iter().all(|text| blank(text)),
        first,
        next: String::new(),
        json_lines: format!("{csv}{}format=jsonl", if csv.contains('?') { '&' } else { '?' }),
        csv,
        cloud: CLOUD,
        readings: READINGS.iter().map(|(key, href)| Reading { text: w.t(key).into_owned(), href }).collect(),
        asked: asked.clone(),
    }
}

/// Everybody whose doings can be looked for; those who are gone as well.
fn people(w: Words, account: &Account, chosen: &str) -> Vec<Choice> {
    let mut members: Vec<Choice> = account
        .members()
        .iter()
        .map(|(id, member)| Choice::new(id.to_string(), member.name.as_str(), chosen))
        .collect();
    members.sort_by_key(|member| member.label.to_lowercase());
    let others = ["operators", "visitors"].map(|by| Choice::new(by, w.t(&format!("trail-by-{by}")), chosen));
    [Choice::new("", w.t("trail-everybody"), chosen)].into_iter().chain(members).chain(others).collect()
}

fn rooms(w: Words, chosen: &str) -> Vec<Choice> {
    choices(&w.t("trail-everywhere"), ROOMS.map(|room| (room.to_owned(), room_word(w, room))), chosen)
}

fn room_word(w: Words, room: &str) -> String {
    let key = format!("room-{}", room.replace('_', "-"));
    if w.has(&key) { w.t(&key).into_owned() } else { room.to_owned() }
}

/// What happened, in words; an event that has none is called by its name.
fn event_word(w: Words, entry: &Entry) -> String {
    let name = entry.name.replace('_', "-");
    let own = format!("event-{}-{name}", entry.room.replace('_', "-"));
    let key = if w.has(&own) { own } else { format!("event-{name}") };
    if w.has(&key) { w.t(&key).into_owned() } else { entry.name.replace('_', " ") }
}

/// A record as pages show it.
pub(super) fn line(w: Words, visit: &Visit, account: &Account, found: &LogEntry) -> Line {
    let entry = &found.entry;
    let program = visit.program();
    let grounds = entry.grounds.as_ref().map(|grounds| {
        let roles: Vec<String> = grounds.roles.iter().map(|role| words::role_title(program, role)).collect();
        let title = program.grant(grounds.permission).map_or(grounds.permission.id(), |grant| grant.title.as_str());
        w.with("trail-grounds", &[("permission", title), ("roles", &roles.join(", "))]).into_owned()
    });
    let mut details = Vec::new();
    flatten(account, "", &entry.event, &mut details);
    Line {
        at: words::moment(w, entry.at.timestamp_millis()),
        stamp: entry.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        who: match &entry.actor {
            Actor::Operator(name) => w.t1("trail-operator", "name", name.as_str()).into_owned(),
            Actor::Visitor => w.t("trail-visitor").into_owned(),
            Actor::Member(_) => entry.who(account),
        },
        what: event_word(w, entry),
        about: about(&details),
        room: room_word(w, &entry.room),
        grounds: grounds.unwrap_or_default(),
        source: entry.source.clone(),
        request: entry.request.clone(),
        request_encoded: encoded(&entry.request),
        details,
    }
}

/// What an event is about: the first of these values that it has.
fn about(details: &[Detail]) -> String {
    const NAMES: [&str; 14] = [
        "user",
        "member",
        "person.name",
        "lead.name",
        "email",
        "to",
        "title",
        "subject",
        "domain",
        "role",
        "path",
        "account",
        "language",
        "product.title",
    ];
    let named = |name: &&str| details.iter().find(|detail| detail.name == **name);
    let titled = |detail: &&Detail| {
        let last = detail.name.rsplit('.').next().unwrap_or_default();
        ["title", "companyname", "company_name"].iter().any(|name| last.eq_ignore_ascii_case(name))
    };
    let found = NAMES.iter().find_map(named).or_else(|| details.iter().find(titled));
    found.map(|detail| detail.value.clone()).unwrap_or_default()
}

/// The values of an event, by their names; people by theirs.
fn flatten(account: &Account, name: &str, value: &Value, into: &mut Vec<Detail>) {
    if into.len() >= DETAILS_MOST {
        return;
    }
    let join = |part: &str| if name.is_empty() { part.to_owned() } else { format!("{name}.{part}") };
    let text = match value {
        Value::Object(fields) => {
            // The name of the event stands above.
            fields.iter().filter(|(part, _)| !name.is_empty() || *part != "type").for_each(|(part, value)| {
                flatten(account, &join(part), value, into);
            });
            return;
        }
        Value::Array(values) if values.iter().any(|v| v.is_object() || v.is_array()) => {
            values.iter().enumerate().for_each(|(n, value)| flatten(account, &join(&(n + 1).to_string()), value, into));
            return;
        }
        Value::Array(values) => values.iter().map(|v| said(account, v)).collect::<Vec<_>>().join(", "),
        Value::Null => return,
        Value::Bool(_) | Value::Number(_) | Value::String(_) => said(account, value),
    };
    let mut shown: String = text.chars().take(DETAIL_MOST).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    into.push(Detail { name: name.to_owned(), value: shown });
}

fn said(account: &Account, value: &Value) -> String {
    let Value::String(text) = value else { return value.to_string() };
    match text.parse().ok().and_then(|id| account.member(id)) {
        Some(member) => member.name.to_string(),
        None => text.clone(),
    }
}

/// `GET /company/trail/download`
async fn download(visit: Visit, asked: AskedQuery) -> Answer {
    let me = visit.member()?;
    let Ok(Query(asked)) = asked else { return Err(visit.with_status(StatusCode::BAD_REQUEST)) };
    match wanted(&visit, me, &asked)?.0 {
        Ok(wanted) => Ok(trail::file(&visit.app.portal, me.tenant, me.account.clone(), wanted)),
        Err(_) => Err(visit.with_status(StatusCode::BAD_REQUEST)),
    }
}

/// `GET /company/trail/cloud`: the account management's records, as a file of the cloud account's own form.
async fn cloud(visit: Visit) -> Result<Response, Stop> {
    let me = visit.member()?;
    let reading = visit.reading(me)?;
    reach(&reading.setting()).map_err(|denied| visit.denied(&denied))?;
    Ok(trail::cloud_file(&visit.app.portal, me.tenant))
}
