//! Who may do what: every command for each of the nine roles, on their own entries and on another's.

use super::*;
use crate::pipeline::bulk::{self, Mode, Operation};
use crate::review::{self, FindingKind};
use crate::{Permission, setting::Denied};

/// Those who manage every entry (CMP-5).
const ALL: [&str; 5] = ["alliance_lead", "alliance_team", "cloud_admin", "marketing_staff", "ace_manager"];
/// Those who manage what they own (CMP-6).
const OWNED: [&str; 7] =
    ["alliance_lead", "alliance_team", "cloud_admin", "marketing_staff", "technical_staff", "ace_manager", "ace_user"];
/// Those to whom bulk work, accepting, rejecting and reports go (C-041).
const DECIDERS: [&str; 4] = ["alliance_lead", "alliance_team", "marketing_staff", "ace_manager"];

/// What a role gets: nothing for want of a permission, nothing for want of ownership, or what it asks for.
#[derive(Debug, PartialEq, Eq)]
enum Got {
    Done,
    NoPermission,
    NotOwner,
}

fn got<T>(result: Result<T, Refusal>) -> Got {
    match result {
        Ok(_) => Got::Done,
        Err(Refusal::Denied(Denied::PermissionMissing { .. })) => Got::NoPermission,
        Err(Refusal::NotOwner) => Got::NotOwner,
        Err(other) => panic!("{other:?}"),
    }
}

/// What the permissions of a role say of an entry, own or not.
fn reach(role: &str, own: bool) -> Got {
    match (ALL.contains(&role), OWNED.contains(&role), own) {
        (true, _, _) | (false, true, true) => Got::Done,
        (false, true, false) => Got::NotOwner,
        (false, false, _) => Got::NoPermission,
    }
}

/// Runs a command by every role, on an entry that the role's person owns and on one of somebody else's.
#[track_caller]
fn for_each_role(
    given: impl Fn(&str) -> Vec<OpportunityEvent>,
    command: &OpportunityCommand,
    expected: impl Fn(&str, bool) -> Got,
) {
    for role in ROLES {
        for own in [true, false] {
            let entry = fold::<Opportunity>(&given(if own { role } else { "bo" }));
            let (_, result) = decided(&company(), &entry, &member(role), command);
            assert_eq!(got(result), expected(role, own), "{} by {role}, own: {own}", command.name());
        }
    }
}

// Rules: CMP-4, ACE-2, ACE-10, C-041
#[test]
fn seven_roles_create_and_own_what_they_create() {
    for role in ROLES {
        let expected = if OWNED.contains(&role) {
            format!("new0 created by {role} for {role}")
        } else {
            "permission_missing".to_string()
        };
        check(&[], &member(role), create(full()), &expected);
    }
}

// Rules: CMP-4, CMP-5, ACE-2, ACE-10, ROLE-56, C-010, C-041
#[test]
fn seven_roles_submit_within_their_reach() {
    for_each_role(|owner| [created(owner)].into(), &submit(), reach);
}

// Rules: CMP-5, CMP-6, ROLE-16, ROLE-18, ROLE-24, ROLE-40, ROLE-50, ROLE-56, ROLE-65, ROLE-71, ACE-3, ACE-11, C-006, C-010
#[test]
fn opportunities_are_edited_by_who_manages_all_or_owns_them() {
    for_each_role(|owner| [created(owner), submitted(owner), approved()].into(), &rename(), reach);
    for_each_role(|owner| [created(owner)].into(), &rename(), reach);
}

// Rules: ACE-5, ACE-12, C-041
#[test]
fn opportunities_are_transferred_by_who_manages_all_or_owns_them() {
    // Their owner gives them to the second ACE user; what is the second ACE user's goes to the first.
    for role in ROLES {
        for (owner, to) in [(role, "bo"), ("bo", if role == "ace_user" { "ace_manager" } else { "ace_user" })] {
            let entry = fold::<Opportunity>(&[created(owner)]);
            let (_, result) = decided(&company(), &entry, &member(role), &give(to));
            assert_eq!(got(result), reach(role, owner == role), "{role} gives what is {owner}'s to {to}");
        }
    }
}

// Rules: ACE-4, C-040, C-041
#[test]
fn shared_opportunities_are_accepted_and_rejected_by_deciders() {
    let may = |role: &str, _| if DECIDERS.contains(&role) { Got::Done } else { Got::NoPermission };
    for_each_role(|owner| [shared(Some(owner), None)].into(), &OpportunityCommand::Accept, may);
    for_each_role(|owner| [shared(Some(owner), None)].into(), &reject(), may);
}

