//! Domains, stages, and what company and people say about themselves.

use super::*;

fn add(text: &str, owner: Option<&str>) -> Command {
    Command::AddDomain { domain: text.to_string(), owner: owner.map(id) }
}

fn drop_domain(text: &str) -> Command {
    Command::WithdrawDomain { domain: text.to_string() }
}

// Rules: PROFILE-22, C-047, C-048
#[test]
fn lead_and_team_add_domains_that_are_nobody_elses_and_not_personal() {
    let no = "permission_missing manage_domains (alliance_lead alliance_team)";
    for (who, text, owner, expected) in [
        ("ana", "acme-labs.example", None, "domain +acme-labs.example"),
        ("alliance_team", "acme-labs.example", None, "domain +acme-labs.example"),
        ("ana", " ACME-Labs.Example ", None, "domain +acme-labs.example"),
        ("ana", "b\u{fc}cher.example", None, "domain +xn--bcher-kva.example"),
        ("ana", "mail.acme.example", None, "domain +mail.acme.example"),
        ("ana", "acme-labs.example", Some("acme"), "domain +acme-labs.example"),
        ("ana", "acme-labs.example", Some("other"), "domain_taken"),
        ("ana", "acme.example", None, "domain_unchanged"),
        ("ana", "ACME.example", Some("acme"), "domain_unchanged"),
        ("ana", "gmail.com", None, "invalid: domain personal_domain"),
        ("ana", "gmail.com", Some("other"), "invalid: domain personal_domain"),
        ("ana", "mail.gmail.com", None, "invalid: domain personal_domain"),
        ("ana", "college.edu", None, "invalid: domain personal_domain"),
        ("ana", "co.uk", None, "invalid: domain public_suffix"),
        ("ana", "", None, "invalid: domain empty_domain"),
        ("ana", "acme.test", None, "invalid: domain reserved_domain"),
        ("ana", "ana@acme-labs.example", None, "invalid: domain bad_domain"),
        ("ana", "acm\u{ad}e-labs.example", None, "invalid: domain look_alike_domain"),
        ("marketing_staff", "acme-labs.example", None, no),
        ("marketing_staff", "gmail.com", Some("other"), no),
        ("cloud_admin", "acme-labs.example", None, no),
    ] {
        check(&cast(), &member(who), add(text, owner), day(1), expected);
    }
}

// Rules: PROFILE-22, C-047, C-048
#[test]
fn a_domain_goes_but_never_the_last() {
    let two = with(cast(), [Event::DomainAdded { domain: domain("acme-labs.example") }]);
    let no = "permission_missing manage_domains (alliance_lead alliance_team)";
    for (who, text, expected) in [
        ("ana", "acme-labs.example", "domain -acme-labs.example"),
        ("alliance_team", " Acme-LABS.example", "domain -acme-labs.example"),
        ("ana", "acme.example", "domain -acme.example"),
        ("ana", "other.example", "domain_unchanged"),
        ("ana", "mail.acme.example", "domain_unchanged"),
        ("ana", "", "invalid: domain empty_domain"),
        ("marketing_staff", "acme-labs.example", no),
    ] {
        check(&two, &member(who), drop_domain(text), day(1), expected);
    }
    check(&cast(), &member("ana"), drop_domain("acme.example"), day(1), "last_domain");
    check(&cast(), &member("ana"), drop_domain("other.example"), day(1), "domain_unchanged");
}

// Rules: C-047
#[test]
fn a_domain_that_became_personal_since_can_still_be_withdrawn() {
    for text in ["gmail.com", "college.edu", "acme.test", "co.uk"] {
        let old = with(cast(), [Event::DomainAdded { domain: Domain::restore(text).unwrap() }]);
        check(&old, &member("ana"), drop_domain(text), day(1), &format!("domain -{text}"));
    }
}

