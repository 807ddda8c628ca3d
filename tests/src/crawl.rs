//! All pages that somebody can reach by links.

use serde::Deserialize;
use serde_json::json;

use crate::browser::Browser;
use crate::portal::Failure;

const SCRIPT: &str = include_str!("../assets/crawl.js");

/// What was found at an address.
#[derive(Debug, Clone, Deserialize)]
pub struct Found {
    /// The address, as path and query.
    pub address: String,
    /// The page whose link leads there; empty where the crawl began.
    pub from: String,
    /// How it was answered, redirects followed.
    pub status: u16,
    /// The path where the redirects ended.
    pub arrived: String,
    /// What the page consists of, without its texts; empty for a file.
    pub outline: String,
    /// The kinds of elements that it consists of, each as a number.
    pub kinds: Vec<u32>,
    /// A word that no language has, as it stands in the page.
    pub missing: String,
    /// The paths of the questions that are asked in a dialog.
    pub dialogs: Vec<String>,
    /// The paths that its forms are sent to: those with something to fill in.
    pub forms: Vec<String>,
}

#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    pages: Vec<Found>,
    error: Option<String>,
}

impl Browser {
    /// Follows every link from `seeds` on, as whoever is signed in. Of links that differ in nothing but the values of
    /// their query, `alike` are followed.
    pub async fn crawl(&self, seeds: &[String], alike: usize) -> Result<Vec<Found>, Failure> {
        let answer = self.client.execute_async(SCRIPT, vec![json!(seeds), json!(alike)]).await?;
        let answer: Answer = serde_json::from_value(answer)?;
        match answer.error {
            Some(error) => Err(format!("the crawl: {error}").into()),
            None => Ok(answer.pages),
        }
    }
}
