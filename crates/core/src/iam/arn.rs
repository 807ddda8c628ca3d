//! Account ids and ARNs, parsed once; and patterns of ARNs.

use alloc::string::{String, ToString};
use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::wildcard::{Case, matches};

/// The longest ARN that is read, in bytes; the vendor's own limit.
const MOST_BYTES: usize = 2048;

/// A text that is no account id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum AccountIdFault {
    /// Nothing was given.
    #[error("an account id is required")]
    Required,
    /// It is not of twelve digits.
    #[error("an account id has twelve digits")]
    NotTwelveDigits,
}

impl AccountIdFault {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::NotTwelveDigits => "not_twelve_digits",
        }
    }
}

/// The id of a cloud account: twelve ASCII digits (LINK-12, C-104).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId(String);

impl AccountId {
    /// Reads an account id; blanks at its ends are dropped.
    pub fn parse(text: &str) -> Result<Self, AccountIdFault> {
        let text = text.trim();
        if text.is_empty() {
            Err(AccountIdFault::Required)
        } else if text.len() != 12 || !text.bytes().all(|b| b.is_ascii_digit()) {
            Err(AccountIdFault::NotTwelveDigits)
        } else {
            Ok(Self(text.to_string()))
        }
    }

    /// The twelve digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for AccountId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for AccountId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

/// Why a text is no ARN, or not the one that is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum ArnFault {
    /// It is longer than an ARN can be.
    #[error("an ARN has at most 2048 bytes")]
    TooLong,
    /// It does not have the six parts of an ARN.
    #[error("an ARN looks like arn:partition:service:region:account:resource")]
    NotAnArn,
    /// One of its parts is not well-formed.
    #[error("a part of the ARN is empty or holds characters that it cannot hold")]
    BadPart,
    /// It holds a wildcard, and one single resource is meant.
    #[error("this names one resource, without * or ?")]
    Wildcard,
    /// It is of something else than an IAM role of an account.
    #[error("this is not the ARN of an IAM role")]
    NotARole,
}

impl ArnFault {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooLong => "too_long",
            Self::NotAnArn => "not_an_arn",
            Self::BadPart => "bad_part",
            Self::Wildcard => "wildcard",
            Self::NotARole => "not_a_role",
        }
    }
}

/// Splits an ARN or a pattern of ARNs into partition, service, region, account and resource. A colon is part of the
/// resource from the sixth part on.
fn parts(text: &str) -> Result<[&str; 5], ArnFault> {
    if text.len() > MOST_BYTES {
        return Err(ArnFault::TooLong);
    }
    let mut parts = text.splitn(6, ':');
    let mut next = || parts.next().ok_or(ArnFault::NotAnArn);
    if next()? != "arn" {
        return Err(ArnFault::NotAnArn);
    }
    let parts = [next()?, next()?, next()?, next()?, next()?];
    if text.chars().any(|c| c.is_whitespace() || crate::text::is_deceptive(c)) {
        return Err(ArnFault::BadPart);
    }
    Ok(parts)
}

fn is_label(text: &str, more: &str) -> bool {
    text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || more.contains(c))
}

/// The name of one resource.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Arn(String);

