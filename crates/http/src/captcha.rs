//! What keeps robots from registering (REG-19): a proof of work, or a question for people without JavaScript.
//!
//! - [`Captcha::challenge`] is the JSON that the widget fetches; it posts its solution in the form field `altcha`, and
//!   [`Captcha::verify`] takes that field as it is. The protocol is ALTCHA's first, as the vendored widget speaks it.
//! - [`Captcha::question`] gives a [`TextQuestion`]; the form carries its `token` in a hidden field, and
//!   [`Captcha::verify_answer`] takes token and answer. A program could answer it, so pages allow it only under
//!   [`crate::limits::Action::TextQuestion`].
//!
//! Both expire and count once. A question is spent by a wrong answer too: whoever guesses needs a new one.

use std::collections::HashMap;
use std::sync::Mutex;

use altcha_lib_rs::{Challenge, ChallengeOptions, Payload, create_challenge, verify_solution};
use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::{BASE64, HEXLOWER};

use crate::clock::Clock;
use crate::secrets::{Key, SecretError, ServerSecret, equal, random, random_id};

mod question;

pub use question::{Puzzle, TextQuestion};

/// How long a challenge or question may be answered.
const LIFETIME: TimeDelta = TimeDelta::minutes(20);
/// Solved challenges remembered until they expire: 80 registrations a second for the whole lifetime.
const SPENT_MAX: usize = 100_000;
/// A solution is about 400 bytes; what is far longer is not one.
const PAYLOAD_BYTES_MAX: usize = 2_048;

/// Why an answer does not count.
#[derive(Debug, thiserror::Error)]
pub enum CaptchaError {
    /// It is not what the widget or the form sends.
    #[error("the answer cannot be read")]
    Malformed,
    /// It is wrong, or the challenge is not ours.
    #[error("the answer is wrong")]
    Wrong,
    /// It came too late.
    #[error("the challenge has expired")]
    Expired,
    /// It has counted before.
    #[error("the challenge was used before")]
    Spent,
    /// More challenges are open than can be remembered.
    #[error("too many challenges at a time")]
    Busy,
    /// No challenge could be made.
    #[error("no challenge could be made: {0}")]
    Unavailable(String),
}

impl From<SecretError> for CaptchaError {
    fn from(error: SecretError) -> Self {
        Self::Unavailable(error.to_string())
    }
}

/// Makes and checks challenges.
#[derive(Debug)]
pub struct Captcha {
    proof_key: String,
    question_key: Key,
    numbers_max: u64,
    clock: Clock,
    /// What has counted, and until when that must be remembered.
    spent: Mutex<HashMap<String, DateTime<Utc>>>,
}

impl Captcha {
    /// The captcha of this installation; `difficulty` is the mean number of hashes.
    pub fn new(secret: &ServerSecret, difficulty: u32, clock: Clock) -> Self {
        Self {
            proof_key: HEXLOWER.encode(secret.derive("captcha proof of work").expose()),
            question_key: secret.derive("captcha question"),
            numbers_max: u64::from(difficulty) * 2,
            clock,
            spent: Mutex::default(),
        }
    }

    /// A new challenge: answer it as JSON.
    pub fn challenge(&self) -> Result<Challenge, CaptchaError> {
        create_challenge(ChallengeOptions {
            max_number: Some(self.numbers_max),
            salt: Some(HEXLOWER.encode(&random::<16>()?)),
            hmac_key: &self.proof_key,
            expires: Some(self.clock.now() + LIFETIME),
            ..ChallengeOptions::default()
        })
        .map_err(|error| CaptchaError::Unavailable(error.to_string()))
    }

    /// Checks the form field that the widget filled in, and spends it.
    pub fn verify(&self, field: &str) -> Result<(), CaptchaError> {
        if field.len() > PAYLOAD_BYTES_MAX {
            return Err(CaptchaError::Malformed);
        }
        let json = BASE64.decode(field.trim().as_bytes()).map_err(|_| CaptchaError::Malformed)?;
        let payload: Payload = serde_json::from_slice(&json).map_err(|_| CaptchaError::Malformed)?;
        // The library would ask the machine's clock, and accept a salt without an expiry; ours always has one.
        let expires = expiry_in_salt(&payload.salt).ok_or(CaptchaError::Malformed)?;
        verify_solution(&payload, &self.proof_key, false).map_err(|_| CaptchaError::Wrong)?;
        self.spend(payload.challenge, expires)
    }

    /// A new question.
    pub fn question(&self) -> Result<TextQuestion, CaptchaError> {
        let puzzle = Puzzle::random()?;
        let nonce = random_id()?;
        let expires = (self.clock.now() + LIFETIME).timestamp().to_string();
        let answer = self.question_key.sign(&["answer", &nonce, &puzzle.answer()]);
        let signature = self.question_key.sign(&["question", &expires, &nonce, &answer]);
        Ok(TextQuestion { puzzle, token: format!("{expires}.{nonce}.{answer}.{signature}") })
    }

