//! Customers served, products and services, locations, solution areas, qualifications; enrolling needs a product.

use super::*;

// Rules: PROFILE-8, PROFILE-15, C-048
#[test]
fn the_types_of_customers_are_chosen_from_the_programmes() {
    let account = company("software", "registered");
    let set =
        |customers: &[&str]| Command::SetCustomers { customers: customers.iter().map(ToString::to_string).collect() };
    for (role, customers, expected) in [
        ("alliance_team", &["enterprise", "start_up", "enterprise"][..], r#"customers {"enterprise", "start_up"}"#),
        ("marketing_staff", &["public_sector"], r#"customers {"public_sector"}"#),
        ("alliance_lead", &[], "customers {}"),
        ("alliance_lead", &["farmers", "enterprise", ""], "invalid: customers[0] unknown, customers[2] required"),
        ("alliance_lead", &["enterprise"; 5], "invalid: customers too_many"),
        ("cloud_admin", &["enterprise"], "permission_missing"),
        ("technical_staff", &["farmers"], "permission_missing"),
    ] {
        check(&account, &[], &member(role), &set(customers), expected);
    }
    let after = check(&account, &[], &member("alliance_lead"), &set(&["start_up"]), r#"customers {"start_up"}"#);
    assert!(after.customers().contains("start_up"));
}

// Rules: PROFILE-20, C-048
#[test]
fn products_and_services_have_a_type_of_the_programme() {
    let account = company("software", "registered");
    let given = [product("crane", "software_product")];
    let edit = |name: &str| Command::EditProduct { id: id(name), product: product_input("managed_service") };
    let remove = |name: &str| Command::RemoveProduct { id: id(name) };
    let empty = Command::AddProduct { product: ProductInput::default() };
    let bad = Command::AddProduct {
        product: ProductInput { kind: "sheep".into(), title: "a\u{202e}b".into(), description: "x".repeat(4001) },
    };
    for (role, command, expected) in [
        ("alliance_lead", add_product(" software_product "), "product_added new0 software_product Crane"),
        ("alliance_team", add_product("training_course"), "product_added new0 training_course Crane"),
        ("marketing_staff", edit("crane"), "product_edited crane managed_service Crane"),
        ("marketing_staff", remove("crane"), "product_removed crane"),
        ("alliance_lead", edit("ship"), "entry_missing"),
        ("alliance_lead", remove("ship"), "entry_missing"),
        ("alliance_lead", empty, "invalid: kind required, title required"),
        ("alliance_lead", bad, "invalid: kind unknown, title bad_character, description too_long"),
        ("cloud_admin", add_product("software_product"), "permission_missing"),
        ("standard_user", remove("ship"), "permission_missing"),
    ] {
        check(&account, &given, &member(role), &command, expected);
    }
    let full: Vec<Event> = (0..200).map(|n| product(&format!("p{n}"), "resale")).collect();
    check(&account, &full, &member("alliance_lead"), &add_product("resale"), "too_many_entries 200");
    check(&account, &full[1..], &member("alliance_lead"), &add_product("resale"), "product_added new0 resale Crane");
}

// Rules: PROFILE-20
#[test]
fn a_type_that_is_chosen_changes_the_recommended_paths() {
    let (program, account) = (Program::guide(), company("software", "registered"));
    let recommended = |given: &[Event]| recommended_paths(program, &account, &fold(given)).join(" ");
    assert_eq!(recommended(&[]), "");
    assert_eq!(recommended(&[product("a", "managed_service")]), "services");
    assert_eq!(recommended(&[product("a", "managed_service"), product("b", "hardware_device")]), "services hardware");
    assert_eq!(recommended(&[product("a", "software_product")]), "", "the path is taken already");
    assert_eq!(recommended(&[product("a", "resale"), Event::ProductRemoved { id: id("a") }]), "");
}

// Rules: PROFILE-21, C-071
#[test]
fn enrolling_needs_a_product_or_service_of_the_path() {
    let reach =
        |given: &[Event], path: &str, stage: &str| match check_stage(Program::guide(), &fold(given), path, stage) {
            Ok(()) => "ok".to_string(),
            Err(Refusal::ProductMissing { path, kinds }) => format!("{path} needs {}", kinds.join(" ")),
            Err(other) => other.code().to_string(),
        };
    let software = [product("crane", "software_product")];
    for (given, path, stage, expected) in [
        (&[][..], "software", "registered", "ok"),
        (&[], "software", "enrolled", "software needs software_product software_as_a_service"),
        (&[], "software", "validated", "software needs software_product software_as_a_service"),
        (&software, "software", "enrolled", "ok"),
        (&software, "software", "confirmed", "ok"),
        (&software, "hardware", "enrolled", "hardware needs hardware_device"),
        (&software, "services", "registered", "ok"),
        // What the programme does not know is for the account to refuse.
        (&[], "farming", "enrolled", "ok"),
        (&[], "software", "gold", "ok"),
    ] {
        assert_eq!(reach(given, path, stage), expected, "{path} {stage}");
    }
}

// Rules: PROFILE-18
#[test]
fn locations_are_added_changed_and_taken_off() {
    let account = company("software", "validated");
    let lead = member("alliance_lead");
    let Command::AddLocation { location } = add_location() else { panic!() };
    let place = Location {
        title: Line::parse("Depot").unwrap(),
        street: None,
        city: Line::parse("Cork").unwrap(),
        country: Line::parse("Ireland").unwrap(),
    };
    let given = [Event::LocationAdded { id: id("depot"), location: place }];
    let edit = |name: &str| Command::EditLocation { id: id(name), location: location.clone() };
    check(&account, &given, &lead, &edit("depot"), "location_edited depot Head office Vigo");
    check(&account, &given, &lead, &edit("mine"), "entry_missing");
    check(&account, &given, &lead, &Command::RemoveLocation { id: id("depot") }, "location_removed depot");
    check(&account, &given, &lead, &Command::RemoveLocation { id: id("mine") }, "entry_missing");
    let empty = Command::AddLocation { location: LocationInput::default() };
    check(&account, &given, &lead, &empty, "invalid: title required, city required, country required");
    check(&account, &given, &member("technical_staff"), &empty, "permission_missing");
}

// Rules: PROFILE-17
#[test]
fn solution_areas_are_the_companys_and_qualifications_the_programmes() {
    let account = company("software", "validated");
    let area = |title: &str| Command::AddSolutionArea { title: title.to_string() };
    let grant = |kind: &str, title: &str| Command::GrantQualification { kind: kind.into(), title: title.into() };
    let given = [
        Event::SolutionAreaAdded { id: id("area"), title: Line::parse("Ports").unwrap() },
        Event::QualificationGranted {
            id: id("q"),
            qualification: Qualification { kind: "competency".into(), title: Line::parse("Transport").unwrap() },
        },
    ];
    for (who, command, expected) in [
        (member("marketing_staff"), area("Ships"), "area new0 Ships"),
        (member("alliance_lead"), area(" Ports "), "unchanged"),
        (member("alliance_lead"), area(""), "invalid: title required"),
        (member("alliance_lead"), Command::RemoveSolutionArea { id: id("area") }, "solution_area_removed area"),
        (member("alliance_lead"), Command::RemoveSolutionArea { id: id("q") }, "entry_missing"),
        (member("alliance_lead"), grant("competency", "Data"), "operator_only"),
        (member("alliance_lead"), Command::RevokeQualification { id: id("q") }, "operator_only"),
        (operator(), grant("competency", "Data"), "qualified new0 competency Data"),
        (operator(), grant("competency", "Transport"), "unchanged"),
        (operator(), grant("medal", ""), "invalid: kind unknown, title required"),
        (operator(), Command::RevokeQualification { id: id("q") }, "qualification_revoked q"),
        (operator(), Command::RevokeQualification { id: id("area") }, "entry_missing"),
        (operator(), area("Ships"), "not_signed_in"),
    ] {
        check(&account, &given, &who, &command, expected);
    }
}
