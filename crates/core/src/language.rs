//! The language that each person chose (HOME-9, C-069). Which there are is data of the programme.
//!
//! INVARIANT (supported-only): nobody reads the portal in a language that the programme does not list, even if they chose
//! it when it did.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::explain::Missing;
use crate::program::{Language, Program};
use crate::refusal::refusals;
use crate::room::Room;
use crate::setting::{Denied, Setting};
use crate::{Id, Kind, Permission};

/// The longest list of wished languages that is read, in bytes.
const WISHES_BYTES_MOST: usize = 1000;

/// What the people of a company chose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    chosen: BTreeMap<Id, String>,
}

/// What can be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Command {
    /// Reads the portal in this language from now on.
    Choose {
        /// Its tag, in any case.
        language: String,
    },
}

/// What happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// Somebody chose a language.
    LanguageChosen {
        /// Who.
        member: Id,
        /// Its tag.
        language: String,
    },
}

/// Why not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// The programme does not list it.
    #[error("the portal does not speak this language; it speaks {}", supported.join(", "))]
    LanguageUnsupported {
        /// The tags of those that it lists.
        supported: Vec<String>,
    },
    /// The person may not.
    #[error(transparent)]
    #[serde(untagged)]
    Denied(#[from] Denied),
}

refusals!(Refusal, |why| {
    LanguageUnsupported { supported } => "language_unsupported", Kind::Invalid, why.lacks(Missing::Choice { values: supported.clone() });
    Denied(denied) => denied.code(), denied.kind(), why.denied(denied);
});

impl State {
    /// The language that a person reads: the one chosen, if there still is such; else the best of `wishes`, which a
    /// browser sends in the form of `Accept-Language`; else the programme's first.
    #[must_use]
    pub fn of<'p>(&self, program: &'p Program, member: Id, wishes: &str) -> Option<&'p Language> {
        let chosen = self.chosen.get(&member).and_then(|tag| supported(program, tag));
        chosen.or_else(|| best(program, wishes)).or_else(|| program.languages().first())
    }

    /// What a person chose, whether or not there still is such.
    #[must_use]
    pub fn chosen(&self, member: Id) -> Option<&str> {
        self.chosen.get(&member).map(String::as_str)
    }
}

impl Room for State {
    type Command = Command;
    type Event = Event;
    type Refusal = Refusal;

    const KIND: &'static str = "language";

    fn decide(&self, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
        let (member, _) = setting.me()?;
        let Command::Choose { language } = command;
        let Some(found) = supported(setting.program, language.trim()) else {
            let supported = setting.program.languages().iter().map(|l| l.tag.clone()).collect();
            return Err(Refusal::LanguageUnsupported { supported });
        };
        Ok(vec![Event::LanguageChosen { member, language: found.tag.to_string() }])
    }

    fn permissions(&self, _: &Setting<'_>, command: &Command) -> Vec<Permission> {
        match command {
            Command::Choose { .. } => Vec::new(),
        }
    }

    fn apply(&mut self, event: &Event) {
        let Event::LanguageChosen { member, language } = event;
        self.chosen.insert(*member, language.clone());
    }

    fn event_name(event: &Event) -> &'static str {
        match event {
            Event::LanguageChosen { .. } => "language_chosen",
        }
    }
}

fn supported<'p>(program: &'p Program, tag: &str) -> Option<&'p Language> {
    program.languages().iter().find(|l| l.tag.eq_ignore_ascii_case(tag))
}

/// The best language for somebody who wishes for these, as in `pt-PT, pt;q=0.8, en;q=0.5`. A wish is met by the language
/// itself, by it without its last parts, or by another form of it.
#[must_use]
pub fn best<'p>(program: &'p Program, wishes: &str) -> Option<&'p Language> {
    if wishes.len() > WISHES_BYTES_MOST {
        return None;
    }
    let mut ranked: Vec<(u32, &str)> = wishes.split(',').filter_map(wish).collect();
    ranked.sort_by_key(|(weight, _)| core::cmp::Reverse(*weight));
    ranked.into_iter().find_map(|(_, tag)| meets(program, tag))
}

/// A wish and its weight in thousandths; nothing for what is not wanted or cannot be read.
fn wish(text: &str) -> Option<(u32, &str)> {
    let (tag, parameters) = text.split_once(';').unwrap_or((text, ""));
    let mut named = parameters.split(';').filter_map(|parameter| parameter.split_once('='));
    let weight = match named.find(|(name, _)| name.trim().eq_ignore_ascii_case("q")).map(|(_, value)| value.trim()) {
        None => 1000,
        Some(q) => {
            let (whole, part) = q.split_once('.').unwrap_or((q, ""));
            let digits = part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit());
            match (whole, digits) {
                ("1", true) if part.bytes().all(|b| b == b'0') => 1000,
                ("0", true) => part.bytes().chain(*b"000").take(3).fold(0, |n, b| n * 10 + u32::from(b - b'0')),
                _ => return None,
            }
        }
    };
    (weight > 0).then_some((weight, tag.trim()))
}

