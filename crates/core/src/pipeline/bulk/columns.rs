//! The columns of a file: one table for reading, writing and comparing. A column is named as the field is in the API;
//! groups are numbered, as in `customer.contacts[0].email`; the values of a list stand in one cell, parted by `; `.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::pipeline::check::{GROUP_MOST, LIST_MOST};
use crate::pipeline::fields::{LeadFields, OpportunityFields};

/// What parts the values of a list in a cell.
const PARTS: &str = "; ";

/// How a column reaches its field in the fields `T`.
enum Access<T> {
    /// A text. `None` where a group has no such number; the second makes the group, if it may have that many.
    Text(fn(&T, usize) -> Option<&String>, fn(&mut T, usize) -> Option<&mut String>),
    /// A list of texts.
    List(fn(&T) -> &Vec<String>, fn(&mut T) -> &mut Vec<String>),
}

/// A column, or as many as a group has numbers.
pub(in crate::pipeline) struct Column<T> {
    /// What stands before the number, or the whole name.
    prefix: &'static str,
    /// What stands behind the number; `None` where there is no number.
    suffix: Option<&'static str>,
    access: Access<T>,
}

/// A column of a file: which of the table, and the number of its group.
pub(super) struct Place<T: 'static> {
    pub(super) column: &'static Column<T>,
    pub(super) index: usize,
}

impl<T> Column<T> {
    /// The name of the column with this number.
    pub(super) fn name(&self, index: usize) -> String {
        self.suffix.map_or_else(|| self.prefix.to_string(), |suffix| format!("{}[{index}].{suffix}", self.prefix))
    }

    /// How many numbers a column may have.
    fn numbers(&self) -> usize {
        if self.suffix.is_some() { GROUP_MOST } else { 1 }
    }

    /// The cell; `None` where the group has no such number.
    pub(super) fn get(&self, fields: &T, index: usize) -> Option<String> {
        match self.access {
            Access::Text(get, _) => get(fields, index).cloned(),
            Access::List(get, _) => Some(get(fields).join(PARTS)),
        }
    }

    /// Puts a cell in. A blank one makes no group.
    pub(super) fn set(&self, fields: &mut T, index: usize, cell: &str) {
        match self.access {
            Access::Text(get, reach) => {
                if cell.trim().is_empty() && get(fields, index).is_none() {
                    return;
                }
                if let Some(text) = reach(fields, index) {
                    *text = cell.to_string();
                }
            }
            Access::List(_, reach) => {
                let parts = cell.split(';').map(str::trim).filter(|part| !part.is_empty());
                // One more than a list may have, so that the form says so and nothing is cut in silence.
                *reach(fields) = parts.take(LIST_MOST + 1).map(ToString::to_string).collect();
            }
        }
    }
}

/// The column that a heading means.
pub(super) fn find<T>(columns: &'static [Column<T>], heading: &str) -> Option<Place<T>> {
    let heading = heading.trim();
    let places = columns.iter().flat_map(|column| (0..column.numbers()).map(move |index| Place { column, index }));
    places.into_iter().find(|place| place.column.name(place.index).eq_ignore_ascii_case(heading))
}

/// The columns that a file of these fields needs: all, but of groups only as many as one of them has.
pub(super) fn needed<T>(columns: &'static [Column<T>], all: &[&T]) -> Vec<Place<T>> {
    let used = |column: &Column<T>, index: usize| all.iter().any(|fields| column.get(fields, index).is_some());
    let places = columns.iter().flat_map(|column| (0..column.numbers()).map(move |index| Place { column, index }));
    places.filter(|place| place.column.suffix.is_none() || used(place.column, place.index)).collect()
}

/// The names of the columns in which two differ.
pub(in crate::pipeline) fn changed<T>(columns: &'static [Column<T>], before: &T, after: &T) -> Vec<String> {
    let places = columns.iter().flat_map(|column| (0..column.numbers()).map(move |index| (column, index)));
    places
        .filter(|(column, index)| {
            column.get(before, *index).unwrap_or_default() != column.get(after, *index).unwrap_or_default()
        })
        .map(|(column, index)| column.name(index))
        .collect()
}

/// The group with this number; makes it, if there may be so many.
fn grow<G: Default>(groups: &mut Vec<G>, index: usize) -> Option<&mut G> {
    if index < GROUP_MOST && groups.len() <= index {
        groups.resize_with(index + 1, G::default);
    }
    groups.get_mut(index)
}

