//! Longer texts: given as an argument, or read from the standard input.

use std::io::{self, Read};

use crate::failure::Failure;

/// The most that is read, in bytes; every text of the domain is shorter.
const BYTES_MOST: u64 = 1 << 20;

/// The text of an argument; `-` stands for the standard input, of which the last line end is left out.
pub(crate) fn text_of(argument: &str) -> Result<String, Failure> {
    if argument != "-" {
        return Ok(argument.to_owned());
    }
    let mut bytes = Vec::new();
    io::stdin().lock().take(BYTES_MOST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > BYTES_MOST {
        return Err(Failure::invalid("too_long", "the standard input has more than 1 MiB"));
    }
    let text = String::from_utf8(bytes)
        .map_err(|_| Failure::invalid("not_text", "the standard input is not text in UTF-8"))?;
    let text = text.strip_suffix('\n').unwrap_or(&text);
    Ok(text.strip_suffix('\r').unwrap_or(text).to_owned())
}
