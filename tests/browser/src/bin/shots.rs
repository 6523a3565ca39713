//! Pictures of the running app for people to judge: every size, language and theme.

use anyhow::{Result, ensure};
use browser_tests::{DESKTOP, LAPTOP, PHONE, Page, Theme, browse};

/// The control that changes the language of the screen.
const LANGUAGE: &str = "[data-action=language]";

fn main() {
    browse(async |page| {
        page.go().await?;
        all_sizes(page, "zh").await?;
        page.resize(DESKTOP).await?;
        ensure!(
            page.count(LANGUAGE).await? > 0,
            "the page cannot change its language: nothing fits {LANGUAGE}"
        );
        page.click(LANGUAGE).await?;
        all_sizes(page, "en").await
    });
}

async fn all_sizes(page: &Page, language: &str) -> Result<()> {
    for theme in [Theme::Light, Theme::Dark] {
        page.theme(theme).await?;
        for size in [DESKTOP, LAPTOP, PHONE] {
            page.resize(size).await?;
            page.frame().await?;
            let name = format!("{}x{}-{language}-{}", size.width, size.height, theme.name());
            page.screenshot(&name).await?;
            println!("{name}.png");
        }
    }
    Ok(())
}
