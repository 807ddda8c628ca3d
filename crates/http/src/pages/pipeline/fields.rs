//! The fields of opportunities and leads as forms and pages show them: in which group, and with which widget. They are
//! reached by the names of the core's columns, so that nothing is named twice.

use guildhall_core::account::Account;
use guildhall_core::pipeline::bulk::Cells;
use guildhall_core::pipeline::{LeadFields, OpportunityFields, Stage};
use guildhall_core::program::{Picklist, PipelineRules};

use crate::pages::form::{Choice, Fact, Field};
use crate::pages::locale::Words;

/// What a field is typed into.
#[derive(Clone, Copy, Debug)]
pub(in crate::pages) enum Widget {
    /// A line of at most so many characters.
    Line(u32),
    /// A line for a kind of text that browsers know.
    Known(&'static str, u32),
    /// Several lines.
    Area(u32),
    /// One value of a list of the programme.
    Pick(Picklist),
    /// Values of a list of the programme.
    Picks(Picklist),
    /// The stage of the sale.
    Stage,
    /// Yes, No, or nothing.
    YesNo,
    /// Several texts in one line.
    Texts,
}

/// A field.
#[derive(Clone, Copy, Debug)]
pub(in crate::pages) struct Spec {
    name: &'static str,
    widget: Widget,
    /// Whether there is none without it.
    needed: bool,
}

const fn spec(name: &'static str, widget: Widget) -> Spec {
    Spec { name, widget, needed: false }
}

const fn needed(name: &'static str, widget: Widget) -> Spec {
    Spec { name, widget, needed: true }
}

/// Fields under one heading.
#[derive(Clone, Copy, Debug)]
pub(in crate::pages) struct GroupSpec {
    /// The key of its heading.
    pub(super) key: &'static str,
    /// What stands before the number, where there may be several.
    pub(super) several: Option<&'static str>,
    /// Whether a form shows it folded while nothing is in it.
    pub(super) folded: bool,
    fields: &'static [Spec],
}

const CONTACT: &[Spec] = &[
    spec("first_name", Widget::Line(80)),
    spec("last_name", Widget::Line(80)),
    spec("business_title", Widget::Line(80)),
    spec("email", Widget::Known("email", 80)),
    spec("phone", Widget::Known("tel", 64)),
];

const MARKETING: GroupSpec = GroupSpec {
    key: "pipeline-group-marketing",
    several: None,
    folded: true,
    fields: &[
        spec("marketing.source", Widget::Pick(Picklist::MarketingSource)),
        spec("marketing.campaign_name", Widget::Line(255)),
        spec("marketing.aws_funding_used", Widget::YesNo),
        spec("marketing.channels", Widget::Picks(Picklist::Channel)),
        spec("marketing.use_cases", Widget::Picks(Picklist::CustomerUseCase)),
    ],
};

/// The groups of an opportunity.
pub(super) const OPPORTUNITY: &[GroupSpec] = &[
    GroupSpec {
        key: "pipeline-group-customer",
        several: None,
        folded: false,
        fields: &[
            needed("customer.account.company_name", Widget::Line(120)),
            spec("customer.account.industry", Widget::Pick(Picklist::Industry)),
            spec("customer.account.other_industry", Widget::Line(255)),
            spec("customer.account.website_url", Widget::Line(255)),
            spec("customer.account.address.country_code", Widget::Pick(Picklist::CountryCode)),
            spec("customer.account.address.postal_code", Widget::Line(20)),
            spec("customer.account.address.city", Widget::Line(255)),
            spec("customer.account.address.state_or_region", Widget::Line(255)),
            spec("customer.account.address.street_address", Widget::Line(255)),
            spec("customer.account.aws_account_id", Widget::Line(12)),
            spec("customer.account.duns", Widget::Line(9)),
        ],
    },
    GroupSpec { key: "pipeline-group-contacts", several: Some("customer.contacts"), folded: true, fields: CONTACT },
    GroupSpec {
        key: "pipeline-group-project",
        several: None,
        folded: false,
        fields: &[
            needed("project.title", Widget::Line(255)),
            spec("project.customer_business_problem", Widget::Area(2000)),
            spec("project.customer_use_case", Widget::Pick(Picklist::CustomerUseCase)),
            spec("opportunity_type", Widget::Pick(Picklist::OpportunityType)),
            spec("project.delivery_models", Widget::Picks(Picklist::DeliveryModel)),
            spec("project.sales_activities", Widget::Picks(Picklist::SalesActivity)),
            spec("primary_needs_from_aws", Widget::Picks(Picklist::PrimaryNeed)),
            spec("project.other_solution_description", Widget::Line(255)),
            spec("region", Widget::Pick(Picklist::Region)),
            spec("partner_opportunity_identifier", Widget::Line(64)),
        ],
    },
    GroupSpec {
        key: "pipeline-group-sale",
        several: None,
        folded: false,
        fields: &[
            spec("life_cycle.stage", Widget::Stage),
            spec("life_cycle.target_close_date", Widget::Known("date", 10)),
            spec("life_cycle.next_steps", Widget::Area(255)),
            spec("life_cycle.closed_lost_reason", Widget::Pick(Picklist::ClosedLostReason)),
        ],
    },
    GroupSpec {
        key: "pipeline-group-spend",
        several: Some("project.expected_customer_spend"),
        folded: false,
        fields: &[
            spec("amount", Widget::Line(34)),
            spec("currency_code", Widget::Pick(Picklist::CurrencyCode)),
            spec("frequency", Widget::Pick(Picklist::PaymentFrequency)),
            spec("target_company", Widget::Pick(Picklist::TargetCompany)),
            spec("estimation_url", Widget::Known("url", 255)),
        ],
    },
    GroupSpec {
        key: "pipeline-group-more",
        several: None,
        folded: true,
        fields: &[
            spec("project.expected_contract_duration.value", Widget::Line(4)),
            spec("project.expected_contract_duration.term", Widget::Pick(Picklist::ContractTerm)),
            spec("project.competitor_name", Widget::Pick(Picklist::CompetitorName)),
            spec("project.other_competitor_names", Widget::Line(255)),
            spec("project.apn_programs", Widget::Picks(Picklist::ApnProgram)),
            spec("national_security", Widget::YesNo),
            spec("project.related_opportunity_identifier", Widget::Line(20)),
            spec("related_entity_identifiers.solutions", Widget::Texts),
            spec("related_entity_identifiers.aws_products", Widget::Texts),
            spec("related_entity_identifiers.aws_marketplace_offers", Widget::Texts),
            spec("project.additional_comments", Widget::Area(255)),
        ],
    },
    MARKETING,
    GroupSpec {
        key: "pipeline-group-software",
        several: None,
        folded: true,
        fields: &[
            spec("software_revenue.delivery_model", Widget::Pick(Picklist::RevenueModel)),
            spec("software_revenue.value.amount", Widget::Line(34)),
            spec("software_revenue.value.currency_code", Widget::Pick(Picklist::CurrencyCode)),
            spec("software_revenue.effective_date", Widget::Known("date", 10)),
            spec("software_revenue.expiration_date", Widget::Known("date", 10)),
        ],
    },
    GroupSpec { key: "pipeline-group-team", several: Some("opportunity_team"), folded: true, fields: CONTACT },
];

/// The groups of a lead.
pub(super) const LEAD: &[GroupSpec] = &[
    GroupSpec {
        key: "pipeline-group-customer",
        several: None,
        folded: false,
        fields: &[
            needed("customer.company_name", Widget::Line(120)),
            spec("customer.industry", Widget::Pick(Picklist::Industry)),
            spec("customer.website_url", Widget::Line(255)),
            spec("customer.address.country_code", Widget::Pick(Picklist::CountryCode)),
            spec("customer.address.postal_code", Widget::Line(20)),
            spec("customer.address.city", Widget::Line(255)),
            spec("customer.address.state_or_region", Widget::Line(255)),
            spec("customer.address.street_address", Widget::Line(255)),
            spec("customer.aws_maturity", Widget::Line(255)),
            spec("customer.market_segment", Widget::Line(255)),
            spec("qualification_status", Widget::Line(255)),
            spec("region", Widget::Pick(Picklist::Region)),
        ],
    },
    GroupSpec {
        key: "pipeline-group-interactions",
        several: Some("interactions"),
        folded: false,
        fields: &[
            spec("contact.first_name", Widget::Line(80)),
            spec("contact.last_name", Widget::Line(80)),
            spec("contact.business_title", Widget::Line(80)),
            spec("contact.email", Widget::Known("email", 80)),
            spec("contact.phone", Widget::Known("tel", 64)),
            spec("interaction_date", Widget::Known("date", 10)),
            spec("customer_action", Widget::Line(255)),
            spec("business_problem", Widget::Area(2000)),
            spec("usecase", Widget::Line(255)),
            spec("source_type", Widget::Line(255)),
            spec("source_name", Widget::Line(255)),
            spec("source_id", Widget::Line(255)),
        ],
    },
    MARKETING,
];

/// How many rows a group may have.
pub(super) const ROWS_MOST: usize = 10;

/// Fields that know how they are shown.
pub(in crate::pages) trait Fields: Cells {
    /// Their groups.
    const GROUPS: &'static [GroupSpec];
}

impl Fields for OpportunityFields {
    const GROUPS: &'static [GroupSpec] = OPPORTUNITY;
}

impl Fields for LeadFields {
    const GROUPS: &'static [GroupSpec] = LEAD;
}

/// The key of a field's label: of its name, or of its part of a group.
fn label_key(name: &str) -> String {
    let part = match name.split_once("].") {
        Some((_, part)) => format!("part.{}", part.strip_prefix("contact.").unwrap_or(part)),
        None => name.to_owned(),
    };
    format!("pipeline-field-{}", part.replace(['.', '_'], "-"))
}

/// What a field is called; one of a group with its number.
pub(in crate::pages) fn label(w: Words, groups: &[GroupSpec], name: &str) -> String {
    let key = label_key(name);
    let own = if w.has(&key) { w.t(&key).into_owned() } else { name.to_owned() };
    let group = groups.iter().find(|g| g.several.is_some_and(|prefix| name.starts_with(&format!("{prefix}["))));
    let number = name.split_once('[').and_then(|(_, rest)| rest.split_once(']')).and_then(|(n, _)| n.parse().ok());
    match (group, number) {
        (Some(group), Some(n)) => {
            let n: usize = n;
            let (heading, number) = (w.t(group.key), w.number(i64::try_from(n + 1).unwrap_or(i64::MAX)));
            let values = [("group", &*heading), ("n", number.as_str()), ("field", own.as_str())];
            w.with("pipeline-field-of", &values).into_owned()
        }
        _ => own,
    }
}

/// A group of a form, with its rows.
#[derive(Debug)]
pub(super) struct FormGroup {
    pub(super) legend: String,
    pub(super) hint: String,
    pub(super) open: bool,
    pub(super) folded: bool,
    /// One row, or as many as the group has.
    pub(super) rows: Vec<FormRow>,
    /// The button for another row.
    pub(super) more: String,
}

/// A row of a group.
#[derive(Debug)]
pub(super) struct FormRow {
    pub(super) legend: String,
    pub(super) fields: Vec<Field>,
}

/// How many rows of a group a form shows: those that say something, and at least one.
pub(super) fn rows_of<F: Fields>(fields: &F, prefix: &str) -> usize {
    let names = fields.filled();
    let of = |n: usize| names.iter().any(|name| name.starts_with(&format!("{prefix}[{n}].")));
    (0..ROWS_MOST).rev().find(|n| of(*n)).map_or(1, |n| n + 1)
}

/// The form of fields. `rows` says how many rows a group shows, if not as many as it has.
pub(super) fn form<F: Fields>(
    w: Words,
    rules: &PipelineRules,
    fields: &F,
    rows: impl Fn(&str) -> Option<usize>,
) -> Vec<FormGroup> {
    let group = |group: &GroupSpec| {
        let legend = w.t(group.key).into_owned();
        let count = group.several.map_or(1, |prefix| rows(prefix).unwrap_or_else(|| rows_of(fields, prefix)));
        let row = |n: usize| {
            let name = |spec: &Spec| match group.several {
                Some(prefix) => format!("{prefix}[{n}].{}", spec.name),
                None => spec.name.to_owned(),
            };
            let made = group.fields.iter().map(|spec| {
                let name = name(spec);
                field(w, rules, spec, &name, &fields.cell(&name).unwrap_or_default())
            });
            let number = w.number(i64::try_from(n + 1).unwrap_or(i64::MAX));
            let several = count > 1 && group.several.is_some();
            let legend = if several { format!("{legend} {number}") } else { String::new() };
            FormRow { legend, fields: made.collect() }
        };
        let rows: Vec<FormRow> = (0..count.min(ROWS_MOST)).map(row).collect();
        let filled = rows
            .iter()
            .flat_map(|r| &r.fields)
            .any(|f| !f.value.is_empty() || f.choices.iter().any(|c| c.chosen && !c.value.is_empty()));
        let hint = format!("{}-hint", group.key);
        FormGroup {
            hint: if w.has(&hint) { w.t(&hint).into_owned() } else { String::new() },
            open: filled,
            folded: group.folded,
            more: group.several.filter(|_| rows.len() < ROWS_MOST).map(|p| format!("more.{p}")).unwrap_or_default(),
            rows,
            legend,
        }
    };
    F::GROUPS.iter().map(group).collect()
}

fn field(w: Words, rules: &PipelineRules, spec: &Spec, name: &str, value: &str) -> Field {
    let label = w.t(&label_key(name)).into_owned();
    let hint = format!("{}-hint", label_key(name));
    let made = |kind| Field::new(kind, name, &label);
    let mut made = match spec.widget {
        Widget::Line(most) => made("text").value(value).most(most),
        Widget::Known(kind, most) => made(kind).value(value).most(most),
        Widget::Area(most) => made("area").value(value).most(most),
        Widget::Texts => made("text").value(value).most(2000).hint(w.t("pipeline-several-hint")),
        Widget::Pick(list) if rules.values(list).is_empty() => made("text").value(value).most(255),
        Widget::Pick(list) => made("select").choices(picks(w, list, rules.values(list).iter(), value)),
        Widget::Picks(list) if rules.values(list).is_empty() => {
            made("text").value(value).most(2000).hint(w.t("pipeline-several-hint"))
        }
        Widget::Picks(list) => {
            let chosen: Vec<&str> = value.split("; ").collect();
            let choice = |v: &String| Choice {
                value: v.clone(),
                label: list_word(w, list, v),
                hint: String::new(),
                chosen: chosen.contains(&v.as_str()),
            };
            made("checks").choices(rules.values(list).iter().map(choice).collect())
        }
        Widget::YesNo => {
            let choice = |value_: &str, key: &str| Choice {
                value: value_.into(),
                label: w.t(key).into_owned(),
                hint: String::new(),
                chosen: value == value_,
            };
            made("select").choices(vec![choice("", "pipeline-not-said"), choice("Yes", "yes"), choice("No", "no")])
        }
        Widget::Stage => {
            let choice = |stage: &Stage| Choice {
                value: stage.as_str().into(),
                label: super::words::stage(w, *stage),
                hint: String::new(),
                chosen: value == stage.as_str(),
            };
            made("select").choices(Stage::ALL.iter().map(choice).collect())
        }
    };
    if w.has(&hint) {
        made = made.hint(w.t(&hint));
    }
    if spec.needed {
        made = made.hint(w.t("pipeline-needed"));
    } else {
        made.required = false;
    }
    made
}

/// A value of a list as people read it.
fn list_word(w: Words, list: Picklist, value: &str) -> String {
    w.said(&list.kind(), value).into_owned()
}

/// The values of a list, and before them none.
fn picks<'a>(w: Words, list: Picklist, values: impl Iterator<Item = &'a String>, value: &str) -> Vec<Choice> {
    let none = Choice {
        value: String::new(),
        label: w.t("pipeline-not-said").into_owned(),
        hint: String::new(),
        chosen: value.is_empty(),
    };
    let choice =
        |v: &String| Choice { value: v.clone(), label: list_word(w, list, v), hint: String::new(), chosen: v == value };
    core::iter::once(none).chain(values.map(choice)).collect()
}

