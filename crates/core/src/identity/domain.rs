//! Domain names: one canonical form, and every look-alike refused instead of mapped.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use idna::AsciiDenyList;
use idna::uts46::{DnsLength, Hyphens, Uts46};
use serde::{Deserialize, Deserializer, Serialize, de};
use unicode_normalization::UnicodeNormalization;
use unicode_security::confusable_detection::skeleton;
use unicode_security::{RestrictionLevel, RestrictionLevelDetection as _};

/// Last labels that the public internet never resolves.
const RESERVED: [&str; 6] = ["arpa", "invalid", "local", "localhost", "onion", "test"];

/// A registrable company domain, or one below it, as lower-case A-labels.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Domain(String);

/// What is wrong with a domain. The first fault in this order is the one reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum DomainFault {
    /// Nothing stands there.
    #[error("the domain is missing")]
    Empty,
    /// An address in brackets.
    #[error("an address in brackets is not a domain")]
    Literal,
    /// It ends in a dot.
    #[error("the domain ends in a dot")]
    TrailingDot,
    /// Two dots in a row, or one at the start.
    #[error("the domain has an empty part")]
    EmptyLabel,
    /// More than 253 bytes.
    #[error("the domain is longer than 253 characters")]
    TooLong,
    /// A part of more than 63 bytes.
    #[error("a part of the domain is longer than 63 characters")]
    LabelTooLong,
    /// A character that no domain has, or a broken `xn--` part.
    #[error("the domain has a character or a form that is not allowed")]
    BadCharacter,
    /// It would be turned into another name: a look-alike (soft hyphen, full-width letters, Kelvin sign, ...).
    #[error("the domain is written with look-alike characters")]
    LookAlike,
    /// A name that the public internet never resolves.
    #[error("the domain is reserved and cannot get mail")]
    Reserved,
    /// Just one part.
    #[error("the domain has only one part")]
    SingleLabel,
    /// The last part is a number.
    #[error("the domain ends in a number")]
    NumericLastLabel,
    /// Everybody can register below it, so it belongs to no company.
    #[error("the domain is a public suffix, not a company's")]
    PublicSuffix,
}

impl DomainFault {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty_domain",
            Self::Literal => "domain_literal",
            Self::TrailingDot => "trailing_dot",
            Self::EmptyLabel => "empty_label",
            Self::TooLong => "domain_too_long",
            Self::LabelTooLong => "label_too_long",
            Self::BadCharacter => "bad_domain",
            Self::LookAlike => "look_alike_domain",
            Self::Reserved => "reserved_domain",
            Self::SingleLabel => "single_label",
            Self::NumericLastLabel => "numeric_last_label",
            Self::PublicSuffix => "public_suffix",
        }
    }
}

impl Domain {
    /// Reads a domain. `test_mode` accepts the reserved last labels.
    pub fn parse(text: &str, test_mode: bool) -> Result<Self, DomainFault> {
        let ascii = to_ascii(text)?;
        let last = ascii.rsplit('.').next().unwrap_or_default();
        if RESERVED.contains(&last) && !test_mode {
            return Err(DomainFault::Reserved);
        }
        if !ascii.contains('.') {
            return Err(DomainFault::SingleLabel);
        }
        if last.bytes().all(|b| b.is_ascii_digit()) {
            return Err(DomainFault::NumericLastLabel);
        }
        if psl::domain(ascii.as_bytes()).is_none() {
            return Err(DomainFault::PublicSuffix);
        }
        Ok(Self(ascii))
    }

    /// A domain as this type once printed it: only its form is looked at, since the lists that judged it may have moved
    /// on. `None` where it is not lower-case ASCII labels with dots.
    #[must_use]
    pub fn restore(text: &str) -> Option<Self> {
        let label = |l: &str| !l.is_empty() && l.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        let fits = text.len() <= 253 && text.contains('.') && text.split('.').all(label);
        fits.then(|| Self(text.to_string()))
    }

    /// The canonical form: lower-case A-labels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form with Unicode letters, for people: each part that nobody can take for another name, as browsers judge it. A
    /// part that mixes scripts, or that looks like plain letters and is not, stays as `xn--`.
    #[must_use]
    pub fn to_unicode(&self) -> String {
        let (text, result) = Uts46::new().to_unicode(self.0.as_bytes(), AsciiDenyList::STD3, Hyphens::Check);
        if result.is_err() {
            return self.0.clone();
        }
        let shown = text
            .split('.')
            .zip(self.0.split('.'))
            .map(|(unicode, ascii)| if is_plain(unicode) { unicode } else { ascii });
        shown.collect::<Vec<_>>().join(".")
    }

    /// The domain that was registered: `acme.example` for `mail.acme.example`.
    #[must_use]
    pub fn registrable(&self) -> &str {
        psl::domain(self.0.as_bytes()).and_then(|d| core::str::from_utf8(d.as_bytes()).ok()).unwrap_or(&self.0)
    }

    /// The domain itself and its parents, down to the registrable one.
    pub fn up_to_registrable(&self) -> impl Iterator<Item = &str> {
        let least = self.registrable().len();
        let mut rest = Some(self.0.as_str());
        core::iter::from_fn(move || {
            let current = rest.filter(|r| r.len() >= least)?;
            rest = current.split_once('.').map(|(_, parent)| parent);
            Some(current)
        })
    }

    /// The last label.
    #[must_use]
    pub fn last_label(&self) -> &str {
        self.0.rsplit('.').next().unwrap_or_default()
    }
}

