//! The configuration: every flag and its environment variable, declared once, here.
//!
//! [`Cli`] is what was typed. [`Cli::configuration`] checks it as a whole and fills in what was left out;
//! [`Configuration::settings`] adds the address that was bound and gives what handlers need ([`Settings`]).
//!
//! Passwords are read from files, never from the command line, where other users of the machine could see them.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use chrono::TimeDelta;
use clap::{Args, Parser, Subcommand, ValueEnum};
use ipnet::IpNet;
use secrecy::SecretString;
use url::Url;

use crate::console::OperatorCommand;

/// Where the portal listens unless told otherwise.
pub const DEFAULT_LISTEN: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8480);

/// A partner portal: the web pages, the JSON API and the mail behind them.
#[derive(Debug, Parser)]
#[command(name = "guildhall-http", version, propagate_version = true, max_term_width = 100)]
pub struct Cli {
    /// What to run.
    #[command(subcommand)]
    pub command: Command,
    /// How to write the log.
    #[arg(long, global = true, value_enum, default_value_t, env = "GUILDHALL_LOG_FORMAT")]
    pub log: LogFormat,
}

/// How the log is written. What it holds is chosen with RUST_LOG.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// Lines for people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// What to run.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Try the portal: example companies, sign-ins to copy, and a mailbox page instead of real mail.
    Demo(DemoArgs),
    /// Run a portal of your own. It starts empty.
    Serve(Box<ServeArgs>),
    /// The accounts of the programme's operators, who sign in at /operator/sign-in. Works beside a running server.
    #[command(subcommand)]
    Operator(OperatorCommand),
}

/// The flags of `demo`.
#[derive(Debug, Args)]
pub struct DemoArgs {
    /// Keep the demo's data here. Without it they lie in a temporary directory and are gone at the end.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Port on 127.0.0.1. Another free one is taken if it is in use.
    #[arg(long, value_name = "PORT", default_value_t = DEFAULT_LISTEN.port(), env = "GUILDHALL_DEMO_PORT")]
    pub port: u16,
}

/// The flags of `serve`.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// Where to keep the database and the server's secret. Back up both, and apart from each other.
    /// [default: guildhall in the user's data directory]
    #[arg(long, value_name = "DIR", env = "GUILDHALL_DATA")]
    pub data: Option<PathBuf>,
    /// Address and port to listen on.
    #[arg(long, value_name = "ADDRESS:PORT", default_value_t = DEFAULT_LISTEN, env = "GUILDHALL_LISTEN")]
    pub listen: SocketAddr,
    /// How browsers reach the portal: scheme, host and perhaps a port. A reverse proxy in front of the portal does the
    /// TLS. Links in mail are built from this alone. May be left out when listening on a loopback address.
    #[arg(long, value_name = "https://HOST", env = "GUILDHALL_PUBLIC_URL")]
    pub public_url: Option<PublicUrl>,
    /// Reverse proxies whose X-Forwarded-For is believed, as networks: 10.0.0.0/8 or 192.0.2.7/32.
    #[arg(long, value_name = "CIDR", value_delimiter = ',', env = "GUILDHALL_TRUSTED_PROXY")]
    pub trusted_proxy: Vec<IpNet>,
    /// The rules of the partner programme, as TOML. Without it the built-in programme applies.
    #[arg(long, value_name = "FILE", env = "GUILDHALL_PROGRAMME")]
    pub programme: Option<PathBuf>,
    /// How much work a browser does before it may register: the mean number of hashes.
    #[arg(long, value_name = "HASHES", default_value_t = 50_000, env = "GUILDHALL_CAPTCHA_DIFFICULTY",
          value_parser = clap::value_parser!(u32).range(1_000..=5_000_000))]
    pub captcha_difficulty: u32,
    /// How long an operator of the programme stays signed in at most, in hours.
    #[arg(long, value_name = "HOURS", default_value_t = 8, env = "GUILDHALL_OPERATOR_SESSION_HOURS",
          value_parser = clap::value_parser!(u32).range(1..=24))]
    pub operator_session_hours: u32,
    /// After how many idle minutes an operator of the programme has to sign in again.
    #[arg(long, value_name = "MINUTES", default_value_t = 30, env = "GUILDHALL_OPERATOR_IDLE_MINUTES",
          value_parser = clap::value_parser!(u32).range(5..=60))]
    pub operator_idle_minutes: u32,
    /// How to send mail.
    #[command(flatten)]
    pub smtp: SmtpArgs,
}

