//! Opportunities and leads by their pages: lists, forms, steps, files and reports.

use super::*;

const MANAGER: &str = "manager@larkspur.example";
const SELLER: &str = "seller@larkspur.example";
const TECHNICAL: &str = "technical@larkspur.example";
const USER: &str = "user@larkspur.example";

/// The fields of an opportunity that is ready to be submitted.
const FULL: &[(&str, &str)] = &[
    ("opportunity_type", "Net New Business"),
    ("primary_needs_from_aws", "Co-Sell - Deal Support"),
    ("customer.account.company_name", "Harbour Ltd"),
    ("customer.account.industry", "Retail"),
    ("customer.account.website_url", "harbour.example"),
    ("customer.account.address.postal_code", "36201"),
    ("customer.account.address.country_code", "ES"),
    ("project.customer_business_problem", "The harbour is full and has to move."),
    ("project.customer_use_case", "Migration/Database Migration"),
    ("project.delivery_models", "SaaS or PaaS"),
    ("project.delivery_models", "Resell"),
    ("project.sales_activities", "SOW Signed"),
    ("project.other_solution_description", "Moving harbours"),
    ("project.expected_customer_spend[0].amount", "1200.50"),
    ("project.expected_customer_spend[0].currency_code", "EUR"),
    ("project.expected_customer_spend[0].target_company", "AWS"),
    ("life_cycle.stage", "Qualified"),
    ("life_cycle.target_close_date", "2027-09-30"),
];

fn with<'a>(title: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    FULL.iter().copied().chain([("project.title", title)]).chain(more.iter().copied()).collect()
}

impl Browser {
    /// Brings an opportunity by the form; answers its path.
    async fn bring(&mut self, title: &str) -> String {
        self.get("/opportunities/new").await;
        self.post("/opportunities/new", &with(title, &[])).await;
        assert_eq!(self.status, 200, "{}", self.body);
        self.shows("was created");
        self.path.clone()
    }

