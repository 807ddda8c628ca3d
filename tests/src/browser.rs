//! A headless Chromium, driven by WebDriver.
//!
//! `cargo xtask test` looks for the programs and sets `GUILDHALL_BROWSER=1` with their paths in `CHROMIUM` and
//! `CHROMEDRIVER`. Without it a test prints a line that begins with `skipped: ` and returns.

use std::env;
use std::process::Stdio;
use std::time::Duration;

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::portal::Failure;

/// The programs of the browser.
pub struct Programs {
    chromium: String,
    driver: String,
}

/// How a browser looks at the portal.
#[derive(Clone, Copy)]
pub struct Look {
    /// The width of the window in pixels.
    pub width: u32,
    /// Whether scripts run.
    pub scripts: bool,
}

/// A browser. Close it with [`Browser::close`].
pub struct Browser {
    /// What drives it.
    pub client: Client,
    driver: Child,
    _profile: TempDir,
}

/// Where the programs are, if this run has a browser.
#[must_use]
pub fn programs() -> Option<Programs> {
    let set = |name: &str| env::var(name).ok().filter(|v| !v.is_empty());
    if set("GUILDHALL_BROWSER").as_deref() != Some("1") {
        return None;
    }
    Some(Programs {
        chromium: set("CHROMIUM").unwrap_or_else(|| "chromium".into()),
        driver: set("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into()),
    })
}

impl Browser {
    /// Starts a driver on a port of its own choice, and a browser with an empty profile.
    pub async fn start(programs: &Programs, look: Look) -> Result<Self, Failure> {
        let mut driver = Command::new(&programs.driver)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let output = driver.stdout.take().ok_or("the driver has no output")?;
        let mut lines = BufReader::new(output).lines();
        let port = loop {
            let line = lines.next_line().await?.ok_or("the driver ended")?;
            if let Some((_, rest)) = line.split_once("started successfully on port ") {
                break rest.trim_end_matches('.').trim().to_owned();
            }
        };
        // What the driver says further on is read and dropped, so that it never waits for a reader.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        let profile = tempfile::tempdir()?;
        let scripts = if look.scripts { 1 } else { 2 };
        let capabilities = json!({ "browserName": "chrome", "goog:chromeOptions": {
            "binary": programs.chromium,
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", format!("--window-size={},1000", look.width),
                format!("--user-data-dir={}", profile.path().display()),
            ],
            "prefs": { "profile.managed_default_content_settings.javascript": scripts },
        }});
        let capabilities = capabilities.as_object().cloned().unwrap_or_default();
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await?;
        Ok(Self { client, driver, _profile: profile })
    }

    /// Types into the field of a name, in place of what stands there.
    pub async fn fill(&self, name: &str, text: &str) -> Result<(), Failure> {
        let field = self.client.find(Locator::Css(&format!("main [name='{name}']"))).await?;
        field.clear().await?;
        field.send_keys(text).await?;
        Ok(())
    }

    /// Chooses a value: of a select, a radio group or a check box.
    pub async fn choose(&self, name: &str, value: &str) -> Result<(), Failure> {
        let field = self.client.find(Locator::Css(&format!("main [name='{name}']"))).await?;
        if field.tag_name().await? == "select" {
            field.select_by_value(value).await?;
        } else {
            let css = format!("main [name='{name}'][value='{value}']");
            self.client.find(Locator::Css(&css)).await?.click().await?;
        }
        Ok(())
    }

    /// Sends the page's main form and waits for the page after it.
    pub async fn send(&self) -> Result<(), Failure> {
        let before = self.client.find(Locator::Css("html")).await?;
        self.client.find(Locator::Css("main form button.primary")).await?.click().await?;
        self.left(&before).await
    }

    /// Sends the form that goes to `action` with nothing filled in, as a browser does that checks nothing itself, and
    /// waits for the page after it. Answers whether the form demands anything.
    pub async fn send_empty(&self, action: &str) -> Result<bool, Failure> {
        const SCRIPT: &str = r#"
            const form = [...document.querySelectorAll("main form")]
              .find((form) => form.getAttribute("method") === "post" && new URL(form.getAttribute("action"), location).pathname === arguments[0]);
            const canBeEmpty = (field) => field.type !== "radio" && (field.localName !== "select" || field.querySelector("option[value='']"));
            const required = [...form.querySelectorAll(":required")].some(canBeEmpty);
            for (const field of form.querySelectorAll("input:not([type=hidden]), select, textarea")) {
              // Of a group of which one is chosen, nobody can choose none.
              if (field.type === "radio") continue;
              if (field.type === "checkbox") field.checked = false;
              // What is chosen from a list without an empty line is never nothing.
              else if (field.localName !== "select" || field.querySelector("option[value='']")) field.value = "";
            }
            setTimeout(() => HTMLFormElement.prototype.submit.call(form), 0);
            return required;
        "#;
        let before = self.client.find(Locator::Css("html")).await?;
        let required = self.client.execute(SCRIPT, vec![json!(action)]).await?;
        self.left(&before).await?;
        Ok(required.as_bool().unwrap_or_default())
    }

    /// Waits until the page that an element belongs to is gone.
    async fn left(&self, before: &Element) -> Result<(), Failure> {
        for _ in 0..200 {
            if before.tag_name().await.is_err() {
                self.client.wait().for_element(Locator::Css("h1")).await?;
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        Err(format!("the page stayed: {}", self.heading().await?).into())
    }

    /// Presses a key, for whatever has the focus.
    pub async fn press(&self, key: Key) -> Result<(), Failure> {
        let value = key.into();
        let keys = KeyActions::new("keyboard".into()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        self.client.perform_actions(keys).await?;
        Ok(())
    }

    /// Whether what has the focus is matched by a selector.
    pub async fn focused(&self, css: &str) -> Result<bool, Failure> {
        let script = "return document.activeElement?.matches(arguments[0])";
        Ok(self.client.execute(script, vec![json!(css)]).await?.as_bool().unwrap_or_default())
    }

    /// Waits until what has the focus is matched by a selector.
    pub async fn until_focused(&self, css: &str) -> Result<(), Failure> {
        for _ in 0..200 {
            if self.focused(css).await? {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        let script = "return document.activeElement?.outerHTML.slice(0, 200)";
        let focused = self.client.execute(script, vec![]).await?;
        Err(format!("{css} does not get the focus; {focused} has it").into())
    }

    /// Clicks on what a selector finds first.
    pub async fn click(&self, css: &str) -> Result<(), Failure> {
        self.found(Locator::Css(css)).await?.click().await?;
        Ok(())
    }

    /// Waits until an element is there.
    pub async fn found(&self, locator: Locator<'_>) -> Result<Element, Failure> {
        match self.client.wait().at_most(Duration::from_secs(15)).for_element(locator).await {
            Ok(element) => Ok(element),
            Err(error) => {
                let shown = self.client.find(Locator::Css("body")).await?.text().await?;
                Err(format!("{error}: {locator:?} at {}: {shown}", self.path().await?).into())
            }
        }
    }

    /// Waits until what a selector finds is there.
    pub async fn shown(&self, css: &str) -> Result<(), Failure> {
        self.found(Locator::Css(css)).await?;
        Ok(())
    }

    /// Opens a page with a sign-in form, and signs in.
    pub async fn sign_in(&self, page: &str, email: &str, password: &str) -> Result<(), Failure> {
        self.client.goto(page).await?;
        self.fill("email", email).await?;
        self.fill("password", password).await?;
        self.send().await
    }

    /// Waits until the page says something.
    pub async fn says(&self, text: &str) -> Result<(), Failure> {
        let mut said = String::new();
        for _ in 0..400 {
            // While one page follows another there may be none.
            if let Ok(body) = self.client.find(Locator::Css("body")).await {
                said = body.text().await.unwrap_or_default();
            }
            if said.contains(text) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        Err(format!("{text:?} is not said at {}: {said}", self.path().await?).into())
    }

    /// The heading of the page.
    pub async fn heading(&self) -> Result<String, Failure> {
        Ok(self.client.find(Locator::Css("h1")).await?.text().await?)
    }

    /// The path of the page.
    pub async fn path(&self) -> Result<String, Failure> {
        Ok(self.client.current_url().await?.path().to_owned())
    }

    /// How many pixels the page is wider than the window.
    pub async fn overflow(&self) -> Result<i64, Failure> {
        let script = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        Ok(self.client.execute(script, vec![]).await?.as_i64().unwrap_or(i64::MAX))
    }

    /// What is wider than the window: how many pixels, and which elements; nothing where all fits.
    pub async fn too_wide(&self) -> Result<Option<String>, Failure> {
        const SCRIPT: &str = r#"
            const root = document.documentElement;
            const wide = (element) => {
              const box = element.getBoundingClientRect();
              return (box.right > root.clientWidth + 0.5 || box.left < -0.5) && box.width > 0;
            };
            const rolls = (element) => element.parentElement && getComputedStyle(element.parentElement).overflowX !== "visible";
            const found = [...document.querySelectorAll("body *")].filter((element) => wide(element) && !rolls(element));
            return found.slice(-3).map((element) => element.outerHTML.slice(0, 160)).join(" | ");
        "#;
        let over = self.overflow().await?;
        if over <= 0 {
            return Ok(None);
        }
        let elements = self.client.execute(SCRIPT, vec![]).await?;
        Ok(Some(format!("{over} pixels too wide, by {elements}")))
    }

    /// Closes browser and driver.
    pub async fn close(mut self) -> Result<(), Failure> {
        self.client.close().await?;
        self.driver.kill().await?;
        Ok(())
    }
}
