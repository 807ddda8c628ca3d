//! What several commands have in common: the arguments about a person, and the answer of a command that was done.

use clap::Args;
use guildhall_core::Id;
use guildhall_core::account::{ContactInput, CustomerInput};
use serde::Serialize;

use crate::book::Done;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Record;
use crate::output::{Table, escape};

/// Who registers, and how they are reached.
#[derive(Debug, Args)]
#[command(next_help_heading = "About the person")]
pub(super) struct PersonArguments {
    /// Their name
    #[arg(long)]
    pub(super) name: String,
    /// Their business address
    #[arg(long)]
    pub(super) email: String,
    /// Their position
    #[arg(long, value_name = "TITLE")]
    job_title: String,
    /// Their department
    #[arg(long, value_name = "NAME", default_value_t, hide_default_value = true)]
    department: String,
    /// A telephone number
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    phone: String,
    /// The country or region where they work
    #[arg(long)]
    country: String,
    /// The city where they work
    #[arg(long, default_value_t, hide_default_value = true)]
    city: String,
}

impl PersonArguments {
    /// About their work.
    pub(super) fn customer(&self) -> CustomerInput {
        CustomerInput { job_title: self.job_title.clone(), department: self.department.clone() }
    }

    /// How they are reached.
    pub(super) fn contact(&self) -> ContactInput {
        ContactInput { phone: self.phone.clone(), country: self.country.clone(), city: self.city.clone() }
    }
}

/// `EMAIL=role,role`, as typed.
#[derive(Clone, Debug)]
pub(super) struct EmailRoles {
    pub(super) email: String,
    pub(super) roles: Vec<String>,
}

impl std::str::FromStr for EmailRoles {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // An address may hold `=`; a role's id never does.
        let (email, roles) = text.rsplit_once('=').ok_or("write it as EMAIL=role,role")?;
        let roles = roles.split(',').map(str::trim).filter(|r| !r.is_empty()).map(str::to_owned).collect();
        Ok(Self { email: email.to_owned(), roles })
    }
}

/// The answer of a command that was done: `lines` for people, its records for programs.
pub(super) fn done(context: &Context<'_>, done: &Done, lines: &[String]) -> Result<Exit, Failure> {
    #[derive(Serialize)]
    struct Answer<'a> {
        tenant: Option<Id>,
        records: &'a [Record],
    }
    if context.out.is_quiet() {
        return Ok(Exit::Done);
    }
    let table = Table::new(&["seq", "tenant", "event"]).with(done.records.iter().map(|r| {
        let tenant = r.tenant.map(|id| id.to_string());
        vec![r.seq.to_string(), tenant.unwrap_or_default(), r.event.name().to_owned()]
    }));
    let answer = Answer { tenant: done.tenant, records: &done.records };
    let text: String = lines.iter().map(|line| format!("{}\n", escape(line))).collect();
    context.out.answer(&text, &table, &answer)?;
    Ok(Exit::Done)
}

/// Words with commas between.
pub(super) fn listed<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().collect::<Vec<_>>().join(", ")
}

/// A number with its word, in the plural where it is not one.
pub(crate) fn counted(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}
