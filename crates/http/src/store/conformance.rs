//! What every store must do, as one list of cases. A backend's tests run each case on an empty store.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use self::companies::companies_are_listed_by_name_and_narrowed;
use self::directory::{
    a_domain_and_an_address_belong_to_one, a_released_domain_can_be_claimed_by_another,
    nobody_releases_what_is_not_theirs,
};
use self::listings::listings_are_found_until_they_are_dropped;
use self::log::the_log_is_read_from_its_end_and_filtered;
use self::rooms::{
    a_certification_address_belongs_to_one_and_remembers_when_it_was_freed,
    an_uploaded_file_stays_once_something_keeps_it, events_of_one_name_are_read_from_the_end,
    what_was_read_of_a_kind_must_still_stand,
};
use self::search::{
    a_search_stays_within_tenants_types_and_owners, records_are_found_by_their_words,
    what_is_found_follows_the_document,
};
use self::sign_ins::the_last_sign_in_of_everybody_is_known_at_any_moment;
use super::*;
use crate::secrets::Token;

mod companies;
mod directory;
mod listings;
mod log;
mod rooms;
mod search;
mod sign_ins;

type Running = Pin<Box<dyn Future<Output = ()> + Send>>;

/// One case: its name, and what to do with an empty store.
pub(crate) struct Case {
    name: &'static str,
    run: fn(Arc<dyn Store>) -> Running,
}

/// Runs one case.
pub(crate) async fn run(case: &Case, store: Arc<dyn Store>) {
    println!("store case: {}", case.name);
    (case.run)(store).await;
}

macro_rules! cases {
    ($($case:ident),+ $(,)?) => {
        pub(crate) const CASES: &[Case] =
            &[$(Case { name: stringify!($case), run: |store| Box::pin($case(store)) }),+];
    };
}

cases![
    a_document_is_created_once,
    a_stale_write_is_a_conflict_and_leaves_nothing,
    what_a_decision_read_must_still_stand,
    of_two_racing_writers_one_wins,
    what_was_read_of_a_kind_must_still_stand,
    several_documents_are_written_together_or_not_at_all,
    records_are_found_by_their_words,
    a_search_stays_within_tenants_types_and_owners,
    what_is_found_follows_the_document,
    events_are_numbered_and_paged,
    the_log_is_read_from_its_end_and_filtered,
    events_of_one_name_are_read_from_the_end,
    a_write_without_events_moves_the_version,
    tenants_do_not_see_each_other,
    a_domain_and_an_address_belong_to_one,
    a_released_domain_can_be_claimed_by_another,
    nobody_releases_what_is_not_theirs,
    a_certification_address_belongs_to_one_and_remembers_when_it_was_freed,
    an_uploaded_file_stays_once_something_keeps_it,
    mail_is_queued_with_its_cause,
    claimed_mail_comes_back_when_its_lease_ends,
    failed_mail_waits_and_is_given_up,
    credentials_are_set_and_forgotten,
    sessions_live_and_end,
    a_revocation_ends_sessions_and_tokens_but_not_the_new_one,
    personal_tokens_are_listed_and_revoked_by_their_owner,
    tokens_are_made_and_revoked_with_what_is_recorded_of_them,
    the_programmes_own_tenant_is_no_company,
    companies_are_listed_by_name_and_narrowed,
    listings_are_found_until_they_are_dropped,
    a_flow_moves_step_by_step,
    a_flow_is_consumed_once,
    all_flows_of_an_address_can_be_voided,
    an_idempotency_key_counts_once,
    invitation_links_lead_to_their_tenant,
    the_last_sign_in_of_everybody_is_known_at_any_moment,
    purge_takes_what_has_ended_only,
];

fn provenance() -> Provenance {
    Provenance { at: 1_000, actor: "ann".into(), source: "127.0.0.1".into(), request_id: "r1".into() }
}

fn empty(tenant: &str) -> Append {
    Append::new(tenant, provenance())
}

