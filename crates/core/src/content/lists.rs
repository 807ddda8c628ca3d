//! What people read: the two feeds of the home page, the pages behind View all, the resources, the walkthroughs.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Months, NaiveDate, Utc};
use serde::Serialize;

use super::{
    Article, ArticleKind, Body, Delivery, EventKind, PartnerEvent, Resource, ResourceKind, State, Walkthrough,
};
use crate::Id;
use crate::program::Program;
use crate::text::has_words;

/// A published item with its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Entry<'a, T> {
    /// Its id.
    pub id: Id,
    /// What it says.
    pub item: &'a T,
}

/// What a reader looks for in the news. Empty: everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewsQuery {
    /// Words that all occur in the article.
    pub words: String,
    /// The kinds wanted; any if empty.
    pub kinds: Vec<ArticleKind>,
}

/// What a reader looks for among the events. Empty: everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventQuery {
    /// Words that all occur in the event.
    pub words: String,
    /// The kinds wanted; any if empty.
    pub kinds: Vec<EventKind>,
    /// The deliveries wanted; any if empty. Who wants one way also gets events that are held both ways.
    pub deliveries: Vec<Delivery>,
}

/// What a reader looks for among the resources. Empty: everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResourceQuery {
    /// Words that all occur in the resource.
    pub words: String,
    /// The kinds wanted; any if empty.
    pub kinds: Vec<ResourceKind>,
}

/// The items that a list chooses from: any of the programme's, in any order.
pub trait Items<'a>: IntoIterator<Item = (Id, &'a State)> {}

impl<'a, T: IntoIterator<Item = (Id, &'a State)>> Items<'a> for T {}

/// What a reader may open of an item by its address: what is published, from its day on. It may be older than what the
/// lists show, so that an address that was passed on does not break.
#[must_use]
pub fn shown(state: &State, today: NaiveDate) -> Option<&Body> {
    state.published().filter(|body| match body {
        Body::News(article) => article.published_on <= today,
        Body::Event(_) | Body::Resource(_) | Body::Walkthrough(_) => true,
    })
}

fn articles<'a>(items: impl Items<'a>, today: NaiveDate) -> Vec<Entry<'a, Article>> {
    let mut found: Vec<Entry<'a, Article>> = items
        .into_iter()
        .filter_map(|(id, state)| match state.published()? {
            Body::News(item) if item.published_on <= today => Some(Entry { id, item }),
            Body::News(_) | Body::Event(_) | Body::Resource(_) | Body::Walkthrough(_) => None,
        })
        .collect();
    found.sort_by(|a, b| b.item.published_on.cmp(&a.item.published_on).then(a.id.cmp(&b.id)));
    found
}

/// The feed of the home page: the newest articles, whatever their age (C-118).
#[must_use]
pub fn news_feed<'a>(program: &Program, items: impl Items<'a>, today: NaiveDate) -> Vec<Entry<'a, Article>> {
    let mut found = articles(items, today);
    found.truncate(program.feeds().home_entries as usize);
    found
}

/// View all partner news: the articles of the last months, from the same day of the month on, the newest first (NEWS-3).
#[must_use]
pub fn all_news<'a>(
    program: &Program,
    items: impl Items<'a>,
    today: NaiveDate,
    query: &NewsQuery,
) -> Vec<Entry<'a, Article>> {
    let since = today.checked_sub_months(Months::new(program.feeds().news_months)).unwrap_or(NaiveDate::MIN);
    let mut found = articles(items, today);
    found.retain(|Entry { item, .. }| {
        let text = item.text.as_ref().map_or("", |t| t.as_str());
        item.published_on >= since
            && (query.kinds.is_empty() || query.kinds.contains(&item.kind))
            && has_words(&query.words, [item.title.as_str(), item.summary.as_str(), item.source.as_str(), text])
    });
    found
}

/// View all partner events: every event still to come, the pinned ones first, then by their start (NEWS-7, NEWS-8).
#[must_use]
pub fn all_events<'a>(items: impl Items<'a>, now: DateTime<Utc>, query: &EventQuery) -> Vec<Entry<'a, PartnerEvent>> {
    let deliveries = |d: Delivery| query.deliveries.is_empty() || query.deliveries.contains(&d) || d == Delivery::Both;
    let mut found: Vec<Entry<'a, PartnerEvent>> = items
        .into_iter()
        .filter_map(|(id, state)| match state.published()? {
            Body::Event(item) if item.is_upcoming(now) => Some(Entry { id, item }),
            Body::News(_) | Body::Event(_) | Body::Resource(_) | Body::Walkthrough(_) => None,
        })
        .filter(|Entry { item, .. }| {
            let place = item.place.as_ref().map_or("", |p| p.as_str());
            (query.kinds.is_empty() || query.kinds.contains(&item.kind))
                && deliveries(item.delivery)
                && has_words(&query.words, [item.title.as_str(), item.summary.as_str(), item.source.as_str(), place])
        })
        .collect();
    found.sort_by_key(|Entry { id, item }| (!item.pinned, item.starts_at, *id));
    found
}

/// The feed of the home page: the first of [`all_events`].
#[must_use]
pub fn events_feed<'a>(program: &Program, items: impl Items<'a>, now: DateTime<Utc>) -> Vec<Entry<'a, PartnerEvent>> {
    let mut found = all_events(items, now, &EventQuery::default());
    found.truncate(program.feeds().home_entries as usize);
    found
}

/// The resources, by title.
#[must_use]
pub fn resources<'a>(items: impl Items<'a>, query: &ResourceQuery) -> Vec<Entry<'a, Resource>> {
    let mut found: Vec<Entry<'a, Resource>> = items
        .into_iter()
        .filter_map(|(id, state)| match state.published()? {
            Body::Resource(item) => Some(Entry { id, item }),
            Body::News(_) | Body::Event(_) | Body::Walkthrough(_) => None,
        })
        .filter(|Entry { item, .. }| {
            let text = item.text.as_ref().map_or("", |t| t.as_str());
            (query.kinds.is_empty() || query.kinds.contains(&item.kind))
                && has_words(&query.words, [item.title.as_str(), item.summary.as_str(), text])
        })
        .collect();
    found.sort_by_cached_key(|e| (crate::text::folded(e.item.title.as_str()), e.id));
    found
}

/// The walkthroughs, by title: for everybody (HOME-10).
#[must_use]
pub fn walkthroughs<'a>(items: impl Items<'a>) -> Vec<Entry<'a, Walkthrough>> {
    let mut found: Vec<Entry<'a, Walkthrough>> = items
        .into_iter()
        .filter_map(|(id, state)| match state.published()? {
            Body::Walkthrough(item) => Some(Entry { id, item }),
            Body::News(_) | Body::Event(_) | Body::Resource(_) => None,
        })
        .collect();
    found.sort_by_cached_key(|e| (crate::text::folded(e.item.title.as_str()), e.id));
    found
}
