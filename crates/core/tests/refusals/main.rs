//! A refused command leaves the state as it is, byte for byte; a decision can be repeated; what was done reads back as it
//! was stored. Over all commands of the account and of every room, on states that random commands led to.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of tests")]

mod account;
mod coverage;
mod dice;
mod pipeline;
mod rooms;
mod world;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use guildhall_core::Program;
use guildhall_core::account::{Actor, Command};
use guildhall_core::program::GUIDE_TOML;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::coverage::Pair;
use crate::dice::Dice;
use crate::world::{Seen, World, ask};

/// What no sequence has come to, with the room. The list may only shrink.
const UNREACHED: &str = include_str!("unreached.txt");

/// How many sequences are played before what was not met counts as unreached.
const SEQUENCES_MOST: usize = 400;

/// The numbers of one step.
type Step = [u16; 16];

/// The guide's programme with limits so low that they are met.
fn narrow() -> &'static Program {
    static NARROW: OnceLock<Program> = OnceLock::new();
    NARROW.get_or_init(|| {
        let mut text = GUIDE_TOML.to_owned();
        for (from, to) in [
            ("entries_most = 200", "entries_most = 2"),
            ("records_most = 10000", "records_most = 2"),
            ("accounts_most = 200", "accounts_most = 2"),
            ("end_users_most = 5000", "end_users_most = 1"),
            ("posts_most = 500", "posts_most = 2"),
            ("open_cases_most = 500", "open_cases_most = 2"),
            ("roles_most = 100", "roles_most = 2"),
            ("rows_most = 500", "rows_most = 3"),
            ("bytes_most = 2000000", "bytes_most = 2000"),
            ("granted_with = \"assign_cloud_admin_role\"", "granted_with = \"assign_cloud_admin_role\"\nquota = 1"),
        ] {
            assert!(text.contains(from), "{from}");
            text = text.replacen(from, to, 1);
        }
        Program::parse(&text).unwrap()
    })
}

/// Asks the room, or one of the documents, what `$command` makes of the dice.
macro_rules! ask_room {
    ($world:ident, $dice:ident, $seen:ident, $operators:expr, $room:expr, $command:path) => {{
        let (actor, command) = ($world.actor(&mut $dice, $operators), $command(&$world, &mut $dice));
        let moment = $world.moment(&mut $dice);
        ask($world.program, &mut $world.account, &mut $room, (&actor, &command, &moment), $seen);
    }};
}

