//! The scorecard and the lists: who sees them, and what they say.

use super::*;
use crate::cast::{company_in, roles_that, setting};
use crate::profile;
use crate::setting::Denied;

fn read<T>(account: &Account, who: &Actor, read: impl Fn(&Setting<'_>) -> T) -> T {
    let moment = cast::moment("2026-03-02");
    read(&setting(account, who, &moment))
}

// Rules: PROFILE-2, PROFILE-5, ROLE-11, ROLE-15, ROLE-20, ROLE-23, ROLE-53, CMP-8, C-024, C-122
#[test]
fn who_sees_what() {
    let account = company("software", "confirmed");
    let (state, profile) = (State::default(), profile::State::default());
    let sees = |role: &str| read(&account, &member(role), |s| scorecard(s, &state, &profile).is_ok());
    assert_eq!(roles_that(sees), ["alliance_lead", "alliance_team"]);
    let lists = |role: &str| read(&account, &member(role), |s| company_list(s, &state).is_ok());
    assert_eq!(roles_that(lists), ["alliance_lead", "alliance_team", "cloud_admin"]);
    let own = |role: &str| read(&account, &member(role), |s| own_list(s, &state).is_ok());
    assert_eq!(roles_that(own).len(), 9);
    assert_eq!(read(&account, &Actor::Visitor, |s| own_list(s, &state).err()), Some(Denied::NotSignedIn));
}

// Rules: PROFILE-5, PROFILE-26, C-109
#[test]
fn the_company_list_has_everybody_and_the_own_list_only_the_own() {
    let account = company("software", "confirmed");
    let course = Record {
        address: email("bo@gmail.com"),
        subject: Subject::Course { title: Line::parse("Basics").unwrap() },
        on: date("2026-02-20"),
        valid_until: None,
    };
    let state = fold(&[
        passed("p", "ace_user", "cloud_practitioner"),
        Event::Recorded { id: id("c"), record: course },
        added("ace_user", "bo@gmail.com", "2026-03-07"),
        passed("q", "channel_user", "cloud_practitioner"),
        Event::ConsentSet { member: id("channel_user"), share: false },
        passed("x", "stranger@else.example", "cloud_practitioner"),
    ]);
    let names = |person: &PersonEntries<'_>| person.entries.iter().map(|e| name_of(e.id)).collect::<Vec<_>>();
    let own = |role: &str| read(&account, &member(role), |s| names(&own_list(s, &state).unwrap()));
    assert_eq!(own("ace_user"), ["c", "p"], "newest first, also what does not count yet");
    assert_eq!(own("channel_user"), ["q"], "one's own, shared or not");
    assert!(own("alliance_lead").is_empty());
    let list: Vec<(String, bool, usize)> = read(&account, &member("alliance_lead"), |s| {
        let list = company_list(s, &state).unwrap();
        list.iter().map(|p| (p.person.name.to_string(), p.shares, p.entries.len())).collect()
    });
    assert_eq!(list.len(), 9);
    assert!(list.contains(&("ace_user".to_string(), true, 2)));
    assert!(list.contains(&("channel_user".to_string(), false, 0)));
}

// Rules: PROFILE-2, CERT-2, CERT-5
#[test]
fn the_scorecard_says_what_the_next_stage_asks_for() {
    use crate::room::Room as _;
    let account =
        company_in("Spain", &[("software", "confirmed"), ("services", "registered"), ("hardware", "validated")]);
    let mut events = Vec::from([passed("p", "ace_user", "cloud_practitioner")]);
    for (n, exam) in ["developer_associate", "security_specialty"].iter().enumerate() {
        events.push(passed(&format!("a{n}"), "ace_user", exam));
        events.push(passed(&format!("b{n}"), "ace_manager", exam));
    }
    let mut profile = profile::State::default();
    for (name, kind, judged) in [
        ("r", profile::RecordKind::PublicReference, true),
        ("s", profile::RecordKind::PublicReference, false),
        ("o", profile::RecordKind::Offering, true),
    ] {
        let (title, description) = (Line::parse(name).unwrap(), profile::Description::parse(name).unwrap());
        profile.apply(&profile::Event::RecordCreated {
            id: id(name),
            kind,
            title,
            description,
            by: id("ace_user"),
            program: None,
        });
        if judged {
            profile.apply(&profile::Event::RecordJudged { id: id(name), validated: true });
        }
    }
    let card = read(&account, &member("alliance_team"), |s| scorecard(s, &fold(&events), &profile).unwrap());
    let mut text = format!("{} certifications, {} people\n", card.certifications, card.certified_people);
    for path in &card.paths {
        let next = path.next.as_deref().unwrap_or("-");
        text += &format!("{} {} -> {next}: {} of {}\n", path.path, path.stage, path.met(), path.rows.len());
        for row in &path.rows {
            text += &format!("  {} {}/{} missing {}\n", row.title, row.have, row.need, row.missing());
        }
    }
    assert_eq!(
        text,
        "5 certifications, 2 people\n\
         hardware validated -> -: 0 of 0\n\
         services registered -> enrolled: 0 of 1\n  Products and services on the profile 0/1 missing 1\n\
         software confirmed -> validated: 2 of 3\n  Offerings validated 1/1 missing 0\n  \
         Technical certifications 4/4 missing 0\n  Public references 1/2 missing 1\n"
    );
}

// Rules: PROFILE-2, CERT-2
#[test]
fn every_measure_is_counted() {
    use crate::room::Room as _;
    let text = crate::program::GUIDE_TOML.replace(
        r#"{ title = "Public references", paths = "all", stage = "validated", counts = "public_references", least = 2 },"#,
        r#"{ title = "1", paths = "all", stage = "validated", counts = "case_studies", least = 2 },
           { title = "2", paths = "all", stage = "validated", counts = "technical_validations", least = 2 },
           { title = "3", paths = "all", stage = "validated", counts = "workloads", least = 2 },
           { title = "4", paths = "all", stage = "validated", counts = "certified_people", least = 2 },"#,
    );
    let program = Program::parse(&text).unwrap();
    let account = company("training", "confirmed");
    let moment = cast::moment("2026-03-02");
    let who = member("alliance_lead");
    let setting = Setting { program: &program, account: &account, actor: &who, moment: &moment };
    let counted = |state: &State, profile: &profile::State| -> Vec<String> {
        let card = scorecard(&setting, state, profile).unwrap();
        card.paths[0].rows.iter().map(|row| format!("{} {}/{}", row.title, row.have, row.need)).collect()
    };
    let foundational = |have: usize| format!("Foundational certifications {have}/4");
    let none = [foundational(0), "1 0/2".into(), "2 0/2".into(), "3 0/2".into(), "4 0/2".into()];
    assert_eq!(counted(&State::default(), &profile::State::default()), none);
    let mut profile = profile::State::default();
    for (kind, validated) in [
        (profile::RecordKind::CaseStudy, 3),
        (profile::RecordKind::TechnicalValidation, 1),
        (profile::RecordKind::Workload, 2),
        (profile::RecordKind::Offering, 5),
    ] {
        // One more of each kind waits for its judgement, which counts for nothing.
        for n in 0..=validated {
            let (id, title) = (id(&format!("{n}{}", &kind.id()[..8])), Line::parse("Port").unwrap());
            let (description, by) = (profile::Description::parse("Cranes").unwrap(), cast::id("ace_user"));
            profile.apply(&profile::Event::RecordCreated { id, kind, title, description, by, program: None });
            profile.apply(&profile::Event::RecordSubmitted { id });
            if n < validated {
                profile.apply(&profile::Event::RecordJudged { id, validated: true });
            }
        }
    }
    let exams = [
        passed("p", "ace_user", "cloud_practitioner"),
        passed("q", "ace_user", "security_specialty"),
        passed("r", "nobody", "cloud_practitioner"),
    ];
    let some = [foundational(1), "1 3/2".into(), "2 1/2".into(), "3 2/2".into(), "4 1/2".into()];
    assert_eq!(counted(&fold(&exams), &profile), some);
}

// Rules: PROFILE-2
#[test]
fn what_a_reached_stage_asks_for_goes_on_counting_and_leads_to_where_it_is_made() {
    let program = Program::guide();
    let account = company_in("Spain", &[("software", "validated"), ("hardware", "registered")]);
    let (state, profile) = (State::default(), profile::State::default());
    let all = read(&account, &member("alliance_team"), |s| kept(s, &state, &profile)).unwrap();
    let said: Vec<String> = all
        .iter()
        .flat_map(|(path, rows)| rows.iter().map(move |r| (path, r)))
        .map(|(path, r)| {
            let page = r.page.and_then(|id| program.item(id)).map_or("-", |item| item.name.as_str());
            format!("{path}: {} {}/{} {page}", r.title, r.have, r.need)
        })
        .collect();
    assert_eq!(
        said,
        [
            "software: Products and services on the profile 0/1 my_company/company_profile",
            "software: Certified people 0/2 my_company/view_all_training_and_certification",
            "software: Offerings validated 0/1 build/offerings",
            "software: Technical certifications 0/4 my_company/view_all_training_and_certification",
            "software: Public references 0/2 market/public_reference",
        ]
    );
    assert!(read(&account, &member("marketing_staff"), |s| kept(s, &state, &profile)).is_err());
}
