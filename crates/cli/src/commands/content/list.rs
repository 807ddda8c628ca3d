//! `guildhall content list`: what people read, as the core's lists have it; every item with its state for the operator.

use std::collections::BTreeMap;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use clap::Args;
use guildhall_core::Id;
use guildhall_core::content::lists::{
    EventQuery, NewsQuery, ResourceQuery, all_events, all_news, resources, walkthroughs,
};
use guildhall_core::content::{ArticleKind, Body, Delivery, EventKind, Publication, ResourceKind, State, Walkthrough};
use guildhall_core::tasks;
use guildhall_core::text::has_words;
use serde::Serialize;

use super::Kind;
use crate::commands::room::{Asked, Who, ask};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;
use crate::output::Table;
use crate::rooms::Key;

/// List what the person reads; without --as every item with its state, for the operator
#[derive(Debug, Args)]
pub(super) struct List {
    /// Only these; repeatable
    #[arg(long, value_enum)]
    kind: Vec<Kind>,
    /// Only those whose own kind is this, as in webinar, deadline or guide; repeatable
    #[arg(long = "type", value_name = "WORD")]
    types: Vec<String>,
    /// Only events that people take part in like this: `in_person` or `virtual`
    #[arg(long, value_name = "WORD")]
    delivery: Vec<String>,
    /// Only those that hold all of these words
    #[arg(long, value_name = "WORDS", default_value_t, hide_default_value = true)]
    text: String,
}

/// A row of the list.
#[derive(Serialize)]
struct Row {
    id: Id,
    kind: &'static str,
    #[serde(rename = "type")]
    own_kind: Option<&'static str>,
    title: String,
    publication: Publication,
    published_on: Option<NaiveDate>,
    starts_at: Option<DateTime<Utc>>,
}

impl Row {
    fn new(id: Id, body: &Body, publication: Publication) -> Self {
        let (own_kind, published_on, starts_at) = match body {
            Body::News(article) => (Some(article.kind.id()), Some(article.published_on), None),
            Body::Event(event) => (Some(event.kind.id()), None, Some(event.starts_at)),
            Body::Resource(resource) => (Some(resource.kind.id()), None, None),
            Body::Walkthrough(_) => (None, None, None),
        };
        let title = body.title().to_string();
        Self { id, kind: Kind::of(body).word(), own_kind, title, publication, published_on, starts_at }
    }

    fn day(&self) -> String {
        let start = self.starts_at.map(|at| at.format("%Y-%m-%d %H:%M").to_string());
        self.published_on.map(|day| day.to_string()).or(start).unwrap_or_default()
    }
}

