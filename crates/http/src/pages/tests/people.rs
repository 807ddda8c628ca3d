//! User Management: roles for several people at once, invitations, handing over, removing, deactivating.

use super::*;

fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

// Rules: USR-17, USR-27, USR-33, USR-34, INV-1, INV-2, ROLE-7
#[tokio::test]
async fn each_way_starts_at_ticked_people_and_invitations_start_on_the_tab_of_roles() {
    let world = World::demo().await;
    for (who, leads) in [("lead@larkspur.example", true), ("team@larkspur.example", false)] {
        let mut b = world.signed_in(who).await;
        b.get("/company/users").await;
        let form = b.between("<form action=\"/company/users/roles\"", "</form>").unwrap();
        assert!(form.matches("type=\"checkbox\" name=\"member\"").count() > 3, "{who}");
        assert!(form.contains(">Manage roles</button>"), "{who}: {form}");
        assert_eq!(form.contains("formaction=\"/company/users/lead\""), leads, "{who}");
        assert!(form.contains("formaction=\"/company/users/remove\""), "{who}");
        b.get("/company/users/partner-roles").await;
        b.shows("href=\"/company/users/partner-roles\" aria-current=\"page\"");
        let main = b.between("<main", "</main>").unwrap();
        assert!(main.contains("href=\"/company/users/invite\">Invite users</a>"), "{who}");
    }
    for who in ["manager@larkspur.example", "cloud@larkspur.example", "user@larkspur.example"] {
        let mut b = world.signed_in(who).await;
        for path in ["", "/partner-roles", "/invite", "/roles", "/remove", "/lead"] {
            b.get(&format!("/company/users{path}")).await;
            assert_eq!(b.status, 403, "{who} {path}");
        }
    }
}

// Rules: USR-13, USR-14, USR-18, USR-19, USR-20, USR-21, USR-22, USR-23, USR-24, USR-25
#[tokio::test]
async fn roles_of_several_people_change_at_once_and_each_failure_has_its_reason() {
    let world = World::demo().await;
    let mut team = world.signed_in("team@larkspur.example").await;
    team.get("/company/users").await;
    for tab in ["Users", "Partner Central roles", "IAM roles"] {
        team.shows(&format!(">{tab}</a>"));
    }
    let seller = team.member("seller@larkspur.example").await;
    let user = team.member("user@larkspur.example").await;
    let lead = team.member("lead@larkspur.example").await;
    team.get(&format!("/company/users/roles?member={seller}&member={user}")).await;
    team.shows("Gus Hill");
    team.shows("Hanna Wood");
    team.shows(&format!("name=\"had.{seller}\" value=\"ace_user\""));
    team.hides("value=\"cloud_admin\"");

    // Another row, one row less: nothing changes.
    let (add, had) = (format!("add.{user}"), format!("had.{seller}"));
    let base = [("member", seller.as_str()), ("member", &user), (&had, "ace_user"), (&add, "technical_staff")];
    let with = |more: &[(&'static str, String)]| -> Vec<(String, String)> {
        let fixed = base.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned()));
        fixed.chain(more.iter().map(|(k, v)| ((*k).to_owned(), v.clone()))).collect()
    };
    let fields = with(&[("another", lead.clone()), ("do", "add".into())]);
    team.post("/company/users/roles", &borrowed(&fields)).await;
    assert_eq!(team.status, 200);
    team.shows("Ana Lark");
    team.shows("value=\"technical_staff\" selected");
    team.shows(&format!("name=\"keep.{seller}\" value=\"ace_user\"> "));
    let fields = with(&[("do", format!("drop.{user}"))]);
    team.post("/company/users/roles", &borrowed(&fields)).await;
    team.shows("Gus Hill");
    assert!(!team.body.contains(&format!("name=\"member\" value=\"{user}\"")));
    let mut hanna = world.signed_in("user@larkspur.example").await;
    hanna.get("/go/build/offerings").await;
    assert_eq!(hanna.status, 403, "only the last step has an effect");

    // Three allowed, two prohibited: the lead role, and one that only the lead gives (INV-10, C-020).
    let mut fields = with(&[("do", "update".into())]);
    fields.push((add.clone(), "marketing_staff".into()));
    fields.push((add.clone(), "cloud_admin".into()));
    fields.push((add.clone(), "alliance_lead".into()));
    team.post("/company/users/roles", &borrowed(&fields)).await;
    assert!(team.path.starts_with("/company/users/roles/"), "{}", team.path);
    team.shows("<strong data-count=\"made\">3</strong>changes succeeded");
    team.shows("<strong data-count=\"failed\">2</strong>changes failed");
    team.shows("None of your roles may give or take this role.");
    team.shows("The alliance lead role moves by reassignment only.");
    let outcome = team.path.clone();
    team.get(&outcome).await;
    team.shows("data-count=\"made\">3<");
    let mut lead_browser = world.signed_in("lead@larkspur.example").await;
    lead_browser.get(&outcome).await;
    assert_eq!(lead_browser.status, 404, "the outcome is for who asked");

    hanna.get("/go/build/offerings").await;
    assert_eq!(hanna.status, 200, "USR-8");
    let mut gus = world.signed_in("seller@larkspur.example").await;
    gus.get("/go/sell/opportunity_management").await;
    assert_eq!(gus.status, 403, "the role was taken");

    team.get(&format!("/company/users/roles?member={user}")).await;
    let nothing = [("member", user.as_str()), ("do", "update")];
    team.post("/company/users/roles", &nothing).await;
    assert_eq!(team.status, 422);
    team.shows("You have not chosen any change yet");
    team.post("/company/users/roles", &[("member", &user), ("admin", "yes")]).await;
    assert_eq!(team.status, 400);
}

