//! `guildhall profile location`: where a company is (PROFILE-18).

use clap::{Args, Subcommand};
use guildhall_core::Id;
use guildhall_core::profile::{Command, LocationInput, State};

use super::super::room::{Asked, Who, missing, pick, run};
use super::{member, told};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Add, change and remove locations
#[derive(Debug, Subcommand)]
pub(super) enum Location {
    Add(Add),
    Edit(Edit),
    /// Remove one
    Remove {
        /// Its id, or the beginning of it
        #[arg(value_name = "ID")]
        id: String,
    },
}

/// Add a location
#[derive(Debug, Args)]
pub(super) struct Add {
    /// What the company calls it
    #[arg(long)]
    title: String,
    /// Street and number
    #[arg(long, value_name = "TEXT", default_value_t, hide_default_value = true)]
    street: String,
    /// The city
    #[arg(long)]
    city: String,
    /// The country or region
    #[arg(long)]
    country: String,
}

/// Change a location; what is not named stays
#[derive(Debug, Args)]
pub(super) struct Edit {
    /// Its id, or the beginning of it
    #[arg(value_name = "ID")]
    id: String,
    /// What the company calls it
    #[arg(long)]
    title: Option<String>,
    /// Street and number; empty for none
    #[arg(long, value_name = "TEXT")]
    street: Option<String>,
    /// The city
    #[arg(long)]
    city: Option<String>,
    /// The country or region
    #[arg(long)]
    country: Option<String>,
}

impl Location {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match self {
            Self::Add(Add { title, street, city, country }) => {
                let (title, street) = (title.clone(), street.clone());
                let (city, country) = (city.clone(), country.clone());
                member(context, Command::AddLocation { location: LocationInput { title, street, city, country } })
            }
            Self::Edit(edit) => run::<State>(context, Who::Member, |asked| edit.command(asked), told),
            Self::Remove { id } => {
                let command = |asked: &Asked<'_>| Ok(Command::RemoveLocation { id: location(asked, id)? });
                run::<State>(context, Who::Member, command, told)
            }
        }
    }
}

impl Edit {
    fn command(&self, asked: &Asked<'_>) -> Result<Command, Failure> {
        let id = location(asked, &self.id)?;
        let state = asked.room::<State>();
        let now = state.locations().get(&id).ok_or_else(|| missing("entry_missing", "there is no such location"))?;
        let street = || now.street.as_ref().map(ToString::to_string).unwrap_or_default();
        let location = LocationInput {
            title: self.title.clone().unwrap_or_else(|| now.title.to_string()),
            street: self.street.clone().unwrap_or_else(street),
            city: self.city.clone().unwrap_or_else(|| now.city.to_string()),
            country: self.country.clone().unwrap_or_else(|| now.country.to_string()),
        };
        Ok(Command::EditLocation { id, location })
    }
}

fn location(asked: &Asked<'_>, typed: &str) -> Result<Id, Failure> {
    pick(asked.room::<State>().locations().keys().copied(), typed, "entry_missing")
}
