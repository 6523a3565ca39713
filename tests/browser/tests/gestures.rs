//! The gestures of this harness on a page made for them, so that a failed journey means the app.

use browser_tests::{Page, browse};

const DESK: &str = "data:text/html,<!doctype html><meta charset=utf-8><body>\
    <input type=range min=0 max=100 value=20 style='width:400px'>\
    <input type=text value=old>\
    <button onclick='this.textContent=`pressed`'>press</button>\
    <p></p>\
    <script>\
    moves = 0; keys = ``;\
    document.querySelector('[type=range]').oninput = () => moves++;\
    onkeydown = event => keys += `${event.ctrlKey ? `Control ` : ``}${event.key};`;\
    </script>";

#[test]
fn a_drag_moves_the_slider_step_by_step_and_lands_where_it_should() {
    browse(async |page| {
        page.go_to(DESK).await?;
        page.drag_slider("[type=range]", 0.2, 0.8, 12).await?;
        let value: f64 = page.value("[type=range]").await?.parse()?;
        assert!((value - 80.0).abs() <= 1.0, "landed at {value}");
        // A jump would be one event; a hand leaves one at every step that changes the value.
        let moves = page.evaluate("return moves").await?.as_u64();
        assert!(moves >= Some(8), "{moves:?} events");
        Ok(())
    });
}

#[test]
fn typing_replaces_what_a_field_held() {
    browse(async |page| {
        page.go_to(DESK).await?;
        page.type_into("[type=text]", "12.5 新").await?;
        assert_eq!(page.value("[type=text]").await?, "12.5 新");
        Ok(())
    });
}

#[test]
fn keys_arrive_with_their_modifiers() {
    browse(async |page| {
        page.go_to(DESK).await?;
        page.press("Control+z").await?;
        page.press("ArrowLeft").await?;
        assert_eq!(page.evaluate("return keys").await?, "Control Control;Control z;ArrowLeft;");
        Ok(())
    });
}

#[test]
fn a_click_and_its_effect_are_seen() {
    browse(async |page: &Page| {
        page.go_to(DESK).await?;
        page.click("button").await?;
        page.wait_for_text("button", "pressed").await?;
        assert_eq!(page.text("button").await?, "pressed");
        Ok(())
    });
}

#[test]
fn the_language_and_the_theme_of_the_system_reach_the_page() {
    browse(async |page| {
        page.go_to(DESK).await?;
        assert_eq!(page.evaluate("return navigator.language").await?, "zh-CN");
        page.language("en-US").await?;
        page.theme(browser_tests::Theme::Dark).await?;
        page.go_to(DESK).await?;
        assert_eq!(page.evaluate("return navigator.language").await?, "en-US");
        assert_eq!(
            page.evaluate("return matchMedia('(prefers-color-scheme: dark)').matches").await?,
            true
        );
        Ok(())
    });
}

#[test]
fn errors_in_the_console_are_seen() {
    browse(async |page| {
        page.go_to(DESK).await?;
        page.evaluate("console.error('something is wrong'); console.log('nothing')").await?;
        let errors = page.console_errors().await?;
        assert!(errors.len() == 1 && errors[0].contains("something is wrong"), "{errors:?}");
        Ok(())
    });
}