// Rules: USR-14
#[tokio::test]
async fn eleven_people_are_too_many() {
    let world = World::demo().await;
    let mut lead = world.signed_in("lead@larkspur.example").await;
    let ids: Vec<String> = (1..=11).map(|n| format!("{n:032x}")).collect();
    let query: Vec<String> = ids.iter().map(|id| format!("member={id}")).collect();
    lead.get(&format!("/company/users/roles?{}", query.join("&"))).await;
    assert_eq!(lead.status, 422);
    lead.shows("At most 10 people");
    lead.get("/company/users").await;
    let mut fields: Vec<(&str, &str)> = ids.iter().map(|id| ("member", id.as_str())).collect();
    let add = format!("add.{}", ids[0]);
    fields.push((&add, "ace_user"));
    lead.post("/company/users/roles", &fields).await;
    assert_eq!(lead.status, 422);
    lead.shows("At most 10 people");
    lead.get("/company/users/roles").await;
    lead.shows("Tick the people");
}

// Rules: ROLE-19, ROLE-66, INV-8, USR-25
#[tokio::test]
async fn the_twentieth_seat_is_given_and_the_twenty_first_is_not() {
    let world = World::demo().await;
    let mut lead = world.signed_in("lead@larkspur.example").await;
    // One holds the role already; nineteen more are invited.
    lead.get("/company/users/invite").await;
    let emails: Vec<String> = (0..20).map(|n| format!("p{n}@larkspur.example")).collect();
    let names: Vec<String> = (0..20).map(|n| format!("roles.{n}")).collect();
    let rows = |count: usize| -> Vec<(&str, &str)> {
        (0..count).flat_map(|n| [("email", emails[n].as_str()), (names[n].as_str(), "ace_manager")]).collect()
    };
    lead.post("/company/users/invite", &rows(20)).await;
    assert_eq!(lead.status, 422, "the 21st");
    lead.shows("As many people as may hold this role do");
    lead.shows("href=\"#row-19-roles\"");
    lead.post("/company/users/invite", &rows(19)).await;
    lead.shows("19 invitations are on their way");
    lead.shows("1 hold it, 19 invited");
    let user = lead.member("user@larkspur.example").await;
    lead.get(&format!("/company/users/roles?member={user}")).await;
    lead.shows("(20 of 20 taken)");
    let add = format!("add.{user}");
    lead.post("/company/users/roles", &[("member", &user), (&add, "ace_manager"), (&add, "ace_user")]).await;
    lead.shows("data-count=\"made\">1<");
    lead.shows("data-count=\"failed\">1<");
}