macro_rules! column {
    (text $first:ident $(. $rest:ident)*) => {
        Column {
            prefix: concat!(stringify!($first) $(, ".", stringify!($rest))*),
            suffix: None,
            access: Access::Text(|f, _| Some(&f.$first$(.$rest)*), |f, _| Some(&mut f.$first$(.$rest)*)),
        }
    };
    (list $first:ident $(. $rest:ident)*) => {
        Column {
            prefix: concat!(stringify!($first) $(, ".", stringify!($rest))*),
            suffix: None,
            access: Access::List(|f| &f.$first$(.$rest)*, |f| &mut f.$first$(.$rest)*),
        }
    };
    (group $first:ident $(. $rest:ident)* [] $inner:ident $(. $more:ident)*) => {
        Column {
            prefix: concat!(stringify!($first) $(, ".", stringify!($rest))*),
            suffix: Some(concat!(stringify!($inner) $(, ".", stringify!($more))*)),
            access: Access::Text(
                |f, i| f.$first$(.$rest)*.get(i).map(|g| &g.$inner$(.$more)*),
                |f, i| grow(&mut f.$first$(.$rest)*, i).map(|g| &mut g.$inner$(.$more)*),
            ),
        }
    };
}

/// The columns of a file of opportunities.
pub(in crate::pipeline) const OPPORTUNITY_COLUMNS: &[Column<OpportunityFields>] = &[
    column!(text partner_opportunity_identifier),
    column!(text customer.account.company_name),
    column!(text customer.account.industry),
    column!(text customer.account.other_industry),
    column!(text customer.account.website_url),
    column!(text customer.account.aws_account_id),
    column!(text customer.account.duns),
    column!(text customer.account.address.street_address),
    column!(text customer.account.address.city),
    column!(text customer.account.address.state_or_region),
    column!(text customer.account.address.postal_code),
    column!(text customer.account.address.country_code),
    column!(group customer.contacts[] email),
    column!(group customer.contacts[] first_name),
    column!(group customer.contacts[] last_name),
    column!(group customer.contacts[] business_title),
    column!(group customer.contacts[] phone),
    column!(text project.title),
    column!(text project.customer_business_problem),
    column!(text project.customer_use_case),
    column!(list project.delivery_models),
    column!(group project.expected_customer_spend[] amount),
    column!(group project.expected_customer_spend[] currency_code),
    column!(group project.expected_customer_spend[] frequency),
    column!(group project.expected_customer_spend[] target_company),
    column!(group project.expected_customer_spend[] estimation_url),
    column!(text project.expected_contract_duration.term),
    column!(text project.expected_contract_duration.value),
    column!(list project.apn_programs),
    column!(list project.sales_activities),
    column!(text project.competitor_name),
    column!(text project.other_competitor_names),
    column!(text project.other_solution_description),
    column!(text project.additional_comments),
    column!(text project.related_opportunity_identifier),
    column!(text opportunity_type),
    column!(text national_security),
    column!(list primary_needs_from_aws),
    column!(text region),
    column!(text marketing.campaign_name),
    column!(text marketing.source),
    column!(list marketing.use_cases),
    column!(list marketing.channels),
    column!(text marketing.aws_funding_used),
    column!(text software_revenue.delivery_model),
    column!(text software_revenue.value.amount),
    column!(text software_revenue.value.currency_code),
    column!(text software_revenue.effective_date),
    column!(text software_revenue.expiration_date),
    column!(list related_entity_identifiers.solutions),
    column!(list related_entity_identifiers.aws_products),
    column!(list related_entity_identifiers.aws_marketplace_offers),
    column!(group opportunity_team[] email),
    column!(group opportunity_team[] first_name),
    column!(group opportunity_team[] last_name),
    column!(group opportunity_team[] business_title),
    column!(group opportunity_team[] phone),
    column!(text life_cycle.stage),
    column!(text life_cycle.closed_lost_reason),
    column!(text life_cycle.next_steps),
    column!(text life_cycle.target_close_date),
];

/// The columns of a file of leads.
pub(in crate::pipeline) const LEAD_COLUMNS: &[Column<LeadFields>] = &[
    column!(text customer.company_name),
    column!(text customer.industry),
    column!(text customer.website_url),
    column!(text customer.address.street_address),
    column!(text customer.address.city),
    column!(text customer.address.state_or_region),
    column!(text customer.address.postal_code),
    column!(text customer.address.country_code),
    column!(text customer.aws_maturity),
    column!(text customer.market_segment),
    column!(text qualification_status),
    column!(text region),
    column!(text marketing.campaign_name),
    column!(text marketing.source),
    column!(list marketing.use_cases),
    column!(list marketing.channels),
    column!(text marketing.aws_funding_used),
    column!(group interactions[] source_type),
    column!(group interactions[] source_id),
    column!(group interactions[] source_name),
    column!(group interactions[] usecase),
    column!(group interactions[] interaction_date),
    column!(group interactions[] customer_action),
    column!(group interactions[] business_problem),
    column!(group interactions[] contact.email),
    column!(group interactions[] contact.first_name),
    column!(group interactions[] contact.last_name),
    column!(group interactions[] contact.business_title),
    column!(group interactions[] contact.phone),
];
