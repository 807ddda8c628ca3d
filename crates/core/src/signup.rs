//! Registration step by step, before there is an account: who, the Yes, the code, password and CAPTCHA, information, review.
//!
//! A [`Draft`] is what an adapter keeps between two steps. It never holds a password; it knows only that one was chosen.
//! INVARIANT (steps): no step is done before those ahead of it (REG-24, REG-26, USR-4..10).

use alloc::string::{String, ToString};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::account::{
    Command, CompanyInput, ContactInput, CustomerInput, Faults, Join, Proof, Refusal, RegisterCompany,
};
use crate::identity::{Challenge, CodeFault, CodeHash, EmailAddress, Purpose};
use crate::program::Program;
use crate::text::Name;

/// Which registration it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// A company, by the person who becomes its lead (REG-1..26).
    Company,
    /// A person of a registered company, by domain or by an invitation's link (USR-1..12, INV-6).
    User {
        /// The invitation whose link was followed.
        invitation: Option<Id>,
    },
}

/// A step of the registration; the order is the order of the steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The Yes to being the main contact and lead (REG-15). Companies only.
    Lead,
    /// The mailed code (REG-16, REG-17, USR-4..6).
    Code,
    /// Password and CAPTCHA (REG-18, REG-19, USR-11).
    Password,
    /// The kinds of information (REG-20..23, USR-9).
    Information,
    /// A look at everything, then Register (REG-24, USR-10).
    Review,
}

/// What a person tells in the step of the information.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Information {
    /// About their work.
    pub customer: CustomerInput,
    /// How they are reached.
    pub contact: ContactInput,
    /// About the company; a person who joins is not asked (USR-9).
    pub company: CompanyInput,
    /// The id of the primary offering; a person who joins is not asked.
    pub offering: String,
    /// Whether the terms are accepted, with the authority to do so (REG-4); a person who joins is not asked.
    pub accepts_terms: bool,
}

/// A registration under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    door: Door,
    name: Name,
    email: EmailAddress,
    accepts_lead: bool,
    challenge: Option<Challenge>,
    address_proven: bool,
    password_chosen: bool,
    information: Option<Information>,
}

impl Draft {
    /// Begins: who registers (REG-8..14, USR-1..3). All faults of the form are returned together.
    pub fn begin(program: &Program, door: Door, name: &str, email: &str) -> Result<Self, Refusal> {
        let policy = program.email();
        let mut faults = Faults::default();
        let name = faults.line("name", name);
        let email = match door {
            // Whether a shared mailbox may join depends on an invitation, which the account knows.
            Door::User { .. } => faults.email("email", policy.parse_business(email)),
            Door::Company => faults.email("email", policy.parse_registrant(email)),
        };
        let (name, email) = faults.whole(name.zip(email))?;
        Ok(Self {
            door,
            name,
            email,
            accepts_lead: false,
            challenge: None,
            address_proven: false,
            password_chosen: false,
            information: None,
        })
    }

    /// Which registration it is.
    #[must_use]
    pub fn door(&self) -> Door {
        self.door
    }

    /// The registrant's name.
    #[must_use]
    pub fn name(&self) -> &Name {
        &self.name
    }

    /// The registrant's address.
    #[must_use]
    pub fn email(&self) -> &EmailAddress {
        &self.email
    }

    /// What was told so far.
    #[must_use]
    pub fn information(&self) -> Option<&Information> {
        self.information.as_ref()
    }

    /// The code that is waited for; its hash is compared by the adapter.
    #[must_use]
    pub fn challenge(&self) -> Option<&Challenge> {
        self.challenge.as_ref()
    }

    /// The step that comes next.
    #[must_use]
    pub fn step(&self) -> Step {
        if self.door == Door::Company && !self.accepts_lead {
            Step::Lead
        } else if !self.address_proven {
            Step::Code
        } else if !self.password_chosen {
            Step::Password
        } else if self.information.is_none() {
            Step::Information
        } else {
            Step::Review
        }
    }

    /// The Yes, or not (REG-15).
    pub fn answer_lead(&mut self, yes: bool) -> Result<(), Refusal> {
        if !yes {
            return Err(Refusal::LeadNotAccepted);
        }
        self.accepts_lead = true;
        Ok(())
    }

    /// A code was made and goes out by mail; an earlier one is void.
    pub fn await_code(&mut self, program: &Program, hash: CodeHash, now: DateTime<Utc>) -> Result<(), Refusal> {
        self.reached(Step::Code)?;
        let limits = program.limits();
        self.challenge = Some(Challenge::new(Purpose::Registration, hash, now, limits.code_minutes, limits.code_tries));
        Ok(())
    }

    /// A try at the code. A wrong one is counted, so the draft has to be kept either way.
    pub fn try_code(&mut self, matches: bool, now: DateTime<Utc>) -> Result<(), CodeFault> {
        let challenge = self.challenge.as_mut().ok_or(CodeFault::Expired)?;
        challenge.attempt(matches, now)?;
        self.address_proven = true;
        self.challenge = None;
        Ok(())
    }

