//! Looking at access as a whole: what changes would do before they are made, what was true at a moment, who can do what
//! since when, and what good practice would change. Everything here is advice and reads only (C-039).

mod findings;
mod history;
mod rehearsal;

pub use findings::{Facts, Finding, FindingKind, GenericLoginStep, Usage, findings, generic_login_steps};
pub use history::{HeldRole, PersonReview, as_of, people};
pub use rehearsal::{AccessChange, Rehearsal, compare, rehearse};

#[cfg(test)]
mod tests;
