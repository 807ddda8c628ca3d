//! Short texts that people type: trimmed, normalized, without control characters; and ids made from titles.

use alloc::string::String;
use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, de};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `title` in snake case: ASCII letters and digits in lower case, everything else one underscore.
#[must_use]
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('_') {
            slug.push('_');
        }
    }
    while slug.ends_with('_') {
        slug.pop();
    }
    slug
}

/// `text` as it is searched: without case, accents and marks, so that `ana` finds `Ánah`.
#[must_use]
pub fn folded(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// Whether each word of `query` stands somewhere in `texts`, as [`folded`]. A query without words finds everything.
pub fn has_words<'a>(query: &str, texts: impl IntoIterator<Item = &'a str>) -> bool {
    let mut searched = String::new();
    for text in texts {
        searched.push_str(&folded(text));
        searched.push('\n');
    }
    folded(query).split_whitespace().all(|word| searched.contains(word))
}

/// Whether `c` has no place in a line of text: control characters, line breaks, and characters that change the direction
/// or hide (they make a name look like another).
#[must_use]
pub fn is_deceptive(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}')
}

/// What is wrong with a line of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum LineFault {
    /// Nothing was given.
    #[error("this is required")]
    Required,
    /// It has more characters than the field holds.
    #[error("this is too long")]
    TooLong,
    /// It holds a control character or one that hides or reorders text.
    #[error("this holds a character that is not allowed")]
    BadCharacter,
}

impl LineFault {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::TooLong => "too_long",
            Self::BadCharacter => "bad_character",
        }
    }
}

/// One non-empty line of at most `MOST` characters, in NFC, without blanks at its ends. `Debug` prints none of it, as it
/// may be personal.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Line<const MOST: usize>(String);

impl<const MOST: usize> Line<MOST> {
    /// Reads a line.
    pub fn parse(text: &str) -> Result<Self, LineFault> {
        // A text that is much too long is not worth normalizing.
        if text.len() > MOST.saturating_mul(16) {
            return Err(LineFault::TooLong);
        }
        let line: String = text.trim().nfc().collect();
        if line.is_empty() {
            Err(LineFault::Required)
        } else if line.chars().any(is_deceptive) {
            Err(LineFault::BadCharacter)
        } else if line.chars().count() > MOST {
            Err(LineFault::TooLong)
        } else {
            Ok(Self(line))
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MOST: usize> fmt::Debug for Line<MOST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Line({} bytes)", self.0.len())
    }
}

impl<const MOST: usize> fmt::Display for Line<MOST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de, const MOST: usize> Deserialize<'de> for Line<MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

/// A person's or company's name.
pub type Name = Line<100>;
/// A short field of a form.
pub type Field = Line<200>;
/// A remark.
pub type Note = Line<1000>;

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn lines_are_cleaned_or_refused() {
        let rows: &[(&str, &str)] = &[
            ("  Ana  ", "Ana"),
            ("E\u{301}va", "\u{c9}va"),
            ("", "required"),
            (" \t ", "required"),
            ("a\nb", "bad_character"),
            ("a\u{202e}b", "bad_character"),
            ("a\0", "bad_character"),
            ("abcdefghijk", "too_long"),
        ];
        for (input, expected) in rows {
            let got = Line::<10>::parse(input).map_or_else(|f| f.code().to_string(), |l| l.as_str().to_string());
            assert_eq!(got, *expected, "{input:?}");
        }
    }

    #[test]
    fn searching_ignores_case_and_accents() {
        for (query, text, expected) in [
            ("ana", "\u{c1}NA", true),
            ("\u{e1}na", "Ana", true),
            ("e\u{301}va", "Eva", true),
            ("ana", "Jo Hanah", true),
            ("jo ana", "Ana Jones", true),
            ("jo bo", "Ana Jones", false),
            ("\u{fb01}n", "Finn", true),
            ("  ", "Ana", true),
            ("ana", "", false),
        ] {
            assert_eq!(has_words(query, [text]), expected, "{query:?} in {text:?}");
        }
        assert!(!has_words("ab", ["a", "b"]), "a word does not reach over two texts");
        assert!(has_words("a b", ["a", "b"]), "words may stand in different texts");
    }

    #[test]
    fn slugs_are_snake_case() {
        assert_eq!(slug("Well-Architected workloads"), "well_architected_workloads");
        assert_eq!(slug("  FAQs!"), "faqs");
    }
}
