//! What the programme publishes for every company: news, events, resources, walkthroughs. Whoever is signed in reads it;
//! operators write it ([`operator`]).

mod operator;
mod views;

use axum::Json;
use axum::extract::{Path, State};
use chrono::NaiveDate;
use guildhall_core::content::lists::{
    self, Entry, EventQuery, NewsQuery, ResourceQuery, all_events, all_news, resources, walkthroughs,
};
use guildhall_core::content::{self, Body, UnknownWord};
use guildhall_core::{Id, Moment, tasks};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) use self::views::{EventView, NewsView, ResourceView, WalkthroughView};
use super::caller::{Asked, Caller, bad_parameter};
use super::paging::cut;
use super::problem::Problem;
use super::room;
use crate::app::App;
use crate::portal::PROGRAMME;

/// The operations.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(news))
        .routes(routes!(article))
        .routes(routes!(events))
        .routes(routes!(event))
        .routes(routes!(resource_list))
        .routes(routes!(resource))
        .routes(routes!(walkthrough_list))
        .routes(routes!(walkthrough))
        .routes(routes!(operator::list, operator::draft))
        .routes(routes!(operator::show, operator::edit))
        .routes(routes!(operator::publish, operator::withdraw))
}

/// How a list is narrowed and paged.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct ListAsked {
    /// Words that all occur.
    #[serde(default)]
    q: String,
    /// The kinds wanted, with a comma between them; without it all.
    #[serde(default)]
    kind: String,
    /// How many to give: 1 to 200, 50 without it.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// Where to go on: `next_cursor` of the page before, with the other parameters as they were.
    cursor: Option<String>,
}

/// How the list of events is narrowed and paged.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct EventsAsked {
    /// Words that all occur.
    #[serde(default)]
    q: String,
    /// The kinds wanted, with a comma between them; without it all.
    #[serde(default)]
    kind: String,
    /// `in_person`, `virtual` or `both`, with a comma between them; without it all.
    #[serde(default)]
    delivery: String,
    /// How many to give: 1 to 200, 50 without it.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// Where to go on: `next_cursor` of the page before, with the other parameters as they were.
    cursor: Option<String>,
}

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Listed<T> {
    /// The entries, in order.
    items: Vec<T>,
    /// How many there are on all pages.
    total: usize,
    /// Where to go on; absent on the last page.
    next_cursor: Option<String>,
}

/// The items of the programme, by id.
pub(super) async fn load(app: &App) -> Result<Vec<(Id, content::State)>, Problem> {
    let rooms = app.portal.load_rooms::<content::State>(PROGRAMME).await?;
    Ok(rooms.into_iter().filter_map(|room| Some((room.id.parse().ok()?, room.state))).collect())
}

pub(super) fn by_id(items: &[(Id, content::State)]) -> impl Iterator<Item = (Id, &content::State)> + Clone {
    items.iter().map(|(id, state)| (*id, state))
}

/// The moment, and the day that it is for the caller's company.
pub(super) async fn now(app: &App, caller: &Caller) -> Result<(Moment, NaiveDate), Problem> {
    let moment = app.portal.moment(&caller.origin)?;
    let today = room::load::<tasks::State>(app, caller).await?.today(moment.at);
    Ok((moment, today))
}

fn words<T: std::str::FromStr<Err = UnknownWord>>(field: &str, list: &str) -> Result<Vec<T>, Problem> {
    let parts = list.split(',').map(str::trim).filter(|word| !word.is_empty());
    parts.map(|word| word.parse().map_err(|_| bad_parameter(field, "unknown_value"))).collect()
}

/// The page of a list that was asked for.
fn page<T, V>(
    found: &[Entry<'_, T>],
    limit: Option<u32>,
    cursor: Option<&str>,
    view: impl Fn(Id, &T) -> V,
) -> Result<Json<Listed<V>>, Problem> {
    let (shown, next_cursor) = cut(found, limit, cursor, |entry| entry.id.to_string())?;
    let items = shown.iter().map(|entry| view(entry.id, entry.item)).collect();
    Ok(Json(Listed { items, total: found.len(), next_cursor }))
}

/// The news of the last months, the newest first.
#[utoipa::path(get, path = "/api/v1/news", tag = "content", params(ListAsked),
    responses((status = 200, body = Listed<NewsView>), (status = 400, body = Problem), (status = 401, body = Problem)))]
pub(super) async fn news(
    State(app): State<App>,
    caller: Caller,
    Asked(asked): Asked<ListAsked>,
) -> Result<Json<Listed<NewsView>>, Problem> {
    let (items, (_, today)) = (load(&app).await?, now(&app, &caller).await?);
    let query = NewsQuery { words: asked.q, kinds: words("kind", &asked.kind)? };
    let found = all_news(app.portal.program(), by_id(&items), today, &query);
    page(&found, asked.limit, asked.cursor.as_deref(), NewsView::new)
}

