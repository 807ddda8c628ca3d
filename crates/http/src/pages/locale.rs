//! The words of the pages and mails: one Fluent bundle a language, embedded.
//!
//! To add a language: a folder under `locales/` with the same files, and a row in [`LANGUAGES`]. A key that a page asks for
//! and no file has is shown in brackets and logged; tests find every key that templates and code name.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language of the portal.
pub struct Language {
    /// Its tag, as in the `lang` attribute.
    pub tag: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// The direction of its script, as in the `dir` attribute.
    pub direction: &'static str,
    files: &'static [&'static str],
}

/// The languages, the first of which is the one that speaks where nothing was chosen.
pub const LANGUAGES: &[Language] = &[ENGLISH];

const ENGLISH: Language = Language {
    tag: "en",
    name: "English",
    direction: "ltr",
    files: &[
        include_str!("../../locales/en/shell.ftl"),
        include_str!("../../locales/en/faults.ftl"),
        include_str!("../../locales/en/entry.ftl"),
        include_str!("../../locales/en/company.ftl"),
        include_str!("../../locales/en/help.ftl"),
        include_str!("../../locales/en/terms.ftl"),
        include_str!("../../locales/en/mail.ftl"),
        include_str!("../../locales/en/operator.ftl"),
    ],
};

static BUNDLES: LazyLock<Vec<FluentBundle<FluentResource>>> = LazyLock::new(|| LANGUAGES.iter().map(bundle).collect());

fn bundle(language: &Language) -> FluentBundle<FluentResource> {
    let locale: LanguageIdentifier = language.tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // The marks that isolate directions are needed only where text of two directions meets.
    bundle.set_use_isolating(language.direction == "rtl");
    for file in language.files {
        // What can be read of a broken file is used; a test refuses broken files.
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(resource, faults)| {
            tracing::error!(language = language.tag, ?faults, "a file of words is broken");
            resource
        });
        if let Err(faults) = bundle.add_resource(resource) {
            tracing::error!(language = language.tag, ?faults, "words are given twice");
        }
    }
    bundle
}

/// The words of one language. Cheap to copy.
#[derive(Clone, Copy, Default)]
pub struct Words {
    index: usize,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({})", self.language().tag)
    }
}

impl Words {
    /// The words of the language with this tag, if the portal speaks it.
    pub fn of(tag: &str) -> Option<Self> {
        LANGUAGES.iter().position(|l| l.tag == tag).map(|index| Self { index })
    }

    /// The language.
    pub fn language(self) -> &'static Language {
        LANGUAGES.get(self.index).unwrap_or(&ENGLISH)
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

    /// Whether there is such a message.
    pub fn has(self, key: &str) -> bool {
        BUNDLES.get(self.index).is_some_and(|bundle| bundle.has_message(key))
    }

    fn format(self, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
        let pattern = BUNDLES
            .get(self.index)
            .and_then(|bundle| Some((bundle, bundle.get_message(key).and_then(|message| message.value())?)));
        let Some((bundle, pattern)) = pattern else {
            tracing::error!(key, "a page asks for words that no file has");
            return Cow::Owned(format!("\u{27e6}{key}\u{27e7}"));
        };
        let mut faults = Vec::new();
        let text = bundle.format_pattern(pattern, args, &mut faults).into_owned();
        if !faults.is_empty() {
            tracing::error!(key, ?faults, "words could not be put together");
            return Cow::Owned(format!("\u{27e6}{key}\u{27e7}"));
        }
        Cow::Owned(text)
    }
}
