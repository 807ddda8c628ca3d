//! What a company builds and earns: records, programmes, badges, the channel, and the public directory.

use super::{Browser, World};

const LEAD: &str = "lead@larkspur.example";
const TECHNICAL: &str = "technical@larkspur.example";
const SELLER: &str = "seller@larkspur.example";
const USER: &str = "user@larkspur.example";
const CHANNEL: &str = "channel@millrace.example";
const BESIDE: &str = "lead@millrace.example";
const PEBBLE: &str = "lead@pebble.example";

impl Browser {
    /// The address that a link with this text leads to.
    fn link(&self, text: &str) -> String {
        let before = self.body.split(&format!("\">{text}<")).next().unwrap();
        before.rsplit("href=\"").next().unwrap().split('"').next().unwrap().to_owned()
    }
}

// Rules: MENU-9, MENU-10, MENU-11, MENU-12, MENU-13, MENU-18, MENU-24, HOME-6, ROLE-52, C-012, C-025, C-070
#[tokio::test]
async fn each_shelf_is_open_to_its_roles_and_offers_beginning_to_those_who_may() {
    let world = World::demo().await;
    // Each row: who, and for each shelf whether it is closed, read, or worked on.
    let shelves = ["/offerings", "/case-studies", "/devices", "/workloads", "/references"];
    for (who, expected) in [
        (LEAD, "wwwww"),
        (TECHNICAL, "wwww-"),
        (SELLER, "-rr-r"),
        (USER, "--r--"),
        (PEBBLE, "www--"),
        (CHANNEL, "--r--"),
    ] {
        let mut browser = world.signed_in(who).await;
        let mut seen = String::new();
        for shelf in shelves {
            browser.get(shelf).await;
            seen.push(match (browser.status.as_u16(), browser.body.contains(&format!("href=\"{shelf}/new\""))) {
                (200, true) => 'w',
                (200, false) => 'r',
                _ => '-',
            });
            browser.get(&format!("{shelf}/new")).await;
            assert_eq!(browser.status == 200, seen.ends_with('w'), "{who} {shelf}");
        }
        assert_eq!(seen, expected, "{who}");
    }
    let mut nobody = world.browser();
    nobody.get("/offerings").await;
    assert_eq!(nobody.path, "/?next=%2Fofferings");
    let mut lead = world.signed_in(LEAD).await;
    for (item, path) in [("build/offerings", "/offerings"), ("market/offerings", "/offerings"), ("channel/none", "")] {
        lead.get(&format!("/go/{item}")).await;
        assert_eq!(lead.status == 200 && lead.path == path, !path.is_empty(), "{item}");
    }
}

// Rules: ROLE-59, ROLE-61, PROFILE-16, C-011
#[tokio::test]
async fn a_record_is_drafted_changed_handed_in_and_taken_back() {
    let world = World::demo().await;
    let mut staff = world.signed_in(TECHNICAL).await;
    staff.get("/offerings/new").await;
    staff.post("/offerings/new", &[("kind", "offering"), ("title", " "), ("description", "Counts beds")]).await;
    assert_eq!(staff.status, 422);
    staff.shows("aria-invalid=\"true\"");
    staff.shows("Counts beds");
    staff.post("/offerings/new", &[("kind", "offering"), ("title", "Bed <Counter>"), ("description", "Counts")]).await;
    let at = staff.path.clone();
    assert_eq!((staff.status.as_u16(), at.starts_with("/offerings/")), (200, true), "{}", staff.body);
    staff.shows("Bed &#60;Counter&#62;");
    staff.shows("Draft");
    staff.post(&format!("{at}/edit"), &[("title", "Bed Counter"), ("description", "Counts beds\nand staff")]).await;
    staff.shows("Bed Counter");
    staff.shows("<p>and staff</p>");
    staff.post(&format!("{at}/submit"), &[]).await;
    staff.shows("Under review");
    staff.hides(&format!("{at}/edit\""));
    staff.post(&format!("{at}/edit"), &[("title", "X"), ("description", "Y")]).await;
    assert_eq!(staff.status, 409);
    // It belongs to the whole company, and is nobody else's.
    let mut lead = world.signed_in(LEAD).await;
    lead.get(&at).await;
    lead.shows("Eli Stone");
    let mut other = world.signed_in(BESIDE).await;
    other.get(&at).await;
    assert_eq!(other.status, 404);
    lead.get(&format!("{at}/remove")).await;
    lead.shows("cannot be undone");
    lead.post(&format!("{at}/remove"), &[]).await;
    assert_eq!((lead.status.as_u16(), lead.path.as_str()), (200, "/offerings"));
    lead.hides("Bed Counter");
    // What was validated gets words and nothing else.
    let validated = lead.link("Ward Planner");
    lead.get(&validated).await;
    lead.hides(&format!("{validated}/edit\""));
    lead.get(&format!("{validated}/words")).await;
    lead.post(&format!("{validated}/words"), &[("words", "Ask for a tour")]).await;
    lead.shows("Ask for a tour");
    for missing in ["/offerings/none", "/case-studies/00000000000000000000000000000001"] {
        lead.get(missing).await;
        assert_eq!(lead.status, 404, "{missing}");
    }
}

