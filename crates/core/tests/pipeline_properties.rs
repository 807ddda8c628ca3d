//! Properties of opportunities and leads: what holds of any fields, any entries, any file.
//!
//! Fields come from small pools and from any text, so that both good and bad ones are met.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of tests")]

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use guildhall_core::account::{
    Account, Actor, CompanyInput, ContactInput, CustomerInput, Event as AccountEvent, Faults, NewMember,
};
use guildhall_core::identity::{Domain, EmailAddress};
use guildhall_core::pipeline::bulk::{self, Counts, Mode, Outcome};
use guildhall_core::pipeline::{
    Entry, Opportunity, OpportunityCommand, OpportunityEvent, OpportunityFields, Refusal, ReviewStatus, Stage, list,
    view,
};
use guildhall_core::room::Room;
use guildhall_core::setting::Setting;
use guildhall_core::text::Name;
use guildhall_core::{Id, Moment, Program};
use proptest::prelude::*;

const PEOPLE: [(&str, &str); 6] = [
    ("team", "alliance_team"),
    ("manager", "ace_manager"),
    ("user", "ace_user"),
    ("other", "ace_user"),
    ("tech", "technical_staff"),
    ("channel", "channel_user"),
];
const TITLES: [&str; 12] =
    ["Move", "=1+1", "'=1", "''+x", "+34", "-", "@x", "a,b", "say \"hi\"", "x; y", "\u{ff1d}1", "E\u{301}va"];
const STEPS: [&str; 5] = ["", "Call", "two\nlines", "\"quoted\"\r\nlines", "'- minus"];
const STAGES: [&str; 4] = ["Prospect", "qualified", "Committed", ""];
const AMOUNTS: [&str; 4] = ["", "1", "1200.50", "9999999999999999999999999999999.99"];

fn id(n: usize) -> Id {
    Id::from_bits(1000 + n as u128)
}

fn person(n: usize, name: &str) -> NewMember {
    let mut faults = Faults::default();
    let customer = CustomerInput { job_title: "Clerk".into(), department: String::new() };
    let contact = ContactInput { phone: "112".into(), country: "Spain".into(), city: String::new() };
    NewMember {
        member: id(n),
        name: Name::parse(name).unwrap(),
        email: EmailAddress::parse(&format!("{name}@acme.example"), false).unwrap(),
        customer: customer.check(&mut faults).unwrap(),
        contact: contact.check(&mut faults).unwrap(),
    }
}

/// The lead is number 0, the others follow.
fn company() -> Account {
    let input = CompanyInput { name: "Acme".into(), country: "Spain".into(), ..CompanyInput::default() };
    let mut account = Account::default();
    account.apply(&AccountEvent::CompanyRegistered {
        tenant: Id::from_bits(7),
        company: input.check(&mut Faults::default()).unwrap(),
        domain: Domain::parse("acme.example", false).unwrap(),
        offering: "software_products".into(),
        path: "software".into(),
        stage: "registered".into(),
        lead_role: "alliance_lead".into(),
        lead: person(0, "lead"),
    });
    for (n, (name, role)) in (1..).zip(PEOPLE) {
        let roles = Vec::from([role.to_string()]);
        account.apply(&AccountEvent::MemberJoined { person: person(n, name), invitation: None, roles });
    }
    account
}

fn moment(fresh: u128) -> Moment {
    let at: DateTime<Utc> = "2026-03-02T09:00:00Z".parse().unwrap();
    Moment { at, fresh: Id::from_bits(fresh), source: "test".into(), request: "r".into() }
}

