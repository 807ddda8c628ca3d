//! What the commands of rooms have in common: who asks, the question, the command, the answer.
//!
//! How to add a room's command (`language.rs` is the smallest that has all of it):
//!
//! 1. The room stands in the table of [`crate::rooms`]. A new room is one line there.
//! 2. A file in `commands/`: a clap struct with the arguments as people type them, and `run`. A question calls [`ask`] and
//!    prints with `context.out.rows`; a command calls [`run`] with a closure that makes the core's command from the
//!    arguments and one that words each event. [`Who`] says whether a member, the operator or either of them asks. Where
//!    several commands belong to one decision, call `context.decide` instead, as `tasks/complete.rs` does.
//! 3. Facts that the core asks an adapter for (who owns an address, what is on record) are read from the book and the
//!    journal: nothing is taken from the arguments that the journal knows.
//! 4. A `mod` line and a variant in `commands/mod.rs`; hints for new codes of refusals and faults in `words.rs`.
//! 5. A transcript in `tests/cli/` with the happy and the refused case, and `UPDATE_GOLDEN=1 cargo test -p guildhall-cli
//!    reference` for the reference page.

use std::borrow::Cow;
use std::io::{self, BufRead, Write};

use guildhall_core::Id;
use guildhall_core::account::{Account, Actor};
use guildhall_core::room::RoomRefusal;
use guildhall_core::setting::Setting;

use super::shared::done;
use crate::context::{Context, Desk, Reading, find_person};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::journal::Access;
use crate::output::escape;
use crate::rooms::{Kept, Key};
use crate::words;

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// The member of `--as`, who has to be named.
    Member,
    /// The operator.
    Operator,
    /// The member of `--as`, or without it the operator.
    Either,
}

impl Who {
    /// The company that is meant, and who asks.
    pub(super) fn find(self, context: &Context<'_>, desk: &Desk) -> Result<(Id, Actor), Failure> {
        match self {
            Self::Member => context.actor(desk),
            // Who names a member means the member; the core then says that only operators do this.
            Self::Operator | Self::Either => context.member_or_operator(desk),
        }
    }
}

/// A company as somebody asks about it.
pub(super) struct Asked<'a> {
    pub(super) desk: &'a Desk,
    pub(super) tenant: Id,
    pub(super) account: &'a Account,
    reading: Reading<'a>,
}

impl<'a> Asked<'a> {
    fn new(context: &'a Context<'_>, desk: &'a Desk, tenant: Id, actor: &Actor) -> Result<Self, Failure> {
        let account = context.company_of_id(desk, tenant)?;
        let reading = context.reading(desk, account, actor.clone())?;
        Ok(Self { desk, tenant, account, reading })
    }

    /// What the core reads besides the room.
    pub(super) fn setting(&self) -> Setting<'_> {
        self.reading.setting()
    }

    /// The one document that the company has of a room.
    pub(super) fn room<R: Kept>(&self) -> Cow<'a, R> {
        self.desk.book.room(Key::of_company(self.tenant))
    }

    /// What a room refused whoever asks.
    pub(super) fn refused(&self, refusal: &impl RoomRefusal) -> Failure {
        Failure::refused(refusal, &self.setting())
    }

    /// The id of a person by address or id.
    pub(super) fn person(&self, name: &str) -> Result<Id, Failure> {
        Ok(find_person(self.account, name)?.id)
    }
}

