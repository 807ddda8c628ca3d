//! From text to the words that an index holds, and from what is typed to the words that it is asked for: the same ones
//! whatever the index, so that every store finds the same.
//!
//! Case, accents and marks do not count. A script that writes without blanks is cut into its characters, and a word of it
//! is looked for as those characters in a row.

use alloc::string::String;
use alloc::vec::Vec;

use crate::text::folded;

/// How many words of a query count.
const TERMS_MOST: usize = 16;

/// Whether `c` belongs to a script that sets no blanks between words.
fn stands_alone(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The words of `text`, in order.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in folded(text).chars() {
        if c.is_alphanumeric() && !stands_alone(c) {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            words.push(core::mem::take(&mut word));
        }
        if c.is_alphanumeric() {
            words.push(c.into());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// What an index holds of `text`: its words with a blank between them.
#[must_use]
pub fn indexed(text: &str) -> String {
    words(text).join(" ")
}

/// What an index is asked for: terms that all have to occur. A term is words in a row, the last of which may go on.
#[must_use]
pub fn terms(query: &str) -> Vec<Vec<String>> {
    query.split_whitespace().map(words).filter(|term| !term.is_empty()).take(TERMS_MOST).collect()
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;

    // Rules: SEARCH-2
    #[test]
    fn words_are_those_of_every_script() {
        for (text, expected) in [
            ("Badge Manager", "badge manager"),
            ("\u{c1}na-Mar\u{ed}a's  3rd", "ana maria s 3rd"),
            ("lead@larkspur.example", "lead larkspur example"),
            ("\u{65e5}\u{672c}\u{8a9e}API", "\u{65e5} \u{672c} \u{8a9e} api"),
            ("\u{645}\u{631}\u{62d}\u{628}\u{627}", "\u{645}\u{631}\u{62d}\u{628}\u{627}"),
            (" \"*(); ", ""),
        ] {
            assert_eq!(indexed(text), expected, "{text:?}");
        }
    }

    // Rules: SEARCH-2
    #[test]
    fn a_query_is_terms_that_all_have_to_occur() {
        for (typed, expected) in [
            ("Cloud  mig", r#"[["cloud"], ["mig"]]"#),
            ("lead@lark", r#"[["lead", "lark"]]"#),
            ("\" OR * -", r#"[["or"]]"#),
            ("  ", "[]"),
        ] {
            assert_eq!(format!("{:?}", terms(typed)), expected, "{typed:?}");
        }
        assert_eq!(terms(&"a ".repeat(100)).len(), TERMS_MOST);
    }
}