// Rules: MENU-23, MENU-24, MENU-25, CMP-9, CMP-16, C-007
#[tokio::test]
async fn a_company_sees_what_programmes_ask_for_and_applies() {
    let world = World::demo().await;
    let mut lead = world.signed_in(LEAD).await;
    lead.get("/programs").await;
    lead.shows("Case study: 1 of 2 validated");
    lead.shows("href=\"/case-studies\"");
    lead.get("/programs/public_sector/apply").await;
    lead.post("/programs/public_sector/apply", &[("description", " ")]).await;
    assert_eq!(lead.status, 422);
    lead.post("/programs/public_sector/apply", &[("description", "Hospitals of cities")]).await;
    let at = lead.path.clone();
    assert!(at.starts_with("/applications/"), "{at}");
    lead.post(&format!("{at}/submit"), &[]).await;
    lead.shows("Under review");
    lead.get("/programs/public_sector/apply").await;
    lead.post("/programs/public_sector/apply", &[("description", "Again")]).await;
    assert_eq!(lead.status, 409);
    lead.get("/applications/new").await;
    assert_eq!((lead.status.as_u16(), lead.path.as_str()), (200, "/programs"), "it is begun at a programme");
    let by_hand = [("kind", "program_application"), ("title", "Anything"), ("description", "Without requirements")];
    lead.post("/applications/new", &by_hand).await;
    assert_eq!(lead.status, 422);
    lead.shows("An application is made to one of the programmes");
    lead.get("/applications").await;
    let competency = lead.link("Competency Program");
    lead.get(&competency).await;
    lead.post(&format!("{competency}/submit"), &[]).await;
    assert_eq!(lead.status, 409);
    lead.shows("Case study");
    let mut user = world.signed_in(USER).await;
    user.get("/programs").await;
    user.hides("/apply\"");
    user.get("/programs/competency/apply").await;
    assert_eq!(user.status, 403);
    user.get("/solution-providers").await;
    user.shows("Solution Provider Program");
}

// Rules: MENU-20, CMP-15, C-005
#[tokio::test]
async fn badges_are_pictures_to_download() {
    let world = World::demo().await;
    let mut lead = world.signed_in(LEAD).await;
    lead.get("/badges").await;
    lead.shows("src=\"/badges/validated_software.svg?look=dark\"");
    lead.shows("Healthcare");
    lead.get("/badges/validated_software.svg?look=light&download=yes").await;
    assert_eq!(lead.headers["content-type"], "image/svg+xml; charset=utf-8");
    let disposition = "attachment; filename=\"larkspur-software-validated-software-light.svg\"";
    assert_eq!(lead.headers["content-disposition"], disposition);
    for text in ["<svg ", "Larkspur Software", "Validated", ">Software<"] {
        lead.shows(text);
    }
    for missing in ["none.svg", "validated_software.png", "validated_software.svg?look=pink"] {
        lead.get(&format!("/badges/{missing}")).await;
        assert_eq!(lead.status, 404, "{missing}");
    }
    for closed in [TECHNICAL, "marketing@larkspur.example", BESIDE] {
        let mut browser = world.signed_in(closed).await;
        for path in ["/badges", "/badges/validated_software.svg"] {
            browser.get(path).await;
            assert_eq!(browser.status, 403, "{closed} {path}");
        }
    }
}

