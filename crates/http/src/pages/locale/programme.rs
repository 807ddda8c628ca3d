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
        program.paths().iter().map(|path| path.title.as_str()).collect()
    }

    // Rules: HOME-9
    #[test]
    fn only_the_words_of_the_guide_have_other_words() {
        let own = GUIDE_TOML
            .replacen("id = \"software\", title = \"Software\"", "id = \"software\", title = \"Makers\"", 1)
            .replacen("id = \"services\", title = \"Services\"", "id = \"advice\", title = \"Services\"", 1)
            .replace("\"services\"", "\"advice\"");
        let own = Program::parse(&own).unwrap();
        for language in languages().iter().skip(1) {
            let w = Words::of(language.tag).unwrap();
            let spoken = w.program(Program::guide());
            for (was, is) in titles(Program::guide()).into_iter().zip(titles(&spoken)) {
                assert_eq!(w.said("path", was), is, "{}", language.tag);
            }
            assert_ne!(titles(&spoken), titles(Program::guide()), "{}", language.tag);
            let spoken = w.program(&own);
            assert_eq!(titles(&spoken).first(), Some(&"Makers"), "a text of one's own");
            assert_eq!(titles(&spoken).get(1), Some(&"Services"), "a key of one's own");
            assert_eq!(titles(&spoken).get(2), titles(&w.program(Program::guide())).get(2));
            assert_eq!(w.said("path", "Makers"), "Makers");
            assert_eq!(w.said("no-such-kind", "Software"), "Software");
        }
        assert_eq!(&Words::default().program(&own), &own);
        assert_eq!(Words::default().said("path", "Software"), "Software");
    }
}
