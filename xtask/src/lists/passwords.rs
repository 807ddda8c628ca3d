//! The common passwords: what people make of a well-known word when a policy forces a digit and a symbol on them.
//!
//! A published frequency list ranks the words and a table of habits ranks the endings. Taking both as independent and
//! Zipf-like (frequency falls with rank), a combination is the likelier the smaller the product of its ranks.

use std::collections::BTreeSet;

use anyhow::{Context, Result};

use super::fetch::{Form, Registry, Source};

/// Where the frequency list comes from. The Rust port of the same library keeps its lists private.
pub(crate) const SOURCE: Source = Source {
    registry: Registry::Npm,
    name: "zxcvbn",
    version: "4.4.2",
    licence: "MIT",
    sha256: "0b3ebb60ec2df2340e1b8b70e4cb2657a3ceb192781d299310e7aceaa606cd22",
    file: "package/lib/frequency_lists.js",
    form: Form::Quoted,
};

/// How many entries are generated: above the 3,000 that OWASP ASVS 5.0 (6.2.4) asks for, small enough to embed.
const GENERATED: usize = 5_000;

/// The least and the most entries that the committed list may hold.
const COUNT: std::ops::RangeInclusive<usize> = 3_000..=6_000;

/// The shortest password that the policy accepts (PWD-5).
const LENGTH_MIN: usize = 8;

/// The symbols of which the policy asks for one (PWD-9).
const SYMBOLS: &str = "!@#$%^_=+:";

/// How many words of the frequency list serve as a stem.
const STEMS: usize = 1_500;

/// Endings in the order of habit.
const ENDINGS: [&str; 34] = [
    "!", "1!", "123!", "@123", "1", "@1", "12!", "1234!", "@", "#1", "01!", "!1", "1@", "123@", "@1234", "#123", "1#",
    "!123", "123#", "$1", "1$", "11!", "2!", "#", "99!", "_1", "1!!", "321!", "@12", "00!", "12345!", "!!1", "007!",
    "123$",
];

/// Years that people append, the likeliest first.
const YEARS: [u16; 14] = [2026, 2025, 2024, 2023, 2027, 2022, 2021, 2020, 2028, 2019, 2018, 2029, 2030, 2017];

/// What people write for a letter, alone or together, with the rank that it multiplies.
const SPELLINGS: [(usize, &[(char, char)]); 6] = [
    (1, &[]),
    (4, &[('a', '@')]),
    (4, &[('o', '0')]),
    (5, &[('a', '@'), ('o', '0')]),
    (6, &[('s', '$')]),
    (8, &[('a', '@'), ('s', '$'), ('o', '0'), ('e', '3'), ('i', '1')]),
];

/// The words of the library's password list, the most frequent first.
pub(crate) fn frequency_list(text: &str) -> Result<Vec<String>> {
    let (_, rest) = text.split_once("passwords: \"").context("no password list")?;
    let (list, _) = rest.split_once('"').context("the password list has no end")?;
    Ok(list.split(',').map(str::to_lowercase).collect())
}

/// Whether some capitalisation of a lower-case entry passes the policy (PWD-5 to PWD-9).
pub(crate) fn can_pass(entry: &str) -> bool {
    entry.len() >= LENGTH_MIN
        && entry.bytes().all(|byte| byte.is_ascii_graphic() && !byte.is_ascii_uppercase())
        && entry.bytes().filter(u8::is_ascii_lowercase).count() >= 2
        && entry.bytes().any(|byte| byte.is_ascii_digit())
        && entry.chars().any(|symbol| SYMBOLS.contains(symbol))
}

/// Whether an entry is a worked example of the documentation, which must stay usable there and in tests.
fn is_example(entry: &str) -> bool {
    entry.starts_with("aa1") || entry.starts_with("correct-horse")
}

/// The list: the published passwords that pass as they are, then the likeliest combinations of stem and ending.
pub(crate) fn generate(bases: &[String], published: &[String]) -> BTreeSet<String> {
    let usable = |entry: &String| can_pass(entry) && !is_example(entry);
    let mut list: BTreeSet<String> = published.iter().filter(|entry| usable(entry)).cloned().collect();
    let mut ranked = combinations(&stems(bases, published));
    ranked.sort();
    for (_, entry) in ranked {
        if list.len() >= GENERATED {
            break;
        }
        if usable(&entry) {
            list.insert(entry);
        }
    }
    list
}

