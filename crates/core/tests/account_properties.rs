//! Properties of the account: what holds after any sequence of commands, sensible or not.
//!
//! The commands come from small pools, so that they meet each other: the same few addresses, roles and people again and
//! again. Targets are drawn from the state by number, whatever they are.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of tests")]

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_core::account::{
    Account, Actor, Command, CompanyInput, ContactInput, CustomerInput, Event, InviteRow, Join, Proof, Recorded,
    Refusal, RegisterCompany, RoleRow, Status, decide, record,
};
use guildhall_core::program::RoleKind;
use guildhall_core::{Id, Moment, Permission, Program};
use proptest::prelude::*;

const EMAILS: [&str; 9] = [
    "ana@acme.example",
    "bo@acme.example",
    "BO@acme.example",
    "cy@acme.example",
    "dee@acme.example",
    "eve@other.example",
    "noreply@acme.example",
    "fay@gmail.com",
    "no address",
];
const ROLES: [&str; 11] = [
    "alliance_lead",
    "alliance_team",
    "standard_user",
    "channel_user",
    "cloud_admin",
    "marketing_staff",
    "technical_staff",
    "ace_manager",
    "ace_user",
    "janitor",
    " ace_user ",
];
const GOOD: [&str; 5] = ["ace_user", "alliance_team", "technical_staff", "cloud_admin", "channel_user"];
const DOMAINS: [&str; 5] = ["acme.example", "other.example", "ACME.example", "gmail.com", "no domain"];
const TEXTS: [&str; 5] = ["Something", "", " ", "a\u{202e}b", "confirm"];

/// One step before it meets a state: numbers that choose from what is there.
#[derive(Clone, Debug)]
struct Step {
    kind: u8,
    actor: u8,
    people: Vec<u8>,
    roles: Vec<(u8, bool)>,
    email: usize,
    domain: usize,
    text: usize,
    word: bool,
    proof: u8,
    link: Option<u8>,
    hours: u16,
    fresh: u128,
}

fn step() -> impl Strategy<Value = Step> {
    // Few people and good roles more often than not: a call is done or refused as a whole.
    let few = prop::collection::vec(any::<u8>(), 1..3);
    let people = prop_oneof![6 => few, 1 => prop::collection::vec(any::<u8>(), 0..23)];
    let roles = prop::collection::vec((any::<u8>(), prop::bool::weighted(0.7)), 1..4);
    // Time stands still more often than it runs; 400 hours are longer than an invitation is open.
    let hours = prop_oneof![3 => Just(0u16), 2 => 1..48u16, 1 => 100..400u16];
    let emails = prop_oneof![5 => 0..5usize, 1 => 0..EMAILS.len()];
    let texts = (emails, 0..DOMAINS.len(), prop_oneof![9 => Just(0), 1 => 0..TEXTS.len()]);
    // All is proven more often than not.
    let proof = prop_oneof![6 => Just(7u8), 1 => 0..8u8];
    let whom = (any::<u8>(), any::<u8>(), people, roles, texts);
    let link = prop::option::weighted(0.3, any::<u8>());
    let how = (prop::bool::weighted(0.7), proof, link, hours, any::<u128>());
    (whom, how).prop_map(|((kind, actor, people, roles, texts), (word, proof, link, hours, fresh))| {
        let (email, domain, text) = texts;
        Step { kind, actor, people, roles, email, domain, text, word, proof, link, hours, fresh }
    })
}

/// The member with this number, or an id of nobody.
fn member(account: &Account, n: u8) -> Id {
    let n = usize::from(n) % (account.members().len() + 1);
    account.members().keys().nth(n).copied().unwrap_or(Id::from_bits(7))
}

/// The invitation with this number, or an id of none.
fn invitation(account: &Account, n: u8) -> Id {
    let n = usize::from(n) % (account.invitations().len() + 1);
    account.invitations().keys().nth(n).copied().unwrap_or(Id::from_bits(8))
}

fn company(text: &str) -> CompanyInput {
    CompanyInput { name: text.to_owned(), country: text.to_owned(), ..CompanyInput::default() }
}

fn customer(text: &str) -> CustomerInput {
    CustomerInput { job_title: text.to_owned(), department: String::new() }
}

fn contact(text: &str) -> ContactInput {
    ContactInput { phone: "12345".to_owned(), country: text.to_owned(), city: String::new() }
}

