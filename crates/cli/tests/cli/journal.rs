//! What people see of a journal that is not as it should be. How it is read is tested beside its code.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Command, Stdio};

use crate::support::{ACME, GLOBEX, Session, check};
use guildhall_cli::journal::{Access, Journal};

// Threat 40
#[test]
fn a_torn_end_is_reported_and_cut() {
    let mut session = Session::acme();
    let bytes = fs::read(session.journal()).unwrap();
    fs::write(session.journal(), &bytes[..bytes.len() - 100]).unwrap();
    session.run("people").run(GLOBEX).run("companies").run("people --company acme.example --quiet");
    check("journal_torn", &session);
}

// Threat 40
#[test]
fn a_journal_that_cannot_be_used() {
    let mut session = Session::acme();
    let bytes = fs::read(session.journal()).unwrap();
    let damaged = String::from_utf8(bytes.clone()).unwrap().replacen("Bo Chen", "Bo Chan", 1);
    fs::write(session.path("damaged"), damaged).unwrap();
    fs::write(session.path("newer"), [bytes.as_slice(), b"{\"format\":3}\n"].concat()).unwrap();
    fs::write(session.path("note"), "buy milk").unwrap();
    symlink(session.journal(), session.path("link")).unwrap();
    for name in ["damaged", "newer", "note", "link", ".", "absent", "note/below"] {
        session.run(&format!("people --journal {name}"));
    }
    session.run(&format!("{GLOBEX} --journal damaged")).run(&format!("{GLOBEX} --journal note --output json"));
    check("journal_faults", &session);
    assert_eq!(fs::read(session.path("note")).unwrap(), b"buy milk", "somebody else's file is left alone");
}

// Threat 40
#[test]
fn a_second_process_is_told_to_wait() {
    let mut session = Session::acme();
    let writer = Journal::open(&session.journal(), Access::Write).unwrap();
    session.run("people").run(GLOBEX);
    drop(writer);
    session.run("people --quiet");
    check("journal_locked", &session);
}

// Threat 40
#[test]
fn the_journal_is_the_users_own() {
    let session = Session::new();
    let command = format!("{} --journal deep/down/journal.jsonl", ACME[0]);
    assert!(session.output(&command, None).status.success());
    let mode = |name: &str| fs::metadata(session.path(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode("deep"), mode("deep/down"), mode("deep/down/journal.jsonl")), (0o700, 0o700, 0o600));

    fs::set_permissions(session.path("deep/down/journal.jsonl"), fs::Permissions::from_mode(0o644)).unwrap();
    let output = session.output("people --journal deep/down/journal.jsonl", None);
    assert!(output.status.success());
    assert!(String::from_utf8(output.stderr).unwrap().contains("others on this machine may read"));
}

#[test]
fn the_journal_stands_in_the_users_data_folder() {
    let session = Session::new();
    let run = |variable: &str, folder: &str| {
        let mut command = session.command();
        command.env_remove("GUILDHALL_JOURNAL").env(variable, session.path(folder));
        command.args(shlex::split(ACME[0]).unwrap()).output().unwrap()
    };
    assert!(run("XDG_DATA_HOME", "data").status.success());
    assert!(session.path("data/guildhall/journal.jsonl").exists());
    assert!(run("HOME", "home").status.success());
    assert!(session.path("home/.local/share/guildhall/journal.jsonl").exists());
    let nowhere = run("LANG", "any");
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(String::from_utf8(nowhere.stderr).unwrap().contains("[journal_not_named]"));
}

/// The disk gives out in the middle of a record: nothing is recorded, nothing is lost.
#[test]
fn a_full_disk_leaves_the_journal_as_it_was() {
    let session = Session::acme();
    let before = fs::read(session.journal()).unwrap();
    // The most that a file may hold, in blocks of which the shell knows the size: people join until it is reached.
    let script = format!("trap '' XFSZ; ulimit -f {} && exec \"$0\" \"$@\"", before.len().div_ceil(512));
    let join = |n: usize| {
        let join = format!("join --name D --email d{n}@acme.example --job-title T --phone 123456 --country C");
        let mut shell = Command::new("sh");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_guildhall")]).args(shlex::split(&join).unwrap());
        shell.env("GUILDHALL_JOURNAL", session.journal()).output().unwrap()
    };
    let (joined, output) = (0..9).map(|n| (n, join(n))).find(|(_, output)| !output.status.success()).unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(6), "{stderr}");
    assert!(stderr.contains("[journal_io]") && stderr.contains("nothing was recorded"), "{stderr}");
    let journal = Journal::open(&session.journal(), Access::Read).unwrap();
    assert_eq!((journal.records().len(), journal.torn_bytes()), (3 + joined, 0));
    assert!(fs::read(session.journal()).unwrap().starts_with(&before));
}

/// A folder in which nothing can be made, not even by the machine's administrator.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_nothing() {
    let mut session = Session::new();
    session.run(&format!("{} --journal /proc/self/guildhall/journal.jsonl", ACME[0]));
    check("journal_read_only", &session);
}

// Threat 40
#[test]
fn processes_that_write_at_once_lose_nothing_and_tell_who_has_to_wait() {
    let session = Session::acme();
    let children: Vec<_> = (0..16)
        .map(|n| {
            let join = format!("join --name D --email d{n}@acme.example --job-title T --phone 123456 --country C");
            let mut command = session.command();
            command.args(shlex::split(&join).unwrap()).stdout(Stdio::null()).stderr(Stdio::null());
            command.env_remove("GUILDHALL_SEED").spawn().unwrap()
        })
        .collect();
    let codes: Vec<i32> = children.into_iter().map(|mut child| child.wait().unwrap().code().unwrap()).collect();
    assert!(codes.iter().all(|code| [0, 7].contains(code)), "{codes:?}");
    let joined = codes.iter().filter(|code| **code == 0).count();
    let journal = Journal::open(&session.journal(), Access::Read).unwrap();
    assert_eq!((journal.records().len(), journal.torn_bytes()), (3 + joined, 0));
    assert!(joined > 0);
}

/// A process that is killed the moment its record shows up leaves a journal that opens, with the record or without.
// Threat 40
#[test]
fn a_killed_process_leaves_a_journal_that_opens() {
    let session = Session::acme();
    let mut least = 3;
    for n in 0..10 {
        let before = fs::metadata(session.journal()).unwrap().len();
        let join = format!("join --name D --email d{n}@acme.example --job-title T --phone 123456 --country C");
        let mut command = session.command();
        command.args(shlex::split(&join).unwrap()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        while fs::metadata(session.journal()).unwrap().len() == before && child.try_wait().unwrap().is_none() {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let journal = Journal::open(&session.journal(), Access::Read).unwrap();
        assert!(journal.records().len() >= least, "what was whole stays");
        least = journal.records().len();
    }
    let output = session.output(GLOBEX, None);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
