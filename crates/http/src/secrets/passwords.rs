//! Argon2id behind a gate: as many at a time as there are cores, a bounded queue, and no difference between a wrong
//! password and an unknown person.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;

use super::{Key, SecretError, ServerSecret, random};

/// How many may wait for their turn. At about 30 ms each, the last of 64 on two cores waits a second.
const QUEUE_MAX: usize = 64;

/// What one hash costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// The cost in production.
    pub const STANDARD: Self = Self { memory_kib: 19_456, passes: 2, lanes: 1 };
    /// As cheap as the algorithm goes: for tests that sign in many people.
    pub const CHEAPEST: Self = Self { memory_kib: 8, passes: 1, lanes: 1 };
}

/// Why a password could not be hashed or checked.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// Too many are waiting: the answer is 503 with Retry-After.
    #[error("too many passwords are being checked")]
    Busy,
    /// The hash could not be computed.
    #[error("the password could not be hashed: {0}")]
    Failed(String),
    /// No random bytes.
    #[error(transparent)]
    Secret(#[from] SecretError),
}

/// What a check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The password is right.
    Match {
        /// It was hashed at another cost than today's: hash it again while it is at hand.
        needs_rehash: bool,
    },
    /// The password is wrong, or there is none.
    Mismatch,
}

/// Hashes and checks passwords. Cheap to clone.
#[derive(Clone)]
pub struct Passwords(Arc<Inner>);

struct Inner {
    pepper: Key,
    params: Params,
    /// What a person without a password is checked against.
    nobody: String,
    waiting: Arc<Semaphore>,
    running: Arc<Semaphore>,
}

impl std::fmt::Debug for Passwords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Passwords").field("params", &self.0.params).finish_non_exhaustive()
    }
}

impl Passwords {
    /// The passwords of this installation.
    pub fn new(secret: &ServerSecret, cost: Cost) -> Result<Self, PasswordError> {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self::with_gate(secret, cost, cores, QUEUE_MAX)
    }

    fn with_gate(secret: &ServerSecret, cost: Cost, cores: usize, queue_max: usize) -> Result<Self, PasswordError> {
        let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, None).map_err(failed)?;
        let mut inner = Inner {
            pepper: secret.derive("password pepper"),
            params,
            nobody: String::new(),
            waiting: Arc::new(Semaphore::new(cores + queue_max)),
            running: Arc::new(Semaphore::new(cores)),
        };
        inner.nobody = inner.hash(&random::<32>()?)?;
        Ok(Self(Arc::new(inner)))
    }

    /// The PHC string of a password.
    pub async fn hash(&self, password: SecretString) -> Result<String, PasswordError> {
        self.run(move |inner| inner.hash(password.expose_secret().as_bytes())).await?
    }

    /// Checks a password against what the store has; `None` for somebody who does not exist costs the same.
    pub async fn verify(&self, phc: Option<String>, password: SecretString) -> Result<Verdict, PasswordError> {
        self.run(move |inner| inner.verify(phc.as_deref(), password.expose_secret().as_bytes())).await?
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Inner) -> T + Send + 'static,
    ) -> Result<T, PasswordError> {
        let inner = Arc::clone(&self.0);
        let place = Arc::clone(&inner.waiting).try_acquire_owned().map_err(|_| PasswordError::Busy)?;
        let turn = Arc::clone(&inner.running).acquire_owned().await.map_err(failed)?;
        // The permits move along: a client that hangs up does not make room while its hash still runs.
        let done = tokio::task::spawn_blocking(move || {
            let answer = work(&inner);
            drop((turn, place));
            answer
        });
        done.await.map_err(failed)
    }
}

fn failed(error: impl std::fmt::Display) -> PasswordError {
    PasswordError::Failed(error.to_string())
}

