//! The home page as a model: what one person sees first, and where it stands. Pages and API draw it; they decide nothing.
//!
//! INVARIANT (permitted-only): every entry of every menu opens to the reader (HOME-6, HOME-8).

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use crate::access::{Standing, menu};
use crate::content::lists::{Entry, Items, events_feed, news_feed, walkthroughs};
use crate::content::{Article, PartnerEvent, Walkthrough};
use crate::language;
use crate::program::{Placement, Program};
use crate::setting::{Denied, Setting};
use crate::tasks::{self, AllTasks, MyTasks};
use crate::{Id, Permission};

/// Where a part of the page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// At the top, across the page.
    Top,
    /// In the middle of the navigation bar.
    MiddleOfBar,
    /// At the top right.
    TopRight,
    /// In the bottom right corner.
    BottomRight,
}

/// An entry of a menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MenuEntry {
    /// The item's id, as in `build/case_studies`; of a drop-down that is no section of the menu, its own.
    pub id: String,
    /// What people read.
    pub title: String,
    /// What it is for: shown when it is pointed at (HOME-5).
    pub description: String,
    /// Whether it is the one in use, where one is.
    pub current: bool,
}

/// A menu with what opens to the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Menu {
    /// Its id.
    pub id: String,
    /// What people read.
    pub title: String,
    /// Its entries, in order.
    pub entries: Vec<MenuEntry>,
}

/// The navigation bar (HOME-3, HOME-4, SEARCH-1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NavigationBar {
    /// Where it stands.
    pub place: Place,
    /// Its menus, in order.
    pub menus: Vec<Menu>,
    /// Where its search box stands.
    pub search: Place,
}

/// The drop-down menus (HOME-7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dropdowns {
    /// Where they stand.
    pub place: Place,
    /// The menus, in order.
    pub menus: Vec<Menu>,
}

/// The icon that opens the walkthroughs (HOME-3, HOME-10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WalkthroughIcon<'a> {
    /// Where it stands.
    pub place: Place,
    /// What it opens.
    pub list: Vec<Entry<'a, Walkthrough>>,
}

/// A widget (HOME-12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "widget", rename_all = "snake_case")]
pub enum Widget {
    /// One's own tasks.
    MyTasks(MyTasks),
    /// What everybody has.
    AllTasks(AllTasks),
}

/// What the marketplace section offers (HOME-11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Marketplace {
    /// Link Account.
    LinkAccount,
    /// Manage Linked Account.
    ManageLinkedAccount,
}

/// The home page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Home<'a> {
    /// The navigation bar.
    pub navigation: NavigationBar,
    /// The drop-down menus.
    pub dropdowns: Dropdowns,
    /// The icon for the walkthroughs.
    pub walkthroughs: WalkthroughIcon<'a>,
    /// The widgets.
    pub widgets: Vec<Widget>,
    /// The marketplace section, for those who may link accounts.
    pub marketplace: Option<Marketplace>,
    /// The feed of partner news (HOME-13).
    pub news: Vec<Entry<'a, Article>>,
    /// The feed of partner events (HOME-13).
    pub events: Vec<Entry<'a, PartnerEvent>>,
}

/// What the page shows besides the account.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a, I> {
    /// The company's tasks.
    pub tasks: &'a tasks::State,
    /// The languages chosen.
    pub languages: &'a language::State,
    /// The languages wished for, in the form of `Accept-Language`.
    pub wishes: &'a str,
    /// Whether a marketplace account is linked.
    pub marketplace_linked: bool,
    /// The programme's content.
    pub content: I,
}

/// The home page of who asks.
pub fn home<'a, I: Items<'a> + Clone>(setting: &Setting<'_>, facts: Facts<'a, I>) -> Result<Home<'a>, Denied> {
    let (me, _) = setting.me()?;
    let standing = setting.account.standing(setting.program, me);
    let today = facts.tasks.today(setting.moment.at);
    let mut dropdowns =
        Vec::from([support(setting.program, &standing), languages(setting.program, facts.languages, me, facts.wishes)]);
    dropdowns.extend(sections(setting.program, &standing, Placement::Dropdown));
    let may_link = standing.permits(setting.program, Permission::LinkMarketplaceAccount);
    let action = if facts.marketplace_linked { Marketplace::ManageLinkedAccount } else { Marketplace::LinkAccount };
    Ok(Home {
        navigation: NavigationBar {
            place: Place::Top,
            menus: sections(setting.program, &standing, Placement::Navigation),
            search: Place::MiddleOfBar,
        },
        dropdowns: Dropdowns { place: Place::TopRight, menus: dropdowns },
        walkthroughs: WalkthroughIcon { place: Place::BottomRight, list: walkthroughs(facts.content.clone()) },
        widgets: widgets(setting, facts.tasks, &standing)?,
        marketplace: may_link.then_some(action),
        news: news_feed(setting.program, facts.content.clone(), today),
        events: events_feed(setting.program, facts.content, setting.moment.at),
    })
}

fn widgets(setting: &Setting<'_>, tasks: &tasks::State, standing: &Standing) -> Result<Vec<Widget>, Denied> {
    let mut widgets = Vec::new();
    if standing.permits(setting.program, Permission::WorkOnOwnTasks) {
        widgets.push(Widget::MyTasks(tasks.my_tasks(setting)?));
    }
    if standing.permits(setting.program, Permission::ViewAllTasks) {
        widgets.push(Widget::AllTasks(tasks.all_tasks(setting)?));
    }
    Ok(widgets)
}

fn sections(program: &Program, standing: &Standing, placement: Placement) -> Vec<Menu> {
    let open = menu(program, standing).into_iter().filter(|s| s.section.placement == placement);
    open.map(|s| Menu {
        id: s.section.name.clone(),
        title: s.section.title.clone(),
        entries: s
            .entries
            .iter()
            .map(|e| MenuEntry {
                id: e.item.name.clone(),
                title: e.item.title.clone(),
                description: e.item.description.clone(),
                current: false,
            })
            .collect(),
    })
    .collect()
}

/// Support is open to everybody who may write to it (C-069).
fn support(program: &Program, standing: &Standing) -> Menu {
    let mut entries = Vec::new();
    if standing.permits(program, Permission::ContactSupport) {
        entries.push(MenuEntry {
            id: "contact_support".to_string(),
            title: "Contact Support".to_string(),
            description: "Open a case, see your cases, write to partner support.".to_string(),
            current: false,
        });
    }
    Menu { id: "support".to_string(), title: "Support".to_string(), entries }
}

/// Languages are open to everybody (C-069).
fn languages(program: &Program, chosen: &language::State, me: Id, wishes: &str) -> Menu {
    let current = chosen.of(program, me, wishes);
    let entry = |l: &crate::program::Language| MenuEntry {
        id: l.tag.clone(),
        title: l.title.clone(),
        description: "Read the portal in this language.".to_string(),
        current: current.is_some_and(|c| c.tag == l.tag),
    };
    let entries = program.languages().iter().map(entry).collect();
    Menu { id: "language".to_string(), title: "Language".to_string(), entries }
}

#[cfg(test)]
mod tests;
