//! `guildhall trail`: the audit trail, to search and to download, and the records that the cloud account's own trail keeps
//! (TRAIL-1..20).

mod follow;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use clap::Args;
use guildhall_core::trail::{
    By, CloudContext, CloudRecord, Credentials, Entry, Query, Reach, cloud_record, headings, reach, rows, search,
};

use super::events::told;
use super::room::{Asked, Who, ask};
use super::shared::listed;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Record;
use crate::output::{Format, Table};
use crate::rooms::Happening;

/// Search a company's audit trail, the newest first, and write it as a file
///
/// Operators read all of it, and so do members who may view the trail; who links the accounts reads what is about the
/// link. `--output csv` and `--output json` write it for keeping elsewhere.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall trail --event role_assigned --from 2026-03-01 --company acme.example
  guildhall trail --text sales --by bo@acme.example --as ann@acme.example
  guildhall trail --output csv --company acme.example > trail.csv
  guildhall trail --follow --room linking --company acme.example
  guildhall trail --cloudtrail --company acme.example | jq .eventName")]
pub(crate) struct Trail {
    /// The event's name, as in user_mapped; of the cloud's records the action's
    #[arg(long, value_name = "NAME")]
    event: Option<String>,
    /// The room that it happened in, as in account or linking
    #[arg(long)]
    room: Option<String>,
    /// Whose doings: an address or id, `operators` or `visitors`
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
    /// From this moment on, or from this day in UTC
    #[arg(long, value_name = "TIME")]
    from: Option<Moment>,
    /// Before this moment, or until this day is over
    #[arg(long, value_name = "TIME")]
    until: Option<Moment>,
    /// The id of the request
    #[arg(long, value_name = "ID")]
    request: Option<String>,
    /// A text in a value of the event, whatever its case
    #[arg(long)]
    text: Option<String>,
    /// Only the newest so many
    #[arg(long, value_name = "N")]
    last: Option<usize>,
    /// The account management actions in the form of the cloud account's own trail, a line of JSON each
    #[arg(long)]
    cloudtrail: bool,
    /// Go on with what happens from now on, a line each, the oldest first, until it is interrupted
    #[arg(long, conflicts_with = "cloudtrail")]
    follow: bool,
}

/// A moment, or a whole day in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Moment {
    from: DateTime<Utc>,
    until: DateTime<Utc>,
}

impl std::str::FromStr for Moment {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Ok(at) = DateTime::parse_from_rfc3339(text) {
            let at = at.to_utc();
            return Ok(Self { from: at, until: at });
        }
        let day: NaiveDate = text.parse().map_err(|_| "write it as 2026-03-01 or 2026-03-01T09:00:00Z")?;
        let next = day.checked_add_signed(TimeDelta::days(1)).ok_or("the day is too far ahead")?;
        let begin = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc();
        Ok(Self { from: begin(day), until: begin(next) })
    }
}

impl Trail {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        if self.follow {
            return follow::follow(context, self);
        }
        ask(context, Who::Either, |asked| {
            let (query, room) = self.query(asked)?;
            if let Some(room) = room {
                context.out.note(&format!("you read what happened in the room {room} only"));
            }
            if self.cloudtrail { self.cloud(context, asked, query) } else { self.print(context, asked, &query) }
        })
    }

    /// What is looked for within what whoever asks may read, and the only room that they read, if it is one.
    fn query(&self, asked: &Asked<'_>) -> Result<(Query, Option<&'static str>), Failure> {
        let within = reach(&asked.setting())?;
        let by = |who: &str| match who.parse() {
            Ok(by) => Ok(by),
            Err(_) => asked.person(who).map(By::Member),
        };
        let query = Query {
            name: self.event.clone(),
            room: self.room.clone(),
            by: self.by.as_deref().map(by).transpose()?,
            from: self.from.map(|moment| moment.from),
            until: self.until.map(|moment| moment.until),
            request: self.request.clone(),
            text: self.text.clone(),
            most: self.last,
        };
        let room = if let Reach::Room(room) = within { Some(room) } else { None };
        Ok((query.within(within), room))
    }

    fn print(&self, context: &Context<'_>, asked: &Asked<'_>, query: &Query) -> Result<Exit, Failure> {
        let entries =
            asked.desk.journal.of_company(asked.tenant).map(entry).collect::<Result<Vec<Entry>, Failure>>()?;
        let found = search(&entries, query);
        if context.out.format() == Format::Csv {
            let file = headings() + &rows(asked.account, found);
            context.out.file(&file)?;
            return Ok(Exit::Done);
        }
        let table = Table::new(&["at", "who", "room", "event", "why", "from", "details"]).with(found.iter().map(|e| {
            let why = e.grounds.as_ref().map(|grounds| {
                format!("{} by {}", grounds.permission, listed(grounds.roles.iter().map(String::as_str)))
            });
            let at = e.at.format("%Y-%m-%d %H:%M:%S").to_string();
            let (why, details) = (why.unwrap_or_default(), told(asked.account, &e.event));
            vec![at, e.who(asked.account), e.room.clone(), e.name.clone(), why, e.source.clone(), details]
        }));
        context.out.rows(&table, &found)?;
        Ok(Exit::Done)
    }

    fn cloud(&self, context: &Context<'_>, asked: &Asked<'_>, query: Query) -> Result<Exit, Failure> {
        let linking = asked.setting().program.linking();
        // The journal takes on no role; the records say so.
        let session = || "guildhall-journal".to_owned();
        let role = Credentials { principal_id: session(), access_key_id: session() };
        let around =
            CloudContext { service: &linking.service, region: &linking.region, tenant: asked.tenant, role: &role };
        // The name that is looked for is that of the action, not that of the event.
        let query = Query { name: None, ..query };
        let mut found: Vec<CloudRecord> = Vec::new();
        for record in asked.desk.journal.of_company(asked.tenant) {
            let Happening::Linking(event) = &record.event else { continue };
            if query.matches(&entry(record)?) {
                found.extend(cloud_record(&record.recorded(event.clone()), &around));
            }
        }
        let named = |r: &CloudRecord| self.event.as_ref().is_none_or(|name| name.eq_ignore_ascii_case(r.event_name));
        found.retain(named);
        found.reverse();
        found.truncate(self.last.unwrap_or(usize::MAX));
        found.iter().try_for_each(|record| context.out.json_line(record))?;
        Ok(Exit::Done)
    }
}

/// A record as the core's trail reads it.
fn entry(record: &Record) -> Result<Entry, Failure> {
    let line = serde_json::to_string(&record.recorded(&record.event));
    let read = line.and_then(|line| Entry::read(record.event.kind(), record.event.name(), &line));
    read.map_err(|error| Failure::internal(format!("the record {} cannot be read: {error}", record.seq)))
}
