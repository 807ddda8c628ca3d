//! The home page as a model, and advice on the browser in use.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use guildhall_core::browser::{self, Hint};
use guildhall_core::home::{self, Facts, Marketplace, Widget};
use guildhall_core::{language, linking, tasks};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::caller::{Asked, Caller};
use super::content::{EventView, NewsView, WalkthroughView, by_id, load};
use super::problem::Problem;
use super::room::{self, Reading};
use crate::app::App;

/// The operations.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(home)).routes(routes!(browser_check))
}

/// An entry of a menu.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FeedEntry)]
pub(super) struct EntryView {
    /// The item's id, as in `build/case_studies`; of Support and Language, its own.
    id: String,
    /// What people read.
    title: String,
    /// What it is for.
    description: String,
    /// Whether it is the one in use, where one is.
    current: bool,
}

/// A menu with what opens to the caller.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MenuView {
    /// Its id.
    id: String,
    /// What people read.
    title: String,
    /// Its entries, in order.
    entries: Vec<EntryView>,
}

/// The home page of the caller: what is relevant to their roles, and where it stands.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HomeView {
    /// The menus of the bar at the top, in order; the search stands in its middle.
    navigation: Vec<MenuView>,
    /// The drop-downs at the top right, in order.
    dropdowns: Vec<MenuView>,
    /// What the icon at the bottom right opens.
    walkthroughs: Vec<WalkthroughView>,
    /// The caller's tasks and, for those who see everybody's, what everybody has; as in `GET /api/v1/tasks/summary`.
    #[schema(value_type = Vec<Object>)]
    widgets: Vec<Value>,
    /// `link_account` or `manage_linked_account`, for those who may link accounts.
    marketplace: Option<&'static str>,
    /// The newest articles.
    news: Vec<NewsView>,
    /// The next events.
    events: Vec<EventView>,
}

fn menu(menu: &home::Menu) -> MenuView {
    let entry = |e: &home::MenuEntry| EntryView {
        id: e.id.clone(),
        title: e.title.clone(),
        description: e.description.clone(),
        current: e.current,
    };
    MenuView { id: menu.id.clone(), title: menu.title.clone(), entries: menu.entries.iter().map(entry).collect() }
}

/// The home page of the caller, as a model.
#[utoipa::path(get, path = "/api/v1/home", tag = "home",
    responses((status = 200, body = HomeView), (status = 401, body = Problem)))]
pub(super) async fn home(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
) -> Result<Json<HomeView>, Problem> {
    let tasks = room::load::<tasks::State>(&app, &caller).await?;
    let languages = room::load::<language::State>(&app, &caller).await?;
    let linking = room::load::<linking::State>(&app, &caller).await?;
    let content = load(&app).await?;
    let wishes = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let facts = Facts {
        tasks: &tasks,
        languages: &languages,
        wishes,
        marketplace_linked: linking.link().is_some(),
        content: by_id(&content),
    };
    let reading = Reading::new(&app, &caller)?;
    let model = home::home(&reading.setting(), facts).map_err(room::denied(&reading.setting()))?;
    let widget = |widget: &Widget| match widget {
        Widget::MyTasks(mine) => json!({ "widget": "my_tasks", "my_tasks": mine }),
        Widget::AllTasks(all) => json!({ "widget": "all_tasks", "all_tasks": all }),
    };
    Ok(Json(HomeView {
        navigation: model.navigation.menus.iter().map(menu).collect(),
        dropdowns: model.dropdowns.menus.iter().map(menu).collect(),
        walkthroughs: model.walkthroughs.list.iter().map(|e| WalkthroughView::new(e.id, e.item)).collect(),
        widgets: model.widgets.iter().map(widget).collect(),
        marketplace: model.marketplace.map(|action| match action {
            Marketplace::LinkAccount => "link_account",
            Marketplace::ManageLinkedAccount => "manage_linked_account",
        }),
        news: model.news.iter().map(|e| NewsView::new(e.id, e.item)).collect(),
        events: model.events.iter().map(|e| EventView::new(e.id, e.item)).collect(),
    }))
}

/// Which browser is asked about.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct BrowserAsked {
    /// What it says of itself; without it, what the request's `User-Agent` says.
    user_agent: Option<String>,
}

/// A hint.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HintView {
    /// `firefox_extended`, `edge_legacy` or `desktop_recommended`.
    code: &'static str,
    /// The version of the browser, where the hint is about one.
    version: Option<u32>,
    /// Since when it is not supported, where a day is known.
    unsupported_since: Option<NaiveDate>,
}

/// What there is to tell the user of a browser. Nothing of it closes the door.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Advice {
    /// The hints; none for a browser that is fine.
    hints: Vec<HintView>,
}

/// Advice on a browser. It warns and never blocks, and is open to everybody.
#[utoipa::path(get, path = "/api/v1/browser-check", tag = "home", params(BrowserAsked), security(()),
    responses((status = 200, body = Advice), (status = 400, body = Problem)))]
pub(super) async fn browser_check(
    State(app): State<App>,
    headers: HeaderMap,
    Asked(asked): Asked<BrowserAsked>,
) -> Result<Response, Problem> {
    let own = || headers.get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    let user_agent = asked.user_agent.unwrap_or_else(own);
    let today = app.services.clock.now().date_naive();
    let hints = browser::hints(app.portal.program(), &user_agent, today).into_iter().map(hint).collect();
    Ok(Json(Advice { hints }).into_response())
}

fn hint(hint: Hint) -> HintView {
    let code = hint.code();
    match hint {
        Hint::FirefoxExtended { version } => HintView { code, version: Some(version), unsupported_since: None },
        Hint::EdgeLegacy { version, unsupported_since, .. } => {
            HintView { code, version: Some(version), unsupported_since: Some(unsupported_since) }
        }
        Hint::DesktopRecommended => HintView { code, version: None, unsupported_since: None },
    }
}
