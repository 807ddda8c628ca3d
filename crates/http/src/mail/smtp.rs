//! Mail by SMTP.

use std::time::Duration;

use lettre::address::AddressError;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use secrecy::ExposeSecret;

use super::SendError;
use crate::config::{Smtp, SmtpTls};
use crate::store::OutboxMail;

/// How long one command of the conversation may take.
const COMMAND_TIMEOUT: Duration = Duration::from_secs(20);

/// Why the transport could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum SmtpSetupError {
    /// The sender is not an address.
    #[error("the sender of mail is not an address")]
    Sender(#[source] AddressError),
    /// The server's name or the certificates to trust do not do for TLS.
    #[error("TLS to the SMTP server cannot be set up")]
    Tls(#[source] lettre::transport::smtp::Error),
}

/// A connection to an SMTP server, made anew for each message.
pub struct SmtpTransport {
    sender: Mailbox,
    inner: AsyncSmtpTransport<Tokio1Executor>,
}

impl std::fmt::Debug for SmtpTransport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SmtpTransport").finish_non_exhaustive()
    }
}

impl SmtpTransport {
    /// A transport to this server, with this sender on all mail.
    pub fn new(smtp: &Smtp, sender: &str) -> Result<Self, SmtpSetupError> {
        let sender = Mailbox::new(None, sender.parse().map_err(SmtpSetupError::Sender)?);
        let tls = match smtp.tls {
            SmtpTls::None => Tls::None,
            SmtpTls::Starttls => Tls::Required(tls_parameters(smtp)?),
            SmtpTls::Tls => Tls::Wrapper(tls_parameters(smtp)?),
        };
        let builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&smtp.host).tls(tls);
        let greeting = ClientId::Domain(sender.email.domain().to_owned());
        let mut builder = builder.port(smtp.port).timeout(Some(COMMAND_TIMEOUT)).hello_name(greeting);
        if let Some((user, password)) = &smtp.login {
            builder = builder.credentials(Credentials::new(user.clone(), password.expose_secret().to_owned()));
        }
        Ok(Self { sender, inner: builder.build() })
    }

    pub(super) async fn send(&self, mail: &OutboxMail) -> Result<(), SendError> {
        let message = self.compose(mail).map_err(|reason| SendError { permanent: true, reason })?;
        match self.inner.send(message).await {
            Ok(_) => Ok(()),
            Err(error) => Err(SendError { permanent: error.is_permanent(), reason: error.to_string() }),
        }
    }

    fn compose(&self, mail: &OutboxMail) -> Result<Message, String> {
        let to = mail.to_address.parse().map_err(|error: AddressError| error.to_string())?;
        let text =
            |name: &'static str, value: &str| HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned());
        Message::builder()
            .from(self.sender.clone())
            .to(Mailbox::new(None, to))
            .subject(&mail.subject)
            // The id is the outbox's, so that a second delivery of the same message can be recognised.
            .message_id(Some(format!("<{}@{}>", mail.id, self.sender.email.domain())))
            .date_now()
            .raw_header(text("Auto-Submitted", "auto-generated"))
            .raw_header(text("X-Auto-Response-Suppress", "All"))
            .singlepart(
                SinglePart::builder()
                    .header(ContentType::TEXT_PLAIN)
                    .header(ContentTransferEncoding::QuotedPrintable)
                    .body(mail.body_text.clone()),
            )
            .map_err(|error| error.to_string())
    }

    /// A transport that nobody answers, and the socket that keeps its port from others: bound, but not listening.
    #[cfg(test)]
    pub(super) fn to_nowhere() -> (Self, tokio::net::TcpSocket) {
        let socket = tokio::net::TcpSocket::new_v4().unwrap();
        socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let port = socket.local_addr().unwrap().port();
        let smtp = Smtp { host: "127.0.0.1".into(), port, tls: SmtpTls::None, login: None, authorities_pem: None };
        (Self::new(&smtp, "portal@guild.example").unwrap(), socket)
    }
}