impl List {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let rows = match &context.global.acting {
            Some(_) => ask(context, Who::Member, |asked| self.published(asked))?,
            None => self.all(context)?,
        };
        let table = Table::new(&["kind", "type", "title", "day", "state", "id"]).with(rows.iter().map(|row| {
            let own_kind = row.own_kind.unwrap_or_default().to_owned();
            let state = word(row.publication).to_owned();
            vec![row.kind.to_owned(), own_kind, row.title.clone(), row.day(), state, row.id.to_string()]
        }));
        context.out.rows(&table, &rows)?;
        Ok(Exit::Done)
    }

    fn wants(&self, kind: Kind) -> bool {
        self.kind.is_empty() || self.kind.contains(&kind)
    }

    /// The wanted types of one kind of items; `None` if none of those that are wanted is its.
    fn types<T: FromStr>(&self, kind: Kind) -> Option<Vec<T>> {
        let types: Vec<T> = self.types.iter().filter_map(|word| word.parse().ok()).collect();
        (self.wants(kind) && (self.types.is_empty() || !types.is_empty())).then_some(types)
    }

    /// Whether every word is one of the domain's.
    fn checked(&self) -> Result<Vec<Delivery>, Failure> {
        let lists = [
            ArticleKind::ALL.iter().map(|kind| kind.id()).collect::<Vec<_>>(),
            EventKind::ALL.iter().map(|kind| kind.id()).collect(),
            ResourceKind::ALL.iter().map(|kind| kind.id()).collect(),
        ];
        let known: Vec<&str> = lists.into_iter().flatten().collect();
        if let Some(word) = self.types.iter().find(|word| !known.contains(&word.as_str())) {
            let failure = Failure::usage("type_unknown", format!("there is no type {word:?}"));
            return Err(failure.hint(format!("known: {}", known.join(", "))));
        }
        let delivery = |word: &String| {
            word.parse().map_err(|_| {
                let known: Vec<&str> = Delivery::ALL.iter().map(|delivery| delivery.id()).collect();
                let failure = Failure::usage("delivery_unknown", format!("there is no delivery {word:?}"));
                failure.hint(format!("known: {}", known.join(", ")))
            })
        };
        self.delivery.iter().map(delivery).collect()
    }

    /// What a member of a company reads.
    fn published(&self, asked: &Asked<'_>) -> Result<Vec<Row>, Failure> {
        let (setting, deliveries) = (asked.setting(), self.checked()?);
        setting.me()?;
        let items: BTreeMap<Id, &State> = asked.desk.book.documents::<State>(None).collect();
        let items = || items.iter().map(|(id, state)| (*id, *state));
        let (now, words) = (setting.moment.at, self.text.clone());
        let today = asked.room::<tasks::State>().today(now);
        let mut ids = Vec::new();
        if let Some(kinds) = self.types(Kind::News) {
            let query = NewsQuery { words: words.clone(), kinds };
            ids.extend(all_news(setting.program, items(), today, &query).iter().map(|entry| entry.id));
        }
        if let Some(kinds) = self.types(Kind::Event) {
            let query = EventQuery { words: words.clone(), kinds, deliveries };
            ids.extend(all_events(items(), now, &query).iter().map(|entry| entry.id));
        }
        if let Some(kinds) = self.types(Kind::Resource) {
            ids.extend(resources(items(), &ResourceQuery { words, kinds }).iter().map(|entry| entry.id));
        }
        if self.wants(Kind::Walkthrough) && self.types.is_empty() {
            ids.extend(walkthroughs(items()).iter().filter(|entry| self.says(entry.item)).map(|entry| entry.id));
        }
        let row = |id: Id| {
            let state = asked.desk.book.room::<State>(Key::of_programme(id));
            state.published().map(|body| Row::new(id, body, Publication::Published))
        };
        Ok(ids.into_iter().filter_map(row).collect())
    }

    fn says(&self, walkthrough: &Walkthrough) -> bool {
        has_words(&self.text, [walkthrough.title.as_str(), walkthrough.summary.as_str()])
    }

    /// Every item, with its state.
    fn all(&self, context: &Context<'_>) -> Result<Vec<Row>, Failure> {
        let (desk, deliveries) = (context.open(Access::Read)?, self.checked()?);
        let fits = |body: &Body, row: &Row| {
            let delivery = match body {
                Body::Event(event) => deliveries.is_empty() || deliveries.contains(&event.delivery),
                Body::News(_) | Body::Resource(_) | Body::Walkthrough(_) => true,
            };
            let of_type = self.types.is_empty() || self.types.iter().any(|word| Some(word.as_str()) == row.own_kind);
            self.wants(Kind::of(body))
                && delivery
                && of_type
                && has_words(&self.text, [body.title().as_str(), body.summary().as_str()])
        };
        let row = |(id, state): (Id, &State)| {
            let (body, publication) = (state.body()?, state.publication()?);
            Some(Row::new(id, body, publication)).filter(|row| fits(body, row))
        };
        let mut rows: Vec<Row> = desk.book.documents::<State>(None).filter_map(row).collect();
        rows.sort_by(|a, b| (a.kind, &a.title, a.id).cmp(&(b.kind, &b.title, b.id)));
        Ok(rows)
    }
}

/// Whether people see an item, in a word.
pub(super) fn word(publication: Publication) -> &'static str {
    match publication {
        Publication::Draft => "draft",
        Publication::Published => "published",
        Publication::Withdrawn => "withdrawn",
    }
}
