//! The page's root element: language, theme, title.

use crate::session::screen::Theme;
use crate::text::Language;

/// Tells the page which language it is in, so that fonts, hyphenation and screen readers follow.
pub(crate) fn set_language(language: Language) {
    if let Some(root) = root() {
        let _ = root.set_attribute("lang", language.lang_tag());
    }
}

/// Sets light or dark; the system's choice leaves no mark.
pub(crate) fn set_theme(theme: Theme) {
    let Some(root) = root() else { return };
    let _ = match theme {
        Theme::System => root.remove_attribute("data-theme"),
        Theme::Light => root.set_attribute("data-theme", "light"),
        Theme::Dark => root.set_attribute("data-theme", "dark"),
    };
}

fn root() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.document_element()
}
