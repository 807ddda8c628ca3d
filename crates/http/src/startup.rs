//! From a configuration to a running portal.
//!
//! ```no_run
//! # use guildhall_http::{config::Configuration, guard, router, startup::{Ready, StartError}};
//! # async fn example(configuration: Configuration) -> Result<(), StartError> {
//! let ready = Ready::open(configuration).await?; // data, secret, store and socket
//! // here: load the programme, seed the demo, build the portal's routes from `ready.services`
//! let app = router::assemble(ready.services.clone(), axum::Router::new(), guard::plain_page);
//! ready.run(app, "portal@guild.example").await
//! # }
//! ```

use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::billing::Billing;
use crate::clock::Clock;
use crate::config::{Configuration, DataDir, LogFormat, MailDelivery};
use crate::mail::{SmtpSetupError, SmtpTransport, Transport, Worker};
use crate::secrets::{Cost, PasswordError, SecretError, ServerSecret};
use crate::server::{self, Bounds};
use crate::services::{Costs, Services};
use crate::store::StoreError;
use crate::store::sqlite::SqliteStore;

/// How often what has expired is forgotten.
const SWEEP_INTERVAL: Duration = Duration::from_secs(60);

/// Why the portal did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// No temporary directory.
    #[error("no temporary directory can be made")]
    Temporary(#[source] io::Error),
    /// The address cannot be bound.
    #[error("cannot listen on {address}")]
    Listen {
        /// Which address.
        address: std::net::SocketAddr,
        /// What the operating system said.
        source: io::Error,
    },
    /// The server's secret.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Password hashing.
    #[error(transparent)]
    Passwords(#[from] PasswordError),
    /// Mail.
    #[error(transparent)]
    Smtp(#[from] SmtpSetupError),
}

/// A portal that is ready to run.
#[derive(Debug)]
pub struct Ready {
    /// What handlers use.
    pub services: Services,
    /// The checked configuration.
    pub configuration: Configuration,
    store: SqliteStore,
    listener: TcpListener,
    billing: Option<Billing>,
    /// Deleted with the value.
    temporary: Option<TempDir>,
}

impl Ready {
    /// Opens everything. Binds first: two servers on one port do not share a store by mistake.
    pub async fn open(configuration: Configuration) -> Result<Self, StartError> {
        let address = configuration.listen;
        let listen_error = |source| StartError::Listen { address, source };
        let listener = server::bind(address, configuration.any_port).await.map_err(listen_error)?;
        let bound = listener.local_addr().map_err(listen_error)?;
        let (data, temporary) = match &configuration.data {
            DataDir::Kept(path) => (path.clone(), None),
            DataDir::Temporary => {
                let dir = temporary_dir().map_err(StartError::Temporary)?;
                (dir.path().to_owned(), Some(dir))
            }
        };
        let secret = ServerSecret::load_or_create(&data)?;
        let store = SqliteStore::open(&data).await?;
        let costs = Costs { password: Cost::STANDARD, captcha_difficulty: configuration.captcha_difficulty };
        let settings = configuration.settings(bound);
        let services = Services::new(Arc::new(store.clone()), &secret, costs, Clock::System, settings)?;
        Ok(Self { services, configuration, store, listener, billing: None, temporary })
    }

    /// The same with the bills that become due while it runs.
    #[must_use]
    pub fn with_billing(mut self, billing: Billing) -> Self {
        self.billing = Some(billing);
        self
    }

    /// Serves the app until the process is told to stop. `programme_sender` is the sender of mail where the
    /// configuration names none.
    pub async fn run(self, app: Router, programme_sender: &str) -> Result<(), StartError> {
        self.run_until(app, programme_sender, server::stop_signal()).await
    }

    /// As [`Ready::run`], until `stop` completes.
    pub async fn run_until(
        mut self,
        app: Router,
        programme_sender: &str,
        stop: impl Future<Output = ()>,
    ) -> Result<(), StartError> {
        for warning in self.configuration.warnings() {
            tracing::warn!("{warning}");
        }
        let (stop_tasks, stopped) = watch::channel(false);
        let mail = self.mail_worker(programme_sender)?.map(|worker| tokio::spawn(worker.run(stopped.clone())));
        let billing = self.billing.take().map(|billing| tokio::spawn(billing.run(stopped.clone())));
        let sweeper = tokio::spawn(sweep(self.services.clone(), stopped));
        tracing::info!(address = %self.services.settings.public_url, "listening");
        let trusted = self.services.settings.trusted_proxies.clone();
        server::serve(self.listener, app, Bounds::default(), trusted, stop).await;
        tracing::info!("stopping");
        // The last requests have ended; what they wrote to the outbox waits for the next start.
        stop_tasks.send_replace(true);
        for task in [mail, billing, Some(sweeper)].into_iter().flatten() {
            if let Err(error) = task.await {
                tracing::error!(%error, "a task failed");
            }
        }
        self.store.close().await;
        drop(self.temporary);
        Ok(())
    }

    fn mail_worker(&self, programme_sender: &str) -> Result<Option<Worker>, StartError> {
        let sender = self.configuration.mail_from.as_deref().unwrap_or(programme_sender);
        let transport = match &self.configuration.mail {
            MailDelivery::Held => return Ok(None),
            MailDelivery::Mailbox => Transport::Mailbox,
            MailDelivery::Smtp(smtp) => Transport::Smtp(Box::new(SmtpTransport::new(smtp, sender)?)),
        };
        let services = &self.services;
        let worker =
            Worker::new(Arc::clone(&services.store), transport, services.clock.clone(), services.mailer.clone());
        Ok(Some(worker))
    }
}

async fn sweep(services: Services, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        services.sweep().await;
        tokio::select! {
            () = tokio::time::sleep(SWEEP_INTERVAL) => {}
            _ = stopped.wait_for(|stop| *stop) => {}
        }
    }
}

fn temporary_dir() -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("guildhall-demo-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir()
}

/// Starts the log, on standard error. RUST_LOG chooses what it holds; the default is `info`.
pub fn start_log(format: LogFormat) {
    let filter =
        tracing_subscriber::EnvFilter::builder().with_default_directive(tracing::Level::INFO.into()).from_env_lossy();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    let started = match format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log.json().flatten_event(true).try_init(),
    };
    // Only a second call fails, and then the first one's log goes on.
    drop(started);
}

