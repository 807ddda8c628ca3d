//! The sections of the rooms: what the guide's programme says, what a programme without them has, and their faults.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::*;

// Rules: PROFILE-12, PROFILE-13, PROFILE-20, SIGN-3, SUPPORT-2, SUPPORT-11, SUPPORT-12, FEE-4, CERT-7, CERT-11, C-064, C-108, C-112
#[test]
fn the_guides_sections() {
    let program = Program::guide();
    let (profile, support) = (program.profile(), program.support());
    assert_eq!(profile.tabs.len(), Tab::ALL.len());
    let confirmed = program.stage_id("confirmed").unwrap();
    assert_eq!(profile.tabs.iter().filter(|t| t.least_stage <= confirmed).count(), 3);
    assert!(
        program
            .paths()
            .iter()
            .enumerate()
            .all(|(at, _)| { profile.product_types.iter().any(|t| t.paths.iter().any(|path| path.index() == at)) }),
        "every path can be enrolled in"
    );
    assert_eq!(program.fee().days, 90);
    assert_eq!((program.certifications().address_days, program.certifications().transfer_business_days), (5, 5));
    assert_eq!(support.title, "APN Support");
    assert!(support.articles.iter().all(|a| a.case_type.is_some()), "each article is found by its topic");
    assert_eq!(program.sign_in_address(), Some("https://partnercentral.awspartner.com/APNLogin"));
    let pair = support.titles(["apn_program_fee_and_renewal", "membership", "downgrade_my_apn_membership"]);
    assert_eq!(pair.join(" / "), "APN Program Fee and Renewal / Membership / Downgrade my APN Membership");
    assert_eq!(support.titles(["other", "gone", "gone"]), ["Something else"]);
    assert!(support.cancellation.is_some() && !support.articles.is_empty());
    assert!(support.media_types.iter().all(|t| !t.contains("html") && !t.contains("svg")), "nothing that runs");
}

const LEAST: &str = r#"
title = "Least"
path = [{ id = "up", title = "Up" }]
stage = [{ id = "in", title = "In" }]
offering = [{ id = "any", title = "Any", path = "up" }]
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
fn a_programme_without_the_sections_has_neither_tabs_nor_fee_nor_cases() {
    let program = Program::parse(LEAST).unwrap();
    assert!(program.profile().tabs.is_empty() && program.profile().listed_from.is_none());
    assert_eq!(program.fee(), &FeeRules::default());
    assert!(program.support().case_types.is_empty() && program.certifications().requirements.is_empty());
}

/// Each row: what is added to the least programme, and the codes of the faults expected.
#[test]
fn every_fault_of_the_sections_is_reported() {
    let fee = "[fee]\nbilled_from = \"in\"\namount_minor = 5\ncurrency = \"EUR\"\n";
    let question =
        "[[support.case_type.question]]\nid = \"q\"\ntitle = \"Q\"\nspecific = [{ id = \"s\", title = \"S\" }]\n";
    let case = format!("[[support.case_type]]\nid = \"t\"\ntitle = \"T\"\n{question}");
    let rows: Vec<(String, &str)> = [
        ("[profile]\nlisted_from = \"in\"\nenrolled_from = \"in\"", "ok"),
        ("[profile]\nlisted_from = \"out\"\nenrolled_from = \"off\"", "unknown_name unknown_name"),
        ("[profile]\nentries_most = 0", "limit"),
        ("[profile]\ncolour = 1", "syntax"),
        ("[profile]\ntab = [{ id = \"moon\", title = \"M\", least_stage = \"out\", edit = \"fly\" }]", "unknown_name unknown_name unknown_permission"),
        ("[profile]\ntab = [{ id = \"company\", title = \"C\", least_stage = \"in\", edit = \"invite_users\" }, { id = \"company\", title = \"C\", least_stage = \"in\", edit = \"invite_users\" }]", "id_twice"),
        ("[profile]\nproduct_type = [{ id = \"A b\", title = \"A\", paths = [\"down\"] }]", "id_form unknown_name"),
        ("[profile]\ncontact = [{ id = \"a\", title = \"A\", role = \"king\" }]", "unknown_name"),
        ("[profile]\ncustomer_type = [{ id = \"a\", title = \"A\" }, { id = \"a\", title = \"A\" }]", "id_twice"),
        ("[profile]\nrecommendation = [{ title = \"A\", page = \"a/b\", roles = \"all\", paths = \"all\" }]", "unknown_name"),
        ("[certifications]\naddress_days = 367\ntransfer_business_days = 367\nrecords_most = 0", "limit limit limit"),
        ("[certifications]\nrequirement = [{ title = \"A\", paths = \"all\", stage = \"out\", counts = \"products\", level = \"high\", least = 0 }]", "unknown_name unknown_name limit"),
        ("[certifications]\nrequirement = [{ title = \"A\", paths = \"all\", stage = \"in\", counts = \"sheep\", least = 1 }]", "syntax"),
        ("[fee]\nbilled_from = \"out\"\namount_minor = 0\ncurrency = \"euro\"\ndays = 0\nconsole = \"http://x\"", "unknown_name limit currency limit web_address"),
        ("[support]\nfile_bytes_most = 0\nfiles_most = 0\nposts_most = 0\nopen_cases_most = 0", "limit limit limit limit"),
        ("[support]\nmedia_types = [\"text/plain\", \"Text/Plain\", \"text\", \"a/b/c\"]", "media_type media_type media_type"),
        ("[[support.case_type]]\nid = \"t\"\ntitle = \"T\"\nquestion = []", "no_choice"),
        ("[support]\ncancellation = { case_type = \"t\", specific = \"s\" }", "unknown_name unknown_name"),
    ]
    .into_iter()
    .map(|(added, expected)| (added.to_string(), expected))
    .chain([
        (fee.to_string(), "ok"),
        (format!("{fee}tax = [{{ country = \"A\", title = \"T\", basis_points = 10001 }}, {{ country = \"a\", title = \"T\", basis_points = 1 }}]"), "limit id_twice"),
        (case.clone(), "ok"),
        (format!("{case}{question}"), "id_twice"),
        (format!("{case}[support.cancellation]\ncase_type = \"t\"\nspecific = \"s\""), "ok"),
        (format!("{case}[support.cancellation]\ncase_type = \"t\"\nspecific = \"z\""), "unknown_name"),
    ])
    .collect();
    for (added, expected) in rows {
        let got = match Program::parse(&format!("{LEAST}\n{added}\n")) {
            Ok(_) => "ok".to_string(),
            Err(faults) => {
                assert!(faults.0.iter().all(|f| f.line > 17), "each has its place: {faults}");
                faults.0.iter().map(|f| f.code).collect::<Vec<_>>().join(" ")
            }
        };
        assert_eq!(got, expected, "{added}");
    }
}
