//! Opportunities and leads, given / when / then. One helper for each of the two touches the API; the cases say the
//! outcome in a line of text.
//!
//! Everybody is called as their role; `ace_user` owns what a case does not say otherwise.

mod access;
mod advice;
mod bulk;
mod csv;
mod fields;
mod leads;
mod mail;
mod owners;
mod programme;
mod query;
mod report;
mod review;

use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::*;
use crate::account::{Account, Actor, Event as AccountEvent};
use crate::cast::{self, ROLES, id, member, moment, name_of, operator, stored};
use crate::room::Room;
use crate::setting::Setting;
use crate::{Id, Program};

const TODAY: &str = "2026-03-02";

/// The company with one person for each role, and `bo`, a second ACE user.
fn company() -> Account {
    let mut account = cast::company("software", "registered");
    account.apply(&AccountEvent::MemberJoined {
        person: cast::person("bo"),
        invitation: None,
        roles: ["ace_user".to_string()].into(),
    });
    account
}

fn removed(mut account: Account, who: &str) -> Account {
    account.apply(&AccountEvent::MemberRemoved { member: id(who) });
    account
}

fn deactivated(mut account: Account, who: &str) -> Account {
    account.apply(&AccountEvent::MemberDeactivated { member: id(who) });
    account
}

/// Runs `f` with who asks, today.
fn ask<T>(account: &Account, who: &Actor, f: impl FnOnce(&Setting<'_>) -> T) -> T {
    f(&cast::setting(account, who, &moment(TODAY)))
}

fn fold<R: Room>(events: &[R::Event]) -> R {
    let mut room = R::default();
    events.iter().for_each(|event| room.apply(event));
    room
}

/// What is decided, and what must hold of every decision: it is the same on a state that was stored and read back, its
/// events read back, and the state after them does.
#[track_caller]
fn decided<R>(
    account: &Account,
    before: &R,
    who: &Actor,
    command: &R::Command,
) -> (R, Result<Vec<R::Event>, R::Refusal>)
where
    R: Room + PartialEq + core::fmt::Debug,
    R::Event: PartialEq + core::fmt::Debug,
    R::Refusal: PartialEq + core::fmt::Debug,
{
    let decided = ask(account, who, |setting| before.decide(setting, command));
    assert_eq!(ask(account, who, |setting| stored(before).decide(setting, command)), decided, "decides alike");
    let mut after = before.clone();
    for event in decided.iter().flatten() {
        assert_eq!(stored(event), *event);
        after.apply(event);
    }
    assert_eq!(stored(&after), after);
    if decided.is_err() {
        assert_eq!(after, *before, "a refusal changes nothing");
    }
    (after, decided)
}

/// Given these events of an opportunity, when `who` asks this, then it comes out as said.
#[track_caller]
fn check(given: &[OpportunityEvent], who: &Actor, command: OpportunityCommand, expected: &str) -> Opportunity {
    check_in(&company(), given, who, command, expected)
}

/// The same, in a company that is not as usual.
#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "the cases read better without a reference at each command")]
fn check_in(
    account: &Account,
    given: &[OpportunityEvent],
    who: &Actor,
    command: OpportunityCommand,
    expected: &str,
) -> Opportunity {
    let (after, decided) = decided(account, &fold::<Opportunity>(given), who, &command);
    assert_eq!(said(decided, |e| say(&e)), expected, "{} by {who:?}", command.name());
    after
}

/// The same of a lead.
#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "the cases read better without a reference at each command")]
fn check_lead(given: &[LeadEvent], who: &Actor, command: LeadCommand, expected: &str) -> Lead {
    let (after, decided) = decided(&company(), &fold::<Lead>(given), who, &command);
    assert_eq!(said(decided, |e| say_lead(&e)), expected, "{} by {who:?}", command.name());
    after
}

// ---------------------------------------------------------------- given

fn full() -> OpportunityFields {
    let text = str::to_string;
    OpportunityFields {
        opportunity_type: text("Net New Business"),
        primary_needs_from_aws: [text("Co-Sell - Deal Support")].into(),
        region: text("eu-west-1"),
        customer: Customer {
            account: CustomerAccount {
                company_name: text("Harbour Ltd"),
                industry: text("Retail"),
                website_url: text("harbour.example"),
                address: Address { postal_code: text("36201"), country_code: text("ES"), ..Address::default() },
                ..CustomerAccount::default()
            },
            contacts: [Contact {
                email: text("cay@harbour.example"),
                phone: text("+34600000000"),
                ..Contact::default()
            }]
            .into(),
        },
        project: Project {
            title: text("Move the harbour"),
            customer_business_problem: text("The harbour is full and has to move to the cloud."),
            customer_use_case: text("Migration/Database Migration"),
            delivery_models: [text("SaaS or PaaS"), text("Managed Services")].into(),
            expected_customer_spend: [ExpectedCustomerSpend {
                amount: text("1200.50"),
                currency_code: text("EUR"),
                frequency: text("Monthly"),
                target_company: text("AWS"),
                ..ExpectedCustomerSpend::default()
            }]
            .into(),
            sales_activities: [text("SOW Signed")].into(),
            other_solution_description: text("Moving harbours"),
            ..Project::default()
        },
        life_cycle: LifeCycle {
            stage: text("Qualified"),
            target_close_date: text("2026-09-30"),
            next_steps: text("Call Cay"),
            ..LifeCycle::default()
        },
        ..OpportunityFields::default()
    }
}

fn small(title: &str) -> OpportunityFields {
    let mut fields = OpportunityFields::default();
    fields.customer.account.company_name = "Harbour Ltd".to_string();
    fields.project.title = title.to_string();
    fields
}

fn details(fields: &OpportunityFields) -> Box<Details> {
    Box::new(Details::read(Program::guide(), fields).unwrap())
}

fn stamp(by: &Actor) -> Stamp {
    Stamp { by: by.clone(), at: cast::at("2026-03-01") }
}

fn created_with(owner: &str, fields: &OpportunityFields) -> OpportunityEvent {
    OpportunityEvent::OpportunityCreated {
        opportunity: id("opp"),
        owner: id(owner),
        stamp: stamp(&member(owner)),
        details: details(fields),
    }
}

fn created(owner: &str) -> OpportunityEvent {
    created_with(owner, &full())
}

fn submitted(by: &str) -> OpportunityEvent {
    OpportunityEvent::OpportunitySubmitted {
        involvement_type: InvolvementType::CoSell,
        visibility: Visibility::Full,
        stamp: stamp(&member(by)),
    }
}

fn approved() -> OpportunityEvent {
    OpportunityEvent::OpportunityApproved { stamp: stamp(&operator()) }
}

fn asked() -> OpportunityEvent {
    OpportunityEvent::OpportunityInformationRequested {
        reason: "Customer".to_string(),
        comments: Some("Which harbour?".to_string()),
        stamp: stamp(&operator()),
    }
}

/// Shared, for `to` or for nobody in particular, until the given day.
fn shared(to: Option<&str>, until: Option<&str>) -> OpportunityEvent {
    OpportunityEvent::OpportunityShared {
        opportunity: id("opp"),
        owner: to.map(id),
        expires_at: until.map(cast::at),
        stamp: stamp(&operator()),
        details: details(&full()),
    }
}

fn transferred(from: &str, to: &str, by: &str) -> OpportunityEvent {
    OpportunityEvent::OpportunityTransferred { from: Some(id(from)), to: id(to), stamp: stamp(&member(by)) }
}

fn lead_fields() -> LeadFields {
    let text = str::to_string;
    LeadFields {
        region: text("eu-west-1"),
        customer: LeadCustomer { company_name: text("Bay Ltd"), ..LeadCustomer::default() },
        interactions: [LeadInteraction {
            source_type: text("Event"),
            contact: Contact {
                email: text("di@bay.example"),
                first_name: text("Di"),
                last_name: text("Bay"),
                business_title: text("Captain"),
                phone: String::new(),
            },
            ..LeadInteraction::default()
        }]
        .into(),
        marketing: Marketing { campaign_name: text("Boats"), channels: [text("Email")].into(), ..Marketing::default() },
        ..LeadFields::default()
    }
}

fn lead_shared(to: Option<&str>, until: Option<&str>) -> LeadEvent {
    lead_shared_with(to, until, &lead_fields())
}

fn lead_shared_with(to: Option<&str>, until: Option<&str>, fields: &LeadFields) -> LeadEvent {
    LeadEvent::LeadShared {
        lead: id("lead"),
        owner: to.map(id),
        expires_at: until.map(cast::at),
        stamp: stamp(&operator()),
        details: Box::new(LeadDetails::read(Program::guide(), fields).unwrap()),
    }
}

fn lead_accepted(owner: &str) -> LeadEvent {
    LeadEvent::LeadAccepted { owner: id(owner), stamp: stamp(&member("ace_manager")) }
}

// ---------------------------------------------------------------- when

fn create(fields: OpportunityFields) -> OpportunityCommand {
    OpportunityCommand::Create { entry: None, fields: Box::new(fields) }
}

fn submit() -> OpportunityCommand {
    OpportunityCommand::Submit { involvement_type: "Co-Sell".to_string(), visibility: String::new() }
}

fn edit(change: impl FnOnce(&mut OpportunityFields)) -> OpportunityCommand {
    let mut fields = full();
    change(&mut fields);
    OpportunityCommand::Edit { fields: Box::new(fields) }
}

fn rename() -> OpportunityCommand {
    edit(|f| f.project.title = "Keep the harbour".to_string())
}

fn give(to: &str) -> OpportunityCommand {
    OpportunityCommand::Transfer { to: id(to) }
}

fn reject() -> OpportunityCommand {
    OpportunityCommand::Reject { reason: "Too far".to_string() }
}

fn ask_for_more() -> OpportunityCommand {
    OpportunityCommand::RequestInformation { reason: "Customer".to_string(), comments: "Which harbour?".to_string() }
}

fn edit_lead(change: impl FnOnce(&mut LeadFields)) -> LeadCommand {
    let mut fields = lead_fields();
    change(&mut fields);
    LeadCommand::Edit { fields: Box::new(fields) }
}

// ---------------------------------------------------------------- then

fn said<E>(decided: Result<Vec<E>, Refusal>, say: impl Fn(E) -> String) -> String {
    match decided {
        Ok(events) => events.into_iter().map(say).collect::<Vec<_>>().join("; "),
        Err(Refusal::InvalidInput { faults }) => cast::refused("invalid_input", &faults),
        Err(Refusal::ReviewLocked { status }) => format!("review_locked {status}"),
        Err(Refusal::WrongReviewStatus { status }) => {
            format!("wrong_review_status {}", status.map_or("none", ReviewStatus::as_str))
        }
        Err(other) => other.code().to_string(),
    }
}

fn who(stamp: &Stamp) -> String {
    match &stamp.by {
        Actor::Member(id) => name_of(*id),
        Actor::Operator(name) => format!("operator {name}"),
        Actor::Visitor => "visitor".to_string(),
    }
}

fn owner(id: Option<Id>) -> String {
    id.map_or_else(|| "nobody".to_string(), name_of)
}

fn say(event: &OpportunityEvent) -> String {
    let by = who(event.stamp());
    match event {
        OpportunityEvent::OpportunityCreated { opportunity, owner: o, .. } => {
            format!("{} created by {by} for {}", name_of(*opportunity), name_of(*o))
        }
        OpportunityEvent::OpportunityShared { opportunity, owner: o, .. } => {
            format!("{} shared by {by} with {}", name_of(*opportunity), owner(*o))
        }
        OpportunityEvent::OpportunitySubmitted { involvement_type, visibility, .. } => {
            format!("submitted by {by}: {involvement_type}, {visibility}")
        }
        OpportunityEvent::OpportunityEdited { changed, .. } => format!("edited by {by}: {}", changed.join(", ")),
        OpportunityEvent::OpportunityTransferred { from, to, .. } => {
            format!("{} to {} by {by}", owner(*from), name_of(*to))
        }
        OpportunityEvent::OpportunityAccepted { owner, .. } => format!("accepted by {by} for {}", name_of(*owner)),
        OpportunityEvent::OpportunityRejected { reason, .. } => {
            format!("rejected by {by}: {}", reason.as_deref().unwrap_or_default())
        }
        OpportunityEvent::OpportunityReviewStarted { .. } => format!("review by {by}"),
        OpportunityEvent::OpportunityApproved { .. } => format!("approved by {by}"),
        OpportunityEvent::OpportunityDisqualified { reason, .. } => format!("disqualified by {by}: {reason}"),
        OpportunityEvent::OpportunityInformationRequested { reason, comments, .. } => {
            format!("{by} asks: {reason}, {}", comments.as_deref().unwrap_or_default())
        }
    }
}

fn say_lead(event: &LeadEvent) -> String {
    let by = who(event.stamp());
    match event {
        LeadEvent::LeadShared { lead, owner: o, .. } => {
            format!("{} shared by {by} with {}", name_of(*lead), owner(*o))
        }
        LeadEvent::LeadAccepted { owner, .. } => format!("accepted by {by} for {}", name_of(*owner)),
        LeadEvent::LeadRejected { reason, .. } => {
            format!("rejected by {by}: {}", reason.as_deref().unwrap_or_default())
        }
        LeadEvent::LeadEdited { changed, .. } => format!("edited by {by}: {}", changed.join(", ")),
        LeadEvent::LeadTransferred { from, to, .. } => format!("{} to {} by {by}", owner(*from), name_of(*to)),
    }
}
