//! One request to a page: who asks, where they stand, in which language, and the tokens of their forms.
//!
//! [`Visit`] is an extractor. A handler that needs somebody signed in asks [`Visit::member`]; one that is behind a menu
//! item asks [`Visit::opening`], which answers with the page that explains a refusal (HOME-6).

use std::net::{IpAddr, Ipv4Addr};

use askama::Template;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use data_encoding::BASE64URL_NOPAD;
use guildhall_core::Id;
use guildhall_core::access::Standing;
use guildhall_core::account::{Account, Actor, Member};
use guildhall_core::program::{ItemId, Program};
use serde::de::DeserializeOwned;

use super::locale::Words;
use super::view::{Flash, LanguageChoice, Page, Stop, encoded, html, see_other};
use super::{App, denied, errors, navigation};
use crate::cookies::{Cookies, FORM_FIELD, Purpose, Visitor, is_session_form_token, session_form_token};
use crate::guard::{ClientIp, RequestId};
use crate::operator::{self, SignedOperator};
use crate::portal::Origin;
use crate::secrets::Token;
use crate::store::Session;

/// The most fields that a form has.
const FIELDS_MOST: usize = 512;
/// The cookie with the language that was chosen.
const LANGUAGE_COOKIE: &str = "language";
/// The cookie with the message for the next page. It is signed, so that nobody puts words into our mouth.
const FLASH_COOKIE: &str = "flash";

/// Somebody who is signed in and has access.
#[derive(Debug)]
pub(super) struct Signed {
    pub(super) session: Session,
    pub(super) tenant: Id,
    pub(super) member: Id,
    pub(super) account: std::sync::Arc<Account>,
    pub(super) version: i64,
    pub(super) person: Member,
    pub(super) standing: Standing,
}

impl Signed {
    /// Who they are for a command.
    pub(super) fn actor(&self) -> Actor {
        Actor::Member(self.member)
    }
}

/// One request.
#[derive(Debug)]
pub(super) struct Visit {
    pub(super) app: App,
    pub(super) w: Words,
    pub(super) ip: IpAddr,
    pub(super) origin: Origin,
    pub(super) cookies: Cookies,
    pub(super) jar: CookieJar,
    pub(super) signed: Option<Signed>,
    /// The operator whose session this browser has too. On the operator's side nobody else is signed in.
    pub(super) operator: Option<SignedOperator>,
    /// The path and query, to come back to.
    pub(super) here: String,
    /// What the browser says of itself.
    pub(super) user_agent: String,
    /// Whether this is an address of the operator's side.
    operator_side: bool,
    visitor: Visitor,
    flash: Option<Flash>,
}

impl FromRequestParts<App> for Visit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let ip = parts.extensions.get::<ClientIp>().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |ip| ip.0);
        let request = parts.extensions.get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
        let cookies = Cookies::new(&app.services.settings);
        let jar = CookieJar::from_headers(&parts.headers);
        let wishes = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let chosen = jar.get(LANGUAGE_COOKIE).map(Cookie::value);
        let w = super::language::of_visitor(app.portal.program(), chosen, wishes);
        let fail = |error: &dyn std::fmt::Display| errors::machine(w, &request, error);
        let visitor = Visitor::read_or_new(cookies, &jar).map_err(|e| fail(&e))?;
        // A call with a token of its own passed the guard without proof of its origin: the cookie must not count.
        let cookie =
            cookies.read(&jar, Purpose::Session).filter(|_| !parts.headers.contains_key(header::AUTHORIZATION));
        let operator = operator::by_cookie(app, parts).await.map_err(|e| fail(&e))?;
        let operator_side = operator::is_under(parts.uri.path(), operator::HOME_PATH);
        let signed = match cookie.filter(|_| !operator_side || operator.is_none()) {
            Some(token) => signed(app, &token).await.map_err(|e| fail(&*e))?,
            None => None,
        };
        let w = match &signed {
            Some(me) => super::language::of_member(app, me, chosen.unwrap_or(wishes)).await.map_err(|e| fail(&e))?,
            None => w,
        };
        let flash = jar.get(FLASH_COOKIE).and_then(|c| read_flash(app, c.value()));
        // Coming back makes sense to a page that was asked for, not to a form that was sent.
        let here = if parts.method == Method::GET {
            parts.uri.path_and_query().map(|p| p.as_str().to_owned()).unwrap_or_default()
        } else {
            String::new()
        };
        let origin = Origin { source: ip.to_string(), request };
        let user_agent = super::home::user_agent(&parts.headers);
        let app = app.clone();
        Ok(Self { app, w, ip, origin, cookies, jar, signed, operator, here, user_agent, operator_side, visitor, flash })
    }
}

