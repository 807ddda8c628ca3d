//! `guildhall trail --follow`: what happens from now on.

use std::fs;
use std::thread;
use std::time::Duration;

use guildhall_core::trail::{Entry, headings, rows};

use super::{Trail, entry};
use crate::commands::events::told;
use crate::commands::room::{Who, ask};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Format, escape};

/// How long is waited before the journal is looked at again.
const PAUSE: Duration = Duration::from_millis(250);

/// Writes what is looked for, and then what more of it happens. Whoever reads it goes away, or interrupts it.
pub(super) fn follow(context: &Context<'_>, trail: &Trail) -> Result<Exit, Failure> {
    let path = context.journal_path()?;
    let (mut length, mut seen) = (None, 0);
    loop {
        let now = fs::metadata(&path).ok().map(|meta| meta.len());
        if length.is_none() || now != length {
            // The journal is let go before anything is written: who reads slowly keeps nobody from writing.
            match newer(context, trail, seen) {
                Ok((text, last)) => {
                    (length, seen) = (now, last);
                    context.out.file(&text)?;
                }
                // Whoever writes will have done so soon.
                Err(failure) if failure.is_busy() => {}
                Err(failure) => return Err(failure),
            }
        }
        thread::sleep(PAUSE);
    }
}

/// What is looked for among the records behind `seen`, and the last of them.
fn newer(context: &Context<'_>, trail: &Trail, seen: u64) -> Result<(String, u64), Failure> {
    ask(context, Who::Either, |asked| {
        let (query, _) = trail.query(asked)?;
        let (mut found, mut last): (Vec<Entry>, u64) = (Vec::new(), seen);
        for record in asked.desk.journal.of_company(asked.tenant).filter(|record| record.seq > seen) {
            last = record.seq;
            found.extend(Some(entry(record)?).filter(|entry| query.matches(entry)));
        }
        let most = query.most.filter(|_| seen == 0).unwrap_or(usize::MAX);
        let found = found.split_off(found.len().saturating_sub(most));
        let text = match context.out.format() {
            Format::Csv if seen == 0 => headings() + &rows(asked.account, &found),
            Format::Csv => rows(asked.account, &found),
            Format::Json => {
                let lines = found.iter().map(|entry| serde_json::to_string(entry).map(|line| line + "\n"));
                lines.collect::<Result<String, _>>().map_err(|error| Failure::internal(error.to_string()))?
            }
            Format::Table => found
                .iter()
                .map(|entry| {
                    let at = entry.at.format("%Y-%m-%d %H:%M:%S");
                    let (who, what) = (entry.who(asked.account), told(asked.account, &entry.event));
                    format!("{at}  {}  {}  {}  {}\n", escape(&who), entry.room, entry.name, escape(&what))
                })
                .collect(),
        };
        Ok((text, last))
    })
}
