//! `guildhall register`: a company joins the programme (REG-1..26).

use clap::Args;
use guildhall_core::account::{Command, CompanyInput, Proof, RegisterCompany};

use super::shared::{PersonArguments, done};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;

/// Register a company; its registrant becomes alliance lead
///
/// The operator vouches for what the portal has people prove: the address, the password, the CAPTCHA.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall register --name 'Ann Lee' --email ann@acme.example --job-title CTO \\
    --phone '+1 555 0100' --country Canada --company-name Acme --company-country Canada \\
    --offering software_products --accept-lead --accept-terms")]
pub(crate) struct Register {
    #[command(flatten)]
    person: PersonArguments,
    #[command(flatten)]
    company: CompanyArguments,
}

/// About the company.
#[derive(Debug, Args)]
#[command(next_help_heading = "About the company")]
struct CompanyArguments {
    /// Its name
    #[arg(long, value_name = "NAME")]
    company_name: String,
    /// The country or region of its seat
    #[arg(long, value_name = "COUNTRY")]
    company_country: String,
    /// Its web address
    #[arg(long, value_name = "URL", default_value_t, hide_default_value = true)]
    website: String,
    /// What it does and for whom
    #[arg(long, value_name = "TEXT", default_value_t, hide_default_value = true)]
    description: String,
    /// The primary offering, which decides the path; `guildhall program show` lists them
    #[arg(long, value_name = "ID")]
    offering: String,
    /// The registrant agrees to be the main contact and alliance lead
    #[arg(long)]
    accept_lead: bool,
    /// The registrant accepts the terms and may do so
    #[arg(long)]
    accept_terms: bool,
}

impl Register {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let mut desk = context.open(Access::Write)?;
        let address = context.program()?.email().parse(&self.person.email).ok();
        let company = CompanyInput {
            name: self.company.company_name.clone(),
            country: self.company.company_country.clone(),
            website: self.company.website.clone(),
            description: self.company.description.clone(),
        };
        let command = Command::RegisterCompany(RegisterCompany {
            name: self.person.name.clone(),
            email: self.person.email.clone(),
            accepts_lead: self.company.accept_lead,
            accepts_terms: self.company.accept_terms,
            customer: self.person.customer(),
            contact: self.person.contact(),
            company,
            offering: self.company.offering.clone(),
            proof: Proof::default(),
            domain_owner: address.and_then(|a| desk.book.owner_of(a.domain())),
        });
        let outcome = context.submit(&mut desk, None, &context.operator(), &command)?;
        let Some(account) = outcome.tenant.and_then(|id| desk.book.account(id)) else {
            return Err(Failure::internal("the registered company is not in the journal"));
        };
        let domains = account.domains().iter().map(|d| d.as_str()).collect::<Vec<_>>().join(", ");
        let (path, stage) = account.stages().iter().next().map_or(("", ""), |(p, s)| (p, s));
        let lead = account.lead(context.program()?).map_or("", |(_, m)| m.email.as_str());
        let name = account.company_name();
        let text = format!("registered {name} ({domains}): path {path}, stage {stage}, alliance lead {lead}");
        done(context, &outcome, &[text])
    }
}