/// Whether a label is of one script, or of a mix that languages write (Japanese, Korean, Chinese with Latin), and does not
/// look like an ASCII name.
fn is_plain(label: &str) -> bool {
    label.is_ascii()
        || label.check_restriction_level(RestrictionLevel::HighlyRestrictive) && !skeleton(label).all(|c| c.is_ascii())
}

fn to_ascii(text: &str) -> Result<String, DomainFault> {
    if text.is_empty() {
        return Err(DomainFault::Empty);
    }
    if text.starts_with('[') {
        return Err(DomainFault::Literal);
    }
    if text.ends_with('.') {
        return Err(DomainFault::TrailingDot);
    }
    if text.split('.').any(str::is_empty) {
        return Err(DomainFault::EmptyLabel);
    }
    // Four bytes a character is the most that a domain of legal length can have.
    if text.len() > 4 * 253 {
        return Err(DomainFault::TooLong);
    }
    let uts46 = Uts46::new();
    let ascii: Cow<'_, str> = uts46
        .to_ascii(text.as_bytes(), AsciiDenyList::STD3, Hyphens::Check, DnsLength::Ignore)
        .map_err(|_| DomainFault::BadCharacter)?;
    if ascii.len() > 253 {
        return Err(DomainFault::TooLong);
    }
    if ascii.split('.').any(|label| label.len() > 63) {
        return Err(DomainFault::LabelTooLong);
    }
    // Lower-casing and composing (NFC) are the only changes that a person would not notice as another name. An `xn--`
    // label was decoded and checked above; it has to come back as it was written.
    let written: Vec<String> = text.split('.').map(|l| l.to_ascii_lowercase().nfc().collect()).collect();
    let (unicode, result) = uts46.to_unicode(ascii.as_bytes(), AsciiDenyList::STD3, Hyphens::Check);
    let same = result.is_ok()
        && written.len() == ascii.split('.').count()
        && written
            .iter()
            .zip(ascii.split('.'))
            .zip(unicode.split('.'))
            .all(|((w, a), u)| w == a || w == u || lower_cased(w) == u);
    if same { Ok(ascii.into_owned()) } else { Err(DomainFault::LookAlike) }
}

/// `label` with each letter that has a small form outside ASCII in that form. A letter that would become an ASCII one (the
/// Kelvin sign) or several stays as it is: it is a look-alike, not a capital.
fn lower_cased(label: &str) -> String {
    let small = |c: char| {
        let mut lower = c.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(one), None) if !one.is_ascii() => one,
            _ => c,
        }
    };
    label.chars().map(small).collect()
}

impl fmt::Display for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Domain({})", self.0)
    }
}

impl<'de> Deserialize<'de> for Domain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::restore(&text).ok_or_else(|| de::Error::custom("not a domain in its canonical form"))
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, vec};

    use super::*;

    #[test]
    fn a_long_text_is_judged_by_what_it_comes_to() {
        let labels = |letter: &str, of: usize, number: usize| vec![letter.repeat(of); number].join(".");
        // Many bytes as they are written, few as they are looked up.
        let written = labels("\u{4e2d}", 50, 3) + ".example";
        assert!(
            written.len() > 253 + 4 && Domain::parse(&written, true).is_ok(),
            "{:?}",
            Domain::parse(&written, true)
        );
        // What is longer than any domain is not even decoded.
        for (bytes, fault) in [(4 * 253, DomainFault::BadCharacter), (4 * 253 + 1, DomainFault::TooLong)] {
            let text = "_".repeat(bytes);
            assert_eq!(Domain::parse(&text, true), Err(fault), "{bytes} bytes");
        }
    }

    #[test]
    fn a_domain_is_printed_for_debugging() {
        assert_eq!(format!("{:?}", Domain::parse("ACME.example", true).unwrap()), "Domain(acme.example)");
    }

    /// What is shown of domains; a row keeps the reason.
    #[test]
    fn unicode_is_shown_where_nobody_is_misled() {
        for (written, shown) in [
            ("acme.example", "acme.example"),
            ("b\u{fc}cher.example", "b\u{fc}cher.example"), // one script: Latin
            ("\u{4f8b}\u{3048}.example", "\u{4f8b}\u{3048}.example"), // Han and Hiragana are Japanese
            ("abc\u{65e5}\u{672c}\u{8a9e}.example", "abc\u{65e5}\u{672c}\u{8a9e}.example"), // and go with Latin
            (
                "\u{43f}\u{440}\u{438}\u{43c}\u{435}\u{440}.example",
                "\u{43f}\u{440}\u{438}\u{43c}\u{435}\u{440}.example",
            ), // Cyrillic alone
            ("\u{430}pple.example", "xn--pple-43d.example"), // Cyrillic a among Latin
            ("\u{440}\u{430}\u{443}\u{440}\u{430}l.example", "xn--l-7sba6dbr.example"), // and with a Latin l
            ("\u{441}\u{43e}\u{440}\u{430}.example", "xn--80a1agc.example"), // Cyrillic that looks like Latin
            ("\u{3b1}bc.example", "xn--bc-b9b.example"),    // Greek with Latin
            ("b\u{fc}cher.\u{430}b.example", "b\u{fc}cher.xn--b-7sb.example"), // each part for itself
        ] {
            let domain = Domain::parse(written, true).map(|d| d.to_unicode());
            assert_eq!(domain.as_deref(), Ok(shown), "{written}");
        }
    }
}
