//! The menu as one person sees it.

use alloc::vec::Vec;

use super::Standing;
use crate::program::{ItemId, MenuItem, Program, Section};

/// A section with the items that are open; sections without any are left out.
#[derive(Clone, Debug)]
pub struct MenuSection<'a> {
    /// The section.
    pub section: &'a Section,
    /// Its open items, in the programme's order.
    pub entries: Vec<MenuEntry<'a>>,
}

/// An open item.
#[derive(Clone, Copy, Debug)]
pub struct MenuEntry<'a> {
    /// Its id.
    pub id: ItemId,
    /// Its row.
    pub item: &'a MenuItem,
}

/// The menu of somebody: exactly the items that [`Standing::opens`] (HOME-6, HOME-8).
#[must_use]
pub fn menu<'a>(program: &'a Program, standing: &Standing) -> Vec<MenuSection<'a>> {
    let open: Vec<MenuEntry<'a>> = program
        .items_with_ids()
        .filter(|(id, _)| standing.opens(program, *id))
        .map(|(id, item)| MenuEntry { id, item })
        .collect();
    program
        .sections()
        .iter()
        .enumerate()
        .map(|(index, section)| MenuSection {
            section,
            entries: open.iter().copied().filter(|e| e.item.section == index).collect(),
        })
        .filter(|s| !s.entries.is_empty())
        .collect()
}
