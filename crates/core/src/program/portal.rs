//! How the portal itself is set up: feeds and their windows, languages, routes to a goal, and advice on browsers.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::build::Check;
use super::{ItemId, MenuItem, Program};

/// The windows of news and events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Feeds {
    /// How many calendar months the list of all news goes back (NEWS-3, C-118).
    pub news_months: u32,
    /// How many entries each feed of the home page shows.
    pub home_entries: u32,
}

impl Default for Feeds {
    fn default() -> Self {
        Self { news_months: 6, home_entries: 5 }
    }
}

/// A language of the portal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Language {
    /// Its tag, as in `pt-BR`.
    pub tag: String,
    /// Its own name for itself.
    pub title: String,
}

/// The way to a goal that lies partly outside the portal, step by step (CERT-1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Its id in text, snake case.
    pub name: String,
    /// What people read.
    pub title: String,
    /// The menu item that it begins with.
    pub item: ItemId,
    /// What to choose after that, in order.
    pub steps: Vec<String>,
}

/// A page of another site to which questions are passed on (CERT-13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its id in text, snake case.
    pub name: String,
    /// What people read.
    pub title: String,
    /// What it answers.
    pub description: String,
    /// Its address.
    pub address: String,
}

/// A version of a browser that has an extended release, and when the standard releases went on to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtendedRelease {
    /// The major version.
    pub version: u32,
    /// From this day on, whoever still runs it runs the extended release, or a standard one that is out of date.
    pub succeeded_on: NaiveDate,
}

/// What is known of the Edge that was retired (BROWSER-2..4, C-111).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EdgeLegacy {
    /// Every version before this one is meant (BROWSER-3).
    pub before_version: u32,
    /// Since when the portal does not support it (BROWSER-2).
    pub unsupported_since: NaiveDate,
    /// The year in which its vendor ended support (BROWSER-4).
    pub vendor_ended_in: i32,
    /// The month in which its successor came (BROWSER-4).
    pub successor_since: NaiveDate,
}

impl Default for EdgeLegacy {
    fn default() -> Self {
        let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap_or(NaiveDate::MIN);
        Self {
            before_version: 80,
            unsupported_since: date(2020, 12, 31),
            vendor_ended_in: 2021,
            successor_since: date(2020, 1, 1),
        }
    }
}

/// Advice on browsers. It warns and never blocks (C-121).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Browsers {
    /// The extended releases of Firefox (BROWSER-1).
    pub firefox_extended: Vec<ExtendedRelease>,
    /// The retired Edge.
    pub edge_legacy: EdgeLegacy,
}

/// How the portal is set up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Portal {
    feeds: Feeds,
    languages: Vec<Language>,
    pub(super) routes: Vec<Route>,
    browsers: Browsers,
    pub(super) links: Vec<Link>,
    sign_in_address: Option<String>,
}

impl Program {
    /// The windows of news and events.
    #[must_use]
    pub fn feeds(&self) -> Feeds {
        self.portal.feeds
    }

    /// The languages of the portal; the first is the one for those who chose none. There is at least one.
    #[must_use]
    pub fn languages(&self) -> &[Language] {
        &self.portal.languages
    }

    /// The ways to goals that lie partly outside the portal.
    #[must_use]
    pub fn routes(&self) -> &[Route] {
        &self.portal.routes
    }