/// An append that writes one document with events of these types.
pub(crate) fn write(tenant: &str, kind: &str, id: &str, expected_version: i64, events: &[&str]) -> Append {
    let mut append = empty(tenant);
    append.documents.push(document(kind, id, expected_version, events));
    append
}

fn document(kind: &str, id: &str, expected_version: i64, events: &[&str]) -> DocumentWrite {
    DocumentWrite {
        kind: kind.into(),
        id: id.into(),
        expected_version,
        body: format!("{{\"after\":{}}}", expected_version + events.len() as i64),
        events: events.iter().map(|name| NewEvent { event_type: (*name).into(), body: "{}".into() }).collect(),
    }
}

fn mail(id: &str) -> OutgoingMail {
    OutgoingMail {
        id: id.into(),
        to_address: "ann@acme.example".into(),
        template: "security_code".into(),
        subject: "Your code".into(),
        body_text: "7KQ2M9XD".into(),
    }
}

fn hash() -> TokenHash {
    Token::random().unwrap().hash()
}

fn session(tenant: &str, principal: &str, expires_at: Millis) -> Session {
    Session {
        token_hash: hash(),
        tenant: tenant.into(),
        principal: principal.into(),
        csrf_secret: "secret".into(),
        created_at: 1_000,
        last_seen_at: 1_000,
        expires_at,
    }
}

fn flow(subject: &str, expires_at: Millis) -> Flow {
    Flow {
        token_hash: hash(),
        kind: "registration".into(),
        subject: subject.into(),
        version: 1,
        body: "{}".into(),
        created_at: 1_000,
        expires_at,
    }
}

fn token(tenant: &str, principal: &str, created_at: Millis) -> PersonalToken {
    PersonalToken {
        token_hash: hash(),
        tenant: tenant.into(),
        principal: principal.into(),
        name: "crm".into(),
        created_at,
        expires_at: 9_000,
        last_used_at: None,
    }
}

#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "reads better where it is called")]
fn assert_conflict(result: Result<(), AppendError>) {
    assert!(matches!(result, Err(AppendError::Conflict)), "{result:?}");
}

async fn a_document_is_created_once(store: Arc<dyn Store>) {
    assert_eq!(store.document("acme", "account", "acme").await.unwrap(), None);
    store.append(write("acme", "account", "acme", 0, &["registered"])).await.unwrap();
    let found = store.document("acme", "account", "acme").await.unwrap().unwrap();
    assert_eq!((found.version, found.body.as_str()), (1, "{\"after\":1}"));
    assert_conflict(store.append(write("acme", "account", "acme", 0, &["registered"])).await);
}

async fn what_a_decision_read_must_still_stand(store: Arc<dyn Store>) {
    store.append(write("acme", "account", "acme", 0, &["a"])).await.unwrap();
    let task = |expected, read: (&str, i64)| {
        let mut append = write("acme", "tasks", "acme", expected, &["b"]);
        append.reads.push(DocumentRead { kind: read.0.into(), id: "acme".into(), version: read.1 });
        append
    };
    for stale in [("account", 0), ("account", 2), ("profile", 1)] {
        assert_conflict(store.append(task(0, stale)).await);
        assert_eq!(store.document("acme", "tasks", "acme").await.unwrap(), None, "{stale:?}");
    }
    store.append(task(0, ("account", 1))).await.unwrap();
    store.append(task(1, ("profile", 0))).await.unwrap();
    assert_eq!(store.document("acme", "account", "acme").await.unwrap().unwrap().version, 1, "read, not written");
}

