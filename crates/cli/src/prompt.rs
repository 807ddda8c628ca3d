//! Asks a person, on a terminal only: a script never hangs on a question.

use std::io::{self, BufRead, IsTerminal, Write};

use crate::failure::Failure;

/// The word to confirm with: as given, or typed if a person sits at the terminal. Without both it is empty, and the
/// decision says which word it wants.
pub(crate) fn confirmation(given: Option<&str>, what: &str, word: &str) -> Result<String, Failure> {
    if let Some(given) = given {
        return Ok(given.to_owned());
    }
    if !io::stdin().is_terminal() {
        return Ok(String::new());
    }
    let mut asked = anstream::stderr();
    write!(asked, "{what}. Type {word} to go on: ")?;
    asked.flush()?;
    let mut typed = String::new();
    io::stdin().lock().read_line(&mut typed)?;
    Ok(typed)
}
