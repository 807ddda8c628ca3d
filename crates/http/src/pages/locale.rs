//! The words of the pages and mails: one Fluent bundle a language, embedded.
//!
//! To add a language: a folder under `locales/` with the same files as `locales/en`, in which `language-name` and
//! `language-direction` say what it is called and how it is written, and a `[[language]]` of the programme. A message that
//! a language lacks is said in English and logged; one that nobody has is shown in brackets. Tests find every key that
//! templates and code name, and every message that one language has and another has not. The texts of the programme itself
//! are messages too (`programme.ftl`).

mod format;
mod programme;

use std::borrow::Cow;
use std::cell::Cell;
use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, Utc};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// A language of the portal.
pub struct Language {
    /// Its tag, as in the `lang` attribute.
    pub tag: &'static str,
    /// Its name in itself.
    pub name: String,
    /// The direction of its script, as in the `dir` attribute.
    pub direction: String,
    bundle: FluentBundle<FluentResource>,
}

static LANGUAGES: LazyLock<Vec<Language>> =
    LazyLock::new(|| FOLDERS.iter().map(|(tag, files)| language(tag, files)).collect());

thread_local! {
    /// The language of the message that is being put together, for the numbers in it.
    static SPEAKS: Cell<&'static str> = const { Cell::new("en") };
}

/// The languages, the first of which is the one that speaks where nothing was chosen.
pub fn languages() -> &'static [Language] {
    &LANGUAGES
}

fn language(tag: &'static str, files: &[&str]) -> Language {
    let locale: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    bundle.set_formatter(Some(numbers));
    for file in files {
        // What can be read of a broken file is used; a test refuses broken files.
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(resource, faults)| {
            tracing::error!(language = tag, ?faults, "a file of words is broken");
            resource
        });
        if let Err(faults) = bundle.add_resource(resource) {
            tracing::error!(language = tag, ?faults, "words are given twice");
        }
    }
    let said = |key: &str| {
        let pattern = bundle.get_message(key).and_then(|message| message.value());
        pattern.map(|pattern| bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned())
    };
    let (name, direction) = (said("language-name"), said("language-direction"));
    let direction = direction.filter(|direction| direction == "rtl").unwrap_or_else(|| "ltr".into());
    // The marks that isolate directions are needed only where text of two directions meets.
    bundle.set_use_isolating(direction == "rtl");
    Language { tag, name: name.unwrap_or_else(|| tag.to_owned()), direction, bundle }
}

/// Writes the numbers in a message as its language does.
fn numbers<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format::number(SPEAKS.get(), &number.as_string())),
        FluentValue::String(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    }
}

/// The words of one language. Cheap to copy.
#[derive(Clone, Copy, Default)]
pub struct Words {
    index: usize,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({})", self.tag())
    }
}

impl Words {
    /// The words of the language with this tag, if the portal speaks it.
    pub fn of(tag: &str) -> Option<Self> {
        languages().iter().position(|l| l.tag.eq_ignore_ascii_case(tag)).map(|index| Self { index })
    }

    /// Its place among [`languages`].
    pub(crate) fn place(self) -> usize {
        self.index
    }

    /// The tag of the language.
    pub fn tag(self) -> &'static str {
        FOLDERS.get(self.index).map_or("en", |(tag, _)| tag)
    }

    /// The direction of its script.
    pub fn direction(self) -> &'static str {
        languages().get(self.index).map_or("ltr", |language| &language.direction)
    }

    /// Its name in itself.
    pub fn name(self) -> &'static str {
        languages().get(self.index).map_or("", |language| &language.name)
    }

    /// The message of `key`.
    pub fn t(self, key: &str) -> Cow<'static, str> {
        self.format(key, None)
    }

    /// The message of `key` with one value in it.
    pub fn t1<'a>(self, key: &str, name: &'a str, value: impl Into<FluentValue<'a>>) -> Cow<'static, str> {
        let mut args = FluentArgs::with_capacity(1);
        args.set(name, value);
        self.format(key, Some(&args))
    }

    /// The message of `key` with several values in it.
    pub fn with(self, key: &str, values: &[(&str, &str)]) -> Cow<'static, str> {
        let args: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, FluentValue::from(*value))).collect();
        self.format(key, Some(&args))
    }

    /// The message of `key` with values of any kind in it.
    pub fn with_values(self, key: &str, args: &FluentArgs<'_>) -> Cow<'static, str> {
        self.format(key, Some(args))
    }

    /// Whether there is such a message, in this language or to fall back to.
    pub fn has(self, key: &str) -> bool {
        self.sources().any(|language| language.bundle.has_message(key))
    }

    /// A number as the language writes it.
    pub fn number(self, number: impl Into<i64>) -> String {
        format::number(self.tag(), &number.into().to_string())
    }

    /// An amount of a currency with a hundred smallest units, as the language writes it.
    pub fn money(self, minor: u64, currency: &str) -> String {
        let amount = format!("{}.{:02}", minor / 100, minor % 100);
        format!("{} {currency}", format::number(self.tag(), &amount))
    }

    /// A day as the language writes it.
    pub fn date(self, day: NaiveDate) -> String {
        format::date(self.tag(), day)
    }

    /// A moment as the language writes it, to the minute, in UTC.
    pub fn moment(self, at: DateTime<Utc>) -> String {
        self.t1("moment-utc", "moment", format::moment(self.tag(), at)).into_owned()
    }

    /// The language, and the one to fall back to.
    fn sources(self) -> impl Iterator<Item = &'static Language> {
        let first = languages().first().filter(|_| self.index != 0);
        languages().get(self.index).into_iter().chain(first)
    }

    fn format(self, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
        for (place, language) in self.sources().enumerate() {
            let Some(pattern) = language.bundle.get_message(key).and_then(|message| message.value()) else { continue };
            if place > 0 {
                tracing::warn!(key, language = self.tag(), "words are missing in a language");
            }
            SPEAKS.set(language.tag);
            let mut faults = Vec::new();
            let text = language.bundle.format_pattern(pattern, args, &mut faults).into_owned();
            if faults.is_empty() {
                return Cow::Owned(text);
            }
            tracing::error!(key, language = language.tag, ?faults, "words could not be put together");
        }
        tracing::error!(key, "a page asks for words that no file has");
        Cow::Owned(format!("\u{27e6}{key}\u{27e7}"))
    }
}