    /// Whether the place this door leads to is there: a company's domain must be nobody's, a user's must be somebody's
    /// (REG-6, C-045, USR-1). Asked only of a proven address, so that nobody learns who is registered by asking.
    pub fn check_place(&self, domain_owner: Option<Id>) -> Result<(), Refusal> {
        self.reached(Step::Password)?;
        match (self.door, domain_owner) {
            (Door::Company, Some(_)) => Err(Refusal::CompanyRegistered),
            (Door::User { .. }, None) => Err(Refusal::CompanyNotRegistered),
            (Door::Company, None) | (Door::User { .. }, Some(_)) => Ok(()),
        }
    }

    /// A password that meets the policy was chosen and hashed, and the CAPTCHA was solved (REG-18, REG-19).
    pub fn choose_password(&mut self, captcha_solved: bool) -> Result<(), Refusal> {
        self.reached(Step::Password)?;
        if !captcha_solved {
            return Err(Refusal::CaptchaMissing);
        }
        self.password_chosen = true;
        Ok(())
    }

    /// The information. All faults are returned together, and it can be given again until Register.
    pub fn inform(&mut self, program: &Program, information: Information) -> Result<(), Refusal> {
        self.reached(Step::Information)?;
        let mut faults = Faults::default();
        information.customer.check(&mut faults);
        information.contact.check(&mut faults);
        if self.door == Door::Company {
            information.company.check(&mut faults);
            if program.offering(&information.offering).is_none() {
                faults.push("offering", if information.offering.is_empty() { "required" } else { "unknown" });
            }
            if !information.accepts_terms {
                faults.push("accepts_terms", "required");
            }
        }
        faults.finish()?;
        self.information = Some(information);
        Ok(())
    }

    /// Register: the command for the account. `domain_owner` is the directory's fact about the address's domain.
    pub fn command(&self, domain_owner: Option<Id>) -> Result<Command, Refusal> {
        self.reached(Step::Review)?;
        let information = self.information.clone().unwrap_or_default();
        let (name, email) = (self.name.to_string(), self.email.to_string());
        let Information { customer, contact, company, offering, accepts_terms } = information;
        let proof = Proof::COMPLETE;
        Ok(match self.door {
            Door::Company => Command::RegisterCompany(RegisterCompany {
                name,
                email,
                accepts_lead: self.accepts_lead,
                accepts_terms,
                customer,
                contact,
                company,
                offering,
                proof,
                domain_owner,
            }),
            Door::User { invitation } => Command::Join(Join { invitation, name, email, customer, contact, proof }),
        })
    }

