//! Steps over accounts and rooms: stage and bill, records and mail, plans over many rooms.

use super::*;

// Rules: PROFILE-21, C-071, FEE-2, C-113
#[tokio::test]
async fn a_stage_needs_a_product_and_brings_the_bill_in_the_same_step() {
    use guildhall_core::{fee, profile};
    let world = world().await;
    let done = world.register("ana@acme.example").await.unwrap();
    let (ana, id, operator) = (lead(&done), done.tenant.to_string(), Actor::Operator("ops".into()));
    let set = |stage: &str| Command::SetStage { path: "software".into(), stage: stage.into() };
    let refused = world.run(Some(done.tenant), &operator, set("confirmed")).await;
    let Err(PortalError::Profile(profile::Refusal::ProductMissing { path, .. })) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(path, "software");
    let product =
        profile::ProductInput { kind: "software_product".into(), title: "Crane".into(), ..Default::default() };
    let add = profile::Command::AddProduct { product };
    world.portal.run_room::<profile::State>(&origin(), done.tenant, &id, &ana, &add).await.unwrap();
    let own = world.run(Some(done.tenant), &ana, set("confirmed")).await;
    assert!(matches!(own, Err(PortalError::Refused(Refusal::OperatorOnly))));
    world.run(Some(done.tenant), &operator, set("enrolled")).await.unwrap();
    let bills = async || world.portal.load_room::<fee::State>(done.tenant, &id).await.unwrap().0.bills().len();
    assert_eq!(bills().await, 0);
    let confirmed = world.run(Some(done.tenant), &operator, set("confirmed")).await.unwrap();
    assert_eq!(confirmed.account.stages().get("software").map(String::as_str), Some("confirmed"));
    assert_eq!(bills().await, 1);
    // One request, one moment: the stage and the bill are of the same step.
    let log = world.portal.services.store.events(&id, 0, 100).await.unwrap();
    let last: Vec<&str> = log.iter().rev().take(2).map(|e| e.event_type.as_str()).collect();
    assert_eq!(last, ["bill_issued", "stage_set"]);
    // Asking again on the same day issues nothing and writes nothing.
    world.portal.issue_bills(&origin(), done.tenant).await.unwrap();
    assert_eq!(world.portal.services.store.events(&id, 0, 100).await.unwrap().len(), log.len());
}

// Rules: TRAIL-1, TRAIL-2, FEE-7
#[tokio::test]
async fn what_happens_in_a_room_is_recorded_with_its_grounds_and_mailed() {
    use guildhall_core::{fee, trail};
    let world = world().await;
    let done = world.register("ana@acme.example").await.unwrap();
    let (ana, id, operator) = (lead(&done), done.tenant.to_string(), Actor::Operator("ops".into()));
    let count = world.portal.run_room::<Counter>(&origin(), done.tenant, &id, &ana, &1).await.unwrap();
    assert_eq!((count.version, count.id.as_str()), (1, id.as_str()));
    let log = world.portal.services.store.events(&id, 0, 100).await.unwrap();
    let line = log.iter().find(|e| e.kind == "counter").unwrap();
    let recorded: trail::Recorded<u32> = serde_json::from_str(&line.body).unwrap();
    assert_eq!((&recorded.actor, recorded.event), (&ana, 1));
    assert_eq!(recorded.grounds.unwrap().permission, guildhall_core::Permission::ReassignLead);
    // A payment brings the lead a letter with a code, which stands in no event.
    let product =
        profile::ProductInput { kind: "software_product".into(), title: "Crane".into(), ..Default::default() };
    let add = profile::Command::AddProduct { product };
    let portal = &world.portal;
    portal.run_room::<profile::State>(&origin(), done.tenant, &id, &ana, &add).await.unwrap();
    let set = Command::SetStage { path: "software".into(), stage: "confirmed".into() };
    world.run(Some(done.tenant), &operator, set).await.unwrap();
    let (bills, _) = portal.load_room::<fee::State>(done.tenant, &id).await.unwrap();
    let pay = fee::Command::RecordPayment { id: *bills.bills().keys().next().unwrap() };
    portal.run_room::<fee::State>(&origin(), done.tenant, &id, &operator, &pay).await.unwrap();
    let mails = portal.services.store.outbox(10).await.unwrap();
    let letters: Vec<_> = mails.iter().filter(|m| m.template == "promotion").collect();
    assert_eq!((letters.len(), letters[0].to_address.as_str()), (1, "ana@acme.example"));
    let code = letters[0].body_text.as_str();
    assert_eq!((code.len(), code.matches('-').count()), (19, 3), "{code}");
    let log = portal.services.store.events(&id, 0, 100).await.unwrap();
    assert!(log.iter().all(|e| !e.body.contains(code)));
}

