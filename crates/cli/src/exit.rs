//! The exit codes: what a script can rely on.

use guildhall_core::Kind;

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Exit {
    /// Done; a question was answered with yes.
    Done = 0,
    /// A fault of the program or the machine.
    Internal = 1,
    /// The arguments make no sense.
    Usage = 2,
    /// A rule says no.
    Refused = 3,
    /// Something named does not exist.
    Missing = 4,
    /// The state of things is another.
    Conflict = 5,
    /// The journal cannot be read or written.
    Journal = 6,
    /// Another process has the journal.
    Busy = 7,
}

impl Exit {
    /// Every way to end, in the order of the codes.
    pub(crate) const ALL: [Self; 8] = [
        Self::Done,
        Self::Internal,
        Self::Usage,
        Self::Refused,
        Self::Missing,
        Self::Conflict,
        Self::Journal,
        Self::Busy,
    ];

    /// The code that the shell sees.
    pub(crate) const fn code(self) -> u8 {
        self as u8
    }

    /// What it means, for the help and the reference.
    pub(crate) const fn meaning(self) -> &'static str {
        match self {
            Self::Done => "done, or the answer is yes",
            Self::Internal => "a fault of the program or the machine",
            Self::Usage => "the arguments make no sense, or one is missing",
            Self::Refused => "refused by a rule: invalid, not allowed, or a limit; or the answer is no",
            Self::Missing => "something that was named does not exist",
            Self::Conflict => "the state of things is another: taken, expired, already so",
            Self::Journal => "the journal cannot be read or written, or is damaged",
            Self::Busy => "another process is using the journal; try again",
        }
    }

    /// The code for each kind of refusal: the one place where the core's kinds become exit codes.
    pub(crate) const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Invalid | Kind::Unauthenticated | Kind::Forbidden | Kind::Limited => Self::Refused,
            Kind::Missing => Self::Missing,
            Kind::Conflict => Self::Conflict,
        }
    }
}

/// The name of a kind in JSON.
pub(crate) const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Invalid => "invalid",
        Kind::Unauthenticated => "unauthenticated",
        Kind::Forbidden => "forbidden",
        Kind::Missing => "missing",
        Kind::Conflict => "conflict",
        Kind::Limited => "limited",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_listed_once_and_in_order() {
        let codes: Vec<u8> = Exit::ALL.iter().map(|e| e.code()).collect();
        assert_eq!(codes, [0, 1, 2, 3, 4, 5, 6, 7]);
    }
}
