//! What a handler may use. One [`Services`] per process, shared by all handlers: `axum::extract::State<Services>`.

use std::sync::Arc;

use chrono::TimeDelta;
use guildhall_core::text::Name;

use crate::captcha::Captcha;
use crate::clock::Clock;
use crate::config::{SessionLength, Settings};
use crate::limits::Limits;
use crate::mail::Mailer;
use crate::secrets::{CodeHasher, Cost, Key, PasswordError, Passwords, SecretError, ServerSecret, Token};
use crate::store::{PROGRAMME_TENANT, PersonalToken, Purge, Session, Store, StoreError};

/// A session ends this long after its last request.
pub const SESSION_IDLE: TimeDelta = TimeDelta::hours(1);
/// A session ends this long after sign-in.
pub const SESSION_LIFETIME: TimeDelta = TimeDelta::hours(24);
/// The longest life of a personal token, in days.
pub const TOKEN_DAYS_MAX: u32 = 365;
/// How many personal tokens one person may have.
pub const TOKENS_MAX: usize = 50;
/// How exactly the last use of a session or token is known: a write for every request would cost more than it tells.
const TOUCH_INTERVAL: TimeDelta = TimeDelta::minutes(1);
/// How long the answer to an idempotent request is kept.
const ANSWER_LIFETIME: TimeDelta = TimeDelta::hours(24);
/// How long sign-ins are known, for reviews of the past; the last one of everybody stays.
const SIGN_IN_LIFETIME: TimeDelta = TimeDelta::days(400);
/// How long mail that was sent or given up stays in the outbox.
const MAIL_LIFETIME: TimeDelta = TimeDelta::days(30);

/// The services of the process. Cheap to clone.
#[derive(Clone)]
pub struct Services(Arc<Parts>);

/// The parts of [`Services`], which dereferences to them.
pub struct Parts {
    /// Everything kept.
    pub store: Arc<dyn Store>,
    /// Passwords.
    pub passwords: Passwords,
    /// Security codes.
    pub codes: CodeHasher,
    /// Proof of work and questions.
    pub captcha: Captcha,
    /// Rate limits.
    pub limits: Limits,
    /// Wakes the outbox worker.
    pub mailer: Mailer,
    /// The time.
    pub clock: Clock,
    /// What handlers know of the configuration.
    pub settings: Settings,
    /// Signs the form tokens of visitors without a session.
    pub visitor_key: Key,
    /// Makes promotional codes.
    promotion_key: Key,
}

impl std::ops::Deref for Services {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl std::fmt::Debug for Services {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Services").field("settings", &self.settings).finish_non_exhaustive()
    }
}

/// What services differ in.
#[derive(Debug, Clone, Copy)]
pub struct Costs {
    /// Of a password hash.
    pub password: Cost,
    /// Of a proof of work, in hashes.
    pub captcha_difficulty: u32,
}

impl Services {
    /// The services on a store.
    pub fn new(
        store: Arc<dyn Store>,
        secret: &ServerSecret,
        costs: Costs,
        clock: Clock,
        settings: Settings,
    ) -> Result<Self, PasswordError> {
        let limits = if settings.demo { Limits::relaxed(&clock) } else { Limits::new(&clock) };
        Ok(Self(Arc::new(Parts {
            store,
            passwords: Passwords::new(secret, costs.password)?,
            codes: CodeHasher::new(secret),
            captcha: Captcha::new(secret, costs.captcha_difficulty, clock.clone()),
            limits,
            mailer: Mailer::default(),
            clock,
            settings,
            visitor_key: secret.derive("visitor form tokens"),
            promotion_key: secret.derive("promotional codes"),
        })))
    }

    /// Services for a test without a socket: cheap passwords and captchas, a clock that the test moves.
    pub fn for_tests(store: Arc<dyn Store>, clock: Clock) -> Result<Self, PasswordError> {
        let costs = Costs { password: Cost::CHEAPEST, captcha_difficulty: 100 };
        Self::new(store, &ServerSecret::random()?, costs, clock, Settings::for_tests())
    }

    /// A session to begin, and the token for its cookie. Put it in [`crate::store::Append::session`] or
    /// [`Store::create_session`].
    pub fn new_session(&self, tenant: &str, principal: &str) -> Result<(Session, Token), SecretError> {
        let token = Token::random()?;
        let now = self.clock.now();
        let session = Session {
            token_hash: token.hash(),
            tenant: tenant.to_owned(),
            principal: principal.to_owned(),
            csrf_secret: Token::random()?.expose().to_owned(),
            created_at: now.timestamp_millis(),
            last_seen_at: now.timestamp_millis(),
            expires_at: (now + self.session_length(tenant).lifetime).timestamp_millis(),
        };
        Ok((session, token))
    }

    /// How long a session of this tenant's principals lasts.
    fn session_length(&self, tenant: &str) -> SessionLength {
        if tenant == PROGRAMME_TENANT {
            self.settings.operator_session
        } else {
            SessionLength { idle: SESSION_IDLE, lifetime: SESSION_LIFETIME }
        }
    }

    /// The session of a cookie, if it has not ended; notes that it was used.
    pub async fn session(&self, token: &Token) -> Result<Option<Session>, StoreError> {
        let Some(session) = self.store.session(&token.hash()).await? else { return Ok(None) };
        let now = self.clock.millis();
        if now >= session.expires_at
            || now - session.last_seen_at >= self.session_length(&session.tenant).idle.num_milliseconds()
        {
            self.store.delete_session(&session.token_hash).await?;
            return Ok(None);
        }
        if now - session.last_seen_at >= TOUCH_INTERVAL.num_milliseconds() {
            self.store.touch_session(&session.token_hash, now).await?;
        }
        Ok(Some(session))
    }

