//! The rules for one file.

use std::path::Path;

/// The most lines of a file.
const LINES_MAX: usize = 600;

/// Files that people read from top to bottom, so their length counts.
const LENGTH: [&str; 5] = ["rs", "html", "css", "js", "sql"];

/// Files in which a blank at a line's end means nothing.
const BLANKS: [&str; 11] = ["rs", "toml", "md", "html", "css", "js", "sql", "ftl", "sh", "yml", "json"];

/// What may not stay in a Rust file, in pieces so that this one stays clean.
const LEFTOVERS: [&str; 4] =
    [concat!("todo", "!("), concat!("unimplemented", "!("), concat!("dbg", "!("), concat!("#[ig", "nore")];

/// What may stand nowhere: places on the machine of whoever wrote the file, and text that is not ours.
const FOREIGN: [&str; 3] =
    [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("Amazon Web Services, Inc. ", "and/or its affiliates")];

/// What is untidy about a file, given its path from the root.
pub(crate) fn faults(path: &Path, text: &str) -> Vec<String> {
    // What we did not write we do not tidy.
    if path.components().any(|part| part.as_os_str() == "vendor") {
        return Vec::new();
    }
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let mut faults = Vec::new();
    let lines = text.lines().count();
    if LENGTH.contains(&extension) && lines > LINES_MAX {
        faults.push(format!("{lines} lines, at most {LINES_MAX} are readable"));
    }
    if extension == "rs" && !text.starts_with("//! ") {
        faults.push("the first line is not its `//!` summary".to_owned());
    }
    if BLANKS.contains(&extension) && !text.is_empty() && (!text.ends_with('\n') || text.ends_with("\n\n")) {
        faults.push("does not end in exactly one line end".to_owned());
    }
    let mut faults: Vec<String> = faults.into_iter().map(|fault| format!("{}: {fault}", path.display())).collect();
    for (number, line) in (1..).zip(text.lines()) {
        let mut fault = |what: String| faults.push(format!("{}:{number}: {what}", path.display()));
        if BLANKS.contains(&extension) && line.ends_with([' ', '\t']) {
            fault("blank at the end of the line".to_owned());
        }
        for leftover in LEFTOVERS.iter().filter(|leftover| extension == "rs" && line.contains(**leftover)) {
            fault(format!("`{leftover}` is left over"));
        }
        for foreign in FOREIGN.iter().filter(|foreign| line.contains(**foreign)) {
            fault(format!("`{foreign}` does not belong here"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, text: &str, expected: &[&str]) {
        assert_eq!(faults(Path::new(path), text), expected);
    }

    #[test]
    fn a_tidy_file_has_no_fault() {
        check("src/lib.rs", "//! Summary.\n\nfn f() {}\n", &[]);
        check("notes.md", "Words.\n", &[]);
        check("empty.css", "", &[]);
        check("golden.txt", "a \nb", &[]);
    }

    #[test]
    fn length_counts_where_people_read() {
        let long = |lines: usize| "a\n".repeat(lines);
        check("style.css", &long(600), &[]);
        check("style.css", &long(601), &["style.css: 601 lines, at most 600 are readable"]);
        check("assets/vendor/htmx.js", &long(601), &[]);
        check("golden.txt", &long(601), &[]);
    }

    #[test]
    fn a_rust_file_begins_with_its_summary() {
        let fault = "a.rs: the first line is not its `//!` summary";
        check("a.rs", "fn f() {}\n", &[fault]);
        check("a.rs", "\n//! Late.\n", &[fault]);
        check("a.rs", "//!\n", &[fault]);
    }

    #[test]
    fn ends_of_lines_and_files_are_plain() {
        check("a.md", "a \nb\t\n", &["a.md:1: blank at the end of the line", "a.md:2: blank at the end of the line"]);
        check("a.md", "a", &["a.md: does not end in exactly one line end"]);
        check("a.md", "a\n\n", &["a.md: does not end in exactly one line end"]);
    }

    #[test]
    fn leftovers_are_named() {
        for leftover in LEFTOVERS {
            let text = format!("//! Summary.\n    {leftover}x\n");
            check("a.rs", &text, &[&format!("a.rs:2: `{leftover}` is left over")]);
            check("a.md", &text, &[]);
        }
    }

    #[test]
    fn foreign_text_is_named_in_any_file() {
        for foreign in FOREIGN {
            check("a.txt", &format!("x {foreign} y"), &[&format!("a.txt:1: `{foreign}` does not belong here")]);
        }
    }
}
