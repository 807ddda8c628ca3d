//! Opportunities and leads of the demo: at every stage, at every point of the review, shared and brought in.

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_core::account::{Account, Actor};
use guildhall_core::pipeline::{
    Contact, ExpectedCustomerSpend, Lead, LeadCommand, LeadFields, LeadInteraction, Opportunity,
    OpportunityCommand as Command, OpportunityFields,
};
use guildhall_core::room::Room;
use guildhall_core::{Id, Moment};

use super::{OPERATOR, member, origin, run_in};
use crate::portal::{Portal, PortalError};

/// What becomes of an opportunity of the demo.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// Brought in, and nothing more.
    New,
    /// Submitted.
    Submitted,
    /// Submitted, and somebody looks at it.
    InReview,
    /// Submitted, and a question came back.
    Questioned,
    /// Approved, and then moved on to its stage.
    Approved,
    /// Turned down.
    TurnedDown,
    /// Shared by the programme, and open.
    Offered,
    /// Shared by the programme, and accepted.
    Taken,
}

/// An opportunity of the demo.
struct Deal {
    owner: &'static str,
    customer: &'static str,
    industry: &'static str,
    country: (&'static str, &'static str, &'static str),
    title: &'static str,
    problem: &'static str,
    use_case: &'static str,
    stage: &'static str,
    monthly: (&'static str, &'static str),
    /// In how many days it closes.
    closes_d: i64,
    next: &'static str,
    fate: Fate,
}

const LARKSPUR: &[Deal] = &[
    Deal {
        owner: "seller",
        customer: "St. Alder Hospitals",
        industry: "Healthcare",
        country: ("DE", "20457", "Hamburg"),
        title: "Bed planning for seven clinics",
        problem: "Seven clinics plan their beds in spreadsheets and turn patients away while beds are free elsewhere.",
        use_case: "Healthcare and Life Sciences",
        stage: "Business Validation",
        monthly: ("8400.00", "EUR"),
        closes_d: 45,
        next: "Send the contract to the purchasing department.",
        fate: Fate::Approved,
    },
    Deal {
        owner: "seller",
        customer: "Meridian Care",
        industry: "Healthcare",
        country: ("NL", "3011", "Rotterdam"),
        title: "Shift planning for nurses",
        problem: "Night shifts are filled by telephone. Nurses want to swap shifts themselves and see their week ahead.",
        use_case: "Business Applications & Contact Center",
        stage: "Qualified",
        monthly: ("3150.00", "EUR"),
        closes_d: 80,
        next: "Show the prototype to the works council.",
        fate: Fate::Submitted,
    },
    Deal {
        owner: "seller",
        customer: "Northfold Clinic",
        industry: "Healthcare",
        country: ("GB", "LS1 4AP", "Leeds"),
        title: "Operating theatre schedule",
        problem: "Theatres stand empty a fifth of the day because changes reach the teams too late.",
        use_case: "Healthcare and Life Sciences",
        stage: "Technical Validation",
        monthly: ("5200.00", "GBP"),
        closes_d: 120,
        next: "Agree on the interface to the patient records.",
        fate: Fate::InReview,
    },
    Deal {
        owner: "manager",
        customer: "Ostara Laboratories",
        industry: "Life Sciences",
        country: ("FR", "69002", "Lyon"),
        title: "Sample tracking across labs",
        problem: "Samples travel between three laboratories, and nobody can say where one is at a given hour.",
        use_case: "IOT",
        stage: "Qualified",
        monthly: ("2300.00", "EUR"),
        closes_d: 60,
        next: "Answer the programme's question.",
        fate: Fate::Questioned,
    },
    Deal {
        owner: "marketing",
        customer: "City of Brackwater",
        industry: "Government",
        country: ("DE", "26122", "Oldenburg"),
        title: "Emergency bed register",
        problem: "In an emergency the control room telephones every hospital to find a free bed.",
        use_case: "Connected Services",
        stage: "Launched",
        monthly: ("12600.00", "EUR"),
        closes_d: 12,
        next: "Review the first month with the control room.",
        fate: Fate::Approved,
    },
    Deal {
        owner: "technical",
        customer: "Quill & Thread",
        industry: "Retail",
        country: ("ES", "08002", "Barcelona"),
        title: "Staff planning for shops",
        problem: "Forty shops plan their staff by hand and are short of people on the busiest days.",
        use_case: "AI Machine Learning and Analytics",
        stage: "Prospect",
        monthly: ("1800.00", "EUR"),
        closes_d: 150,
        next: "Call back after the season.",
        fate: Fate::New,
    },
    Deal {
        owner: "manager",
        customer: "Harrow Logistics",
        industry: "Transportation and Logistics",
        country: ("PL", "80-001", "Gdańsk"),
        title: "Driver rest times",
        problem: "Rest times are checked a week later, when fines are due already.",
        use_case: "Monitoring & Observability",
        stage: "Qualified",
        monthly: ("990.00", "EUR"),
        closes_d: 90,
        next: "",
        fate: Fate::TurnedDown,
    },
    Deal {
        owner: "seller",
        customer: "Tamarind Hotels",
        industry: "Travel",
        country: ("PT", "1100-148", "Lisbon"),
        title: "Housekeeping plan",
        problem: "Rooms are ready late because housekeeping learns of early departures by chance.",
        use_case: "Business Applications & Contact Center",
        stage: "Committed",
        monthly: ("2750.00", "EUR"),
        closes_d: 30,
        next: "Plan the first hotel together.",
        fate: Fate::Taken,
    },
    Deal {
        owner: "",
        customer: "Ferncastle University Hospital",
        industry: "Healthcare",
        country: ("AT", "6020", "Innsbruck"),
        title: "Bed planning for a university hospital",
        problem: "The hospital wants to replace its planning software before the support ends next year.",
        use_case: "Healthcare and Life Sciences",
        stage: "Qualified",
        monthly: ("9100.00", "EUR"),
        closes_d: 100,
        next: "",
        fate: Fate::Offered,
    },
];

const MILLRACE: &[Deal] = &[
    Deal {
        owner: "seller",
        customer: "Lantern Freight",
        industry: "Transportation and Logistics",
        country: ("NL", "1043", "Amsterdam"),
        title: "Move the transport planning",
        problem: "The planning runs on machines in a cellar that flooded twice last year.",
        use_case: "Migration/Database Migration",
        stage: "Technical Validation",
        monthly: ("6100.00", "EUR"),
        closes_d: 70,
        next: "Measure the load of the database for a week.",
        fate: Fate::Approved,
    },
    Deal {
        owner: "lead",
        customer: "Polder Produce",
        industry: "Agriculture",
        country: ("NL", "8232", "Lelystad"),
        title: "Backups away from the farm",
        problem: "All backups lie in the same building as the machines that they are of.",
        use_case: "Storage & Backup",
        stage: "Prospect",
        monthly: ("400.00", "EUR"),
        closes_d: 40,
        next: "Visit on market day.",
        fate: Fate::New,
    },
];

/// A lead of the demo.
struct Prospect {
    company: &'static str,
    industry: &'static str,
    region: &'static str,
    campaign: (&'static str, &'static str),
    contact: (&'static str, &'static str, &'static str, &'static str),
    action: &'static str,
    problem: &'static str,
    /// For whom it is meant; empty for the company as a whole.
    to: &'static str,
    /// What the company answered, if it did.
    answer: Option<bool>,
}

const LEADS: &[Prospect] = &[
    Prospect {
        company: "Elderbrook Care Homes",
        industry: "Healthcare",
        region: "eu-central-1",
        campaign: ("Planning days in Hamburg", "Live Event"),
        contact: ("Nora", "Elder", "Head of nursing", "nora@elderbrook.example"),
        action: "Asked for a visit",
        problem: "Twelve homes share nurses and plan them by fax.",
        to: "",
        answer: None,
    },
    Prospect {
        company: "Sable Diagnostics",
        industry: "Life Sciences",
        region: "eu-west-1",
        campaign: ("Planning days in Hamburg", "Live Event"),
        contact: ("Ivo", "Sable", "Operations", "ivo@sable.example"),
        action: "Took a brochure",
        problem: "Appointments overlap because two systems hold them.",
        to: "seller",
        answer: None,
    },
    Prospect {
        company: "Winterhaven Clinics",
        industry: "Healthcare",
        region: "eu-central-1",
        campaign: ("Webinar: beds and beyond", "Virtual Event"),
        contact: ("Petra", "Haven", "Chief executive", "petra@winterhaven.example"),
        action: "Stayed to the end and asked about prices",
        problem: "The group grows and every clinic plans in its own way.",
        to: "seller",
        answer: Some(true),
    },
    Prospect {
        company: "Grey Heron Insurance",
        industry: "Financial Services",
        region: "us-east-1",
        campaign: ("Search for planning software", "Search"),
        contact: ("Tom", "Heron", "Purchasing", "tom@greyheron.example"),
        action: "Filled in the contact form",
        problem: "Looks for software to plan a call centre.",
        to: "",
        answer: Some(false),
    },
];

/// Brings in the opportunities and leads of a company.
pub(super) async fn seed(portal: &Portal, tenant: Id, account: &Account, domain: &str) -> Result<(), PortalError> {
    let (deals, leads): (&[Deal], &[Prospect]) = match domain {
        "larkspur.example" => (LARKSPUR, LEADS),
        "millrace.example" => (MILLRACE, &[]),
        _ => (&[], &[]),
    };
    let seeding = Seeding { portal, tenant, account, domain };
    for deal in deals {
        seeding.deal(deal).await?;
    }
    for lead in leads {
        seeding.lead(lead).await?;
    }
    Ok(())
}

struct Seeding<'a> {
    portal: &'a Portal,
    tenant: Id,
    account: &'a Account,
    domain: &'a str,
}

