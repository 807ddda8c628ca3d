//! What the link looks like on the wire.

use guildhall_core::iam::{Judged, Outcome, RoleArn, Unreadable};
use guildhall_core::linking::{
    self, ActionCheck, HomeAction, IdentityInput, Overview, PolicyInput, RoleCheck, RoleInput, RoleView, SignOn,
};
use guildhall_core::room::RoomRefusal as _;
use guildhall_core::{Id, account::Member};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How one signs in at the marketplace: never as the root user.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum SignIn {
    /// As an IAM user.
    #[default]
    IamUser,
}

/// A link that is asked for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewLink {
    /// How one signs in at the marketplace.
    #[serde(default)]
    #[expect(dead_code, reason = "there is one way; others are refused when the body is read")]
    pub(super) sign_in: SignIn,
    /// The twelve digits of the marketplace account.
    pub(super) account_id: String,
    /// That the connection of accounts and people is allowed; without it nothing is linked.
    pub(super) allow: bool,
    /// Who signed in at the marketplace.
    pub(super) identity: Identity,
}

/// Who signed in at the marketplace, and what they may do there.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Identity {
    /// The ARN of the IAM user.
    arn: String,
    /// The id of the principal.
    principal_id: String,
    /// The id of the access key; never the key.
    access_key_id: String,
    /// The browser; the request's own where it is left out.
    #[serde(default)]
    user_agent: String,
    /// The policies of the IAM user.
    policies: Vec<PolicyBody>,
}

/// A policy: one that the vendor keeps by its name alone, any other with its document.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct PolicyBody {
    /// Its name.
    pub(in crate::api) name: String,
    /// The JSON, as text.
    #[serde(default)]
    pub(in crate::api) document: Option<String>,
}

impl From<PolicyBody> for PolicyInput {
    fn from(body: PolicyBody) -> Self {
        Self { name: body.name, document: body.document }
    }
}

impl From<Identity> for IdentityInput {
    fn from(body: Identity) -> Self {
        Self {
            arn: body.arn,
            principal_id: body.principal_id,
            access_key_id: body.access_key_id,
            user_agent: body.user_agent,
            policies: body.policies.into_iter().map(Into::into).collect(),
        }
    }
}

/// An IAM role as it stands in the cloud account.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Role {
    /// Its ARN.
    arn: String,
    /// Its trust policy: JSON, as text.
    trust_policy: String,
    /// Its policies.
    #[serde(default)]
    policies: Vec<PolicyBody>,
}

impl From<Role> for RoleInput {
    fn from(body: Role) -> Self {
        let policies = body.policies.into_iter().map(Into::into).collect();
        Self { arn: body.arn, trust_policy: body.trust_policy, policies }
    }
}

/// One person and a role.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MapOne {
    /// The person's id.
    pub(super) user: String,
    /// The role's name or ARN.
    pub(super) role: String,
}

/// People of one list, and a role.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Map {
    /// Their ids: cloud admins, or others, never both together.
    pub(super) users: Vec<String>,
    /// The role's name or ARN.
    pub(super) role: String,
}

/// People.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = UserList)]
#[serde(deny_unknown_fields)]
pub(super) struct Users {
    /// Their ids.
    pub(super) users: Vec<String>,
}

/// A role.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OneRole {
    /// Its name or ARN.
    pub(super) role: String,
}

/// The link with everything that belongs to it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Linking {
    /// The link; nothing while there is none.
    link: Option<LinkView>,
    /// `link_account` or `manage_linked_account`: what the caller is offered on the home page.
    home_action: Option<&'static str>,
    /// The permissions of the caller that count here.
    may: Vec<&'static str>,
    /// The registered IAM roles, by name.
    roles: Vec<IamRoleView>,
    /// Who is mapped to which role.
    mappings: Vec<MappingView>,
    /// People with the cloud admin's role who still need an IAM role.
    cloud_admins: Vec<PersonView>,
    /// Everybody else who does.
    partners: Vec<PersonView>,
    /// The IAM roles that can be picked.
    choices: ChoicesView,
    /// The IAM role of the CRM integration.
    crm: Option<CrmRoleView>,
}

/// The link.
#[derive(Debug, Serialize, ToSchema)]
struct LinkView {
    /// The twelve digits of the marketplace account.
    account_id: String,
    /// The ARN of the IAM role that linking created for cloud admins.
    cloud_admin_role: String,
    /// The id of the person who linked.
    by: String,
}

