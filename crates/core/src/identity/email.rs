//! E-mail addresses: one strict form, an identity key, and the rules for whose address may register a company.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::domain::{Domain, DomainFault};
use super::personal::is_embedded_personal;
use crate::text::is_deceptive;

/// An e-mail address: an ASCII local part as it was typed, and a domain in canonical form.
///
/// Two addresses are the same person if their [keys](Self::key) are equal. `Debug` prints none of it.
#[derive(Clone)]
pub struct EmailAddress {
    spelling: String,
    key: String,
    at: usize,
    domain: Domain,
}

/// What is wrong with an address. The first fault, from the left, is the one reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum AddressFault {
    /// Nothing was given.
    #[error("the address is missing")]
    Empty,
    /// A blank inside, a control character, or one that hides or reorders text.
    #[error("the address has a blank or a hidden character inside")]
    BadCharacter,
    /// No `@`.
    #[error("the address has no @")]
    NoAtSign,
    /// More than one `@`.
    #[error("the address has more than one @")]
    SeveralAtSigns,
    /// Nothing before the `@`.
    #[error("nothing stands before the @")]
    EmptyLocalPart,
    /// Quotation marks before the `@`.
    #[error("quoted names before the @ are not accepted")]
    QuotedLocalPart,
    /// Letters other than a to z before the `@`.
    #[error("only plain letters, digits and a few signs may stand before the @")]
    NonAsciiLocalPart,
    /// A sign that is not accepted before the `@`.
    #[error("a sign before the @ is not accepted")]
    BadLocalPart,
    /// A dot at the start or end of the local part, or two in a row.
    #[error("the dots before the @ are misplaced")]
    MisplacedDot,
    /// More than 64 bytes before the `@`.
    #[error("more than 64 characters stand before the @")]
    LocalPartTooLong,
    /// More than 254 bytes in all.
    #[error("the address is longer than 254 characters")]
    TooLong,
    /// The domain is wrong.
    #[error(transparent)]
    Domain(#[from] DomainFault),
}

impl AddressFault {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::BadCharacter => "bad_character",
            Self::NoAtSign => "no_at_sign",
            Self::SeveralAtSigns => "several_at_signs",
            Self::EmptyLocalPart => "empty_local_part",
            Self::QuotedLocalPart => "quoted_local_part",
            Self::NonAsciiLocalPart => "non_ascii_local_part",
            Self::BadLocalPart => "bad_local_part",
            Self::MisplacedDot => "misplaced_dot",
            Self::LocalPartTooLong => "local_part_too_long",
            Self::TooLong => "address_too_long",
            Self::Domain(fault) => fault.code(),
        }
    }
}

impl EmailAddress {
    /// Reads an address as a person typed it; blanks at its ends do not matter. `test_mode` accepts reserved domains.
    pub fn parse(text: &str, test_mode: bool) -> Result<Self, AddressFault> {
        let text = text.trim_matches(|c: char| matches!(c, ' ' | '\t' | '\r' | '\n'));
        if text.is_empty() {
            return Err(AddressFault::Empty);
        }
        // Before the parts are looked at: a line break anywhere is an attempt to write into a mail's header.
        // U+00AD is left to the domain, which names it a look-alike.
        if text.chars().any(|c| c.is_whitespace() || (is_deceptive(c) && c != '\u{AD}')) {
            return Err(AddressFault::BadCharacter);
        }
        let Some((local, domain)) = text.split_once('@') else { return Err(AddressFault::NoAtSign) };
        if local.starts_with('"') {
            return Err(AddressFault::QuotedLocalPart);
        }
        if domain.contains('@') {
            return Err(AddressFault::SeveralAtSigns);
        }
        check_local(local)?;
        let domain = Domain::parse(domain, test_mode)?;
        Self::join(local, domain).ok_or(AddressFault::TooLong)
    }

    /// An address as this type once printed it: only its form is looked at. `None` where it has none.
    #[must_use]
    pub fn restore(text: &str) -> Option<Self> {
        let (local, domain) = text.split_once('@')?;
        check_local(local).ok()?;
        Self::join(local, Domain::restore(domain)?)
    }

    fn join(local: &str, domain: Domain) -> Option<Self> {
        let spelling = format!("{local}@{domain}");
        let key = spelling.to_ascii_lowercase();
        (spelling.len() <= 254).then_some(Self { spelling, key, at: local.len(), domain })
    }

