//! Rehearsals, the past, and findings, on the company of the nine roles.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::*;
use crate::account::{Account, Actor, Command, Event, Recorded, RoleRow, Status};
use crate::cast::{at, company, id, member, moment, name_of, person};
use crate::{Permission, Program};

fn program() -> &'static Program {
    Program::guide()
}

fn assign(who: &str, role: &str) -> Command {
    let rows = vec![RoleRow { member: id(who), assign: vec![role.to_string()], unassign: vec![] }];
    Command::UpdateRoles { rows }
}

/// What changes, a line a person.
fn said(changes: &[AccessChange]) -> Vec<String> {
    let items = |ids: &[crate::program::ItemId]| {
        ids.iter().map(|i| program().item(*i).unwrap().name.clone()).collect::<Vec<_>>().join(" ")
    };
    let doings = |ps: &[Permission]| ps.iter().map(|p| p.id()).collect::<Vec<_>>().join(" ");
    let line = |c: &AccessChange| {
        let (more, less) = (items(&c.gained.items), items(&c.lost.items));
        let (may, mayn) = (doings(&c.gained.permissions), doings(&c.lost.permissions));
        format!("{} +[{more}] -[{less}] may[{may}] may not[{mayn}]", c.name)
    };
    changes.iter().map(line).collect()
}

fn tenant(account: Account) -> Tenant {
    Tenant { account, ..Tenant::default() }
}

fn names(outcome: &Result<Vec<TenantEvent>, TenantRefusal>) -> Result<Vec<&'static str>, &'static str> {
    outcome.as_ref().map(|events| events.iter().map(TenantEvent::name).collect()).map_err(TenantRefusal::code)
}

// Rules: ROLE-4, ROLE-31, USR-8
#[test]
fn a_rehearsal_tells_who_gains_and_loses_and_touches_nothing() {
    let before = tenant(company("services", "enrolled"));
    let commands = [
        (member("alliance_lead"), TenantCommand::Account(assign("standard_user", "channel_user"))),
        (member("ace_user"), TenantCommand::Account(assign("standard_user", "ace_user"))),
    ];
    let rehearsal = rehearse(program(), &before, &commands, &moment("2026-03-02"));
    assert_eq!(before.account, company("services", "enrolled"));
    assert_eq!(names(&rehearsal.outcomes[0]), Ok(vec!["role_assigned"]));
    assert_eq!(names(&rehearsal.outcomes[1]), Err("permission_missing"));
    assert_eq!(
        said(&rehearsal.changes),
        ["standard_user +[channel/channel_management] -[] may[manage_channel] may not[]"]
    );
    assert!(rehearsal.after.account.member(id("standard_user")).unwrap().roles.contains("channel_user"));
}

// Rules: PROFILE-21, C-071, LINK-4, LINK-15, ROLE-36
#[test]
fn a_rehearsal_plays_the_rooms_that_have_a_say() {
    use crate::iam::PARTNER_ACCOUNT_MANAGEMENT;
    use crate::linking::{self, IdentityInput, PolicyInput};
    use crate::profile::{self, ProductInput};
    let (lead, operator) = (member("alliance_lead"), Actor::Operator("olga".into()));
    let stage = || TenantCommand::Account(Command::SetStage { path: "software".into(), stage: "validated".into() });
    let product = ProductInput { kind: "software_product".into(), title: "Crane".into(), description: String::new() };
    let policies = vec![PolicyInput {
        name: PARTNER_ACCOUNT_MANAGEMENT.name.into(),
        document: Some(PARTNER_ACCOUNT_MANAGEMENT.text.into()),
    }];
    let identity = IdentityInput {
        arn: "arn:aws:iam::123456789012:user/ann".into(),
        principal_id: "AIDAEXAMPLE".into(),
        access_key_id: "AKIAEXAMPLE".into(),
        user_agent: "Mozilla/5.0".into(),
        policies,
    };
    let link = linking::Command::Link { account_id: "123456789012".into(), allow: true, identity };
    let commands = [
        (lead.clone(), stage()),
        (operator.clone(), stage()),
        (lead.clone(), TenantCommand::Profile(profile::Command::AddProduct { product })),
        (operator.clone(), stage()),
        (operator, TenantCommand::Linking(link.clone())),
        (lead.clone(), TenantCommand::Linking(link)),
        (lead, TenantCommand::Linking(linking::Command::UnmapCrm)),
    ];
    let before = tenant(company("software", "registered"));
    let rehearsal = rehearse(program(), &before, &commands, &moment("2026-03-02"));
    let told: Vec<_> = rehearsal.outcomes.iter().map(names).collect();
    assert_eq!(
        told,
        [
            Err("operator_only"),
            // The profile has a say, and later a product on it.
            Err("product_missing"),
            Ok(vec!["product_added"]),
            Ok(vec!["stage_set"]),
            Err("not_signed_in"),
            // Who links becomes cloud administrator, in the same step.
            Ok(vec!["account_linked", "role_registered", "role_assigned"]),
            Err("not_mapped"),
        ]
    );
    let after = &rehearsal.after;
    assert!(after.account.member(id("alliance_lead")).unwrap().roles.contains("cloud_admin"));
    assert_eq!((after.profile.products().len(), after.linking.link().is_some()), (1, true));
    assert!(before.profile.products().is_empty() && before.linking.link().is_none());
    assert!(rehearsal.changes.iter().any(|change| !change.gained.items.is_empty()));
}

