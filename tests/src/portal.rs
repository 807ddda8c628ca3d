//! A portal that runs in this process, on a free port of this machine, with the companies of the demo.

use axum::body::{Body, to_bytes};
use axum::http::Request;
use clap::Parser;
use guildhall_http::app::App;
use guildhall_http::config::Cli;
use guildhall_http::startup::Ready;
use guildhall_http::{demo, launch};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use serde_json::{Value, json};
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

    /// Asks the API over the network; answers the status and the body.
    pub async fn ask(
        &self,
        method: &str,
        path: &str,
        token: &str,
        body: Option<Value>,
    ) -> Result<(u16, Value), Failure> {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.address));
        if !token.is_empty() {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let request = match body {
            Some(body) => request.header("content-type", "application/json").body(Body::from(body.to_string()))?,
            None => request.body(Body::empty())?,
        };
        let response = Client::builder(TokioExecutor::new()).build_http().request(request).await?;
        let status = response.status().as_u16();
        let bytes = to_bytes(Body::new(response.into_body()), 1 << 24).await?;
        Ok((status, serde_json::from_slice(&bytes).unwrap_or(Value::Null)))
    }

    /// A token of somebody of the demo, from the sign-in at `path`.
    pub async fn token(&self, path: &str, email: &str) -> Result<String, Failure> {
        let body = json!({ "email": email, "password": demo::PASSWORD });
        let (status, answer) = self.ask("POST", path, "", Some(body)).await?;
        let token = answer.get("token").and_then(Value::as_str);
        Ok(token.ok_or_else(|| format!("{status} {answer}"))?.to_owned())
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
