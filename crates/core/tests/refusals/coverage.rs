//! What there is to come across, read from the sources: every room, every command, every code of a refusal.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub(crate) type Pair = (String, String);

/// Each room with its folder, or file, below the sources.
pub(crate) const ROOMS: [(&str, &str); 14] = [
    ("account", "account"),
    ("certifications", "certifications"),
    ("channel", "channel"),
    ("content", "content"),
    ("fee", "fee"),
    ("inquiry", "support/inquiry.rs"),
    ("language", "language.rs"),
    ("lead", "pipeline/lead"),
    ("linking", "linking"),
    ("operators", "operators"),
    ("opportunity", "pipeline/opportunity"),
    ("profile", "profile"),
    ("support", "support"),
    ("tasks", "tasks"),
];

fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(at: &Path) -> Vec<PathBuf> {
    if at.is_file() {
        return vec![at.to_owned()];
    }
    let entries = std::fs::read_dir(at).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| !path.to_str().unwrap().contains("tests")).flat_map(|path| files(&path)).collect()
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

fn snake(name: &str) -> String {
    let mut snake = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    snake
}

/// The variants of `pub enum Command` in a source: the lines that are indented once.
fn variants(source: &str) -> Vec<String> {
    let Some((_, rest)) = source.split_once("pub enum Command {\n") else { return Vec::new() };
    let (body, _) = rest.split_once("\n}\n").unwrap();
    let once = body
        .lines()
        .filter_map(|line| line.strip_prefix("    "))
        .filter(|line| !line.starts_with([' ', '/', '}', '#']));
    once.map(|line| snake(line.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap())).collect()
}

/// The kinds of the rooms that the sources have, and the account.
pub(crate) fn rooms() -> BTreeSet<String> {
    let kinds = regex::Regex::new(r#"const KIND: &'static str = "([a-z_]+)";"#).unwrap();
    let mut rooms = BTreeSet::from(["account".to_owned()]);
    for source in files(&sources()).iter().map(|path| read(path)) {
        let found: Vec<String> = kinds.captures_iter(&source).map(|c| c[1].to_owned()).collect();
        assert_eq!(found.len(), source.matches("impl Room for").count(), "a room has a kind of its own");
        rooms.extend(found);
    }
    rooms
}

/// Every command of every room.
pub(crate) fn commands() -> BTreeSet<Pair> {
    let mut all = BTreeSet::new();
    for (room, place) in ROOMS {
        let of_room = files(&sources().join(place)).into_iter();
        // The form for those without an account is a room of its own, in a file beside.
        let own = of_room.filter(|path| room == "inquiry" || !path.ends_with("inquiry.rs"));
        let found: Vec<String> = own.flat_map(|path| variants(&read(&path))).collect();
        assert!(!found.is_empty(), "no commands of {room} in {place}");
        all.extend(found.into_iter().map(|name| (room.to_owned(), name)));
    }
    all
}

/// What every room says to those who may not; that they all say it the same way is shown elsewhere.
pub(crate) const DENIED: [&str; 4] = ["not_signed_in", "not_active", "permission_missing", "operator_only"];

/// Every code of a refusal, with the folder whose commands may say it: opportunities, leads and bulk work share theirs, and
/// so do support and the form.
pub(crate) fn refusals() -> BTreeSet<Pair> {
    let codes = regex::Regex::new(r#"=> "([a-z_]+)", *Kind::"#).unwrap();
    let mut all = BTreeSet::new();
    let places = [
        ("account", "account/refusal.rs"),
        ("certifications", "certifications/refusal.rs"),
        ("channel", "channel/refusal.rs"),
        ("content", "content/decide.rs"),
        ("fee", "fee/refusal.rs"),
        ("language", "language.rs"),
        ("linking", "linking/refusal.rs"),
        ("operators", "operators/refusal.rs"),
        ("pipeline", "pipeline/refusal.rs"),
        ("profile", "profile/refusal.rs"),
        ("support", "support/refusal.rs"),
        ("tasks", "tasks/refusal.rs"),
    ];
    for (room, place) in places {
        let source = read(&sources().join(place));
        // Of the account's file only the refusals themselves: the codes of single roles follow them.
        let source = source.split("pub enum RoleFault").next().unwrap();
        let of_room: Vec<Pair> = codes.captures_iter(source).map(|c| (room.to_owned(), c[1].to_owned())).collect();
        assert!(!of_room.is_empty(), "no codes in {place}");
        all.extend(of_room);
    }
    all.extend(DENIED.map(|code| ("every".to_owned(), code.to_owned())));
    all
}

/// The room's name in [`refusals`].
pub(crate) fn family<'a>(room: &'a str, code: &str) -> &'a str {
    match room {
        _ if room != "account" && DENIED.contains(&code) => "every",
        "opportunity" | "lead" | "bulk" => "pipeline",
        "inquiry" => "support",
        other => other,
    }
}
