//! What the programme publishes: news, events, resources, walkthroughs, each as a list with search and filters and as a
//! page of its own (NEWS-1..8, HOME-10).

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::routing::get;
use chrono::NaiveDate;
use guildhall_core::content::lists::{
    self, EventQuery, NewsQuery, ResourceQuery, all_events, all_news, resources, walkthroughs,
};
use guildhall_core::content::{
    Article, ArticleKind, Body, Delivery, EventKind, PartnerEvent, Resource, ResourceKind, State, UnknownWord,
};
use guildhall_core::{Id, Moment, tasks};

use super::App;
use super::locale::Words;
use super::view::{Answer, Page, Stop};
use super::visit::{Signed, Visit};
use super::{errors, navigation};
use crate::portal::PROGRAMME;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/news", get(news))
        .route("/news/{id}", get(article))
        .route("/events", get(events))
        .route("/events/{id}", get(event))
        .route("/resources", get(library))
        .route("/resources/{id}", get(resource))
        .route("/walkthroughs", get(tours))
        .route("/walkthroughs/{id}", get(tour))
}

/// An item in a list or feed, in words.
#[derive(Debug, Clone)]
pub(super) struct Teaser {
    pub(super) href: String,
    pub(super) title: String,
    pub(super) summary: String,
    /// What it is, as chips.
    pub(super) tags: Vec<String>,
    /// When, and whose it is.
    pub(super) about: String,
    pub(super) pinned: bool,
}

/// A value to filter by.
#[derive(Debug, Clone)]
struct Pick {
    name: &'static str,
    value: &'static str,
    label: String,
    chosen: bool,
}

/// Values to filter by, of one sort.
#[derive(Debug, Clone)]
struct Picks {
    legend: String,
    picks: Vec<Pick>,
}

#[derive(Debug, Template)]
#[template(path = "content_list.html")]
struct ListPage {
    page: Page,
    path: &'static str,
    lead: String,
    words: String,
    filters: Vec<Picks>,
    filtered: bool,
    teasers: Vec<Teaser>,
    found: String,
    /// Whether the list can be searched.
    searchable: bool,
}

/// A step of a walkthrough, with the page on which it is done.
#[derive(Debug)]
struct Step {
    title: String,
    text: String,
    href: String,
}

#[derive(Debug, Template)]
#[template(path = "content_item.html")]
struct ItemPage {
    page: Page,
    /// The list that it is in.
    list: (&'static str, String),
    tags: Vec<String>,
    about: Vec<(String, String)>,
    summary: String,
    paragraphs: Vec<String>,
    /// A link out: where it leads, and what it says.
    link: Option<(String, String)>,
    steps: Vec<Step>,
}

/// Fields of an address with repeated names.
type Fields = Query<Vec<(String, String)>>;

/// What the programme has written, by id.
pub(super) async fn items(visit: &Visit) -> Result<Vec<(Id, State)>, Stop> {
    let rooms = visit.app.portal.load_rooms::<State>(PROGRAMME).await.map_err(|error| visit.stop(&error))?;
    Ok(rooms.into_iter().filter_map(|room| Some((room.id.parse().ok()?, room.state))).collect())
}

pub(super) fn by_id(items: &[(Id, State)]) -> impl Iterator<Item = (Id, &State)> + Clone {
    items.iter().map(|(id, state)| (*id, state))
}

/// The moment, and the day that it is for the reader's company.
async fn now(visit: &Visit, me: &Signed) -> Result<(Moment, NaiveDate), Stop> {
    let moment = visit.app.portal.moment(&visit.origin).map_err(|error| visit.stop(&error))?;
    let today = visit.room::<tasks::State>(me).await?.today(moment.at);
    Ok((moment, today))
}

/// What was asked of a list.
struct Asked<'a> {
    visit: &'a Visit,
    fields: &'a [(String, String)],
}

impl Asked<'_> {
    fn words(&self) -> String {
        let typed = self.fields.iter().find(|(name, _)| name == "q").map_or("", |(_, value)| value.trim());
        typed.chars().take(100).collect()
    }

    /// The values of a filter; one that there is not is a fault of the address.
    fn kinds<T: std::str::FromStr<Err = UnknownWord>>(&self, name: &str) -> Result<Vec<T>, Stop> {
        let values = self.fields.iter().filter(|(n, _)| n == name).map(|(_, value)| value.parse());
        values.collect::<Result<_, _>>().map_err(|_| self.visit.with_status(StatusCode::BAD_REQUEST))
    }

    /// The values of a filter, to choose from.
    fn picks(&self, name: &'static str, legend: &str, values: impl IntoIterator<Item = &'static str>) -> Picks {
        let w = self.visit.w;
        let chosen = |value: &str| self.fields.iter().any(|(n, v)| n == name && v == value);
        let pick = |value: &'static str| Pick { name, value, label: kind_words(w, value), chosen: chosen(value) };
        Picks { legend: w.t(legend).into_owned(), picks: values.into_iter().map(pick).collect() }
    }

    fn list(&self, key: &str, path: &'static str, filters: Vec<Picks>, teasers: Vec<Teaser>) -> ListPage {
        let w = self.visit.w;
        let words = self.words();
        let filtered = !words.is_empty() || filters.iter().flat_map(|f| &f.picks).any(|pick| pick.chosen);
        ListPage {
            page: self.visit.page(w.t(&format!("{key}-title"))),
            path,
            lead: w.t(&format!("{key}-lead")).into_owned(),
            words,
            filtered,
            found: w.t1("content-found", "count", teasers.len() as u64).into_owned(),
            searchable: !filters.is_empty(),
            filters,
            teasers,
        }
    }
}

