//! Two doors to the same rules, the JSON API and the command line, with the same few things to ask of each.

use std::path::PathBuf;
use std::process::Command as Process;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use guildhall_core::Id;
use guildhall_core::account::{
    Account, Actor, Command, CompanyInput, ContactInput, CustomerInput, Join, Proof, RegisterCompany,
};
use guildhall_http::app::App;
use guildhall_http::launch;
use guildhall_http::portal::{Extras, Origin};
use guildhall_http::secrets::Token;
use guildhall_http::store::{Document, PersonalToken};
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt;

use crate::portal::Failure;

/// Something that a member does.
#[derive(Clone, Copy, Debug)]
pub enum Deed {
    /// Invites an address with roles.
    Invite(&'static str, &'static [&'static str]),
    /// Gives a role to a member.
    Assign(&'static str, &'static str),
    /// Takes a role from a member.
    Unassign(&'static str, &'static str),
    /// Moves the lead, with this word typed.
    HandOver(&'static str, &'static str),
    /// Hands over the cloud administrator's role.
    HandOverCloudAdmin(&'static str),
    /// Removes a member, with this word typed.
    Remove(&'static str, &'static str),
    /// Deactivates a member.
    Deactivate(&'static str),
    /// Adds a domain.
    AddDomain(&'static str),
    /// Takes up a recommended task, by its template.
    TakeUpTask(&'static str),
    /// Completes the first of the tasks that they see with one answer of its form.
    CompleteTask(&'static str, &'static str),
    /// Creates an opportunity with this title.
    CreateOpportunity(&'static str),
    /// Transfers the company's only opportunity to a member.
    TransferOpportunity(&'static str),
}

/// A way into an account.
pub trait Door {
    /// Registers a person of the company.
    fn join(&mut self, email: &str) -> impl Future<Output = Result<(), Failure>>;
    /// Does something as somebody; answers `done` or the refusal's code.
    fn act(&mut self, who: &str, deed: Deed) -> impl Future<Output = Result<String, Failure>>;
    /// Everything that is kept of the company, to see whether it changed.
    fn kept(&mut self) -> impl Future<Output = Result<String, Failure>>;
    /// The names of the menu items that somebody opens.
    fn menu(&mut self, who: &str) -> impl Future<Output = Result<Vec<String>, Failure>>;
}

/// The JSON API, without a socket.
pub struct Api {
    app: App,
    router: axum::Router,
    tenant: Id,
}

fn customer() -> CustomerInput {
    CustomerInput { job_title: "Staff".into(), department: String::new() }
}

fn contact() -> ContactInput {
    ContactInput { phone: "+49 30 555".into(), country: "Germany".into(), city: String::new() }
}

impl Api {
    /// The API of a new portal in which a company is registered.
    pub async fn open(app: App, lead: &str) -> Result<Self, Failure> {
        let form = RegisterCompany {
            name: "Ana".into(),
            email: lead.into(),
            accepts_lead: true,
            accepts_terms: true,
            customer: customer(),
            contact: contact(),
            company: CompanyInput { name: "Acme".into(), country: "Germany".into(), ..CompanyInput::default() },
            offering: "software_products".into(),
            proof: Proof::COMPLETE,
            domain_owner: None,
        };
        let command = Command::RegisterCompany(form);
        let done = app.portal.run(&origin(), None, &Actor::Visitor, command, Extras::default()).await?;
        Ok(Self { router: launch::routes(app.clone()), app, tenant: done.tenant })
    }

    async fn account(&self) -> Result<std::sync::Arc<Account>, Failure> {
        Ok(self.app.portal.load(self.tenant).await?.ok_or("the company is gone")?.account)
    }

    async fn documents(&self, kind: &str) -> Result<Vec<Document>, Failure> {
        Ok(self.app.services.store.documents(&self.tenant.to_string(), kind, "", 10).await?)
    }

    async fn id(&self, email: &str) -> Result<Id, Failure> {
        let account = self.account().await?;
        let address = self.app.portal.program().email().parse(email)?;
        Ok(account.member_by_address(&address).ok_or_else(|| format!("nobody has {email}"))?.0)
    }

    /// Sends a request as somebody, with a fresh personal token.
    async fn send(&self, who: &str, method: &str, path: &str, body: Option<Value>) -> Result<(u16, Value), Failure> {
        let token = Token::random()?;
        let row = PersonalToken {
            token_hash: token.hash(),
            tenant: self.tenant.to_string(),
            principal: self.id(who).await?.to_string(),
            name: "test".into(),
            created_at: 0,
            expires_at: i64::MAX,
            last_used_at: None,
        };
        self.app.services.store.create_token(&row).await?;
        let host = self.app.services.settings.public_url.authority();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", host)
            .header("authorization", format!("Bearer {}", token.expose()))
            .header("content-type", "application/json")
            .body(body.map_or_else(Body::empty, |b| Body::from(b.to_string())))?;
        let response = self.router.clone().oneshot(request).await?;
        let status = response.status().as_u16();
        let bytes = to_bytes(response.into_body(), 1 << 20).await?;
        Ok((status, serde_json::from_slice(&bytes).unwrap_or(Value::Null)))
    }
}

fn origin() -> Origin {
    Origin { source: "test".into(), request: "test".into() }
}

/// The outcome in one word: of an update of one role, of a list of faults, of a refusal.
fn outcome(body: &Value) -> String {
    let text = |value: &Value| value.as_str().map(ToOwned::to_owned);
    let changed = body.get("changes").and_then(|c| c.get(0));
    let fault = body.get("faults").and_then(|f| f.get(0)).and_then(|f| f.get("code")).and_then(text);
    changed
        .and_then(|c| c.get("outcome").or_else(|| c.get("code")))
        .and_then(text)
        .or(fault)
        .or_else(|| body.get("code").and_then(text))
        .unwrap_or_else(|| "done".into())
}

fn list(value: &Value, field: &str) -> Vec<Value> {
    value.get(field).and_then(Value::as_array).cloned().unwrap_or_default()
}

/// The id of the first task of a list.
fn first_task(listed: &Value) -> Result<String, Failure> {
    let task =
        list(listed, "tasks").first().and_then(|row| row.get("task").and_then(Value::as_str).map(ToOwned::to_owned));
    Ok(task.ok_or_else(|| format!("no task: {listed}"))?)
}

fn id_of(item: &Value) -> Option<String> {
    item.get("id").and_then(Value::as_str).map(ToOwned::to_owned)
}

impl Door for Api {
    async fn join(&mut self, email: &str) -> Result<(), Failure> {
        let form = Join {
            invitation: None,
            name: "Bo".into(),
            email: email.into(),
            customer: customer(),
            contact: contact(),
            proof: Proof::COMPLETE,
        };
        let (tenant, command) = (Some(self.tenant), Command::Join(form));
        self.app.portal.run(&origin(), tenant, &Actor::Visitor, command, Extras::default()).await?;
        Ok(())
    }

    async fn act(&mut self, who: &str, deed: Deed) -> Result<String, Failure> {
        let (method, path, body) = match deed {
            Deed::Invite(email, roles) => {
                ("POST", "/api/v1/invitations".into(), json!({ "rows": [{ "email": email, "roles": roles }] }))
            }
            Deed::Assign(email, role) => {
                let row = json!({ "person": self.id(email).await?, "assign": [role] });
                ("POST", "/api/v1/role-updates".into(), json!({ "rows": [row] }))
            }
            Deed::Unassign(email, role) => {
                let row = json!({ "person": self.id(email).await?, "unassign": [role] });
                ("POST", "/api/v1/role-updates".into(), json!({ "rows": [row] }))
            }
            Deed::HandOver(email, typed) => {
                ("PUT", "/api/v1/lead".into(), json!({ "to": self.id(email).await?, "confirm": typed }))
            }
            Deed::HandOverCloudAdmin(email) => {
                ("POST", "/api/v1/cloud-admin/hand-over".into(), json!({ "to": self.id(email).await? }))
            }
            Deed::Remove(email, typed) => {
                ("POST", format!("/api/v1/people/{}/removal", self.id(email).await?), json!({ "confirm": typed }))
            }
            Deed::Deactivate(email) => {
                ("POST", format!("/api/v1/people/{}/deactivation", self.id(email).await?), json!({}))
            }
            Deed::AddDomain(domain) => ("POST", "/api/v1/domains".into(), json!({ "domain": domain })),
            Deed::TakeUpTask(template) => ("POST", "/api/v1/tasks".into(), json!({ "template": template })),
            Deed::CompleteTask(field, answer) => {
                let task = first_task(&self.send(who, "GET", "/api/v1/tasks", None).await?.1)?;
                ("POST", format!("/api/v1/tasks/{task}/form"), json!({ "answers": { field: answer } }))
            }
            Deed::CreateOpportunity(title) => (
                "POST",
                "/api/v1/opportunities".into(),
                json!({ "project": { "title": title }, "customer": { "account": { "company_name": "Quay" } } }),
            ),
            Deed::TransferOpportunity(email) => {
                let found = self.documents("opportunity").await?;
                let opportunity = &found.first().ok_or("no opportunity")?.id;
                let path = format!("/api/v1/opportunities/{opportunity}/transfer");
                ("POST", path, json!({ "to": self.id(email).await? }))
            }
        };
        Ok(outcome(&self.send(who, method, &path, Some(body)).await?.1))
    }

    async fn kept(&mut self) -> Result<String, Failure> {
        let (store, tenant) = (&self.app.services.store, self.tenant.to_string());
        let mut documents = Vec::new();
        for kind in ["account", "tasks", "profile", "opportunity"] {
            documents.extend(self.documents(kind).await?);
        }
        let (events, mails) = (store.events(&tenant, 0, 1000).await?, store.outbox(1000).await?.len());
        Ok(format!("{documents:?}\n{events:?}\n{mails} mails"))
    }

    async fn menu(&mut self, who: &str) -> Result<Vec<String>, Failure> {
        let (_, access) = self.send(who, "GET", "/api/v1/access", None).await?;
        let items = list(&access, "menu").into_iter().flat_map(|section| list(&section, "items"));
        Ok(items.filter_map(|item| id_of(&item)).collect())
    }
}

/// The journal's file.
const JOURNAL: &str = "journal.jsonl";

/// The command line on a journal.
pub struct CommandLine {
    program: PathBuf,
    folder: TempDir,
}

impl CommandLine {
    /// The command line on a new journal in which a company is registered.
    pub fn open(program: impl Into<PathBuf>, lead: &str) -> Result<Self, Failure> {
        let door = Self { program: program.into(), folder: tempfile::tempdir()? };
        let (_, said) = door.run(&[
            "register",
            "--name",
            "Ana",
            "--email",
            lead,
            "--accept-lead",
            "--accept-terms",
            "--job-title",
            "Staff",
            "--phone",
            "+49 30 555",
            "--country",
            "Germany",
            "--company-name",
            "Acme",
            "--company-country",
            "Germany",
            "--offering",
            "software_products",
        ])?;
        if said.get("tenant").is_some() { Ok(door) } else { Err(format!("no company: {said}").into()) }
    }

    /// The id of the first opportunity of the journal.
    fn opportunity(&self) -> Result<String, Failure> {
        let journal = std::fs::read_to_string(self.folder.path().join(JOURNAL))?;
        for line in journal.lines() {
            let record: Value = serde_json::from_str(line)?;
            let place = record.get("place").cloned().unwrap_or_default();
            if let (Some("opportunity"), Some(id)) = (place.get("kind").and_then(Value::as_str), id_of(&place)) {
                return Ok(id);
            }
        }
        Err("no opportunity".into())
    }

    fn run(&self, arguments: &[&str]) -> Result<(i32, Value), Failure> {
        let output = Process::new(&self.program)
            .env("GUILDHALL_JOURNAL", self.folder.path().join(JOURNAL))
            .args(["--output", "json"])
            .args(arguments)
            .output()?;
        let said = if output.stdout.is_empty() { &output.stderr } else { &output.stdout };
        let value: Value = serde_json::from_slice(said)?;
        Ok((output.status.code().unwrap_or(-1), value.get("error").cloned().unwrap_or(value)))
    }
}

impl Door for CommandLine {
    async fn join(&mut self, email: &str) -> Result<(), Failure> {
        let person = ["join", "--name", "Bo", "--email", email, "--job-title", "Staff", "--phone", "+49 30 555"];
        let (code, said) = self.run(&[person.as_slice(), &["--country", "Germany"]].concat())?;
        if code == 0 { Ok(()) } else { Err(format!("not joined: {said}").into()) }
    }

    async fn act(&mut self, who: &str, deed: Deed) -> Result<String, Failure> {
        let row = |email: &str, roles: &str| format!("{email}={roles}");
        let arguments: Vec<String> = match deed {
            Deed::Invite(email, roles) => vec!["invite".into(), "--to".into(), row(email, &roles.join(","))],
            Deed::Assign(email, role) => vec!["roles".into(), "--assign".into(), row(email, role)],
            Deed::Unassign(email, role) => vec!["roles".into(), "--unassign".into(), row(email, role)],
            Deed::HandOver(email, typed) => ["hand-over", email, "--confirm", typed].map(Into::into).into(),
            Deed::HandOverCloudAdmin(email) => ["hand-over-cloud-admin", email].map(Into::into).into(),
            Deed::Remove(email, typed) => ["remove", email, "--confirm", typed].map(Into::into).into(),
            Deed::Deactivate(email) => ["deactivate", email].map(Into::into).into(),
            Deed::AddDomain(domain) => ["domain", "add", domain].map(Into::into).into(),
            Deed::TakeUpTask(template) => ["tasks", "create", template].map(Into::into).into(),
            Deed::CompleteTask(field, answer) => {
                let task = first_task(&self.run(&["tasks", "list", "--as", who])?.1)?;
                ["tasks", "complete", task.as_str(), "--answer", row(field, answer).as_str()].map(Into::into).into()
            }
            Deed::CreateOpportunity(title) => [
                "opportunities",
                "create",
                "--set",
                row("project.title", title).as_str(),
                "--set",
                "customer.account.company_name=Quay",
            ]
            .map(Into::into)
            .into(),
            Deed::TransferOpportunity(email) => {
                let opportunity = self.opportunity()?;
                ["opportunities", "transfer", opportunity.as_str(), "--to", email].map(Into::into).into()
            }
        };
        let arguments: Vec<&str> = ["--as", who].into_iter().chain(arguments.iter().map(String::as_str)).collect();
        let (code, said) = self.run(&arguments)?;
        let said = outcome(&said);
        // What was done must also have ended with 0, and what was refused must not.
        if (code == 0) == (said == "done") { Ok(said) } else { Err(format!("{deed:?}: exit {code}, {said}").into()) }
    }

    async fn kept(&mut self) -> Result<String, Failure> {
        Ok(std::fs::read_to_string(self.folder.path().join(JOURNAL))?)
    }

    async fn menu(&mut self, who: &str) -> Result<Vec<String>, Failure> {
        let (_, items) = self.run(&["menu", "--for", who])?;
        Ok(items.as_array().into_iter().flatten().filter_map(id_of).collect())
    }
}
