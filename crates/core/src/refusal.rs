//! What every refusal shares: its kind, faults of single fields, and the table in which each room says what its own are.

use alloc::string::String;

use serde::{Deserialize, Serialize};

/// The kind of a refusal. Each adapter maps it, exhaustively, to a status or an exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The input breaks a rule of form; the same request can never succeed.
    Invalid,
    /// Nobody is signed in, or the proof of who asks is missing or wrong.
    Unauthenticated,
    /// The person is known and may not do this.
    Forbidden,
    /// What the request names does not exist (or must not be known to exist).
    Missing,
    /// The request was fine for another state of things.
    Conflict,
    /// A limit was reached: a quota, a number of rows, a number of tries.
    Limited,
}

/// One fault of one field of a form. Forms report all of them at once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FieldFault {
    /// The field, as the API names it; rows of a list as `rows[2].email`.
    pub field: String,
    /// A stable code, such as `required` or `no_at_sign`.
    pub code: String,
}

impl FieldFault {
    /// The fault `code` of `field`.
    pub fn new(field: impl Into<String>, code: impl Into<String>) -> Self {
        Self { field: field.into(), code: code.into() }
    }
}

/// The table of refusals: each with its code, its kind, and how it is explained. A refusal without a row does not compile.
/// Of a room, `form` for those that have an `InvalidInput` with the faults of fields, `file` for those that have an
/// `InvalidFile` with the faults of rows; the account has its own methods.
macro_rules! refusals {
    (account $refusal:ty, |$why:ident| { $($rows:tt)+ }) => {
        impl $refusal {
            $crate::refusal::refusals!(@columns [#[must_use] pub] $why $($rows)+);
            $crate::refusal::refusals!(@form [#[must_use] pub]);
        }
        $crate::refusal::refusals!(@from form $refusal);
        $crate::refusal::refusals!(@names $refusal, $($rows)+);
    };
    ($refusal:ty, $($extra:ident,)* |$why:ident| { $($rows:tt)+ }) => {
        impl $crate::room::RoomRefusal for $refusal {
            $crate::refusal::refusals!(@columns [] $why $($rows)+);
            $($crate::refusal::refusals!(@$extra []);)*

            fn denied(&self) -> Option<&$crate::setting::Denied> {
                if let Self::Denied(denied) = self { Some(denied) } else { None }
            }
        }
        $($crate::refusal::refusals!(@from $extra $refusal);)*
        $crate::refusal::refusals!(@names $refusal, $($rows)+);
    };
    (@from form $refusal:ty) => {
        impl From<::alloc::vec::Vec<$crate::FieldFault>> for $refusal {
            fn from(faults: ::alloc::vec::Vec<$crate::FieldFault>) -> Self {
                Self::InvalidInput { faults }
            }
        }
    };
    (@from file $refusal:ty) => {};
    (@columns [$($head:tt)*] $why:ident $($variant:ident $({ $($field:tt)* })? $(( $inner:ident ))? =>
        $code:expr, $kind:expr, $explained:expr;)+
    ) => {
        /// The stable code.
        #[allow(unused_variables, reason = "a row names its facts once, for all columns")]
        $($head)* fn code(&self) -> &'static str {
            match self { $(Self::$variant $({ $($field)* })? $(( $inner ))? => $code,)+ }
        }

        /// The kind.
        #[allow(unused_variables, reason = "a row names its facts once, for all columns")]
        $($head)* fn kind(&self) -> $crate::Kind {
            match self { $(Self::$variant $({ $($field)* })? $(( $inner ))? => $kind,)+ }
        }

        /// Why, and what leads on, for whoever asks in `setting`.
        #[allow(unused_variables, reason = "a row names its facts once, for all columns")]
        $($head)* fn explain(&self, setting: &$crate::setting::Setting<'_>) -> $crate::explain::Explanation {
            let $why = $crate::explain::Explainer::new(setting);
            let explained = match self { $(Self::$variant $({ $($field)* })? $(( $inner ))? => $explained,)+ };
            explained.finish(self.code(), self.kind())
        }
    };
    (@names $refusal:ty, $($variant:ident $({ $($field:tt)* })? $(( $inner:ident ))? =>
        $code:expr, $kind:expr, $explained:expr;)+
    ) => {
        #[cfg(test)]
        impl $refusal {
            /// Every variant by name, so that a test can go over all of them.
            pub(crate) const NAMES: &[&str] = &[$(stringify!($variant),)+];
        }
    };
    (@form [$($head:tt)*]) => {
        /// All faults of the fields, where the input is what is refused.
        $($head)* fn faults(&self) -> &[$crate::FieldFault] {
            if let Self::InvalidInput { faults } = self { faults } else { &[] }
        }
    };
    (@file [$($head:tt)*]) => {
        /// All faults of a file's rows, where a file is what is refused.
        $($head)* fn cells(&self) -> &[$crate::pipeline::bulk::CellFault] {
            if let Self::InvalidFile { cells } = self { cells } else { &[] }
        }
    };
}
pub(crate) use refusals;
