//! Tokens for programs: one way to make one, of a member or of an operator, whichever door asks.

use chrono::{DateTime, TimeDelta};
use guildhall_core::account::{Actor, Faults};
use guildhall_core::operators::{Command, Refusal};
use guildhall_core::text::Name;
use guildhall_core::{FieldFault, Id};

use super::{Beside, Origin, Portal, PortalError, RoomError};
use crate::secrets::Token;
use crate::services::{TOKEN_DAYS_MAX, TOKENS_MAX};
use crate::store::{PROGRAMME_TENANT, PersonalToken};

/// A token as it is asked for.
#[derive(Debug, Clone, Copy)]
pub struct TokenAsked<'a> {
    /// What it shall be called.
    pub name: &'a str,
    /// How many days it lives.
    pub days: u32,
}

/// Why a token was not made.
#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    /// Its name or its days are not right, or there are too many: the faults of `name` and `days`.
    #[error("the token is not as it has to be")]
    Faulty(Vec<FieldFault>),
    /// The core refused to record it.
    #[error("{0}")]
    Refused(Refusal),
    /// Something else.
    #[error(transparent)]
    Portal(#[from] PortalError),
}

impl Portal {
    /// Makes a token of a member. The secret is there this once.
    pub async fn new_member_token(
        &self,
        tenant: Id,
        member: Id,
        asked: TokenAsked<'_>,
    ) -> Result<(PersonalToken, Token), TokenError> {
        let (kept, token) = self.new_token(&tenant.to_string(), member, asked).await?;
        self.services.store.create_token(&kept).await.map_err(PortalError::from)?;
        Ok((kept, token))
    }

    /// Makes a token of an operator, and records it in the same step. The secret is there this once.
    pub async fn new_operator_token(
        &self,
        origin: &Origin,
        actor: &Actor,
        operator: Id,
        asked: TokenAsked<'_>,
    ) -> Result<(PersonalToken, Token), TokenError> {
        let (kept, token) = self.new_token(PROGRAMME_TENANT, operator, asked).await?;
        let expires_at = DateTime::from_timestamp_millis(kept.expires_at).unwrap_or_default();
        let command = Command::NoteTokenCreated { operator, name: kept.name.clone(), expires_at };
        let beside = Beside { token: Some(kept.clone()), ..Beside::default() };
        match self.run_operators(origin, actor, &command, &beside).await {
            Ok(_) => Ok((kept, token)),
            Err(RoomError::Refused(refusal)) => Err(TokenError::Refused(refusal)),
            Err(RoomError::Portal(error)) => Err(error.into()),
        }
    }

    /// A token that is not kept yet, if it is as it has to be.
    async fn new_token(
        &self,
        tenant: &str,
        principal: Id,
        asked: TokenAsked<'_>,
    ) -> Result<(PersonalToken, Token), TokenError> {
        let principal = principal.to_string();
        let mut faults = Faults::default();
        let name: Option<Name> = faults.line("name", asked.name);
        if !(1..=TOKEN_DAYS_MAX).contains(&asked.days) {
            faults.push("days", "out_of_range");
        }
        let there = self.services.store.tokens(tenant, &principal).await.map_err(PortalError::from)?;
        if there.len() >= TOKENS_MAX {
            faults.push("name", "too_many_tokens");
        }
        faults.finish().map_err(TokenError::Faulty)?;
        let Some(name) = name else { return Err(TokenError::Faulty(Vec::new())) };
        let lifetime = TimeDelta::days(asked.days.into());
        Ok(self.services.new_token(tenant, &principal, &name, lifetime).map_err(PortalError::from)?)
    }
}
