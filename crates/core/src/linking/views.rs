//! The link as pages and interfaces show it, and roles tried out before they are registered: every check with the
//! statement that decided.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::decide::{read_policies, well_formed};
use super::roles::action;
use super::{HomeAction, IamRole, IdentityInput, Link, Refusal, RoleInput, SignOn, State, UserList};
use crate::account::{Account, Faults, Member};
use crate::iam::{Judged, PolicyKind, PolicyText, Principal, Request, RequestFault, RoleArn, Unreadable, evaluate};
use crate::program::{Linking, Program};
use crate::setting::{Denied, Setting};
use crate::{Id, Permission};

/// Who has anything to do with the link.
const READERS: [Permission; 4] = [
    Permission::LinkMarketplaceAccount,
    Permission::MapMarketplaceUsers,
    Permission::MapIamRoles,
    Permission::MapCrmIntegration,
];

/// What policies say of one action, with the statements that were asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActionCheck {
    /// The action.
    pub action: String,
    /// Whether it is allowed.
    pub allowed: bool,
    /// What decided, for people.
    pub why: String,
    /// Every statement of every policy that could be read.
    pub statements: Vec<Judged>,
    /// The policies that could not be read, with each fault and its place.
    pub unreadable: Vec<Unreadable>,
}

impl ActionCheck {
    fn new(action: &str, policies: &[PolicyText], kind: PolicyKind, request: Result<Request, RequestFault>) -> Self {
        let action = action.to_string();
        match request {
            Ok(request) => {
                let verdict = evaluate(policies, kind, &request);
                let (allowed, why) = (verdict.is_allowed(), verdict.to_string());
                Self { action, allowed, why, statements: verdict.statements, unreadable: verdict.unreadable }
            }
            Err(fault) => {
                let (statements, unreadable) = (Vec::new(), Vec::new());
                Self { action, allowed: false, why: fault.to_string(), statements, unreadable }
            }
        }
    }
}

/// Whether an IAM role is good for mapping, point by point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoleCheck {
    /// With what its name has to begin (LINK-20).
    pub prefix: String,
    /// Whether it does.
    pub named: bool,
    /// Whether its name makes it a cloud admin's.
    pub for_cloud_admins: bool,
    /// Whether the service may assume it (IAM-7, IAM-8).
    pub trust: ActionCheck,
    /// What attaching offers needs (LINK-17, C-102).
    pub offers: Vec<ActionCheck>,
}

impl RoleCheck {
    fn new(linking: &Linking, role: &IamRole) -> Self {
        let trust = PolicyText { name: "the trust policy".to_string(), document: role.trust_policy.clone() };
        let assume = "sts:AssumeRole";
        let request = Request::new(assume).map(|request| request.by(Principal::Service(linking.service.clone())));
        let offer =
            |action: &String| ActionCheck::new(action, &role.policies, PolicyKind::Permissions, Request::new(action));
        Self {
            prefix: linking.role_prefix.clone(),
            named: role.is_named_for_mapping(linking),
            for_cloud_admins: role.is_named_for_cloud_admins(linking),
            trust: ActionCheck::new(assume, &[trust], PolicyKind::Trust, request),
            offers: linking.offer_actions.iter().map(offer).collect(),
        }
    }

    /// Whether somebody can be mapped to it.
    #[must_use]
    pub fn is_mappable(&self) -> bool {
        self.named && self.trust.allowed
    }

    /// Whether offers can be attached with it.
    #[must_use]
    pub fn attaches_offers(&self) -> bool {
        self.offers.iter().all(|offer| offer.allowed)
    }
}

/// A registered role.
#[derive(Clone, Debug)]
pub struct RoleView<'a> {
    /// As it was registered.
    pub role: &'a IamRole,
    /// What it is good for.
    pub check: RoleCheck,
    /// Whether linking created it.
    pub of_link: bool,
    /// Who is mapped to it.
    pub users: Vec<Id>,
    /// Whether the CRM integration is.
    pub crm: bool,
}

/// A person and the role they sign on with.
#[derive(Clone, Debug)]
pub struct MappingView<'a> {
    /// Who.
    pub user: Id,
    /// The person; `None` where the account knows them no more.
    pub member: Option<&'a Member>,
    /// The role they are mapped to.
    pub role: &'a RoleArn,
    /// Whether they can sign on with it now.
    pub sign_on: Result<SignOn, Refusal>,
}

/// The role of the CRM integration.
#[derive(Clone, Debug)]
pub struct CrmView<'a> {
    /// Which.
    pub role: &'a RoleArn,
    /// Whether offers can be attached with it now.
    pub offers: Result<(), Refusal>,
}

/// The roles that can be picked.
#[derive(Clone, Debug, Default)]
pub struct Choices<'a> {
    /// For people with the cloud admin's role (LINK-18).
    pub cloud_admins: Vec<&'a RoleArn>,
    /// For everybody else (LINK-20).
    pub partners: Vec<&'a RoleArn>,
    /// For the CRM integration (LINK-28).
    pub crm: Vec<&'a RoleArn>,
}