async fn a_stale_write_is_a_conflict_and_leaves_nothing(store: Arc<dyn Store>) {
    store.append(write("acme", "account", "acme", 0, &["a", "b"])).await.unwrap();
    for stale in [1, 3] {
        let mut append = write("acme", "account", "acme", stale, &["c"]);
        append.outbox.push(mail("m1"));
        append.directory.push(DirectoryChange::ClaimDomain { domain: "acme.example".into() });
        assert_conflict(store.append(append).await);
    }
    assert_eq!(store.document("acme", "account", "acme").await.unwrap().unwrap().version, 2);
    assert_eq!(store.events("acme", 0, 10).await.unwrap().len(), 2);
    assert_eq!(store.outbox(10).await.unwrap(), []);
    assert_eq!(store.tenant_of_domain("acme.example").await.unwrap(), None);
}

async fn of_two_racing_writers_one_wins(store: Arc<dyn Store>) {
    store.append(write("acme", "account", "acme", 0, &["a"])).await.unwrap();
    let writers: Vec<_> = (0..8)
        .map(|_| {
            let store = Arc::clone(&store);
            tokio::spawn(async move { store.append(write("acme", "account", "acme", 1, &["b"])).await })
        })
        .collect();
    let mut won = 0;
    for writer in writers {
        match writer.await.unwrap() {
            Ok(()) => won += 1,
            other => assert_conflict(other),
        }
    }
    assert_eq!(won, 1);
    assert_eq!(store.events("acme", 0, 10).await.unwrap().len(), 2);
}

async fn several_documents_are_written_together_or_not_at_all(store: Arc<dyn Store>) {
    let mut both = write("acme", "account", "acme", 0, &["a"]);
    both.documents.push(document("lead", "l1", 0, &["b", "c"]));
    store.append(both.clone()).await.unwrap();
    assert_eq!(store.document("acme", "lead", "l1").await.unwrap().unwrap().version, 2);
    let mut half_stale = write("acme", "account", "acme", 1, &["d"]);
    half_stale.documents.push(document("lead", "l1", 1, &["e"]));
    assert_conflict(store.append(half_stale).await);
    assert_eq!(store.document("acme", "account", "acme").await.unwrap().unwrap().version, 1);
    let leads = store.documents("acme", "lead", "", 10).await.unwrap();
    assert_eq!(leads.iter().map(|lead| lead.id.as_str()).collect::<Vec<_>>(), ["l1"]);
    assert_eq!(store.documents("acme", "lead", "l1", 10).await.unwrap(), []);
}

async fn events_are_numbered_and_paged(store: Arc<dyn Store>) {
    store.append(write("acme", "account", "acme", 0, &["a", "b"])).await.unwrap();
    store.append(write("acme", "lead", "l1", 0, &["c"])).await.unwrap();
    store.append(write("acme", "account", "acme", 2, &["d"])).await.unwrap();
    let all = store.events("acme", 0, 10).await.unwrap();
    let seen: Vec<_> = all.iter().map(|event| (event.sequence, event.event_type.as_str(), event.version)).collect();
    assert_eq!(seen, [(1, "a", 1), (2, "b", 2), (3, "c", 1), (4, "d", 3)]);
    let page = store.events("acme", 1, 2).await.unwrap();
    assert_eq!(page.iter().map(|event| event.sequence).collect::<Vec<_>>(), [2, 3]);
    let first = &all[0];
    assert_eq!(
        (first.at, first.actor.as_str(), first.source.as_str(), first.request_id.as_str(), first.body.as_str()),
        (1_000, "ann", "127.0.0.1", "r1", "{}")
    );
}

async fn a_write_without_events_moves_the_version(store: Arc<dyn Store>) {
    store.append(write("acme", "view", "v", 0, &[])).await.unwrap();
    store.append(write("acme", "view", "v", 1, &[])).await.unwrap();
    assert_conflict(store.append(write("acme", "view", "v", 1, &[])).await);
    assert_eq!(store.document("acme", "view", "v").await.unwrap().unwrap().version, 2);
}

