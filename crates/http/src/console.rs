//! The accounts of operators, at the server's own command line and on its own store. A running server sees the change with
//! its next request.
//!
//! Passwords are asked at the terminal, or read as one line from standard input; never from the arguments, where other
//! users of the machine could see them.

use std::fmt::Write as _;
use std::io::{IsTerminal, Read, stdin};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use guildhall_core::account::Actor;
use guildhall_core::operators::{CONSOLE, Command, Event, Operator, Refusal, State, Status};
use guildhall_core::program::Program;
use guildhall_core::room::RoomRefusal as _;
use guildhall_core::{FieldFault, Id};

use crate::clock::Clock;
use crate::config::{ConfigError, SessionLength, Settings, data_dir};
use crate::launch::{self, LaunchError};
use crate::pages::letters;
use crate::portal::{Beside, NewPasswordError, Origin, Portal, PortalError, RoomError, TokenAsked, TokenError};
use crate::secrets::{Cost, PasswordError, SecretError, ServerSecret, TokenHash, random_id};
use crate::services::{Costs, Services, TOKEN_DAYS_MAX};
use crate::startup::say;
use crate::store::sqlite::{self, SqliteStore};
use crate::store::{PROGRAMME_TENANT, PersonalToken, StoreError};

/// The longest password that is read, in bytes.
const INPUT_MOST: u64 = 4096;

/// The accounts of operators.
#[derive(Debug, Subcommand)]
pub enum OperatorCommand {
    /// Make an account. Asks for its password, or reads it as one line from standard input.
    Add {
        /// The name that the audit trail will show with everything the operator does.
        name: String,
        /// The address to sign in with.
        #[arg(long, value_name = "ADDRESS")]
        email: String,
        /// Where.
        #[command(flatten)]
        place: Place,
    },
    /// List the accounts.
    List {
        /// As JSON, for programs.
        #[arg(long)]
        json: bool,
        /// Where.
        #[command(flatten)]
        place: Place,
    },
    /// Take an operator's access: sessions and tokens end at once.
    Disable(One),
    /// Give an operator's access back.
    Enable(One),
    /// Set another password; sessions and tokens end. Asks for it, or reads it as one line from standard input.
    Password(One),
    /// Make a token for programs. It is shown this once.
    Token {
        /// The operator's name or address.
        operator: String,
        /// What the token shall be called.
        #[arg(long, value_name = "NAME")]
        name: String,
        /// How many days it lives.
        #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(u32).range(1..=i64::from(TOKEN_DAYS_MAX)))]
        days: u32,
        /// Where.
        #[command(flatten)]
        place: Place,
    },
    /// List an operator's tokens.
    Tokens(One),
    /// Revoke a token.
    Revoke {
        /// The operator's name or address.
        operator: String,
        /// The token's id, as `tokens` shows it.
        token: String,
        /// Where.
        #[command(flatten)]
        place: Place,
    },
}

/// One operator.
#[derive(Debug, Args)]
pub struct One {
    /// The operator's name or address.
    pub operator: String,
    /// Where.
    #[command(flatten)]
    pub place: Place,
}

/// Which store.
#[derive(Debug, Clone, Args)]
pub struct Place {
    /// Where the server keeps its data. [default: guildhall in the user's data directory]
    #[arg(long, value_name = "DIR", env = "GUILDHALL_DATA")]
    pub data: Option<PathBuf>,
    /// The rules of the partner programme, as TOML. Without it the built-in programme applies.
    #[arg(long, value_name = "FILE", env = "GUILDHALL_PROGRAMME")]
    pub programme: Option<PathBuf>,
}

