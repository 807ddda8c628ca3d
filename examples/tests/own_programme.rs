//! The makers' club through the same engine as the guide's programme: a workshop registers, its people join, get keys, hand
//! over and move on, and what they open follows. Nothing of the guide is in it: other roles, other stages, no paths.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_core::access::menu;
use guildhall_core::account::{
    Account, Actor, Command, CompanyInput, ContactInput, CustomerInput, Event, InviteRow, Join, Proof, Refusal,
    RegisterCompany, RoleRow, decide,
};
use guildhall_core::{Id, Moment, Permission, Program};

/// A workshop of the club, and the club's rules.
struct Workshop {
    club: Program,
    account: Account,
    asked: u128,
}

fn customer() -> CustomerInput {
    CustomerInput { job_title: "Maker".into(), department: String::new() }
}

fn contact() -> ContactInput {
    ContactInput { phone: "112".into(), country: "Spain".into(), city: String::new() }
}

impl Workshop {
    /// Registered by Ana, who heads it.
    fn registered() -> Self {
        let club = Program::parse(include_str!("../src/bin/own_programme.toml")).unwrap();
        let mut workshop = Self { club, account: Account::default(), asked: 0 };
        let form = RegisterCompany {
            name: "Ana".into(),
            email: "ana@shed.example".into(),
            accepts_lead: true,
            accepts_terms: true,
            customer: customer(),
            contact: contact(),
            company: CompanyInput { name: "The shed".into(), country: "Spain".into(), ..CompanyInput::default() },
            offering: "woodwork".into(),
            proof: Proof::COMPLETE,
            domain_owner: None,
        };
        workshop.done(&Actor::Visitor, Command::RegisterCompany(form));
        workshop
    }

    fn ask(&mut self, who: &Actor, command: &Command) -> Result<Vec<Event>, Refusal> {
        self.asked += 1;
        let start: DateTime<Utc> = "2026-03-02T09:00:00Z".parse().unwrap();
        let at = start + TimeDelta::hours(i64::try_from(self.asked).unwrap());
        let moment = Moment { at, fresh: Id::from_bits(self.asked << 64), source: "test".into(), request: "r".into() };
        let events = decide(&self.account, &self.club, who, command, &moment)?;
        events.iter().for_each(|event| self.account.apply(event));
        Ok(events)
    }

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "the cases read better without a reference at each command")]
    fn done(&mut self, who: &Actor, command: Command) -> Vec<Event> {
        self.ask(who, &command).unwrap_or_else(|refusal| panic!("{}: {refusal}", command.name()))
    }

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "the cases read better without a reference at each command")]
    fn refused(&mut self, who: &Actor, command: Command, code: &str) {
        let refusal = self.ask(who, &command).err();
        assert_eq!(refusal.map(|refusal| refusal.code()), Some(code), "{}", command.name());
    }

    fn join(&mut self, name: &str) {
        let (name, email) = (name.to_owned(), format!("{name}@shed.example"));
        let form =
            Join { invitation: None, name, email, customer: customer(), contact: contact(), proof: Proof::COMPLETE };
        self.done(&Actor::Visitor, Command::Join(form));
    }

    fn id(&self, name: &str) -> Id {
        let address = self.club.email().parse(&format!("{name}@shed.example")).unwrap();
        self.account.member_by_address(&address).unwrap().0
    }

    fn member(&self, name: &str) -> Actor {
        Actor::Member(self.id(name))
    }

    /// What somebody opens, and whether they may assign keys.
    fn opens(&self, name: &str) -> (Vec<&str>, bool) {
        let standing = self.account.standing(&self.club, self.id(name));
        let open = menu(&self.club, &standing).into_iter().flat_map(|section| section.entries);
        let titles = open.map(|entry| entry.item.title.as_str()).collect();
        (titles, standing.permits(&self.club, Permission::AssignStaffRoles))
    }
}

fn invite(name: &str, role: &str) -> Command {
    Command::Invite { rows: vec![InviteRow { email: format!("{name}@shed.example"), roles: vec![role.into()] }] }
}