    /// Checks the answer to a question, and spends the question whatever the answer is.
    pub fn verify_answer(&self, token: &str, answer: &str) -> Result<(), CaptchaError> {
        let parts: Vec<&str> = token.split('.').collect();
        let [expires_text, nonce, expected, signature] = parts.as_slice() else { return Err(CaptchaError::Malformed) };
        if !self.question_key.verify(&["question", expires_text, nonce, expected], signature) {
            return Err(CaptchaError::Wrong);
        }
        let expires = expires_text.parse().ok().and_then(|at| DateTime::from_timestamp(at, 0));
        self.spend((*nonce).to_owned(), expires.ok_or(CaptchaError::Malformed)?)?;
        let given = self.question_key.sign(&["answer", nonce, &question::normalise(answer)]);
        if equal(given.as_bytes(), expected.as_bytes()) { Ok(()) } else { Err(CaptchaError::Wrong) }
    }

    /// Forgets what has expired. Called every minute.
    pub fn sweep(&self) {
        let now = self.clock.now();
        if let Ok(mut spent) = self.spent.lock() {
            spent.retain(|_, expires| *expires >= now);
        }
    }

    /// Counts a challenge once. A full memory refuses: forgetting one would let it count again.
    fn spend(&self, challenge: String, expires: DateTime<Utc>) -> Result<(), CaptchaError> {
        let now = self.clock.now();
        if expires < now {
            return Err(CaptchaError::Expired);
        }
        let mut spent = self.spent.lock().map_err(|_| CaptchaError::Busy)?;
        if spent.contains_key(&challenge) {
            return Err(CaptchaError::Spent);
        }
        if spent.len() >= SPENT_MAX {
            spent.retain(|_, expires| *expires >= now);
            if spent.len() >= SPENT_MAX {
                return Err(CaptchaError::Busy);
            }
        }
        spent.insert(challenge, expires);
        Ok(())
    }
}

/// Solves a challenge as the widget would and gives the form field: for tests and for programs that register.
pub fn solve(challenge: &Challenge) -> Result<String, CaptchaError> {
    let number = altcha_lib_rs::solve_challenge(
        &challenge.challenge,
        &challenge.salt,
        Some(challenge.algorithm),
        Some(challenge.maxnumber),
        0,
    )
    .map_err(|error| CaptchaError::Unavailable(error.to_string()))?;
    let payload = serde_json::json!({
        "algorithm": challenge.algorithm,
        "challenge": challenge.challenge,
        "number": number,
        "salt": challenge.salt,
        "signature": challenge.signature,
    });
    Ok(BASE64.encode(payload.to_string().as_bytes()))
}

