//! The state that handlers share: services, portal, and what the demo offers.

use std::sync::Arc;

use axum::extract::FromRef;

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
    /// Where the company stands, as `Software, registered`.
    pub stage: String,
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
}

impl App {
    /// The app without demo people.
    pub fn new(services: Services, portal: Portal) -> Self {
        Self { services, portal, demo_people: Arc::default() }
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
