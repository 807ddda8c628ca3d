//! `guildhall opportunities list`, `guildhall leads list`: narrowed and ordered as the core does (ACE-8, ROLE-71).

use chrono::{DateTime, NaiveDate, Utc};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use guildhall_core::Id;
use guildhall_core::account::Account;
use guildhall_core::pipeline::query::{Found, Owner, Query, Sort};
use guildhall_core::pipeline::{InvitationStatus, Lead, Opportunity, Origin, ReviewStatus, Stage, identifier};
use serde::Serialize;

use super::super::room::{Asked, Who, ask, email};
use super::Kind;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;
use crate::output::Table;

/// A parser for the words of a closed list of the core.
macro_rules! words {
    ($list:ty) => {
        PossibleValuesParser::new(<$list>::ALL.iter().map(|value| value.as_str()))
            .try_map(|text| <$list>::read(&text).ok_or("there is no such word"))
    };
}
pub(in crate::commands) use words;

/// What every list can be narrowed by.
#[derive(Debug, Args)]
struct Narrow {
    /// Words that all stand in the title, the customer's name or another name or number
    #[arg(long, value_name = "WORDS", default_value_t, hide_default_value = true)]
    text: String,
    /// Whose: an address or id, or `nobody`
    #[arg(long, value_name = "EMAIL")]
    owner: Option<String>,
    /// What became of what was shared; repeatable
    #[arg(long, value_name = "STATUS", ignore_case = true, value_parser = words!(InvitationStatus))]
    status: Vec<InvitationStatus>,
    /// The Region
    #[arg(long, default_value_t, hide_default_value = true)]
    region: String,
    /// Changed at this moment or later
    #[arg(long, value_name = "TIME")]
    modified_from: Option<DateTime<Utc>>,
    /// Changed before this moment
    #[arg(long, value_name = "TIME")]
    modified_before: Option<DateTime<Utc>>,
    /// The order: moments the newest first, everything else from the beginning
    #[arg(long, default_value = Sort::LastModifiedDate.as_str(), value_parser = words!(Sort))]
    sort: Sort,
    /// The other way round
    #[arg(long)]
    reverse: bool,
}

/// List the opportunities that the person may see; those shared and submitted for the operator
#[derive(Debug, Args)]
pub(in crate::commands) struct Opportunities {
    #[command(flatten)]
    narrow: Narrow,
    /// How far the sale is; repeatable
    #[arg(long, ignore_case = true, value_parser = words!(Stage))]
    stage: Vec<Stage>,
    /// Where the review stands; repeatable
    #[arg(long, value_name = "STATUS", ignore_case = true, value_parser = words!(ReviewStatus))]
    review_status: Vec<ReviewStatus>,
    /// Who brought it
    #[arg(long, ignore_case = true, value_parser = words!(Origin))]
    origin: Option<Origin>,
    /// Due on this day or later
    #[arg(long, value_name = "DATE")]
    target_close_from: Option<NaiveDate>,
    /// Due on this day or earlier
    #[arg(long, value_name = "DATE")]
    target_close_until: Option<NaiveDate>,
}

/// List the leads that the person may see; those shared for the operator
#[derive(Debug, Args)]
pub(in crate::commands) struct Leads {
    #[command(flatten)]
    narrow: Narrow,
}

/// List what waits for a review, in all companies; the operator does this
#[derive(Debug, Args)]
pub(in crate::commands) struct Queue {
    /// Where the review stands; repeatable [default: Submitted and In review]
    #[arg(long, value_name = "STATUS", ignore_case = true, value_parser = words!(ReviewStatus))]
    review_status: Vec<ReviewStatus>,
}

/// A row of the queue.
#[derive(Serialize)]
struct Queued {
    company: Id,
    company_name: String,
    opportunity: Row,
}

impl Queue {
    pub(in crate::commands) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let operator = context.as_operator()?;
        let desk = context.open(Access::Read)?;
        let asked = |status: &ReviewStatus| match self.review_status.as_slice() {
            [] => status.waits(),
            asked => asked.contains(status),
        };
        let review_statuses = ReviewStatus::ALL.iter().copied().filter(asked).collect();
        let query = Query { review_statuses, ..Query::default() };
        let mut rows = Vec::new();
        for (company, account) in desk.book.accounts() {
            let reading = context.reading(&desk, account, operator.clone())?;
            let entries = desk.book.documents::<Opportunity>(Some(*company)).map(|(_, entry)| entry);
            let setting = reading.setting();
            let found = query.select(&setting, entries).map_err(|refusal| Failure::refused(&refusal, &setting))?;
            rows.extend(found.iter().map(|found| Queued {
                company: *company,
                company_name: account.company_name().to_owned(),
                opportunity: Row::new(account, found),
            }));
        }
        // Who waits longest comes first.
        rows.sort_by_key(|row| row.opportunity.last_modified_date);
        let table = Table::new(&["since", "company", "title", "owner", "review", "id"]).with(rows.iter().map(|row| {
            let of = |heading| row.opportunity.cell(heading);
            let since = row.opportunity.last_modified_date.map(|at| at.format("%Y-%m-%d %H:%M").to_string());
            vec![since.unwrap_or_default(), row.company_name.clone(), of("title"), of("owner"), of("review"), of("id")]
        }));
        context.out.rows(&table, &rows)?;
        Ok(Exit::Done)
    }
}

