//! The public copy of a profile.

use super::*;

fn full() -> Vec<Event> {
    let place = Location {
        title: Line::parse("Head office").unwrap(),
        street: None,
        city: Line::parse("Vigo").unwrap(),
        country: Line::parse("Spain").unwrap(),
    };
    let mut events = Vec::from([
        product("crane", "software_product"),
        Event::CustomersSet { customers: ["enterprise".to_string(), "gone".to_string()].into() },
        Event::ListingEdited { summary: Some(Description::parse("Harbours first").unwrap()) },
        Event::LocationAdded { id: id("office"), location: place },
        Event::SolutionAreaAdded { id: id("area"), title: Line::parse("Ports").unwrap() },
        Event::QualificationGranted {
            id: id("q"),
            qualification: Qualification { kind: "competency".into(), title: Line::parse("Transport").unwrap() },
        },
    ]);
    for (name, kind, status) in [
        ("b_port", RecordKind::Offering, RecordStatus::Validated),
        ("a_port", RecordKind::Offering, RecordStatus::Validated),
        ("draft", RecordKind::Offering, RecordStatus::Draft),
        ("waits", RecordKind::Offering, RecordStatus::Submitted),
        ("no", RecordKind::CaseStudy, RecordStatus::Declined),
        ("story", RecordKind::CaseStudy, RecordStatus::Validated),
        ("device", RecordKind::DeviceListing, RecordStatus::Validated),
    ] {
        events.extend(record(name, kind, status));
    }
    events.push(Event::RecordDescribed { id: id("story"), words: Some(Description::parse("Our words").unwrap()) });
    events
}

// Rules: PROFILE-11, PROFILE-18, C-065
#[test]
fn a_validated_company_is_listed_with_what_is_public() {
    let entry = listing(Program::guide(), &company("software", "validated"), &fold(&full())).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&entry).unwrap());
}

// Rules: PROFILE-14, PROFILE-11, C-064
#[test]
fn below_validated_there_is_no_public_copy_and_falling_back_ends_it() {
    use crate::account::Event as AccountEvent;
    let (program, state) = (Program::guide(), fold(&full()));
    for stage in ["registered", "enrolled", "confirmed"] {
        assert_eq!(listing(program, &company("software", stage), &state), None, "{stage}");
    }
    let two = cast::company_in("Spain", &[("software", "registered"), ("services", "validated")]);
    assert!(listing(program, &two, &state).is_some());
    let fallen = two.evolve(&AccountEvent::StageSet { path: "services".into(), stage: "confirmed".into() });
    assert_eq!(listing(program, &fallen, &state), None);
    assert_eq!(listing(program, &Account::default(), &state), None);
}

// Rules: PROFILE-11, PROFILE-18, ROLE-10
#[test]
fn what_is_edited_shows_at_once() {
    let account = company("software", "validated");
    let listed = |state: &State| listing(Program::guide(), &account, state).unwrap();
    assert!(listed(&State::default()).locations.is_empty());
    let lead = member("alliance_lead");
    let after = check(&account, &[], &lead, &add_location(), "location_added new0 Head office Vigo");
    assert_eq!(listed(&after).locations[0].city, "Vigo");
    let words = Command::EditListing { summary: "Ships".to_string() };
    assert_eq!(listed(&check(&account, &[], &lead, &words, "summary Ships")).summary.as_deref(), Some("Ships"));
}

// Rules: PROFILE-9, PROFILE-11, PROFILE-14, ROLE-47
#[test]
fn a_company_takes_its_listing_back_and_publishes_it_again() {
    let (program, account) = (Program::guide(), company("software", "validated"));
    let marketing = member("marketing_staff");
    let set = |listed| Command::SetListed { listed };
    check(&account, &[], &marketing, &set(true), "unchanged");
    let state = check(&account, &full(), &marketing, &set(false), "listed false");
    assert_eq!(listing(program, &account, &state), None);
    assert!(preview(program, &account, &state).is_some(), "the company still sees what it would publish");
    let withheld = [full(), [Event::ListedSet { listed: false }].into()].concat();
    check(&account, &withheld, &marketing, &set(false), "unchanged");
    let state = check(&account, &withheld, &marketing, &set(true), "listed true");
    assert_eq!(listing(program, &account, &state), preview(program, &account, &state));
    check(&company("software", "confirmed"), &[], &marketing, &set(false), "stage_not_reached validated []");
    check(&account, &[], &member("technical_staff"), &set(false), "permission_missing");
}

// Rules: PROFILE-11
#[test]
fn a_profile_from_before_there_was_a_choice_is_public() {
    let mut kept = serde_json::to_value(State::default()).unwrap();
    assert!(kept.as_object_mut().unwrap().remove("withheld").is_some());
    assert!(serde_json::from_value::<State>(kept).unwrap().wants_listing());
}