fn meets<'p>(program: &'p Program, tag: &str) -> Option<&'p Language> {
    let mut shorter = tag;
    loop {
        if let Some(found) = supported(program, shorter) {
            return Some(found);
        }
        match shorter.rsplit_once('-') {
            Some((rest, _)) => shorter = rest,
            None => break,
        }
    }
    let first = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    program.languages().iter().find(|l| first(&l.tag) == first(tag))
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;
    use crate::account::Actor;
    use crate::fixture::{company, id, member, moment, operator, removed, stored};
    use crate::program::GUIDE_TOML;
    use crate::room::RoomRefusal as _;

    fn program(more: &[&str]) -> Program {
        let more: Vec<String> =
            more.iter().map(|tag| format!("[[language]]\ntag = \"{tag}\"\ntitle = \"T\"\n")).collect();
        Program::parse(&format!("{GUIDE_TOML}\n{}", more.concat())).unwrap()
    }

    fn choose(program: &Program, who: &Actor, language: &str) -> (State, String) {
        let account = removed(company("registered", &[("sam", &[]), ("rex", &[])]), "rex");
        let moment = moment("2026-03-01");
        let setting = Setting { program, account: &account, actor: who, moment: &moment };
        let mut state = State::default();
        let decided = state.decide(&setting, &stored(&Command::Choose { language: language.to_string() }));
        for event in decided.iter().flatten() {
            assert_eq!(serde_json::to_value(event).unwrap()["type"], State::event_name(event));
            state.apply(&stored(event));
        }
        let said = match &decided {
            Ok(_) => "ok".to_string(),
            Err(refusal) => {
                assert_eq!(serde_json::to_value(refusal).unwrap()["code"], refusal.code());
                refusal.code().to_string()
            }
        };
        (stored(&state), said)
    }

    // Rules: HOME-9, C-069
    #[test]
    fn a_supported_language_is_kept_and_used() {
        let program = program(&["pt-BR"]);
        for (who, language, expected, read) in [
            ("sam", "ja", "ok", "ja"),
            ("sam", " PT-br ", "ok", "pt-BR"),
            ("ana", "en", "ok", "en"),
            ("sam", "xx", "language_unsupported", "en"),
            ("sam", "pt", "language_unsupported", "en"),
            ("sam", "", "language_unsupported", "en"),
            ("rex", "ja", "not_active", "en"),
            ("zoe", "ja", "not_signed_in", "en"),
        ] {
            let (state, said) = choose(&program, &member(who), language);
            assert_eq!(said, expected, "{who} {language:?}");
            assert_eq!(state.of(&program, id(who), "").unwrap().tag, read, "{who} {language:?}");
            assert_eq!(state.chosen(id(who)).is_some(), expected == "ok");
        }
        for who in [Actor::Visitor, operator()] {
            assert_eq!(choose(&program, &who, "ja").1, "not_signed_in");
        }
        let (state, _) = choose(&program, &member("sam"), "ja");
        assert_eq!(
            state.of(&program, id("sam"), "en").unwrap().tag,
            "ja",
            "what was chosen goes before what is wished"
        );
        assert_eq!(state.of(&program, id("ana"), "").unwrap().tag, "en", "each for themselves");
        let (state, _) = choose(&program, &member("sam"), "pt-BR");
        assert_eq!(state.of(Program::guide(), id("sam"), "").unwrap().tag, "en", "there is no such language any more");
    }

    // Rules: HOME-9
    #[test]
    fn who_chose_nothing_reads_the_best_of_their_wishes() {
        let program = program(&["pt-BR"]);
        for (wishes, expected) in [
            ("ja", "ja"),
            ("ja-JP-x", "ja"),
            ("pt-PT", "pt-BR"),
            ("fr, ja;q=0.5, en;q=0.9", "en"),
            ("en;q=0.001, ja;q=1.000", "ja"),
            ("ja;q=0, en;q=0.1", "en"),
            ("ja;q=2", "en"),
            ("ja;q=0.1234", "en"),
            ("ja;q=-1", "en"),
            ("ja;q=1.001", "en"),
            ("ja;q=1.", "ja"),
            ("ja;q=0.", "en"),
            ("ja;q=", "en"),
            ("ja;q=NaN", "en"),
            ("ja;q=1e0", "en"),
            ("ja;q=\u{661}", "en"),
            ("ja ; Q = 0.5 , en;q=0.4", "ja"),
            ("en;level=1;q=0.1, ja;q=0.2", "ja"),
            ("JA", "ja"),
            ("\u{ff4a}\u{ff41}", "en"), // letters that only look alike
            ("j\u{e1}", "en"),
            ("ja\0", "en"),
            ("-ja", "en"),
            ("ja-", "ja"),
            ("--", "en"),
            ("jaa", "en"),
            ("fr", "en"),
            ("de-AT, en;q=0.7", "de"),
            ("es-419", "es"),
            ("ar-EG;q=0.9, en;q=0.8", "ar"),
            ("*", "en"),
            ("", "en"),
            (",,;q=,", "en"),
        ] {
            assert_eq!(State::default().of(&program, id("sam"), wishes).unwrap().tag, expected, "{wishes:?}");
        }
        let filled = |bytes: usize| format!("{}ja", ",".repeat(bytes - 2));
        assert_eq!(best(&program, &filled(WISHES_BYTES_MOST)).unwrap().tag, "ja", "as long as it may be");
        assert_eq!(best(&program, &filled(WISHES_BYTES_MOST + 1)), None, "longer texts are not read at all");
        assert_eq!(best(&program, &"-".repeat(WISHES_BYTES_MOST)), None);
    }

    // Rules: HOME-9, C-069
    #[test]
    fn the_guide_lists_five_languages() {
        let tags: Vec<&str> = Program::guide().languages().iter().map(|l| l.tag.as_str()).collect();
        assert_eq!(tags, ["en", "de", "es", "ja", "ar"]);
    }
}
