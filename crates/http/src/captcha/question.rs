//! The question for people without JavaScript: which of a few words is it?

use crate::secrets::{SecretError, random};

/// Words that everybody can spell and that no two share a beginning.
const WORDS: [&str; 32] = [
    "amber", "basket", "candle", "dolphin", "engine", "feather", "garden", "harbour", "island", "jacket", "kettle",
    "lantern", "meadow", "number", "orange", "pencil", "quartz", "river", "saddle", "timber", "umbrella", "velvet",
    "window", "yellow", "zebra", "anchor", "bridge", "copper", "desert", "forest", "glacier", "helmet",
];

/// Words in one question.
const SHOWN: usize = 6;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Puzzle {
    /// The word at a place.
    Nth {
        /// The place, from 1.
        place: usize,
        /// The words shown.
        words: Vec<&'static str>,
    },
    /// The word before another one.
    Before {
        /// The other one.
        word: &'static str,
        /// The words shown.
        words: Vec<&'static str>,
    },
    /// The word after another one.
    After {
        /// The other one.
        word: &'static str,
        /// The words shown.
        words: Vec<&'static str>,
    },
    /// The sum of two numbers, in digits.
    Sum {
        /// The first.
        left: u32,
        /// The second.
        right: u32,
    },
}

/// A question and the token that its form carries.
#[derive(Debug, Clone)]
pub struct TextQuestion {
    /// What is asked: `Display` says it in English, pages in other languages match on it.
    pub puzzle: Puzzle,
    /// What the form carries in a hidden field. It does not tell the answer.
    pub token: String,
}

impl Puzzle {
    /// A question that is hard to foresee.
    pub(super) fn random() -> Result<Self, SecretError> {
        let mut dice = random::<16>()?.map(usize::from).into_iter();
        let mut roll = |sides: usize| dice.next().unwrap_or(0) % sides;
        let mut left: Vec<&'static str> = WORDS.to_vec();
        let words: Vec<&'static str> = (0..SHOWN).map(|_| left.swap_remove(roll(left.len()))).collect();
        let place = roll(SHOWN);
        let at = |place: usize| words.get(place).copied().unwrap_or_default();
        Ok(match roll(4) {
            0 => Self::Nth { place: place + 1, words },
            1 => Self::Before { word: at(1 + place % (SHOWN - 1)), words },
            2 => Self::After { word: at(place % (SHOWN - 1)), words },
            _ => Self::Sum { left: 2 + roll(18) as u32, right: 2 + roll(18) as u32 },
        })
    }

    /// The answer in its normal form.
    pub fn answer(&self) -> String {
        let position = |word: &str, words: &[&str]| words.iter().position(|shown| *shown == word);
        let answer = match self {
            Self::Nth { place, words } => place.checked_sub(1).and_then(|place| words.get(place)),
            Self::Before { word, words } => {
                position(word, words).and_then(|place| place.checked_sub(1)).and_then(|place| words.get(place))
            }
            Self::After { word, words } => position(word, words).and_then(|place| words.get(place + 1)),
            Self::Sum { left, right } => return (left + right).to_string(),
        };
        answer.copied().unwrap_or_default().to_owned()
    }
}

/// How answers are compared: spaces and case do not matter.
pub(super) fn normalise(answer: &str) -> String {
    answer.trim().to_lowercase()
}

impl std::fmt::Display for Puzzle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const PLACES: [&str; SHOWN] = ["first", "second", "third", "fourth", "fifth", "sixth"];
        match self {
            Self::Nth { place, words } => {
                let place = place.checked_sub(1).and_then(|place| PLACES.get(place)).copied().unwrap_or_default();
                write!(f, "Type the {place} of these words: {}", words.join(", "))
            }
            Self::Before { word, words } => {
                write!(f, "Type the word that stands just before \u{201c}{word}\u{201d}: {}", words.join(", "))
            }
            Self::After { word, words } => {
                write!(f, "Type the word that stands just after \u{201c}{word}\u{201d}: {}", words.join(", "))
            }
            Self::Sum { left, right } => write!(f, "How much is {left} plus {right}? Answer in digits."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_has_an_answer_that_it_shows() {
        let mut seen = std::collections::HashSet::new();
        for _ in 0..500 {
            let puzzle = Puzzle::random().unwrap();
            let answer = puzzle.answer();
            assert!(!answer.is_empty(), "{puzzle}");
            assert!(matches!(puzzle, Puzzle::Sum { .. }) || puzzle.to_string().contains(&answer), "{puzzle}");
            seen.insert(puzzle.to_string());
        }
        assert!(seen.len() > 350, "many combinations: {}", seen.len());
    }

    #[test]
    fn the_answers_are_the_ones_that_people_give() {
        let words = vec!["amber", "river", "zebra"];
        for (puzzle, expected) in [
            (Puzzle::Nth { place: 3, words: words.clone() }, "zebra"),
            (Puzzle::Before { word: "river", words: words.clone() }, "amber"),
            (Puzzle::After { word: "river", words }, "zebra"),
            (Puzzle::Sum { left: 7, right: 8 }, "15"),
        ] {
            assert_eq!(puzzle.answer(), expected);
        }
        assert_eq!(normalise(" Zebra\n"), "zebra");
    }
}
