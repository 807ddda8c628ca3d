//! Wildcards, against a matcher that is slow and obvious.

use proptest::prelude::*;

use super::super::wildcard::{Case, matches};

/// What a pattern means, written down.
fn obvious(pattern: &[char], text: &[char]) -> bool {
    match pattern.split_first() {
        None => text.is_empty(),
        Some(('*', rest)) => (0..=text.len()).any(|n| obvious(rest, &text[n..])),
        Some((wanted, rest)) => {
            text.split_first().is_some_and(|(c, more)| (*wanted == '?' || wanted == c) && obvious(rest, more))
        }
    }
}

#[test]
fn a_star_is_any_run_and_a_question_mark_one_character() {
    for (pattern, text, expected) in [
        ("", "", true),
        ("", "a", false),
        ("*", "", true),
        ("?", "", false),
        ("?", "\u{e9}", true),
        ("??", "\u{e9}", false),
        ("a*c", "ac", true),
        ("a*c", "abcbc", true),
        ("a*c", "abcb", false),
        ("*a?*", "xay", true),
        ("**", "", true),
        ("a", "A", false),
        ("*", "*", true),
        ("a", "*", false),
    ] {
        assert_eq!(matches(pattern, text, Case::Sensitive), expected, "{pattern:?} {text:?}");
    }
    assert!(matches("IAM:*role", "iam:PassRole", Case::Insensitive));
}

#[test]
fn many_stars_take_no_long_time() {
    let pattern = alloc::format!("{}b", "a*".repeat(1000));
    assert!(!matches(&pattern, &"a".repeat(4000), Case::Sensitive));
}

proptest! {
    #[test]
    fn patterns_mean_what_they_say(pattern in "[ab*?]{0,8}", text in "[ab]{0,10}") {
        let chars = |s: &str| s.chars().collect::<alloc::vec::Vec<_>>();
        prop_assert_eq!(matches(&pattern, &text, Case::Sensitive), obvious(&chars(&pattern), &chars(&text)));
    }
}
