//! Files of entries: those that whoever asks may see, with their fields and what only reading tells.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::columns::{Column, find, needed};
use super::{LEAD_COLUMNS, OPPORTUNITY_COLUMNS, Operation, gate};
use crate::Id;
use crate::pipeline::{Entries, Entry, Lead, Opportunity, Refusal, list};
use crate::setting::Setting;
use crate::sheet::Sheet;

/// The headings that are not fields.
pub(super) const ID: &str = "id";
/// The address of the owner.
pub(super) const OWNER: &str = "owner";
/// When the entry changed last; an update that names it is refused if it changed since.
pub(super) const MODIFIED: &str = "last_modified_date";
/// Headings of an opportunity that only reading tells.
pub(super) const READ_ONLY: [&str; 6] =
    ["identifier", "origin", "life_cycle.review_status", "life_cycle.review_status_reason", "created_date", "status"];

/// The opportunities that whoever asks may see, as a file that can be edited and given to an update.
pub fn export_opportunities<'e>(
    setting: &Setting<'_>,
    entries: impl IntoIterator<Item = &'e Opportunity>,
) -> Result<String, Refusal> {
    gate(setting, Entries::Opportunities, Operation::Export)?;
    let headings = [ID, "identifier", OWNER, "origin", "life_cycle.review_status", "created_date", MODIFIED];
    write(
        setting,
        entries,
        OPPORTUNITY_COLUMNS,
        &headings,
        |opportunity, heading| match heading {
            "identifier" => opportunity.identifier().unwrap_or_default(),
            "origin" => opportunity.origin().map(|o| o.to_string()).unwrap_or_default(),
            "life_cycle.review_status" => opportunity.review_status().map(|s| s.to_string()).unwrap_or_default(),
            "created_date" => opportunity.created_at().map(|at| at.to_rfc3339()).unwrap_or_default(),
            MODIFIED => opportunity.last_modified_at().map(|at| at.to_rfc3339()).unwrap_or_default(),
            _ => String::new(),
        },
        |opportunity| opportunity.details().map(|details| details.fields()),
    )
}

/// The leads that whoever asks may see, as a file (ACE-7).
pub fn export_leads<'e>(setting: &Setting<'_>, entries: impl IntoIterator<Item = &'e Lead>) -> Result<String, Refusal> {
    gate(setting, Entries::Leads, Operation::Export)?;
    let status = |lead: &Lead| lead.share().map(|share| share.status(setting.moment.at).to_string());
    write(
        setting,
        entries,
        LEAD_COLUMNS,
        &[ID, OWNER, "status", MODIFIED],
        |lead, heading| match heading {
            "status" => status(lead).unwrap_or_default(),
            MODIFIED => lead.last_modified_at().map(|at| at.to_rfc3339()).unwrap_or_default(),
            _ => String::new(),
        },
        |lead| lead.details().map(|details| details.fields()),
    )
}

/// An empty file with the headings of an import, each group once.
pub fn template(setting: &Setting<'_>) -> Result<String, Refusal> {
    gate(setting, Entries::Opportunities, Operation::Import)?;
    let mut sheet = Sheet::new();
    OPPORTUNITY_COLUMNS.iter().for_each(|column| sheet.cell(&column.name(0)));
    sheet.end_row();
    Ok(sheet.finish())
}

fn write<'e, E: Entry + 'e, T: 'static>(
    setting: &Setting<'_>,
    entries: impl IntoIterator<Item = &'e E>,
    columns: &'static [Column<T>],
    headings: &[&str],
    cell: impl Fn(&E, &str) -> String,
    fields: impl Fn(&'e E) -> Option<&'e T>,
) -> Result<String, Refusal> {
    let entries = list(setting, entries)?;
    let most = setting.program.pipeline().bulk().export_rows_most;
    if entries.len() > most as usize {
        return Err(Refusal::TooManyRows { most });
    }
    let rows: Vec<(&E, &T)> = entries.into_iter().filter_map(|entry| fields(entry).map(|f| (entry, f))).collect();
    let places = needed(columns, &rows.iter().map(|(_, fields)| *fields).collect::<Vec<_>>());
    let mut sheet = Sheet::new();
    headings.iter().for_each(|heading| sheet.cell(heading));
    places.iter().for_each(|place| sheet.cell(&place.column.name(place.index)));
    sheet.end_row();
    for (entry, fields) in rows {
        for heading in headings {
            match *heading {
                ID => sheet.cell(&entry.id().map(|id| id.to_string()).unwrap_or_default()),
                OWNER => sheet.cell(&owner_address(setting, entry.owner())),
                other => sheet.cell(&cell(entry, other)),
            }
        }
        places.iter().for_each(|place| sheet.cell(&place.column.get(fields, place.index).unwrap_or_default()));
        sheet.end_row();
    }
    Ok(sheet.finish())
}

/// The owner's address, also of one who was removed (C-036).
pub(super) fn owner_address(setting: &Setting<'_>, owner: Option<Id>) -> String {
    let member = owner.and_then(|id| setting.account.member(id));
    member.map(|m| m.email.as_str().to_string()).unwrap_or_default()
}

/// Whether a heading means something in a file of these entries.
pub(super) fn is_known(entries: Entries, heading: &str) -> bool {
    let special = [ID, OWNER, MODIFIED].into_iter().chain(READ_ONLY);
    special.into_iter().any(|known| known.eq_ignore_ascii_case(heading))
        || match entries {
            Entries::Opportunities => find(OPPORTUNITY_COLUMNS, heading).is_some(),
            Entries::Leads => find(LEAD_COLUMNS, heading).is_some(),
        }
}
