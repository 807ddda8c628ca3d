//! A company registers.

use super::*;

const DONE: &str = "registered acme.example software_products software/registered, ana@acme.example is alliance_lead";

#[track_caller]
fn registers(change: impl FnOnce(&mut RegisterCompany), expected: &str) {
    let mut form = register_form();
    change(&mut form);
    check(&[], &Actor::Visitor, Command::RegisterCompany(form), start(), expected);
}

// Rules: REG-1, REG-3, REG-5, REG-22, ROLE-5, ROLE-6
#[test]
fn the_registrant_becomes_lead() {
    let after = check_then(&[], &Actor::Visitor, Command::RegisterCompany(register_form()), start(), DONE);
    let (lead, ana) = after.lead(Program::guide()).unwrap();
    assert_eq!((lead, ana.name.as_str(), ana.status), (moment(start()).id(1), "ana", Status::Active));
    assert_eq!(after.tenant(), Some(moment(start()).id(0)));
    assert_eq!((after.company_name(), after.members().len(), after.domains().len()), ("Acme", 1, 1));
    assert_eq!(after.stages()["software"], "registered");
    assert_eq!(after.offering(), "software_products");
}

// Rules: REG-21, REG-22, REG-23, C-057
#[test]
fn the_primary_offering_decides_the_path() {
    for (offering, expected) in [
        ("software_products", DONE),
        (
            "consulting_services",
            "registered acme.example consulting_services services/registered, ana@acme.example is alliance_lead",
        ),
        ("", "invalid: offering required"),
        ("hardware", "invalid: offering unknown"),
        ("training", "invalid: offering unknown"),
        ("distribution", "invalid: offering unknown"),
        ("software", "invalid: offering unknown"),
        ("Software products", "invalid: offering unknown"),
        ("software_products ", "invalid: offering unknown"),
    ] {
        registers(|form| form.offering = offering.to_string(), expected);
    }
}

// Rules: REG-8, REG-9, REG-10, REG-11, REG-12, REG-14, C-046, C-051
#[test]
fn the_address_is_a_companys_and_a_persons() {
    for (email, expected) in [
        ("", "invalid: email empty"),
        ("acme.example", "invalid: email no_at_sign"),
        ("ana@@acme.example", "invalid: email several_at_signs"),
        ("ana@gmail.com", "invalid: email personal_domain"),
        ("ana@GMAIL.com", "invalid: email personal_domain"),
        ("ana@hotmail.com", "invalid: email personal_domain"),
        ("ana@outlook.com", "invalid: email personal_domain"),
        ("ana@college.edu", "invalid: email personal_domain"),
        ("ana@mail.gmail.com", "invalid: email personal_domain"),
        ("ana@acme.test", "invalid: email reserved_domain"),
        ("ana@github.io", "invalid: email public_suffix"),
        ("support@acme.example", "invalid: email shared_mailbox"),
        (" ana@ACME.example ", DONE),
        (
            "ana@edu.example",
            "registered edu.example software_products software/registered, ana@edu.example is alliance_lead",
        ),
        (
            "ana@mail.acme.example",
            "registered mail.acme.example software_products software/registered, ana@mail.acme.example is alliance_lead",
        ),
    ] {
        registers(|form| form.email = email.to_string(), expected);
    }
}

// Rules: REG-8, REG-20
#[test]
fn every_missing_part_is_named_and_all_of_them_together() {
    let none = String::new;
    registers(|form| form.name = none(), "invalid: name required");
    registers(|form| form.name = " \t ".to_string(), "invalid: name required");
    registers(|form| form.customer = CustomerInput::default(), "invalid: customer.job_title required");
    registers(
        |form| form.contact = ContactInput::default(),
        "invalid: contact.phone required, contact.country required",
    );
    registers(
        |form| form.company = CompanyInput::default(),
        "invalid: company.name required, company.country required",
    );
    registers(
        |form| {
            (form.name, form.email, form.offering) = (none(), none(), none());
            form.customer = CustomerInput::default();
            form.contact = ContactInput::default();
            form.company = CompanyInput::default();
        },
        "invalid: name required, email empty, customer.job_title required, contact.phone required, \
         contact.country required, company.name required, company.country required, offering required",
    );
}