// Rules: PROFILE-8, PROFILE-10, ROLE-11, ROLE-20, C-048
#[test]
fn the_company_information_is_edited() {
    let edit = |name: &str| Command::EditCompany { company: CompanyInput { name: name.to_string(), ..company() } };
    let no = "permission_missing edit_company_information (alliance_lead alliance_team marketing_staff)";
    for role in ROLES {
        let may = matches!(role, "alliance_lead" | "alliance_team" | "marketing_staff");
        check(&cast(), &member(holder(role)), edit("Acme Works"), day(1), if may { "company Acme Works" } else { no });
    }
    check(&cast(), &member("ace_user"), edit(""), day(1), no);
    let after = check_then(&cast(), &member("alliance_team"), edit("Acme Works"), day(1), "company Acme Works");
    assert_eq!(after.company_name(), "Acme Works");
    let bad = Command::EditCompany {
        company: CompanyInput { website: "acme".to_string(), description: "x".repeat(1001), ..CompanyInput::default() },
    };
    check(
        &cast(),
        &member("ana"),
        bad,
        day(1),
        "invalid: company.name required, company.country required, company.website not_a_web_address, company.description too_long",
    );
    let form = CompanyInput::from(after.company().unwrap());
    assert_eq!(form, CompanyInput { name: "Acme Works".to_string(), ..company() }, "what is stored fills the form");
}

// Rules: PROFILE-24, PROFILE-25, PWD-10
#[test]
fn everybody_edits_the_own_profile() {
    let edit = |phone: &str| Command::EditProfile {
        name: "Bo B.".to_string(),
        customer: customer(),
        contact: ContactInput { phone: phone.to_string(), ..contact() },
    };
    for role in ROLES {
        let name = holder(role);
        check(
            &cast(),
            &member(name),
            edit("+44 20 7946 0000"),
            day(1),
            &format!("profile {name} Bo B. +44 20 7946 0000"),
        );
        check(&cast(), &member(name), Command::NotePasswordChange, day(1), &format!("password {name}"));
    }
    let after = check_then(&cast(), &member("ace_user"), edit("112"), day(1), "profile ace_user Bo B. 112");
    let edited = after.member(id("ace_user")).unwrap();
    assert_eq!((edited.name.as_str(), edited.contact.phone.as_str()), ("Bo B.", "112"));
    assert_eq!(edited.email, email("ace_user"), "the address is who they are");
    assert_eq!(ContactInput::from(&edited.contact), ContactInput { phone: "112".to_string(), ..contact() });
    assert_eq!(CustomerInput::from(&edited.customer), customer());
    let empty = Command::EditProfile {
        name: String::new(),
        customer: CustomerInput::default(),
        contact: ContactInput::default(),
    };
    check(
        &cast(),
        &member("ace_user"),
        empty,
        day(1),
        "invalid: name required, customer.job_title required, contact.phone required, contact.country required",
    );
}

// Rules: C-057, C-066
#[test]
fn operators_set_stages_and_nobody_else_does() {
    let set = |path: &str, stage: &str| Command::SetStage { path: path.to_string(), stage: stage.to_string() };
    for (path, stage, expected) in [
        ("software", "enrolled", "stage software/enrolled"),
        ("software", "validated", "stage software/validated"),
        ("services", "registered", "stage services/registered"),
        ("distribution", "enrolled", "stage distribution/enrolled"),
        ("software", "registered", "stage_unchanged"),
        ("software", "gold", "invalid: stage unknown"),
        ("farming", "gold", "invalid: path unknown, stage unknown"),
    ] {
        check(&cast(), &operator(), set(path, stage), day(1), expected);
    }
    let after = check_then(&cast(), &operator(), set("services", "confirmed"), day(1), "stage services/confirmed");
    assert_eq!(after.stages().len(), 2, "one path more, the other as it was");
    for who in [Actor::Visitor, member("ana"), member("alliance_team")] {
        check(&cast(), &who, set("software", "enrolled"), day(1), "operator_only");
    }
    check(&[], &operator(), set("software", "enrolled"), day(1), "company_not_registered");
}
