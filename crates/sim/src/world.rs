//! The virtual store: one log and one state a tenant, appends conditional on the version that the decision read.

use guildhall_core::Program;
use guildhall_core::account::{Account, Command, Effect, Recorded, effects};
use guildhall_core::identity::Domain;

use crate::directory::Directory;

/// The log and the state of one tenant; a slot for a company that may register is one too.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tenant {
    /// The state, as the live system keeps it.
    pub(crate) account: Account,
    /// Everything recorded so far. Its length is the version.
    pub(crate) log: Vec<Recorded>,
}

/// Why an append did not happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotAppended {
    /// The log grew since the decision read it.
    Stale,
    /// A domain or an address is another tenant's.
    Directory,
}

/// Every tenant and the directory.
#[derive(Clone, Debug)]
pub(crate) struct World {
    /// The programme that all obey.
    pub(crate) program: &'static Program,
    /// The tenants.
    pub(crate) tenants: Vec<Tenant>,
    /// The directory.
    pub(crate) directory: Directory,
}

impl World {
    /// `tenants` slots, none registered.
    #[must_use]
    pub(crate) fn new(tenants: usize) -> Self {
        Self { program: Program::guide(), tenants: vec![Tenant::default(); tenants], directory: Directory::default() }
    }

    /// The command with the facts that an adapter fetches from the directory just before it asks for the decision.
    #[must_use]
    pub(crate) fn informed(&self, command: &Command) -> Command {
        let owner = |text: &str| {
            let domain = Domain::parse(text.trim(), false).ok()?;
            self.directory.owner(domain.as_str())
        };
        let mut command = command.clone();
        if let Command::RegisterCompany(form) = &mut command {
            form.domain_owner = form.email.rsplit_once('@').and_then(|(_, domain)| owner(domain));
        } else if let Command::AddDomain { domain, owner: fact } = &mut command {
            *fact = owner(domain);
        }
        command
    }

    /// Appends to the log of tenant `at` if it still is at `version`, and if the directory agrees.
    pub(crate) fn append(&mut self, at: usize, version: usize, batch: &[Recorded]) -> Result<(), NotAppended> {
        let Some(tenant) = self.tenants.get_mut(at) else { return Err(NotAppended::Stale) };
        if tenant.log.len() != version {
            return Err(NotAppended::Stale);
        }
        let mut account = tenant.account.clone();
        let mut asked: Vec<Effect> = Vec::new();
        for recorded in batch {
            account.apply(&recorded.event);
            asked.extend(effects(self.program, &account, &recorded.event));
        }
        if let Some(id) = account.tenant() {
            self.directory.carry_out(id, &asked).map_err(|_| NotAppended::Directory)?;
        }
        tenant.account = account;
        tenant.log.extend_from_slice(batch);
        Ok(())
    }

    /// The state of tenant `at`, folded from its log alone: what a process finds after a crash.
    #[must_use]
    pub(crate) fn recovered(&self, at: usize) -> Account {
        let log = self.tenants.get(at).map_or(&[][..], |t| t.log.as_slice());
        log.iter().fold(Account::default(), |account, recorded| account.evolve(&recorded.event))
    }
}
