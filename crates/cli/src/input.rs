//! Longer texts: given as an argument, or read from a file or the standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::failure::Failure;

/// The most that is read, in bytes; every text of the domain is shorter.
pub(crate) const BYTES_MOST: u64 = 1 << 20;

/// The text of an argument; `-` stands for the standard input, of which the last line end is left out.
pub(crate) fn text_of(argument: &str) -> Result<String, Failure> {
    if argument != "-" {
        return Ok(argument.to_owned());
    }
    let text = stdin_text(BYTES_MOST)?;
    let text = text.strip_suffix('\n').unwrap_or(&text);
    Ok(text.strip_suffix('\r').unwrap_or(text).to_owned())
}

/// The text of a file of at most `bytes_most` bytes; `-` stands for the standard input.
pub(crate) fn file_text(path: &str, bytes_most: u64) -> Result<String, Failure> {
    if path == "-" {
        return stdin_text(bytes_most);
    }
    let failed = |error| unreadable(Path::new(path), &error);
    let mut file = File::open(path).map_err(failed)?;
    if file.metadata().map_err(failed)?.is_dir() {
        return Err(Failure::invalid("file_unreadable", format!("{path} is a folder")));
    }
    text(&mut file, path, bytes_most)?.map_err(failed)
}

/// What is told of a file that cannot be read.
pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Failure {
    let message = format!("{} cannot be read: {error}", path.display());
    if error.kind() == io::ErrorKind::NotFound {
        Failure::missing("file_missing", message)
    } else {
        Failure::invalid("file_unreadable", message)
    }
}

fn stdin_text(bytes_most: u64) -> Result<String, Failure> {
    Ok(text(&mut io::stdin().lock(), "the standard input", bytes_most)??)
}

/// What a source holds, if it is text and no more than this; the outer failure is about what it holds.
fn text(source: &mut impl Read, name: &str, bytes_most: u64) -> Result<io::Result<String>, Failure> {
    let mut bytes = Vec::new();
    if let Err(error) = source.take(bytes_most + 1).read_to_end(&mut bytes) {
        return Ok(Err(error));
    }
    if bytes.len() as u64 > bytes_most {
        let failure = Failure::invalid("file_too_large", format!("{name} has more than {bytes_most} bytes"));
        return Err(failure.hint("shorten it, or take it in several parts"));
    }
    String::from_utf8(bytes).map(Ok).map_err(|error| {
        let whole = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
        let line = whole.filter(|byte| **byte == b'\n').count() + 1;
        Failure::invalid("not_text", format!("{name} is not text in UTF-8")).hint(format!("look at line {line}"))
    })
}
