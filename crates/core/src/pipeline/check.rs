//! Reads fields into their one canonical spelling and notes every fault. Reading what was read changes nothing.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

use super::fields::{Address, Contact, ExpectedCustomerSpend, Marketing, MonetaryValue};
use crate::account::Faults;
use crate::identity::EmailAddress;
use crate::program::{Picklist, PipelineRules};
use crate::text::is_deceptive;

/// How many values a list of a form may have.
pub(super) const LIST_MOST: usize = 40;
/// How many people, or estimates, or interactions a form may have.
pub(super) const GROUP_MOST: usize = 10;

/// Reads the fields of one form.
pub(super) struct Checker<'a> {
    rules: &'a PipelineRules,
    test_mode: bool,
    /// What was found.
    pub(super) faults: Faults,
}

impl<'a> Checker<'a> {
    pub(super) fn new(rules: &'a PipelineRules, test_mode: bool) -> Self {
        Self { rules, test_mode, faults: Faults::default() }
    }

    pub(super) fn fault(&mut self, field: &str, code: &str) {
        self.faults.push(field, code);
    }

    /// One line that may be left out.
    pub(super) fn line<const MOST: usize>(&mut self, field: &str, text: &str) -> String {
        self.faults.optional::<MOST>(field, text).map(|line| line.to_string()).unwrap_or_default()
    }

    /// One line that is required.
    pub(super) fn required<const MOST: usize>(&mut self, field: &str, text: &str) -> String {
        self.faults.line::<MOST>(field, text).map(|line| line.to_string()).unwrap_or_default()
    }

    /// Several lines that may be left out; if not, they have at least `least` characters.
    pub(super) fn lines(&mut self, field: &str, text: &str, least: usize, most: usize) -> String {
        if text.len() > most.saturating_mul(16) {
            self.fault(field, "too_long");
            return String::new();
        }
        let text: String = text.replace("\r\n", "\n").replace('\r', "\n").trim().nfc().collect();
        let characters = text.chars().count();
        let code = if text.chars().any(|c| c != '\n' && is_deceptive(c)) {
            "bad_character"
        } else if characters > most {
            "too_long"
        } else if characters < least && !text.is_empty() {
            "too_short"
        } else {
            return text;
        };
        self.fault(field, code);
        String::new()
    }

    /// A value of a list.
    pub(super) fn pick(&mut self, field: &str, text: &str, list: Picklist) -> String {
        let text = self.line::<255>(field, text);
        if text.is_empty() {
            return text;
        }
        let found = self.rules.pick(list, &text).map(ToString::to_string);
        if found.is_none() {
            self.fault(field, "unknown_value");
        }
        found.unwrap_or_default()
    }

    /// Values of a list, each once.
    pub(super) fn picks(&mut self, field: &str, texts: &[String], list: Picklist) -> Vec<String> {
        let read = |this: &mut Self, text: &str| this.pick(field, text, list);
        self.each(field, texts, read)
    }

    /// Texts of a form, each once.
    pub(super) fn marks(&mut self, field: &str, texts: &[String], form: fn(&str) -> bool) -> Vec<String> {
        self.each(field, texts, |this, text| {
            let text = this.line::<255>(field, text);
            if !text.is_empty() && !form(&text) {
                this.fault(field, "bad_form");
            }
            text
        })
    }

    fn each(&mut self, field: &str, texts: &[String], mut read: impl FnMut(&mut Self, &str) -> String) -> Vec<String> {
        if texts.len() > LIST_MOST {
            self.fault(field, "too_many");
            return Vec::new();
        }
        let mut seen: Vec<String> = Vec::new();
        for text in texts {
            let text = read(self, text);
            // The mark that parts the values of a cell in a file.
            if text.contains(';') {
                self.fault(field, "bad_character");
            } else if !text.is_empty() && !seen.contains(&text) {
                seen.push(text);
            }
        }
        seen
    }

    /// Yes, No or nothing.
    pub(super) fn yes_no(&mut self, field: &str, text: &str) -> String {
        let found = ["", "Yes", "No"].into_iter().find(|word| word.eq_ignore_ascii_case(text.trim()));
        if found.is_none() {
            self.fault(field, "unknown_value");
        }
        found.unwrap_or_default().to_string()
    }

