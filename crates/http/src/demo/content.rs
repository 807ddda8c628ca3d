//! What the demo's programme publishes: news, events, resources, walkthroughs. Days count from the first start, so that
//! the feeds are never empty and something is too old for the list.

use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};
use guildhall_core::account::Actor;
use guildhall_core::content::{
    ArticleInput, Command, EventInput, Input, ResourceInput, State, StepInput, WalkthroughInput,
};

use super::{OPERATOR, origin, run_in};
use crate::portal::{PROGRAMME, Portal, PortalError};

const TEAM: &str = "Partner programme team";
const ACADEMY: &str = "Partner academy";

/// An article: kind, title, summary, source, days ago, text.
type Article = (&'static str, &'static str, &'static str, &'static str, u64, &'static str);

const NEWS: &[Article] = &[
    (
        "portal_launch",
        "Tasks now tell you what comes next",
        "Your home page lists what your roles, path and stage ask of you, and what is late.",
        TEAM,
        2,
        "Open the widget My tasks on the home page. Each task leads to a form or to the page where the work is done.\n\n\
         Leads also see what everybody in the company has on their list, and can hand tasks over.",
    ),
    (
        "deadline",
        "Scorecards are read at the end of the quarter",
        "Whoever wants to move to the next stage this quarter completes the requirements before its last day.",
        TEAM,
        6,
        "",
    ),
    (
        "service_launch",
        "Managed queues now keep messages for sixty days",
        "Longer retention helps partners who connect systems that are offline for weeks.",
        "Service news desk",
        11,
        "",
    ),
    (
        "portal_launch",
        "Bulk work on opportunities shows what will change first",
        "Upload a file, look at the preview row by row, then confirm.",
        TEAM,
        24,
        "Rows that cannot be taken are listed with their line and column. You choose whether the others are kept or \
         nothing is.",
    ),
    (
        "service_launch",
        "A new region opens in the north",
        "Customers with data residency duties there can be served from this month on.",
        "Service news desk",
        40,
        "",
    ),
    (
        "deadline",
        "Public references need a contact who answers",
        "References whose contact did not answer twice are taken off the listing on the first of next month.",
        TEAM,
        75,
        "",
    ),
    (
        "portal_launch",
        "One place for the people of your company",
        "User Management brings invitations, roles and the comparison of roles together.",
        TEAM,
        220,
        "",
    ),
    ("service_launch", "Announced for next week", "This one waits for its day.", "Service news desk", 0, ""),
];

/// An event: kind, delivery, title, summary, source, days from now, length in hours, place, pinned.
type Happening = (&'static str, &'static str, &'static str, &'static str, &'static str, i64, i64, &'static str, bool);

const EVENTS: &[Happening] = &[
    (
        "webinar",
        "virtual",
        "First steps for new partners",
        "What to do in the first month, with time for questions.",
        ACADEMY,
        5,
        1,
        "",
        false,
    ),
    (
        "workshop",
        "in_person",
        "Build a well-architected workload in a day",
        "Bring a workload of a customer and leave with a plan.",
        ACADEMY,
        12,
        8,
        "Rotterdam",
        false,
    ),
    (
        "summit",
        "both",
        "Partner summit",
        "Two days of talks, clinics and people to meet; the main stage is streamed.",
        TEAM,
        60,
        32,
        "Lisbon",
        true,
    ),
    (
        "keynote",
        "virtual",
        "What changes in the programme next year",
        "Stages, benefits and fees, and how to get ready.",
        TEAM,
        33,
        1,
        "",
        false,
    ),
    (
        "workshop",
        "virtual",
        "Writing case studies that convince",
        "Three hours with an editor; send your draft beforehand.",
        ACADEMY,
        18,
        3,
        "",
        false,
    ),
    (
        "webinar",
        "virtual",
        "Selling together: opportunities from lead to launch",
        "How sharing works, and what reviewers look at.",
        ACADEMY,
        9,
        1,
        "",
        false,
    ),
    (
        "webinar",
        "virtual",
        "The scorecard, explained",
        "Held last week; recordings are under Resources.",
        ACADEMY,
        -7,
        1,
        "",
        false,
    ),
];

/// A resource: kind, title, summary, text.
type Material = (&'static str, &'static str, &'static str, &'static str);

const RESOURCES: &[Material] = &[
    (
        "guide",
        "Preparing an offering for validation",
        "The evidence that reviewers ask for, and how to collect it.",
        "Start with the architecture diagram. Then the customers who run it, with a contact for each. Last the support plan.",
    ),
    (
        "guide",
        "Naming roles so that the portal finds them",
        "Why cloud roles begin with a fixed prefix and what the trust policy has to say.",
        "",
    ),
    ("video", "A tour of the portal in six minutes", "From the navigation bar to your first task.", ""),
    ("video", "How opportunities are reviewed", "A reviewer goes through three examples, one of them sent back.", ""),
    ("document", "Programme handbook", "Paths, stages, requirements and benefits on forty pages.", ""),
    ("document", "Logo and wording guidelines", "How partners may show the badge and describe the partnership.", ""),
    ("faq", "Who can make me a member of the alliance team?", "Your alliance lead, under User Management.", ""),
    (
        "faq",
        "Why do I not see an opportunity of a colleague?",
        "Whoever manages only what they own sees only that. Your lead or an ACE manager sees all of the company's.",
        "",
    ),
    (
        "faq",
        "What happens to tasks of somebody who leaves?",
        "They stay open and are nobody's until the lead gives them to somebody.",
        "",
    ),
];

/// A walkthrough: title, summary, steps (title, text, menu item).
type Tour = (&'static str, &'static str, &'static [(&'static str, &'static str, &'static str)]);

