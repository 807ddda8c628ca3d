//! The demo's mailbox: what was mailed, newest first. Outside the demo there is no such page.

use askama::Template;
use axum::extract::Path;

use super::errors;
use super::view::{Answer, Page};
use super::visit::Visit;
use super::words;
use crate::store::OutboxMail;

/// How many messages the list shows.
const SHOWN_MOST: u32 = 100;

/// A line of the list.
#[derive(Debug)]
struct Line {
    href: String,
    to: String,
    subject: String,
    at: String,
}

#[derive(Debug, Template)]
#[template(path = "mailbox.html")]
struct MailboxPage {
    page: Page,
    mails: Vec<Line>,
}

/// A piece of a message: plain text, or a link.
#[derive(Debug, PartialEq, Eq)]
struct Piece {
    text: String,
    /// The path on this portal, or the whole address.
    href: String,
}

#[derive(Debug, Template)]
#[template(path = "mail.html")]
struct MailPage {
    page: Page,
    to: String,
    at: String,
    pieces: Vec<Piece>,
}

async fn mails(visit: &Visit) -> Result<Vec<OutboxMail>, super::view::Stop> {
    if !visit.app.services.settings.demo {
        return Err(errors::not_found(visit).into());
    }
    visit.app.services.store.outbox(SHOWN_MOST).await.map_err(|e| visit.crash(&e))
}

pub(super) async fn list(visit: Visit) -> Answer {
    let lines = mails(&visit)
        .await?
        .into_iter()
        .map(|mail| Line {
            href: format!("/mailbox/{}", mail.id),
            to: mail.to_address,
            subject: mail.subject,
            at: words::moment(visit.w, mail.created_at),
        })
        .collect();
    Ok(visit.html(&MailboxPage { page: visit.page(visit.w.t("mailbox-title")), mails: lines }))
}

pub(super) async fn read(visit: Visit, Path(id): Path<String>) -> Answer {
    let Some(mail) = mails(&visit).await?.into_iter().find(|mail| mail.id == id) else {
        return Ok(errors::not_found(&visit));
    };
    Ok(visit.html(&MailPage {
        page: visit.page(mail.subject),
        to: mail.to_address,
        at: words::moment(visit.w, mail.created_at),
        pieces: pieces(&mail.body_text, visit.app.services.settings.public_url.origin()),
    }))
}

/// Cuts a text into plain pieces and links.
fn pieces(text: &str, origin: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim_end();
        let is_link = word.starts_with("https://") || word.starts_with("http://");
        // A link to this portal is followed on the name under which it was opened.
        let href = match word.strip_prefix(origin) {
            Some(path) if is_link && path.starts_with('/') => path.to_owned(),
            _ if is_link => word.to_owned(),
            _ => String::new(),
        };
        let blank = part.strip_prefix(word).unwrap_or_default().to_owned();
        if href.is_empty() {
            pieces.push(Piece { text: part.to_owned(), href });
        } else {
            pieces.push(Piece { text: word.to_owned(), href });
            pieces.push(Piece { text: blank, href: String::new() });
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_and_nothing_else_is() {
        let text = "Hello <b>\nhttp://127.0.0.1:8480/invitation/abc\nor javascript:alert(1) http://x.example/";
        let links: Vec<(String, String)> = pieces(text, "http://127.0.0.1:8480")
            .into_iter()
            .filter(|p| !p.href.is_empty())
            .map(|p| (p.text, p.href))
            .collect();
        assert_eq!(
            links,
            [
                ("http://127.0.0.1:8480/invitation/abc".to_owned(), "/invitation/abc".to_owned()),
                ("http://x.example/".to_owned(), "http://x.example/".to_owned()),
            ]
        );
        let whole: String = pieces(text, "http://127.0.0.1:8480").into_iter().map(|p| p.text).collect();
        assert_eq!(whole, text);
    }
}
