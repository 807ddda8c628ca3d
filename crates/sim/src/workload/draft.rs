//! What a recipe works with: chance, the auditor's books, the time, and names that were never used before.

use chrono::{DateTime, Utc};
use guildhall_core::Id;
use guildhall_core::account::{
    Actor, Command, CompanyInput, ContactInput, CustomerInput, Join, Proof, RegisterCompany,
};

use super::plan::{Attempt, Expect, Fault, Plan};
use crate::audit::rights::{GIVEN_BY, LEAD, TEAM, may_give};
use crate::audit::{Access, Books, Person};
use crate::random::Random;

const FIRST: [&str; 8] = ["Ana", "Bo", "Chidi", "Daria", "Emre", "Fatou", "Goran", "Hina"];
const LAST: [&str; 8] = ["Abel", "Brandt", "Costa", "Diaz", "Eriksen", "Fofana", "Gupta", "Haas"];
const FIRMS: [&str; 6] = ["kestrel", "northwind", "quarry", "saffron", "tidewater", "umber"];

/// A recipe's workbench.
pub(super) struct Draft<'a> {
    /// The name of the recipe.
    pub(super) recipe: &'static str,
    /// Chance.
    pub(super) random: &'a mut Random,
    /// The books of every tenant.
    pub(super) books: &'a [Books],
    /// The time.
    pub(super) now: DateTime<Utc>,
    /// The tenant that the recipe is for.
    pub(super) tenant: usize,
    /// How many names were given out.
    pub(super) names: &'a mut u64,
}

impl<'a> Draft<'a> {
    /// The books of the tenant.
    pub(super) fn here(&self) -> Option<&'a Books> {
        self.books.get(self.tenant)
    }

    /// The books of the tenant, if it is registered.
    pub(super) fn registered(&self) -> Option<&'a Books> {
        self.here().filter(|b| b.id.is_some())
    }

    /// One of the people for whom `fits`.
    pub(super) fn person(&mut self, fits: impl Fn(&Person) -> bool) -> Option<&'a Person> {
        let people: Vec<&'a Person> = self.registered()?.people.iter().filter(|p| fits(p)).collect();
        self.random.pick(&people).copied()
    }

    /// An active person who holds one of `roles`.
    pub(super) fn holder(&mut self, roles: &[&str]) -> Option<&'a Person> {
        self.person(|p| p.access == Access::Active && p.roles.iter().any(|r| roles.contains(&r.as_str())))
    }

    /// An active person who may administer: the lead or one of the team.
    pub(super) fn admin(&mut self) -> Option<&'a Person> {
        self.holder(&[LEAD, TEAM])
    }

    /// An active person who is not `id`.
    pub(super) fn other(&mut self, id: Id) -> Option<&'a Person> {
        self.person(|p| p.access == Access::Active && p.id != id)
    }

    /// An active person other than `id` who does not lead.
    pub(super) fn staff(&mut self, id: Id) -> Option<&'a Person> {
        self.person(|p| p.access == Access::Active && p.id != id && !holds(p, LEAD))
    }

    /// An id that nobody and nothing has.
    pub(super) fn unknown(&mut self) -> Id {
        Id::from_bits(self.random.bits())
    }

    /// The roles that `giver` may give and that have at least `seats` free seats.
    pub(super) fn gifts(&self, giver: &Person, seats: usize) -> Vec<&'static str> {
        let free = |role: &str| self.here().is_some_and(|b| b.free(role, self.now) >= seats);
        GIVEN_BY.iter().map(|(role, _)| *role).filter(|role| gives(giver, role) && free(role)).collect()
    }

    /// A name and what may stand before the `@`, both new.
    pub(super) fn name(&mut self) -> (String, String) {
        *self.names += 1;
        let n = *self.names;
        let first = self.random.pick(&FIRST).copied().unwrap_or_default();
        let last = self.random.pick(&LAST).copied().unwrap_or_default();
        (format!("{first} {last} {n}"), format!("{first}.{last}{n}"))
    }

    /// A domain that was never used.
    pub(super) fn domain(&mut self) -> String {
        *self.names += 1;
        let firm = self.random.pick(&FIRMS).copied().unwrap_or_default();
        format!("{firm}{}.example", self.names)
    }

    /// A new address at one of the tenant's domains.
    pub(super) fn address(&mut self) -> Option<String> {
        let domain = self.random.pick(&self.registered()?.domains)?.clone();
        let (_, local) = self.name();
        Some(format!("{local}@{domain}"))
    }

    /// Whether an operator or a visitor asks, where either may.
    pub(super) fn outsider(&mut self) -> Actor {
        if self.random.percent(10) { Actor::Operator("operator-1".to_owned()) } else { Actor::Visitor }
    }

    /// What a person of the tenant asks, now and then asked by an operator in their place.
    pub(super) fn by_or_helped(&mut self, person: &Person, command: Command, expect: Expect) -> Plan {
        if self.random.percent(10) {
            return self.plan(Actor::Operator("operator-1".to_owned()), command, expect);
        }
        self.by(person, command, expect)
    }

    /// A plan of one command in which nothing goes wrong.
    pub(super) fn plan(&self, actor: Actor, command: Command, expect: Expect) -> Plan {
        let attempt = Attempt { tenant: self.tenant, actor, command, expect, turned_away: false, again: None };
        Plan { recipe: self.recipe, at: self.now, fault: Fault::None, attempts: vec![attempt] }
    }

    /// The same, asked by a person of the tenant.
    pub(super) fn by(&self, person: &Person, command: Command, expect: Expect) -> Plan {
        self.plan(Actor::Member(person.id), command, expect)
    }
}

/// Whether `person` holds `role`.
#[must_use]
pub(super) fn holds(person: &Person, role: &str) -> bool {
    person.roles.iter().any(|r| r == role)
}

/// Whether `person` may give and take `role`.
#[must_use]
pub(super) fn gives(person: &Person, role: &str) -> bool {
    may_give(person.roles.iter().map(String::as_str), role)
}

/// Customer information without a fault.
#[must_use]
pub(super) fn customer() -> CustomerInput {
    CustomerInput { job_title: "Engineer".to_owned(), department: String::new() }
}

/// Contact information without a fault.
#[must_use]
pub(super) fn contact() -> ContactInput {
    ContactInput { phone: "+44 20 7946 0018".to_owned(), country: "Portugal".to_owned(), city: "Porto".to_owned() }
}

/// Company information without a fault.
#[must_use]
pub(super) fn company(name: &str) -> CompanyInput {
    let website = "https://www.example.com/".to_owned();
    CompanyInput { name: name.to_owned(), country: "Portugal".to_owned(), website, description: String::new() }
}

/// A registration without a fault.
#[must_use]
pub(super) fn registration(name: &str, email: &str) -> RegisterCompany {
    RegisterCompany {
        name: name.to_owned(),
        email: email.to_owned(),
        accepts_lead: true,
        accepts_terms: true,
        customer: customer(),
        contact: contact(),
        company: company("A company"),
        offering: "software_products".to_owned(),
        proof: Proof::COMPLETE,
        domain_owner: None,
    }
}

/// A form to join without a fault.
#[must_use]
pub(super) fn joining(name: &str, email: &str, invitation: Option<Id>) -> Join {
    Join {
        invitation,
        name: name.to_owned(),
        email: email.to_owned(),
        customer: customer(),
        contact: contact(),
        proof: Proof::COMPLETE,
    }
}
