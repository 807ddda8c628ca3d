//! Commands through the real store: what is written together, races, sign-in.

mod steps;

use std::sync::Arc;

use chrono::DateTime;
use guildhall_core::account::{
    CompanyInput, ContactInput, CustomerInput, InviteRow, Join, Proof, RegisterCompany, RoleRow, Status,
};

use super::*;
use crate::clock::Clock;
use crate::store::sqlite::SqliteStore;

struct World {
    _dir: tempfile::TempDir,
    portal: Portal,
}

fn origin() -> Origin {
    Origin { source: "192.0.2.1".into(), request: "r1".into() }
}

async fn world() -> World {
    let dir = tempfile::tempdir().unwrap();
    let store = Arc::new(SqliteStore::open(dir.path()).await.unwrap());
    let clock = Clock::fixed(DateTime::from_timestamp(1_800_000_000, 0).unwrap());
    let services = Services::for_tests(store, clock).unwrap();
    let writer = |wording: Wording<'_>, secret: Option<&str>| {
        let subject = match wording.letter {
            AnyLetter::Account(letter) => format!("{:?}", std::mem::discriminant(letter)),
            AnyLetter::Room(letter) => letter.name().to_owned(),
        };
        (subject, secret.unwrap_or_default().to_owned())
    };
    let portal = Portal::new(services, Arc::new(Program::guide().clone()), Arc::new(writer));
    World { _dir: dir, portal }
}

fn customer() -> CustomerInput {
    CustomerInput { job_title: "Partner manager".into(), department: String::new() }
}

fn contact() -> ContactInput {
    ContactInput { phone: "+49 30 1234".into(), country: "Germany".into(), city: String::new() }
}

impl World {
    async fn run(&self, tenant: Option<Id>, actor: &Actor, command: Command) -> Result<Done, PortalError> {
        self.portal.run(&origin(), tenant, actor, command, Extras::default()).await
    }

    async fn register(&self, email: &str) -> Result<Done, PortalError> {
        let form = RegisterCompany {
            name: "Ana".into(),
            email: email.into(),
            accepts_lead: true,
            accepts_terms: true,
            customer: customer(),
            contact: contact(),
            company: CompanyInput { name: "Acme".into(), country: "Germany".into(), ..CompanyInput::default() },
            offering: "software_products".into(),
            proof: Proof::COMPLETE,
            domain_owner: None,
        };
        let hash = self.portal.services.passwords.hash("Aa1!aaaa".to_owned().into()).await.unwrap();
        let extras = Extras { password_hash: Some(hash), start_session: true, ..Extras::default() };
        self.portal.run(&origin(), None, &Actor::Visitor, Command::RegisterCompany(form), extras).await
    }

    async fn join(&self, tenant: Id, email: &str) -> Result<Done, PortalError> {
        let form = Join {
            invitation: None,
            name: "Bo".into(),
            email: email.into(),
            customer: customer(),
            contact: contact(),
            proof: Proof::COMPLETE,
        };
        self.run(Some(tenant), &Actor::Visitor, Command::Join(form)).await
    }
}

fn lead(done: &Done) -> Actor {
    Actor::Member(done.account.lead(Program::guide()).unwrap().0)
}

fn code(result: Result<Done, PortalError>) -> String {
    match result {
        Ok(_) => "done".into(),
        Err(PortalError::Refused(refusal)) => refusal.code().into(),
        Err(other) => panic!("{other}"),
    }
}

// Rules: REG-3, REG-6, REG-25, SIGN-4, SIGN-5
#[tokio::test]
async fn a_company_is_registered_once_and_its_lead_signs_in() {
    let world = world().await;
    let done = world.register("ana@acme.example").await.unwrap();
    assert!(done.session.is_some());
    assert_eq!(code(world.register("eve@acme.example").await), "company_registered");
    let signed_in = world.portal.sign_in("ANA@Acme.Example", "Aa1!aaaa").await.unwrap();
    assert_eq!((signed_in.tenant, Actor::Member(signed_in.member)), (done.tenant, lead(&done)));
    for (email, password) in
        [("ana@acme.example", "Aa1!aaab"), ("ana@acme.example", ""), ("no@acme.example", "Aa1!aaaa"), ("?", "x")]
    {
        assert!(matches!(world.portal.sign_in(email, password).await, Err(SignInError::Rejected)), "{email}");
    }
}

// Rules: INV-6, INV-7, USR-30
#[tokio::test]
async fn an_invitation_is_mailed_with_a_link_that_ends_with_it() {
    let world = world().await;
    let done = world.register("ana@acme.example").await.unwrap();
    let rows = vec![InviteRow { email: "bo@acme.example".into(), roles: vec!["ace_user".into()] }];
    world.run(Some(done.tenant), &lead(&done), Command::Invite { rows }).await.unwrap();
    let mails = world.portal.services.store.outbox(10).await.unwrap();
    let mail = mails.iter().find(|m| m.template == "invitation").unwrap();
    let token = Token::parse(mail.body_text.rsplit('/').next().unwrap()).unwrap();
    let store = &world.portal.services.store;
    assert_eq!(store.invitation_link(&token.hash()).await.unwrap().unwrap().tenant, done.tenant.to_string());
    let joined = world.join(done.tenant, "bo@acme.example").await.unwrap();
    let bo = joined.account.members().values().find(|m| m.name.as_str() == "Bo").unwrap();
    assert!(bo.roles.contains("ace_user"));
    assert!(store.invitation_link(&token.hash()).await.unwrap().is_none());
}

