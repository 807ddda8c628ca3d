//! The binary: reads the configuration and runs the portal.

use std::process::ExitCode;

use clap::Parser;
use guildhall_http::config::{Cli, Configuration};
use guildhall_http::startup::{Ready, StartError, say, start_log};
use guildhall_http::{guard, router};

/// The sender of mail where neither the configuration nor the programme names one.
const FALLBACK_SENDER: &str = "portal@localhost";

fn main() -> ExitCode {
    let cli = Cli::parse();
    start_log(cli.log);
    let outcome: Result<(), Box<dyn std::error::Error>> =
        cli.configuration(|name| std::env::var(name).ok()).map_err(Into::into).and_then(|configuration| {
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
            Ok(runtime.block_on(run(configuration))?)
        });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let causes: Vec<String> =
                std::iter::successors(Some(&*error), |error| error.source()).map(ToString::to_string).collect();
            tracing::error!("{}", causes.join(": "));
            ExitCode::FAILURE
        }
    }
}

async fn run(configuration: Configuration) -> Result<(), StartError> {
    let ready = Ready::open(configuration).await?;
    // The portal's pages, API and demo data are plugged in here.
    let app = router::assemble(ready.services.clone(), axum::Router::new(), guard::plain_page);
    say(&format!("Open {}", ready.services.settings.public_url));
    ready.run(app, FALLBACK_SENDER).await
}
