//! Every refusal of every room explains itself, and names nobody to those who may not know.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::fmt::Debug;

use serde::Serialize;

use super::*;
use crate::account::{Account, Actor, Event, Refusal as AccountRefusal, RoleFault};
use crate::cast::{at, company, id, member, moment, operator, setting};
use crate::room::RoomRefusal;
use crate::setting::{Denied, Setting};
use crate::{certifications, channel, content, fee, language, linking, operators, pipeline, profile, support, tasks};

/// Who may ask: nobody known, a person with few roles, the lead, somebody who was removed, an operator.
const ASKING: [&str; 6] = ["visitor", "standard_user", "alliance_team", "alliance_lead", "removed", "operator"];

fn asking(who: &str) -> Actor {
    match who {
        "visitor" => Actor::Visitor,
        "removed" => member("ace_user"),
        "operator" => operator(),
        role => member(role),
    }
}

fn account(who: &str) -> Account {
    let account = company("software", "enrolled");
    if who == "removed" { account.evolve(&Event::MemberRemoved { member: id("ace_user") }) } else { account }
}

/// Goes over `samples`, which have to be all of `names`, as everybody who may ask.
fn go_over<R: Debug>(names: &[&str], samples: &[R], explain: impl Fn(&R, &Setting<'_>) -> Explanation) {
    let variant = |r: &R| format!("{r:?}").split([' ', '(', '{']).next().unwrap_or_default().to_string();
    let sampled: BTreeSet<String> = samples.iter().map(variant).collect();
    let all: BTreeSet<String> = names.iter().map(ToString::to_string).collect();
    assert_eq!(sampled, all, "each refusal has a sample");
    for who in ASKING {
        let (account, actor, moment) = (account(who), asking(who), moment("2026-03-02"));
        let setting = setting(&account, &actor, &moment);
        for refusal in samples {
            check(&explain(refusal, &setting), &setting, &format!("{refusal:?} for {who}"));
        }
    }
}

/// What holds of every explanation.
fn check(explanation: &Explanation, setting: &Setting<'_>, context: &str) {
    assert!(!explanation.code.is_empty() && !explanation.steps.is_empty(), "{context}");
    let json = serde_json::to_value(explanation).unwrap();
    assert_eq!(json["code"], explanation.code, "{context}");
    let may_know = matches!(setting.actor, Actor::Operator(_)) || setting.me().is_ok();
    assert!(may_know || !json.to_string().contains("acme.example"), "{context}: {json}");
    let words = explanation.missing.iter().map(ToString::to_string);
    for line in words.chain(explanation.steps.iter().map(ToString::to_string)) {
        assert!(line.len() > 3 && !line.contains("  ") && !line.ends_with([' ', ':', ',']), "{context}: {line:?}");
    }
    for step in &explanation.steps {
        let By::Members { roles, people, .. } = &step.by else { continue };
        assert!(!people.is_empty() || !roles.is_empty(), "{context}: {step}");
        for helper in people {
            let standing = setting.account.standing(setting.program, helper.id);
            let of_role = roles.iter().any(|r| setting.program.role_id(r).is_some_and(|r| standing.holds(r)));
            assert!(of_role, "{context}: {helper} holds none of {roles:?}");
        }
    }
}

fn room<R: RoomRefusal + Debug + Clone>(names: &[&str], samples: &[R]) {
    go_over(names, samples, |refusal, setting| refusal.explain(setting));
}

fn fault() -> Vec<FieldFault> {
    vec![FieldFault::new("name", "required")]
}

fn missing() -> Denied {
    Denied::PermissionMissing { permission: Permission::InviteUsers, held_by: vec!["alliance_lead".into()] }
}

// Rules: CMP-1, CMP-2
#[test]
fn every_refusal_of_the_account_explains_itself() {
    use AccountRefusal as R;
    let samples = [
        R::InvalidInput { faults: fault() },
        R::NotSignedIn,
        R::NotActive,
        missing().into(),
        R::OperatorOnly,
        R::AddressNotProven,
        R::CaptchaMissing,
        R::PasswordMissing,
        R::LeadNotAccepted,
        R::TermsNotAccepted,
        R::CompanyRegistered,
        R::CompanyNotRegistered,
        R::AlreadyMember,
        R::MemberDeactivated,
        R::MemberRemoved,
        R::InvitationMissing,
        R::InvitationExpired,
        R::InvitationClosed,
        R::InvitationVoid,
        R::TooManyRows { most: 10 },
        R::ConfirmationMissing { word: "confirm".into() },
        R::MemberMissing,
        R::TargetNotActive,
        R::TargetIsLead,
        R::TargetIsSelf,
        R::AlreadyHeld,
        R::DomainTaken,
        R::DomainUnchanged,
        R::LastDomain,
        R::StageUnchanged,
    ];
    go_over(R::NAMES, &samples, AccountRefusal::explain);
    for fault in RoleFault::ALL {
        for role in ["alliance_lead", "alliance_team", "standard_user", "ace_user", "janitor"] {
            for who in ASKING {
                let (account, actor, moment) = (account(who), asking(who), moment("2026-03-02"));
                let setting = setting(&account, &actor, &moment);
                check(&fault.explain(role, &setting), &setting, &format!("{fault:?} of {role} for {who}"));
            }
        }
    }
}

#[test]
fn every_refusal_of_the_small_rooms_explains_itself() {
    use {certifications::Refusal as C, content::Refusal as N, fee::Refusal as F, language::Refusal as L};
    use {operators::Refusal as O, support::Refusal as S};
    let faults = fault;
    room(F::NAMES, &[F::InvalidInput { faults: faults() }, F::BillMissing, F::AlreadyPaid, missing().into()]);
    let stage = channel::Refusal::StageNotReached { paths: vec!["services".into()], stage: "enrolled".into() };
    let channel = [
        channel::Refusal::InvalidInput { faults: faults() },
        stage,
        channel::Refusal::EntryMissing,
        channel::Refusal::AlreadyReported,
        channel::Refusal::AccountClosed,
        channel::Refusal::HasEndUsers { end_users: 2 },
        channel::Refusal::ResaleEnded,
        channel::Refusal::AlreadyRecorded,
        channel::Refusal::QuarterNotOver,
        channel::Refusal::TooManyAccounts { most: 200 },
        channel::Refusal::TooManyEndUsers { most: 5000 },
        missing().into(),
    ];
    room(channel::Refusal::NAMES, &channel);
    room(L::NAMES, &[L::LanguageUnsupported { supported: vec!["en".into()] }, Denied::NotActive.into()]);
    let certifications = [
        C::InvalidInput { faults: faults() },
        C::AddressTaken,
        C::Unchanged,
        C::RequestMissing,
        C::RequestSettled,
        C::AlreadyRequested,
        C::RecordMissing,
        C::AlreadyRecorded,
        C::TooManyEntries { most: 5 },
        Denied::OperatorOnly.into(),
    ];
    room(C::NAMES, &certifications);
    let content = [
        N::InvalidInput { faults: faults() },
        N::ItemMissing,
        N::AlreadyThere,
        N::KindFixed,
        N::AlreadyPublished,
        N::NotPublished,
        Denied::OperatorOnly.into(),
    ];
    room(N::NAMES, &content);
    let support = [
        S::InvalidInput { faults: faults() },
        S::CaseMissing,
        S::CaseClosed,
        S::TooManyPosts { most: 5 },
        S::TooManyOpenCases { most: 5 },
        S::CaptchaMissing,
        S::AlreadySubmitted,
        Denied::NotSignedIn.into(),
    ];
    room(S::NAMES, &support);
    let operators = [
        O::InvalidInput { faults: faults() },
        O::ConsoleOnly,
        O::NameTaken,
        O::AddressTaken,
        O::OperatorMissing,
        O::OperatorDisabled,
        O::Unchanged,
        O::TooManyOperators { most: 5 },
        Denied::OperatorOnly.into(),
    ];
    room(O::NAMES, &operators);
}

#[test]
fn every_refusal_of_tasks_and_profile_explains_itself() {
    use {profile::Refusal as P, tasks::Refusal as T};
    let tasks = [
        T::InvalidInput { faults: fault() },
        T::NotConfirmed,
        T::TaskMissing,
        T::TemplateMissing,
        T::NotRecommended,
        T::AlreadyThere,
        T::MemberMissing,
        T::TargetNotActive,
        T::TaskClosed,
        T::TaskRequired,
        T::HasForm,
        T::HasNoForm,
        T::WorkNotRecorded { record: "case_study".into() },
        T::TooMany { most: 5 },
        missing().into(),
    ];
    room(T::NAMES, &tasks);
    let profile = [
        P::InvalidInput { faults: fault() },
        P::StageNotReached { paths: vec!["software".into()], stage: "validated".into() },
        P::TabMissing,
        P::EntryMissing,
        P::ProgramRequired,
        P::ProgramMissing,
        P::RequirementsUnmet { records: vec!["case_study".into()] },
        P::Validated,
        P::UnderReview,
        P::NotSubmitted,
        P::NotValidated,
        P::NotListed,
        P::Unchanged,
        P::TooManyEntries { most: 5 },
        P::ProductMissing { path: "software".into(), kinds: vec!["saas".into()] },
        missing().into(),
    ];
    room(P::NAMES, &profile);
}

#[test]
fn every_refusal_of_the_pipeline_explains_itself() {
    use pipeline::Refusal as R;
    let samples = [
        missing().into(),
        R::InvalidInput { faults: fault() },
        R::InvalidFile { cells: Vec::new() },
        R::FileTooLarge { most: 5 },
        R::TooManyRows { most: 5 },
        R::CompanyMissing,
        R::EntryMissing,
        R::EntryExists,
        R::NotOwner,
        R::ReviewLocked { status: pipeline::ReviewStatus::InReview },
        R::WrongReviewStatus { status: None },
        R::NotShared,
        R::ShareNotAccepted,
        R::ShareAnswered,
        R::ShareRejected,
        R::ShareExpired,
        R::MemberMissing,
        R::TargetNotActive,
        R::TargetCannotOwn,
        R::AlreadyOwner,
        R::OperationNotOffered,
    ];
    room(R::NAMES, &samples);
}

#[test]
fn every_refusal_of_the_link_explains_itself() {
    use linking::Refusal as R;
    let why = || String::from("an explicit deny");
    let samples = [
        missing().into(),
        R::InvalidInput { faults: fault() },
        R::NotLinked,
        R::AlreadyLinked { account: crate::iam::AccountId::parse("123456789012").unwrap() },
        R::RootIdentity,
        R::NotAnIamUser,
        R::IdentityElsewhere,
        R::LinkNotPermitted { why: why() },
        R::NotAllowed,
        R::QuotaFull,
        R::RoleMissing,
        R::RoleElsewhere,
        R::RolePrefix { prefix: "PartnerCentralRoleFor".into() },
        R::RoleNotTrusted { why: why() },
        R::CloudAdminRoleOnly,
        R::RoleOfCloudAdmins,
        R::RoleInUse,
        R::MemberMissing,
        R::TargetNotActive,
        R::AlreadyMapped { user: None },
        R::NotMapped,
        R::ListsMixed,
        R::TooManyUsers { most: 5 },
        R::TooManyRoles { most: 5 },
        R::OfferActionsMissing { missing: vec!["aws-marketplace:ListEntities".into()] },
        R::CallNotPermitted { why: why() },
    ];
    room(R::NAMES, &samples);
}

/// The steps of an explanation, a line each.
fn steps(account: &Account, actor: &Actor, explain: impl Fn(&Setting<'_>) -> Explanation) -> Vec<String> {
    let moment = moment("2026-03-02");
    let explanation = explain(&setting(account, actor, &moment));
    explanation
        .missing
        .iter()
        .map(ToString::to_string)
        .chain(explanation.steps.iter().map(ToString::to_string))
        .collect()
}

// Rules: CMP-4, CMP-9, USR-15, ROLE-19, INV-9
#[test]
fn what_is_said_fits_the_company() {
    let account = company("software", "enrolled");
    let lacking = |actor: Actor, permission: Permission| {
        let denied = |s: &Setting<'_>| s.permitted(&[permission]).unwrap_err().explain(s);
        steps(&account, &actor, denied)
    };
    let (lead, team) = ("alliance_lead <alliance_lead@acme.example>", "alliance_team <alliance_team@acme.example>");
    assert_eq!(
        lacking(member("standard_user"), Permission::ReassignLead),
        [
            "the permission reassign_lead, of alliance_lead".to_string(),
            format!("{lead}: hand over the lead role"),
            format!("{lead}: do it instead")
        ]
    );
    let submit = lacking(member("standard_user"), Permission::SubmitOpportunities);
    assert_eq!(submit[1], format!("{lead} or {team}: give the role ace_user"), "the narrowest role first (AUDIT-1)");
    assert!(submit.last().unwrap().ends_with(": do it instead") && submit.last().unwrap().contains("ace_manager <"));
    // A visitor is told to sign in, and learns no name.
    assert_eq!(lacking(Actor::Visitor, Permission::InviteUsers).last().unwrap(), "you: sign in");
    // A role that somebody may not give, and one without a free seat.
    let faults = [FieldFault::new("rows[0].roles.alliance_lead", "role_is_lead")];
    let invalid = AccountRefusal::InvalidInput { faults: faults.into() };
    let told = steps(&account, &member("alliance_team"), |s| invalid.explain(s));
    assert_eq!(told[1..], [format!("{lead}: hand over the lead role"), "you: put the fields right".to_string()]);
}

// Rules: ROLE-19, C-026
#[test]
fn a_full_role_tells_its_seats_and_until_when_they_wait() {
    let mut account = company("software", "enrolled");
    let quota = 20;
    for n in 0..quota - 1 {
        account.apply(&Event::InvitationSent {
            invitation: id(&format!("i{n}")),
            email: crate::cast::email(&format!("p{n}")),
            roles: vec!["alliance_team".into()],
            by: id("alliance_lead"),
            expires_at: at(if n == 3 { "2026-03-05" } else { "2026-03-09" }),
        });
    }
    let moment = moment("2026-03-02");
    let lead = member("alliance_lead");
    let asked = setting(&account, &lead, &moment);
    let explanation = RoleFault::QuotaFull.explain("alliance_team", &asked);
    assert_eq!(explanation.missing, [Missing::Seat { role: "alliance_team".into(), quota, taken: 20 }]);
    assert_eq!(explanation.steps[1].action, Action::Wait { until: Some(at("2026-03-05")) });
    // Who lacks a permission is not sent for a role that has no seat, as if it were free.
    let low = member("standard_user");
    let asked = setting(&account, &low, &moment);
    let denied = asked.permitted(&[Permission::InviteUsers]).unwrap_err().explain(&asked);
    assert!(
        !denied.steps.iter().any(|s| s.action == Action::AssignRole { role: "alliance_team".into() }),
        "{denied:?}"
    );
    assert!(denied.missing.iter().any(|m| matches!(m, Missing::Seat { .. })), "{denied:?}");
}

#[test]
fn many_helpers_are_counted_rather_than_named() {
    let mut account = company("software", "enrolled");
    for n in 0..30 {
        let person = crate::cast::person(&format!("m{n:02}"));
        account.apply(&Event::MemberJoined { person, invitation: None, roles: vec!["ace_manager".into()] });
    }
    let (actor, moment) = (member("standard_user"), moment("2026-03-02"));
    let asked = setting(&account, &actor, &moment);
    let denied = asked.permitted(&[Permission::ManageAllPipeline]).unwrap_err().explain(&asked);
    let By::Members { people, more, .. } = &denied.steps.last().unwrap().by else { panic!("{denied:?}") };
    let able = account.holders_of_any(asked.program, asked.program.holders(Permission::ManageAllPipeline)).count();
    assert!(able > 30);
    assert_eq!((people.len(), *more), (PEOPLE_MOST, able - PEOPLE_MOST));
}

#[test]
fn a_step_is_stored_as_one_flat_object() {
    #[track_caller]
    fn json(value: &impl Serialize, expected: &str) {
        assert_eq!(serde_json::to_string(value).unwrap(), expected);
    }
    let step = Step { action: Action::Split { most: 10 }, by: By::You };
    json(&step, r#"{"action":"split","most":10,"by":{"who":"you"}}"#);
    json(&Missing::Operator, r#"{"what":"operator"}"#);
}