// Rules: ACE-3, ACE-4, ROLE-16, ROLE-24, ROLE-65, ROLE-71, CMP-5, CMP-6
#[test]
fn every_role_sees_what_it_manages_and_lists_no_more() {
    let account = company();
    for role in ROLES {
        let own = fold::<Opportunity>(&[created(role)]);
        let others = fold::<Opportunity>(&[created("bo")]);
        let unowned = fold::<Opportunity>(&[shared(None, None)]);
        let none = Opportunity::default();
        for (entry, is_own) in [(&own, true), (&others, false), (&unowned, false)] {
            let seen = ask(&account, &member(role), |s| view(s, entry).map(|e| e.id()));
            assert_eq!(got(seen), reach(role, is_own), "{role}");
        }
        let listed = ask(&account, &member(role), |s| list(s, [&own, &others, &unowned, &none]).map(|l| l.len()));
        let expected = if ALL.contains(&role) { Ok(3) } else { Ok(1) };
        match listed {
            Err(Refusal::Denied(_)) => assert!(!OWNED.contains(&role), "{role}"),
            listed => assert_eq!(listed, expected, "{role}"),
        }
    }
}

// Rules: CMP-5, CMP-6, ACE-4, ACE-5, ACE-12, ROLE-16, ROLE-24, ROLE-65, ROLE-71, C-040
#[test]
fn leads_are_worked_on_as_opportunities_are() {
    let account = company();
    for role in ROLES {
        for own in [true, false] {
            let owner = if own { role } else { "bo" };
            let open = fold::<Lead>(&[lead_shared(Some(owner), None)]);
            let taken = fold::<Lead>(&[lead_shared(Some(owner), None), lead_accepted(owner)]);
            let to = if role == "ace_user" { "ace_manager" } else { "ace_user" };
            let change = edit_lead(|f| f.customer.company_name = "Cape Ltd".to_string());
            let decides = if DECIDERS.contains(&role) { Got::Done } else { Got::NoPermission };
            let reason = String::new();
            for (entry, command, expected) in [
                (&open, LeadCommand::Accept, decides),
                (
                    &open,
                    LeadCommand::Reject { reason },
                    if DECIDERS.contains(&role) { Got::Done } else { Got::NoPermission },
                ),
                (&taken, change, reach(role, own)),
                (&taken, LeadCommand::Transfer { to: id(to) }, reach(role, own)),
            ] {
                let (_, result) = decided(&account, entry, &member(role), &command);
                assert_eq!(got(result), expected, "{} by {role}, own: {own}", command.name());
            }
            let seen = ask(&account, &member(role), |s| view(s, &taken).map(|e| e.id()));
            assert_eq!(got(seen), reach(role, own), "{role}");
        }
    }
}

// Rules: ACE-6, ACE-7, ACE-13, ACE-14, C-040, C-041
#[test]
fn bulk_work_by_role() {
    let account = company();
    let bulk_owned = [&DECIDERS[..], &["ace_user"]].concat();
    for role in ROLES {
        let asked = |entries, operation| match ask(&account, &member(role), |s| bulk::gate(s, entries, operation)) {
            Err(Refusal::OperationNotOffered) => "not_offered",
            other => match got(other) {
                Got::Done => "done",
                Got::NoPermission | Got::NotOwner => "refused",
            },
        };
        let expected = |may: bool| if may { "done" } else { "refused" };
        for operation in Operation::ALL {
            let may = expected(bulk_owned.contains(&role));
            assert_eq!(asked(Entries::Opportunities, *operation), may, "{role} {operation:?}");
        }
        assert_eq!(asked(Entries::Leads, Operation::Export), expected(DECIDERS.contains(&role)), "{role}");
        assert_eq!(asked(Entries::Leads, Operation::Transfer), expected(bulk_owned.contains(&role)), "{role}");
        for operation in [Operation::Import, Operation::Update] {
            assert_eq!(asked(Entries::Leads, operation), "not_offered", "{role} {operation:?}");
        }
    }
}

// Rules: ACE-9, ROLE-39, C-040, C-041
#[test]
fn reports_by_role() {
    let account = company();
    let opportunity = fold::<Opportunity>(&[created("bo")]);
    let lead = fold::<Lead>(&[lead_shared(Some("bo"), None)]);
    for role in ROLES {
        let expected = || if DECIDERS.contains(&role) { Got::Done } else { Got::NoPermission };
        ask(&account, &member(role), |s| {
            assert_eq!(got(super::super::report::download(s, [&opportunity])), expected(), "{role}");
            assert_eq!(got(super::super::report::pipeline(s, [&opportunity])), expected(), "{role}");
            assert_eq!(got(super::super::report::funnel(s, [&lead])), expected(), "{role}");
        });
    }
}

