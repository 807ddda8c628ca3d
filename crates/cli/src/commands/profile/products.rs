//! `guildhall profile product`: what a company sells (PROFILE-20).

use clap::{Args, Subcommand};
use guildhall_core::Id;
use guildhall_core::profile::{Command, ProductInput, State};

use super::super::room::{Asked, Who, missing, pick, run};
use super::{member, told};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Add, change and remove products and services
#[derive(Debug, Subcommand)]
pub(super) enum Product {
    Add(Add),
    Edit(Edit),
    /// Remove one
    Remove {
        /// Its id, or the beginning of it
        #[arg(value_name = "ID")]
        id: String,
    },
}

/// Put a product or service on the profile
#[derive(Debug, Args)]
pub(super) struct Add {
    /// The id of its type, as `profile choices` shows it
    #[arg(long)]
    kind: String,
    /// Its name
    #[arg(long)]
    title: String,
    /// What it does
    #[arg(long, value_name = "TEXT", default_value_t, hide_default_value = true)]
    description: String,
}

/// Change a product or service; what is not named stays
#[derive(Debug, Args)]
pub(super) struct Edit {
    /// Its id, or the beginning of it
    #[arg(value_name = "ID")]
    id: String,
    /// The id of its type
    #[arg(long)]
    kind: Option<String>,
    /// Its name
    #[arg(long)]
    title: Option<String>,
    /// What it does; empty for nothing
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
}

impl Product {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match self {
            Self::Add(Add { kind, title, description }) => {
                let (kind, title, description) = (kind.clone(), title.clone(), description.clone());
                member(context, Command::AddProduct { product: ProductInput { kind, title, description } })
            }
            Self::Edit(edit) => run::<State>(context, Who::Member, |asked| edit.command(asked), told),
            Self::Remove { id } => {
                let command = |asked: &Asked<'_>| Ok(Command::RemoveProduct { id: product(asked, id)? });
                run::<State>(context, Who::Member, command, told)
            }
        }
    }
}

impl Edit {
    fn command(&self, asked: &Asked<'_>) -> Result<Command, Failure> {
        let id = product(asked, &self.id)?;
        let state = asked.room::<State>();
        let now = state.products().get(&id).ok_or_else(|| missing("entry_missing", "there is no such product"))?;
        let description = || now.description.as_ref().map(ToString::to_string).unwrap_or_default();
        let product = ProductInput {
            kind: self.kind.clone().unwrap_or_else(|| now.kind.clone()),
            title: self.title.clone().unwrap_or_else(|| now.title.to_string()),
            description: self.description.clone().unwrap_or_else(description),
        };
        Ok(Command::EditProduct { id, product })
    }
}

fn product(asked: &Asked<'_>, typed: &str) -> Result<Id, Failure> {
    pick(asked.room::<State>().products().keys().copied(), typed, "entry_missing")
}
