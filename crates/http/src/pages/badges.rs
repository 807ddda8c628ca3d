//! The badge manager: pictures of what the company has earned, to download (MENU-20, CMP-15). A badge reads the same
//! whoever downloads it: in the programme's own words.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use axum::routing::get;
use guildhall_core::profile::{Badge, State, badges};
use guildhall_core::text::slug;
use serde::Deserialize;

use super::view::{Answer, Page};
use super::visit::Visit;
use super::{App, errors};

const ITEM: &str = "market/badge_manager";

pub(super) fn routes() -> Router<App> {
    Router::new().route("/badges", get(page)).route("/badges/{file}", get(picture))
}

/// How a badge looks: its id, and its colours as background, edge, small and large text.
const LOOKS: &[(&str, [&str; 4])] = &[
    ("dark", ["#14213d", "#f2a541", "#f6d9ad", "#ffffff"]),
    ("light", ["#ffffff", "#14213d", "#44506b", "#14213d"]),
    ("outline", ["none", "#44506b", "#44506b", "#14213d"]),
];

/// A badge as it is drawn.
#[derive(Debug, Template)]
#[template(path = "badge.svg", escape = "html")]
struct Picture {
    /// The words of the picture for those who do not see it.
    label: String,
    program: String,
    over: String,
    title: String,
    company: String,
    title_size: u32,
    company_size: u32,
    background: &'static str,
    edge: &'static str,
    small: &'static str,
    large: &'static str,
}

/// The size at which a text of these characters fits into a line, at most `most`.
fn size(text: &str, most: u32) -> u32 {
    // A wide letter takes about two thirds of its size; the line has room for 330.
    let characters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX).max(1);
    (500 / characters).clamp(7, most)
}

/// A badge in the list.
#[derive(Debug)]
struct Line {
    title: String,
    over: String,
    pictures: Vec<Variant>,
}

/// A badge in one of its looks.
#[derive(Debug)]
struct Variant {
    src: String,
    download: String,
    file: String,
    /// What the browser calls the PNG that it draws.
    png: String,
    look: String,
    alt: String,
}

#[derive(Debug, Template)]
#[template(path = "badges.html")]
struct BadgesPage {
    page: Page,
    lines: Vec<Line>,
}

fn file_name(company: &str, badge: &Badge, look: &str, form: &str) -> String {
    let name = slug(&format!("{company} {} {} {look}", badge.over, badge.title));
    format!("{}.{form}", name.replace('_', "-"))
}

/// `GET /badges`
async fn page(visit: Visit) -> Answer {
    let me = visit.opening(ITEM)?;
    let state = visit.room::<State>(me).await?;
    let (w, company) = (visit.w, me.account.company_name());
    let line = |badge: &Badge| Line {
        title: badge.title.clone(),
        over: badge.over.clone(),
        pictures: LOOKS
            .iter()
            .map(|(look, _)| Variant {
                src: format!("/badges/{}.svg?look={look}", badge.id),
                download: format!("/badges/{}.svg?look={look}&download=yes", badge.id),
                file: file_name(company, badge, look, "svg"),
                png: file_name(company, badge, look, "png"),
                look: w.t(&format!("badge-look-{look}")).into_owned(),
                alt: w
                    .with("badge-label", &[("over", &badge.over), ("title", &badge.title), ("company", company)])
                    .into_owned(),
            })
            .collect(),
    };
    let lines = badges(visit.app.portal.program(), &me.account, &state).iter().map(line).collect();
    Ok(visit.html(&BadgesPage { page: visit.page(w.t("badges-title")), lines }))
}

/// How a picture is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Asked {
    look: String,
    download: String,
}

/// `GET /badges/{id}.svg`
async fn picture(visit: Visit, Path(file): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let me = visit.opening(ITEM)?;
    let state = visit.room::<State>(me).await?;
    let all = badges(visit.app.portal.program(), &me.account, &state);
    let badge = file.strip_suffix(".svg").and_then(|id| all.iter().find(|badge| badge.id == id));
    let look = LOOKS.iter().find(|(look, _)| *look == asked.look || asked.look.is_empty());
    let (Some(badge), Some((name, [background, edge, small, large]))) = (badge, look) else {
        return Ok(errors::not_found(&visit));
    };
    let company = me.account.company_name();
    let label = visit.w.with("badge-label", &[("over", &badge.over), ("title", &badge.title), ("company", company)]);
    let picture = Picture {
        label: label.into_owned(),
        program: visit.program().title().to_owned(),
        over: badge.over.clone(),
        title: badge.title.clone(),
        company: company.to_owned(),
        title_size: size(&badge.title, 30),
        company_size: size(company, 17),
        background,
        edge,
        small,
        large,
    };
    let text = picture.render().map_err(|error| visit.crash(&error))?;
    let way = if asked.download.is_empty() { "inline" } else { "attachment" };
    let disposition = format!("{way}; filename=\"{}\"", file_name(company, badge, name, "svg"));
    let disposition = HeaderValue::from_str(&disposition).unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("image/svg+xml; charset=utf-8")),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, text).into_response())
}

/// The keys that are put together here, for the test of the words.
#[cfg(test)]
pub(super) fn keys() -> Vec<String> {
    LOOKS.iter().map(|(look, _)| format!("badge-look-{look}")).collect()
}