/// The stems in their order: our own words take turns with the published ones.
fn stems(bases: &[String], published: &[String]) -> Vec<String> {
    let mut known = BTreeSet::new();
    let words = published.iter().filter(|word| word.len() >= 4 && word.bytes().any(|byte| byte.is_ascii_lowercase()));
    let mut words = words.take(STEMS);
    let mut own = bases.iter();
    let mut stems = Vec::new();
    loop {
        let (first, second) = (own.next(), words.next());
        if first.is_none() && second.is_none() {
            return stems;
        }
        stems.extend([first, second].into_iter().flatten().filter(|word| known.insert(word.as_str())).cloned());
    }
}

/// Every stem with every ending that makes it pass, with the product of their ranks.
fn combinations(stems: &[String]) -> Vec<(usize, String)> {
    let endings = endings();
    let mut all = Vec::new();
    for (stem_rank, stem) in (1..).zip(stems) {
        let mut spelled = BTreeSet::new();
        for (spelling_rank, spelling) in SPELLINGS {
            let word = spell(stem, spelling);
            if !spelled.insert(word.clone()) {
                continue;
            }
            let passing = endings.iter().map(|ending| format!("{word}{ending}")).filter(|entry| can_pass(entry));
            all.extend((1..).zip(passing).map(|(rank, entry)| (stem_rank * spelling_rank * rank, entry)));
        }
    }
    all
}

/// Nothing, then the habits, with the years woven in after the first of them.
fn endings() -> Vec<String> {
    let (first, rest) = ENDINGS.split_at(4);
    let years = YEARS.iter().flat_map(|year| [format!("{year}!"), format!("@{year}"), format!("{year}@")]);
    let plain = |endings: &[&str]| endings.iter().map(|ending| (*ending).to_owned()).collect::<Vec<_>>();
    let mut all = vec![String::new()];
    all.extend(plain(first));
    all.extend(years);
    all.extend(plain(rest));
    all
}

fn spell(word: &str, spelling: &[(char, char)]) -> String {
    let swap = |letter| spelling.iter().find(|(from, _)| *from == letter).map_or(letter, |(_, to)| *to);
    word.chars().map(swap).collect()
}

/// What is wrong with the committed list; empty where nothing is.
pub(crate) fn faults(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let count = text.lines().count();
    if !COUNT.contains(&count) {
        faults.push(format!("{count} entries, expected {} to {}", COUNT.start(), COUNT.end()));
    }
    for entry in text.lines() {
        if !can_pass(entry) {
            faults.push(format!("{entry:?} passes the policy in no capitalisation"));
        }
        if is_example(entry) {
            faults.push(format!("{entry:?} is an example of the documentation"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn an_entry_has_to_pass_in_some_capitalisation() {
        for (entry, passes) in [
            ("password1!", true),
            ("p@ssw0rd", true),
            ("ab12345!", true),
            ("abcd12!", false),
            ("a123456!", false),
            ("password!", false),
            ("password1", false),
            ("password1-", false),
            ("Password1!", false),
            ("pass word1!", false),
            ("pässword1!", false),
        ] {
            assert_eq!(can_pass(entry), passes, "{entry}");
        }
    }

    #[test]
    fn the_frequency_list_is_the_quoted_one() {
        let text = "frequency_lists = {\n  passwords: \"123456,Password,abc\".split(\",\"),\n  names: \"ann\"";
        assert_eq!(frequency_list(text).unwrap(), ["123456", "password", "abc"]);
        assert!(frequency_list("names: \"ann\"").is_err());
    }

    #[test]
    fn the_usual_ones_are_made() {
        let list = generate(&words("welcome admin password"), &words("123456 qwerty p@ssw0rd aa1!aaaa"));
        for usual in ["password1!", "welcome2026!", "passw0rd!", "p@ssw0rd1", "qwerty123!", "admin@123", "p@ssw0rd"] {
            assert!(list.contains(usual), "{usual}");
        }
        assert!(!list.contains("aa1!aaaa") && list.iter().all(|entry| can_pass(entry)));
    }

    #[test]
    fn the_likelier_combination_has_the_smaller_rank() {
        let rank = |all: &[(usize, String)], entry: &str| all.iter().find(|(_, found)| found == entry).unwrap().0;
        let all = combinations(&words("password welcome"));
        assert!(rank(&all, "password1!") < rank(&all, "welcome1!"));
        assert!(rank(&all, "password1!") < rank(&all, "password@12"));
        assert!(rank(&all, "passw0rd!") < rank(&all, "passw0rd#123"));
    }

    #[test]
    fn the_check_names_each_fault() {
        let found = faults("aa1!aaaa\npassword\n");
        assert_eq!(
            found,
            [
                "2 entries, expected 3000 to 6000",
                "\"aa1!aaaa\" is an example of the documentation",
                "\"password\" passes the policy in no capitalisation",
            ]
        );
    }
}
