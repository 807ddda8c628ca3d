//! Commands of the account, from small pools, so that they meet each other.

use guildhall_core::Id;
use guildhall_core::account::{
    Command, CompanyInput, ContactInput, CustomerInput, InviteRow, Join, Proof, RegisterCompany, RoleRow,
};

use crate::dice::Dice;
use crate::world::World;

/// The first five are good.
pub(crate) const EMAILS: [&str; 9] = [
    "ana@acme.example",
    "bo@acme.example",
    "cy@acme.example",
    "dee@acme.example",
    "eve@acme.example",
    "eve@other.example",
    "noreply@acme.example",
    "fay@gmail.com",
    "no address",
];
/// The first six can be given.
const ROLES: [&str; 11] = [
    "ace_user",
    "alliance_team",
    "technical_staff",
    "cloud_admin",
    "channel_user",
    "marketing_staff",
    "ace_manager",
    "alliance_lead",
    "standard_user",
    "janitor",
    " ace_user ",
];
const DOMAINS: [&str; 5] = ["acme.example", "other.example", "third.example", "gmail.com", "no domain"];
/// The first is good.
pub(crate) const TEXTS: [&str; 5] = ["Something", "", " ", "a\u{202e}b", "confirm"];

/// An address: of a few people who are met again and again, or of one of many.
fn email(dice: &mut Dice<'_>) -> String {
    if dice.often(5) { format!("p{}@acme.example", dice.below(30)) } else { dice.text(5, &EMAILS) }
}

fn customer(text: &str) -> CustomerInput {
    CustomerInput { job_title: text.into(), department: String::new() }
}

fn contact(text: &str) -> ContactInput {
    ContactInput { phone: "12345".into(), country: text.into(), city: String::new() }
}

fn company(text: &str) -> CompanyInput {
    CompanyInput { name: text.into(), country: text.into(), ..CompanyInput::default() }
}

fn proof(dice: &mut Dice<'_>) -> Proof {
    let mut proven = || dice.below(12) != 0;
    Proof { address: proven(), captcha: proven(), password: proven() }
}

pub(crate) fn registration(text: &str, email: &str) -> RegisterCompany {
    RegisterCompany {
        name: text.into(),
        email: email.into(),
        accepts_lead: true,
        accepts_terms: true,
        customer: customer(text),
        contact: contact(text),
        company: company(text),
        offering: "software_products".into(),
        proof: Proof::COMPLETE,
        domain_owner: None,
    }
}

fn register(dice: &mut Dice<'_>, text: &str) -> Command {
    let email = email(dice);
    Command::RegisterCompany(RegisterCompany {
        accepts_lead: dice.often(8),
        accepts_terms: dice.often(8),
        proof: proof(dice),
        domain_owner: dice.often(1).then(|| Id::from_bits(9)),
        ..registration(text, &email)
    })
}

fn join(world: &World<'_>, dice: &mut Dice<'_>, text: &str) -> Command {
    let known: Vec<Id> = world.account.invitations().keys().copied().collect();
    let invitation = dice.often(4).then(|| dice.id(&known));
    // Who follows a link has its address, most of the time.
    let of_link = invitation.and_then(|id| world.account.invitations().get(&id)).filter(|_| dice.often(9));
    Command::Join(Join {
        invitation,
        name: text.into(),
        email: of_link.map_or_else(|| email(dice), |invitation| invitation.email.to_string()),
        customer: customer(text),
        contact: contact(text),
        proof: proof(dice),
    })
}

fn roles(dice: &mut Dice<'_>, most: usize) -> Vec<String> {
    let n = dice.below(most + 1);
    (0..n).map(|_| dice.text(6, &ROLES)).collect()
}

fn rows(world: &World<'_>, dice: &mut Dice<'_>) -> Vec<RoleRow> {
    let n = if dice.below(20) == 0 { 11 } else { 1 + dice.below(3) };
    let people = world.people();
    let row = |dice: &mut Dice<'_>| {
        let (member, assign) = (dice.id(&people), roles(dice, 2));
        // Who leaves the team leaves invitations behind that no longer hold.
        let unassign = if dice.often(3) { vec![ROLES[1].to_owned()] } else { roles(dice, 1) };
        RoleRow { member, assign, unassign }
    };
    (0..n).map(|_| row(dice)).collect()
}

fn invite(dice: &mut Dice<'_>) -> Command {
    let n = if dice.below(20) == 0 { 21 } else { dice.below(3) };
    Command::Invite { rows: (0..n).map(|_| InviteRow { email: email(dice), roles: roles(dice, 2) }).collect() }
}

/// One of the commands of the account.
pub(crate) fn command(world: &World<'_>, dice: &mut Dice<'_>) -> Command {
    let text = dice.text(1, &TEXTS);
    let typed = if dice.often(8) { "confirm".to_owned() } else { text.clone() };
    let (member, known) = (dice.id(&world.people()), world.account.invitations().keys().copied().collect::<Vec<Id>>());
    match dice.below(26) {
        0 => register(dice, &text),
        1..=5 => join(world, dice, &text),
        6 | 7 => invite(dice),
        8 => Command::WithdrawInvitation { invitation: dice.id(&known) },
        9 => Command::RenewInvitation { invitation: dice.id(&known) },
        10..=14 => Command::UpdateRoles { rows: rows(world, dice) },
        15 => Command::ReassignLead { to: member, typed },
        16 => Command::HandOverCloudAdmin { to: member },
        17 => Command::RemoveMember { member, typed },
        18 if dice.often(5) => Command::DeactivateMember { member },
        18 => Command::RequestLeadChange { note: text },
        19 => {
            let owner = dice.often(3).then(|| Id::from_bits(9));
            Command::AddDomain { domain: (*dice.one(&DOMAINS)).into(), owner }
        }
        20 => Command::WithdrawDomain { domain: (*dice.one(&DOMAINS)).into() },
        21 => Command::EditCompany { company: company(&text) },
        22 => Command::EditProfile { name: text.clone(), customer: customer(&text), contact: contact(&text) },
        23 => Command::NotePasswordChange,
        _ => Command::SetStage {
            path: dice.text(3, &["software", "software", "services", "hardware", "nowhere"]),
            stage: dice.text(4, &["validated", "validated", "confirmed", "registered", "nowhere"]),
        },
    }
}
