//! The fields of a lead after they were read: canonical and within their limits.

use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Serialize};

use crate::FieldFault;
use crate::pipeline::check::Checker;
use crate::pipeline::fields::{LeadCustomer, LeadFields, LeadInteraction};
use crate::program::{Picklist, Program};

/// The checked fields of a lead. `Debug` prints none of them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LeadDetails(LeadFields);

impl fmt::Debug for LeadDetails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LeadDetails").finish_non_exhaustive()
    }
}

impl LeadDetails {
    /// Reads fields; every fault is reported.
    pub fn read(program: &Program, fields: &LeadFields) -> Result<Self, Vec<FieldFault>> {
        let mut check = Checker::new(program.pipeline(), program.email().test_mode);
        let customer = &fields.customer;
        let read = LeadFields {
            qualification_status: check.line::<255>("qualification_status", &fields.qualification_status),
            region: check.pick("region", &fields.region, Picklist::Region),
            customer: LeadCustomer {
                company_name: check.required::<120>("customer.company_name", &customer.company_name),
                industry: check.pick("customer.industry", &customer.industry, Picklist::Industry),
                website_url: check.website("customer.website_url", &customer.website_url),
                address: check.address("customer.address", &customer.address),
                aws_maturity: check.line::<255>("customer.aws_maturity", &customer.aws_maturity),
                market_segment: check.line::<255>("customer.market_segment", &customer.market_segment),
            },
            interactions: check.groups("interactions", &fields.interactions, interaction),
            marketing: check.marketing(&fields.marketing),
        };
        if fields.interactions.is_empty() {
            check.fault("interactions", "required");
        }
        check.faults.finish()?;
        Ok(Self(read))
    }

    /// The fields.
    #[must_use]
    pub fn fields(&self) -> &LeadFields {
        &self.0
    }
}

fn interaction(check: &mut Checker<'_>, field: &str, typed: &LeadInteraction) -> LeadInteraction {
    let name = |part: &str| format!("{field}.{part}");
    let date = check.date(&name("interaction_date"), &typed.interaction_date);
    let contact = check.contact(&name("contact"), &typed.contact);
    // Nobody can be talked to without these.
    let needed = [
        ("contact.email", &typed.contact.email),
        ("contact.first_name", &typed.contact.first_name),
        ("contact.last_name", &typed.contact.last_name),
        ("contact.business_title", &typed.contact.business_title),
    ];
    for (part, _) in needed.iter().filter(|(_, text)| text.trim().is_empty()) {
        check.fault(&name(part), "required");
    }
    LeadInteraction {
        source_type: check.line::<255>(&name("source_type"), &typed.source_type),
        source_id: check.line::<255>(&name("source_id"), &typed.source_id),
        source_name: check.line::<255>(&name("source_name"), &typed.source_name),
        usecase: check.line::<255>(&name("usecase"), &typed.usecase),
        interaction_date: date.map(|date| date.to_string()).unwrap_or_default(),
        customer_action: check.line::<255>(&name("customer_action"), &typed.customer_action),
        business_problem: check.lines(&name("business_problem"), &typed.business_problem, 0, 2000),
        contact,
    }
}