// Rules: ACE-1
#[test]
fn sharing_and_reviewing_are_the_operators() {
    let share = OpportunityCommand::Share { entry: None, fields: Box::new(full()), to: None, expires_at: None };
    let reason = "No".to_string();
    for command in [
        share,
        OpportunityCommand::StartReview,
        OpportunityCommand::Approve,
        OpportunityCommand::Disqualify { reason },
        ask_for_more(),
    ] {
        for role in ROLES {
            check(&[created("ace_user"), submitted("ace_user")], &member(role), command.clone(), "operator_only");
        }
        check(&[], &Actor::Visitor, command, "operator_only");
    }
    let share = LeadCommand::Share { entry: None, fields: Box::new(lead_fields()), to: None, expires_at: None };
    for role in ROLES {
        check_lead(&[], &member(role), share.clone(), "operator_only");
    }
}

#[test]
fn nobody_acts_unseen_or_after_they_left() {
    let gone = deactivated(removed(company(), "ace_manager"), "alliance_team");
    for (who, code) in [
        (Actor::Visitor, "not_signed_in"),
        (operator(), "not_signed_in"),
        (member("stranger"), "not_signed_in"),
        (member("ace_manager"), "not_active"),
        (member("alliance_team"), "not_active"),
    ] {
        check_in(&gone, &[], &who, create(full()), code);
        for command in [submit(), rename(), give("bo"), OpportunityCommand::Accept, reject()] {
            check_in(&gone, &[created("ace_manager")], &who, command, code);
        }
        let file = ask(&gone, &who, |s| bulk::import_opportunities(s, [], "", Mode::GoodRows)).unwrap_err();
        assert_eq!(file.code(), code);
        assert_eq!(ask(&gone, &who, |s| list::<Lead>(s, [])).unwrap_err().code(), code);
    }
}

// Rules: ROLE-56, C-010
#[test]
fn technical_staff_have_the_ability_and_not_the_page() {
    let (account, program) = (company(), Program::guide());
    let standing = account.standing(program, id("technical_staff"));
    assert!(standing.permits(program, Permission::ManageOwnedPipeline));
    assert!(standing.permits(program, Permission::SubmitOpportunities));
    for page in ["sell/opportunity_management", "market/leads_management"] {
        let item = program.find_item(page).unwrap();
        assert!(!standing.opens(program, item), "{page}");
        assert!(account.standing(program, id("ace_user")).opens(program, item), "{page}");
    }
}

// Rules: ROLE-70, C-013
#[test]
fn my_customers_is_the_page_of_opportunities() {
    let program = Program::guide();
    assert_eq!(program.find_item("My Customers"), program.find_item("sell/opportunity_management"));
    assert_eq!(program.grant(Permission::SubmitOpportunities).unwrap().page, program.find_item("My Customers").ok());
}

// Rules: AUDIT-1, ROLE-65, ROLE-69, ROLE-71
#[test]
fn work_on_own_entries_is_recorded_as_such_and_shows_that_a_narrower_role_would_do() {
    let account = company();
    let found = |owner: &str, command: &OpportunityCommand| {
        let (entry, who) = (fold::<Opportunity>(&[created(owner)]), member("ace_manager"));
        ask(&account, &who, |setting| {
            let events = entry.decide(setting, command).unwrap();
            let log = crate::trail::record(setting, &entry.permissions(setting, command), events);
            let used = review::usage(log.iter().map(|line| (&line.actor, line.grounds.as_ref())));
            let facts =
                review::Facts { usage: used.clone(), last_review: Some(setting.moment.at), ..Default::default() };
            let found = review::findings(setting.program, setting.account, &facts, setting.moment.at);
            let would_do = found.iter().find(|f| f.member == Some(id("ace_manager"))).map(|f| f.kind.clone());
            (used[&id("ace_manager")].used.iter().copied().collect::<Vec<_>>(), would_do)
        })
    };
    let narrower =
        FindingKind::BroaderThanUsed { role: "ace_manager".to_string(), instead: Some("ace_user".to_string()) };
    let transfer = OpportunityCommand::Transfer { to: id("ace_user") };
    for command in [rename(), transfer] {
        assert_eq!(found("ace_manager", &command), ([Permission::ManageOwnedPipeline].into(), Some(narrower.clone())));
        assert_eq!(found("bo", &command), ([Permission::ManageAllPipeline].into(), None), "{}", command.name());
    }
    let lead = fold::<Lead>(&[lead_shared(Some("ace_manager"), None)]);
    let edit = LeadCommand::Edit { fields: Box::new(lead_fields()) };
    let needed = |who: &str| ask(&account, &member(who), |setting| lead.permissions(setting, &edit));
    assert_eq!(needed("ace_manager")[0], Permission::ManageOwnedPipeline);
    assert_eq!(needed("alliance_lead"), [Permission::ManageAllPipeline]);
}
