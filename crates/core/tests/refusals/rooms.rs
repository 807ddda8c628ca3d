//! Commands of the rooms that a company has once, and of what operators write.

use std::collections::BTreeMap;

use guildhall_core::account::{Actor, Event as AccountEvent};
use guildhall_core::certifications::{self, RecordInput};
use guildhall_core::channel::{self, EndUserInput, StatementInput};
use guildhall_core::content::{self, ArticleInput, EventInput, Input, ResourceInput, StepInput, WalkthroughInput};
use guildhall_core::iam::{PARTNER_ACCOUNT_MANAGEMENT, PARTNER_CENTRAL_TRUST, SELLER_FULL_ACCESS};
use guildhall_core::linking::{self, IdentityInput, PolicyInput, RoleInput};
use guildhall_core::profile::{self, LocationInput, ProductInput, RecordKind};
use guildhall_core::support::inquiry::Command as InquiryCommand;
use guildhall_core::support::{self, FileInput};
use guildhall_core::tasks::{self, Deed};
use guildhall_core::{Id, fee, language, operators};

use crate::account::{EMAILS, TEXTS};
use crate::dice::Dice;
use crate::world::{World, ids};

pub(crate) fn tasks(world: &World<'_>, dice: &mut Dice<'_>) -> tasks::Command {
    use tasks::Command;
    let templates: Vec<&str> = world.program.tasks().iter().map(|task| task.name.as_str()).chain(["nothing"]).collect();
    let known: Vec<Id> = world.tasks.tasks().keys().copied().collect();
    let (template, task) = ((*dice.one(&templates)).to_owned(), dice.id(&known));
    let (people, confirmed) = (world.people(), dice.often(7));
    match dice.below(12) {
        0 | 1 => Command::TakeUp { template },
        2 | 3 => Command::Give {
            template,
            to: dice.id(&people),
            due: dice.text(2, &["", "2026-12-31", "soon", "1999-01-01"]),
        },
        4 => {
            let most = if dice.below(8) == 0 { 101 } else { 2 };
            let tasks = if most > 2 { vec![task; most] } else { dice.ids(&known, most) };
            Command::ChangeAssignee { tasks, to: dice.id(&people), confirmed }
        }
        5 | 6 => {
            let fields = ["description", "goal", "first_step", "website"];
            let answer = |dice: &mut Dice<'_>| dice.text(1, &["A plan", "", "a\u{202e}b"]);
            let answers: BTreeMap<String, String> = fields.iter().map(|f| ((*f).to_owned(), answer(dice))).collect();
            let only = if dice.often(5) { ["goal", "first_step"] } else { ["description", "description"] };
            let answers = answers.into_iter().filter(|(field, _)| only.contains(&field.as_str())).collect();
            Command::Submit { task, answers }
        }
        7 => {
            let record = dice.text(2, &["account/profile_edited", "account/role_assigned", "nothing"]);
            let n = if dice.below(10) == 0 { 1001 } else { dice.below(2) };
            let deed = Deed { record, by: dice.id(&people), at: world.at };
            Command::Complete { task, deeds: vec![deed; n] }
        }
        8 => Command::Dismiss { task },
        9 => Command::Delete { tasks: dice.ids(&known, 2), confirmed },
        10 => {
            let record = dice.text(2, &["marketplace/listing_published", "account/role_assigned", "nothing"]);
            Command::RecordWork { record, member: dice.id(&people) }
        }
        _ => Command::SetUtcOffset { minutes: *dice.one(&[0, 60, -720, 840, 855, 7, i32::MAX]) },
    }
}

