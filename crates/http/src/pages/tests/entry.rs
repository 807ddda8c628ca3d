//! Registration, joining, invitations, signing in and out, password reset: page by page, with the mail read.

use super::*;
use chrono::TimeDelta;

// Rules: REG-3, REG-8, REG-15, REG-16, REG-17, REG-18, REG-19, REG-20, REG-22, REG-24, REG-25, REG-26, HOME-1
#[tokio::test]
async fn a_company_registers_step_by_step() {
    let world = World::new().await;
    let mut b = world.browser();
    b.get("/register").await;
    b.post("/register", &[("name", ""), ("email", "ana@gmail.com")]).await;
    assert_eq!(b.status, 422);
    b.shows("href=\"#f-name\"");
    b.shows("href=\"#f-email\"");
    b.shows("value=\"ana@gmail.com\"");
    b.shows("aria-describedby=\"f-email-hint f-email-fault\"");
    assert!(world.app.services.store.outbox(9).await.unwrap().is_empty());

    b.post("/register", &[("name", "Ana"), ("email", "ana@acme.example")]).await;
    assert_eq!(b.path, "/register/lead");
    b.get("/register/password").await;
    assert_eq!(b.path, "/register/lead", "no step before those ahead of it");
    b.post("/register/lead", &[("answer", "no")]).await;
    assert_eq!(b.status, 422);
    b.post("/register/lead", &[]).await;
    assert_eq!(b.status, 422, "no answer is no Yes");
    assert!(world.app.services.store.outbox(9).await.unwrap().is_empty(), "no code before the Yes");
    b.post("/register/lead", &[("answer", "yes")]).await;
    assert_eq!(b.path, "/register/code");
    let mail = world.mail_to("ana@acme.example").await.unwrap();
    assert_eq!(mail.subject, "AWS Partner Network Email Verification");

    b.post("/register/code", &[("code", "22222222")]).await;
    assert_eq!(b.status, 422);
    b.shows("This code does not work");
    b.hides("22222222");
    let code = world.code_for("ana@acme.example").await;
    b.post("/register/code", &[("code", &code.to_lowercase())]).await;
    assert_eq!(b.path, "/register/password");

    b.post("/register/password", &[("password", "short"), ("altcha", &world.captcha())]).await;
    assert_eq!(b.status, 422);
    for fault in ["too short", "capital letter", "needs a digit", "one of the symbols"] {
        b.shows(fault);
    }
    b.hides("value=\"short\"");
    b.post("/register/password", &[("password", PASSWORD)]).await;
    assert_eq!(b.status, 422, "no CAPTCHA");
    b.shows("not a robot");
    b.post("/register/password", &[("password", PASSWORD), ("altcha", "bm8=")]).await;
    assert_eq!(b.status, 422, "a wrong CAPTCHA");
    b.post("/register/password", &[("password", PASSWORD), ("altcha", &world.captcha())]).await;
    assert_eq!(b.path, "/register/information");

    b.post("/register/information", &[("customer.job_title", "Head")]).await;
    assert_eq!(b.status, 422);
    for field in ["contact-phone", "contact-country", "company-name", "offering", "accepts_terms"] {
        b.shows(&format!("href=\"#f-{field}\""));
    }
    b.shows("value=\"Head\"");
    b.post("/register/information", COMPANY).await;
    assert_eq!(b.path, "/register/review");
    b.shows("Software products");
    let domain = guildhall_core::identity::Domain::parse("acme.example", false).unwrap();
    assert!(world.app.portal.tenant_of_domain(&domain).await.unwrap().is_none(), "nothing before Register");
    b.post("/register/review", &[]).await;
    assert_eq!((b.status.as_u16(), b.path.as_str()), (200, "/"));
    b.shows("Hello, Ana");
    b.shows("Alliance lead");
    b.shows("Software: Registered");
    assert!(world.app.portal.tenant_of_domain(&domain).await.unwrap().is_some());
    b.get("/register/review").await;
    assert!(!b.cookies.contains_key("flow"), "the form is used up");
}

