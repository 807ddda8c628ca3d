//! Applications to programmes (MENU-23, MENU-24).

use super::*;

fn apply(program: &str) -> Command {
    Command::ApplyToProgram { program: program.to_string(), description: "We fit".to_string() }
}

fn record(name: &str, kind: RecordKind, program: Option<&str>, status: RecordStatus) -> Vec<Event> {
    let program = program.map(ToString::to_string);
    let title = program.as_ref().map_or("Port", |p| Program::guide().partner_program(p).unwrap().title.as_str());
    let created = Event::RecordCreated {
        id: id(name),
        kind,
        title: Line::parse(title).unwrap(),
        description: Description::parse("What it does").unwrap(),
        by: id("alliance_lead"),
        program,
    };
    let (submitted, judged) =
        (Event::RecordSubmitted { id: id(name) }, |validated| Event::RecordJudged { id: id(name), validated });
    match status {
        RecordStatus::Draft => [created].into(),
        RecordStatus::Submitted => [created, submitted].into(),
        RecordStatus::Validated => [created, submitted, judged(true)].into(),
        RecordStatus::Declined => [created, submitted, judged(false)].into(),
    }
}

fn application(program: &str, status: RecordStatus) -> Vec<Event> {
    record("try", Program::guide().partner_program(program).unwrap().application, Some(program), status)
}

// Rules: MENU-24, ROLE-54, ROLE-64, CMP-9, CMP-16
#[test]
fn who_may_apply_and_from_where_on() {
    let validated = company("software", "validated");
    let lead = member("alliance_lead");
    for (who, command, expected) in [
        (&lead, apply("public_sector"), "program_application new0 Public Sector Program by alliance_lead"),
        (&lead, apply("competency"), "competency_application new0 Competency Program by alliance_lead"),
        (&lead, apply("none"), "program_missing"),
        (
            &member("technical_staff"),
            apply("public_sector"),
            "program_application new0 Public Sector Program by technical_staff",
        ),
        (&member("ace_user"), apply("public_sector"), "permission_missing"),
        (&Actor::Visitor, apply("none"), "not_signed_in"),
        (&operator(), apply("public_sector"), "not_signed_in"),
    ] {
        check(&validated, &[], who, &command, expected);
    }
    let nothing = Command::ApplyToProgram { program: "competency".to_string(), description: " ".to_string() };
    check(&validated, &[], &lead, &nothing, "invalid: description required");
    let confirmed = company("software", "confirmed");
    check(&confirmed, &[], &lead, &apply("public_sector"), "stage_not_reached validated []");
    let given = application("public_sector", RecordStatus::Declined);
    check(&validated, &given, &lead, &apply("public_sector"), "unchanged");
    check(
        &validated,
        &given,
        &lead,
        &apply("competency"),
        "competency_application new0 Competency Program by alliance_lead",
    );
}

// Rules: MENU-24, CMP-16
#[test]
fn an_application_is_handed_in_once_its_requirements_are_met() {
    let software = company("software", "validated");
    let submit = Command::SubmitRecord { id: id("try") };
    let lead = member("alliance_lead");
    let draft = application("public_sector", RecordStatus::Draft);
    let with = |status| [draft.clone(), record("ref", RecordKind::PublicReference, None, status)].concat();
    check(&software, &draft, &lead, &submit, "requirements_unmet");
    check(&software, &with(RecordStatus::Submitted), &lead, &submit, "requirements_unmet");
    check(&software, &with(RecordStatus::Validated), &lead, &submit, "record_submitted try");
    let resale = application("solution_provider", RecordStatus::Draft);
    check(&software, &resale, &lead, &submit, "stage_not_reached validated [services distribution]");
    let edit = Command::EditRecord { id: id("try"), title: "Mine".to_string(), description: "More".to_string() };
    check(&software, &draft, &lead, &edit, "edited try Public Sector Program");
}

