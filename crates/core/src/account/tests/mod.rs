//! The account, given / when / then. One helper touches the API; the cases say the outcome in a line of text.
//!
//! People are called by short names, and so are ids: `bo` is the id that spells bo, at `bo@acme.example`. The company is
//! registered by `ana`, its lead.

mod company;
mod doors;
mod effects;
mod invitations;
mod joining;
mod lead;
mod leaving;
mod log;
mod registration;
mod roles;
mod seats;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{DateTime, TimeDelta, Utc};

use super::*;
use crate::Permission;

/// What is decided, and what must hold of every decision: it is the same on a state that was stored and read back, its
/// events read back, one lead stays, no quota is exceeded, and refused changes change nothing.
#[track_caller]
fn outcome(
    given: &[Event],
    who: &Actor,
    command: &Command,
    at: DateTime<Utc>,
) -> (Account, Result<Vec<Event>, Refusal>) {
    let program = Program::guide();
    let moment = moment(at);
    let before = fold(given);
    let decided = decide(&before, program, who, command, &moment);
    assert_eq!(decide(&stored(&before), program, who, command, &moment), decided, "the stored state decides alike");
    assert_eq!(stored(command), *command);
    let events = decided.clone().unwrap_or_default();
    let mut after = before.clone();
    for event in &events {
        assert_eq!(stored(event), *event);
        after.apply(event);
    }
    assert_eq!(stored(&after), after);
    if events.iter().all(|e| matches!(e, Event::RoleChangeRefused { .. })) {
        assert_eq!(after, before, "nothing was allowed, nothing changes");
    }
    if after.tenant().is_some() {
        let leads = after.members().values().filter(|m| m.roles.contains("alliance_lead"));
        let leads: Vec<Status> = leads.map(|m| m.status).collect();
        assert_eq!(leads, [Status::Active], "one lead");
    }
    for role in ["alliance_team", "ace_manager"] {
        let taken = after.seats_taken(program, program.role_id(role).unwrap(), &moment);
        assert!(taken <= 20, "{taken} seats of {role}");
    }
    (after, decided)
}

/// Given these events, when `who` asks this at that time, then it comes out as said.
#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "the cases read better without a reference at each command")]
fn check(given: &[Event], who: &Actor, command: Command, at: DateTime<Utc>, expected: &str) {
    let (_, decided) = outcome(given, who, &command, at);
    assert_eq!(said(&decided), expected, "{} by {who:?}", command.name());
}

/// The same, and the account after it.
#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "the cases read better without a reference at each command")]
fn check_then(given: &[Event], who: &Actor, command: Command, at: DateTime<Utc>, expected: &str) -> Account {
    let (after, decided) = outcome(given, who, &command, at);
    assert_eq!(said(&decided), expected, "{} by {who:?}", command.name());
    after
}

fn fold(events: &[Event]) -> Account {
    events.iter().fold(Account::default(), Account::evolve)
}

fn stored<T: Serialize + serde::de::DeserializeOwned>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

// ---------------------------------------------------------------- time, ids, people

fn start() -> DateTime<Utc> {
    "2026-03-01T09:00:00Z".parse().unwrap()
}

fn day(n: i64) -> DateTime<Utc> {
    start() + TimeDelta::days(n)
}

fn moment(at: DateTime<Utc>) -> Moment {
    Moment { at, fresh: id("fresh"), source: "192.0.2.7".to_string(), request: "r-1".to_string() }
}

fn id(name: &str) -> Id {
    assert!(name.len() <= 16, "{name} does not fit into an id");
    Id::from_bits(name.bytes().fold(0, |bits, byte| (bits << 8) | u128::from(byte)))
}

/// The invitation of somebody in the given events.
fn invitation(name: &str) -> Id {
    id(&format!("i:{name}"))
}

fn name_of(id: Id) -> String {
    let bytes: Vec<u8> = id.bits().to_be_bytes().into_iter().filter(|b| *b != 0).collect();
    let fresh = (0..32).find(|n| moment(start()).id(*n) == id);
    fresh.map_or_else(|| String::from_utf8(bytes).unwrap_or_else(|_| id.to_string()), |n| format!("new{n}"))
}

fn member(name: &str) -> Actor {
    Actor::Member(id(name))
}

fn operator() -> Actor {
    Actor::Operator("olga".to_string())
}

fn address(name: &str) -> String {
    if name.contains('@') { name.to_string() } else { format!("{name}@acme.example") }
}

fn email(name: &str) -> EmailAddress {
    EmailAddress::parse(&address(name), false).unwrap()
}

fn domain(text: &str) -> Domain {
    Domain::parse(text, false).unwrap()
}

// ---------------------------------------------------------------- given

