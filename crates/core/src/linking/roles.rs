//! What is asked of IAM roles: whether they can be mapped, to whom, and what they allow.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{IamRole, Link, Refusal, State};
use crate::account::{Account, Status};
use crate::iam::{PolicyKind, PolicyText, Principal, Request, RequestFault, RoleArn, Verdict, evaluate};
use crate::program::{Linking, Program, Role, RoleKind};
use crate::{Id, Permission};

/// The role of the programme that is given with the permission for cloud administrators.
pub(super) fn cloud_admin_role(program: &Program) -> Option<&Role> {
    program.roles().iter().find(|role| role.kind == RoleKind::Granted(Permission::AssignCloudAdminRole))
}

/// Whether a person of the company is cloud admin.
pub(super) fn is_cloud_admin(program: &Program, account: &Account, user: Id) -> bool {
    let holds = |role: &Role| account.member(user).is_some_and(|m| m.roles.contains(&role.name));
    cloud_admin_role(program).is_some_and(holds)
}

/// Whether a person has access.
pub(super) fn is_active(account: &Account, user: Id) -> Result<(), Refusal> {
    match account.member(user) {
        None => Err(Refusal::MemberMissing),
        Some(m) if m.status == Status::Active => Ok(()),
        Some(_) => Err(Refusal::TargetNotActive),
    }
}

/// An action of the account management, in full.
pub(super) fn action(linking: &Linking, name: &str) -> String {
    let prefix = linking.service.split('.').next().unwrap_or_default();
    [prefix, name].join(":")
}

/// What a bearer of `policies` is told when asking for `request`; a request that cannot be asked is not allowed.
fn permits(policies: &[PolicyText], request: Result<Request, RequestFault>) -> Result<(), String> {
    let request = request.map_err(|fault| fault.to_string())?;
    let verdict = evaluate(policies, PolicyKind::Permissions, &request);
    if verdict.is_allowed() { Ok(()) } else { Err(why(&verdict, &request)) }
}

fn why(verdict: &Verdict, request: &Request) -> String {
    [request.action(), &verdict.to_string()].join(": ")
}

/// Whether a bearer of `policies` may do the account management's action `name`.
pub(super) fn may_call(linking: &Linking, policies: &[PolicyText], name: &str) -> Result<(), String> {
    permits(policies, Request::new(&action(linking, name)))
}

impl IamRole {
    /// Whether its name begins as the name of a role to be mapped (LINK-20, C-088).
    pub(super) fn is_named_for_mapping(&self, linking: &Linking) -> bool {
        self.arn.path_and_name().starts_with(&linking.role_prefix)
    }

    /// Whether its name says that it is a cloud admin's.
    pub(super) fn is_named_for_cloud_admins(&self, linking: &Linking) -> bool {
        self.arn.name().starts_with(&linking.cloud_admin_role_prefix)
    }

    /// Whether its trust policy lets the service assume it (IAM-7, IAM-8).
    pub(super) fn trusts(&self, linking: &Linking) -> Result<(), Refusal> {
        let trust = PolicyText { name: "the trust policy".to_string(), document: self.trust_policy.clone() };
        let service = Principal::Service(linking.service.clone());
        let request = Request::new("sts:AssumeRole").map(|request| request.by(service));
        let request = request.map_err(|fault| Refusal::RoleNotTrusted { why: fault.to_string() })?;
        let verdict = evaluate(&[trust], PolicyKind::Trust, &request);
        if verdict.is_allowed() { Ok(()) } else { Err(Refusal::RoleNotTrusted { why: verdict.to_string() }) }
    }

    /// Whether it allows everything that attaching offers needs (LINK-17, C-102).
    pub(super) fn attaches_offers(&self, linking: &Linking) -> Result<(), Refusal> {
        let denied = |action: &&String| permits(&self.policies, Request::new(action)).is_err();
        let missing: Vec<String> = linking.offer_actions.iter().filter(denied).cloned().collect();
        if missing.is_empty() { Ok(()) } else { Err(Refusal::OfferActionsMissing { missing }) }
    }
}

impl State {
    /// The link, or that there is none.
    pub(super) fn linked(&self) -> Result<&Link, Refusal> {
        self.link.as_ref().ok_or(Refusal::NotLinked)
    }

    /// The registered role called `name`, or with this ARN.
    pub(super) fn role(&self, text: &str) -> Result<&IamRole, Refusal> {
        let text = text.trim();
        let name = if text.starts_with("arn:") {
            let arn = RoleArn::parse(text).map_err(|_| Refusal::RoleMissing)?;
            if self.link.as_ref().is_some_and(|link| !arn.is_of(&link.account)) {
                return Err(Refusal::RoleElsewhere);
            }
            arn.name().to_string()
        } else {
            text.to_string()
        };
        self.roles.get(&name).ok_or(Refusal::RoleMissing)
    }

    /// The registered role, if it can be mapped at all. That its name is wrong is said before that it is not known.
    pub(super) fn mappable(&self, linking: &Linking, text: &str) -> Result<&IamRole, Refusal> {
        let link = self.linked()?;
        let role = self.role(text);
        let name = text.trim().rsplit('/').next().unwrap_or_default();
        if role != Err(Refusal::RoleElsewhere) && !name.starts_with(&linking.role_prefix) {
            return Err(Refusal::RolePrefix { prefix: linking.role_prefix.clone() });
        }
        let role = role?;
        if !role.is_named_for_mapping(linking) {
            return Err(Refusal::RolePrefix { prefix: linking.role_prefix.clone() });
        }
        if !role.arn.is_of(&link.account) {
            return Err(Refusal::RoleElsewhere);
        }
        role.trusts(linking)?;
        Ok(role)
    }

    /// Whether `role` is for cloud admins, or for everybody else, as `admin` says (C-087).
    pub(super) fn suits(&self, linking: &Linking, role: &IamRole, admin: bool) -> Result<(), Refusal> {
        let link = self.linked()?;
        if admin && role.arn != link.cloud_admin_role {
            return Err(Refusal::CloudAdminRoleOnly);
        }
        if !admin && (role.arn == link.cloud_admin_role || role.is_named_for_cloud_admins(linking)) {
            return Err(Refusal::RoleOfCloudAdmins);
        }
        Ok(())
    }

    /// The role with which calls are made, if its policies allow `name` (IAM-18, ROLE-37).
    pub(super) fn caller(&self, linking: &Linking, name: &str) -> Result<&RoleArn, Refusal> {
        let link = self.linked()?;
        may_call(linking, self.policies_of(link), name).map_err(|why| Refusal::CallNotPermitted { why })?;
        Ok(&link.cloud_admin_role)
    }

    /// The same for mapping to `role`, which is handed to the service (IAM-13, IAM-14).
    pub(super) fn mapper(&self, linking: &Linking, role: &IamRole) -> Result<&RoleArn, Refusal> {
        let caller = self.caller(linking, "AssociatePartnerUser")?;
        let pass = Request::new("iam:PassRole")
            .map(|request| request.on(role.arn.arn().clone()))
            .and_then(|request| request.with("iam:PassedToService", &linking.service));
        permits(self.policies_of(self.linked()?), pass).map_err(|why| Refusal::CallNotPermitted { why })?;
        Ok(caller)
    }

    fn policies_of(&self, link: &Link) -> &[PolicyText] {
        self.roles.get(link.cloud_admin_role.name()).map_or(&[], |role| role.policies.as_slice())
    }
}
