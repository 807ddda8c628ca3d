//! What holds after any sequence of commands by anybody.

use proptest::prelude::*;

use super::*;
use crate::cast::ROLES;

const NAMES: [&str; 5] =
    ["PartnerCentralRoleForA", "PartnerCentralRoleForB", "SalesRole", "PartnerCentralRoleForCloudAdmin-9", "@"];

fn a_role_name() -> impl Strategy<Value = String> {
    prop::sample::select(NAMES.as_slice()).prop_map(ToString::to_string)
}

fn a_command() -> impl Strategy<Value = Command> {
    let user = || prop::sample::select(ROLES.as_slice()).prop_map(id);
    let account = prop::sample::select([ACCOUNT, "210987654321"].as_slice());
    prop_oneof![
        2 => (account, prop::bool::ANY).prop_map(|(account, allow)| {
            let who = IdentityInput { arn: format!("arn:aws:iam::{account}:user/A"), ..identity() };
            Command::Link { account_id: account.to_string(), allow, identity: who }
        }),
        1 => Just(Command::Unlink),
        4 => (a_role_name(), prop::bool::ANY, prop::bool::ANY).prop_map(|(name, trusted, offers)| {
            let trust = if trusted { TRUST.to_string() } else { TRUST.replace("Allow", "Deny") };
            let policies = if offers { own(&[SELLER_FULL_ACCESS.attached()]) } else { Vec::new() };
            let arn = format!("arn:aws:iam::{ACCOUNT}:role/{name}");
            Command::RegisterRole { role: RoleInput { arn, trust_policy: trust, policies } }
        }),
        1 => a_role_name().prop_map(|role| Command::WithdrawRole { role }),
        6 => (user(), a_role_name()).prop_map(|(user, role)| Command::MapUser { user, role }),
        3 => (prop::collection::vec(user(), 0..4), a_role_name())
            .prop_map(|(users, role)| Command::MapUsers { users, role }),
        2 => user().prop_map(|user| Command::UnmapUser { user }),
        1 => prop::collection::vec(user(), 0..3).prop_map(|users| Command::UnmapUsers { users }),
        2 => a_role_name().prop_map(|role| Command::MapCrm { role }),
        1 => Just(Command::UnmapCrm),
    ]
}

/// The name `@` stands for the cloud admin's role of the link.
fn meant(state: &State, command: Command) -> Command {
    let Some(link) = state.link() else { return command };
    let name = |role: String| if role == "@" { link.cloud_admin_role.name().to_string() } else { role };
    match command {
        Command::MapUser { user, role } => Command::MapUser { user, role: name(role) },
        Command::MapUsers { users, role } => Command::MapUsers { users, role: name(role) },
        Command::MapCrm { role } => Command::MapCrm { role: name(role) },
        Command::WithdrawRole { role } => Command::WithdrawRole { role: name(role) },
        other @ (Command::Link { .. }
        | Command::Unlink
        | Command::RegisterRole { .. }
        | Command::UnmapUser { .. }
        | Command::UnmapUsers { .. }
        | Command::UnmapCrm) => other,
    }
}

proptest! {
    // Rules: LINK-4, LINK-18, LINK-20, IAM-19, C-087, C-104
    #[test]
    fn the_invariants_hold(steps in prop::collection::vec((prop::sample::select(ROLES.as_slice()), a_command()), 1..40)) {
        let program = Program::guide();
        let mut people = company("software", "validated");
        let mut given: Vec<Event> = Vec::new();
        for (who, command) in steps {
            let before = fold(&given);
            let command = meant(&before, command);
            let (after, decided) = outcome(&given, &people, &member(who), &command);
            for event in decided.unwrap_or_default() {
                State::account_events(program, &people, &event).iter().for_each(|event| people.apply(event));
                given.push(event);
            }
            if let (Some(old), Some(new)) = (before.link(), after.link()) {
                prop_assert_eq!(&old.account, &new.account);
            }
            let Some(link) = after.link() else { continue };
            prop_assert!(people.member(link.by).unwrap().roles.contains("cloud_admin"));
            for (user, role) in after.mappings() {
                let admin = people.member(*user).unwrap().roles.contains("cloud_admin");
                // Who became cloud admin by linking anew had no mapping left.
                prop_assert_eq!(admin, *role == link.cloud_admin_role, "{}", role);
                prop_assert!(role.name().starts_with("PartnerCentralRoleFor"));
            }
            prop_assert!(after.crm() != Some(&link.cloud_admin_role));
        }
    }
}
