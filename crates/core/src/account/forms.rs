//! What people type about themselves and their company. Every fault of a form is reported at once.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::FieldFault;
use crate::identity::{EmailAddress, EmailFault};
use crate::text::{Field, Line, LineFault, Name};

/// Collects the faults of a form while its fields are read.
#[derive(Debug, Default)]
pub struct Faults(Vec<FieldFault>);

impl Faults {
    /// Notes a fault.
    pub fn push(&mut self, field: &str, code: &str) {
        self.0.push(FieldFault::new(field, code));
    }

    /// Reads a line that is required.
    pub fn line<const MOST: usize>(&mut self, field: &str, text: &str) -> Option<Line<MOST>> {
        Line::parse(text).map_err(|fault| self.push(field, fault.code())).ok()
    }

    /// Reads a line that may be left out.
    pub fn optional<const MOST: usize>(&mut self, field: &str, text: &str) -> Option<Line<MOST>> {
        match Line::parse(text) {
            Ok(line) => Some(line),
            Err(LineFault::Required) => None,
            Err(fault) => {
                self.push(field, fault.code());
                None
            }
        }
    }

    /// Takes the outcome of reading an address.
    pub fn email(&mut self, field: &str, result: Result<EmailAddress, EmailFault>) -> Option<EmailAddress> {
        result.map_err(|fault| self.push(field, fault.code())).ok()
    }

    /// Nothing, or all faults.
    pub fn finish(self) -> Result<(), Vec<FieldFault>> {
        if self.0.is_empty() { Ok(()) } else { Err(self.0) }
    }

    /// The parts of a form, or all its faults: a part that is absent left one.
    pub fn whole<T>(self, parts: Option<T>) -> Result<T, Vec<FieldFault>> {
        match parts {
            Some(parts) if self.0.is_empty() => Ok(parts),
            Some(_) | None => Err(self.0),
        }
    }
}

/// What a person tells about their work (the customer information of REG-20 and USR-9), as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomerInput {
    /// Their position. Required.
    pub job_title: String,
    /// Their department.
    #[serde(default)]
    pub department: String,
}

/// How a person is reached (the contact information of REG-20 and USR-9), as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactInput {
    /// A telephone number. Required.
    pub phone: String,
    /// The country or region. Required.
    pub country: String,
    /// The city.
    #[serde(default)]
    pub city: String,
}

/// What a registrant tells about the company (the company information of REG-20), as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompanyInput {
    /// The company's name. Required.
    pub name: String,
    /// The country or region of its seat. Required.
    pub country: String,
    /// Its web address.
    #[serde(default)]
    pub website: String,
    /// What it does and for whom.
    #[serde(default)]
    pub description: String,
}

/// Customer information that was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// Their position.
    pub job_title: Name,
    /// Their department.
    pub department: Option<Name>,
}

/// Contact information that was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// A telephone number.
    pub phone: Line<40>,
    /// The country or region.
    pub country: Name,
    /// The city.
    pub city: Option<Name>,
}

/// Company information that was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company {
    /// The company's name.
    pub name: Name,
    /// The country or region of its seat.
    pub country: Name,
    /// Its web address, `http` or `https`.
    pub website: Option<Field>,
    /// What it does and for whom.
    pub description: Option<Line<1000>>,
}

impl CustomerInput {
    /// Checks it; faults are named `customer.…`.
    pub fn check(&self, faults: &mut Faults) -> Option<Customer> {
        let job_title = faults.line("customer.job_title", &self.job_title);
        let department = faults.optional("customer.department", &self.department);
        Some(Customer { job_title: job_title?, department })
    }
}

impl ContactInput {
    /// Checks it; faults are named `contact.…`.
    pub fn check(&self, faults: &mut Faults) -> Option<Contact> {
        let phone = faults.line("contact.phone", &self.phone);
        let digits = self.phone.chars().filter(char::is_ascii_digit).count();
        let telephonic = |c: char| c.is_ascii_digit() || " +-().,/x".contains(c);
        let phone = match phone {
            Some(_) if digits < 3 || !self.phone.trim().chars().all(telephonic) => {
                faults.push("contact.phone", "not_a_phone_number");
                None
            }
            other => other,
        };
        let country = faults.line("contact.country", &self.country);
        let city = faults.optional("contact.city", &self.city);
        Some(Contact { phone: phone?, country: country?, city })
    }
}

impl CompanyInput {
    /// Checks it; faults are named `company.…`.
    pub fn check(&self, faults: &mut Faults) -> Option<Company> {
        let name = faults.line("company.name", &self.name);
        let country = faults.line("company.country", &self.country);
        let website: Option<Field> = faults.optional("company.website", &self.website);
        if website.as_ref().is_some_and(|w| !is_web_address(w.as_str())) {
            faults.push("company.website", "not_a_web_address");
        }
        let description = faults.optional("company.description", &self.description);
        Some(Company { name: name?, country: country?, website, description })
    }
}

/// A scheme that a browser follows without running anything, a host, and no blanks. The host comes without a user's name,
/// which would make it look like another.
pub(crate) fn is_web_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let http = ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    http && !host.is_empty() && !host.contains(['@', '\\']) && !text.contains(char::is_whitespace)
}

impl From<&Company> for CompanyInput {
    fn from(company: &Company) -> Self {
        let text = |line: Option<&str>| line.unwrap_or_default().to_string();
        Self {
            name: company.name.to_string(),
            country: company.country.to_string(),
            website: text(company.website.as_ref().map(Line::as_str)),
            description: text(company.description.as_ref().map(Line::as_str)),
        }
    }
}

impl From<&Contact> for ContactInput {
    fn from(contact: &Contact) -> Self {
        let city = contact.city.as_ref().map(ToString::to_string).unwrap_or_default();
        Self { phone: contact.phone.to_string(), country: contact.country.to_string(), city }
    }
}

impl From<&Customer> for CustomerInput {
    fn from(customer: &Customer) -> Self {
        let department = customer.department.as_ref().map(ToString::to_string).unwrap_or_default();
        Self { job_title: customer.job_title.to_string(), department }
    }
}
