//! What a company says about itself, its domains, and the stages it reaches.

use alloc::vec::Vec;

use crate::account::{Actor, CompanyInput, Event, Faults, Refusal};
use crate::identity::Domain;
use crate::setting::Setting;
use crate::{Id, Permission};

impl Setting<'_> {
    pub(super) fn add_domain(&self, text: &str, owner: Option<Id>) -> Result<Vec<Event>, Refusal> {
        self.permitted(&[Permission::ManageDomains])?;
        let domain = self.read_domain(text)?;
        if self.account.domains().contains(&domain) {
            return Err(Refusal::DomainUnchanged);
        }
        if owner.is_some_and(|owner| Some(owner) != self.account.tenant()) {
            return Err(Refusal::DomainTaken);
        }
        Ok([Event::DomainAdded { domain }].into())
    }

    pub(super) fn withdraw_domain(&self, text: &str) -> Result<Vec<Event>, Refusal> {
        self.permitted(&[Permission::ManageDomains])?;
        // What the account has can go, whatever today's lists say of it.
        let known = self.account.domains().iter().find(|d| text.trim().eq_ignore_ascii_case(d.as_str()));
        let domain = known.cloned().map_or_else(|| self.read_domain(text), Ok)?;
        if !self.account.domains().contains(&domain) {
            return Err(Refusal::DomainUnchanged);
        }
        if self.account.domains().len() == 1 {
            return Err(Refusal::LastDomain);
        }
        Ok([Event::DomainWithdrawn { domain }].into())
    }

    fn read_domain(&self, text: &str) -> Result<Domain, Refusal> {
        let policy = self.program.email();
        let mut faults = Faults::default();
        let domain = match Domain::parse(text.trim(), policy.test_mode) {
            Ok(domain) if policy.is_personal(&domain) => {
                faults.push("domain", "personal_domain");
                None
            }
            Ok(domain) => Some(domain),
            Err(fault) => {
                faults.push("domain", fault.code());
                None
            }
        };
        Ok(faults.whole(domain)?)
    }

    pub(super) fn edit_company(&self, input: &CompanyInput) -> Result<Vec<Event>, Refusal> {
        self.permitted(&[Permission::EditCompanyInformation])?;
        let mut faults = Faults::default();
        let company = input.check(&mut faults);
        Ok([Event::CompanyEdited { company: faults.whole(company)? }].into())
    }

    pub(super) fn set_stage(&self, path: &str, stage: &str) -> Result<Vec<Event>, Refusal> {
        if !matches!(self.actor, Actor::Operator(_)) {
            return Err(Refusal::OperatorOnly);
        }
        if self.account.tenant().is_none() {
            return Err(Refusal::CompanyNotRegistered);
        }
        let mut faults = Faults::default();
        let path = self.program.path_id(path).and_then(|id| self.program.path(id));
        let stage = self.program.stage_id(stage).and_then(|id| self.program.stage(id));
        if path.is_none() {
            faults.push("path", "unknown");
        }
        if stage.is_none() {
            faults.push("stage", "unknown");
        }
        let (path, stage) = faults.whole(path.zip(stage))?;
        if self.account.stages().get(&path.name) == Some(&stage.name) {
            return Err(Refusal::StageUnchanged);
        }
        Ok([Event::StageSet { path: path.name.clone(), stage: stage.name.clone() }].into())
    }
}