// Rules: REG-19, USR-11
#[tokio::test]
async fn the_question_stands_in_for_the_proof_of_work() {
    let world = World::new().await;
    let mut b = world.browser();
    b.get("/register").await;
    b.post("/register", &[("name", "Ana"), ("email", "ana@acme.example")]).await;
    b.post("/register/lead", &[("answer", "yes")]).await;
    let code = world.code_for("ana@acme.example").await;
    b.post("/register/code", &[("code", &code)]).await;
    b.shows("<noscript>");
    let question = b.between("name=\"question\" value=\"", "\"").unwrap();
    b.post("/register/password", &[("password", PASSWORD), ("question", &question), ("answer", "wrong")]).await;
    assert_eq!(b.status, 422);
    let right = world.app.services.captcha.question().unwrap();
    let answer = right.puzzle.answer();
    b.post("/register/password", &[("password", PASSWORD), ("question", &right.token), ("answer", &answer)]).await;
    assert_eq!(b.path, "/register/information");
}

// Rules: REG-17, USR-6
#[tokio::test]
async fn five_wrong_codes_void_it_and_a_new_one_opens() {
    let world = World::new().await;
    let mut b = world.browser();
    b.get("/register").await;
    b.post("/register", &[("name", "Ana"), ("email", "ana@acme.example")]).await;
    b.post("/register/lead", &[("answer", "yes")]).await;
    let code = world.code_for("ana@acme.example").await;
    let mut answers = Vec::new();
    for _ in 0..5 {
        b.post("/register/code", &[("code", "ZZZZZZZZ")]).await;
        answers.push(b.body.clone());
    }
    b.post("/register/code", &[("code", &code)]).await;
    assert_eq!(b.status, 422, "void");
    answers.push(b.body.clone());
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "wrong and void are answered alike");
    b.post("/register/resend", &[]).await;
    b.shows("A new code is on its way");
    let fresh = world.code_for("ana@acme.example").await;
    assert_ne!(code, fresh);
    world.app.services.clock.advance(TimeDelta::minutes(10));
    b.post("/register/code", &[("code", &fresh)]).await;
    assert_eq!(b.status, 422, "too old");
    b.post("/register/resend", &[]).await;
    let fresh = world.code_for("ana@acme.example").await;
    b.post("/register/code", &[("code", &fresh)]).await;
    assert_eq!(b.path, "/register/password");
}

// Rules: REG-17
#[tokio::test]
async fn a_code_works_only_in_the_browser_that_asked() {
    let world = World::new().await;
    let mut theirs = world.browser();
    let mut mine = world.browser();
    for b in [&mut theirs, &mut mine] {
        b.get("/join").await;
        b.post("/join", &[("name", "Bo"), ("email", "bo@acme.example")]).await;
    }
    // The last mail belongs to the second browser.
    let code = world.code_for("bo@acme.example").await;
    theirs.post("/join/code", &[("code", &code)]).await;
    assert_eq!(theirs.status, 422);
}

// Rules: REG-6, REG-7, USR-1, USR-7, USR-9, USR-10, REG-5
#[tokio::test]
async fn whether_a_company_is_registered_is_told_after_the_code_only() {
    let world = World::new().await;
    world.register("ana@acme.example").await;
    let mut pages = Vec::new();
    for email in ["eve@acme.example", "eve@zorn.example"] {
        let mut b = world.browser();
        b.get("/register").await;
        b.post("/register", &[("name", "Eve"), ("email", email)]).await;
        b.post("/register/lead", &[("answer", "yes")]).await;
        let token = b.token();
        pages.push(b.body.replace(email, "").replace(&token, ""));
        let code = world.code_for(email).await;
        b.post("/register/code", &[("code", &code)]).await;
        if email.ends_with("acme.example") {
            assert_eq!(b.status, 409);
            b.shows("registered already");
            b.shows("href=\"/join\"");
        } else {
            assert_eq!(b.path, "/register/password");
        }
    }
    assert_eq!(pages[0], pages[1]);

    let mut stranger = world.browser();
    stranger.get("/join").await;
    stranger.post("/join", &[("name", "Eve"), ("email", "eve@nowhere.example")]).await;
    let code = world.code_for("eve@nowhere.example").await;
    stranger.post("/join/code", &[("code", &code)]).await;
    assert_eq!(stranger.status, 404);
    stranger.shows("href=\"/register\"");

    let bo = world.join("/join", "Bo Field", "bo@acme.example").await;
    assert_eq!(bo.path, "/");
    bo.shows("Hello, Bo Field");
    bo.shows("Standard user");
    bo.hides("User Management");
    let mut again = world.browser();
    again.get("/join").await;
    again.post("/join", &[("name", "Bo"), ("email", "bo@acme.example")]).await;
    let code = world.code_for("bo@acme.example").await;
    again.post("/join/code", &[("code", &code)]).await;
    assert_eq!(again.status, 409);
    again.shows("You have an account already");
}

