//! The trail: records of every event, the history, and the records of the cloud account.

mod cloud;
mod history;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::*;
use crate::Id;
use crate::account;
use crate::cast::{company, id, member, moment, operator, setting, stored};
use crate::iam::{AccountId, Arn, RoleArn};
use crate::linking::{Call, Caller, Event, State};
use crate::program::Program;
use crate::text::Field;

const ACCOUNT: &str = "123456789012";

fn role(name: &str) -> RoleArn {
    RoleArn::of(&AccountId::parse(ACCOUNT).unwrap(), name).unwrap()
}

fn call(name: &str) -> Call {
    Call { event: id(name), request: id(&name.to_uppercase()) }
}

fn caller(arn: &str) -> Caller {
    Caller {
        arn: Arn::parse(arn).unwrap(),
        principal_id: Field::parse("AIDAEXAMPLE").unwrap(),
        access_key_id: Field::parse("AKIAEXAMPLE").unwrap(),
        user_agent: "Mozilla/5.0".to_string(),
    }
}

fn linked_as(arn: &str) -> Event {
    Event::AccountLinked {
        call: call("link"),
        by: id("alliance_lead"),
        account: AccountId::parse(ACCOUNT).unwrap(),
        caller: caller(arn),
        cloud_admin_role: role("PartnerCentralRoleForCloudAdmin-1234"),
    }
}

fn linked() -> Event {
    linked_as("arn:aws:iam::123456789012:user/Alice")
}

fn mapped(user: &str) -> Event {
    Event::UserMapped {
        call: call("map"),
        user: id(user),
        role: role("PartnerCentralRoleForUser-1234"),
        with: role("PartnerCentralRoleForCloudAdmin-1234"),
    }
}

fn unmapped(user: &str) -> Event {
    Event::UserUnmapped {
        call: call("unmap"),
        user: id(user),
        role: role("PartnerCentralRoleForUser-1234"),
        with: role("PartnerCentralRoleForCloudAdmin-1234"),
    }
}

/// The records of these events, by the lead.
fn records(events: Vec<Event>) -> Vec<Recorded<Event>> {
    let people = company("software", "validated");
    let (who, moment) = (member("alliance_lead"), moment("2023-10-11T20:57:35.678Z"));
    record(&setting(&people, &who, &moment), &[Permission::LinkMarketplaceAccount], events)
}

// Rules: TRAIL-1, TRAIL-2
#[test]
fn each_event_has_one_record_with_who_when_from_where_and_why() {
    let made = records([linked(), mapped("ace_user")].into());
    assert_eq!(made.len(), 2);
    for (made, event) in made.iter().zip([linked(), mapped("ace_user")]) {
        assert_eq!(made.event, event);
        assert_eq!(made.actor, member("alliance_lead"));
        assert_eq!((made.source.as_str(), made.request.as_str()), ("192.0.2.7", "r-1"));
        let grounds = made.grounds.as_ref().unwrap();
        assert_eq!(grounds.permission, Permission::LinkMarketplaceAccount);
        assert_eq!(grounds.roles, ["alliance_lead"]);
        assert_eq!(stored(made), *made);
    }
    // By an operator, who needs no permission of the company.
    let people = company("software", "validated");
    let (who, moment) = (operator(), moment("2026-03-02"));
    let made = record(&setting(&people, &who, &moment), &[Permission::LinkMarketplaceAccount], [1].into());
    assert_eq!((made[0].grounds.as_ref(), made[0].event), (None, 1));
    assert!(record(&setting(&people, &who, &moment), &[], Vec::<u8>::new()).is_empty());
}

// Rules: TRAIL-1
#[test]
fn the_account_records_as_every_room_does() {
    let people = company("software", "validated");
    let (who, moment) = (member("alliance_lead"), moment("2026-03-02"));
    let command = account::Command::RemoveMember { member: id("ace_user"), typed: "confirm".to_string() };
    let events = account::decide(&people, Program::guide(), &who, &command, &moment).unwrap();
    let made = account::record(&people, Program::guide(), &who, &command, &moment, events.clone());
    assert_eq!(made, record(&setting(&people, &who, &moment), &[Permission::RemoveUsers], events));
}
