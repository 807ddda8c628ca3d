//! Whole runs: the same bytes for the same seed, everything seen, and broken engines caught.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use std::collections::BTreeSet;

use guildhall_core::account::{self, Account, Actor, Command, Event, Refusal};
use guildhall_core::{Id, Moment, Program};
use guildhall_sim::replay::{Replayed, replay};
use guildhall_sim::report::Report;
use guildhall_sim::run::{Decide, Options, run};
use guildhall_sim::sweep::sweep;

fn options(seed: u64, steps: u64) -> Options {
    Options { seed, steps, tenants: 4 }
}

fn traced(options: &Options, decide: Decide) -> (String, Report) {
    let mut trace = String::new();
    let report = run(options, decide, &mut |line| {
        trace.push_str(line);
        trace.push('\n');
        Ok(())
    });
    (trace, report.unwrap())
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    let (first, report) = traced(&options(7, 400), account::decide);
    let (second, again) = traced(&options(7, 400), account::decide);
    assert_eq!(first, second);
    assert_eq!(report, again);
    assert_eq!(first.lines().count(), 401, "a header and a line a step");
    let (_, other) = traced(&options(8, 400), account::decide);
    assert_ne!(report.digest, other.digest);
    assert_ne!(report.commands, other.commands);
}

/// The digest of one short run. It changes when the core, the workload or the trace's format does, and on nothing else:
/// not with the machine, the time of day or the order of tests.
#[test]
fn a_run_is_the_same_everywhere() {
    let digests: BTreeSet<String> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..4).map(|_| scope.spawn(|| traced(&options(3, 300), account::decide).1.digest)).collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert_eq!(digests.len(), 1);
}

#[test]
fn a_sweep_does_not_depend_on_the_number_of_threads() {
    let swept = |jobs| sweep(&(0..6), &options(0, 150), jobs, account::decide, &|| {}).unwrap();
    assert_eq!(swept(1), swept(4));
}

// Rules: REG-5, REG-6, ROLE-6, ROLE-19, ROLE-34, ROLE-66, INV-7, INV-8, INV-9, INV-10, USR-14, USR-26, USR-30, USR-32
#[test]
fn twenty_seeds_see_everything_that_can_happen_and_break_nothing() {
    let swept = sweep(&(0..20), &options(0, 2000), 2, account::decide, &|| {}).unwrap();
    assert_eq!(swept.violations, []);
    assert_eq!(swept.never_seen, Vec::<String>::new());
    for (command, codes) in &swept.commands {
        let known = guildhall_sim::coverage::outcomes(command);
        for code in codes.keys() {
            assert!(known.contains(&code.as_str()), "{command}/{code} cannot happen, as far as the table knows");
        }
    }
    assert!(swept.invariants.values().all(|n| *n > 100), "{:?}", swept.invariants);
}

/// Every refusal that the core has a code for is in the table of what can happen.
#[test]
fn every_code_of_a_refusal_is_expected_of_some_command() {
    let known: BTreeSet<&str> =
        guildhall_sim::coverage::commands().flat_map(guildhall_sim::coverage::outcomes).collect();
    let source = include_str!("../../core/src/account/refusal.rs");
    let table = source.split_once("refusals!(").unwrap().1.split_once("\n});").unwrap().0;
    let named = table.lines().filter_map(|line| line.split_once("=> \"")?.1.split_once('"')).map(|(code, _)| code);
    let mut count = 0;
    for code in named {
        count += 1;
        assert!(known.contains(code), "{code}");
    }
    assert!(count > 25, "the codes were found in the source: {count}");
}

fn recorded(options: &Options) -> String {
    traced(options, account::decide).0
}

#[test]
fn a_replay_names_the_first_line_that_differs() {
    let trace = recorded(&options(5, 60));
    assert!(matches!(replay(trace.as_bytes()).unwrap(), Replayed::Same(_)));

    let line = trace.lines().nth(30).unwrap();
    let doctored = trace.replacen(line, &line.replacen("\"step\":30", "\"step\":31", 1), 1);
    let Replayed::Different { line: number, .. } = replay(doctored.as_bytes()).unwrap() else { panic!("it differs") };
    assert_eq!(number, 31);

    let cut: String = trace.lines().take(40).map(|l| format!("{l}\n")).collect();
    let Replayed::Different { line, recorded, now } = replay(cut.as_bytes()).unwrap() else { panic!("it is cut") };
    assert_eq!((line, recorded, now.is_some()), (41, None, true));

    let longer = format!("{trace}{{}}\n");
    let Replayed::Different { line, recorded, now } = replay(longer.as_bytes()).unwrap() else { panic!("too long") };
    assert_eq!((line, recorded.as_deref(), now), (62, Some("{}"), None));
}

