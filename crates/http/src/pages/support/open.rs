//! A new case (SUPPORT-4..9, SUPPORT-12): its type decides which questions can be chosen, the question which specific
//! values. Each choice is made in the one form: Continue shows it again with what can be chosen next, and with everything
//! that was typed and attached so far; where scripts run, a choice is followed by it at once.

use askama::Template;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::http::StatusCode;
use axum::response::Response;
use guildhall_core::program::{CaseType, QuestionType, SupportRules};
use guildhall_core::room::{Room as _, RoomRefusal as _};
use guildhall_core::support::{Command, Event, FileInput, Refusal, State};
use guildhall_core::{FieldFault, Permission};
use serde::Deserialize;

use super::articles::Title;
use super::{DESK, MESSAGE_MOST, address, refused, said};
use crate::pages::attachments::{FilesField, Posting, Sent, parted};
use crate::pages::form::{Choice, Fault, Field, tie};
use crate::pages::locale::Words;
use crate::pages::view::{Answer, Page, Stop, see_other};
use crate::pages::visit::{Signed, Visit};
use crate::portal::Ask;

/// The button that every choice of the topic presses.
const CONTINUE: &str = "continue";

/// What was chosen and typed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Typed {
    case_type: String,
    question: String,
    specific: String,
    subject: String,
    description: String,
}

/// What was found wrong.
#[derive(Default)]
struct Wrong {
    fields: Vec<FieldFault>,
    files: Vec<String>,
    /// What no field is to blame for.
    message: String,
}

#[derive(Debug, Template)]
#[template(path = "support/new.html")]
struct NewPage {
    page: Page,
    /// The desk, and its title.
    back: (&'static str, String),
    once: String,
    topic: Vec<Field>,
    /// Whether something of the topic is still to be chosen.
    incomplete: bool,
    /// Articles about what was chosen.
    articles: Vec<Title>,
    /// Whether the case asks to leave the programme.
    cancellation: bool,
    fields: Vec<Field>,
    files: FilesField,
    faults: Vec<Fault>,
}

/// The choices of the topic, as far as they hold: what was chosen under another type or question counts for nothing.
struct Topic<'a> {
    case_type: Option<&'a CaseType>,
    question: Option<&'a QuestionType>,
    specific: Option<&'a str>,
}

impl<'a> Topic<'a> {
    fn new(rules: &'a SupportRules, typed: &Typed) -> Self {
        let case_type = rules.case_type(typed.case_type.trim());
        let question = case_type.and_then(|t| t.questions.iter().find(|q| q.name == typed.question.trim()));
        let specific = question.and_then(|q| q.specifics.iter().find(|s| s.name == typed.specific.trim()));
        Self { case_type, question, specific: specific.map(|s| s.name.as_str()) }
    }

    /// The fields: a choice stands there once the one before it is made.
    fn fields(&self, w: Words, rules: &SupportRules) -> Vec<Field> {
        let choice = |(name, title): (&str, &str), chosen: Option<&str>| Choice {
            value: name.into(),
            label: title.into(),
            hint: String::new(),
            chosen: chosen == Some(name),
        };
        let field = |name: &str, label: &str, choices: Vec<Choice>| {
            let none = Choice {
                value: String::new(),
                label: w.t("choose").into_owned(),
                hint: String::new(),
                chosen: choices.iter().all(|c| !c.chosen),
            };
            Field::new("select", name, w.t(label)).sends(CONTINUE).choices([none].into_iter().chain(choices).collect())
        };
        let chosen = self.case_type.map(|t| t.name.as_str());
        let types = rules.case_types.iter().map(|t| choice((&t.name, &t.title), chosen)).collect();
        let mut fields = vec![field("case_type", "support-case-type", types)];
        if let Some(case_type) = self.case_type {
            let chosen = self.question.map(|q| q.name.as_str());
            let questions = case_type.questions.iter().map(|q| choice((&q.name, &q.title), chosen)).collect();
            fields.push(field("question", "support-question", questions));
        }
        if let Some(question) = self.question {
            let specifics = question.specifics.iter().map(|s| choice((&s.name, &s.title), self.specific)).collect();
            fields.push(field("specific", "support-specific", specifics));
        }
        fields
    }

    fn leaves(&self, rules: &SupportRules) -> bool {
        let pair = self.case_type.map(|t| t.name.as_str()).zip(self.specific);
        pair.is_some_and(|(t, s)| rules.cancellation.as_ref().is_some_and(|(ct, cs)| ct == t && cs == s))
    }
}

