//! The access decision of the core over its whole space, against a second implementation and against another engine.
//!
//! Asked are all sets of roles, every set of paths at every stage (and every mixture of stages for each role alone), every
//! page, every permission, and every permission on its page. That each comparison would notice a difference is shown by
//! flipping the rows of the programme one by one.
#![cfg(test)]
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test stops where it is surprised, and says how much it asked"
)]

mod cedar;
mod reference;
mod space;

use std::collections::BTreeMap;
use std::time::Instant;

use guildhall_core::program::GUIDE_TOML;
use guildhall_core::{Permission, Program};

use crate::cedar::{Cedar, who};
use crate::reference::Reference;
use crate::space::{Core, mixed_stages, path_sets, sets, single_paths, single_roles};

/// A programme of one's own: three roles, two stages, no paths.
const OWN_TOML: &str = include_str!("../../../examples/src/bin/own_programme.toml");

/// How many decisions were compared, and of which questions the answers differ.
#[derive(Debug, Default, PartialEq, Eq)]
struct Compared {
    decisions: usize,
    differing: BTreeMap<String, usize>,
}

impl Compared {
    fn note(&mut self, questions: &[String], left: &[bool], right: &[bool]) {
        assert_eq!(left.len(), right.len());
        self.decisions += left.len();
        for ((question, left), right) in questions.iter().zip(left).zip(right) {
            if left != right {
                *self.differing.entry(question.clone()).or_default() += 1;
            }
        }
    }

    fn add(mut self, other: Self) -> Self {
        self.decisions += other.decisions;
        other.differing.into_iter().for_each(|(question, n)| *self.differing.entry(question).or_default() += n);
        self
    }

    /// The questions whose answers differ.
    fn names(&self) -> Vec<&str> {
        self.differing.keys().map(String::as_str).collect()
    }
}

/// Compares for each set of roles, spread over the machine's cores, and says how much that was.
fn compare(title: &str, roles: &[Vec<&str>], each: impl Fn(&[&str], &mut Compared) + Sync) -> Compared {
    let (start, threads) = (Instant::now(), std::thread::available_parallelism().map_or(1, usize::from));
    let part = |n: usize| {
        let mut compared = Compared::default();
        roles.iter().skip(n).step_by(threads).for_each(|roles| each(roles, &mut compared));
        compared
    };
    let total = std::thread::scope(|scope| {
        let parts: Vec<_> = (0..threads).map(|n| scope.spawn(move || part(n))).collect();
        parts.into_iter().map(|part| part.join().unwrap()).fold(Compared::default(), Compared::add)
    });
    println!("{title}: {} decisions, {:.1} s", total.decisions, start.elapsed().as_secs_f64());
    total
}

type Company<'a> = Vec<(&'a str, &'a str)>;

