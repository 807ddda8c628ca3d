//! The home page of each role.

use alloc::collections::BTreeMap;
use alloc::format;

use super::*;
use crate::account::{Account, Actor};
use crate::content::{self, ArticleInput, Command, EventInput, Input, StepInput, WalkthroughInput};
use crate::fixture::{company, deactivated, id, member, moment, operator, removed, setting};
use crate::room::Room;

/// One active person of each role (`alliance_lead` is ana), on the stage validated.
fn acme() -> Account {
    let people: &[(&str, &[&str])] = &[
        ("tim", &["alliance_team"]),
        ("sam", &[]),
        ("cho", &["channel_user"]),
        ("cloe", &["cloud_admin"]),
        ("mia", &["marketing_staff"]),
        ("tea", &["technical_staff"]),
        ("max", &["ace_manager"]),
        ("eve", &["ace_user"]),
        ("rex", &[]),
        ("dee", &[]),
    ];
    deactivated(removed(company("validated", people), "rex"), "dee")
}

const EVERYBODY: [&str; 9] = ["ana", "tim", "sam", "cho", "cloe", "mia", "tea", "max", "eve"];

fn published(input: Input) -> content::State {
    let (nobody, operator, moment) = (Account::default(), operator(), moment("2026-03-01"));
    let setting = setting(&nobody, &operator, &moment);
    let mut state = content::State::default();
    for command in [Command::Draft { input }, Command::Publish] {
        let events = state.decide(&setting, &command).unwrap();
        events.iter().for_each(|event| state.apply(event));
    }
    state
}

fn text(text: &str) -> String {
    text.to_string()
}

fn content() -> BTreeMap<Id, content::State> {
    let news = ArticleInput {
        kind: text("deadline"),
        title: text("Renew"),
        summary: text("Soon."),
        source: text("Programme"),
        published_on: text("2025-01-01"),
        link: text("https://example.org"),
        text: String::new(),
    };
    let event = EventInput {
        kind: text("summit"),
        delivery: text("both"),
        title: text("Summit"),
        summary: text("Big."),
        source: text("Programme"),
        starts_at: text("2026-04-01T09:00:00Z"),
        link: text("https://example.org"),
        ..EventInput::default()
    };
    let steps = Vec::from([StepInput { title: text("Look"), text: text("Around."), item: String::new() }]);
    let tour = WalkthroughInput { title: text("Tour"), summary: text("Short."), steps };
    BTreeMap::from([
        (id("news"), published(Input::News(news))),
        (id("summit"), published(Input::Event(event))),
        (id("tour"), published(Input::Walkthrough(tour))),
    ])
}