    /// Sends a file, and follows where it leads.
    async fn upload(&mut self, path: &str, operation: &str, mode: &str, file: &[u8]) {
        let token = self.token();
        let mut body = Vec::new();
        for (name, value) in [("form_token", token.as_str()), ("operation", operation), ("mode", mode)] {
            let part = format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        body.extend_from_slice(
            b"--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"my rows.csv\"\r\n",
        );
        body.extend_from_slice(b"content-type: text/csv\r\n\r\n");
        body.extend_from_slice(file);
        body.extend_from_slice(b"\r\n--edge--\r\n");
        let request = Request::post(path)
            .header("content-type", "multipart/form-data; boundary=edge")
            .header("origin", "http://127.0.0.1:8480");
        self.send(request, Body::from(body)).await;
        self.path = path.to_owned();
        if let Some(next) = self.location() {
            self.get(&next).await;
        }
    }

    /// The digest of the preview.
    fn digest(&self) -> String {
        self.between("name=\"digest\" value=\"", "\"").unwrap()
    }
}

// Rules: ACE-2, ACE-10, ACE-11, MENU-21, MENU-22, C-001, CMP-4
#[tokio::test]
async fn the_menu_leads_to_the_lists_and_closed_doors_say_why() {
    let world = World::demo().await;
    let mut seller = world.signed_in(SELLER).await;
    seller.get("/go/sell/opportunity_management").await;
    assert_eq!((seller.path.as_str(), seller.status), ("/opportunities", StatusCode::OK));
    seller.shows("Bed planning for seven clinics");
    seller.hides("Driver rest times");
    seller.hides("/opportunities/report\"");
    seller.get("/go/market/leads_management").await;
    assert_eq!(seller.path, "/leads");
    seller.shows("Winterhaven Clinics");
    seller.hides("Elderbrook Care Homes");
    let mut manager = world.signed_in(MANAGER).await;
    manager.get("/opportunities").await;
    manager.shows("Driver rest times");
    manager.shows("/opportunities/report\"");
    for path in ["/opportunities", "/opportunities/new", "/leads", "/opportunities/bulk", "/leads/report"] {
        // The technical staff may submit, but no page of the portal is open to them for it.
        for who in [USER, TECHNICAL] {
            let mut browser = world.signed_in(who).await;
            browser.get(path).await;
            assert_eq!(browser.status, 403, "{who} {path}");
            browser.shows("What is missing");
        }
        let mut visitor = world.browser();
        visitor.get(path).await;
        assert!(visitor.path.starts_with("/?next="), "{path}");
    }
    for path in ["/opportunities/report", "/opportunities/report.csv", "/leads/report", "/leads/export.csv"] {
        seller.get(path).await;
        assert_eq!(seller.status, 403, "{path}");
    }
}

// Rules: ACE-2, ACE-8, ACE-10, ACE-11, CMP-4, CMP-6
#[tokio::test]
async fn an_opportunity_is_brought_edited_and_submitted_by_its_forms() {
    let world = World::demo().await;
    let mut seller = world.signed_in(SELLER).await;
    seller.get("/opportunities/new").await;
    let bad =
        [("project.title", " "), ("customer.account.website_url", "javascript:x"), ("life_cycle.stage", "Prospect")];
    seller.post("/opportunities/new", &bad).await;
    assert_eq!(seller.status, 422);
    seller.shows("href=\"#f-project-title\"");
    seller.shows("href=\"#f-customer-account-company_name\"");
    seller.shows("aria-describedby=\"f-customer-account-website_url-fault\"");
    seller.shows("value=\"javascript:x\"");
    seller.post("/opportunities/new", &[("colour", "red")]).await;
    assert_eq!(seller.status, 400);
    // Another row for a contact, which keeps what was typed.
    seller.get("/opportunities/new").await;
    let more = [("customer.contacts[0].email", "cay@harbour.example"), ("do", "more.customer.contacts")];
    seller.post("/opportunities/new", &with("Zq Quay", &more)).await;
    assert_eq!(seller.status, 200);
    seller.shows("id=\"f-customer-contacts-1--email\"");
    seller.shows("value=\"cay@harbour.example\"");
    seller.shows("value=\"Zq Quay\"");
    let path = seller.bring("Zq Quay").await;
    seller.shows("is not submitted yet");
    seller.shows("SaaS or PaaS, Resell");
    seller.shows("Closes on</dt>");
    // Both edit; who comes second is told, and keeps what they typed.
    let mut manager = world.signed_in(MANAGER).await;
    manager.get(&format!("{path}/edit")).await;
    seller.get(&format!("{path}/edit")).await;
    seller.shows("value=\"SaaS or PaaS\" checked");
    let version = |b: &Browser| b.between("name=\"version\" value=\"", "\"").unwrap();
    let (first, second) = (version(&seller), version(&manager));
    seller.post(&format!("{path}/edit"), &with("Zq Pier", &[("version", &first)])).await;
    seller.shows("Your changes are saved");
    manager.post(&format!("{path}/edit"), &with("Zq Mole", &[("version", &second)])).await;
    assert_eq!(manager.status, 409);
    manager.shows("Somebody else changed this");
    manager.shows("value=\"Zq Mole\"");
    let third = version(&manager);
    manager.post(&format!("{path}/edit"), &with("Zq Mole", &[("version", &third)])).await;
    manager.shows("Your changes are saved");
    manager.shows("Fay Brook");
    seller.get(&path).await;
    seller.shows("Zq Mole");
    seller.shows("Changed: Title");
    // Submitting says what is missing, where it is typed.
    seller.get(&format!("{path}/edit")).await;
    let latest = version(&seller);
    let fields: Vec<_> = with("Zq Mole", &[("version", &latest)])
        .into_iter()
        .filter(|(name, _)| *name != "customer.account.industry")
        .collect();
    seller.post(&format!("{path}/edit"), &fields).await;
    seller.get(&format!("{path}/submit")).await;
    seller.post(&format!("{path}/submit"), &[("involvement_type", ""), ("visibility", "Full")]).await;
    assert_eq!(seller.status, 422);
    seller.shows("href=\"#f-involvement_type\"");
    seller.shows(&format!("href=\"{path}/edit#f-customer-account-industry\""));
    seller.get(&format!("{path}/edit")).await;
    let latest = version(&seller);
    seller.post(&format!("{path}/edit"), &with("Zq Mole", &[("version", &latest)])).await;
    seller.get(&format!("{path}/submit")).await;
    seller.post(&format!("{path}/submit"), &[("involvement_type", "Co-Sell"), ("visibility", "Limited")]).await;
    seller.shows("waits for its review");
    seller.shows("Submitted");
    seller.get(&format!("{path}/edit")).await;
    assert_eq!(seller.status, 409);
    seller.shows("cannot be changed while its review says “Submitted”");
}

// Rules: ACE-3, ACE-11, ROLE-71
#[tokio::test]
async fn lists_are_narrowed_ordered_paged_and_downloaded() {
    let world = World::demo().await;
    let mut manager = world.signed_in(MANAGER).await;
    for (query, shows, hides) in [
        ("q=BED+seven", "Bed planning for seven clinics", "Shift planning"),
        ("stage=Launched", "Emergency bed register", "Shift planning"),
        ("review=Action+Required", "Sample tracking", "Shift planning"),
        ("status=PENDING", "Ferncastle", "Shift planning"),
        ("origin=AWS+Referral", "Housekeeping plan", "Shift planning"),
        ("owner=me", "Sample tracking", "Shift planning"),
        ("owner=none", "Ferncastle", "Shift planning"),
        ("until=2020-01-01", "No opportunity fits", "Shift planning"),
        ("stage=Nowhere&sort=colour&page=99", "Shift planning", "No opportunity fits"),
    ] {
        manager.get(&format!("/opportunities?{query}")).await;
        assert_eq!(manager.status, 200, "{query}");
        manager.shows(shows);
        manager.hides(hides);
    }
    manager.get("/opportunities?sort=title&dir=asc").await;
    manager.shows("aria-sort=\"ascending\"");
    let at = |b: &Browser, text: &str| b.body.find(text).unwrap();
    assert!(at(&manager, "Bed planning for seven") < at(&manager, "Shift planning"));
    manager.get("/opportunities?sort=title&dir=desc").await;
    assert!(at(&manager, "Bed planning for seven") > at(&manager, "Shift planning"));
    manager.get("/opportunities/export.csv?q=Shift").await;
    assert_eq!(manager.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(manager.body.lines().count(), 2, "the headings and one row");
    // More than a page.
    manager.get("/opportunities/bulk").await;
    let rows: String = (0..30).map(|n| format!("Bay,Zq {n:02}\n")).collect();
    let file = format!("customer.account.company_name,project.title\n{rows}");
    manager.upload("/opportunities/bulk/preview", "import", "all", file.as_bytes()).await;
    let (path, digest) = (manager.path.clone(), manager.digest());
    manager.post(&path, &[("digest", &digest)]).await;
    manager.shows("30 new entries");
    manager.get("/opportunities?q=Zq&sort=title&dir=asc").await;
    manager.shows("1–25 of 30");
    manager.shows("Zq 24");
    manager.hides("Zq 25");
    manager.get("/opportunities?q=Zq&sort=title&dir=asc&page=2").await;
    manager.shows("26–30 of 30");
    manager.shows("Zq 29");
    let mut founder = world.signed_in("lead@pebble.example").await;
    founder.get("/opportunities").await;
    founder.shows("There are no opportunities yet");
    founder.get("/leads").await;
    founder.shows("No leads have been shared");
}

// Rules: ACE-4, ACE-5, ACE-12, C-040, C-042, CMP-5
#[tokio::test]
async fn what_is_shared_is_answered_and_given_on() {
    let world = World::demo().await;
    let mut manager = world.signed_in(MANAGER).await;
    let open = |b: &Browser, title: &str| {
        let before = b.body.split(title).next().unwrap();
        before.rsplit("href=\"").next().unwrap().split('"').next().unwrap().to_owned()
    };
    manager.get("/leads").await;
    let path = open(&manager, "Elderbrook Care Homes");
    manager.get(&path).await;
    manager.shows("Accept it to work on it");
    manager.get(&format!("{path}/accept")).await;
    manager.shows("Fay Brook owns it");
    let mut seller = world.signed_in(SELLER).await;
    seller.get(&path).await;
    assert_eq!(seller.status, 403);
    seller.shows("belongs to somebody else");
    seller.get("/leads").await;
    seller.post(&format!("{path}/accept"), &[]).await;
    assert_eq!(seller.status, 403);
    seller.shows("What is missing");
    manager.post(&format!("{path}/accept"), &[]).await;
    manager.shows("It is accepted");
    manager.get(&format!("{path}/reject")).await;
    manager.post(&format!("{path}/reject"), &[("reason", "")]).await;
    assert_eq!(manager.status, 409);
    manager.shows("accepted or rejected already");
    manager.get("/leads").await;
    let other = open(&manager, "Sable Diagnostics");
    manager.get(&format!("{other}/reject")).await;
    manager.post(&format!("{other}/reject"), &[("reason", &"x".repeat(1001))]).await;
    assert_eq!(manager.status, 422);
    manager.post(&format!("{other}/reject"), &[("reason", "Too\r\nfar")]).await;
    manager.shows("Your company rejected this: Too far");
    // Transfer: to whom, what will happen, and then it happens.
    manager.get(&format!("{path}/transfer")).await;
    manager.hides("Hanna Wood");
    let gus = manager.between("value=\"", "\">Gus Hill").unwrap().rsplit('"').next().unwrap().to_owned();
    manager.post(&format!("{path}/transfer"), &[("to", "")]).await;
    assert_eq!(manager.status, 422);
    manager.post(&format!("{path}/transfer"), &[("to", &gus)]).await;
    manager.shows("Gus Hill owns it from now on. You still see and edit it.");
    seller.get(&path).await;
    assert_eq!(seller.status, 403, "nothing has happened yet");
    manager.post(&format!("{path}/transfer"), &[("to", &gus), ("confirmed", "yes")]).await;
    manager.shows("Elderbrook Care Homes now belongs to Gus Hill");
    assert_eq!(manager.path, path);
    seller.get(&path).await;
    seller.shows("Given to Gus Hill");
    seller.get(&format!("{path}/transfer")).await;
    let fay = seller.between("value=\"", "\">Fay Brook").unwrap().rsplit('"').next().unwrap().to_owned();
    seller.post(&format!("{path}/transfer"), &[("to", &fay)]).await;
    seller.shows("You no longer see it then.");
    seller.post(&format!("{path}/transfer"), &[("to", &fay), ("confirmed", "yes")]).await;
    assert_eq!(seller.path, "/leads");
    seller.shows("now belongs to Fay Brook");
    let mut other_company = world.signed_in("lead@millrace.example").await;
    for path in [path, "/leads/x".to_owned(), "/opportunities/00000000000000000000000000000000".to_owned()] {
        other_company.get(&path).await;
        assert_eq!(other_company.status, 404, "{path}");
    }
}

// Rules: ACE-6, ACE-7, ACE-13, ACE-14
#[tokio::test]
async fn a_file_is_looked_at_before_it_changes_anything() {
    let world = World::demo().await;
    let mut seller = world.signed_in(SELLER).await;
    seller.get("/opportunities/bulk").await;
    for text in ["Import", "Update", "Transfer", "500 rows", "2,000 kilobytes", "/opportunities/template.csv"] {
        seller.shows(text);
    }
    let preview = "/opportunities/bulk/preview";
    for (file, fault) in [
        (b"".as_slice(), "The file has no headings."),
        (b"colour,project.title\n", "There is no such field."),
        (b"customer.account.company_name,project.title\nBay,\xff\n", "Line 2 holds bytes"),
        (&[b'x'; 2_000_001], "at most 2,000,000 bytes"),
        (format!("customer.account.company_name,project.title\n{}", "B,O\n".repeat(501)).as_bytes(), "at most 500"),
    ] {
        seller.get("/opportunities/bulk").await;
        seller.upload(preview, "import", "all", file).await;
        assert_eq!(seller.status, 422, "{fault}");
        seller.shows(fault);
    }
    let file = b"customer.account.company_name,project.title\nBay,Zq one\n,Zq two\n";
    seller.get("/opportunities/bulk").await;
    seller.upload(preview, "import", "all", file).await;
    seller.shows("my rows.csv");
    seller.shows("you asked for all rows or none");
    seller.shows("Column 1, Company: Fill this in.");
    seller.hides("name=\"digest\"");
    seller.get("/opportunities/bulk").await;
    seller.upload(preview, "import", "good", file).await;
    seller.shows("Make this one change");
    let (path, digest) = (seller.path.clone(), seller.digest());
    seller.get("/opportunities?q=Zq").await;
    seller.shows("No opportunity fits");
    let mut manager = world.signed_in(MANAGER).await;
    manager.get(&path).await;
    assert_eq!(manager.status, 404, "the file of somebody else");
    seller.get(&path).await;
    seller.post(&path, &[("digest", "0")]).await;
    assert_eq!(seller.status, 409);
    seller.shows("would now do something else");
    seller.post(&path, &[("digest", &digest)]).await;
    assert_eq!(seller.status, 200);
    seller.shows("The file was taken in");
    seller.shows("One row with faults");
    seller.get("/opportunities?q=Zq").await;
    seller.shows("1–1 of 1");
    seller.post(&path, &[("digest", &digest)]).await;
    assert_eq!(seller.status, 404, "once");
    seller.shows("taken in already");
    // Leads are given on by files, and not imported.
    seller.get("/leads/bulk").await;
    seller.hides("value=\"import\"");
    seller.upload("/leads/bulk/preview", "import", "all", file).await;
    assert_eq!(seller.status, 403);
    seller.get("/leads/bulk").await;
    seller.upload("/leads/bulk/preview", "transfer", "all", b"id,owner\nx,y\n").await;
    seller.shows("This is no id.");
    seller.upload("/leads/bulk/preview", "burn", "all", b"id,owner\n").await;
    assert_eq!(seller.status, 400);
    seller.get("/opportunities/template.csv").await;
    assert!(seller.body.starts_with("partner_opportunity_identifier,"));
}

#[tokio::test]
async fn a_file_without_its_token_or_from_a_visitor_is_not_read() {
    let world = World::demo().await;
    let mut seller = world.signed_in(SELLER).await;
    seller.body = "name=\"form_token\" value=\"forged\"".into();
    seller.upload("/opportunities/bulk/preview", "import", "all", b"project.title\n").await;
    assert_eq!(seller.status, 403);
    seller.shows("The page lay open too long");
    let mut visitor = world.browser();
    visitor.upload("/opportunities/bulk/preview", "import", "all", b"project.title\n").await;
    assert_eq!(visitor.path, "/");
    let mut other = world.signed_in(SELLER).await;
    other.get("/opportunities/bulk").await;
    other.post("/opportunities/bulk/preview", &[("operation", "import")]).await;
    assert_eq!(other.status, 415);
}

// Rules: ACE-9, ROLE-39, ROLE-69
#[tokio::test]
async fn reports_show_a_chart_and_the_same_numbers() {
    let world = World::demo().await;
    let mut lead = world.signed_in("lead@larkspur.example").await;
    lead.get("/opportunities/report").await;
    for text in [
        "class=\"chart",
        "By stage",
        "By review",
        "By owner",
        "8400.00 EUR",
        "9 opportunities",
        "/opportunities/report.csv",
    ] {
        lead.shows(text);
    }
    lead.get("/opportunities/report.csv").await;
    assert!(lead.body.starts_with("identifier,owner_name,"));
    lead.get("/leads/report").await;
    for text in ["class=\"chart", "eu-central-1", "Live Event", "Leads: 4. Campaigns: 3."] {
        lead.shows(text);
    }
    let mut founder = world.signed_in("lead@pebble.example").await;
    founder.get("/opportunities/report").await;
    founder.shows("There are no opportunities yet");
    founder.hides("class=\"chart");
}
