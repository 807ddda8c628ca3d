//! Files that change entries: import, update, transfer.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::DateTime;

use super::columns::{Place, find};
use super::csv::{CellFault, Row, read};
use super::export::{ID, MODIFIED, OWNER, is_known};
use super::plan::{EntryEvents, Mode, Outcome, Plan, PlannedRow};
use super::{OPPORTUNITY_COLUMNS, Operation, gate};
use crate::Id;
use crate::pipeline::{
    Entries, Entry, Opportunity, OpportunityCommand, OpportunityEvent, OpportunityFields, Refusal, view,
};
use crate::setting::Setting;

/// The headings of a file.
struct Header {
    texts: Vec<String>,
}

impl Header {
    /// Reads the headings: at least one, none twice, none unknown.
    fn read(entries: Entries, rows: &[Row], needed: &[&str]) -> Result<Self, Refusal> {
        let Some(first) = rows.first() else {
            return Err(Refusal::InvalidFile { cells: [CellFault::row(1, "no_headings")].into() });
        };
        let mut faults = Vec::new();
        if first.too_wide {
            faults.push(CellFault::row(first.line, "too_many_columns"));
        }
        let texts: Vec<String> = first.cells.iter().map(|cell| cell.trim().to_ascii_lowercase()).collect();
        let mut seen = BTreeSet::new();
        for (column, text) in (1..).zip(&texts) {
            let shown: String = text.chars().take(100).collect();
            if !is_known(entries, text) {
                faults.push(CellFault::cell(first.line, column, &shown, "unknown_heading"));
            } else if !seen.insert(text) {
                faults.push(CellFault::cell(first.line, column, &shown, "heading_twice"));
            }
        }
        for name in needed.iter().filter(|name| !texts.iter().any(|text| text == *name)) {
            let missing = "heading_missing".to_string();
            faults.push(CellFault { line: first.line, column: None, field: (*name).to_string(), code: missing });
        }
        if faults.is_empty() { Ok(Self { texts }) } else { Err(Refusal::InvalidFile { cells: faults }) }
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.texts.iter().position(|text| text == name)
    }

    fn cell<'r>(&self, row: &'r Row, name: &str) -> &'r str {
        self.column(name).and_then(|i| row.cells.get(i)).map_or("", |cell| cell.trim())
    }

    /// A fault of a field: at its column if the file has one.
    fn fault(&self, line: u64, field: &str, code: &str) -> CellFault {
        let column = self.column(field).map(|i| i + 1);
        CellFault { line, column, field: field.to_string(), code: code.to_string() }
    }

    /// What is wrong with a row before its cells are looked at.
    fn shape(&self, row: &Row, most: u32) -> Vec<CellFault> {
        if row.too_wide {
            return [CellFault::row(row.line, "too_many_columns")].into();
        }
        if row.cells.len() != self.texts.len() {
            return [CellFault::row(row.line, "wrong_number_of_cells")].into();
        }
        let long = |cell: &str| cell.chars().count() > most as usize;
        let cells = (1..).zip(row.cells.iter().zip(&self.texts));
        cells
            .filter(|(_, (cell, _))| long(cell))
            .map(|(column, (_, name))| CellFault::cell(row.line, column, name, "too_long"))
            .collect()
    }

    /// A refusal of the row's command, at its cells.
    fn refused(&self, line: u64, refusal: &Refusal) -> Vec<CellFault> {
        if let Refusal::InvalidInput { faults } = refusal {
            return faults.iter().map(|f| self.fault(line, &f.field, &f.code)).collect();
        }
        [CellFault::row(line, refusal.code())].into()
    }

    /// The columns of fields, with their places in a row.
    fn places(&self) -> Vec<(usize, Place<OpportunityFields>)> {
        let found = self.texts.iter().enumerate().map(|(i, text)| (i, find(OPPORTUNITY_COLUMNS, text)));
        found.filter_map(|(i, place)| place.map(|place| (i, place))).collect()
    }

    /// The headings that no field and none of `used` has.
    fn ignored(&self, used: &[&str]) -> Vec<String> {
        let idle = |text: &&String| find(OPPORTUNITY_COLUMNS, text).is_none() && !used.contains(&text.as_str());
        self.texts.iter().filter(idle).cloned().collect()
    }
}

fn row_of(line: u64, entry: Option<Id>, title: &str, outcome: Outcome) -> PlannedRow {
    PlannedRow { line, entry, title: title.to_string(), outcome }
}