/// Why a command did not happen. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ConsoleError {
    /// There is no store.
    #[error(
        "{0} holds no data of a portal; name its directory with --data, or make the first account with `operator add`"
    )]
    NoStore(PathBuf),
    /// Nobody has that name or address.
    #[error("there is no operator {0:?}; `operator list` shows all")]
    Unknown(String),
    /// There is no such token.
    #[error("this operator has no such token; `operator tokens` shows all")]
    NoToken,
    /// The two passwords typed are not the same.
    #[error("the two passwords are not the same")]
    Differ,
    /// The password does not meet the policy.
    #[error("the password is refused: {}", .0.join("; "))]
    Password(Vec<String>),
    /// The core refused.
    #[error("{refusal}{}", faults(.refusal))]
    Refused {
        /// Why.
        refusal: Refusal,
    },
    /// The password could not be read.
    #[error("the password cannot be read")]
    Input(#[from] std::io::Error),
    /// The place.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The programme.
    #[error(transparent)]
    Launch(#[from] LaunchError),
    /// The server's secret.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Hashing.
    #[error(transparent)]
    Hash(#[from] PasswordError),
    /// Anything else.
    #[error(transparent)]
    Portal(#[from] PortalError),
}

fn faults(refusal: &Refusal) -> String {
    let line = |f: &FieldFault| format!("{} ({})", f.field, f.code);
    let faults: Vec<String> = refusal.faults().iter().map(line).collect();
    if faults.is_empty() { String::new() } else { format!(": {}", faults.join(", ")) }
}

impl From<RoomError<Refusal>> for ConsoleError {
    fn from(error: RoomError<Refusal>) -> Self {
        match error {
            RoomError::Refused(refusal) => Self::Refused { refusal },
            RoomError::Portal(error) => error.into(),
        }
    }
}

impl From<TokenError> for ConsoleError {
    fn from(error: TokenError) -> Self {
        match error {
            TokenError::Faulty(faults) => Self::Refused { refusal: Refusal::InvalidInput { faults } },
            TokenError::Refused(refusal) => Self::Refused { refusal },
            TokenError::Portal(error) => error.into(),
        }
    }
}

/// Runs a command and says what it did.
pub async fn run(command: OperatorCommand, env: impl Fn(&str) -> Option<String>) -> Result<(), ConsoleError> {
    let console = Console::open(&command, env).await?;
    let said = match command {
        OperatorCommand::Add { name, email, .. } => console.add(&name, &email, read_password).await,
        OperatorCommand::List { json, .. } => console.list(json).await,
        OperatorCommand::Disable(One { operator, .. }) => console.disable(&operator).await,
        OperatorCommand::Enable(One { operator, .. }) => console.enable(&operator).await,
        OperatorCommand::Password(One { operator, .. }) => console.password(&operator, read_password).await,
        OperatorCommand::Token { operator, name, days, .. } => console.token(&operator, &name, days).await,
        OperatorCommand::Tokens(One { operator, .. }) => console.tokens(&operator).await,
        OperatorCommand::Revoke { operator, token, .. } => console.revoke(&operator, &token).await,
    };
    console.store.close().await;
    say(said?.trim_end());
    Ok(())
}

/// The portal on its store, without a server.
struct Console {
    portal: Portal,
    services: Services,
    store: SqliteStore,
}

impl Console {
    async fn open(command: &OperatorCommand, env: impl Fn(&str) -> Option<String>) -> Result<Self, ConsoleError> {
        let place = command.place();
        let data = data_dir(place.data.clone(), env)?;
        // A mistyped directory shall not become a new, empty portal; only the first account may come before the server.
        let is_new = !data.join(sqlite::FILE_NAME).exists();
        if is_new && !matches!(command, OperatorCommand::Add { .. }) {
            return Err(ConsoleError::NoStore(data));
        }
        let program = launch::programme_at(place.programme.as_deref())?;
        let secret = ServerSecret::load_or_create(&data)?;
        let store = SqliteStore::open(&data).await?;
        Ok(Self::on(store, &secret, program, Cost::STANDARD)?)
    }

    fn on(store: SqliteStore, secret: &ServerSecret, program: Program, cost: Cost) -> Result<Self, PasswordError> {
        let costs = Costs { password: cost, captcha_difficulty: 1_000 };
        let settings = Settings { operator_session: SessionLength::OPERATOR, ..Settings::for_tests() };
        let services = Services::new(Arc::new(store.clone()), secret, costs, Clock::System, settings)?;
        let writer = letters::writer(&services.settings, &program);
        let portal = Portal::new(services.clone(), Arc::new(program), writer);
        Ok(Self { portal, services, store })
    }

    async fn add(
        &self,
        name: &str,
        email: &str,
        read: impl Fn() -> Result<String, ConsoleError>,
    ) -> Result<String, ConsoleError> {
        let hash = self.hash(name, email, &read()?).await?;
        let command = Command::Add { name: name.to_owned(), email: email.to_owned() };
        let beside = Beside { password_hash: Some(hash), ..Beside::default() };
        let (done, _) = self.portal.run_operators(&origin()?, &actor(), &command, &beside).await?;
        let added = done.events.iter().find_map(|event| match event {
            Event::OperatorAdded { name, email, .. } => Some((name.to_string(), email.as_str().to_owned())),
            Event::OperatorDisabled { .. }
            | Event::OperatorEnabled { .. }
            | Event::OperatorPasswordChanged { .. }
            | Event::OperatorTokenCreated { .. }
            | Event::OperatorTokenRevoked { .. } => None,
        });
        let (name, email) = added.unwrap_or_default();
        let path = crate::operator::SIGN_IN_PATH;
        Ok(format!("{name} can sign in as {email} at {path} (data in {})", self.store.path().display()))
    }

    async fn list(&self, json: bool) -> Result<String, ConsoleError> {
        let (state, _) = self.portal.operators().await?;
        if json {
            let rows = state.operators().iter().map(|(id, o)| {
                serde_json::json!({ "id": id, "name": o.name, "email": o.email.as_str(), "status": o.status,
                    "added_at": o.added_at })
            });
            return Ok(serde_json::json!({ "operators": rows.collect::<Vec<_>>() }).to_string());
        }
        if state.operators().is_empty() {
            return Ok("There is no operator yet: `operator add NAME --email ADDRESS` makes the first account.".into());
        }
        let rows = state.operators().values().map(|o| {
            let status = match o.status {
                Status::Active => "active",
                Status::Disabled => "disabled",
            };
            [o.name.to_string(), o.email.as_str().to_owned(), status.to_owned(), day(o.added_at)]
        });
        Ok(table(["NAME", "ADDRESS", "STATUS", "SINCE"], &rows.collect::<Vec<_>>()))
    }

    async fn disable(&self, who: &str) -> Result<String, ConsoleError> {
        let (id, operator) = self.find(who).await?;
        self.note(Command::Disable { operator: id }, Beside::default()).await?;
        Ok(format!("{} has no access any more; their sessions and tokens have ended", operator.name))
    }

    async fn enable(&self, who: &str) -> Result<String, ConsoleError> {
        let (id, operator) = self.find(who).await?;
        self.note(Command::Enable { operator: id }, Beside::default()).await?;
        Ok(format!("{} has access again, with the password as it was", operator.name))
    }

    async fn password(
        &self,
        who: &str,
        read: impl Fn() -> Result<String, ConsoleError>,
    ) -> Result<String, ConsoleError> {
        let (id, operator) = self.find(who).await?;
        let hash = self.hash(operator.name.as_str(), operator.email.as_str(), &read()?).await?;
        let beside = Beside { password_hash: Some(hash), ..Beside::default() };
        self.note(Command::NotePasswordChange { operator: id }, beside).await?;
        Ok(format!("{} has a new password; their sessions and tokens have ended", operator.name))
    }

    async fn token(&self, who: &str, name: &str, days: u32) -> Result<String, ConsoleError> {
        let (id, operator) = self.find(who).await?;
        let (kept, token) = self.portal.new_operator_token(&origin()?, &actor(), id, TokenAsked { name, days }).await?;
        let until = DateTime::from_timestamp_millis(kept.expires_at).map(day).unwrap_or_default();
        Ok(format!("{}\n\nA token of {} until {until}. It is shown this once.", token.expose(), operator.name))
    }

    async fn tokens(&self, who: &str) -> Result<String, ConsoleError> {
        let (id, operator) = self.find(who).await?;
        let kept = self.services.store.tokens(PROGRAMME_TENANT, &id.to_string()).await?;
        if kept.is_empty() {
            return Ok(format!("{} has no token.", operator.name));
        }
        let time = |ms| DateTime::from_timestamp_millis(ms).map(day).unwrap_or_default();
        let row = |t: &PersonalToken| {
            let used = t.last_used_at.map_or_else(|| "never".to_owned(), time);
            [t.token_hash.as_str().to_owned(), t.name.clone(), time(t.expires_at), used]
        };
        Ok(table(["ID", "NAME", "EXPIRES", "LAST USED"], &kept.iter().map(row).collect::<Vec<_>>()))
    }

    async fn revoke(&self, who: &str, token: &str) -> Result<String, ConsoleError> {
        let (id, _) = self.find(who).await?;
        let kept = self.services.store.tokens(PROGRAMME_TENANT, &id.to_string()).await?;
        let found = kept.into_iter().find(|t| t.token_hash.as_str() == token).ok_or(ConsoleError::NoToken)?;
        let command = Command::NoteTokenRevoked { operator: id, name: found.name.clone() };
        self.note(command, Beside { revoked: Some(TokenHash::from_text(token)), ..Beside::default() }).await?;
        Ok(format!("The token {} is revoked", found.name))
    }

    async fn find(&self, who: &str) -> Result<(Id, Operator), ConsoleError> {
        let (state, _): (State, i64) = self.portal.operators().await?;
        let found = state.named(who).map(|(id, operator)| (id, operator.clone()));
        found.ok_or_else(|| ConsoleError::Unknown(who.to_owned()))
    }

    async fn hash(&self, name: &str, email: &str, password: &str) -> Result<String, ConsoleError> {
        self.portal.new_operator_password(name, email, password).await.map_err(|error| match error {
            NewPasswordError::Faulty(faults) => {
                ConsoleError::Password(faults.iter().map(ToString::to_string).collect())
            }
            NewPasswordError::Hash(error) => error.into(),
        })
    }

    async fn note(&self, command: Command, beside: Beside) -> Result<(), ConsoleError> {
        self.portal.run_operators(&origin()?, &actor(), &command, &beside).await?;
        Ok(())
    }
}

impl OperatorCommand {
    fn place(&self) -> &Place {
        match self {
            Self::Add { place, .. }
            | Self::List { place, .. }
            | Self::Token { place, .. }
            | Self::Revoke { place, .. } => place,
            Self::Disable(one) | Self::Enable(one) | Self::Password(one) | Self::Tokens(one) => &one.place,
        }
    }
}

fn actor() -> Actor {
    Actor::Operator(CONSOLE.to_owned())
}

fn origin() -> Result<Origin, SecretError> {
    Ok(Origin { source: CONSOLE.to_owned(), request: random_id()? })
}

fn day(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d").to_string()
}

/// Asks twice at a terminal; reads one line from anything else.
fn read_password() -> Result<String, ConsoleError> {
    if stdin().is_terminal() {
        let first = rpassword::prompt_password("New password (not shown): ")?;
        let second = rpassword::prompt_password("The same again: ")?;
        return if first == second { Ok(first) } else { Err(ConsoleError::Differ) };
    }
    let mut text = String::new();
    stdin().lock().take(INPUT_MOST).read_to_string(&mut text)?;
    // The line end that a file or `echo` puts behind it is none of the password.
    let line = text.strip_suffix('\n').map(|t| t.strip_suffix('\r').unwrap_or(t));
    Ok(line.unwrap_or(&text).to_owned())
}

fn table<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> String {
    let mut widths = head.map(|cell| cell.chars().count());
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let mut text = String::new();
    let mut line = |cells: &[&str]| {
        let cells = cells.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
        let _ = writeln!(text, "{}", cells.collect::<Vec<_>>().join("  ").trim_end());
    };
    line(&head);
    for row in rows {
        line(&row.each_ref().map(String::as_str));
    }
    text
}

#[cfg(test)]
mod tests;
