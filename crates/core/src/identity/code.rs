//! Security codes: eight characters of unambiguous base32, bound to an address and a purpose, short-lived, few tries.

use alloc::string::String;
use core::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// No 0 and O, no 1 and I: what is left can be read aloud.
const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// A code as it is mailed: eight characters, 40 bits. It never prints by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct SecurityCode([u8; 8]);

impl SecurityCode {
    /// The code that 40 random bits make.
    #[must_use]
    pub fn from_entropy(entropy: [u8; 5]) -> Self {
        let bits = entropy.iter().fold(0u64, |bits, byte| (bits << 8) | u64::from(*byte));
        let mut code = [0u8; 8];
        for (i, slot) in (0u32..8).zip(&mut code) {
            let index = ((bits >> (35 - 5 * i)) & 31) as usize;
            *slot = ALPHABET.get(index).copied().unwrap_or(b'2');
        }
        Self(code)
    }

    /// Reads what a person typed: case, blanks and hyphens do not matter. `None` where it cannot be a code.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > 64 {
            return None;
        }
        let mut typed = text.bytes().filter(|b| !matches!(b, b' ' | b'-' | b'\t')).map(|b| b.to_ascii_uppercase());
        let mut code = [0u8; 8];
        for slot in &mut code {
            *slot = typed.next().filter(|b| ALPHABET.contains(b))?;
        }
        typed.next().is_none().then_some(Self(code))
    }

    /// The eight characters, for the mail and for hashing.
    #[must_use]
    pub fn expose(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for SecurityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecurityCode(..)")
    }
}

/// What a code is for. A code for one purpose is worth nothing for another (C-055).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// To prove the address of somebody who registers (REG-16, USR-4).
    Registration,
    /// To prove the address of somebody who forgot the password (PWD-3).
    PasswordReset,
}

impl Purpose {
    /// The id in text.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Registration => "registration",
            Self::PasswordReset => "password_reset",
        }
    }
}

/// The keyed hash of a code, as the adapter made it from code, purpose and address. The core only carries it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CodeHash(pub String);

impl fmt::Debug for CodeHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CodeHash(..)")
    }
}

/// A code that was mailed and is waited for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// What the code is for.
    pub purpose: Purpose,
    /// Its hash.
    pub hash: CodeHash,
    /// When it ends: at this moment it is no longer good.
    pub expires_at: DateTime<Utc>,
    /// How many wrong tries are left.
    pub tries_left: u32,
}

/// Why a code was not accepted. People are told one thing for all three, so that nobody learns more by trying.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum CodeFault {
    /// It is not the code.
    #[error("the code is not right")]
    Wrong,
    /// Its time is over.
    #[error("the code is too old")]
    Expired,
    /// It was tried too often.
    #[error("the code was tried too often")]
    Void,
}

impl Challenge {
    /// A challenge that begins at `now`.
    #[must_use]
    pub fn new(purpose: Purpose, hash: CodeHash, now: DateTime<Utc>, minutes: u32, tries: u32) -> Self {
        let expires_at = now.checked_add_signed(TimeDelta::minutes(i64::from(minutes))).unwrap_or(now);
        Self { purpose, hash, expires_at, tries_left: tries }
    }

