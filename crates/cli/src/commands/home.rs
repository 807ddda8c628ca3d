//! `guildhall home`: what a person sees first (HOME-3..13).

use std::fmt::Write as _;

use clap::Args;
use guildhall_core::content;
use guildhall_core::home::{Facts, Home as Page, Marketplace, Menu, Widget, home};
use guildhall_core::{Id, language, linking, tasks};

use super::room::{Who, ask};
use super::shared::counted;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Table, escape};

/// Show the home page of a person: their menus, tasks, news and events
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall home --as bo@acme.example
  guildhall home --as bo@acme.example --output json | jq .navigation.menus")]
pub(crate) struct Home {
    /// The languages wished for, as a browser says them
    #[arg(long, value_name = "TAGS", default_value_t, hide_default_value = true)]
    languages: String,
}

impl Home {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        ask(context, Who::Member, |asked| {
            let items: Vec<(Id, &content::State)> = asked.desk.book.documents::<content::State>(None).collect();
            let facts = Facts {
                tasks: &asked.room::<tasks::State>(),
                languages: &asked.room::<language::State>(),
                wishes: &self.languages,
                marketplace_linked: asked.room::<linking::State>().link().is_some(),
                content: items.iter().copied(),
            };
            let page = home(&asked.setting(), facts)?;
            context.out.answer(&text(&page), &table(&page), &page)?;
            Ok(Exit::Done)
        })
    }
}

fn menus<'p>(page: &'p Page<'_>) -> impl Iterator<Item = &'p Menu> {
    page.navigation.menus.iter().chain(&page.dropdowns.menus)
}

fn text(page: &Page<'_>) -> String {
    let mut text = String::new();
    for menu in menus(page) {
        let _ = writeln!(text, "{}", escape(&menu.title));
        for entry in &menu.entries {
            let mark = if entry.current { " (in use)" } else { "" };
            let _ = writeln!(text, "  {}{mark}", escape(&entry.title));
        }
    }
    for row in below(page) {
        if let [part, what, more] = row.as_slice() {
            let more = if more.is_empty() { String::new() } else { format!(", {}", escape(more)) };
            let _ = writeln!(text, "{part}: {}{more}", escape(what));
        }
    }
    text
}

/// What stands below the menus: part, what, and what more there is to say.
fn below(page: &Page<'_>) -> Vec<Vec<String>> {
    let row = |part: &str, what: String, more: String| vec![part.to_owned(), what, more];
    let mut rows: Vec<Vec<String>> = page
        .widgets
        .iter()
        .map(|widget| match widget {
            Widget::MyTasks(mine) => {
                let numbers = format!("{} open, {} recommended", mine.tasks.len(), mine.recommended.len());
                row("tasks", "mine".to_owned(), numbers)
            }
            Widget::AllTasks(all) => row("tasks", "everybody's".to_owned(), counted(all.people.len(), "line")),
        })
        .collect();
    rows.extend(page.marketplace.map(|action| {
        let action = match action {
            Marketplace::LinkAccount => "Link Account",
            Marketplace::ManageLinkedAccount => "Manage Linked Account",
        };
        row("marketplace", action.to_owned(), String::new())
    }));
    rows.extend(
        page.news.iter().map(|entry| row("news", entry.item.title.to_string(), entry.item.published_on.to_string())),
    );
    rows.extend(page.events.iter().map(|entry| {
        row("event", entry.item.title.to_string(), entry.item.starts_at.format("%Y-%m-%d %H:%M").to_string())
    }));
    let walkthroughs = page.walkthroughs.list.iter();
    rows.extend(walkthroughs.map(|entry| row("walkthrough", entry.item.title.to_string(), String::new())));
    rows
}

fn table(page: &Page<'_>) -> Table {
    let entries = menus(page).flat_map(|menu| {
        menu.entries.iter().map(|entry| vec!["menu".to_owned(), menu.title.clone(), entry.title.clone()])
    });
    Table::new(&["part", "what", "more"]).with(entries.chain(below(page)))
}