fn with<T>(who: &Actor, linked: bool, read: impl Fn(Result<Home<'_>, Denied>) -> T) -> T {
    let (account, moment, content) = (acme(), moment("2026-03-01"), content());
    let (tasks, languages) = (tasks::State::default(), language::State::default());
    let facts = Facts {
        tasks: &tasks,
        languages: &languages,
        wishes: "",
        marketplace_linked: linked,
        content: content.iter().map(|(id, state)| (*id, state)),
    };
    read(home(&setting(&account, who, &moment), facts))
}

fn of<T>(who: &str, read: impl Fn(&Home<'_>) -> T) -> T {
    with(&member(who), false, |home| read(&home.unwrap()))
}

fn titles(menus: &[Menu]) -> Vec<String> {
    menus.iter().map(|m| m.title.clone()).collect()
}

// Rules: HOME-1, HOME-3, HOME-13, SEARCH-1
#[test]
fn everybody_has_a_home_with_its_parts_in_their_places() {
    for who in EVERYBODY {
        of(who, |home| {
            assert_eq!((home.navigation.place, home.navigation.search), (Place::Top, Place::MiddleOfBar), "{who}");
            assert_eq!((home.dropdowns.place, home.walkthroughs.place), (Place::TopRight, Place::BottomRight), "{who}");
            assert_eq!(home.news.iter().map(|e| e.id).collect::<Vec<_>>(), [id("news")], "{who}");
            assert_eq!(home.events.iter().map(|e| e.id).collect::<Vec<_>>(), [id("summit")], "{who}");
        });
    }
    for (who, expected) in [("rex", Denied::NotActive), ("dee", Denied::NotActive), ("zoe", Denied::NotSignedIn)] {
        with(&member(who), false, |home| assert_eq!(home.unwrap_err(), expected, "{who}"));
    }
    with(&Actor::Visitor, false, |home| assert_eq!(home.unwrap_err(), Denied::NotSignedIn));
}

// Rules: HOME-2, HOME-4, HOME-5, HOME-6
#[test]
fn the_bar_has_the_menus_in_order_with_what_opens() {
    let whole = ["Learn", "Build", "Market", "Sell", "Programs", "Funding", "Resources", "Channel"];
    let count = |home: &Home<'_>| home.navigation.menus.iter().map(|m| m.entries.len()).sum::<usize>();
    assert_eq!(of("ana", |home| titles(&home.navigation.menus)), whole[..7], "Channel is the channel user's");
    for who in EVERYBODY {
        of(who, |home| {
            let shown = titles(&home.navigation.menus);
            let in_order: Vec<&str> = whole.into_iter().filter(|m| shown.iter().any(|s| s == m)).collect();
            assert_eq!(shown, in_order, "{who}");
            let (account, program) = (acme(), Program::guide());
            let standing = account.standing(program, id(who));
            for entry in home.navigation.menus.iter().flat_map(|m| &m.entries) {
                assert!(standing.opens(program, program.find_item(&entry.id).unwrap()), "{who} {}", entry.id);
                assert!(entry.description.len() > 10, "{}", entry.id);
            }
        });
    }
    assert!(of("sam", count) < of("ana", count));
    let badges = |home: &Home<'_>| {
        home.navigation.menus.iter().any(|m| m.entries.iter().any(|e| e.id == "market/badge_manager"))
    };
    assert!(of("ana", badges) && !of("eve", badges));
}

// Rules: HOME-4
#[test]
fn a_channel_user_on_a_channel_path_has_all_eight_menus() {
    let mut account = company("enrolled", &[("cho", &["channel_user", "marketing_staff"])]);
    account.apply(&crate::account::Event::StageSet { path: text("distribution"), stage: text("enrolled") });
    let (actor, moment) = (member("cho"), moment("2026-03-01"));
    let menus = sections(
        Program::guide(),
        &setting(&account, &actor, &moment).permitted(&[Permission::ManageChannel]).unwrap().1,
        Placement::Navigation,
    );
    assert_eq!(titles(&menus), ["Learn", "Build", "Market", "Sell", "Programs", "Funding", "Resources", "Channel"]);
}

// Rules: HOME-7, HOME-8, HOME-9, C-069
#[test]
fn there_are_four_drop_downs_filtered_by_role() {
    for who in EVERYBODY {
        of(who, |home| {
            assert_eq!(titles(&home.dropdowns.menus), ["Support", "Language", "My Company", "My Profile"], "{who}");
            assert_eq!(home.dropdowns.menus[0].entries[0].id, "contact_support", "{who}");
            let current: Vec<&str> =
                home.dropdowns.menus[1].entries.iter().filter(|e| e.current).map(|e| e.id.as_str()).collect();
            assert_eq!(current, ["en"], "{who}");
        });
    }
    let company_items =
        |home: &Home<'_>| -> Vec<String> { home.dropdowns.menus[2].entries.iter().map(|e| e.id.clone()).collect() };
    assert_eq!(of("sam", company_items), ["my_company/view_alliance_lead_and_request_change"]);
    assert_eq!(of("ana", company_items).len(), 6);
}

// Rules: HOME-10
#[test]
fn every_role_has_the_walkthroughs() {
    for who in EVERYBODY {
        of(who, |home| {
            assert_eq!(home.walkthroughs.list.iter().map(|e| e.id).collect::<Vec<_>>(), [id("tour")], "{who}")
        });
    }
}

// Rules: HOME-11
#[test]
fn the_marketplace_section_is_the_leads_and_the_cloud_admins() {
    for who in EVERYBODY {
        let expected = matches!(who, "ana" | "cloe");
        for (linked, action) in [(false, Marketplace::LinkAccount), (true, Marketplace::ManageLinkedAccount)] {
            let section = with(&member(who), linked, |home| home.unwrap().marketplace);
            assert_eq!(section, expected.then_some(action), "{who} {linked}");
        }
    }
}

// Rules: HOME-12, TASK-5, TASK-10
#[test]
fn the_lead_has_two_widgets_and_others_one() {
    let kinds = |home: &Home<'_>| -> Vec<&str> {
        let kind = |w: &Widget| match w {
            Widget::MyTasks(_) => "my_tasks",
            Widget::AllTasks(_) => "all_tasks",
        };
        home.widgets.iter().map(kind).collect()
    };
    for who in EVERYBODY {
        let expected = if who == "ana" { &["my_tasks", "all_tasks"][..] } else { &["my_tasks"] };
        assert_eq!(of(who, kinds), expected, "{who}");
    }
}

// Rules: HOME-2
#[test]
fn the_page_is_written_as_one_document() {
    let shown = of("sam", |home| serde_json::to_value(home).unwrap());
    assert_eq!(shown["navigation"]["search"], "middle_of_bar");
    assert_eq!(shown["walkthroughs"]["list"][0]["item"]["title"], "Tour");
    assert_eq!(shown["widgets"][0]["widget"], "my_tasks");
    assert_eq!(shown["marketplace"], serde_json::Value::Null);
    let id = format!("{}", id("news"));
    assert_eq!(shown["news"][0]["id"], id);
}
