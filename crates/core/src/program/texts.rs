//! The texts of a programme that people read, each under a key, so that an adapter can say them in other languages.
//!
//! Proper names stay as the programme writes them: its own title, aliases, certifications, taxes, the sender and subject of
//! its mail. So do the values of lists that are names or codes.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::portal::Portal;
use super::{Measure, Picklist, ProfileRules, Program, StageRequirement, SupportRules, TaskTemplate, Work};
use crate::text::{Field, slug};

/// The lists whose values are words; those of the others are names or codes.
const LISTS_OF_WORDS: &[Picklist] = &[
    Picklist::Industry,
    Picklist::OpportunityType,
    Picklist::PrimaryNeed,
    Picklist::DeliveryModel,
    Picklist::CustomerUseCase,
    Picklist::SalesActivity,
    Picklist::ClosedLostReason,
    Picklist::MarketingSource,
    Picklist::Channel,
    Picklist::RevenueModel,
    Picklist::PaymentFrequency,
    Picklist::ContractTerm,
];

/// Gives other words for the text of a key, if there are any.
struct Say<'a>(&'a mut dyn FnMut(&str, &str) -> Option<String>);

impl Say<'_> {
    fn text(&mut self, key: &str, text: &mut String) {
        let key = key.replace(['_', '/'], "-");
        if let Some(words) = (self.0)(&key, text) {
            *text = words;
        }
    }

    /// A row of a list that has nothing but a title to read.
    fn titles<'t>(&mut self, kind: &str, rows: impl IntoIterator<Item = (&'t String, &'t mut String)>) {
        for (name, title) in rows {
            self.text(&format!("{kind}-{name}"), title);
        }
    }
}

impl Program {
    /// The texts that people read, each with its key, in the order of the file.
    #[must_use]
    pub fn texts(&self) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        let _ = self.in_words(|key, text| {
            texts.push((key.to_string(), text.to_string()));
            None
        });
        for list in LISTS_OF_WORDS {
            let key = |value: &String| format!("{}-{}", list.kind(), slug(value).replace('_', "-"));
            texts.extend(self.pipeline.values(*list).iter().map(|value| (key(value), value.clone())));
        }
        texts
    }

    /// The same programme in other words: `say` gives those for a key and its text, or nothing where the text stays. Ids,
    /// aliases and the values of lists are the same, so this one is for showing, and decides as the other does.
    #[must_use]
    pub fn in_words(&self, mut say: impl FnMut(&str, &str) -> Option<String>) -> Self {
        let mut program = self.clone();
        let mut say = Say(&mut say);
        say.titles("path", program.paths.iter_mut().map(|row| (&row.name, &mut row.title)));
        say.titles("stage", program.stages.iter_mut().map(|row| (&row.name, &mut row.title)));
        say.titles("offering", program.offerings.iter_mut().map(|row| (&row.name, &mut row.title)));
        say.titles("section", program.sections.iter_mut().map(|row| (&row.name, &mut row.title)));
        for role in &mut program.roles {
            say.text(&format!("role-{}", role.name), &mut role.title);
            say.text(&format!("role-{}-purpose", role.name), &mut role.purpose);
        }
        for grant in &mut program.grants {
            say.text(&format!("permission-{}", grant.permission.id()), &mut grant.title);
        }
        for item in &mut program.items {
            say.text(&format!("item-{}", item.name), &mut item.title);
            say.text(&format!("item-{}-description", item.name), &mut item.description);
            for (n, tab) in (1..).zip(&mut item.tabs) {
                say.text(&format!("item-{}-tab-{n}", item.name), tab);
            }
        }
        program.tasks.iter_mut().for_each(|task| of_task(task, &mut say));
        of_portal(&mut program.portal, &mut say);
        let items: Vec<&str> = program.items.iter().map(|item| item.name.as_str()).collect();
        of_profile(&mut program.profile, &items, &mut say);
        for row in &mut program.partner_programs {
            let mut title = row.title.to_string();
            say.text(&format!("program-{}", row.name), &mut title);
            row.title = Field::parse(&title).unwrap_or_else(|_| row.title.clone());
            say.text(&format!("program-{}-description", row.name), &mut row.description);
        }
        let stages: Vec<&str> = program.stages.iter().map(|stage| stage.name.as_str()).collect();
        for row in &mut program.certifications.requirements {
            say.text(&requirement_key(row, &stages), &mut row.title);
        }
        of_support(&mut program.support, &mut say);
        program
    }
}

impl Picklist {
    /// The kind of its values in the keys of [`Program::texts`].
    #[must_use]
    pub fn kind(self) -> String {
        format!("value-{}", self.key().replace('_', "-"))
    }
}

fn of_task(task: &mut TaskTemplate, say: &mut Say<'_>) {
    say.text(&format!("task-{}", task.name), &mut task.title);
    say.text(&format!("task-{}-purpose", task.name), &mut task.purpose);
    if let Work::Form(fields) = &mut task.work {
        for field in fields {
            say.text(&format!("task-{}-field-{}", task.name, field.name), &mut field.title);
        }
    }
}

fn of_portal(portal: &mut Portal, say: &mut Say<'_>) {
    for route in &mut portal.routes {
        say.text(&format!("route-{}", route.name), &mut route.title);
        for (n, step) in (1..).zip(&mut route.steps) {
            say.text(&format!("route-{}-step-{n}", route.name), step);
        }
    }
    for link in &mut portal.links {
        say.text(&format!("link-{}", link.name), &mut link.title);
        say.text(&format!("link-{}-description", link.name), &mut link.description);
    }
}