// Rules: USR-26, USR-29
#[test]
fn a_removal_takes_everything_and_a_stage_opens_pages() {
    let account = company("software", "enrolled");
    let removed = account.clone().evolve(&Event::MemberRemoved { member: id("standard_user") });
    let change = &compare(program(), &account, &removed)[0];
    assert_eq!((change.lost.items.len(), change.gained.items.len()), (19, 0));
    let raised = Event::StageSet { path: "software".into(), stage: "confirmed".into() };
    let changes = compare(program(), &account, &account.clone().evolve(&raised));
    let technical = changes.iter().find(|c| c.name == "technical_staff").unwrap();
    assert_eq!(
        said(core::slice::from_ref(technical)),
        ["technical_staff +[build/well_architected_workloads] -[] may[] may not[]"]
    );
    assert!(compare(program(), &account, &account).is_empty());
}

/// A short history: ana registers, bo joins, ana makes him team, bo invites cy, who joins as ACE user.
fn log() -> Vec<Recorded> {
    let base = company("software", "registered");
    let lead = Event::CompanyRegistered {
        tenant: id("acme"),
        company: base.company().unwrap().clone(),
        domain: base.domains().first().unwrap().clone(),
        offering: "software_products".into(),
        path: "software".into(),
        stage: "registered".into(),
        lead_role: "alliance_lead".into(),
        lead: person("ana"),
    };
    let line = |day: &str, actor: Actor, event: Event| Recorded {
        at: at(day),
        actor,
        source: "192.0.2.7".into(),
        request: "r".into(),
        grounds: None,
        event,
    };
    let (ana, bo) = (member("ana"), member("bo"));
    let joined = |who: &str, invitation, roles: &[&str]| Event::MemberJoined {
        person: person(who),
        invitation,
        roles: roles.iter().map(ToString::to_string).collect(),
    };
    let sent = Event::InvitationSent {
        invitation: id("i"),
        email: crate::cast::email("cy"),
        roles: vec!["ace_user".into()],
        by: id("bo"),
        expires_at: at("2026-12-01"),
    };
    vec![
        line("2026-01-01", Actor::Visitor, lead),
        line("2026-01-05", Actor::Visitor, joined("bo", None, &[])),
        line("2026-02-01", ana.clone(), Event::RoleAssigned { member: id("bo"), role: "alliance_team".into() }),
        line("2026-02-03", bo, sent),
        line("2026-02-04", Actor::Visitor, joined("cy", Some(id("i")), &["ace_user"])),
        line("2026-03-01", ana, Event::RoleUnassigned { member: id("bo"), role: "alliance_team".into() }),
    ]
}

// Rules: ROLE-1, MENU-36
#[test]
fn the_past_answers_as_it_was() {
    let users = program().find_item("my_company/user_management").unwrap();
    let opens =
        |moment: &str, who: &str| as_of(&log(), at(moment)).standing(program(), id(who)).opens(program(), users);
    for (moment, who, expected) in [
        ("2025-12-31", "ana", false),
        ("2026-01-01", "ana", true),
        ("2026-01-31", "bo", false),
        ("2026-02-01", "bo", true),
        ("2026-03-01T08:59:59Z", "bo", true),
        ("2026-03-01T09:00:00Z", "bo", false),
    ] {
        assert_eq!(opens(moment, who), expected, "{who} at {moment}");
    }
}

