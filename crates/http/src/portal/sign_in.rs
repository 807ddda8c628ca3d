//! Signing in: one answer and one cost for every way in which it can fail (SIGN-1, SIGN-4, SIGN-6, SIGN-7).

use guildhall_core::Id;
use guildhall_core::account::Status;
use secrecy::SecretString;

use super::{Loaded, Portal, PortalError};
use crate::secrets::{PasswordError, Token, Verdict};

/// Why somebody was not signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Address or password are not right, or the person has no access. Which of these is never told.
    #[error("address or password are not right")]
    Rejected,
    /// Too many passwords are being checked at the same moment.
    #[error("too many people sign in at this moment")]
    Busy,
    /// Something else failed.
    #[error(transparent)]
    Portal(#[from] PortalError),
}

/// Somebody signed in.
#[derive(Debug)]
pub struct SignedIn {
    /// The tenant.
    pub tenant: Id,
    /// The member.
    pub member: Id,
    /// The token of the session, for its cookie.
    pub token: Token,
}

impl Portal {
    /// Signs in with an address and a password, and begins a session.
    pub async fn sign_in(&self, email: &str, password: &str) -> Result<SignedIn, SignInError> {
        let (tenant, member) = self.check_password(email, password).await?;
        let begun = self.services.new_session(&tenant.to_string(), &member.to_string());
        let (session, token) = begun.map_err(PortalError::from)?;
        self.services.store.create_session(&session).await.map_err(PortalError::from)?;
        Ok(SignedIn { tenant, member, token })
    }

    /// Signs a program in as whose address and password these are: no session begins.
    pub async fn sign_in_program(&self, email: &str, password: &str) -> Result<(Id, Id), SignInError> {
        let (tenant, member) = self.check_password(email, password).await?;
        self.note_sign_in(tenant, member).await?;
        Ok((tenant, member))
    }

    /// Notes that somebody signed in without a session, for reviews of access (AUDIT-3).
    pub async fn note_sign_in(&self, tenant: Id, member: Id) -> Result<(), PortalError> {
        let at = self.clock.now().timestamp_millis();
        Ok(self.services.store.note_sign_in(&tenant.to_string(), &member.to_string(), at).await?)
    }

    /// Whose address and password these are, if that person has access.
    pub async fn check_password(&self, email: &str, password: &str) -> Result<(Id, Id), SignInError> {
        let policy = self.program.email();
        let owner = match policy.parse(email) {
            Ok(address) => self.owner_of_address(&address).await?,
            Err(_) => None,
        };
        let loaded: Option<Loaded> = match owner {
            Some((tenant, _)) => self.load(tenant).await?,
            None => None,
        };
        let matches = self.password_matches(owner, password).await?;
        let active = owner
            .zip(loaded)
            .filter(|((_, member), loaded)| loaded.account.member(*member).is_some_and(|m| m.status == Status::Active));
        match active.filter(|_| matches) {
            Some((owner, _)) => Ok(owner),
            None => Err(SignInError::Rejected),
        }
    }

    /// Whether this is the password of `owner`, as (tenant, principal). Nobody's costs what somebody's costs.
    pub(super) async fn password_matches(&self, owner: Option<(Id, Id)>, password: &str) -> Result<bool, SignInError> {
        let stored = match owner {
            Some((tenant, member)) => {
                let found = self.services.store.credential(&tenant.to_string(), &member.to_string()).await;
                found.map_err(PortalError::from)?
            }
            None => None,
        };
        // A password over the byte cap was never accepted; an empty one stands for it, so that the check costs the same.
        let normalized = self.program.password().normalize(password).unwrap_or_default();
        let verdict = self.services.passwords.verify(stored.clone(), SecretString::from(normalized.clone())).await;
        match (verdict.map_err(busy)?, owner) {
            (Verdict::Match { needs_rehash }, Some((tenant, member))) => {
                if needs_rehash {
                    self.rehash(tenant, member, stored, normalized).await;
                }
                Ok(true)
            }
            (Verdict::Match { .. } | Verdict::Mismatch, _) => Ok(false),
        }
    }

    /// A hash made with weaker parameters than today's is replaced while the password is at hand. Failing is no harm.
    async fn rehash(&self, tenant: Id, member: Id, stored: Option<String>, password: String) {
        let Some(old) = stored else { return };
        let Ok(new) = self.services.passwords.hash(SecretString::from(password)).await else { return };
        let (tenant, member) = (tenant.to_string(), member.to_string());
        if let Err(error) = self.services.store.rehash_credential(&tenant, &member, &old, &new).await {
            tracing::warn!(%error, "a password could not be hashed again");
        }
    }
}

fn busy(error: PasswordError) -> SignInError {
    match error {
        PasswordError::Busy => SignInError::Busy,
        failed @ (PasswordError::Failed(_) | PasswordError::Secret(_)) => {
            SignInError::Portal(PortalError::Machine(failed.to_string()))
        }
    }
}