pub(crate) fn profile(world: &World<'_>, dice: &mut Dice<'_>) -> profile::Command {
    use profile::Command;
    let (id, title, description) = (dice.id(&ids(&world.profile)), dice.text(1, &TEXTS), dice.text(1, &TEXTS));
    let kind = dice.text(2, &["software_product", "consulting_service", "", "nothing"]);
    let product = ProductInput { kind, title: title.clone(), description: description.clone() };
    let (street, city, country) = (String::new(), title.clone(), "Spain".to_owned());
    let location = LocationInput { title: title.clone(), street, city, country };
    // Only two kinds show on the listing.
    let listed = [RecordKind::Offering, RecordKind::CaseStudy];
    let record = if dice.often(6) { *dice.one(&listed) } else { *dice.one(&RecordKind::ALL) };
    let made: Vec<Id> = world.profile.records().keys().copied().collect();
    let written = dice.id(&made);
    match dice.below(28) {
        0 => Command::SetCustomers {
            customers: vec![dice.text(2, &["enterprise", "start_up", "", "nobody"]); dice.below(7)],
        },
        1 => Command::AddProduct { product },
        2 => Command::EditProduct { id, product },
        3 => Command::RemoveProduct { id },
        4 => Command::AddLocation { location },
        5 => Command::EditLocation { id, location },
        6 => Command::RemoveLocation { id },
        7 | 8 => Command::AddSolutionArea { title },
        9 => Command::RemoveSolutionArea { id },
        10 => Command::EditListing { summary: description },
        11..=15 => Command::CreateRecord { kind: record, title, description },
        16 => Command::EditRecord { id: written, title, description },
        17 | 18 => Command::SubmitRecord { id: written },
        19 => Command::RemoveRecord { id: written },
        20 | 21 => Command::DescribeRecord { id: written, words: description },
        22 | 23 => Command::JudgeRecord { id: written, validated: dice.often(6) },
        26 => {
            let program = *dice.one(&["public_sector", "competency", "nothing"]);
            Command::ApplyToProgram { program: program.to_owned(), description }
        }
        25 => Command::SetListed { listed: dice.often(2) },
        24 => Command::GrantQualification { kind: dice.text(1, &["competency", "nothing"]), title },
        _ => Command::RevokeQualification { id },
    }
}

pub(crate) fn certifications(world: &World<'_>, dice: &mut Dice<'_>) -> certifications::Command {
    use certifications::Command;
    let (id, today) = (dice.id(&ids(&world.certifications)), world.at.date_naive());
    let email = |dice: &mut Dice<'_>| {
        dice.text(4, &["me@home.example", "old@home.example", EMAILS[0], EMAILS[1], "no address", ""])
    };
    match dice.below(9) {
        0 | 1 => Command::SetTrainingAddress {
            address: email(dice),
            owner: dice.often(2).then(|| Id::from_bits(9)),
            freed_on: dice.often(2).then_some(today),
        },
        2 => Command::SetConsent { share: dice.often(5) },
        3 => Command::RequestTransfer { old_profile: email(dice) },
        4 => Command::RequestAddressChange { previous: email(dice), new: email(dice) },
        5 => Command::SettleRequest { id, granted: dice.often(5) },
        6 | 7 => {
            let certification = dice.text(1, &["cloud_practitioner", "", "nothing"]);
            let course = if certification.is_empty() { "A course".to_owned() } else { String::new() };
            let on = today + chrono::TimeDelta::days(*dice.one(&[-3, 0, 0, 4]));
            let valid_until = dice.often(2).then_some(today);
            Command::Record { record: RecordInput { address: email(dice), certification, course, on, valid_until } }
        }
        _ => Command::DropRecord { id },
    }
}

/// The channel is for one role, on some paths: more often than not the lead gets there.
pub(crate) fn into_channel(world: &mut World<'_>, dice: &mut Dice<'_>) {
    let lead = world.account.lead(world.program).map(|(lead, _)| lead);
    if let Some(member) = lead.filter(|_| dice.often(8)) {
        world.account.apply(&AccountEvent::RoleAssigned { member, role: "channel_user".into() });
        if dice.often(8) {
            world.account.apply(&AccountEvent::StageSet { path: "services".into(), stage: "enrolled".into() });
        }
    }
}

pub(crate) fn channel(world: &World<'_>, dice: &mut Dice<'_>) -> channel::Command {
    use channel::Command;
    let state = &world.channel;
    let accounts: Vec<Id> = state.accounts().keys().copied().collect();
    let (account, end_users) = (dice.id(&accounts), state.end_users().keys().copied().collect::<Vec<Id>>());
    let (id, statements) = (dice.id(&end_users), state.statements().keys().copied().collect::<Vec<Id>>());
    let number = dice.text(3, &["123456789012", "123456789013", "123456789014", "12", ""]);
    let title = dice.text(1, &TEXTS);
    let (country, website) = ("Spain".to_owned(), String::new());
    let end_user =
        EndUserInput { account: account.to_string(), company: title.clone(), country, website, number: number.clone() };
    match dice.below(14) {
        0..=2 => Command::AddAccount { number, title },
        3 => Command::RenameAccount { id: account, title },
        4 | 5 => Command::CloseAccount { id: account },
        6..=8 => Command::ReportEndUser { end_user },
        9 => Command::EditEndUser { id, end_user },
        10 => Command::EndResale { id },
        11 | 12 => {
            let (base_minor, resold_minor, rebate_minor) = (1, 2, 3);
            let (year, quarter) = (*dice.one(&[2025, 2025, 2026, 1]), *dice.one(&[1, 2, 4]));
            let currency = dice.text(2, &["EUR", "USD", ""]);
            let statement = StatementInput { year, quarter, currency, base_minor, resold_minor, rebate_minor };
            Command::RecordStatement { statement }
        }
        _ => Command::WithdrawStatement { id: dice.id(&statements) },
    }
}