/// Says something to the person at the terminal, on standard output. A closed pipe is their choice.
pub fn say(text: &str) {
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Cli;
    use crate::{guard, router};
    use clap::Parser;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpStream;
    use tokio::sync::oneshot;

    fn configuration(args: &[&str]) -> Configuration {
        let cli = Cli::try_parse_from(["guildhall-http"].iter().chain(args)).unwrap();
        cli.configuration(|_| None).unwrap()
    }

    async fn ask(address: &str, path: &str) -> String {
        let mut stream = TcpStream::connect(address).await.unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    }

    #[tokio::test]
    async fn the_demo_starts_answers_stops_and_leaves_nothing() {
        let ready = Ready::open(configuration(&["demo", "--port", "0"])).await.unwrap();
        let data = ready.temporary.as_ref().unwrap().path().to_owned();
        assert!(data.join(crate::secrets::FILE_NAME).exists());
        let address = ready.services.settings.public_url.authority().to_owned();
        let app = router::assemble(ready.services.clone(), Router::new(), guard::plain_page);
        let (stop, stopped) = oneshot::channel::<()>();
        let running = tokio::spawn(ready.run_until(app, "portal@guild.example", async {
            let _ = stopped.await;
        }));
        assert!(ask(&address, "/healthz").await.starts_with("HTTP/1.1 200"));
        stop.send(()).unwrap();
        running.await.unwrap().unwrap();
        assert!(!data.exists());
    }

    #[tokio::test]
    async fn a_port_in_use_moves_the_demo_and_stops_a_server() {
        let holder = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let taken = holder.local_addr().unwrap();
        let demo = Ready::open(configuration(&["demo", "--port", &taken.port().to_string()])).await.unwrap();
        assert_ne!(demo.services.settings.public_url.authority(), taken.to_string());
        let dir = tempfile::tempdir().unwrap();
        let data = dir.path().join("data");
        let serve = ["serve", "--data", data.to_str().unwrap(), "--listen", &taken.to_string()];
        let error = Ready::open(configuration(&serve)).await.unwrap_err();
        assert!(matches!(error, StartError::Listen { .. }), "{error}");
        assert!(!data.exists(), "nothing was made for a server that cannot start");
    }

    #[tokio::test]
    async fn what_serve_keeps_is_there_at_the_next_start() {
        let dir = tempfile::tempdir().unwrap();
        let serve = ["serve", "--data", dir.path().to_str().unwrap(), "--listen", "127.0.0.1:0"];
        let first = Ready::open(configuration(&serve)).await.unwrap();
        let hash = first.services.codes.hash("p", "a@b.example", "7KQ2M9XD");
        drop(first);
        let second = Ready::open(configuration(&serve)).await.unwrap();
        assert!(second.services.codes.verify("p", "a@b.example", "7KQ2M9XD", &hash));
    }
}
