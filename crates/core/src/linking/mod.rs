//! The link between the company's account and its marketplace account: linked once, people and the CRM integration mapped
//! to IAM roles, and the questions that other rooms ask of it.
//!
//! IAM roles live in the cloud account and are made there (C-090). Here they are registered facts: the ARN, the trust
//! policy, the policies. Whatever depends on a role is judged by evaluating its documents at the time of the question.
//!
//! INVARIANT (one-account): at most one cloud account is linked, and every role and mapping is of it (IAM-19, C-104).
//! INVARIANT (cloud-admin-role): people with the cloud admin's role are mapped to the IAM role that linking created, and
//! nobody else is (LINK-18, C-087). Who gains or loses the role after being mapped cannot sign on until mapped anew.
//! INVARIANT (link-is-last): with the link goes every mapping and every registered role.

mod command;
mod decide;
mod event;
mod questions;
mod refusal;
mod roles;
mod views;

pub use command::{Command, IdentityInput, PolicyInput, RoleInput, SIGN_IN_KINDS};
pub use event::{Call, Caller, Event};
pub use questions::{HomeAction, OfferBy, SignOn, UserList};
pub use refusal::Refusal;
pub use views::{
    ActionCheck, Choices, CrmView, MappingView, Overview, RoleCheck, RoleView, check_identity, check_role, overview,
    own_sign_on,
};

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::account::{self, Account};
use crate::iam::{AccountId, PolicyText, RoleArn};
use crate::program::Program;
use crate::room::Room;
use crate::setting::Setting;
use crate::{Id, Permission};

/// The link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The marketplace account (LINK-1).
    pub account: AccountId,
    /// The IAM role that linking created for cloud admins (LINK-15).
    pub cloud_admin_role: RoleArn,
    /// Who linked.
    pub by: Id,
}

/// An IAM role as it was registered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IamRole {
    /// Its ARN.
    pub arn: RoleArn,
    /// Its trust policy, JSON.
    pub trust_policy: String,
    /// Its policies.
    pub policies: Vec<PolicyText>,
}

/// The state of the link.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    link: Option<Link>,
    /// By name; a cloud account has no two roles of one name.
    roles: BTreeMap<String, IamRole>,
    mappings: BTreeMap<Id, RoleArn>,
    crm: Option<RoleArn>,
}

impl State {
    /// The link; `None` while there is none.
    #[must_use]
    pub fn link(&self) -> Option<&Link> {
        self.link.as_ref()
    }

    /// The registered roles, by name.
    #[must_use]
    pub fn roles(&self) -> &BTreeMap<String, IamRole> {
        &self.roles
    }

    /// Who is mapped to which role.
    #[must_use]
    pub fn mappings(&self) -> &BTreeMap<Id, RoleArn> {
        &self.mappings
    }

    /// The role of the CRM integration (LINK-27).
    #[must_use]
    pub fn crm(&self) -> Option<&RoleArn> {
        self.crm.as_ref()
    }
}

impl Room for State {
    type Command = Command;
    type Event = Event;
    type Refusal = Refusal;

    const KIND: &'static str = "linking";

    fn decide(&self, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
        decide::decide(self, setting, command)
    }

    fn permissions(&self, _: &Setting<'_>, command: &Command) -> Vec<Permission> {
        [command.permission()].into()
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::AccountLinked { by, account, cloud_admin_role, .. } => {
                let (account, cloud_admin_role) = (account.clone(), cloud_admin_role.clone());
                self.link = Some(Link { account, cloud_admin_role, by: *by });
            }
            Event::AccountUnlinked { .. } => *self = Self::default(),
            Event::RoleRegistered { role, trust_policy, policies } => {
                let (trust_policy, policies) = (trust_policy.clone(), policies.clone());
                self.roles.insert(role.name().to_string(), IamRole { arn: role.clone(), trust_policy, policies });
            }
            Event::RoleWithdrawn { role } => {
                self.roles.remove(role.name());
            }
            Event::UserMapped { user, role, .. } => {
                self.mappings.insert(*user, role.clone());
            }
            Event::UserUnmapped { user, .. } => {
                self.mappings.remove(user);
            }
            Event::CrmMapped { role, .. } => self.crm = Some(role.clone()),
            Event::CrmUnmapped { .. } => self.crm = None,
        }
    }

    fn event_name(event: &Event) -> &'static str {
        event.name()
    }

    fn account_events(program: &Program, account: &Account, event: &Event) -> Vec<account::Event> {
        event::account_events(program, account, event)
    }
}

#[cfg(test)]
mod tests;
