//! IAM roles as they stand in the cloud account: tried out, registered, shown with every check, withdrawn (LINK-16..22).

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use guildhall_core::Permission;
use guildhall_core::iam::{PARTNER_CENTRAL_TRUST, PolicyText, SELLER_FULL_ACCESS};
use guildhall_core::linking::{
    self, Command, IamRole, PolicyInput, Refusal, RoleInput, RoleView, check_role, overview,
};
use guildhall_core::room::RoomRefusal as _;
use serde::Deserialize;

use super::check::{Check, Point, points};
use super::{PAGE, Person, done, person, refusal_words};
use crate::pages::errors;
use crate::pages::form::{Fact, Fault, Field, FormPage, tie};
use crate::pages::view::{Answer, Page, Stop, encoded};
use crate::pages::visit::{Posted, Signed, Visit};
use crate::pages::words;

const ROLES: &str = "/company/marketplace/roles";
const WITHDRAW: &str = "/company/marketplace/roles/withdraw";
/// What a policy is called unless it is called something else.
const OWN: &str = "Own";
/// The longest policy that a field takes.
const POLICY_MOST: u32 = 16_384;

/// What was found out about a role that is tried out.
#[derive(Debug)]
struct Tried {
    points: Vec<Point>,
    checks: Vec<Check>,
}

#[derive(Debug, Template)]
#[template(path = "linking/role_form.html")]
struct RoleFormPage {
    page: Page,
    fields: Vec<Field>,
    faults: Vec<Fault>,
    tried: Option<Tried>,
}

#[derive(Debug, Template)]
#[template(path = "linking/role.html")]
struct RolePage {
    page: Page,
    name: String,
    /// Its name as part of an address.
    encoded: String,
    facts: Vec<Fact>,
    points: Vec<Point>,
    checks: Vec<Check>,
    documents: Vec<PolicyText>,
    users: Vec<Person>,
    can_change: bool,
    can_withdraw: bool,
}

/// A role as it was typed.
#[derive(Debug, Default)]
struct RoleForm {
    arn: String,
    trust_policy: String,
    /// Its own policies.
    policies: Vec<PolicyText>,
    /// Whether it carries the seller's full access.
    full_access: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Named {
    role: String,
}

impl RoleForm {
    /// A form as it was sent. A policy without a document is left out, so that one is taken away by emptying it; one
    /// more than there may be is read, to be refused.
    fn read(fields: &[(String, String)], most: u32) -> Self {
        let value = |name: &str| fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default();
        let policy = |n| {
            let part = |part: &str| value(&format!("policies[{n}].{part}"));
            PolicyText { name: part("name"), document: part("document") }
        };
        Self {
            arn: value("arn"),
            trust_policy: value("trust_policy"),
            policies: (0..=most).map(policy).filter(|policy| !policy.document.trim().is_empty()).collect(),
            full_access: value("full_access") == "yes",
        }
    }

    fn input(&self) -> RoleInput {
        let own = |p: &PolicyText| PolicyInput { name: p.name.clone(), document: Some(p.document.clone()) };
        let known = PolicyInput { name: SELLER_FULL_ACCESS.name.into(), document: None };
        let policies = self.policies.iter().map(own).chain(self.full_access.then_some(known)).collect();
        RoleInput { arn: self.arn.clone(), trust_policy: self.trust_policy.clone(), policies }
    }

