//! `guildhall language`: the language that a person reads the portal in (HOME-9).

use clap::{Args, Subcommand};
use guildhall_core::language::{Command, Event, State};
use serde::Serialize;

use super::room::{Who, ask, email, run};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

/// Show the languages of the portal, and choose one for a person
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall language list --as bo@acme.example
  guildhall language choose en --as bo@acme.example")]
pub(crate) struct Language {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// The languages that the portal speaks, and the one that the person chose
    List,
    /// Choose one
    Choose {
        /// Its tag, as in pt-BR
        #[arg(value_name = "TAG")]
        language: String,
    },
}

#[derive(Serialize)]
struct Row {
    tag: String,
    title: String,
    chosen: bool,
}

impl Language {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match &self.action {
            Action::List => list(context),
            Action::Choose { language } => run::<State>(
                context,
                Who::Member,
                |_| Ok(Command::Choose { language: language.clone() }),
                |account, Event::LanguageChosen { member, language }| {
                    Some(format!("{} reads the portal in {language} now", email(account, *member)))
                },
            ),
        }
    }
}

fn list(context: &Context<'_>) -> Result<Exit, Failure> {
    let rows: Vec<Row> = ask(context, Who::Member, |asked| {
        let (member, _) = asked.setting().me()?;
        let state = asked.room::<State>();
        let languages = asked.setting().program.languages().iter();
        let row = |l: &guildhall_core::program::Language| {
            let (tag, title) = (l.tag.to_string(), l.title.clone());
            Row { chosen: state.chosen(member) == Some(&tag), tag, title }
        };
        Ok(languages.map(row).collect())
    })?;
    let table = Table::new(&["tag", "title", "chosen"]).with(rows.iter().map(|row| {
        let chosen = if row.chosen { "yes" } else { "" };
        vec![row.tag.clone(), row.title.clone(), chosen.to_owned()]
    }));
    context.out.rows(&table, &rows)?;
    Ok(Exit::Done)
}