fn with(mut events: Vec<Event>, more: impl IntoIterator<Item = Event>) -> Vec<Event> {
    events.extend(more);
    events
}

fn customer() -> CustomerInput {
    CustomerInput { job_title: "Partner manager".to_string(), department: String::new() }
}

fn contact() -> ContactInput {
    ContactInput { phone: "+34 600 000 000".to_string(), country: "Spain".to_string(), city: "Vigo".to_string() }
}

fn company() -> CompanyInput {
    CompanyInput {
        name: "Acme".to_string(),
        country: "Spain".to_string(),
        website: "https://acme.example".to_string(),
        description: String::new(),
    }
}

fn person(name: &str) -> NewMember {
    let mut faults = Faults::default();
    let (customer, contact) = (customer().check(&mut faults).unwrap(), contact().check(&mut faults).unwrap());
    let short = name.split('@').next().unwrap();
    NewMember { member: id(short), name: Name::parse(short).unwrap(), email: email(name), customer, contact }
}

fn registered() -> Event {
    Event::CompanyRegistered {
        tenant: id("acme"),
        company: company().check(&mut Faults::default()).unwrap(),
        domain: domain("acme.example"),
        offering: "software_products".to_string(),
        path: "software".to_string(),
        stage: "registered".to_string(),
        lead_role: "alliance_lead".to_string(),
        lead: person("ana"),
    }
}

fn joined(name: &str) -> Event {
    Event::MemberJoined { person: person(name), invitation: None, roles: Vec::new() }
}

fn accepted(name: &str, roles: &[&str]) -> Event {
    Event::MemberJoined { person: person(name), invitation: Some(invitation(name)), roles: texts(roles) }
}

fn assigned(name: &str, role: &str) -> Event {
    Event::RoleAssigned { member: id(name), role: role.to_string() }
}

fn unassigned(name: &str, role: &str) -> Event {
    Event::RoleUnassigned { member: id(name), role: role.to_string() }
}

/// Sent by `by` at the start, for fourteen days.
fn invited_by(by: &str, name: &str, roles: &[&str]) -> Event {
    Event::InvitationSent {
        invitation: invitation(name),
        email: email(name),
        roles: texts(roles),
        by: id(by),
        expires_at: day(14),
    }
}

fn invited(name: &str, roles: &[&str]) -> Event {
    invited_by("ana", name, roles)
}

fn withdrawn(name: &str) -> Event {
    Event::InvitationWithdrawn { invitation: invitation(name) }
}

fn removed(name: &str) -> Event {
    Event::MemberRemoved { member: id(name) }
}

fn deactivated(name: &str) -> Event {
    Event::MemberDeactivated { member: id(name) }
}

fn led(from: &str, to: &str) -> Event {
    Event::LeadReassigned { from: id(from), to: id(to), role: "alliance_lead".to_string() }
}

fn texts(names: &[&str]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}

/// The nine roles, in the order of the programme.
const ROLES: [&str; 9] = [
    "alliance_lead",
    "alliance_team",
    "standard_user",
    "channel_user",
    "cloud_admin",
    "marketing_staff",
    "technical_staff",
    "ace_manager",
    "ace_user",
];

/// Who holds a role in [`cast`]: the lead is ana, everybody else is called as their role.
fn holder(role: &str) -> &str {
    if role == "alliance_lead" { "ana" } else { role }
}

/// The company with one person for each of the nine roles.
fn cast() -> Vec<Event> {
    let mut events = Vec::from([registered()]);
    for role in ROLES.into_iter().skip(1) {
        events.push(joined(role));
        if role != "standard_user" {
            events.push(assigned(role, role));
        }
    }
    events
}

/// `n` people, `p0` on, who hold `role`.
fn holders(n: usize, role: &str) -> Vec<Event> {
    (0..n).map(|i| format!("p{i}")).flat_map(|p| [joined(&p), assigned(&p, role)]).collect()
}

// ---------------------------------------------------------------- when

fn register_form() -> RegisterCompany {
    RegisterCompany {
        name: "ana".to_string(),
        email: address("ana"),
        accepts_lead: true,
        accepts_terms: true,
        customer: customer(),
        contact: contact(),
        company: company(),
        offering: "software_products".to_string(),
        proof: Proof::COMPLETE,
        domain_owner: None,
    }
}

fn join_form(name: &str) -> Join {
    Join {
        invitation: None,
        name: name.split('@').next().unwrap().to_string(),
        email: address(name),
        customer: customer(),
        contact: contact(),
        proof: Proof::COMPLETE,
    }
}

fn join(name: &str) -> Command {
    Command::Join(join_form(name))
}

/// Joins by the link of the own invitation.
fn accept(name: &str) -> Command {
    Command::Join(Join { invitation: Some(invitation(name)), ..join_form(name) })
}