async fn tenants_do_not_see_each_other(store: Arc<dyn Store>) {
    store.append(write("acme", "account", "x", 0, &["a"])).await.unwrap();
    store.append(write("bolt", "account", "x", 0, &["b"])).await.unwrap();
    assert_eq!(store.events("acme", 0, 10).await.unwrap().len(), 1);
    assert_eq!(store.events("bolt", 0, 10).await.unwrap()[0].sequence, 1);
    assert_eq!(store.document("cord", "account", "x").await.unwrap(), None);
    assert_eq!(store.tenants("", 10).await.unwrap(), ["acme", "bolt"]);
    assert_eq!(store.tenants("acme", 10).await.unwrap(), ["bolt"]);
}

async fn mail_is_queued_with_its_cause(store: Arc<dyn Store>) {
    let mut append = write("acme", "account", "acme", 0, &["a"]);
    append.outbox = vec![mail("m1"), mail("m2")];
    store.append(append).await.unwrap();
    assert_eq!(store.claim_mail(999, 2_000, 10).await.unwrap(), [], "not due yet");
    assert_eq!(store.claim_mail(1_000, 2_000, 1).await.unwrap().len(), 1, "as many as asked for");
    assert_eq!(store.claim_mail(1_000, 2_000, 10).await.unwrap().len(), 1, "the other one");
    store.mail_sent("acme", "m1", 1_100, false).await.unwrap();
    store.mail_sent("acme", "m2", 1_100, true).await.unwrap();
    let kept = store.outbox(10).await.unwrap();
    let seen: Vec<_> = kept
        .iter()
        .map(|mail| (mail.id.as_str(), mail.state, mail.attempts, mail.sent_at, mail.body_text.as_str()))
        .collect();
    assert_eq!(
        seen,
        [("m1", MailState::Sent, 1, Some(1_100), ""), ("m2", MailState::Sent, 1, Some(1_100), "7KQ2M9XD"),]
    );
    assert_eq!(store.claim_mail(9_000, 9_100, 10).await.unwrap(), []);
}

async fn claimed_mail_comes_back_when_its_lease_ends(store: Arc<dyn Store>) {
    let mut append = empty(NO_TENANT);
    append.outbox.push(mail("m1"));
    store.append(append).await.unwrap();
    assert_eq!(store.claim_mail(1_000, 2_000, 10).await.unwrap().len(), 1);
    assert_eq!(store.claim_mail(1_999, 3_000, 10).await.unwrap(), []);
    assert_eq!(store.claim_mail(2_000, 3_000, 10).await.unwrap()[0].attempts, 2);
}

async fn failed_mail_waits_and_is_given_up(store: Arc<dyn Store>) {
    let mut append = empty("acme");
    append.outbox.push(mail("m1"));
    store.append(append).await.unwrap();
    store.claim_mail(1_000, 2_000, 10).await.unwrap();
    store.mail_failed("acme", "m1", "refused", Some(5_000)).await.unwrap();
    assert_eq!(store.claim_mail(4_999, 9_000, 10).await.unwrap(), []);
    let again = store.claim_mail(5_000, 9_000, 10).await.unwrap();
    assert_eq!((again[0].attempts, again[0].last_error.as_deref()), (2, Some("refused")));
    store.mail_failed("acme", "m1", "no such user", None).await.unwrap();
    assert_eq!(store.claim_mail(99_000, 99_100, 10).await.unwrap(), []);
    assert_eq!(store.outbox(10).await.unwrap()[0].state, MailState::Dead);
}

async fn credentials_are_set_and_forgotten(store: Arc<dyn Store>) {
    let set = |hash: &str| {
        let mut append = empty("acme");
        append.credentials.push(CredentialChange::Set { principal: "ann".into(), password_hash: hash.into() });
        append
    };
    store.append(set("one")).await.unwrap();
    store.append(set("two")).await.unwrap();
    assert_eq!(store.credential("acme", "ann").await.unwrap().as_deref(), Some("two"));
    assert_eq!(store.credential("bolt", "ann").await.unwrap(), None);
    assert!(!store.rehash_credential("acme", "ann", "one", "three").await.unwrap());
    assert!(store.rehash_credential("acme", "ann", "two", "three").await.unwrap());
    assert_eq!(store.credential("acme", "ann").await.unwrap().as_deref(), Some("three"));
    let mut append = empty("acme");
    append.credentials.push(CredentialChange::Delete { principal: "ann".into() });
    store.append(append).await.unwrap();
    assert_eq!(store.credential("acme", "ann").await.unwrap(), None);
}