// Rules: MENU-33, MENU-44, ROLE-29, ROLE-31, C-016, C-060
#[tokio::test]
async fn the_channel_has_three_tabs_for_channel_users() {
    let world = World::demo().await;
    let mut user = world.signed_in(CHANNEL).await;
    user.get("/channel").await;
    let tabs: Vec<usize> = ["Program Management Accounts", "End User Information", "Partner Growth Rebate"]
        .map(|tab| user.body.find(tab).unwrap())
        .to_vec();
    assert!(tabs.is_sorted());
    user.get("/channel/accounts/new").await;
    user.post("/channel/accounts/new", &[("number", "12"), ("title", "")]).await;
    assert_eq!(user.status, 422);
    user.shows("twelve digits");
    user.post("/channel/accounts/new", &[("number", "5555-6666-7777"), ("title", "Resale North")]).await;
    assert_eq!((user.status.as_u16(), user.path.as_str()), (200, "/channel"));
    user.shows("555566667777");
    let account = user.link("Resale Benelux");
    user.get(&format!("{account}/close")).await;
    user.post(&format!("{account}/close"), &[]).await;
    assert_eq!(user.status, 409);
    user.shows("2. End the resale");
    user.get("/channel/end-users?q=canal").await;
    user.shows("Canal Logistics");
    user.hides("Harbour Freight Lines");
    let canal = user.link("Canal Logistics");
    user.get(&canal).await;
    user.shows("value=\"310987654321\"");
    user.post(&format!("{canal}/end"), &[]).await;
    assert_eq!((user.status.as_u16(), user.path.as_str()), (200, "/channel/end-users"));
    user.get(&format!("{canal}/end")).await;
    user.post(&format!("{canal}/end"), &[]).await;
    assert_eq!(user.status, 409);
    user.get("/channel/rebate").await;
    user.shows("+15.0 %");
    user.shows("\u{2212}3.0 %");
    user.shows("94,300.00 EUR");
    let mut lead = world.signed_in(BESIDE).await;
    for path in ["/channel", "/channel/end-users", "/channel/rebate", "/channel/accounts/new"] {
        lead.get(path).await;
        assert_eq!(lead.status, 403, "{path}");
    }
}

// Rules: MENU-19, PROFILE-11, PROFILE-14, PROFILE-15, PROFILE-17
#[tokio::test]
async fn the_directory_is_for_everybody_and_follows_what_companies_do() {
    let world = World::demo().await;
    let mut visitor = world.browser();
    visitor.get("/partners").await;
    assert_eq!(visitor.status, 200);
    visitor.shows("Larkspur Software");
    visitor.hides("Millrace");
    let entry = visitor.link("Larkspur Software");
    for (query, found) in [
        ("q=bed", true),
        ("q=h%C3%B6spitals", true),
        ("q=freight", false),
        ("country=Germany", true),
        ("country=Spain", false),
        ("product=software_product&customer=enterprise", true),
        ("product=resale", false),
        ("qualification=Healthcare", true),
        ("qualification=Health", false),
        ("page=1", false),
        ("page=4294967295", false),
    ] {
        visitor.get(&format!("/partners?{query}")).await;
        assert_eq!(visitor.body.contains(&format!("href=\"{entry}\"")), found, "{query}");
    }
    visitor.get(&entry).await;
    for shown in ["Hospitals plan their days with us.", "Ward Planner", "Healthcare", "Hamburg"] {
        visitor.shows(shown);
    }
    for hidden in ["night shifts", "@larkspur.example", "Ana Lark"] {
        visitor.hides(hidden);
    }
    for missing in ["none", "00000000000000000000000000000000", "00000000000000000000000000000001"] {
        visitor.get(&format!("/partners/{missing}")).await;
        assert_eq!(visitor.status, 404, "{missing}");
    }
    let mut lead = world.signed_in(LEAD).await;
    lead.get("/company/listing").await;
    lead.post("/company/listing/withdraw", &[]).await;
    assert_eq!(lead.status, 200, "{}", lead.body);
    visitor.get("/partners").await;
    visitor.hides("Larkspur Software");
    visitor.get(&entry).await;
    assert_eq!(visitor.status, 404);
    lead.post("/company/listing/publish", &[]).await;
    visitor.get("/partners").await;
    visitor.shows("Larkspur Software");
}
