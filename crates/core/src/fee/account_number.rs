//! The number of a cloud account.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, de};

/// The number of a cloud account: twelve digits (FEE-5).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct AccountNumber(String);

/// A text that is not the number of a cloud account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an account number has twelve digits")]
pub struct NotAnAccountNumber;

impl AccountNumber {
    /// The twelve digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for AccountNumber {
    type Err = NotAnAccountNumber;

    /// Reads twelve digits; as consoles print them in groups of four, hyphens or blanks between those are passed over.
    fn from_str(text: &str) -> Result<Self, NotAnAccountNumber> {
        let text = text.trim();
        let grouped = text.len() == 14 && [4, 9].iter().all(|at| matches!(text.as_bytes().get(*at), Some(b'-' | b' ')));
        let skipped = |at: usize| grouped && (at == 4 || at == 9);
        let digits: String = text.char_indices().filter(|(at, _)| !skipped(*at)).map(|(_, c)| c).take(13).collect();
        if digits.len() == 12 && digits.bytes().all(|b| b.is_ascii_digit()) {
            Ok(Self(digits))
        } else {
            Err(NotAnAccountNumber)
        }
    }
}

impl fmt::Display for AccountNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for AccountNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}
