//! A company for the tests of the rooms: one person for each of the nine roles, on given paths and stages.
//!
//! People are called by short names, and so are ids: `bo` is the id that spells bo.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use core::fmt::Debug;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::account::{Account, Actor, CompanyInput, ContactInput, CustomerInput, Event, Faults, NewMember};
use crate::identity::{Domain, EmailAddress};
use crate::room::{Room, RoomRefusal as _};
use crate::setting::{Denied, Setting};
use crate::text::Name;
use crate::{FieldFault, Id, Moment, Permission, Program};

/// The nine roles, in the order of the programme.
pub(crate) const ROLES: [&str; 9] = [
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

pub(crate) fn id(name: &str) -> Id {
    assert!(name.len() <= 16, "{name} does not fit into an id");
    Id::from_bits(name.bytes().fold(0, |bits, byte| (bits << 8) | u128::from(byte)))
}

/// The name that an id spells; `new1` and so on for the fresh ids of a decision.
pub(crate) fn name_of(id: Id) -> String {
    let fresh = (0..64).find(|n| moment("2026-03-02").id(*n) == id);
    let bytes: Vec<u8> = id.bits().to_be_bytes().into_iter().filter(|b| *b != 0).collect();
    fresh.map_or_else(|| String::from_utf8(bytes).unwrap_or_else(|_| id.to_string()), |n| format!("new{n}"))
}

/// The person of a role; everybody is called as their role.
pub(crate) fn member(role: &str) -> Actor {
    Actor::Member(id(role))
}

pub(crate) fn operator() -> Actor {
    Actor::Operator("olga".to_string())
}

/// Nine o'clock on a day, or a moment in full.
pub(crate) fn at(text: &str) -> DateTime<Utc> {
    if text.contains('T') { text.parse().unwrap() } else { format!("{text}T09:00:00Z").parse().unwrap() }
}

pub(crate) fn moment(day: &str) -> Moment {
    Moment { at: at(day), fresh: id("fresh"), source: "192.0.2.7".to_string(), request: "r-1".to_string() }
}

pub(crate) fn email(name: &str) -> EmailAddress {
    let text = if name.contains('@') { name.to_string() } else { format!("{name}@acme.example") };
    EmailAddress::parse(&text, false).unwrap()
}

pub(crate) fn person(name: &str) -> NewMember {
    let mut faults = Faults::default();
    let customer = CustomerInput { job_title: "Partner manager".to_string(), department: String::new() };
    let contact = ContactInput { phone: "112".to_string(), country: "Spain".to_string(), city: String::new() };
    let (customer, contact) = (customer.check(&mut faults).unwrap(), contact.check(&mut faults).unwrap());
    NewMember { member: id(name), name: Name::parse(name).unwrap(), email: email(name), customer, contact }
}

/// The company in `country`, on these paths and stages; the first is that of its registration.
pub(crate) fn company_in(country: &str, stages: &[(&str, &str)]) -> Account {
    let input = CompanyInput {
        name: "Acme".to_string(),
        country: country.to_string(),
        website: "https://acme.example".to_string(),
        description: "Software for harbours".to_string(),
    };
    let (path, stage) = stages[0];
    let mut account = Account::default().evolve(&Event::CompanyRegistered {
        tenant: id("acme"),
        company: input.check(&mut Faults::default()).unwrap(),
        domain: Domain::parse("acme.example", false).unwrap(),
        offering: "software_products".to_string(),
        path: path.to_string(),
        stage: stage.to_string(),
        lead_role: "alliance_lead".to_string(),
        lead: person("alliance_lead"),
    });
    for (path, stage) in &stages[1..] {
        account.apply(&Event::StageSet { path: path.to_string(), stage: stage.to_string() });
    }
    for role in ROLES.into_iter().skip(1) {
        account.apply(&Event::MemberJoined { person: person(role), invitation: None, roles: Vec::new() });
        if role != "standard_user" {
            account.apply(&Event::RoleAssigned { member: id(role), role: role.to_string() });
        }
    }
    account
}

/// The company, on one path.
pub(crate) fn company(path: &str, stage: &str) -> Account {
    company_in("Spain", &[(path, stage)])
}

/// What a decision reads, for the guide's programme.
pub(crate) fn setting<'a>(account: &'a Account, actor: &'a Actor, moment: &'a Moment) -> Setting<'a> {
    Setting { program: Program::guide(), account, actor, moment }
}

