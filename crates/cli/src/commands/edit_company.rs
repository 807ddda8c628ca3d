//! `guildhall edit-company`: what a company says about itself (PROFILE-8).

use clap::Args;
use guildhall_core::account::{Command, CompanyInput};

use super::shared::done;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;

/// Change what the company says about itself; what is not named stays
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall edit-company --website https://acme.example --as ann@acme.example")]
#[group(required = true, multiple = true)]
pub(crate) struct EditCompany {
    /// Its name
    #[arg(long)]
    name: Option<String>,
    /// The country or region of its seat
    #[arg(long)]
    country: Option<String>,
    /// Its web address; empty to leave it out
    #[arg(long, value_name = "URL")]
    website: Option<String>,
    /// What it does and for whom; empty to leave it out
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
}

impl EditCompany {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let mut desk = context.open(Access::Write)?;
        let (tenant, actor) = context.actor(&desk)?;
        let now = context.company(&desk)?.1.company().map(CompanyInput::from).unwrap_or_default();
        let company = CompanyInput {
            name: self.name.clone().unwrap_or(now.name),
            country: self.country.clone().unwrap_or(now.country),
            website: self.website.clone().unwrap_or(now.website),
            description: self.description.clone().unwrap_or(now.description),
        };
        let outcome = context.submit(&mut desk, Some(tenant), &actor, &Command::EditCompany { company })?;
        let name = desk.book.account(tenant).map_or("", |a| a.company_name());
        done(context, &outcome, &[format!("changed what {name} says about itself")])
    }
}
