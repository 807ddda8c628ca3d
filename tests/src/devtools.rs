//! What WebDriver has no word for: the width that a page sees, light and dark, scripts that run before a page's own.

use std::path::Path;
use std::time::Duration;

use axum::http::Method;
use fantoccini::wd::{TimeoutConfiguration, WebDriverCompatibleCommand};
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::browser::Browser;
use crate::portal::Failure;

/// A command of the DevTools protocol, by the driver's door to it.
#[derive(Debug)]
struct Command {
    name: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, ParseError> {
        base_url.join(&format!("session/{}/goog/cdp/execute", session_id.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "cmd": self.name, "params": self.parameters }).to_string()))
    }
}

impl Browser {
    async fn devtools(&self, name: &'static str, parameters: Value) -> Result<Value, Failure> {
        Ok(self.client.issue_cmd(Command { name, parameters }).await?)
    }

    /// Gives the page a width, narrower than a window can be.
    pub async fn resize(&self, width: u32) -> Result<(), Failure> {
        let size = json!({ "width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await?;
        Ok(())
    }

    /// Shows pages light or dark, and at rest: what fades is half there when it is looked at.
    pub async fn colours(&self, dark: bool) -> Result<(), Failure> {
        let scheme = if dark { "dark" } else { "light" };
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]});
        self.devtools("Emulation.setEmulatedMedia", features).await?;
        Ok(())
    }

    /// Runs a script in every page to come, before its own.
    pub async fn before_every_page(&self, script: &str) -> Result<(), Failure> {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
        Ok(())
    }

    /// Lets scripts and pages take this long.
    pub async fn be_patient(&self, time_max: Duration) -> Result<(), Failure> {
        let timeouts = TimeoutConfiguration::new(Some(time_max), Some(time_max), None);
        self.client.update_timeouts(timeouts).await?;
        Ok(())
    }

    /// Puts what is downloaded into a folder, without asking.
    pub async fn downloads_to(&self, folder: &Path) -> Result<(), Failure> {
        let parameters = json!({ "behavior": "allow", "downloadPath": folder });
        self.devtools("Browser.setDownloadBehavior", parameters).await?;
        Ok(())
    }

    /// Forgets who was signed in.
    pub async fn forget(&self) -> Result<(), Failure> {
        self.devtools("Network.clearBrowserCookies", json!({})).await?;
        Ok(())
    }
}
