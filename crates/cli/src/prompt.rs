//! Asks a person, on a terminal only: a script never hangs on a question.

use std::io::{self, BufRead, Write};

use crate::context::{Context, Desk};
use crate::failure::Failure;
use crate::journal::Access;
use crate::output::escape;

/// The word to confirm with: as given, or typed if a person sits at the terminal. Without both it is empty, and the
/// decision says which word it wants. The journal is read for the question and let go while the person thinks.
pub(crate) fn confirmation(
    context: &Context<'_>,
    given: Option<&str>,
    question: impl FnOnce(&Desk) -> Result<String, Failure>,
) -> Result<String, Failure> {
    if let Some(given) = given {
        return Ok(given.to_owned());
    }
    if !context.out.may_ask() {
        return Ok(String::new());
    }
    let question = question(&context.open(Access::Read)?)?;
    let word = &context.program()?.limits().confirmation_word;
    let mut asked = anstream::stderr();
    write!(asked, "{}. Type {} to go on: ", escape(&question), escape(word))?;
    asked.flush()?;
    let mut typed = String::new();
    io::stdin().lock().read_line(&mut typed)?;
    Ok(typed)
}
