//! Operators' accounts: one document under the programme's own tenant, with passwords, sessions and tokens beside it.

use guildhall_core::account::{Account, Actor};
use guildhall_core::identity::{IdentityHints, PasswordFault};
use guildhall_core::operators::{Command, Event, Operator, Refusal, State};
use guildhall_core::room::Room;
use guildhall_core::setting::Setting;
use guildhall_core::{Id, trail};
use secrecy::SecretString;

use super::change::{json, provenance};
use super::{ATTEMPTS_MOST, Origin, PROGRAMME, Portal, PortalError, RoomDone, RoomError, SignInError, failed_append};
use crate::secrets::{PasswordError, Token, TokenHash};
use crate::store::{
    Append, AppendError, CredentialChange, DocumentWrite, NewEvent, PROGRAMME_TENANT, PersonalToken, TokenChange,
};

/// The id of the one document.
const DOCUMENT: &str = "operators";

/// What is written beside the events of a command.
#[derive(Debug, Default)]
pub struct Beside {
    /// The hash of the new password, where the command makes an account or notes a change of the password.
    pub password_hash: Option<String>,
    /// Whether a session of the operator begins, after all others ended.
    pub start_session: bool,
    /// The new token, where the command notes one.
    pub token: Option<PersonalToken>,
    /// The token that ends, where the command notes that.
    pub revoked: Option<TokenHash>,
}

/// An operator who signed in.
#[derive(Debug)]
pub struct OperatorSignedIn {
    /// Who.
    pub operator: Id,
    /// The token of the session, for its cookie.
    pub token: Token,
}

/// Why a new password was not taken.
#[derive(Debug, thiserror::Error)]
pub enum NewPasswordError {
    /// It does not meet the policy.
    #[error("the password does not meet the policy")]
    Faulty(Vec<PasswordFault>),
    /// It could not be hashed.
    #[error(transparent)]
    Hash(#[from] PasswordError),
}

impl Portal {
    /// All operators, with the version of the document.
    pub async fn operators(&self) -> Result<(State, i64), PortalError> {
        self.load_room::<State>(PROGRAMME, DOCUMENT).await
    }

    /// The operator with this id, if they have access.
    pub async fn operator(&self, id: Id) -> Result<Option<Operator>, PortalError> {
        Ok(self.operators().await?.0.active(id).cloned())
    }

    /// Runs a command on the operators' accounts.
    pub async fn run_operators(
        &self,
        origin: &Origin,
        actor: &Actor,
        command: &Command,
        beside: &Beside,
    ) -> Result<(RoomDone<State>, Option<Token>), RoomError<Refusal>> {
        for _ in 0..ATTEMPTS_MOST {
            let (mut state, version) = self.operators().await?;
            let (account, moment) = (Account::default(), self.moment(origin)?);
            let setting = Setting { program: &self.program, account: &account, actor, moment: &moment };
            let events = state.decide(&setting, command).map_err(RoomError::Refused)?;
            events.iter().for_each(|event| state.apply(event));
            let mut append = Append::new(PROGRAMME_TENANT, provenance(actor, &moment));
            let lines = trail::record(&setting, &[], events.clone());
            let line = |line: &trail::Recorded<Event>| {
                let event_type = State::event_name(&line.event).to_owned();
                Ok(NewEvent { event_type, body: json(line)? })
            };
            let recorded = lines.iter().map(line).collect::<Result<Vec<NewEvent>, PortalError>>()?;
            let new_version = version + i64::try_from(recorded.len().max(1)).unwrap_or(1);
            let (kind, id) = (State::KIND.into(), DOCUMENT.to_owned());
            let body = json(&state)?;
            append.documents.push(DocumentWrite { kind, id, expected_version: version, body, events: recorded });
            let mut session = None;
            for event in &events {
                session = self.write_beside(&mut append, event, beside)?.or(session);
            }
            match self.services.store.append(append).await {
                Ok(()) => {
                    let (id, account) = (DOCUMENT.to_owned(), std::sync::Arc::new(account));
                    return Ok((RoomDone { id, state, version: new_version, events, account }, session));
                }
                Err(AppendError::Conflict) => {}
                Err(error) => return Err(failed_append(error).into()),
            }
        }
        Err(PortalError::Contended.into())
    }

    /// Passwords, sessions and tokens of an event.
    fn write_beside(&self, append: &mut Append, event: &Event, beside: &Beside) -> Result<Option<Token>, PortalError> {
        match event {
            Event::OperatorAdded { operator, .. } => set_password(append, *operator, beside),
            Event::OperatorDisabled { operator } => append.revoke.push(operator.to_string()),
            Event::OperatorPasswordChanged { operator } => {
                set_password(append, *operator, beside);
                append.revoke.push(operator.to_string());
                if beside.start_session {
                    let (session, token) = self.services.new_session(PROGRAMME_TENANT, &operator.to_string())?;
                    append.session = Some(session);
                    return Ok(Some(token));
                }
            }
            Event::OperatorTokenCreated { .. } => {
                append.tokens.extend(beside.token.clone().map(TokenChange::Create));
            }
            Event::OperatorTokenRevoked { operator, .. } => {
                let revoke = |token_hash| TokenChange::Revoke { principal: operator.to_string(), token_hash };
                append.tokens.extend(beside.revoked.clone().map(revoke));
            }
            Event::OperatorEnabled { .. } => {}
        }
        Ok(None)
    }

    /// Hashes a new password of an operator, if it meets the policy.
    pub async fn new_operator_password(
        &self,
        name: &str,
        email: &str,
        password: &str,
    ) -> Result<String, NewPasswordError> {
        let mut own = vec![name, email];
        own.extend(email.split_once('@').into_iter().flat_map(|(local, domain)| [local, domain]));
        own.extend(name.split_whitespace());
        let policy = self.program.password();
        let password = policy.parse(password, IdentityHints(&own)).map_err(NewPasswordError::Faulty)?;
        Ok(self.services.passwords.hash(SecretString::from(password.expose())).await?)
    }

    /// Signs an operator in with an address and a password, and begins a session.
    pub async fn operator_sign_in(&self, email: &str, password: &str) -> Result<OperatorSignedIn, SignInError> {
        let operator = self.check_operator_password(email, password).await?;
        let begun = self.services.new_session(PROGRAMME_TENANT, &operator.to_string());
        let (session, token) = begun.map_err(PortalError::from)?;
        self.services.store.create_session(&session).await.map_err(PortalError::from)?;
        Ok(OperatorSignedIn { operator, token })
    }

    /// Whose address and password these are, if that operator has access. Costs the same whatever is wrong.
    pub async fn check_operator_password(&self, email: &str, password: &str) -> Result<Id, SignInError> {
        let (state, _) = self.operators().await?;
        let address = self.program.email().parse(email).ok();
        let found = address.and_then(|address| state.by_address(&address).map(|(id, _)| id));
        let matches = self.password_matches(found.map(|id| (PROGRAMME, id)), password).await?;
        match found.filter(|id| matches && state.active(*id).is_some()) {
            Some(operator) => Ok(operator),
            None => Err(SignInError::Rejected),
        }
    }
}

fn set_password(append: &mut Append, operator: Id, beside: &Beside) {
    let set = |password_hash| CredentialChange::Set { principal: operator.to_string(), password_hash };
    append.credentials.extend(beside.password_hash.clone().map(set));
}