#[test]
fn what_is_no_trace_is_said_to_be_none() {
    let header = |steps: &str, tenants: &str| {
        format!("{{\"format\":\"guildhall-sim/1\",\"seed\":1,\"steps\":{steps},\"tenants\":{tenants}}}\n")
    };
    let rows =
        ["", "no json\n", "{}\n", "{\"format\":\"guildhall-sim/0\"}\n", "[1]\n", &header("1", "0"), &header("1", "99")];
    for row in rows.iter().copied().chain([header("-1", "1").as_str(), header("99999999999", "1").as_str()]) {
        assert!(matches!(replay(row.as_bytes()).unwrap(), Replayed::NoTrace(_)), "{row:?}");
    }
}

// ------------------------------------------------------------------------------------------------- broken engines

/// Asks the real engine as the lead, whoever asks.
fn everybody_is_lead(
    account: &Account,
    program: &Program,
    actor: &Actor,
    command: &Command,
    moment: &Moment,
) -> Result<Vec<Event>, Refusal> {
    let lead = account.lead(program).map(|(id, _)| Actor::Member(id));
    let joins = matches!(command, Command::Join(_) | Command::RegisterCompany(_) | Command::SetStage { .. });
    account::decide(account, program, if joins { actor } else { lead.as_ref().unwrap_or(actor) }, command, moment)
}

/// Judges at the beginning of time: nothing ever expires.
fn nothing_expires(
    account: &Account,
    program: &Program,
    actor: &Actor,
    command: &Command,
    moment: &Moment,
) -> Result<Vec<Event>, Refusal> {
    let at = chrono::DateTime::UNIX_EPOCH;
    account::decide(account, program, actor, command, &Moment { at, ..moment.clone() })
}

/// Reads the same programme with room for a hundred.
fn a_hundred_seats(
    account: &Account,
    _: &Program,
    actor: &Actor,
    command: &Command,
    moment: &Moment,
) -> Result<Vec<Event>, Refusal> {
    let text = guildhall_core::program::GUIDE_TOML.replace("quota = 20", "quota = 100");
    account::decide(account, &Program::parse(&text).unwrap(), actor, command, moment)
}

/// Lets the team give the cloud administrator's role.
fn the_team_gives_all(
    account: &Account,
    _: &Program,
    actor: &Actor,
    command: &Command,
    moment: &Moment,
) -> Result<Vec<Event>, Refusal> {
    let row = "title = \"Assign the cloud admin role\" # ROLE-33..35, C-020\nroles = [\"alliance_lead\"]";
    let text = guildhall_core::program::GUIDE_TOML;
    assert!(text.contains(row));
    let text = text.replace(row, "title = \"x\"\nroles = [\"alliance_lead\", \"alliance_team\"]");
    account::decide(account, &Program::parse(&text).unwrap(), actor, command, moment)
}

/// Takes any word for the word.
fn any_word(
    account: &Account,
    program: &Program,
    actor: &Actor,
    command: &Command,
    moment: &Moment,
) -> Result<Vec<Event>, Refusal> {
    let mut command = command.clone();
    if let Command::ReassignLead { typed, .. } | Command::RemoveMember { typed, .. } = &mut command {
        "confirm".clone_into(typed);
    }
    account::decide(account, program, actor, &command, moment)
}

/// Uses the same id for every person.
fn one_id_for_all(
    account: &Account,
    program: &Program,
    actor: &Actor,
    command: &Command,
    moment: &Moment,
) -> Result<Vec<Event>, Refusal> {
    account::decide(account, program, actor, command, &Moment { fresh: Id::from_bits(1), ..moment.clone() })
}

/// Each engine is wrong in one way; the run says so, with the step and the command line that shows it again.
#[test]
fn broken_engines_are_caught() {
    let engines: [(&str, Decide, &str); 6] = [
        ("everybody is lead", everybody_is_lead, "expectation"),
        ("nothing expires", nothing_expires, "invitations"),
        ("a hundred seats", a_hundred_seats, "quota"),
        ("the team gives all", the_team_gives_all, "grants"),
        ("any word", any_word, "expectation"),
        ("one id for all", one_id_for_all, "same_books"),
    ];
    for (name, engine, invariant) in engines {
        let options = options(11, 1500);
        let (trace, report) = traced(&options, engine);
        let broken = report.violation.unwrap_or_else(|| panic!("{name} was not caught"));
        assert_eq!(broken.invariant, invariant, "{name}: {broken:?}");
        assert_eq!(broken.reproduce, "guildhall-sim run --seed 11 --steps 1500 --tenants 4");
        assert_eq!(broken.step, report.steps_done, "{name}: the run ends where it is caught");
        assert_eq!(trace.lines().count() as u64, broken.step + 1, "{name}: the line of the step is written");
    }
}
