//! The embedded list of domains that give mailboxes to private people. How it is made: `docs/reference/data-lists.md`.

use alloc::boxed::Box;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

const TEXT: &str = include_str!("../../data/personal_domains.txt");

/// The list, sorted bytewise.
#[must_use]
pub fn embedded_list() -> &'static [&'static str] {
    static LIST: OnceBox<Vec<&'static str>> = OnceBox::new();
    LIST.get_or_init(|| Box::new(TEXT.lines().collect()))
}

/// Whether exactly `domain` (lower-case A-labels) is on the list.
#[must_use]
pub fn is_embedded_personal(domain: &str) -> bool {
    embedded_list().binary_search(&domain).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_has_several_thousand_names() {
        let list = embedded_list();
        assert!(list.len() > 5_000, "{}", list.len());
        assert!(list.windows(2).all(|w| w[0] < w[1]));
    }
}