// Rules: PROFILE-17, CMP-9
#[test]
fn a_validated_application_gives_the_qualification_and_one_that_is_not_takes_it() {
    let software = company("software", "validated");
    let judge = |validated| Command::JudgeRecord { id: id("try"), validated };
    let given = application("competency", RecordStatus::Submitted);
    let after = check(
        &software,
        &given,
        &operator(),
        &judge(true),
        "judged try true; qualified new0 competency Competency Program",
    );
    assert_eq!(after.qualifications().len(), 1);
    let (held, qualification) = after.qualifications().iter().next().unwrap();
    let granted = Event::QualificationGranted { id: *held, qualification: qualification.clone() };
    let given = [application("competency", RecordStatus::Validated), [granted].into()].concat();
    let after = check(&software, &given, &operator(), &judge(false), "judged try false; qualification_revoked new0");
    assert!(after.qualifications().is_empty());
    let again = [&given[..2], &given[3..]].concat();
    check(&software, &again, &operator(), &judge(true), "judged try true");
}

// Rules: MENU-24, CMP-9, CMP-16
#[test]
fn no_application_is_begun_around_the_requirements_of_a_programme() {
    let (validated, confirmed) = (company("software", "validated"), company("software", "confirmed"));
    for kind in [RecordKind::ProgramApplication, RecordKind::CompetencyApplication] {
        check(&validated, &[], &member("alliance_lead"), &create(kind), "program_required");
        check(&confirmed, &[], &member("alliance_lead"), &create(kind), "stage_not_reached validated []");
        check(&validated, &[], &member("ace_user"), &create(kind), "permission_missing");
    }
    let applications = RecordKind::ALL.into_iter().filter(|kind| kind.is_application());
    assert!(applications.eq([RecordKind::ProgramApplication, RecordKind::CompetencyApplication]));
}

// Rules: PROFILE-17, CMP-9
#[test]
fn declining_an_application_takes_no_qualification_that_came_another_way() {
    let software = company("software", "validated");
    let judge = |validated| Command::JudgeRecord { id: id("try"), validated };
    let title = Line::parse("Competency Program").unwrap();
    let granted = || Event::QualificationGranted {
        id: id("held"),
        qualification: Qualification { kind: "competency".to_string(), title: title.clone() },
    };
    let given = [[granted()].into(), application("competency", RecordStatus::Submitted)].concat();
    let after = check(&software, &given, &operator(), &judge(false), "judged try false");
    assert_eq!(after.qualifications().len(), 1, "the programme granted it before");
    // What was validated stands for the qualification, so that taking the one takes the other.
    let given = [[granted()].into(), application("competency", RecordStatus::Validated)].concat();
    let after = check(&software, &given, &operator(), &judge(false), "judged try false; qualification_revoked held");
    assert!(after.qualifications().is_empty());
}

// Rules: MENU-23, MENU-24
#[test]
fn a_person_sees_how_far_the_company_is() {
    let given = [
        application("well_architected", RecordStatus::Draft),
        record("one", RecordKind::Workload, None, RecordStatus::Validated),
    ];
    let state = fold(&given.concat());
    let see = |stage: &str, role: &str| {
        let account = company("software", stage);
        let all = prospects(Program::guide(), &standing(&account, role), &state);
        let say = |p: &Prospect<'_>| {
            let progress: Vec<String> = p.progress.iter().map(|n| format!("{}/{}", n.validated, n.least)).collect();
            let flags = [
                (p.stage_reached, "stage"),
                (p.is_ready(), "ready"),
                (p.may_apply, "may"),
                (p.application.is_some(), "has"),
            ];
            let flags: Vec<&str> = flags.iter().filter(|(is, _)| *is).map(|(_, word)| *word).collect();
            format!("{} {} {}", p.target.name, progress.join(" "), flags.join(" "))
        };
        all.iter().map(say).collect::<Vec<_>>()
    };
    let lead = see("validated", "alliance_lead");
    assert_eq!(lead[0], "solution_provider 0/1 may");
    assert_eq!(lead[3], "well_architected 1/2 stage has");
    assert_eq!(lead[5], "competency 0/2 0/1 stage may");
    assert_eq!(see("validated", "ace_user")[5], "competency 0/2 0/1 stage");
    assert_eq!(see("confirmed", "alliance_lead")[5], "competency 0/2 0/1 ");
}
