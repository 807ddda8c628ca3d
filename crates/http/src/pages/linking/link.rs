//! Link Account, step by step: what is needed, the account, who signed in there, and the consent (LINK-7..15); and undoing
//! the link. Nothing changes before the last step; what was answered goes from step to step in the form.

use askama::Template;
use guildhall_core::FieldFault;
use guildhall_core::iam::{AccountId, PARTNER_ACCOUNT_MANAGEMENT, PARTNER_CENTRAL_TRUST};
use guildhall_core::linking::{self, Command, IdentityInput, PolicyInput, Refusal, check_identity, overview};
use serde::Deserialize;

use super::check::Check;
use super::{PAGE, Person, done, person, refusal_words};
use crate::pages::form::{Choice, Fact, Fault, Field, FormPage, StepMark};
use crate::pages::locale::Words;
use crate::pages::view::{Answer, Page};
use crate::pages::visit::{Nothing, Posted, Signed, Visit};
use crate::pages::words;
use axum::http::{HeaderMap, StatusCode, header};
use guildhall_core::room::RoomRefusal as _;

const LINK: &str = "/company/marketplace/link";
/// The steps, as the words call them.
const STEPS: [&str; 4] = ["link-step-prepare", "link-step-account", "link-step-identity", "link-step-allow"];
/// The longest policy that a field takes.
const POLICY_MOST: u32 = 16_384;

#[derive(Debug, Template)]
#[template(path = "linking/prepare.html")]
struct PreparePage {
    page: Page,
    steps: Vec<StepMark>,
    policy: &'static str,
    policy_name: &'static str,
    trust: &'static str,
    trust_name: &'static str,
}

#[derive(Debug, Template)]
#[template(path = "linking/allow.html")]
struct AllowPage {
    page: Page,
    steps: Vec<StepMark>,
    facts: Vec<Fact>,
    check: Check,
    hidden: Vec<Field>,
    faults: Vec<Fault>,
}

/// The answers so far.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Answers {
    step: String,
    sign_in: String,
    account_id: String,
    #[serde(rename = "identity.arn")]
    arn: String,
    #[serde(rename = "identity.principal_id")]
    principal_id: String,
    #[serde(rename = "identity.access_key_id")]
    access_key_id: String,
    /// Whether the user carries the policy that was offered, as it is.
    offered: String,
    #[serde(rename = "identity.policies")]
    own: String,
}

impl Answers {
    fn identity(&self, agent: &str) -> IdentityInput {
        let policy = PARTNER_ACCOUNT_MANAGEMENT;
        let offered = PolicyInput { name: policy.name.into(), document: Some(policy.text.into()) };
        let own = PolicyInput { name: "Own".into(), document: Some(self.own.clone()) };
        let mut policies = Vec::new();
        policies.extend((self.offered == "yes").then_some(offered));
        policies.extend((!self.own.trim().is_empty()).then_some(own));
        IdentityInput {
            arn: self.arn.clone(),
            principal_id: self.principal_id.clone(),
            access_key_id: self.access_key_id.clone(),
            user_agent: agent.chars().take(500).collect(),
            policies,
        }
    }

    /// What was answered, to be sent with the next step.
    fn hidden(&self, step: &str) -> Vec<Field> {
        let mut fields = vec![Field::hidden("step", step)];
        for (name, value) in [
            ("sign_in", &self.sign_in),
            ("account_id", &self.account_id),
            ("identity.arn", &self.arn),
            ("identity.principal_id", &self.principal_id),
            ("identity.access_key_id", &self.access_key_id),
            ("offered", &self.offered),
            ("identity.policies", &self.own),
        ] {
            fields.push(Field::hidden(name, value.as_str()));
        }
        fields
    }
}

fn steps(w: Words, current: usize) -> Vec<StepMark> {
    let mark =
        |(n, key): (usize, &&str)| StepMark { title: w.t(key).into_owned(), current: n == current, done: n < current };
    STEPS.iter().enumerate().map(mark).collect()
}

