//! `guildhall scorecard`: what the next stage of each path asks for, and how far the company is (PROFILE-2).

use clap::Args;
use guildhall_core::certifications::{PathScore, Scorecard as Card, State, scorecard};
use guildhall_core::profile;

use super::room::{Who, ask};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

/// Show what the next stage of each path asks for, and how far the company is
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall scorecard --as ann@acme.example")]
pub(crate) struct Scorecard {}

impl Scorecard {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let card: Card = ask(context, Who::Member, |asked| {
            Ok(scorecard(&asked.setting(), &asked.room::<State>(), &asked.room::<profile::State>())?)
        })?;
        let rows = card.paths.iter().flat_map(|path: &PathScore| {
            let next = path.next.clone().unwrap_or_default();
            let start = vec![path.path.clone(), path.stage.clone(), next];
            let empty = path.rows.is_empty().then(|| [start.clone(), vec![String::new(); 4]].concat());
            let each = path.rows.iter().map(move |row| {
                let numbers = [row.have, row.need, row.missing()].map(|n| n.to_string());
                [start.clone(), vec![row.title.clone()], numbers.to_vec()].concat()
            });
            each.chain(empty).collect::<Vec<_>>()
        });
        let headings = ["path", "stage", "next", "requirement", "have", "need", "missing"];
        let (certifications, people) = (card.certifications, card.certified_people);
        let footer = format!("counted on {}: certifications {certifications}, certified people {people}\n", card.on);
        context.out.rows_with(&Table::new(&headings).with(rows), &footer, &card)?;
        Ok(Exit::Done)
    }
}