// Rules: AUDIT-2, ROLE-2
#[test]
fn a_review_tells_since_when_and_by_whom() {
    let told = |moment: &str| {
        let line = |p: &PersonReview| {
            let roles: Vec<String> = p
                .roles
                .iter()
                .map(|r| {
                    let by = match &r.granted_by {
                        Actor::Member(id) => name_of(*id),
                        Actor::Visitor => "registration".into(),
                        Actor::Operator(name) => name.clone(),
                    };
                    format!("{} since {} by {by}", r.role, r.since.date_naive())
                })
                .collect();
            format!("{}: {}", p.name, roles.join(", "))
        };
        let mut lines: Vec<String> = people(program(), &log(), at(moment)).iter().map(line).collect();
        lines.sort();
        lines
    };
    assert_eq!(
        told("2026-02-28"),
        [
            "ana: alliance_lead since 2026-01-01 by registration",
            "bo: alliance_team since 2026-02-01 by ana",
            "cy: ace_user since 2026-02-04 by bo"
        ]
    );
    assert_eq!(told("2026-03-02")[1], "bo: ");
    let cy = people(program(), &log(), at("2026-03-02")).into_iter().find(|p| p.name == "cy").unwrap();
    assert!(cy.reach.permissions.contains(&Permission::SubmitOpportunities) && cy.status == Status::Active);
}

// Rules: AUDIT-3
#[test]
fn where_sign_ins_are_known_who_was_not_seen_for_long_is_absent() {
    let seen = |day: &str| Usage { last_sign_in: Some(at(day)), ..Usage::default() };
    let usage = BTreeMap::from([(id("ana"), seen("2026-05-01")), (id("bo"), seen("2026-01-20"))]);
    let facts = Facts { usage, sign_ins: true, ..Facts::default() };
    let review = Review::of(program(), &log(), facts, at("2026-05-02"));
    let absent: Vec<String> = review
        .findings
        .iter()
        .filter(|finding| finding.kind == FindingKind::Absent)
        .map(|finding| name_of(finding.member.unwrap()))
        .collect();
    assert_eq!(absent, ["bo", "cy"]);
    assert_eq!((review.last_sign_in(id("ana")), review.last_sign_in(id("cy"))), (Some(at("2026-05-01")), None));
}

// Rules: AUDIT-1, AUDIT-2, ROLE-2
#[test]
fn a_review_is_of_the_company_as_it_was_and_never_of_the_future() {
    let review = |day: &str| {
        let used = BTreeMap::from([(id("bo"), Usage { used: [Permission::InviteUsers].into(), ..Usage::default() })]);
        Review::of(program(), &log(), Facts { usage: used, ..Facts::default() }, at(day))
    };
    let of = |day: &str| {
        let review = review(day);
        let names: Vec<&str> = review.people.iter().map(|p| p.name.as_str()).collect();
        let codes: Vec<&str> = review.findings.iter().map(|f| f.kind.code()).collect();
        format!("{} / {}", names.join(" "), codes.join(" "))
    };
    assert_eq!(of("2025-12-31"), " / ", "there was no company yet");
    assert_eq!(of("2026-01-20"), "ana bo / ");
    assert_eq!(of("2026-03-02"), "ana bo cy / ", "sign-ins are not known: nobody is called absent");
    assert_eq!(of("2026-06-30"), "ana bo cy / ", "180 days after the registration");
    assert_eq!(of("2026-07-01"), "ana bo cy / review_overdue", "no review since the registration");
    let review = review("2026-03-02");
    let used = |who: &str| review.used(id(who)).collect::<Vec<_>>();
    assert_eq!((used("bo"), used("cy")), ([Permission::InviteUsers].into(), Vec::new()));
    let now = at("2026-03-02");
    for (asked, expected) in [(None, now), (Some(at("2026-02-28")), at("2026-02-28")), (Some(at("2027-01-01")), now)] {
        assert_eq!(super::moment(asked, now), expected, "{asked:?}");
    }
}