// Rules: SIGN-6, SIGN-7, USR-29
#[tokio::test]
async fn who_was_removed_is_signed_out_and_stays_out() {
    let world = world().await;
    let done = world.register("ana@acme.example").await.unwrap();
    let joined = world.join(done.tenant, "bo@acme.example").await.unwrap();
    let bo = *joined.account.members().iter().find(|(_, m)| m.name.as_str() == "Bo").unwrap().0;
    let services = &world.portal.services;
    let (session, token) = services.new_session(&done.tenant.to_string(), &bo.to_string()).unwrap();
    services.store.create_session(&session).await.unwrap();
    let command = Command::RemoveMember { member: bo, typed: "confirm".into() };
    let removed = world.run(Some(done.tenant), &lead(&done), command).await.unwrap();
    assert_eq!(removed.account.member(bo).unwrap().status, Status::Removed);
    assert!(services.session(&token).await.unwrap().is_none());
    assert_eq!(code(world.join(done.tenant, "bo@acme.example").await), "member_removed");
}

// Rules: PROFILE-22, USR-12
#[tokio::test]
async fn a_removed_persons_address_is_free_where_its_domain_moves_to() {
    let world = world().await;
    let (here, there) =
        (world.register("ana@acme.example").await.unwrap(), world.register("zoe@zenith.example").await.unwrap());
    let domain = || "labs.example".to_owned();
    let add = |done: &Done| (Some(done.tenant), lead(done), Command::AddDomain { domain: domain(), owner: None });
    let (tenant, actor, command) = add(&here);
    world.run(tenant, &actor, command).await.unwrap();
    let joined = world.join(here.tenant, "bo@labs.example").await.unwrap();
    let bo = *joined.account.members().iter().find(|(_, m)| m.name.as_str() == "Bo").unwrap().0;
    world.run(tenant, &actor, Command::WithdrawDomain { domain: domain() }).await.unwrap();
    let (tenant_there, actor_there, command_there) = add(&there);
    world.run(tenant_there, &actor_there, command_there).await.unwrap();
    assert_eq!(code(world.join(there.tenant, "bo@labs.example").await), "already_member", "still a member here");
    world.run(tenant, &actor, Command::RemoveMember { member: bo, typed: "confirm".into() }).await.unwrap();
    world.join(there.tenant, "bo@labs.example").await.unwrap();
}

// Rules: ROLE-19, INV-8, ROLE-6
#[tokio::test]
async fn many_who_race_for_the_last_seat_leave_one_winner() {
    let world = world().await;
    let done = world.register("ana@acme.example").await.unwrap();
    let mut members = Vec::new();
    for n in 0..28 {
        let joined = world.join(done.tenant, &format!("p{n}@acme.example")).await.unwrap();
        members.push(
            *joined.account.members().iter().find(|(_, m)| m.email.key() == format!("p{n}@acme.example")).unwrap().0,
        );
    }
    let give = |member: Id| Command::UpdateRoles {
        rows: vec![RoleRow { member, assign: vec!["alliance_team".into()], unassign: vec![] }],
    };
    for member in members.iter().take(19) {
        world.run(Some(done.tenant), &lead(&done), give(*member)).await.unwrap();
    }
    let actor = lead(&done);
    let racers = members.iter().skip(19).map(|m| world.run(Some(done.tenant), &actor, give(*m)));
    let outcomes = futures_util::future::join_all(racers).await;
    let won = outcomes
        .iter()
        .filter(|o| matches!(o, Ok(done) if matches!(done.events.as_slice(), [Event::RoleAssigned { .. }])));
    assert_eq!(won.count(), 1, "the 20th seat");
    let account = world.portal.load(done.tenant).await.unwrap().unwrap().account;
    assert_eq!(account.members().values().filter(|m| m.roles.contains("alliance_team")).count(), 20);
}

// Rules: REG-6
#[tokio::test]
async fn many_who_race_for_a_domain_leave_one_company() {
    let world = world().await;
    let racers = (0..8).map(|n| {
        let world = &world;
        async move { world.register(&format!("p{n}@acme.example")).await }
    });
    let outcomes: Vec<String> = futures_util::future::join_all(racers).await.into_iter().map(code).collect();
    assert_eq!(outcomes.iter().filter(|o| *o == "done").count(), 1, "{outcomes:?}");
    assert_eq!(outcomes.iter().filter(|o| *o == "company_registered").count(), 7, "{outcomes:?}");
}

