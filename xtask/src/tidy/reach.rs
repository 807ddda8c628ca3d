//! Which Rust files the compiler reads: from each target's first file along the `mod` items.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

/// Every file that is reached from `targets`; `read` gives a file's text if it exists.
pub(crate) fn reached(
    targets: impl IntoIterator<Item = PathBuf>,
    read: impl Fn(&Path) -> Option<String>,
) -> BTreeSet<PathBuf> {
    let mut reached = BTreeSet::new();
    // The folder in which a file's modules stand depends on whether the file is the first of a target.
    let mut pending: Vec<(PathBuf, PathBuf)> = Vec::new();
    for target in targets {
        pending.extend(target.parent().map(|folder| (target.clone(), folder.to_owned())));
    }
    while let Some((file, folder)) = pending.pop() {
        let Some(text) = read(&file) else { continue };
        let beside = file.parent().unwrap_or(&folder).to_owned();
        if !reached.insert(file) {
            continue;
        }
        for module in modules(&text) {
            match module {
                Module::Named(path) => {
                    let inner = folder.join(path);
                    pending.push((inner.with_extension("rs"), inner.clone()));
                    pending.push((inner.join("mod.rs"), inner));
                }
                Module::At(path) => {
                    let file = plain(&beside.join(path));
                    pending.extend(file.parent().map(|folder| (file.clone(), folder.to_owned())));
                }
            }
        }
    }
    reached
}

/// The path without `..`, as the list of files spells it.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        if part == Component::ParentDir {
            plain.pop();
        } else {
            plain.push(part);
        }
    }
    plain
}

/// A file that another one names.
#[derive(Debug, PartialEq, Eq)]
enum Module {
    /// By a `mod` item; modules written out inside the file are folders of the path.
    Named(PathBuf),
    /// By `#[path]` or `include!`, from the file's own folder.
    At(String),
}

/// The files that a text names.
fn modules(text: &str) -> Vec<Module> {
    let mut found = Vec::new();
    let mut path = None;
    // Modules written out in the file, with the indentation that closes each.
    let mut open: Vec<(usize, &str)> = Vec::new();
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        let line = line.trim();
        if line == "}" {
            open.retain(|(opened, _)| *opened < indent);
        }
        if let Some(quoted) = between(line, "#[path = \"", "\"]").or_else(|| between(line, "include!(\"", "\")")) {
            path = Some(quoted.to_owned());
            if line.contains("include!") {
                found.extend(path.take().map(Module::At));
            }
            continue;
        }
        let Some(item) = visibility(line).strip_prefix("mod ") else { continue };
        if let Some(name) = item.strip_suffix(';') {
            let named = || open.iter().map(|(_, name)| *name).chain([name]).collect();
            found.push(path.take().map_or_else(|| Module::Named(named()), Module::At));
        } else if let Some(name) = item.strip_suffix(" {") {
            open.push((indent, name));
        }
    }
    found
}

/// The line behind `pub` and the like.
fn visibility(line: &str) -> &str {
    let Some(rest) = line.strip_prefix("pub") else { return line };
    let rest = rest.strip_prefix('(').and_then(|inner| inner.split_once(')')).map_or(rest, |(_, rest)| rest);
    rest.trim_start()
}

fn between<'a>(line: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = line.split_once(before)?;
    rest.split_once(after).map(|(inner, _)| inner)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[track_caller]
    fn check(files: &[(&str, &str)], targets: &[&str], expected: &[&str]) {
        let files: BTreeMap<PathBuf, &str> = files.iter().map(|(name, text)| (PathBuf::from(name), *text)).collect();
        let read = |file: &Path| files.get(file).map(|text| (*text).to_owned());
        let found = reached(targets.iter().map(PathBuf::from), read);
        assert_eq!(found.iter().map(|file| file.to_str().unwrap()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn modules_are_followed_in_both_layouts() {
        check(
            &[
                ("src/lib.rs", "//! Root.\nmod flat;\npub mod folder;\npub(crate) mod old;\n// mod commented;\n"),
                ("src/flat.rs", "mod inner;"),
                ("src/flat/inner.rs", ""),
                ("src/folder.rs", ""),
                ("src/old/mod.rs", "mod inner;"),
                ("src/old/inner.rs", ""),
                ("src/commented.rs", ""),
                ("src/inner.rs", "nobody names this one"),
            ],
            &["src/lib.rs"],
            &["src/flat/inner.rs", "src/flat.rs", "src/folder.rs", "src/lib.rs", "src/old/inner.rs", "src/old/mod.rs"],
        );
    }

    #[test]
    fn written_out_modules_and_given_paths_are_followed() {
        check(
            &[
                (
                    "tests/all.rs",
                    "mod outer {\n    mod inner;\n}\nmod after;\n#[path = \"../shared/help.rs\"]\nmod help;\n",
                ),
                ("tests/outer/inner.rs", ""),
                ("tests/after.rs", "include!(\"table.rs\");"),
                ("tests/table.rs", ""),
                ("shared/help.rs", ""),
            ],
            &["tests/all.rs"],
            &["shared/help.rs", "tests/after.rs", "tests/all.rs", "tests/outer/inner.rs", "tests/table.rs"],
        );
    }

    #[test]
    fn every_target_is_a_beginning() {
        check(
            &[("src/main.rs", ""), ("src/bin/x.rs", "mod y;"), ("src/bin/y.rs", "")],
            &["src/bin/x.rs"],
            &["src/bin/x.rs", "src/bin/y.rs"],
        );
    }
}