/// The events to come, the pinned ones first, then by their start.
#[utoipa::path(get, path = "/api/v1/events", tag = "content", params(EventsAsked),
    responses((status = 200, body = Listed<EventView>), (status = 400, body = Problem), (status = 401, body = Problem)))]
pub(super) async fn events(
    State(app): State<App>,
    caller: Caller,
    Asked(asked): Asked<EventsAsked>,
) -> Result<Json<Listed<EventView>>, Problem> {
    let (items, moment) = (load(&app).await?, app.portal.moment(&caller.origin)?);
    let query = EventQuery {
        words: asked.q,
        kinds: words("kind", &asked.kind)?,
        deliveries: words("delivery", &asked.delivery)?,
    };
    let found = all_events(by_id(&items), moment.at, &query);
    page(&found, asked.limit, asked.cursor.as_deref(), EventView::new)
}

/// The guides, videos, documents and questions, by title.
#[utoipa::path(get, path = "/api/v1/resources", tag = "content", params(ListAsked),
    responses((status = 200, body = Listed<ResourceView>), (status = 400, body = Problem), (status = 401, body = Problem)))]
pub(super) async fn resource_list(
    State(app): State<App>,
    _caller: Caller,
    Asked(asked): Asked<ListAsked>,
) -> Result<Json<Listed<ResourceView>>, Problem> {
    let items = load(&app).await?;
    let found = resources(by_id(&items), &ResourceQuery { words: asked.q, kinds: words("kind", &asked.kind)? });
    page(&found, asked.limit, asked.cursor.as_deref(), ResourceView::new)
}

/// How the list of walkthroughs is paged.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Paged {
    /// How many to give: 1 to 200, 50 without it.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
    /// Where to go on: `next_cursor` of the page before.
    cursor: Option<String>,
}

/// The walkthroughs, by title: for everybody.
#[utoipa::path(get, path = "/api/v1/walkthroughs", tag = "content", params(Paged),
    responses((status = 200, body = Listed<WalkthroughView>), (status = 400, body = Problem), (status = 401, body = Problem)))]
pub(super) async fn walkthrough_list(
    State(app): State<App>,
    _caller: Caller,
    Asked(asked): Asked<Paged>,
) -> Result<Json<Listed<WalkthroughView>>, Problem> {
    let items = load(&app).await?;
    page(&walkthroughs(by_id(&items)), asked.limit, asked.cursor.as_deref(), WalkthroughView::new)
}

/// One item that the caller may open, made into its view; anything else is missing.
async fn one<V>(
    app: &App,
    caller: &Caller,
    id: &str,
    view: impl FnOnce(Id, &Body) -> Option<V>,
) -> Result<Json<V>, Problem> {
    let id: Id = id.parse().map_err(|_| Problem::missing())?;
    let (state, _) = app.portal.load_room::<content::State>(PROGRAMME, &id.to_string()).await?;
    let (_, today) = now(app, caller).await?;
    lists::shown(&state, today).and_then(|body| view(id, body)).map(Json).ok_or_else(Problem::missing)
}

/// An article of the news.
#[utoipa::path(get, path = "/api/v1/news/{id}", tag = "content", params(("id" = String, Path)),
    responses((status = 200, body = NewsView), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn article(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Json<NewsView>, Problem> {
    one(&app, &caller, &id, |id, body| match body {
        Body::News(item) => Some(NewsView::new(id, item)),
        Body::Event(_) | Body::Resource(_) | Body::Walkthrough(_) => None,
    })
    .await
}

/// An event, also one that is over.
#[utoipa::path(get, path = "/api/v1/events/{id}", tag = "content", params(("id" = String, Path)),
    responses((status = 200, body = EventView), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn event(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Json<EventView>, Problem> {
    one(&app, &caller, &id, |id, body| match body {
        Body::Event(item) => Some(EventView::new(id, item)),
        Body::News(_) | Body::Resource(_) | Body::Walkthrough(_) => None,
    })
    .await
}

/// A guide, video, document or question.
#[utoipa::path(get, path = "/api/v1/resources/{id}", tag = "content", params(("id" = String, Path)),
    responses((status = 200, body = ResourceView), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn resource(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Json<ResourceView>, Problem> {
    one(&app, &caller, &id, |id, body| match body {
        Body::Resource(item) => Some(ResourceView::new(id, item)),
        Body::News(_) | Body::Event(_) | Body::Walkthrough(_) => None,
    })
    .await
}

/// A walkthrough with its steps.
#[utoipa::path(get, path = "/api/v1/walkthroughs/{id}", tag = "content", params(("id" = String, Path)),
    responses((status = 200, body = WalkthroughView), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn walkthrough(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Json<WalkthroughView>, Problem> {
    one(&app, &caller, &id, |id, body| match body {
        Body::Walkthrough(item) => Some(WalkthroughView::new(id, item)),
        Body::News(_) | Body::Event(_) | Body::Resource(_) => None,
    })
    .await
}
