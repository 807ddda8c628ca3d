//! Beside the profile: whom to ask, what suits somebody, and what can be chosen (PROFILE-20, ROLE-17, ROLE-53).

use guildhall_core::profile::{self, RecordKind, State};
use guildhall_core::program::{Choice, PathSet, Program};
use serde::Serialize;

use super::super::room::{Who, ask};
use super::super::shared::listed;
use super::records::word;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

/// Whom in the company to ask about what.
pub(super) fn contacts(context: &Context<'_>) -> Result<Exit, Failure> {
    #[derive(Serialize)]
    struct Row {
        subject: String,
        title: String,
        people: Vec<String>,
    }
    let program = context.program()?;
    let rows: Vec<Row> = ask(context, Who::Either, |asked| {
        let row = |contact: profile::Contacts<'_>| Row {
            subject: contact.row.name.clone(),
            title: contact.row.title.clone(),
            people: contact.people.iter().map(|(_, member)| member.email.to_string()).collect(),
        };
        Ok(profile::contacts(program, asked.account).into_iter().map(row).collect())
    })?;
    let cells = |row: &Row| {
        let people = listed(row.people.iter().map(String::as_str));
        vec![row.subject.clone(), row.title.clone(), people]
    };
    context.out.rows(&Table::new(&["subject", "title", "people"]).with(rows.iter().map(cells)), &rows)?;
    Ok(Exit::Done)
}

/// Paths that the products and services point to, and pages that suit the person (PROFILE-20, ROLE-53).
pub(super) fn recommendations(context: &Context<'_>) -> Result<Exit, Failure> {
    #[derive(Serialize)]
    struct Row {
        sort: &'static str,
        id: String,
        title: String,
    }
    let program = context.program()?;
    let rows: Vec<Row> = ask(context, Who::Member, |asked| {
        let (me, _) = asked.setting().me()?;
        let standing = asked.account.standing(program, me);
        let state = asked.room::<State>();
        let path = |id: &str| {
            let title = program.path_id(id).and_then(|id| program.path(id)).map(|path| path.title.clone());
            Row { sort: "path", id: id.to_owned(), title: title.unwrap_or_default() }
        };
        let page = |row: &guildhall_core::program::Recommendation| Row {
            sort: "page",
            id: program.item(row.page).map(|item| item.name.clone()).unwrap_or_default(),
            title: row.title.clone(),
        };
        let paths = profile::recommended_paths(program, asked.account, &state).into_iter().map(path);
        Ok(paths.chain(profile::recommendations(program, &standing).into_iter().map(page)).collect())
    })?;
    let cells = |row: &Row| vec![row.sort.to_owned(), row.id.clone(), row.title.clone()];
    context.out.rows(&Table::new(&["sort", "id", "title"]).with(rows.iter().map(cells)), &rows)?;
    Ok(Exit::Done)
}

/// What can be chosen on a profile.
pub(super) fn choices(context: &Context<'_>) -> Result<Exit, Failure> {
    #[derive(Serialize)]
    struct Row {
        choice: &'static str,
        id: String,
        title: String,
        paths: Vec<String>,
    }
    let program = context.program()?;
    let rules = program.profile();
    let plain = |choice: &'static str, c: &Choice| Row {
        choice,
        id: c.name.clone(),
        title: c.title.clone(),
        paths: Vec::new(),
    };
    let products = rules.product_types.iter().map(|kind| Row {
        choice: "product",
        id: kind.name.clone(),
        title: kind.title.clone(),
        paths: paths(program, kind.paths),
    });
    let customers = rules.customer_types.iter().map(|c| plain("customers", c));
    let qualifications = rules.qualification_kinds.iter().map(|c| plain("qualification", c));
    let records = RecordKind::ALL.into_iter().map(|kind| Row {
        choice: "record",
        id: kind.id().to_owned(),
        title: word(kind),
        paths: Vec::new(),
    });
    let rows: Vec<Row> = products.chain(customers).chain(qualifications).chain(records).collect();
    let cells = |row: &Row| {
        let paths = listed(row.paths.iter().map(String::as_str));
        vec![row.choice.to_owned(), row.id.clone(), row.title.clone(), paths]
    };
    context.out.rows(&Table::new(&["choice", "id", "title", "paths"]).with(rows.iter().map(cells)), &rows)?;
    Ok(Exit::Done)
}

fn paths(program: &Program, paths: PathSet) -> Vec<String> {
    program.path_names(paths).map(str::to_owned).collect()
}