// Rules: INV-5, INV-6, INV-7
#[tokio::test]
async fn an_invitation_link_leads_in_with_its_roles_once() {
    let world = World::new().await;
    let mut lead = world.register("ana@acme.example").await;
    lead.get("/company/users/invite").await;
    let rows = [
        ("email", "bo@acme.example"),
        ("roles.0", "ace_user"),
        ("roles.0", "marketing_staff"),
        ("email", "cy@acme.example"),
        ("roles.1", "technical_staff"),
        ("do", "send"),
    ];
    lead.post("/company/users/invite", &rows).await;
    lead.shows("2 invitations are on their way");
    lead.shows("cy@acme.example");
    let mail = world.mail_to("bo@acme.example").await.unwrap();
    assert_eq!(mail.template, "invitation");
    assert!(mail.body_text.contains("ACE user") && mail.body_text.contains("Marketing staff"));
    let link = mail.body_text.split_whitespace().find(|w| w.contains("/invitation/")).unwrap();
    let path = link.strip_prefix("http://127.0.0.1:8480").unwrap().to_owned();
    for _ in 0..2 {
        // Mail scanners open links: that changes nothing.
        let mut scanner = world.browser();
        scanner.get(&path).await;
        scanner.shows("value=\"bo@acme.example\"");
        scanner.shows("Acme invited you");
    }
    let mut thief = world.browser();
    thief.get(&path).await;
    thief.post(&path, &[("name", "Eve"), ("email", "eve@acme.example")]).await;
    let code = world.code_for("eve@acme.example").await;
    thief.post("/join/code", &[("code", &code)]).await;
    assert_eq!(thief.status, 404, "the link is for one address");
    let mut bo = world.join(&path, "Bo", "bo@acme.example").await;
    bo.shows("Hello, Bo");
    bo.shows("ACE user");
    bo.shows("Marketing staff");
    bo.get(&path).await;
    assert_eq!(bo.status, 404);
    bo.shows("no longer open");
    bo.get("/invitation/nonsense").await;
    assert_eq!(bo.status, 404);
}

// Rules: SIGN-1, SIGN-4, SIGN-5, SIGN-8
#[tokio::test]
async fn signing_in_and_out() {
    let world = World::demo().await;
    let mut answers = Vec::new();
    for (email, password) in [
        ("nobody@larkspur.example", "x"),
        ("lead@larkspur.example", "x"),
        ("lead@larkspur.example", ""),
        ("not an address", "x"),
    ] {
        let mut b = world.browser();
        b.sign_in(email, password).await;
        assert_eq!(b.status, 401);
        assert!(!b.cookies.contains_key("session"), "no session for {email}");
        let token = b.token();
        // The table of the demo's people names some of these addresses below the form.
        let form = b.body.split("demo-people").next().unwrap();
        answers.push(form.replace(&token, "").replace(email, ""));
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "one answer for every way to fail");

    let mut b = world.signed_in("user@larkspur.example").await;
    let session = b.cookies["session"].clone();
    b.get("/logout").await;
    b.shows("action=\"/logout\"");
    b.get("/").await;
    b.shows("Hello, ");
    b.post("/logout", &[]).await;
    b.shows("You are signed out");
    b.cookies.insert("session".into(), session);
    b.get("/profile").await;
    assert_eq!(b.path, "/?next=%2Fprofile", "the old session is worth nothing");
    b.post(
        "/sign-in",
        &[("email", "user@larkspur.example"), ("password", crate::demo::PASSWORD), ("next", "/profile")],
    )
    .await;
    assert_eq!(b.path, "/profile");
}

