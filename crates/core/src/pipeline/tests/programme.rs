//! What a programme may say of its pipeline, and what it may not.

use super::*;
use crate::program::{GUIDE_TOML, Picklist};

fn with(section: &str) -> String {
    let (before, _) = GUIDE_TOML.split_once("[pipeline]").unwrap();
    let text = format!("{before}\n{section}");
    match Program::parse(&text) {
        Ok(_) => "ok".to_string(),
        Err(faults) => faults.0.iter().map(|f| f.code).collect::<Vec<_>>().join(" "),
    }
}

#[test]
fn faults_of_the_section() {
    for (section, expected) in [
        ("", "ok"),
        ("[pipeline]", "ok"),
        ("[pipeline]\nmanager_role = \"ace_manager\"", "ok"),
        ("[pipeline]\nmanager_role = \"janitor\"", "unknown_name"),
        ("[pipeline]\ncolour = \"red\"", "syntax"),
        ("[pipeline.bulk]\nrows_most = 0", "limit"),
        ("[pipeline.bulk]\nrows_most = 10001\nbytes_most = 0", "limit limit"),
        ("[pipeline.picklist]\nindustry = [\"Retail\", \"Other\"]", "ok"),
        ("[pipeline.picklist]\nindustry = []", "picklist_length"),
        ("[pipeline.picklist]\nindustry = [\"Retail\", \"retail\"]", "value_twice"),
        ("[pipeline.picklist]\nindustry = [\" Retail\"]", "value_form"),
        ("[pipeline.picklist]\nindustry = [\"Retail; Other\"]", "value_form"),
        ("[pipeline.picklist]\nindustry = [\"\"]", "value_form"),
        ("[pipeline.picklist]\ncolours = [\"red\"]", "unknown_name"),
        ("[pipeline.picklist]\nindustry = \"Retail\"", "syntax"),
    ] {
        assert_eq!(with(section), expected, "{section}");
    }
}

#[test]
fn a_list_that_a_programme_leaves_out_takes_any_value() {
    let (before, _) = GUIDE_TOML.split_once("[pipeline]").unwrap();
    let program = Program::parse(before).unwrap();
    assert_eq!(program.pipeline().pick(Picklist::Industry, "Baskets"), Some("Baskets"));
    assert_eq!(Program::guide().pipeline().pick(Picklist::Industry, "Baskets"), None);
    assert_eq!(Program::guide().pipeline().pick(Picklist::Industry, "retail"), Some("Retail"));
}

#[test]
fn the_guides_programme_has_every_list() {
    for list in Picklist::ALL {
        assert!(!Program::guide().pipeline().values(*list).is_empty(), "{}", list.key());
    }
}