/// The words of a kind, delivery or the like.
pub(super) fn kind_words(w: Words, kind: &str) -> String {
    w.t(&format!("content-{}", kind.replace('_', "-"))).into_owned()
}

pub(super) fn news_teaser(w: Words, id: Id, item: &Article) -> Teaser {
    Teaser {
        href: format!("/news/{id}"),
        title: item.title.to_string(),
        summary: item.summary.to_string(),
        tags: vec![kind_words(w, item.kind.id())],
        about: format!("{} \u{b7} {}", w.date(item.published_on), item.source),
        pinned: false,
    }
}

pub(super) fn event_teaser(w: Words, id: Id, item: &PartnerEvent) -> Teaser {
    let place = item.place.as_ref().map(|place| format!(" \u{b7} {place}")).unwrap_or_default();
    Teaser {
        href: format!("/events/{id}"),
        title: item.title.to_string(),
        summary: item.summary.to_string(),
        tags: vec![kind_words(w, item.kind.id()), kind_words(w, item.delivery.id())],
        about: format!("{}{place}", w.moment(item.starts_at)),
        pinned: item.pinned,
    }
}

pub(super) fn resource_teaser(w: Words, id: Id, item: &Resource) -> Teaser {
    Teaser {
        href: format!("/resources/{id}"),
        title: item.title.to_string(),
        summary: item.summary.to_string(),
        tags: vec![kind_words(w, item.kind.id())],
        about: String::new(),
        pinned: false,
    }
}

async fn news(visit: Visit, fields: Fields) -> Answer {
    let me = visit.member()?;
    let asked = Asked { visit: &visit, fields: &fields };
    let (items, (_, today)) = (items(&visit).await?, now(&visit, me).await?);
    let query = NewsQuery { words: asked.words(), kinds: asked.kinds("kind")? };
    let found = all_news(visit.program(), by_id(&items), today, &query);
    let teasers = found.iter().map(|e| news_teaser(visit.w, e.id, e.item)).collect();
    let filters = vec![asked.picks("kind", "content-kind", ArticleKind::ALL.iter().map(|kind| kind.id()))];
    Ok(visit.html(&asked.list("news", "/news", filters, teasers)))
}

async fn events(visit: Visit, fields: Fields) -> Answer {
    let me = visit.member()?;
    let asked = Asked { visit: &visit, fields: &fields };
    let (items, (moment, _)) = (items(&visit).await?, now(&visit, me).await?);
    let query = EventQuery { words: asked.words(), kinds: asked.kinds("kind")?, deliveries: asked.kinds("delivery")? };
    let teasers = all_events(by_id(&items), moment.at, &query);
    let teasers = teasers.iter().map(|e| event_teaser(visit.w, e.id, e.item)).collect();
    let filters = vec![
        asked.picks("kind", "content-kind", EventKind::ALL.iter().map(|kind| kind.id())),
        asked.picks("delivery", "content-delivery", Delivery::ALL.iter().map(|way| way.id())),
    ];
    Ok(visit.html(&asked.list("events", "/events", filters, teasers)))
}

async fn library(visit: Visit, fields: Fields) -> Answer {
    visit.member()?;
    let asked = Asked { visit: &visit, fields: &fields };
    let items = items(&visit).await?;
    let query = ResourceQuery { words: asked.words(), kinds: asked.kinds("kind")? };
    let found = resources(by_id(&items), &query);
    let teasers = found.iter().map(|e| resource_teaser(visit.w, e.id, e.item)).collect();
    let filters = vec![asked.picks("kind", "content-kind", ResourceKind::ALL.iter().map(|kind| kind.id()))];
    Ok(visit.html(&asked.list("resources", "/resources", filters, teasers)))
}

