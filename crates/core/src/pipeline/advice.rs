//! An audit's suggestion: who oversees everything but works on their own entries only needs the narrower role (ROLE-69).

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use super::entry::Entry;
use crate::account::{Actor, Status};
use crate::setting::{Denied, Setting};
use crate::{Id, Permission};

/// A person whose wide role does no more than a narrow one would.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Advice {
    /// The person.
    pub member: Id,
    /// The role that they hold.
    pub role: String,
    /// The role that would be enough.
    pub instead: String,
    /// How many entries they worked on, all of them their own.
    pub entries: usize,
}

/// The suggestions for a company, from what its entries remember. For those who may give the roles in question.
pub fn advise<'e, A: Entry + 'e, B: Entry + 'e>(
    setting: &Setting<'_>,
    opportunities: impl IntoIterator<Item = &'e A>,
    leads: impl IntoIterator<Item = &'e B>,
) -> Result<Vec<Advice>, Denied> {
    setting.permitted(&[Permission::AssignStaffRoles])?;
    let Some((role, instead)) = setting.program.pipeline().narrower_role() else { return Ok(Vec::new()) };
    let mut touched: BTreeMap<Id, Touched> = BTreeMap::new();
    opportunities.into_iter().for_each(|entry| count(entry, &mut touched));
    leads.into_iter().for_each(|entry| count(entry, &mut touched));
    let advice = touched.into_iter().filter(|(member, touched)| {
        let holds = setting.account.member(*member);
        let holds = holds.is_some_and(|m| m.status == Status::Active && m.roles.contains(role));
        holds && touched.others == 0 && touched.own > 0
    });
    Ok(advice
        .map(|(member, touched)| Advice {
            member,
            role: role.to_string(),
            instead: instead.to_string(),
            entries: touched.own,
        })
        .collect())
}

#[derive(Default)]
struct Touched {
    own: usize,
    others: usize,
}

/// An entry is somebody's own if they owned it whenever they changed it.
fn count<E: Entry>(entry: &E, touched: &mut BTreeMap<Id, Touched>) {
    let mut of_entry: BTreeMap<Id, bool> = BTreeMap::new();
    let mut owner = None;
    for change in entry.history().iter() {
        if let Actor::Member(member) = change.stamp.by {
            // A transfer leaves another owner than it found; who gives away what was theirs touched their own.
            let own = change.owner == Some(member) || owner == Some(member);
            of_entry.entry(member).and_modify(|all| *all &= own).or_insert(own);
        }
        owner = change.owner;
    }
    for (member, own) in of_entry {
        let touched = touched.entry(member).or_default();
        if own { touched.own += 1 } else { touched.others += 1 }
    }
}
