//! The fields of an opportunity after they were read: canonical, within their limits, and fit for each other.

use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::FieldFault;
use crate::account::Faults;
use crate::pipeline::check::Checker;
use crate::pipeline::fields::{
    Customer, CustomerAccount, ExpectedContractDuration, LifeCycle, OpportunityFields, Project,
    RelatedEntityIdentifiers, SoftwareRevenue,
};
use crate::pipeline::value::{InvolvementType, Stage};
use crate::program::{Picklist, Program};

/// The values that other fields depend on, as the programme's lists spell them.
const GOVERNMENT: &str = "Government";
const OTHER: &str = "Other";

/// The checked fields of an opportunity. `Debug` prints none of them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    fields: OpportunityFields,
    stage: Stage,
    target_close_date: Option<NaiveDate>,
}

impl fmt::Debug for Details {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Details").field("stage", &self.stage).finish_non_exhaustive()
    }
}

impl Details {
    /// Reads fields; every fault is reported.
    pub fn read(program: &Program, fields: &OpportunityFields) -> Result<Self, Vec<FieldFault>> {
        let mut check = Checker::new(program.pipeline(), program.email().test_mode);
        let life_cycle = &fields.life_cycle;
        let stage_text = life_cycle.stage.trim();
        let stage = if stage_text.is_empty() { Some(Stage::Prospect) } else { Stage::read(stage_text) };
        if stage.is_none() {
            check.fault("life_cycle.stage", "unknown_value");
        }
        let stage = stage.unwrap_or(Stage::Prospect);
        let target_close_date = check.date("life_cycle.target_close_date", &life_cycle.target_close_date);
        let fields = OpportunityFields {
            partner_opportunity_identifier: check
                .line::<64>("partner_opportunity_identifier", &fields.partner_opportunity_identifier),
            opportunity_type: check.pick("opportunity_type", &fields.opportunity_type, Picklist::OpportunityType),
            national_security: check.yes_no("national_security", &fields.national_security),
            primary_needs_from_aws: check.picks(
                "primary_needs_from_aws",
                &fields.primary_needs_from_aws,
                Picklist::PrimaryNeed,
            ),
            region: check.pick("region", &fields.region, Picklist::Region),
            customer: customer(&mut check, &fields.customer),
            project: project(&mut check, &fields.project),
            marketing: check.marketing(&fields.marketing),
            software_revenue: software_revenue(&mut check, &fields.software_revenue),
            related_entity_identifiers: related(&mut check, &fields.related_entity_identifiers),
            opportunity_team: check.groups("opportunity_team", &fields.opportunity_team, Checker::contact),
            life_cycle: LifeCycle {
                stage: stage.as_str().to_string(),
                closed_lost_reason: check.pick(
                    "life_cycle.closed_lost_reason",
                    &life_cycle.closed_lost_reason,
                    Picklist::ClosedLostReason,
                ),
                next_steps: check.lines("life_cycle.next_steps", &life_cycle.next_steps, 0, 255),
                target_close_date: target_close_date.map(|date| date.to_string()).unwrap_or_default(),
            },
        };
        fit(&mut check, &fields, stage);
        check.faults.finish()?;
        Ok(Self { fields, stage, target_close_date })
    }

    /// The fields.
    #[must_use]
    pub fn fields(&self) -> &OpportunityFields {
        &self.fields
    }

    /// The stage.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// The day on which it should be done.
    #[must_use]
    pub fn target_close_date(&self) -> Option<NaiveDate> {
        self.target_close_date
    }

    /// What is missing before it can be submitted.
    pub(super) fn completeness(&self, involvement: InvolvementType) -> Faults {
        let (fields, mut faults) = (&self.fields, Faults::default());
        let (account, project) = (&fields.customer.account, &fields.project);
        let mut required = alloc::vec![
            ("opportunity_type", fields.opportunity_type.is_empty()),
            ("customer.account.industry", account.industry.is_empty()),
            ("customer.account.website_url", account.website_url.is_empty()),
            ("customer.account.address.country_code", account.address.country_code.is_empty()),
            ("customer.account.address.postal_code", account.address.postal_code.is_empty()),
            ("project.customer_business_problem", project.customer_business_problem.is_empty()),
            ("project.customer_use_case", project.customer_use_case.is_empty()),
            ("project.delivery_models", project.delivery_models.is_empty()),
            ("project.sales_activities", project.sales_activities.is_empty()),
            ("life_cycle.target_close_date", self.target_close_date.is_none()),
        ];
        if involvement == InvolvementType::CoSell {
            required.push(("primary_needs_from_aws", fields.primary_needs_from_aws.is_empty()));
        }
        for (field, _) in required.iter().filter(|(_, missing)| *missing) {
            faults.push(field, "required");
        }
        if project.expected_customer_spend.iter().all(|spend| spend.amount.is_empty()) {
            faults.push("project.expected_customer_spend[0].amount", "required");
        }
        if fields.related_entity_identifiers.solutions.is_empty() && project.other_solution_description.is_empty() {
            faults.push("related_entity_identifiers.solutions", "required");
        }
        // Only what is real and not lost is worth a review.
        if matches!(self.stage, Stage::Prospect | Stage::ClosedLost) {
            faults.push("life_cycle.stage", "not_to_be_submitted");
        }
        faults
    }
}

