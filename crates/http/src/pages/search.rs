//! The search over what a person may open: menu items, people where User Management is open, how-to pages. What somebody
//! may not open is never found.

use askama::Template;
use axum::extract::Query;
use guildhall_core::access::menu;
use guildhall_core::account::Status;
use serde::Deserialize;

use super::help;
use super::navigation;
use super::view::{Answer, Entry, Page, encoded};
use super::visit::{Signed, Visit};

/// The most that one group shows.
const SHOWN_MOST: usize = 20;
/// The item behind which the people are.
const PEOPLE: &str = "my_company/user_management";

#[derive(Debug)]
struct Group {
    title: String,
    entries: Vec<Entry>,
}

#[derive(Debug, Template)]
#[template(path = "search.html")]
struct SearchPage {
    page: Page,
    count: u32,
    groups: Vec<Group>,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
}

pub(super) async fn search(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let me = visit.member()?;
    let text: String = asked.q.trim().chars().take(100).collect();
    let wanted: Vec<String> = text.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let w = visit.w;
    let mut groups = Vec::new();
    if !wanted.is_empty() {
        groups.push(Group { title: w.t("search-pages").into_owned(), entries: pages(&visit, me, &wanted) });
        groups.push(Group { title: w.t("search-people").into_owned(), entries: people(&visit, me, &wanted) });
        groups.push(Group { title: w.t("search-help").into_owned(), entries: help::found(w, &wanted) });
        groups.retain(|g| !g.entries.is_empty());
    }
    let count = groups.iter().map(|g| g.entries.len()).sum::<usize>();
    let mut page = visit.page(w.t("search-title"));
    page.query = text;
    Ok(visit.html(&SearchPage { page, count: u32::try_from(count).unwrap_or(u32::MAX), groups }))
}

/// Whether every word stands somewhere in the texts.
pub(super) fn holds<'a>(wanted: &[String], texts: impl IntoIterator<Item = &'a str>) -> bool {
    let all = texts.into_iter().collect::<Vec<_>>().join(" ").to_lowercase();
    wanted.iter().all(|word| all.contains(word))
}

fn pages(visit: &Visit, me: &Signed, wanted: &[String]) -> Vec<Entry> {
    menu(visit.program(), &me.standing)
        .iter()
        .flat_map(|section| section.entries.iter().map(|e| (section.section.title.as_str(), e.item)))
        .filter(|(section, item)| {
            let texts = [*section, &item.title, &item.description];
            holds(wanted, texts.into_iter().chain(item.aliases.iter().map(String::as_str)))
        })
        .map(|(section, item)| {
            let mut entry = navigation::entry(item);
            entry.description = format!("{section} \u{b7} {}", entry.description);
            entry
        })
        .take(SHOWN_MOST)
        .collect()
}

fn people(visit: &Visit, me: &Signed, wanted: &[String]) -> Vec<Entry> {
    let open = visit.program().items_with_ids().any(|(id, row)| row.name == PEOPLE && visit.opens(id));
    if !open {
        return Vec::new();
    }
    me.account
        .members()
        .values()
        .filter(|m| m.status == Status::Active && holds(wanted, [m.name.as_str(), m.email.as_str()]))
        .map(|m| Entry {
            href: format!("/company/users?q={}", encoded(m.email.as_str())),
            title: m.name.to_string(),
            description: m.email.as_str().to_owned(),
            posts: false,
        })
        .take(SHOWN_MOST)
        .collect()
}
