//! The words of the screen, one file for each region.
//!
//! `messages!` takes a name and one wording in each language and makes a method of [`Text`] of it.
//! A wording with names in braces takes them as arguments. `[count]` is a number with an own English
//! wording for one. `@private` keeps the methods to the file that declares them.

use super::Text;

/// Declares messages: `name: zh "…", en "…";`, `name(part): …;` or `name[count]: …, one "…";`.
macro_rules! messages {
    (@all $vis:vis $(
        $name:ident $([$count:ident])? $(($($part:ident),*))? :
        zh $zh:literal, en $en:literal $(, one $one:literal)?;
    )*) => {
        impl $crate::text::Text {
            $($crate::text::messages::messages! {
                @method $vis $name $([$count])? $(($($part),*))? : $zh, $en $(, $one)?
            })*
        }

        /// Every message with its wordings, for the tests that read them all.
        #[cfg(test)]
        pub(super) const ALL: &[(&str, &str, &str)] = &[$((stringify!($name), $zh, $en)),*];
    };
    (@method $vis:vis $name:ident : $zh:literal, $en:literal) => {
        #[doc = concat!("“", $zh, "”, “", $en, "”.")]
        #[must_use]
        $vis fn $name(self) -> &'static str {
            self.pick($crate::text::words($zh, $en))
        }
    };
    (@method $vis:vis $name:ident ($($part:ident),*) : $zh:literal, $en:literal) => {
        #[doc = concat!("“", $zh, "”, “", $en, "”.")]
        #[must_use]
        $vis fn $name(self, $($part: impl std::fmt::Display),*) -> String {
            match self.language {
                $crate::text::Language::Zh => {
                    $crate::text::spacing::between_scripts(&format!($zh))
                }
                $crate::text::Language::En => format!($en),
            }
        }
    };
    (@method $vis:vis $name:ident [$count:ident] : $zh:literal, $en:literal, $one:literal) => {
        #[doc = concat!("“", $zh, "”, “", $en, "”.")]
        #[must_use]
        $vis fn $name(self, $count: usize) -> String {
            let one = $count == 1;
            let $count = self.count($count as f64);
            match self.language {
                $crate::text::Language::Zh => {
                    $crate::text::spacing::between_scripts(&format!($zh))
                }
                $crate::text::Language::En if one => format!($one),
                $crate::text::Language::En => format!($en),
            }
        }
    };
    (@private $($message:tt)*) => { $crate::text::messages::messages! { @all pub(self) $($message)* } };
    ($($message:tt)*) => { $crate::text::messages::messages! { @all pub $($message)* } };
}
pub(in crate::text) use messages;

mod actuals;
mod answers;
mod audit;
mod bar;
mod board;
mod chart;
mod compare;
mod data;
mod explain;
mod failures;
mod handing;
mod hero;
mod intake;
mod levers;
mod library;
mod minutes;
mod numbers;
mod odds;
mod opening;
mod projects;
mod reasons;
mod scorecard;
mod tiers;
mod workbook;

impl Text {
    /// A quarter within its year: `一季度`, `Q1`; quarters count from zero.
    #[must_use]
    pub fn quarter_of_year(self, quarter: usize) -> &'static str {
        match quarter % 4 {
            0 => self.first_quarter(),
            1 => self.second_quarter(),
            2 => self.third_quarter(),
            _ => self.fourth_quarter(),
        }
    }

    /// The part of the year that ends with a quarter: `前三季度`, `first three quarters`.
    #[must_use]
    pub fn year_to_date(self, quarter: usize) -> &'static str {
        match quarter % 4 {
            0 => self.first_quarter(),
            1 => self.first_half(),
            2 => self.first_three_quarters(),
            _ => self.whole_year(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    fn all() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
        [
            super::actuals::ALL,
            super::answers::ALL,
            super::audit::ALL,
            super::bar::ALL,
            super::board::ALL,
            super::chart::ALL,
            super::compare::ALL,
            super::data::ALL,
            super::explain::ALL,
            super::failures::ALL,
            super::handing::ALL,
            super::hero::ALL,
            super::intake::ALL,
            super::levers::ALL,
            super::library::ALL,
            super::minutes::ALL,
            super::numbers::ALL,
            super::odds::ALL,
            super::opening::ALL,
            super::projects::ALL,
            super::reasons::ALL,
            super::scorecard::ALL,
            super::tiers::ALL,
            super::workbook::ALL,
            crate::text::problem::ALL,
            crate::text::verdict::ALL,
        ]
        .into_iter()
        .flatten()
        .copied()
    }

    fn is_han(c: char) -> bool {
        ('\u{4E00}'..='\u{9FFF}').contains(&c)
    }

    /// The names in braces.
    fn parts(wording: &str) -> BTreeSet<&str> {
        let inside = wording.split('{').skip(1);
        inside.filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
    }

    /// What a wording says itself, without what is filled in.
    fn own_words(wording: &str) -> String {
        wording
            .split('{')
            .enumerate()
            .map(|(index, piece)| match piece.split_once('}') {
                Some((_, after)) if index > 0 => after,
                _ => piece,
            })
            .collect()
    }

    #[test]
    fn every_message_is_chinese_in_chinese_and_english_in_english() {
        for (name, zh, en) in all() {
            let words = own_words(zh);
            let only_signs = !own_words(en).contains(|c: char| c.is_alphabetic());
            let foreign = words.contains(|c: char| c.is_ascii_alphabetic());
            assert!(words.contains(is_han) || !foreign, "{name} has no Chinese: {zh}");
            assert!(!en.contains(is_han), "{name} has Chinese: {en}");
            assert!(only_signs || zh != en, "{name} is the same in both languages");
        }
    }

    #[test]
    fn both_wordings_fill_in_the_same_names_and_numbers() {
        for (name, zh, en) in all() {
            assert_eq!(parts(zh), parts(en), "{name}");
        }
    }

    #[test]
    fn chinese_uses_chinese_punctuation() {
        for (name, zh, _) in all() {
            let slip = zh.contains([',', ';', '?', '!', '(', ')']) || zh.contains("...");
            assert!(!slip, "{name}: {zh}");
        }
    }
}
