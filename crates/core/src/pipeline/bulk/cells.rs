//! Fields by name: what a form, a table or a list of changes calls them is what a file calls them.

use alloc::string::String;
use alloc::vec::Vec;

use super::columns::{Column, LEAD_COLUMNS, OPPORTUNITY_COLUMNS, find};
use crate::pipeline::fields::{LeadFields, OpportunityFields};

/// Fields that are reached by the names of their columns.
pub trait Cells: Clone + Default + 'static {
    /// The text of a field, the values of a list parted by `; `. `None` where there is no such field, or no group with
    /// that number.
    fn cell(&self, name: &str) -> Option<String>;

    /// Puts a text into a field; answers whether there is such a field. A blank one makes no group.
    fn put(&mut self, name: &str, text: &str) -> bool;

    /// The names of all fields that have a text, in the order of a file.
    fn filled(&self) -> Vec<String>;

    /// The names of all fields, in the order of a file; of groups those with the first number.
    #[must_use]
    fn names() -> Vec<String>;
}

impl Cells for OpportunityFields {
    fn cell(&self, name: &str) -> Option<String> {
        cell(OPPORTUNITY_COLUMNS, self, name)
    }

    fn put(&mut self, name: &str, text: &str) -> bool {
        put(OPPORTUNITY_COLUMNS, self, name, text)
    }

    fn filled(&self) -> Vec<String> {
        super::changed(OPPORTUNITY_COLUMNS, &Self::default(), self)
    }

    fn names() -> Vec<String> {
        OPPORTUNITY_COLUMNS.iter().map(|column| column.name(0)).collect()
    }
}

impl Cells for LeadFields {
    fn cell(&self, name: &str) -> Option<String> {
        cell(LEAD_COLUMNS, self, name)
    }

    fn put(&mut self, name: &str, text: &str) -> bool {
        put(LEAD_COLUMNS, self, name, text)
    }

    fn filled(&self) -> Vec<String> {
        super::changed(LEAD_COLUMNS, &Self::default(), self)
    }

    fn names() -> Vec<String> {
        LEAD_COLUMNS.iter().map(|column| column.name(0)).collect()
    }
}

fn cell<T>(columns: &'static [Column<T>], fields: &T, name: &str) -> Option<String> {
    let place = find(columns, name)?;
    place.column.get(fields, place.index)
}

fn put<T>(columns: &'static [Column<T>], fields: &mut T, name: &str, text: &str) -> bool {
    let place = find(columns, name);
    if let Some(place) = &place {
        place.column.set(fields, place.index, text);
    }
    place.is_some()
}