async fn sessions_live_and_end(store: Arc<dyn Store>) {
    let (one, two, three) =
        (session("acme", "ann", 9_000), session("acme", "ann", 9_000), session("acme", "bo", 9_000));
    for session in [&one, &two, &three] {
        store.create_session(session).await.unwrap();
    }
    store.touch_session(&one.token_hash, 2_000).await.unwrap();
    store.touch_session(&one.token_hash, 1_500).await.unwrap();
    let found = store.session(&one.token_hash).await.unwrap().unwrap();
    assert_eq!(found, Session { last_seen_at: 2_000, ..one.clone() }, "time does not go back");
    assert_eq!(store.delete_other_sessions("acme", "ann", Some(&one.token_hash)).await.unwrap(), 1);
    assert!(store.session(&two.token_hash).await.unwrap().is_none());
    assert!(store.session(&three.token_hash).await.unwrap().is_some());
    assert_eq!(store.delete_other_sessions("acme", "ann", None).await.unwrap(), 1);
    store.delete_session(&three.token_hash).await.unwrap();
    store.delete_session(&three.token_hash).await.unwrap();
    assert!(store.session(&three.token_hash).await.unwrap().is_none());
}

async fn a_revocation_ends_sessions_and_tokens_but_not_the_new_one(store: Arc<dyn Store>) {
    let (old, other, new) =
        (session("acme", "ann", 9_000), session("acme", "bo", 9_000), session("acme", "ann", 9_000));
    let old_token = token("acme", "ann", 1);
    store.create_session(&old).await.unwrap();
    store.create_session(&other).await.unwrap();
    store.create_token(&old_token).await.unwrap();
    let mut append = empty("acme");
    append.revoke.push("ann".into());
    append.session = Some(new.clone());
    store.append(append).await.unwrap();
    assert!(store.session(&old.token_hash).await.unwrap().is_none());
    assert!(store.token(&old_token.token_hash).await.unwrap().is_none());
    assert!(store.session(&other.token_hash).await.unwrap().is_some());
    assert!(store.session(&new.token_hash).await.unwrap().is_some());
}

async fn personal_tokens_are_listed_and_revoked_by_their_owner(store: Arc<dyn Store>) {
    let (one, two, bos) = (token("acme", "ann", 1), token("acme", "ann", 2), token("acme", "bo", 1));
    for token in [&two, &one, &bos] {
        store.create_token(token).await.unwrap();
    }
    assert_eq!(store.tokens("acme", "ann").await.unwrap(), [one.clone(), two]);
    assert!(!store.revoke_token("acme", "ann", &bos.token_hash).await.unwrap());
    assert!(!store.revoke_token("bolt", "bo", &bos.token_hash).await.unwrap());
    assert!(store.revoke_token("acme", "ann", &one.token_hash).await.unwrap());
    assert!(store.token(&one.token_hash).await.unwrap().is_none());
    store.touch_token(&bos.token_hash, 5_000).await.unwrap();
    assert_eq!(store.token(&bos.token_hash).await.unwrap().unwrap().last_used_at, Some(5_000));
}

async fn begin(store: &Arc<dyn Store>, flow: &Flow) {
    let mut append = empty(NO_TENANT);
    append.flows.push(FlowChange::Begin(flow.clone()));
    store.append(append).await.unwrap();
}

