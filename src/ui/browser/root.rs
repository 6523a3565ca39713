//! The page's root element: language, theme, and how the answers stand, for whoever drives the page
//! from outside.

use crate::session::answers::Answered;
use crate::session::screen::Theme;
use crate::study::odds::Odds;
use crate::study::wire;
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

/// Says by which build of the studies and by what means questions are worked on.
pub(crate) fn set_studies(means: Option<(&str, &str)>) {
    let Some(root) = root() else { return };
    let _ = match means {
        Some((build, means)) => root.set_attribute("data-studies", &format!("{build} {means}")),
        None => root.remove_attribute("data-studies"),
    };
}

/// Says which odds the screen has: the scenario they are about, how many futures were drawn, and a
/// mark that only the same odds have, to the last bit.
pub(crate) fn set_odds(odds: Option<&Answered<Odds>>) {
    let Some(root) = root() else { return };
    let values = odds.map(|odds| {
        let mark = wire::mark(&*odds.value);
        [odds.revision.0.to_string(), odds.value.draws.to_string(), format!("{mark:016x}")]
    });
    for (index, name) in
        ["data-odds-revision", "data-odds-draws", "data-odds-mark"].iter().enumerate()
    {
        let _ = match &values {
            Some(values) => root.set_attribute(name, &values[index]),
            None => root.remove_attribute(name),
        };
    }
}

/// Whether the page says this of itself.
pub(crate) fn says(attribute: &str) -> bool {
    root().is_some_and(|root| root.has_attribute(attribute))
}

fn root() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.document_element()
}
