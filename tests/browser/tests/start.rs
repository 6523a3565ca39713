//! The app starts, in both editions, without a complaint from the browser.

use browser_tests::{DESKTOP, LAPTOP, PHONE, Theme, browse, single_file};

#[test]
fn the_page_shows_its_name_and_the_console_stays_clean() {
    browse(async |page| {
        page.go().await?;
        page.wait_for_text("body", "摸高").await?;
        assert_eq!(page.console_errors().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn the_single_file_opens_without_a_server() {
    browse(async |page| {
        page.go_to(&single_file()?).await?;
        page.gone(".starting").await?;
        page.wait_for_text("body", "摸高").await?;
        assert_eq!(page.console_errors().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn the_page_asks_for_nothing_outside_its_own_site() {
    browse(async |page| {
        page.go().await?;
        let addresses = page
            .evaluate("return performance.getEntriesByType('resource').map(entry => entry.name)")
            .await?;
        let addresses: Vec<String> = serde_json::from_value(addresses)?;
        assert!(!addresses.is_empty());
        for address in addresses {
            assert!(address.starts_with(&page.url()) || address.starts_with("data:"), "{address}");
        }
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_in_any_theme_and_size() {
    browse(async |page| {
        page.go().await?;
        for theme in [Theme::Light, Theme::Dark] {
            page.theme(theme).await?;
            for size in [DESKTOP, LAPTOP, PHONE] {
                page.resize(size).await?;
                page.frame().await?;
                assert_eq!(page.axe().await?, Vec::<String>::new(), "{theme:?} {size:?}");
            }
        }
        Ok(())
    });
}

#[test]
fn nobody_has_to_scroll_sideways() {
    browse(async |page| {
        page.go().await?;
        for size in [DESKTOP, LAPTOP, PHONE] {
            page.resize(size).await?;
            page.frame().await?;
            let inside = page.evaluate("return [innerWidth, innerHeight]").await?;
            assert_eq!(inside, serde_json::json!([size.width, size.height]));
            assert_eq!(page.sideways_overflow().await?, 0, "{size:?}");
        }
        Ok(())
    });
}