fn registration(text: &str, email: &str) -> RegisterCompany {
    RegisterCompany {
        name: text.to_owned(),
        email: email.to_owned(),
        accepts_lead: true,
        accepts_terms: true,
        customer: customer(text),
        contact: contact(text),
        company: company(text),
        offering: "software_products".to_owned(),
        proof: Proof::COMPLETE,
        domain_owner: None,
    }
}

fn joining(text: &str, email: &str, invitation: Option<Id>) -> Join {
    let (name, email) = (text.to_owned(), email.to_owned());
    Join { invitation, name, email, customer: customer(text), contact: contact(text), proof: Proof::COMPLETE }
}

fn row(member: Id, assign: &[&str], unassign: &[&str]) -> RoleRow {
    let owned = |roles: &[&str]| roles.iter().map(|r| (*r).to_owned()).collect();
    RoleRow { member, assign: owned(assign), unassign: owned(unassign) }
}

fn invite(email: &str, roles: &[&str]) -> InviteRow {
    InviteRow { email: email.to_owned(), roles: roles.iter().map(|r| (*r).to_owned()).collect() }
}

impl Step {
    /// The lead more often than others, so that something happens.
    fn actor(&self, account: &Account) -> Actor {
        let lead = account.lead(Program::guide()).map(|(id, _)| id);
        match (self.actor % 8, lead) {
            (0, _) => Actor::Visitor,
            (1, _) => Actor::Operator("op".to_owned()),
            (2..=4, Some(lead)) => Actor::Member(lead),
            _ => Actor::Member(member(account, self.actor)),
        }
    }

    fn roles(&self, given: bool) -> Vec<&'static str> {
        let half = self.roles.iter().filter(|(_, g)| *g == given);
        // Three times in four one of those that administrators may give.
        let good = |n: usize| if n.is_multiple_of(4) { ROLES[n % ROLES.len()] } else { GOOD[n % GOOD.len()] };
        half.map(|(n, _)| good(usize::from(*n))).collect()
    }

    fn command(&self, account: &Account) -> Command {
        let first = member(account, self.people.first().copied().unwrap_or(0));
        let (text, email, domain) = (TEXTS[self.text], EMAILS[self.email], DOMAINS[self.domain].to_owned());
        let typed = if self.word { "confirm" } else { text }.to_owned();
        let proof = Proof { address: self.proof & 1 != 0, captcha: self.proof & 2 != 0, password: self.proof & 4 != 0 };
        match self.kind % 20 {
            0 => Command::RegisterCompany(RegisterCompany {
                accepts_lead: self.word,
                accepts_terms: self.proof != 0,
                proof,
                ..registration(text, email)
            }),
            1..=4 => {
                let link = self.link.map(|n| invitation(account, n));
                Command::Join(Join { proof, ..joining(text, email, link) })
            }
            5 | 6 => {
                let email = |n: u8| EMAILS[usize::from(n) % if n.is_multiple_of(4) { EMAILS.len() } else { 5 }];
                let row = |n: &u8| invite(email(*n), &self.roles(true));
                Command::Invite { rows: self.people.iter().map(row).collect() }
            }
            7 => Command::WithdrawInvitation { invitation: invitation(account, self.actor) },
            8 => Command::RenewInvitation { invitation: invitation(account, self.actor) },
            9..=11 => {
                let row = |n: &u8| row(member(account, *n), &self.roles(true), &self.roles(false));
                Command::UpdateRoles { rows: self.people.iter().map(row).collect() }
            }
            12 => Command::ReassignLead { to: first, typed },
            13 => Command::HandOverCloudAdmin { to: first },
            14 => Command::RemoveMember { member: first, typed },
            15 if self.word => Command::DeactivateMember { member: first },
            15 => Command::RequestLeadChange { note: text.to_owned() },
            16 => Command::AddDomain { domain, owner: self.link.map(|n| Id::from_bits(n.into())) },
            17 => Command::WithdrawDomain { domain },
            18 if self.word => Command::EditCompany { company: company(text) },
            18 => Command::EditProfile { name: text.to_owned(), customer: customer(text), contact: contact(text) },
            _ if self.word => Command::NotePasswordChange,
            _ => Command::SetStage { path: "services".to_owned(), stage: "enrolled".to_owned() },
        }
    }
}

fn moment(at: DateTime<Utc>, fresh: u128) -> Moment {
    Moment { at, fresh: Id::from_bits(fresh), source: "test".to_owned(), request: "test".to_owned() }
}

/// One decision: the state that it read, what was asked, how it ended, and the state after it.
struct Decision {
    before: Account,
    actor: Actor,
    command: Command,
    moment: Moment,
    outcome: Result<Vec<Event>, Refusal>,
    after: Account,
}