/// A registered IAM role.
#[derive(Debug, Serialize, ToSchema)]
struct IamRoleView {
    /// Its name.
    name: String,
    /// Its ARN.
    arn: String,
    /// Whether linking created it.
    of_link: bool,
    /// The names of its policies.
    policies: Vec<String>,
    /// The ids of those who are mapped to it.
    users: Vec<String>,
    /// Whether the CRM integration is.
    crm: bool,
    /// What it is good for.
    check: RoleCheckView,
}

/// Whether an IAM role is good for mapping, point by point.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RoleCheckView {
    /// Whether somebody can be mapped to it: its name begins as it must, and its trust policy lets the service assume it.
    mappable: bool,
    /// Whether offers can be attached with it.
    attaches_offers: bool,
    /// How its name has to begin.
    prefix: String,
    /// Whether it does.
    named: bool,
    /// Whether its name makes it a cloud admin's.
    for_cloud_admins: bool,
    /// What its trust policy says.
    trust: CheckView,
    /// What attaching offers needs.
    offers: Vec<CheckView>,
}

/// What policies say of one action.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CheckView {
    /// The action.
    action: String,
    /// Whether it is allowed.
    allowed: bool,
    /// What decided, for people.
    why: String,
    /// Every statement that was asked.
    statements: Vec<StatementView>,
    /// The faults of policies that could not be read; such a policy allows nothing.
    faults: Vec<PolicyFaultView>,
}

/// A statement and what it says.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct StatementView {
    /// The policy's name.
    policy: String,
    /// Which statement of it, from 0.
    statement: usize,
    /// The statement's own name.
    sid: Option<String>,
    /// `allows`, `denies`, `other_action`, `other_resource`, `other_principal`, `condition_unmet` or `failed`.
    outcome: &'static str,
    /// The same in words, with the condition or the fault.
    says: String,
}

/// A fault of a policy.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct PolicyFaultView {
    /// The policy's name.
    policy: String,
    /// Its place, as in `Statement[1].Action[0]`.
    place: String,
    /// A stable code.
    code: &'static str,
    /// What is wrong, for people.
    message: String,
}

/// A person and the role they sign on with.
#[derive(Debug, Serialize, ToSchema)]
struct MappingView {
    /// The person's id.
    user: String,
    /// Their name.
    name: String,
    /// Their address.
    email: String,
    /// The ARN of the role.
    role: String,
    /// Whether they can sign on with it now.
    signs_on: bool,
    /// Why not: a stable code.
    code: Option<&'static str>,
    /// Why not, for people.
    why: Option<String>,
}

/// A person who can be mapped.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LinkablePerson)]
struct PersonView {
    /// Their id.
    id: String,
    /// Their name.
    name: String,
    /// Their address.
    email: String,
}

/// The ARNs of the roles that can be picked.
#[derive(Debug, Serialize, ToSchema)]
struct ChoicesView {
    /// For people with the cloud admin's role.
    cloud_admins: Vec<String>,
    /// For everybody else.
    partners: Vec<String>,
    /// For the CRM integration.
    crm: Vec<String>,
}

/// The IAM role of the CRM integration.
#[derive(Debug, Serialize, ToSchema)]
struct CrmRoleView {
    /// Its ARN.
    role: String,
    /// Whether offers can be attached with it now.
    attaches_offers: bool,
    /// Why not, for people.
    why: Option<String>,
}

/// A sign-on that is granted.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SignOnView {
    /// The ARN of the role that is taken on.
    role: String,
    /// Where it leads.
    portal: String,
}

impl From<&Overview<'_>> for Linking {
    fn from(all: &Overview<'_>) -> Self {
        let home = |action: HomeAction| match action {
            HomeAction::LinkAccount => "link_account",
            HomeAction::ManageLinkedAccount => "manage_linked_account",
        };
        let link = |link: &linking::Link| LinkView {
            account_id: link.account.to_string(),
            cloud_admin_role: link.cloud_admin_role.to_string(),
            by: link.by.to_string(),
        };
        Self {
            link: all.link.map(link),
            home_action: all.home.map(home),
            may: all.may.iter().map(|permission| permission.id()).collect(),
            roles: all.roles.iter().map(IamRoleView::from).collect(),
            mappings: all.mappings.iter().map(MappingView::from).collect(),
            cloud_admins: people(&all.cloud_admins),
            partners: people(&all.partners),
            choices: ChoicesView {
                cloud_admins: arns(&all.choices.cloud_admins),
                partners: arns(&all.choices.partners),
                crm: arns(&all.choices.crm),
            },
            crm: all.crm.as_ref().map(|crm| CrmRoleView {
                role: crm.role.to_string(),
                attaches_offers: crm.offers.is_ok(),
                why: crm.offers.as_ref().err().map(ToString::to_string),
            }),
        }
    }
}

