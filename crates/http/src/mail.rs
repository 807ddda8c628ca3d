//! Mail: written to the outbox with the change that causes it, sent afterwards by one worker.
//!
//! - [`outgoing`] makes a message for [`crate::store::Append::outbox`] and refuses what does not belong in a header.
//! - [`Mailer`] is the handle: call [`Mailer::wake`] after an append that holds mail, and it goes out at once.
//! - [`Worker`] takes what is due, hands it to the [`Transport`] and notes the outcome: at least once, with back-off,
//!   given up after a day or when the server refuses for good.
//!
//! Transports: [`Transport::Smtp`]; [`Transport::Mailbox`], where the outbox table is the mailbox (the demo); with mail
//! held back no worker runs at all.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Notify, watch};

use crate::clock::Clock;
use crate::secrets::{SecretError, random_id};
use crate::store::{OutboxMail, OutgoingMail, Store};

mod smtp;

pub use smtp::{SmtpSetupError, SmtpTransport};

/// Messages taken at a time. Each may last [`SEND_TIMEOUT`], and all must be done before the lease ends.
const BATCH: u32 = 8;
/// How long one message may take.
const SEND_TIMEOUT: Duration = Duration::from_secs(60);
/// How long taken messages are out of other workers' sight.
const LEASE_MS: i64 = 10 * 60 * 1_000;
/// How often the worker looks without being woken.
const POLL_INTERVAL: Duration = Duration::from_secs(5);
/// The first pause after a failure; it doubles each time.
const BACK_OFF_FIRST_MS: i64 = 30 * 1_000;
/// The longest pause.
const BACK_OFF_MAX_MS: i64 = 60 * 60 * 1_000;
/// When a message is given up. Its codes and links are void by then.
const GIVE_UP_AFTER_MS: i64 = 24 * 60 * 60 * 1_000;
/// How much of an error is kept.
const ERROR_CHARS_MAX: usize = 200;

/// Why a message cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// A line break or another control character in the address.
    #[error("the recipient is not one address")]
    Recipient,
    /// A line break or another control character in the subject.
    #[error("the subject is not one line")]
    Subject,
    /// No random id.
    #[error(transparent)]
    Secret(#[from] SecretError),
}

/// Makes a message for the outbox. Line ends in the text are normalised and other control characters dropped.
pub fn outgoing(to_address: &str, template: &str, subject: &str, body_text: &str) -> Result<OutgoingMail, MailError> {
    let one_address = to_address.matches('@').count() == 1
        && !to_address.chars().any(|c| c.is_control() || c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>'));
    if !one_address {
        return Err(MailError::Recipient);
    }
    if subject.chars().any(is_line_breaking) {
        return Err(MailError::Subject);
    }
    let body_text = body_text.replace("\r\n", "\n").replace('\r', "\n");
    Ok(OutgoingMail {
        id: random_id()?,
        to_address: to_address.to_owned(),
        template: template.to_owned(),
        subject: subject.to_owned(),
        body_text: body_text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect(),
    })
}

fn is_line_breaking(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Wakes the worker. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Mailer(Arc<Notify>);

impl Mailer {
    /// Tells the worker that there is mail.
    pub fn wake(&self) {
        self.0.notify_one();
    }
}

/// Why a message was not sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendError {
    /// Whether trying again is pointless.
    pub permanent: bool,
    /// What went wrong.
    pub reason: String,
}

/// Where messages go.
#[derive(Debug)]
pub enum Transport {
    /// To an SMTP server.
    Smtp(Box<SmtpTransport>),
    /// Nowhere: people read them on the mailbox page.
    Mailbox,
}

impl Transport {
    async fn send(&self, mail: &OutboxMail) -> Result<(), SendError> {
        match self {
            Self::Mailbox => Ok(()),
            Self::Smtp(smtp) => match tokio::time::timeout(SEND_TIMEOUT, smtp.send(mail)).await {
                Ok(sent) => sent,
                Err(_) => Err(SendError { permanent: false, reason: "the SMTP server took too long".into() }),
            },
        }
    }

    fn keeps_text(&self) -> bool {
        matches!(self, Self::Mailbox)
    }
}

/// Sends what lies in the outbox.
pub struct Worker {
    store: Arc<dyn Store>,
    transport: Transport,
    clock: Clock,
    mailer: Mailer,
}

impl std::fmt::Debug for Worker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Worker").field("transport", &self.transport).finish_non_exhaustive()
    }
}

