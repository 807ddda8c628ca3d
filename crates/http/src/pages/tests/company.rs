//! The company profile by tabs, the listing, the scorecard, certifications, and the fee.

use chrono::TimeDelta;

use super::*;

const TABS: [&str; 7] = [
    "Company",
    "Solutions/Practices",
    "Qualifications",
    "Locations",
    "Case Studies",
    "Products &#38; Services",
    "My Domains",
];

/// The titles of the tabs of the page that is open.
fn tabs(b: &Browser) -> Vec<String> {
    let bar = b.between("aria-label=\"Parts of the profile\">", "</nav>").unwrap_or_default();
    bar.split("</a>").filter_map(|a| a.rsplit_once('>')).map(|(_, title)| title.to_owned()).collect()
}

/// The first address on the page that begins with `begin` and goes on.
fn address(b: &Browser, begin: &str) -> String {
    b.body
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next())
        .find(|href| href.starts_with(begin) && !href.ends_with("/new") && !href.ends_with("/remove"))
        .unwrap_or_else(|| panic!("no link to {begin} on {}", b.path))
        .to_owned()
}

// Rules: PROFILE-3, PROFILE-9, PROFILE-12, PROFILE-13, C-064
#[tokio::test]
async fn the_tabs_are_those_of_the_stage() {
    let world = World::demo().await;
    let mut early = world.signed_in("lead@pebble.example").await;
    early.get("/go/my_company/company_profile").await;
    assert_eq!(early.path, "/company/profile");
    assert_eq!(tabs(&early), ["Company", "Products &#38; Services", "My Domains"]);
    early.shows("From the stage Validated on there are more tabs");
    early.hides("/company/listing");
    for closed in ["solutions", "qualifications", "locations", "case_studies"] {
        early.get(&format!("/company/profile/{closed}")).await;
        assert_eq!(early.status, 403, "{closed}");
        early.shows("from the stage Validated on");
    }
    early.get("/company/profile/locations/new").await;
    assert_eq!(early.status, 403);
    early.get("/company/listing").await;
    assert_eq!(early.status, 403);
    for no in ["company", "nothing", "Solutions"] {
        early.get(&format!("/company/profile/{no}")).await;
        assert_eq!(early.status, 404, "{no}");
    }
    let mut lead = world.signed_in("lead@larkspur.example").await;
    lead.get("/company/profile").await;
    assert_eq!(tabs(&lead), TABS);
    for tab in ["solutions", "qualifications", "locations", "case_studies", "products", "domains"] {
        lead.get(&format!("/company/profile/{tab}")).await;
        assert_eq!(lead.status, 200, "{tab}");
        assert_eq!(tabs(&lead), TABS, "{tab}");
        assert_eq!(lead.body.matches("aria-current=\"page\"").count(), 1, "{tab}");
    }
}

// Rules: PROFILE-10, PROFILE-2, PROFILE-5, FEE-5, C-048, C-122
#[tokio::test]
async fn each_page_is_as_closed_as_its_item() {
    let world = World::demo().await;
    let all = ["lead", "team", "cloud", "marketing", "technical", "manager", "seller", "user"];
    let pages: [(&str, &[&str]); 7] = [
        ("/company/profile", &["lead", "team", "marketing"]),
        ("/company/profile/products", &["lead", "team", "marketing"]),
        ("/company/listing", &["lead", "team", "marketing"]),
        ("/company/scorecard", &["lead", "team"]),
        ("/company/certifications", &["lead", "team"]),
        ("/company/fee", &["lead", "team"]),
        ("/profile/certifications", &all),
    ];
    for local in all {
        let mut b = world.signed_in(&format!("{local}@larkspur.example")).await;
        for (path, open) in pages {
            b.get(path).await;
            assert_eq!(b.status, if open.contains(&local) { 200 } else { 403 }, "{local} {path}");
        }
    }
    let mut visitor = world.browser();
    for (path, _) in pages {
        visitor.get(path).await;
        assert!(visitor.path.starts_with("/?next="), "{path}: {}", visitor.path);
    }
}

