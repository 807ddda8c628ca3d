//! What everybody finds, whatever their role: a home page, the walkthroughs behind the icon, the terms.

use super::*;

/// Somebody of the demo in each of the nine roles, and at the first and the last stage.
const PEOPLE: &[&str] = &[
    "lead@larkspur.example",
    "team@larkspur.example",
    "user@larkspur.example",
    "channel@millrace.example",
    "cloud@larkspur.example",
    "marketing@larkspur.example",
    "technical@larkspur.example",
    "manager@larkspur.example",
    "seller@larkspur.example",
    "user@pebble.example",
];

// Rules: HOME-1, HOME-10
#[tokio::test]
async fn the_icon_opens_the_walkthroughs_for_every_role() {
    let world = World::demo().await;
    for email in PEOPLE {
        let mut b = world.signed_in(email).await;
        b.get("/").await;
        assert_eq!(b.status, 200, "{email}");
        let list = b.between("<details class=\"walk\">", "</details>").unwrap();
        let walks: Vec<String> =
            list.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
        assert!(walks.len() >= 6, "{email}: {walks:?}");
        b.get("/walkthroughs").await;
        b.shows("Submit an opportunity");
        let walks: Vec<String> = walks.into_iter().filter(|walk| walk != "/walkthroughs").collect();
        for walk in &walks {
            b.get(walk).await;
            assert_eq!(b.status, 200, "{email}: {walk}");
            let steps = b.between("<ol", "</ol>").unwrap();
            assert!(steps.matches("<li").count() > 2, "{email}: {walk} has steps");
        }
        b.get("/help").await;
        for walk in &walks {
            b.shows(&format!("href=\"{walk}\""));
        }
    }
}

// Rules: PROFILE-29, MENU-43
#[tokio::test]
async fn every_role_reads_the_terms() {
    let world = World::demo().await;
    for email in PEOPLE {
        let mut b = world.signed_in(email).await;
        b.get("/go/my_profile/partner_terms_and_conditions").await;
        assert_eq!((b.status.as_u16(), b.path.as_str()), (200, "/terms"), "{email}");
        let main = b.between("<main", "</main>").unwrap();
        assert!(main.matches("<h2").count() >= 6, "{email}: every clause has its heading");
    }
}
