//! The accounts of operators on a store, without a terminal.

use super::*;
use crate::portal::SignInError;
use crate::store::Store as _;

const PASSWORD: &str = "Velvet+River42";

async fn console() -> (tempfile::TempDir, Console) {
    let dir = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(dir.path()).await.unwrap();
    let secret = ServerSecret::random().unwrap();
    (dir, Console::on(store, &secret, Program::guide().clone(), Cost::CHEAPEST).unwrap())
}

fn typed(password: &str) -> impl Fn() -> Result<String, ConsoleError> + use<> {
    let password = password.to_owned();
    move || Ok(password.clone())
}

#[tokio::test]
async fn an_account_is_made_listed_disabled_and_enabled() {
    let (_dir, console) = console().await;
    assert!(console.list(false).await.unwrap().contains("no operator yet"));
    let said = console.add("Olga Guild", "olga@guild.example", typed(PASSWORD)).await.unwrap();
    assert!(said.starts_with("Olga Guild can sign in as olga@guild.example at /operator/sign-in"), "{said}");
    assert!(console.list(false).await.unwrap().contains("Olga Guild  olga@guild.example  active"));
    let json: serde_json::Value = serde_json::from_str(&console.list(true).await.unwrap()).unwrap();
    assert_eq!(json["operators"][0]["email"], "olga@guild.example");
    let signed = console.portal.operator_sign_in("OLGA@guild.example", PASSWORD).await.unwrap();
    assert!(console.services.session(&signed.token).await.unwrap().is_some());
    console.disable("olga guild").await.unwrap();
    assert!(console.services.session(&signed.token).await.unwrap().is_none(), "the session has ended");
    let again = console.portal.operator_sign_in("olga@guild.example", PASSWORD).await;
    assert!(matches!(again, Err(SignInError::Rejected)));
    assert!(matches!(console.disable("Olga Guild").await, Err(ConsoleError::Refused { refusal: Refusal::Unchanged })));
    console.enable("olga@guild.example").await.unwrap();
    console.portal.operator_sign_in("olga@guild.example", PASSWORD).await.unwrap();
    let events = console.store.events(PROGRAMME_TENANT, 0, 10).await.unwrap();
    let seen: Vec<(&str, &str)> = events.iter().map(|e| (e.event_type.as_str(), e.actor.as_str())).collect();
    let by = "operator console";
    assert_eq!(seen, [("operator_added", by), ("operator_disabled", by), ("operator_enabled", by)]);
}

#[tokio::test]
async fn what_is_wrong_is_said_and_changes_nothing() {
    let (_dir, console) = console().await;
    for (name, email, password, expected) in [
        ("Olga", "olga", PASSWORD, "email (no_at_sign)"),
        ("Console", "olga@guild.example", PASSWORD, "name (reserved)"),
        ("Olga", "olga@guild.example", "sh0rt", "the password is refused"),
        ("Olga", "olga@guild.example", "olga@guild.example", "the password is refused"),
    ] {
        let error = console.add(name, email, typed(password)).await.unwrap_err().to_string();
        assert!(error.contains(expected) && !error.contains(password), "{error}");
    }
    assert_eq!(console.store.events(PROGRAMME_TENANT, 0, 10).await.unwrap(), []);
    assert!(matches!(console.disable("Nobody").await, Err(ConsoleError::Unknown(_))));
}

#[tokio::test]
async fn a_new_password_ends_what_was_open() {
    let (_dir, console) = console().await;
    console.add("Olga", "olga@guild.example", typed(PASSWORD)).await.unwrap();
    let said = console.token("Olga", "crm", 30).await.unwrap();
    let token = crate::secrets::Token::parse(said.lines().next().unwrap()).unwrap();
    assert!(console.services.token_owner(&token).await.unwrap().is_some());
    console.password("Olga", typed("Harbour=Lamp77")).await.unwrap();
    assert!(console.services.token_owner(&token).await.unwrap().is_none());
    assert!(console.portal.operator_sign_in("olga@guild.example", PASSWORD).await.is_err());
    console.portal.operator_sign_in("olga@guild.example", "Harbour=Lamp77").await.unwrap();
}

#[tokio::test]
async fn tokens_are_shown_once_listed_and_revoked() {
    let (_dir, console) = console().await;
    console.add("Olga", "olga@guild.example", typed(PASSWORD)).await.unwrap();
    assert!(console.tokens("Olga").await.unwrap().contains("no token"));
    let said = console.token("Olga", " crm ", 30).await.unwrap();
    let secret = said.lines().next().unwrap();
    let listed = console.tokens("Olga").await.unwrap();
    assert!(listed.contains("crm") && listed.contains("never") && !listed.contains(secret), "{listed}");
    let id = listed.lines().nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    assert!(matches!(console.revoke("Olga", "other").await, Err(ConsoleError::NoToken)));
    console.revoke("Olga", &id).await.unwrap();
    assert!(console.services.token_owner(&crate::secrets::Token::parse(secret).unwrap()).await.unwrap().is_none());
    assert!(matches!(console.token("Olga", "", 30).await, Err(ConsoleError::Refused { .. })));
}

#[tokio::test]
async fn a_mistyped_directory_is_no_new_portal() {
    let dir = tempfile::tempdir().unwrap();
    let place = Place { data: Some(dir.path().join("nowhere")), programme: None };
    let error = run(OperatorCommand::List { json: false, place }, |_| None).await.unwrap_err();
    assert!(matches!(error, ConsoleError::NoStore(_)), "{error}");
    assert!(!dir.path().join("nowhere").exists());
}
