//! What every page has around it: title, menus, flash message, form token; and how a page becomes a response.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::locale::Words;

/// An entry of a menu.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) href: String,
    pub(super) title: String,
    pub(super) description: String,
    /// It changes something (signing out), so it is a button that posts.
    pub(super) posts: bool,
}

impl Entry {
    /// Whether it leads to another site; pages mark it then.
    pub(super) fn is_outside(&self) -> bool {
        self.href.starts_with("https://")
    }
}

/// A menu of the header.
#[derive(Debug, Clone)]
pub(super) struct Menu {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) entries: Vec<Entry>,
}

/// The signed-in person, as the header shows them.
#[derive(Debug, Clone)]
pub(super) struct Who {
    pub(super) name: String,
    pub(super) email: String,
    pub(super) company: String,
    /// The navigation bar (HOME-4).
    pub(super) navigation: Vec<Menu>,
    /// The drop-downs of the programme at the top right (HOME-7).
    pub(super) dropdowns: Vec<Menu>,
}

/// The header of an operator of the programme.
#[derive(Debug, Clone)]
pub(super) struct OperatorHead {
    pub(super) name: String,
    pub(super) email: String,
    /// The pages of their side.
    pub(super) navigation: Vec<Entry>,
    /// Their own account.
    pub(super) account: Menu,
}

/// A message that is shown once, on the page after a change.
#[derive(Debug, Clone)]
pub(super) struct Flash {
    pub(super) text: String,
}

/// A language to choose.
#[derive(Debug, Clone)]
pub(super) struct LanguageChoice {
    pub(super) tag: &'static str,
    pub(super) name: &'static str,
    pub(super) current: bool,
}

/// What the layout needs.
#[derive(Debug, Clone)]
pub(super) struct Page {
    pub(super) w: Words,
    pub(super) title: String,
    pub(super) form_token: String,
    /// The address of this page, to come back to after the language was chosen.
    pub(super) here: String,
    pub(super) who: Option<Who>,
    /// The header of the operator's side; nobody else sees that there is one.
    pub(super) operator: Option<OperatorHead>,
    pub(super) flash: Option<Flash>,
    pub(super) demo: bool,
    pub(super) languages: Vec<LanguageChoice>,
    pub(super) query: String,
    /// Who helps visitors with signing in and registration (SUPPORT-11); empty for everybody else.
    pub(super) desk: String,
}

impl Page {
    /// The layout of a page that knows nothing of who asks: for faults before a handler.
    pub(super) fn bare(w: Words, title: String) -> Self {
        Self {
            w,
            title,
            form_token: String::new(),
            here: String::new(),
            who: None,
            operator: None,
            flash: None,
            demo: false,
            languages: Vec::new(),
            query: String::new(),
            desk: String::new(),
        }
    }

    /// The attributes of a form that is answered in place where scripts run: the content and the header are exchanged, the
    /// address moves on, focus and announcement follow (`app.js`). Not for what answers with a file.
    pub(super) fn in_place(&self) -> InPlace {
        InPlace
    }

    /// The address of a static file.
    pub(super) fn asset(&self, name: &str) -> &'static str {
        crate::assets::asset_url(name)
    }
}

/// See [`Page::in_place`].
#[derive(Debug, Clone, Copy)]
pub(super) struct InPlace;

impl std::fmt::Display for InPlace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(
            "hx-boost=\"true\" hx-target=\"#main\" hx-select=\"#main\" hx-select-oob=\"#top:outerHTML\" \
             hx-swap=\"outerHTML show:window:top\"",
        )
    }
}

impl askama::filters::HtmlSafe for InPlace {}

/// Renders a template. A template that fails is a fault of ours.
pub(super) fn html(w: Words, status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(text) => {
            let headers = [
                (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
                (header::CONTENT_LANGUAGE, HeaderValue::from_static(w.tag())),
                // The language is what the browser wishes for, or what the cookie says (HOME-9).
                (header::VARY, HeaderValue::from_static("Accept-Language, Cookie")),
            ];
            (status, headers, text).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "a page cannot be rendered");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// Sends the browser to another page of ours after a POST.
pub(super) fn see_other(path: &str) -> Response {
    let location = HeaderValue::from_str(path).unwrap_or_else(|_| HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

/// A response that ends a handler early.
#[derive(Debug)]
pub(super) struct Stop(Box<Response>);

impl From<Response> for Stop {
    fn from(response: Response) -> Self {
        Self(Box::new(response))
    }
}

impl IntoResponse for Stop {
    fn into_response(self) -> Response {
        *self.0
    }
}

/// What a handler gives.
pub(super) type Answer = Result<Response, Stop>;

/// A part of an address, encoded.
pub(super) fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}