async fn tours(visit: Visit) -> Answer {
    visit.member()?;
    let asked = Asked { visit: &visit, fields: &[] };
    let items = items(&visit).await?;
    let own = super::help::walks(visit.w).map(|walk| Teaser {
        href: walk.href,
        title: walk.title,
        summary: walk.description,
        tags: vec![visit.w.t("content-of-the-portal").into_owned()],
        about: String::new(),
        pinned: false,
    });
    let teaser = |e: &lists::Entry<'_, guildhall_core::content::Walkthrough>| Teaser {
        href: format!("/walkthroughs/{}", e.id),
        title: e.item.title.to_string(),
        summary: e.item.summary.to_string(),
        tags: vec![visit.w.t1("content-steps", "count", e.item.steps.len() as u64).into_owned()],
        about: String::new(),
        pinned: false,
    };
    let teasers = walkthroughs(by_id(&items)).iter().map(teaser).chain(own).collect();
    Ok(visit.html(&asked.list("walkthroughs", "/walkthroughs", Vec::new(), teasers)))
}

/// The page of one item that the reader may open; anything else is not there.
async fn one(visit: &Visit, id: &str, model: impl FnOnce(&Body) -> Option<ItemPage>) -> Answer {
    let me = visit.member()?;
    let Ok(id) = id.parse::<Id>() else { return Ok(errors::not_found(visit)) };
    let (state, _) = visit.room_of::<State>(PROGRAMME, &id.to_string()).await?;
    let (_, today) = now(visit, me).await?;
    match lists::shown(&state, today).and_then(model) {
        Some(page) => Ok(visit.html(&page)),
        None => Ok(errors::not_found(visit)),
    }
}

impl ItemPage {
    fn new(visit: &Visit, body: &Body, list: &'static str, key: &str, tags: Vec<String>) -> Self {
        Self {
            page: visit.page(body.title().to_string()),
            list: (list, visit.w.t(key).into_owned()),
            tags,
            about: Vec::new(),
            summary: body.summary().to_string(),
            paragraphs: Vec::new(),
            link: None,
            steps: Vec::new(),
        }
    }

    fn fact(mut self, w: Words, key: &str, text: String) -> Self {
        self.about.push((w.t(key).into_owned(), text));
        self
    }

    fn text(mut self, text: Option<&guildhall_core::content::Text>) -> Self {
        let parts = text.map_or("", |text| text.as_str()).split("\n\n").map(str::trim);
        self.paragraphs = parts.filter(|part| !part.is_empty()).map(str::to_owned).collect();
        self
    }

    fn link(mut self, w: Words, address: Option<String>, key: &str) -> Self {
        self.link = address.map(|address| (address, w.t(key).into_owned()));
        self
    }
}

async fn article(visit: Visit, Path(id): Path<String>) -> Answer {
    let w = visit.w;
    one(&visit, &id, |body| {
        let Body::News(item) = body else { return None };
        let page = ItemPage::new(&visit, body, "/news", "news-title", vec![kind_words(w, item.kind.id())]);
        let page =
            page.fact(w, "content-day", w.date(item.published_on)).fact(w, "content-source", item.source.to_string());
        Some(page.text(item.text.as_ref()).link(w, item.link.as_ref().map(ToString::to_string), "content-more"))
    })
    .await
}

async fn event(visit: Visit, Path(id): Path<String>) -> Answer {
    let w = visit.w;
    one(&visit, &id, |body| {
        let Body::Event(item) = body else { return None };
        let tags = vec![kind_words(w, item.kind.id()), kind_words(w, item.delivery.id())];
        let mut page = ItemPage::new(&visit, body, "/events", "events-title", tags).fact(
            w,
            "content-begins",
            w.moment(item.starts_at),
        );
        if let Some(end) = item.ends_at {
            page = page.fact(w, "content-ends", w.moment(end));
        }
        if let Some(place) = &item.place {
            page = page.fact(w, "content-place", place.to_string());
        }
        let page = page.fact(w, "content-source", item.source.to_string());
        Some(page.link(w, Some(item.link.to_string()), "content-register"))
    })
    .await
}

async fn resource(visit: Visit, Path(id): Path<String>) -> Answer {
    let w = visit.w;
    one(&visit, &id, |body| {
        let Body::Resource(item) = body else { return None };
        let page = ItemPage::new(&visit, body, "/resources", "resources-title", vec![kind_words(w, item.kind.id())]);
        Some(page.text(item.text.as_ref()).link(w, item.link.as_ref().map(ToString::to_string), "content-open"))
    })
    .await
}

async fn tour(visit: Visit, Path(id): Path<String>) -> Answer {
    let w = visit.w;
    one(&visit, &id, |body| {
        let Body::Walkthrough(item) = body else { return None };
        let mut page = ItemPage::new(&visit, body, "/walkthroughs", "walkthroughs-title", Vec::new());
        let href = |name: &String| {
            let found = visit.program().items_with_ids().find(|(_, row)| row.name == *name);
            found.filter(|(id, _)| visit.opens(*id)).map(|(_, row)| navigation::address(row))
        };
        page.steps = item
            .steps
            .iter()
            .map(|step| Step {
                title: step.title.to_string(),
                text: step.text.to_string(),
                href: step.item.as_ref().and_then(href).unwrap_or_default(),
            })
            .collect();
        page.tags = vec![w.t1("content-steps", "count", page.steps.len() as u64).into_owned()];
        Some(page)
    })
    .await
}
