//! Commands as a rehearsal takes them: the bodies of the API's own writes, each with its name.

use axum::http::HeaderMap;
use guildhall_core::account::{Command, InviteRow, RoleRow};
use guildhall_core::review::TenantCommand;
use guildhall_core::{Id, linking, profile};
use serde::Deserialize;
use utoipa::ToSchema;

use super::linking::{Identity, Role, identified};
use super::people::id_of;
use super::problem::Problem;
use super::profile::{ProductBody, kind_of};
use super::views::CompanyBody;

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
    /// Change what the company says about itself.
    EditCompany {
        /// All of it.
        company: CompanyBody,
    },
    /// Add an e-mail domain.
    AddDomain {
        /// The domain.
        domain: String,
    },
    /// Withdraw an e-mail domain.
    WithdrawDomain {
        /// The domain.
        domain: String,
    },
    /// Put the company on a stage of a path; operators do this. The profile has a say in it.
    SetStage {
        /// The path's id.
        path: String,
        /// The stage's id.
        stage: String,
    },
    /// Say which types of customers are served.
    SetCustomers {
        /// The ids of the types.
        customers: Vec<String>,
    },
    /// Put a product or service on the profile.
    AddProduct {
        /// What it is.
        product: ProductBody,
    },
    /// Change a product or service.
    EditProduct {
        /// Its id.
        id: String,
        /// What it is then.
        product: ProductBody,
    },
    /// Take a product or service off the profile.
    RemoveProduct {
        /// Its id.
        id: String,
    },
    /// Say whether the company's entry is public.
    SetListed {
        /// Whether the world sees it, from the stage for listings on.
        published: bool,
    },
    /// Begin an offering, a case study and so on.
    CreateRecord {
        /// Its kind.
        kind: String,
        /// Its title.
        title: String,
        /// What there is to say.
        description: String,
    },
    /// Begin an application to a programme.
    ApplyToProgram {
        /// The programme's id.
        program: String,
        /// Why the company fits.
        description: String,
    },
    /// Hand a record in for review.
    SubmitRecord {
        /// Its id.
        id: String,
    },
    /// Take a record away.
    RemoveRecord {
        /// Its id.
        id: String,
    },
    /// Judge a record that was handed in; operators do this.
    JudgeRecord {
        /// Its id.
        id: String,
        /// Whether it is validated.
        validated: bool,
    },
    /// Give a qualification; operators do this.
    GrantQualification {
        /// The id of its kind.
        kind: String,
        /// Its name.
        title: String,
    },
    /// Take a qualification; operators do this.
    RevokeQualification {
        /// Its id.
        id: String,
    },
    /// Link the company's account with its marketplace account.
    Link {
        /// The twelve digits of the marketplace account.
        account_id: String,
        /// That the connection of accounts and people is allowed.
        allow: bool,
        /// Who signed in at the marketplace.
        identity: Identity,
    },
    /// Undo the link, with every mapping.
    Unlink,
    /// Register an IAM role, or what has changed about one.
    RegisterRole {
        /// The role.
        role: Role,
    },
    /// Forget an IAM role that nobody is mapped to.
    WithdrawRole {
        /// Its name or ARN.
        role: String,
    },
    /// Map one person to an IAM role.
    MapUser {
        /// The person's id.
        user: String,
        /// The role's name or ARN.
        role: String,
    },
    /// Map people of one list to an IAM role.
    MapUsers {
        /// Their ids.
        users: Vec<String>,
        /// The role's name or ARN.
        role: String,
    },
    /// Undo a person's mapping.
    UnmapUser {
        /// The person's id.
        user: String,
    },
    /// Undo the mappings of people, all of them or none.
    UnmapUsers {
        /// Their ids.
        users: Vec<String>,
    },
    /// Map the CRM integration to an IAM role.
    MapCrm {
        /// The role's name or ARN.
        role: String,
    },
    /// Undo the mapping of the CRM integration.
    UnmapCrm,
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
    /// The core's command, confirmed with `word`, as a request with these headers gives it.
    pub(super) fn command(self, word: &str, headers: &HeaderMap) -> Result<TenantCommand, Problem> {
        use TenantCommand::{Account, Linking, Profile};
        use linking::Command as Link;
        use profile::Command as Entry;
        Ok(match self {
            Self::Invite { rows } => Account(Command::Invite {
                rows: rows.into_iter().map(|row| InviteRow { email: row.email, roles: row.roles }).collect(),
            }),
            Self::WithdrawInvitation { invitation } => {
                Account(Command::WithdrawInvitation { invitation: id_of(&invitation)? })
            }
            Self::RenewInvitation { invitation } => {
                Account(Command::RenewInvitation { invitation: id_of(&invitation)? })
            }
            Self::UpdateRoles { rows } => {
                let rows = rows.into_iter().map(PlannedRoles::row).collect::<Result<_, Problem>>()?;
                Account(Command::UpdateRoles { rows })
            }
            Self::ReassignLead { person } => {
                Account(Command::ReassignLead { to: id_of(&person)?, typed: word.to_owned() })
            }
            Self::HandOverCloudAdmin { person } => Account(Command::HandOverCloudAdmin { to: id_of(&person)? }),
            Self::RemoveMember { person } => {
                Account(Command::RemoveMember { member: id_of(&person)?, typed: word.to_owned() })
            }
            Self::DeactivateMember { person } => Account(Command::DeactivateMember { member: id_of(&person)? }),
            Self::EditCompany { company } => Account(Command::EditCompany { company: company.into() }),
            // Whose the domain is, is looked up before it is decided.
            Self::AddDomain { domain } => Account(Command::AddDomain { domain, owner: None }),
            Self::WithdrawDomain { domain } => Account(Command::WithdrawDomain { domain }),
            Self::SetStage { path, stage } => Account(Command::SetStage { path, stage }),
            Self::SetCustomers { customers } => Profile(Entry::SetCustomers { customers }),
            Self::AddProduct { product } => Profile(Entry::AddProduct { product: product.into() }),
            Self::EditProduct { id, product } => {
                Profile(Entry::EditProduct { id: entry(&id)?, product: product.into() })
            }
            Self::RemoveProduct { id } => Profile(Entry::RemoveProduct { id: entry(&id)? }),
            Self::SetListed { published } => Profile(Entry::SetListed { listed: published }),
            Self::CreateRecord { kind, title, description } => {
                Profile(Entry::CreateRecord { kind: kind_of(&kind)?, title, description })
            }
            Self::ApplyToProgram { program, description } => Profile(Entry::ApplyToProgram { program, description }),
            Self::SubmitRecord { id } => Profile(Entry::SubmitRecord { id: entry(&id)? }),
            Self::RemoveRecord { id } => Profile(Entry::RemoveRecord { id: entry(&id)? }),
            Self::JudgeRecord { id, validated } => Profile(Entry::JudgeRecord { id: entry(&id)?, validated }),
            Self::GrantQualification { kind, title } => Profile(Entry::GrantQualification { kind, title }),
            Self::RevokeQualification { id } => Profile(Entry::RevokeQualification { id: entry(&id)? }),
            Self::Link { account_id, allow, identity } => {
                Linking(Link::Link { account_id, allow, identity: identified(identity, headers) })
            }
            Self::Unlink => Linking(Link::Unlink),
            Self::RegisterRole { role } => Linking(Link::RegisterRole { role: role.into() }),
            Self::WithdrawRole { role } => Linking(Link::WithdrawRole { role }),
            Self::MapUser { user, role } => Linking(Link::MapUser { user: id_of(&user)?, role }),
            Self::MapUsers { users, role } => Linking(Link::MapUsers { users: ids_of(&users)?, role }),
            Self::UnmapUser { user } => Linking(Link::UnmapUser { user: id_of(&user)? }),
            Self::UnmapUsers { users } => Linking(Link::UnmapUsers { users: ids_of(&users)? }),
            Self::MapCrm { role } => Linking(Link::MapCrm { role }),
            Self::UnmapCrm => Linking(Link::UnmapCrm),
        })
    }
}

impl PlannedRoles {
    fn row(self) -> Result<RoleRow, Problem> {
        Ok(RoleRow { member: id_of(&self.person)?, assign: self.assign, unassign: self.unassign })
    }
}

fn ids_of(texts: &[String]) -> Result<Vec<Id>, Problem> {
    texts.iter().map(|text| id_of(text)).collect()
}

/// The id of an entry of the profile.
fn entry(text: &str) -> Result<Id, Problem> {
    text.parse().map_err(|_| Problem::missing())
}