fn expiry_in_salt(salt: &str) -> Option<DateTime<Utc>> {
    let (_, parameters) = salt.split_once('?')?;
    let (seconds, _) = parameters.strip_prefix("expires=")?.split_once('&')?;
    DateTime::from_timestamp(seconds.parse().ok()?, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn captcha() -> (Captcha, Clock) {
        let clock = Clock::fixed(DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        (Captcha::new(&ServerSecret::random().unwrap(), 1_000, clock.clone()), clock)
    }

    fn altered(field: &str, change: impl Fn(&mut serde_json::Value)) -> String {
        let mut json = serde_json::from_slice(&BASE64.decode(field.as_bytes()).unwrap()).unwrap();
        change(&mut json);
        BASE64.encode(json.to_string().as_bytes())
    }

    // Rules: REG-19
    #[test]
    fn a_solution_counts_once() {
        let (captcha, _) = captcha();
        let field = solve(&captcha.challenge().unwrap()).unwrap();
        captcha.verify(&field).unwrap();
        assert!(matches!(captcha.verify(&field), Err(CaptchaError::Spent)));
        let with_took = altered(&field, |json| json["took"] = 7.into());
        assert!(matches!(captcha.verify(&with_took), Err(CaptchaError::Spent)));
    }

    // Rules: REG-19
    #[test]
    fn a_failed_captcha_is_refused() {
        let (captcha, _) = captcha();
        let field = solve(&captcha.challenge().unwrap()).unwrap();
        for (name, tried) in [
            ("empty", String::new()),
            ("no base64", "%%%".into()),
            ("no JSON", BASE64.encode(b"{}")),
            ("too long", "A".repeat(PAYLOAD_BYTES_MAX + 1)),
            ("wrong number", altered(&field, |json| json["number"] = 999_999.into())),
            ("other signature", altered(&field, |json| json["signature"] = "00".into())),
            ("no expiry", altered(&field, |json| json["salt"] = "abc".into())),
            ("later expiry", altered(&field, |json| json["salt"] = "abc?expires=9999999999&".into())),
        ] {
            assert!(matches!(captcha.verify(&tried), Err(CaptchaError::Malformed | CaptchaError::Wrong)), "{name}");
        }
        let (elsewhere, _) = self::captcha();
        assert!(matches!(elsewhere.verify(&field), Err(CaptchaError::Wrong)), "another server's challenge");
        captcha.verify(&field).unwrap();
    }

    // Splitting salt and number elsewhere keeps the hash: the expiry must not get lost on the way.
    #[test]
    fn digits_moved_between_salt_and_number_do_not_count_again() {
        let (captcha, clock) = captcha();
        let mut challenge = captcha.challenge().unwrap();
        while solved_number(&solve(&challenge).unwrap()) < 10 {
            challenge = captcha.challenge().unwrap();
        }
        let field = solve(&challenge).unwrap();
        let number = solved_number(&field).to_string();
        let moved = altered(&field, |json| {
            json["salt"] = format!("{}{}", json["salt"].as_str().unwrap(), &number[..1]).into();
            json["number"] = number[1..].parse::<u64>().unwrap().into();
        });
        captcha.verify(&field).unwrap();
        assert!(captcha.verify(&moved).is_err());
        clock.advance(LIFETIME + TimeDelta::seconds(1));
        assert!(captcha.verify(&moved).is_err());
    }

    fn solved_number(field: &str) -> u64 {
        let json: serde_json::Value = serde_json::from_slice(&BASE64.decode(field.as_bytes()).unwrap()).unwrap();
        json["number"].as_u64().unwrap()
    }

    #[test]
    fn a_solution_expires() {
        let (captcha, clock) = captcha();
        let field = solve(&captcha.challenge().unwrap()).unwrap();
        clock.advance(LIFETIME + TimeDelta::seconds(1));
        assert!(matches!(captcha.verify(&field), Err(CaptchaError::Expired)));
    }

    // Rules: REG-19
    #[test]
    fn a_question_counts_once_and_a_guess_spends_it() {
        let (captcha, clock) = captcha();
        let right = captcha.question().unwrap();
        let answer = format!("  {} ", right.puzzle.answer().to_uppercase());
        captcha.verify_answer(&right.token, &answer).unwrap();
        assert!(matches!(captcha.verify_answer(&right.token, &answer), Err(CaptchaError::Spent)));
        let guessed = captcha.question().unwrap();
        assert!(matches!(captcha.verify_answer(&guessed.token, "nonsense"), Err(CaptchaError::Wrong)));
        let answer = guessed.puzzle.answer();
        assert!(matches!(captcha.verify_answer(&guessed.token, &answer), Err(CaptchaError::Spent)));
        let late = captcha.question().unwrap();
        clock.advance(LIFETIME + TimeDelta::seconds(1));
        assert!(matches!(captcha.verify_answer(&late.token, &late.puzzle.answer()), Err(CaptchaError::Expired)));
    }

    #[test]
    fn a_question_cannot_be_forged() {
        let (captcha, _) = captcha();
        let question = captcha.question().unwrap();
        let (_, rest) = question.token.split_once('.').unwrap();
        for token in ["", "a.b.c.d", &format!("9999999999.{rest}"), &format!("{}x", question.token)] {
            let result = captcha.verify_answer(token, &question.puzzle.answer());
            assert!(matches!(result, Err(CaptchaError::Malformed | CaptchaError::Wrong)), "{token}");
        }
    }

    #[test]
    fn a_token_tells_nothing_of_its_answer() {
        let (captcha, _) = captcha();
        let mut of_answer: HashMap<String, Vec<String>> = HashMap::new();
        while of_answer.values().all(|sealed| sealed.len() < 2) {
            let question = captcha.question().unwrap();
            let sealed = question.token.split('.').nth(2).unwrap().to_owned();
            assert_ne!(sealed, question.puzzle.answer());
            of_answer.entry(question.puzzle.answer()).or_default().push(sealed);
        }
        let repeated = of_answer.into_values().find(|sealed| sealed.len() > 1).unwrap();
        assert_ne!(repeated[0], repeated[1], "the same answer is sealed anew for each question");
    }

    #[test]
    fn memory_is_bounded_and_freed_by_time_alone() {
        let (captcha, clock) = captcha();
        let expires = clock.now() + LIFETIME;
        for number in 0..SPENT_MAX {
            captcha.spend(number.to_string(), expires).unwrap();
        }
        assert!(matches!(captcha.spend("one more".into(), expires), Err(CaptchaError::Busy)));
        clock.advance(LIFETIME + TimeDelta::seconds(1));
        captcha.sweep();
        assert_eq!(captcha.spent.lock().unwrap().len(), 0);
    }
}
