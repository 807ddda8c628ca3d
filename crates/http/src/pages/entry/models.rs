//! The forms of the registration: what they ask, and how they look.

use guildhall_core::FieldFault;
use guildhall_core::account::{CompanyInput, ContactInput, CustomerInput};
use guildhall_core::program::Program;
use guildhall_core::signup::{Door, Draft, Information, Step};
use serde::Deserialize;

use crate::pages::form::{Choice, Field, FormPage, StepMark};
use crate::pages::locale::Words;
use crate::pages::visit::Visit;

/// Where a registration lives.
pub(super) fn prefix(door: Door) -> &'static str {
    match door {
        Door::Company => "/register",
        Door::User { .. } => "/join",
    }
}

/// A step's place in the address.
pub(super) fn segment(step: Step) -> &'static str {
    match step {
        Step::Lead => "lead",
        Step::Code => "code",
        Step::Password => "password",
        Step::Information => "information",
        Step::Review => "review",
    }
}

/// The steps of a registration.
fn steps_of(door: Door) -> &'static [Step] {
    match door {
        Door::Company => &[Step::Lead, Step::Code, Step::Password, Step::Information, Step::Review],
        Door::User { .. } => &[Step::Code, Step::Password, Step::Information, Step::Review],
    }
}

/// The marks above a step; `None` is the very first, who registers.
pub(super) fn marks(w: Words, door: Door, at: Option<Step>) -> Vec<StepMark> {
    let first = StepMark { title: w.t("step-who").into_owned(), current: at.is_none(), done: at.is_some() };
    let rest = steps_of(door).iter().map(|step| StepMark {
        title: w.t(&format!("step-{}", segment(*step))).into_owned(),
        current: at == Some(*step),
        done: at.is_some_and(|at| *step < at),
    });
    [first].into_iter().chain(rest).collect()
}

/// Who registers.
pub(super) fn who_form(visit: &Visit, door: Door, action: &str, name: &str, email: &str) -> FormPage {
    let w = visit.w;
    let (title, text, submit) = match door {
        Door::Company => ("register-title", "register-text", "continue"),
        Door::User { .. } => ("join-title", "join-text", "verify-email"),
    };
    let mut form = FormPage::new(visit.page(w.t(title)), action, w.t(submit)).intro(w.t(text)).fields(vec![
        Field::new("text", "name", w.t("field-name")).value(name).autocomplete("name").most(100),
        Field::new("email", "email", w.t("field-business-email"))
            .value(email)
            .autocomplete("email")
            .most(254)
            .hint(w.t("field-business-email-hint")),
    ]);
    form.steps = marks(w, door, None);
    let (href, text) = match door {
        Door::Company => ("/join", "register-other-door"),
        Door::User { .. } => ("/register", "join-other-door"),
    };
    form.link(href, w.t(text)).link("/", w.t("have-account"))
}

/// The form of a step.
pub(super) fn step_form(visit: &Visit, draft: &Draft, step: Step) -> FormPage {
    let w = visit.w;
    let door = draft.door();
    let action = format!("{}/{}", prefix(door), segment(step));
    let page = |key: &str| visit.page(w.t(key));
    let mut form = match step {
        Step::Lead => FormPage::new(page("lead-title"), action, w.t("continue")).intro(w.t("lead-text")).fields(vec![
            Field::new("radio", "answer", w.t("lead-question")).choices(vec![
                Choice {
                    value: "yes".into(),
                    label: w.t("yes").into_owned(),
                    hint: w.t("lead-yes-hint").into_owned(),
                    chosen: false,
                },
                Choice {
                    value: "no".into(),
                    label: w.t("no").into_owned(),
                    hint: w.t("lead-no-hint").into_owned(),
                    chosen: false,
                },
            ]),
        ]),
        Step::Code => FormPage::new(page("code-title"), action, w.t("continue"))
            .intro(w.t1("code-text", "email", draft.email().as_str()))
            .fields(vec![Field::new("code", "code", w.t("field-code")).hint(w.t("field-code-hint"))])
            .side(format!("{}/resend", prefix(door)), w.t("code-resend")),
        Step::Password => FormPage::new(page("password-title"), action, w.t("continue"))
            .intro(w.t("password-text"))
            .fields(vec![password_field(w)])
            .username(draft.email().as_str())
            .password_rules(visit.program().password()),
        Step::Information => information_form(visit, draft, action),
        Step::Review => review_form(visit, draft, action),
    };
    form.steps = marks(w, door, Some(step));
    form
}

/// The field of a new password.
pub(in crate::pages) fn password_field(w: Words) -> Field {
    Field::new("password", "password", w.t("field-new-password")).autocomplete("new-password")
}

/// The information as the form sends it: the names are the core's.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InformationForm {
    #[serde(rename = "customer.job_title", default)]
    job_title: String,
    #[serde(rename = "customer.department", default)]
    department: String,
    #[serde(rename = "contact.phone", default)]
    phone: String,
    #[serde(rename = "contact.country", default)]
    country: String,
    #[serde(rename = "contact.city", default)]
    city: String,
    #[serde(rename = "company.name", default)]
    company: String,
    #[serde(rename = "company.country", default)]
    company_country: String,
    #[serde(rename = "company.website", default)]
    website: String,
    #[serde(rename = "company.description", default)]
    description: String,
    #[serde(default)]
    offering: String,
    #[serde(default)]
    accepts_terms: String,
}