pub(crate) fn fee(world: &World<'_>, dice: &mut Dice<'_>) -> fee::Command {
    use fee::Command;
    let id = dice.id(&ids(&world.fee));
    match dice.below(6) {
        0 => Command::SubmitUpgradeForm {
            account: dice.text(1, &["123456789012", "", "12"]),
            payer: dice.text(2, &["", "123456789013", "x"]),
        },
        1 | 2 => Command::IssueBills,
        3 | 4 => Command::RecordPayment { id },
        _ => Command::CancelBill { id },
    }
}

fn files(dice: &mut Dice<'_>) -> Vec<FileInput> {
    let file = FileInput {
        id: Id::from_bits(dice.fresh()),
        name: "a.png".into(),
        bytes: *dice.one(&[1, 10, u64::MAX]),
        media_type: dice.text(1, &["image/png", "text/html", ""]),
    };
    if dice.often(3) { vec![file] } else { Vec::new() }
}

pub(crate) fn support(world: &World<'_>, dice: &mut Dice<'_>) -> support::Command {
    use support::Command;
    let (id, text) = (dice.id(&ids(&world.support)), dice.text(1, &TEXTS));
    match dice.below(7) {
        0..=2 => Command::OpenCase {
            case_type: dice.text(2, &["account_and_access", "apn_program_fee_and_renewal", "", "x"]),
            question: dice.text(1, &["sign_in", "program_fee", ""]),
            specific: dice.text(1, &["cannot_sign_in", "tax", ""]),
            subject: text.clone(),
            description: text,
            files: files(dice),
        },
        3..=5 => Command::Reply { id, text, files: files(dice) },
        _ => Command::CloseCase { id },
    }
}

pub(crate) fn inquiry(_: &World<'_>, dice: &mut Dice<'_>) -> InquiryCommand {
    let text = dice.text(1, &TEXTS);
    match dice.below(4) {
        0 | 1 => InquiryCommand::Submit {
            name: text.clone(),
            email: dice.text(5, &EMAILS),
            company: String::new(),
            subject: text.clone(),
            text,
            captcha: dice.often(8),
        },
        2 => InquiryCommand::Answer { text },
        _ => InquiryCommand::Close,
    }
}

const ACCOUNT: &str = "123456789012";

