//! Runs the binary as people do and writes down what they would see.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A company with its lead and two people, the beginning of most sessions.
pub(crate) const ACME: [&str; 3] = [
    "register --name 'Ann Lee' --email ann@acme.example --job-title CTO --phone '+1 555 0100' --country Canada \
     --company-name Acme --company-country Canada --website https://acme.example --offering software_products \
     --accept-lead --accept-terms",
    "join --name 'Bo Chen' --email bo@acme.example --job-title Engineer --phone '+1 555 0101' --country Canada",
    "join --name 'Cy Diaz' --email cy@acme.example --job-title Seller --phone '+1 555 0102' --country Canada",
];

/// A second company.
pub(crate) const GLOBEX: &str = "register --name 'Gil Roy' --email gil@globex.example --job-title CEO \
    --phone '+44 20 5550' --country UK --company-name Globex --company-country UK --offering consulting_services \
    --accept-lead --accept-terms";

/// A folder with a journal, and a transcript of the commands on it.
pub(crate) struct Session {
    folder: TempDir,
    now: String,
    transcript: String,
}

impl Session {
    /// Without a journal.
    pub(crate) fn new() -> Self {
        let (now, transcript) = ("2026-03-01T09:00:00Z".to_owned(), String::new());
        Self { folder: tempfile::tempdir().unwrap(), now, transcript }
    }

    /// With these commands done already, which the transcript leaves out.
    pub(crate) fn with(commands: &[&str]) -> Self {
        let mut session = Self::new();
        for command in commands {
            let output = session.output(command, None);
            assert!(output.status.success(), "{command}\n{}", String::from_utf8_lossy(&output.stderr));
        }
        session.transcript.clear();
        session
    }

    /// With Acme and its people.
    pub(crate) fn acme() -> Self {
        Self::with(&ACME)
    }

    /// A path in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The journal.
    pub(crate) fn journal(&self) -> PathBuf {
        self.path("journal.jsonl")
    }

    /// The clock stands at `now` from here on.
    pub(crate) fn at(&mut self, now: &str) -> &mut Self {
        writeln!(self.transcript, "# {now}").unwrap();
        now.clone_into(&mut self.now);
        self
    }

    /// The binary, with nothing of the tester's own environment that it reads.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_guildhall"));
        command.env_clear().current_dir(self.folder.path());
        command
            .env("GUILDHALL_JOURNAL", self.journal())
            .env("GUILDHALL_NOW", &self.now)
            .env("GUILDHALL_SEED", "tests")
            .env("GUILDHALL_OPERATOR", "olga");
        command
    }

    /// Runs a command line.
    pub(crate) fn output(&self, arguments: &str, stdin: Option<&[u8]>) -> Output {
        let mut command = self.command();
        command.args(shlex::split(arguments).unwrap());
        command.stdin(if stdin.is_some() { Stdio::piped() } else { Stdio::null() });
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        if let (Some(text), Some(mut pipe)) = (stdin, child.stdin.take()) {
            pipe.write_all(text).unwrap();
        }
        child.wait_with_output().unwrap()
    }

    /// Runs a command line and writes down what it said.
    pub(crate) fn run(&mut self, arguments: &str) -> &mut Self {
        self.run_with(arguments, None)
    }

    /// The same, with `stdin`.
    pub(crate) fn run_with(&mut self, arguments: &str, stdin: Option<&[u8]>) -> &mut Self {
        let output = self.output(arguments, stdin);
        writeln!(self.transcript, "$ guildhall {}", arguments.split_whitespace().collect::<Vec<_>>().join(" "))
            .unwrap();
        self.transcript.push_str(&self.neutral(&output.stdout));
        for line in self.neutral(&output.stderr).lines() {
            writeln!(self.transcript, "! {line}").unwrap();
        }
        writeln!(self.transcript, "[exit {}]\n", output.status.code().unwrap()).unwrap();
        self
    }

    /// The last column of the only line with `containing` of a listing: the id of what it lists.
    #[track_caller]
    pub(crate) fn id(&self, listing: &str, containing: &str) -> String {
        let output = self.output(&format!("{listing} --output csv"), None);
        let text = String::from_utf8(output.stdout).unwrap();
        let mut found = text.lines().filter(|line| line.contains(containing));
        let line = found.next().unwrap_or_else(|| panic!("{listing} has no {containing:?}:\n{text}"));
        assert_eq!(found.next(), None, "{listing} has several {containing:?}");
        line.rsplit(',').next().unwrap().to_owned()
    }

    /// Output without what differs from machine to machine.
    fn neutral(&self, bytes: &[u8]) -> String {
        let folder = self.folder.path().to_str().unwrap();
        String::from_utf8(bytes.to_vec()).unwrap().replace(folder, "FOLDER")
    }

    /// The transcript.
    pub(crate) fn transcript(&self) -> &str {
        &self.transcript
    }
}

/// The lines of a file.
pub(crate) fn lines(path: &Path) -> Vec<String> {
    std::fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect()
}

/// Compares the transcript with its snapshot.
#[track_caller]
pub(crate) fn check(name: &str, session: &Session) {
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, session.transcript());
    });
}