/// Reads what a form sent. A list comes as several fields of one name. `None` where a field is not of this form.
pub(super) fn read<F: Fields>(sent: &[(String, String)]) -> Option<F> {
    let mut fields = F::default();
    let mut joined: std::collections::BTreeMap<&str, String> = std::collections::BTreeMap::new();
    for (name, value) in sent {
        let text = joined.entry(name).or_default();
        if !text.is_empty() {
            text.push_str("; ");
        }
        text.push_str(value);
    }
    joined.iter().all(|(name, text)| fields.put(name, text)).then_some(fields)
}

/// Facts under one heading.
#[derive(Debug)]
pub(in crate::pages) struct FactGroup {
    pub(in crate::pages) heading: String,
    pub(in crate::pages) facts: Vec<Fact>,
}

/// What is known, group by group; what is not is left out.
pub(in crate::pages) fn facts<F: Fields>(w: Words, fields: &F) -> Vec<FactGroup> {
    let group = |group: &GroupSpec| {
        let mut facts = Vec::new();
        match group.several {
            None => {
                for spec in group.fields {
                    let value = fields.cell(spec.name).unwrap_or_default();
                    if !value.is_empty() {
                        facts
                            .push(Fact { term: w.t(&label_key(spec.name)).into_owned(), text: shown(w, spec, &value) });
                    }
                }
            }
            Some(prefix) => {
                for n in 0..rows_of(fields, prefix) {
                    let part = |spec: &Spec| {
                        let value = fields.cell(&format!("{prefix}[{n}].{}", spec.name)).unwrap_or_default();
                        (!value.is_empty()).then(|| shown(w, spec, &value))
                    };
                    let text = group.fields.iter().filter_map(part).collect::<Vec<_>>().join(" · ");
                    if !text.is_empty() {
                        let number = w.number(i64::try_from(n + 1).unwrap_or(i64::MAX));
                        facts.push(Fact { term: number, text });
                    }
                }
            }
        }
        FactGroup { heading: w.t(group.key).into_owned(), facts }
    };
    F::GROUPS.iter().map(group).filter(|group| !group.facts.is_empty()).collect()
}