impl Opportunities {
    pub(in crate::commands) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let more = |query: Query| Query {
            stages: self.stage.iter().copied().collect(),
            review_statuses: self.review_status.iter().copied().collect(),
            origin: self.origin,
            target_close_from: self.target_close_from,
            target_close_until: self.target_close_until,
            ..query
        };
        let headings = ["title", "customer", "owner", "stage", "review", "status", "due", "identifier", "id"];
        list::<Opportunity>(context, |asked| Ok(more(self.narrow.query(asked)?)), &headings)
    }
}

impl Leads {
    pub(in crate::commands) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let headings = ["customer", "owner", "status", "region", "id"];
        list::<Lead>(context, |asked| self.narrow.query(asked), &headings)
    }
}

impl Narrow {
    fn query(&self, asked: &Asked<'_>) -> Result<Query, Failure> {
        let owner = match self.owner.as_deref() {
            None => None,
            Some("nobody") => Some(Owner::Nobody),
            Some(name) => Some(Owner::Member(asked.person(name)?)),
        };
        Ok(Query {
            text: self.text.clone(),
            statuses: self.status.iter().copied().collect(),
            owner,
            region: self.region.clone(),
            modified_from: self.modified_from,
            modified_before: self.modified_before,
            sort: self.sort,
            descending: matches!(self.sort, Sort::LastModifiedDate | Sort::CreatedDate) != self.reverse,
            ..Query::default()
        })
    }
}

/// A row of a list.
#[derive(Serialize)]
struct Row {
    id: Id,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<String>,
    title: String,
    customer: String,
    owner: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<Stage>,
    review_status: Option<ReviewStatus>,
    status: Option<InvitationStatus>,
    origin: Option<Origin>,
    region: String,
    target_close_date: Option<NaiveDate>,
    created_date: Option<DateTime<Utc>>,
    last_modified_date: Option<DateTime<Utc>>,
}

impl Row {
    fn new<E: Kind>(account: &Account, found: &Found<'_, E>) -> Self {
        let summary = &found.summary;
        Self {
            id: found.id,
            identifier: summary.stage.map(|_| identifier(found.id)),
            title: summary.title.to_owned(),
            customer: summary.customer.to_owned(),
            owner: found.entry.owner().map(|owner| email(account, owner)),
            stage: summary.stage,
            review_status: summary.review_status,
            status: summary.status,
            origin: summary.origin,
            region: summary.region.to_owned(),
            target_close_date: summary.target_close_date,
            created_date: summary.created_at,
            last_modified_date: summary.last_modified_at,
        }
    }

    fn cell(&self, heading: &str) -> String {
        let word = |word: Option<&str>| word.unwrap_or_default().to_owned();
        match heading {
            "title" => self.title.clone(),
            "customer" => self.customer.clone(),
            "owner" => self.owner.clone().unwrap_or_default(),
            "stage" => word(self.stage.map(Stage::as_str)),
            "review" => word(self.review_status.map(ReviewStatus::as_str)),
            "status" => word(self.status.map(InvitationStatus::as_str)),
            "due" => self.target_close_date.map(|day| day.to_string()).unwrap_or_default(),
            "region" => self.region.clone(),
            "identifier" => self.identifier.clone().unwrap_or_default(),
            _ => self.id.to_string(),
        }
    }
}

fn list<E: Kind>(
    context: &Context<'_>,
    query: impl FnOnce(&Asked<'_>) -> Result<Query, Failure>,
    headings: &[&'static str],
) -> Result<Exit, Failure> {
    let rows: Vec<Row> = ask(context, Who::Either, |asked| {
        let query = query(asked)?;
        let entries = asked.desk.book.documents::<E>(Some(asked.tenant)).map(|(_, entry)| entry);
        let found = query.select(&asked.setting(), entries).map_err(|refusal| asked.refused(&refusal))?;
        Ok(found.iter().map(|found| Row::new(asked.account, found)).collect())
    })?;
    let cells = rows.iter().map(|row| headings.iter().map(|heading| row.cell(heading)).collect());
    context.out.rows(&Table::new(headings).with(cells), &rows)?;
    Ok(Exit::Done)
}
