//! axe-core on the page that the browser shows.

use serde::Deserialize;
use serde_json::json;

use crate::browser::Browser;
use crate::portal::Failure;

/// axe-core itself: sets `window.axe`.
const SOURCE: &str = include_str!("../assets/vendor/axe.min.js");

/// Looks at the whole page, with what folds in its content unfolded.
const RUN: &str = r#"
const [only, done] = arguments;
for (const fold of document.querySelectorAll("main details")) fold.open = true;
const told = (violation) => violation.nodes.map((node) => ({
  rule: violation.id,
  target: node.target.join(" "),
  html: node.html.slice(0, 200),
  summary: node.failureSummary,
}));
axe.run(document, { runOnly: only, resultTypes: ["violations"] }).then(
  (results) => done({ violations: results.violations.flatMap(told) }),
  (error) => done({ error: String(error) }),
);
"#;

/// Which rules are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rules {
    /// WCAG 2.0, 2.1 and 2.2 at A and AA, and what is good practice beside.
    All,
    /// The contrast of texts: all that differs between light and dark.
    Contrast,
}

/// What keeps somebody out of a page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub struct Violation {
    /// axe's name of the rule.
    pub rule: String,
    /// Which element, as a selector.
    pub target: String,
    /// How the element begins.
    pub html: String,
    /// What would mend it.
    pub summary: String,
}

#[derive(Deserialize)]
struct Results {
    #[serde(default)]
    violations: Vec<Violation>,
    error: Option<String>,
}

impl Browser {
    /// Has axe in every page to come.
    pub async fn load_axe(&self) -> Result<(), Failure> {
        self.before_every_page(SOURCE).await
    }

    /// What axe finds in the page as it is.
    pub async fn axe(&self, rules: Rules) -> Result<Vec<Violation>, Failure> {
        let only = match rules {
            Rules::All => json!({ "type": "tag", "values": [
                "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice",
            ]}),
            Rules::Contrast => json!({ "type": "rule", "values": ["color-contrast"] }),
        };
        let results: Results = serde_json::from_value(self.client.execute_async(RUN, vec![only]).await?)?;
        match results.error {
            Some(error) => Err(format!("axe: {error}").into()),
            None => Ok(results.violations),
        }
    }
}