/// The flags for mail.
#[derive(Debug, Args)]
#[command(next_help_heading = "Mail")]
pub struct SmtpArgs {
    /// SMTP server. Without it mail stays in the outbox.
    #[arg(long, value_name = "HOST", env = "GUILDHALL_SMTP_HOST")]
    pub smtp_host: Option<String>,
    /// Port of the SMTP server. [default: 25 for none, 587 for starttls, 465 for tls]
    #[arg(long, value_name = "PORT", requires = "smtp_host", env = "GUILDHALL_SMTP_PORT")]
    pub smtp_port: Option<u16>,
    /// How the connection to the SMTP server is protected.
    #[arg(long, value_enum, default_value_t, env = "GUILDHALL_SMTP_TLS")]
    pub smtp_tls: SmtpTls,
    /// User name at the SMTP server.
    #[arg(long, value_name = "USER", requires = "smtp_password_file", env = "GUILDHALL_SMTP_USER")]
    pub smtp_user: Option<String>,
    /// File that holds the password of that user.
    #[arg(long, value_name = "FILE", requires = "smtp_user", env = "GUILDHALL_SMTP_PASSWORD_FILE")]
    pub smtp_password_file: Option<PathBuf>,
    /// File of certificates (PEM) to trust for the SMTP server, besides the well-known authorities.
    #[arg(long, value_name = "FILE", requires = "smtp_host", env = "GUILDHALL_SMTP_CA_FILE")]
    pub smtp_ca_file: Option<PathBuf>,
    /// Sender of all mail. [default: the sender that the programme names]
    #[arg(long, value_name = "ADDRESS", env = "GUILDHALL_SMTP_FROM")]
    pub smtp_from: Option<String>,
}

/// How the connection to the SMTP server is protected.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum SmtpTls {
    /// Not at all: for a relay on this machine.
    None,
    /// Switched to TLS before anything else is said; refused if the server cannot.
    #[default]
    Starttls,
    /// TLS from the first byte.
    Tls,
}

/// What is wrong with the configuration as a whole.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// Links in mail need an address that browsers can reach.
    #[error("--public-url is needed when listening on {0}: links in mail are built from it")]
    PublicUrlNeeded(SocketAddr),
    /// The command runs no server.
    #[error("this command runs no server")]
    NotAServer,
    /// No home directory.
    #[error("--data is needed: neither XDG_DATA_HOME nor HOME says where to keep data")]
    NoDataDir,
    /// Credentials would travel in the clear.
    #[error("--smtp-user needs --smtp-tls starttls or tls unless the SMTP server is on this machine")]
    SmtpPasswordInClear,
    /// A file could not be read.
    #[error("{path}: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
}

/// How browsers reach the portal: a scheme, a host and perhaps a port, nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl {
    origin: String,
    authority: String,
    https: bool,
}

impl PublicUrl {
    /// The address of a portal that listens on this machine only.
    pub fn loopback(bound: SocketAddr) -> Self {
        Self { origin: format!("http://{bound}"), authority: bound.to_string(), https: false }
    }

    /// The origin: `https://partners.example.com`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// What the Host header says: `partners.example.com`, with the port where it is not the scheme's own.
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// Whether browsers come by TLS: cookies are then Secure.
    pub fn is_https(&self) -> bool {
        self.https
    }

    /// An absolute link. `path` begins with a slash.
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

impl std::fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.origin)
    }
}

impl std::str::FromStr for PublicUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let url = Url::parse(text).map_err(|error| error.to_string())?;
        let https = match url.scheme() {
            "https" => true,
            "http" => false,
            other => return Err(format!("{other} is not a scheme for browsers; write https://")),
        };
        let Some(host) = url.host() else { return Err("the host is missing".into()) };
        let local = match &host {
            url::Host::Domain(name) => *name == "localhost",
            url::Host::Ipv4(ip) => ip.is_loopback(),
            url::Host::Ipv6(ip) => ip.is_loopback(),
        };
        if !https && !local {
            return Err("only https keeps passwords from being read on the way".into());
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err("a user or password does not belong here".into());
        }
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
            return Err("only scheme, host and port: the portal lives at the root".into());
        }
        let authority = url.port().map_or_else(|| host.to_string(), |port| format!("{host}:{port}"));
        Ok(Self { origin: format!("{}://{authority}", url.scheme()), authority, https })
    }
}

/// Where data lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DataDir {
    /// In a directory that stays.
    Kept(PathBuf),
    /// In a temporary directory that goes with the process.
    Temporary,
}

/// The connection to the SMTP server.
#[derive(Debug)]
pub struct Smtp {
    /// Server.
    pub host: String,
    /// Port.
    pub port: u16,
    /// Protection.
    pub tls: SmtpTls,
    /// User and password.
    pub login: Option<(String, SecretString)>,
    /// Certificates to trust besides the well-known authorities, as PEM.
    pub authorities_pem: Option<Vec<u8>>,
}