// Rules: PROFILE-15, PROFILE-20, PROFILE-21
#[tokio::test]
async fn products_and_customers_are_told_changed_and_taken_back() {
    let world = World::demo().await;
    let mut b = world.signed_in("marketing@larkspur.example").await;
    b.get("/company/profile").await;
    b.post("/company/profile/customers", &[("customers", "start_up"), ("customers", "enterprise")]).await;
    b.shows("The types of customers were saved");
    for chosen in ["start_up", "enterprise"] {
        b.shows(&format!("value=\"{chosen}\" checked"));
    }
    b.hides("value=\"public_sector\" checked");
    b.post("/company/profile/customers", &[("customers", "nobody")]).await;
    assert_eq!(b.status, 422);
    b.shows("href=\"#f-customers\"");
    b.get("/company/profile/products").await;
    b.hides("Paths to look at");
    b.get("/company/profile/products/new").await;
    b.post("/company/profile/products/new", &[("kind", ""), ("title", ""), ("description", "Kept as typed")]).await;
    assert_eq!(b.status, 422);
    for shown in ["href=\"#f-kind\"", "href=\"#f-title\"", "Kept as typed"] {
        b.shows(shown);
    }
    b.post("/company/profile/products/new", &[("kind", "consulting_service"), ("title", "Advice on wards")]).await;
    b.shows("Saved.");
    b.shows("Advice on wards");
    b.shows("Paths to look at");
    let product = address(&b, "/company/profile/products/");
    b.get(&product).await;
    b.shows("value=\"consulting_service\" selected");
    b.post(&product, &[("kind", "consulting_service"), ("title", "Advice"), ("description", "By the hour")]).await;
    b.shows("By the hour");
    b.hides("Advice on wards");
    b.get(&format!("{product}/remove")).await;
    b.shows("Advice");
    b.post(&format!("{product}/remove"), &[]).await;
    b.shows("Removed.");
    b.hides("By the hour");
    b.post(&format!("{product}/remove"), &[]).await;
    assert_eq!(b.status, 404, "it is gone");
}

// Rules: PROFILE-16, PROFILE-17, PROFILE-18, PROFILE-19
#[tokio::test]
async fn what_is_validated_is_read_only_but_for_the_words_beside_it() {
    let world = World::demo().await;
    let mut b = world.signed_in("team@larkspur.example").await;
    b.get("/company/profile/solutions").await;
    b.shows("Plans beds, staff and theatres");
    b.shows("In use on 140 wards");
    let words = address(&b, "/company/profile/words/");
    b.get(&words).await;
    b.hides("name=\"title\"");
    b.post(&words, &[("words", "Now on 150 wards")]).await;
    b.shows("Now on 150 wards");
    b.shows("Plans beds, staff and theatres");
    b.post(&words, &[("words", &"x".repeat(4001))]).await;
    assert_eq!(b.status, 422);
    b.get("/company/profile/qualifications").await;
    b.shows("Healthcare");
    b.shows("Planning in hospitals");
    b.get("/company/profile/solution-areas/new").await;
    b.post("/company/profile/solution-areas/new", &[("title", "Planning in hospitals")]).await;
    assert_eq!(b.status, 409);
    b.shows("It is like that already");
    b.post("/company/profile/solution-areas/new", &[("title", "Night shifts")]).await;
    b.shows("Night shifts");
    b.get("/company/profile/locations").await;
    b.shows("Hafenstrasse 1, Hamburg, Germany");
    b.get("/company/profile/locations/new").await;
    b.post("/company/profile/locations/new", &[("title", "Sales"), ("city", ""), ("country", "Spain")]).await;
    assert_eq!(b.status, 422);
    b.shows("href=\"#f-city\"");
    b.post("/company/profile/locations/new", &[("title", "Sales"), ("city", "Vigo"), ("country", "Spain")]).await;
    b.shows("Vigo, Spain");
    b.get("/company/listing").await;
    for shown in ["Vigo, Spain", "Night shifts", "Now on 150 wards", "Healthcare"] {
        b.shows(shown);
    }
}