const WALKTHROUGHS: &[Tour] = &[
    (
        "Submit an opportunity",
        "From a deal in your notebook to a review.",
        &[
            ("Open the list", "Choose Opportunity Management in the menu Sell.", "sell/opportunity_management"),
            (
                "Create it",
                "Name the customer, the problem and what you plan. You can save and go on later.",
                "sell/opportunity_management",
            ),
            ("Submit it", "The page says what is still missing. Once submitted, the review begins.", ""),
            ("Watch the answer", "Under review, sent back with a comment, or approved: the detail page shows it.", ""),
        ],
    ),
    (
        "Bring in a colleague",
        "Invite somebody and give them their roles.",
        &[
            ("Open User Management", "It is in the menu My Company.", "my_company/user_management"),
            ("Invite", "Type the address and tick roles. The mail leads to the registration.", ""),
            ("Check the seats", "Some roles have a limit; the page shows what is taken.", ""),
        ],
    ),
    (
        "Put a case study forward",
        "Tell what a customer gained.",
        &[
            ("Begin it", "Case Studies in the menu Build has a button for a new one.", "build/case_studies"),
            ("Write it", "Problem, solution, outcome in numbers.", ""),
            ("Submit it", "The programme reads it and answers with a yes or with questions.", ""),
        ],
    ),
];

/// Writes and publishes everything, as the demo's operator.
pub(super) async fn seed(portal: &Portal) -> Result<(), PortalError> {
    let (now, operator) = (portal.moment(&origin())?.at, Actor::Operator(OPERATOR.into()));
    let news = NEWS.iter().map(|article| news(now, article));
    let events = EVENTS.iter().map(|event| happening(now, event));
    let resources = RESOURCES.iter().map(material);
    for input in news.chain(events).chain(resources).chain(WALKTHROUGHS.iter().map(tour)) {
        let id = portal.moment(&origin())?.id(0).to_string();
        for command in [Command::Draft { input }, Command::Publish] {
            run_in::<State>(portal, (PROGRAMME, &id), &operator, &command).await?;
        }
    }
    Ok(())
}

fn news(now: DateTime<Utc>, (kind, title, summary, source, days_ago, text): &Article) -> Input {
    let today = now.date_naive();
    // Nothing is older than today but what waits for next week.
    let day = if *days_ago == 0 {
        today.checked_add_days(Days::new(7))
    } else {
        today.checked_sub_days(Days::new(*days_ago))
    };
    Input::News(ArticleInput {
        kind: (*kind).into(),
        title: (*title).into(),
        summary: (*summary).into(),
        source: (*source).into(),
        published_on: day.unwrap_or(today).to_string(),
        link: if text.is_empty() { "https://news.programme.example/".into() } else { String::new() },
        text: (*text).into(),
    })
}

fn happening(now: DateTime<Utc>, event: &Happening) -> Input {
    let (kind, delivery, title, summary, source, days, hours, place, pinned) = *event;
    let day = (now + TimeDelta::days(days)).date_naive();
    let starts_at = day.and_time(NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default()).and_utc();
    Input::Event(EventInput {
        kind: kind.into(),
        delivery: delivery.into(),
        title: title.into(),
        summary: summary.into(),
        source: source.into(),
        starts_at: starts_at.to_rfc3339(),
        ends_at: (starts_at + TimeDelta::hours(hours)).to_rfc3339(),
        place: place.into(),
        link: "https://events.programme.example/register".into(),
        pinned,
    })
}

fn material((kind, title, summary, text): &Material) -> Input {
    let link = if text.is_empty() && *kind != "faq" { "https://library.programme.example/" } else { "" };
    Input::Resource(ResourceInput {
        kind: (*kind).into(),
        title: (*title).into(),
        summary: (*summary).into(),
        link: link.into(),
        text: (*text).into(),
    })
}

fn tour((title, summary, steps): &Tour) -> Input {
    let step = |(title, text, item): &(&str, &str, &str)| StepInput {
        title: (*title).into(),
        text: (*text).into(),
        item: (*item).into(),
    };
    Input::Walkthrough(WalkthroughInput {
        title: (*title).into(),
        summary: (*summary).into(),
        steps: steps.iter().map(step).collect(),
    })
}