pub(crate) fn stored<T: Serialize + DeserializeOwned>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

/// The roles whose people pass `test`.
pub(crate) fn roles_that(test: impl Fn(&str) -> bool) -> Vec<&'static str> {
    ROLES.into_iter().filter(|role| test(role)).collect()
}

/// A refusal in a line: its code, and the faults of fields if there are some.
pub(crate) fn refused(code: &str, faults: &[FieldFault]) -> String {
    if faults.is_empty() {
        return code.to_string();
    }
    let faults: Vec<String> = faults.iter().map(|f| format!("{} {}", f.field, f.code)).collect();
    format!("invalid: {}", faults.join(", "))
}

/// Given these events in a room, when this is asked in `setting`, then it comes out as `expected`; and the state after it.
/// What holds of every room is checked each time: what is stored reads back, and decides alike.
#[track_caller]
pub(crate) fn check_room<R>(
    given: &[R::Event],
    setting: &Setting<'_>,
    command: &R::Command,
    say: impl Fn(&R::Event) -> String,
    expected: &str,
) -> R
where
    R: Room + Debug + PartialEq,
    R::Command: Debug + PartialEq + Serialize + DeserializeOwned,
    R::Event: Debug + PartialEq,
    R::Refusal: Debug + PartialEq + Serialize,
{
    let mut state = R::default();
    given.iter().for_each(|event| state.apply(event));
    let decided = state.decide(setting, command);
    assert_eq!(stored(&state).decide(setting, command), decided, "the stored state decides alike");
    assert_eq!(stored(command), *command);
    permission_is_named(&state, setting, command, &decided);
    let said = match &decided {
        Ok(events) => events.iter().map(say).collect::<Vec<_>>().join("; "),
        Err(refusal) => {
            assert!(serde_json::to_string(refusal).unwrap().contains(&format!("\"code\":\"{}\"", refusal.code())));
            refused(refusal.code(), refusal.faults())
        }
    };
    assert_eq!(said, expected, "{command:?} by {:?}", setting.actor);
    for event in decided.iter().flatten() {
        assert_eq!(stored(event), *event);
        assert!(serde_json::to_string(event).unwrap().contains(&format!("\"type\":\"{}\"", R::event_name(event))));
        state.apply(event);
    }
    assert_eq!(stored(&state), state);
    state
}

/// A decision and [`Room::permissions`] agree: a permission that is missing is one of those named, and a command that names
/// some succeeds for a member only with one of them.
#[track_caller]
fn permission_is_named<R: Room>(
    state: &R,
    setting: &Setting<'_>,
    command: &R::Command,
    decided: &Result<Vec<R::Event>, R::Refusal>,
) where
    R::Command: Debug,
{
    let named = state.permissions(setting, command);
    match decided {
        Err(refusal) => {
            if let Some(Denied::PermissionMissing { permission, .. }) = refusal.denied() {
                // A reading or a second gate inside the command may ask for more than the command stands on.
                let held = |p: &Permission| setting.permitted(&[*p]).is_ok();
                assert!(named.contains(permission) || named.iter().any(held), "{permission} of {command:?}");
            }
        }
        Ok(events) if matches!(setting.actor, Actor::Member(_)) && !events.is_empty() && !named.is_empty() => {
            assert!(setting.permitted(&named).is_ok(), "{command:?} of {:?}", setting.actor);
        }
        Ok(_) => {}
    }
}