async fn tokens_are_made_and_revoked_with_what_is_recorded_of_them(store: Arc<dyn Store>) {
    let (old, new) = (token("acme", "ann", 1_000), token("acme", "ann", 2_000));
    store.create_token(&old).await.unwrap();
    let mut made = write("acme", "account", "acme", 0, &["made"]);
    made.revoke = vec!["ann".into()];
    made.tokens = vec![TokenChange::Create(new.clone())];
    store.append(made).await.unwrap();
    assert_eq!(
        store.tokens("acme", "ann").await.unwrap(),
        std::slice::from_ref(&new),
        "the new one outlives the revocation"
    );
    let revoke =
        |principal: &str| TokenChange::Revoke { principal: principal.into(), token_hash: new.token_hash.clone() };
    let mut foreign = write("acme", "account", "acme", 1, &["revoked"]);
    foreign.tokens = vec![revoke("bo")];
    assert_conflict(store.append(foreign).await);
    assert_eq!(store.document("acme", "account", "acme").await.unwrap().unwrap().version, 1, "nothing was written");
    let mut own = write("acme", "account", "acme", 1, &["revoked"]);
    own.tokens = vec![revoke("ann")];
    store.append(own).await.unwrap();
    assert_eq!(store.tokens("acme", "ann").await.unwrap(), []);
}

async fn the_programmes_own_tenant_is_no_company(store: Arc<dyn Store>) {
    store.append(write(PROGRAMME_TENANT, "operators", "operators", 0, &["added"])).await.unwrap();
    store.append(write("acme", "account", "acme", 0, &["registered"])).await.unwrap();
    assert_eq!(store.tenants("", 10).await.unwrap(), ["acme"]);
    assert_eq!(store.events(PROGRAMME_TENANT, 0, 10).await.unwrap().len(), 1);
}

async fn a_flow_moves_step_by_step(store: Arc<dyn Store>) {
    let flow = flow("ann@acme.example", 9_000);
    begin(&store, &flow).await;
    let step = |expected_version| {
        let mut append = empty(NO_TENANT);
        append.outbox.push(mail(&format!("m{expected_version}")));
        append.flows.push(FlowChange::Step {
            token_hash: flow.token_hash.clone(),
            expected_version,
            subject: "bo@acme.example".into(),
            body: "{\"tries\":1}".into(),
            expires_at: 9_500,
        });
        append
    };
    store.append(step(1)).await.unwrap();
    assert_conflict(store.append(step(1)).await);
    let found = store.flow(&flow.token_hash).await.unwrap().unwrap();
    let expected = Flow {
        version: 2,
        subject: "bo@acme.example".into(),
        body: "{\"tries\":1}".into(),
        expires_at: 9_500,
        ..flow.clone()
    };
    assert_eq!(found, expected);
    assert_eq!(store.outbox(10).await.unwrap().len(), 1);
}

async fn a_flow_is_consumed_once(store: Arc<dyn Store>) {
    let flow = flow("ann@acme.example", 9_000);
    begin(&store, &flow).await;
    let consume = |expected_version| {
        let mut append = empty(NO_TENANT);
        append.flows.push(FlowChange::Consume { token_hash: flow.token_hash.clone(), expected_version });
        append
    };
    assert_conflict(store.append(consume(2)).await);
    store.append(consume(1)).await.unwrap();
    assert_eq!(store.flow(&flow.token_hash).await.unwrap(), None);
    assert_conflict(store.append(consume(1)).await);
}

async fn all_flows_of_an_address_can_be_voided(store: Arc<dyn Store>) {
    let flows = [flow("ann@acme.example", 9_000), flow("ann@acme.example", 9_000), flow("bo@acme.example", 9_000)];
    for flow in &flows {
        begin(&store, flow).await;
    }
    for _ in 0..2 {
        let mut append = empty("acme");
        append.flows.push(FlowChange::Void { subject: "ann@acme.example".into() });
        store.append(append).await.unwrap();
    }
    assert_eq!(store.flow(&flows[0].token_hash).await.unwrap(), None);
    assert_eq!(store.flow(&flows[1].token_hash).await.unwrap(), None);
    assert!(store.flow(&flows[2].token_hash).await.unwrap().is_some());
}

