//! The comments' parser, and each fault that the chore has to find.

use std::collections::{BTreeMap, BTreeSet};

use super::catalogue::Catalogue;
use super::comments;
use super::judge::{Proofs, judge};
use super::open::Open;
use super::page::{page, summary, table};

/// What a text's comments say: `function: ids` a test, and the faults.
#[track_caller]
fn named(text: &str, tests: &[&str], faults: &[&str]) {
    let names = comments::read("a.rs", text);
    let said: Vec<String> =
        names.tests.iter().map(|test| format!("{}: {}", test.function, test.ids.join(" "))).collect();
    assert_eq!(
        (said.iter().map(String::as_str).collect::<Vec<_>>(), names.faults),
        (tests.to_vec(), faults.iter().map(|fault| (*fault).to_owned()).collect())
    );
}

#[test]
fn ids_are_read_above_every_kind_of_test() {
    for test in [
        "#[test]\nfn works() {",
        "    #[test]\n    pub(crate) fn works<T>() {",
        "#[tokio::test]\nasync fn works() {",
        "#[tokio::test(flavor = \"multi_thread\")]\nasync fn works() {",
        "#[rstest]\n#[case(1, \"a]\")]\nfn works(#[case] number: u8) {",
        "/// What it is about.\n#[test]\n#[should_panic(expected = \"(\")]\nfn works() {",
        "#[cfg(unix)]\n#[test]\nfn works() {",
        "#[allow(\n    clippy::panic,\n    reason = \"why\"\n)]\n#[test]\nfn works() {",
        "#[test] fn works() {",
    ] {
        named(&format!("// Rules: REG-7, C-045\n{test}"), &["works: REG-7 C-045"], &[]);
    }
}

#[test]
fn a_list_goes_on_after_a_comma() {
    named("// Rules: REG-7,\n// REG-9,REG-10,\n//REG-11\n#[test]\nfn a() {}", &["a: REG-7 REG-9 REG-10 REG-11"], &[]);
    named(
        "    // Rules: REG-7\n    #[test]\n    fn a() {}\n// Rules: REG-8\n#[test]\nfn b() {}",
        &["a: REG-7", "b: REG-8"],
        &[],
    );
}

#[test]
fn a_second_list_directly_below_belongs_to_the_same_test() {
    named(
        "// Rules: REG-7, REG-8\n// Rules: REG-9,\n// REG-10\n#[test]\nfn a() {}",
        &["a: REG-7 REG-8 REG-9 REG-10"],
        &[],
    );
    named("// Rules: REG-7,\n// Rules: REG-8\n#[test]\nfn a() {}", &["a: REG-7 REG-8"], &[]);
    let fault = &["a.rs:1: rules are named, but no test stands directly below"];
    named("// Rules: REG-7\n// Rules: REG-8\nfn a() {}", &[], fault);
}

#[test]
fn a_gap_in_the_list_is_a_fault() {
    let gap = &["a.rs:1: the list of rules has a gap"];
    named("// Rules:\n#[test]\nfn a() {}", &["a: "], gap);
    named("// Rules: REG-7,\n#[test]\nfn a() {}", &["a: REG-7"], gap);
    named("// Rules: REG-7,, REG-8\n#[test]\nfn a() {}", &["a: REG-7 REG-8"], gap);
}

#[test]
fn rules_not_directly_above_a_test_are_a_fault() {
    let fault = &["a.rs:1: rules are named, but no test stands directly below"];
    for below in [
        "",
        "fn works() {}",
        "\n#[test]\nfn works() {}",
        "// Another remark.\n#[test]\nfn works() {}",
        "#[cfg(test)]\nfn works() {}",
        "#[test]\nconst WORKS: u8 = 1;",
        "#[test]",
        "mod tests {\n    #[test]\n    fn works() {}\n}",
    ] {
        named(&format!("// Rules: REG-7\n{below}"), &[], fault);
    }
}

#[test]
fn a_comment_that_misses_the_form_is_a_fault() {
    for line in ["//Rules: REG-7", "/// Rules: REG-7", "// Rule: REG-7", "// rules: C-045", "// RULES : REG-7"] {
        named(&format!("{line}\n#[test]\nfn a() {{}}"), &[], &["a.rs:1: rules are named by `// Rules: ID, ID`"]);
    }
    named("//! Rules: as the design gives them.\n// The rules: none.\nlet rules: A = 1;", &[], &[]);
}

