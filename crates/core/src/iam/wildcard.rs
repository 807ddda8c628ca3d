//! Patterns with `*` (any run of characters, the empty one too) and `?` (exactly one character).

use core::str::Chars;

/// Whether letters of different case are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// They differ.
    Sensitive,
    /// ASCII letters are the same in both cases.
    Insensitive,
}

/// Whether the whole of `text` is of the form `pattern`.
///
/// A failed match goes back to the last star only: what an earlier star could take, the last one can take as well. So the
/// time is at most the product of the lengths, whatever the pattern.
pub(super) fn matches(pattern: &str, text: &str, case: Case) -> bool {
    let mut pattern = pattern.chars();
    let mut text = text.chars();
    let mut star: Option<(Chars<'_>, Chars<'_>)> = None;
    loop {
        let mut rest = text.clone();
        match (pattern.next(), rest.next()) {
            (Some('*'), _) => star = Some((pattern.clone(), text.clone())),
            (Some(wanted), Some(found)) if wanted == '?' || same(wanted, found, case) => text = rest,
            (None, None) => return true,
            _ => {
                let Some((after, mut from)) = star.take() else { return false };
                if from.next().is_none() {
                    return false;
                }
                pattern = after.clone();
                text = from.clone();
                star = Some((after, from));
            }
        }
    }
}

fn same(wanted: char, found: char, case: Case) -> bool {
    match case {
        Case::Sensitive => wanted == found,
        Case::Insensitive => wanted.eq_ignore_ascii_case(&found),
    }
}