/// `GET /company/marketplace/link`: what has to be done in the cloud account first, with the policies to copy.
pub(super) async fn prepare(visit: Visit) -> Answer {
    let me = visit.linking()?;
    let w = visit.w;
    if visit.room::<linking::State>(me).await?.link().is_some() {
        return Ok(visit.go_saying(PAGE, &w.t("link-already")));
    }
    Ok(visit.html(&PreparePage {
        page: visit.page(w.t("marketplace-link")),
        steps: steps(w, 0),
        policy: PARTNER_ACCOUNT_MANAGEMENT.text,
        policy_name: PARTNER_ACCOUNT_MANAGEMENT.name,
        trust: PARTNER_CENTRAL_TRUST.text,
        trust_name: PARTNER_CENTRAL_TRUST.name,
    }))
}

/// `POST /company/marketplace/link`: the next step.
pub(super) async fn step(headers: HeaderMap, Posted { visit, form }: Posted<Answers>) -> Answer {
    let me = visit.linking()?;
    let w = visit.w;
    match form.step.as_str() {
        "account" => Ok(visit.html(&account_form(&visit, &form))),
        "identity" => {
            let faults = account_faults(&form);
            if faults.is_empty() {
                return Ok(visit.html(&identity_form(&visit, &form)));
            }
            let page = account_form(&visit, &form).with_faults(&faults);
            Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        "allow" => ask_consent(&visit, me, &form, &agent(&headers), None),
        "link" => {
            let identity = form.identity(&agent(&headers));
            let command = Command::Link { account_id: form.account_id.clone(), allow: true, identity };
            match visit.run_linking(me, &command).await? {
                Ok(()) => Ok(visit.go_saying(PAGE, &w.t("link-done"))),
                Err(refusal) => refused(&visit, me, &form, &agent(&headers), &refusal),
            }
        }
        _ => Err(visit.with_status(StatusCode::BAD_REQUEST)),
    }
}

fn agent(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).map(str::trim);
    agent.filter(|agent| !agent.is_empty()).unwrap_or("unknown").to_owned()
}

fn account_faults(form: &Answers) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    if !linking::SIGN_IN_KINDS.contains(&form.sign_in.as_str()) {
        faults.push(FieldFault::new("sign_in", if form.sign_in.is_empty() { "required" } else { "unknown" }));
    }
    if let Err(fault) = AccountId::parse(&form.account_id) {
        faults.push(FieldFault::new("account_id", fault.code()));
    }
    faults
}

/// The kind of sign-in, and the account (LINK-11, LINK-12).
fn account_form(visit: &Visit, form: &Answers) -> FormPage {
    let w = visit.w;
    let kind = |kind: &&str| Choice {
        value: (*kind).to_owned(),
        label: w.t(&format!("link-sign-in-{}", kind.replace('_', "-"))).into_owned(),
        hint: w.t("link-sign-in-hint").into_owned(),
        chosen: form.sign_in == **kind,
    };
    let mut page = FormPage::new(visit.page(w.t("marketplace-link")), LINK, w.t("next"))
        .intro(w.t("link-account-text"))
        .fields(vec![
            Field::hidden("step", "identity"),
            Field::new("radio", "sign_in", w.t("link-sign-in"))
                .choices(linking::SIGN_IN_KINDS.iter().map(kind).collect()),
            Field::new("text", "account_id", w.t("marketplace-account"))
                .value(&form.account_id)
                .hint(w.t("link-account-hint"))
                .most(20),
        ])
        .link(PAGE, w.t("cancel"));
    page.steps = steps(w, 1);
    page
}

