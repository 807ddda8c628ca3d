//! Why something is allowed or refused: by which role, or for want of which role, path or stage, and who can help.

use super::Standing;
use crate::Permission;
use crate::program::{ItemId, PathSet, Program, RoleKind, RoleSet, StageId};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// May they open this page?
    Open(ItemId),
    /// May they do this?
    Do(Permission),
}

/// What would have to change. Empty where the answer is yes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// Any one of these roles would do; empty if a role held is enough or no role ever is.
    pub roles: RoleSet,
    /// The company would have to be on one of these paths; empty if it is, or if any path does.
    pub paths: PathSet,
    /// One of the paths that count would have to reach this stage.
    pub stage: Option<StageId>,
}

/// The answer to a [`Question`], with its reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What was asked.
    pub question: Question,
    /// The answer.
    pub allowed: bool,
    /// The roles held that count for it, also where something else is missing.
    pub by_roles: RoleSet,
    /// What is missing.
    pub missing: Missing,
    /// Those who hold one of these roles can give a missing role to somebody else.
    pub grantors: RoleSet,
}

impl Standing {
    /// Answers `question` and says why.
    #[must_use]
    pub fn explain(&self, program: &Program, question: Question) -> Explanation {
        let (needed, missing_path, missing_stage) = match question {
            Question::Do(permission) => (program.holders(permission), PathSet::EMPTY, None),
            Question::Open(item) => match program.item(item) {
                None => (RoleSet::EMPTY, PathSet::EMPTY, None),
                Some(row) => {
                    let mut on_path = self.enrolments().iter().filter(|(path, _)| row.paths.contains(*path)).peekable();
                    let off_path = on_path.peek().is_none();
                    let reached = on_path.any(|(_, stage)| *stage >= row.least_stage);
                    // Off the path, the stage counts on the path to come: it is named too unless it is the first.
                    let first = row.least_stage.index() == 0;
                    let stage = (!(reached || off_path && first)).then_some(row.least_stage);
                    (row.roles, if off_path { row.paths } else { PathSet::EMPTY }, stage)
                }
            },
        };
        let by_roles = self.roles().and(needed);
        let roles = if by_roles.is_empty() { needed } else { RoleSet::EMPTY };
        let allowed = match question {
            Question::Open(item) => self.opens(program, item),
            Question::Do(permission) => self.permits(program, permission),
        };
        let grantors = roles
            .iter()
            .filter(|role| program.role(*role).is_some_and(|r| r.kind != RoleKind::Base))
            .map(|role| program.grantors(role))
            .fold(RoleSet::EMPTY, RoleSet::or);
        let missing = Missing { roles, paths: missing_path, stage: missing_stage };
        Explanation { question, allowed, by_roles, missing, grantors }
    }
}
