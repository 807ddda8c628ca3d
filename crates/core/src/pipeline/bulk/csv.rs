//! Comma-separated rows, read in memory. The apostrophe that [`crate::sheet`] puts before what a spreadsheet would take
//! for a formula is taken away again.

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use csv_core::{ReadRecordResult, Reader};
use serde::Serialize;

use crate::pipeline::Refusal;
use crate::program::BulkLimits;
use crate::sheet::bare;

/// A fault of one cell, of a row, or of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CellFault {
    /// The line in the file, from 1, on which the row begins.
    pub line: u64,
    /// The number of the cell in its row, from 1; `None` where the row as a whole is meant.
    pub column: Option<usize>,
    /// The heading of the column, or the field that has none; empty where the row as a whole is meant.
    pub field: String,
    /// A stable code.
    pub code: String,
}

impl CellFault {
    /// A fault of the row as a whole.
    pub(super) fn row(line: u64, code: &str) -> Self {
        Self { line, column: None, field: String::new(), code: code.to_string() }
    }

    pub(super) fn cell(line: u64, column: usize, field: &str, code: &str) -> Self {
        Self { line, column: Some(column), field: field.to_string(), code: code.to_string() }
    }
}

/// A row as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// The line on which it begins, from 1.
    pub(super) line: u64,
    /// Its cells.
    pub(super) cells: Vec<String>,
    /// Whether it had more cells than a row may have; the rest is dropped.
    pub(super) too_wide: bool,
}

/// Reads all rows of a file, the headings being the first. Blank lines do not count.
pub(super) fn read(text: &str, limits: &BulkLimits) -> Result<Vec<Row>, Refusal> {
    if text.len() > limits.bytes_most as usize {
        return Err(Refusal::FileTooLarge { most: limits.bytes_most });
    }
    let mut input = text.as_bytes().to_vec();
    // Ends the last row, unless a quotation is still open there.
    input.push(b'\n');
    let mut source = Source {
        reader: Reader::new(),
        cells: vec![0; input.len() + 1],
        ends: vec![0; limits.columns_most as usize + 1],
        rest: &input,
    };
    let mut rows = Vec::new();
    while let Some(row) = source.row(limits)? {
        // The headings are no row of the file's.
        if rows.len() > limits.rows_most as usize {
            return Err(Refusal::TooManyRows { most: limits.rows_most });
        }
        rows.push(row);
    }
    Ok(rows)
}

struct Source<'a> {
    reader: Reader,
    cells: Vec<u8>,
    ends: Vec<usize>,
    rest: &'a [u8],
}

impl Source<'_> {
    fn row(&mut self, limits: &BulkLimits) -> Result<Option<Row>, Refusal> {
        let blank = self.rest.iter().take_while(|b| matches!(b, b'\r' | b'\n'));
        let line = self.reader.line() + blank.filter(|b| **b == b'\n').count() as u64;
        let (mut written, mut ended, mut too_wide) = (0, 0, false);
        loop {
            let at_end = self.rest.is_empty();
            let cells = self.cells.get_mut(written..).unwrap_or_default();
            let ends = self.ends.get_mut(ended..).unwrap_or_default();
            let (result, read, wrote, end) = self.reader.read_record(self.rest, cells, ends);
            self.rest = self.rest.get(read..).unwrap_or_default();
            written += wrote;
            ended += end;
            match result {
                ReadRecordResult::Record if at_end => {
                    let cells = [CellFault::row(line, "quote_not_closed")].into();
                    return Err(Refusal::InvalidFile { cells });
                }
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(None),
                ReadRecordResult::OutputEndsFull => {
                    too_wide = true;
                    ended = 0;
                }
                ReadRecordResult::InputEmpty | ReadRecordResult::OutputFull => {}
            }
        }
        if too_wide || ended > limits.columns_most as usize {
            return Ok(Some(Row { line, cells: Vec::new(), too_wide: true }));
        }
        let mut from = 0;
        let mut cells = Vec::with_capacity(ended);
        for end in self.ends.iter().take(ended) {
            let bytes = self.cells.get(from..*end).unwrap_or_default();
            cells.push(bare(&String::from_utf8_lossy(bytes)).to_string());
            from = *end;
        }
        Ok(Some(Row { line, cells, too_wide: false }))
    }
}