#[test]
fn next_leads_to_pages_of_ours_only() {
    for (next, expected) in [
        ("/profile", "/profile"),
        ("/go/build/offerings?x=1", "/go/build/offerings?x=1"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example/profile", "/"),
        ("/profile//evil", "/"),
        ("/go/../logout", "/"),
        ("/logout", "/"),
        ("/api/v1/me", "/"),
        ("/tasks?sort=type", "/tasks?sort=type"),
        ("/.well-known", "/"),
        ("javascript:alert(1)", "/"),
        ("/profile\nx", "/"),
        ("", "/"),
    ] {
        assert_eq!(crate::pages::visit::safe_next(next), expected, "{next:?}");
    }
}

// Rules: PWD-1, PWD-2, PWD-3, PWD-4, PWD-5, PWD-6, PWD-7, PWD-8, PWD-9, PWD-10
#[tokio::test]
async fn a_forgotten_password_is_reset_and_every_session_ends() {
    let world = World::demo().await;
    let email = "seller@larkspur.example";
    let mut other = world.signed_in(email).await;
    let before = world.app.services.store.outbox(500).await.unwrap().len();
    let mut pages = Vec::new();
    for address in ["nobody@larkspur.example", "eve@nowhere.example", email] {
        let mut b = world.browser();
        b.get("/forgot").await;
        b.post("/forgot", &[("email", address)]).await;
        assert_eq!(b.path, "/forgot/code");
        let token = b.token();
        pages.push(b.body.replace(&token, ""));
        b.post("/forgot/code", &[("code", "ZZZZZZZZ")]).await;
        assert_eq!(b.status, 422);
        let token = b.token();
        pages.push(b.body.replace(&token, ""));
    }
    assert_eq!((&pages[0], &pages[1]), (&pages[2], &pages[3]));
    assert_eq!((&pages[0], &pages[1]), (&pages[4], &pages[5]));
    assert_eq!(world.app.services.store.outbox(500).await.unwrap().len(), before + 1, "one mail, to the member");

    let mut b = world.browser();
    b.get("/forgot").await;
    b.post("/forgot", &[("email", email)]).await;
    b.get("/forgot/password").await;
    assert_eq!(b.path, "/forgot/code", "no new password before the code");
    let code = world.code_for(email).await;
    b.post("/forgot/password", &[("password", PASSWORD)]).await;
    assert_eq!(b.path, "/forgot/code");
    b.post("/forgot/code", &[("code", &code)]).await;
    assert_eq!(b.path, "/forgot/password");
    for weak in ["Aa1!aaa", "aa1!aaaa", "AA1!AAAA", "Aaa!aaaa", "Aa1aaaaa", "Aa1-aaaa"] {
        b.post("/forgot/password", &[("password", weak)]).await;
        assert_eq!(b.status, 422, "{weak}");
    }
    let mut second = world.browser();
    second.get("/forgot").await;
    second.post("/forgot", &[("email", email)]).await;
    let second_code = world.code_for(email).await;
    b.post("/forgot/password", &[("password", PASSWORD)]).await;
    b.shows("Your password was changed");
    second.post("/forgot/code", &[("code", &second_code)]).await;
    assert_eq!(second.path, "/forgot", "a code from before the change is void");
    assert_eq!(world.mail_to(email).await.unwrap().template, "password_changed");
    other.get("/profile").await;
    assert!(other.path.starts_with("/?next="), "the session has ended");
    b.sign_in(email, crate::demo::PASSWORD).await;
    assert_eq!(b.status, 401);
    b.sign_in(email, PASSWORD).await;
    assert_eq!(b.status, 200);
}

// Rules: REG-16, PWD-4
#[tokio::test]
async fn a_code_is_worth_nothing_for_another_form() {
    let world = World::demo().await;
    let email = "seller@larkspur.example";
    let mut reset = world.browser();
    reset.get("/forgot").await;
    reset.post("/forgot", &[("email", email)]).await;
    let mut join = world.browser();
    join.get("/join").await;
    join.post("/join", &[("name", "Gus"), ("email", email)]).await;
    let registration_code = world.code_for(email).await;
    reset.post("/forgot/code", &[("code", &registration_code)]).await;
    assert_eq!(reset.status, 422);
    // A cookie of one form does not open the other.
    join.get("/forgot/code").await;
    assert_eq!(join.path, "/forgot");
}
