//! `guildhall edit-profile`: a member's own details (PROFILE-24).

use clap::Args;
use guildhall_core::account::{Command, ContactInput, CustomerInput};

use super::shared::done;
use crate::context::{Context, find_person};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;

/// Change your own contact details; what is not named stays
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall edit-profile --phone '+1 555 0199' --as bo@acme.example")]
#[group(required = true, multiple = true)]
pub(crate) struct EditProfile {
    /// Your name
    #[arg(long)]
    name: Option<String>,
    /// Your position
    #[arg(long, value_name = "TITLE")]
    job_title: Option<String>,
    /// Your department; empty to leave it out
    #[arg(long, value_name = "NAME")]
    department: Option<String>,
    /// A telephone number
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    phone: Option<String>,
    /// The country or region where you work
    #[arg(long)]
    country: Option<String>,
    /// The city where you work; empty to leave it out
    #[arg(long)]
    city: Option<String>,
}

impl EditProfile {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let mut desk = context.open(Access::Write)?;
        let (tenant, actor) = context.actor(&desk)?;
        let me = find_person(context.company(&desk)?.1, context.acting()?)?.member;
        let (customer, contact) = (CustomerInput::from(&me.customer), ContactInput::from(&me.contact));
        let command = Command::EditProfile {
            name: self.name.clone().unwrap_or_else(|| me.name.to_string()),
            customer: CustomerInput {
                job_title: self.job_title.clone().unwrap_or(customer.job_title),
                department: self.department.clone().unwrap_or(customer.department),
            },
            contact: ContactInput {
                phone: self.phone.clone().unwrap_or(contact.phone),
                country: self.country.clone().unwrap_or(contact.country),
                city: self.city.clone().unwrap_or(contact.city),
            },
        };
        let text = format!("changed the details of {}", me.email);
        let outcome = context.submit(&mut desk, Some(tenant), &actor, &command)?;
        done(context, &outcome, &[text])
    }
}
