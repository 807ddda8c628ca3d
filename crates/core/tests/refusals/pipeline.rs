//! Commands of opportunities and leads, and files for many of them at once.

use guildhall_core::account::{Account, Actor};
use guildhall_core::pipeline::bulk::{self, EntryEvents, Mode, Plan};
use guildhall_core::pipeline::{
    Contact, Entries, Entry, ExpectedCustomerSpend, LeadCommand, LeadFields, LeadInteraction, OpportunityCommand,
    OpportunityFields, Refusal,
};
use guildhall_core::setting::Setting;
use guildhall_core::{Id, Moment, Program};

use crate::account::TEXTS;
use crate::dice::Dice;
use crate::world::{Seen, World, text};

/// Fields that can be submitted, most of the time.
fn fields(dice: &mut Dice<'_>) -> OpportunityFields {
    let mut fields = OpportunityFields::default();
    fields.project.title = dice.text(1, &TEXTS);
    fields.customer.account.company_name = "Harbour".into();
    fields.life_cycle.stage = dice.text(3, &["Qualified", "Qualified", "Prospect", "Nowhere"]);
    fields.life_cycle.target_close_date = dice.text(1, &["2031-01-01", "2001-01-01", "soon"]);
    if dice.often(8) {
        fields.primary_needs_from_aws = vec!["Co-Sell - Architectural Validation".into()];
        fields.project.other_solution_description = "Our own".into();
        fields.opportunity_type = "Net New Business".into();
        fields.project.customer_business_problem = "It is slow and costs too much to run as it is.".into();
        fields.project.customer_use_case = "Migration/Database Migration".into();
        fields.project.delivery_models = vec!["SaaS or PaaS".into()];
        fields.project.sales_activities = vec!["Initialized discussions with customer".into()];
        fields.customer.account.industry = "Aerospace".into();
        fields.customer.account.website_url = "https://harbour.example".into();
        fields.customer.account.address.country_code = "ES".into();
        fields.customer.account.address.postal_code = "28001".into();
        fields.customer.contacts = vec![Contact { email: "cay@harbour.example".into(), ..Contact::default() }];
        fields.project.expected_customer_spend = vec![ExpectedCustomerSpend {
            amount: "100".into(),
            currency_code: "USD".into(),
            frequency: "Monthly".into(),
            target_company: "AWS".into(),
            ..ExpectedCustomerSpend::default()
        }];
    }
    fields
}

fn lead_fields(dice: &mut Dice<'_>) -> LeadFields {
    let mut fields = LeadFields::default();
    fields.customer.company_name = dice.text(1, &TEXTS);
    let contact = Contact {
        email: "cay@harbour.example".into(),
        first_name: "Cay".into(),
        last_name: "Sea".into(),
        business_title: dice.text(1, &["Captain", ""]),
        ..Contact::default()
    };
    fields.interactions = vec![LeadInteraction { contact, ..LeadInteraction::default() }];
    fields
}

pub(crate) fn opportunity(world: &World<'_>, dice: &mut Dice<'_>) -> OpportunityCommand {
    use OpportunityCommand as Command;
    let (people, reason) = (world.people(), dice.text(1, &TEXTS));
    match dice.below(16) {
        0..=3 => Command::Create { entry: None, fields: Box::new(fields(dice)) },
        4 | 5 => Command::Submit {
            involvement_type: dice.text(1, &["For Visibility Only", "Co-Sell", "x"]),
            visibility: dice.text(1, &["", "x"]),
        },
        6 => Command::Edit { fields: Box::new(fields(dice)) },
        7 => Command::Transfer { to: dice.id(&people) },
        8 => Command::Accept,
        9 => Command::Reject { reason },
        10 | 11 => {
            let to = dice.often(4).then(|| dice.id(&people));
            let expires_at = dice.often(4).then(|| world.at + chrono::TimeDelta::hours(20));
            Command::Share { entry: None, fields: Box::new(fields(dice)), to, expires_at }
        }
        12 => Command::StartReview,
        13 => Command::Approve,
        14 => Command::Disqualify { reason },
        _ => Command::RequestInformation { reason, comments: String::new() },
    }
}

