//! What leads to other sites: marked, harmless, and never asked by the server.

use super::*;

/// Every link on a page to another site, as its tag.
fn outside(b: &Browser) -> Vec<String> {
    b.body
        .split("<a ")
        .skip(1)
        .filter_map(|rest| rest.split('>').next())
        .filter(|tag| tag.contains("href=\"http"))
        .map(str::to_owned)
        .collect()
}

// Rules: MENU-5, MENU-6, MENU-7, MENU-8, MENU-14, MENU-15, MENU-16, MENU-26, MENU-27, MENU-37, PROFILE-6
#[tokio::test]
async fn an_item_that_leads_outside_says_so_and_is_as_closed_as_any() {
    let world = World::demo().await;
    let mut b = world.signed_in("lead@larkspur.example").await;
    let linked: Vec<_> = Program::guide().items().iter().filter_map(|item| Some((item, item.link.clone()?))).collect();
    assert_eq!(linked.len(), 10);
    for (item, link) in &linked {
        b.get("/").await;
        let at_once = outside(&b).iter().any(|tag| tag.contains(&format!("href=\"{link}\"")));
        assert_eq!(at_once, item.name != "learn/partner_training", "{} in the menu", item.name);
        b.get(&format!("/go/{}", item.name)).await;
        assert_eq!(b.status, 200, "{}", item.name);
        let site = link.trim_start_matches("https://").split('/').next().unwrap();
        b.shows(&format!("This leads to {site}"));
        assert!(outside(&b).iter().any(|tag| tag.contains(link)), "{}", item.name);
        for tag in outside(&b) {
            assert!(tag.contains("rel=\"noopener noreferrer\"") && tag.contains("target=\"_blank\""), "{tag}");
        }
        assert_eq!(b.body.matches("(opens another site").count(), outside(&b).len(), "{}", item.name);
    }
    let mut user = world.signed_in("user@larkspur.example").await;
    user.get("/go/my_company/aws_educate_job_board").await;
    assert_eq!(user.status, 403);
    user.hides("awseducate");
    user.get("/").await;
    user.hides("awseducate");
}

// Rules: CERT-1
#[tokio::test]
async fn the_way_to_an_accreditation_is_told_to_everybody() {
    let world = World::demo().await;
    let mut b = world.signed_in("user@larkspur.example").await;
    b.get("/").await;
    b.shows("href=\"/go/learn/partner_training\"");
    b.get("/go/learn/partner_training").await;
    let steps = b.between("<ol><li>Explore free digital training</li><li>", "</li></ol>");
    assert_eq!(steps.as_deref(), Some("Sign in to AWS Skill Builder"));
}

// Rules: CERT-13
#[tokio::test]
async fn the_direct_connect_question_is_only_passed_on() {
    let world = World::new().await;
    let mut b = world.browser();
    b.get("/help/questions").await;
    let link = Program::guide().link("direct_connect").unwrap();
    assert_eq!(link.title, "AWS Direct Connect Delivery Partners");
    let tags: Vec<String> = outside(&b).into_iter().filter(|tag| tag.contains(&link.address)).collect();
    assert_eq!(tags.len(), 1);
    assert!(tags[0].contains("class=\"out\"") && tags[0].contains("rel=\"noopener noreferrer\""), "{tags:?}");
    assert_eq!(b.body.matches("Direct Connect").count(), 2, "its title and one line; no answer of our own");
}

// Rules: MENU-28, MENU-29, MENU-34, MENU-35, MENU-36, MENU-37, MENU-38, MENU-39, MENU-40, MENU-41, MENU-42, MENU-43
#[tokio::test]
async fn every_item_leads_somewhere() {
    let world = World::demo().await;
    // Between them these two open every item.
    let mut lead = world.signed_in("lead@larkspur.example").await;
    let mut channel = world.signed_in("channel@millrace.example").await;
    let items = Program::guide().items();
    assert_eq!(items.len(), 39);
    for item in items {
        let address = format!("/go/{}", item.name);
        lead.get(&address).await;
        let b = if lead.status == 200 {
            &lead
        } else {
            channel.get(&address).await;
            &channel
        };
        assert_eq!(b.status, 200, "{}", item.name);
        assert!(item.link.is_some() || !b.path.starts_with("/go/"), "{} is a page that is not there", item.name);
        for tag in outside(b) {
            assert!(tag.contains("rel=\"noopener noreferrer") && tag.contains("target=\"_blank\""), "{tag}");
        }
        assert_eq!(b.body.matches("(opens another site").count(), outside(b).len(), "{}", item.name);
    }
    for (item, path, kinds) in [
        ("resources/documents", "/resources?kind=document&kind=guide", &["document", "guide"][..]),
        ("resources/videos", "/resources?kind=video", &["video"]),
        ("resources/faqs", "/resources?kind=faq", &["faq"]),
    ] {
        lead.get(&format!("/go/{item}")).await;
        assert_eq!(lead.path, path);
        for kind in ["document", "guide", "video", "faq"] {
            let ticked = format!("value=\"{kind}\" checked");
            assert_eq!(lead.body.contains(&ticked), kinds.contains(&kind), "{item} {kind}");
        }
    }
    lead.get("/go/resources/navigate").await;
    assert_eq!(lead.path, "/walkthroughs");
}

// Rules: HOME-6
#[tokio::test]
async fn an_item_of_a_programmes_own_is_shown_and_claims_no_page() {
    let own = "[[item]]\nsection = \"resources\"\ntitle = \"Harbour <Log>\"\ndescription = \"Who berths where.\"\n\
               access = { roles = \"all\", paths = \"all\", least_stage = \"registered\" }\n\n[[item]]";
    let text = guildhall_core::program::GUIDE_TOML.replacen("[[item]]", own, 1);
    let world = World::with(true, Program::parse(&text).unwrap()).await;
    let mut b = world.signed_in("user@larkspur.example").await;
    let item = b.between("href=\"/go/resources/harbour", "\"").unwrap();
    b.get(&format!("/go/resources/harbour{item}")).await;
    assert_eq!(b.status, 200);
    for text in ["Harbour &#60;Log&#62;", "Who berths where.", "This portal has no page for it.", "Everybody"] {
        b.shows(text);
    }
}
