//! Judges commands of support.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::{Author, Case, Command, Event, FileInput, Message, Refusal, State, Topic, files};
use crate::account::Faults;
use crate::program::SupportRules;
use crate::setting::Setting;
use crate::text::Field;
use crate::{Id, Permission};

pub(super) fn decide(state: &State, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
    let event = match command {
        Command::OpenCase { case_type, question, specific, subject, description, files } => {
            let topic = [case_type, question, specific].map(|text| text.trim());
            open(state, setting, topic, subject, description, files)?
        }
        Command::Reply { id, text, files } => reply(state, setting, *id, text, files)?,
        Command::CloseCase { id } => {
            let (_, by) = reachable(state, setting, *id)?;
            Event::CaseClosed { id: *id, by, at: setting.moment.at }
        }
    };
    Ok([event].into())
}

fn open(
    state: &State,
    setting: &Setting<'_>,
    topic: [&str; 3],
    subject: &str,
    description: &str,
    inputs: &[FileInput],
) -> Result<Event, Refusal> {
    let (by, _) = setting.permitted(&[Permission::ContactSupport])?;
    let rules = setting.program.support();
    let mut faults = Faults::default();
    let topic = read_topic(&mut faults, rules, topic);
    let subject: Option<Field> = faults.line("subject", subject);
    let text = Message::required(&mut faults, "description", description);
    let files = files::read(&mut faults, rules, inputs);
    let ((topic, subject), text) = faults.whole(topic.zip(subject).zip(text))?;
    let most = rules.open_cases_most;
    if state.cases.values().filter(|case| case.is_open()).count() >= most as usize {
        return Err(Refusal::TooManyOpenCases { most });
    }
    let cancellation = rules.cancellation.as_ref().is_some_and(|(t, s)| *t == topic.case_type && *s == topic.specific);
    Ok(Event::CaseOpened {
        id: setting.moment.id(0),
        by,
        topic,
        subject,
        cancellation,
        text,
        files,
        at: setting.moment.at,
    })
}

/// Each value is one of those under the value before it; a value whose parent is wrong is only asked for.
fn read_topic(faults: &mut Faults, rules: &SupportRules, [case_type, question, specific]: [&str; 3]) -> Option<Topic> {
    let mut missing = |field: &str, text: &str, code: &str| {
        faults.push(field, if text.is_empty() { "required" } else { code });
    };
    let found_type = rules.case_type(case_type);
    if found_type.is_none() {
        missing("case_type", case_type, "unknown");
    }
    let found_question = found_type.and_then(|t| t.questions.iter().find(|q| q.name == question));
    if question.is_empty() || found_type.is_some() && found_question.is_none() {
        missing("question", question, "not_of_case_type");
    }
    let found_specific = found_question.and_then(|q| q.specifics.iter().find(|s| s.name == specific));
    if specific.is_empty() || found_question.is_some() && found_specific.is_none() {
        missing("specific", specific, "not_of_question");
    }
    found_specific.map(|_| Topic {
        case_type: case_type.to_string(),
        question: question.to_string(),
        specific: specific.to_string(),
    })
}

/// An open case that the actor may write in, and as whom.
fn reachable<'a>(state: &'a State, setting: &Setting<'_>, id: Id) -> Result<(&'a Case, Author), Refusal> {
    let (case, author) = if let Ok(name) = setting.operator() {
        (state.cases.get(&id), Author::Operator(name.to_string()))
    } else {
        let (me, standing) = setting.permitted(&[Permission::ContactSupport])?;
        let sees_all = standing.permits(setting.program, Permission::ViewUsers);
        // Somebody else's case does not exist for who may not see it.
        (state.cases.get(&id).filter(|case| case.by == me || sees_all), Author::Member(me))
    };
    match case {
        None => Err(Refusal::CaseMissing),
        Some(case) if !case.is_open() => Err(Refusal::CaseClosed),
        Some(case) => Ok((case, author)),
    }
}

fn reply(state: &State, setting: &Setting<'_>, id: Id, text: &str, inputs: &[FileInput]) -> Result<Event, Refusal> {
    let (case, by) = reachable(state, setting, id)?;
    let rules = setting.program.support();
    let mut faults = Faults::default();
    let text = Message::required(&mut faults, "text", text);
    let files = files::read(&mut faults, rules, inputs);
    let text = faults.whole(text)?;
    let most = rules.posts_most;
    if case.posts.len() >= most as usize {
        return Err(Refusal::TooManyPosts { most });
    }
    Ok(Event::Replied { id, by, text, files, at: setting.moment.at })
}