// Rules: REG-20
#[test]
fn what_was_typed_is_judged_field_by_field() {
    let long = "x".repeat(101);
    registers(|form| form.name = long.clone(), "invalid: name too_long");
    registers(|form| form.name = "x".repeat(100), DONE);
    registers(|form| form.name = "\u{e9}".repeat(100), DONE);
    registers(|form| form.name = "ana\u{202e}".to_string(), "invalid: name bad_character");
    registers(|form| form.company.name = "Ac\nme".to_string(), "invalid: company.name bad_character");
    registers(|form| form.customer.department = long.clone(), "invalid: customer.department too_long");
    registers(|form| form.contact.city = "a\0b".to_string(), "invalid: contact.city bad_character");
    for (phone, expected) in [
        ("+1 (555) 010-0100 x7", DONE),
        ("112", DONE),
        ("12", "invalid: contact.phone not_a_phone_number"),
        ("call me 555", "invalid: contact.phone not_a_phone_number"),
        ("\u{661}\u{662}\u{663}\u{664}", "invalid: contact.phone not_a_phone_number"),
        (&"1".repeat(41), "invalid: contact.phone too_long"),
    ] {
        registers(|form| form.contact.phone = phone.to_string(), expected);
    }
    for (website, expected) in [
        ("", DONE),
        ("http://acme.example/a?b=c", DONE),
        ("HTTPS://Acme.example", DONE),
        ("https://acme.example@evil.example/", "invalid: company.website not_a_web_address"),
        ("ftp://acme.example", "invalid: company.website not_a_web_address"),
        ("acme.example", "invalid: company.website not_a_web_address"),
        ("javascript:alert(1)", "invalid: company.website not_a_web_address"),
        ("https://acme.example/ x", "invalid: company.website not_a_web_address"),
        ("https://", "invalid: company.website not_a_web_address"),
        ("https:///x", "invalid: company.website not_a_web_address"),
    ] {
        registers(|form| form.company.website = website.to_string(), expected);
    }
}

// Rules: REG-4, REG-15, REG-17, REG-18, REG-19, C-056
#[test]
fn the_yes_the_terms_and_every_proof_are_needed_in_that_order() {
    let owner = Some(id("other"));
    let none = Proof::default();
    registers(|form| form.accepts_lead = false, "lead_not_accepted");
    registers(|form| form.accepts_terms = false, "terms_not_accepted");
    registers(|form| form.proof.address = false, "address_not_proven");
    registers(|form| form.proof.captcha = false, "captcha_missing");
    registers(|form| form.proof.password = false, "password_missing");
    registers(|form| form.domain_owner = owner, "company_registered");
    registers(
        |form| (form.accepts_lead, form.accepts_terms, form.proof, form.domain_owner) = (false, false, none, owner),
        "lead_not_accepted",
    );
    registers(|form| (form.accepts_terms, form.proof, form.domain_owner) = (false, none, owner), "terms_not_accepted");
    registers(|form| (form.proof, form.domain_owner) = (none, owner), "address_not_proven");
    registers(
        |form| {
            form.proof = Proof { address: true, ..none };
            form.domain_owner = owner;
        },
        "captcha_missing",
    );
    registers(|form| (form.name, form.accepts_lead) = (String::new(), false), "invalid: name required");
}

// Rules: REG-4, REG-15
#[test]
fn an_operator_vouches_for_the_proofs_but_not_for_the_yes_and_the_terms() {
    let by_operator = |form: RegisterCompany, expected: &str| {
        check(&[], &operator(), Command::RegisterCompany(form), start(), expected);
    };
    by_operator(RegisterCompany { proof: Proof::default(), ..register_form() }, DONE);
    by_operator(RegisterCompany { accepts_lead: false, ..register_form() }, "lead_not_accepted");
    by_operator(RegisterCompany { accepts_terms: false, ..register_form() }, "terms_not_accepted");
    by_operator(
        RegisterCompany { email: "ana@gmail.com".to_string(), ..register_form() },
        "invalid: email personal_domain",
    );
}

// Rules: REG-6, C-045
#[test]
fn a_domain_gets_no_second_account() {
    let form =
        |email: &str, owner| RegisterCompany { email: email.to_string(), domain_owner: owner, ..register_form() };
    for who in [Actor::Visitor, operator(), member("ana")] {
        let again = Command::RegisterCompany(form("eve@acme.example", Some(id("acme"))));
        check(&[registered()], &who, again, day(1), "company_registered");
        // Whatever the directory says: a registered account is not registered over.
        let over = Command::RegisterCompany(form("eve@other.example", None));
        check(&[registered()], &who, over, day(1), "company_registered");
    }
}
