//! The conditions of a statement: operators on the texts of the request's context.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::arn::{Arn, ArnPattern};
use super::wildcard::{Case, matches};

/// An operator with what stands before and after its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Operator {
    pub(super) comparison: Comparison,
    /// `Not...`: it holds where no value matches, and where the key is missing.
    pub(super) negated: bool,
    /// `...IfExists`: it also holds where the key is missing.
    pub(super) if_exists: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    /// The same text.
    Text,
    /// The same text but for case.
    TextIgnoringCase,
    /// A pattern, with its case.
    Pattern,
    /// A pattern of ARNs, part by part. The vendor gives `ArnEquals` and `ArnLike` one meaning.
    Arn,
}

/// Every operator that is known, without `IfExists`. A document with any other is refused: to skip a condition would be
/// to allow what it forbids.
const OPERATORS: [(&str, Comparison, bool); 10] = [
    ("StringEquals", Comparison::Text, false),
    ("StringNotEquals", Comparison::Text, true),
    ("StringEqualsIgnoreCase", Comparison::TextIgnoringCase, false),
    ("StringNotEqualsIgnoreCase", Comparison::TextIgnoringCase, true),
    ("StringLike", Comparison::Pattern, false),
    ("StringNotLike", Comparison::Pattern, true),
    ("ArnEquals", Comparison::Arn, false),
    ("ArnNotEquals", Comparison::Arn, true),
    ("ArnLike", Comparison::Arn, false),
    ("ArnNotLike", Comparison::Arn, true),
];

impl Operator {
    pub(super) fn parse(name: &str) -> Option<Self> {
        let (plain, if_exists) = name.strip_suffix("IfExists").map_or((name, false), |plain| (plain, true));
        let (_, comparison, negated) = OPERATORS.iter().find(|(known, ..)| *known == plain)?;
        Some(Self { comparison: *comparison, negated: *negated, if_exists })
    }
}

/// A value to compare with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Text(String),
    Arn(ArnPattern),
}

/// One key of one operator. All conditions of a statement must hold; one of the values must match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Condition {
    /// The operator as the document writes it.
    pub(super) name: String,
    pub(super) operator: Operator,
    /// The key as the document writes it; keys are compared without regard to case.
    pub(super) key: String,
    pub(super) values: Vec<Value>,
}

impl Condition {
    /// Whether it holds, given what the request's context says of its key; or why that cannot be told.
    pub(super) fn holds(&self, found: Option<&str>) -> Result<bool, String> {
        let Some(found) = found else { return Ok(self.operator.negated || self.operator.if_exists) };
        let mut matched = false;
        for value in &self.values {
            matched |= self.value_matches(value, found)?;
        }
        Ok(matched != self.operator.negated)
    }

    fn value_matches(&self, value: &Value, found: &str) -> Result<bool, String> {
        Ok(match (value, self.operator.comparison) {
            (Value::Arn(pattern), _) => {
                let arn = Arn::parse(found).map_err(|fault| format!("{} of the request: {fault}", self.key))?;
                pattern.matches(&arn)
            }
            (Value::Text(text), Comparison::Text) => text == found,
            (Value::Text(text), Comparison::TextIgnoringCase) => text.to_lowercase() == found.to_lowercase(),
            (Value::Text(text), Comparison::Pattern) => matches(text, found, Case::Sensitive),
            // The parser makes no such pair.
            (Value::Text(_), Comparison::Arn) => return Err(format!("{} is compared with no ARN", self.key)),
        })
    }
}
