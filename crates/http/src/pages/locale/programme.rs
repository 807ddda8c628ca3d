//! The texts of a programme in other languages: the messages `programme-<key>` of a language, by the keys of
//! [`Program::texts`].
//!
//! They were made from the English ones in `locales/en/programme.ftl`, which are the guide's. Where the running programme
//! has another text under a key, that text is shown: nobody's own words are exchanged for those of the guide.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use guildhall_core::Program;

use super::{Language, Words, languages};

/// What the words of the other languages were made from, by key.
static ENGLISH: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let texts = Program::guide().texts().into_iter();
    let keys = texts.map(|(key, _)| format!("programme-{key}"));
    let first = languages().first();
    keys.filter_map(|key| Some((key.clone(), message(first?, &key)?.into_owned()))).collect()
});

fn message(language: &'static Language, key: &str) -> Option<Cow<'static, str>> {
    let pattern = language.bundle.get_message(key)?.value()?;
    Some(language.bundle.format_pattern(pattern, None, &mut Vec::new()))
}

impl Words {
    /// The programme as its readers of this language read it.
    pub fn program(self, program: &Program) -> Program {
        let Some(language) = languages().get(self.index).filter(|_| self.index != 0) else { return program.clone() };
        program.in_words(|key, text| {
            let key = format!("programme-{key}");
            ENGLISH.get(&key).filter(|english| *english == text)?;
            Some(message(language, &key)?.into_owned())
        })
    }

    /// The words for a text of this kind (`role`, `value-industry`) that was kept or sent in the programme's own words,
    /// such as the title of a task that was added; the text itself where it is nobody's but the company's.
    pub fn said<'t>(self, kind: &str, text: &'t str) -> Cow<'t, str> {
        let of_kind = format!("programme-{kind}-");
        let mut keys = ENGLISH.range(of_kind.clone()..).take_while(|(key, _)| key.starts_with(&of_kind));
        let language = languages().get(self.index).filter(|_| self.index != 0);
        let found = language.zip(keys.find(|(_, english)| *english == text));
        found.and_then(|(language, (key, _))| message(language, key)).unwrap_or(Cow::Borrowed(text))
    }
}

#[cfg(test)]
mod tests {
    use guildhall_core::program::GUIDE_TOML;

    use super::*;

    fn titles(program: &Program) -> Vec<&str> {
        program.stages().iter().map(|stage| stage.title.as_str()).collect()
    }

    // Rules: HOME-9
    #[test]
    fn only_the_words_of_the_guide_have_other_words() {
        let own = GUIDE_TOML
            .replacen("id = \"registered\", title = \"Registered\"", "id = \"registered\", title = \"Arrived\"", 1)
            .replace("\"enrolled\"", "\"settled\"");
        let own = Program::parse(&own).unwrap();
        for language in languages().iter().skip(1) {
            let w = Words::of(language.tag).unwrap();
            let guide = w.program(Program::guide());
            for (was, is) in titles(Program::guide()).into_iter().zip(titles(&guide)) {
                assert_eq!(w.said("stage", was), is, "{}", language.tag);
                assert_ne!(was, is, "{}", language.tag);
            }
            let spoken = w.program(&own);
            let expected = ["Arrived", "Enrolled", titles(&guide)[2], titles(&guide)[3]];
            assert_eq!(titles(&spoken), expected, "a text of one's own, a key of one's own, and two of the guide");
            assert_eq!(w.said("stage", "Arrived"), "Arrived");
            assert_eq!(w.said("no-such-kind", "Enrolled"), "Enrolled");
        }
        assert_eq!(&Words::default().program(&own), &own);
        assert_eq!(Words::default().said("stage", "Enrolled"), "Enrolled");
    }
}