fn show(visit: &Visit, status: StatusCode, typed: &Typed, kept: &[FileInput], wrong: Wrong) -> Result<Response, Stop> {
    let w = visit.w;
    let rules = visit.program().support();
    let topic = Topic::new(rules, typed);
    let mut choices = topic.fields(w, rules);
    let mut fields = vec![
        Field::new("text", "subject", w.t("support-subject"))
            .hint(w.t("support-subject-hint"))
            .value(typed.subject.as_str()),
        Field::new("area", "description", w.t("support-description"))
            .hint(w.t("support-description-hint"))
            .value(typed.description.as_str())
            .most(MESSAGE_MOST),
    ];
    // A choice that cannot be made yet is not to blame: the one before it is.
    let is_choice = |fault: &FieldFault| ["question", "specific"].contains(&fault.field.as_str());
    let shown = |fault: &FieldFault| choices.iter().any(|field| field.name == fault.field);
    let told: Vec<FieldFault> = wrong.fields.iter().filter(|f| !is_choice(f) || shown(f)).cloned().collect();
    let mut faults = tie(w, choices.iter_mut().chain(fields.iter_mut()), &told);
    faults.extend(wrong.files.iter().map(|text| Fault { href: "#f-files".into(), text: text.clone() }));
    if !wrong.message.is_empty() {
        faults.push(Fault { href: "#main".into(), text: wrong.message });
    }
    let about = topic.case_type.map(|t| t.name.as_str());
    let articles = rules.articles.iter().filter(|a| about.is_some() && a.case_type.as_deref() == about);
    let model = NewPage {
        page: visit.page(w.t("support-new-title")),
        back: (DESK, rules.title.clone()),
        once: visit.new_once()?,
        incomplete: topic.specific.is_none(),
        cancellation: topic.leaves(rules),
        articles: articles.map(|article| Title::new(rules, article)).collect(),
        topic: choices,
        fields,
        files: FilesField::new(w, rules, kept).with_faults(wrong.files),
        faults,
    };
    Ok(visit.html_with(status, &model))
}

/// Whoever may open a case.
fn opener(visit: &Visit) -> Result<&Signed, Stop> {
    let me = visit.member()?;
    let reading = visit.reading(me)?;
    reading.setting().permitted(&[Permission::ContactSupport]).map_err(|denied| visit.denied(&denied))?;
    Ok(me)
}

/// `GET /support/cases/new`
pub(super) async fn ask(visit: Visit, typed: Result<Query<Typed>, QueryRejection>) -> Answer {
    opener(&visit)?;
    let Ok(Query(typed)) = typed else { return Err(visit.with_status(StatusCode::BAD_REQUEST)) };
    show(&visit, StatusCode::OK, &typed, &[], Wrong::default())
}

/// `POST /support/cases/new`
pub(super) async fn take(visit: Visit, form: Posting) -> Answer {
    let me = opener(&visit)?;
    let sent = Sent::read(&visit, form, me.tenant, me.member).await?;
    if let Some(path) = &sent.led_to {
        return Ok(see_other(path));
    }
    let text = |name: &str| sent.field(name).to_owned();
    let typed = Typed {
        case_type: text("case_type"),
        question: text("question"),
        specific: text("specific"),
        subject: text("subject"),
        description: text("description"),
    };
    if sent.field("do") == CONTINUE {
        let wrong = Wrong { files: sent.faults.clone(), ..Wrong::default() };
        return show(&visit, StatusCode::OK, &typed, &sent.files, wrong);
    }
    let command = command(&typed, sent.files.clone());
    let again = |refusal: Option<&Refusal>| {
        let (mut status, mut wrong) = (StatusCode::UNPROCESSABLE_ENTITY, Wrong::default());
        if let Some(refusal) = refusal {
            (wrong.fields, wrong.files) = parted(visit.w, refusal.faults());
            if refusal.faults().is_empty() {
                (status, wrong.message) = said(&visit, refusal);
            }
        }
        wrong.files.extend(sent.faults.iter().cloned());
        show(&visit, status, &typed, &sent.files, wrong)
    };
    if !sent.faults.is_empty() {
        // Nothing is opened without a file that was meant to go with it; the other faults are told with its.
        let state = visit.room::<State>(me).await?;
        let reading = visit.reading(me)?;
        let judged = state.decide(&reading.setting(), &command);
        return again(judged.err().as_ref());
    }
    let (actor, id) = (me.actor(), me.tenant.to_string());
    let ask = Ask { origin: &visit.origin, tenant: me.tenant, actor: &actor, seen: None };
    let opened = |events: &[Event]| {
        events.iter().find_map(|event| match event {
            Event::CaseOpened { id, .. } => Some(address(*id)),
            Event::Replied { .. } | Event::CaseClosed { .. } => None,
        })
    };
    let to = |done: &crate::portal::RoomDone<State>| opened(&done.events).unwrap_or_else(|| DESK.to_owned());
    match visit.run_once::<State>(&ask, &id, sent.once.as_ref(), &command, to).await? {
        Ok(path) => Ok(visit.go_saying(&path, &visit.w.t("support-opened-said"))),
        Err(refusal @ Refusal::Denied(_)) => Err(refused(&visit, &refusal)),
        Err(refusal) => again(Some(&refusal)),
    }
}

fn command(typed: &Typed, files: Vec<FileInput>) -> Command {
    Command::OpenCase {
        case_type: typed.case_type.clone(),
        question: typed.question.clone(),
        specific: typed.specific.clone(),
        subject: typed.subject.clone(),
        description: typed.description.clone(),
        files,
    }
}
