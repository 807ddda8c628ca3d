//! The home page (HOME-1..13): what is relevant to the roles, and nothing else. What it holds is the core's model; here it
//! is drawn.

use askama::Template;
use axum::http::header;
use guildhall_core::browser::{self, Hint};
use guildhall_core::home::{Facts, Widget};
use guildhall_core::tasks::{AllTasks, MyTasks, PersonTasks};
use guildhall_core::{home, language, linking, tasks};

use super::content::{Teaser, by_id, event_teaser, items, news_teaser};
use super::locale::Words;
use super::tasks::{Advice, Count, Line, counts};
use super::view::{Answer, Menu, Page};
use super::visit::{Signed, Visit};
use super::words;

/// How many of the own tasks the widget shows.
const TASKS_SHOWN: usize = 5;
/// How many recommendations the widget shows.
const ADVICE_SHOWN: usize = 3;

/// The My tasks widget (TASK-5, TASK-6).
#[derive(Debug)]
struct MyTasksWidget {
    lines: Vec<Line>,
    more: usize,
    counts: Vec<Count>,
    recommended: Vec<Advice>,
}

/// One person's line of the All tasks widget (TASK-10).
#[derive(Debug)]
struct PersonLine {
    name: String,
    open: String,
    overdue: String,
    late: bool,
    completed: String,
}

#[derive(Debug, Template)]
#[template(path = "home.html")]
struct HomePage {
    page: Page,
    name: String,
    company: String,
    stands: Vec<String>,
    roles: Vec<String>,
    hints: Vec<String>,
    my_tasks: Option<MyTasksWidget>,
    all_tasks: Option<Vec<PersonLine>>,
    marketplace: Option<super::linking::MarketplaceSection>,
    news: Vec<Teaser>,
    events: Vec<Teaser>,
    menus: Vec<Menu>,
    can: Vec<String>,
}

pub(super) async fn page(visit: &Visit, me: &Signed) -> Answer {
    let program = visit.program();
    let w = visit.w;
    let (tasks, linking) = (visit.room::<tasks::State>(me).await?, visit.room::<linking::State>(me).await?);
    let (languages, items) = (visit.room::<language::State>(me).await?, items(visit).await?);
    let facts = Facts {
        tasks: &tasks,
        languages: &languages,
        wishes: "",
        marketplace_linked: linking.link().is_some(),
        content: by_id(&items),
    };
    let reading = visit.reading(me)?;
    let model = home::home(&reading.setting(), facts).map_err(|denied| visit.denied(&denied))?;
    let (mut my_tasks, mut all_tasks) = (None, None);
    for widget in &model.widgets {
        match widget {
            Widget::MyTasks(mine) => my_tasks = Some(my_widget(w, mine)),
            Widget::AllTasks(all) => all_tasks = Some(all_widget(w, all)),
        }
    }
    let page = visit.page(w.t("home-title"));
    let menus = page.who.iter().flat_map(|who| who.navigation.iter().chain(&who.dropdowns)).cloned().collect();
    let can = program
        .grants()
        .iter()
        .filter(|grant| me.standing.permits_in_portal(program, grant.permission))
        .map(|grant| grant.title.clone())
        .collect();
    Ok(visit.html(&HomePage {
        page,
        name: me.person.name.to_string(),
        company: me.account.company_name().to_owned(),
        stands: words::standings(w, program, &me.account),
        roles: words::role_titles(program, me.standing.roles()),
        hints: hints(visit),
        my_tasks,
        all_tasks,
        marketplace: super::linking::section(visit, me).await?,
        news: model.news.iter().map(|e| news_teaser(w, e.id, e.item)).collect(),
        events: model.events.iter().map(|e| event_teaser(w, e.id, e.item)).collect(),
        menus,
        can,
    }))
}

fn my_widget(w: Words, mine: &MyTasks) -> MyTasksWidget {
    MyTasksWidget {
        lines: mine.tasks.iter().take(TASKS_SHOWN).map(|row| Line::new(w, row)).collect(),
        more: mine.tasks.len().saturating_sub(TASKS_SHOWN),
        counts: counts(w, mine.account_totals),
        recommended: mine.recommended.iter().take(ADVICE_SHOWN).map(|r| Advice::new(w, r)).collect(),
    }
}

fn all_widget(w: Words, all: &AllTasks) -> Vec<PersonLine> {
    let number = |n: usize| w.number(i64::try_from(n).unwrap_or(i64::MAX));
    let line = |line: &PersonTasks| PersonLine {
        name: line.person.as_ref().map_or_else(|| w.t("task-nobody").into_owned(), |person| person.name.to_string()),
        open: number(line.totals.open),
        overdue: number(line.totals.overdue),
        late: line.totals.overdue > 0,
        completed: number(line.completed),
    };
    all.people.iter().map(line).collect()
}

/// Advice on the browser in use. It warns and closes nothing (C-121).
fn hints(visit: &Visit) -> Vec<String> {
    let w = visit.w;
    let today = visit.app.services.clock.now().date_naive();
    let say = |hint: Hint| match hint {
        Hint::FirefoxExtended { version } => w.t1("browser-firefox-extended", "version", version).into_owned(),
        Hint::EdgeLegacy { unsupported_since, .. } => {
            w.t1("browser-edge-legacy", "since", w.date(unsupported_since)).into_owned()
        }
        Hint::DesktopRecommended => w.t("browser-desktop-recommended").into_owned(),
    };
    browser::hints(visit.program(), &visit.user_agent, today).into_iter().map(say).collect()
}

/// What a browser says of itself.
pub(super) fn user_agent(headers: &axum::http::HeaderMap) -> String {
    headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}