const CATALOGUE: &str = r#"
readings = 12
editions = [{ date = "2020-01-31", what = "a draft" }, { date = "2020-03-01", what = "the book" }]
[[group]]
id = "REG"
title = "Registering"
count = 2
rules = [
  { id = "REG-1", title = "Nothing is paid", decided = "src/join" },
  { id = "REG-2", title = "The first one leads them", decided = "src/home.html", needs = "page" },
]
"#;

fn catalogue() -> Catalogue {
    Catalogue::parse(&CATALOGUE.replace("Nothing is paid", "Nothing is ever paid")).unwrap()
}

fn proofs(comment: &str) -> Proofs {
    let mut proofs = Proofs::default();
    if !comment.is_empty() {
        proofs.add(comments::read("src/tests.rs", &format!("// Rules: {comment}\n#[test]\nfn works() {{}}")));
    }
    proofs
}

fn files(files: &[&str]) -> BTreeSet<String> {
    files.iter().map(|file| (*file).to_owned()).collect()
}

const FILES: [&str; 3] = ["src/home.html", "src/join.rs", "src/tests.rs"];

/// The faults of a test that names `comment`, with these open rules, in a project that has every file.
#[track_caller]
fn judged(comment: &str, open: &str, expected: &[&str]) {
    let open = Open::parse(open).unwrap();
    assert_eq!(judge(&catalogue(), &proofs(comment), &open, &files(&FILES)).faults, expected);
}

#[test]
fn what_is_proved_or_open_is_right() {
    judged("REG-1", "# 1 open; this number may only fall\nREG-2\n", &[]);
    judged("REG-1, REG-2", "# 0 open; this number may only fall\n", &[]);
    judged("REG-1, REG-2, C-001, C-012", "# 0 open; this number may only fall\n", &[]);
    judged("", "# 2 open; this number may only fall\nREG-1\nREG-2\n", &[]);
}

#[test]
fn a_rule_without_a_test_that_is_not_open_is_a_fault() {
    judged("REG-1", "# 0 open; this number may only fall\n", &["REG-2: no test names it (The first one leads them)"]);
}

#[test]
fn an_unknown_id_is_a_fault() {
    for id in ["REG-3", "REG-01", "reg-1", "C-013", "C-000", "C-1", "C-+12", "REG-1."] {
        let fault = format!("src/tests.rs:1: `works` names {id}, which is no rule");
        judged(&format!("REG-1, REG-2, {id}"), "# 0 open; this number may only fall\n", &[&fault]);
    }
}

#[test]
fn an_open_rule_that_has_a_test_is_a_fault() {
    let fault = "docs/rules-open.txt: REG-1 has a test now; `cargo xtask rules --update` takes it out";
    judged("REG-1", "# 2 open; this number may only fall\nREG-1\nREG-2\n", &[fault]);
}

#[test]
fn open_rules_that_are_unknown_double_or_more_than_recorded_are_faults() {
    let unknown = "docs/rules-open.txt: `REG-9` is no rule";
    let grown = "docs/rules-open.txt: 3 rules are open, 2 are recorded: the list may only shrink";
    judged("", "# 2 open; this number may only fall\nREG-1\nREG-2\nREG-9\n", &[unknown, grown]);
    let double = "docs/rules-open.txt: REG-2 is there twice";
    judged("", "# 3 open; this number may only fall\nREG-1\nREG-2\nREG-2\n", &[double]);
    let fewer = "docs/rules-open.txt: 1 rules are open, 2 are recorded; `cargo xtask rules --update`";
    judged("REG-1", "# 2 open; this number may only fall\nREG-2\n", &[fewer]);
}

#[test]
fn a_place_that_is_not_there_is_a_fault_unless_the_rule_is_open() {
    let faults = |open: &str, list: &[&str]| {
        judge(&catalogue(), &proofs("REG-1, REG-2"), &Open::parse(open).unwrap(), &files(list)).faults
    };
    let none = "# 0 open; this number may only fall\n";
    assert_eq!(faults(none, &["src/home.html", "src/join/mod.rs"]), Vec::<String>::new());
    assert_eq!(
        faults(none, &["src/home.html", "src/join_us/mod.rs", "src/joined.rs"]),
        ["docs/rules.toml: REG-1 is decided in `src/join`, which is not there"]
    );
    let open = Open::parse("# 2 open; this number may only fall\nREG-1\nREG-2\n").unwrap();
    assert_eq!(judge(&catalogue(), &proofs(""), &open, &files(&[])).faults, Vec::<String>::new());
}

