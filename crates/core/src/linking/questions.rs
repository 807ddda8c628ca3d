//! What pages and other rooms ask of the link: who is still to be mapped, which roles can be picked, may this person sign
//! on, may that offer be attached. Pure readings of the state.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use super::roles::{is_active, is_cloud_admin};
use super::{IamRole, Link, Refusal, State};
use crate::access::Standing;
use crate::account::{Account, Member, Status};
use crate::iam::RoleArn;
use crate::program::Program;
use crate::{Id, Permission};

/// What the home page offers in its section of the marketplace (LINK-10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HomeAction {
    /// To link the account.
    LinkAccount,
    /// To manage the account that is linked.
    ManageLinkedAccount,
}

/// A list of people without a mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UserList {
    /// Everybody: the list of the marketplace page (LINK-26).
    Available,
    /// People with the cloud admin's role: the first list of the tab (LINK-36).
    CloudAdmins,
    /// People without it: the second list of the tab (LINK-38).
    Partners,
}

/// Who attaches an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OfferBy {
    /// A person.
    User(Id),
    /// The CRM integration (LINK-27).
    Crm,
}

/// A sign-on that is granted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignOn {
    /// The role that is taken on.
    pub role: RoleArn,
    /// Where it leads: to the marketplace's portal. There is none that leads to the console (SIGN-9, C-103).
    pub portal: String,
}

impl State {
    /// What the home page offers to somebody (LINK-10, ROLE-32).
    #[must_use]
    pub fn home_action(&self, program: &Program, standing: &Standing) -> Option<HomeAction> {
        let linked = if self.link().is_some() { HomeAction::ManageLinkedAccount } else { HomeAction::LinkAccount };
        standing.permits(program, Permission::LinkMarketplaceAccount).then_some(linked)
    }

    /// The people of a list, by id: with access and without a mapping.
    pub fn users<'a>(
        &'a self,
        program: &'a Program,
        account: &'a Account,
        list: UserList,
    ) -> impl Iterator<Item = (Id, &'a Member)> + 'a {
        let active = account.members().iter().filter(|(_, m)| m.status == Status::Active).map(|(id, m)| (*id, m));
        active.filter(|(id, _)| !self.mappings().contains_key(id)).filter(move |(id, _)| match list {
            UserList::Available => true,
            UserList::CloudAdmins => is_cloud_admin(program, account, *id),
            UserList::Partners => !is_cloud_admin(program, account, *id),
        })
    }

    /// The roles that can be picked for a person (LINK-18, LINK-20).
    #[must_use]
    pub fn roles_for(&self, program: &Program, account: &Account, user: Id) -> Vec<&RoleArn> {
        self.roles_for_list(program, is_cloud_admin(program, account, user))
    }

    /// The roles that can be picked for people with the cloud admin's role, or for all others.
    pub(super) fn roles_for_list(&self, program: &Program, admins: bool) -> Vec<&RoleArn> {
        self.choices(program, |role| self.suits(program.linking(), role, admins).is_ok())
    }

    /// The roles that can be picked for the CRM integration (LINK-28, C-089).
    #[must_use]
    pub fn roles_for_crm(&self, program: &Program) -> Vec<&RoleArn> {
        let linking = program.linking();
        let fits = |role: &IamRole| self.suits(linking, role, false).and(role.attaches_offers(linking)).is_ok();
        self.choices(program, fits)
    }

    fn choices(&self, program: &Program, fits: impl Fn(&IamRole) -> bool) -> Vec<&RoleArn> {
        let mappable = |role: &&IamRole| self.mappable(program.linking(), role.arn.arn().as_str()).is_ok();
        self.roles().values().filter(mappable).filter(|role| fits(role)).map(|role| &role.arn).collect()
    }

    /// Whether a person may sign on to the marketplace's portal, and with which role (LINK-2, LINK-25, LINK-32). Judged
    /// by what the company and the role are now, not by what they were when the person was mapped.
    pub fn sign_on(&self, program: &Program, account: &Account, user: Id) -> Result<SignOn, Refusal> {
        let role = self.role_of(program, account, user)?;
        Ok(SignOn { role: role.arn.clone(), portal: program.linking().portal.clone() })
    }

    fn role_of(&self, program: &Program, account: &Account, user: Id) -> Result<&IamRole, Refusal> {
        self.linked()?;
        is_active(account, user)?;
        let arn = self.mappings().get(&user).ok_or(Refusal::NotMapped)?;
        let role = self.mappable(program.linking(), arn.arn().as_str())?;
        self.suits(program.linking(), role, is_cloud_admin(program, account, user))?;
        Ok(role)
    }

    /// Whether a private offer may be attached to an opportunity, and with which role (LINK-6, LINK-17, LINK-22, LINK-27,
    /// LINK-31, C-102). Whose the opportunity is, the pipeline asks.
    pub fn attach_offer(&self, program: &Program, account: &Account, by: OfferBy) -> Result<&RoleArn, Refusal> {
        let role = match by {
            OfferBy::User(user) => self.role_of(program, account, user)?,
            OfferBy::Crm => {
                self.linked()?;
                let arn = self.crm().ok_or(Refusal::NotMapped)?;
                self.mappable(program.linking(), arn.arn().as_str())?
            }
        };
        role.attaches_offers(program.linking())?;
        Ok(&role.arn)
    }

    /// Whether a product of the marketplace may be linked with an offering of the company (LINK-3).
    pub fn link_offering(&self) -> Result<&Link, Refusal> {
        self.linked()
    }
}
