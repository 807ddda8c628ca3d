//! `guildhall pipeline`: what opportunities and leads have in common: owners, fields, values, reports, advice.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use clap::{Args, Subcommand};
use guildhall_core::pipeline::bulk::Cells;
use guildhall_core::pipeline::report::{self, Funnel, PipelineReport};
use guildhall_core::pipeline::{InvitationStatus, InvolvementType, Origin};
use guildhall_core::pipeline::{
    Lead, LeadFields, Opportunity, OpportunityFields, ReviewStatus, Stage, Visibility, advise, possible_owners,
};
use guildhall_core::program::Picklist;
use serde::Serialize;

use super::room::{Asked, Who, ask, email};
use super::shared::counted;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Table, escape};

/// Owners, fields, values, reports and advice about opportunities and leads
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall pipeline fields
  guildhall pipeline values region
  guildhall pipeline report --as ann@acme.example
  guildhall pipeline report --rows --as ann@acme.example > report.csv
  guildhall pipeline lead-report --as mo@acme.example")]
pub(crate) struct Pipeline {
    #[command(subcommand)]
    part: Part,
}

#[derive(Debug, Subcommand)]
enum Part {
    /// Who of the company may own opportunities and leads
    Owners,
    Fields(Fields),
    Values(Values),
    Report(Report),
    /// Count leads and campaigns by Region and kind of campaign
    LeadReport,
    /// Say whose role is wider than their work needs, for those who give the roles
    Advice,
}

/// List the names of the fields; of groups those of the first, and others count up
#[derive(Debug, Args)]
struct Fields {
    /// Those of leads, instead of opportunities
    #[arg(long)]
    leads: bool,
}

/// List the values that fields can have
#[derive(Debug, Args)]
struct Values {
    /// Only this list
    #[arg(value_name = "LIST")]
    list: Option<String>,
}

/// Count the opportunities, with what is expected of them
#[derive(Debug, Args)]
struct Report {
    /// A row for each opportunity, comma-separated, instead of the sums
    #[arg(long)]
    rows: bool,
}

impl Pipeline {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        match &self.part {
            Part::Owners => owners(context),
            Part::Fields(Fields { leads }) => {
                let names = if *leads { LeadFields::names() } else { OpportunityFields::names() };
                let table = Table::new(&["field"]).with(names.iter().map(|name| vec![name.clone()]));
                context.out.rows(&table, &names)?;
                Ok(Exit::Done)
            }
            Part::Values(values) => values.run(context),
            Part::Report(Report { rows: true }) => {
                let file = ask(context, Who::Member, |asked| {
                    report::download(&asked.setting(), opportunities(asked)).map_err(|refusal| asked.refused(&refusal))
                })?;
                context.out.file(&file)?;
                Ok(Exit::Done)
            }
            Part::Report(Report { rows: false }) => sums(context),
            Part::LeadReport => funnel(context),
            Part::Advice => advice(context),
        }
    }
}

fn opportunities<'a>(asked: &Asked<'a>) -> impl Iterator<Item = &'a Opportunity> {
    asked.desk.book.documents::<Opportunity>(Some(asked.tenant)).map(|(_, entry)| entry)
}

fn leads<'a>(asked: &Asked<'a>) -> impl Iterator<Item = &'a Lead> {
    asked.desk.book.documents::<Lead>(Some(asked.tenant)).map(|(_, entry)| entry)
}

fn owners(context: &Context<'_>) -> Result<Exit, Failure> {
    #[derive(Serialize)]
    struct Owner {
        name: String,
        email: String,
        id: guildhall_core::Id,
    }
    let owners: Vec<Owner> = ask(context, Who::Member, |asked| {
        let owners = possible_owners(&asked.setting()).map_err(|refusal| asked.refused(&refusal))?;
        Ok(owners.into_iter().map(|(id, name)| Owner { name, email: email(asked.account, id), id }).collect())
    })?;
    let rows = owners.iter().map(|owner| vec![owner.name.clone(), owner.email.clone(), owner.id.to_string()]);
    context.out.rows(&Table::new(&["name", "email", "id"]).with(rows), &owners)?;
    Ok(Exit::Done)
}

/// The words of the life cycle, which no programme changes.
fn fixed() -> [(&'static str, Vec<&'static str>); 6] {
    [
        ("stage", Stage::ALL.iter().map(|v| v.as_str()).collect()),
        ("review_status", ReviewStatus::ALL.iter().map(|v| v.as_str()).collect()),
        ("origin", Origin::ALL.iter().map(|v| v.as_str()).collect()),
        ("status", InvitationStatus::ALL.iter().map(|v| v.as_str()).collect()),
        ("involvement_type", InvolvementType::ALL.iter().map(|v| v.as_str()).collect()),
        ("visibility", Visibility::ALL.iter().map(|v| v.as_str()).collect()),
    ]
}

