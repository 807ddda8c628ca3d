//! What fields may say: each fault by its field, and one spelling for each thing.

use super::*;

fn read(change: impl FnOnce(&mut OpportunityFields)) -> Result<Details, String> {
    let mut fields = full();
    change(&mut fields);
    let read = Details::read(Program::guide(), &fields);
    if let Ok(details) = &read {
        assert_eq!(
            Details::read(Program::guide(), details.fields()).as_ref(),
            Ok(details),
            "read again, it is the same"
        );
    }
    read.map_err(|faults| faults.iter().map(|f| format!("{} {}", f.field, f.code)).collect::<Vec<_>>().join(", "))
}

/// Sets one field by its column and reads the whole: what the column holds then, or the faults.
#[track_caller]
fn check_field(name: &str, rows: &[(&str, &str)]) {
    for (typed, expected) in rows {
        let place = crate::pipeline::bulk::tests_find(name);
        let got = read(|fields| place.set(fields, typed));
        let got = got.map_or_else(|faults| faults, |details| format!("ok {}", place.get(details.fields())));
        assert_eq!(got, *expected, "{name} = {typed:?}");
    }
}

#[test]
fn texts() {
    let long = "x".repeat(256);
    check_field(
        "project.title",
        &[
            (" Move ", "ok Move"),
            ("E\u{301}va", "ok \u{c9}va"),
            ("", "project.title required"),
            ("a\nb", "project.title bad_character"),
            ("a\u{202e}b", "project.title bad_character"),
            (&long, "project.title too_long"),
            (&long[..255], &format!("ok {}", &long[..255])),
        ],
    );
    let long = "x".repeat(2001);
    check_field(
        "project.customer_business_problem",
        &[
            ("", "ok "),
            ("nineteen characters", "project.customer_business_problem too_short"),
            ("twenty characters in\r\ntwo lines", "ok twenty characters in\ntwo lines"),
            ("a tab\tis no part of a text", "project.customer_business_problem bad_character"),
            (&long, "project.customer_business_problem too_long"),
            (&long[..2000], &format!("ok {}", &long[..2000])),
        ],
    );
    let long = "x".repeat(121);
    check_field(
        "customer.account.company_name",
        &[("", "customer.account.company_name required"), (&long, "customer.account.company_name too_long")],
    );
    check_field(
        "partner_opportunity_identifier",
        &[("CRM-7", "ok CRM-7"), (&"x".repeat(65), "partner_opportunity_identifier too_long")],
    );
}

#[test]
fn values_of_lists() {
    check_field(
        "customer.account.industry",
        &[("retail", "ok Retail"), ("", "ok "), ("Baskets", "customer.account.industry unknown_value")],
    );
    check_field(
        "customer.account.address.country_code",
        &[("es", "ok ES"), ("XX", "customer.account.address.country_code unknown_value")],
    );
    check_field("region", &[("EU-WEST-1", "ok eu-west-1"), ("moon-1", "region unknown_value")]);
    check_field(
        "project.delivery_models",
        &[
            ("resell; Resell;;Other", "ok Resell; Other"),
            ("Resell; Rent", "project.delivery_models unknown_value"),
            (&"Resell;".repeat(50), "project.delivery_models too_many"),
            ("", "ok "),
        ],
    );
    check_field(
        "related_entity_identifiers.solutions",
        &[
            ("S-1; S-1234567890123456789", "ok S-1; S-1234567890123456789"),
            ("S-", "related_entity_identifiers.solutions bad_form"),
            ("S-12345678901234567890", "related_entity_identifiers.solutions bad_form"),
            ("T-1", "related_entity_identifiers.solutions bad_form"),
        ],
    );
    check_field(
        "national_security",
        &[
            ("no", "ok No"),
            ("perhaps", "national_security unknown_value"),
            ("Yes", "national_security only_for_government"),
        ],
    );
}