fn people(people: &[(Id, &Member)]) -> Vec<PersonView> {
    let person = |(id, member): &(Id, &Member)| PersonView {
        id: id.to_string(),
        name: member.name.to_string(),
        email: member.email.to_string(),
    };
    people.iter().map(person).collect()
}

fn arns(roles: &[&RoleArn]) -> Vec<String> {
    roles.iter().map(ToString::to_string).collect()
}

impl From<&RoleView<'_>> for IamRoleView {
    fn from(view: &RoleView<'_>) -> Self {
        Self {
            name: view.role.arn.name().to_owned(),
            arn: view.role.arn.to_string(),
            of_link: view.of_link,
            policies: view.role.policies.iter().map(|policy| policy.name.clone()).collect(),
            users: view.users.iter().map(ToString::to_string).collect(),
            crm: view.crm,
            check: RoleCheckView::from(&view.check),
        }
    }
}

impl From<&RoleCheck> for RoleCheckView {
    fn from(check: &RoleCheck) -> Self {
        Self {
            mappable: check.is_mappable(),
            attaches_offers: check.attaches_offers(),
            prefix: check.prefix.clone(),
            named: check.named,
            for_cloud_admins: check.for_cloud_admins,
            trust: CheckView::from(&check.trust),
            offers: check.offers.iter().map(CheckView::from).collect(),
        }
    }
}

impl From<&ActionCheck> for CheckView {
    fn from(check: &ActionCheck) -> Self {
        Self {
            action: check.action.clone(),
            allowed: check.allowed,
            why: check.why.clone(),
            statements: check.statements.iter().map(StatementView::from).collect(),
            faults: faults(&check.unreadable),
        }
    }
}

impl From<&Judged> for StatementView {
    fn from(judged: &Judged) -> Self {
        let outcome = match &judged.outcome {
            Outcome::Allows => "allows",
            Outcome::Denies => "denies",
            Outcome::OtherAction => "other_action",
            Outcome::OtherResource => "other_resource",
            Outcome::OtherPrincipal => "other_principal",
            Outcome::ConditionUnmet { .. } => "condition_unmet",
            Outcome::Failed { .. } => "failed",
        };
        Self {
            policy: judged.policy.clone(),
            statement: judged.statement,
            sid: judged.sid.clone(),
            outcome,
            says: judged.to_string(),
        }
    }
}

/// The faults of policies, each with the name of its policy.
pub(in crate::api) fn faults(unreadable: &[Unreadable]) -> Vec<PolicyFaultView> {
    let of = |policy: &Unreadable| {
        let name = policy.policy.clone();
        let fault = move |fault: &guildhall_core::iam::PolicyFault| PolicyFaultView {
            policy: name.clone(),
            place: fault.place.clone(),
            code: fault.code,
            message: fault.message.clone(),
        };
        policy.faults.0.iter().map(fault).collect::<Vec<_>>()
    };
    unreadable.iter().flat_map(of).collect()
}

impl From<&linking::MappingView<'_>> for MappingView {
    fn from(view: &linking::MappingView<'_>) -> Self {
        let refusal = view.sign_on.as_ref().err();
        Self {
            user: view.user.to_string(),
            name: view.member.map(|m| m.name.to_string()).unwrap_or_default(),
            email: view.member.map(|m| m.email.to_string()).unwrap_or_default(),
            role: view.role.to_string(),
            signs_on: view.sign_on.is_ok(),
            code: refusal.map(linking::Refusal::code),
            why: refusal.map(ToString::to_string),
        }
    }
}

impl From<&SignOn> for SignOnView {
    fn from(sign_on: &SignOn) -> Self {
        Self { role: sign_on.role.to_string(), portal: sign_on.portal.clone() }
    }
}
