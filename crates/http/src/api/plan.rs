//! Commands on an account as a rehearsal takes them: the bodies of the API's own writes, each with its name.

use guildhall_core::account::{Command, InviteRow, RoleRow};
use serde::Deserialize;
use utoipa::ToSchema;

use super::people::id_of;
use super::problem::Problem;

/// The most commands of one rehearsal.
pub(super) const COMMANDS_MOST: usize = 100;

/// A command by its name, with the fields of its own request. Words of confirmation are not asked for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "command", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Planned {
    /// Invite people.
    Invite {
        /// One row a person.
        rows: Vec<PlannedInvitation>,
    },
    /// Take an open invitation back.
    WithdrawInvitation {
        /// Its id.
        invitation: String,
    },
    /// Mail an invitation again.
    RenewInvitation {
        /// Its id.
        invitation: String,
    },
    /// Give and take roles.
    UpdateRoles {
        /// One row a person.
        rows: Vec<PlannedRoles>,
    },
    /// Move the lead role.
    ReassignLead {
        /// The id of the new lead.
        person: String,
    },
    /// Hand the own cloud administrator's role to somebody else.
    HandOverCloudAdmin {
        /// Who gets it, by id.
        person: String,
    },
    /// Remove a person for good.
    RemoveMember {
        /// The person's id.
        person: String,
    },
    /// Block a person's sign-in for good.
    DeactivateMember {
        /// The person's id.
        person: String,
    },
    /// Withdraw an e-mail domain.
    WithdrawDomain {
        /// The domain.
        domain: String,
    },
    /// Put the company on a stage of a path; operators do this.
    SetStage {
        /// The path's id.
        path: String,
        /// The stage's id.
        stage: String,
    },
}

/// One person to invite.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PlannedInvitation {
    /// The address.
    email: String,
    /// The ids of one or more roles.
    roles: Vec<String>,
}

/// The changes of one person's roles.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PlannedRoles {
    /// The person's id.
    person: String,
    /// The ids of roles to give.
    #[serde(default)]
    assign: Vec<String>,
    /// The ids of roles to take; they are taken first.
    #[serde(default)]
    unassign: Vec<String>,
}

impl Planned {
    /// The core's command, confirmed with `word`.
    pub(super) fn command(self, word: &str) -> Result<Command, Problem> {
        Ok(match self {
            Self::Invite { rows } => Command::Invite {
                rows: rows.into_iter().map(|row| InviteRow { email: row.email, roles: row.roles }).collect(),
            },
            Self::WithdrawInvitation { invitation } => Command::WithdrawInvitation { invitation: id_of(&invitation)? },
            Self::RenewInvitation { invitation } => Command::RenewInvitation { invitation: id_of(&invitation)? },
            Self::UpdateRoles { rows } => {
                let row = |row: PlannedRoles| {
                    let (assign, unassign) = (row.assign, row.unassign);
                    Ok(RoleRow { member: id_of(&row.person)?, assign, unassign })
                };
                Command::UpdateRoles { rows: rows.into_iter().map(row).collect::<Result<_, Problem>>()? }
            }
            Self::ReassignLead { person } => Command::ReassignLead { to: id_of(&person)?, typed: word.to_owned() },
            Self::HandOverCloudAdmin { person } => Command::HandOverCloudAdmin { to: id_of(&person)? },
            Self::RemoveMember { person } => Command::RemoveMember { member: id_of(&person)?, typed: word.to_owned() },
            Self::DeactivateMember { person } => Command::DeactivateMember { member: id_of(&person)? },
            Self::WithdrawDomain { domain } => Command::WithdrawDomain { domain },
            Self::SetStage { path, stage } => Command::SetStage { path, stage },
        })
    }
}