impl Arn {
    /// Reads an ARN. Its case is kept: parts are compared as they are.
    pub fn parse(text: &str) -> Result<Self, ArnFault> {
        let [partition, service, region, account, resource] = parts(text)?;
        if text.contains(['*', '?']) {
            return Err(ArnFault::Wildcard);
        }
        // An own account, none, or the vendor's, of which managed policies are.
        let of_account = account.is_empty() || account == "aws" || AccountId::parse(account).is_ok();
        let labels = [partition, service, region].iter().all(|part| is_label(part, ""));
        if partition.is_empty() || service.is_empty() || resource.is_empty() || !of_account || !labels {
            return Err(ArnFault::BadPart);
        }
        Ok(Self(text.to_string()))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn part(&self, n: usize) -> &str {
        self.0.splitn(6, ':').nth(n).unwrap_or_default()
    }

    /// The service.
    #[must_use]
    pub fn service(&self) -> &str {
        self.part(2)
    }

    /// The account that it is of; the vendor's own things are of none.
    #[must_use]
    pub fn account(&self) -> Option<AccountId> {
        AccountId::parse(self.part(4)).ok()
    }

    /// The resource: everything from the sixth part on.
    #[must_use]
    pub fn resource(&self) -> &str {
        self.part(5)
    }

    /// The name of the IAM user that it is of, if it is of one.
    #[must_use]
    pub fn user_name(&self) -> Option<&str> {
        self.entity("user/")
    }

    /// Whether it is of the root user of an account.
    #[must_use]
    pub fn is_root(&self) -> bool {
        self.service() == "iam" && self.account().is_some() && self.resource() == "root"
    }

    fn entity(&self, kind: &str) -> Option<&str> {
        let named =
            self.resource().strip_prefix(kind).filter(|_| self.service() == "iam" && self.account().is_some())?;
        named.rsplit('/').next().filter(|name| is_entity_name(name))
    }
}

/// Whether IAM lets a user or role have this name.
fn is_entity_name(name: &str) -> bool {
    (1..=64).contains(&name.len()) && name.chars().all(|c| c.is_ascii_alphanumeric() || "+=,.@_-".contains(c))
}

impl fmt::Display for Arn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Arn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Arn({})", self.0)
    }
}

impl FromStr for Arn {
    type Err = ArnFault;

    fn from_str(text: &str) -> Result<Self, ArnFault> {
        Self::parse(text)
    }
}

impl Serialize for Arn {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Arn {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

/// The ARN of an IAM role of an account.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct RoleArn(Arn);

impl RoleArn {
    /// Reads the ARN of a role; blanks at its ends are dropped. That of a user is none: only roles carry a trust policy
    /// (IAM-9, C-095).
    pub fn parse(text: &str) -> Result<Self, ArnFault> {
        let arn = Arn::parse(text.trim())?;
        if arn.entity("role/").is_some() { Ok(Self(arn)) } else { Err(ArnFault::NotARole) }
    }

    /// The role `name` of `account`, without a path.
    pub fn of(account: &AccountId, name: &str) -> Result<Self, ArnFault> {
        Self::parse(&alloc::format!("arn:aws:iam::{account}:role/{name}"))
    }

    /// The ARN.
    #[must_use]
    pub fn arn(&self) -> &Arn {
        &self.0
    }

    /// Its name, without the path.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.entity("role/").unwrap_or_default()
    }

    /// Its path and name, as policies match them: a role with a path does not begin with its name.
    #[must_use]
    pub fn path_and_name(&self) -> &str {
        self.0.resource().strip_prefix("role/").unwrap_or_default()
    }

    /// Whether it is a role of `account`.
    #[must_use]
    pub fn is_of(&self, account: &AccountId) -> bool {
        self.0.account().as_ref() == Some(account)
    }
}

impl fmt::Display for RoleArn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<'de> Deserialize<'de> for RoleArn {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

/// A pattern of resources: every resource, or ARNs whose five parts are each of a form. A wildcard never matches across
/// the colon between two parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ArnPattern {
    /// A lone star.
    Any,
    /// Part by part.
    Parts(String),
}

impl ArnPattern {
    pub(super) fn parse(text: &str) -> Result<Self, ArnFault> {
        if text == "*" {
            return Ok(Self::Any);
        }
        let [partition, service, region, account, resource] = parts(text)?;
        let labels = [partition, service, region].iter().all(|part| is_label(part, "*?"));
        if partition.is_empty() || service.is_empty() || resource.is_empty() || !labels || !is_label(account, "*?") {
            return Err(ArnFault::BadPart);
        }
        Ok(Self::Parts(text.to_string()))
    }

    pub(super) fn matches(&self, arn: &Arn) -> bool {
        match self {
            Self::Any => true,
            Self::Parts(pattern) => {
                let mut pairs = pattern.splitn(6, ':').zip(arn.0.splitn(6, ':'));
                pairs.all(|(wanted, found)| matches(wanted, found, Case::Sensitive))
            }
        }
    }
}
