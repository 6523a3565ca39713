//! One page in one browser, with the gestures of a planner.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::extensions::query::ElementPollerWithTimeout;
use thirtyfour::prelude::*;

use crate::driver::Driver;
use crate::site::{Site, shot_path, variable};
use crate::{axe, keys};

/// How long a condition may take to come true. Generous: a busy machine is no fault of the app.
const PATIENCE: Duration = Duration::from_secs(10);

/// The size of the page in CSS pixels.
#[derive(Debug, Clone, Copy)]
pub struct Viewport {
    /// Width in CSS pixels.
    pub width: u32,
    /// Height in CSS pixels.
    pub height: u32,
}

/// A projector or a desk.
pub const DESKTOP: Viewport = Viewport { width: 1920, height: 1080 };
/// A small laptop.
pub const LAPTOP: Viewport = Viewport { width: 1366, height: 768 };
/// A telephone held upright.
pub const PHONE: Viewport = Viewport { width: 390, height: 844 };

/// What the system asks of pages: light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// The word in `prefers-color-scheme`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A page. Every method waits for what it needs and fails with the selector it waited for.
#[derive(Debug)]
pub struct Page {
    /// The driver, for what has no method here.
    pub driver: WebDriver,
    site: Site,
}

impl Page {
    pub(crate) async fn open(driver: &Driver, profile: Option<&Path>) -> Result<Self> {
        let mut wishes = DesiredCapabilities::chrome();
        wishes.set_binary(&variable("CHROME")?.to_string_lossy())?;
        for argument in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--hide-scrollbars",
            "--force-color-profile=srgb",
            "--lang=zh-CN",
            "--accept-lang=zh-CN",
        ] {
            wishes.add_arg(argument)?;
        }
        if let Some(profile) = profile {
            wishes.add_arg(&format!("--user-data-dir={}", profile.display()))?;
        }
        wishes.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
        let driver = WebDriver::builder(driver.url(), wishes)
            .poller(std::sync::Arc::new(ElementPollerWithTimeout::new(
                PATIENCE,
                Duration::from_millis(20),
            )))
            .connect()
            .await?;
        let page = Self { driver, site: Site::built()? };
        page.resize(DESKTOP).await?;
        page.theme(Theme::Light).await?;
        Ok(page)
    }

    pub(crate) async fn close(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }

    pub(crate) async fn tell_what_happened(&self, name: &str) {
        if self.screenshot(name).await.is_ok() {
            eprintln!("screenshot: {name}.png");
        }
        for line in self.console_errors().await.unwrap_or_default() {
            eprintln!("console: {line}");
        }
    }

    /// Opens the app and waits until it has started.
    pub async fn go(&self) -> Result<()> {
        self.go_to(&self.site.url()).await?;
        self.gone(".starting").await.context("the app did not start")?;
        self.frame().await
    }

    /// Opens an address.
    pub async fn go_to(&self, url: &str) -> Result<()> {
        self.driver.goto(url).await.with_context(|| format!("could not open {url}"))
    }

    /// The address of the app as served for this test.
    pub fn url(&self) -> String {
        self.site.url()
    }

    /// Gives the page exactly this size.
    pub async fn resize(&self, viewport: Viewport) -> Result<()> {
        let Viewport { width, height } = viewport;
        let cdp = self.driver.cdp();
        Ok(cdp.emulation().set_device_metrics_override(width, height, 1.0, false).await?)
    }

    /// Makes the system ask for light or dark.
    pub async fn theme(&self, theme: Theme) -> Result<()> {
        self.media("", &[("prefers-color-scheme", theme.name())]).await
    }

    /// Emulates a medium (`"print"`, or `""` for the screen) and media features.
    pub async fn media(&self, medium: &str, features: &[(&str, &str)]) -> Result<()> {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.command(
            "Emulation.setEmulatedMedia",
            json!({ "media": medium, "features": features }),
        )
        .await?;
        Ok(())
    }

    /// Makes the browser ask for a language, such as `en-US`, from the next page on.
    pub async fn language(&self, language: &str) -> Result<()> {
        let agent = self.evaluate("return navigator.userAgent").await?;
        let orders = json!({ "userAgent": agent, "acceptLanguage": language });
        self.command("Emulation.setUserAgentOverride", orders).await?;
        Ok(())
    }

    /// Sends the browser an order of the DevTools protocol.
    pub async fn command(&self, name: &str, orders: Value) -> Result<Value> {
        self.driver.cdp().send_raw(name, orders).await.with_context(|| format!("{name} failed"))
    }

    /// Runs a script in every page that is opened from now on, before the page's own.
    pub async fn before_page(&self, script: &str) -> Result<()> {
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
        Ok(())
    }

    /// The value of a script that ends with `return`.
    pub async fn evaluate(&self, script: &str) -> Result<Value> {
        Ok(self.driver.execute(script, Vec::<Value>::new()).await?.json().clone())
    }

    /// The first element that fits a selector, once it is there.
    pub async fn find(&self, css: &str) -> Result<WebElement> {
        self.driver.query(By::Css(css)).first().await.with_context(|| format!("nothing fits {css}"))
    }

    /// How many elements fit a selector now.
    pub async fn count(&self, css: &str) -> Result<usize> {
        Ok(self.driver.find_all(By::Css(css)).await?.len())
    }

    /// Waits until nothing fits a selector.
    pub async fn gone(&self, css: &str) -> Result<()> {
        let query = self.driver.query(By::Css(css));
        query.wait_until_gone().await.with_context(|| format!("{css} is still there"))
    }

    /// The visible text of an element.
    pub async fn text(&self, css: &str) -> Result<String> {
        Ok(self.find(css).await?.text().await?)
    }

    /// The value of a field.
    pub async fn value(&self, css: &str) -> Result<String> {
        Ok(self.find(css).await?.value().await?.unwrap_or_default())
    }

    /// Waits until an element's text contains `words`, and returns the text.
    pub async fn wait_for_text(&self, css: &str, words: &str) -> Result<String> {
        let what = format!("{css} with the text `{words}`");
        self.wait_until(&what, async || {
            let text = match self.driver.find(By::Css(css)).await {
                Ok(element) => element.text().await.unwrap_or_default(),
                Err(_) => String::new(),
            };
            Ok(text.contains(words).then_some(text))
        })
        .await
    }

    /// Waits until `look` sees something.
    pub async fn wait_until<T>(
        &self,
        what: &str,
        look: impl AsyncFn() -> Result<Option<T>>,
    ) -> Result<T> {
        let start = std::time::Instant::now();
        loop {
            if let Some(seen) = look().await? {
                return Ok(seen);
            }
            ensure!(start.elapsed() < PATIENCE, "waited in vain for {what}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until the page has drawn what it knows: two frames, the second after the first is painted.
    pub async fn frame(&self) -> Result<()> {
        let script = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));";
        self.driver.execute_async(script, Vec::<Value>::new()).await?;
        Ok(())
    }

    /// Clicks an element once it can be clicked.
    pub async fn click(&self, css: &str) -> Result<()> {
        let element = self.find(css).await?;
        element
            .wait_until()
            .clickable()
            .await
            .with_context(|| format!("{css} cannot be clicked"))?;
        element.click().await.with_context(|| format!("could not click {css}"))
    }

    /// Replaces what a field holds, key by key, without leaving the field.
    pub async fn type_into(&self, css: &str, text: &str) -> Result<()> {
        self.click(css).await?;
        self.press("Control+a").await?;
        self.find(css)
            .await?
            .send_keys(text)
            .await
            .with_context(|| format!("could not type into {css}"))
    }

    /// Presses a key or a combination such as `Control+Shift+z` on whatever has the focus.
    pub async fn press(&self, words: &str) -> Result<()> {
        let keys = keys::combination(words)?;
        let down = keys.iter().fold(self.driver.action_chain(), |chain, &key| chain.key_down(key));
        let both = keys.iter().rev().fold(down, |chain, &key| chain.key_up(key));
        Ok(both.perform().await?)
    }

    /// Takes a slider at one fraction of its length and draws it to another in `steps` moves of the pointer.
    pub async fn drag_slider(&self, css: &str, from: f64, to: f64, steps: u32) -> Result<()> {
        /// Half of a slider's thumb, which stays inside the track at either end.
        const THUMB: f64 = 8.0;
        let slider = self.find(css).await?;
        slider.scroll_into_view().await?;
        let area = slider.rect().await?;
        let script =
            "const area = arguments[0].getBoundingClientRect(); return [area.left, area.top];";
        let corner: (f64, f64) =
            self.driver.execute(script, vec![slider.to_json()?]).await?.convert()?;
        let y = (corner.1 + area.height / 2.0).round() as i64;
        let x = |fraction: f64| {
            (corner.0 + THUMB + fraction * (area.width - 2.0 * THUMB)).round() as i64
        };

        let quickly = Some(Duration::from_millis(8));
        let mut chain = self.driver.action_chain_with_delay(Some(Duration::ZERO), quickly);
        chain = chain.move_to(x(from), y).click_and_hold();
        for step in 1..=steps {
            chain = chain.move_to(x(from + (to - from) * f64::from(step) / f64::from(steps)), y);
        }
        chain.release().perform().await.with_context(|| format!("could not drag {css}"))
    }

    /// Saves what the window shows as a picture.
    pub async fn screenshot(&self, name: &str) -> Result<()> {
        self.driver.screenshot(&shot_path(name)?).await.context("no screenshot")
    }

    /// What axe finds wrong with the page as it stands.
    pub async fn axe(&self) -> Result<Vec<String>> {
        axe::violations(&self.driver).await
    }

    /// By how many CSS pixels the page is wider than its window; 0 when nobody has to scroll sideways.
    pub async fn sideways_overflow(&self) -> Result<i64> {
        let script =
            "const page = document.documentElement; return page.scrollWidth - page.clientWidth;";
        self.evaluate(script).await?.as_i64().context("no width")
    }

    /// Errors in the console since the last call, among them everything the policy refused.
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        let log = self.driver.browser_log().await?;
        let severe = log.into_iter().filter(|entry| entry.level == "SEVERE");
        Ok(severe.map(|entry| entry.message).collect())
    }
}
