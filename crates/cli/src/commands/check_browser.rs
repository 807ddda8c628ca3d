//! `guildhall check-browser`: what the portal tells somebody about their browser (BROWSER-1..4, SIGN-2).

use std::fmt::Write as _;

use chrono::NaiveDate;
use clap::Args;
use guildhall_core::browser::{Hint, hints};

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

/// Show the hints that the portal gives to a browser
///
/// Hints warn and never block: the exit code is 0 whatever the browser is.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  guildhall check-browser 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'")]
pub(crate) struct CheckBrowser {
    /// What the browser says of itself, in the form of the header User-Agent
    #[arg(value_name = "USER-AGENT", allow_hyphen_values = true)]
    user_agent: String,
    /// The day on which it is used [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    on: Option<NaiveDate>,
}

impl CheckBrowser {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let today = self.on.unwrap_or_else(|| context.now().date_naive());
        let found = hints(context.program()?, &self.user_agent, today);
        let table = Table::new(&["code", "advice"]).with(found.iter().map(|h| vec![h.code().to_owned(), advice(*h)]));
        let mut page = String::new();
        for hint in &found {
            let _ = writeln!(page, "{} [{}]", advice(*hint), hint.code());
        }
        if found.is_empty() {
            page.push_str("nothing to say about this browser\n");
        }
        if !context.out.is_quiet() {
            context.out.answer(&page, &table, &found)?;
        }
        Ok(Exit::Done)
    }
}

fn advice(hint: Hint) -> String {
    match hint {
        Hint::FirefoxExtended { version } => format!(
            "Firefox {version} is an extended release or out of date: use the standard Firefox of today or a Chromium browser"
        ),
        Hint::EdgeLegacy { version, unsupported_since, vendor_ended_in, successor_since } => format!(
            "Edge {version} has not been supported since {unsupported_since}, its vendor ended it in {vendor_ended_in}: \
             upgrade to the Edge that came in {}",
            successor_since.format("%B %Y")
        ),
        Hint::DesktopRecommended => "the portal is easier to use at a desk".to_owned(),
    }
}