fn invite(rows: &[(&str, &[&str])]) -> Command {
    let row = |(name, roles): &(&str, &[&str])| InviteRow { email: address(name), roles: texts(roles) };
    Command::Invite { rows: rows.iter().map(row).collect() }
}

/// Rows of (who, to give, to take).
fn update(rows: &[(&str, &[&str], &[&str])]) -> Command {
    let row = |(who, assign, unassign): &(&str, &[&str], &[&str])| RoleRow {
        member: id(who),
        assign: texts(assign),
        unassign: texts(unassign),
    };
    Command::UpdateRoles { rows: rows.iter().map(row).collect() }
}

fn assign(who: &str, role: &str) -> Command {
    update(&[(who, &[role], &[])])
}

fn unassign(who: &str, role: &str) -> Command {
    update(&[(who, &[], &[role])])
}

fn reassign_lead(to: &str, typed: &str) -> Command {
    Command::ReassignLead { to: id(to), typed: typed.to_string() }
}

fn remove(who: &str) -> Command {
    Command::RemoveMember { member: id(who), typed: "confirm".to_string() }
}

fn deactivate(who: &str) -> Command {
    Command::DeactivateMember { member: id(who) }
}

// ---------------------------------------------------------------- then

/// Events or the refusal, as a line.
fn said(decided: &Result<Vec<Event>, Refusal>) -> String {
    match decided {
        Ok(events) => events.iter().map(say).collect::<Vec<_>>().join("; "),
        Err(Refusal::InvalidInput { faults }) => {
            let faults: Vec<String> = faults.iter().map(|f| format!("{} {}", f.field, f.code)).collect();
            format!("invalid: {}", faults.join(", "))
        }
        Err(Refusal::PermissionMissing { permission, held_by }) => {
            format!("permission_missing {permission} ({})", held_by.join(" "))
        }
        Err(Refusal::TooManyRows { most }) => format!("too_many_rows {most}"),
        Err(Refusal::ConfirmationMissing { word }) => format!("confirmation_missing {word}"),
        Err(other) => other.code().to_string(),
    }
}

fn until(at: &DateTime<Utc>) -> String {
    let left = *at - start();
    if left == TimeDelta::days(left.num_days()) {
        format!("day {}", left.num_days())
    } else {
        format!("second {}", left.num_seconds())
    }
}

fn say(event: &Event) -> String {
    let list = |names: &[String]| format!("[{}]", names.join(" "));
    match event {
        Event::CompanyRegistered { domain, offering, path, stage, lead_role, lead, .. } => {
            format!("registered {domain} {offering} {path}/{stage}, {} is {lead_role}", lead.email)
        }
        Event::MemberJoined { person, invitation, roles } => {
            let by = invitation.map_or_else(String::new, |i| format!(" by {}", name_of(i)));
            format!("joined {}{by} {}", person.email, list(roles))
        }
        Event::InvitationSent { invitation, email, roles, by, expires_at } => {
            let (invitation, by, until) = (name_of(*invitation), name_of(*by), until(expires_at));
            format!("{invitation} invites {email} {} by {by} until {until}", list(roles))
        }
        Event::InvitationRenewed { invitation, by, expires_at } => {
            format!("renewed {} by {} until {}", name_of(*invitation), name_of(*by), until(expires_at))
        }
        Event::InvitationWithdrawn { invitation } => format!("withdrawn {}", name_of(*invitation)),
        Event::RoleAssigned { member, role } => format!("{} +{role}", name_of(*member)),
        Event::RoleUnassigned { member, role } => format!("{} -{role}", name_of(*member)),
        Event::RoleChangeRefused { member, role, change, code } => {
            let sign = if *change == RoleChange::Assign { '+' } else { '-' };
            format!("{} not {sign}{role} {code}", name_of(*member))
        }
        Event::LeadReassigned { from, to, role } => format!("{role} {} to {}", name_of(*from), name_of(*to)),
        Event::LeadChangeRequested { by, note } => format!("{} asks: {note}", name_of(*by)),
        Event::MemberRemoved { member } => format!("removed {}", name_of(*member)),
        Event::MemberDeactivated { member } => format!("deactivated {}", name_of(*member)),
        Event::DomainAdded { domain } => format!("domain +{domain}"),
        Event::DomainWithdrawn { domain } => format!("domain -{domain}"),
        Event::CompanyEdited { company } => format!("company {}", company.name),
        Event::ProfileEdited { member, name, contact, .. } => {
            format!("profile {} {name} {}", name_of(*member), contact.phone)
        }
        Event::PasswordChanged { member } => format!("password {}", name_of(*member)),
        Event::StageSet { path, stage } => format!("stage {path}/{stage}"),
    }
}