#[test]
fn amounts_and_dates() {
    let amount = "project.expected_customer_spend[0].amount";
    let thirty_one = "9".repeat(31);
    for (typed, expected) in [
        ("0", "ok 0"),
        ("1200.5", "ok 1200.5"),
        ("7.", "ok 7"),
        ("", "ok "),
        (thirty_one.as_str(), "ok 9999999999999999999999999999999"),
        (&"9".repeat(32), "not_an_amount"),
        ("01", "not_an_amount"),
        ("1.234", "not_an_amount"),
        ("-1", "not_an_amount"),
        ("1,000", "not_an_amount"),
        ("1e3", "not_an_amount"),
        ("\u{0661}", "not_an_amount"),
        (".5", "not_an_amount"),
    ] {
        let expected = if expected.starts_with("ok") { expected.to_string() } else { format!("{amount} {expected}") };
        check_field(amount, &[(typed, &expected)]);
    }
    let date = "life_cycle.target_close_date";
    for (typed, expected) in [
        ("2026-09-30", "ok 2026-09-30"),
        (" 2028-02-29 ", "ok 2028-02-29"),
        ("2026-02-29", "not_a_date"),
        ("2026-9-30", "not_a_date"),
        ("0999-01-01", "not_a_date"),
        ("30.09.2026", "not_a_date"),
        ("+026-09-30", "not_a_date"),
        ("2026-09-30T00:00", "not_a_date"),
    ] {
        let expected = if expected.starts_with("ok") { expected.to_string() } else { format!("{date} {expected}") };
        check_field(date, &[(typed, &expected)]);
    }
}

#[test]
fn numbers_and_addresses() {
    check_field(
        "customer.account.duns",
        &[
            ("123456789", "ok 123456789"),
            ("12345678", "customer.account.duns bad_form"),
            ("12345678x", "customer.account.duns bad_form"),
        ],
    );
    check_field(
        "project.expected_contract_duration.value",
        &[
            ("12", "ok 12"),
            ("0", "project.expected_contract_duration.value not_a_number"),
            ("year", "project.expected_contract_duration.value not_a_number"),
        ],
    );
    check_field(
        "customer.contacts[0].phone",
        &[
            ("+34 (600) 000-000", "ok +34600000000"),
            ("600000000", "customer.contacts[0].phone not_a_phone_number"),
            ("+0600", "customer.contacts[0].phone not_a_phone_number"),
            ("+1234567890123456", "customer.contacts[0].phone not_a_phone_number"),
        ],
    );
    check_field(
        "customer.contacts[0].email",
        &[
            ("Cay@Harbour.Example", "ok Cay@harbour.example"),
            ("cay", "customer.contacts[0].email no_at_sign"),
            ("cay@harbour.example\r\nBcc: x", "customer.contacts[0].email bad_character"),
        ],
    );
    check_field(
        "customer.account.website_url",
        &[
            ("https://harbour.example/a?b", "ok https://harbour.example/a?b"),
            ("harbour.example", "ok harbour.example"),
            ("javascript://harbour.example/%0aalert(1)", "customer.account.website_url not_a_web_address"),
            ("javascript:alert(1)", "customer.account.website_url not_a_web_address"),
            ("https://user@harbour.example", "customer.account.website_url not_a_web_address"),
            ("harbour", "customer.account.website_url not_a_web_address"),
            ("harbour .example", "customer.account.website_url not_a_web_address"),
        ],
    );
    check_field(
        "project.expected_customer_spend[0].estimation_url",
        &[
            ("https://calculator.example/#/estimate?id=1", "ok https://calculator.example/#/estimate?id=1"),
            ("http://calculator.example", "project.expected_customer_spend[0].estimation_url not_a_web_address"),
        ],
    );
}

#[test]
fn fields_that_depend_on_each_other() {
    let faults = |change: fn(&mut OpportunityFields)| read(change).err().unwrap_or_default();
    for (change, expected) in [
        (
            (|f| f.customer.account.other_industry = "Ports".to_string()) as fn(&mut OpportunityFields),
            "customer.account.other_industry only_with_other",
        ),
        (
            |f| f.project.other_competitor_names = "Rowboat".to_string(),
            "project.other_competitor_names only_with_other",
        ),
        (
            |f| {
                f.project.competitor_name = "*Other".to_string();
                f.project.other_competitor_names = "Rowboat".to_string();
            },
            "",
        ),
        (
            |f| {
                f.software_revenue.effective_date = "2026-05-02".to_string();
                f.software_revenue.expiration_date = "2026-05-01".to_string();
            },
            "software_revenue.expiration_date before_start",
        ),
        (|f| f.software_revenue.value.amount = "5".to_string(), "software_revenue.value.currency_code required"),
        (
            |f| f.project.expected_customer_spend[0].currency_code = String::new(),
            "project.expected_customer_spend[0].currency_code required",
        ),
        (|f| f.customer.contacts = (0..11).map(|_| Contact::default()).collect(), "customer.contacts too_many"),
    ] {
        assert_eq!(faults(change), expected);
    }
}

