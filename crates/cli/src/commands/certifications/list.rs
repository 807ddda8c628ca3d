//! The lists of certifications, and the kinds that the programme knows (PROFILE-5, PROFILE-26).

use chrono::NaiveDate;
use guildhall_core::Id;
use guildhall_core::certifications::{Entry, PersonEntries, State, Subject, company_list, own_list};
use guildhall_core::identity::EmailAddress;
use guildhall_core::text::Name;
use serde::Serialize;

use super::super::room::{Who, ask};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

#[derive(Serialize)]
struct Person {
    member: Id,
    name: Name,
    email: EmailAddress,
    shares: bool,
    entries: Vec<Passed>,
}

/// The own list, with the address that is one's own business.
#[derive(Serialize)]
struct Mine {
    #[serde(flatten)]
    person: Person,
    training_address: Option<EmailAddress>,
    counts_from: Option<NaiveDate>,
}

#[derive(Serialize)]
struct Passed {
    id: Id,
    certification: Option<String>,
    course: Option<String>,
    on: NaiveDate,
    valid_until: Option<NaiveDate>,
}

pub(super) fn mine(context: &Context<'_>) -> Result<Exit, Failure> {
    let mine = ask(context, Who::Member, |asked| {
        let state = asked.room::<State>();
        let list = own_list(&asked.setting(), &state)?;
        let address = state.address(list.member);
        let training_address = address.map(|a| a.address.clone());
        Ok(Mine { person: person(&list), training_address, counts_from: address.map(|a| a.counts_from) })
    })?;
    let shared = if mine.person.shares { "shared with the programme" } else { "not shared" };
    let address = match (&mine.training_address, mine.counts_from) {
        (Some(address), Some(from)) => format!("; also those of {address}, counted from {from}"),
        (_, _) => String::new(),
    };
    let footer = format!("{shared}{address}\n");
    context.out.rows_with(&table(std::slice::from_ref(&mine.person)), &footer, &mine)?;
    Ok(Exit::Done)
}

pub(super) fn company(context: &Context<'_>) -> Result<Exit, Failure> {
    let people: Vec<Person> = ask(context, Who::Member, |asked| {
        let state = asked.room::<State>();
        let list = company_list(&asked.setting(), &state)?;
        let mut people: Vec<Person> = list.iter().map(person).collect();
        people.sort_by(|a, b| a.name.cmp(&b.name).then(a.member.cmp(&b.member)));
        Ok(people)
    })?;
    context.out.rows(&table(&people), &people)?;
    Ok(Exit::Done)
}

fn person(list: &PersonEntries<'_>) -> Person {
    let passed = |entry: &Entry<'_>| {
        let (certification, course) = match &entry.record.subject {
            Subject::Certification { name } => (Some(name.clone()), None),
            Subject::Course { title } => (None, Some(title.to_string())),
        };
        let (on, valid_until) = (entry.record.on, entry.record.valid_until);
        Passed { id: entry.id, certification, course, on, valid_until }
    };
    Person {
        member: list.member,
        name: list.person.name.clone(),
        email: list.person.email.clone(),
        shares: list.shares,
        entries: list.entries.iter().map(passed).collect(),
    }
}

/// One line each for what people passed, and one for who has nothing to show.
fn table(people: &[Person]) -> Table {
    let mut table = Table::new(&["person", "shares", "passed", "on", "valid_until", "id"]);
    for person in people {
        let shares = if person.shares { "yes" } else { "no" };
        let row = |passed: Option<&Passed>| {
            let what = passed.and_then(|p| p.certification.clone().or_else(|| p.course.clone()));
            let on = passed.map(|p| p.on.to_string());
            let until = passed.and_then(|p| p.valid_until).map(|until| until.to_string());
            let id = passed.map(|p| p.id.to_string());
            let cells = [what, on, until, id].map(Option::unwrap_or_default);
            [person.email.to_string(), shares.to_owned()].into_iter().chain(cells)
        };
        if person.entries.is_empty() {
            table.row(row(None));
        }
        person.entries.iter().for_each(|passed| table.row(row(Some(passed))));
    }
    table
}

/// The certifications that the programme knows.
pub(super) fn kinds(context: &Context<'_>) -> Result<Exit, Failure> {
    #[derive(Serialize)]
    struct Kind<'a> {
        id: &'a str,
        title: &'a str,
        level: &'a str,
    }
    let types = &context.program()?.certifications().types;
    let kinds: Vec<Kind<'_>> =
        types.iter().map(|kind| Kind { id: &kind.name, title: &kind.title, level: &kind.level }).collect();
    let cells = |kind: &Kind<'_>| [kind.id, kind.title, kind.level].map(str::to_owned).to_vec();
    context.out.rows(&Table::new(&["id", "title", "level"]).with(kinds.iter().map(cells)), &kinds)?;
    Ok(Exit::Done)
}
