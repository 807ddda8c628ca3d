//! What went wrong, as it is told: one line with a stable code and a hint, or JSON.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::Path;

use guildhall_core::FieldFault;
use guildhall_core::account::Refusal;
use guildhall_core::explain::{By, Explanation, Missing};
use guildhall_core::pipeline::bulk::CellFault;
use guildhall_core::room::RoomRefusal;
use guildhall_core::setting::{Denied, Setting};
use serde::Serialize;

use crate::exit::{Exit, kind_name};
use crate::output::{Format, escape, styles};
use crate::words;

/// A failure of the program to do what was asked.
#[derive(Debug, Serialize)]
pub(crate) struct Failure {
    code: Cow<'static, str>,
    kind: &'static str,
    message: String,
    hint: Option<Cow<'static, str>>,
    faults: Vec<Fault>,
    /// What is missing, who can help, what to do next; of a refusal only.
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<Box<Explanation>>,
    /// What is yet to be explained, where the setting is known.
    #[serde(skip)]
    denied: Option<Box<Denied>>,
    #[serde(skip)]
    exit: Exit,
    #[serde(skip)]
    broken_pipe: bool,
}

/// One fault among several.
#[derive(Debug, Serialize)]
pub(crate) struct Fault {
    /// Where: a field of the form, a place in a file.
    pub(crate) field: String,
    /// The stable code.
    pub(crate) code: Cow<'static, str>,
    /// What is wrong.
    pub(crate) message: Cow<'static, str>,
    /// What to do.
    pub(crate) hint: Option<&'static str>,
}

impl Failure {
    fn new(exit: Exit, kind: &'static str, code: &'static str, message: impl Into<String>) -> Self {
        let message = message.into();
        Self {
            code: code.into(),
            kind,
            message,
            hint: None,
            faults: Vec::new(),
            explanation: None,
            denied: None,
            exit,
            broken_pipe: false,
        }
    }

    /// A fault of the program or the machine.
    pub(crate) fn internal(message: impl Into<String>) -> Self {
        Self::new(Exit::Internal, "internal", "internal", message)
    }

    /// Arguments that make no sense.
    pub(crate) fn usage(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, "usage", code, message)
    }

    /// Input that breaks a rule.
    pub(crate) fn invalid(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Exit::Refused, "invalid", code, message)
    }

    /// Something that does not exist.
    pub(crate) fn missing(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Exit::Missing, "missing", code, message)
    }

    /// Another state of things.
    pub(crate) fn conflict(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Exit::Conflict, "conflict", code, message)
    }

    /// A journal that cannot be used.
    pub(crate) fn journal(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Exit::Journal, "journal", code, message)
    }

    /// A journal that another process uses.
    pub(crate) fn busy(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Exit::Busy, "busy", code, message)
    }

    /// What a room refused to whoever asks in `setting`.
    pub(crate) fn refused(refusal: &impl RoomRefusal, setting: &Setting<'_>) -> Self {
        let kind = refusal.kind();
        let mut failure = Self::new(Exit::of(kind), kind_name(kind), refusal.code(), refusal.to_string());
        failure.hint = match refusal.denied() {
            Some(denied) => words::hint_of_denied(denied),
            None => words::hint_of_room(refusal.code()).map(Cow::Borrowed),
        };
        failure.faults = refusal.faults().iter().map(Fault::from).collect();
        failure.faults.extend(refusal.cells().iter().map(Fault::from));
        failure.explained(refusal.explain(setting))
    }

    /// With what to do about it.
    pub(crate) fn hint(mut self, hint: impl Into<Cow<'static, str>>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// With what is missing and who can help.
    pub(crate) fn explained(mut self, explanation: Explanation) -> Self {
        self.explanation = Some(Box::new(explanation));
        self
    }

    /// With what is missing and who can help, if it is that who asks in `setting` may not.
    pub(crate) fn explained_in(mut self, setting: &Setting<'_>) -> Self {
        match self.denied.take() {
            Some(denied) => self.explained(denied.explain(setting)),
            None => self,
        }
    }

    /// Whether another process has the journal.
    pub(crate) fn is_busy(&self) -> bool {
        self.exit == Exit::Busy
    }

    /// The stable code.
    pub(crate) fn code(&self) -> &str {
        &self.code
    }

    /// What is wrong.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    /// With its single faults.
    pub(crate) fn faults(mut self, faults: Vec<Fault>) -> Self {
        self.faults = faults;
        self
    }

    /// With the file that it is about.
    pub(crate) fn at_path(mut self, path: &Path) -> Self {
        self.message = format!("{}: {}", path.display(), self.message);
        self
    }

    /// Whether whoever read the output is gone.
    pub(crate) fn is_broken_pipe(&self) -> bool {
        self.broken_pipe
    }

    /// Tells it on stderr; there is nowhere to tell it if that fails.
    pub(crate) fn report(&self, format: Format) -> Exit {
        let _ = self.write(&mut anstream::stderr(), format);
        self.exit
    }

    fn write(&self, to: &mut impl Write, format: Format) -> io::Result<()> {
        if format == Format::Json {
            #[derive(Serialize)]
            struct Envelope<'a> {
                error: &'a Failure,
            }
            let json = serde_json::to_string(&Envelope { error: self }).map_err(io::Error::other)?;
            return writeln!(to, "{json}");
        }
        let (error, hint) = (styles::ERROR, styles::HINT);
        writeln!(to, "{error}error:{error:#} {} [{}]", escape(&self.message), self.code)?;
        write!(to, "{}", self.reasons())?;
        if let Some(text) = &self.hint {
            writeln!(to, "{hint}hint:{hint:#} {}", escape(text))?;
        }
        to.flush()
    }
}

