//! Those who are locked out: whom the ways in point them to, and the contact form.

use super::*;

// Rules: SIGN-3, SUPPORT-11
#[tokio::test]
async fn the_ways_in_say_where_to_sign_in_and_who_helps() {
    let world = World::demo().await;
    let mut visitor = world.browser();
    let help = "For help with signing in and registration, contact APN Support.";
    for path in ["/", "/register", "/join", "/forgot", "/nothing-here"] {
        visitor.get(path).await;
        visitor.shows(help);
        visitor.shows("href=\"/support/contact\"");
    }
    visitor.post("/sign-in", &[("email", USER), ("password", "wrong")]).await;
    visitor.shows(help);
    let address = "https://partnercentral.awspartner.com/APNLogin";
    for page in ["sign-in", "register", "forgot-password"] {
        visitor.get(&format!("/help/{page}")).await;
        visitor.shows(&format!("href=\"{address}\""));
        visitor.shows(help);
    }
    visitor.get("/help/sign-in").await;
    visitor.shows(&format!("Open {address} in a browser."));
    visitor.get("/APNLogin").await;
    assert_eq!(visitor.path, "/", "the portal answers at the address that its help names");
    let mut user = world.signed_in(USER).await;
    user.get("/nothing-here").await;
    user.hides(help);
}

/// What the contact form asks.
const LOCKED_OUT: [(&str, &str); 4] =
    [("name", "Ana Lark"), ("email", "ana@mail.example"), ("subject", "Locked out"), ("text", "No code comes")];

// Rules: SUPPORT-10, C-069
#[tokio::test]
async fn who_is_locked_out_writes_without_signing_in() {
    let world = World::demo().await;
    let mut visitor = world.browser();
    visitor.get("/support").await;
    visitor.shows("href=\"/support/contact\"");
    visitor.get("/support/contact").await;
    let once = visitor.once();
    for (without, expected) in
        [("name", "Your name"), ("email", "E-mail for the answer"), ("subject", "Subject"), ("text", "Message")]
    {
        let fields: Vec<_> = LOCKED_OUT.iter().copied().filter(|(name, _)| *name != without).collect();
        visitor.post("/support/contact", &[&fields[..], &[("once", &once)]].concat()).await;
        assert_eq!(visitor.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(visitor.faults(), [format!("{expected}: Fill this in.")]);
    }
    visitor.shows("value=\"ana@mail.example\"");
    // Without the proof, with a wrong one, and with one that was spent.
    let captcha = world.captcha();
    for altcha in ["", "nonsense"] {
        visitor.post("/support/contact", &[&LOCKED_OUT[..], &[("once", &once), ("altcha", altcha)]].concat()).await;
        assert_eq!(visitor.status, StatusCode::UNPROCESSABLE_ENTITY);
        visitor.shows("Confirm that you are not a robot.");
        visitor.shows("No code comes</textarea>");
    }
    // Whoever has an account is answered as whoever has none; sent twice, it is there once.
    for _ in 0..2 {
        visitor.get("/support/contact").await;
        let fields = [&LOCKED_OUT[..], &[("once", once.as_str()), ("altcha", &captcha)]].concat();
        visitor.post("/support/contact", &fields).await;
        assert_eq!(visitor.path, "/support/contact/sent", "{}", visitor.body);
    }
    let of_stranger = visitor.body.clone();
    visitor.get("/support/contact").await;
    let (once, captcha) = (visitor.once(), world.captcha());
    let known = [("name", "Ana"), ("email", USER), ("subject", "Mine"), ("text", "Help")];
    visitor.post("/support/contact", &[&known[..], &[("once", &once), ("altcha", &captcha)]].concat()).await;
    assert_eq!(visitor.body, of_stranger);
    let mut operator = world.operator().await;
    operator.get("/operator/support").await;
    assert_eq!(operator.body.matches(">Locked out</a>").count(), 1);
    let path = operator.link_of("Locked out");
    operator.get(&format!("{path}/ask/answer")).await;
    operator.post(&format!("{path}/answer"), &[("text", "Look into the spam folder")]).await;
    let mail = world.mail_to("ana@mail.example").await.unwrap();
    assert!(mail.template == "inquiry_answered" && mail.body_text.contains("spam folder"));
    let mut user = world.signed_in(USER).await;
    user.get("/support/contact").await;
    assert_eq!(user.path, NEW, "who is signed in opens a case");
}

// Rules: SUPPORT-10
#[tokio::test]
async fn the_contact_form_is_limited_and_reads_only_its_own() {
    let world = World::new().await;
    let mut visitor = world.browser();
    let mut statuses = Vec::new();
    for _ in 0..6 {
        visitor.get("/support/contact").await;
        let (once, captcha) = (visitor.once(), world.captcha());
        let fields = [&LOCKED_OUT[..], &[("once", once.as_str()), ("altcha", &captcha)]].concat();
        visitor.post("/support/contact", &fields).await;
        statuses.push(visitor.status.as_u16());
    }
    assert_eq!(statuses, [200, 200, 200, 200, 200, 429]);
    assert!(visitor.headers.contains_key("retry-after"));
    visitor.get("/support/contact").await;
    let once = visitor.once();
    for (fields, token, status) in [
        (vec![("once", once.as_str())], "x", 403),
        (vec![("once", once.as_str())], "", 403),
        (vec![("once", "nothing")], "", 400),
        (vec![("once", once.as_str()), ("colour", "red")], "", 400),
    ] {
        visitor.get("/support/contact").await;
        let token = if status == 403 { token.to_owned() } else { visitor.token() };
        visitor.post_with("/support/contact", &token, &[&LOCKED_OUT[..], &fields].concat()).await;
        assert_eq!(visitor.status.as_u16(), status, "{fields:?}");
    }
}
