//! Numbers, dates and times as a language writes them: the Unicode locale data, in the Gregorian calendar.

use std::cell::RefCell;
use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDT};
use icu_datetime::input::{Date, DateTime as DateAndTime, Time};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;

/// The formats of one language. What the data lacks is written in the way of the standards.
struct Formats {
    number: Option<DecimalFormatter>,
    date: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    moment: Option<FixedCalendarDateTimeFormatter<Gregorian, YMDT>>,
}

thread_local! {
    /// Making the formats takes longer than using them, and they do not travel between threads.
    static FORMATS: RefCell<BTreeMap<&'static str, Formats>> = const { RefCell::new(BTreeMap::new()) };
}

fn with<T>(tag: &'static str, write: impl FnOnce(&Formats) -> Option<T>) -> Option<T> {
    FORMATS.with(|all| write(all.try_borrow_mut().ok()?.entry(tag).or_insert_with(|| formats(tag))))
}

fn formats(tag: &str) -> Formats {
    let locale: Locale = tag.parse().unwrap_or(Locale::UNKNOWN);
    let moment = YMDT::medium().with_time_precision(icu_datetime::options::TimePrecision::Minute);
    Formats {
        number: DecimalFormatter::try_new((&locale).into(), Default::default()).ok(),
        date: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::medium()).ok(),
        moment: FixedCalendarDateTimeFormatter::try_new((&locale).into(), moment).ok(),
    }
}

/// A number, given in ASCII digits.
pub(super) fn number(tag: &'static str, digits: &str) -> String {
    let written =
        with(tag, |formats| Some(formats.number.as_ref()?.format(&digits.parse::<Decimal>().ok()?).to_string()));
    written.unwrap_or_else(|| digits.to_owned())
}

fn calendar(date: NaiveDate) -> Option<Date<Gregorian>> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    Date::try_new_gregorian(date.year(), month, day).ok()
}

/// A day.
pub(super) fn date(tag: &'static str, day: NaiveDate) -> String {
    let written = with(tag, |formats| Some(formats.date.as_ref()?.format(&calendar(day)?).to_string()));
    written.unwrap_or_else(|| day.to_string())
}

/// A moment to the minute, in UTC.
pub(super) fn moment(tag: &'static str, at: DateTime<Utc>) -> String {
    let part = |n: u32| u8::try_from(n).ok();
    let written = with(tag, |formats| {
        let time = Time::try_new(part(at.hour())?, part(at.minute())?, 0, 0).ok()?;
        let at = DateAndTime { date: calendar(at.date_naive())?, time };
        Some(formats.moment.as_ref()?.format(&at).to_string())
    });
    written.unwrap_or_else(|| at.format("%Y-%m-%d %H:%M").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    // Rules: HOME-9
    #[test]
    fn each_language_writes_dates_and_numbers_its_own_way() {
        let day = NaiveDate::from_ymd_opt(2027, 3, 1).unwrap();
        let at = day.and_hms_opt(17, 5, 0).unwrap().and_utc();
        for (tag, expected_day, expected_moment, expected_number) in [
            ("en", "Mar 1, 2027", "Mar 1, 2027, 5:05\u{202f}PM", "12,345.6"),
            ("de", "01.03.2027", "01.03.2027, 17:05", "12.345,6"),
            ("es", "1 mar 2027", "1 mar 2027, 17:05", "12.345,6"),
            ("ja", "2027/03/01", "2027/03/01 17:05", "12,345.6"),
            ("ar", "01\u{200f}/03\u{200f}/2027", "01\u{200f}/03\u{200f}/2027، 5:05 م", "12,345.6"),
        ] {
            assert_eq!(date(tag, day), expected_day, "{tag}");
            assert_eq!(moment(tag, at), expected_moment, "{tag}");
            assert_eq!(number(tag, "12345.6"), expected_number, "{tag}");
        }
        assert_eq!(number("ar-EG", "12"), "\u{661}\u{662}");
        assert_eq!(number("en", "many"), "many", "what is no number stays as it is");
        assert_eq!(number("x-nothing", "7"), "7");
    }
}
