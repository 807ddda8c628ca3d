//! The state that handlers share: services, portal, and what the demo offers.

use std::sync::Arc;

use axum::extract::FromRef;

use guildhall_core::Program;

use crate::pages::locale::{Words, languages};
use crate::portal::Portal;
use crate::services::Services;

/// Somebody of the demo, with a password to try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoPerson {
    /// The address to sign in with.
    pub email: String,
    /// The password.
    pub password: String,
    /// The person's name.
    pub name: String,
    /// The company's name.
    pub company: String,
    /// The titles of the person's roles.
    pub roles: Vec<String>,
    /// Where the company stands: the titles of its paths and of the stage on each.
    pub standings: Vec<(String, String)>,
}

impl DemoPerson {
    /// Where the company stands, as `Software, Registered`.
    pub fn stage(&self) -> String {
        self.standings.iter().map(|(path, stage)| format!("{path}, {stage}")).collect::<Vec<_>>().join("; ")
    }
}

/// The state of the app. Cheap to clone.
#[derive(Debug, Clone)]
pub struct App {
    /// Store, passwords, codes, captcha, limits, mail, clock, settings.
    pub services: Services,
    /// Commands.
    pub portal: Portal,
    /// The demo's people; empty outside the demo.
    pub demo_people: Arc<Vec<DemoPerson>>,
    /// The programme in each language, in the order of [`languages`].
    programs: Arc<Vec<Program>>,
}

impl App {
    /// The app without demo people.
    pub fn new(services: Services, portal: Portal) -> Self {
        let spoken = languages().iter().filter_map(|language| Words::of(language.tag));
        let programs = spoken.map(|w| w.program(portal.program())).collect();
        Self { services, portal, demo_people: Arc::default(), programs: Arc::new(programs) }
    }

    /// The programme as it is read in a language. It decides as the portal's own does.
    pub fn program_in(&self, w: Words) -> &Program {
        self.programs.get(w.place()).unwrap_or_else(|| self.portal.program())
    }
}

impl FromRef<App> for Services {
    fn from_ref(app: &App) -> Self {
        app.services.clone()
    }
}

impl FromRef<App> for Portal {
    fn from_ref(app: &App) -> Self {
        app.portal.clone()
    }
}
