//! The password policy: length in code points, four ASCII classes, common passwords, names of the person.

use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use once_cell::race::OnceBox;
use regex::Regex;
use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

const COMMON: &str = include_str!("../../data/common_passwords.txt");

/// What a password has to be: data of a programme (PWD-5..9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasswordPolicy {
    /// The least length, in code points after NFC.
    pub least_code_points: usize,
    /// The greatest length, in bytes: a guard against abuse, not a rule of the guide (PWD-11).
    pub most_bytes: usize,
    /// The symbols of which one is needed.
    pub symbols: BTreeSet<char>,
}

/// A rule that a password does not meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum PasswordFault {
    /// Too few characters (PWD-5).
    #[error("it is too short")]
    TooShort,
    /// More bytes than the cap. Reported alone: nothing else of such a text is looked at.
    #[error("it is too long")]
    TooLong,
    /// A control character, a line break, or a code point that is not assigned.
    #[error("it holds a character that cannot be typed")]
    BadCharacter,
    /// No capital letter A to Z (PWD-6).
    #[error("it has no capital letter")]
    NoUpper,
    /// No small letter a to z (PWD-7).
    #[error("it has no small letter")]
    NoLower,
    /// No digit 0 to 9 (PWD-8).
    #[error("it has no digit")]
    NoDigit,
    /// None of the symbols (PWD-9).
    #[error("it has none of the symbols")]
    NoSymbol,
    /// On the list of passwords that are tried first.
    #[error("it is one of the passwords that are tried first")]
    Common,
    /// It is the person's or company's name or address, forwards or backwards.
    #[error("it is your name, your company or your address")]
    ContainsIdentity,
}

impl PasswordFault {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooShort => "too_short",
            Self::TooLong => "too_long",
            Self::BadCharacter => "bad_character",
            Self::NoUpper => "no_upper",
            Self::NoLower => "no_lower",
            Self::NoDigit => "no_digit",
            Self::NoSymbol => "no_symbol",
            Self::Common => "common",
            Self::ContainsIdentity => "contains_identity",
        }
    }
}

/// Words that the password must not be: address, its parts, names.
#[derive(Clone, Copy, Default)]
pub struct IdentityHints<'a>(pub &'a [&'a str]);

impl IdentityHints<'_> {
    /// Whether `password` is one of the words of at least four letters, forwards or backwards, whatever the case.
    fn are(self, password: &str) -> bool {
        // Composed again, as a small letter may have a composed form that its capital lacks.
        let fold = |text: &str| text.to_lowercase().nfc().collect::<String>();
        let password = fold(password);
        let backwards: String = password.chars().rev().collect();
        self.0.iter().map(|w| fold(w.trim())).any(|w| w.chars().count() >= 4 && (w == password || w == backwards))
    }
}

/// A password that meets the policy, in NFC. It never prints; [`Password::expose`] is for the hash function alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// The text, for hashing.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(..)")
    }
}

impl PasswordPolicy {
    /// The form in which a password is hashed and compared, also at sign-in: NFC. `None` over the byte cap.
    #[must_use]
    pub fn normalize(&self, text: &str) -> Option<String> {
        // No text is more than four times as long as its NFC form, so what is longer is over the cap in either.
        if text.len() > self.most_bytes.saturating_mul(4) {
            return None;
        }
        Some(text.nfc().collect::<String>()).filter(|t| t.len() <= self.most_bytes)
    }

    /// Reads a new password. All rules that it does not meet are returned together.
    pub fn parse(&self, text: &str, hints: IdentityHints<'_>) -> Result<Password, Vec<PasswordFault>> {
        let Some(password) = self.normalize(text) else { return Err([PasswordFault::TooLong].into()) };
        let has = |class: &dyn Fn(char) -> bool| password.chars().any(class);
        let rules = [
            (PasswordFault::TooShort, password.chars().count() < self.least_code_points),
            (PasswordFault::BadCharacter, untypable().is_match(&password)),
            (PasswordFault::NoUpper, !has(&|c| c.is_ascii_uppercase())),
            (PasswordFault::NoLower, !has(&|c| c.is_ascii_lowercase())),
            (PasswordFault::NoDigit, !has(&|c| c.is_ascii_digit())),
            (PasswordFault::NoSymbol, !has(&|c| self.symbols.contains(&c))),
            (PasswordFault::Common, is_common(&password)),
            (PasswordFault::ContainsIdentity, hints.are(&password)),
        ];
        let faults: Vec<PasswordFault> =
            rules.into_iter().filter(|(_, broken)| *broken).map(|(fault, _)| fault).collect();
        if faults.is_empty() { Ok(Password(password)) } else { Err(faults) }
    }
}

fn untypable() -> &'static Regex {
    static UNTYPABLE: OnceBox<Regex> = OnceBox::new();
    UNTYPABLE.get_or_init(|| {
        #[expect(clippy::expect_used, reason = "the pattern is a constant that the tests compile")]
        let regex = Regex::new(r"[\p{Cc}\p{Cn}\p{Zl}\p{Zp}]").expect("the pattern is valid");
        Box::new(regex)
    })
}

fn is_common(password: &str) -> bool {
    static LIST: OnceBox<Vec<&'static str>> = OnceBox::new();
    let list = LIST.get_or_init(|| Box::new(COMMON.lines().collect()));
    list.binary_search(&password.to_lowercase().as_str()).is_ok()
}
