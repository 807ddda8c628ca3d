//! The virtual directory: which tenant has a domain, and whose an address is. Fed by the effects of recorded events.

use std::collections::BTreeMap;

use guildhall_core::Id;
use guildhall_core::account::Effect;

/// The one table that spans tenants.
#[derive(Clone, Debug, Default)]
pub(crate) struct Directory {
    domains: BTreeMap<String, Id>,
    addresses: BTreeMap<String, (Id, Id)>,
}

/// Why the directory turns an append away: a claim is another tenant's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Taken;

impl Directory {
    /// The tenant that has `domain`.
    #[must_use]
    pub(crate) fn owner(&self, domain: &str) -> Option<Id> {
        self.domains.get(domain).copied()
    }

    /// The tenant and member that `address` is.
    #[must_use]
    pub(crate) fn person(&self, address: &str) -> Option<(Id, Id)> {
        self.addresses.get(address).copied()
    }

    /// Does what `effects` of `tenant` ask, or nothing where one claims what is another's.
    pub(crate) fn carry_out(&mut self, tenant: Id, effects: &[Effect]) -> Result<(), Taken> {
        let foreign = |effect: &Effect| match effect {
            Effect::ClaimDomain(domain) => self.owner(domain.as_str()).is_some_and(|owner| owner != tenant),
            Effect::ClaimAddress(address, _) => self.person(address.key()).is_some_and(|(owner, _)| owner != tenant),
            Effect::ReleaseDomain(_)
            | Effect::ReleaseAddress(_)
            | Effect::EndSessions(_)
            | Effect::VoidLink(_)
            | Effect::Mail(_) => false,
        };
        if effects.iter().any(foreign) {
            return Err(Taken);
        }
        for effect in effects {
            match effect {
                Effect::ClaimDomain(domain) => {
                    self.domains.insert(domain.as_str().to_owned(), tenant);
                }
                Effect::ReleaseDomain(domain) => {
                    self.domains.remove(domain.as_str());
                }
                Effect::ClaimAddress(address, member) => {
                    self.addresses.insert(address.key().to_owned(), (tenant, *member));
                }
                Effect::ReleaseAddress(address) => {
                    if self.person(address.key()).is_some_and(|(owner, _)| owner == tenant) {
                        self.addresses.remove(address.key());
                    }
                }
                Effect::EndSessions(_) | Effect::VoidLink(_) | Effect::Mail(_) => {}
            }
        }
        Ok(())
    }
}