/// What happens to mail.
#[derive(Debug)]
pub enum MailDelivery {
    /// It is shown on the mailbox page.
    Mailbox,
    /// It stays in the outbox until a server is configured.
    Held,
    /// It is sent.
    Smtp(Smtp),
}

/// The configuration after it was checked.
#[derive(Debug)]
pub struct Configuration {
    /// Whether this is the demo.
    pub demo: bool,
    /// Where to keep data.
    pub data: DataDir,
    /// Where to listen.
    pub listen: SocketAddr,
    /// Whether another port will do when this one is in use.
    pub any_port: bool,
    /// How browsers reach the portal, where that is not simply the address bound.
    pub public_url: Option<PublicUrl>,
    /// Networks of believed proxies.
    pub trusted_proxies: Vec<IpNet>,
    /// The programme's file.
    pub programme: Option<PathBuf>,
    /// The captcha's mean number of hashes.
    pub captcha_difficulty: u32,
    /// How long operators stay signed in.
    pub operator_session: SessionLength,
    /// What happens to mail.
    pub mail: MailDelivery,
    /// The sender of all mail, where it is not the programme's.
    pub mail_from: Option<String>,
}

/// What handlers know of the configuration.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Whether this is the demo.
    pub demo: bool,
    /// How browsers reach the portal.
    pub public_url: PublicUrl,
    /// Hosts to answer to besides the public one: this machine's own names while listening on loopback.
    pub local_hosts: Vec<String>,
    /// Networks of believed proxies.
    pub trusted_proxies: Vec<IpNet>,
    /// How long operators stay signed in.
    pub operator_session: SessionLength,
}

/// When a session ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionLength {
    /// So long after its last request.
    pub idle: TimeDelta,
    /// So long after sign-in, used or not.
    pub lifetime: TimeDelta,
}

impl SessionLength {
    /// The length for operators where nothing else is said.
    pub const OPERATOR: Self = Self { idle: TimeDelta::minutes(30), lifetime: TimeDelta::hours(8) };
}

impl Settings {
    /// The settings for an app without a socket: `http://127.0.0.1:8480`, no proxies.
    pub fn for_tests() -> Self {
        Self::at(DEFAULT_LISTEN, None, Vec::new(), false)
    }

    fn at(bound: SocketAddr, public_url: Option<PublicUrl>, trusted_proxies: Vec<IpNet>, demo: bool) -> Self {
        let local_hosts = if bound.ip().is_loopback() {
            let port = bound.port();
            vec![format!("127.0.0.1:{port}"), format!("localhost:{port}"), format!("[::1]:{port}")]
        } else {
            Vec::new()
        };
        let public_url = public_url.unwrap_or_else(|| PublicUrl::loopback(bound));
        Self { demo, public_url, local_hosts, trusted_proxies, operator_session: SessionLength::OPERATOR }
    }
}

impl Cli {
    /// Checks the configuration as a whole. `env` reads an environment variable.
    pub fn configuration(self, env: impl Fn(&str) -> Option<String>) -> Result<Configuration, ConfigError> {
        match self.command {
            Command::Demo(args) => Ok(demo(args)),
            Command::Serve(args) => serve(*args, env),
            Command::Operator(_) => Err(ConfigError::NotAServer),
        }
    }
}

fn demo(args: DemoArgs) -> Configuration {
    Configuration {
        demo: true,
        data: args.data.map_or(DataDir::Temporary, DataDir::Kept),
        listen: SocketAddr::new(DEFAULT_LISTEN.ip(), args.port),
        any_port: true,
        public_url: None,
        trusted_proxies: Vec::new(),
        programme: None,
        captcha_difficulty: 5_000,
        operator_session: SessionLength::OPERATOR,
        mail: MailDelivery::Mailbox,
        mail_from: None,
    }
}

fn serve(args: ServeArgs, env: impl Fn(&str) -> Option<String>) -> Result<Configuration, ConfigError> {
    if args.public_url.is_none() && !args.listen.ip().is_loopback() {
        return Err(ConfigError::PublicUrlNeeded(args.listen));
    }
    let data = data_dir(args.data, env)?;
    let mail_from = args.smtp.smtp_from.clone();
    Ok(Configuration {
        demo: false,
        data: DataDir::Kept(data),
        listen: args.listen,
        any_port: false,
        public_url: args.public_url,
        trusted_proxies: args.trusted_proxy,
        programme: args.programme,
        captcha_difficulty: args.captcha_difficulty,
        operator_session: SessionLength {
            idle: TimeDelta::minutes(args.operator_idle_minutes.into()),
            lifetime: TimeDelta::hours(args.operator_session_hours.into()),
        },
        mail: mail_delivery(args.smtp)?,
        mail_from,
    })
}

