//! Profile, password, tokens, company, domains, lead, search, language, mailbox; and that names are only ever text.

use super::*;

// Rules: SIGN-4
#[tokio::test]
async fn details_and_password_are_changed_by_their_owner() {
    let world = World::demo().await;
    let email = "technical@larkspur.example";
    let mut b = world.signed_in(email).await;
    let mut other = world.signed_in(email).await;
    b.get("/profile").await;
    b.shows("value=\"Eli Stone\"");
    b.post(
        "/profile",
        &[("name", "Eli Pebble"), ("customer.job_title", ""), ("contact.phone", "x"), ("contact.country", "Peru")],
    )
    .await;
    assert_eq!(b.status, 422);
    b.shows("href=\"#f-customer-job_title\"");
    b.shows("value=\"Eli Pebble\"");
    let mut details = vec![("name", "Eli Pebble")];
    details.extend(PERSON);
    b.post("/profile", &details).await;
    b.shows("Your details were saved");
    b.shows("value=\"Eli Pebble\"");

    let old = b.cookies["session"].clone();
    b.post("/profile/password", &[("current", "wrong"), ("password", "short")]).await;
    assert_eq!(b.status, 422);
    b.shows("not your current password");
    b.shows("too short");
    b.post("/profile/password", &[("current", crate::demo::PASSWORD), ("password", PASSWORD)]).await;
    assert_eq!((b.status.as_u16(), b.path.as_str()), (200, "/profile"));
    b.shows("Your other sessions have ended");
    assert_ne!(b.cookies["session"], old, "a new session after the change");
    other.get("/profile").await;
    assert!(other.path.starts_with("/?next="));
    assert_eq!(world.mail_to(email).await.unwrap().template, "password_changed");
    other.sign_in(email, PASSWORD).await;
    assert_eq!(other.status, 200);
}

#[tokio::test]
async fn a_personal_token_is_shown_once_and_can_be_revoked() {
    let world = World::demo().await;
    let mut b = world.signed_in("seller@larkspur.example").await;
    b.get("/profile").await;
    b.post("/profile/tokens", &[("token_name", ""), ("days", "90")]).await;
    assert_eq!(b.status, 422);
    b.post("/profile/tokens", &[("token_name", "crm"), ("days", "100000")]).await;
    assert_eq!(b.status, 422);
    b.post("/profile/tokens", &[("token_name", "crm"), ("days", "30")]).await;
    let secret = b.between("<code class=\"secret\">", "</code>").unwrap();
    let token = crate::secrets::Token::parse(&secret).unwrap();
    let owner = world.app.services.token_owner(&token).await.unwrap();
    assert!(owner.is_some());
    b.get("/profile").await;
    b.hides(&secret);
    b.shows("crm");
    let hash = b.between("name=\"token\" value=\"", "\"").unwrap();
    let mut other = world.signed_in("team@larkspur.example").await;
    other.get("/profile").await;
    other.post("/profile/tokens/revoke", &[("token", &hash)]).await;
    other.shows("gone already");
    assert_eq!(world.app.services.token_owner(&token).await.unwrap(), owner, "it is not theirs to revoke");
    b.post("/profile/tokens/revoke", &[("token", &hash)]).await;
    b.shows("The token was revoked");
    assert_eq!(world.app.services.token_owner(&token).await.unwrap(), None);
}

// Rules: ROLE-34
#[tokio::test]
async fn a_cloud_admin_hands_the_own_role_over_and_loses_it() {
    let world = World::demo().await;
    let mut cloud = world.signed_in("cloud@larkspur.example").await;
    let mut team = world.signed_in("team@larkspur.example").await;
    team.get("/profile").await;
    team.hides("/profile/hand-over");
    team.post("/profile/hand-over", &[("to", "user@larkspur.example")]).await;
    assert_eq!(team.status, 403);
    cloud.get("/profile").await;
    for (to, fault) in [
        ("lead@millrace.example", "There is no such person in your company"),
        ("nobody@larkspur.example", "There is no such person in your company"),
        ("", "There is no such person in your company"),
    ] {
        cloud.post("/profile/hand-over", &[("to", to)]).await;
        assert_eq!(cloud.status, 422, "{to}");
        cloud.shows(fault);
    }
    cloud.post("/profile/hand-over", &[("to", "user@larkspur.example")]).await;
    cloud.shows("You handed the cloud admin role over");
    cloud.hides("action=\"/profile/hand-over\"");
    let user = world.signed_in("user@larkspur.example").await;
    user.shows("Cloud admin");
}