fn of_profile(profile: &mut ProfileRules, items: &[&str], say: &mut Say<'_>) {
    for row in &mut profile.tabs {
        say.text(&format!("tab-{}", row.tab.id()), &mut row.title);
    }
    say.titles("product-type", profile.product_types.iter_mut().map(|row| (&row.name, &mut row.title)));
    say.titles("customer-type", profile.customer_types.iter_mut().map(|row| (&row.name, &mut row.title)));
    say.titles("qualification-kind", profile.qualification_kinds.iter_mut().map(|row| (&row.name, &mut row.title)));
    say.titles("contact", profile.contacts.iter_mut().map(|row| (&row.name, &mut row.title)));
    for row in &mut profile.recommendations {
        let page = items.get(row.page.index()).copied().unwrap_or_default();
        say.text(&format!("recommendation-{page}"), &mut row.title);
    }
}

/// The key of what a stage asks for, which has no id of its own.
fn requirement_key(row: &StageRequirement, stages: &[&str]) -> String {
    let stage = stages.get(row.stage.index()).copied().unwrap_or_default();
    let counts = match row.measure {
        Measure::Certifications => "certifications",
        Measure::CertifiedPeople => "certified-people",
        Measure::PublicReferences => "public-references",
        Measure::CaseStudies => "case-studies",
        Measure::Offerings => "offerings",
        Measure::TechnicalValidations => "technical-validations",
        Measure::Workloads => "workloads",
        Measure::Products => "products",
    };
    let level = row.level.as_deref().map(|level| format!("-{}", slug(level))).unwrap_or_default();
    format!("requirement-{stage}-{counts}{level}")
}

fn of_support(support: &mut SupportRules, say: &mut Say<'_>) {
    for case in &mut support.case_types {
        say.text(&format!("case-{}", case.name), &mut case.title);
        for question in &mut case.questions {
            say.text(&format!("case-{}-{}", case.name, question.name), &mut question.title);
            for specific in &mut question.specifics {
                say.text(&format!("case-{}-{}-{}", case.name, question.name, specific.name), &mut specific.title);
            }
        }
    }
    for article in &mut support.articles {
        say.text(&format!("article-{}", article.name), &mut article.title);
        say.text(&format!("article-{}-text", article.name), &mut article.text);
    }
}

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeMap;
    use alloc::vec;

    use super::*;

    // Rules: HOME-9
    #[test]
    fn every_text_has_a_key_of_its_own() {
        let texts = Program::guide().texts();
        let by_key: BTreeMap<&str, &str> = texts.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
        assert_eq!(by_key.len(), texts.len(), "a key stands for one text");
        for (key, text) in &by_key {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(key.chars().all(plain) && !text.is_empty(), "{key} = {text}");
        }
        for (key, expected) in [
            ("path-software", "Software"),
            ("stage-validated", "Validated"),
            ("offering-software-products", "Software products"),
            ("section-my-company", "My Company"),
            ("role-ace-user", "ACE user"),
            ("role-ace-user-purpose", "Submits opportunities and looks after those they own."),
            ("permission-remove-users", "Remove users"),
            ("item-build-case-studies", "Case Studies"),
            ("item-channel-channel-management-tab-2", "End User Information"),
            ("task-plan-first-steps-field-goal", "The goal"),
            ("route-accreditation-step-1", "Explore free digital training"),
            ("link-tax-help", "Amazon Web Services Tax Help"),
            ("tab-domains", "My Domains"),
            ("product-type-resale", "Resale and distribution"),
            ("customer-type-start-up", "Start-ups"),
            ("qualification-kind-service", "AWS Services"),
            ("contact-second", "The partnership, second contact"),
            ("recommendation-learn-partner-training", "Learn the basics"),
            ("program-competency", "Competency Program"),
            ("requirement-validated-certifications-technical", "Technical certifications"),
            ("case-other-other-other", "Something else"),
            ("article-paying-the-fee", "How is the yearly fee paid?"),
            ("value-industry-energy-oil-and-gas", "Energy - Oil and Gas"),
        ] {
            assert_eq!(by_key.get(key), Some(&expected), "{key}");
        }
    }

    // Rules: HOME-9
    #[test]
    fn other_words_change_what_is_read_and_nothing_else() {
        let guide = Program::guide();
        let mirrored = guide.in_words(|_, text| Some(text.chars().rev().collect()));
        let (was, is) = (guide.texts(), mirrored.texts());
        assert_eq!(was.len(), is.len());
        for ((key, was), (same, is)) in was.iter().zip(&is) {
            let expected: String = if key.starts_with("value-") { was.clone() } else { was.chars().rev().collect() };
            assert_eq!((key, &expected), (same, is), "values are what is kept and sent: they stay");
        }
        assert_eq!(mirrored.title(), guide.title());
        let aliases = |program: &Program| -> Vec<Vec<String>> {
            program.items().iter().map(|item| [vec![item.name.clone()], item.aliases.clone()].concat()).collect()
        };
        assert_eq!(aliases(&mirrored), aliases(guide));
        assert_eq!(&mirrored.in_words(|_, text| Some(text.chars().rev().collect())), guide, "nothing else changed");
        assert_eq!(&guide.in_words(|_, _| None), guide);
    }
}