/// Decides, and folds what was decided in.
fn ask(account: &mut Account, actor: Actor, command: Command, moment: Moment) -> Decision {
    let before = account.clone();
    let outcome = decide(account, Program::guide(), &actor, &command, &moment);
    for event in outcome.iter().flatten() {
        account.apply(event);
    }
    Decision { before, actor, command, moment, outcome, after: account.clone() }
}

/// Every decision of a sequence. It begins with a registered company, as most commands are refused before that.
fn history(steps: &[Step]) -> Vec<Decision> {
    let (mut account, mut at) = (Account::default(), DateTime::UNIX_EPOCH);
    let form = Command::RegisterCompany(registration("Acme", EMAILS[0]));
    let mut decisions = vec![ask(&mut account, Actor::Visitor, form, moment(at, 1 << 100))];
    for step in steps {
        at += TimeDelta::hours(step.hours.into());
        let (actor, command) = (step.actor(&account), step.command(&account));
        decisions.push(ask(&mut account, actor, command, moment(at, step.fresh)));
    }
    decisions
}

fn json(account: &Account) -> String {
    serde_json::to_string(account).unwrap()
}

/// What each person may do.
fn powers(account: &Account) -> BTreeMap<Id, BTreeSet<Permission>> {
    let program = Program::guide();
    let of = |id: &Id| {
        let standing = account.standing(program, *id);
        Permission::ALL.iter().copied().filter(|p| standing.permits(program, *p)).collect()
    };
    account.members().keys().map(|id| (*id, of(id))).collect()
}

/// What the actor may give: the permissions of every role that they may grant or move, and the base role's.
fn giveable(account: &Account, actor: &Actor) -> BTreeSet<Permission> {
    let program = Program::guide();
    let standing = account.standing_of(program, actor);
    let moves = |kind| match kind {
        RoleKind::Lead => standing.permits(program, Permission::ReassignLead),
        RoleKind::Base => true,
        RoleKind::Granted(grant) => {
            standing.permits(program, grant)
                || (grant == Permission::AssignCloudAdminRole
                    && standing.permits(program, Permission::HandOverCloudAdminRole))
        }
    };
    let mut powers = BTreeSet::new();
    for role in program.roles().iter().filter(|role| moves(role.kind)) {
        let id = program.role_id(&role.name).unwrap();
        powers.extend(Permission::ALL.iter().copied().filter(|p| program.holders(*p).contains(id)));
    }
    powers
}

/// Who answers for the powers that a decision gives: the actor; of an accepted invitation, its sender; of a registration
/// nobody, as the first person of a company is its lead.
fn grantor(decision: &Decision) -> Option<Actor> {
    let mut grantor = Some(decision.actor.clone());
    for event in decision.outcome.iter().flatten() {
        if let Event::MemberJoined { invitation: Some(id), .. } = event {
            grantor = Some(Actor::Member(decision.before.invitations()[id].by));
        } else if let (Event::LeadReassigned { from, .. }, Actor::Operator(_)) = (event, &decision.actor) {
            // An operator gives nothing of their own: the lead's powers move as they stand.
            grantor = Some(Actor::Member(*from));
        } else if let Event::CompanyRegistered { .. } = event {
            grantor = None;
        }
    }
    grantor
}

fn round_trip<T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let text = serde_json::to_string(value).unwrap();
    let read: T = serde_json::from_str(&text).unwrap();
    assert_eq!(&read, value);
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
}