/// New opportunities from a file; who imports them owns them. `known` are the company's opportunities: what is there
/// already, by its id or by its number in the partner's own system, is not imported again (ACE-6, ACE-13).
pub fn import_opportunities<'e>(
    setting: &Setting<'_>,
    known: impl IntoIterator<Item = &'e Opportunity>,
    text: &str,
    mode: Mode,
) -> Result<Plan<OpportunityEvent>, Refusal> {
    gate(setting, Entries::Opportunities, Operation::Import)?;
    let limits = setting.program.pipeline().bulk();
    let rows = read(text, limits)?;
    let header = Header::read(Entries::Opportunities, &rows, &["customer.account.company_name", "project.title"])?;
    let (mut ids, mut numbers) = (BTreeSet::new(), BTreeSet::new());
    for entry in known {
        ids.extend(entry.id().map(|id| id.to_string()));
        numbers.extend(entry.details().map(|d| d.fields().partner_opportunity_identifier.clone()));
    }
    numbers.remove("");
    let places = header.places();
    let mut plan = Plan::new(mode, header.ignored(&[ID]));
    for (n, row) in (0..).zip(rows.iter().skip(1)) {
        let mut faults = header.shape(row, limits.field_characters_most);
        if ids.contains(header.cell(row, ID)) {
            faults.push(header.fault(row.line, ID, "exists_already"));
        }
        let number = header.cell(row, "partner_opportunity_identifier");
        if !number.is_empty() && !numbers.insert(number.to_string()) {
            faults.push(header.fault(row.line, "partner_opportunity_identifier", "exists_already"));
        }
        let mut fields = OpportunityFields::default();
        fill(&places, row, &mut fields);
        let entry = setting.moment.id(n);
        let command = OpportunityCommand::Create { entry: Some(entry), fields: Box::new(fields) };
        let decided = decide(&Opportunity::default(), setting, &command, &header, row, faults);
        let title = header.cell(row, "project.title");
        plan_row(&mut plan, row.line, Some(entry), title, decided);
    }
    Ok(plan)
}

/// Changes of fields from a file: a row names its entry in the column `id`; a column that the file has is written, a
/// blank cell clears its field, a column that it has not stays (ACE-6, ACE-13).
pub fn update_opportunities<'e>(
    setting: &Setting<'_>,
    entries: impl IntoIterator<Item = &'e Opportunity>,
    text: &str,
    mode: Mode,
) -> Result<Plan<OpportunityEvent>, Refusal> {
    gate(setting, Entries::Opportunities, Operation::Update)?;
    let limits = setting.program.pipeline().bulk();
    let rows = read(text, limits)?;
    let header = Header::read(Entries::Opportunities, &rows, &[ID])?;
    let places = header.places();
    let mut targets = Targets::of(entries);
    let mut plan = Plan::new(mode, header.ignored(&[ID, MODIFIED]));
    for row in rows.iter().skip(1) {
        let mut faults = header.shape(row, limits.field_characters_most);
        let Some(entry) = targets.take(setting, &header, row, &mut faults) else {
            plan.push(row_of(row.line, None, "", Outcome::Refused { faults }), None);
            continue;
        };
        let seen = header.cell(row, MODIFIED);
        let stale = DateTime::parse_from_rfc3339(seen).ok().map(|at| at.to_utc()) != entry.last_modified_at();
        if !seen.is_empty() && stale {
            faults.push(header.fault(row.line, MODIFIED, "changed_meanwhile"));
        }
        let mut fields = entry.details().map(|details| details.fields().clone()).unwrap_or_default();
        fill(&places, row, &mut fields);
        // What is sent back as it was downloaded asks for nothing, also where nothing may be changed now.
        let same = faults.is_empty() && entry.details().is_some_and(|details| *details.fields() == fields);
        let decided = if same {
            Ok((Vec::new(), Outcome::Unchanged))
        } else {
            let command = OpportunityCommand::Edit { fields: Box::new(fields) };
            decide(entry, setting, &command, &header, row, faults)
        };
        plan_row(&mut plan, row.line, entry.id(), entry.title(), decided);
    }
    Ok(plan)
}

/// New owners from a file: the columns `id` and `owner`, which holds an address (ACE-6, ACE-7, ACE-13, ACE-14).
pub fn transfer<'e, E: Entry + 'e>(
    setting: &Setting<'_>,
    entries: impl IntoIterator<Item = &'e E>,
    text: &str,
    mode: Mode,
) -> Result<Plan<E::Event>, Refusal> {
    gate(setting, E::ENTRIES, Operation::Transfer)?;
    let limits = setting.program.pipeline().bulk();
    let rows = read(text, limits)?;
    let header = Header::read(E::ENTRIES, &rows, &[ID, OWNER])?;
    let ignored = header.texts.iter().filter(|t| !matches!(t.as_str(), ID | OWNER)).cloned().collect();
    let mut targets = Targets::of(entries);
    let mut plan = Plan::new(mode, ignored);
    for row in rows.iter().skip(1) {
        let mut faults = header.shape(row, limits.field_characters_most);
        let entry = targets.take(setting, &header, row, &mut faults);
        let to = owner_of(setting, &header, row, &mut faults);
        let Some((entry, to)) = entry.zip(to) else {
            plan.push(row_of(row.line, None, "", Outcome::Refused { faults }), None);
            continue;
        };
        let unchanged = entry.owner() == Some(to) && faults.is_empty();
        let decided = if unchanged {
            Ok((Vec::new(), Outcome::Unchanged))
        } else {
            let events = decide(entry, setting, &E::transfer(to), &header, row, faults);
            events.map(|(events, _)| (events, Outcome::Transferred { to }))
        };
        plan_row(&mut plan, row.line, entry.id(), entry.title(), decided);
    }
    Ok(plan)
}

