//! The cookies, and the tokens in forms that show that a form is ours.
//!
//! - [`Cookies`] writes and reads them: HttpOnly, SameSite=Lax, and under https Secure with the `__Host-` prefix, so that
//!   neither a subdomain nor a plain connection can set one.
//! - A form of somebody who is signed in carries [`session_form_token`] in the hidden field [`FORM_FIELD`]; its handler
//!   checks it with [`is_session_form_token`].
//! - A form of a visitor without a session carries [`Visitor::form_token`]; the cookie behind it is set with the page
//!   ([`Visitor::cookie`], when it is new) and its handler checks it with [`Visitor::is_form_token`].

use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};

use crate::config::Settings;
use crate::secrets::{Key, SecretError, Token, equal, mac};
use crate::store::Session;

/// The hidden field of every form that changes something.
pub const FORM_FIELD: &str = "form_token";

/// What a cookie is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Being signed in.
    Session,
    /// Being signed in as an operator of the programme.
    Operator,
    /// A multi-step form in progress.
    Flow,
    /// The forms of visitors who are not signed in.
    Visitor,
}

/// How cookies are named and protected at this address.
#[derive(Debug, Clone, Copy)]
pub struct Cookies {
    secure: bool,
}

impl Cookies {
    /// The cookies of a portal with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self { secure: settings.public_url.is_https() }
    }

    /// The name of a cookie.
    pub fn name(self, purpose: Purpose) -> &'static str {
        match (purpose, self.secure) {
            (Purpose::Session, true) => "__Host-session",
            (Purpose::Operator, true) => "__Host-operator",
            (Purpose::Flow, true) => "__Host-flow",
            (Purpose::Visitor, true) => "__Host-visitor",
            (Purpose::Session, false) => "session",
            (Purpose::Operator, false) => "operator",
            (Purpose::Flow, false) => "flow",
            (Purpose::Visitor, false) => "visitor",
        }
    }

    /// A cookie that lasts until the browser closes; the server ends it earlier.
    pub fn set(self, purpose: Purpose, token: &Token) -> Cookie<'static> {
        self.build(purpose, token.expose().to_owned())
    }

    /// A cookie that removes itself: for `CookieJar::add`.
    pub fn clear(self, purpose: Purpose) -> Cookie<'static> {
        let mut cookie = self.build(purpose, String::new());
        cookie.make_removal();
        cookie
    }

    /// The token in a cookie, if there is one that can be ours.
    pub fn read(self, jar: &CookieJar, purpose: Purpose) -> Option<Token> {
        Token::parse(jar.get(self.name(purpose))?.value())
    }

    fn build(self, purpose: Purpose, value: String) -> Cookie<'static> {
        Cookie::build((self.name(purpose), value))
            .path("/")
            .http_only(true)
            .same_site(SameSite::Lax)
            .secure(self.secure)
            .build()
    }
}

/// The token for the forms of this session.
pub fn session_form_token(session: &Session) -> String {
    let parts: [&[u8]; 2] = [b"session form", session.token_hash.as_str().as_bytes()];
    data_encoding::BASE64URL_NOPAD.encode(&mac(session.csrf_secret.as_bytes(), &parts))
}

/// Whether a form that came back belongs to this session.
pub fn is_session_form_token(session: &Session, token: &str) -> bool {
    equal(session_form_token(session).as_bytes(), token.as_bytes())
}

/// Somebody without a session.
#[derive(Debug)]
pub struct Visitor {
    token: Token,
    new: bool,
}

impl Visitor {
    /// The visitor whom the cookie shows, or a new one.
    pub fn read_or_new(cookies: Cookies, jar: &CookieJar) -> Result<Self, SecretError> {
        match cookies.read(jar, Purpose::Visitor) {
            Some(token) => Ok(Self { token, new: false }),
            None => Ok(Self { token: Token::random()?, new: true }),
        }
    }

    /// The cookie to set, where the visitor is new.
    pub fn cookie(&self, cookies: Cookies) -> Option<Cookie<'static>> {
        self.new.then(|| cookies.set(Purpose::Visitor, &self.token))
    }

    /// The token for this visitor's forms; `key` is [`crate::services::Parts::visitor_key`].
    pub fn form_token(&self, key: &Key) -> String {
        key.sign(&["visitor form", self.token.expose()])
    }

    /// Whether a form that came back belongs to this visitor. Never for a new one: its form cannot be ours.
    pub fn is_form_token(&self, key: &Key, token: &str) -> bool {
        !self.new && key.verify(&["visitor form", self.token.expose()], token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrets::ServerSecret;

    fn cookies(secure: bool) -> Cookies {
        Cookies { secure }
    }

    #[test]
    fn cookies_are_as_closed_as_the_address_allows() {
        let token = Token::random().unwrap();
        let open = cookies(false).set(Purpose::Session, &token).to_string();
        assert_eq!(open, format!("session={}; HttpOnly; SameSite=Lax; Path=/", token.expose()));
        let closed = cookies(true).set(Purpose::Session, &token).to_string();
        assert_eq!(closed, format!("__Host-session={}; HttpOnly; SameSite=Lax; Secure; Path=/", token.expose()));
        let cleared = cookies(true).clear(Purpose::Session).to_string();
        assert!(cleared.starts_with("__Host-session=; ") && cleared.contains("Max-Age=0"), "{cleared}");
    }

    #[test]
    fn what_was_set_is_read_and_nothing_else() {
        let token = Token::random().unwrap();
        let jar = CookieJar::new().add(cookies(true).set(Purpose::Session, &token));
        assert_eq!(cookies(true).read(&jar, Purpose::Session).unwrap().hash(), token.hash());
        assert!(cookies(true).read(&jar, Purpose::Flow).is_none());
        assert!(cookies(false).read(&jar, Purpose::Session).is_none());
        let forged = CookieJar::new().add(Cookie::new("session", "x"));
        assert!(cookies(false).read(&forged, Purpose::Session).is_none());
    }

    #[test]
    fn a_form_belongs_to_one_session() {
        let session = |secret: &str| Session {
            token_hash: Token::random().unwrap().hash(),
            tenant: "acme".into(),
            principal: "ann".into(),
            csrf_secret: secret.into(),
            created_at: 0,
            last_seen_at: 0,
            expires_at: 0,
        };
        let (one, two) = (session("a"), session("a"));
        let token = session_form_token(&one);
        assert!(is_session_form_token(&one, &token));
        for wrong in ["", &token[1..], &session_form_token(&two)] {
            assert!(!is_session_form_token(&one, wrong), "{wrong}");
        }
        let other_secret = Session { csrf_secret: "b".into(), ..one };
        assert!(!is_session_form_token(&other_secret, &token));
    }

    #[test]
    fn a_visitors_form_belongs_to_the_cookie() {
        let key = ServerSecret::random().unwrap().derive("visitor");
        let first = Visitor::read_or_new(cookies(false), &CookieJar::new()).unwrap();
        let token = first.form_token(&key);
        assert!(!first.is_form_token(&key, &token), "without the cookie sent back it proves nothing");
        let jar = CookieJar::new().add(first.cookie(cookies(false)).unwrap());
        let back = Visitor::read_or_new(cookies(false), &jar).unwrap();
        assert!(back.cookie(cookies(false)).is_none());
        assert!(back.is_form_token(&key, &token));
        let other = Visitor::read_or_new(cookies(false), &CookieJar::new()).unwrap();
        assert!(!back.is_form_token(&key, &other.form_token(&key)));
        assert!(!back.is_form_token(&key, ""));
    }
}
