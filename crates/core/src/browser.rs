//! Advice on the browser in use, from what it says of itself. It warns and never blocks (C-121): the answer is a list of
//! hints, and there is none that closes the door.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::Serialize;

use crate::program::{EdgeLegacy, Program};

/// How much of what a browser says of itself is read, in bytes.
const USER_AGENT_BYTES_MOST: usize = 1000;

/// A hint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Hint {
    /// The extended release of Firefox is not supported: use the standard one or a Chromium browser (BROWSER-1).
    FirefoxExtended {
        /// Its major version.
        version: u32,
    },
    /// This Edge is not supported any more: upgrade (BROWSER-2..4).
    EdgeLegacy {
        /// Its major version.
        version: u32,
        /// Since when.
        unsupported_since: NaiveDate,
        /// The year in which its vendor ended support.
        vendor_ended_in: i32,
        /// The month in which its successor came.
        successor_since: NaiveDate,
    },
    /// The portal is easier to use at a desk; it works here all the same (SIGN-2).
    DesktopRecommended,
}

impl Hint {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::FirefoxExtended { .. } => "firefox_extended",
            Self::EdgeLegacy { .. } => "edge_legacy",
            Self::DesktopRecommended => "desktop_recommended",
        }
    }
}

/// What to tell somebody who uses the browser that calls itself `user_agent`. Nothing is told of a browser that is not
/// known.
///
/// The extended release of Firefox says nothing of itself that the standard release of the same version does not; it is
/// told by its version, once the standard release has gone on to the next.
#[must_use]
pub fn hints(program: &Program, user_agent: &str, today: NaiveDate) -> Vec<Hint> {
    let end = (0..=USER_AGENT_BYTES_MOST.min(user_agent.len())).rev().find(|i| user_agent.is_char_boundary(*i));
    let parts_words = |c: char| c.is_whitespace() || "();,".contains(c);
    let text = match user_agent.get(..end.unwrap_or_default()).unwrap_or_default() {
        whole if whole.len() == user_agent.len() => whole,
        // Of a word that is cut off nothing is known: half of a version is another version.
        cut => cut.rsplit_once(parts_words).map_or("", |(before, _)| before),
    };
    let words = || text.split(parts_words);
    let product = |name: &str| words().find_map(|w| w.split_once('/').filter(|(n, _)| *n == name).map(|(_, v)| v));
    let browsers = program.browsers();
    let mut hints = Vec::new();
    if let Some((says, version)) = product("Firefox").and_then(|v| Some((v, major(v)?))) {
        let succeeded = browsers.firefox_extended.iter().any(|r| r.version == version && today >= r.succeeded_on);
        if succeeded || says.to_ascii_lowercase().contains("esr") {
            hints.push(Hint::FirefoxExtended { version });
        }
    }
    let edge = ["Edge", "Edg"].into_iter().find_map(product).and_then(major);
    if let Some(version) = edge {
        let EdgeLegacy { before_version, unsupported_since, vendor_ended_in, successor_since } = browsers.edge_legacy;
        if version < before_version && today >= unsupported_since {
            hints.push(Hint::EdgeLegacy { version, unsupported_since, vendor_ended_in, successor_since });
        }
    }
    if words()
        .any(|w| matches!(w, "Mobile" | "Mobi" | "Android" | "iPhone" | "iPad" | "Tablet") || w.starts_with("Mobile/"))
    {
        hints.push(Hint::DesktopRecommended);
    }
    hints
}

