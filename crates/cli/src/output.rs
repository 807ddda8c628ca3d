//! What goes to stdout: tables for people, JSON and CSV for programs. And what goes to stderr beside it: notes.

use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};

use clap::ValueEnum;
use comfy_table::{ContentArrangement, LineStyle, TableStyle};
use guildhall_core::text::is_deceptive;
use serde::Serialize;

use crate::failure::Failure;

/// How results are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    #[default]
    Table,
    /// For programs: one JSON value, for errors too
    Json,
    /// For spreadsheets: a header line and one line a row; what they would compute begins with an apostrophe
    Csv,
}

/// The colours; `anstream` takes them out where they do not belong.
pub(crate) mod styles {
    use clap::builder::styling::{AnsiColor, Style};

    /// The word `error`.
    pub(crate) const ERROR: Style = AnsiColor::Red.on_default().bold();
    /// The words `hint` and `note`.
    pub(crate) const HINT: Style = AnsiColor::Cyan.on_default();
    /// A yes.
    pub(crate) const YES: Style = AnsiColor::Green.on_default().bold();
    /// A no.
    pub(crate) const NO: Style = AnsiColor::Red.on_default().bold();
}

/// Rows under headings.
#[derive(Debug, Default)]
pub(crate) struct Table {
    headings: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these headings, in lower case as they stand in CSV.
    pub(crate) fn new(headings: &[&'static str]) -> Self {
        Self { headings: headings.to_vec(), rows: Vec::new() }
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// With these rows.
    pub(crate) fn with(mut self, rows: impl IntoIterator<Item = Vec<String>>) -> Self {
        self.rows.extend(rows);
        self
    }

    fn csv(&self) -> io::Result<String> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&self.headings)?;
        for row in &self.rows {
            writer.write_record(row.iter().map(|cell| inert(&escape(cell))))?;
        }
        let bytes = writer.into_inner().map_err(|e| io::Error::other(e.to_string()))?;
        String::from_utf8(bytes).map_err(io::Error::other)
    }

    /// For people, in at most `width` columns if there is a width.
    fn text(&self, width: Option<u16>) -> String {
        let mut table = comfy_table::Table::new();
        table.load_style(TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─')));
        if let Some(width) = width {
            table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
        }
        table.set_header(self.headings.iter().map(|h| capitalized(h)));
        table.add_rows(self.rows.iter().map(|row| row.iter().map(|cell| shown(cell)).collect::<Vec<_>>()));
        table.column_iter_mut().for_each(|column| {
            column.set_padding((0, 2));
        });
        let mut text = String::new();
        for line in table.lines() {
            let _ = writeln!(text, "{}", line.trim_end());
        }
        text
    }
}

/// A cell that a spreadsheet shows and never computes.
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell.to_owned() }
}

/// A cell for people: where there is nothing, one sees that.
fn shown(cell: &str) -> String {
    if cell.is_empty() { "-".to_owned() } else { escape(cell) }
}

fn capitalized(heading: &str) -> String {
    let mut chars = heading.chars();
    chars.next().map(|c| c.to_ascii_uppercase()).into_iter().chain(chars).collect::<String>().replace('_', " ")
}

/// `text` with everything that a terminal would act on, or that hides or reorders text, written out.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if is_deceptive(c) { safe.extend(c.escape_default()) } else { safe.push(c) }
    }
    safe
}

/// Writes results and notes in the chosen form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Printer {
    format: Format,
    quiet: bool,
    silent: bool,
}

impl Printer {
    pub(crate) fn new(format: Format, quiet: bool) -> Self {
        Self { format, quiet, silent: false }
    }

    /// One that says nothing: what a rehearsed command would say is not the rehearsal's answer.
    pub(crate) fn silent() -> Self {
        Self { format: Format::Table, quiet: true, silent: true }
    }

    /// Whether a person may be asked at the terminal.
    pub(crate) fn may_ask(self) -> bool {
        !self.silent && io::stdin().is_terminal()
    }

    /// The form that was chosen.
    pub(crate) fn format(self) -> Format {
        self.format
    }

    /// Whether confirmations and answers that the exit code gives as well are left out. Who asks for JSON or CSV wants it.
    pub(crate) fn is_quiet(self) -> bool {
        self.quiet && self.format == Format::Table
    }

    /// A result that is rows: a table, CSV, or the JSON of `value`.
    pub(crate) fn rows(self, table: &Table, value: &impl Serialize) -> Result<(), Failure> {
        match self.format {
            _ if self.silent => Ok(()),
            Format::Table => write_out(&table.text(width())),
            Format::Json => self.json(value),
            Format::Csv => write_out(&table.csv()?),
        }
    }

