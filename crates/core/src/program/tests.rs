//! The guide's programme in figures, aliases, and a table of faulty programmes.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::*;

// Rules: ROLE-3, MENU-2, MENU-3, MENU-4, HOME-4
#[test]
fn the_guides_programme_in_figures() {
    let program = Program::guide();
    let (all_roles, all_paths) = (program.all_roles(), program.all_paths());
    let count = |f: &dyn Fn(&MenuItem) -> bool| program.items().iter().filter(|i| f(i)).count();
    assert_eq!(program.items().len(), 39);
    assert_eq!(program.sections().len(), 10);
    assert_eq!(count(&|i| i.roles == all_roles), 19);
    assert_eq!(count(&|i| i.paths != all_paths), 2);
    assert_eq!(count(&|i| i.least_stage.index() > 0), 7);
    assert_eq!(program.roles().len(), 9);
    let comparison: Vec<&Grant> = program.grants().iter().filter(|g| g.comparison_row.is_some()).collect();
    assert_eq!(comparison.len(), 16);
    assert_eq!(comparison.iter().map(|g| g.roles.len()).sum::<usize>(), 63 + 2, "63 printed, C-003 and C-004 restored");
    let bar: Vec<&str> =
        program.sections().iter().filter(|s| s.placement == Placement::Navigation).map(|s| s.title.as_str()).collect();
    assert_eq!(bar, ["Learn", "Build", "Market", "Sell", "Programs", "Funding", "Resources", "Channel"]);
}

// Rules: HOME-5
#[test]
fn every_item_and_permission_is_described() {
    let program = Program::guide();
    assert!(program.items().iter().all(|i| i.description.len() > 10));
    for permission in Permission::ALL {
        assert!(program.grant(*permission).is_some_and(|g| !g.roles.is_empty()), "{permission}");
    }
}

// Rules: MENU-11, ROLE-70
#[test]
fn items_are_found_by_every_name_they_have() {
    let program = Program::guide();
    let name = |text: &str| match program.find_item(text) {
        Ok(id) => program.item(id).unwrap().name.clone(),
        Err(ItemLookup::Unknown) => "unknown".to_string(),
        Err(ItemLookup::Ambiguous(names)) => names.join(" or "),
    };
    for (text, expected) in [
        ("my customers", "sell/opportunity_management"),
        ("Programs/Program Application", "sell/program_application"),
        ("Sell/Program Application", "sell/program_application"),
        ("programs/aws partner programs", "sell/aws_partner_programs"),
        ("AWS Instructor-Device Listing", "build/aws_device_listing"),
        ("Channel", "channel/channel_management"),
        ("Offerings", "build/offerings or market/offerings"),
        ("Build/Offerings", "build/offerings"),
        ("Nothing", "unknown"),
    ] {
        assert_eq!(name(text), expected, "{text}");
    }
}

pub(super) const LEAST: &str = r#"
title = "Least"
stage = [{ id = "in", title = "In" }]
offering = [{ id = "any", title = "Any" }]
[[role]]
id = "owner"
title = "Owner"
kind = "lead"
[[role]]
id = "guest"
title = "Guest"
kind = "base"
[mail]
sender = "portal@example.org"
verification_subject = "Your code"
"#;

#[test]
fn the_least_programme_has_one_path_that_everybody_is_on() {
    let program = Program::parse(LEAST).unwrap();
    assert_eq!(program.paths().len(), 1);
    assert_eq!(program.offering("any").unwrap().path, PathId(0));
    assert!(program.holders(Permission::RemoveUsers).is_empty(), "nobody, unless a row says so");
}