#[test]
fn a_faulty_catalogue_is_refused_with_every_fault() {
    for (from, to, expected) in [
        ("count = 2", "count = 3", "REG has 2 rules, not 3\nREG-1: a title of 3 words"),
        ("\"REG-2\"", "\"REG-3\"", "REG-1: a title of 3 words\nREG-3 stands where REG-2 belongs"),
        ("src/join", "/src/join", "REG-1: a title of 3 words\nREG-1: `/src/join` is no path from the root"),
        ("src/join", "src/../join", "REG-1: a title of 3 words\nREG-1: `src/../join` is no path from the root"),
    ] {
        assert_eq!(Catalogue::parse(&CATALOGUE.replace(from, to)).unwrap_err().to_string(), expected);
    }
    let (_, group) = CATALOGUE.split_once("[[group]]").unwrap();
    let twice = format!("{CATALOGUE}[[group]]{group}").replace("is paid", "is ever paid");
    assert_eq!(Catalogue::parse(&twice).unwrap_err().to_string(), "REG is there twice");
    assert!(Catalogue::parse(&CATALOGUE.replace("needs = \"page\"", "needs = \"luck\"")).is_err());
}

#[test]
fn the_list_shrinks_and_never_grows() {
    let text = "# 2 open; this number may only fall\nREG-1\nREG-2\n";
    let open = Open::parse(text).unwrap();
    assert_eq!(open.to_string(), text);
    let shrunk = open.shrunk(|id| id != "REG-1").unwrap();
    assert_eq!(shrunk.to_string(), "# 1 open; this number may only fall\nREG-2\n");
    let grown = Open::parse("# 1 open; this number may only fall\nREG-1\nREG-2\n").unwrap();
    let refusal = grown.shrunk(|_| true).unwrap_err().to_string();
    assert_eq!(refusal, "2 rules are listed as open, 1 are recorded: the list may only shrink");
    for first in ["", "REG-1", "# open; this number may only fall", "# -1 open; this number may only fall", "# 2 open"]
    {
        assert!(Open::parse(first).is_err(), "{first}");
    }
}

#[test]
fn the_page_links_and_the_table_lists() {
    let (catalogue, proofs) = (catalogue(), proofs("REG-1"));
    let open = Open::parse("# 1 open; this number may only fall\nREG-2\n").unwrap();
    let decided = judge(&catalogue, &proofs, &open, &files(&["src/join.rs"])).decided;
    let page = page(&catalogue, &proofs, &decided);
    let (_, rows) = page.split_once("| --- | --- | --- | --- |\n").unwrap();
    assert_eq!(
        rows,
        "| REG-1 | Nothing is ever paid | [`src/join.rs`](../src/join.rs) | [`works`](../src/tests.rs) |\n\
         | REG-2 | The first one leads them | `src/home.html` (to come) | open: needs a page |\n"
    );
    assert!(
        page.contains("\nEditions of the guide: 2020-01-31 (a draft), 2020-03-01 (the book).\n\n2 rules, 1 proved")
    );
    assert!(page.contains("\n## REG · Registering\n\n1 of 2 proved\n"));
    assert_eq!(
        table(&catalogue, &proofs),
        "REG-1  src/join       src/tests.rs:works\nREG-2  src/home.html  open: needs a page\n"
    );
    assert_eq!(summary(&catalogue, &proofs), "2 rules, 1 proved, 1 open");
}

// Rules: DOC-1
#[test]
fn the_page_names_the_editions_of_the_guide() {
    let catalogue = Catalogue::parse(&super::read(super::CATALOGUE).unwrap()).unwrap();
    let page = page(&catalogue, &Proofs::default(), &BTreeMap::new());
    let line = page.lines().find(|line| line.starts_with("Editions of the guide: ")).unwrap();
    assert!(line.contains("2023-11-10 (the first release), 2024-06-05 ("), "{line}");
    assert_eq!(super::read(super::PAGE).unwrap().lines().find(|written| written == &line), Some(line));
    assert_eq!(summary(&catalogue, &Proofs::default()), "454 rules, 0 proved, 454 open");
}
