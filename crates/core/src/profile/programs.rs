//! The programmes that a company can apply to, as one person sees them: what each asks for, how far the company is, and
//! what became of its application (MENU-23, MENU-24, CMP-9, CMP-16).

use alloc::vec::Vec;

use super::views::may_work_on;
use super::{Record, RecordKind, State};
use crate::Id;
use crate::access::Standing;
use crate::program::{PartnerProgram, Program};

/// How far a company is with records of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The kind.
    pub kind: RecordKind,
    /// How many validated ones there are.
    pub validated: usize,
    /// How many are needed.
    pub least: usize,
}

impl Progress {
    /// Whether there are enough.
    #[must_use]
    pub const fn is_met(&self) -> bool {
        self.validated >= self.least
    }
}

/// A programme as one person sees it.
#[derive(Clone, Debug)]
pub struct Prospect<'a> {
    /// The programme.
    pub target: &'a PartnerProgram,
    /// Whether a path of the company that counts has reached the least stage.
    pub stage_reached: bool,
    /// What it asks for besides.
    pub progress: Vec<Progress>,
    /// The company's application.
    pub application: Option<(Id, &'a Record)>,
    /// Whether the person may begin an application now.
    pub may_apply: bool,
}

impl Prospect<'_> {
    /// Whether an application could be handed in.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.stage_reached && self.progress.iter().all(Progress::is_met)
    }
}

impl State {
    /// The company's application to a programme.
    #[must_use]
    pub fn application(&self, program: &str) -> Option<(Id, &Record)> {
        let found = self.records.iter().find(|(_, record)| record.program.as_deref() == Some(program));
        found.map(|(id, record)| (*id, record))
    }

    /// How far the company is with what a programme asks for.
    pub(super) fn progress(&self, target: &PartnerProgram) -> Vec<Progress> {
        let count = |kind| self.validated(kind);
        let needs = target.needs.iter();
        needs.map(|n| Progress { kind: n.kind, validated: count(n.kind), least: n.least as usize }).collect()
    }
}

/// Every programme, in the order in which they are listed.
#[must_use]
pub fn prospects<'a>(program: &'a Program, standing: &Standing, state: &'a State) -> Vec<Prospect<'a>> {
    let one = |target: &'a PartnerProgram| {
        let application = state.application(&target.name);
        Prospect {
            target,
            stage_reached: standing.reaches(program, Some(target.paths), target.least_stage).is_ok(),
            progress: state.progress(target),
            may_apply: application.is_none() && may_work_on(program, standing, target.application),
            application,
        }
    };
    program.partner_programs().iter().map(one).collect()
}
