//! The fields of opportunities and leads on the wire: the names and the shape of the programme's published API, in snake
//! case. What is read here goes to the core as it was typed; the core checks it.

use guildhall_core::pipeline;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Declares a group of fields on the wire, and its way into the core's and back. A field may be left out, an unknown one
/// is refused.
macro_rules! wire {
    ($(#[doc = $about:literal])+ $name:ident { $($(#[doc = $doc:literal])+ $field:ident: $how:ident $kind:ty,)+ }) => {
        $(#[doc = $about])+
        #[derive(Clone, Default, Serialize, Deserialize, ToSchema)]
        #[serde(deny_unknown_fields, default)]
        pub(in crate::api) struct $name {
            $($(#[doc = $doc])+ pub(super) $field: $kind,)+
        }

        impl From<pipeline::$name> for $name {
            fn from(from: pipeline::$name) -> Self {
                Self { $($field: wire!(@ $how from.$field),)+ }
            }
        }

        impl From<$name> for pipeline::$name {
            fn from(from: $name) -> Self {
                Self { $($field: wire!(@ $how from.$field),)+ }
            }
        }

        impl std::fmt::Debug for $name {
            /// Customers and their people are nobody's business in a log.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    };
    (@ text $value:expr) => { $value };
    (@ one $value:expr) => { $value.into() };
    (@ many $value:expr) => { $value.into_iter().map(Into::into).collect() };
}

wire! {
    /// A postal address.
    Address {
        /// Street and number.
        street_address: text String,
        /// City.
        city: text String,
        /// State, province or region.
        state_or_region: text String,
        /// Postal code.
        postal_code: text String,
        /// Country, by its two letters.
        country_code: text String,
    }
}

wire! {
    /// A person to talk to.
    Contact {
        /// Address.
        email: text String,
        /// Given name.
        first_name: text String,
        /// Family name.
        last_name: text String,
        /// Position.
        business_title: text String,
        /// Telephone, with the country's number first, as in `+34600000000`.
        phone: text String,
    }
}

wire! {
    /// The customer's company.
    CustomerAccount {
        /// Its name; required.
        company_name: text String,
        /// Its industry.
        industry: text String,
        /// Its industry in words, where `industry` is Other.
        other_industry: text String,
        /// Its web address.
        website_url: text String,
        /// Its cloud account: twelve digits.
        aws_account_id: text String,
        /// Its D-U-N-S number: nine digits.
        duns: text String,
        /// Where it is.
        address: one Address,
    }
}

wire! {
    /// The customer.
    Customer {
        /// The company.
        account: one CustomerAccount,
        /// Its people; at most ten.
        contacts: many Vec<Contact>,
    }
}

wire! {
    /// An estimate of what the customer will spend.
    ExpectedCustomerSpend {
        /// How much, as in `1200.50`.
        amount: text String,
        /// The currency.
        currency_code: text String,
        /// How often; Monthly if left out.
        frequency: text String,
        /// With whom.
        target_company: text String,
        /// The address of a calculation.
        estimation_url: text String,
    }
}

wire! {
    /// How long a contract will last.
    ExpectedContractDuration {
        /// The unit; Months if left out.
        term: text String,
        /// The number.
        value: text String,
    }
}

wire! {
    /// What the customer wants done.
    Project {
        /// A title; required.
        title: text String,
        /// The problem, and how the partner helps: from 20 to 2000 characters.
        customer_business_problem: text String,
        /// The kind of workload.
        customer_use_case: text String,
        /// How the offering reaches the customer.
        delivery_models: text Vec<String>,
        /// What the customer will spend.
        expected_customer_spend: many Vec<ExpectedCustomerSpend>,
        /// How long the contract will last.
        expected_contract_duration: one ExpectedContractDuration,
        /// Partner programmes that brought it.
        apn_programs: text Vec<String>,
        /// What was done so far.
        sales_activities: text Vec<String>,
        /// Who else wants the business.
        competitor_name: text String,
        /// Others, where `competitor_name` is Other.
        other_competitor_names: text String,
        /// What is offered, where it is no listed solution.
        other_solution_description: text String,
        /// Anything else.
        additional_comments: text String,
        /// The identifier of the opportunity that it belongs to.
        related_opportunity_identifier: text String,
    }
}

wire! {
    /// Which marketing brought it.
    Marketing {
        /// The campaign.
        campaign_name: text String,
        /// Whether marketing brought it.
        source: text String,
        /// The kinds of workload that the campaign was about.
        use_cases: text Vec<String>,
        /// The kinds of campaign.
        channels: text Vec<String>,
        /// Whether the operator's funds paid for it: Yes or No.
        aws_funding_used: text String,
    }
}

wire! {
    /// An amount of money.
    MonetaryValue {
        /// How much, as in `1200.50`.
        amount: text String,
        /// The currency.
        currency_code: text String,
    }
}

wire! {
    /// What the customer pays for software.
    SoftwareRevenue {
        /// How it is paid.
        delivery_model: text String,
        /// How much.
        value: one MonetaryValue,
        /// From which day, as in `2026-03-01`.
        effective_date: text String,
        /// Until which day.
        expiration_date: text String,
    }
}

wire! {
    /// What it is linked to.
    RelatedEntityIdentifiers {
        /// Solutions of the partner, as in `S-0000001`.
        solutions: text Vec<String>,
        /// Products of the operator.
        aws_products: text Vec<String>,
        /// Private offers on the marketplace, by their ARNs.
        aws_marketplace_offers: text Vec<String>,
    }
}

wire! {
    /// How far it is.
    LifeCycle {
        /// The stage, as in `Qualified`; a new opportunity without one is a Prospect.
        stage: text String,
        /// Why it was lost; exactly with the stage Closed Lost.
        closed_lost_reason: text String,
        /// What happens next.
        next_steps: text String,
        /// The day on which it should be done, as in `2026-03-01`.
        target_close_date: text String,
    }
}

wire! {
    /// The fields of an opportunity. A text that says nothing is an empty one.
    OpportunityFields {
        /// Its number in the partner's own system.
        partner_opportunity_identifier: text String,
        /// Whether the business is new.
        opportunity_type: text String,
        /// Whether it is a matter of national security: Yes or No.
        national_security: text String,
        /// What help the partner asks for.
        primary_needs_from_aws: text Vec<String>,
        /// The Region that it will run in.
        region: text String,
        /// The customer.
        customer: one Customer,
        /// The project.
        project: one Project,
        /// The marketing.
        marketing: one Marketing,
        /// The software's price.
        software_revenue: one SoftwareRevenue,
        /// What it is linked to.
        related_entity_identifiers: one RelatedEntityIdentifiers,
        /// The partner's people who work on it; at most ten.
        opportunity_team: many Vec<Contact>,
        /// How far it is.
        life_cycle: one LifeCycle,
    }
}

wire! {
    /// The company of a lead.
    LeadCustomer {
        /// Its name; required.
        company_name: text String,
        /// Its industry.
        industry: text String,
        /// Its web address.
        website_url: text String,
        /// Where it is.
        address: one Address,
        /// How much it knows of the cloud.
        aws_maturity: text String,
        /// The segment of the market.
        market_segment: text String,
    }
}

wire! {
    /// Something that a lead did.
    LeadInteraction {
        /// The kind of source, such as an event.
        source_type: text String,
        /// The source's number.
        source_id: text String,
        /// The source's name.
        source_name: text String,
        /// What it was about.
        usecase: text String,
        /// The day, as in `2026-03-01`.
        interaction_date: text String,
        /// What the customer did.
        customer_action: text String,
        /// The problem that the customer has.
        business_problem: text String,
        /// Who it was; address, names and position are required.
        contact: one Contact,
    }
}

wire! {
    /// The fields of a lead. A text that says nothing is an empty one.
    LeadFields {
        /// What is known of its chances.
        qualification_status: text String,
        /// The Region that it is about.
        region: text String,
        /// The customer.
        customer: one LeadCustomer,
        /// What happened so far: from one to ten.
        interactions: many Vec<LeadInteraction>,
        /// Which campaign brought it.
        marketing: one Marketing,
    }
}
