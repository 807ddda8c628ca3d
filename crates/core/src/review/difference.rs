//! Two standings side by side: what one opens and may do, and the other not.

use alloc::vec::Vec;

use crate::Permission;
use crate::access::Standing;
use crate::program::{ItemId, Program};

/// What a standing opens and allows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// The pages.
    pub items: Vec<ItemId>,
    /// The actions.
    pub permissions: Vec<Permission>,
}

impl Reach {
    /// Of somebody who stands there.
    #[must_use]
    pub fn of(program: &Program, standing: &Standing) -> Self {
        let items = program.items_with_ids().map(|(id, _)| id).filter(|id| standing.opens(program, *id)).collect();
        let permissions = Permission::ALL.iter().copied().filter(|p| standing.permits(program, *p)).collect();
        Self { items, permissions }
    }

    /// What of this is not of `other`.
    #[must_use]
    pub fn beyond(&self, other: &Self) -> Self {
        Self {
            items: self.items.iter().copied().filter(|item| !other.items.contains(item)).collect(),
            permissions: self.permissions.iter().copied().filter(|p| !other.permissions.contains(p)).collect(),
        }
    }

    /// What of this is of `other` too.
    #[must_use]
    pub fn shared(&self, other: &Self) -> Self {
        self.beyond(&self.beyond(other))
    }

    /// Whether it is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.permissions.is_empty()
    }
}

/// What two people, or two roles, have each for themselves and in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Only the first.
    pub only_first: Reach,
    /// Only the second.
    pub only_second: Reach,
    /// Both.
    pub both: Reach,
}

/// Compares two standings.
#[must_use]
pub fn difference(program: &Program, first: &Standing, second: &Standing) -> Difference {
    let (first, second) = (Reach::of(program, first), Reach::of(program, second));
    Difference { only_first: first.beyond(&second), only_second: second.beyond(&first), both: first.shared(&second) }
}