impl Seeding<'_> {
    fn member(&self, local: &str) -> Option<Id> {
        member(self.account, &format!("{local}@{}", self.domain))
    }

    /// Somebody of the company; the operator where nobody is named.
    fn actor(&self, local: &str) -> Actor {
        self.member(local).map_or_else(|| Actor::Operator(OPERATOR.into()), Actor::Member)
    }

    /// Runs a command as if so many days ago.
    async fn run<R: Room>(
        &self,
        id: Id,
        (actor, days): (&Actor, i64),
        command: &R::Command,
    ) -> Result<(), PortalError> {
        let then = self.portal.at(self.moment()?.at - TimeDelta::days(days));
        run_in::<R>(&then, (self.tenant, &id.to_string()), actor, command).await.map(|_| ())
    }

    fn moment(&self) -> Result<Moment, PortalError> {
        self.portal.moment(&origin())
    }

    async fn deal(&self, deal: &Deal) -> Result<(), PortalError> {
        let moment = self.moment()?;
        let (id, operator) = (moment.fresh, Actor::Operator(OPERATOR.into()));
        let owner = self.actor(deal.owner);
        let mut fields = fields_of(deal, moment.at);
        let at_last = std::mem::take(&mut fields.life_cycle.stage);
        fields.life_cycle.stage = if deal.fate == Fate::New { at_last.clone() } else { "Qualified".into() };
        let first = Box::new(fields.clone());
        if matches!(deal.fate, Fate::Offered | Fate::Taken) {
            let expires_at = Some(moment.at + TimeDelta::days(14));
            let to = self.member(deal.owner);
            let share = Command::Share { entry: Some(id), fields: first, to, expires_at };
            self.run::<Opportunity>(id, (&operator, 6), &share).await?;
        } else {
            let create = Command::Create { entry: Some(id), fields: first };
            self.run::<Opportunity>(id, (&owner, 24), &create).await?;
        }
        if !matches!(deal.fate, Fate::New | Fate::Offered | Fate::Taken) {
            let submit = Command::Submit { involvement_type: "Co-Sell".into(), visibility: "Full".into() };
            self.run::<Opportunity>(id, (&owner, 20), &submit).await?;
        }
        let next = match deal.fate {
            Fate::InReview => Some((operator, Command::StartReview)),
            Fate::Questioned => {
                let comments = "Which of the three laboratories begins, and when?".into();
                Some((operator, Command::RequestInformation { reason: "Project".into(), comments }))
            }
            Fate::TurnedDown => {
                Some((operator, Command::Disqualify { reason: "Another partner works on this already.".into() }))
            }
            Fate::Approved => Some((operator, Command::Approve)),
            Fate::Taken => Some((self.actor("manager"), Command::Accept)),
            Fate::New | Fate::Submitted | Fate::Offered => None,
        };
        if let Some((actor, command)) = next {
            self.run::<Opportunity>(id, (&actor, 5), &command).await?;
        }
        if matches!(deal.fate, Fate::Approved | Fate::Taken) && at_last != "Qualified" {
            fields.life_cycle.stage = at_last;
            let edit = Command::Edit { fields: Box::new(fields) };
            self.run::<Opportunity>(id, (&owner, 2), &edit).await?;
        }
        Ok(())
    }

    async fn lead(&self, prospect: &Prospect) -> Result<(), PortalError> {
        let moment = self.moment()?;
        let (id, operator) = (moment.fresh, Actor::Operator(OPERATOR.into()));
        let share = LeadCommand::Share {
            entry: Some(id),
            fields: Box::new(lead_fields_of(prospect, moment.at)),
            to: self.member(prospect.to),
            expires_at: Some(moment.at + TimeDelta::days(21)),
        };
        self.run::<Lead>(id, (&operator, 4), &share).await?;
        let answer = match prospect.answer {
            None => return Ok(()),
            Some(true) => LeadCommand::Accept,
            Some(false) => LeadCommand::Reject { reason: "We do not plan call centres.".into() },
        };
        self.run::<Lead>(id, (&self.actor("manager"), 1), &answer).await
    }
}

