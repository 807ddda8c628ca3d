//! What is wrong between the rules, the tests and the list of the open ones.

use std::collections::{BTreeMap, BTreeSet};

use super::catalogue::Catalogue;
use super::comments::{Named, Names};
use super::open::Open;
use super::{CATALOGUE, OPEN};

/// The tests of every rule, and what is wrong with the comments.
#[derive(Debug, Default)]
pub(crate) struct Proofs {
    /// By id: file and function, sorted.
    tests: BTreeMap<String, BTreeSet<(String, String)>>,
    named: Vec<Named>,
    faults: Vec<String>,
}

impl Proofs {
    /// Adds what one file says.
    pub(crate) fn add(&mut self, names: Names) {
        for test in &names.tests {
            for id in &test.ids {
                self.tests.entry(id.clone()).or_default().insert((test.file.clone(), test.function.clone()));
            }
        }
        self.named.extend(names.tests);
        self.faults.extend(names.faults);
    }

    /// Whether a test names the rule.
    pub(crate) fn proves(&self, id: &str) -> bool {
        self.tests.contains_key(id)
    }

    /// File and function of every test that names the rule.
    pub(crate) fn of(&self, id: &str) -> impl Iterator<Item = (&str, &str)> {
        self.tests.get(id).into_iter().flatten().map(|(file, function)| (file.as_str(), function.as_str()))
    }
}

/// The outcome of a look at everything.
#[derive(Debug)]
pub(crate) struct Judgement {
    /// What is wrong, in the order of the files.
    pub(crate) faults: Vec<String>,
    /// By id: the file or folder that decides the rule, where it is there.
    pub(crate) decided: BTreeMap<String, String>,
}

/// Compares rules, tests, open rules and the `files` of the project.
pub(crate) fn judge(catalogue: &Catalogue, proofs: &Proofs, open: &Open, files: &BTreeSet<String>) -> Judgement {
    let mut faults = proofs.faults.clone();
    for Named { file, line, function, ids } in &proofs.named {
        let unknown = ids.iter().filter(|id| !catalogue.knows(id) && !catalogue.is_reading(id));
        faults.extend(unknown.map(|id| format!("{file}:{line}: `{function}` names {id}, which is no rule")));
    }
    let mut decided = BTreeMap::new();
    for rule in catalogue.rules() {
        let id = &rule.id;
        let (is_proved, is_open) = (proofs.proves(id), open.has(id));
        if !is_proved && !is_open {
            faults.push(format!("{id}: no test names it ({})", rule.title));
        }
        if is_proved && is_open {
            faults.push(format!("{OPEN}: {id} has a test now; `cargo xtask rules --update` takes it out"));
        }
        match place(&rule.decided, files) {
            Some(path) => drop(decided.insert(id.clone(), path)),
            None if is_open => {}
            None => faults.push(format!("{CATALOGUE}: {id} is decided in `{}`, which is not there", rule.decided)),
        }
    }
    faults.extend(faults_of_list(catalogue, open));
    Judgement { faults, decided }
}

fn faults_of_list(catalogue: &Catalogue, open: &Open) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for id in &open.ids {
        if !catalogue.knows(id) {
            faults.push(format!("{OPEN}: `{id}` is no rule"));
        }
        if !seen.insert(id) {
            faults.push(format!("{OPEN}: {id} is there twice"));
        }
    }
    let (now, recorded) = (open.ids.len(), open.recorded);
    if now > recorded {
        faults.push(format!("{OPEN}: {now} rules are open, {recorded} are recorded: the list may only shrink"));
    } else if now < recorded {
        faults.push(format!("{OPEN}: {now} rules are open, {recorded} are recorded; `cargo xtask rules --update`"));
    }
    faults
}

/// The file or folder that a path of the catalogue means: a module may be named without its ending.
fn place(path: &str, files: &BTreeSet<String>) -> Option<String> {
    let (file, folder) = (format!("{path}.rs"), format!("{path}/"));
    if files.contains(path) || files.range(folder.clone()..).next().is_some_and(|file| file.starts_with(&folder)) {
        Some(path.to_owned())
    } else {
        files.contains(&file).then_some(file)
    }
}
