//! What every decision reads: the programme, the account with its people, who asks, and when. And the three refusals that
//! every room shares.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use crate::access::Standing;
use crate::account::{Account, Actor, Member, Status};
use crate::program::Program;
use crate::{Id, Kind, Moment, Permission};

/// What a decision reads besides the state of its own room.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The rules.
    pub program: &'a Program,
    /// The company's account, as it is when the decision is made.
    pub account: &'a Account,
    /// Who asks.
    pub actor: &'a Actor,
    /// When, with fresh ids.
    pub moment: &'a Moment,
}

/// Why somebody may not do a thing, whatever the thing is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Denied {
    /// Nobody is signed in.
    #[error("sign in first")]
    NotSignedIn,
    /// The actor was removed or deactivated.
    #[error("this person has no access any more")]
    NotActive,
    /// No role of the actor has the permission.
    #[error("none of your roles may do this ({permission})")]
    PermissionMissing {
        /// The permission.
        permission: Permission,
        /// The ids of the roles that have it.
        held_by: Vec<String>,
    },
    /// Only an operator of the programme does this.
    #[error("only an operator of the programme does this")]
    OperatorOnly,
}

impl Denied {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotSignedIn => "not_signed_in",
            Self::NotActive => "not_active",
            Self::PermissionMissing { .. } => "permission_missing",
            Self::OperatorOnly => "operator_only",
        }
    }

    /// The kind.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NotSignedIn => Kind::Unauthenticated,
            Self::NotActive | Self::PermissionMissing { .. } | Self::OperatorOnly => Kind::Forbidden,
        }
    }
}

impl<'a> Setting<'a> {
    /// The member who asks, with access.
    pub fn me(&self) -> Result<(Id, &'a Member), Denied> {
        match self.actor {
            Actor::Visitor | Actor::Operator(_) => Err(Denied::NotSignedIn),
            Actor::Member(id) => match self.account.member(*id) {
                Some(member) if member.status == Status::Active => Ok((*id, member)),
                Some(_) => Err(Denied::NotActive),
                None => Err(Denied::NotSignedIn),
            },
        }
    }

    /// The member who asks, if one of their roles has one of `permissions`.
    pub fn permitted(&self, permissions: &[Permission]) -> Result<(Id, Standing), Denied> {
        let (me, _) = self.me()?;
        let standing = self.account.standing(self.program, me);
        if permissions.iter().any(|p| standing.permits(self.program, *p)) {
            return Ok((me, standing));
        }
        let Some(permission) = permissions.first().copied() else { return Err(Denied::OperatorOnly) };
        let held_by = self.program.role_names(self.program.holders(permission)).map(ToString::to_string).collect();
        Err(Denied::PermissionMissing { permission, held_by })
    }

    /// The name of the operator who asks.
    pub fn operator(&self) -> Result<&'a str, Denied> {
        match self.actor {
            Actor::Operator(name) => Ok(name),
            Actor::Visitor | Actor::Member(_) => Err(Denied::OperatorOnly),
        }
    }
}