fn sequence() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), 1..80)
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(192))]

    // Rules: USR-25
    #[test]
    fn a_refused_command_changes_nothing_and_every_decision_is_repeatable(steps in sequence()) {
        for Decision { before, actor, command, moment, outcome, after } in history(&steps) {
            let text = json(&before);
            prop_assert_eq!(decide(&before, Program::guide(), &actor, &command, &moment), outcome.clone());
            prop_assert_eq!(json(&before), text.clone());
            if outcome.is_err() {
                prop_assert_eq!(json(&after), text);
            }
        }
    }

    // Rules: ROLE-5, ROLE-6, USR-26, USR-32
    #[test]
    fn a_registered_company_has_exactly_one_active_lead(steps in sequence()) {
        for decision in history(&steps) {
            let people = decision.after.members().values();
            let leads: Vec<Status> = people.filter(|m| m.roles.contains(ROLES[0])).map(|m| m.status).collect();
            prop_assert_eq!(leads, [Status::Active], "after {}", decision.command.name());
        }
    }

    // Rules: REG-5, USR-29, USR-30
    #[test]
    fn who_joins_is_at_home_and_who_was_removed_stays_so(steps in sequence()) {
        for decision in history(&steps) {
            for (id, member) in decision.before.members() {
                let stays = member.status != Status::Removed || decision.after.members()[id].status == Status::Removed;
                prop_assert!(stays, "{} brought somebody back", decision.command.name());
            }
            for event in decision.outcome.iter().flatten() {
                let Event::MemberJoined { person, invitation, .. } = event else { continue };
                prop_assert!(decision.before.domains().contains(person.email.domain()));
                let known = decision.before.member_by_address(&person.email).map(|(_, m)| m.status);
                prop_assert!(matches!((known, invitation), (None, _) | (Some(Status::Removed), Some(_))));
            }
        }
    }

    // Rules: ROLE-34, INV-9, INV-10
    #[test]
    fn nobody_gains_what_the_grantor_may_not_give(steps in sequence()) {
        for decision in history(&steps) {
            let Some(grantor) = grantor(&decision) else { continue };
            let (had, giveable) = (powers(&decision.before), giveable(&decision.before, &grantor));
            for (id, has) in powers(&decision.after) {
                let before = had.get(&id).cloned().unwrap_or_default();
                let beyond: Vec<_> = has.iter().filter(|p| !before.contains(p) && !giveable.contains(p)).collect();
                prop_assert!(beyond.is_empty(), "{} gives {:?}", decision.command.name(), beyond);
            }
        }
    }

    // Rules: USR-31
    #[test]
    fn the_log_gives_the_state_and_everything_reads_back(steps in sequence()) {
        let mut folded = Account::default();
        for Decision { before, actor, command, moment, outcome, after } in history(&steps) {
            let Ok(events) = outcome else { continue };
            events.iter().for_each(round_trip);
            let log: Vec<Recorded> = record(&before, Program::guide(), &actor, &command, &moment, events);
            let stored = serde_json::to_string(&log).unwrap();
            let read: Vec<Recorded> = serde_json::from_str(&stored).unwrap();
            prop_assert_eq!(&read, &log);
            folded = read.iter().fold(folded, |account, recorded| account.evolve(&recorded.event));
            prop_assert_eq!(json(&folded), json(&after));
            round_trip(&after);
        }
    }

    // Rules: USR-14, INV-5
    #[test]
    fn an_update_covers_ten_people_and_a_call_invites_twenty(steps in sequence()) {
        for Decision { command, outcome, .. } in history(&steps) {
            let Ok(events) = outcome else { continue };
            if let Command::UpdateRoles { rows } = &command {
                let people: BTreeSet<Id> = rows.iter().map(|r| r.member).collect();
                prop_assert!(rows.len() <= 10 && people.len() == rows.len());
            } else if let Command::Invite { rows } = &command {
                prop_assert!(rows.len() <= 20 && events.len() == rows.len());
            }
        }
    }
}

/// A company with more people than seats: `n` members without roles besides the lead, who comes first.
fn crowded(n: u128) -> (Account, Actor, Vec<Id>) {
    let mut account = Account::default();
    let now = |fresh: u128| moment(DateTime::UNIX_EPOCH, fresh << 64);
    ask(&mut account, Actor::Visitor, Command::RegisterCompany(registration("Acme", EMAILS[0])), now(1));
    for i in 2..n + 2 {
        let form = joining("Bo", &format!("p{i}@acme.example"), None);
        ask(&mut account, Actor::Visitor, Command::Join(form), now(i));
    }
    let lead = account.lead(Program::guide()).unwrap().0;
    let people = account.members().keys().copied().filter(|id| *id != lead).collect();
    (account, Actor::Member(lead), people)
}

/// Active holders of `role` and open invitations that hold a seat of it.
fn seats_taken(account: &Account, role: &str, at: DateTime<Utc>) -> usize {
    let holders = account.members().values().filter(|m| m.status == Status::Active && m.roles.contains(role));
    let waiting = account.invitations().values().filter(|i| i.is_open(at) && i.roles.contains(role));
    holders.count() + waiting.count()
}

