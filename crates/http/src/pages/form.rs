//! Forms as data: fields with labels, hints and faults, and the page that shows one.

use askama::Template;
use guildhall_core::FieldFault;
use guildhall_core::identity::PasswordPolicy;

use super::attachments::FilesField;
use super::locale::Words;
use super::view::Page;
use super::words;

/// One choice of a field.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) chosen: bool,
}

impl Choice {
    /// A choice without a hint; `chosen` is the value that is chosen now.
    pub(super) fn new(value: impl Into<String>, label: impl Into<String>, chosen: &str) -> Self {
        let value = value.into();
        Self { chosen: value == chosen, value, label: label.into(), hint: String::new() }
    }
}

/// What stands for no choice, and after it each of these.
pub(super) fn choices(none: &str, of: impl IntoIterator<Item = (String, String)>, chosen: &str) -> Vec<Choice> {
    let none = std::iter::once((String::new(), none.to_owned()));
    none.chain(of).map(|(value, label)| Choice::new(value, label, chosen)).collect()
}

/// A field of a form. It shows its faults and ties them to the input.
#[derive(Debug, Clone, Template)]
#[template(path = "field.html")]
pub(super) struct Field {
    pub(super) kind: &'static str,
    pub(super) name: String,
    pub(super) id: String,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) value: String,
    pub(super) faults: Vec<String>,
    pub(super) required: bool,
    pub(super) optional_word: String,
    pub(super) autocomplete: &'static str,
    pub(super) choices: Vec<Choice>,
    pub(super) checked: bool,
    pub(super) most: u32,
    /// Of a select: the id of the button that a choice presses; without one it sends its form.
    pub(super) sends: &'static str,
}

impl askama::filters::HtmlSafe for Field {}

impl Field {
    /// A field of `kind`: `text`, `email`, `tel`, `url`, `password`, `code`, `area`, `select`, `radio`, `check`, `hidden`.
    pub(super) fn new(kind: &'static str, name: impl Into<String>, label: impl Into<String>) -> Self {
        let name = name.into();
        Self {
            kind,
            id: format!("f-{}", name.replace(['.', '[', ']'], "-")),
            name,
            label: label.into(),
            hint: String::new(),
            value: String::new(),
            faults: Vec::new(),
            required: true,
            optional_word: String::new(),
            autocomplete: "off",
            choices: Vec::new(),
            checked: false,
            most: 200,
            sends: "",
        }
    }

    pub(super) fn hidden(name: &str, value: impl Into<String>) -> Self {
        Self::new("hidden", name, "").value(value)
    }

    pub(super) fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    pub(super) fn optional(mut self, w: Words) -> Self {
        self.required = false;
        self.optional_word = w.t("field-optional").into_owned();
        self
    }

    pub(super) fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = token;
        self
    }

    pub(super) fn most(mut self, most: u32) -> Self {
        self.most = most;
        self
    }

    /// Lets a choice press the button of this id.
    pub(super) fn sends(mut self, button: &'static str) -> Self {
        self.sends = button;
        self
    }

    pub(super) fn checked(mut self, checked: bool) -> Self {
        self.checked = checked;
        self
    }

    pub(super) fn choices(mut self, choices: Vec<Choice>) -> Self {
        self.choices = choices;
        self
    }

    /// The ids that describe the input.
    fn described_by(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.id));
        let fault = (!self.faults.is_empty()).then(|| format!("{}-fault", self.id));
        hint.into_iter().chain(fault).collect::<Vec<_>>().join(" ")
    }

    fn has_faults(&self) -> bool {
        !self.faults.is_empty()
    }
}

/// Fields under one heading.
#[derive(Debug, Clone, Default)]
pub(super) struct Group {
    pub(super) legend: String,
    pub(super) fields: Vec<Field>,
}

/// A line of the summary of faults; it leads to the field.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    pub(super) href: String,
    pub(super) text: String,
}

/// A fact shown next to a form, such as whom it is about.
#[derive(Debug, Clone)]
pub(super) struct Fact {
    pub(super) term: String,
    pub(super) text: String,
}

/// A step of several.
#[derive(Debug, Clone)]
pub(super) struct StepMark {
    pub(super) title: String,
    pub(super) current: bool,
    pub(super) done: bool,
}

/// A rule that a new password has to meet; the script ticks it off.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    pub(super) id: &'static str,
    pub(super) text: String,
}

/// The proof that no robot fills in the form.
#[derive(Debug, Clone)]
pub(super) struct CaptchaModel {
    /// What the widget says, as it reads it.
    pub(super) widget: String,
    pub(super) question: String,
    pub(super) token: String,
    pub(super) faults: Vec<String>,
}

/// A link under a form.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub(super) href: String,
    pub(super) text: String,
}

/// A second, small form: one button, such as sending the code again.
#[derive(Debug, Clone)]
pub(super) struct SideForm {
    pub(super) action: String,
    pub(super) text: String,
}

