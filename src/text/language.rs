//! The languages the product speaks.

use serde::{Deserialize, Serialize};

/// A language of the screen, the report and the announcements.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Chinese as written in the mainland.
    #[default]
    Zh,
    /// English.
    En,
}

impl Language {
    /// All languages, the first one first.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The tag for the `lang` attribute.
    #[must_use]
    pub fn lang_tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// Its name in itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Zh => "中文",
            Self::En => "English",
        }
    }

    /// Its name in itself, where there is room for two letters.
    #[must_use]
    pub fn short_name(self) -> &'static str {
        match self {
            Self::Zh => "中",
            Self::En => "EN",
        }
    }

    /// The one to change to.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_is_chinese_and_files_name_it_in_two_letters() {
        assert_eq!(Language::default(), Language::Zh);
        assert_eq!(serde_json::to_string(&Language::Zh).unwrap(), r#""zh""#);
        assert_eq!(serde_json::from_str::<Language>(r#""en""#).unwrap(), Language::En);
        assert_eq!(Language::Zh.lang_tag(), "zh-CN");
    }
}