// Rules: USR-12
#[tokio::test]
async fn the_company_page_shows_what_each_role_may_change() {
    let world = World::demo().await;
    let mut marketing = world.signed_in("marketing@larkspur.example").await;
    marketing.get("/company/profile").await;
    marketing.shows("action=\"/company/profile\"");
    marketing.get("/company/profile/domains").await;
    marketing.shows("larkspur.example");
    marketing.hides("action=\"/company/domains\"");
    marketing.post("/company/domains", &[("domain", "larkspur-labs.example")]).await;
    assert_eq!(marketing.status, 403);
    let mut lead = world.signed_in("lead@larkspur.example").await;
    lead.get("/company/profile/domains").await;
    for (domain, fault) in [
        ("gmail.com", "personal or academic"),
        ("millrace.example", "Another company has this domain"),
        ("larkspur.example", "nothing to change"),
        ("", "missing after the @"),
    ] {
        lead.post("/company/domains", &[("domain", domain)]).await;
        assert_eq!(lead.status, 422, "{domain}");
        lead.shows("href=\"#f-domain\"");
        assert!(domain.is_empty() || lead.body.contains(fault), "{domain}: {}", lead.body);
    }
    lead.post("/company/domains/withdraw", &[("domain", "larkspur.example")]).await;
    assert_eq!(lead.status, 422);
    lead.shows("keeps at least one domain");
    lead.post("/company/domains", &[("domain", "larkspur-labs.example")]).await;
    lead.shows("The domain was added");
    let eve = world.join("/join", "Eve", "eve@larkspur-labs.example").await;
    eve.shows("Larkspur Software");
    lead.get("/company/profile/domains").await;
    lead.shows("/company/domains/withdraw?domain=larkspur-labs.example");
    lead.get("/company/domains/withdraw?domain=larkspur-labs.example").await;
    lead.shows("Nobody can join your company by this domain");
    lead.post("/company/domains/withdraw", &[("domain", "larkspur-labs.example")]).await;
    lead.shows("The domain was withdrawn");
    lead.post(
        "/company/profile",
        &[("company.name", "Larkspur"), ("company.country", "Spain"), ("company.website", "ftp://x")],
    )
    .await;
    assert_eq!(lead.status, 422);
    lead.shows("Begin the address with https://");
    lead.post("/company/profile", &[("company.name", "Larkspur"), ("company.country", "Spain")]).await;
    lead.shows("The company information was saved");
}

// Rules: MENU-39, ROLE-17
#[tokio::test]
async fn everybody_sees_the_lead_and_may_ask_for_another() {
    let world = World::demo().await;
    let mut user = world.signed_in("user@larkspur.example").await;
    user.get("/company/lead").await;
    user.shows("Ana Lark");
    user.shows("Second contacts");
    user.shows("Bo Field");
    user.post("/company/lead", &[("note", "")]).await;
    assert_eq!(user.status, 422);
    user.post("/company/lead", &[("note", "Bo should lead.\r\nHe knows everybody.")]).await;
    user.shows("Your request was sent");
    let mail = world.mail_to("lead@larkspur.example").await.unwrap();
    assert!(mail.body_text.contains("Bo should lead. He knows everybody."));
    let mut lead = world.signed_in("lead@larkspur.example").await;
    lead.get("/company/lead").await;
    lead.shows("Bo should lead.");
}