    /// A registered role, to be registered anew with what has changed.
    fn of(role: &IamRole) -> Self {
        let known = SELLER_FULL_ACCESS.attached();
        let own = role.policies.iter().filter(|policy| **policy != known);
        Self {
            arn: role.arn.to_string(),
            trust_policy: role.trust_policy.clone(),
            policies: own.cloned().collect(),
            full_access: role.policies.contains(&known),
        }
    }
}

/// The fields; one policy more than there are can be given.
fn fields(visit: &Visit, account: &str, form: &RoleForm) -> Vec<Field> {
    let w = visit.w;
    let prefix = visit.program().linking().role_prefix.as_str();
    let example = format!("arn:aws:iam::{account}:role/{prefix}Sales");
    let mut full = Field::new("check", "full_access", w.t1("role-full-access", "name", SELLER_FULL_ACCESS.name))
        .checked(form.full_access)
        .hint(w.t("role-full-access-hint"));
    full.required = false;
    let most = visit.program().linking().policies_most as usize;
    let more = PolicyText { name: OWN.to_owned(), document: String::new() };
    let policies = form.policies.iter().chain((form.policies.len() < most).then_some(&more)).enumerate();
    let of_policy = |(n, policy): (usize, &PolicyText)| {
        let label = |key: &str| w.t1(key, "n", u32::try_from(n + 1).unwrap_or(u32::MAX));
        [
            Field::new("text", format!("policies[{n}].name"), label("role-own-policy-name"))
                .value(&policy.name)
                .most(100)
                .optional(w),
            Field::new("area", format!("policies[{n}].document"), label("role-own-policy"))
                .value(&policy.document)
                .hint(w.t("role-own-policy-hint"))
                .most(POLICY_MOST)
                .optional(w),
        ]
    };
    let role = vec![
        Field::new("text", "arn", w.t("role-arn"))
            .value(&form.arn)
            .hint(w.with("role-arn-hint", &[("prefix", prefix), ("example", &example)]))
            .most(2048),
        Field::new("area", "trust_policy", w.t("role-trust")).value(&form.trust_policy).most(POLICY_MOST),
        full,
    ];
    role.into_iter().chain(policies.flat_map(of_policy)).collect()
}

fn form_page(
    visit: &Visit,
    account: &str,
    form: &RoleForm,
    tried: Option<Tried>,
    refusal: Option<&Refusal>,
) -> RoleFormPage {
    let w = visit.w;
    let mut fields = fields(visit, account, form);
    let faults = match refusal {
        Some(Refusal::InvalidInput { faults }) => tie(w, fields.iter_mut(), faults),
        Some(other) => vec![Fault { href: "#main".into(), text: refusal_words(w, other) }],
        None => Vec::new(),
    };
    RoleFormPage { page: visit.page(w.t("role-register-title")), fields, faults, tried }
}

/// The number of the linked account; without a link there are no roles.
async fn account(visit: &Visit, me: &Signed) -> Result<(linking::State, String), Stop> {
    let state = visit.room::<linking::State>(me).await?;
    let Some(account) = state.link().map(|link| link.account.to_string()) else {
        return Err(visit.go_saying(PAGE, &visit.w.t("refusal-linking-not-linked")).into());
    };
    Ok((state, account))
}

fn may(visit: &Visit) -> Result<&Signed, Stop> {
    let me = visit.linking()?;
    visit.permitted(Permission::MapMarketplaceUsers)?;
    Ok(me)
}

/// `GET /company/marketplace/roles`: a role to register; with `role`, one that is registered and has changed.
pub(super) async fn form(visit: Visit, Query(named): Query<Named>) -> Answer {
    let me = may(&visit)?;
    let (state, account) = account(&visit, me).await?;
    let fresh = RoleForm { trust_policy: PARTNER_CENTRAL_TRUST.text.into(), ..RoleForm::default() };
    let form = state.roles().get(&named.role).map_or(fresh, RoleForm::of);
    Ok(visit.html(&form_page(&visit, &account, &form, None, None)))
}

/// `POST /company/marketplace/roles`: tries the role out, or registers it.
pub(super) async fn register(Posted { visit, form: sent }: Posted<Vec<(String, String)>>) -> Answer {
    let me = may(&visit)?;
    let (_, account) = account(&visit, me).await?;
    let form = RoleForm::read(&sent, visit.program().linking().policies_most);
    let input = form.input();
    if sent.iter().any(|(name, value)| name == "do" && value == "register") {
        let said = visit.w.t("role-registered");
        let outcome = visit.run_linking(me, &Command::RegisterRole { role: input }).await?;
        return match outcome {
            Ok(()) => {
                let name = form.arn.trim().rsplit('/').next().unwrap_or_default();
                Ok(visit.go_saying(&format!("{ROLES}/{}", encoded(name)), &said))
            }
            Err(Refusal::Denied(denied)) => Ok(visit.denied(&denied)),
            Err(refusal) => {
                let status = words::status(refusal.kind());
                Ok(visit.html_with(status, &form_page(&visit, &account, &form, None, Some(&refusal))))
            }
        };
    }
    let reading = visit.reading(me)?;
    match check_role(&reading.setting(), &input) {
        Ok(check) => {
            let checks = [&check.trust].into_iter().chain(&check.offers).map(|c| Check::new(visit.w, c)).collect();
            let tried = Tried { points: points(visit.w, &check), checks };
            Ok(visit.html(&form_page(&visit, &account, &form, Some(tried), None)))
        }
        Err(refusal) => {
            let page = form_page(&visit, &account, &form, None, Some(&refusal));
            Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
    }
}

/// `GET /company/marketplace/roles/{name}`: a role with every check.
pub(super) async fn show(visit: Visit, Path(name): Path<String>) -> Answer {
    let me = visit.linking()?;
    let state = visit.room::<linking::State>(me).await?;
    let reading = visit.reading(me)?;
    let all = overview(&reading.setting(), &state).map_err(|denied| visit.denied(&denied))?;
    match all.roles.iter().find(|view| view.role.arn.name() == name) {
        Some(view) => Ok(visit.html(&role_page(&visit, me, view, all.may(Permission::MapMarketplaceUsers)))),
        None => Ok(errors::not_found(&visit)),
    }
}

fn role_page(visit: &Visit, me: &Signed, view: &RoleView<'_>, may: bool) -> RolePage {
    let w = visit.w;
    let name = view.role.arn.name().to_owned();
    let fact = |key: &str, text: String| Fact { term: w.t(key).into_owned(), text };
    let policies: Vec<&str> = view.role.policies.iter().map(|policy| policy.name.as_str()).collect();
    let mut facts = vec![fact("role-arn", view.role.arn.to_string())];
    if view.of_link {
        facts.push(fact("role-origin", w.t("role-of-link").into_owned()));
    }
    if view.crm {
        facts.push(fact("crm-title", w.t("role-of-crm").into_owned()));
    }
    facts.push(fact("role-policies", policies.join(", ")));
    let trust = PolicyText { name: w.t("role-trust").into_owned(), document: view.role.trust_policy.clone() };
    RolePage {
        page: visit.page(name.as_str()),
        facts,
        points: points(w, &view.check),
        checks: [&view.check.trust].into_iter().chain(&view.check.offers).map(|c| Check::new(w, c)).collect(),
        documents: [trust].into_iter().chain(view.role.policies.iter().cloned()).collect(),
        users: view.users.iter().map(|id| person(me, *id)).collect(),
        can_change: may,
        encoded: encoded(&name),
        can_withdraw: may && !view.of_link && !view.crm && view.users.is_empty(),
        name,
    }
}

fn withdraw_form(visit: &Visit, role: &str) -> FormPage {
    let w = visit.w;
    FormPage::new(visit.page(w.t("role-withdraw-title")), WITHDRAW, w.t("role-withdraw"))
        .intro(w.t("role-withdraw-text"))
        .fact(w.t("map-role"), role)
        .fields(vec![Field::hidden("role", role)])
        .danger()
        .link(PAGE, w.t("cancel"))
}

/// `GET /company/marketplace/roles/withdraw`
pub(super) async fn ask_withdraw(visit: Visit, Query(named): Query<Named>) -> Answer {
    may(&visit)?;
    Ok(visit.html(&withdraw_form(&visit, &named.role)))
}

/// `POST /company/marketplace/roles/withdraw`
pub(super) async fn withdraw(Posted { visit, form }: Posted<Named>) -> Answer {
    let me = may(&visit)?;
    let page = withdraw_form(&visit, &form.role);
    let said = visit.w.t1("role-withdrawn", "role", form.role.as_str());
    let outcome = visit.run_linking(me, &Command::WithdrawRole { role: form.role }).await?;
    done(&visit, outcome, page, PAGE, &said)
}
