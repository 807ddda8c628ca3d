//! From a ready server to the portal: the programme, the demo's companies, pages and API as one app.

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::Response;
use guildhall_core::Program;

use crate::app::App;
use crate::config::Configuration;
use crate::guard::{Fault, RequestId};
use crate::portal::{Portal, PortalError};
use crate::services::Services;
use crate::{api, demo, operator, pages, router};

/// Why the portal could not be built.
#[derive(Debug, thiserror::Error)]
pub enum LaunchError {
    /// The programme's file cannot be read.
    #[error("the programme {path} cannot be read")]
    Unreadable {
        /// Which file.
        path: String,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The programme has faults; each is a line of the message.
    #[error("the programme {path} has faults:\n{faults}")]
    Faulty {
        /// Which file.
        path: String,
        /// All of them, with their places.
        faults: guildhall_core::program::ProgramFaults,
    },
    /// The demo's companies could not be registered.
    #[error("the demo could not be filled")]
    Seed(#[source] PortalError),
}

/// The programme that the configuration names, or the guide's.
pub fn programme(configuration: &Configuration) -> Result<Program, LaunchError> {
    programme_at(configuration.programme.as_deref())
}

/// The programme in a file, or the guide's.
pub fn programme_at(file: Option<&Path>) -> Result<Program, LaunchError> {
    let Some(file) = file else { return Ok(Program::guide().clone()) };
    let path = file.display().to_string();
    let text =
        std::fs::read_to_string(file).map_err(|source| LaunchError::Unreadable { path: path.clone(), source })?;
    Program::parse(&text).map_err(|faults| LaunchError::Faulty { path, faults })
}

/// The portal of `program` on `services`; the demo is filled where the settings ask for it.
pub async fn portal(services: Services, program: Program) -> Result<App, LaunchError> {
    let writer = pages::letters::writer(&services.settings, &program);
    let portal = Portal::new(services.clone(), Arc::new(program), writer);
    let mut app = App::new(services, portal);
    if app.services.settings.demo {
        let people = demo::seed(&app.services, &app.portal).await.map_err(LaunchError::Seed)?;
        app.demo_people = Arc::new(people);
    }
    Ok(app)
}

/// Pages and API of the portal, behind the guard.
pub fn routes(app: App) -> Router {
    let gate = from_fn_with_state(app.clone(), operator::gate);
    let routes = pages::routes().merge(api::router()).layer(gate);
    let router = router::assemble(app, routes, shown);
    Router::new().fallback_service(router).layer(map_response(operator::hide_methods))
}

/// A fault that the guard found: a page for people, a problem for programs.
fn shown(fault: Fault, id: &RequestId, path: &str) -> Response {
    if operator::is_under(path, api::PATH) { api::guarded(fault, id) } else { pages::fault_page(fault, id) }
}

/// What the demo says when it is ready: where it is, and whom to sign in as.
pub fn greeting(app: &App) -> String {
    let mut lines = vec![format!("Guildhall is at {}", app.services.settings.public_url)];
    if let Some(first) = app.demo_people.first() {
        lines.push(String::new());
        lines.push(format!("Sign in as one of these, everybody with the password {}", first.password));
        let width = |f: fn(&crate::app::DemoPerson) -> &str| {
            app.demo_people.iter().map(|p| f(p).chars().count()).max().unwrap_or(0)
        };
        let (email, company) = (width(|p| &p.email), width(|p| &p.company));
        for person in app.demo_people.iter() {
            let roles = person.roles.join(", ");
            let company_at = format!("{:company$}", person.company);
            lines.push(format!("  {:email$}  {company_at}  {roles} ({})", person.email, person.stage()));
        }
        lines.push(String::new());
        let (address, path) = (demo::OPERATOR_ADDRESS, operator::SIGN_IN_PATH);
        let public_url = &app.services.settings.public_url;
        lines.push(format!("The programme's operator signs in at {} as {address}", public_url.join(path)));
        lines.push("  in a browser where nobody else is signed in: to partners that side does not exist.".into());
        lines.push(String::new());
        lines.push("Mail is not sent but kept: read it at /mailbox. Stop with Ctrl-C.".into());
    }
    lines.join("\n")
}