/// A value as people read it.
fn shown(w: Words, spec: &Spec, value: &str) -> String {
    match spec.widget {
        Widget::Stage => Stage::read(value).map_or_else(|| value.to_owned(), |stage| super::words::stage(w, stage)),
        Widget::YesNo if value == "Yes" => w.t("yes").into_owned(),
        Widget::YesNo => w.t("no").into_owned(),
        Widget::Known("date", _) => value.parse().map_or_else(|_| value.to_owned(), |day| w.date(day)),
        Widget::Picks(list) => value.split("; ").map(|v| list_word(w, list, v)).collect::<Vec<_>>().join(", "),
        Widget::Texts => value.split("; ").collect::<Vec<_>>().join(", "),
        Widget::Pick(list) => list_word(w, list, value),
        Widget::Line(_) | Widget::Known(..) | Widget::Area(_) => value.to_owned(),
    }
}

/// The keys of all labels, for the test of words.
#[cfg(test)]
pub(super) fn keys() -> Vec<String> {
    let groups = OPPORTUNITY.iter().chain(LEAD);
    let of = |group: &GroupSpec| {
        let name = |spec: &Spec| match group.several {
            Some(prefix) => label_key(&format!("{prefix}[0].{}", spec.name)),
            None => label_key(spec.name),
        };
        group.fields.iter().map(name).chain([group.key.to_owned()]).collect::<Vec<_>>()
    };
    let labels: Vec<String> = groups.flat_map(of).collect();
    let hints: Vec<String> = labels.iter().map(|key| format!("{key}-hint")).collect();
    labels.into_iter().chain(hints.into_iter().filter(|key| Words::default().has(key))).collect()
}

/// The name of a person of the company.
pub(in crate::pages) fn name_of(account: &Account, id: Option<guildhall_core::Id>) -> Option<String> {
    id.and_then(|id| account.member(id)).map(|member| member.name.to_string())
}
