//! `guildhall search`: over everything that the person may see (the SEARCH rules).
//!
//! The journal keeps no index: every record is looked at, in the words that an index would hold, and within the reach of
//! whoever asks.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use clap::Args;
use guildhall_core::Id;
use guildhall_core::search::{
    Candidate, Door, Entry, Found, Query, Reach, RecordType, Results, indexed, pages, people, reach, search, terms,
};
use guildhall_core::tasks;

use super::room::{Asked, Who, ask};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Table, escape};
use crate::words;

/// Search pages, opportunities, tasks, cases, people, content and what else the person may see
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall search cloud mig --as bo@acme.example
  guildhall search riga --type opportunity --type lead --as ann@acme.example
  guildhall search a --all person --as ann@acme.example")]
pub(crate) struct Search {
    /// Words that all have to occur; the last letters of each may be left out
    #[arg(value_name = "WORD", required = true)]
    words: Vec<String>,
    /// Only records of this type; repeatable
    #[arg(long = "type", value_name = "TYPE")]
    types: Vec<String>,
    /// Show all hits of this type, not only the best
    #[arg(long, value_name = "TYPE")]
    all: Option<String>,
}

impl Search {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let query = self.query()?;
        let results =
            ask(context, Who::Member, |asked| Ok(search(&asked.setting(), Door::Api, &query, found(asked, &query)?)?))?;
        context.out.answer(&text(&results), &table(&results), &results)?;
        Ok(Exit::Done)
    }

    fn query(&self) -> Result<Query, Failure> {
        let unknown = |word: &str| {
            let known: Vec<&str> = RecordType::ALL.iter().map(|record| record.id()).collect();
            let failure = Failure::usage("type_unknown", format!("there is no type {word:?}"));
            failure.hint(format!("known: {}", known.join(", ")))
        };
        let words = self.words.join(" ");
        let query = Query::parse(&words).map_err(|fault| {
            let code = fault.code();
            Failure::invalid(code, format!("the words cannot be looked for: {}", words::of_fault(code).0))
        })?;
        let known = |word: &String| word.parse::<RecordType>().map_err(|_| unknown(word));
        let types = self.types.iter().map(known).collect::<Result<Vec<RecordType>, Failure>>()?;
        let view_all = self.all.as_ref().map(known).transpose()?;
        Ok(Query { types, view_all, ..query })
    }
}

/// Everything of the company and the programme that holds the words, within the reach of whoever asks.
fn found(asked: &Asked<'_>, query: &Query) -> Result<Vec<Found>, Failure> {
    let setting = asked.setting();
    let (me, _) = setting.me()?;
    let standing = asked.account.standing(setting.program, me);
    let (now, today) = (setting.moment.at, asked.room::<tasks::State>().today(setting.moment.at));
    let reach_of = |record| reach(setting.program, me, &standing, Door::Api, record);
    let (book, terms) = (&asked.desk.book, terms(query.words.as_str()));
    let records = [Some(asked.tenant), None].into_iter().flat_map(|tenant| book.searchable(tenant));
    let everything = people(asked.account).into_iter().map(|entry| (asked.tenant, entry)).chain(records);
    // The best first: those with the words in the title.
    let mut hits: BTreeMap<RecordType, Vec<(bool, String, Candidate)>> = BTreeMap::new();
    for (document, entry) in everything {
        let is_due = entry.from.is_none_or(|day| day <= today) && entry.until.is_none_or(|end| end >= now);
        let in_reach = match reach_of(entry.record) {
            Some(Reach::All) => true,
            Some(Reach::Own) => entry.owner == Some(me),
            None => false,
        };
        if !(is_due && in_reach) {
            continue;
        }
        if let Some(in_title) = holds(&entry, &terms) {
            let id: Id = entry.id.unwrap_or(document);
            let (title, owner) = (entry.title.clone(), entry.owner);
            let candidate = Candidate::new(entry.record, id.to_string(), title, owner);
            hits.entry(entry.record).or_default().push((!in_title, indexed(&entry.title), candidate));
        }
    }
    let mut all = vec![pages(setting.program, &standing, query)];
    all.extend(hits.into_iter().map(|(record, mut hits)| {
        hits.sort_by(|a, b| (a.0, &a.1, &a.2.id).cmp(&(b.0, &b.1, &b.2.id)));
        let hits: Vec<Candidate> = hits.into_iter().map(|(_, _, candidate)| candidate).collect();
        Found { record, total: hits.len(), hits }
    }));
    Ok(all)
}

/// Whether every term occurs in the record, and if so whether all of them do in its title.
fn holds(entry: &Entry, terms: &[Vec<String>]) -> Option<bool> {
    if terms.is_empty() {
        return None;
    }
    let [title, text] = [&entry.title, &entry.text].map(|text| indexed(text));
    let [title, text] = [&title, &text].map(|text| text.split(' ').collect::<Vec<_>>());
    let in_title = |term: &Vec<String>| occurs(term, &title);
    let everywhere = terms.iter().all(|term| in_title(term) || occurs(term, &text));
    everywhere.then(|| terms.iter().all(in_title))
}

/// Whether the words of a term stand in a row; the last one may go on.
fn occurs(term: &[String], words: &[&str]) -> bool {
    let Some((last, whole)) = term.split_last() else { return false };
    words.windows(term.len()).any(|row| {
        let ends = row.last().is_some_and(|word| word.starts_with(last.as_str()));
        ends && row.iter().zip(whole).all(|(word, wanted)| word == wanted)
    })
}

fn text(results: &Results) -> String {
    if results.tables.is_empty() {
        return "nothing was found\n".to_owned();
    }
    let mut text = String::new();
    for table in &results.tables {
        let _ = writeln!(text, "{} ({})", table.record.id().replace('_', " "), table.total);
        for row in &table.rows {
            let _ = writeln!(text, "  {}  {}", escape(&row.title), escape(&row.id));
        }
        if table.view_all {
            let _ = writeln!(text, "  ... all of them with --all {}", table.record.id());
        }
    }
    text
}

fn table(results: &Results) -> Table {
    let rows = results.tables.iter().flat_map(|table| {
        table.rows.iter().map(|row| vec![table.record.id().to_owned(), row.title.clone(), row.id.clone()])
    });
    Table::new(&["type", "title", "id"]).with(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    // Rules: SEARCH-2
    #[test]
    fn a_term_is_words_in_a_row() {
        let words: Vec<&str> = "lead larkspur example cloud".split(' ').collect();
        for (typed, expected) in
            [("lead", true), ("lead@lark", true), ("lark@lead", false), ("larks", true), ("spur", false), ("cl", true)]
        {
            assert_eq!(occurs(&terms(typed)[0], &words), expected, "{typed}");
        }
    }
}