    /// The address as it was typed, with the domain in canonical form. Mail goes here.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.spelling
    }

    /// What identifies the person: the address with its ASCII letters in lower case. Never folded further, never
    /// stripped of a `+tag`.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What stands before the `@`.
    #[must_use]
    pub fn local_part(&self) -> &str {
        self.spelling.get(..self.at).unwrap_or_default()
    }

    /// What stands behind it.
    #[must_use]
    pub fn domain(&self) -> &Domain {
        &self.domain
    }
}

/// An ASCII dot-atom of at most 64 bytes, without the signs that relays or shells read as more than a name.
fn check_local(local: &str) -> Result<(), AddressFault> {
    let accepted = |b: u8| {
        b.is_ascii_alphanumeric()
            || matches!(
                b,
                b'.' | b'_' | b'+' | b'-' | b'\'' | b'&' | b'=' | b'~' | b'#' | b'$' | b'*' | b'/' | b'^' | b'{' | b'}'
            )
    };
    if local.is_empty() {
        return Err(AddressFault::EmptyLocalPart);
    }
    if local.starts_with('"') {
        return Err(AddressFault::QuotedLocalPart);
    }
    if !local.is_ascii() {
        return Err(AddressFault::NonAsciiLocalPart);
    }
    if !local.bytes().all(accepted) {
        return Err(AddressFault::BadLocalPart);
    }
    if local.split('.').any(str::is_empty) {
        return Err(AddressFault::MisplacedDot);
    }
    if local.len() > 64 {
        return Err(AddressFault::LocalPartTooLong);
    }
    Ok(())
}

impl PartialEq for EmailAddress {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for EmailAddress {}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.spelling)
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailAddress(..)")
    }
}

impl Serialize for EmailAddress {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.spelling)
    }
}

impl<'de> Deserialize<'de> for EmailAddress {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::restore(&text).ok_or_else(|| de::Error::custom("not an e-mail address in its canonical form"))
    }
}

/// Whose address may register: data of a programme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EmailPolicy {
    /// Personal domains besides the embedded list (REG-13).
    pub personal_domains: BTreeSet<String>,
    /// Domains that the embedded list names but that are accepted.
    pub company_domains: BTreeSet<String>,
    /// Last labels that make any domain personal, such as `edu` (REG-12).
    pub personal_last_labels: BTreeSet<String>,
    /// Local parts that many people read; nobody registers with them by themselves.
    pub shared_mailboxes: BTreeSet<String>,
    /// Whether reserved domains are accepted.
    pub test_mode: bool,
}

/// Why an address cannot be used for business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum EmailFault {
    /// It is not an address.
    #[error(transparent)]
    Address(#[from] AddressFault),
    /// Its domain gives mailboxes to private people (REG-9..14, USR-2).
    #[error("this is a personal address; use the address that your company gave you")]
    Personal,
    /// Several people read it.
    #[error("this is a shared mailbox; use an address of your own")]
    SharedMailbox,
}

impl EmailFault {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Address(fault) => fault.code(),
            Self::Personal => "personal_domain",
            Self::SharedMailbox => "shared_mailbox",
        }
    }
}

impl EmailPolicy {
    /// Reads an address, whoever it belongs to.
    pub fn parse(&self, text: &str) -> Result<EmailAddress, AddressFault> {
        EmailAddress::parse(text, self.test_mode)
    }

    /// Reads an address of a company: not at a personal domain.
    pub fn parse_business(&self, text: &str) -> Result<EmailAddress, EmailFault> {
        let address = self.parse(text)?;
        if self.is_personal(address.domain()) { Err(EmailFault::Personal) } else { Ok(address) }
    }

    /// Reads an address that somebody registers with by themselves: a company's, and one person's.
    pub fn parse_registrant(&self, text: &str) -> Result<EmailAddress, EmailFault> {
        let address = self.parse_business(text)?;
        if self.is_shared(&address) { Err(EmailFault::SharedMailbox) } else { Ok(address) }
    }

    /// Whether `domain`, or a parent of it down to the registrable one, gives mailboxes to private people.
    #[must_use]
    pub fn is_personal(&self, domain: &Domain) -> bool {
        if self.personal_last_labels.contains(domain.last_label()) {
            return true;
        }
        if self.personal_domains.iter().any(|p| domain.up_to_registrable().any(|d| d == p)) {
            return true;
        }
        domain.up_to_registrable().any(|d| is_embedded_personal(d) && !self.company_domains.contains(d))
    }

    /// Whether the address is one that several people read.
    #[must_use]
    pub fn is_shared(&self, address: &EmailAddress) -> bool {
        self.shared_mailboxes.contains(&address.local_part().to_ascii_lowercase())
    }
}