/// Whom to trust: the well-known authorities and the operator's own.
fn tls_parameters(smtp: &Smtp) -> Result<TlsParameters, SmtpSetupError> {
    let mut builder = TlsParameters::builder(smtp.host.clone());
    if let Some(pem) = &smtp.authorities_pem {
        builder = builder.add_root_certificate(Certificate::from_pem(pem).map_err(SmtpSetupError::Tls)?);
    }
    builder.build().map_err(SmtpSetupError::Tls)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::{Mailer, Transport, Worker, outgoing};
    use crate::store::sqlite::SqliteStore;
    use crate::store::{Append, MailState, Provenance, Store};
    use std::sync::Arc;
    use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
    use tokio::net::TcpListener;

    /// What the server heard: the commands, and the message as it was sent.
    #[derive(Debug, Default)]
    struct Heard {
        commands: Vec<String>,
        message: String,
    }

    /// One conversation with a server that answers `rcpt` to RCPT.
    async fn converse(listener: TcpListener, rcpt: &'static str) -> Heard {
        let (stream, _) = listener.accept().await.unwrap();
        let (reader, mut writer) = stream.into_split();
        let mut lines = BufReader::new(reader).lines();
        let mut heard = Heard::default();
        writer.write_all(b"220 mail.example ESMTP\r\n").await.unwrap();
        while let Some(line) = lines.next_line().await.unwrap() {
            let answer = match line.split([' ', ':']).next().unwrap() {
                "EHLO" => "250-mail.example\r\n250 8BITMIME\r\n",
                "RCPT" => rcpt,
                "DATA" => {
                    heard.commands.push(line);
                    writer.write_all(b"354 go on\r\n").await.unwrap();
                    while let Some(line) = lines.next_line().await.unwrap().filter(|line| line != ".") {
                        heard.message.push_str(&line);
                        heard.message.push('\n');
                    }
                    writer.write_all(b"250 taken\r\n").await.unwrap();
                    continue;
                }
                "QUIT" => "221 bye\r\n",
                _ => "250 ok\r\n",
            };
            heard.commands.push(line);
            writer.write_all(answer.as_bytes()).await.unwrap();
        }
        heard
    }

    async fn deliver(rcpt: &'static str, sender: &str) -> (Heard, OutboxMail) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = tokio::spawn(converse(listener, rcpt));
        let dir = tempfile::tempdir().unwrap();
        let store: Arc<dyn Store> = Arc::new(SqliteStore::open(dir.path()).await.unwrap());
        let provenance = Provenance { at: 1, actor: "a".into(), source: "s".into(), request_id: "r".into() };
        let mut append = Append::new("acme", provenance);
        append.outbox =
            vec![outgoing("ann@acme.example", "code", "Ihr Schl\u{fc}ssel", "Code: 7KQ2\n.\nEnde").unwrap()];
        store.append(append).await.unwrap();
        let smtp = Smtp { host: "127.0.0.1".into(), port, tls: SmtpTls::None, login: None, authorities_pem: None };
        let transport = Transport::Smtp(Box::new(SmtpTransport::new(&smtp, sender).unwrap()));
        let clock = crate::clock::Clock::fixed(chrono::DateTime::from_timestamp(1_000, 0).unwrap());
        let worker = Worker::new(Arc::clone(&store), transport, clock, Mailer::default());
        assert_eq!(worker.send_due(|| false).await, 1);
        drop(worker);
        let mail = store.outbox(1).await.unwrap().remove(0);
        (server.await.unwrap(), mail)
    }

    // Rules: REG-16, USR-5, PWD-3
    #[tokio::test]
    async fn the_guides_programme_sends_from_its_address_on_the_envelope_and_in_the_letter() {
        let sender = guildhall_core::Program::guide().mail().sender.as_str();
        let (heard, _) = deliver("250 ok\r\n", sender).await;
        assert!(heard.commands.iter().any(|line| line.starts_with("MAIL FROM:<apn-no-reply@amazon.com>")), "{heard:?}");
        let (headers, _) = heard.message.split_once("\n\n").unwrap();
        let senders: Vec<_> = headers.lines().filter(|line| line.to_ascii_lowercase().starts_with("from:")).collect();
        assert_eq!(senders, ["From: apn-no-reply@amazon.com"]);
    }

    // Rules: REG-16, USR-5
    #[tokio::test]
    async fn a_message_travels_whole_from_the_configured_sender() {
        let (heard, mail) = deliver("250 ok\r\n", "portal@guild.example").await;
        assert!(heard.commands.iter().any(|line| line.starts_with("MAIL FROM:<portal@guild.example>")), "{heard:?}");
        let recipients: Vec<_> = heard.commands.iter().filter(|line| line.starts_with("RCPT")).collect();
        assert_eq!(recipients, ["RCPT TO:<ann@acme.example>"]);
        let (headers, body) = heard.message.split_once("\n\n").unwrap();
        assert!(headers.contains("From: portal@guild.example"), "{headers}");
        assert!(headers.contains("To: ann@acme.example"), "{headers}");
        assert!(headers.contains("Auto-Submitted: auto-generated"), "{headers}");
        assert!(headers.contains(&format!("Message-ID: <{}@guild.example>", mail.id)), "{headers}");
        assert!(headers.is_ascii(), "the subject is encoded: {headers}");
        assert_eq!(body.trim_end(), "Code: 7KQ2\n..\nEnde", "a lone dot is doubled on the way");
        assert_eq!((mail.state, mail.body_text.as_str()), (MailState::Sent, ""), "the code is forgotten");
    }

    #[tokio::test]
    async fn a_refused_recipient_is_given_up_and_a_busy_server_is_asked_again() {
        let (_, refused) = deliver("550 no such user\r\n", "portal@guild.example").await;
        assert_eq!(refused.state, MailState::Dead);
        assert!(refused.last_error.unwrap().contains("no such user"));
        let (heard, busy) = deliver("451 later\r\n", "portal@guild.example").await;
        assert_eq!(busy.state, MailState::Queued);
        assert!(heard.message.is_empty());
    }

    #[tokio::test]
    async fn starttls_is_not_given_up_for_a_server_without_it() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = tokio::spawn(converse(listener, "250 ok\r\n"));
        let smtp = Smtp { host: "127.0.0.1".into(), port, tls: SmtpTls::Starttls, login: None, authorities_pem: None };
        let transport = SmtpTransport::new(&smtp, "portal@guild.example").unwrap();
        let mail = queued(outgoing("ann@acme.example", "code", "Code", "7KQ2").unwrap());
        assert!(transport.send(&mail).await.is_err());
        drop(transport);
        let heard = server.await.unwrap();
        assert!(!heard.commands.iter().any(|line| line.starts_with("MAIL")), "{heard:?}");
    }

    /// The names of the headers of a message, in order.
    fn header_names(message: &Message) -> Vec<String> {
        let text = String::from_utf8(message.formatted()).unwrap();
        let (headers, _) = text.split_once("\r\n\r\n").unwrap();
        let starts = headers.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
        starts.map(|line| line.split(':').next().unwrap().to_owned()).collect()
    }

    #[tokio::test]
    async fn no_text_becomes_a_header_or_a_second_recipient() {
        const EXPECTED: [&str; 10] = [
            "From",
            "To",
            "Subject",
            "Message-ID",
            "Date",
            "Auto-Submitted",
            "X-Auto-Response-Suppress",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding",
        ];
        const PIECES: [&str; 14] = [
            "Code",
            " ",
            "\r",
            "\n",
            "\r\n",
            "\0",
            "\t",
            "\u{85}",
            "\u{2028}",
            "\u{fc}",
            "Bcc: x@evil.example",
            "=?utf-8?q?=0D=0ABcc:_x@evil.example?=",
            "<x@evil.example>,",
            ".",
        ];
        let (transport, _port) = SmtpTransport::to_nowhere();
        let mut composed = 0;
        for (one, two, three) in triples(&PIECES) {
            let text = format!("{one}{two}{three}");
            for (to, subject) in
                [("ann@acme.example".to_owned(), text.clone()), (format!("ann@acme.example{text}"), "Code".into())]
            {
                let Ok(mail) = outgoing(&to, "code", &subject, &text) else { continue };
                let Ok(message) = transport.compose(&queued(mail)) else { continue };
                assert_eq!(header_names(&message), EXPECTED, "{to:?} {subject:?}");
                assert_eq!(message.envelope().to().len(), 1, "{to:?}");
                composed += 1;
            }
        }
        assert!(composed > 300, "harmless texts get through: {composed}");
    }

    fn triples<'a>(pieces: &'a [&'a str]) -> impl Iterator<Item = (&'a str, &'a str, &'a str)> {
        pieces.iter().flat_map(move |one| {
            pieces.iter().flat_map(move |two| pieces.iter().map(move |three| (*one, *two, *three)))
        })
    }

    fn queued(mail: crate::store::OutgoingMail) -> OutboxMail {
        OutboxMail {
            tenant: "acme".into(),
            id: mail.id,
            to_address: mail.to_address,
            template: mail.template,
            subject: mail.subject,
            body_text: mail.body_text,
            created_at: 0,
            state: MailState::Sending,
            attempts: 1,
            next_attempt_at: 0,
            last_error: None,
            sent_at: None,
        }
    }
}