// Rules: INV-3, INV-4, INV-5, INV-9, INV-10
#[tokio::test]
async fn invitations_are_all_sent_or_none() {
    let world = World::demo().await;
    let mut team = world.signed_in("team@larkspur.example").await;
    let before = world.app.services.store.outbox(500).await.unwrap().len();
    team.get("/company/users/invite").await;
    team.post("/company/users/invite", &[("email", "a@larkspur.example"), ("roles.0", "ace_user"), ("do", "add")])
        .await;
    team.shows("id=\"row-1-email\"");
    team.shows("value=\"a@larkspur.example\"");
    let rows = [
        ("email", "good@larkspur.example"),
        ("roles.0", "ace_user"),
        ("email", "not-an-address"),
        ("roles.1", "ace_user"),
        ("email", "x@elsewhere.example"),
        ("roles.2", "cloud_admin"),
        ("email", "y@larkspur.example"),
        ("roles.3", "alliance_lead"),
        ("email", "z@larkspur.example"),
    ];
    team.post("/company/users/invite", &rows).await;
    assert_eq!(team.status, 422);
    for (row, fault) in [
        (1, "An e-mail address has an @"),
        (2, "not on one of your company"),
        (2, "None of your roles may give"),
        (3, "moves by reassignment only"),
        (4, "Fill this in"),
    ] {
        team.shows(&format!("#row-{row}-"));
        team.shows(fault);
    }
    team.post("/company/users/invite", &[("email", "a@larkspur.example"), ("roles.9", "ace_user")]).await;
    assert_eq!(team.status, 400);
    assert_eq!(world.app.services.store.outbox(500).await.unwrap().len(), before, "nothing was sent");

    team.get("/company/users/invite").await;
    team.post("/company/users/invite", &[("email", "good@larkspur.example"), ("roles.0", "ace_user")]).await;
    team.shows("One invitation is on its way");
    let first = world.mail_to("good@larkspur.example").await.unwrap();
    let link = |text: &str| {
        let word = text.split_whitespace().find(|w| w.contains("/invitation/")).unwrap();
        word.strip_prefix("http://127.0.0.1:8480").unwrap().to_owned()
    };
    let action = |b: &Browser, what: &str| {
        let row = b.body.split_once("good@larkspur.example</th>").unwrap().1;
        let path = row.split("action=\"").find(|p| p.split('"').next().unwrap().ends_with(what)).unwrap();
        path.split('"').next().unwrap().to_owned()
    };
    let renew = action(&team, "renew");
    team.post(&renew, &[]).await;
    team.shows("renewed and mailed again");
    let second = world.mail_to("good@larkspur.example").await.unwrap();
    let withdraw = action(&team, "withdraw");
    let mut guest = world.browser();
    guest.get(&link(&first.body_text)).await;
    assert_eq!(guest.status, 404, "the earlier link is void");
    guest.get(&link(&second.body_text)).await;
    assert_eq!(guest.status, 200);
    team.post(&withdraw, &[]).await;
    team.shows("withdrawn");
    guest.get(&link(&second.body_text)).await;
    assert_eq!(guest.status, 404);
    team.post(&withdraw, &[]).await;
    assert_eq!(team.status, 409);
}

// Rules: USR-26, USR-27, USR-28, ROLE-6, ROLE-7
#[tokio::test]
async fn the_lead_moves_by_the_second_choice_and_the_typed_word() {
    let world = World::demo().await;
    let mut lead = world.signed_in("lead@larkspur.example").await;
    let team = lead.member("team@larkspur.example").await;
    let seller = lead.member("seller@larkspur.example").await;
    lead.get(&format!("/company/users/lead?member={team}")).await;
    lead.shows(&format!("value=\"{team}\" selected"));
    lead.shows("moves from you to the person");
    for typed in ["", "Confirm", "confirmed"] {
        lead.post("/company/users/lead", &[("to", &seller), ("typed", typed)]).await;
        assert_eq!(lead.status, 422, "{typed:?}");
        lead.shows("Type the word");
    }
    lead.post("/company/users/lead", &[("to", ""), ("typed", "confirm")]).await;
    assert_eq!(lead.status, 422);
    lead.post("/company/users/lead", &[("to", &seller), ("typed", "confirm")]).await;
    assert_eq!(lead.path, "/");
    lead.shows("Gus Hill (seller@larkspur.example) is alliance lead now");
    lead.hides("User Management");
    let mut gus = world.signed_in("seller@larkspur.example").await;
    gus.get("/company/users/lead").await;
    assert_eq!(gus.status, 200);
    assert_eq!(world.mail_to("seller@larkspur.example").await.unwrap().template, "lead_received");
    assert_eq!(world.mail_to("lead@larkspur.example").await.unwrap().template, "lead_given");
}

