//! Who sees and opens what: every role, every item, by menu and by direct address; forms without their token.

use super::*;
use guildhall_core::access::{Standing, menu};
use guildhall_core::program::Placement;

/// An address, the roles, and where the company stands.
type Somebody = (&'static str, &'static [&'static str], &'static [(&'static str, &'static str)]);

/// Somebody of the demo in each of the nine roles.
const PEOPLE: &[Somebody] = &[
    ("lead@larkspur.example", &["alliance_lead"], &[("software", "validated")]),
    ("team@larkspur.example", &["alliance_team"], &[("software", "validated")]),
    ("user@larkspur.example", &[], &[("software", "validated")]),
    ("channel@millrace.example", &["channel_user"], &[("services", "enrolled"), ("distribution", "enrolled")]),
    ("cloud@larkspur.example", &["cloud_admin"], &[("software", "validated")]),
    ("marketing@larkspur.example", &["marketing_staff"], &[("software", "validated")]),
    ("technical@larkspur.example", &["technical_staff"], &[("software", "validated")]),
    ("manager@larkspur.example", &["ace_manager"], &[("software", "validated")]),
    ("seller@larkspur.example", &["ace_user"], &[("software", "validated")]),
    ("user@pebble.example", &[], &[("software", "registered")]),
];

// Rules: HOME-2, HOME-3, HOME-4, HOME-5, HOME-6, HOME-7, HOME-8, HOME-10, MENU-1, MENU-2, ROLE-1, ROLE-3
#[tokio::test]
async fn menus_and_addresses_are_exactly_what_the_core_says() {
    let world = World::demo().await;
    let program = Program::guide();
    for (email, roles, stands) in PEOPLE {
        let standing = Standing::new(program, roles.iter().copied(), stands.iter().copied());
        let mut b = world.signed_in(email).await;
        let header = b.between("<header", "</header>").unwrap();
        let expected = menu(program, &standing);
        for section in &expected {
            let marker = format!("data-menu=\"{}\"", section.section.name);
            let shown = header.split_once(&marker).unwrap_or_else(|| panic!("{email}: {marker}")).1;
            let shown = shown.split_once("</details>").unwrap().0;
            let titles: Vec<&str> =
                shown.split("item-title\">").skip(1).map(|t| t.split('<').next().unwrap()).collect();
            let wanted: Vec<&str> = section.entries.iter().map(|e| e.item.title.as_str()).collect();
            assert_eq!(titles, wanted, "{email} {}", section.section.name);
            for entry in &section.entries {
                assert!(shown.contains(&entry.item.description), "{email}: {}", entry.item.description);
            }
        }
        assert_eq!(header.matches("data-menu=").count(), expected.len(), "{email}");
        let dropdowns = expected.iter().filter(|s| s.section.placement == Placement::Dropdown).count();
        assert_eq!(dropdowns, 2);
        assert!(header.contains("<summary>Support</summary>") && header.contains("<summary>Language</summary>"));
        b.shows("class=\"walk\"");
        for (id, item) in program.items_with_ids() {
            b.get(&format!("/go/{}", item.name)).await;
            if standing.opens(program, id) {
                assert_eq!(b.status, 200, "{email} {}", item.name);
            } else {
                assert_eq!(b.status, 403, "{email} {}", item.name);
                b.shows("What is missing");
            }
        }
        b.get("/go/build/nothing").await;
        assert_eq!(b.status, 404);
    }
}

// Rules: HOME-6, MENU-36
#[tokio::test]
async fn a_closed_page_says_what_is_missing_and_who_can_help() {
    let world = World::demo().await;
    let mut b = world.signed_in("user@pebble.example").await;
    b.get("/company/users").await;
    assert_eq!(b.status, 403);
    b.shows("One of these roles: <strong>Alliance lead, Alliance team</strong>");
    b.shows("Leo Shore");
    b.shows("mailto:lead@pebble.example?subject=");
    b.get("/go/channel/channel_management").await;
    b.shows("Channel user");
    b.shows("Services, Distribution");
    b.shows("Enrolled");
    b.shows("decided by the programme");
    b.get("/go/market/badge_manager").await;
    b.shows("<strong>Validated</strong>");
    let mut lead = world.signed_in("lead@larkspur.example").await;
    lead.get("/go/channel/channel_management").await;
    lead.shows("You can give this role yourself");
}

// Rules: INV-1, USR-16, USR-33
#[tokio::test]
async fn the_companys_pages_are_closed_to_all_but_lead_and_team() {
    let world = World::demo().await;
    for (email, roles, _) in PEOPLE.iter().filter(|(_, roles, _)| !roles.iter().any(|r| r.starts_with("alliance"))) {
        let mut b = world.signed_in(email).await;
        let token = b.token();
        for path in [
            "/company/users",
            "/company/users/roles?member=00000000000000000000000000000001",
            "/company/users/partner-roles",
            "/company/users/iam-roles",
            "/company/users/invite",
            "/company/users/lead",
            "/company/users/remove",
            "/company/users/deactivate",
        ] {
            b.get(path).await;
            assert_eq!(b.status, 403, "{email} {path} {roles:?}");
        }
        for (path, fields) in [
            ("/company/users/roles", vec![("member", "00000000000000000000000000000001")]),
            ("/company/users/invite", vec![("email", "x@larkspur.example"), ("roles.0", "ace_user")]),
            ("/company/users/lead", vec![("to", "00000000000000000000000000000001"), ("typed", "confirm")]),
            ("/company/users/remove", vec![("member", "00000000000000000000000000000001"), ("typed", "confirm")]),
            ("/company/users/deactivate", vec![("member", "00000000000000000000000000000001")]),
        ] {
            b.post_with(path, &token, &fields).await;
            assert_eq!(b.status, 403, "{email} POST {path}");
        }
    }
    let mut team = world.signed_in("team@larkspur.example").await;
    for (path, status) in [
        ("/company/users", 200),
        ("/company/users/invite", 200),
        ("/company/users/lead", 403),
        ("/company/users/deactivate", 403),
    ] {
        team.get(path).await;
        assert_eq!(team.status.as_u16(), status, "{path}");
    }
}

// Rules: LINK-35, USR-13, PROFILE-4
#[tokio::test]
async fn user_management_leads_to_its_three_tabs() {
    let world = World::demo().await;
    for email in ["lead@larkspur.example", "team@larkspur.example"] {
        let mut b = world.signed_in(email).await;
        b.get("/go/my_company/user_management").await;
        assert_eq!((b.status.as_u16(), b.path.as_str()), (200, "/company/users"), "{email}");
        for path in ["/company/users", "/company/users/partner-roles", "/company/users/iam-roles"] {
            b.shows(&format!("href=\"{path}\""));
        }
        b.get("/company/users/iam-roles").await;
        assert_eq!(b.status, 200, "{email}");
        b.shows("href=\"/company/users/iam-roles\" aria-current=\"page\"");
    }
}

#[tokio::test]
async fn a_visitor_is_asked_to_sign_in() {
    let world = World::demo().await;
    let mut b = world.browser();
    for path in ["/profile", "/company/users", "/go/build/offerings", "/search?q=a", "/company/lead"] {
        b.get(path).await;
        assert!(b.path.starts_with("/?next="), "{path} leads to {}", b.path);
        b.shows("action=\"/sign-in\"");
    }
    for path in ["/help", "/help/register", "/help/questions", "/terms", "/support", "/forgot", "/join"] {
        b.get(path).await;
        assert_eq!((b.status.as_u16(), b.path.as_str()), (200, path));
    }
    b.get("/help/nothing").await;
    assert_eq!(b.status, 404);
}

/// Every form of the portal: its address and enough fields to be read.
const FORMS: &[&str] = &[
    "/sign-in",
    "/logout",
    "/language",
    "/forgot",
    "/forgot/code",
    "/forgot/password",
    "/register",
    "/register/lead",
    "/register/resend",
    "/join",
    "/join/code",
    "/join/resend",
    "/invitation/x",
    "/company/users/roles",
    "/company/users/lead",
    "/company/users/remove",
    "/company/users/deactivate",
    "/company/users/invite",
    "/company/users/invitations/x/withdraw",
    "/company/users/invitations/x/renew",
    "/company/profile",
    "/company/domains",
    "/company/domains/withdraw",
    "/company/profile/customers",
    "/company/profile/products/new",
    "/company/profile/products/x",
    "/company/profile/products/x/remove",
    "/company/profile/locations/new",
    "/company/profile/locations/x",
    "/company/profile/locations/x/remove",
    "/company/profile/solution-areas/new",
    "/company/profile/solution-areas/x/remove",
    "/company/profile/words/x",
    "/company/listing",
    "/company/listing/publish",
    "/company/listing/withdraw",
    "/company/fee",
    "/company/lead",
    "/profile",
    "/profile/password",
    "/profile/hand-over",
    "/profile/tokens",
    "/profile/tokens/revoke",
    "/profile/certifications/address",
    "/profile/certifications/consent",
    "/profile/certifications/transfers",
    "/profile/certifications/address-changes",
];

#[tokio::test]
async fn a_form_without_its_token_changes_nothing() {
    let world = World::demo().await;
    let mut other = world.signed_in("team@larkspur.example").await;
    let foreign = other.token();
    other.get("/").await;
    let mut lead = world.signed_in("lead@larkspur.example").await;
    for path in FORMS {
        for token in ["", "x", &foreign] {
            lead.post_with(path, token, &[]).await;
            assert_eq!(lead.status, 403, "{path} {token}");
        }
        // A token that is right is not enough for a form that is not: 4xx, but another one.
        let token = {
            lead.get("/").await;
            lead.token()
        };
        lead.post_with(path, &token, &[("is_admin", "yes"), ("verified", "true")]).await;
        assert!(lead.status == 303 || lead.status.is_client_error(), "{path} {}", lead.status);
        if *path != "/logout"
            && !path.ends_with("resend")
            && !path.starts_with("/register/")
            && !path.starts_with("/join/")
        {
            assert!(lead.status.is_client_error(), "{path} {}", lead.status);
        }
    }
    lead.get("/").await;
    let token = lead.token();
    let body = format!("form_token={token}&note=x");
    let bearer = Request::post("/company/lead")
        .header("authorization", "Bearer x")
        .header("content-type", "application/x-www-form-urlencoded");
    lead.send(bearer, Body::from(body)).await;
    assert_eq!(lead.status, 403, "with a token of its own, the cookie does not count");
    let mut visitor = world.browser();
    visitor.get("/").await;
    visitor.cookies.clear();
    let token = visitor.token();
    visitor
        .post_with("/sign-in", &token, &[("email", "lead@larkspur.example"), ("password", crate::demo::PASSWORD)])
        .await;
    assert_eq!(visitor.status, 403, "a token without its cookie");
}

#[tokio::test]
async fn faults_are_pages_with_the_request_named() {
    let world = World::new().await;
    let mut b = world.browser();
    b.get("/nothing").await;
    assert_eq!(b.status, 404);
    let id = b.headers["x-request-id"].to_str().unwrap().to_owned();
    b.shows(&id);
    b.send(Request::delete("/profile").header("origin", "http://127.0.0.1:8480"), Body::empty()).await;
    assert_eq!(b.status, 405);
    b.shows("This address cannot be used that way");
    let json =
        Request::post("/sign-in").header("origin", "http://127.0.0.1:8480").header("content-type", "application/json");
    b.send(json, Body::from("{}")).await;
    assert_eq!(b.status, 415);
    b.get("/").await;
    let token = b.token();
    let body = format!("form_token={token}&email=a&email=b&password=c");
    let twice = Request::post("/sign-in")
        .header("origin", "http://127.0.0.1:8480")
        .header("content-type", "application/x-www-form-urlencoded");
    b.send(twice, Body::from(body)).await;
    assert_eq!(b.status, 400, "a field twice");
    b.send(Request::post("/sign-in").header("origin", "http://evil.example"), Body::empty()).await;
    assert_eq!(b.status, 403);
    b.shows("did not come from a page of the portal");
    for fault in [
        crate::guard::Fault::UnknownHost,
        crate::guard::Fault::TooLarge,
        crate::guard::Fault::TimedOut,
        crate::guard::Fault::Panicked,
    ] {
        let page = crate::pages::fault_page(fault, &crate::guard::RequestId("r".into()));
        assert_eq!(page.status(), fault.status());
    }
}
