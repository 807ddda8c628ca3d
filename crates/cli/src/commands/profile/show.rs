//! `guildhall profile show`: the tabs and what stands on them (PROFILE-12..22).

use guildhall_core::Id;
use guildhall_core::account::Account;
use guildhall_core::profile::{RecordKind, RecordStatus, State, tabs};
use guildhall_core::program::Tab;
use serde::Serialize;

use super::super::room::{Asked, Who, ask};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

#[derive(Serialize)]
struct TabRows {
    id: &'static str,
    title: String,
    editable: bool,
    entries: Vec<Entry>,
}

/// Something on a tab.
#[derive(Default, Serialize)]
struct Entry {
    id: Option<Id>,
    kind: Option<String>,
    title: String,
    text: Option<String>,
}

pub(super) fn show(context: &Context<'_>) -> Result<Exit, Failure> {
    let shown = ask(context, Who::Either, |asked| {
        let state = asked.room::<State>();
        let rows = seen(asked)?;
        let of = |(tab, title, editable): (Tab, String, bool)| TabRows {
            id: tab.id(),
            title,
            editable,
            entries: entries(tab, asked.account, &state),
        };
        Ok(rows.into_iter().map(of).collect::<Vec<_>>())
    })?;
    let mut table = Table::new(&["tab", "kind", "title", "text", "id"]);
    for tab in &shown {
        if tab.entries.is_empty() {
            table.row([tab.title.clone()].into_iter().chain(vec![String::new(); 4]));
        }
        for entry in &tab.entries {
            let id = entry.id.map(|id| id.to_string()).unwrap_or_default();
            let (kind, text) = (entry.kind.clone().unwrap_or_default(), entry.text.clone().unwrap_or_default());
            table.row([tab.title.clone(), kind, entry.title.clone(), text, id]);
        }
    }
    context.out.rows(&table, &shown)?;
    if shown.is_empty() {
        context.out.note("no tab is open to this person; see `guildhall explain edit_company_information`");
    }
    Ok(Exit::Done)
}

/// The tabs that whoever asks sees, and whether they may edit them; the operator sees all and edits none.
fn seen(asked: &Asked<'_>) -> Result<Vec<(Tab, String, bool)>, Failure> {
    let setting = asked.setting();
    if setting.operator().is_ok() {
        let all = setting.program.profile().tabs.iter();
        return Ok(all.map(|row| (row.tab, row.title.clone(), false)).collect());
    }
    let (me, _) = setting.me()?;
    let views = tabs(setting.program, &asked.account.standing(setting.program, me));
    Ok(views.into_iter().map(|view| (view.row.tab, view.row.title.clone(), view.editable)).collect())
}

fn entries(tab: Tab, account: &Account, state: &State) -> Vec<Entry> {
    let plain = |title: String| Entry { title, ..Entry::default() };
    match tab {
        Tab::Company => company(account, state),
        Tab::Solutions => validated(state, RecordKind::Offering),
        Tab::CaseStudies => validated(state, RecordKind::CaseStudy),
        Tab::Qualifications => {
            let given = state.qualifications().iter().map(|(id, q)| Entry {
                id: Some(*id),
                kind: Some(q.kind.clone()),
                title: q.title.to_string(),
                text: None,
            });
            let own = state.solution_areas().iter().map(|(id, title)| {
                let kind = Some("solution_area".to_owned());
                Entry { id: Some(*id), kind, title: title.to_string(), text: None }
            });
            given.chain(own).collect()
        }
        Tab::Locations => state
            .locations()
            .iter()
            .map(|(id, l)| {
                let street = l.street.as_ref().map(|street| format!("{street}, ")).unwrap_or_default();
                let text = Some(format!("{street}{}, {}", l.city, l.country));
                Entry { id: Some(*id), kind: None, title: l.title.to_string(), text }
            })
            .collect(),
        Tab::Products => state
            .products()
            .iter()
            .map(|(id, p)| {
                let text = p.description.as_ref().map(ToString::to_string);
                Entry { id: Some(*id), kind: Some(p.kind.clone()), title: p.title.to_string(), text }
            })
            .collect(),
        Tab::Domains => account.domains().iter().map(|domain| plain(domain.to_string())).collect(),
    }
}

fn company(account: &Account, state: &State) -> Vec<Entry> {
    let Some(company) = account.company() else { return Vec::new() };
    let entry = |kind: &str, title: String| Entry { kind: Some(kind.to_owned()), title, ..Entry::default() };
    let mut entries = vec![entry("name", company.name.to_string()), entry("country", company.country.to_string())];
    entries.extend(company.website.as_ref().map(|website| entry("website", website.to_string())));
    entries.extend(company.description.as_ref().map(|text| entry("description", text.to_string())));
    entries.extend(state.customers().iter().map(|customer| entry("customers", customer.clone())));
    entries
}

/// Validated records, with the company's words beside them.
fn validated(state: &State, kind: RecordKind) -> Vec<Entry> {
    let records = state.records().iter().filter(|(_, r)| r.kind == kind && r.status == RecordStatus::Validated);
    let entry = |(id, record): (&Id, &guildhall_core::profile::Record)| Entry {
        id: Some(*id),
        kind: None,
        title: record.title.to_string(),
        text: record.words.as_ref().map(ToString::to_string),
    };
    records.map(entry).collect()
}
