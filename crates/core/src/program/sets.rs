//! Small integers for roles, paths, stages and items, and bit sets of them, so that a decision is a few instructions.

use serde::{Deserialize, Serialize};

/// Declares a small id and the set of them.
macro_rules! small_ids {
    ($(#[doc = $id_doc:literal])+ $id:ident, $(#[doc = $set_doc:literal])+ $set:ident, $bits:ty, $most:literal) => {
        $(#[doc = $id_doc])+
        ///
        /// It has a meaning only together with the programme that gave it; what is stored are the ids in text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $id(pub(crate) u8);

        impl $id {
            /// How many of them a programme may define.
            pub const MOST: usize = $most;

            /// Its place in the programme's list.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }

        $(#[doc = $set_doc])+
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub struct $set($bits);

        impl $set {
            /// The empty set.
            pub const EMPTY: Self = Self(0);

            /// The set of the first `n` ids of a programme.
            #[must_use]
            pub const fn first(n: usize) -> Self {
                if n >= $most { Self(<$bits>::MAX) } else { Self((1 << n) - 1) }
            }

            /// Adds `id`.
            pub const fn insert(&mut self, id: $id) {
                self.0 |= 1 << id.0;
            }

            /// Takes `id` away.
            pub const fn remove(&mut self, id: $id) {
                self.0 &= !(1 << id.0);
            }

            /// Whether `id` is in the set.
            #[must_use]
            pub const fn contains(self, id: $id) -> bool {
                self.0 & (1 << id.0) != 0
            }

            /// Whether the two sets share a member.
            #[must_use]
            pub const fn meets(self, other: Self) -> bool {
                self.0 & other.0 != 0
            }

            /// What is in both.
            #[must_use]
            pub const fn and(self, other: Self) -> Self {
                Self(self.0 & other.0)
            }

            /// What is in either.
            #[must_use]
            pub const fn or(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// What is in this set and not in `other`.
            #[must_use]
            pub const fn without(self, other: Self) -> Self {
                Self(self.0 & !other.0)
            }

            /// Whether nothing is in it.
            #[must_use]
            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// How many are in it.
            #[must_use]
            pub const fn len(self) -> usize {
                self.0.count_ones() as usize
            }

            /// The members, in the programme's order.
            pub fn iter(self) -> impl Iterator<Item = $id> {
                (0..$most as u8).map($id).filter(move |id| self.contains(*id))
            }
        }

        impl FromIterator<$id> for $set {
            fn from_iter<I: IntoIterator<Item = $id>>(ids: I) -> Self {
                let mut set = Self::EMPTY;
                ids.into_iter().for_each(|id| set.insert(id));
                set
            }
        }
    };
}

small_ids! {
    /// A role of a programme.
    RoleId,
    /// A set of roles.
    RoleSet, u32, 32
}
small_ids! {
    /// A path of a programme.
    PathId,
    /// A set of paths.
    PathSet, u32, 32
}
small_ids! {
    /// A stage of a programme; later stages are greater.
    StageId,
    /// A set of stages.
    StageSet, u32, 32
}

/// An item of a programme's menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub(crate) u16);

impl ItemId {
    /// Its place in the programme's menu.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in() {
        let mut set: RoleSet = [RoleId(0), RoleId(31)].into_iter().collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), [RoleId(0), RoleId(31)]);
        set.remove(RoleId(0));
        assert!(!set.contains(RoleId(0)) && set.contains(RoleId(31)) && set.len() == 1);
        assert_eq!(RoleSet::first(32).len(), 32);
        assert_eq!(RoleSet::first(9).len(), 9);
        assert!(RoleSet::first(0).is_empty());
    }
}