// Rules: MENU-17, PROFILE-9, PROFILE-11, PROFILE-14, ROLE-47
#[tokio::test]
async fn the_listing_is_previewed_taken_back_and_published() {
    let world = World::demo().await;
    let mut b = world.signed_in("marketing@larkspur.example").await;
    b.get("/go/market/my_partner_solutions_finder_listing").await;
    assert_eq!(b.path, "/company/listing");
    for shown in ["The listing is public.", "Hospitals plan their days with us.", "Harbour Clinic plans its beds"] {
        b.shows(shown);
    }
    b.hides("Ana Lark</");
    b.post("/company/listing", &[("summary", "<b>Bold</b>\nwords")]).await;
    b.shows("The first words were saved");
    b.shows("&#60;b&#62;Bold");
    b.post("/company/listing", &[("summary", &"x".repeat(4001))]).await;
    assert_eq!(b.status, 422);
    b.shows("href=\"#f-summary\"");
    b.get("/company/listing/withdraw").await;
    b.shows("You can publish the listing again");
    b.post("/company/listing/withdraw", &[]).await;
    b.shows("The listing is not public: your company took it back");
    b.shows("Harbour Clinic plans its beds");
    b.post("/company/listing/withdraw", &[]).await;
    assert_eq!(b.status, 409);
    b.shows("It is like that already");
    b.post("/company/listing/publish", &[]).await;
    b.shows("The listing is public.");
}

// Rules: MENU-34, PROFILE-2, C-122
#[tokio::test]
async fn the_scorecard_draws_what_there_is_and_leads_to_what_is_missing() {
    let world = World::demo().await;
    let mut b = world.signed_in("team@larkspur.example").await;
    b.get("/go/my_company/partner_scorecard").await;
    assert_eq!(b.path, "/company/scorecard");
    b.shows("the last one");
    b.shows("What Validated goes on asking for");
    // Public references: 1 of 2, so the bar is half as long as its track.
    b.shows("1 of 2");
    b.shows("<rect class=\"series-2\" x=\"0\" y=\"206\" width=\"200\"");
    b.shows("Something of what your stage asks for is missing");
    b.shows("href=\"/company/certifications\"");
    let mut early = world.signed_in("lead@millrace.example").await;
    early.get("/company/scorecard").await;
    early.shows("What Confirmed asks for");
    early.shows("0 of 2");
    early.shows("<a href=\"/company/certifications\">View all Training and Certification</a>");
    let mut user = world.signed_in("user@larkspur.example").await;
    user.get("/").await;
    user.hides("/company/scorecard");
}

// Rules: MENU-41, PROFILE-26, PROFILE-27, PROFILE-28, CERT-6, CERT-7, CERT-8, CERT-9, CERT-10, CERT-12, C-108, C-109, C-110
#[tokio::test]
async fn people_look_after_their_own_certifications() {
    let world = World::demo().await;
    let mut b = world.signed_in("cloud@larkspur.example").await;
    b.get("/go/my_profile/my_certifications").await;
    assert_eq!(b.path, "/profile/certifications");
    b.shows("AWS Certified Security - Specialty");
    b.hides("Developer - Associate");
    for (address, fault) in [
        ("no-address", "has an @"),
        ("team@larkspur.example", "Somebody else has this address"),
        ("cloud@larkspur.example", "like that already"),
        ("", "like that already"),
    ] {
        b.post("/profile/certifications/address", &[("address", address)]).await;
        assert!(b.status.is_client_error(), "{address}: {}", b.status);
        b.shows("href=\"#f-address\"");
        b.shows(fault);
    }
    b.post("/profile/certifications/address", &[("address", "cleo@home.example")]).await;
    b.shows("The address was saved");
    b.shows("counts from Jan 20, 2027 on");
    let mut other = world.signed_in("lead@millrace.example").await;
    other.get("/profile/certifications").await;
    other.post("/profile/certifications/address", &[("address", "cleo@home.example")]).await;
    assert_eq!(other.status, 409, "an address is in one account only");
    b.post("/profile/certifications/address", &[("address", "")]).await;
    b.shows("The address was cleared");
    other.post("/profile/certifications/address", &[("address", "cleo@home.example")]).await;
    other.shows("The address was saved");
    b.post("/profile/certifications/transfers", &[("old_profile", "cloud@larkspur.example")]).await;
    assert_eq!(b.status, 422);
    b.shows("The two addresses are the same");
    b.post("/profile/certifications/transfers", &[("old_profile", "cleo@old.example")]).await;
    b.shows("Your request for a transfer was sent");
    b.shows("Jan 22, 2027");
    b.post("/profile/certifications/transfers", &[("old_profile", "cleo@old.example")]).await;
    assert_eq!(b.status, 409);
    b.shows("href=\"#f-old_profile\"");
    b.post("/profile/certifications/address-changes", &[("previous", "a@home.example"), ("new", "")]).await;
    assert_eq!(b.status, 422, "both addresses are needed");
    b.shows("href=\"#f-new\"");
    b.shows("value=\"a@home.example\"");
    b.post("/profile/certifications/address-changes", &[("previous", "a@home.example"), ("new", "b@home.example")])
        .await;
    b.shows("Your request for a change of address was sent");
    b.post("/profile/certifications/consent", &[("share", "perhaps")]).await;
    assert_eq!(b.status, 400);
}