/// All of it.
#[derive(Clone, Debug)]
pub struct Overview<'a> {
    /// The link.
    pub link: Option<&'a Link>,
    /// What whoever asks is offered on the home page (LINK-10).
    pub home: Option<HomeAction>,
    /// What whoever asks may do here.
    pub may: Vec<Permission>,
    /// The registered roles, by name.
    pub roles: Vec<RoleView<'a>>,
    /// Who is mapped.
    pub mappings: Vec<MappingView<'a>>,
    /// Cloud admins who still need a role (LINK-36).
    pub cloud_admins: Vec<(Id, &'a Member)>,
    /// Everybody else who does (LINK-38).
    pub partners: Vec<(Id, &'a Member)>,
    /// The roles that can be picked.
    pub choices: Choices<'a>,
    /// The role of the CRM integration.
    pub crm: Option<CrmView<'a>>,
}

impl Overview<'_> {
    /// Whether whoever asks may do this here.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        self.may.contains(&permission)
    }
}

/// The link with its roles and mappings, for those who have anything to do with it, and for operators.
pub fn overview<'a>(setting: &Setting<'a>, state: &'a State) -> Result<Overview<'a>, Denied> {
    let Setting { program, account, actor, .. } = *setting;
    if setting.operator().is_err() {
        setting.permitted(&READERS)?;
    }
    let standing = account.standing_of(program, actor);
    let people = |list| by_name(state.users(program, account, list).collect());
    let mut mappings: Vec<MappingView<'a>> =
        state.mappings().iter().map(|(user, role)| mapping(state, program, account, *user, role)).collect();
    mappings.sort_by_key(|m| (m.member.map(|member| member.name.to_string().to_lowercase()), m.user));
    Ok(Overview {
        link: state.link(),
        home: state.home_action(program, &standing),
        may: READERS.into_iter().filter(|p| standing.permits(program, *p)).collect(),
        roles: state.roles().values().map(|role| role_view(state, program.linking(), role)).collect(),
        mappings,
        cloud_admins: people(UserList::CloudAdmins),
        partners: people(UserList::Partners),
        choices: Choices {
            cloud_admins: state.roles_for_list(program, true),
            partners: state.roles_for_list(program, false),
            crm: state.roles_for_crm(program),
        },
        crm: state.crm().map(|role| CrmView {
            role,
            offers: state.attach_offer(program, account, super::OfferBy::Crm).map(|_| ()),
        }),
    })
}

fn by_name(mut people: Vec<(Id, &Member)>) -> Vec<(Id, &Member)> {
    people.sort_by_key(|(id, member)| (member.name.to_string().to_lowercase(), *id));
    people
}

fn mapping<'a>(
    state: &'a State,
    program: &Program,
    account: &'a Account,
    user: Id,
    role: &'a RoleArn,
) -> MappingView<'a> {
    MappingView { user, member: account.member(user), role, sign_on: state.sign_on(program, account, user) }
}

fn role_view<'a>(state: &'a State, linking: &Linking, role: &'a IamRole) -> RoleView<'a> {
    let mapped = state.mappings().iter().filter(|(_, arn)| **arn == role.arn);
    RoleView {
        role,
        check: RoleCheck::new(linking, role),
        of_link: state.link().is_some_and(|link| link.cloud_admin_role == role.arn),
        users: mapped.map(|(user, _)| *user).collect(),
        crm: state.crm() == Some(&role.arn),
    }
}

/// Whether who asks may sign on to the marketplace's portal themselves (LINK-2, LINK-32).
pub fn own_sign_on(setting: &Setting<'_>, state: &State) -> Result<SignOn, Refusal> {
    let (me, _) = setting.me()?;
    state.sign_on(setting.program, setting.account, me)
}

/// Tries a role out, as it stands in the cloud account, without registering it.
pub fn check_role(setting: &Setting<'_>, role: &RoleInput) -> Result<RoleCheck, Refusal> {
    asked(setting)?;
    let linking = setting.program.linking();
    let mut faults = Faults::default();
    let arn = RoleArn::parse(&role.arn).map_err(|fault| faults.push("arn", fault.code())).ok();
    let trust_policy = role.trust_policy.trim().to_string();
    well_formed("trust_policy", &trust_policy, PolicyKind::Trust, &mut faults);
    let policies = read_policies(linking, "policies", &role.policies, &mut faults);
    faults.finish()?;
    let arn = arn.ok_or(Refusal::RoleMissing)?;
    Ok(RoleCheck::new(linking, &IamRole { arn, trust_policy, policies }))
}

/// Tries out whether the policies of an IAM user allow to link (LINK-7), before anything is linked.
pub fn check_identity(setting: &Setting<'_>, identity: &IdentityInput) -> Result<ActionCheck, Refusal> {
    asked(setting)?;
    let linking = setting.program.linking();
    let mut faults = Faults::default();
    let policies = read_policies(linking, "identity.policies", &identity.policies, &mut faults);
    faults.finish()?;
    let action = action(linking, "AssociatePartnerAccount");
    Ok(ActionCheck::new(&action, &policies, PolicyKind::Permissions, Request::new(&action)))
}

/// Whether there is anybody who asks; what is tried out is nobody's secret.
fn asked(setting: &Setting<'_>) -> Result<(), Denied> {
    if setting.operator().is_ok() {
        return Ok(());
    }
    setting.me().map(|_| ())
}
