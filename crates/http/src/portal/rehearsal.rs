//! Rehearsals on what is stored: what commands would do in a company. The core plays them ([`review::rehearse`]).

use guildhall_core::account::{Account, Actor};
use guildhall_core::review::{self, Rehearsal, Tenant, TenantCommand};
use guildhall_core::{Moment, linking, profile};

use super::{Loaded, Portal, PortalError};

impl Portal {
    /// What commands would do in a company, one after the other, in the name of `actor`. Nothing is changed.
    pub async fn rehearse(
        &self,
        loaded: &Loaded,
        actor: &Actor,
        moment: &Moment,
        commands: Vec<TenantCommand>,
    ) -> Result<Rehearsal, PortalError> {
        let id = loaded.tenant.to_string();
        let before = Tenant {
            account: Account::clone(&loaded.account),
            profile: self.load_room::<profile::State>(loaded.tenant, &id).await?.0,
            linking: self.load_room::<linking::State>(loaded.tenant, &id).await?.0,
        };
        let mut given = Vec::with_capacity(commands.len());
        for mut command in commands {
            if let TenantCommand::Account(command) = &mut command {
                self.look_up_facts(command).await?;
            }
            given.push((actor.clone(), command));
        }
        Ok(review::rehearse(&self.program, &before, &given, moment))
    }
}