fn customer(check: &mut Checker<'_>, customer: &Customer) -> Customer {
    let account = &customer.account;
    Customer {
        account: CustomerAccount {
            company_name: check.required::<120>("customer.account.company_name", &account.company_name),
            industry: check.pick("customer.account.industry", &account.industry, Picklist::Industry),
            other_industry: check.line::<255>("customer.account.other_industry", &account.other_industry),
            website_url: check.website("customer.account.website_url", &account.website_url),
            aws_account_id: check.digits("customer.account.aws_account_id", &account.aws_account_id, 12),
            duns: check.digits("customer.account.duns", &account.duns, 9),
            address: check.address("customer.account.address", &account.address),
        },
        contacts: check.groups("customer.contacts", &customer.contacts, Checker::contact),
    }
}

fn project(check: &mut Checker<'_>, project: &Project) -> Project {
    let duration = &project.expected_contract_duration;
    let months = check.line::<4>("project.expected_contract_duration.value", &duration.value);
    if !months.is_empty() && (months.starts_with('0') || !months.bytes().all(|b| b.is_ascii_digit())) {
        check.fault("project.expected_contract_duration.value", "not_a_number");
    }
    let term = if duration.term.trim().is_empty() && !months.is_empty() { "Months" } else { &duration.term };
    Project {
        title: check.required::<255>("project.title", &project.title),
        customer_business_problem: check.lines(
            "project.customer_business_problem",
            &project.customer_business_problem,
            20,
            2000,
        ),
        customer_use_case: check.pick(
            "project.customer_use_case",
            &project.customer_use_case,
            Picklist::CustomerUseCase,
        ),
        delivery_models: check.picks("project.delivery_models", &project.delivery_models, Picklist::DeliveryModel),
        expected_customer_spend: check.groups(
            "project.expected_customer_spend",
            &project.expected_customer_spend,
            Checker::spend,
        ),
        expected_contract_duration: ExpectedContractDuration {
            term: check.pick("project.expected_contract_duration.term", term, Picklist::ContractTerm),
            value: months,
        },
        apn_programs: check.picks("project.apn_programs", &project.apn_programs, Picklist::ApnProgram),
        sales_activities: check.picks("project.sales_activities", &project.sales_activities, Picklist::SalesActivity),
        competitor_name: check.pick("project.competitor_name", &project.competitor_name, Picklist::CompetitorName),
        other_competitor_names: check.line::<255>("project.other_competitor_names", &project.other_competitor_names),
        other_solution_description: check
            .line::<255>("project.other_solution_description", &project.other_solution_description),
        additional_comments: check.lines("project.additional_comments", &project.additional_comments, 0, 255),
        related_opportunity_identifier: related_opportunity(check, &project.related_opportunity_identifier),
    }
}

fn related_opportunity(check: &mut Checker<'_>, text: &str) -> alloc::string::String {
    let text = check.line::<20>("project.related_opportunity_identifier", text);
    if !text.is_empty() && !is_numbered(&text, "O") {
        check.fault("project.related_opportunity_identifier", "bad_form");
    }
    text
}

fn software_revenue(check: &mut Checker<'_>, revenue: &SoftwareRevenue) -> SoftwareRevenue {
    let from = check.date("software_revenue.effective_date", &revenue.effective_date);
    let until = check.date("software_revenue.expiration_date", &revenue.expiration_date);
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        check.fault("software_revenue.expiration_date", "before_start");
    }
    let text = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    SoftwareRevenue {
        delivery_model: check.pick("software_revenue.delivery_model", &revenue.delivery_model, Picklist::RevenueModel),
        value: check.money("software_revenue.value", &revenue.value),
        effective_date: text(from),
        expiration_date: text(until),
    }
}

fn related(check: &mut Checker<'_>, related: &RelatedEntityIdentifiers) -> RelatedEntityIdentifiers {
    let field = |part: &str| alloc::format!("related_entity_identifiers.{part}");
    RelatedEntityIdentifiers {
        solutions: check.marks(&field("solutions"), &related.solutions, |text| is_numbered(text, "S-")),
        aws_products: check.marks(&field("aws_products"), &related.aws_products, |text| !text.contains(' ')),
        aws_marketplace_offers: check.marks(
            &field("aws_marketplace_offers"),
            &related.aws_marketplace_offers,
            |text| text.starts_with("arn:") && text.contains(":AWSMarketplace/Offer/"),
        ),
    }
}

/// A prefix and one to nineteen digits.
fn is_numbered(text: &str, prefix: &str) -> bool {
    let digits = text.strip_prefix(prefix).unwrap_or_default();
    (1..=19).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Fields that depend on each other.
fn fit(check: &mut Checker<'_>, fields: &OpportunityFields, stage: Stage) {
    let (account, project) = (&fields.customer.account, &fields.project);
    if !account.other_industry.is_empty() && account.industry != OTHER {
        check.fault("customer.account.other_industry", "only_with_other");
    }
    if fields.national_security == "Yes" && account.industry != GOVERNMENT {
        check.fault("national_security", "only_for_government");
    }
    if !project.other_competitor_names.is_empty() && project.competitor_name.trim_start_matches('*') != OTHER {
        check.fault("project.other_competitor_names", "only_with_other");
    }
    match (stage == Stage::ClosedLost, fields.life_cycle.closed_lost_reason.is_empty()) {
        (true, true) => check.fault("life_cycle.closed_lost_reason", "required"),
        (false, false) => check.fault("life_cycle.closed_lost_reason", "only_when_lost"),
        (true, false) | (false, true) => {}
    }
}