#[tokio::test]
async fn the_search_finds_only_what_is_open() {
    let world = World::demo().await;
    let mut user = world.signed_in("user@larkspur.example").await;
    let mut lead = world.signed_in("lead@larkspur.example").await;
    for b in [&mut user, &mut lead] {
        b.get("/search?q=device").await;
        b.shows("href=\"/devices\"");
        b.get("/search?q=zzzz").await;
        b.shows("Nothing that you can open matches");
        b.get("/search?q=").await;
        b.shows("Type a word above");
        b.get("/search?q=forgotten").await;
        b.shows("/help/forgot-password");
    }
    user.get("/search?q=badge").await;
    user.hides("Badge Manager");
    user.get("/search?q=gus").await;
    user.hides("Gus Hill");
    lead.get("/search?q=APN+badge").await;
    lead.shows("href=\"/badges\"");
    lead.get("/search?q=gus").await;
    lead.shows("Gus Hill");
    lead.get("/search?q=jon+weir").await;
    lead.hides("Jon Weir");
}

// Rules: HOME-9
#[tokio::test]
async fn a_language_is_kept_and_an_unknown_one_is_refused() {
    let world = World::new().await;
    let mut b = world.browser();
    b.get("/join").await;
    b.post("/language", &[("language", "en"), ("next", "/join")]).await;
    assert_eq!((b.path.as_str(), b.cookies["language"].as_str()), ("/join", "en"));
    b.shows("The portal now speaks English");
    b.post("/language", &[("language", "tlh")]).await;
    assert_eq!(b.status, 422);
    b.get("/").await;
    b.post("/language", &[("language", "en"), ("next", "https://evil.example/")]).await;
    assert_eq!(b.path, "/");
}

#[tokio::test]
async fn the_mailbox_is_the_demos_alone() {
    let world = World::demo().await;
    let mut b = world.browser();
    b.get("/mailbox").await;
    b.shows("Open a message");
    let first = b.between("<a href=\"/mailbox/", "\"").unwrap();
    b.get(&format!("/mailbox/{first}")).await;
    assert_eq!(b.status, 200);
    b.get("/mailbox/nothing").await;
    assert_eq!(b.status, 404);
    let closed = World::new().await;
    let mut b = closed.browser();
    for path in ["/mailbox", "/mailbox/x"] {
        b.get(path).await;
        assert_eq!(b.status, 404, "{path}");
    }
    b.get("/").await;
    b.hides("demo");
}

#[tokio::test]
async fn names_are_only_ever_text() {
    const NAME: &str = "<script>alert(1)</script>\"' onmouseover=x";
    let world = World::demo().await;
    let mut lead = world.signed_in("lead@larkspur.example").await;
    lead.get("/profile").await;
    let mut details = vec![("name", NAME)];
    details.extend(PERSON);
    lead.post("/profile", &details).await;
    lead.get("/company/profile").await;
    lead.post("/company/profile", &[("company.name", NAME), ("company.country", NAME), ("company.description", NAME)])
        .await;
    lead.get("/company/lead").await;
    let member = lead.member("user@larkspur.example").await;
    let own = lead.member("lead@larkspur.example").await;
    let pages = [
        "/".to_owned(),
        "/profile".to_owned(),
        "/company/profile".to_owned(),
        "/company/profile/domains".to_owned(),
        "/company/profile/solutions".to_owned(),
        "/company/profile/qualifications".to_owned(),
        "/company/profile/locations".to_owned(),
        "/company/profile/case_studies".to_owned(),
        "/company/profile/products".to_owned(),
        "/company/profile/products/new".to_owned(),
        "/company/listing".to_owned(),
        "/company/scorecard".to_owned(),
        "/company/certifications".to_owned(),
        "/company/fee".to_owned(),
        "/profile/certifications".to_owned(),
        "/go/learn/partner_training".to_owned(),
        "/company/lead".to_owned(),
        "/company/users".to_owned(),
        "/company/users/lead".to_owned(),
        "/company/users/partner-roles".to_owned(),
        "/company/users/invite".to_owned(),
        format!("/company/users/roles?member={own}"),
        format!("/company/users/deactivate?member={member}"),
        "/search?q=%3Cscript%3Ealert(1)%3C/script%3E".to_owned(),
        "/?next=%22%3E%3Cscript%3Ealert(1)%3C/script%3E".to_owned(),
        "/support".to_owned(),
        "/mailbox".to_owned(),
        "/%3Cscript%3Ealert(1)%3C/script%3E".to_owned(),
    ];
    let mut team = world.signed_in("team@larkspur.example").await;
    for b in [&mut lead, &mut team] {
        for path in &pages {
            b.get(path).await;
            b.hides("<script>alert");
            b.hides("\"' onmouseover");
        }
    }
    let mut user = world.signed_in("user@larkspur.example").await;
    user.get("/go/market/badge_manager").await;
    user.hides("<script>alert");
    let mut b = world.browser();
    b.get("/join").await;
    b.post("/join", &[("name", NAME), ("email", NAME)]).await;
    assert_eq!(b.status, 422);
    b.hides("<script>alert");
    b.hides("\"' onmouseover");
}

