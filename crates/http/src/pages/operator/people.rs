//! Helps a company whose own lead cannot act: moves the lead role, deactivates and removes people.

use axum::extract::Path;
use axum::http::StatusCode;
use guildhall_core::Id;
use guildhall_core::account::{Command, Member, Refusal};
use serde::Deserialize;

use super::companies::Company;
use crate::pages::errors;
use crate::pages::form::{Field, FormPage};
use crate::pages::view::{Answer, Stop};
use crate::pages::visit::{Posted, Visit};
use crate::pages::words;
use crate::portal::{Extras, PortalError};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypedForm {
    #[serde(default)]
    typed: String,
}

/// What is done, as the address says it.
const STEPS: [&str; 3] = ["lead", "deactivate", "remove"];

type Place = Path<(String, String, String)>;

/// A step about one person.
struct Case {
    company: Company,
    id: Id,
    member: Member,
    step: &'static str,
}

async fn case(visit: &Visit, (company, person, step): (String, String, String)) -> Result<Case, Stop> {
    let missing = || Stop::from(errors::not_found(visit));
    let company = visit.company(&company).await?;
    let step = STEPS.into_iter().find(|known| *known == step).ok_or_else(missing)?;
    let id: Id = person.parse().map_err(|_| missing())?;
    let member = company.account().member(id).cloned().ok_or_else(missing)?;
    Ok(Case { company, id, member, step })
}

fn form(visit: &Visit, case: &Case) -> FormPage {
    let (w, program) = (visit.w, visit.program());
    let titles: Vec<String> = case.member.roles.iter().map(|role| words::role_title(program, role)).collect();
    let action = format!("{}/people/{}/{}", case.company.href(), case.id, case.step);
    let form = FormPage::new(
        visit.page(w.t(&format!("operator-{}-title", case.step))),
        action,
        w.t(&format!("operator-{}", case.step)),
    )
    .intro(w.t(&format!("operator-{}-text", case.step)))
    .fact(w.t("operator-companies-name"), case.company.name())
    .fact(w.t("people-name"), case.member.name.as_str())
    .fact(w.t("people-email"), case.member.email.as_str())
    .fact(w.t("people-roles"), titles.join(", "))
    .danger()
    .link(case.company.href(), w.t("cancel"));
    if case.step == "deactivate" {
        return form;
    }
    let word = program.limits().confirmation_word.as_str();
    let typed = Field::new("text", "typed", w.t1("field-typed", "word", word)).hint(w.t("field-typed-hint")).most(40);
    form.fields(vec![typed])
}

/// `GET /operator/companies/{company}/people/{person}/{step}`
pub(super) async fn ask(visit: Visit, Path(place): Place) -> Answer {
    let case = case(&visit, place).await?;
    Ok(visit.html(&form(&visit, &case)))
}

/// `POST /operator/companies/{company}/people/{person}/{step}`
pub(super) async fn run(Path(place): Place, Posted { visit, form: sent }: Posted<TypedForm>) -> Answer {
    let case = case(&visit, place).await?;
    let (member, typed) = (case.id, sent.typed);
    let command = match case.step {
        "lead" => Command::ReassignLead { to: member, typed },
        "remove" => Command::RemoveMember { member, typed },
        _ => Command::DeactivateMember { member },
    };
    let (tenant, actor) = (Some(case.company.tenant), &case.company.actor);
    match visit.app.portal.run(&visit.origin, tenant, actor, command, Extras::default()).await {
        Ok(_) => {
            let said = visit.w.t1(&format!("operator-{}-done", case.step), "name", case.member.name.as_str());
            Ok(visit.go_saying(&case.company.href(), &said))
        }
        Err(PortalError::Refused(refusal @ Refusal::ConfirmationMissing { .. })) => {
            let text = words::refusal(visit.w, &refusal);
            let form = form(&visit, &case).with_fault("#f-typed", text);
            Ok(visit.html_with(StatusCode::UNPROCESSABLE_ENTITY, &form))
        }
        Err(PortalError::Refused(refusal)) => {
            let form = form(&visit, &case).with_fault("#main", words::refusal(visit.w, &refusal));
            Ok(visit.html_with(words::status(refusal.kind()), &form))
        }
        Err(error) => Err(visit.stop(&error)),
    }
}
