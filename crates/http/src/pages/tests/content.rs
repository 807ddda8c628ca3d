//! News, events, resources, walkthroughs, the search and the home page's feeds in the browser.

use super::*;

const LEAD: &str = "lead@larkspur.example";
const USER: &str = "user@larkspur.example";

// Rules: HOME-13, NEWS-3, NEWS-6, NEWS-7, NEWS-8, C-118, C-119
#[tokio::test]
async fn the_feeds_lead_to_pages_with_search_and_filters() {
    let world = World::demo().await;
    let mut b = world.signed_in(USER).await;
    b.get("/").await;
    for shown in ["Partner news", "Partner events", "View all partner news", "View all partner events"] {
        b.shows(shown);
    }
    b.get("/news").await;
    assert_eq!(b.body.matches("<li class=\"card\">").count(), 6);
    b.hides("Announced for next week");
    b.hides("One place for the people of your company");
    b.get("/news?kind=deadline&q=scorecard").await;
    assert_eq!(b.body.matches("<li class=\"card\">").count(), 1);
    b.shows("Clear filters");
    b.get("/news?q=zzzz").await;
    b.shows("Nothing matches");
    b.get("/events").await;
    let first = b.between("<li class=\"card\">", "</li>").unwrap();
    assert!(first.contains("Partner summit") && first.contains("Pinned"));
    b.hides("The scorecard, explained");
    b.get("/events?delivery=in_person").await;
    assert_eq!(b.body.matches("<li class=\"card\">").count(), 2);
    b.get("/events?delivery=by_mail").await;
    assert_eq!(b.status, 400);
    b.get("/events").await;
    let path = b.between("<a href=\"/events/", "\"").unwrap();
    b.get(&format!("/events/{path}")).await;
    b.shows("More and registration");
    b.shows("rel=\"noopener noreferrer\"");
    b.get(&format!("/news/{path}")).await;
    assert_eq!(b.status, 404, "an event is no article");
    let mut visitor = world.browser();
    visitor.get("/news").await;
    assert_eq!(visitor.path, "/?next=%2Fnews");
}

// Rules: HOME-10, MENU-29, MENU-30, MENU-31
#[tokio::test]
async fn resources_and_walkthroughs_open_from_the_menu() {
    let world = World::demo().await;
    let mut b = world.signed_in(LEAD).await;
    b.get("/go/resources/view_all").await;
    assert_eq!(b.path, "/resources");
    assert_eq!(b.body.matches("<li class=\"card\">").count(), 9);
    b.get("/go/resources/faqs").await;
    assert_eq!(b.body.matches("<li class=\"card\">").count(), 3);
    b.get("/walkthroughs").await;
    let tour = b.between("<a href=\"/walkthroughs/", "\"").unwrap();
    b.get(&format!("/walkthroughs/{tour}")).await;
    b.shows("<ol class=\"walk-steps\">");
    b.shows("Go to the page");
}

// Rules: SEARCH-1, SEARCH-2, SEARCH-5, SEARCH-6, SEARCH-7, SEARCH-8, SEARCH-9, SEARCH-10, SEARCH-11, C-117
#[tokio::test]
async fn the_search_shows_tables_filters_and_view_all() {
    let world = World::demo().await;
    let mut lead = world.signed_in(LEAD).await;
    lead.get("/search?q=larkspur").await;
    let people = lead.between("data-record=\"person\"", "</section>").unwrap();
    assert_eq!(people.matches("<tr>").count(), 5);
    assert!(people.contains("View all 8"), "{people}");
    lead.get("/search?q=larkspur&all=person").await;
    let people = lead.between("data-record=\"person\"", "</section>").unwrap();
    assert_eq!(people.matches("<tr>").count(), 8);
    assert!(!people.contains("View all"));
    lead.get("/search?q=profile").await;
    lead.shows("data-record=\"task\"");
    lead.shows("data-record=\"page\"");
    lead.hides("Clear filters");
    lead.get("/search?q=profile&type=task").await;
    lead.hides("data-record=\"page\"");
    lead.shows("Clear filters");
    let task = lead.between("data-record=\"task\"", "</section>").unwrap();
    let path = task.split("href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    lead.get(&path).await;
    assert_eq!(lead.status, 200, "a record opens by its title");
    lead.get("/search?q=scorecard").await;
    for record in ["page", "news"] {
        lead.shows(&format!("data-record=\"{record}\""));
    }
    lead.hides("The scorecard, explained");
    let mut user = world.signed_in(USER).await;
    user.get("/search?q=larkspur").await;
    user.hides("data-record=\"person\"");
    user.get("/search?q=case+study").await;
    user.hides("data-record=\"task\"");
    for (query, status) in [("type=fund_request", 400), ("all=dashboard", 400)] {
        user.get(&format!("/search?q=x&{query}")).await;
        assert_eq!(user.status.as_u16(), status, "{query}");
    }
    user.get(&format!("/search?q={}", "x".repeat(300))).await;
    assert_eq!(user.status, 422);
}

// Rules: SEARCH-10
#[tokio::test]
async fn a_record_of_the_company_opens_by_its_title() {
    let world = World::demo().await;
    let mut lead = world.signed_in(LEAD).await;
    lead.get("/offerings/new").await;
    let fields = [("kind", "offering"), ("title", "Quillwort Scheduler"), ("description", "Plans berths")];
    lead.post("/offerings/new", &fields).await;
    let page = lead.path.clone();
    lead.get("/search?q=quillwort").await;
    let row = lead.between("data-record=\"offering\"", "</section>").unwrap();
    assert!(row.contains(&format!("href=\"{page}\"")), "{row}");
    lead.get("/company/profile/products").await;
    let product = lead.between("<th scope=\"row\">", "<").unwrap();
    lead.get(&format!("/search?q={}", crate::pages::view::encoded(&product))).await;
    let row = lead.between("data-record=\"product\"", "</section>").unwrap();
    assert!(row.contains("href=\"/company/profile/products\""), "{row}");
}

// Rules: BROWSER-1, BROWSER-2, BROWSER-4, SIGN-2, C-111, C-121
#[tokio::test]
async fn a_browser_that_is_not_supported_is_warned_and_let_in() {
    let world = World::demo().await;
    let mut b = world.signed_in(USER).await;
    for (agent, warning) in [
        ("Mozilla/5.0 Firefox/128.0", "extended release of Firefox"),
        ("Mozilla/5.0 Edge/18.1", "has not been supported since"),
        ("Mozilla/5.0 (iPhone) Mobile/15E148", "easier to use at a desk"),
    ] {
        b.send(Request::get("/").header("user-agent", agent), Body::empty()).await;
        assert_eq!(b.status, 200);
        b.shows(warning);
    }
    b.send(Request::get("/").header("user-agent", "Mozilla/5.0 Chrome/126.0"), Body::empty()).await;
    b.hides("data-hint");
}