/// No page has inline scripts or styles, and every input has a label.
#[tokio::test]
async fn pages_keep_to_the_policy_and_label_their_inputs() {
    let world = World::demo().await;
    let mut lead = world.signed_in("lead@larkspur.example").await;
    let member = lead.member("user@larkspur.example").await;
    let pages = [
        "/".to_owned(),
        "/profile".to_owned(),
        "/company/profile".to_owned(),
        "/company/profile/domains".to_owned(),
        "/company/profile/solutions".to_owned(),
        "/company/profile/qualifications".to_owned(),
        "/company/profile/locations".to_owned(),
        "/company/profile/case_studies".to_owned(),
        "/company/profile/products".to_owned(),
        "/company/profile/products/new".to_owned(),
        "/company/listing".to_owned(),
        "/company/scorecard".to_owned(),
        "/company/certifications".to_owned(),
        "/company/fee".to_owned(),
        "/profile/certifications".to_owned(),
        "/go/learn/partner_training".to_owned(),
        "/company/lead".to_owned(),
        "/company/users".to_owned(),
        "/company/users/lead".to_owned(),
        "/company/users/partner-roles".to_owned(),
        "/company/users/iam-roles".to_owned(),
        "/company/users/invite".to_owned(),
        format!("/company/users/roles?member={member}"),
        format!("/company/users/remove?member={member}"),
        "/logout".to_owned(),
        "/forgot".to_owned(),
        "/help".to_owned(),
        "/terms".to_owned(),
        "/search?q=role".to_owned(),
        "/mailbox".to_owned(),
    ];
    for path in &pages {
        lead.get(path).await;
        assert_eq!(lead.status, 200, "{path}");
        assert_eq!(lead.body.matches("<h1").count(), 1, "{path}");
        for inline in [" style=", " onclick=", " onload=", "<style", "javascript:"] {
            lead.hides(inline);
        }
        for script in lead.body.split("<script").skip(1) {
            assert!(script.trim_start().starts_with("src=\"/assets/"), "{path}");
        }
        let ids: Vec<&str> = lead.body.split(" id=\"").skip(1).map(|t| t.split('"').next().unwrap()).collect();
        let mut unique = ids.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(ids.len(), unique.len(), "{path}: an id twice in {ids:?}");
        for input in ["<input ", "<select ", "<textarea "].iter().flat_map(|tag| lead.body.split(tag).skip(1)) {
            let tag = input.split('>').next().unwrap();
            let of_label = tag.contains("type=\"hidden\"")
                || tag.contains("aria-hidden=\"true\"")
                || tag.contains("type=\"checkbox\"")
                || tag.contains("type=\"radio\"");
            let id = tag.split_once("id=\"").map(|(_, rest)| rest.split('"').next().unwrap());
            assert!(of_label || id.is_some_and(|id| lead.body.contains(&format!("for=\"{id}\""))), "{path}: {tag}");
        }
    }
}
