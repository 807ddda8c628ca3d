//! What keeps robots from the forms that need no session: a proof of work, or a question where no script runs (REG-19).

use crate::captcha::Puzzle;
use crate::limits::Action;
use crate::pages::errors;
use crate::pages::form::{CaptchaModel, FormPage};
use crate::pages::locale::Words;
use crate::pages::view::Stop;
use crate::pages::visit::Visit;

/// What a form was sent with.
#[derive(Debug, Clone, Copy)]
pub(in crate::pages) struct Proof<'a> {
    /// The solved proof of work.
    pub(in crate::pages) altcha: &'a str,
    /// The question's token.
    pub(in crate::pages) question: &'a str,
    /// The answer to it.
    pub(in crate::pages) answer: &'a str,
}

impl Proof<'_> {
    /// Whether there is anything to look at.
    pub(in crate::pages) fn is_given(self) -> bool {
        !self.altcha.is_empty() || !self.answer.is_empty()
    }

    /// Whether it counts; it is spent by asking.
    pub(in crate::pages) fn passes(self, visit: &Visit) -> Result<bool, Stop> {
        let captcha = &visit.app.services.captcha;
        if !self.altcha.is_empty() {
            return Ok(captcha.verify(self.altcha).is_ok());
        }
        if self.answer.is_empty() {
            return Ok(false);
        }
        let allowed = visit.app.services.limits.check(Action::TextQuestion, visit.ip, None);
        allowed.map_err(|limited| Stop::from(errors::limited(visit, limited)))?;
        Ok(captcha.verify_answer(self.question, self.answer).is_ok())
    }
}

/// Puts a fresh challenge into a form.
pub(in crate::pages) fn with_captcha(visit: &Visit, mut form: FormPage, faults: Vec<String>) -> FormPage {
    match visit.app.services.captcha.question() {
        Ok(question) => {
            for text in &faults {
                form = form.with_fault("#captcha", text.clone());
            }
            let text = question_text(visit.w, &question.puzzle);
            let widget = widget_words(visit.w);
            form.captcha = Some(CaptchaModel { widget, question: text, token: question.token, faults });
        }
        Err(error) => tracing::error!(%error, "no question can be made"),
    }
    form
}

/// The words of the widget, which has only its own English ones.
fn widget_words(w: Words) -> String {
    let words = [
        ("label", w.t("captcha-widget-label")),
        ("verifying", w.t("captcha-widget-verifying")),
        ("verified", w.t("captcha-widget-verified")),
        ("error", w.t("captcha-widget-error")),
        ("expired", w.t("captcha-widget-expired")),
        ("waitAlert", w.t("captcha-widget-wait")),
        ("verificationRequired", w.t("captcha-widget-required")),
    ];
    let words = words.into_iter().map(|(name, text)| (name.to_owned(), text.into_owned().into()));
    serde_json::Value::Object(words.collect()).to_string()
}

fn question_text(w: Words, puzzle: &Puzzle) -> String {
    match puzzle {
        Puzzle::Nth { place, words } => {
            let values = [("place", place.to_string()), ("words", words.join(", "))];
            w.with("captcha-nth", &values.each_ref().map(|(k, v)| (*k, v.as_str())))
        }
        Puzzle::Before { word, words } => {
            w.with("captcha-before", &[("word", *word), ("words", words.join(", ").as_str())])
        }
        Puzzle::After { word, words } => {
            w.with("captcha-after", &[("word", *word), ("words", words.join(", ").as_str())])
        }
        Puzzle::Sum { left, right } => {
            w.with("captcha-sum", &[("left", left.to_string().as_str()), ("right", right.to_string().as_str())])
        }
    }
    .into_owned()
}
