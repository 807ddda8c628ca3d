//! `guildhall content show`: all of an item: what is published for a member, every one for the operator.

use std::fmt::Write as _;

use guildhall_core::Id;
use guildhall_core::content::lists::shown;
use guildhall_core::content::{Body, Publication, State};
use guildhall_core::tasks;
use serde::Serialize;
use serde_json::Value;

use super::list::word;
use super::{Kind, meant};
use crate::commands::room::{Who, ask, missing};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;
use crate::output::{Table, escape};
use crate::rooms::Key;

#[derive(Serialize)]
struct Shown {
    id: Id,
    publication: Publication,
    #[serde(flatten)]
    body: Body,
}

pub(super) fn show(context: &Context<'_>, typed: &str) -> Result<Exit, Failure> {
    let item = match context.global.acting {
        Some(_) => ask(context, Who::Member, |asked| {
            let setting = asked.setting();
            setting.me()?;
            let id = meant(asked.desk, typed)?;
            let today = asked.room::<tasks::State>().today(setting.moment.at);
            let state = asked.desk.book.room::<State>(Key::of_programme(id));
            Ok(shown(&state, today).map(|body| Shown { id, publication: Publication::Published, body: body.clone() }))
        })?,
        None => {
            let desk = context.open(Access::Read)?;
            let id = meant(&desk, typed)?;
            let state = desk.book.room::<State>(Key::of_programme(id));
            let said = state.body().cloned().zip(state.publication());
            said.map(|(body, publication)| Shown { id, publication, body })
        }
    };
    let item = item.ok_or_else(|| missing("item_missing", "there is no such item"))?;
    let mut rows = Vec::new();
    leaves("", &serde_json::to_value(&item.body).map_err(|e| Failure::internal(e.to_string()))?, &mut rows);
    rows.retain(|(name, _)| !["content", "title"].contains(&name.as_str()));
    let (title, kind, state) = (item.body.title(), Kind::of(&item.body).word(), word(item.publication));
    let mut text = format!("{}\n{kind}, {state}, {}\n", escape(title.as_str()), item.id);
    for (name, value) in &rows {
        let value: Vec<String> = value.lines().map(escape).collect();
        let _ = writeln!(text, "  {name}: {}", value.join("\n    "));
    }
    let titled = std::iter::once(vec!["title".to_owned(), title.to_string()]);
    let table =
        Table::new(&["field", "text"]).with(titled.chain(rows.into_iter().map(|(name, value)| vec![name, value])));
    context.out.answer(&text, &table, &item)?;
    Ok(Exit::Done)
}

/// Every field that says something, by its name as `--set` has it.
fn leaves(name: &str, value: &Value, rows: &mut Vec<(String, String)>) {
    match value {
        Value::Null => {}
        Value::Bool(yes) => rows.push((name.to_owned(), if *yes { "yes" } else { "no" }.to_owned())),
        Value::Number(number) => rows.push((name.to_owned(), number.to_string())),
        Value::String(text) => rows.push((name.to_owned(), text.clone())),
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(n, value)| leaves(&format!("{name}[{n}]"), value, rows));
        }
        Value::Object(fields) => fields.iter().for_each(|(inner, value)| {
            let name = if name.is_empty() { inner.clone() } else { format!("{name}.{inner}") };
            leaves(&name, value, rows);
        }),
    }
}
