//! Looking at access as a whole: what changes would do before they are made, what was true at a moment, who can do what
//! since when, and what good practice would change. Everything here is advice and reads only (C-039).

mod company;
mod difference;
mod findings;
mod history;
mod rehearsal;

pub use company::{Review, moment};
pub use difference::{Difference, Reach, difference};
pub use findings::{Facts, Finding, FindingKind, GenericLoginStep, Usage, findings, generic_login_steps};
pub use history::{HeldRole, PersonReview, as_of, people, usage};
pub use rehearsal::{AccessChange, Rehearsal, Tenant, TenantCommand, TenantEvent, TenantRefusal, compare, rehearse};

use crate::Permission;
use crate::setting::{Denied, Setting};

/// Whether who asks may look at the access of others: of who they may see with their roles (MENU-36). Operators look at
/// every company.
pub fn may_read(setting: &Setting<'_>) -> Result<(), Denied> {
    if setting.operator().is_ok() {
        return Ok(());
    }
    setting.permitted(&[Permission::ViewUsers]).map(|_| ())
}

#[cfg(test)]
mod tests;