/// A page with one form.
#[derive(Debug, Template)]
#[template(path = "form.html")]
pub(super) struct FormPage {
    pub(super) page: Page,
    pub(super) heading: String,
    pub(super) intro: Vec<String>,
    pub(super) steps: Vec<StepMark>,
    pub(super) facts: Vec<Fact>,
    pub(super) action: String,
    pub(super) groups: Vec<Group>,
    /// For managers of passwords: whose password is asked.
    pub(super) username: String,
    pub(super) rules: Vec<Rule>,
    pub(super) symbols: String,
    pub(super) least: usize,
    pub(super) captcha: Option<CaptchaModel>,
    /// The files that go with it.
    pub(super) files: Option<FilesField>,
    /// The text under which it counts once; empty for a form that needs none.
    pub(super) once: String,
    pub(super) submit: String,
    pub(super) danger: bool,
    pub(super) side: Option<SideForm>,
    pub(super) links: Vec<Link>,
    pub(super) faults: Vec<Fault>,
}

impl FormPage {
    /// A form with its heading, address and button.
    pub(super) fn new(page: Page, action: impl Into<String>, submit: impl Into<String>) -> Self {
        Self {
            heading: page.title.clone(),
            page,
            intro: Vec::new(),
            steps: Vec::new(),
            facts: Vec::new(),
            action: action.into(),
            groups: Vec::new(),
            username: String::new(),
            rules: Vec::new(),
            symbols: String::new(),
            least: 0,
            captcha: None,
            files: None,
            once: String::new(),
            submit: submit.into(),
            danger: false,
            side: None,
            links: Vec::new(),
            faults: Vec::new(),
        }
    }

    pub(super) fn intro(mut self, text: impl Into<String>) -> Self {
        self.intro.push(text.into());
        self
    }

    pub(super) fn fact(mut self, term: impl Into<String>, text: impl Into<String>) -> Self {
        self.facts.push(Fact { term: term.into(), text: text.into() });
        self
    }

    pub(super) fn fields(mut self, fields: Vec<Field>) -> Self {
        self.groups.push(Group { legend: String::new(), fields });
        self
    }

    pub(super) fn group(mut self, legend: impl Into<String>, fields: Vec<Field>) -> Self {
        self.groups.push(Group { legend: legend.into(), fields });
        self
    }

    pub(super) fn danger(mut self) -> Self {
        self.danger = true;
        self
    }

    pub(super) fn link(mut self, href: impl Into<String>, text: impl Into<String>) -> Self {
        self.links.push(Link { href: href.into(), text: text.into() });
        self
    }

    pub(super) fn side(mut self, action: impl Into<String>, text: impl Into<String>) -> Self {
        self.side = Some(SideForm { action: action.into(), text: text.into() });
        self
    }

    /// Ties faults to the fields that they name, and lists all of them at the top.
    pub(super) fn with_faults(mut self, faults: &[FieldFault]) -> Self {
        let w = self.page.w;
        self.faults.extend(tie(w, self.groups.iter_mut().flat_map(|g| g.fields.iter_mut()), faults));
        self
    }

    /// Adds a fault that belongs to no field.
    pub(super) fn with_fault(mut self, href: &str, text: impl Into<String>) -> Self {
        self.faults.push(Fault { href: href.into(), text: text.into() });
        self
    }

    /// Lets files go with it; what is wrong with some is told on top too.
    pub(super) fn files(mut self, files: FilesField, once: String) -> Self {
        let fault = |text: &String| Fault { href: "#f-files".into(), text: text.clone() };
        self.faults.extend(files.faults.iter().map(fault));
        (self.files, self.once) = (Some(files), once);
        self
    }

    /// Tells managers of passwords whose password is asked.
    pub(super) fn username(mut self, address: &str) -> Self {
        address.clone_into(&mut self.username);
        self
    }

    /// Lists the rules of a new password, for the script to tick off.
    pub(super) fn password_rules(mut self, policy: &PasswordPolicy) -> Self {
        self.rules = words::password_rules(self.page.w, policy);
        self.symbols = words::symbols(policy, "");
        self.least = policy.least_code_points;
        self
    }

    fn has_faults(&self) -> bool {
        !self.faults.is_empty()
    }
}

/// Puts each fault at its field and gives the lines of the summary.
pub(super) fn tie<'a>(w: Words, fields: impl Iterator<Item = &'a mut Field>, faults: &[FieldFault]) -> Vec<Fault> {
    let mut open: Vec<&FieldFault> = faults.iter().collect();
    let mut lines = Vec::new();
    for field in fields {
        open.retain(|fault| {
            if fault.field != field.name {
                return true;
            }
            let text = words::fault(w, &fault.code);
            field.faults.push(text.clone());
            let label = field.label.trim_end_matches('?');
            lines.push(Fault {
                href: format!("#{}", field.id),
                text: w.with("fault-line", &[("field", label), ("fault", text.as_str())]).into_owned(),
            });
            false
        });
    }
    lines.extend(open.into_iter().map(|fault| Fault { href: "#main".into(), text: words::fault(w, &fault.code) }));
    lines
}
