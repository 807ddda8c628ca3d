//! Judges commands on operators' accounts.

use alloc::vec;
use alloc::vec::Vec;

use super::{BILLING, CONSOLE, Command, Event, OPERATORS_MOST, Operator, Refusal, State, Status};
use crate::Id;
use crate::account::Faults;
use crate::setting::Setting;
use crate::text::{Name, folded};

/// The names by which the portal itself signs what it does.
const RESERVED: [&str; 2] = [CONSOLE, BILLING];

/// Whether two names would be taken for each other.
pub(super) fn same(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

pub(super) fn decide(state: &State, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Add { name, email } => add(state, setting, name, email),
        Command::Disable { operator } => {
            let found = of_console(state, setting, *operator)?;
            becomes(found, Status::Disabled, Event::OperatorDisabled { operator: *operator })
        }
        Command::Enable { operator } => {
            let found = of_console(state, setting, *operator)?;
            becomes(found, Status::Active, Event::OperatorEnabled { operator: *operator })
        }
        Command::NotePasswordChange { operator } => {
            own(state, setting, *operator)?;
            Ok(vec![Event::OperatorPasswordChanged { operator: *operator }])
        }
        Command::NoteTokenCreated { operator, name, expires_at } => {
            let holder = own(state, setting, *operator)?;
            if holder.status == Status::Disabled {
                return Err(Refusal::OperatorDisabled);
            }
            let mut faults = Faults::default();
            let name: Option<Name> = faults.line("name", name);
            if *expires_at <= setting.moment.at {
                faults.push("expires_at", "past");
            }
            let name = faults.whole(name)?;
            Ok(vec![Event::OperatorTokenCreated { operator: *operator, name, expires_at: *expires_at }])
        }
        Command::NoteTokenRevoked { operator, name } => {
            own(state, setting, *operator)?;
            let mut faults = Faults::default();
            let name: Option<Name> = faults.line("name", name);
            Ok(vec![Event::OperatorTokenRevoked { operator: *operator, name: faults.whole(name)? }])
        }
    }
}

fn add(state: &State, setting: &Setting<'_>, name: &str, email: &str) -> Result<Vec<Event>, Refusal> {
    console(setting)?;
    let mut faults = Faults::default();
    let name: Option<Name> = faults.line("name", name);
    // A name that the portal itself uses would make two authors out of one word.
    if name.as_ref().is_some_and(|name| RESERVED.iter().any(|reserved| same(name.as_str(), reserved))) {
        faults.push("name", "reserved");
    }
    let email = setting.program.email().parse(email).map_err(|fault| faults.push("email", fault.code())).ok();
    let (name, email) = faults.whole(name.zip(email))?;
    if state.operators.values().any(|o| same(o.name.as_str(), name.as_str())) {
        return Err(Refusal::NameTaken);
    }
    if state.by_address(&email).is_some() {
        return Err(Refusal::AddressTaken);
    }
    if state.operators.len() >= OPERATORS_MOST {
        return Err(Refusal::TooManyOperators { most: u32::try_from(OPERATORS_MOST).unwrap_or(u32::MAX) });
    }
    Ok(vec![Event::OperatorAdded { operator: setting.moment.id(0), name, email, at: setting.moment.at }])
}

fn console(setting: &Setting<'_>) -> Result<(), Refusal> {
    if setting.operator()? == CONSOLE { Ok(()) } else { Err(Refusal::ConsoleOnly) }
}

fn of_console<'s>(state: &'s State, setting: &Setting<'_>, id: Id) -> Result<&'s Operator, Refusal> {
    console(setting)?;
    state.operators.get(&id).ok_or(Refusal::OperatorMissing)
}

/// An operator's own account: asked by themselves while they have access, or at the command line.
fn own<'s>(state: &'s State, setting: &Setting<'_>, id: Id) -> Result<&'s Operator, Refusal> {
    let asks = setting.operator()?;
    let found = state.operators.get(&id);
    if asks == CONSOLE {
        return found.ok_or(Refusal::OperatorMissing);
    }
    // Whose account it is shows in the name; of another's account nothing is told, not even that there is one.
    let mine = found.filter(|o| o.name.as_str() == asks && o.status == Status::Active);
    mine.ok_or(Refusal::ConsoleOnly)
}

fn becomes(operator: &Operator, status: Status, event: Event) -> Result<Vec<Event>, Refusal> {
    if operator.status == status { Err(Refusal::Unchanged) } else { Ok(vec![event]) }
}