/// Answers a question about a company's rooms.
pub(super) fn ask<T>(
    context: &Context<'_>,
    who: Who,
    question: impl FnOnce(&Asked<'_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let desk = context.open(Access::Read)?;
    let (tenant, actor) = who.find(context, &desk)?;
    let asked = Asked::new(context, &desk, tenant, &actor)?;
    question(&asked).map_err(|failure| failure.explained_in(&asked.setting()))
}

/// Runs a command in the one document that a company has of a room. `make` makes it from the arguments; `tell` words what
/// happened, for people.
pub(super) fn run<R: Kept>(
    context: &Context<'_>,
    who: Who,
    make: impl FnOnce(&Asked<'_>) -> Result<R::Command, Failure>,
    tell: impl Fn(&Account, &R::Event) -> Option<String>,
) -> Result<Exit, Failure> {
    run_in::<R>(context, who, |asked| Ok((Key::of_company(asked.tenant), make(asked)?)), tell)
}

/// The same in one of several documents: `make` also says in which.
pub(super) fn run_in<R: Kept>(
    context: &Context<'_>,
    who: Who,
    make: impl FnOnce(&Asked<'_>) -> Result<(Key, R::Command), Failure>,
    tell: impl Fn(&Account, &R::Event) -> Option<String>,
) -> Result<Exit, Failure> {
    let mut desk = context.open(Access::Write)?;
    let (tenant, actor) = who.find(context, &desk)?;
    let asked = Asked::new(context, &desk, tenant, &actor)?;
    let (key, command) = make(&asked).map_err(|failure| failure.explained_in(&asked.setting()))?;
    let (events, outcome) = context.submit_room::<R>(&mut desk, key, &actor, &command)?;
    let account = context.company_of_id(&desk, tenant)?;
    let lines: Vec<String> = events.iter().filter_map(|event| tell(account, event)).collect();
    done(context, &outcome, &lines)
}

/// The id that is meant by `typed`: an id, or the beginning of one of `known`.
pub(super) fn pick(known: impl IntoIterator<Item = Id>, typed: &str, what: &'static str) -> Result<Id, Failure> {
    if let Ok(id) = typed.parse() {
        return Ok(id);
    }
    let mut fitting = known.into_iter().filter(|id| !typed.is_empty() && id.to_string().starts_with(typed));
    match (fitting.next(), fitting.next()) {
        (Some(id), None) => Ok(id),
        (Some(_), Some(_)) => {
            let message = format!("several have an id that begins with {typed:?}");
            Err(Failure::usage("id_ambiguous", message).hint("write more of it"))
        }
        (None, _) => Err(missing(what, format!("nothing here has an id that begins with {typed:?}"))),
    }
}

/// Something named that is not there, with the hint that a room's refusal of this code has.
pub(super) fn missing(code: &'static str, message: impl Into<String>) -> Failure {
    let failure = Failure::missing(code, message);
    match words::hint_of_room(code) {
        Some(hint) => failure.hint(hint),
        None => failure,
    }
}

/// Whether `yes` was passed or, on a terminal, is typed. The journal is read for the question and let go while the person
/// thinks.
pub(super) fn confirmed(
    context: &Context<'_>,
    yes: bool,
    question: impl FnOnce(&Desk) -> Result<String, Failure>,
) -> Result<bool, Failure> {
    if yes || !context.out.may_ask() {
        return Ok(yes);
    }
    let question = question(&context.open(Access::Read)?)?;
    let mut asked = anstream::stderr();
    write!(asked, "{} [y/N] ", escape(&question))?;
    asked.flush()?;
    let mut typed = String::new();
    io::stdin().lock().read_line(&mut typed)?;
    Ok(["y", "yes"].contains(&typed.trim().to_ascii_lowercase().as_str()))
}

/// The address of a person, or their id where the account does not know them.
pub(super) fn email(account: &Account, id: Id) -> String {
    account.member(id).map_or_else(|| id.to_string(), |member| member.email.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_may_be_shortened_while_it_is_clear() {
        let known = [Id::from_bits(0x1a << 120), Id::from_bits(0x1b << 120), Id::from_bits(0x2c << 120)];
        for (typed, expected) in [("2", Some(2)), ("1a", Some(0)), ("1", None), ("", None), ("3", None)] {
            assert_eq!(pick(known, typed, "missing").ok(), expected.map(|n: usize| known[n]), "{typed:?}");
        }
        let unknown = Id::from_bits(7);
        assert_eq!(pick(known, &unknown.to_string(), "missing").unwrap(), unknown, "the core tells that it is missing");
    }
}