/// The directory that was named, or the one in the user's data directory.
pub(crate) fn data_dir(named: Option<PathBuf>, env: impl Fn(&str) -> Option<String>) -> Result<PathBuf, ConfigError> {
    named.or_else(|| user_data_dir(env)).ok_or(ConfigError::NoDataDir)
}

fn user_data_dir(env: impl Fn(&str) -> Option<String>) -> Option<PathBuf> {
    let set = |name| env(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let base = set("XDG_DATA_HOME").or_else(|| set("HOME").map(|home| home.join(".local/share")))?;
    Some(base.join("guildhall"))
}

fn mail_delivery(args: SmtpArgs) -> Result<MailDelivery, ConfigError> {
    let Some(host) = args.smtp_host else { return Ok(MailDelivery::Held) };
    let local = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
    if args.smtp_user.is_some() && args.smtp_tls == SmtpTls::None && !local {
        return Err(ConfigError::SmtpPasswordInClear);
    }
    let port = args.smtp_port.unwrap_or(match args.smtp_tls {
        SmtpTls::None => 25,
        SmtpTls::Starttls => 587,
        SmtpTls::Tls => 465,
    });
    let login = match (args.smtp_user, args.smtp_password_file) {
        (Some(user), Some(file)) => Some((user, read_password(&file)?)),
        _ => None,
    };
    let authorities_pem = args.smtp_ca_file.as_deref().map(read_certificates).transpose()?;
    Ok(MailDelivery::Smtp(Smtp { host, port, tls: args.smtp_tls, login, authorities_pem }))
}

fn read_password(path: &Path) -> Result<SecretString, ConfigError> {
    let text = std::fs::read_to_string(path).map_err(|source| unreadable(path, source))?;
    Ok(text.trim_end_matches(['\r', '\n']).into())
}

fn read_certificates(path: &Path) -> Result<Vec<u8>, ConfigError> {
    std::fs::read(path).map_err(|source| unreadable(path, source))
}

fn unreadable(path: &Path, source: std::io::Error) -> ConfigError {
    ConfigError::File { path: path.to_owned(), source }
}

impl Configuration {
    /// What handlers need, now that the address is known.
    pub fn settings(&self, bound: SocketAddr) -> Settings {
        let operator_session = self.operator_session;
        let settings = Settings::at(bound, self.public_url.clone(), self.trusted_proxies.clone(), self.demo);
        Settings { operator_session, ..settings }
    }

    /// What the operator should know before the first request.
    pub fn warnings(&self) -> Vec<&'static str> {
        let mail = match &self.mail {
            MailDelivery::Held => Some(
                "no --smtp-host: mail stays in the outbox, so nobody receives security codes or invitations and \
                 nobody can register",
            ),
            MailDelivery::Smtp(Smtp { tls: SmtpTls::None, .. }) => {
                Some("--smtp-tls none: mail, with its security codes, travels unprotected to the SMTP server")
            }
            MailDelivery::Smtp(_) | MailDelivery::Mailbox => None,
        };
        // The server itself speaks plain HTTP, so an https address means that a proxy stands before it.
        let behind_proxy = self.public_url.as_ref().is_some_and(PublicUrl::is_https);
        let proxy = (behind_proxy && self.trusted_proxies.is_empty()).then_some(
            "an https --public-url without --trusted-proxy: all visitors seem to come from the proxy and share one \
             rate limit",
        );
        mail.into_iter().chain(proxy).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn configuration(args: &[&str]) -> Result<Configuration, ConfigError> {
        let cli = Cli::try_parse_from(["guildhall-http"].iter().chain(args)).unwrap();
        cli.configuration(|name| (name == "HOME").then(|| "/home/op".to_owned()))
    }

    #[test]
    fn the_flags_are_consistent() {
        use clap::CommandFactory;
        Cli::command().debug_assert();
    }

    #[test]
    fn every_flag_of_serve_has_its_variable_and_help() {
        use clap::CommandFactory;
        let command = Cli::command();
        let serve = command.find_subcommand("serve").unwrap();
        for arg in serve.get_arguments().filter(|arg| !["help", "version"].contains(&arg.get_id().as_str())) {
            let name = arg.get_id().as_str();
            let variable = arg.get_env().unwrap_or_else(|| panic!("{name}")).to_str().unwrap();
            assert_eq!(variable, format!("GUILDHALL_{}", name.to_uppercase()), "{name}");
            assert!(arg.get_help().is_some(), "{name}");
        }
    }

    #[test]
    fn passwords_cannot_be_typed() {
        assert!(Cli::try_parse_from(["guildhall-http", "serve", "--smtp-password", "x"]).is_err());
    }

    #[test]
    fn serve_keeps_data_in_the_users_directory_and_mail_in_the_outbox() {
        let configuration = configuration(&["serve"]).unwrap();
        assert_eq!(configuration.data, DataDir::Kept("/home/op/.local/share/guildhall".into()));
        assert!(matches!(configuration.mail, MailDelivery::Held));
        assert_eq!(configuration.warnings().len(), 1);
        assert_eq!(configuration.settings(DEFAULT_LISTEN).public_url.origin(), "http://127.0.0.1:8480");
    }

    #[test]
    fn xdg_counts_only_where_it_is_absolute() {
        let dir = |xdg: &str| {
            user_data_dir(|name| match name {
                "XDG_DATA_HOME" => Some(xdg.to_owned()),
                "HOME" => Some("/home/op".to_owned()),
                _ => None,
            })
        };
        assert_eq!(dir("/data"), Some("/data/guildhall".into()));
        assert_eq!(dir("data"), Some("/home/op/.local/share/guildhall".into()));
        assert_eq!(user_data_dir(|_| None), None);
    }

    #[test]
    fn an_open_address_needs_a_public_url() {
        let open = ["serve", "--listen", "0.0.0.0:80"];
        assert!(matches!(configuration(&open), Err(ConfigError::PublicUrlNeeded(_))));
        let mut named = open.to_vec();
        named.extend(["--public-url", "https://partners.example.com"]);
        let configuration = configuration(&named).unwrap();
        assert_eq!(configuration.warnings().len(), 2, "no mail, and no proxy is believed");
        let settings = configuration.settings(configuration.listen);
        assert_eq!(settings.public_url.join("/sign-in"), "https://partners.example.com/sign-in");
        assert_eq!(settings.local_hosts, Vec::<String>::new());
    }

    #[test]
    fn what_a_public_url_may_be() {
        for (text, expected) in [
            ("https://partners.example.com", Some(("https://partners.example.com", "partners.example.com", true))),
            ("https://Partners.Example.com:443/", Some(("https://partners.example.com", "partners.example.com", true))),
            ("https://a.example:8443", Some(("https://a.example:8443", "a.example:8443", true))),
            ("http://localhost:8480", Some(("http://localhost:8480", "localhost:8480", false))),
            ("http://[::1]:8480", Some(("http://[::1]:8480", "[::1]:8480", false))),
            ("http://partners.example.com", None),
            ("ftp://partners.example.com", None),
            ("https://partners.example.com/portal", None),
            ("https://ann@partners.example.com", None),
            ("https://partners.example.com?x", None),
            ("partners.example.com", None),
        ] {
            let parsed: Option<PublicUrl> = text.parse().ok();
            let seen = parsed.as_ref().map(|url| (url.origin(), url.authority(), url.is_https()));
            assert_eq!(seen, expected, "{text}");
        }
    }

    #[test]
    fn a_password_for_mail_comes_from_a_file_and_never_travels_in_the_clear() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "s3cret\n").unwrap();
        let path = file.path().to_str().unwrap();
        let args = |host: &'static str, tls: &'static str| {
            let flags = ["serve", "--smtp-host", host, "--smtp-tls", tls, "--smtp-user", "portal"];
            let mut flags = flags.to_vec();
            flags.extend(["--smtp-password-file", path]);
            configuration(&flags)
        };
        assert!(matches!(args("mail.example", "none"), Err(ConfigError::SmtpPasswordInClear)));
        assert!(args("127.0.0.1", "none").is_ok());
        let missing = ["serve", "--smtp-host", "mail.example", "--smtp-ca-file", "/nowhere/ca.pem"];
        assert!(matches!(configuration(&missing), Err(ConfigError::File { .. })));
        let MailDelivery::Smtp(smtp) = args("mail.example", "tls").unwrap().mail else { panic!("no SMTP") };
        assert_eq!(smtp.port, 465);
        use secrecy::ExposeSecret;
        assert_eq!(smtp.login.unwrap().1.expose_secret(), "s3cret");
    }

    #[test]
    fn the_demo_asks_for_nothing() {
        let configuration = configuration(&["demo"]).unwrap();
        assert_eq!((configuration.data, configuration.any_port), (DataDir::Temporary, true));
        assert!(matches!(configuration.mail, MailDelivery::Mailbox));
    }
}