// Rules: MENU-38, PROFILE-5, PROFILE-28, C-109
#[tokio::test]
async fn the_company_sees_what_its_people_share() {
    let world = World::demo().await;
    let mut lead = world.signed_in("lead@larkspur.example").await;
    lead.get("/company/certifications").await;
    let row = "<th scope=\"row\">Cleo Marsh</th>";
    assert_eq!(lead.body.matches(row).count(), 2);
    lead.shows("Selling with the cloud");
    lead.shows("Expired");
    let mut cloud = world.signed_in("cloud@larkspur.example").await;
    cloud.get("/profile/certifications").await;
    cloud.post("/profile/certifications/consent", &[("share", "no")]).await;
    cloud.shows("Not shared");
    cloud.shows("AWS Certified Security - Specialty");
    cloud.shows("Does not count yet");
    lead.get("/company/certifications").await;
    lead.hides(row);
    let silent = lead.between("Do not share theirs</dt><dd>", "</dd>");
    assert_eq!(silent.as_deref(), Some("Cleo Marsh"));
    for (asked, shown, hidden) in [
        ("?q=eli+developer", "Eli Stone", "Dana Reed"),
        ("?status=expired", "Bo Field", "Eli Stone"),
        ("?status=course", "Hanna Wood", "Eli Stone"),
    ] {
        lead.get(&format!("/company/certifications{asked}")).await;
        lead.shows(&format!("<th scope=\"row\">{shown}</th>"));
        lead.hides(&format!("<th scope=\"row\">{hidden}</th>"));
    }
    lead.get("/company/certifications?q=nothing+like+it").await;
    lead.shows("Nothing fits.");
}

// Rules: FEE-1, FEE-2, FEE-4, FEE-5, FEE-6, FEE-8, FEE-9, FEE-10, FEE-11, C-112, C-114
#[tokio::test]
async fn the_fee_says_what_is_owed_by_when_and_who_has_to_find_it() {
    let world = World::demo().await;
    let mut b = world.signed_in("team@larkspur.example").await;
    b.get("/company/fee").await;
    for shown in ["2,500.00 USD", "475.00 USD (Umsatzsteuer)", "2,975.00 USD", "4444", "Open"] {
        b.shows(shown);
    }
    // The fee is paid in the console only; the payer's administrator may have to be asked.
    b.shows("class=\"button primary out no-print\" href=\"https://console.aws.amazon.com/billing/home\"");
    b.shows("the bill goes to its payer account 444455556666");
    b.shows("Ask the administrator of the payer account to find it and to pay it");
    assert_eq!(b.body.matches("action=\"/company/fee\"").count(), 1);
    b.hides("name=\"card");
    for (account, payer, field) in [("12", "", "account"), ("", "", "account"), ("111122223333", "x", "payer")] {
        b.post("/company/fee", &[("account", account), ("payer", payer)]).await;
        assert_eq!(b.status, 422, "{account} {payer}");
        b.shows(&format!("href=\"#f-{field}\""));
    }
    b.post("/company/fee", &[("account", "1111-2222-3333"), ("payer", "")]).await;
    b.shows("The account was put on record");
    b.shows("value=\"111122223333\"");
    b.shows("If your account belongs to an organisation, the bill goes to the payer account");
    b.hides("A bill is overdue");
    world.app.services.clock.advance(TimeDelta::days(90));
    let mut b = world.signed_in("lead@larkspur.example").await;
    b.get("/company/fee").await;
    b.hides("A bill is overdue");
    world.app.services.clock.advance(TimeDelta::days(1));
    let mut b = world.signed_in("lead@larkspur.example").await;
    b.get("/company/fee").await;
    b.shows("A bill is overdue");
    let mut early = world.signed_in("lead@pebble.example").await;
    early.get("/company/fee").await;
    early.shows("There are no bills.");
    early.shows("Tell which account the fee goes to");
    early.hides("Pay in the billing console");
}