// Rules: USR-29, USR-30, USR-32, USR-33, USR-34, USR-35, SIGN-6
#[tokio::test]
async fn removing_is_for_good_and_ends_the_sessions() {
    let world = World::demo().await;
    let mut gus = world.signed_in("seller@larkspur.example").await;
    let mut team = world.signed_in("team@larkspur.example").await;
    let seller = team.member("seller@larkspur.example").await;
    let lead = team.member("lead@larkspur.example").await;
    let own = team.member("team@larkspur.example").await;
    team.get("/company/users/remove").await;
    team.shows("Tick exactly one person");
    team.get(&format!("/company/users/remove?member={seller}&member={lead}")).await;
    team.shows("Tick exactly one person");
    team.get(&format!("/company/users/remove?member={lead}")).await;
    assert_eq!(team.status, 409);
    team.shows("Reassign that role first");
    team.get(&format!("/company/users/remove?member={own}")).await;
    assert_eq!(team.status, 403);
    team.get(&format!("/company/users/remove?member={seller}")).await;
    team.shows("for good and cannot be undone");
    team.shows("Gus Hill");
    team.post("/company/users/remove", &[("member", &seller), ("typed", "Confirm")]).await;
    assert_eq!(team.status, 422);
    gus.get("/profile").await;
    assert_eq!(gus.path, "/profile", "nothing has changed");
    team.post("/company/users/remove", &[("member", &seller), ("typed", " confirm ")]).await;
    team.shows("was removed");
    gus.get("/profile").await;
    assert!(gus.path.starts_with("/?next="));
    gus.sign_in("seller@larkspur.example", crate::demo::PASSWORD).await;
    assert_eq!(gus.status, 401);
    let mut again = world.browser();
    again.get("/join").await;
    again.post("/join", &[("name", "Gus"), ("email", "seller@larkspur.example")]).await;
    let code = world.code_for("seller@larkspur.example").await;
    again.post("/join/code", &[("code", &code)]).await;
    assert_eq!(again.status, 403);
    again.shows("A new invitation");
    team.get("/company/users?all=yes").await;
    team.shows("Removed");
}

// Rules: SIGN-7
#[tokio::test]
async fn deactivating_blocks_the_sign_in_and_is_the_leads_alone() {
    let world = World::demo().await;
    let mut lead = world.signed_in("lead@larkspur.example").await;
    let user = lead.member("user@larkspur.example").await;
    lead.get(&format!("/company/users/deactivate?member={user}")).await;
    lead.shows("Hanna Wood");
    let mut team = world.signed_in("team@larkspur.example").await;
    team.post("/company/users/deactivate", &[("member", &user)]).await;
    assert_eq!(team.status, 403);
    lead.post("/company/users/deactivate", &[("member", &user)]).await;
    lead.shows("was deactivated");
    let mut hanna = world.browser();
    hanna.sign_in("user@larkspur.example", crate::demo::PASSWORD).await;
    assert_eq!(hanna.status, 401);
    lead.get("/company/users?all=yes").await;
    lead.shows("Deactivated");
}

#[tokio::test]
async fn people_of_other_companies_do_not_exist_here() {
    let world = World::demo().await;
    let mut other = world.signed_in("lead@millrace.example").await;
    let foreign = other.member("seller@millrace.example").await;
    let absent = "00000000000000000000000000000001";
    let mut lead = world.signed_in("lead@larkspur.example").await;
    let mut answers = Vec::new();
    for id in [foreign.as_str(), absent] {
        lead.get(&format!("/company/users/remove?member={id}")).await;
        let request = lead.headers["x-request-id"].to_str().unwrap().to_owned();
        let page = lead.body.replace(&request, "").replace(id, "");
        answers.push((lead.status, page));
    }
    assert_eq!(answers[0], answers[1]);
    lead.get("/company/users").await;
    let add = format!("add.{foreign}");
    lead.post("/company/users/roles", &[("member", &foreign), (&add, "ace_user")]).await;
    lead.shows("There is no such person in your company");
}