// Rules: ROLE-71, INV-8
#[tokio::test]
async fn a_plan_over_several_rooms_happens_whole_and_on_what_it_read() {
    let world = world().await;
    let done = world.register("ana@acme.example").await.unwrap();
    let ana = lead(&done);
    let from = origin();
    let ask = Ask { origin: &from, tenant: done.tenant, actor: &ana, seen: None };
    // Each plan brings one more room than there are: two that read the same rooms cannot both happen on them.
    let grow = async || {
        let plan = |_: &guildhall_core::setting::Setting<'_>, rooms: &[RoomDocument<Counter>]| {
            let known = rooms.iter().map(|room| (room.id.clone(), vec![1]));
            let changes = known.chain([(format!("{:04}", rooms.len()), vec![1, 1])]).collect();
            Ok(RoomPlan { permissions: vec![guildhall_core::Permission::ReassignLead], changes, value: rooms.len() })
        };
        world.portal.run_plan(&ask, plan, |_, done| (done.value, None)).await
    };
    let racers = futures_util::future::join_all((0..6).map(|_| grow())).await;
    let mut read: Vec<usize> = racers.into_iter().map(|r| r.unwrap().1).collect();
    read.sort_unstable();
    assert_eq!(read, [0, 1, 2, 3, 4, 5]);
    let rooms = world.portal.load_rooms::<Counter>(done.tenant).await.unwrap();
    let counts: Vec<(&str, u32, i64)> = rooms.iter().map(|r| (r.id.as_str(), r.state.0, r.version)).collect();
    assert_eq!(counts[0], ("0000", 7, 7));
    assert_eq!(counts[5], ("0005", 2, 2));
    // A company that is not there has no rooms; the programme has.
    let nobody = Id::from_bits(7);
    let ask = |tenant| Ask { tenant, ..ask };
    let plan = |_: &guildhall_core::setting::Setting<'_>, _: &[RoomDocument<Counter>]| {
        Ok(RoomPlan { permissions: Vec::new(), changes: vec![("a".to_owned(), vec![1])], value: () })
    };
    let refused = world.portal.run_plan(&ask(nobody), plan, |_, _| ((), None)).await;
    assert!(matches!(refused, Err(RoomError::Portal(PortalError::Refused(Refusal::CompanyNotRegistered)))));
    world.portal.run_plan(&ask(PROGRAMME), plan, |_, _| ((), None)).await.unwrap();
    assert_eq!(world.portal.load_rooms::<Counter>(PROGRAMME).await.unwrap().len(), 1);
    assert_eq!(world.portal.company_ids(None).await.unwrap(), [done.tenant], "the programme is no company");
    assert_eq!(world.portal.company_ids(Some(done.tenant)).await.unwrap(), []);
}

// Rules: C-110, CERT-9
#[tokio::test]
async fn who_loses_a_race_for_a_certification_address_is_told_whose_it_is() {
    use guildhall_core::certifications::{Refusal, State};
    let world = world().await;
    let mut racers = Vec::new();
    for n in 0..4 {
        let done = world.register(&format!("ana@acme{n}.example")).await.unwrap();
        racers.push((done.tenant, lead(&done)));
    }
    let from = origin();
    let claim = async |tenant: Id, actor: &Actor| {
        let ask = Ask { origin: &from, tenant, actor, seen: None };
        world.portal.set_training_address(&ask, "ana@mail.example", |_, _| ((), None)).await.map(|(done, ())| done)
    };
    let outcomes = futures_util::future::join_all(racers.iter().map(|(tenant, actor)| claim(*tenant, actor))).await;
    let won = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    let lost = outcomes.iter().filter(|o| matches!(o, Err(RoomError::Refused(Refusal::AddressTaken)))).count();
    assert_eq!((won, lost), (1, 3), "{outcomes:?}");
    let mut holders = Vec::new();
    for (tenant, _) in racers {
        let (state, _) = world.portal.load_room::<State>(tenant, &tenant.to_string()).await.unwrap();
        holders.extend(serde_json::to_string(&state).unwrap().contains("ana@mail.example").then_some(tenant));
    }
    assert_eq!(holders.len(), 1, "nobody else has it on record");
}