/// The number before the first point.
fn major(version: &str) -> Option<u32> {
    version.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;

    use super::*;

    const CHROME: &str =
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";

    fn firefox(version: &str) -> String {
        format!("Mozilla/5.0 (X11; Linux x86_64; rv:{version}) Gecko/20100101 Firefox/{version}")
    }

    fn edge(token: &str) -> String {
        format!("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/79.0 Safari/537.36 {token}")
    }

    fn codes(user_agent: &str, today: &str) -> String {
        let hints = hints(Program::guide(), user_agent, today.parse().unwrap());
        hints.iter().map(|h| h.code()).collect::<Vec<_>>().join(" ")
    }

    // Rules: BROWSER-1, C-121
    #[test]
    fn the_extended_release_of_firefox_is_warned_of() {
        for (version, today, expected) in [
            ("128.0", "2024-08-05", ""), // the standard release of its day
            ("128.0", "2024-08-06", "firefox_extended"),
            ("128.14", "2026-01-01", "firefox_extended"),
            ("129.0", "2026-01-01", ""),
            ("127.0", "2026-01-01", ""),
            ("115.0", "2026-01-01", "firefox_extended"),
            ("140.2", "2026-01-01", "firefox_extended"),
            ("145.0", "2026-01-01", ""),
            ("150.0esr", "2026-01-01", "firefox_extended"),
            ("1280.0", "2026-01-01", ""),
            ("99999999999999999999", "2026-01-01", ""),
            ("", "2026-01-01", ""),
        ] {
            assert_eq!(codes(&firefox(version), today), expected, "{version} on {today}");
        }
        assert_eq!(codes(CHROME, "2026-01-01"), "", "a Chromium browser is fine");
    }

    // Rules: BROWSER-2, BROWSER-3, BROWSER-4, C-111, C-121
    #[test]
    fn the_retired_edge_is_warned_of() {
        for (token, today, expected) in [
            ("Edge/18.17763", "2026-01-01", "edge_legacy"),
            ("Edge/18.17763", "2020-12-31", "edge_legacy"),
            ("Edge/18.17763", "2020-12-30", ""),
            ("Edge/79.0", "2026-01-01", "edge_legacy"),
            ("Edg/79.0.309", "2026-01-01", "edge_legacy"),
            ("Edg/80.0.361", "2026-01-01", ""),
            ("Edge/80.0", "2026-01-01", ""),
            ("Edg/126.0", "2026-01-01", ""),
            ("NotEdge/18.0", "2026-01-01", ""),
        ] {
            assert_eq!(codes(&edge(token), today), expected, "{token} on {today}");
        }
        let hint = hints(Program::guide(), &edge("Edge/18"), "2026-01-01".parse().unwrap());
        let shown = serde_json::to_value(&hint).unwrap();
        let expected = serde_json::json!([{ "code": "edge_legacy", "version": 18, "unsupported_since": "2020-12-31",
            "vendor_ended_in": 2021, "successor_since": "2020-01-01" }]);
        assert_eq!(shown, expected);
    }

    // Rules: SIGN-2, C-121
    #[test]
    fn a_telephone_gets_a_hint_and_no_more() {
        let iphone =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1";
        let android = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36";
        let firefox = "Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0";
        assert_eq!(codes(iphone, "2026-01-01"), "desktop_recommended");
        assert_eq!(codes(android, "2026-01-01"), "desktop_recommended");
        assert_eq!(codes(firefox, "2026-01-01"), "firefox_extended desktop_recommended");
        assert_eq!(codes(CHROME, "2026-01-01"), "", "at a desk");
    }

    #[test]
    fn whatever_a_browser_says_is_read_to_a_limit() {
        let today = "2026-01-01";
        for text in ["", " ", "/", "Edge/", "Firefox/x", "\u{1F600}/\u{1F600}", "(((;;;"] {
            assert_eq!(codes(text, today), "", "{text:?}");
        }
        let far = format!("{} Edge/18", "\u{e9}".repeat(USER_AGENT_BYTES_MOST));
        assert_eq!(codes(&far, today), "");
        for (blanks, text, expected) in [
            (900, "Edge/18", "edge_legacy"),
            (USER_AGENT_BYTES_MOST - 8, "Edge/18", "edge_legacy"), // it ends where the reading ends
            (USER_AGENT_BYTES_MOST - 7, "Edge/18", ""),
            (USER_AGENT_BYTES_MOST - 7, "Edg/126.0", ""), // cut off it would be the first version
            (USER_AGENT_BYTES_MOST - 12, "Edge/18 Edg/126.0", "edge_legacy"),
            (USER_AGENT_BYTES_MOST, "Edge/18", ""),
        ] {
            assert_eq!(codes(&format!("{} {text}", "x".repeat(blanks)), today), expected, "{text} after {blanks}");
        }
        assert_eq!(codes(&"Edge/18".repeat(200), today), "", "one word without an end");
        for text in [
            "edge/18",
            "Edge/-18",
            "Edge/\u{661}\u{668}",
            "Edge /18",
            "Edge/4294967296",
            "E\u{200b}dge/18",
            "\0Edge/18",
        ] {
            assert_eq!(codes(text, today), "", "{text:?}");
        }
        assert_eq!(codes("Edge/18\u{e9}", today), "edge_legacy", "the number before anything else");
    }
}