/// A room as small as can be: a counter that only the lead may move.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
struct Counter(u32);

#[derive(Debug, thiserror::Error)]
#[error(transparent)]
struct NotYou(#[from] guildhall_core::setting::Denied);

impl guildhall_core::room::RoomRefusal for NotYou {
    fn code(&self) -> &'static str {
        self.0.code()
    }

    fn kind(&self) -> guildhall_core::Kind {
        self.0.kind()
    }

    fn denied(&self) -> Option<&guildhall_core::setting::Denied> {
        Some(&self.0)
    }

    fn explain(&self, setting: &guildhall_core::setting::Setting<'_>) -> guildhall_core::explain::Explanation {
        guildhall_core::explain::Explainer::new(setting).denied(&self.0).finish(self.0.code(), self.0.kind())
    }
}

impl guildhall_core::room::Room for Counter {
    type Command = u32;
    type Event = u32;
    type Refusal = NotYou;

    const KIND: &'static str = "counter";

    fn decide(&self, setting: &guildhall_core::setting::Setting<'_>, by: &u32) -> Result<Vec<u32>, NotYou> {
        setting.permitted(&[guildhall_core::Permission::ReassignLead])?;
        Ok(vec![*by])
    }

    fn permissions(&self, _: &guildhall_core::setting::Setting<'_>, _: &u32) -> Vec<guildhall_core::Permission> {
        vec![guildhall_core::Permission::ReassignLead]
    }

    fn apply(&mut self, event: &u32) {
        self.0 += event;
    }

    fn event_name(_: &u32) -> &'static str {
        "counted"
    }
}

#[tokio::test]
async fn a_room_is_carried_with_the_account_it_was_decided_on() {
    let world = world().await;
    let done = world.register("ana@acme.example").await.unwrap();
    let joined = world.join(done.tenant, "bo@acme.example").await.unwrap();
    let bo = Actor::Member(*joined.account.members().iter().find(|(_, m)| m.name.as_str() == "Bo").unwrap().0);
    let (ana, id) = (lead(&done), done.tenant.to_string());
    let count = |who: Actor, by: u32| {
        let (portal, id) = (world.portal.clone(), id.clone());
        async move { portal.run_room::<Counter>(&origin(), done.tenant, &id, &who, &by).await }
    };
    assert!(matches!(count(bo, 1).await, Err(RoomError::Refused(_))));
    let racers = (1..=6).map(|by| count(ana.clone(), by));
    let outcomes = futures_util::future::join_all(racers).await;
    assert!(outcomes.iter().all(Result::is_ok), "each found its turn");
    let (state, version) = world.portal.load_room::<Counter>(done.tenant, &id).await.unwrap();
    assert_eq!((state, version), (Counter(21), 6));
    let log = world.portal.services.store.events(&id, 0, 100).await.unwrap();
    assert_eq!(log.iter().filter(|e| e.kind == "counter" && e.event_type == "counted").count(), 6);
}

// Rules: LINK-4, LINK-15, ROLE-36, TRAIL-1
#[tokio::test]
async fn whoever_links_becomes_cloud_admin_in_the_same_step() {
    use guildhall_core::linking::{Command, IdentityInput, PolicyInput, State};
    let world = world().await;
    let done = world.register("ana@acme.example").await.unwrap();
    let (ana, id) = (lead(&done), done.tenant.to_string());
    let document = guildhall_core::iam::PARTNER_ACCOUNT_MANAGEMENT;
    let policy = PolicyInput { name: document.name.into(), document: Some(document.text.into()) };
    let identity = IdentityInput {
        arn: "arn:aws:iam::123456789012:user/Alice".into(),
        principal_id: "AIDAEXAMPLE".into(),
        access_key_id: "AKIAEXAMPLE".into(),
        user_agent: "Mozilla/5.0".into(),
        policies: vec![policy],
    };
    let link = Command::Link { account_id: "123456789012".into(), allow: true, identity };
    let linked = world.portal.run_room::<State>(&origin(), done.tenant, &id, &ana, &link).await.unwrap();
    assert!(linked.state.link().is_some());
    let account = world.portal.load(done.tenant).await.unwrap().unwrap().account;
    assert!(account.members().values().any(|m| m.roles.contains("cloud_admin")));
    // One record each: of the link and of the role in the room, and of the assignment in the account.
    let log = world.portal.services.store.events(&id, 0, 100).await.unwrap();
    let of = |kind: &str, name: &str| log.iter().filter(|e| e.kind == kind && e.event_type == name).count();
    assert_eq!((of("linking", "account_linked"), of("linking", "role_registered")), (1, 1));
    assert_eq!(of("account", "role_assigned"), 1);
    // A second link is refused and leaves nothing.
    let again = world.portal.run_room::<State>(&origin(), done.tenant, &id, &ana, &link).await;
    assert!(matches!(again, Err(RoomError::Refused(_))));
    assert_eq!(world.portal.services.store.events(&id, 0, 100).await.unwrap().len(), log.len());
}
