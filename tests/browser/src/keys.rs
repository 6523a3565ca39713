//! Keys by the names that browsers give them.

use anyhow::{Result, bail};
use thirtyfour::Key;

/// The keys of a combination like `Control+Shift+z`, in the order in which they go down.
pub(crate) fn combination(words: &str) -> Result<Vec<char>> {
    words.split('+').map(key).collect()
}

fn key(name: &str) -> Result<char> {
    let mut characters = name.chars();
    if let (Some(character), None) = (characters.next(), characters.next()) {
        return Ok(character);
    }
    Ok(char::from(match name {
        "Alt" => Key::Alt,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "Backspace" => Key::Backspace,
        "Control" => Key::Control,
        "Delete" => Key::Delete,
        "End" => Key::End,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Home" => Key::Home,
        "Meta" => Key::Meta,
        "PageDown" => Key::PageDown,
        "PageUp" => Key::PageUp,
        "Shift" => Key::Shift,
        "Space" => Key::Space,
        "Tab" => Key::Tab,
        _ => bail!("no key has the name `{name}`"),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_combination_is_a_list_of_keys() {
        assert_eq!(combination("Control+z").unwrap(), [char::from(Key::Control), 'z']);
        assert!(combination("Hyper+z").is_err());
    }
}