    /// The same, with a line below the table for people.
    pub(crate) fn rows_with(self, table: &Table, footer: &str, value: &impl Serialize) -> Result<(), Failure> {
        self.answer(&format!("{}{footer}", table.text(width())), table, value)
    }

    /// A result that people read as text and programs as JSON or as the rows of `table`.
    pub(crate) fn answer(self, text: &str, table: &Table, value: &impl Serialize) -> Result<(), Failure> {
        match self.format {
            _ if self.silent => Ok(()),
            Format::Table => write_out(text),
            Format::Json | Format::Csv => self.rows(table, value),
        }
    }

    /// A file's text as it is, whatever the form of results.
    pub(crate) fn file(self, text: &str) -> Result<(), Failure> {
        if self.silent { Ok(()) } else { write_out(text) }
    }

    /// A file's bytes as they are. They are read if they are written: beside a rehearsal's journal stand no files.
    pub(crate) fn bytes(self, read: impl FnOnce() -> Result<Vec<u8>, Failure>) -> Result<(), Failure> {
        if self.silent {
            return Ok(());
        }
        let bytes = read()?;
        let mut out = io::stdout().lock();
        out.write_all(&bytes)?;
        out.flush()?;
        Ok(())
    }

    /// One JSON value, indented.
    fn json(self, value: &impl Serialize) -> Result<(), Failure> {
        let json = serde_json::to_string_pretty(value).map_err(|e| Failure::internal(e.to_string()))?;
        write_out(&format!("{json}\n"))
    }

    /// One JSON value on one line.
    pub(crate) fn json_line(self, value: &impl Serialize) -> Result<(), Failure> {
        if self.silent {
            return Ok(());
        }
        let json = serde_json::to_string(value).map_err(|e| Failure::internal(e.to_string()))?;
        write_out(&format!("{json}\n"))
    }

    /// Something worth knowing beside the result, on stderr.
    pub(crate) fn note(self, text: &str) {
        if !self.quiet {
            let hint = styles::HINT;
            let _ = writeln!(anstream::stderr(), "{hint}note:{hint:#} {}", escape(text));
        }
    }

    /// Something that has to be seen, on stderr, also with `--quiet`.
    pub(crate) fn warn(self, text: &str) {
        if self.silent {
            return;
        }
        let style = styles::ERROR;
        let _ = writeln!(anstream::stderr(), "{style}warning:{style:#} {}", escape(text));
    }

    /// A yes or no, coloured.
    pub(crate) fn verdict(self, yes: bool, word: &str) -> String {
        let style = if yes { styles::YES } else { styles::NO };
        format!("{style}{word}{style:#}")
    }
}

/// Writes to stdout and through, so that a failure is known.
pub(crate) fn write_out(text: &str) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// The terminal's width; none where the output goes elsewhere, and nothing is cut or wrapped.
fn width() -> Option<u16> {
    let stdout = io::stdout();
    stdout.is_terminal().then(|| terminal_size::terminal_size_of(&stdout).map_or(80, |(width, _)| width.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Table {
        Table::new(&["name", "least_stage"]).with([
            vec!["Ann".to_owned(), "a long remark that does not fit into a narrow terminal".to_owned()],
            vec!["\u{1b}[31mred\n".to_owned(), "=1+1, \"quoted\"".to_owned()],
        ])
    }

    #[test]
    fn a_table_fits_the_terminal() {
        for width in [20u16, 40, 80] {
            let text = sample().text(Some(width));
            assert!(text.lines().all(|l| l.chars().count() <= usize::from(width)), "{width}\n{text}");
        }
        assert!(sample().text(None).contains("narrow terminal"));
    }

    // Threat 40: escapes in names never reach the terminal.
    #[test]
    fn what_a_terminal_would_act_on_is_written_out() {
        let text = sample().text(None);
        assert!(text.contains("\\u{1b}[31mred\\n") && !text.contains('\u{1b}'), "{text}");
        assert_eq!(escape("a\u{202e}b\tc é"), "a\\u{202e}b\\tc é");
    }

    #[test]
    fn csv_has_a_header_and_quotes_what_needs_it() {
        let csv = sample().csv().unwrap();
        assert_eq!(
            csv,
            "name,least_stage\nAnn,a long remark that does not fit into a narrow terminal\n\\u{1b}[31mred\\n,\"'=1+1, \"\"quoted\"\"\"\n"
        );
    }
}