impl Inner {
    fn argon2(&self) -> Result<Argon2<'_>, PasswordError> {
        Argon2::new_with_secret(self.pepper.expose(), Algorithm::Argon2id, Version::V0x13, self.params.clone())
            .map_err(failed)
    }

    fn hash(&self, password: &[u8]) -> Result<String, PasswordError> {
        let salt = random::<16>()?;
        let hash: PasswordHash = self.argon2()?.hash_password_with_salt(password, &salt).map_err(failed)?;
        Ok(hash.to_string())
    }

    fn verify(&self, phc: Option<&str>, password: &[u8]) -> Result<Verdict, PasswordError> {
        let known = phc.and_then(|phc| match PasswordHash::new(phc) {
            Ok(hash) => Some(hash),
            Err(error) => {
                tracing::error!(%error, "a stored password hash cannot be read");
                None
            }
        });
        let nobody;
        let hash = match &known {
            Some(hash) => hash,
            None => {
                nobody = PasswordHash::new(&self.nobody).map_err(failed)?;
                &nobody
            }
        };
        let matches = self.argon2()?.verify_password(password, hash).is_ok();
        // Even the guess of the dummy's random password lets nobody in.
        if !matches || known.is_none() {
            return Ok(Verdict::Mismatch);
        }
        let same_cost = Params::try_from(hash).is_ok_and(|params| {
            (params.m_cost(), params.t_cost(), params.p_cost())
                == (self.params.m_cost(), self.params.t_cost(), self.params.p_cost())
        });
        Ok(Verdict::Match { needs_rehash: !same_cost })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OTHER: Cost = Cost { memory_kib: 16, passes: 1, lanes: 1 };

    fn passwords(secret: &ServerSecret, cost: Cost) -> Passwords {
        Passwords::new(secret, cost).unwrap()
    }

    #[tokio::test]
    async fn the_right_password_matches_and_no_other() {
        let passwords = passwords(&ServerSecret::random().unwrap(), Cost::CHEAPEST);
        let phc = passwords.hash("Correct-1".into()).await.unwrap();
        for (stored, tried, expected) in [
            (Some(phc.clone()), "Correct-1", Verdict::Match { needs_rehash: false }),
            (Some(phc.clone()), "correct-1", Verdict::Mismatch),
            (Some(phc.clone()), "", Verdict::Mismatch),
            (Some(phc.clone()), "Correct-1\0", Verdict::Mismatch),
            (Some("not a hash".into()), "Correct-1", Verdict::Mismatch),
            (None, "Correct-1", Verdict::Mismatch),
            (None, "", Verdict::Mismatch),
        ] {
            assert_eq!(passwords.verify(stored, tried.into()).await.unwrap(), expected, "{tried:?}");
        }
    }

    #[tokio::test]
    async fn the_hash_names_the_standard_cost_and_a_fresh_salt() {
        let passwords = passwords(&ServerSecret::random().unwrap(), Cost::STANDARD);
        let (one, two) = (passwords.hash("x".into()).await.unwrap(), passwords.hash("x".into()).await.unwrap());
        assert!(one.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{one}");
        assert_ne!(one, two);
        // A person without a password is checked at the same cost.
        assert!(passwords.0.nobody.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    #[tokio::test]
    async fn a_password_at_another_cost_is_hashed_again() {
        let secret = ServerSecret::random().unwrap();
        let old = passwords(&secret, OTHER).hash("Correct-1".into()).await.unwrap();
        let verdict = passwords(&secret, Cost::CHEAPEST).verify(Some(old), "Correct-1".into()).await.unwrap();
        assert_eq!(verdict, Verdict::Match { needs_rehash: true });
    }

    #[tokio::test]
    async fn without_the_pepper_nothing_matches() {
        let phc = passwords(&ServerSecret::random().unwrap(), Cost::CHEAPEST).hash("Correct-1".into()).await.unwrap();
        let elsewhere = passwords(&ServerSecret::random().unwrap(), Cost::CHEAPEST);
        assert_eq!(elsewhere.verify(Some(phc), "Correct-1".into()).await.unwrap(), Verdict::Mismatch);
    }

    #[tokio::test]
    async fn a_full_queue_is_refused_and_then_drains() {
        let passwords = Passwords::with_gate(&ServerSecret::random().unwrap(), Cost::CHEAPEST, 1, 1).unwrap();
        // The only turn is taken, so the next caller waits and the one after finds the queue full.
        let turn = Arc::clone(&passwords.0.running).acquire_owned().await.unwrap();
        let place = Arc::clone(&passwords.0.waiting).acquire_owned().await.unwrap();
        let waiting = tokio::spawn({
            let passwords = passwords.clone();
            async move { passwords.hash("x".into()).await }
        });
        while passwords.0.waiting.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        assert!(matches!(passwords.hash("x".into()).await, Err(PasswordError::Busy)));
        drop((turn, place));
        waiting.await.unwrap().unwrap();
        passwords.hash("x".into()).await.unwrap();
    }
}