/// Runs `f` with person `n` asking.
fn ask<T>(account: &Account, n: usize, fresh: u128, f: impl FnOnce(&Setting<'_>) -> T) -> T {
    let (actor, moment) = (Actor::Member(id(n)), moment(fresh));
    f(&Setting { program: Program::guide(), account, actor: &actor, moment: &moment })
}

prop_compose! {
    /// Fields that are good, in many spellings.
    fn good_fields()(
        title in 0..TITLES.len(),
        company in 0..TITLES.len(),
        step in 0..STEPS.len(),
        stage in 0..STAGES.len(),
        spends in prop::collection::vec(0..AMOUNTS.len(), 0..10),
        contacts in prop::collection::vec((any::<bool>(), any::<bool>()), 0..10),
        models in prop::collection::vec(0..3usize, 0..4),
        number in any::<u32>(),
    ) -> OpportunityFields {
        let mut fields = OpportunityFields::default();
        fields.project.title = TITLES[title].into();
        fields.customer.account.company_name = TITLES[company].into();
        fields.life_cycle.next_steps = STEPS[step].into();
        fields.life_cycle.stage = STAGES[stage].into();
        fields.partner_opportunity_identifier = number.to_string();
        fields.project.expected_customer_spend = spends.iter().map(|n| {
            guildhall_core::pipeline::ExpectedCustomerSpend {
                amount: AMOUNTS[*n].into(),
                currency_code: "eur".into(),
                target_company: "AWS".into(),
                ..Default::default()
            }
        }).collect();
        fields.customer.contacts = contacts.iter().map(|(mail, phone)| guildhall_core::pipeline::Contact {
            email: if *mail { "Cay@Harbour.example".into() } else { String::new() },
            phone: if *phone { "+34 600 000 000".into() } else { String::new() },
            ..Default::default()
        }).collect();
        let names = ["Resell", "other", "Managed Services"];
        fields.project.delivery_models = models.iter().map(|n| names[*n].into()).collect();
        fields
    }
}

/// An opportunity with these fields, made by person `n`.
fn made(account: &Account, n: usize, fresh: u128, fields: &OpportunityFields) -> Opportunity {
    let command = OpportunityCommand::Create { entry: None, fields: Box::new(fields.clone()) };
    let events = ask(account, n, fresh, |s| Opportunity::default().decide(s, &command)).unwrap();
    let mut entry = Opportunity::default();
    events.iter().for_each(|e| entry.apply(e));
    entry
}

fn command() -> impl Strategy<Value = OpportunityCommand> {
    let text = prop_oneof![Just(String::new()), Just("Co-Sell".to_string()), any::<String>()];
    prop_oneof![
        good_fields().prop_map(|f| OpportunityCommand::Create { entry: None, fields: Box::new(f) }),
        good_fields().prop_map(|f| OpportunityCommand::Edit { fields: Box::new(f) }),
        (good_fields(), prop::option::of(0..9usize)).prop_map(|(f, to)| OpportunityCommand::Share {
            entry: None,
            fields: Box::new(f),
            to: to.map(id),
            expires_at: None,
        }),
        (text.clone(), text.clone())
            .prop_map(|(involvement_type, visibility)| OpportunityCommand::Submit { involvement_type, visibility }),
        (0..9usize).prop_map(|n| OpportunityCommand::Transfer { to: id(n) }),
        Just(OpportunityCommand::Accept),
        text.clone().prop_map(|reason| OpportunityCommand::Reject { reason }),
        Just(OpportunityCommand::StartReview),
        Just(OpportunityCommand::Approve),
        text.clone().prop_map(|reason| OpportunityCommand::Disqualify { reason }),
        (text.clone(), text).prop_map(|(reason, comments)| OpportunityCommand::RequestInformation { reason, comments }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    // Rules: ACE-6, ACE-13
    #[test]
    fn what_is_exported_is_imported_as_it_was(all in prop::collection::vec(good_fields(), 1..5)) {
        let account = company();
        let entries: Vec<Opportunity> = (1..).zip(&all).map(|(n, f)| made(&account, 3, n << 64, f)).collect();
        let file = ask(&account, 3, 1, |s| bulk::export_opportunities(s, &entries)).unwrap();
        // Numbers that two entries share are told apart by an import; here they all differ or only one row is made.
        let numbers: BTreeSet<&str> = all.iter().map(|f| f.partner_opportunity_identifier.as_str()).collect();
        prop_assume!(numbers.len() == all.len());
        let plan = ask(&account, 1, 2, |s| bulk::import_opportunities(s, [], &file, Mode::AllOrNothing)).unwrap();
        prop_assert_eq!(plan.counts(), Counts { created: all.len(), ..Counts::default() }, "{:?}\n{}", plan.rows(), file);
        for (change, before) in plan.changes().iter().zip(&entries) {
            let mut after = Opportunity::default();
            change.events.iter().for_each(|e| after.apply(e));
            prop_assert_eq!(after.details().unwrap().fields() == before.details().unwrap().fields(), true, "{}", file);
        }
        let plan = ask(&account, 3, 3, |s| bulk::update_opportunities(s, &entries, &file, Mode::AllOrNothing)).unwrap();
        prop_assert_eq!(plan.counts(), Counts { unchanged: all.len(), ..Counts::default() }, "{:?}", plan.rows());
    }

    // Rules: ACE-6
    #[test]
    fn no_cell_of_an_export_is_a_formula(fields in good_fields()) {
        let account = company();
        let entry = made(&account, 3, 1 << 64, &fields);
        let file = ask(&account, 3, 1, |s| bulk::export_opportunities(s, [&entry])).unwrap();
        let mut reader = csv_cells(&file);
        prop_assert!(reader.all(|cell| !cell.starts_with(['=', '+', '-', '@', '\u{ff1d}'])), "{}", file);
    }

    // Rules: ROLE-71, ACE-3, ACE-11
    #[test]
    fn a_list_holds_exactly_what_can_be_viewed(owners in prop::collection::vec(0..6usize, 0..12), reader in 0..8usize) {
        let account = company();
        let fields = good();
        let entries: Vec<Opportunity> =
            (1..).zip(&owners).map(|(n, owner)| made(&account, *owner, n << 64, &fields)).collect();
        ask(&account, reader, 1, |setting| {
            match list(setting, &entries) {
                Ok(listed) => {
                    let listed: BTreeSet<Option<Id>> = listed.iter().map(|e| e.id()).collect();
                    for entry in &entries {
                        prop_assert_eq!(listed.contains(&entry.id()), view(setting, entry).is_ok());
                    }
                }
                Err(refusal) => {
                    prop_assert!(entries.iter().all(|e| view(setting, e).err().is_some_and(|r| r.code() == refusal.code())));
                }
            }
            Ok(())
        })?;
    }

    // Rules: ACE-6, ACE-13
    #[test]
    fn no_file_panics_and_no_refused_row_changes_anything(text in any::<String>(), body in "[a-z,;\"'=\n\r]{0,80}") {
        let account = company();
        let entries = [made(&account, 3, 1 << 64, &good())];
        let headed = format!("customer.account.company_name,project.title\n{body}");
        let updating = format!("id,project.title\n{},{body}\n{body}", entries[0].id().unwrap());
        for file in [&text, &headed, &updating] {
            for mode in [Mode::AllOrNothing, Mode::GoodRows] {
                ask(&account, 3, 9, |s| {
                    let plans = [
                        bulk::import_opportunities(s, &entries, file, mode),
                        bulk::update_opportunities(s, &entries, file, mode),
                        bulk::transfer(s, &entries, file, mode),
                    ];
                    for plan in plans.into_iter().flatten() {
                        let counts = plan.counts();
                        let good = counts.created + counts.updated + counts.transferred;
                        let held = mode == Mode::AllOrNothing && counts.refused > 0;
                        prop_assert_eq!(plan.changes().len(), if held { 0 } else { good });
                        let empty = |o: &Outcome| matches!(o, Outcome::Refused { faults } if faults.is_empty());
                        prop_assert!(!plan.rows().iter().any(|r| empty(&r.outcome)), "a refusal says why");
                    }
                    Ok(())
                })?;
            }
        }
    }

    // Rules: ACE-3, ACE-5, ACE-8, C-036, C-042
    #[test]
    fn invariants_hold_after_any_commands(steps in prop::collection::vec((0..9usize, command()), 0..24)) {
        let account = company();
        let mut entry = Opportunity::default();
        for (n, (who, command)) in (1u128..).zip(steps) {
            let (moment, before) = (moment(n << 64), entry.clone());
            let actor = if who == 8 { Actor::Operator("olga".into()) } else { Actor::Member(id(who)) };
            let setting = Setting { program: Program::guide(), account: &account, actor: &actor, moment: &moment };
            match entry.decide(&setting, &command) {
                Err(Refusal::InvalidInput { faults }) => prop_assert!(!faults.is_empty()),
                Err(_) => {}
                Ok(events) => events.iter().for_each(|e| entry.apply(e)),
            }
            let stored: Opportunity = serde_json::from_str(&serde_json::to_string(&entry).unwrap()).unwrap();
            prop_assert_eq!(&stored, &entry);
            let still = matches!(
                before.review_status(),
                Some(ReviewStatus::Submitted | ReviewStatus::InReview | ReviewStatus::Rejected)
            );
            if still {
                prop_assert_eq!(before.details(), entry.details(), "INVARIANT (still)");
            }
            if let Some(details) = entry.details() {
                let lost = details.stage() == Stage::ClosedLost;
                let reason = !details.fields().life_cycle.closed_lost_reason.is_empty();
                prop_assert_eq!(lost, reason, "INVARIANT (reason)");
            }
            if let Some(owner) = entry.owner() {
                // Everybody but the channel user (6) may own.
                prop_assert!((0..6).any(|n| id(n) == owner), "INVARIANT (owner)");
            }
            if before.owner() != entry.owner() {
                let moved = matches!(
                    command,
                    OpportunityCommand::Create { .. }
                        | OpportunityCommand::Share { .. }
                        | OpportunityCommand::Transfer { .. }
                        | OpportunityCommand::Accept
                );
                prop_assert!(moved, "ACE-8: only these move the owner");
            }
        }
    }
}

fn good() -> OpportunityFields {
    let mut fields = OpportunityFields::default();
    fields.project.title = "Move".into();
    fields.customer.account.company_name = "Harbour".into();
    fields
}

/// The cells of a file, read the slow, obvious way.
fn csv_cells(file: &str) -> impl Iterator<Item = String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    for c in file.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' | '\n' if !quoted => cells.push(std::mem::take(&mut cell)),
            other => cell.push(other),
        }
    }
    cells.into_iter()
}

#[test]
fn events_are_tagged_with_their_names() {
    let account = company();
    let command = OpportunityCommand::Create { entry: None, fields: Box::new(good()) };
    let events = ask(&account, 3, 1, |s| Opportunity::default().decide(s, &command)).unwrap();
    let json = serde_json::to_value(&events[0]).unwrap();
    assert_eq!(json["type"], OpportunityEvent::name(&events[0]));
}