    /// A day, as in `2026-03-01`.
    pub(super) fn date(&mut self, field: &str, text: &str) -> Option<NaiveDate> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let shaped = text.len() == 10 && text.bytes().enumerate().all(|(i, b)| is_date_byte(i, b));
        let date = if shaped { NaiveDate::parse_from_str(text, "%Y-%m-%d").ok() } else { None };
        if date.is_none() {
            self.fault(field, "not_a_date");
        }
        date
    }

    /// An amount: digits, and at most two behind a point.
    pub(super) fn amount(&mut self, field: &str, text: &str) -> String {
        let text = text.trim();
        if text.is_empty() {
            return String::new();
        }
        match cents(text) {
            Some(_) => text.trim_end_matches('.').to_string(),
            None => {
                self.fault(field, "not_an_amount");
                String::new()
            }
        }
    }

    /// A telephone number in its international form.
    pub(super) fn phone(&mut self, field: &str, text: &str) -> String {
        if text.trim().is_empty() {
            return String::new();
        }
        let number: String =
            text.chars().take(64).filter(|c| !matches!(c, ' ' | '-' | '(' | ')' | '.' | '/')).collect();
        let digits = number.strip_prefix('+').unwrap_or_default();
        let good = (2..=15).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
            && !digits.starts_with('0')
            && text.chars().count() <= 64;
        if !good {
            self.fault(field, "not_a_phone_number");
            return String::new();
        }
        number
    }

    /// An address.
    pub(super) fn email(&mut self, field: &str, text: &str) -> String {
        if text.trim().is_empty() {
            return String::new();
        }
        let read = EmailAddress::parse(text, self.test_mode).map(|email| email.as_str().to_string());
        match read {
            Ok(email) if email.len() <= 80 => email,
            Ok(_) => {
                self.fault(field, "address_too_long");
                String::new()
            }
            Err(fault) => {
                self.fault(field, fault.code());
                String::new()
            }
        }
    }

    /// A web address, with or without its scheme.
    pub(super) fn website(&mut self, field: &str, text: &str) -> String {
        let text = self.line::<255>(field, text);
        if !text.is_empty() && !is_web_address(&text) {
            self.fault(field, "not_a_web_address");
        }
        text
    }

    /// Digits, exactly `n` of them.
    pub(super) fn digits(&mut self, field: &str, text: &str, n: usize) -> String {
        let text = text.trim();
        if !text.is_empty() && (text.len() != n || !text.bytes().all(|b| b.is_ascii_digit())) {
            self.fault(field, "bad_form");
            return String::new();
        }
        text.to_string()
    }

    pub(super) fn address(&mut self, field: &str, address: &Address) -> Address {
        Address {
            street_address: self.line::<255>(&format!("{field}.street_address"), &address.street_address),
            city: self.line::<255>(&format!("{field}.city"), &address.city),
            state_or_region: self.line::<255>(&format!("{field}.state_or_region"), &address.state_or_region),
            postal_code: self.line::<20>(&format!("{field}.postal_code"), &address.postal_code),
            country_code: self.pick(&format!("{field}.country_code"), &address.country_code, Picklist::CountryCode),
        }
    }

    pub(super) fn contact(&mut self, field: &str, contact: &Contact) -> Contact {
        Contact {
            email: self.email(&format!("{field}.email"), &contact.email),
            first_name: self.line::<80>(&format!("{field}.first_name"), &contact.first_name),
            last_name: self.line::<80>(&format!("{field}.last_name"), &contact.last_name),
            business_title: self.line::<80>(&format!("{field}.business_title"), &contact.business_title),
            phone: self.phone(&format!("{field}.phone"), &contact.phone),
        }
    }

    /// The groups of a list, those that say nothing left out.
    pub(super) fn groups<T: Default + PartialEq>(
        &mut self,
        field: &str,
        groups: &[T],
        mut read: impl FnMut(&mut Self, &str, &T) -> T,
    ) -> Vec<T> {
        if groups.len() > GROUP_MOST {
            self.fault(field, "too_many");
            return Vec::new();
        }
        let read = |(i, group): (usize, &T)| read(self, &format!("{field}[{i}]"), group);
        let read: Vec<T> = groups.iter().enumerate().map(read).collect();
        read.into_iter().filter(|group| *group != T::default()).collect()
    }

    pub(super) fn spend(&mut self, field: &str, spend: &ExpectedCustomerSpend) -> ExpectedCustomerSpend {
        let name = |part: &str| format!("{field}.{part}");
        let mut read = ExpectedCustomerSpend {
            amount: self.amount(&name("amount"), &spend.amount),
            currency_code: self.pick(&name("currency_code"), &spend.currency_code, Picklist::CurrencyCode),
            frequency: self.pick(&name("frequency"), &spend.frequency, Picklist::PaymentFrequency),
            target_company: self.pick(&name("target_company"), &spend.target_company, Picklist::TargetCompany),
            estimation_url: self.line::<255>(&name("estimation_url"), &spend.estimation_url),
        };
        if *spend == ExpectedCustomerSpend::default() {
            return read;
        }
        for (part, value) in [("currency_code", &spend.currency_code), ("target_company", &spend.target_company)] {
            if value.trim().is_empty() {
                self.fault(&name(part), "required");
            }
        }
        if read.frequency.is_empty() && spend.frequency.trim().is_empty() {
            read.frequency = self.pick(&name("frequency"), "Monthly", Picklist::PaymentFrequency);
        }
        let url = &read.estimation_url;
        let secure = url.starts_with("https://") && is_web_address(url);
        if !url.is_empty() && !secure {
            self.fault(&name("estimation_url"), "not_a_web_address");
        }
        read
    }

    pub(super) fn money(&mut self, field: &str, value: &MonetaryValue) -> MonetaryValue {
        let currency = format!("{field}.currency_code");
        let read = MonetaryValue {
            amount: self.amount(&format!("{field}.amount"), &value.amount),
            currency_code: self.pick(&currency, &value.currency_code, Picklist::CurrencyCode),
        };
        if !read.amount.is_empty() && value.currency_code.trim().is_empty() {
            self.fault(&currency, "required");
        }
        read
    }

    pub(super) fn marketing(&mut self, marketing: &Marketing) -> Marketing {
        Marketing {
            campaign_name: self.line::<255>("marketing.campaign_name", &marketing.campaign_name),
            source: self.pick("marketing.source", &marketing.source, Picklist::MarketingSource),
            use_cases: self.picks("marketing.use_cases", &marketing.use_cases, Picklist::CustomerUseCase),
            channels: self.picks("marketing.channels", &marketing.channels, Picklist::Channel),
            aws_funding_used: self.yes_no("marketing.aws_funding_used", &marketing.aws_funding_used),
        }
    }
}

