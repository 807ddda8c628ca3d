//! The binary: reads the configuration and runs the portal.

use std::process::ExitCode;

use clap::Parser;
use guildhall_http::config::{Cli, Configuration};
use guildhall_http::launch;
use guildhall_http::startup::{Ready, say, start_log};

fn main() -> ExitCode {
    let cli = Cli::parse();
    start_log(cli.log);
    let outcome: Result<(), Box<dyn std::error::Error>> =
        cli.configuration(|name| std::env::var(name).ok()).map_err(Into::into).and_then(|configuration| {
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
            runtime.block_on(run(configuration))
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

async fn run(configuration: Configuration) -> Result<(), Box<dyn std::error::Error>> {
    let program = launch::programme(&configuration)?;
    let sender = program.mail().sender.clone();
    let ready = Ready::open(configuration).await?;
    let app = launch::portal(ready.services.clone(), program).await?;
    say(&launch::greeting(&app));
    Ok(ready.run(launch::routes(app), &sender).await?)
}
