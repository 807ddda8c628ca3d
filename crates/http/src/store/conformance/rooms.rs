//! What rooms need of every store: kinds read whole, certification addresses, events by name, files.

use super::*;

pub(super) async fn what_was_read_of_a_kind_must_still_stand(store: Arc<dyn Store>) {
    store.append(write("acme", "lead", "1", 0, &["shared", "accepted"])).await.unwrap();
    store.append(write("acme", "lead", "2", 0, &["shared"])).await.unwrap();
    store.append(write("acme", "other", "1", 0, &["shared"])).await.unwrap();
    store.append(write("bolt", "lead", "1", 0, &["shared"])).await.unwrap();
    let standing_on = |documents, versions, id: &str| {
        let mut append = write("acme", "plan", id, 0, &["made"]);
        append.kinds.push(KindRead { kind: "lead".into(), documents, versions });
        append
    };
    store.append(standing_on(2, 3, "1")).await.unwrap();
    store.append(write("acme", "lead", "2", 1, &["accepted"])).await.unwrap();
    assert_conflict(store.append(standing_on(2, 3, "2")).await);
    store.append(write("acme", "lead", "3", 0, &["shared"])).await.unwrap();
    assert_conflict(store.append(standing_on(2, 4, "2")).await);
    assert_eq!(store.document("acme", "plan", "2").await.unwrap(), None, "nothing was written");
    store.append(standing_on(3, 5, "2")).await.unwrap();
    let mut none = write("acme", "plan", "3", 0, &["made"]);
    none.kinds.push(KindRead { kind: "nothing".into(), documents: 0, versions: 0 });
    store.append(none).await.unwrap();
}

// For C-110, CERT-10
pub(super) async fn a_certification_address_belongs_to_one_and_remembers_when_it_was_freed(store: Arc<dyn Store>) {
    let address = || "bo@mail.example".to_owned();
    let change = |tenant: &str, change: DirectoryChange| {
        let mut append = empty(tenant);
        append.directory.push(change);
        store.append(append)
    };
    let claim = |tenant: &str, principal: &str| {
        change(tenant, DirectoryChange::ClaimTrainingAddress { address: address(), principal: principal.into() })
    };
    claim("acme", "bo").await.unwrap();
    for (tenant, principal) in [("bolt", "bo"), ("acme", "cy"), ("acme", "bo")] {
        let taken = claim(tenant, principal).await;
        assert!(matches!(taken, Err(AppendError::Taken { what: Taken::Address(_) })), "{tenant} {principal}");
    }
    // Only who has it frees it.
    change("bolt", DirectoryChange::FreeTrainingAddress { address: address() }).await.unwrap();
    let found = store.training_address(&address()).await.unwrap().unwrap();
    assert_eq!((found.tenant.as_str(), found.principal.as_str(), found.freed_at), ("acme", "bo", None));
    change("acme", DirectoryChange::FreeTrainingAddress { address: address() }).await.unwrap();
    let found = store.training_address(&address()).await.unwrap().unwrap();
    assert_eq!((found.tenant.as_str(), found.freed_at), ("acme", Some(1_000)));
    claim("bolt", "bo").await.unwrap();
    let found = store.training_address(&address()).await.unwrap().unwrap();
    assert_eq!((found.tenant.as_str(), found.freed_at), ("bolt", None));
    // What somebody is registered with is nobody's certification address.
    let registered = || "cy@acme.example".to_owned();
    change("acme", DirectoryChange::ClaimAddress { address: registered(), principal: "cy".into() }).await.unwrap();
    let claim = DirectoryChange::ClaimTrainingAddress { address: registered(), principal: "bo".into() };
    assert!(matches!(change("bolt", claim).await, Err(AppendError::Taken { .. })));
    assert_eq!(store.training_address("nobody@acme.example").await.unwrap(), None);
}

pub(super) async fn events_of_one_name_are_read_from_the_end(store: Arc<dyn Store>) {
    store.append(write("acme", "account", "acme", 0, &["a", "b", "a", "a"])).await.unwrap();
    store.append(write("acme", "tasks", "acme", 0, &["a"])).await.unwrap();
    store.append(write("bolt", "account", "bolt", 0, &["a"])).await.unwrap();
    let places = async |name: &str, before, limit| -> Vec<i64> {
        let found = store.events_named("acme", ("account", name), before, limit).await.unwrap();
        found.iter().map(|event| event.sequence).collect()
    };
    assert_eq!(places("a", i64::MAX, 2).await, [4, 3]);
    assert_eq!(places("a", 3, 2).await, [1]);
    assert_eq!(places("c", i64::MAX, 2).await, [0; 0]);
}

// For SUPPORT-3, SUPPORT-9
pub(super) async fn an_uploaded_file_stays_once_something_keeps_it(store: Arc<dyn Store>) {
    let file = |id: &str, created_at| StoredFile {
        id: id.into(),
        principal: "ann".into(),
        name: "plan.txt".into(),
        media_type: "text/plain".into(),
        bytes: 3,
        sha256: "hash".into(),
        created_at,
        kept: false,
    };
    for (id, at) in [("1", 1_000), ("2", 1_000), ("3", 5_000)] {
        store.create_file("acme", &file(id, at), b"abc").await.unwrap();
    }
    assert_eq!(store.file("acme", "1").await.unwrap(), Some(file("1", 1_000)));
    assert_eq!(store.file("bolt", "1").await.unwrap(), None);
    assert_eq!(store.file_content("bolt", "hash").await.unwrap(), None);
    assert_eq!(store.waiting_files("acme", "ann").await.unwrap(), 3);
    let keeping = |id: &str, version| {
        let mut append = write("acme", "support", "acme", version, &["case_opened"]);
        append.files.push(id.into());
        append
    };
    store.append(keeping("1", 0)).await.unwrap();
    assert_conflict(store.append(keeping("1", 1)).await);
    assert_conflict(store.append(keeping("none", 1)).await);
    assert_eq!(store.document("acme", "support", "acme").await.unwrap().unwrap().version, 1, "nothing was written");
    assert_eq!(store.waiting_files("acme", "ann").await.unwrap(), 2);
    let purge =
        |before| Purge { expired_at: 0, idle_since: 0, answers_before: before, mail_before: 0, sign_ins_before: 0 };
    assert_eq!(store.purge(purge(2_000)).await.unwrap(), 1);
    assert_eq!(store.file("acme", "2").await.unwrap(), None);
    assert_eq!(store.file_content("acme", "hash").await.unwrap().unwrap(), b"abc");
    store.create_file("acme", &StoredFile { sha256: "other".into(), ..file("4", 1_000) }, b"xyz").await.unwrap();
    store.purge(purge(2_000)).await.unwrap();
    assert_eq!(store.file_content("acme", "other").await.unwrap(), None, "bytes that no file has go with it");
    store.purge(purge(9_000)).await.unwrap();
    assert!(store.file("acme", "1").await.unwrap().unwrap().kept, "what is kept stays");
}