    /// A personal token to keep, and its secret, to show once.
    pub fn new_token(
        &self,
        tenant: &str,
        principal: &str,
        name: &Name,
        lifetime: TimeDelta,
    ) -> Result<(PersonalToken, Token), SecretError> {
        let token = Token::random()?;
        let now = self.clock.now();
        let kept = PersonalToken {
            token_hash: token.hash(),
            tenant: tenant.to_owned(),
            principal: principal.to_owned(),
            name: name.to_string(),
            created_at: now.timestamp_millis(),
            expires_at: (now + lifetime).timestamp_millis(),
            last_used_at: None,
        };
        Ok((kept, token))
    }

    /// Whose personal token this is, as (tenant, principal), if it has not ended; notes that it was used.
    pub async fn token_owner(&self, token: &Token) -> Result<Option<(String, String)>, StoreError> {
        let Some(found) = self.store.token(&token.hash()).await? else { return Ok(None) };
        let now = self.clock.millis();
        if now >= found.expires_at {
            return Ok(None);
        }
        if found.last_used_at.is_none_or(|at| now - at >= TOUCH_INTERVAL.num_milliseconds()) {
            self.store.touch_token(&found.token_hash, now).await?;
        }
        Ok(Some((found.tenant, found.principal)))
    }

    /// The promotional code with this id, as in `7KQ2-M9XD-...`: the same each time, and to nobody else a hint at any other.
    pub fn promotional_code(&self, tenant: &str, id: guildhall_core::Id) -> String {
        let digest = self.promotion_key.sign_bytes(&[tenant, &id.to_string()]);
        let text = data_encoding::BASE32_NOPAD.encode(digest.get(..10).unwrap_or_default());
        let groups: Vec<&str> = text.as_bytes().chunks(4).filter_map(|group| std::str::from_utf8(group).ok()).collect();
        groups.join("-")
    }

    /// Forgets what has ended: called every minute by the server.
    pub async fn sweep(&self) {
        self.limits.sweep();
        self.captcha.sweep();
        let now = self.clock.now();
        let purge = Purge {
            expired_at: now.timestamp_millis(),
            idle_since: (now - SESSION_IDLE).timestamp_millis(),
            answers_before: (now - ANSWER_LIFETIME).timestamp_millis(),
            mail_before: (now - MAIL_LIFETIME).timestamp_millis(),
            sign_ins_before: (now - SIGN_IN_LIFETIME).timestamp_millis(),
        };
        match self.store.purge(purge).await {
            Ok(rows) if rows > 0 => tracing::debug!(rows, "expired rows deleted"),
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "expired rows cannot be deleted"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sqlite::SqliteStore;
    use chrono::DateTime;

    async fn services() -> (tempfile::TempDir, Services) {
        let dir = tempfile::tempdir().unwrap();
        let store = Arc::new(SqliteStore::open(dir.path()).await.unwrap());
        let clock = Clock::fixed(DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        let services = Services::for_tests(store, clock).unwrap();
        (dir, services)
    }

    #[tokio::test]
    async fn a_session_ends_when_idle() {
        let (_dir, services) = services().await;
        let (session, token) = services.new_session("acme", "ann").unwrap();
        services.store.create_session(&session).await.unwrap();
        for _ in 0..3 {
            services.clock.advance(SESSION_IDLE - TimeDelta::seconds(1));
            assert_eq!(services.session(&token).await.unwrap().unwrap().principal, "ann");
        }
        services.clock.advance(SESSION_IDLE);
        assert_eq!(services.session(&token).await.unwrap(), None);
        assert_eq!(services.store.session(&session.token_hash).await.unwrap(), None);
    }

    #[tokio::test]
    async fn a_session_ends_after_a_day_however_busy() {
        let (_dir, services) = services().await;
        let (session, token) = services.new_session("acme", "ann").unwrap();
        services.store.create_session(&session).await.unwrap();
        let mut minutes = 0;
        while services.session(&token).await.unwrap().is_some() {
            services.clock.advance(TimeDelta::minutes(30));
            minutes += 30;
        }
        assert_eq!(minutes, 24 * 60);
    }

    #[tokio::test]
    async fn an_operators_session_is_as_short_as_the_settings_say() {
        let (_dir, services) = services().await;
        let length = services.settings.operator_session;
        let (session, token) = services.new_session(PROGRAMME_TENANT, "olga").unwrap();
        services.store.create_session(&session).await.unwrap();
        assert_eq!(session.expires_at - session.created_at, length.lifetime.num_milliseconds());
        services.clock.advance(length.idle - TimeDelta::seconds(1));
        assert!(services.session(&token).await.unwrap().is_some());
        services.clock.advance(length.idle);
        assert_eq!(services.session(&token).await.unwrap(), None);
    }

    #[tokio::test]
    async fn a_personal_token_ends_at_its_time() {
        let (_dir, services) = services().await;
        let token = Token::random().unwrap();
        let now = services.clock.millis();
        let personal = PersonalToken {
            token_hash: token.hash(),
            tenant: "acme".into(),
            principal: "ann".into(),
            name: "crm".into(),
            created_at: now,
            expires_at: now + 5_000,
            last_used_at: None,
        };
        services.store.create_token(&personal).await.unwrap();
        let owner = Some(("acme".to_owned(), "ann".to_owned()));
        assert_eq!(services.token_owner(&token).await.unwrap(), owner);
        assert_eq!(services.store.token(&token.hash()).await.unwrap().unwrap().last_used_at, Some(now));
        services.clock.advance(TimeDelta::seconds(5));
        assert_eq!(services.token_owner(&token).await.unwrap(), None);
        services.sweep().await;
        assert_eq!(services.store.token(&token.hash()).await.unwrap(), None);
    }
}