fn is_date_byte(index: usize, byte: u8) -> bool {
    match index {
        4 | 7 => byte == b'-',
        0 => matches!(byte, b'1'..=b'9'),
        _ => byte.is_ascii_digit(),
    }
}

/// An amount in hundredths. At most 31 digits stand before the point, so that the number always fits.
pub(super) fn cents(text: &str) -> Option<u128> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let leading_zero = whole.len() > 1 && whole.starts_with('0');
    if whole.is_empty() || whole.len() > 31 || leading_zero || part.len() > 2 || !digits(whole) || !digits(part) {
        return None;
    }
    let whole: u128 = whole.parse().ok()?;
    let part: u128 = format!("{part:0<2}").parse().ok()?;
    whole.checked_mul(100)?.checked_add(part)
}

/// `http`, `https` or no scheme, then a host with a dot, and no blanks: nothing that a browser runs.
fn is_web_address(text: &str) -> bool {
    let rest = match text.split_once("://") {
        Some((scheme, rest)) if ["http", "https"].iter().any(|s| scheme.eq_ignore_ascii_case(s)) => rest,
        Some(_) => return false,
        None => text,
    };
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let label = |l: &str| !l.is_empty() && l.chars().all(|c| c.is_alphanumeric() || c == '-');
    host.contains('.') && host.split('.').all(label) && !text.contains(char::is_whitespace) && text.len() >= 4
}