/// The member whose address stands in the column of the owner.
fn owner_of(setting: &Setting<'_>, header: &Header, row: &Row, faults: &mut Vec<CellFault>) -> Option<Id> {
    let typed = header.cell(row, OWNER);
    let read = crate::identity::EmailAddress::parse(typed, setting.program.email().test_mode);
    let email = match read {
        Ok(email) => email,
        Err(fault) => {
            faults.push(header.fault(row.line, OWNER, fault.code()));
            return None;
        }
    };
    let found = setting.account.member_by_address(&email).map(|(id, _)| id);
    if found.is_none() {
        faults.push(header.fault(row.line, OWNER, Refusal::MemberMissing.code()));
    }
    found
}

/// Puts the cells of a row into fields.
fn fill(places: &[(usize, Place<OpportunityFields>)], row: &Row, fields: &mut OpportunityFields) {
    for (i, place) in places {
        place.column.set(fields, place.index, row.cells.get(*i).map_or("", String::as_str));
    }
}

/// The entries that rows may name, each once.
struct Targets<'e, E> {
    by_id: BTreeMap<Id, &'e E>,
    taken: BTreeSet<Id>,
}

impl<'e, E: Entry> Targets<'e, E> {
    fn of(entries: impl IntoIterator<Item = &'e E>) -> Self {
        let by_id = entries.into_iter().filter_map(|entry| entry.id().map(|id| (id, entry))).collect();
        Self { by_id, taken: BTreeSet::new() }
    }

    /// The entry that a row names. What whoever asks may not see shows nothing of itself.
    fn take(
        &mut self,
        setting: &Setting<'_>,
        header: &Header,
        row: &Row,
        faults: &mut Vec<CellFault>,
    ) -> Option<&'e E> {
        let text = header.cell(row, ID);
        let code = match text.parse::<Id>() {
            Err(_) if text.is_empty() => "required",
            Err(_) => "not_an_id",
            Ok(id) => match self.by_id.get(&id) {
                None => Refusal::EntryMissing.code(),
                Some(_) if !self.taken.insert(id) => "twice_in_file",
                Some(entry) => match view(setting, *entry) {
                    Ok(entry) => return Some(entry),
                    Err(refusal) => refusal.code(),
                },
            },
        };
        faults.push(header.fault(row.line, ID, code));
        None
    }
}

/// The events of a row with what they come to, or its faults.
type Decided<E> = Result<(Vec<E>, Outcome), Vec<CellFault>>;

/// Asks the entry itself; its faults join those that were found before.
fn decide<E: Entry>(
    entry: &E,
    setting: &Setting<'_>,
    command: &E::Command,
    header: &Header,
    row: &Row,
    mut faults: Vec<CellFault>,
) -> Decided<E::Event> {
    // Cells that stand under wrong headings say nothing.
    if faults.iter().any(|fault| fault.column.is_none() && fault.field.is_empty()) {
        return Err(faults);
    }
    match entry.decide(setting, command) {
        Ok(events) if faults.is_empty() => {
            let outcome = outcome_of(entry, &events);
            Ok((events, outcome))
        }
        Ok(_) => Err(faults),
        Err(refusal) => {
            let more = header.refused(row.line, &refusal);
            faults.extend(more.into_iter().filter(|new| !faults.contains(new)).collect::<Vec<_>>());
            Err(faults)
        }
    }
}

/// What a row's events come to: read from the history that they leave.
fn outcome_of<E: Entry>(entry: &E, events: &[E::Event]) -> Outcome {
    if events.is_empty() {
        return Outcome::Unchanged;
    }
    if entry.id().is_none() {
        return Outcome::Created;
    }
    let mut after = entry.clone();
    events.iter().for_each(|event| after.apply(event));
    let fields = after.history().iter().rev().take(events.len()).flat_map(|change| change.fields.clone()).collect();
    Outcome::Updated { fields }
}

fn plan_row<E>(plan: &mut Plan<E>, line: u64, entry: Option<Id>, title: &str, decided: Decided<E>) {
    match decided {
        Ok((events, outcome)) => {
            let change = entry.filter(|_| !events.is_empty()).map(|entry| EntryEvents { entry, events });
            plan.push(row_of(line, entry, title, outcome), change);
        }
        Err(faults) => plan.push(row_of(line, None, title, Outcome::Refused { faults }), None),
    }
}