proptest! {
    #![proptest_config(cases(64))]

    // Rules: ROLE-19, ROLE-66, INV-8
    #[test]
    fn limited_roles_never_exceed_their_seats(
        moves in prop::collection::vec((any::<bool>(), 0..30usize, 1..=10usize, any::<bool>(), 0..120i64), 8..40)
    ) {
        let (mut account, lead, people) = crowded(30);
        let mut at = DateTime::UNIX_EPOCH;
        for (n, (invites, from, count, team, hours)) in moves.into_iter().enumerate() {
            at += TimeDelta::hours(hours);
            let role = if team { "alliance_team" } else { "ace_manager" };
            let chosen = (from..from + count).map(|i| i % people.len());
            let command = if invites {
                let row = |i| invite(&format!("new{n}x{i}@acme.example"), &[role]);
                Command::Invite { rows: chosen.map(row).collect() }
            } else {
                Command::UpdateRoles { rows: chosen.map(|i| row(people[i], &[role], &[])).collect() }
            };
            ask(&mut account, lead.clone(), command, moment(at, (n as u128 + 1000) << 64));
            for limited in ["alliance_team", "ace_manager"] {
                prop_assert!(seats_taken(&account, limited, at) <= 20);
            }
        }
    }
}

// Rules: ROLE-19, ROLE-66, INV-8, USR-25
#[test]
fn the_twentieth_is_allowed_and_the_next_is_not() {
    for role in ["alliance_team", "ace_manager"] {
        let (mut account, lead, people) = crowded(30);
        let mut refused = 0;
        for chunk in people.chunks(10) {
            let rows = chunk.iter().map(|id| row(*id, &[role], &[])).collect();
            let command = Command::UpdateRoles { rows };
            let decision = ask(&mut account, lead.clone(), command, moment(DateTime::UNIX_EPOCH, 0));
            let full = |e: &&Event| matches!(e, Event::RoleChangeRefused { code, .. } if code == "quota_full");
            refused += decision.outcome.unwrap().iter().filter(full).count();
        }
        assert_eq!((seats_taken(&account, role, DateTime::UNIX_EPOCH), refused), (20, 10));
        let command = Command::Invite { rows: vec![invite("late@acme.example", &[role])] };
        let decision = ask(&mut account, lead, command, moment(DateTime::UNIX_EPOCH, 1));
        assert!(matches!(decision.outcome, Err(Refusal::InvalidInput { .. })));
    }
}

// Rules: USR-30
#[test]
fn an_invitation_from_before_the_removal_does_not_lead_back() {
    let (mut account, lead, people) = crowded(2);
    let team = people[0];
    let now = |fresh: u128| moment(DateTime::UNIX_EPOCH, fresh << 64);
    let mut done = |actor: &Actor, command: Command, fresh| {
        let decision = ask(&mut account, actor.clone(), command, now(fresh));
        (decision.outcome, decision.after)
    };
    let update = |assign: &[&str], unassign: &[&str]| Command::UpdateRoles { rows: vec![row(team, assign, unassign)] };
    let join = || Command::Join(joining("Cy", EMAILS[3], None));

    // The sender leaves the team, so the invitation is void; its person joins without it.
    done(&lead, update(&["alliance_team"], &[]), 10).0.unwrap();
    done(&Actor::Member(team), Command::Invite { rows: vec![invite(EMAILS[3], &["ace_user"])] }, 11).0.unwrap();
    done(&lead, update(&[], &["alliance_team"]), 12).0.unwrap();
    let (joined, after) = done(&Actor::Visitor, join(), 13);
    assert!(matches!(&joined.unwrap()[..], [Event::MemberJoined { invitation: None, .. }]));

    // They are removed, and the sender is of the team again.
    let (id, _) = after.members().iter().find(|(_, m)| m.email.as_str() == EMAILS[3]).unwrap();
    done(&lead, Command::RemoveMember { member: *id, typed: "confirm".to_owned() }, 14).0.unwrap();
    done(&lead, update(&["alliance_team"], &[]), 15).0.unwrap();
    assert_eq!(done(&Actor::Visitor, join(), 16).0, Err(Refusal::MemberRemoved));

    // A new invitation does lead back.
    done(&lead, Command::Invite { rows: vec![invite(EMAILS[3], &["ace_user"])] }, 17).0.unwrap();
    assert!(
        matches!(&done(&Actor::Visitor, join(), 18).0.unwrap()[..], [Event::MemberJoined { roles, .. }] if roles == &["ace_user"])
    );
}

/// The properties above are worth something only if the sequences get somewhere: most kinds of event are among them.
#[test]
fn the_sequences_are_not_idle() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;

    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..192 {
        let steps = sequence().new_tree(&mut runner).unwrap().current();
        for decision in history(&steps) {
            for event in decision.outcome.iter().flatten() {
                *seen.entry(event.name()).or_default() += 1;
            }
        }
    }
    assert_eq!(seen.len(), 18, "every kind of event: {seen:?}");
    assert!(seen.values().all(|n| *n >= 5), "{seen:?}");
}