    /// Judges a try: `matches` says whether the typed code's hash is this one's, compared in constant time by the
    /// adapter. A wrong try is counted; the right code is good only in time, with tries left.
    pub fn attempt(&mut self, matches: bool, now: DateTime<Utc>) -> Result<(), CodeFault> {
        if self.tries_left == 0 {
            return Err(CodeFault::Void);
        }
        if now >= self.expires_at {
            return Err(CodeFault::Expired);
        }
        if matches {
            // A code opens one door once.
            self.tries_left = 0;
            return Ok(());
        }
        self.tries_left -= 1;
        Err(CodeFault::Wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(minute * 60, 0).unwrap()
    }

    #[test]
    fn a_code_reads_back_however_it_is_typed() {
        let code = SecurityCode::from_entropy([0x00, 0x44, 0x32, 0x14, 0xC7]);
        assert_eq!(code.expose(), "23456789");
        assert_eq!(SecurityCode::from_entropy([0xff; 5]).expose(), "ZZZZZZZZ");
        for typed in ["23456789", " 2345-6789 ", "2345 6789"] {
            assert_eq!(SecurityCode::parse(typed), Some(code.clone()), "{typed:?}");
        }
        for typed in ["", "2345678", "234567890", "2345678O", "2345678\u{ff19}"] {
            assert_eq!(SecurityCode::parse(typed), None, "{typed:?}");
        }
    }

    // Rules: REG-17, USR-6, PWD-4
    #[test]
    fn a_challenge_ends_by_time_by_tries_and_by_use() {
        let fresh = || Challenge::new(Purpose::Registration, CodeHash(String::new()), at(0), 10, 5);
        assert_eq!(fresh().attempt(true, at(9)), Ok(()));
        assert_eq!(fresh().attempt(true, at(10)), Err(CodeFault::Expired));

        let mut tried = fresh();
        for _ in 0..5 {
            assert_eq!(tried.attempt(false, at(1)), Err(CodeFault::Wrong));
        }
        assert_eq!(tried.attempt(true, at(1)), Err(CodeFault::Void));

        let mut used = fresh();
        assert_eq!(used.attempt(true, at(1)), Ok(()));
        assert_eq!(used.attempt(true, at(1)), Err(CodeFault::Void));
    }

    // Rules: C-055
    #[test]
    fn a_code_has_forty_bits_and_each_of_them_counts() {
        let mut seen = alloc::collections::BTreeSet::new();
        for bit in 0..40usize {
            let mut entropy = [0u8; 5];
            entropy[bit / 8] = 1 << (bit % 8);
            seen.insert(String::from(SecurityCode::from_entropy(entropy).expose()));
        }
        assert_eq!(seen.len(), 40);
        assert!(ALPHABET.windows(2).all(|w| w[0] < w[1]) && !ALPHABET.iter().any(|b| b"01IO".contains(b)));
        for typed in ["0BCDEFGH", "1BCDEFGH", "IBCDEFGH", "OBCDEFGH", "\u{ff21}BCDEFGH", "ABCD_EFGH", "ABCDEFG\0"] {
            assert_eq!(SecurityCode::parse(typed), None, "{typed:?}");
        }
        assert_eq!(SecurityCode::parse("abcd-efgh"), SecurityCode::parse("ABCDEFGH"));
        let padded = |blanks: usize| SecurityCode::parse(&alloc::format!("ABCDEFGH{}", " ".repeat(blanks)));
        assert_eq!(padded(56), SecurityCode::parse("ABCDEFGH"), "64 bytes are read");
        assert_eq!(padded(57), None, "a text this long is no code");
    }

    #[test]
    fn neither_code_nor_hash_prints_and_a_challenge_reads_back() {
        let code = SecurityCode::from_entropy([7; 5]);
        assert_eq!(alloc::format!("{code:?}"), "SecurityCode(..)");
        let challenge = Challenge::new(Purpose::PasswordReset, CodeHash("c0ffee".into()), at(0), 10, 5);
        assert!(!alloc::format!("{challenge:?}").contains("c0ffee"));
        let json = serde_json::to_string(&challenge).unwrap();
        assert_eq!(serde_json::from_str::<Challenge>(&json).unwrap(), challenge);
        assert_eq!(serde_json::to_string(&Purpose::Registration).unwrap(), "\"registration\"");
    }

    // Rules: REG-17, PWD-4
    #[test]
    fn the_last_try_counts_and_time_over_is_told_before_right_or_wrong() {
        let fresh = || Challenge::new(Purpose::Registration, CodeHash(String::new()), at(0), 10, 5);
        let mut last = fresh();
        for _ in 0..4 {
            assert_eq!(last.attempt(false, at(1)), Err(CodeFault::Wrong));
        }
        assert_eq!(last.attempt(true, at(1)), Ok(()), "the fifth try may be right");
        let mut late = fresh();
        assert_eq!(late.attempt(false, at(10)), Err(CodeFault::Expired));
        assert_eq!(late.tries_left, 5, "a late try is no try");
        // A clock that went back does not bring a code back that was used.
        let mut used = fresh();
        assert_eq!(used.attempt(true, at(5)), Ok(()));
        assert_eq!(used.attempt(true, at(4)), Err(CodeFault::Void));
    }

    #[test]
    fn purposes_have_ids_and_secrets_never_print() {
        for purpose in [Purpose::Registration, Purpose::PasswordReset] {
            assert_eq!(serde_json::to_value(purpose).unwrap(), purpose.id());
        }
        assert_eq!(alloc::format!("{:?}", CodeHash("3f9a".into())), "CodeHash(..)");
        assert_eq!(alloc::format!("{:?}", SecurityCode::from_entropy([0; 5])), "SecurityCode(..)");
    }
}
