//! What is written is read again, whatever happens to the file in between, or it is refused with its line.

use std::fs;

use guildhall_core::account::{
    Account, Actor, Command, CompanyInput, ContactInput, CustomerInput, Join, Proof, RegisterCompany, RoleRow,
};
use guildhall_core::support::inquiry;
use guildhall_core::{Id, Program, language, tasks};
use tempfile::TempDir;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::*;
use crate::book::{Book, Decision};
use crate::failure::Failure;
use crate::surroundings::Surroundings;

/// A journal with two companies and decisions of one and of several records, and the state that the decisions made.
struct Sample {
    folder: TempDir,
    book: Book,
    bytes: Vec<u8>,
}

impl Sample {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut clerk = Clerk {
            journal: Journal::open(&folder.path().join("journal"), Access::Write).unwrap(),
            book: Book::default(),
        };
        let acme = clerk.submit(None, &operator(), &register("ann@acme.example"));
        let globex = clerk.submit(None, &operator(), &register("gil@globex.example"));
        clerk.submit(Some(acme), &operator(), &join("bo@acme.example"));
        let (ann, bo) = (clerk.member(acme, "ann@acme.example"), clerk.member(acme, "bo@acme.example"));
        let assign = ["ace_user", "cloud_admin", "nothing"].map(str::to_owned).into();
        let rows = [RoleRow { member: bo, assign, unassign: Vec::new() }].into();
        clerk.submit(Some(acme), &Actor::Member(ann), &Command::UpdateRoles { rows });
        clerk.submit(Some(acme), &Actor::Member(bo), &Command::HandOverCloudAdmin { to: ann });
        let stage = Command::SetStage { path: "services".into(), stage: "enrolled".into() };
        clerk.submit(Some(globex), &operator(), &stage);
        clerk.in_rooms(acme, ann, bo);
        let bytes = fs::read(folder.path().join("journal")).unwrap();
        Self { folder, book: clerk.book, bytes }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("journal")
    }

    /// The lines with their ends.
    fn lines(&self) -> Vec<&[u8]> {
        self.bytes.split_inclusive(|b| *b == b'\n').collect()
    }
}

struct Clerk {
    journal: Journal,
    book: Book,
}

impl Clerk {
    fn submit(&mut self, tenant: Option<Id>, actor: &Actor, command: &Command) -> Id {
        self.decide(|decision| decision.decide(tenant, actor, command))
    }

