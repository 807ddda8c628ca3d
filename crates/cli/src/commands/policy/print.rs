//! `guildhall policy print`: a document as it is pasted into the cloud account's editor (LINK-8).

use clap::Args;
use guildhall_core::iam::{PARTNER_ACCOUNT_MANAGEMENT, PolicyKind};
use serde::Serialize;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Table;

/// Print a document, ready to be pasted into the cloud account's editor
#[derive(Debug, Args)]
pub(crate) struct Print {
    /// Its name
    #[arg(default_value = PARTNER_ACCOUNT_MANAGEMENT.name)]
    name: String,
}

#[derive(Serialize)]
struct Printed<'a> {
    name: &'a str,
    kind: PolicyKind,
    managed: bool,
    document: serde_json::Value,
}

impl Print {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Exit, Failure> {
        let document = super::document(&self.name)?;
        let json = serde_json::from_str(document.text).map_err(|e| Failure::internal(e.to_string()))?;
        let (name, kind, managed) = (document.name, document.kind, document.managed);
        let printed = Printed { name, kind, managed, document: json };
        let table = Table::new(&["name", "document"]).with([vec![name.to_owned(), printed.document.to_string()]]);
        context.out.answer(document.text, &table, &printed)?;
        context.out.note(&match (kind, managed) {
            (_, true) => format!("the vendor keeps {name}: attach it by its name"),
            (PolicyKind::Permissions, false) => {
                format!("save it as a policy of the name {name}, then attach it to the IAM user who links")
            }
            (PolicyKind::Trust, false) => "make it the custom trust policy of each IAM role to be mapped".to_owned(),
        });
        Ok(Exit::Done)
    }
}
