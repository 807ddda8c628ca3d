//! Properties of explanations: who is told to lack a permission gets it by the steps that are named, by the people who
//! are named, and where no step is named there is none.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of tests")]

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use guildhall_core::account::{
    Account, Actor, Command, CompanyInput, Event, Join, Proof, RegisterCompany, RoleRow, decide,
};
use guildhall_core::account::{ContactInput, CustomerInput};
use guildhall_core::explain::{Action, By, Missing};
use guildhall_core::program::RoleKind;
use guildhall_core::setting::{Denied, Setting};
use guildhall_core::{Id, Moment, Permission, Program};
use proptest::prelude::*;

const GIVEN: [&str; 7] =
    ["alliance_team", "channel_user", "cloud_admin", "marketing_staff", "technical_staff", "ace_manager", "ace_user"];

fn moment(n: u128) -> Moment {
    let at: DateTime<Utc> = "2026-03-02T09:00:00Z".parse().unwrap();
    Moment { at, fresh: Id::from_bits(n << 64), source: "test".to_owned(), request: "test".to_owned() }
}

fn customer() -> CustomerInput {
    CustomerInput { job_title: "Manager".to_owned(), department: String::new() }
}

fn contact() -> ContactInput {
    ContactInput { phone: "12345".to_owned(), country: "Spain".to_owned(), city: String::new() }
}

/// A company of a lead and people with these roles; `true` for those who were deactivated.
fn company(people: &[(BTreeSet<usize>, bool)]) -> Account {
    let program = Program::guide();
    let company = CompanyInput { name: "Acme".to_owned(), country: "Spain".to_owned(), ..CompanyInput::default() };
    let register = Command::RegisterCompany(RegisterCompany {
        name: "Ana".to_owned(),
        email: "ana@acme.example".to_owned(),
        accepts_lead: true,
        accepts_terms: true,
        customer: customer(),
        contact: contact(),
        company,
        offering: "software_products".to_owned(),
        proof: Proof::COMPLETE,
        domain_owner: None,
    });
    let mut account = Account::default();
    let events = decide(&account, program, &Actor::Visitor, &register, &moment(1)).unwrap();
    events.iter().for_each(|e| account.apply(e));
    for (n, (roles, gone)) in (2u128..).zip(people) {
        let (name, email) = (format!("P{n}"), format!("p{n}@acme.example"));
        let join =
            Join { invitation: None, name, email, customer: customer(), contact: contact(), proof: Proof::COMPLETE };
        let events = decide(&account, program, &Actor::Visitor, &Command::Join(join), &moment(n)).unwrap();
        events.iter().for_each(|e| account.apply(e));
        let Event::MemberJoined { person, .. } = &events[0] else { panic!("{events:?}") };
        for role in roles {
            account.apply(&Event::RoleAssigned { member: person.member, role: GIVEN[*role].to_owned() });
        }
        if *gone {
            account.apply(&Event::MemberDeactivated { member: person.member });
        }
    }
    account
}

fn after(account: &Account, actor: Id, command: &Command) -> Option<Account> {
    let events = decide(account, Program::guide(), &Actor::Member(actor), command, &moment(99)).ok()?;
    if events.iter().any(|e| matches!(e, Event::RoleChangeRefused { .. })) {
        return None;
    }
    Some(events.iter().fold(account.clone(), |account, e| account.evolve(e)))
}

fn assign(account: &Account, by: Id, to: Id, role: &str) -> Option<Account> {
    let row = RoleRow { member: to, assign: vec![role.to_owned()], unassign: Vec::new() };
    after(account, by, &Command::UpdateRoles { rows: vec![row] })
}

fn hand_over(account: &Account, by: Id, to: Id) -> Option<Account> {
    after(account, by, &Command::ReassignLead { to, typed: "confirm".to_owned() })
}

fn may(account: &Account, who: Id, permission: Permission) -> bool {
    account.standing(Program::guide(), who).permits(Program::guide(), permission)
}

/// Judges the explanation that `me` gets for want of `permission`.
fn judge(account: &Account, me: Id, permission: Permission) {
    let program = Program::guide();
    let (actor, now) = (Actor::Member(me), moment(50));
    let setting = Setting { program, account, actor: &actor, moment: &now };
    let Err(denied @ Denied::PermissionMissing { .. }) = setting.permitted(&[permission]) else { return };
    let explanation = denied.explain(&setting);
    let mut ways = 0;
    for step in &explanation.steps {
        let By::Members { people, .. } = &step.by else { continue };
        assert!(!people.is_empty(), "{permission}: nobody is named for {:?}", step.action);
        for helper in people {
            #[allow(clippy::wildcard_enum_match_arm, reason = "any other step is a mistake")]
            match &step.action {
                Action::AssignRole { role } => {
                    let account = assign(account, helper.id, me, role);
                    assert!(account.is_some_and(|a| may(&a, me, permission)), "{permission}: {role} by {helper}");
                    ways += 1;
                }
                Action::HandOverLead => {
                    let account = hand_over(account, helper.id, me);
                    assert!(account.is_some_and(|a| may(&a, me, permission)), "{permission}: the lead by {helper}");
                    ways += 1;
                }
                Action::DoInstead => assert!(helper.id != me && may(account, helper.id, permission), "{helper}"),
                Action::FreeSeat { role } => {
                    let id = program.role_id(role).unwrap();
                    let quota = program.role(id).unwrap().quota.unwrap() as usize;
                    assert!(account.seats_taken(program, id, &now) >= quota, "{role} has a seat");
                }
                other => panic!("{permission}: {other:?} does not answer the want of a permission"),
            }
        }
    }
    if ways == 0 {
        // No way was named: none is there, however hard one looks. Handing the lead over is the last resort and named
        // wherever a role is not.
        for by in account.members().keys() {
            for role in GIVEN {
                let got = assign(account, *by, me, role).is_some_and(|a| may(&a, me, permission));
                assert!(!got, "{permission}: {role} would do and was not named");
            }
        }
    }
    let seats = explanation.missing.iter().any(|m| matches!(m, Missing::Seat { .. }));
    let held = program.roles().iter().any(|r| {
        let id = program.role_id(&r.name).unwrap();
        program.holders(permission).contains(id) && r.kind != RoleKind::Base
    });
    assert!(ways > 0 || seats || !held, "{permission}: a role has it and no way is named: {explanation:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    // Rules: CMP-1, CMP-2, ROLE-12, ROLE-19, ROLE-21, ROLE-30, ROLE-33, USR-13
    #[test]
    fn the_named_step_by_the_named_person_gives_the_permission(
        people in prop::collection::vec(
            (prop::collection::btree_set(0..GIVEN.len(), 0..3), prop::bool::weighted(0.15)), 1..6),
        crowd in prop::bool::weighted(0.3),
    ) {
        // A crowd takes all seats of the team.
        let full = std::iter::repeat_n((BTreeSet::from([0]), false), if crowd { 20 } else { 0 });
        let account = company(&people.into_iter().chain(full).collect::<Vec<_>>());
        let asking: Vec<Id> = account.members().keys().copied().take(8).collect();
        for me in asking {
            for permission in Permission::ALL {
                judge(&account, me, *permission);
            }
        }
    }
}
