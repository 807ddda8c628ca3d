//! The program as people call it: what it prints, and how it ends.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use std::path::Path;
use std::process::{Command, Output};

fn sim(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_guildhall-sim")).args(args).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_run_prints_its_seed_first_and_its_digest() {
    let first = sim(&["run", "--seed", "42", "--steps", "200"]);
    assert_eq!(first.status.code(), Some(0));
    let printed = stdout(&first);
    assert!(printed.starts_with("seed       42\n"), "{printed}");
    assert!(printed.contains("\ndigest     ") && printed.ends_with("result     clean\n"), "{printed}");
    assert_eq!(stdout(&sim(&["run", "--seed", "42", "--steps", "200"])), printed);
}

#[test]
fn json_is_one_object_that_begins_with_the_seed() {
    let output = sim(&["run", "--seed", "42", "--steps", "200", "--output", "json"]);
    let printed = stdout(&output);
    assert!(printed.starts_with("{\n  \"seed\": 42,"), "{printed}");
    let value: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(value["steps_done"], 200);
    assert_eq!(value["violation"], serde_json::Value::Null);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "seed       42\n");
}

#[test]
fn a_trace_is_replayed_byte_for_byte_and_its_first_difference_named() {
    let folder = tempfile::tempdir().unwrap();
    let trace = folder.path().join("trace.jsonl");
    let run = stdout(&sim(&["run", "--seed", "9", "--steps", "150", "--tenants", "2", "--trace", text(&trace)]));
    let lines = std::fs::read_to_string(&trace).unwrap();
    assert_eq!(lines.lines().count(), 151);
    assert!(lines.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()));

    let same = sim(&["replay", text(&trace)]);
    assert_eq!(same.status.code(), Some(0));
    let digest = run.lines().find(|line| line.starts_with("digest")).unwrap();
    assert!(stdout(&same).contains(digest), "the replay has the run's digest");

    std::fs::write(&trace, lines.replacen("\"step\":77,", "\"step\":78,", 1)).unwrap();
    let different = sim(&["replay", text(&trace)]);
    assert_eq!(different.status.code(), Some(1));
    assert!(stdout(&different).contains("DIFFERENT from line 78 on"), "{}", stdout(&different));
}

#[test]
fn a_sweep_draws_no_bar_where_nobody_looks() {
    let output = sim(&["sweep", "--seeds", "0..=2", "--steps", "100", "--jobs", "2"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(
        stdout(&output).starts_with("seeds      0..3\nruns       3 of 100 steps, 4 tenants\n"),
        "{}",
        stdout(&output)
    );
    assert_eq!(output.stderr, b"");
}

#[test]
fn wrong_input_ends_with_two_and_says_why() {
    let rows: [(&[&str], &str); 9] = [
        (&[], "Usage"),
        (&["run"], "--seed"),
        (&["run", "--seed", "minus one"], "invalid value"),
        (&["run", "--seed", "1", "--steps", "0"], "not in 1.."),
        (&["run", "--seed", "1", "--tenants", "65"], "not in 1..=64"),
        (&["run", "--seed", "1", "--trace", "/nowhere/at/all"], "creating /nowhere/at/all"),
        (&["replay", "/nowhere/at/all"], "opening /nowhere/at/all"),
        (&["sweep", "--seeds", "9..9"], "no seed in that range"),
        (&["sweep", "--seeds", "0-9"], "write the seeds as 0..100"),
    ];
    for (args, message) in rows {
        let output = sim(args);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.contains(message), "{args:?}: {said}");
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.txt");
    std::fs::write(&file, "not a trace\n").unwrap();
    let output = sim(&["replay", text(&file)]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("is no trace"));
}