/// Each row: what is replaced in the least programme, by what, and the faults expected as `line code`.
#[test]
fn every_fault_is_reported_with_its_place() {
    let rows: &[(&str, &str, &str)] = &[
        ("title = \"Least\"", "titel = \"Least\"", "2 syntax"),
        ("title = \"Least\"", "title = ", "2 syntax"),
        ("kind = \"lead\"", "kind = \"boss\"", "1 one_role, 8 role_kind"),
        ("kind = \"base\"", "kind = \"lead\"", "1 one_role, 1 one_role"),
        ("kind = \"base\"", "kind = \"granted\"", "1 one_role, 10 no_grantor"),
        ("kind = \"base\"", "kind = \"base\"\nquota = 3", "13 quota"),
        ("kind = \"base\"", "kind = \"base\"\ngranted_with = \"invite_users\"", "1 one_role, 13 not_granted"),
        ("id = \"guest\"", "id = \"owner\"", "10 id_twice"),
        ("id = \"guest\"", "id = \"Guest user\"", "10 id_form"),
        (
            "{ id = \"any\", title = \"Any\" }",
            "{ id = \"any\", title = \"Any\", path = \"up\" }",
            "1 no_offering, 4 unknown_name",
        ),
        ("portal@example.org", "portal", "14 sender"),
        (
            "[mail]",
            "[[role]]\nid = \"aide\"\ntitle = \"Aide\"\nkind = \"granted\"\ngranted_with = \"assign_staff_roles\"\n[mail]",
            "17 nobody_grants",
        ),
        (
            "[mail]",
            "[[permission]]\nid = \"fly\"\ntitle = \"Fly\"\nroles = [\"owner\", \"pilot\"]\n[mail]",
            "14 unknown_permission",
        ),
        (
            "[mail]",
            "[[permission]]\nid = \"invite_users\"\ntitle = \"Invite\"\nroles = [\"owner\", \"pilot\"]\npage = \"a/b\"\n[mail]",
            "16 unknown_name, 17 unknown_name",
        ),
        (
            "[mail]",
            "[[item]]\nsection = \"s\"\ntitle = \"T\"\ndescription = \"D\"\naccess = { roles = \"some\", paths = \"all\", least_stage = \"out\" }\n[mail]",
            "14 unknown_name, 17 not_all, 17 unknown_name",
        ),
        ("[mail]", "[email]\npersonal_domains = [\"Not A Domain\"]\n[mail]", "14 domain"),
        ("[mail]", "[password]\nsymbols = \"!a\"\n[mail]", "14 symbols"),
        ("[mail]", "[code]\ntries = 0\n[confirmation]\nword = \" \"\n[mail]", "14 limit, 16 confirmation_word"),
        ("[mail]", "[password]\nleast_code_points = 0\n[mail]", "14 password_length"),
    ];
    for (from, to, expected) in rows {
        let text = LEAST.replacen(from, to, 1);
        let got = match Program::parse(&text) {
            Ok(_) => "ok".to_string(),
            Err(faults) => {
                faults.0.iter().map(|f| format!("{} {}", f.line, f.code)).collect::<Vec<String>>().join(", ")
            }
        };
        assert_eq!(got, *expected, "{to}");
    }
}

#[test]
fn a_programme_over_the_size_cap_is_not_read() {
    let huge = format!("{LEAST}#{}", "x".repeat(1 << 20));
    assert_eq!(Program::parse(&huge).unwrap_err().0[0].code, "too_long");
}

#[test]
fn every_limit_has_a_floor_and_a_ceiling() {
    for (section, name) in [
        ("code", "minutes"),
        ("code", "tries"),
        ("invitation", "days"),
        ("invitation", "rows_most"),
        ("role_update", "rows_most"),
    ] {
        for (value, fine) in [(0, false), (1, true), (10_000, true), (10_001, false)] {
            let read = Program::parse(&format!("{LEAST}\n[{section}]\n{name} = {value}\n"));
            match read {
                Ok(_) => assert!(fine, "{section}.{name} = {value}"),
                Err(faults) => {
                    assert!(!fine, "{section}.{name} = {value}: {faults}");
                    assert_eq!(faults.0.iter().map(|f| f.code).collect::<Vec<_>>(), ["limit"]);
                }
            }
        }
    }
}

// Rules: PWD-5, PWD-9, USR-14, USR-28, REG-16, C-026, C-027, C-031, C-106
#[test]
fn the_guides_limits_are_the_defaults() {
    let (least, guide) = (Program::parse(LEAST).unwrap(), Program::guide());
    assert_eq!(least.limits(), guide.limits());
    assert_eq!(least.password(), guide.password());
    let limits = guide.limits();
    assert_eq!((limits.role_update_rows_most, limits.confirmation_word.as_str()), (10, "confirm"));
    assert_eq!((limits.code_minutes, limits.code_tries), (10, 5));
    assert_eq!((guide.password().least_code_points, guide.password().most_bytes), (8, 512));
    assert_eq!(guide.mail().sender, "apn-no-reply@amazon.com");
    assert_eq!(guide.mail().verification_subject, "AWS Partner Network Email Verification");
    let quotas: Vec<(&str, u32)> = guide.roles().iter().filter_map(|r| Some((r.name.as_str(), r.quota?))).collect();
    assert_eq!(quotas, [("alliance_team", 20), ("ace_manager", 20)]);
}

// Rules: REG-12, REG-13, C-046
#[test]
fn a_programme_says_whose_addresses_are_personal() {
    let text = format!(
        "{LEAST}\n[email]\npersonal_domains = [\"freemail.example\"]\ncompany_domains = [\"gmail.com\"]\n\
         personal_last_labels = [\"EDU\", \"academy\"]\nshared_mailboxes = [\"Desk\"]\n"
    );
    let program = Program::parse(&text).unwrap();
    for (email, expected) in [
        ("ana@freemail.example", "personal_domain"),
        ("ana@x.freemail.example", "personal_domain"),
        ("ana@hotmail.com", "personal_domain"),
        ("ana@gmail.com", "ok"),
        ("ana@college.edu", "personal_domain"),
        ("ana@acme.academy", "personal_domain"),
        ("DESK@acme.example", "shared_mailbox"),
        ("support@acme.example", "ok"),
        ("ana@acme.test", "reserved_domain"),
    ] {
        let got = program.email().parse_registrant(email).map_or_else(|fault| fault.code(), |_| "ok");
        assert_eq!(got, expected, "{email}");
    }
    assert!(program.with_test_mode().email().parse_registrant("ana@acme.test").is_ok());
    let tested = Program::parse(&format!("{LEAST}\n[email]\ntest_mode = true\n")).unwrap();
    assert!(tested.email().parse_registrant("ana@acme.test").is_ok());
}