    fn decide<T>(&mut self, work: impl FnOnce(&mut Decision<'_>) -> Result<T, Failure>) -> T {
        let surroundings = Surroundings::for_tests("2026-03-01T09:00:00Z", "journal");
        let moment = guildhall_core::Moment {
            at: surroundings.now(),
            fresh: surroundings.fresh("fresh", self.journal.head()).unwrap(),
            source: "test".into(),
            request: surroundings.fresh("request", self.journal.head()).unwrap().to_string(),
        };
        self.book.decide(&mut self.journal, Program::guide(), moment, work).unwrap().0
    }

    /// A decision in a room; one of a room and the account; and one about the programme.
    fn in_rooms(&mut self, tenant: Id, ann: Id, bo: Id) {
        let (key, ann) = (Key::of_company(tenant), Actor::Member(ann));
        self.decide(|decision| {
            let choose = language::Command::Choose { language: "en".into() };
            decision.decide_room::<language::State>(key, &Actor::Member(bo), &choose).map(|_| ())
        });
        self.decide(|decision| {
            let offset = tasks::Command::SetUtcOffset { minutes: 60 };
            decision.decide_room::<tasks::State>(key, &ann, &offset)?;
            decision.decide(Some(tenant), &ann, &Command::RequestLeadChange { note: "Bo".into() }).map(|_| ())
        });
        self.decide(|decision| {
            let submit = inquiry::Command::Submit {
                name: "Zoe".into(),
                email: "zoe@umbrella.example".into(),
                company: String::new(),
                subject: "Hello".into(),
                text: "How do I join?".into(),
                captcha: true,
            };
            let key = Key::of_programme(Id::from_bits(77));
            decision.decide_room::<inquiry::Inquiry>(key, &Actor::Visitor, &submit).map(|_| ())
        });
    }

    fn member(&self, tenant: Id, email: &str) -> Id {
        let account: &Account = self.book.account(tenant).unwrap();
        account.members().iter().find(|(_, m)| m.email.as_str() == email).map(|(id, _)| *id).unwrap()
    }
}

fn operator() -> Actor {
    Actor::Operator("olga".into())
}

fn customer() -> CustomerInput {
    CustomerInput { job_title: "CTO".into(), department: String::new() }
}

fn contact() -> ContactInput {
    ContactInput { phone: "+1 555 0100".into(), country: "Canada".into(), city: "Montréal".into() }
}

fn register(email: &str) -> Command {
    Command::RegisterCompany(RegisterCompany {
        name: "Ann".into(),
        email: email.into(),
        accepts_lead: true,
        accepts_terms: true,
        customer: customer(),
        contact: contact(),
        company: CompanyInput { name: "Acme".into(), country: "Canada".into(), ..CompanyInput::default() },
        offering: "software_products".into(),
        proof: Proof::default(),
        domain_owner: None,
    })
}

fn join(email: &str) -> Command {
    let (customer, contact) = (customer(), contact());
    Command::Join(Join {
        invitation: None,
        name: "Bo".into(),
        email: email.into(),
        customer,
        contact,
        proof: Proof::default(),
    })
}

/// The outcome of reading: how many records and torn bytes, or the fault's code.
fn outcome(bytes: &[u8]) -> String {
    match record::read(bytes) {
        Ok(contents) => format!("{} records, {} torn", contents.records.len(), contents.torn_bytes),
        Err(fault) => fault.code().to_owned(),
    }
}

#[test]
fn the_journal_folds_to_what_the_decisions_made() {
    let sample = Sample::new();
    let journal = Journal::open(&sample.path(), Access::Read).unwrap();
    assert_eq!(Book::of(journal.records()).unwrap(), sample.book);
    assert_eq!(sample.book.accounts().len(), 2);
    assert_eq!(journal.records().iter().map(|r| r.more).collect::<Vec<_>>(), [0, 0, 0, 2, 1, 0, 1, 0, 0, 0, 1, 0, 0]);
}

// Threat 40: every cut opens with all whole records, those of one decision together.
#[test]
fn every_cut_opens_with_all_whole_decisions() {
    let sample = Sample::new();
    let whole = record::read(&sample.bytes).unwrap().records;
    let ends: Vec<usize> = sample
        .lines()
        .iter()
        .scan(0, |end, line| {
            *end += line.len();
            Some(*end)
        })
        .collect();
    for cut in 0..=sample.bytes.len() {
        let contents = record::read(&sample.bytes[..cut]).unwrap_or_else(|fault| panic!("cut at {cut}: {fault}"));
        // The line's own end is all that may be missing of a whole record.
        let lines = ends.iter().filter(|end| **end <= cut + 1).count();
        let expected = whole[..lines].iter().rposition(|r| r.more == 0).map_or(0, |last| last + 1);
        assert_eq!(contents.records, whole[..expected], "cut at {cut}");
        let start = if expected == 0 { 0 } else { ends[expected - 1].min(cut) };
        assert_eq!(contents.torn_bytes, cut - start, "cut at {cut}");
    }
}

#[test]
fn the_next_write_cuts_what_is_torn_and_goes_on() {
    let sample = Sample::new();
    for cut in (0..=sample.bytes.len()).step_by(97).chain([sample.bytes.len() - 1]) {
        fs::write(sample.path(), &sample.bytes[..cut]).unwrap();
        let journal = Journal::open(&sample.path(), Access::Write).unwrap();
        let kept = journal.records().to_vec();
        let book = Book::of(&kept).unwrap();
        let mut clerk = Clerk { journal, book };
        clerk.submit(None, &operator(), &register("new@initech.example"));
        drop(clerk.journal);
        let again = Journal::open(&sample.path(), Access::Read).unwrap();
        assert_eq!((again.records().len(), again.torn_bytes()), (kept.len() + 1, 0), "cut at {cut}");
        assert_eq!(again.records()[..kept.len()], kept);
        assert_eq!(Book::of(again.records()).unwrap(), clerk.book);
    }
}

#[test]
fn a_flipped_bit_anywhere_is_noticed() {
    let Sample { mut bytes, .. } = Sample::new();
    for place in 0..bytes.len() {
        for bit in [0x01, 0x20, 0x80] {
            bytes[place] ^= bit;
            let found = outcome(&bytes);
            assert!(
                ["journal_damaged", "journal_foreign", "journal_newer"].contains(&found.as_str()),
                "{place}: {found}"
            );
            bytes[place] ^= bit;
        }
    }
}

#[test]
fn what_is_no_journal_is_left_alone_and_damage_is_named() {
    let sample = Sample::new();
    let lines = sample.lines();
    let first = || lines[0].to_vec();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let changed = |from: &str, to: &str| text(lines[0]).replacen(from, to, 1).into_bytes();
    let rows: Vec<(&str, Vec<u8>, &str)> = vec![
        ("nothing", b"".to_vec(), "0 records, 0 torn"),
        ("a beginning", b"{\"form".to_vec(), "0 records, 6 torn"),
        ("zeros for a beginning", vec![0; 9], "0 records, 9 torn"),
        ("a note without a line end", b"buy milk".to_vec(), "journal_foreign"),
        ("a note", b"buy milk\n".to_vec(), "journal_foreign"),
        ("an empty line", b"\n".to_vec(), "journal_foreign"),
        ("other JSON", b"{\"a\":1}\n".to_vec(), "journal_foreign"),
        ("other JSON, cut short", b"{\"a\":".to_vec(), "journal_foreign"),
        ("a binary", b"\x7fELF\xff".to_vec(), "journal_foreign"),
        ("a newer format", b"{\"format\":3,\"shape\":\"unknown\"}\n".to_vec(), "journal_newer"),
        ("a newer format later on", [first(), b"{\"format\":7}\n".to_vec()].concat(), "journal_newer"),
        ("no format", changed("\"format\":2", "\"format\":0"), "journal_damaged"),
        ("another member", changed("\"seq\":1", "\"seq\":1,\"x\":1"), "journal_damaged"),
        ("no hash", b"{\"format\":2}\n".to_vec(), "journal_damaged"),
        ("windows line ends", text(lines[0]).replace('\n', "\r\n").into_bytes(), "journal_damaged"),
        ("a line twice", [first(), first()].concat(), "journal_damaged"),
        ("lines swapped", [lines[1], lines[0]].concat(), "journal_damaged"),
        ("the first line gone", lines[1..].concat(), "journal_damaged"),
        ("a line gone in the middle", [lines[0], lines[2]].concat(), "journal_damaged"),
        ("a decision without its end", [&lines[..4].concat(), lines[6]].concat(), "journal_damaged"),
        ("an empty line at the end", [first(), b"\n".to_vec()].concat(), "journal_damaged"),
        ("zeros behind", [first(), vec![0; 12]].concat(), "1 records, 12 torn"),
        ("a cut character", [first(), b"{\"format\":2,\"x\":\"\xc3".to_vec()].concat(), "1 records, 18 torn"),
        ("words behind", [first(), b"oops".to_vec()].concat(), "journal_damaged"),
    ];
    for (name, bytes, expected) in rows {
        assert_eq!(outcome(&bytes), expected, "{name}");
    }
    let fault = record::read(&[lines[0], lines[2]].concat()).unwrap_err();
    assert_eq!(fault.to_string(), "line 2 is damaged: it does not continue the record before");
}

/// What was written before there were rooms: a record without a place is of the account.
#[test]
fn a_journal_of_the_first_format_is_read_and_continued() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/journal-format-1.jsonl"), &path).unwrap();
    let journal = Journal::open(&path, Access::Write).unwrap();
    assert!(journal.records().iter().all(|r| r.format == 1 && r.key().tenant == Some(r.key().id)));
    let book = Book::of(journal.records()).unwrap();
    let acme = book.owner_of(&guildhall_core::identity::Domain::parse("acme.example", true).unwrap()).unwrap();
    let mut clerk = Clerk { journal, book };
    let (ann, bo) = (clerk.member(acme, "ann@acme.example"), clerk.member(acme, "bo@acme.example"));
    assert!(clerk.book.account(acme).unwrap().member(bo).unwrap().roles.contains("cloud_admin"));
    clerk.in_rooms(acme, ann, bo);
    drop(clerk.journal);
    let again = Journal::open(&path, Access::Read).unwrap();
    assert_eq!(again.records().iter().map(|r| r.format).collect::<Vec<_>>(), [1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2]);
    assert_eq!(Book::of(again.records()).unwrap(), clerk.book);
}