async fn an_idempotency_key_counts_once(store: Arc<dyn Store>) {
    let answer = IdempotentAnswer {
        principal: "ann".into(),
        key: "k1".into(),
        request_hash: "h".into(),
        status: 201,
        body: "{}".into(),
        created_at: 1_000,
    };
    let mut append = write("acme", "account", "acme", 0, &["a"]);
    append.idempotency = Some(answer.clone());
    store.append(append).await.unwrap();
    let mut again = write("acme", "lead", "l1", 0, &["a"]);
    again.idempotency = Some(answer.clone());
    assert!(matches!(store.append(again).await, Err(AppendError::Duplicate)));
    assert_eq!(store.document("acme", "lead", "l1").await.unwrap(), None);
    assert_eq!(store.idempotent_answer("acme", "ann", "k1").await.unwrap(), Some(answer));
    assert_eq!(store.idempotent_answer("acme", "bo", "k1").await.unwrap(), None);
    assert_eq!(store.idempotent_answer("bolt", "ann", "k1").await.unwrap(), None);
}

async fn invitation_links_lead_to_their_tenant(store: Arc<dyn Store>) {
    let token_hash = hash();
    let mut append = empty("acme");
    append.links.push(LinkChange::Add { token_hash: token_hash.clone(), invitation: "i1".into() });
    store.append(append).await.unwrap();
    let remove = |tenant: &str| {
        let mut append = empty(tenant);
        append.links.push(LinkChange::Remove { invitation: "i1".into() });
        append
    };
    store.append(remove("bolt")).await.unwrap();
    let expected = InvitationLink { tenant: "acme".into(), invitation: "i1".into() };
    assert_eq!(store.invitation_link(&token_hash).await.unwrap(), Some(expected));
    assert_eq!(store.invitation_link(&hash()).await.unwrap(), None);
    store.append(remove("acme")).await.unwrap();
    assert_eq!(store.invitation_link(&token_hash).await.unwrap(), None);
}

async fn purge_takes_what_has_ended_only(store: Arc<dyn Store>) {
    let (ended, lasting) = (session("acme", "ann", 5_000), session("acme", "ann", 9_000));
    let idle = Session { last_seen_at: 10, ..session("acme", "bo", 9_000) };
    for session in [&ended, &lasting, &idle] {
        store.create_session(session).await.unwrap();
    }
    let (old_flow, new_flow) = (flow("a@acme.example", 5_000), flow("a@acme.example", 9_000));
    begin(&store, &old_flow).await;
    begin(&store, &new_flow).await;
    let expired_token = PersonalToken { expires_at: 5_000, ..token("acme", "ann", 1) };
    let lasting_token = token("acme", "ann", 1);
    store.create_token(&expired_token).await.unwrap();
    store.create_token(&lasting_token).await.unwrap();
    let mut append = empty("acme");
    append.outbox = vec![mail("sent"), mail("queued")];
    store.append(append).await.unwrap();
    store.mail_sent("acme", "sent", 1_000, false).await.unwrap();
    let purge =
        Purge { expired_at: 5_000, idle_since: 500, answers_before: 2_000, mail_before: 2_000, sign_ins_before: 0 };
    assert_eq!(store.purge(purge).await.unwrap(), 5);
    assert_eq!(store.purge(purge).await.unwrap(), 0);
    assert!(store.session(&ended.token_hash).await.unwrap().is_none());
    assert!(store.session(&idle.token_hash).await.unwrap().is_none());
    assert!(store.session(&lasting.token_hash).await.unwrap().is_some());
    assert!(store.flow(&old_flow.token_hash).await.unwrap().is_none());
    assert!(store.flow(&new_flow.token_hash).await.unwrap().is_some());
    assert!(store.token(&expired_token.token_hash).await.unwrap().is_none());
    assert!(store.token(&lasting_token.token_hash).await.unwrap().is_some());
    assert_eq!(store.outbox(10).await.unwrap()[0].id, "queued");
    store.ping().await.unwrap();
}