pub(crate) fn lead(world: &World<'_>, dice: &mut Dice<'_>) -> LeadCommand {
    use LeadCommand as Command;
    let people = world.people();
    match dice.below(7) {
        0 | 1 => {
            let to = dice.often(4).then(|| dice.id(&people));
            let expires_at = dice.often(3).then(|| world.at + chrono::TimeDelta::hours(20));
            Command::Share { entry: None, fields: Box::new(lead_fields(dice)), to, expires_at }
        }
        2 | 3 => Command::Accept,
        4 => Command::Reject { reason: dice.text(1, &TEXTS) },
        5 => Command::Edit { fields: Box::new(lead_fields(dice)) },
        _ => Command::Transfer { to: dice.id(&people) },
    }
}

/// A file of a few rows, some of them bad; and now and then one that is none.
fn file(world: &World<'_>, dice: &mut Dice<'_>, known: &[Id]) -> String {
    let headings =
        dice.text(2, &["project.title,customer.account.company_name", "id,owner", "id,project.title", "nothing", ""]);
    let rows = if dice.below(10) == 0 { 9 } else { dice.below(4) };
    let mut file = format!("{headings}\n");
    for _ in 0..rows {
        let (id, to) = (dice.id(known), dice.id(&world.people()));
        let row = match headings.split(',').nth(1) {
            Some("owner") => format!("{id},{to}"),
            Some("project.title") => format!("{id},{}", dice.text(1, &["Moved", ""])),
            _ => format!("{},Harbour", dice.text(2, &["One", "Two", "", "a\u{202e}b", "\"open"])),
        };
        file.push_str(&format!("{row}\n"));
    }
    if dice.below(12) == 0 { "x".repeat(2001) } else { file }
}

/// What a plan holds is decided again each time it is asked for, alike; what it refuses changes no entry.
fn check_plan<E: Entry>(
    entries: &mut [E],
    plan: impl Fn(&[E]) -> Result<Plan<E::Event>, Refusal>,
    kind: &str,
    seen: &mut Seen,
) where
    E::Event: PartialEq + std::fmt::Debug,
{
    let before: Vec<String> = entries.iter().map(text).collect();
    let planned = plan(entries);
    assert_eq!(plan(entries), planned);
    let changes: &[EntryEvents<E::Event>] = match &planned {
        Err(refusal) => {
            seen.refusals.insert(("bulk".into(), refusal.code().to_owned()));
            &[]
        }
        Ok(plan) => {
            seen.done.insert(("bulk".into(), kind.to_owned()));
            plan.changes()
        }
    };
    for change in changes {
        let known = entries.iter().position(|entry| entry.id() == Some(change.entry));
        // A new entry takes a document that is still free, if there is one.
        let place = known.or_else(|| entries.iter().position(|entry| entry.id().is_none()));
        if let Some(place) = place {
            change.events.iter().for_each(|event| entries[place].apply(event));
        }
    }
    for (entry, before) in entries.iter().zip(before) {
        let named = changes.iter().any(|change| entry.id() == Some(change.entry));
        assert!(named || text(entry) == before, "an entry changed that the plan does not name");
    }
}

/// Work on many entries at once.
pub(crate) fn bulk(world: &mut World<'_>, actor: &Actor, moment: &Moment, dice: &mut Dice<'_>, seen: &mut Seen) {
    let mode = if dice.often(5) { Mode::AllOrNothing } else { Mode::GoodRows };
    let known: Vec<Id> = world.opportunities.iter().filter_map(Entry::id).collect();
    let leads: Vec<Id> = world.leads.iter().filter_map(Entry::id).collect();
    let (which, of_leads) = (dice.below(4), file(world, dice, &leads));
    let file = file(world, dice, &known);
    let (program, account): (&Program, &Account) = (world.program, &world.account);
    let setting = Setting { program, account, actor, moment };
    let (entries, operation) = (*dice.one(&[Entries::Opportunities, Entries::Leads]), *dice.one(bulk::Operation::ALL));
    if let Err(refusal) = bulk::gate(&setting, entries, operation) {
        seen.refusals.insert(("bulk".into(), refusal.code().to_owned()));
    }
    match which {
        0 => check_plan(
            &mut world.opportunities,
            |e| bulk::import_opportunities(&setting, e, &file, mode),
            "import",
            seen,
        ),
        1 => check_plan(
            &mut world.opportunities,
            |e| bulk::update_opportunities(&setting, e, &file, mode),
            "update",
            seen,
        ),
        2 => check_plan(&mut world.opportunities, |e| bulk::transfer(&setting, e, &file, mode), "transfer", seen),
        _ => check_plan(&mut world.leads, |e| bulk::transfer(&setting, e, &of_leads, mode), "transfer_leads", seen),
    }
}