impl Failure {
    /// The single faults and what leads on, a line each below the message. What people can do by themselves is the hint's.
    fn reasons(&self) -> String {
        let mut text = String::new();
        for fault in &self.faults {
            let advice = fault.hint.map(|h| format!("; {h}")).unwrap_or_default();
            let (field, message) = (escape(&fault.field), escape(&fault.message));
            let _ = writeln!(text, "  {field}: {message}{advice} [{}]", fault.code);
        }
        let Some(explanation) = &self.explanation else { return text };
        let others = explanation.steps.iter().filter(|step| step.by != By::You);
        let lines: Vec<String> = others.map(|step| escape(&step.to_string())).collect();
        if !lines.is_empty() {
            let told = |missing: &&Missing| !matches!(missing, Missing::Fields { .. });
            for missing in explanation.missing.iter().filter(told) {
                let _ = writeln!(text, "  missing: {}", escape(&missing.to_string()));
            }
        }
        for line in lines {
            let _ = writeln!(text, "  - {line}");
        }
        text
    }

    /// The message with what stands below it, for a report that goes on.
    pub(crate) fn told(&self) -> String {
        let hint = self.hint.as_ref().map(|h| format!("  hint: {}\n", escape(h))).unwrap_or_default();
        format!("  {} [{}]\n{}{hint}", escape(&self.message), self.code, self.reasons())
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let kind = refusal.kind();
        let mut failure = Self::new(Exit::of(kind), kind_name(kind), refusal.code(), refusal.to_string());
        failure.hint = words::hint_of(&refusal);
        if let Refusal::InvalidInput { faults } = &refusal {
            failure.faults = faults.iter().map(Fault::from).collect();
        }
        failure
    }
}

impl From<Denied> for Failure {
    fn from(denied: Denied) -> Self {
        let kind = denied.kind();
        let mut failure = Self::new(Exit::of(kind), kind_name(kind), denied.code(), denied.to_string());
        failure.hint = words::hint_of_denied(&denied);
        failure.denied = Some(Box::new(denied));
        failure
    }
}

impl From<&FieldFault> for Fault {
    fn from(fault: &FieldFault) -> Self {
        // One code has two meanings: an address that is missing, and a file of no bytes.
        let of_file = fault.code == "empty" && fault.field.ends_with(".bytes");
        let (message, hint) = words::of_fault(if of_file { "empty_file" } else { &fault.code });
        Self { field: fault.field.clone(), code: fault.code.clone().into(), message, hint }
    }
}

impl From<&CellFault> for Fault {
    fn from(fault: &CellFault) -> Self {
        let (message, hint) = words::of_fault(&fault.code);
        let mut field = format!("line {}", fault.line);
        if let Some(column) = fault.column {
            let _ = write!(field, ", column {column}");
        }
        if !fault.field.is_empty() {
            let _ = write!(field, ", {}", fault.field);
        }
        Self { field, code: fault.code.clone().into(), message, hint }
    }
}

impl From<io::Error> for Failure {
    /// Of writing to the standard streams, or reading from them.
    fn from(error: io::Error) -> Self {
        let broken_pipe = error.kind() == io::ErrorKind::BrokenPipe;
        let mut failure = Self::internal(format!("input or output failed: {error}"));
        failure.broken_pipe = broken_pipe;
        failure
    }
}
