//! What is wrong with a scenario file, in the reader's language, and what to do about it.

use super::{DocumentProblem, Named, cleaned};
use crate::text::Text;

/// Most characters of a foreign word that are shown.
const MOST_SHOWN: usize = 80;

impl DocumentProblem {
    /// What was found, and where possible what to do.
    #[must_use]
    pub fn words(&self, text: Text) -> String {
        let count = |number: usize| text.count(number as f64);
        match self {
            Self::TooLarge { found, most } => text.handed_large(count(*found), count(*most)),
            Self::Packed => text.handed_packed().to_owned(),
            Self::NotText => text.handed_no_text().to_owned(),
            Self::TooDeep { most } => text.handed_deep(count(*most)),
            Self::BrokenSeal => text.handed_broken_seal().to_owned(),
            Self::TooLong { entry, found, most } => {
                text.handed_long(shown(entry), count(*found), count(*most))
            }
            Self::NotJson { line, column, .. } => text.handed_no_json(count(*line), count(*column)),
            Self::OtherFormat => text.handed_other_format().to_owned(),
            Self::NewerVersion { found, known } => text.handed_newer(found, known),
            Self::UnknownVersion { found } => text.handed_version(shown(found)),
            Self::OtherPlan { found, .. } => text.handed_other_plan(shown(found)),
            Self::UnknownEntry { entry } => text.handed_unknown_entry(shown(entry)),
            Self::UnknownName { entry, what } => {
                text.handed_unknown_name(shown(entry), thing(*what, text))
            }
            Self::WrongKind { entry, .. } => text.handed_wrong_kind(shown(entry)),
            Self::OutsideLimits { entry, value, limits } => text.handed_outside(
                shown(entry),
                text.plain(*value),
                text.plain(limits.min),
                text.plain(limits.max),
            ),
        }
    }
}

/// A foreign word: cleaned, in one line, and not longer than is needed to know it again.
#[must_use]
pub fn shown(word: &str) -> String {
    let short: String = word.chars().take(MOST_SHOWN).collect();
    cleaned(&short).text.replace('\n', " ")
}

fn thing(what: Named, text: Text) -> &'static str {
    match what {
        Named::Lever => text.handed_lever(),
        Named::Project => text.handed_project(),
        Named::Tier => text.handed_tier(),
        Named::Industry => text.handed_industry(),
        Named::Quarter => text.handed_quarter(),
        Named::Indicator => text.handed_indicator(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lever::Span;
    use crate::text::Language;

    #[test]
    fn every_problem_says_what_was_found_and_foreign_words_are_harmless() {
        let entry = "settings.\u{202e}x\n".to_owned() + &"y".repeat(500);
        let limits = Span { min: 0.0, max: 1.0 };
        let problem = DocumentProblem::OutsideLimits { entry, value: 1.5, limits };
        let zh = problem.words(Text::new(Language::Zh));
        assert!(zh.contains("1.5") && zh.contains("settings.x y"), "{zh}");
        assert!(zh.chars().count() < 150 && !zh.contains(['\u{202e}', '\n']), "{zh}");
        let newer = DocumentProblem::NewerVersion { found: 9, known: 2 };
        for language in Language::ALL {
            let words = newer.words(Text::new(language));
            assert!(words.contains('9') && words.contains('2'), "{words}");
        }
    }
}