type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// The person of a session. A removed or deactivated person has none, whatever their cookie says (SIGN-6, SIGN-7).
async fn signed(app: &App, token: &Token) -> Result<Option<Signed>, BoxError> {
    let Some(session) = app.services.session(token).await? else { return Ok(None) };
    let (Ok(tenant), Ok(member)) = (session.tenant.parse(), session.principal.parse()) else { return Ok(None) };
    let Some(loaded) = app.portal.load(tenant).await? else { return Ok(None) };
    let standing = loaded.account.standing(app.portal.program(), member);
    let person = loaded.account.member(member).filter(|_| standing != Standing::none()).cloned();
    Ok(person.map(|person| Signed {
        session,
        tenant,
        member,
        account: loaded.account,
        version: loaded.version,
        person,
        standing,
    }))
}

impl Visit {
    /// The programme in the reader's language.
    pub(super) fn program(&self) -> &Program {
        self.app.program_in(self.w)
    }

    /// Whoever is signed in; a visitor is sent to sign in first.
    pub(super) fn member(&self) -> Result<&Signed, Stop> {
        self.signed.as_ref().ok_or_else(|| {
            let back = if self.here.is_empty() { "/".to_owned() } else { format!("/?next={}", encoded(&self.here)) };
            Stop::from(see_other(&back))
        })
    }

    /// Whoever is signed in, if the menu item is open to them; otherwise the page that says why not (HOME-6).
    pub(super) fn opening(&self, item: &str) -> Result<&Signed, Stop> {
        let me = self.member()?;
        let found = self.program().items_with_ids().find(|(_, row)| row.name == item);
        match found {
            Some((id, _)) if me.standing.opens(self.program(), id) => Ok(me),
            Some((id, _)) => Err(denied::page(self, me, id).into()),
            None => Err(errors::not_found(self).into()),
        }
    }

    /// Whether an item is open to whoever asks.
    pub(super) fn opens(&self, id: ItemId) -> bool {
        self.signed.as_ref().is_some_and(|me| me.standing.opens(self.program(), id))
    }

    /// The session that this page's forms belong to.
    fn session(&self) -> Option<&Session> {
        let of_operator = self.operator.as_ref().filter(|_| self.operator_side).and_then(|o| o.session.as_ref());
        of_operator.or(self.signed.as_ref().map(|me| &me.session))
    }

    /// The token for this page's forms.
    pub(super) fn form_token(&self) -> String {
        match self.session() {
            Some(session) => session_form_token(session),
            None => self.visitor.form_token(&self.app.services.visitor_key),
        }
    }

    pub(super) fn is_form_token(&self, token: &str) -> bool {
        // A form of the operator's side may be sent to a page that everybody has, such as the choice of a language.
        let operator = self.operator.as_ref().and_then(|o| o.session.as_ref());
        if operator.is_some_and(|session| is_session_form_token(session, token)) {
            return true;
        }
        match self.session() {
            Some(session) => is_session_form_token(session, token),
            None => self.visitor.is_form_token(&self.app.services.visitor_key, token),
        }
    }

    /// Whether the browser has the cookie of an operator, of a session that may have ended.
    pub(super) fn was_operator(&self) -> bool {
        self.cookies.read(&self.jar, Purpose::Operator).is_some()
    }

    /// The layout of a page with this title.
    pub(super) fn page(&self, title: impl Into<String>) -> Page {
        let choice = |w: Words| LanguageChoice { tag: w.tag(), name: w.name(), current: w.tag() == self.w.tag() };
        let languages = super::language::spoken(self.program()).map(choice).collect();
        Page {
            w: self.w,
            title: title.into(),
            form_token: self.form_token(),
            here: self.here.clone(),
            who: self.signed.as_ref().map(|me| navigation::who(self.program(), me)),
            operator: self.operator.as_ref().filter(|_| self.operator_side).map(|o| super::operator::head(self, o)),
            flash: self.flash.clone(),
            demo: self.app.services.settings.demo,
            languages,
            query: String::new(),
            desk: if self.signed.is_none() && self.operator.is_none() {
                self.program().support().title.clone()
            } else {
                String::new()
            },
        }
    }

    /// A page with status 200.
    pub(super) fn html(&self, template: &impl Template) -> Response {
        self.html_with(StatusCode::OK, template)
    }

    /// A page; sets the visitor's cookie where it is new, and takes the message that was shown away.
    pub(super) fn html_with(&self, status: StatusCode, template: &impl Template) -> Response {
        let response = html(self.w, status, template);
        let mut jar = CookieJar::new();
        if self.signed.is_none()
            && let Some(cookie) = self.visitor.cookie(self.cookies)
        {
            jar = jar.add(cookie);
        }
        if self.jar.get(FLASH_COOKIE).is_some() {
            let mut gone = self.plain_cookie(FLASH_COOKIE, String::new());
            gone.make_removal();
            jar = jar.add(gone);
        }
        (jar, response).into_response()
    }