/// Who signed in at the marketplace, and with which policies (LINK-7).
fn identity_form(visit: &Visit, form: &Answers) -> FormPage {
    let w = visit.w;
    let first = form.arn.is_empty();
    let name = PARTNER_ACCOUNT_MANAGEMENT.name;
    let mut page = FormPage::new(visit.page(w.t("marketplace-link")), LINK, w.t("next"))
        .intro(w.t("link-identity-text"))
        .fact(w.t("marketplace-account"), form.account_id.as_str())
        .fields(vec![
            Field::hidden("step", "allow"),
            Field::hidden("sign_in", form.sign_in.as_str()),
            Field::hidden("account_id", form.account_id.as_str()),
            Field::new("text", "identity.arn", w.t("link-arn"))
                .value(&form.arn)
                .hint(w.t1("link-arn-hint", "account", form.account_id.as_str()))
                .most(2048),
            Field::new("text", "identity.principal_id", w.t("link-principal")).value(&form.principal_id),
            Field::new("text", "identity.access_key_id", w.t("link-key"))
                .value(&form.access_key_id)
                .hint(w.t("link-key-hint")),
        ])
        .group(
            w.t("link-policies"),
            vec![
                {
                    let mut offered = Field::new("check", "offered", w.t1("link-offered", "name", name))
                        .checked(first || form.offered == "yes");
                    offered.required = false;
                    offered
                },
                Field::new("area", "identity.policies", w.t("link-own-policy"))
                    .value(&form.own)
                    .hint(w.t("link-own-policy-hint"))
                    .optional(w)
                    .most(POLICY_MOST),
            ],
        )
        .link(PAGE, w.t("cancel"));
    page.steps = steps(w, 2);
    page
}

/// The consent, with what the policies say and what will happen (LINK-13).
fn ask_consent(visit: &Visit, me: &Signed, form: &Answers, agent: &str, refusal: Option<&Refusal>) -> Answer {
    let w = visit.w;
    let identity = form.identity(agent);
    let mut missing: Vec<FieldFault> = account_faults(form);
    for (field, text) in [
        ("identity.arn", &form.arn),
        ("identity.principal_id", &form.principal_id),
        ("identity.access_key_id", &form.access_key_id),
    ] {
        if text.trim().is_empty() {
            missing.push(FieldFault::new(field, "required"));
        }
    }
    let reading = visit.reading(me)?;
    let check = match check_identity(&reading.setting(), &identity) {
        Ok(check) if missing.is_empty() => check,
        Ok(_) => return Ok(faulty(visit, form, &missing)),
        Err(Refusal::InvalidInput { faults }) => {
            missing.extend(faults.iter().map(|fault| own_policy(&fault.code)));
            return Ok(faulty(visit, form, &missing));
        }
        Err(other) => return Ok(super::refused(visit, identity_form(visit, form), &other)),
    };
    let fact = |key: &str, text: &str| Fact { term: w.t(key).into_owned(), text: text.to_owned() };
    let model = AllowPage {
        page: visit.page(w.t("marketplace-link")),
        steps: steps(w, 3),
        facts: vec![
            fact("link-company", me.account.company_name()),
            fact("marketplace-account", form.account_id.trim()),
            fact("link-arn", form.arn.trim()),
        ],
        check: Check::new(w, &check),
        hidden: form.hidden("link"),
        faults: refusal
            .map(|refusal| Fault { href: "#main".into(), text: refusal_words(w, refusal) })
            .into_iter()
            .collect(),
    };
    let status = refusal.map_or(StatusCode::OK, |refusal| words::status(refusal.kind()));
    Ok(visit.html_with(status, &model))
}

/// A fault of the user's own policy, as that is the only one that is typed.
fn own_policy(code: &str) -> FieldFault {
    FieldFault::new("identity.policies", code)
}

