//! The fields of opportunities and leads, as people or programs type them. The names are those of the programme's
//! published API in snake case; `region` is this portal's own, for reports by Region (ROLE-39).

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

/// Declares a group of fields: every one may be left out, an unknown one is refused. `Debug` prints none of it.
macro_rules! fields {
    ($(#[doc = $about:literal])+ $name:ident { $($(#[doc = $doc:literal])+ $field:ident: $kind:ty,)+ }) => {
        $(#[doc = $about])+
        #[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub struct $name {
            $($(#[doc = $doc])+ pub $field: $kind,)+
        }

        impl core::fmt::Debug for $name {
            /// Customers and their people are nobody's business in a log.
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    };
}

fields! {
    /// A postal address.
    Address {
        /// Street and number.
        street_address: String,
        /// City.
        city: String,
        /// State, province or region.
        state_or_region: String,
        /// Postal code.
        postal_code: String,
        /// Country, by its two letters.
        country_code: String,
    }
}

fields! {
    /// A person to talk to.
    Contact {
        /// Address.
        email: String,
        /// Given name.
        first_name: String,
        /// Family name.
        last_name: String,
        /// Position.
        business_title: String,
        /// Telephone, with the country's number first.
        phone: String,
    }
}

fields! {
    /// The customer's company.
    CustomerAccount {
        /// Its name.
        company_name: String,
        /// Its industry.
        industry: String,
        /// Its industry in words, where the list has none.
        other_industry: String,
        /// Its web address.
        website_url: String,
        /// Its cloud account.
        aws_account_id: String,
        /// Its D-U-N-S number.
        duns: String,
        /// Where it is.
        address: Address,
    }
}

fields! {
    /// The customer.
    Customer {
        /// The company.
        account: CustomerAccount,
        /// Its people.
        contacts: Vec<Contact>,
    }
}

fields! {
    /// An estimate of what the customer will spend.
    ExpectedCustomerSpend {
        /// How much.
        amount: String,
        /// The currency.
        currency_code: String,
        /// How often.
        frequency: String,
        /// With whom.
        target_company: String,
        /// The address of a calculation.
        estimation_url: String,
    }
}

fields! {
    /// How long a contract will last.
    ExpectedContractDuration {
        /// The unit.
        term: String,
        /// The number.
        value: String,
    }
}

fields! {
    /// What the customer wants done.
    Project {
        /// A title.
        title: String,
        /// The problem, and how the partner helps.
        customer_business_problem: String,
        /// The kind of workload.
        customer_use_case: String,
        /// How the offering reaches the customer.
        delivery_models: Vec<String>,
        /// What the customer will spend.
        expected_customer_spend: Vec<ExpectedCustomerSpend>,
        /// How long the contract will last.
        expected_contract_duration: ExpectedContractDuration,
        /// Partner programmes that brought it.
        apn_programs: Vec<String>,
        /// What was done so far.
        sales_activities: Vec<String>,
        /// Who else wants the business.
        competitor_name: String,
        /// Others, where the list has none.
        other_competitor_names: String,
        /// What is offered, where it is no listed solution.
        other_solution_description: String,
        /// Anything else.
        additional_comments: String,
        /// The opportunity that it belongs to.
        related_opportunity_identifier: String,
    }
}

fields! {
    /// Which marketing brought it.
    Marketing {
        /// The campaign.
        campaign_name: String,
        /// Whether marketing brought it.
        source: String,
        /// The kinds of workload that the campaign was about.
        use_cases: Vec<String>,
        /// The kinds of campaign.
        channels: Vec<String>,
        /// Whether the operator's funds paid for it: Yes or No.
        aws_funding_used: String,
    }
}

fields! {
    /// An amount of money.
    MonetaryValue {
        /// How much.
        amount: String,
        /// The currency.
        currency_code: String,
    }
}

fields! {
    /// What the customer pays for software.
    SoftwareRevenue {
        /// How it is paid.
        delivery_model: String,
        /// How much.
        value: MonetaryValue,
        /// From which day.
        effective_date: String,
        /// Until which day.
        expiration_date: String,
    }
}

fields! {
    /// What it is linked to.
    RelatedEntityIdentifiers {
        /// Solutions of the partner.
        solutions: Vec<String>,
        /// Products of the operator.
        aws_products: Vec<String>,
        /// Private offers on the marketplace.
        aws_marketplace_offers: Vec<String>,
    }
}

fields! {
    /// How far it is.
    LifeCycle {
        /// The stage.
        stage: String,
        /// Why it was lost.
        closed_lost_reason: String,
        /// What happens next.
        next_steps: String,
        /// The day on which it should be done.
        target_close_date: String,
    }
}

fields! {
    /// An opportunity.
    OpportunityFields {
        /// Its number in the partner's own system.
        partner_opportunity_identifier: String,
        /// Whether the business is new.
        opportunity_type: String,
        /// Whether it is a matter of national security: Yes or No.
        national_security: String,
        /// What help the partner asks for.
        primary_needs_from_aws: Vec<String>,
        /// The Region that it will run in.
        region: String,
        /// The customer.
        customer: Customer,
        /// The project.
        project: Project,
        /// The marketing.
        marketing: Marketing,
        /// The software's price.
        software_revenue: SoftwareRevenue,
        /// What it is linked to.
        related_entity_identifiers: RelatedEntityIdentifiers,
        /// The partner's people who work on it.
        opportunity_team: Vec<Contact>,
        /// How far it is.
        life_cycle: LifeCycle,
    }
}

fields! {
    /// The company of a lead.
    LeadCustomer {
        /// Its name.
        company_name: String,
        /// Its industry.
        industry: String,
        /// Its web address.
        website_url: String,
        /// Where it is.
        address: Address,
        /// How much it knows of the cloud.
        aws_maturity: String,
        /// The segment of the market.
        market_segment: String,
    }
}

fields! {
    /// Something that a lead did.
    LeadInteraction {
        /// The kind of source, such as an event.
        source_type: String,
        /// The source's number.
        source_id: String,
        /// The source's name.
        source_name: String,
        /// What it was about.
        usecase: String,
        /// The day.
        interaction_date: String,
        /// What the customer did.
        customer_action: String,
        /// The problem that the customer has.
        business_problem: String,
        /// Who it was.
        contact: Contact,
    }
}

fields! {
    /// A lead.
    LeadFields {
        /// What is known of its chances.
        qualification_status: String,
        /// The Region that it is about.
        region: String,
        /// The customer.
        customer: LeadCustomer,
        /// What happened so far.
        interactions: Vec<LeadInteraction>,
        /// Which campaign brought it.
        marketing: Marketing,
    }
}