    /// Goes to `path` with cookies to set.
    pub(super) fn go_with(&self, path: &str, cookies: impl IntoIterator<Item = Cookie<'static>>) -> Response {
        let jar = cookies.into_iter().fold(CookieJar::new(), CookieJar::add);
        (jar, see_other(path)).into_response()
    }

    /// Goes to `path`, where `text` is shown once.
    pub(super) fn go_saying(&self, path: &str, text: &str) -> Response {
        self.go_with(path, [self.flash_cookie(text)])
    }

    /// The cookie with a message for the next page.
    pub(super) fn flash_cookie(&self, text: &str) -> Cookie<'static> {
        let text: String = text.chars().take(600).collect();
        let signature = self.app.services.visitor_key.sign(&["flash", &text]);
        self.plain_cookie(FLASH_COOKIE, format!("{}.{signature}", BASE64URL_NOPAD.encode(text.as_bytes())))
    }

    /// The cookie with a chosen language.
    pub(super) fn language_cookie(&self, tag: &'static str) -> Cookie<'static> {
        let mut cookie = self.plain_cookie(LANGUAGE_COOKIE, tag.to_owned());
        cookie.make_permanent();
        cookie
    }

    fn plain_cookie(&self, name: &'static str, value: String) -> Cookie<'static> {
        let secure = self.app.services.settings.public_url.is_https();
        Cookie::build((name, value)).path("/").http_only(true).same_site(SameSite::Lax).secure(secure).build()
    }
}

fn read_flash(app: &App, value: &str) -> Option<Flash> {
    let (text, signature) = value.split_once('.')?;
    let text = String::from_utf8(BASE64URL_NOPAD.decode(text.as_bytes()).ok()?).ok()?;
    app.services.visitor_key.verify(&["flash", &text], signature).then_some(Flash { text })
}

/// A form that was sent: its token was checked and every field is one that the form has.
#[derive(Debug)]
pub(super) struct Posted<T> {
    pub(super) visit: Visit,
    pub(super) form: T,
}

impl<T: DeserializeOwned> FromRequest<App> for Posted<T> {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, app).await?;
        if !is_form(&parts.headers) {
            return Err(errors::status(&visit, StatusCode::UNSUPPORTED_MEDIA_TYPE));
        }
        let bytes = axum::body::to_bytes(body, crate::guard::BODY_BYTES_MAX)
            .await
            .map_err(|_| errors::status(&visit, StatusCode::PAYLOAD_TOO_LARGE))?;
        let (mut tokens, fields): (Vec<_>, Vec<_>) = url::form_urlencoded::parse(&bytes)
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .take(FIELDS_MOST + 1)
            .partition(|(name, _)| name == FORM_FIELD);
        if fields.len() >= FIELDS_MOST {
            return Err(errors::status(&visit, StatusCode::PAYLOAD_TOO_LARGE));
        }
        let token = tokens.pop().map(|(_, token)| token);
        if !tokens.is_empty() || !token.is_some_and(|token| visit.is_form_token(&token)) {
            return Err(errors::stale_form(&visit));
        }
        let text: String = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        match serde_html_form::from_str(&text) {
            Ok(form) => Ok(Self { visit, form }),
            Err(error) => {
                tracing::debug!(%error, "a form cannot be read");
                Err(errors::status(&visit, StatusCode::BAD_REQUEST))
            }
        }
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|value| value.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded"))
}

/// A form that has nothing but its token and its button.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

/// Where to go after signing in or choosing a language: only to a page of ours.
///
/// A path of harmless letters, in which nothing could be taken for another site, and which leads to no door in or out.
pub(super) fn safe_next(next: &str) -> &str {
    const NO_PAGES: &[&str] = &["logout", "sign-in", "language", "invitation", "api", "assets", "captcha"];
    let harmless = |c: char| c.is_ascii_alphanumeric() || "/-_?=&%+.".contains(c);
    let path = next.split('?').next().unwrap_or_default();
    let first = path.strip_prefix('/').and_then(|p| p.split('/').next());
    let is_page = |segment: &str| segment.starts_with(|c: char| c.is_ascii_lowercase()) && !NO_PAGES.contains(&segment);
    let ours = first.is_some_and(is_page) && !path.contains("//") && !path.contains("..");
    if ours && next.len() <= 500 && next.chars().all(harmless) { next } else { "/" }
}
