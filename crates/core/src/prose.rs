//! Longer texts that people type, over several lines.

use alloc::string::String;
use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, de};
use unicode_normalization::UnicodeNormalization;

use crate::account::Faults;
use crate::text::{LineFault, is_deceptive};

/// A non-empty text of at most `MOST` characters, in NFC, with line breaks as `\n` and without blanks at its ends.
/// `Debug` prints none of it, as it may be personal.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Prose<const MOST: usize>(String);

impl<const MOST: usize> Prose<MOST> {
    /// Reads a text.
    pub fn parse(text: &str) -> Result<Self, LineFault> {
        // A text that is much too long is not worth normalizing.
        if text.len() > MOST.saturating_mul(16) {
            return Err(LineFault::TooLong);
        }
        let text: String = text.trim().replace("\r\n", "\n").nfc().collect();
        if text.is_empty() {
            Err(LineFault::Required)
        } else if text.chars().any(|c| is_deceptive(c) && c != '\n' && c != '\t') {
            Err(LineFault::BadCharacter)
        } else if text.chars().count() > MOST {
            Err(LineFault::TooLong)
        } else {
            Ok(Self(text))
        }
    }

    /// Reads a required field of a form.
    pub fn required(faults: &mut Faults, field: &str, text: &str) -> Option<Self> {
        Self::parse(text).map_err(|fault| faults.push(field, fault.code())).ok()
    }

    /// Reads a field of a form that may be left out.
    pub fn optional(faults: &mut Faults, field: &str, text: &str) -> Option<Self> {
        match Self::parse(text) {
            Ok(prose) => Some(prose),
            Err(LineFault::Required) => None,
            Err(fault) => {
                faults.push(field, fault.code());
                None
            }
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MOST: usize> fmt::Debug for Prose<MOST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Prose({} bytes)", self.0.len())
    }
}

impl<const MOST: usize> fmt::Display for Prose<MOST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de, const MOST: usize> Deserialize<'de> for Prose<MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn texts_are_cleaned_or_refused() {
        for (input, expected) in [
            ("  one\r\ntwo\t3 ", "one\ntwo\t3"),
            ("E\u{301}va", "\u{c9}va"),
            (" \n ", "required"),
            ("a\rb", "bad_character"),
            ("a\u{202e}b", "bad_character"),
            ("a\0", "bad_character"),
            ("abcdefghijk", "too_long"),
        ] {
            let got = Prose::<10>::parse(input).map_or_else(|f| f.code().to_string(), |p| p.to_string());
            assert_eq!(got, expected, "{input:?}");
        }
        assert!(serde_json::from_str::<Prose<3>>("\"abcd\"").is_err());
    }
}
