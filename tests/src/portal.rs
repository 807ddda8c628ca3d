//! A portal that runs in this process, on a free port of this machine, with the companies of the demo.

use clap::Parser;
use guildhall_http::app::App;
use guildhall_http::config::Cli;
use guildhall_http::launch;
use guildhall_http::startup::Ready;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// Whatever went wrong; a test stops on it.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// A running portal. Stop it with [`Running::stop`].
pub struct Running {
    /// Where it is, as `http://127.0.0.1:port`.
    pub address: String,
    /// Its state, to read mail from.
    pub app: App,
    stop: oneshot::Sender<()>,
    task: JoinHandle<Result<(), String>>,
}

impl Running {
    /// Starts a portal with the demo's companies.
    pub async fn start() -> Result<Self, Failure> {
        let cli = Cli::try_parse_from(["guildhall-http", "demo", "--port", "0"])?;
        let configuration = cli.configuration(|_| None)?;
        let program = launch::programme(&configuration)?;
        let sender = program.mail().sender.clone();
        let ready = Ready::open(configuration).await?;
        let app = launch::portal(ready.services.clone(), program).await?;
        let address = app.services.settings.public_url.to_string().trim_end_matches('/').to_owned();
        let routes = launch::routes(app.clone());
        let (stop, stopped) = oneshot::channel::<()>();
        let task = tokio::spawn(async move {
            let stopped = async {
                let _ = stopped.await;
            };
            ready.run_until(routes, &sender, stopped).await.map_err(|e| e.to_string())
        });
        Ok(Self { address, app, stop, task })
    }

    /// The text of the newest mail to an address.
    pub async fn mail_to(&self, address: &str) -> Result<String, Failure> {
        let mails = self.app.services.store.outbox(100).await?;
        let mail = mails.into_iter().find(|m| m.to_address == address);
        Ok(mail.ok_or_else(|| format!("no mail to {address}"))?.body_text)
    }

    /// The security code in the newest mail to an address: the one word of eight capitals and digits.
    pub async fn code_to(&self, address: &str) -> Result<String, Failure> {
        let text = self.mail_to(address).await?;
        let is_code =
            |word: &&str| word.len() == 8 && word.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
        Ok(text.split_whitespace().find(is_code).ok_or("no code in the mail")?.to_owned())
    }

    /// Ends the portal in good order.
    pub async fn stop(self) -> Result<(), Failure> {
        let _ = self.stop.send(());
        self.task.await?.map_err(Into::into)
    }
}
