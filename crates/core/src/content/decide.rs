//! Judges what operators write and publish.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::Serialize;

use super::command::{ArticleInput, Command, EventInput, Input, ResourceInput, WalkthroughInput};
use super::{Article, Body, Event, PartnerEvent, Publication, Resource, ResourceKind, STEPS_MOST, State, Step, Text};
use super::{UnknownWord, Walkthrough};
use crate::account::{Faults, is_web_address};
use crate::explain::Action;
use crate::program::Program;
use crate::refusal::refusals;
use crate::setting::{Denied, Setting};
use crate::text::Field;
use crate::{FieldFault, Kind};

/// Why an item says no. It changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// Fields break rules of form.
    #[error("some fields are not right")]
    InvalidInput {
        /// All of them.
        faults: Vec<FieldFault>,
    },
    /// There is no such item.
    #[error("there is no such item")]
    ItemMissing,
    /// The item is written already: edit it.
    #[error("this item is written already")]
    AlreadyThere,
    /// An item stays of its kind.
    #[error("an item stays of its kind; write another one")]
    KindFixed,
    /// It is published already.
    #[error("this item is published already")]
    AlreadyPublished,
    /// It is not published.
    #[error("this item is not published")]
    NotPublished,
    /// The person may not.
    #[error(transparent)]
    #[serde(untagged)]
    Denied(#[from] Denied),
}

refusals!(Refusal, form, |why| {
    InvalidInput { faults } => "invalid_input", Kind::Invalid, why.fields(faults);
    ItemMissing => "item_missing", Kind::Missing, why.you(Action::LookAgain);
    AlreadyThere => "already_there", Kind::Conflict, why.run("edit");
    KindFixed => "kind_fixed", Kind::Conflict, why.run("draft");
    AlreadyPublished => "already_published", Kind::Conflict, why.you(Action::Nothing);
    NotPublished => "not_published", Kind::Conflict, why.run("publish");
    Denied(denied) => denied.code(), denied.kind(), why.denied(denied);
});

pub(super) fn decide(state: &State, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
    let by = setting.operator()?.to_owned();
    match (command, &state.item) {
        (Command::Draft { input }, None) => Ok(vec![Event::ContentDrafted { body: read(setting.program, input)?, by }]),
        (Command::Draft { .. }, Some(_)) => Err(Refusal::AlreadyThere),
        (_, None) => Err(Refusal::ItemMissing),
        (Command::Edit { input }, Some((said, _))) => {
            let body = read(setting.program, input)?;
            if core::mem::discriminant(&body) != core::mem::discriminant(said) {
                return Err(Refusal::KindFixed);
            }
            Ok(vec![Event::ContentEdited { body, by }])
        }
        (Command::Publish, Some((_, Publication::Published))) => Err(Refusal::AlreadyPublished),
        (Command::Publish, Some((_, Publication::Draft | Publication::Withdrawn))) => {
            Ok(vec![Event::ContentPublished { by }])
        }
        (Command::Withdraw, Some((_, Publication::Published))) => Ok(vec![Event::ContentWithdrawn { by }]),
        (Command::Withdraw, Some((_, Publication::Draft | Publication::Withdrawn))) => Err(Refusal::NotPublished),
    }
}

fn read(program: &Program, input: &Input) -> Result<Body, Refusal> {
    let mut faults = Faults::default();
    let body = match input {
        Input::News(input) => article(input, &mut faults).map(Body::News),
        Input::Event(input) => event(input, &mut faults).map(Body::Event),
        Input::Resource(input) => resource(input, &mut faults).map(Body::Resource),
        Input::Walkthrough(input) => walkthrough(program, input, &mut faults).map(Body::Walkthrough),
    };
    Ok(faults.whole(body)?)
}

fn article(input: &ArticleInput, faults: &mut Faults) -> Option<Article> {
    let kind = word(faults, "kind", input.kind.parse());
    let title = faults.line("title", &input.title);
    let summary = faults.line("summary", &input.summary);
    let source = faults.line("source", &input.source);
    let published_on = date(faults, "published_on", &input.published_on);
    let (link, text) = (link(faults, &input.link), Text::optional(faults, "text", &input.text));
    one_of(faults, &input.link, &input.text);
    Some(Article {
        kind: kind?,
        title: title?,
        summary: summary?,
        source: source?,
        published_on: published_on?,
        link,
        text,
    })
}