// Rules: AUDIT-1, MENU-36
#[test]
fn two_people_are_compared_and_only_some_may_look() {
    let account = company("software", "enrolled");
    let standing = |who: &str| account.standing(program(), id(who));
    let found = difference(program(), &standing("ace_user"), &standing("ace_manager"));
    assert!(found.only_first.is_empty(), "the manager may all that the user may: {:?}", found.only_first);
    assert!(found.only_second.permissions.contains(&Permission::ManageAllPipeline));
    assert!(found.both.permissions.contains(&Permission::SubmitOpportunities));
    let same = difference(program(), &standing("ace_user"), &standing("ace_user"));
    assert!(
        same.only_first.is_empty()
            && same.only_second.is_empty()
            && same.both == Reach::of(program(), &standing("ace_user"))
    );
    let now = moment("2026-03-02");
    let allowed = |actor: &Actor| may_read(&crate::cast::setting(&account, actor, &now)).is_ok();
    assert_eq!(crate::cast::roles_that(|role| allowed(&member(role))), ["alliance_lead", "alliance_team"]);
    assert!(allowed(&crate::cast::operator()) && !allowed(&Actor::Visitor));
}

// Rules: AUDIT-1
#[test]
fn the_trail_tells_what_was_used() {
    let account = company("software", "enrolled");
    let command = assign("standard_user", "ace_user");
    let now = moment("2026-03-02");
    let lead = member("alliance_lead");
    let events = crate::account::decide(&account, program(), &lead, &command, &now).unwrap();
    let log = crate::account::record(&account, program(), &lead, &command, &now, events);
    let used = usage(log.iter().map(|line| (&line.actor, line.grounds.as_ref())));
    assert_eq!(used.len(), 1);
    assert_eq!(used[&id("alliance_lead")].used, BTreeSet::from([Permission::AssignStaffRoles]));
}

/// Facts in which everybody signed in a day ago and did these things.
fn facts(account: &Account, used: &[(&str, &[Permission])]) -> Facts {
    let usage = account.members().keys().map(|id| {
        let of = used.iter().find(|(who, _)| crate::cast::id(who) == *id).map_or(&[][..], |(_, ps)| ps);
        let used: BTreeSet<Permission> = of.iter().copied().collect();
        (*id, Usage { last_sign_in: Some(at("2026-03-01")), used, parallel: false })
    });
    Facts { usage: usage.collect(), sign_ins: true, last_review: Some(at("2026-03-01")), registered_at: None }
}

/// The findings, a line each.
fn found(account: &Account, facts: &Facts) -> Vec<String> {
    let line = |f: &Finding| {
        let who = f.member.map_or_else(|| "account".to_string(), name_of);
        let more = match &f.kind {
            FindingKind::BroaderThanUsed { role, instead } => {
                format!(" {role} -> {}", instead.as_deref().unwrap_or("none"))
            }
            FindingKind::ReviewOverdue
            | FindingKind::Absent
            | FindingKind::SharedLogin
            | FindingKind::ImpersonalLead
            | FindingKind::ImpersonalLogin => String::new(),
        };
        format!("{who} {}{more}", f.kind.code())
    };
    findings(program(), account, facts, at("2026-03-02")).iter().map(line).collect()
}

/// A company of ana, who leads, and bo with `role`.
fn pair(lead: &str, role: &str) -> Account {
    let mut account = Account::default();
    for mut event in log().into_iter().take(2).map(|line| line.event) {
        if let Event::CompanyRegistered { lead: first, .. } = &mut event {
            *first = person(lead);
        }
        account.apply(&event);
    }
    account.evolve(&Event::RoleAssigned { member: id("bo"), role: role.into() })
}

// Rules: AUDIT-1, ROLE-69
#[test]
fn a_role_broader_than_its_use_is_pointed_out_with_the_one_that_would_do() {
    use Permission as P;
    for (role, used, expected) in [
        (
            "alliance_team",
            &[P::SubmitOpportunities, P::ManageAllPipeline][..],
            "bo broader_than_used alliance_team -> ace_manager",
        ),
        (
            "ace_manager",
            &[P::SubmitOpportunities, P::ManageOwnedPipeline],
            "bo broader_than_used ace_manager -> ace_user",
        ),
        ("alliance_team", &[P::SubmitOpportunities, P::InviteUsers], ""),
        ("ace_manager", &[P::ManageAllPipeline, P::ReceivePipelineMail], ""),
        ("ace_user", &[P::SubmitOpportunities], ""),
        ("alliance_team", &[], ""),
        ("alliance_team", &[P::TakeTraining], ""),
    ] {
        let account = pair("ana", role);
        assert_eq!(found(&account, &facts(&account, &[("bo", used)])).join("; "), expected, "{role} {used:?}");
    }
    // A role that another one covers is not needed at all.
    let both = pair("ana", "ace_user").evolve(&Event::RoleAssigned { member: id("bo"), role: "ace_manager".into() });
    let used = facts(&both, &[("bo", &[P::ManageAllPipeline])]);
    assert_eq!(found(&both, &used), Vec::<String>::new(), "the manager's is used, the user's was not");
}

