//! Comma-separated rows, written in memory. A cell that a spreadsheet would take for a formula is written with an
//! apostrophe before it.

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use csv_core::Writer;

/// Writes rows.
#[derive(Debug)]
pub struct Sheet {
    writer: Writer,
    text: Vec<u8>,
    buffer: Vec<u8>,
    begun: bool,
}

impl Sheet {
    /// An empty file.
    #[must_use]
    pub fn new() -> Self {
        Self { writer: Writer::new(), text: Vec::new(), buffer: vec![0; 256], begun: false }
    }

    /// Writes a cell.
    pub fn cell(&mut self, text: &str) {
        if self.begun {
            let (_, written) = self.writer.delimiter(&mut self.buffer);
            self.take(written);
        }
        self.begun = true;
        let guarded = if is_guardable(text) { alloc::format!("'{text}") } else { text.to_string() };
        // Every byte a quotation mark that is doubled, and the marks around.
        let most = guarded.len() * 2 + 2;
        if self.buffer.len() < most {
            self.buffer.resize(most, 0);
        }
        let (_, _, written) = self.writer.field(guarded.as_bytes(), &mut self.buffer);
        self.take(written);
    }

    /// Ends a row.
    pub fn end_row(&mut self) {
        let (_, written) = self.writer.terminator(&mut self.buffer);
        self.take(written);
        self.begun = false;
    }

    fn take(&mut self, written: usize) {
        self.text.extend_from_slice(self.buffer.get(..written).unwrap_or_default());
    }

    /// Writes a row.
    pub fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) {
        cells.into_iter().for_each(|cell| self.cell(cell.as_ref()));
        self.end_row();
    }

    /// The file.
    #[must_use]
    pub fn finish(self) -> String {
        String::from_utf8_lossy(&self.text).into_owned()
    }
}

impl Default for Sheet {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether a spreadsheet may take a text for a formula or a command.
fn is_formula(text: &str) -> bool {
    matches!(
        text.chars().next(),
        Some(
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '|' | '%' | '\u{FF1D}' | '\u{FF0B}' | '\u{FF0D}' | '\u{FF20}'
        )
    )
}

/// Whether an apostrophe before it has to be told from the guard: apostrophes, then a formula.
fn is_guardable(text: &str) -> bool {
    is_formula(text.trim_start_matches('\''))
}

/// The text without its guard.
pub(crate) fn bare(text: &str) -> &str {
    text.strip_prefix('\'').filter(|_| is_guardable(text)).unwrap_or(text)
}
