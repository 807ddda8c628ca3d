//! `guildhall rehearse`: command lines run on a copy of the journal, and who would gain and lose what.
//!
//! The lines are those of this program, so that every command can be rehearsed and a file that was rehearsed can be run.

use std::path::Path;

use clap::{Args, Parser as _};
use guildhall_core::account::{Account, Event, RoleFault};
use guildhall_core::explain::Explanation;
use guildhall_core::review::compare;
use guildhall_core::setting::Setting;
use guildhall_core::{Id, Moment};
use serde::Serialize;

use super::Commands;
use super::reach::Reached;
use super::shared::{counted, listed};
use crate::arguments::{Cli, Global};
use crate::book::Book;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::file_text;
use crate::journal::{Access, Journal, Record};
use crate::output::{Format, Table, escape};

/// The largest file that is read, in bytes.
const BYTES_MAX: u64 = 1 << 20;
/// The most commands that it may hold.
const COMMANDS_MOST: usize = 1000;

/// Rehearse commands: what each would do or why not, and who would gain and lose which pages and actions
///
/// The file holds one command a line as it is typed here, with or without the word guildhall; blank lines and lines that
/// begin with # are skipped. A command that is refused changes nothing and the next ones go on. Nothing is recorded.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  guildhall rehearse plan.txt
  guildhall rehearse - --as ann@acme.example < plan.txt")]
pub(crate) struct Rehearse {
    /// The file, or - for standard input
    #[arg(value_name = "FILE")]
    file: String,
}

/// What one line would do.
#[derive(Serialize)]
struct Line {
    line: usize,
    command: String,
    /// The names of what would happen.
    events: Vec<&'static str>,
    /// Single changes of roles that would not be made.
    prohibited: Vec<Prohibited>,
    /// Why nothing of it.
    refusal: Option<Failure>,
}

/// A change of a role that would not be made.
#[derive(Serialize)]
struct Prohibited {
    person: String,
    role: String,
    message: String,
    explanation: Explanation,
}

/// What a person would gain and lose.
#[derive(Serialize)]
struct Change<'a> {
    company: String,
    member: Id,
    name: String,
    gains: Reached<'a>,
    loses: Reached<'a>,
}

#[derive(Serialize)]
struct Answer<'a> {
    commands: Vec<Line>,
    changes: Vec<Change<'a>>,
}

impl Rehearse {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let text = file_text(&self.file, BYTES_MAX)?;
        let lines = commands(&text)?;
        let program = context.program()?;
        let before = context.open(Access::Read)?;
        // A private copy that goes when this ends, however it ends.
        let folder = tempfile::tempdir()?;
        let copy = folder.path().join("journal.jsonl");
        std::fs::copy(before.journal.path(), &copy)?;
        let mut told = Vec::new();
        for (line, command) in lines {
            told.push(rehearsed(context, &copy, line, command)?);
        }
        let after = Book::of(Journal::open(&copy, Access::Read)?.records())?;
        let nobody = Account::default();
        let changes = after.accounts().iter().flat_map(|(tenant, now)| {
            let then = before.book.account(*tenant).unwrap_or(&nobody);
            compare(program, then, now).into_iter().map(|change| {
                let (gains, loses) = Reached::of_change(program, &change);
                Change {
                    company: now.company_name().to_owned(),
                    member: change.member,
                    name: change.name,
                    gains,
                    loses,
                }
            })
        });
        let answer = Answer { commands: told, changes: changes.collect() };
        let mut table = Table::new(&["line", "command", "outcome", "code"]);
        for line in &answer.commands {
            let prohibited = line.prohibited.iter().map(|change| change.explanation.code);
            let codes: Vec<&str> = line.refusal.iter().map(Failure::code).chain(prohibited).collect();
            let code = listed(codes);
            table.row([line.line.to_string(), line.command.clone(), line.outcome(), code]);
        }
        context.out.answer(&answer.text(), &table, &answer)?;
        Ok(if answer.commands.iter().any(Line::is_refused) { Exit::Refused } else { Exit::Done })
    }
}

/// The commands of a file, each with the number of its line.
fn commands(text: &str) -> Result<Vec<(usize, &str)>, Failure> {
    let lines = (1..).zip(text.lines().map(str::trim));
    let found: Vec<(usize, &str)> = lines.filter(|(_, l)| !l.is_empty() && !l.starts_with('#')).collect();
    match found.len() {
        0 => Err(Failure::invalid("no_commands", "there is no command to rehearse").hint("write one a line")),
        1..=COMMANDS_MOST => Ok(found),
        _ => Err(Failure::invalid("too_many_commands", format!("at most {COMMANDS_MOST} commands are rehearsed"))),
    }
}

