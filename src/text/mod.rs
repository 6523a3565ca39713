//! Words and numbers in two languages.
//!
//! [`Text`] holds the language and says every message: one method each, with both languages beside
//! each other, so that a missing translation does not compile. A sentence is always written whole in
//! each language; what is filled in are names, numbers with their units, and quoted phrases.
//!
//! * [`number`] turns numbers into characters and characters into numbers, and nothing else does.
//! * [`verdict`] says in one sentence which tiers are reached.
//! * [`explain`] says why a number is what it is.
//! * [`audit`] says what the consistency check found.
//! * `messages` holds the words, one file for each region of the screen.
//!
//! Not here: names that a plan brings along. They are [`Label`]s, and [`Text::name`] picks one.

pub mod actual;
mod answers;
pub mod audit;
mod change;
mod concept;
mod differing;
mod equivalent;
pub mod explain;
mod keeping;
mod language;
mod lever;
mod messages;
pub mod moment;
pub mod number;
mod odds;
mod problem;
mod scorecard;
mod spacing;
pub mod verdict;

pub use language::Language;

use crate::plan::provenance::Label;

/// All that the product says, in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// The language.
    pub language: Language,
    /// Whether a comma parts the thousands.
    pub thousands: bool,
}

impl Text {
    /// The language's words, thousands parted by a comma.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language, thousands: true }
    }

    /// A name in this language; the other language's where this one has none.
    #[must_use]
    pub fn name(self, label: &Label) -> &str {
        let (first, second) = match self.language {
            Language::Zh => (&label.zh, &label.en),
            Language::En => (&label.en, &label.zh),
        };
        if first.is_empty() { second } else { first }
    }

    /// One of two wordings.
    fn pick(self, words: Words) -> &'static str {
        match self.language {
            Language::Zh => words.zh,
            Language::En => words.en,
        }
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::new(Language::default())
    }
}

/// One wording in each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Words {
    zh: &'static str,
    en: &'static str,
}

/// A wording in Chinese and in English.
const fn words(zh: &'static str, en: &'static str) -> Words {
    Words { zh, en }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_translation_is_shown_in_the_language_it_has() {
        let label = Label { zh: "万象城".to_owned(), en: String::new() };
        assert_eq!(Text::new(Language::En).name(&label), "万象城");
        let label = Label { zh: "城关区".to_owned(), en: "Chengguan".to_owned() };
        assert_eq!(Text::new(Language::En).name(&label), "Chengguan");
        assert_eq!(Text::default().name(&label), "城关区");
    }
}