impl Worker {
    /// A worker on this store, woken by this handle.
    pub fn new(store: Arc<dyn Store>, transport: Transport, clock: Clock, mailer: Mailer) -> Self {
        Self { store, transport, clock, mailer }
    }

    /// Sends until `shutdown` turns true. The message under way is finished; the rest of the batch is put back.
    pub async fn run(self, mut shutdown: watch::Receiver<bool>) {
        while !*shutdown.borrow() {
            let done = self.send_due(|| *shutdown.borrow()).await;
            if done == BATCH as usize {
                continue;
            }
            tokio::select! {
                () = self.mailer.0.notified() => {}
                () = tokio::time::sleep(POLL_INTERVAL) => {}
                _ = shutdown.wait_for(|stop| *stop) => {}
            }
        }
    }

    /// Sends one batch of what is due now, and answers how many messages it took.
    pub async fn send_due(&self, stop: impl Fn() -> bool) -> usize {
        let now = self.clock.millis();
        let batch = match self.store.claim_mail(now, now + LEASE_MS, BATCH).await {
            Ok(batch) => batch,
            Err(error) => {
                tracing::error!(%error, "the outbox cannot be read");
                return 0;
            }
        };
        for mail in &batch {
            let outcome = if stop() {
                Err(SendError { permanent: false, reason: "the server is stopping".into() })
            } else {
                self.transport.send(mail).await
            };
            self.note(mail, outcome, stop()).await;
        }
        batch.len()
    }

    async fn note(&self, mail: &OutboxMail, outcome: Result<(), SendError>, stopping: bool) {
        let now = self.clock.millis();
        let noted = match outcome {
            Ok(()) => {
                tracing::info!(mail = mail.id, template = mail.template, attempts = mail.attempts, "mail sent");
                self.store.mail_sent(&mail.tenant, &mail.id, now, self.transport.keeps_text()).await
            }
            Err(error) => {
                let retry_at = if stopping { Some(now) } else { retry_at(mail, &error, now) };
                tracing::warn!(
                    mail = mail.id,
                    template = mail.template,
                    attempts = mail.attempts,
                    given_up = retry_at.is_none(),
                    "mail not sent"
                );
                self.store.mail_failed(&mail.tenant, &mail.id, &error_text(&error.reason), retry_at).await
            }
        };
        if let Err(error) = noted {
            // The lease ends and the message is sent again: at least once.
            tracing::error!(%error, mail = mail.id, "the outcome of a mail cannot be noted");
        }
    }
}

/// When to try again; `None`: never.
fn retry_at(mail: &OutboxMail, error: &SendError, now: i64) -> Option<i64> {
    let doublings = u32::try_from(mail.attempts - 1).unwrap_or(0).min(16);
    let at = now + (BACK_OFF_FIRST_MS << doublings).min(BACK_OFF_MAX_MS);
    (!error.permanent && at < mail.created_at + GIVE_UP_AFTER_MS).then_some(at)
}