/// Runs one command on the copy.
fn rehearsed(context: &Context<'_>, copy: &Path, line: usize, command: &str) -> Result<Line, Failure> {
    let count = || Ok::<usize, Failure>(Journal::open(copy, Access::Read)?.records().len());
    let before = count()?;
    let refusal = match parsed(context.global, copy, command) {
        Ok(cli) => match cli.command.run(&context.rehearsing(&cli.global)) {
            Ok(_) if count()? > before => None,
            Ok(_) => Some(Failure::usage("records_nothing", "this command records nothing").hint("leave it out")),
            Err(failure) => Some(failure),
        },
        Err(failure) => Some(failure),
    };
    let journal = Journal::open(copy, Access::Read)?;
    let records = journal.records().get(before..).unwrap_or_default();
    let book = Book::of(journal.records())?;
    Ok(Line {
        line,
        command: command.to_owned(),
        events: records.iter().map(|record| record.event.name()).collect(),
        prohibited: prohibited(context, &book, records)?,
        refusal,
    })
}

/// The single changes of roles that were prohibited among these records.
fn prohibited(context: &Context<'_>, book: &Book, records: &[Record]) -> Result<Vec<Prohibited>, Failure> {
    let program = context.program()?;
    let mut found = Vec::new();
    for record in records {
        let account = record.tenant.and_then(|tenant| book.account(tenant));
        let (Some(account), Some(Event::RoleChangeRefused { member, role, code, .. })) =
            (account, record.event.in_account())
        else {
            continue;
        };
        let Some(fault) = RoleFault::ALL.into_iter().find(|fault| fault.code() == code) else { continue };
        let moment = Moment { at: record.at, fresh: *member, source: record.source.clone(), request: String::new() };
        let setting = Setting { program, account, actor: &record.actor, moment: &moment };
        found.push(Prohibited {
            person: account.member(*member).map_or_else(|| member.to_string(), |m| m.email.to_string()),
            role: role.clone(),
            message: fault.to_string(),
            explanation: fault.explain(role, &setting),
        });
    }
    Ok(found)
}

/// A line as the command that it is, on the copy, with the options of the rehearsal where it has none of its own.
fn parsed(global: &Global, copy: &Path, command: &str) -> Result<Cli, Failure> {
    let bad = |message: &str| Failure::usage("usage", message.to_owned());
    let words = shlex::split(command).ok_or_else(|| bad("a quotation mark is not closed"))?;
    let skip = usize::from(words.first().is_some_and(|word| word == "guildhall"));
    let words = ["guildhall".to_owned()].into_iter().chain(words.into_iter().skip(skip));
    let mut cli = Cli::try_parse_from(words).map_err(|error| {
        let text = error.render().to_string();
        bad(text.lines().next().unwrap_or_default().trim_start_matches("error: "))
    })?;
    // A trail may be followed for ever; the others write where nobody silences them.
    if matches!(cli.command, Commands::Rehearse(_) | Commands::Trail(_) | Commands::Completions(_) | Commands::Man(_)) {
        return Err(bad("this command is not rehearsed"));
    }
    let own = &mut cli.global;
    own.journal = Some(copy.to_owned());
    own.programme.clone_from(&global.programme);
    own.company = own.company.take().or_else(|| global.company.clone());
    own.acting = own.acting.take().or_else(|| global.acting.clone());
    own.operator = own.operator.take().or_else(|| global.operator.clone());
    own.test_mode = global.test_mode;
    (own.output, own.quiet) = (Format::Table, true);
    Ok(cli)
}

impl Line {
    fn is_refused(&self) -> bool {
        self.refusal.is_some() || !self.prohibited.is_empty()
    }

    fn outcome(&self) -> String {
        match &self.refusal {
            Some(refusal) => refusal.message().to_owned(),
            None => listed(self.events.iter().copied()),
        }
    }
}

impl Answer<'_> {
    fn text(&self) -> String {
        let mut text = String::new();
        for line in &self.commands {
            let sign = if line.is_refused() { "refused" } else { "done" };
            text.push_str(&format!("line {}, {sign}: {}\n", line.line, escape(&line.command)));
            match &line.refusal {
                Some(refusal) => text.push_str(&refusal.told()),
                None => text.push_str(&format!("  {}\n", line.outcome())),
            }
            for change in &line.prohibited {
                text.push_str(&format!("  {} {}: {}\n", escape(&change.person), change.role, change.message));
                change
                    .explanation
                    .steps
                    .iter()
                    .for_each(|step| text.push_str(&format!("  - {}\n", escape(&step.to_string()))));
            }
        }
        if self.changes.is_empty() {
            text.push_str("nobody would gain or lose a page or an action\n");
        }
        for change in &self.changes {
            text.push_str(&format!("{} of {}\n", escape(&change.name), escape(&change.company)));
            change.gains.tell(&mut text, "opens", "may");
            change.loses.tell(&mut text, "no longer opens", "may no longer");
        }
        let refused = self.commands.iter().filter(|line| line.is_refused()).count();
        text.push_str(&format!(
            "{}, {refused} refused; nothing was recorded\n",
            counted(self.commands.len(), "command")
        ));
        text
    }
}
