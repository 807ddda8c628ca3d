//! One question for every file of entries, whichever kind they are.

use alloc::string::String;

use super::{
    Operation, Plan, export_leads, export_opportunities, gate, import_opportunities, transfer, update_opportunities,
};
use crate::pipeline::bulk::Mode;
use crate::pipeline::{Entry, Lead, Opportunity, Refusal};
use crate::setting::Setting;

/// Entries that files hold and change.
pub trait Filed: Entry {
    /// What a file would change; `entries` are all of the company's.
    fn plan<'e>(
        setting: &Setting<'_>,
        operation: Operation,
        entries: impl IntoIterator<Item = &'e Self>,
        text: &str,
        mode: Mode,
    ) -> Result<Plan<Self::Event>, Refusal>
    where
        Self: 'e;

    /// Those of `entries` that whoever asks may see, as a file.
    fn export<'e>(setting: &Setting<'_>, entries: impl IntoIterator<Item = &'e Self>) -> Result<String, Refusal>
    where
        Self: 'e;
}

impl Filed for Opportunity {
    fn plan<'e>(
        setting: &Setting<'_>,
        operation: Operation,
        entries: impl IntoIterator<Item = &'e Self>,
        text: &str,
        mode: Mode,
    ) -> Result<Plan<Self::Event>, Refusal> {
        match operation {
            Operation::Import => import_opportunities(setting, entries, text, mode),
            Operation::Update => update_opportunities(setting, entries, text, mode),
            Operation::Transfer => transfer(setting, entries, text, mode),
            // An export changes nothing and reads no file.
            Operation::Export => Err(Refusal::OperationNotOffered),
        }
    }

    fn export<'e>(setting: &Setting<'_>, entries: impl IntoIterator<Item = &'e Self>) -> Result<String, Refusal> {
        export_opportunities(setting, entries)
    }
}

impl Filed for Lead {
    fn plan<'e>(
        setting: &Setting<'_>,
        operation: Operation,
        entries: impl IntoIterator<Item = &'e Self>,
        text: &str,
        mode: Mode,
    ) -> Result<Plan<Self::Event>, Refusal> {
        gate(setting, Self::ENTRIES, operation)?;
        match operation {
            Operation::Transfer => transfer(setting, entries, text, mode),
            Operation::Import | Operation::Update | Operation::Export => Err(Refusal::OperationNotOffered),
        }
    }

    fn export<'e>(setting: &Setting<'_>, entries: impl IntoIterator<Item = &'e Self>) -> Result<String, Refusal> {
        export_leads(setting, entries)
    }
}