fn policies(dice: &mut Dice<'_>) -> Vec<PolicyInput> {
    let own = |text: &str| PolicyInput { name: "Own".into(), document: Some(text.to_owned()) };
    let of =
        |policy: guildhall_core::iam::PolicyText| PolicyInput { name: policy.name, document: Some(policy.document) };
    match dice.below(12) {
        0 => Vec::new(),
        1 => vec![own("{")],
        4 => vec![of(PARTNER_ACCOUNT_MANAGEMENT.attached())],
        2 => vec![own(r#"{"Version":"2012-10-17","Statement":[]}"#)],
        3 => vec![own(r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}"#)],
        _ => vec![of(PARTNER_ACCOUNT_MANAGEMENT.attached()), of(SELLER_FULL_ACCESS.attached())],
    }
}

/// The name or ARN of a role: nine times of ten one that is registered, if there is any.
fn role(world: &World<'_>, dice: &mut Dice<'_>) -> String {
    let known: Vec<String> = world.linking.roles().values().map(|role| role.arn.name().to_owned()).collect();
    if known.is_empty() || dice.below(12) == 0 { dice.text(1, &["Nobody", ""]) } else { dice.one(&known).clone() }
}

pub(crate) fn linking(world: &World<'_>, dice: &mut Dice<'_>) -> linking::Command {
    use linking::Command;
    let people = world.people();
    match dice.below(20) {
        0..=4 => {
            let user = dice.text(
                1,
                &[
                    "arn:aws:iam::123456789012:user/Alice",
                    "arn:aws:iam::123456789012:root",
                    "arn:aws:iam::123456789012:role/Alice",
                    "arn:aws:iam::999999999999:user/Alice",
                    "x",
                ],
            );
            let identity = IdentityInput {
                arn: user,
                principal_id: "AIDAEXAMPLE".into(),
                access_key_id: "AKIAEXAMPLE".into(),
                user_agent: "Mozilla/5.0".into(),
                policies: policies(dice),
            };
            Command::Link { account_id: dice.text(1, &[ACCOUNT, "12"]), allow: dice.often(9), identity }
        }
        5 if dice.often(3) => Command::Unlink,
        5..=9 => {
            let name = dice.text(
                3,
                &[
                    "PartnerCentralRoleForA",
                    "PartnerCentralRoleForB",
                    "PartnerCentralRoleForCloudAdminX",
                    "Other",
                    "path/PartnerCentralRoleForA",
                ],
            );
            let account = if dice.often(9) { ACCOUNT } else { "999999999999" };
            let trust = if dice.often(8) {
                PARTNER_CENTRAL_TRUST.text
            } else {
                *dice.one(&["{", r#"{"Version":"2012-10-17","Statement":[]}"#])
            };
            // Now and then one that is there already, such as the one that linking created.
            let known: Vec<String> = world.linking.roles().values().map(|role| role.arn.to_string()).collect();
            let made = format!("arn:aws:iam::{account}:role/{name}");
            let role = RoleInput {
                arn: if known.is_empty() || dice.often(5) { made } else { dice.one(&known).clone() },
                trust_policy: trust.to_owned(),
                policies: policies(dice),
            };
            Command::RegisterRole { role }
        }
        10 => Command::WithdrawRole { role: role(world, dice) },
        11..=13 => Command::MapUser { user: dice.id(&people), role: role(world, dice) },
        14 | 15 => {
            let users = if dice.below(8) == 0 { vec![dice.id(&people); 51] } else { dice.ids(&people, 3) };
            Command::MapUsers { users, role: role(world, dice) }
        }
        16 => Command::UnmapUser { user: dice.id(&people) },
        17 => Command::UnmapUsers { users: dice.ids(&people, 2) },
        18 => Command::MapCrm { role: role(world, dice) },
        _ => Command::UnmapCrm,
    }
}

pub(crate) fn language(_: &World<'_>, dice: &mut Dice<'_>) -> language::Command {
    language::Command::Choose { language: dice.text(1, &["en", "JA ", "xx", ""]) }
}

/// Who asks about operators: the server's own command line, most of the time.
pub(crate) fn console(world: &World<'_>, dice: &mut Dice<'_>) -> Actor {
    let name = dice.text(2, &[operators::CONSOLE, operators::CONSOLE, "Olga", "Piet"]);
    if dice.often(9) { Actor::Operator(name) } else { world.actor(dice, 0) }
}

pub(crate) fn operators(world: &World<'_>, dice: &mut Dice<'_>) -> operators::Command {
    use operators::Command;
    let (operator, name) =
        (dice.id(&ids(&world.operators)), dice.text(3, &["Olga", "olga", "Piet", "console", "", "a\u{202e}b"]));
    match dice.below(9) {
        0..=2 => Command::Add {
            name,
            email: dice.text(3, &["olga@programme.example", "piet@programme.example", "x@programme.example", "x", ""]),
        },
        3 | 4 => Command::Disable { operator },
        5 => Command::Enable { operator },
        6 => Command::NotePasswordChange { operator },
        7 => Command::NoteTokenCreated { operator, name, expires_at: world.at + chrono::TimeDelta::days(1) },
        _ => Command::NoteTokenRevoked { operator, name },
    }
}

fn input(dice: &mut Dice<'_>) -> Input {
    let (title, link) = (dice.text(1, &TEXTS), dice.text(1, &["https://example.org/a", "javascript:alert(1)", ""]));
    let (summary, source, text) = ("In short".to_owned(), "Us".to_owned(), String::new());
    match dice.below(4) {
        0 => Input::News(ArticleInput {
            kind: dice.text(1, &["portal_launch", "gossip"]),
            title,
            summary,
            source,
            published_on: dice.text(1, &["2026-03-01", "yesterday"]),
            link,
            text,
        }),
        1 => Input::Event(EventInput {
            kind: "webinar".into(),
            delivery: "virtual".into(),
            title,
            summary,
            source,
            starts_at: dice.text(1, &["2026-03-01T10:00:00Z", "noon"]),
            link,
            ..EventInput::default()
        }),
        2 => Input::Resource(ResourceInput { kind: "guide".into(), title, summary, link, text }),
        _ => {
            let step = StepInput { title: "One".into(), text: "Do it".into(), item: dice.text(1, &["", "nothing"]) };
            Input::Walkthrough(WalkthroughInput { title, summary, steps: vec![step; dice.below(3)] })
        }
    }
}

pub(crate) fn content(_: &World<'_>, dice: &mut Dice<'_>) -> content::Command {
    use content::Command;
    match dice.below(6) {
        0 | 1 => Command::Draft { input: input(dice) },
        2 => Command::Edit { input: input(dice) },
        3 | 4 => Command::Publish,
        _ => Command::Withdraw,
    }
}