fn event(input: &EventInput, faults: &mut Faults) -> Option<PartnerEvent> {
    let kind = word(faults, "kind", input.kind.parse());
    let delivery = word(faults, "delivery", input.delivery.parse());
    let title = faults.line("title", &input.title);
    let summary = faults.line("summary", &input.summary);
    let source = faults.line("source", &input.source);
    let starts_at = time(faults, "starts_at", &input.starts_at);
    let ends_at = if input.ends_at.trim().is_empty() { None } else { time(faults, "ends_at", &input.ends_at) };
    if starts_at.zip(ends_at).is_some_and(|(start, end)| end < start) {
        faults.push("ends_at", "before_start");
    }
    let place = faults.optional("place", &input.place);
    if input.link.trim().is_empty() {
        faults.push("link", "required");
    }
    let link = link(faults, &input.link);
    Some(PartnerEvent {
        kind: kind?,
        delivery: delivery?,
        title: title?,
        summary: summary?,
        source: source?,
        starts_at: starts_at?,
        ends_at,
        place,
        link: link?,
        pinned: input.pinned,
    })
}

fn resource(input: &ResourceInput, faults: &mut Faults) -> Option<Resource> {
    let kind = word(faults, "kind", input.kind.parse());
    let title = faults.line("title", &input.title);
    let summary = faults.line("summary", &input.summary);
    let (link, text) = (link(faults, &input.link), Text::optional(faults, "text", &input.text));
    // The summary of a question is its answer.
    if kind != Some(ResourceKind::Faq) {
        one_of(faults, &input.link, &input.text);
    }
    Some(Resource { kind: kind?, title: title?, summary: summary?, link, text })
}

fn walkthrough(program: &Program, input: &WalkthroughInput, faults: &mut Faults) -> Option<Walkthrough> {
    let title = faults.line("title", &input.title);
    let summary = faults.line("summary", &input.summary);
    if input.steps.is_empty() {
        faults.push("steps", "required");
    }
    if input.steps.len() > STEPS_MOST {
        faults.push("steps", "too_many");
        return None;
    }
    let mut steps = Vec::new();
    for (i, step) in input.steps.iter().enumerate() {
        let title = faults.line(&format!("steps[{i}].title"), &step.title);
        let text = faults.line(&format!("steps[{i}].text"), &step.text);
        let found = (!step.item.trim().is_empty()).then(|| program.find_item(&step.item));
        if let Some(Err(_)) = &found {
            faults.push(&format!("steps[{i}].item"), "unknown_item");
        }
        let item = found.and_then(Result::ok).and_then(|id| program.item(id)).map(|item| item.name.clone());
        if let (Some(title), Some(text)) = (title, text) {
            steps.push(Step { title, text, item });
        }
    }
    Some(Walkthrough { title: title?, summary: summary?, steps })
}

fn word<T>(faults: &mut Faults, field: &str, read: Result<T, UnknownWord>) -> Option<T> {
    read.map_err(|_| faults.push(field, "unknown_value")).ok()
}

fn link(faults: &mut Faults, typed: &str) -> Option<Field> {
    let line: Option<Field> = faults.optional("link", typed);
    if line.as_ref().is_some_and(|l| !is_web_address(l.as_str())) {
        faults.push("link", "not_a_web_address");
        return None;
    }
    line
}

fn one_of(faults: &mut Faults, link: &str, text: &str) {
    if link.trim().is_empty() && text.trim().is_empty() {
        faults.push("link", "link_or_text");
    }
}

/// Years that something can be published or take place in.
fn is_plausible(year: i32) -> bool {
    (1990..=2200).contains(&year)
}

fn date(faults: &mut Faults, field: &str, typed: &str) -> Option<NaiveDate> {
    let typed = typed.trim();
    let date: Option<NaiveDate> = typed.parse().ok().filter(|d: &NaiveDate| is_plausible(d.year()));
    let date = date.filter(|d| d.to_string() == typed);
    if date.is_none() {
        faults.push(field, if typed.is_empty() { "required" } else { "not_a_date" });
    }
    date
}

fn time(faults: &mut Faults, field: &str, typed: &str) -> Option<DateTime<Utc>> {
    let typed = typed.trim();
    let time = DateTime::parse_from_rfc3339(typed).ok().map(|t| t.to_utc()).filter(|t| is_plausible(t.year()));
    if time.is_none() {
        faults.push(field, if typed.is_empty() { "required" } else { "not_a_time" });
    }
    time
}