#[test]
fn every_fault_is_reported_at_once() {
    let mut fields = small("");
    fields.customer.account.company_name = String::new();
    fields.customer.account.duns = "x".to_string();
    fields.life_cycle.stage = "Won".to_string();
    let expected = "invalid: life_cycle.stage unknown_value, customer.account.company_name required, \
                    customer.account.duns bad_form, project.title required";
    check(&[], &member("ace_user"), create(fields), expected);
}

#[test]
fn faults_of_a_lead() {
    let faults = |change: fn(&mut LeadFields)| {
        let mut fields = lead_fields();
        change(&mut fields);
        let read = LeadDetails::read(Program::guide(), &fields);
        if let Ok(details) = &read {
            assert_eq!(LeadDetails::read(Program::guide(), details.fields()).as_ref(), Ok(details));
        }
        read.err().unwrap_or_default().iter().map(|f| format!("{} {}", f.field, f.code)).collect::<Vec<_>>().join(", ")
    };
    for (change, expected) in [
        ((|_| ()) as fn(&mut LeadFields), ""),
        (|f| f.interactions.clear(), "interactions required"),
        (
            |f| f.interactions.push(LeadInteraction::default()),
            "interactions[1].contact.email required, interactions[1].contact.first_name required, \
             interactions[1].contact.last_name required, interactions[1].contact.business_title required",
        ),
        (|f| f.interactions[0].interaction_date = "soon".to_string(), "interactions[0].interaction_date not_a_date"),
        (|f| f.customer.company_name = " ".to_string(), "customer.company_name required"),
        (|f| f.region = "moon-1".to_string(), "region unknown_value"),
        (|f| f.marketing.channels = ["Pigeon".to_string()].into(), "marketing.channels unknown_value"),
        (|f| f.marketing.aws_funding_used = "maybe".to_string(), "marketing.aws_funding_used unknown_value"),
    ] {
        assert_eq!(faults(change), expected);
    }
}

#[test]
fn personal_data_is_not_printed() {
    let entry = fold::<Opportunity>(&[created("ace_user")]);
    let printed = format!("{entry:?} {:?} {:?}", create(full()), full());
    for secret in ["Harbour", "cay@", "600000000", "Move", "Call"] {
        assert!(!printed.contains(secret), "{secret} in {printed}");
    }
    let lead = fold::<Lead>(&[lead_shared(None, None)]);
    assert!(!format!("{lead:?}").contains("Bay"));
}

#[test]
fn the_wire_has_the_words_of_the_api_and_refuses_unknown_fields() {
    assert_eq!(serde_json::to_string(&Stage::TechnicalValidation).unwrap(), "\"Technical Validation\"");
    assert_eq!(serde_json::to_string(&ReviewStatus::InReview).unwrap(), "\"In review\"");
    assert_eq!(serde_json::to_string(&Origin::AwsReferral).unwrap(), "\"AWS Referral\"");
    assert_eq!(serde_json::to_string(&InvitationStatus::Accepted).unwrap(), "\"ACCEPTED\"");
    assert!(serde_json::from_str::<OpportunityFields>("{}").is_ok());
    assert!(serde_json::from_str::<OpportunityFields>(r#"{"project":{"titel":"x"}}"#).is_err());
    for stage in Stage::ALL {
        assert_eq!(Stage::read(&format!(" {} ", stage.as_str().to_uppercase())), Some(*stage));
    }
}

#[test]
fn a_field_is_reached_by_the_name_of_its_column() {
    use crate::pipeline::bulk::Cells;
    let mut fields = full();
    assert_eq!(fields.cell("project.delivery_models").as_deref(), Some("SaaS or PaaS; Managed Services"));
    assert_eq!(fields.cell("customer.contacts[0].email").as_deref(), Some("cay@harbour.example"));
    assert_eq!((fields.cell("customer.contacts[1].email"), fields.cell("colour")), (None, None));
    assert!(fields.put("customer.contacts[1].email", " ") && fields.customer.contacts.len() == 1);
    assert!(fields.put("customer.contacts[1].email", "di@bay.example") && fields.customer.contacts.len() == 2);
    assert!(!fields.put("customer.contacts[10].email", "x") && !fields.put("colour", "red"));
    let mut copy = OpportunityFields::default();
    for name in fields.filled() {
        assert!(copy.put(&name, &fields.cell(&name).unwrap()), "{name}");
    }
    assert_eq!(copy, fields);
    let mut lead = LeadFields::default();
    for name in lead_fields().filled() {
        assert!(lead.put(&name, &lead_fields().cell(&name).unwrap()), "{name}");
    }
    assert_eq!(lead, lead_fields());
}
