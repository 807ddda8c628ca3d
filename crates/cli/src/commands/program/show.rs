//! `guildhall program show`: what a programme has besides its tables.

use serde::Serialize;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

#[derive(Serialize)]
struct Shown<'a> {
    title: &'a str,
    paths: Vec<Named<'a>>,
    stages: Vec<Named<'a>>,
    offerings: Vec<Named<'a>>,
    sections: Vec<Named<'a>>,
    limits: Limits<'a>,
    password: Password,
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    title: &'a str,
    /// The path that an offering decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
}

#[derive(Serialize)]
struct Limits<'a> {
    code_minutes: u32,
    code_tries: u32,
    invitation_days: u32,
    invitation_rows_most: u32,
    role_update_rows_most: u32,
    confirmation_word: &'a str,
}

#[derive(Serialize)]
struct Password {
    least_code_points: usize,
    most_bytes: usize,
    symbols: String,
}

pub(super) fn print(context: &Context<'_>) -> Result<Exit, Failure> {
    let program = context.program()?;
    let named = |id, title| Named { id, title, path: None };
    let limits = program.limits();
    let shown = Shown {
        title: program.title(),
        paths: program.paths().iter().map(|p| named(p.name.as_str(), p.title.as_str())).collect(),
        stages: program.stages().iter().map(|s| named(s.name.as_str(), s.title.as_str())).collect(),
        offerings: program
            .offerings()
            .iter()
            .map(|o| Named { id: &o.name, title: &o.title, path: program.path(o.path).map(|p| p.name.as_str()) })
            .collect(),
        sections: program.sections().iter().map(|s| named(s.name.as_str(), s.title.as_str())).collect(),
        limits: Limits {
            code_minutes: limits.code_minutes,
            code_tries: limits.code_tries,
            invitation_days: limits.invitation_days,
            invitation_rows_most: limits.invitation_rows_most,
            role_update_rows_most: limits.role_update_rows_most,
            confirmation_word: &limits.confirmation_word,
        },
        password: Password {
            least_code_points: program.password().least_code_points,
            most_bytes: program.password().most_bytes,
            symbols: program.password().symbols.iter().collect(),
        },
    };
    context.out.rows(&table(&shown), &shown)?;
    Ok(Exit::Done)
}

fn table(shown: &Shown<'_>) -> Table {
    let mut table = Table::new(&["what", "id", "value"]);
    let mut row = |what: &str, id: &str, value: String| table.row([what.to_owned(), id.to_owned(), value]);
    row("programme", "title", shown.title.to_owned());
    let lists = [
        ("path", &shown.paths),
        ("stage", &shown.stages),
        ("offering", &shown.offerings),
        ("section", &shown.sections),
    ];
    for (what, list) in lists {
        for named in list {
            let leads = named.path.map(|path| format!(" (path {path})")).unwrap_or_default();
            row(what, named.id, format!("{}{leads}", named.title));
        }
    }
    let limits = &shown.limits;
    row("limit", "code_minutes", limits.code_minutes.to_string());
    row("limit", "code_tries", limits.code_tries.to_string());
    row("limit", "invitation_days", limits.invitation_days.to_string());
    row("limit", "invitation_rows_most", limits.invitation_rows_most.to_string());
    row("limit", "role_update_rows_most", limits.role_update_rows_most.to_string());
    row("limit", "confirmation_word", limits.confirmation_word.to_owned());
    row("password", "least_code_points", shown.password.least_code_points.to_string());
    row("password", "most_bytes", shown.password.most_bytes.to_string());
    row("password", "symbols", shown.password.symbols.clone());
    table
}
