//! A message of the contact form for those who cannot sign in (SUPPORT-10): one document each, of no company. How often
//! somebody may write is limited by the adapter.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Message, Refusal};
use crate::Permission;
use crate::account::{Account, Faults};
use crate::identity::EmailAddress;
use crate::program::Program;
use crate::room::{Effect, Letter, Room};
use crate::setting::Setting;
use crate::text::{Field, Name};

/// What somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Their name.
    pub name: Name,
    /// The address for the answer. It is not proven: an answer tells nothing of any account.
    pub email: EmailAddress,
    /// Their company.
    pub company: Option<Name>,
    /// The subject.
    pub subject: Field,
    /// The message.
    pub text: Message,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Which operator.
    pub by: String,
    /// What.
    pub text: Message,
    /// When.
    pub at: DateTime<Utc>,
}

/// What can be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Hand the form in; nobody has to be signed in.
    Submit {
        /// The name.
        name: String,
        /// The address for the answer.
        email: String,
        /// The company.
        #[serde(default)]
        company: String,
        /// The subject.
        subject: String,
        /// The message.
        text: String,
        /// Whether the CAPTCHA was passed: a fact from the adapter.
        captcha: bool,
    },
    /// Answer by mail; operators only.
    Answer {
        /// What.
        text: String,
    },
    /// Close it; operators only.
    Close,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// The form was handed in.
    Submitted {
        /// What it says.
        question: Question,
        /// When.
        at: DateTime<Utc>,
    },
    /// An operator answered; the answer is mailed to the address of the form.
    Answered {
        /// The answer.
        answer: Answer,
    },
    /// An operator closed it.
    Closed {
        /// Which operator.
        by: String,
        /// When.
        at: DateTime<Utc>,
    },
}

/// The state of a message of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inquiry {
    question: Option<(Question, DateTime<Utc>)>,
    answers: Vec<Answer>,
    closed_at: Option<DateTime<Utc>>,
}

impl Inquiry {
    /// What was written; absent before it is handed in.
    #[must_use]
    pub fn question(&self) -> Option<&Question> {
        self.question.as_ref().map(|(question, _)| question)
    }

    /// The answers, oldest first.
    #[must_use]
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// When it was closed.
    #[must_use]
    pub fn closed_at(&self) -> Option<DateTime<Utc>> {
        self.closed_at
    }

    /// Since when it waits for an answer; `None` if it does not.
    #[must_use]
    pub fn waits_since(&self) -> Option<DateTime<Utc>> {
        let open = self.closed_at.is_none() && self.answers.is_empty();
        self.question.as_ref().map(|(_, at)| *at).filter(|_| open)
    }

    fn open(&self) -> Result<(), Refusal> {
        match (&self.question, self.closed_at) {
            (None, _) => Err(Refusal::CaseMissing),
            (Some(_), Some(_)) => Err(Refusal::CaseClosed),
            (Some(_), None) => Ok(()),
        }
    }
}

impl Room for Inquiry {
    type Command = Command;
    type Event = Event;
    type Refusal = Refusal;

    const KIND: &'static str = "inquiry";

    fn decide(&self, setting: &Setting<'_>, command: &Command) -> Result<Vec<Event>, Refusal> {
        let at = setting.moment.at;
        let event = match command {
            Command::Submit { name, email, company, subject, text, captcha } => {
                if self.question.is_some() {
                    return Err(Refusal::AlreadySubmitted);
                }
                let question = read(setting, [name, email, company, subject, text])?;
                if !captcha {
                    return Err(Refusal::CaptchaMissing);
                }
                Event::Submitted { question, at }
            }
            Command::Answer { text } => {
                let by = setting.operator()?.to_string();
                self.open()?;
                let mut faults = Faults::default();
                let text = Message::required(&mut faults, "text", text);
                let text = faults.whole(text)?;
                let most = setting.program.support().posts_most;
                if self.answers.len() >= most as usize {
                    return Err(Refusal::TooManyPosts { most });
                }
                Event::Answered { answer: Answer { by, text, at } }
            }
            Command::Close => {
                let by = setting.operator()?.to_string();
                self.open()?;
                Event::Closed { by, at }
            }
        };
        Ok([event].into())
    }

    fn permissions(&self, _: &Setting<'_>, command: &Command) -> Vec<Permission> {
        match command {
            Command::Submit { .. } | Command::Answer { .. } | Command::Close => Vec::new(),
        }
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Submitted { question, at } => self.question = Some((question.clone(), *at)),
            Event::Answered { answer } => self.answers.push(answer.clone()),
            Event::Closed { at, .. } => self.closed_at = Some(*at),
        }
    }

    fn effects(&self, _: &Program, _: &Account, event: &Event) -> Vec<Effect> {
        match (event, self.question()) {
            (Event::Answered { answer }, Some(question)) => {
                let letter = Letter::InquiryAnswered {
                    to: question.email.clone(),
                    name: question.name.to_string(),
                    subject: question.subject.to_string(),
                    text: answer.text.to_string(),
                };
                [Effect::Mail(letter)].into()
            }
            (Event::Answered { .. }, None) | (Event::Submitted { .. } | Event::Closed { .. }, _) => Vec::new(),
        }
    }

    fn event_name(event: &Event) -> &'static str {
        match event {
            Event::Submitted { .. } => "submitted",
            Event::Answered { .. } => "answered",
            Event::Closed { .. } => "closed",
        }
    }
}

fn read(setting: &Setting<'_>, [name, email, company, subject, text]: [&str; 5]) -> Result<Question, Refusal> {
    let mut faults = Faults::default();
    let name = faults.line("name", name);
    let email = match email.trim() {
        "" => {
            faults.push("email", "required");
            None
        }
        typed => setting.program.email().parse(typed).map_err(|fault| faults.push("email", fault.code())).ok(),
    };
    let company = faults.optional("company", company);
    let subject = faults.line("subject", subject);
    let text = Message::required(&mut faults, "text", text);
    let (((name, email), subject), text) = faults.whole(name.zip(email).zip(subject).zip(text))?;
    Ok(Question { name, email, company, subject, text })
}
