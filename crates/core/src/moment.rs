//! What a decision knows of the world outside: the time, fresh ids, and where the request came from.

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;
use core::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A 128-bit identifier, made by the adapter from its random source and never used twice.
///
/// Its text form is 32 lower-case hexadecimal digits; that is also how it is serialized.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(u128);

impl Id {
    /// The id with these 128 bits.
    #[must_use]
    pub const fn from_bits(bits: u128) -> Self {
        Self(bits)
    }

    /// The 128 bits.
    #[must_use]
    pub const fn bits(self) -> u128 {
        self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({self})")
    }
}

/// A text that is not 32 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an id is 32 hexadecimal digits")]
pub struct NotAnId;

impl FromStr for Id {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let lower_hex = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
        if text.len() != 32 || !text.bytes().all(lower_hex) {
            return Err(NotAnId);
        }
        u128::from_str_radix(text, 16).map(Self).map_err(|_| NotAnId)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|e| de::Error::custom(format!("{e}")))
    }
}

/// The moment of a decision: everything it may know that is not in the state, the programme or the command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The time, as the adapter's clock tells it.
    pub at: DateTime<Utc>,
    /// A fresh random id. Further ids of the same decision are derived from it by [`Moment::id`].
    pub fresh: Id,
    /// Where the request came from: an address, or the name of a local tool. Goes into the trail.
    pub source: String,
    /// The id of the request, to find it again in the logs.
    pub request: String,
}

impl Moment {
    /// The `n`th fresh id of this decision. Different `n` give different ids; ids of different moments differ as their
    /// random starts do.
    #[must_use]
    pub const fn id(&self, n: u64) -> Id {
        // An odd factor spreads the few ids of one decision over the whole space, so that they do not look consecutive.
        const SPREAD: u128 = 0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835;
        Id(self.fresh.0.wrapping_add((n as u128).wrapping_mul(SPREAD)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_prints() {
        for bits in [0, 1, u128::MAX, 0x0123_4567_89ab_cdef] {
            let id = Id::from_bits(bits);
            assert_eq!(id.to_string().parse(), Ok(id));
        }
    }

    #[test]
    fn only_its_own_form_is_an_id() {
        for text in [
            "",
            "0",
            "0123456789ABCDEF0123456789ABCDEF",
            "+123456789abcdef0123456789abcdef",
            "0x23456789abcdef0123456789abcdef0",
        ] {
            assert_eq!(text.parse::<Id>(), Err(NotAnId), "{text:?}");
        }
    }
}
