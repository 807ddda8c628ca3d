//! What each example prints.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::process::Command;

#[track_caller]
fn check(program: &str, expected: &str) {
    let output = Command::new(program).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
}

// Rules: CMP-4, CMP-5, INV-1
#[test]
fn who_may() {
    check(env!("CARGO_BIN_EXE_who_may"), include_str!("expected/who_may.txt"));
}

// Rules: REG-3, INV-7, ROLE-5
#[test]
fn register_and_invite() {
    check(env!("CARGO_BIN_EXE_register_and_invite"), include_str!("expected/register_and_invite.txt"));
}

#[test]
fn own_programme() {
    check(env!("CARGO_BIN_EXE_own_programme"), include_str!("expected/own_programme.txt"));
}