    /// Refuses a step that stands behind the next one.
    fn reached(&self, step: Step) -> Result<(), Refusal> {
        if step <= self.step() {
            return Ok(());
        }
        Err(match self.step() {
            Step::Lead => Refusal::LeadNotAccepted,
            Step::Code => Refusal::AddressNotProven,
            Step::Password => Refusal::PasswordMissing,
            Step::Information | Step::Review => {
                let mut faults = Faults::default();
                faults.push("information", "required");
                Refusal::InvalidInput { faults: faults.finish().err().unwrap_or_default() }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(minute * 60, 0).unwrap()
    }

    fn hash() -> CodeHash {
        CodeHash("h".into())
    }

    fn information() -> Information {
        Information {
            customer: CustomerInput { job_title: "Head of alliances".into(), department: String::new() },
            contact: ContactInput { phone: "+1 555 0100".into(), country: "Spain".into(), city: String::new() },
            company: CompanyInput { name: "Acme".into(), country: "Spain".into(), ..CompanyInput::default() },
            offering: "software_products".into(),
            accepts_terms: true,
        }
    }

    fn company() -> Draft {
        Draft::begin(Program::guide(), Door::Company, "Ana", "ana@acme.example").unwrap()
    }

    fn proven(mut draft: Draft) -> Draft {
        if draft.door() == Door::Company {
            draft.answer_lead(true).unwrap();
        }
        draft.await_code(Program::guide(), hash(), at(0)).unwrap();
        draft.try_code(true, at(1)).unwrap();
        draft
    }

    // Rules: REG-24, REG-26
    #[test]
    fn the_steps_come_in_order() {
        let program = Program::guide();
        let mut draft = company();
        assert_eq!(draft.step(), Step::Lead);
        assert_eq!(draft.await_code(program, hash(), at(0)), Err(Refusal::LeadNotAccepted));
        draft.answer_lead(true).unwrap();
        assert_eq!(draft.step(), Step::Code);
        assert_eq!(draft.choose_password(true), Err(Refusal::AddressNotProven));
        assert_eq!(draft.check_place(None), Err(Refusal::AddressNotProven));
        draft.await_code(program, hash(), at(0)).unwrap();
        draft.try_code(true, at(1)).unwrap();
        assert_eq!(draft.step(), Step::Password);
        assert_eq!(draft.inform(program, information()), Err(Refusal::PasswordMissing));
        draft.choose_password(true).unwrap();
        assert_eq!(draft.step(), Step::Information);
        assert!(matches!(draft.command(None), Err(Refusal::InvalidInput { .. })));
        draft.inform(program, information()).unwrap();
        assert_eq!(draft.step(), Step::Review);
        assert!(matches!(draft.command(None), Ok(Command::RegisterCompany(_))));
    }

    // Rules: REG-15
    #[test]
    fn only_a_yes_leads_on() {
        let mut draft = company();
        assert_eq!(draft.answer_lead(false), Err(Refusal::LeadNotAccepted));
        assert_eq!(draft.step(), Step::Lead);
    }

    // Rules: REG-19, USR-11
    #[test]
    fn an_unsolved_captcha_stops() {
        let mut draft = proven(company());
        assert_eq!(draft.choose_password(false), Err(Refusal::CaptchaMissing));
        assert_eq!(draft.step(), Step::Password);
    }

    // Rules: REG-17, USR-6
    #[test]
    fn a_wrong_code_stops_and_is_counted() {
        let mut draft = company();
        draft.answer_lead(true).unwrap();
        assert_eq!(draft.try_code(true, at(0)), Err(CodeFault::Expired), "before a code was sent");
        draft.await_code(Program::guide(), hash(), at(0)).unwrap();
        for _ in 0..5 {
            assert_eq!(draft.try_code(false, at(1)), Err(CodeFault::Wrong));
        }
        assert_eq!(draft.try_code(true, at(1)), Err(CodeFault::Void));
        assert_eq!(draft.step(), Step::Code);
    }

    // Rules: REG-8, REG-9, REG-10, REG-11, REG-12, USR-2, USR-3
    #[test]
    fn who_is_judged_at_once() {
        let codes = |door, name, email| match Draft::begin(Program::guide(), door, name, email) {
            Ok(_) => "ok".to_string(),
            Err(Refusal::InvalidInput { faults }) => {
                let rows: alloc::vec::Vec<String> =
                    faults.iter().map(|f| alloc::format!("{} {}", f.field, f.code)).collect();
                rows.join(", ")
            }
            Err(other) => other.code().to_string(),
        };
        for door in [Door::Company, Door::User { invitation: None }] {
            for (name, email, expected) in [
                ("Ana", "ana@acme.example", "ok"),
                ("", "", "name required, email empty"),
                ("Ana", "ana@gmail.com", "email personal_domain"),
                ("Ana", "ana@hotmail.com", "email personal_domain"),
                ("Ana", "ana@outlook.com", "email personal_domain"),
                ("Ana", "ana@college.edu", "email personal_domain"),
                ("Ana", "bo@@acme", "email several_at_signs"),
                ("Ana", "acme", "email no_at_sign"),
            ] {
                assert_eq!(codes(door, name, email), expected, "{door:?} {email}");
            }
        }
        assert_eq!(codes(Door::Company, "Help", "support@acme.example"), "email shared_mailbox");
    }

    // Rules: REG-2, REG-6, USR-1
    #[test]
    fn the_place_has_to_be_there() {
        let tenant = Some(Id::from_bits(7));
        assert_eq!(proven(company()).check_place(tenant), Err(Refusal::CompanyRegistered));
        assert_eq!(proven(company()).check_place(None), Ok(()));
        let user = || Draft::begin(Program::guide(), Door::User { invitation: None }, "Bo", "bo@acme.example").unwrap();
        assert_eq!(proven(user()).check_place(None), Err(Refusal::CompanyNotRegistered));
        assert_eq!(proven(user()).check_place(tenant), Ok(()));
    }

    // Rules: REG-4, REG-20, REG-21, USR-9, USR-10
    #[test]
    fn all_kinds_of_information_are_needed_and_a_user_is_not_asked_for_the_companys() {
        let program = Program::guide();
        let mut draft = proven(company());
        draft.choose_password(true).unwrap();
        let Err(Refusal::InvalidInput { faults }) = draft.inform(program, Information::default()) else { panic!() };
        let fields: alloc::vec::Vec<&str> = faults.iter().map(|f| f.field.as_str()).collect();
        assert_eq!(
            fields,
            [
                "customer.job_title",
                "contact.phone",
                "contact.country",
                "company.name",
                "company.country",
                "offering",
                "accepts_terms"
            ]
        );
        let mut other = information();
        other.offering = "hardware".into();
        assert!(matches!(draft.inform(program, other), Err(Refusal::InvalidInput { .. })));

        let mut user = proven(Draft::begin(program, Door::User { invitation: None }, "Bo", "bo@acme.example").unwrap());
        user.choose_password(true).unwrap();
        assert!(user.command(None).is_err(), "not before Register can be chosen");
        let told = Information {
            company: CompanyInput::default(),
            offering: String::new(),
            accepts_terms: false,
            ..information()
        };
        user.inform(program, told).unwrap();
        assert!(matches!(user.command(Some(Id::from_bits(1))), Ok(Command::Join(_))));
    }
}
