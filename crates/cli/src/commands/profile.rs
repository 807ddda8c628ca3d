//! `guildhall profile`: what a company says and shows of itself (the PROFILE rules). Its general information is changed by
//! `guildhall edit-company`, its domains by `guildhall domain`.

mod advice;
mod listing;
mod locations;
mod products;
mod qualifications;
mod records;
mod show;
mod solution_areas;

use clap::{Args, Subcommand};
use guildhall_core::account::Account;
use guildhall_core::profile::{Command, Event, State};

use super::room::{Who, run};
use super::shared::listed;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;

/// Show and change a company's profile: products, locations, offerings, case studies, the public listing
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall profile show --as ann@acme.example
  guildhall profile product add --kind software_product --title Sails --as ann@acme.example
  guildhall profile record create case_study --title Riga --description '...' --as ann@acme.example
  guildhall profile record judge 3f2a --validated")]
pub(crate) struct Profile {
    #[command(subcommand)]
    part: Part,
}

#[derive(Debug, Subcommand)]
enum Part {
    /// The tabs and what stands on them: those of the company's stage for a member, all for the operator
    Show,
    SetCustomers(Customers),
    #[command(subcommand)]
    Product(products::Product),
    #[command(subcommand)]
    Location(locations::Location),
    #[command(subcommand)]
    SolutionArea(solution_areas::SolutionArea),
    #[command(subcommand)]
    Record(records::Record),
    #[command(subcommand)]
    Qualification(qualifications::Qualification),
    #[command(subcommand)]
    Listing(listing::Listing),
    /// Whom in the company to ask about what
    Contacts,
    /// Paths that the products and services point to, and pages that suit the person
    Recommendations,
    /// What can be chosen: types of products and of customers, kinds of records and qualifications
    Choices,
}

/// Say which types of customers are served
#[derive(Debug, Args)]
struct Customers {
    /// The ids of the types, as `profile choices` shows them; none to clear them
    #[arg(value_name = "TYPE")]
    customers: Vec<String>,
}

impl Profile {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match &self.part {
            Part::Show => show::show(context),
            Part::SetCustomers(Customers { customers }) => {
                member(context, Command::SetCustomers { customers: customers.clone() })
            }
            Part::Product(product) => product.run(context),
            Part::Location(location) => location.run(context),
            Part::SolutionArea(area) => area.run(context),
            Part::Record(record) => record.run(context),
            Part::Qualification(qualification) => qualification.run(context),
            Part::Listing(listing) => listing.run(context),
            Part::Contacts => advice::contacts(context),
            Part::Recommendations => advice::recommendations(context),
            Part::Choices => advice::choices(context),
        }
    }
}

/// Runs a command that needs nothing from the journal, as the member of `--as`.
fn member(context: &Context<'_>, command: Command) -> Result<Exit, Failure> {
    run::<State>(context, Who::Member, |_| Ok(command), told)
}

/// What happened, for people.
fn told(_: &Account, event: &Event) -> Option<String> {
    Some(match event {
        Event::CustomersSet { customers } if customers.is_empty() => "no types of customers are served".to_owned(),
        Event::CustomersSet { customers } => {
            format!("the customers served are {}", listed(customers.iter().map(String::as_str)))
        }
        Event::ProductAdded { id, product } => format!("added {:?}: {id}", product.title.as_str()),
        Event::ProductEdited { id, product } => format!("changed {:?}: {id}", product.title.as_str()),
        Event::LocationAdded { id, location } => format!("added {:?}: {id}", location.title.as_str()),
        Event::LocationEdited { id, location } => format!("changed {:?}: {id}", location.title.as_str()),
        Event::SolutionAreaAdded { id, title } => format!("added {:?}: {id}", title.as_str()),
        Event::ProductRemoved { id }
        | Event::LocationRemoved { id }
        | Event::SolutionAreaRemoved { id }
        | Event::RecordRemoved { id } => format!("removed {id}"),
        Event::ListingEdited { summary: Some(_) } => "the listing begins with these words now".to_owned(),
        Event::ListingEdited { summary: None } => "the listing begins without words of its own".to_owned(),
        Event::ListedSet { listed: true } => "the listing is public from the stage for listings on".to_owned(),
        Event::ListedSet { listed: false } => "the listing is not public any more".to_owned(),
        Event::RecordCreated { id, kind, title, .. } => {
            format!("created the {} {:?}: {id}", records::word(*kind), title.as_str())
        }
        Event::RecordEdited { id, title, .. } => format!("changed {:?}: {id}", title.as_str()),
        Event::RecordSubmitted { id } => format!("submitted {id} for review"),
        Event::RecordDescribed { id, words: Some(_) } => format!("these words stand beside {id} now"),
        Event::RecordDescribed { id, words: None } => format!("no words stand beside {id}"),
        Event::RecordJudged { id, validated: true } => format!("validated {id}"),
        Event::RecordJudged { id, validated: false } => format!("declined {id}"),
        Event::QualificationGranted { id, qualification } => {
            format!("granted {:?}: {id}", qualification.title.as_str())
        }
        Event::QualificationRevoked { id } => format!("revoked {id}"),
    })
}