/// One step in a world. Each sequence has a room that it goes to more often than to others, so that it gets far there.
fn step(mut world: World<'static>, numbers: &Step, often: usize, seen: &mut Seen) -> World<'static> {
    let mut dice = Dice::new(numbers);
    let n = dice.below(2);
    let any = dice.below(40);
    match if dice.often(5) { often } else { any } {
        0..=9 => {
            let (actor, command) = (world.actor(&mut dice, 1), account::command(&world, &mut dice));
            let operators = matches!(command, Command::SetStage { .. }) && dice.often(8);
            let actor = if operators { Actor::Operator("olga".into()) } else { actor };
            let moment = world.moment(&mut dice);
            world.ask_account(&actor, &command, &moment, seen);
        }
        10..=13 => ask_room!(world, dice, seen, 1, world.tasks, rooms::tasks),
        14..=18 => ask_room!(world, dice, seen, 2, world.profile, rooms::profile),
        19 => ask_room!(world, dice, seen, 4, world.certifications, rooms::certifications),
        20 => {
            rooms::into_channel(&mut world, &mut dice);
            ask_room!(world, dice, seen, 3, world.channel, rooms::channel);
        }
        21 => ask_room!(world, dice, seen, 6, world.fee, rooms::fee),
        22 | 23 => ask_room!(world, dice, seen, 2, world.support, rooms::support),
        24..=28 => ask_room!(world, dice, seen, 1, world.linking, rooms::linking),
        29 => ask_room!(world, dice, seen, 1, world.language, rooms::language),
        30 => {
            let (actor, command) = (rooms::console(&world, &mut dice), rooms::operators(&world, &mut dice));
            let moment = world.moment(&mut dice);
            ask(world.program, &mut world.account, &mut world.operators, (&actor, &command, &moment), seen);
        }
        31 => ask_room!(world, dice, seen, 8, world.content[n], rooms::content),
        32..=34 => ask_room!(world, dice, seen, 4, world.opportunities[n], pipeline::opportunity),
        35 | 36 => ask_room!(world, dice, seen, 4, world.leads[n], pipeline::lead),
        37 => ask_room!(world, dice, seen, 6, world.inquiries[n], rooms::inquiry),
        _ => {
            let (actor, moment) = (world.actor(&mut dice, 1), world.moment(&mut dice));
            pipeline::bulk(&mut world, &actor, &moment, &mut dice, seen);
        }
    }
    world
}

/// A sequence of steps. Nine times of ten it begins with a registered company, as most commands are refused before that.
fn play(steps: &[Step], seen: &mut Seen) {
    let first = steps.first().map_or(0, |step| step[0]);
    let mut world = World::new(if first.is_multiple_of(2) { Program::guide() } else { narrow() });
    if !first.is_multiple_of(10) {
        let form = Command::RegisterCompany(account::registration("Acme", account::EMAILS[0]));
        let moment = world.moment(&mut Dice::new(&[1, 2, 3]));
        world.ask_account(&Actor::Visitor, &form, &moment, seen);
    }
    let often = steps.last().map_or(0, |step| usize::from(step[1]) % 40);
    steps.iter().fold(world, |world, numbers| step(world, numbers, often, seen));
}

fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(any::<Step>(), 1..most)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    // Rules: USR-25
    #[test]
    fn a_refused_command_changes_nothing_byte_for_byte(steps in steps(120)) {
        play(&steps, &mut Seen::default());
    }
}

/// The same sequences at every run, as many as it takes to come across everything that is not listed as unreached. Most is
/// met by the first few; the others are there so that a change of some rule does not hide a rare refusal.
fn seen() -> &'static Seen {
    static SEEN: OnceLock<Seen> = OnceLock::new();
    SEEN.get_or_init(|| {
        let (mut seen, mut runner) = (Seen::default(), TestRunner::deterministic());
        let (commands, refusals, listed) = (coverage::commands(), coverage::refusals(), listed());
        for _ in 0..SEQUENCES_MOST {
            let steps = prop::collection::vec(any::<Step>(), 400).new_tree(&mut runner).unwrap().current();
            play(&steps, &mut seen);
            if commands.is_subset(&seen.done) && lines(refusals.difference(&met(&seen)).cloned()) == listed {
                break;
            }
        }
        seen
    })
}

/// The refusals that were met, by the source that has their codes.
fn met(seen: &Seen) -> BTreeSet<Pair> {
    seen.refusals.iter().map(|(room, code)| (coverage::family(room, code).to_owned(), code.clone())).collect()
}

fn listed() -> Vec<&'static str> {
    UNREACHED.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

fn lines(pairs: impl IntoIterator<Item = Pair>) -> Vec<String> {
    pairs.into_iter().map(|(room, name)| format!("{room} {name}")).collect()
}

#[test]
fn every_room_is_played() {
    // Bulk work goes over many documents and is no room of its own.
    let played = seen().done.iter().map(|(room, _)| room.clone()).filter(|room| room != "bulk");
    let played: BTreeSet<String> = played.collect();
    assert_eq!(played, coverage::rooms(), "the rooms in which something was done, and those of the sources");
}

#[test]
fn every_command_is_asked_and_done() {
    let all = coverage::commands();
    let (asked, done) = (&seen().commands, &seen().done);
    assert_eq!(lines(all.difference(asked).cloned()), [""; 0], "never asked");
    assert_eq!(lines(all.difference(done).cloned()), [""; 0], "never done");
}

#[test]
fn every_refusal_is_met_but_those_that_are_listed() {
    let unmet = lines(coverage::refusals().difference(&met(seen())).cloned());
    assert_eq!(unmet, listed(), "unreached.txt lists what no sequence comes to; it may only shrink");
}