fn fields_of(deal: &Deal, now: DateTime<Utc>) -> OpportunityFields {
    let mut fields = OpportunityFields::default();
    let account = &mut fields.customer.account;
    account.company_name = deal.customer.into();
    account.industry = deal.industry.into();
    account.website_url = website(deal.customer);
    let (country, postal_code, city) = deal.country;
    account.address.country_code = country.into();
    account.address.postal_code = postal_code.into();
    account.address.city = city.into();
    fields.opportunity_type = "Net New Business".into();
    fields.primary_needs_from_aws = vec!["Co-Sell - Technical Consultation".into(), "Co-Sell - Deal Support".into()];
    fields.region = "eu-central-1".into();
    fields.project.title = deal.title.into();
    fields.project.customer_business_problem = deal.problem.into();
    fields.project.customer_use_case = deal.use_case.into();
    fields.project.delivery_models = vec!["SaaS or PaaS".into()];
    fields.project.sales_activities = vec!["Customer has shown interest in solution".into()];
    fields.project.other_solution_description = "Planning software".into();
    fields.project.expected_customer_spend = vec![ExpectedCustomerSpend {
        amount: deal.monthly.0.into(),
        currency_code: deal.monthly.1.into(),
        frequency: "Monthly".into(),
        target_company: "AWS".into(),
        ..ExpectedCustomerSpend::default()
    }];
    fields.life_cycle.stage = deal.stage.into();
    fields.life_cycle.next_steps = deal.next.into();
    fields.life_cycle.target_close_date = (now + TimeDelta::days(deal.closes_d)).date_naive().to_string();
    fields
}

fn lead_fields_of(prospect: &Prospect, now: DateTime<Utc>) -> LeadFields {
    let mut fields = LeadFields::default();
    fields.customer.company_name = prospect.company.into();
    fields.customer.industry = prospect.industry.into();
    fields.customer.website_url = website(prospect.company);
    fields.region = prospect.region.into();
    let (first_name, last_name, business_title, email) = prospect.contact;
    fields.interactions = vec![LeadInteraction {
        source_type: "Campaign".into(),
        source_name: prospect.campaign.0.into(),
        interaction_date: (now - TimeDelta::days(3)).date_naive().to_string(),
        customer_action: prospect.action.into(),
        business_problem: prospect.problem.into(),
        contact: Contact {
            email: email.into(),
            first_name: first_name.into(),
            last_name: last_name.into(),
            business_title: business_title.into(),
            phone: String::new(),
        },
        ..LeadInteraction::default()
    }];
    fields.marketing.campaign_name = prospect.campaign.0.into();
    fields.marketing.channels = vec![prospect.campaign.1.into()];
    fields.marketing.source = "Marketing Activity".into();
    fields
}

/// The web address of a company of the demo.
fn website(company: &str) -> String {
    let name: String = company.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("www.{}.example", name.to_lowercase())
}
