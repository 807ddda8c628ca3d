//! The auditor: reads the log batch by batch and holds it against the invariants, in the slow, obvious way.
//!
//! It shares no code with `decide`, `apply` or `access`: it has its own picture of every tenant ([`Books`]), its own
//! table of who may do what ([`rights`]) and its own reading of each rule.

mod batch;
mod compare;
mod model;
pub mod rights;

pub use model::{Access, Books, Invite, Person, Stand, domain_of, plain};

use std::collections::BTreeMap;
use std::fmt;

use guildhall_core::Id;
use guildhall_core::account::Recorded;

/// Declares the invariants once: variant, id in text, and what it says.
macro_rules! invariants {
    ($($(#[doc = $doc:literal])+ $variant:ident = $id:literal,)+) => {
        /// What must hold after every step.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Invariant {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Invariant {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The id, as reports print it.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }
        }
    };
}

invariants! {
    /// A registered tenant has exactly one active lead (ROLE-6, USR-26).
    OneLead = "one_lead",
    /// Active holders and open invitations of a limited role never exceed its seats (ROLE-19, ROLE-66, INV-8).
    Quota = "quota",
    /// Whoever joins or is invited has an address at a domain that is the tenant's at that time (REG-5, C-052).
    OwnDomains = "own_domains",
    /// No domain and no address is in two tenants, and a tenant keeps one domain at least (C-047).
    Directory = "directory",
    /// Nobody gives or takes a role that they may not give or take (ROLE-34, INV-9, INV-10).
    Grants = "grants",
    /// Every event was caused by somebody who may cause it (ROLE-7, INV-1, USR-33, AUDIT-8).
    Rights = "rights",
    /// Nobody acts without access, and a removed person returns by a later invitation only (USR-29, USR-30, USR-32).
    Access = "access",
    /// An invitation is accepted once at most, in time, by its address, for its roles (INV-7).
    Invitations = "invitations",
    /// An update covers ten people at most, each role change once; a call invites twenty at most (USR-14).
    Rows = "rows",
    /// The account's people, roles, domains, stages and invitations are those of the auditor's books.
    SameBooks = "same_books",
    /// Every event says who, from where and in which request, and no request is recorded twice.
    Attributed = "attributed",
    /// Times never go back within a tenant.
    Time = "time",
    /// A batch was appended to exactly the log that its decision read (races have one winner).
    Appends = "appends",
    /// The log alone gives the state that was reached step by step.
    Fold = "fold",
    /// A command ended as the workload said beforehand.
    Expectation = "expectation",
}

/// An invariant that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Which.
    pub invariant: Invariant,
    /// In which tenant.
    pub tenant: usize,
    /// What was seen.
    pub seen: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of tenant {}: {}", self.invariant.id(), self.tenant, self.seen)
    }
}

/// The auditor.
#[derive(Clone, Debug)]
pub struct Auditor {
    books: Vec<Books>,
    checked: BTreeMap<Invariant, u64>,
}

impl Auditor {
    /// An auditor of `tenants` tenants of which nothing is known.
    #[must_use]
    pub fn new(tenants: usize) -> Self {
        let checked = Invariant::ALL.iter().map(|invariant| (*invariant, 0)).collect();
        Self { books: vec![Books::default(); tenants], checked }
    }

    /// The books of every tenant.
    #[must_use]
    pub fn books(&self) -> &[Books] {
        &self.books
    }

    /// How often each invariant was checked.
    #[must_use]
    pub fn checked(&self) -> &BTreeMap<Invariant, u64> {
        &self.checked
    }

    /// Notes a check of `invariant`; where it does not hold, `seen` says what was.
    pub fn check(
        &mut self,
        invariant: Invariant,
        tenant: usize,
        holds: bool,
        seen: impl FnOnce() -> String,
    ) -> Result<(), Violation> {
        *self.checked.entry(invariant).or_default() += 1;
        if holds { Ok(()) } else { Err(Violation { invariant, tenant, seen: seen() }) }
    }

    /// Reads the events that one command caused, appended after `version` events of the tenant.
    pub fn read(&mut self, tenant: usize, version: usize, batch: &[Recorded]) -> Result<(), Violation> {
        let before = self.books.get(tenant).cloned().unwrap_or_default();
        let known = before.events;
        self.check(Invariant::Appends, tenant, version == known, || {
            format!("decided on {version} events, appended after {known}")
        })?;
        self.attribution(tenant, &before, batch)?;
        self.rows(tenant, batch)?;
        for (n, recorded) in batch.iter().enumerate() {
            // What somebody may do is judged by the books before the batch; what an event meets, by those just before it.
            let now = self.books.get(tenant).cloned().unwrap_or_default();
            let handing_over = batch::is_hand_over(&before, recorded, batch);
            self.event(tenant, &before, &now, recorded, handing_over)?;
            self.elsewhere(tenant, recorded)?;
            if let Some(books) = self.books.get_mut(tenant) {
                books.enter(recorded);
                if n == 0 {
                    books.requests.insert(recorded.request.clone());
                }
            }
        }
        self.state(tenant, batch)
    }

    /// What must hold of the tenant as a whole.
    fn state(&mut self, tenant: usize, batch: &[Recorded]) -> Result<(), Violation> {
        let books = self.books.get(tenant).cloned().unwrap_or_default();
        let Some(at) = batch.last().map(|r| r.at) else { return Ok(()) };
        let leads: Vec<Id> = books.holders(rights::LEAD).map(|p| p.id).collect();
        self.check(Invariant::OneLead, tenant, leads.len() == 1, || {
            format!("{} active leads: {leads:?}", leads.len())
        })?;
        for (role, seats) in rights::SEATS {
            let taken = books.taken(role, at);
            self.check(Invariant::Quota, tenant, taken <= seats, || format!("{taken} of {seats} seats of {role}"))?;
        }
        let domains = books.domains.len();
        self.check(Invariant::Directory, tenant, domains > 0, || "no domain is left".to_owned())
    }
}

#[cfg(test)]
mod tests;