fn faulty(visit: &Visit, form: &Answers, faults: &[FieldFault]) -> axum::response::Response {
    let page = identity_form(visit, form).with_faults(faults);
    visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Back to the step that can be put right, with its faults; or to the consent, which says why not.
fn refused(visit: &Visit, me: &Signed, form: &Answers, agent: &str, refusal: &Refusal) -> Answer {
    match refusal {
        Refusal::Denied(denied) => Ok(visit.denied(denied)),
        Refusal::InvalidInput { faults } => {
            let place = |fault: &FieldFault| match fault.field.strip_prefix("identity.policies") {
                Some(_) => own_policy(&fault.code),
                None => fault.clone(),
            };
            let faults: Vec<FieldFault> = faults.iter().map(place).collect();
            Ok(faulty(visit, form, &faults))
        }
        Refusal::RootIdentity | Refusal::NotAnIamUser | Refusal::IdentityElsewhere => {
            Ok(super::refused(visit, identity_form(visit, form), refusal))
        }
        other @ Refusal::NotLinked
        | other @ Refusal::AlreadyLinked { .. }
        | other @ Refusal::LinkNotPermitted { .. }
        | other @ Refusal::NotAllowed
        | other @ Refusal::QuotaFull
        | other @ Refusal::RoleMissing
        | other @ Refusal::RoleElsewhere
        | other @ Refusal::RolePrefix { .. }
        | other @ Refusal::RoleNotTrusted { .. }
        | other @ Refusal::CloudAdminRoleOnly
        | other @ Refusal::RoleOfCloudAdmins
        | other @ Refusal::RoleInUse
        | other @ Refusal::MemberMissing
        | other @ Refusal::TargetNotActive
        | other @ Refusal::AlreadyMapped { .. }
        | other @ Refusal::NotMapped
        | other @ Refusal::ListsMixed
        | other @ Refusal::TooManyUsers { .. }
        | other @ Refusal::TooManyRoles { .. }
        | other @ Refusal::OfferActionsMissing { .. }
        | other @ Refusal::CallNotPermitted { .. } => ask_consent(visit, me, form, agent, Some(other)),
    }
}

fn unlink_form(visit: &Visit, account: &str, mapped: &[Person], crm: bool) -> FormPage {
    let w = visit.w;
    let mut page = FormPage::new(visit.page(w.t("unlink-title")), "/company/marketplace/unlink", w.t("unlink-button"))
        .intro(w.t("unlink-text"))
        .fact(w.t("marketplace-account"), account)
        .danger()
        .link(PAGE, w.t("cancel"));
    page = page.fact(
        w.t1("unlink-people", "count", u32::try_from(mapped.len()).unwrap_or(u32::MAX)),
        mapped.iter().map(Person::described).collect::<Vec<_>>().join(", "),
    );
    if crm {
        page = page.fact(w.t("crm-title"), w.t("unlink-crm"));
    }
    page
}

async fn unlink_page(visit: &Visit, me: &Signed) -> Result<Option<FormPage>, crate::pages::view::Stop> {
    let state = visit.room::<linking::State>(me).await?;
    let reading = visit.reading(me)?;
    let all = overview(&reading.setting(), &state).map_err(|denied| visit.denied(&denied))?;
    let Some(link) = all.link else { return Ok(None) };
    let people: Vec<Person> = all.mappings.iter().map(|mapping| person(me, mapping.user)).collect();
    Ok(Some(unlink_form(visit, link.account.as_str(), &people, all.crm.is_some())))
}

/// `GET /company/marketplace/unlink`: what goes, and whom it concerns.
pub(super) async fn ask_unlink(visit: Visit) -> Answer {
    let me = visit.linking()?;
    match unlink_page(&visit, me).await? {
        Some(page) => Ok(visit.html(&page)),
        None => Ok(visit.go_saying(PAGE, &visit.w.t("refusal-linking-not-linked"))),
    }
}

/// `POST /company/marketplace/unlink`
pub(super) async fn unlink(Posted { visit, form: Nothing {} }: Posted<Nothing>) -> Answer {
    let me = visit.linking()?;
    let page = unlink_page(&visit, me).await?;
    let outcome = visit.run_linking(me, &Command::Unlink).await?;
    match page {
        Some(page) => done(&visit, outcome, page, PAGE, &visit.w.t("unlink-done")),
        None => Ok(visit.go_saying(PAGE, &visit.w.t("refusal-linking-not-linked"))),
    }
}