    /// Pages of other sites to which questions are passed on.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.portal.links
    }

    /// The one of them with this id.
    #[must_use]
    pub fn link(&self, name: &str) -> Option<&Link> {
        self.links().iter().find(|link| link.name == name)
    }

    /// Where people sign in, where that is not for the portal itself to say (SIGN-3).
    #[must_use]
    pub fn sign_in_address(&self) -> Option<&str> {
        self.portal.sign_in_address.as_deref()
    }

    /// Advice on browsers.
    #[must_use]
    pub fn browsers(&self) -> &Browsers {
        &self.portal.browsers
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLanguage {
    tag: Spanned<String>,
    title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRoute {
    id: Spanned<String>,
    title: String,
    item: Spanned<String>,
    steps: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLink {
    id: Spanned<String>,
    title: String,
    description: String,
    address: Spanned<String>,
}

/// The parts of a programme that make its portal, as the file says them.
pub(super) struct RawPortal {
    pub(super) feeds: Option<Spanned<Feeds>>,
    pub(super) language: Vec<RawLanguage>,
    pub(super) route: Vec<RawRoute>,
    pub(super) browsers: Browsers,
    pub(super) link: Vec<RawLink>,
    pub(super) sign_in_address: Option<Spanned<String>>,
}

pub(super) fn portal(raw: RawPortal, items: &[MenuItem], check: &mut Check<'_>) -> Portal {
    let place = raw.feeds.as_ref().map_or(0..0, Spanned::span);
    let feeds = raw.feeds.map(Spanned::into_inner).unwrap_or_default();
    if !(1..=120).contains(&feeds.news_months) || !(1..=50).contains(&feeds.home_entries) {
        check.fault(place, "feeds", "news_months is a number from 1 to 120, home_entries from 1 to 50");
    }
    check.ids("route", 100, raw.route.iter().map(|r| &r.id));
    let routes = raw.route.into_iter().filter_map(|route| {
        if route.steps.is_empty() {
            check.fault(route.id.span(), "no_steps", "a route has at least one step");
        }
        let item = check.item(items, &route.item)?;
        Some(Route { name: route.id.into_inner(), title: route.title, item, steps: route.steps })
    });
    let routes = routes.collect();
    check.ids("link", 100, raw.link.iter().map(|link| &link.id));
    let links = raw.link.into_iter().map(|link| {
        check.web_address("the address of a link", &link.address);
        let (name, address) = (link.id.into_inner(), link.address.into_inner());
        Link { name, title: link.title, description: link.description, address }
    });
    let links = links.collect();
    if let Some(address) = &raw.sign_in_address {
        check.web_address("the address for signing in", address);
    }
    let sign_in_address = raw.sign_in_address.map(Spanned::into_inner);
    let languages = languages(raw.language, check);
    Portal { links, feeds, languages, routes, browsers: raw.browsers, sign_in_address }
}

fn languages(raw: Vec<RawLanguage>, check: &mut Check<'_>) -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::new();
    for language in raw {
        let tag = language.tag.get_ref();
        if !is_language_tag(tag) {
            check.fault(language.tag.span(), "language_tag", format!("{tag:?} is not a language tag such as pt-BR"));
        }
        if languages.iter().any(|l| l.tag.eq_ignore_ascii_case(tag)) {
            check.fault(language.tag.span(), "language_twice", format!("the language {tag:?} is listed twice"));
        }
        languages.push(Language { tag: language.tag.into_inner(), title: language.title });
    }
    if languages.is_empty() {
        languages.push(Language { tag: "en".into(), title: "English".into() });
    }
    languages
}

/// The form of a language tag: a language of two or three letters, then parts of up to eight letters or digits.
pub(crate) fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_alphabetic())
        && tag.len() <= 35
        && parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::ToString;

    use super::super::tests::LEAST;
    use super::*;

    fn link(address: &str) -> String {
        format!("[[link]]\nid = \"l\"\ntitle = \"L\"\ndescription = \"What\"\naddress = \"{address}\"")
    }

    #[test]
    fn every_fault_of_the_portal_is_reported() {
        for (more, expected) in [
            ("", "ok"),
            ("[feeds]\nnews_months = 0", "feeds"),
            ("[feeds]\nnews_months = 120\nhome_entries = 50", "ok"),
            ("[feeds]\nnews_months = 121", "feeds"),
            ("[feeds]\nhome_entries = 51", "feeds"),
            ("[[language]]\ntag = \"pt-BR\"\ntitle = \"Portugues\"", "ok"),
            ("[[language]]\ntag = \"english\"\ntitle = \"English\"", "language_tag"),
            ("[[language]]\ntag = \"e\"\ntitle = \"English\"", "language_tag"),
            ("[[language]]\ntag = \"en-\"\ntitle = \"English\"", "language_tag"),
            (
                "[[language]]\ntag = \"en\"\ntitle = \"English\"\n[[language]]\ntag = \"EN\"\ntitle = \"English\"",
                "language_twice",
            ),
            ("[[route]]\nid = \"r\"\ntitle = \"R\"\nitem = \"a/b\"\nsteps = []", "no_steps, unknown_name"),
            (&link("https://www.site.example/a?b#c"), "ok"),
            (&link("https://site.example"), "ok"),
            (&link("http://site.example/"), "web_address"),
            (&link("https:///a"), "web_address"),
            (&link("https://site/"), "web_address"),
            (&link("https://.example/"), "web_address"),
            (&link("https://me@site.example/"), "web_address"),
            (&link("https://site.example/ a"), "web_address"),
            (&link("https://site.example/<b>"), "web_address"),
            (&link("javascript:alert(1)"), "web_address"),
            (&[link("https://a.example"), link("https://b.example")].join("\n"), "id_twice"),
            ("[browsers.edge_legacy]\nunsupported_since = \"2020-02-30\"", "syntax"),
            ("[[browsers.firefox_extended]]\nversion = 1", "syntax"),
        ] {
            let got = match Program::parse(&format!("{LEAST}\n{more}\n")) {
                Ok(_) => "ok".to_string(),
                Err(faults) => faults.0.iter().map(|f| f.code).collect::<Vec<_>>().join(", "),
            };
            assert_eq!(got, expected, "{more}");
        }
    }

    // Rules: CERT-1
    #[test]
    fn the_way_to_an_accreditation_is_open_to_every_role() {
        let program = Program::guide();
        let route = program.routes().iter().find(|r| r.name == "accreditation").unwrap();
        let item = program.item(route.item).unwrap();
        assert_eq!(
            (item.name.as_str(), item.aliases.as_slice()),
            ("learn/partner_training", ["AWS Partner Training".to_string()].as_slice())
        );
        assert_eq!(route.steps, ["Explore free digital training", "Sign in to AWS Skill Builder"]);
        for role in program.roles() {
            for path in program.paths() {
                for stage in program.stages() {
                    let standing = crate::access::Standing::new(
                        program,
                        [role.name.as_str()],
                        [(path.name.as_str(), stage.name.as_str())],
                    );
                    assert!(standing.opens(program, route.item), "{} {} {}", role.name, path.name, stage.name);
                }
            }
        }
    }

    // Rules: MENU-44
    #[test]
    fn the_channel_page_has_three_tabs_in_order() {
        let program = Program::guide();
        let tabs = |name: &str| program.item(program.find_item(name).unwrap()).unwrap().tabs.clone();
        assert_eq!(
            tabs("channel/channel_management"),
            ["Program Management Accounts", "End User Information", "Partner Growth Rebate"]
        );
        assert_eq!(tabs("build/offerings"), Vec::<String>::new());
    }

    // Rules: BROWSER-4
    #[test]
    fn what_is_known_of_the_retired_edge() {
        for program in [Program::guide(), &Program::parse(LEAST).unwrap()] {
            let edge = program.browsers().edge_legacy;
            assert_eq!(edge, EdgeLegacy::default());
            assert_eq!((edge.vendor_ended_in, edge.successor_since.to_string().as_str()), (2021, "2020-01-01"));
        }
    }
}
