//! The badges that a company has earned.

use super::*;
use crate::cast::company_in;

// Rules: MENU-20, CMP-15
#[test]
fn a_badge_stands_for_a_stage_or_a_qualification() {
    let title = Line::parse("Harbours").unwrap();
    let qualification = Qualification { kind: "competency".to_string(), title };
    let given = [Event::QualificationGranted { id: id("q"), qualification }];
    let say = |stages: &[(&str, &str)]| {
        let all = badges(Program::guide(), &company_in("Spain", stages), &fold(&given));
        all.iter().map(|badge| format!("{}: {}", badge.over, badge.title)).collect::<Vec<_>>()
    };
    assert_eq!(say(&[("software", "validated")]), ["Validated: Software", "AWS Competencies: Harbours"]);
    let several = [("services", "confirmed"), ("software", "validated"), ("hardware", "validated")];
    assert_eq!(say(&several), ["Validated: Hardware", "Validated: Software", "AWS Competencies: Harbours"]);
    assert_eq!(say(&[("software", "confirmed")]), Vec::<String>::new());
    let all = badges(Program::guide(), &company_in("Spain", &[("software", "validated")]), &fold(&given));
    assert_eq!(all[0].id, "validated_software");
    assert_eq!(all[1].id, format!("competency_{}", id("q")));
}