fn assign(member: Id, role: &str) -> Command {
    Command::UpdateRoles { rows: vec![RoleRow { member, assign: vec![role.into()], unassign: Vec::new() }] }
}

fn stage(path: &str, stage: &str) -> Command {
    Command::SetStage { path: path.into(), stage: stage.into() }
}

const BOARD: &str = "Noticeboard";
const SAW: &str = "Table saw";

// Rules: ROLE-5, INV-1, INV-7, USR-1, MENU-1, C-022
#[test]
fn a_workshop_registers_and_its_people_open_what_their_roles_open() {
    let mut shed = Workshop::registered();
    shed.join("bo");
    shed.done(&shed.member("ana"), invite("cy", "keyholder"));
    shed.join("cy");
    assert_eq!(shed.opens("ana"), (vec![BOARD], true));
    assert_eq!(shed.opens("bo"), (vec![BOARD], false));
    assert_eq!(shed.opens("cy"), (vec![BOARD], false));

    // The saw opens to residents, and the only path there is carries the stage.
    let operator = Actor::Operator("olga".into());
    shed.refused(&shed.member("ana"), stage("all", "resident"), "operator_only");
    shed.refused(&operator, stage("software", "resident"), "invalid_input");
    shed.refused(&operator, stage("all", "validated"), "invalid_input");
    shed.done(&operator, stage("all", "resident"));
    assert_eq!(shed.opens("ana"), (vec![BOARD, SAW], true));
    assert_eq!(shed.opens("bo"), (vec![BOARD], false));
    assert_eq!(shed.opens("cy"), (vec![BOARD, SAW], false));
    shed.refused(&operator, stage("all", "resident"), "stage_unchanged");
}

// Rules: ROLE-19, USR-15, INV-9, INV-10
#[test]
fn keys_are_given_by_those_whom_the_club_names_and_there_are_two() {
    let mut shed = Workshop::registered();
    ["bo", "cy", "dee"].iter().for_each(|name| shed.join(name));
    let (ana, bo) = (shed.member("ana"), shed.member("bo"));
    shed.refused(&bo, assign(shed.id("bo"), "keyholder"), "permission_missing");
    shed.refused(&bo, invite("eve", "keyholder"), "permission_missing");
    shed.done(&ana, assign(shed.id("bo"), "keyholder"));
    // A keyholder brings people in, but gives no keys.
    shed.refused(&bo, invite("eve", "keyholder"), "invalid_input");
    shed.done(&ana, assign(shed.id("cy"), "keyholder"));
    let third = shed.done(&ana, assign(shed.id("dee"), "keyholder"));
    assert!(matches!(third.as_slice(), [Event::RoleChangeRefused { code, .. }] if code == "quota_full"), "{third:?}");
    for role in ["head", "maker", "alliance_team"] {
        let events = shed.done(&ana, assign(shed.id("dee"), role));
        assert!(matches!(events.as_slice(), [Event::RoleChangeRefused { .. }]), "{role}: {events:?}");
    }
}

// Rules: USR-26, USR-28, ROLE-7, C-031
#[test]
fn the_head_hands_over_with_the_clubs_own_word() {
    let mut shed = Workshop::registered();
    shed.join("bo");
    let (ana, bo) = (shed.member("ana"), shed.id("bo"));
    let hand_over = |typed: &str| Command::ReassignLead { to: bo, typed: typed.into() };
    shed.refused(&ana, hand_over("confirm"), "confirmation_missing");
    shed.refused(&shed.member("bo"), hand_over("handed over"), "permission_missing");
    shed.done(&ana, hand_over("handed over"));
    assert_eq!(shed.account.lead(&shed.club).map(|(id, _)| id), Some(bo));
    assert!(shed.opens("bo").1 && !shed.opens("ana").1, "the right moves with the role");
    // The club lets nobody remove people: no row of its rules names that permission.
    let remove = Command::RemoveMember { member: shed.id("ana"), typed: "handed over".into() };
    shed.refused(&shed.member("bo"), remove, "permission_missing");
}