// Rules: AUDIT-2, AUDIT-3, AUDIT-4
#[test]
fn overdue_absent_and_shared_are_pointed_out() {
    let account = pair("ana", "ace_user");
    let fine = facts(&account, &[]);
    assert!(found(&account, &fine).is_empty());
    for (last, expected) in [("2025-09-03", ""), ("2025-09-02", "account review_overdue")] {
        let facts = Facts { last_review: Some(at(last)), ..fine.clone() };
        let overdue = found(&account, &facts).join("; ");
        assert_eq!(overdue, expected, "reviewed at {last}, 180 days before 2026-03-02 is 2025-09-03");
    }
    for (last, expected) in [("2025-12-02", ""), ("2025-12-01", "bo absent")] {
        let mut facts = fine.clone();
        facts.usage.get_mut(&id("bo")).unwrap().last_sign_in = Some(at(last));
        assert_eq!(found(&account, &facts).join("; "), expected, "signed in at {last}");
    }
    let mut shared = fine;
    shared.usage.get_mut(&id("bo")).unwrap().parallel = true;
    assert_eq!(found(&account, &shared), ["bo shared_login"]);
    let nobody = Facts { sign_ins: true, ..Facts::default() };
    let mut seen = found(&account, &nobody);
    seen.sort();
    assert_eq!(seen, ["account review_overdue", "ana absent", "bo absent"], "nobody was ever seen");
    // Where nobody keeps sign-ins, nothing is said that only they could tell.
    assert_eq!(found(&account, &Facts { sign_ins: false, ..shared }), Vec::<String>::new());
    assert_eq!(found(&account, &Facts::default()), ["account review_overdue"]);
}

// Rules: AUDIT-5, AUDIT-6
#[test]
fn an_impersonal_lead_is_a_finding_until_the_three_steps_are_done() {
    let account = pair("apn_admin", "ace_user");
    let known = |account: &Account| found(account, &facts(account, &[]));
    assert_eq!(known(&account), ["apn_admin impersonal_lead"]);
    assert!(known(&pair("ana", "ace_user")).is_empty());
    let moved =
        account.evolve(&Event::LeadReassigned { from: id("apn_admin"), to: id("bo"), role: "alliance_lead".into() });
    assert_eq!(known(&moved), ["apn_admin impersonal_login"]);
    let done = moved.evolve(&Event::MemberDeactivated { member: id("apn_admin") });
    assert!(known(&done).is_empty());
}

// Rules: AUDIT-7
#[test]
fn the_way_from_a_generic_login_has_five_steps_in_order() {
    use GenericLoginStep as S;
    let mut account = pair("apn_admin", "ace_user");
    let generic = id("apn_admin");
    let steps = |account: &Account, facts: &Facts, people: &[crate::Id]| {
        generic_login_steps(program(), account, facts, generic, people).map(|(_, done)| done)
    };
    let order = generic_login_steps(program(), &account, &Facts::default(), generic, &[]).map(|(step, _)| step);
    assert_eq!(order, [S::FindPeople, S::MoveLead, S::GiveRoles, S::ConfirmAccess, S::Deactivate]);
    let nobody = Facts::default();
    assert_eq!(steps(&account, &nobody, &[]), [false; 5]);
    assert_eq!(steps(&account, &nobody, &[id("bo")]), [true, false, true, false, false]);
    account.apply(&Event::LeadReassigned { from: generic, to: id("bo"), role: "alliance_lead".into() });
    let seen = facts(&account, &[]);
    assert_eq!(steps(&account, &seen, &[id("bo")]), [true, true, true, true, false]);
    account.apply(&Event::MemberDeactivated { member: generic });
    assert_eq!(steps(&account, &seen, &[id("bo")]), [true; 5]);
}
