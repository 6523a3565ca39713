//! Whether what is on the screen is kept, in words.

use super::Text;

impl Text {
    /// A scenario's name, or words for one that has none.
    #[must_use]
    pub fn scenario_title(self, name: &str) -> &str {
        if name.is_empty() { self.scenario_unnamed() } else { name }
    }
}
