//! The companies of the programme, for its operators.

use data_encoding::BASE64URL_NOPAD;
use guildhall_core::text::folded;

use super::{Loaded, Portal, PortalError};
use crate::store::CompanyFilter;

/// Which companies are asked for.
#[derive(Debug, Clone, Default)]
pub struct CompaniesAsked<'a> {
    /// Words that stand in the name or a domain.
    pub text: &'a str,
    /// The id of a path; empty for any.
    pub path: &'a str,
    /// The id of a stage; empty for any.
    pub stage: &'a str,
    /// Where to go on; empty from the start.
    pub cursor: &'a str,
    /// How many at most.
    pub limit: u32,
}

/// Companies, by name.
#[derive(Debug)]
pub struct CompanyPage {
    /// The companies.
    pub companies: Vec<Loaded>,
    /// Where to go on; `None` on the last page.
    pub next: Option<String>,
}

impl Portal {
    /// Companies by name; `None` where the cursor is none of ours.
    pub async fn list_companies(&self, asked: &CompaniesAsked<'_>) -> Result<Option<CompanyPage>, PortalError> {
        let Some((name_key, tenant)) = place(asked.cursor) else { return Ok(None) };
        let filter = CompanyFilter {
            words: folded(asked.text).split_whitespace().map(str::to_owned).collect(),
            path: asked.path.to_owned(),
            stage: asked.stage.to_owned(),
        };
        let after = (name_key.as_str(), tenant.as_str());
        // One more tells whether there is a next page.
        let mut rows = self.services.store.companies(&filter, after, asked.limit.saturating_add(1)).await?;
        let more = rows.len() > asked.limit as usize;
        rows.truncate(asked.limit as usize);
        let mut companies = Vec::with_capacity(rows.len());
        for row in &rows {
            let Ok(tenant) = row.tenant.parse() else { continue };
            companies.extend(self.load(tenant).await?);
        }
        let next = rows.last().filter(|_| more).map(|row| cursor(&row.name_key, &row.tenant));
        Ok(Some(CompanyPage { companies, next }))
    }
}

fn cursor(name_key: &str, tenant: &str) -> String {
    BASE64URL_NOPAD.encode(format!("{tenant}\n{name_key}").as_bytes())
}

/// The name's key and the tenant where a cursor goes on.
fn place(cursor: &str) -> Option<(String, String)> {
    if cursor.is_empty() {
        return Some((String::new(), String::new()));
    }
    let text = String::from_utf8(BASE64URL_NOPAD.decode(cursor.as_bytes()).ok()?).ok()?;
    let (tenant, name_key) = text.split_once('\n')?;
    Some((name_key.to_owned(), tenant.to_owned()))
}
