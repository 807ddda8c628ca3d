//! The binary: reads the configuration and runs the portal.

use std::process::ExitCode;

use clap::Parser;
use guildhall_http::billing::Billing;
use guildhall_http::config::{Cli, Command, Configuration};
use guildhall_http::startup::{Ready, say, start_log};
use guildhall_http::{console, launch};

fn main() -> ExitCode {
    let cli = Cli::parse();
    start_log(cli.log);
    match start(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let causes: Vec<String> =
                std::iter::successors(Some(&*error), |error| error.source()).map(ToString::to_string).collect();
            tracing::error!("{}", causes.join(": "));
            ExitCode::FAILURE
        }
    }
}

fn start(cli: Cli) -> Result<(), Box<dyn std::error::Error>> {
    let env = |name: &str| std::env::var(name).ok();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    if let Command::Operator(command) = cli.command {
        return Ok(runtime.block_on(console::run(command, env))?);
    }
    runtime.block_on(run(cli.configuration(env)?))
}

async fn run(configuration: Configuration) -> Result<(), Box<dyn std::error::Error>> {
    let program = launch::programme(&configuration)?;
    let sender = program.mail().sender.clone();
    let ready = Ready::open(configuration).await?;
    let app = launch::portal(ready.services.clone(), program).await?;
    say(&launch::greeting(&app));
    let billing = Billing::new(app.portal.clone(), app.services.clock.clone());
    Ok(ready.with_billing(billing).run(launch::routes(app), &sender).await?)
}
