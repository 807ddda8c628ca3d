//! `guildhall profile listing`: what the world sees of a company (PROFILE-14, ROLE-47).

use std::fmt::Write as _;

use clap::Subcommand;
use guildhall_core::profile::{self, Command, ListedRecord, State, listing};

use super::super::room::{Who, ask};
use super::member;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::text_of;
use crate::output::{Table, escape};

/// Show the public listing, and write its first words
#[derive(Debug, Subcommand)]
pub(super) enum Listing {
    /// Show what is public; there is nothing before the stage for listings
    Show,
    /// Write the first words
    Edit {
        /// The words, empty for none; `-` reads them from the standard input
        #[arg(value_name = "TEXT")]
        summary: String,
    },
    /// Make it public again
    Publish,
    /// Take it back, so that the world does not see it
    Withdraw,
}

impl Listing {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match self {
            Self::Show => show(context),
            Self::Edit { summary } => member(context, Command::EditListing { summary: text_of(summary)? }),
            Self::Publish => member(context, Command::SetListed { listed: true }),
            Self::Withdraw => member(context, Command::SetListed { listed: false }),
        }
    }
}

fn show(context: &Context<'_>) -> Result<Exit, Failure> {
    let program = context.program()?;
    // It is public: nobody has to be named.
    let (found, withheld) = ask(context, Who::Either, |asked| {
        let state = asked.room::<State>();
        Ok((listing(program, asked.account, &state), !state.wants_listing()))
    })?;
    let listing = found.ok_or_else(|| {
        if withheld {
            let failure = Failure::missing("not_listed", "the company took its listing back");
            return failure.hint("make it public again with guildhall profile listing publish");
        }
        let from = program.profile().listed_from.and_then(|stage| program.stage(stage));
        let failure = Failure::missing("not_listed", "the company is not listed at its stage");
        match from {
            Some(stage) => failure.hint(format!("companies are listed from the stage {} on", stage.name)),
            None => failure.hint("this programme lists no companies"),
        }
    })?;
    let rows = rows(&listing);
    let mut text = String::new();
    for (part, value) in &rows {
        let _ = writeln!(text, "{:<15}{}", format!("{part}:"), escape(value));
    }
    let table = Table::new(&["part", "value"]).with(rows.into_iter().map(|(p, v)| vec![p.to_owned(), v]));
    context.out.answer(&text, &table, &listing)?;
    Ok(Exit::Done)
}

fn rows(listing: &profile::Listing) -> Vec<(&'static str, String)> {
    let with = |title: &str, more: &Option<String>| match more {
        Some(more) => format!("{title}: {more}"),
        None => title.to_owned(),
    };
    let record = |record: &ListedRecord| with(&format!("{}: {}", record.title, record.description), &record.words);
    let one = |part, value: &Option<String>| value.clone().map(|value| (part, value));
    let mut rows = vec![("company", format!("{}, {}", listing.company, listing.country))];
    rows.extend(one("website", &listing.website));
    rows.extend(one("description", &listing.description));
    rows.extend(one("summary", &listing.summary));
    rows.extend(listing.customers.iter().map(|c| ("customers", c.clone())));
    rows.extend(
        listing.products.iter().map(|p| ("product", with(&format!("{} ({})", p.title, p.kind), &p.description))),
    );
    rows.extend(listing.locations.iter().map(|l| {
        let street = l.street.as_ref().map(|street| format!("{street}, ")).unwrap_or_default();
        ("location", format!("{}: {street}{}, {}", l.title, l.city, l.country))
    }));
    rows.extend(listing.qualifications.iter().map(|q| ("qualification", format!("{} ({})", q.title, q.kind))));
    rows.extend(listing.solution_areas.iter().map(|area| ("solution area", area.clone())));
    rows.extend(listing.solutions.iter().map(|r| ("solution", record(r))));
    rows.extend(listing.case_studies.iter().map(|r| ("case study", record(r))));
    rows
}