/// An error for the operator's eyes: one line, of bounded length.
fn error_text(reason: &str) -> String {
    reason.chars().map(|c| if is_line_breaking(c) { ' ' } else { c }).take(ERROR_CHARS_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sqlite::SqliteStore;
    use crate::store::{Append, MailState, Provenance};
    use chrono::{DateTime, TimeDelta};

    #[test]
    fn nothing_but_one_address_and_one_line_gets_into_the_headers() {
        for (to, subject, ok) in [
            ("ann@acme.example", "Your code", true),
            ("ann@acme.example", "Dein Code: \u{fc}ber", true),
            ("ann@acme.example\r\nBcc: x@evil.example", "Your code", false),
            ("ann@acme.example,x@evil.example", "Your code", false),
            ("ann@acme.example x", "Your code", false),
            ("<ann@acme.example>", "Your code", false),
            ("ann", "Your code", false),
            ("ann@acme.example", "Your code\r\nBcc: x@evil.example", false),
            ("ann@acme.example", "Your code\nX: y", false),
            ("ann@acme.example", "Your\u{2028}code", false),
            ("ann@acme.example", "Your code\0", false),
        ] {
            assert_eq!(outgoing(to, "t", subject, "text").is_ok(), ok, "{to:?} {subject:?}");
        }
        assert_eq!(
            outgoing("a@b.example", "t", "s", "one\r\ntwo\rthree\x1b[31m").unwrap().body_text,
            "one\ntwo\nthree[31m"
        );
    }

    async fn outbox_with(mails: usize, clock: &Clock) -> (tempfile::TempDir, Arc<dyn Store>) {
        let dir = tempfile::tempdir().unwrap();
        let store: Arc<dyn Store> = Arc::new(SqliteStore::open(dir.path()).await.unwrap());
        let provenance =
            Provenance { at: clock.millis(), actor: "a".into(), source: "s".into(), request_id: "r".into() };
        let mut append = Append::new("acme", provenance);
        append.outbox = (0..mails).map(|_| outgoing("ann@acme.example", "code", "Code", "7KQ2").unwrap()).collect();
        store.append(append).await.unwrap();
        (dir, store)
    }

    fn noon() -> Clock {
        Clock::fixed(DateTime::from_timestamp(1_800_000_000, 0).unwrap())
    }

    #[tokio::test]
    async fn the_mailbox_keeps_the_text() {
        let clock = noon();
        let (_dir, store) = outbox_with(1, &clock).await;
        let worker = Worker::new(Arc::clone(&store), Transport::Mailbox, clock, Mailer::default());
        assert_eq!(worker.send_due(|| false).await, 1);
        assert_eq!(worker.send_due(|| false).await, 0);
        let mail = &store.outbox(10).await.unwrap()[0];
        assert_eq!((mail.state, mail.body_text.as_str()), (MailState::Sent, "7KQ2"));
    }

    #[tokio::test]
    async fn a_stopping_worker_puts_the_batch_back() {
        let clock = noon();
        let (_dir, store) = outbox_with(3, &clock).await;
        let worker = Worker::new(Arc::clone(&store), Transport::Mailbox, clock.clone(), Mailer::default());
        assert_eq!(worker.send_due(|| true).await, 3);
        let again = Worker::new(Arc::clone(&store), Transport::Mailbox, clock, Mailer::default());
        assert_eq!(again.send_due(|| false).await, 3);
    }

    #[tokio::test]
    async fn the_worker_is_woken_and_stops() {
        let clock = noon();
        let (_dir, store) = outbox_with(BATCH as usize + 1, &clock).await;
        let (stop, stopped) = watch::channel(false);
        let mailer = Mailer::default();
        let worker = Worker::new(Arc::clone(&store), Transport::Mailbox, clock, mailer.clone());
        let running = tokio::spawn(worker.run(stopped));
        mailer.wake();
        while store.outbox(100).await.unwrap().iter().any(|mail| mail.state != MailState::Sent) {
            tokio::task::yield_now().await;
        }
        stop.send(true).unwrap();
        running.await.unwrap();
    }

    #[tokio::test]
    async fn pauses_double_up_to_an_hour_and_end_after_a_day() {
        let clock = noon();
        let (_dir, store) = outbox_with(1, &clock).await;
        let (smtp, _port) = SmtpTransport::to_nowhere();
        let worker = Worker::new(Arc::clone(&store), Transport::Smtp(Box::new(smtp)), clock.clone(), Mailer::default());
        let mut pauses = Vec::new();
        loop {
            assert_eq!(worker.send_due(|| false).await, 1);
            let mail = store.outbox(1).await.unwrap().remove(0);
            if mail.state == MailState::Dead {
                break;
            }
            let pause = TimeDelta::milliseconds(mail.next_attempt_at - clock.millis());
            pauses.push(pause.num_seconds());
            clock.advance(pause - TimeDelta::milliseconds(1));
            assert_eq!(worker.send_due(|| false).await, 0, "not before its time");
            clock.advance(TimeDelta::milliseconds(1));
        }
        assert_eq!(pauses[..9], [30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
        assert!(pauses.iter().sum::<i64>() < 24 * 3_600);
    }

    #[test]
    fn an_error_is_one_short_line() {
        assert_eq!(error_text("550 no\r\nsuch\x1b user"), "550 no  such  user");
        assert_eq!(error_text(&"x".repeat(1_000)).len(), ERROR_CHARS_MAX);
    }
}
