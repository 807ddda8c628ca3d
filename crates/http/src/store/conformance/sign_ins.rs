//! When people signed in.

use std::sync::Arc;

use super::empty;
use crate::secrets::Token;
use crate::store::{Millis, Purge, Session, Store};

fn session(tenant: &str, principal: &str, at: Millis) -> Session {
    Session {
        token_hash: Token::random().unwrap().hash(),
        tenant: tenant.into(),
        principal: principal.into(),
        csrf_secret: "c".into(),
        created_at: at,
        last_seen_at: at,
        expires_at: at + 1_000,
    }
}

pub(super) async fn the_last_sign_in_of_everybody_is_known_at_any_moment(store: Arc<dyn Store>) {
    store.create_session(&session("acme", "ann", 1_000)).await.unwrap();
    store.create_session(&session("acme", "ann", 3_000)).await.unwrap();
    store.create_session(&session("birch", "ann", 9_000)).await.unwrap();
    store.note_sign_in("acme", "bo", 2_000).await.unwrap();
    store.note_sign_in("acme", "bo", 2_000).await.unwrap();
    let mut append = empty("acme");
    append.session = Some(session("acme", "cy", 4_000));
    store.append(append).await.unwrap();
    let last = async |until: Millis| {
        let found = store.last_sign_ins("acme", until).await.unwrap();
        found.iter().map(|(who, at)| format!("{who} {at}")).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(last(999).await, "");
    assert_eq!(last(1_000).await, "ann 1000");
    assert_eq!(last(2_999).await, "ann 1000, bo 2000");
    assert_eq!(last(i64::MAX).await, "ann 3000, bo 2000, cy 4000");
    // Sessions go, sign-ins stay; of those that are too old the last of everybody.
    let purge =
        Purge { expired_at: i64::MAX, idle_since: i64::MAX, answers_before: 0, mail_before: 0, sign_ins_before: 2_500 };
    store.purge(purge).await.unwrap();
    assert_eq!(last(2_999).await, "bo 2000");
    assert_eq!(last(i64::MAX).await, "ann 3000, bo 2000, cy 4000");
}