/// The core's answers against the second implementation's.
fn against_reference(
    title: &str,
    core: &Core<'_>,
    other: &Reference,
    roles: &[Vec<&str>],
    companies: &[Company<'_>],
) -> Compared {
    let questions = other.questions();
    compare(title, roles, |roles, compared| {
        for company in companies {
            let who = who(roles, company);
            compared.note(&questions, &core.answers(&who), &other.answers(&who));
        }
    })
}

/// The core's answers against Cedar's. What permissions allow does not depend on the company, so those are asked once.
fn against_cedar(
    title: &str,
    core: &Core<'_>,
    other: &Reference,
    roles: &[Vec<&str>],
    companies: &[Company<'_>],
) -> Compared {
    let (cedar, questions, pages) = (Cedar::new(other), other.questions(), other.rows.len());
    compare(title, roles, |roles, compared| {
        let of_cedar = cedar.answers(other, roles, companies);
        for (n, (company, said)) in companies.iter().zip(&of_cedar).enumerate() {
            let mut of_core = core.answers(&who(roles, company));
            of_core.truncate(if n == 0 { pages + other.grants.len() } else { pages });
            compared.note(&questions[..of_core.len()], &of_core, said);
        }
    })
}

/// Every set of roles in every kind of company, three ways; `expected` are the numbers of decisions.
fn check_whole_space(title: &str, text: &str, expected: [usize; 3]) {
    let (program, reference) = (Program::parse(text).unwrap(), Reference::read(text));
    let (core, all) = (Core::new(&program, &reference), sets(&reference.roles));
    let (companies, mixed) = (path_sets(&reference), mixed_stages(&reference));
    let compared = [
        against_reference(&format!("{title}, reference, sets of paths"), &core, &reference, &all, &companies),
        against_reference(
            &format!("{title}, reference, mixed stages"),
            &core,
            &reference,
            &single_roles(&reference),
            &mixed,
        ),
        against_cedar(&format!("{title}, Cedar, sets of paths"), &core, &reference, &all, &companies),
    ];
    for compared in &compared {
        assert_eq!(compared.names(), [""; 0], "{compared:?}");
    }
    assert_eq!(compared.map(|compared| compared.decisions), expected);
}

// Rules: MENU-1, MENU-2, MENU-3, MENU-4, CMP-17, ROLE-4, ROLE-26, HOME-6, C-001, C-022, C-067
#[test]
fn the_guides_programme_decides_as_two_others_do() {
    // 512 sets of roles, 31 sets of paths at 4 stages and the empty one, 39 pages, every permission, each also on its page;
    // 10 sets of roles with 5^5 mixtures; and Cedar, who is asked about permissions once for each set of roles.
    let (pages, deeds) = (39, Permission::ALL.len());
    let questions = pages + 2 * deeds;
    check_whole_space("guide", GUIDE_TOML, [512 * 125 * questions, 10 * 3125 * questions, 512 * (125 * pages + deeds)]);
}

#[test]
fn another_programme_decides_as_two_others_do() {
    check_whole_space("own", OWN_TOML, [8 * 3 * (2 + 4 + 4), 4 * 3 * (2 + 4 + 4), 8 * (3 * 2 + 4)]);
}

// Rules: MENU-1, ROLE-26
#[test]
fn an_explanation_says_what_the_decision_says() {
    for (text, expected) in [(GUIDE_TOML, 512 * 20), (OWN_TOML, 8 * 2)] {
        let (program, reference) = (Program::parse(text).unwrap(), Reference::read(text));
        let (core, companies, question) =
            (Core::new(&program, &reference), single_paths(&reference), ["explain".to_owned()]);
        let compared = compare("explanations of people", &sets(&reference.roles), |roles, compared| {
            for company in &companies {
                compared.note(&question, &[core.explains(&who(roles, company))], &[true]);
            }
        });
        assert_eq!((compared.names(), compared.decisions), (vec![], expected));
    }
}

/// The reference with one cell of its table flipped, what was done, and the part of the questions that has to notice.
fn doctored(reference: &Reference) -> Vec<(String, Reference)> {
    let mut all = Vec::new();
    let mut push = |what: String, change: &dyn Fn(&mut Reference)| {
        let mut other = reference.clone();
        change(&mut other);
        all.push((what, other));
    };
    // The base role decides for everybody who has no other, so that flipping it always shows.
    let base = &reference.base;
    for (n, row) in reference.rows.iter().enumerate() {
        let what = format!("open {}", row.name);
        push(what.clone(), &|r| flip(&mut r.rows[n].roles, base));
        push(what.clone(), &|r| flip(&mut r.rows[n].paths, &reference.paths[0]));
        let at = reference.stages.iter().position(|stage| *stage == row.least_stage).unwrap();
        push(what, &|r| r.rows[n].least_stage = reference.stages[if at == 0 { 1 } else { at - 1 }].clone());
    }
    for (n, grant) in reference.grants.iter().enumerate() {
        push(format!("do {}", grant.permission), &|r| flip(&mut r.grants[n].roles, base));
    }
    all
}

fn flip(set: &mut std::collections::BTreeSet<String>, name: &str) {
    if !set.remove(name) {
        set.insert(name.to_owned());
    }
}

/// Whether the questions that differ are those that `what` is about: itself, and permissions on the page that it opens.
#[track_caller]
fn check_noticed(reference: &Reference, what: &str, compared: &Compared) {
    assert!(compared.differing.contains_key(what), "nobody noticed that {what} was doctored");
    let page = reference.rows.iter().find(|row| what == format!("open {}", row.name)).map(|row| &row.page);
    let there = reference.grants.iter().filter(|grant| page.is_some() && grant.page.as_ref() == page);
    let mut also: Vec<String> = there.map(|grant| format!("do {} on its page", grant.permission)).collect();
    also.extend([what.to_owned(), format!("{what} on its page")]);
    assert!(compared.names().iter().all(|name| also.iter().any(|also| also == name)), "{what}: {compared:?}");
}

#[test]
fn the_second_implementation_notices_every_doctored_row() {
    for (text, expected) in [(GUIDE_TOML, 39 * 3 + Permission::ALL.len()), (OWN_TOML, 2 * 3 + 4)] {
        let (program, reference) = (Program::parse(text).unwrap(), Reference::read(text));
        let (core, companies) = (Core::new(&program, &reference), single_paths(&reference));
        let (roles, doctored) = (single_roles(&reference), doctored(&reference));
        assert_eq!(doctored.len(), expected);
        for (what, other) in doctored {
            let compared = against_reference(&what, &core, &other, &roles, &companies);
            check_noticed(&reference, &what, &compared);
        }
    }
}

#[test]
fn cedar_notices_doctored_rows() {
    for (text, every) in [(GUIDE_TOML, 7), (OWN_TOML, 1)] {
        let (program, reference) = (Program::parse(text).unwrap(), Reference::read(text));
        let (core, companies) = (Core::new(&program, &reference), single_paths(&reference));
        let roles = single_roles(&reference);
        for (what, other) in doctored(&reference).into_iter().step_by(every) {
            let compared = against_cedar(&what, &core, &other, &roles, &companies);
            check_noticed(&reference, &what, &compared);
        }
    }
}