impl From<InformationForm> for Information {
    fn from(form: InformationForm) -> Self {
        Self {
            customer: CustomerInput { job_title: form.job_title, department: form.department },
            contact: ContactInput { phone: form.phone, country: form.country, city: form.city },
            company: CompanyInput {
                name: form.company,
                country: form.company_country,
                website: form.website,
                description: form.description,
            },
            offering: form.offering,
            accepts_terms: form.accepts_terms == "yes",
        }
    }
}

fn information_form(visit: &Visit, draft: &Draft, action: String) -> FormPage {
    let told = draft.information().cloned().unwrap_or_default();
    information_page(visit, draft.door(), action, &told, &[])
}

/// The fields about a person's work.
pub(in crate::pages) fn customer_fields(w: Words, customer: &CustomerInput) -> Vec<Field> {
    vec![
        Field::new("text", "customer.job_title", w.t("field-job-title"))
            .value(&*customer.job_title)
            .autocomplete("organization-title")
            .most(100),
        Field::new("text", "customer.department", w.t("field-department"))
            .value(&*customer.department)
            .most(100)
            .optional(w),
    ]
}

/// The fields about how a person is reached.
pub(in crate::pages) fn contact_fields(w: Words, contact: &ContactInput) -> Vec<Field> {
    vec![
        Field::new("tel", "contact.phone", w.t("field-phone")).value(&*contact.phone).autocomplete("tel").most(40),
        Field::new("text", "contact.country", w.t("field-country"))
            .value(&*contact.country)
            .autocomplete("country-name")
            .most(100),
        Field::new("text", "contact.city", w.t("field-city"))
            .value(&*contact.city)
            .autocomplete("address-level2")
            .most(100)
            .optional(w),
    ]
}

/// The fields about a company.
pub(in crate::pages) fn company_fields(w: Words, company: &CompanyInput) -> Vec<Field> {
    vec![
        Field::new("text", "company.name", w.t("field-company-name"))
            .value(&*company.name)
            .autocomplete("organization")
            .most(100),
        Field::new("text", "company.country", w.t("field-company-country")).value(&*company.country).most(100),
        Field::new("url", "company.website", w.t("field-website"))
            .value(&*company.website)
            .hint(w.t("field-website-hint"))
            .optional(w),
        Field::new("area", "company.description", w.t("field-description"))
            .value(&*company.description)
            .most(1000)
            .optional(w),
    ]
}

/// The step of the information, with what was told and its faults (REG-20, USR-9).
pub(super) fn information_page(
    visit: &Visit,
    door: Door,
    action: String,
    told: &Information,
    faults: &[FieldFault],
) -> FormPage {
    let w = visit.w;
    let mut form = FormPage::new(visit.page(w.t("information-title")), action, w.t("continue"))
        .intro(w.t("information-text"))
        .group(w.t("group-customer"), customer_fields(w, &told.customer))
        .group(w.t("group-contact"), contact_fields(w, &told.contact));
    if door == Door::Company {
        let mut fields = company_fields(w, &told.company);
        fields.push(
            Field::new("radio", "offering", w.t("field-offering")).hint(w.t("field-offering-hint")).choices(offerings(
                w,
                visit.program(),
                &told.offering,
            )),
        );
        form = form.group(w.t("group-company"), fields).group(
            w.t("group-terms"),
            vec![Field::new("check", "accepts_terms", w.t("field-terms")).checked(told.accepts_terms)],
        );
    }
    if door == Door::Company {
        form = form.link("/terms", w.t("terms-read"));
    }
    form.steps = marks(w, door, Some(Step::Information));
    form.with_faults(faults)
}

fn offerings(w: Words, program: &Program, chosen: &str) -> Vec<Choice> {
    program
        .offerings()
        .iter()
        .map(|offering| Choice {
            value: offering.name.clone(),
            label: offering.title.clone(),
            hint: program
                .path(offering.path)
                .map(|path| w.t1("offering-path", "path", path.title.as_str()).into_owned())
                .unwrap_or_default(),
            chosen: offering.name == chosen,
        })
        .collect()
}

/// A look at everything before it counts (REG-24, USR-10).
fn review_form(visit: &Visit, draft: &Draft, action: String) -> FormPage {
    let w = visit.w;
    let told = draft.information().cloned().unwrap_or_default();
    let mut form = FormPage::new(visit.page(w.t("review-title")), action, w.t("register-button"))
        .intro(w.t("review-text"))
        .fact(w.t("field-name"), draft.name().as_str())
        .fact(w.t("field-business-email"), draft.email().as_str());
    let mut rows = vec![
        ("field-job-title", told.customer.job_title),
        ("field-department", told.customer.department),
        ("field-phone", told.contact.phone),
        ("field-country", told.contact.country),
        ("field-city", told.contact.city),
    ];
    if draft.door() == Door::Company {
        let offering = visit.program().offering(&told.offering);
        let path = offering.and_then(|o| visit.program().path(o.path)).map(|p| p.title.clone()).unwrap_or_default();
        rows.extend([
            ("field-company-name", told.company.name),
            ("field-company-country", told.company.country),
            ("field-website", told.company.website),
            ("field-description", told.company.description),
            ("field-offering", offering.map(|o| o.title.clone()).unwrap_or_default()),
            ("review-path", path),
        ]);
    }
    for (key, text) in rows.into_iter().filter(|(_, text)| !text.trim().is_empty()) {
        form = form.fact(w.t(key), text);
    }
    form.link(format!("{}/information", prefix(draft.door())), w.t("review-change"))
}