/// The line with `from` in place of `to`, sealed anew: written by somebody who knows the form and not the rooms.
fn forged(line: &[u8], from: &str, to: &str) -> String {
    let text = String::from_utf8(line.to_vec()).unwrap();
    assert!(text.contains(from), "{text}");
    let text = text.replacen(from, to, 1);
    let body = text.rsplit_once(",\"hash\"").unwrap().0;
    let hash = HEXLOWER.encode(&Sha256::digest(format!("{body}}}")));
    format!("{body},\"hash\":\"{hash}\"}}\n")
}

#[test]
fn a_record_of_an_unknown_room_is_damage() {
    let sample = Sample::new();
    let lines = sample.lines();
    let told = |at: usize, from: &str, to: &str| {
        let bytes = [lines[..at].concat(), forged(lines[at], from, to).into_bytes()].concat();
        record::read(&bytes).and_then(|contents| Book::of(&contents.records)).map(|_| ()).unwrap_err().to_string()
    };
    let place = r#""place":{"kind":"language""#;
    for (at, from, to, expected) in [
        (9, place, r#""place":{"kind":"sauna""#, "its kind of room is unknown"),
        (9, place, r#""place":{"kind":"tasks""#, "it is not a record"),
        (9, r#""event":{"#, r#""event":[],"x":{"#, "it is not a record"),
        (0, r#""place":{"#, r#""place":null,"x":{"#, "it is not a record"),
        (0, r#""format":2"#, r#""format":1"#, "it is not a record"),
    ] {
        assert_eq!(told(at, from, to), format!("line {} is damaged: {expected}", at + 1), "{to}");
    }
    let line = String::from_utf8(lines[9].to_vec()).unwrap();
    let tenant = serde_json::from_str::<serde_json::Value>(&line).unwrap()["tenant"].to_string();
    let (zero, null) = (format!("\"tenant\":\"{}\"", Id::from_bits(0)), "\"tenant\":null".to_owned());
    let (real, id) = (format!("\"tenant\":{tenant}"), format!("\"id\":{tenant}"));
    for (at, from, to, expected) in [
        (9, &real, &zero, "no company has its tenant"),
        (9, &real, &null, "it is of no company"),
        (9, &id, &format!("\"id\":\"{}\"", Id::from_bits(0)), "its place is not the company's own"),
        (12, &null, &real, "what is of the programme is said to be a company's"),
    ] {
        assert_eq!(told(at, from, to), format!("line {} is damaged: {expected}", at + 1), "{to}");
    }
}

/// One of several commands is refused: nothing of the others is recorded.
#[test]
fn several_commands_are_recorded_together_or_not_at_all() {
    let Sample { folder, mut book, bytes } = Sample::new();
    let path = folder.path().join("journal");
    let mut journal = Journal::open(&path, Access::Write).unwrap();
    let (tenant, account) = book.accounts().iter().find(|(_, a)| a.members().len() == 2).unwrap();
    let (key, actor) = (Key::of_company(*tenant), Actor::Member(account.lead(Program::guide()).unwrap().0));
    let moment = guildhall_core::Moment {
        at: journal.records()[0].at,
        fresh: Id::from_bits(9),
        source: String::new(),
        request: String::new(),
    };
    let before = Book::of(journal.records()).unwrap();
    let refused = book.decide(&mut journal, Program::guide(), moment, |decision| {
        decision.decide_room::<tasks::State>(key, &actor, &tasks::Command::SetUtcOffset { minutes: 120 })?;
        let minutes = decision.room::<tasks::State>(key).utc_offset_minutes();
        assert_eq!(minutes, 120, "the next command is judged by what the one before decided");
        decision.decide_room::<tasks::State>(key, &actor, &tasks::Command::SetUtcOffset { minutes: 1 })
    });
    assert!(refused.is_err());
    assert_eq!(book, before);
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

/// A record can be whole and still make no sense: somebody wrote it with other rules.
#[test]
fn records_of_no_company_are_damage() {
    let sample = Sample::new();
    let records = record::read(&sample.bytes).unwrap().records;
    let code = |records: &[Record]| Book::of(records).unwrap_err().to_string();
    assert_eq!(code(&records[2..]), "line 1 is damaged: no company has its tenant");
    let again = [&records[..1], &records[..1]].concat();
    assert_eq!(code(&again), "line 2 is damaged: it registers a company again");
}

#[test]
fn one_writer_or_several_readers() {
    let sample = Sample::new();
    let open = |access| Journal::open(&sample.path(), access).map(|_| ()).map_err(|f| f.code());
    let mut reader = Journal::open(&sample.path(), Access::Read).unwrap();
    assert_eq!((open(Access::Read), open(Access::Write)), (Ok(()), Ok(())), "a reader has let go");
    assert_eq!(reader.append(Vec::new()).unwrap_err().code(), "journal_read_only");
    let shared = File::open(sample.path()).unwrap();
    shared.lock_shared().unwrap();
    assert_eq!((open(Access::Read), open(Access::Write)), (Ok(()), Err("journal_locked")), "while somebody reads");
    drop(shared);
    let writer = Journal::open(&sample.path(), Access::Write).unwrap();
    assert_eq!((open(Access::Read), open(Access::Write)), (Err("journal_locked"), Err("journal_locked")));
    drop(writer);
    assert_eq!(open(Access::Write), Ok(()));
}

#[test]
fn two_writers_that_begin_a_journal_leave_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    let begin = || Clerk { journal: Journal::open(&path, Access::Write).unwrap(), book: Book::default() };
    let (mut one, mut two) = (begin(), begin());
    one.submit(None, &operator(), &register("ann@acme.example"));
    let recorded = guildhall_core::trail::Recorded {
        at: one.journal.records()[0].at,
        actor: operator(),
        source: String::new(),
        request: String::new(),
        grounds: None,
        event: one.journal.records()[0].event.clone(),
    };
    assert_eq!(
        two.journal.append(vec![Entry { key: Key::of_company(Id::from_bits(1)), recorded }]).unwrap_err().code(),
        "journal_locked"
    );
    assert!(two.journal.records().is_empty());
}

#[cfg(unix)]
#[test]
fn only_a_file_of_its_own_is_a_journal() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let sample = Sample::new();
    let at = |name: &str| sample.folder.path().join(name);
    let code = |name: &str, access| Journal::open(&at(name), access).map_or_else(|f| f.code(), |_| "opened");
    symlink(sample.path(), at("link")).unwrap();
    symlink(at("nowhere"), at("dangling")).unwrap();
    fs::create_dir(at("folder")).unwrap();
    for access in [Access::Read, Access::Write] {
        assert_eq!(code("link", access), "journal_symlink");
        assert_eq!(code("dangling", access), "journal_symlink");
        assert_eq!(code("folder", access), "journal_not_a_file");
        assert_eq!(code("journal/below", access), "journal_io");
    }
    assert_eq!(code("absent", Access::Read), "journal_missing");
    assert_eq!(code("absent", Access::Write), "opened");
    assert!(!at("absent").exists(), "nothing is made before there is something to record");

    let mode = |name: &str| fs::metadata(at(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("journal"), 0o600);
    assert!(!Journal::open(&sample.path(), Access::Read).unwrap().readable_by_others());
    fs::set_permissions(sample.path(), fs::Permissions::from_mode(0o640)).unwrap();
    assert!(Journal::open(&sample.path(), Access::Read).unwrap().readable_by_others());
}
