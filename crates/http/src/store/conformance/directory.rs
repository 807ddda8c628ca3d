//! Domains and addresses: each leads to one tenant, whoever else wants it.

use super::*;

pub(super) async fn a_domain_and_an_address_belong_to_one(store: Arc<dyn Store>) {
    let claim_domain = DirectoryChange::ClaimDomain { domain: "acme.example".into() };
    let claim_address = DirectoryChange::ClaimAddress { address: "ann@acme.example".into(), principal: "ann".into() };
    let mut first = write("acme", "account", "acme", 0, &["a"]);
    first.directory = vec![claim_domain.clone(), claim_address.clone()];
    store.append(first).await.unwrap();
    assert_eq!(store.tenant_of_domain("acme.example").await.unwrap().as_deref(), Some("acme"));
    assert_eq!(store.owner_of_address("ann@acme.example").await.unwrap(), Some(("acme".to_owned(), "ann".to_owned())));
    for (claim, expected) in [
        (claim_domain, Taken::Domain("acme.example".into())),
        (claim_address, Taken::Address("ann@acme.example".into())),
    ] {
        let mut second = write("bolt", "account", "bolt", 0, &["a"]);
        second.directory.push(claim);
        let result = store.append(second).await;
        assert!(matches!(&result, Err(AppendError::Taken { what }) if *what == expected), "{result:?}");
    }
    assert_eq!(store.document("bolt", "account", "bolt").await.unwrap(), None);
}

pub(super) async fn a_released_domain_can_be_claimed_by_another(store: Arc<dyn Store>) {
    let domain = || "acme.example".to_owned();
    let mut append = empty("acme");
    append.directory.push(DirectoryChange::ClaimDomain { domain: domain() });
    store.append(append).await.unwrap();
    let mut append = empty("acme");
    append.directory.push(DirectoryChange::ReleaseDomain { domain: domain() });
    store.append(append).await.unwrap();
    let mut append = empty("bolt");
    append.directory.push(DirectoryChange::ClaimDomain { domain: domain() });
    store.append(append).await.unwrap();
    assert_eq!(store.tenant_of_domain("acme.example").await.unwrap().as_deref(), Some("bolt"));
}

pub(super) async fn nobody_releases_what_is_not_theirs(store: Arc<dyn Store>) {
    let address = || "ann@acme.example".to_owned();
    let mut append = empty("acme");
    append.directory = vec![
        DirectoryChange::ClaimDomain { domain: "acme.example".into() },
        DirectoryChange::ClaimAddress { address: address(), principal: "ann".into() },
    ];
    store.append(append).await.unwrap();
    let mut append = empty("bolt");
    append.directory = vec![
        DirectoryChange::ReleaseDomain { domain: "acme.example".into() },
        DirectoryChange::ReleaseAddress { address: address() },
    ];
    store.append(append).await.unwrap();
    assert!(store.tenant_of_domain("acme.example").await.unwrap().is_some());
    assert!(store.owner_of_address(&address()).await.unwrap().is_some());
    let mut append = empty("acme");
    append.directory.push(DirectoryChange::ReleaseAddress { address: address() });
    store.append(append).await.unwrap();
    assert_eq!(store.owner_of_address(&address()).await.unwrap(), None);
}
