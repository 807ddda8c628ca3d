//! The scorecard: each path against what its next stage asks for and what the reached ones go on asking for, as a chart
//! drawn on the server and a table beside it (PROFILE-2, MENU-34).

use askama::Template;
use axum::Router;
use axum::routing::get;
use guildhall_core::certifications::{self, PathScore};
use guildhall_core::{Permission, certifications as score, profile};

use super::App;
use super::form::Link;
use super::locale::Words;
use super::navigation;
use super::view::{Answer, Page};
use super::visit::{Signed, Visit};

const ITEM: &str = "my_company/partner_scorecard";

/// Where the bars end, in units of the drawing.
const WIDTH: u32 = 400;
/// How high a requirement is drawn, with its label above the bar.
const ROW_HEIGHT: u32 = 46;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/company/scorecard", get(page))
}

#[derive(Debug, Template)]
#[template(path = "scorecard.html")]
struct ScorecardPage {
    page: Page,
    as_of: String,
    certifications: String,
    certified_people: String,
    /// Whether the reader sees the people behind the numbers, and the fee.
    people: bool,
    fee: bool,
    paths: Vec<PathView>,
}

/// A path with its stages.
#[derive(Debug)]
struct PathView {
    id: String,
    title: String,
    /// What stands under the title: the stage reached, and the next one.
    stands: String,
    /// How far it is to the next stage; on the last one there is none.
    next: Option<Part>,
    kept: Option<Part>,
}

/// Requirements with their chart.
#[derive(Debug)]
struct Part {
    id: String,
    heading: String,
    words: String,
    met: usize,
    all: usize,
    missing: bool,
    height: u32,
    bars: Vec<Bar>,
    rows: Vec<Line>,
}

#[derive(Debug)]
struct Bar {
    label: String,
    value: String,
    label_y: u32,
    bar_y: u32,
    width: u32,
    met: bool,
}

#[derive(Debug)]
struct Line {
    title: String,
    have: String,
    need: String,
    missing: String,
    met: bool,
    /// Where the reader can do something about it.
    fix: Option<Link>,
}

/// How long the bar of `have` out of `need` is.
fn width(have: u32, need: u32) -> u32 {
    let share = u64::from(have.min(need)) * u64::from(WIDTH);
    u32::try_from(share.checked_div(u64::from(need)).unwrap_or(u64::from(WIDTH))).unwrap_or(WIDTH)
}

fn part(visit: &Visit, id: String, heading: String, rows: &[certifications::Row]) -> Option<Part> {
    let w = visit.w;
    let said = |row: &certifications::Row| {
        let values = [("have", w.number(row.have)), ("need", w.number(row.need))];
        w.with("scorecard-of", &values.each_ref().map(|(k, v)| (*k, v.as_str()))).into_owned()
    };
    let mut top = 0;
    let mut bars = Vec::new();
    let mut lines = Vec::new();
    for row in rows {
        let met = row.missing() == 0;
        bars.push(Bar {
            label: row.title.clone(),
            value: said(row),
            label_y: top + 14,
            bar_y: top + 22,
            width: width(row.have, row.need),
            met,
        });
        top += ROW_HEIGHT;
        let item = row.page.filter(|page| !met && visit.opens(*page)).and_then(|page| visit.program().item(page));
        lines.push(Line {
            title: row.title.clone(),
            have: w.number(row.have),
            need: w.number(row.need),
            missing: w.number(row.missing()),
            met,
            fix: item.map(|item| Link { href: navigation::address(item), text: item.title.clone() }),
        });
    }
    let met = lines.iter().filter(|line| line.met).count();
    let values = [("met", number(w, met)), ("all", number(w, lines.len()))];
    (!lines.is_empty()).then(|| Part {
        id,
        heading,
        words: w.with("scorecard-met", &values.each_ref().map(|(k, v)| (*k, v.as_str()))).into_owned(),
        met,
        all: lines.len(),
        missing: met < lines.len(),
        height: top,
        bars,
        rows: lines,
    })
}

fn number(w: Words, n: usize) -> String {
    w.number(i64::try_from(n).unwrap_or(i64::MAX))
}

fn path_view(visit: &Visit, score: &PathScore, kept: &[certifications::Row]) -> PathView {
    let (w, program) = (visit.w, visit.program());
    let path = program.path_id(&score.path).and_then(|id| program.path(id));
    let stage_title = |name: &str| {
        program.stage_id(name).and_then(|id| program.stage(id)).map_or_else(|| name.to_owned(), |s| s.title.clone())
    };
    let stage = stage_title(&score.stage);
    let next = score.next.as_deref().map(stage_title);
    let stands = match &next {
        Some(next) => w.with("scorecard-stands", &[("stage", &stage), ("next", next)]),
        None => w.t1("scorecard-last", "stage", stage.as_str()),
    };
    let heading = |key: &str, stage: &str| w.t1(key, "stage", stage.to_owned()).into_owned();
    let title = heading("scorecard-next-title", next.as_deref().unwrap_or_default());
    PathView {
        id: score.path.clone(),
        title: path.map_or_else(|| score.path.clone(), |p| p.title.clone()),
        stands: stands.into_owned(),
        next: part(visit, format!("{}-next", score.path), title, &score.rows),
        kept: part(visit, format!("{}-kept", score.path), heading("scorecard-kept-title", &stage), kept),
    }
}

/// `GET /company/scorecard`
async fn page(visit: Visit) -> Answer {
    let me: &Signed = visit.opening(ITEM)?;
    let state = visit.room::<score::State>(me).await?;
    let records = visit.room::<profile::State>(me).await?;
    let reading = visit.reading(me)?;
    let setting = reading.setting();
    let card = score::scorecard(&setting, &state, &records).map_err(|denied| visit.denied(&denied))?;
    let kept = score::kept(&setting, &state, &records).map_err(|denied| visit.denied(&denied))?;
    let of = |path: &str| kept.iter().find(|(name, _)| name == path).map_or(&[][..], |(_, rows)| rows);
    let w = visit.w;
    let permits = |permission| me.standing.permits_in_portal(visit.program(), permission);
    Ok(visit.html(&ScorecardPage {
        page: visit.page(w.t("scorecard-title")),
        as_of: w.t1("scorecard-as-of", "day", w.date(card.on)).into_owned(),
        certifications: w.number(card.certifications),
        certified_people: w.number(card.certified_people),
        people: permits(Permission::ViewTrainingData),
        fee: permits(Permission::SubmitUpgradeForm),
        paths: card.paths.iter().map(|path| path_view(&visit, path, of(&path.path))).collect(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    // Rules: PROFILE-2
    #[test]
    fn bars_are_as_long_as_what_there_is() {
        for (have, need, expected) in [
            (0, 4, 0),
            (1, 4, 100),
            (3, 4, 300),
            (4, 4, 400),
            (9, 4, 400),
            (1, 3, 133),
            (0, 0, 400),
            (u32::MAX, u32::MAX, 400),
        ] {
            assert_eq!(width(have, need), expected, "{have} of {need}");
        }
    }
}