impl Values {
    fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let rules = context.program()?.pipeline();
        let of_programme =
            Picklist::ALL.iter().map(|list| (list.key(), rules.values(*list).iter().map(String::as_str).collect()));
        let lists: Vec<(&str, Vec<&str>)> = fixed().into_iter().chain(of_programme).collect();
        let known = lists.iter().map(|(list, _)| *list).collect::<Vec<_>>().join(", ");
        let wanted = |list: &str| self.list.as_deref().is_none_or(|wanted| wanted == list);
        let lists: BTreeMap<&str, Vec<&str>> = lists.into_iter().filter(|(list, _)| wanted(list)).collect();
        if lists.is_empty() {
            let message = format!("there is no list {:?}", self.list.as_deref().unwrap_or_default());
            return Err(Failure::missing("list_missing", message).hint(format!("known: {known}")));
        }
        let rows = lists
            .iter()
            .flat_map(|(list, values)| values.iter().map(move |value| vec![(*list).to_owned(), (*value).to_owned()]));
        context.out.rows(&Table::new(&["list", "value"]).with(rows), &lists)?;
        Ok(Exit::Done)
    }
}

fn sums(context: &Context<'_>) -> Result<Exit, Failure> {
    #[derive(Serialize)]
    struct OfOwner {
        owner: Option<String>,
        opportunities: usize,
    }
    #[derive(Serialize)]
    struct Sums {
        opportunities: usize,
        by_stage: BTreeMap<Stage, report::Total>,
        by_review_status: BTreeMap<ReviewStatus, usize>,
        by_owner: Vec<OfOwner>,
    }
    let sums = ask(context, Who::Member, |asked| {
        let report = report::pipeline(&asked.setting(), opportunities(asked));
        let PipelineReport { opportunities, by_stage, by_review_status, by_owner } =
            report.map_err(|refusal| asked.refused(&refusal))?;
        let of_owner = |(owner, opportunities): (Option<guildhall_core::Id>, usize)| {
            let owner = owner.map(|owner| email(asked.account, owner));
            OfOwner { owner, opportunities }
        };
        let by_owner = by_owner.into_iter().map(of_owner).collect();
        Ok(Sums { opportunities, by_stage, by_review_status, by_owner })
    })?;
    let row = |by: &str, which: &str, count: usize, monthly: String| {
        vec![by.to_owned(), which.to_owned(), count.to_string(), monthly]
    };
    let mut rows = Vec::new();
    for (stage, total) in &sums.by_stage {
        let monthly: Vec<String> = total.monthly.iter().map(|(currency, sum)| format!("{sum} {currency}")).collect();
        rows.push(row("stage", stage.as_str(), total.opportunities, monthly.join("; ")));
    }
    let reviews = sums.by_review_status.iter();
    rows.extend(reviews.map(|(status, count)| row("review_status", status.as_str(), *count, String::new())));
    for OfOwner { owner, opportunities } in &sums.by_owner {
        rows.push(row("owner", owner.as_deref().unwrap_or("nobody"), *opportunities, String::new()));
    }
    let table = Table::new(&["by", "which", "opportunities", "expected_monthly_spend"]).with(rows);
    let all = sums.opportunities;
    let footer = format!("\n{all} opportunit{} in all\n", if all == 1 { "y" } else { "ies" });
    context.out.rows_with(&table, &footer, &sums)?;
    Ok(Exit::Done)
}

fn funnel(context: &Context<'_>) -> Result<Exit, Failure> {
    let funnel: Funnel = ask(context, Who::Member, |asked| {
        report::funnel(&asked.setting(), leads(asked)).map_err(|refusal| asked.refused(&refusal))
    })?;
    let rows = funnel.rows.iter().map(|row| {
        let counts = [row.leads, row.accepted, row.campaigns].map(|count| count.to_string());
        [row.region.clone(), row.channel.clone()].into_iter().chain(counts).collect()
    });
    let table = Table::new(&["region", "channel", "leads", "accepted", "campaigns"]).with(rows);
    let footer = format!("\n{}, {}\n", counted(funnel.leads, "lead"), counted(funnel.campaigns, "campaign"));
    context.out.rows_with(&table, &footer, &funnel)?;
    Ok(Exit::Done)
}

fn entries_of(number: usize) -> String {
    if number == 1 { "1 opportunity or lead".to_owned() } else { format!("{number} opportunities and leads") }
}

fn advice(context: &Context<'_>) -> Result<Exit, Failure> {
    #[derive(Serialize)]
    struct Advised {
        email: String,
        role: String,
        instead: String,
        entries: usize,
    }
    let advice: Vec<Advised> = ask(context, Who::Member, |asked| {
        let advice = advise(&asked.setting(), opportunities(asked), leads(asked))?;
        let advised = advice.into_iter().map(|a| Advised {
            email: email(asked.account, a.member),
            role: a.role,
            instead: a.instead,
            entries: a.entries,
        });
        Ok(advised.collect())
    })?;
    let rows = advice.iter().map(|a| vec![a.email.clone(), a.role.clone(), a.instead.clone(), a.entries.to_string()]);
    let table = Table::new(&["email", "role", "instead", "entries"]).with(rows);
    let mut text = String::new();
    for Advised { email, role, instead, entries } in &advice {
        let worked = format!("{}, all their own", entries_of(*entries));
        let _ = writeln!(text, "{} holds {role} and worked on {worked}: {instead} is enough", escape(email));
    }
    if advice.is_empty() {
        text.push_str("nobody holds a wider role than their work needs\n");
    }
    context.out.answer(&text, &table, &advice)?;
    Ok(Exit::Done)
}
