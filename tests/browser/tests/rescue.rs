//! When the app cannot start, or stops, the page says so in words and offers to reload.

use anyhow::Result;
use browser_tests::{Page, Site, browse};

/// The page in place of the app, once it shows `words` in Chinese and in English.
async fn rescued(page: &Page, chinese: &str, english: &str) -> Result<()> {
    page.wait_for_text(".rescue", chinese).await?;
    page.wait_for_text(".rescue", english).await?;
    page.wait_for_text(".rescue button", "Reload").await?;
    assert_eq!(page.axe().await?, Vec::<String>::new());
    Ok(())
}

fn wasm(name: &str) -> bool {
    name.ends_with(".wasm")
}

#[test]
fn a_program_cut_in_half_is_explained() {
    browse(async |page| {
        let site = Site::changed(|name, mut bytes| {
            if wasm(name) {
                bytes.truncate(bytes.len() / 2);
            }
            Some(bytes)
        })?;
        page.go_to(&site.url()).await?;
        rescued(page, "没能启动", "could not start").await
    });
}

#[test]
fn a_program_with_one_changed_byte_never_runs() {
    browse(async |page| {
        let site = Site::changed(|name, mut bytes| {
            if wasm(name)
                && let Some(last) = bytes.last_mut()
            {
                *last ^= 1;
            }
            Some(bytes)
        })?;
        page.go_to(&site.url()).await?;
        rescued(page, "没能启动", "could not start").await
    });
}

#[test]
fn a_missing_program_or_glue_is_explained() {
    browse(async |page| {
        for missing in [".wasm", ".js"] {
            let lost = |name: &str| name.starts_with("mogao-") && name.ends_with(missing);
            let site = Site::changed(|name, bytes| (!lost(name)).then_some(bytes))?;
            page.go_to(&site.url()).await?;
            rescued(page, "没能启动", "could not start").await?;
        }
        Ok(())
    });
}

#[test]
fn a_browser_without_webassembly_gets_advice() {
    browse(async |page| {
        page.before_page("delete globalThis.WebAssembly").await?;
        page.go_to(&page.url()).await?;
        rescued(page, "请用新版的", "Please use a current").await
    });
}

#[test]
fn a_late_start_is_announced_and_the_notice_leaves_when_the_app_comes() {
    browse(async |page| {
        // The ten seconds pass at once, and the program waits until it is let go.
        page.before_page(
            "const wait = setTimeout; setTimeout = (work, time) => wait(work, time === 10000 ? 0 : time);
             const get = fetch; fetch = async (...words) => { await new Promise(go => letGo = go); return get(...words); };
             let letGo;",
        )
        .await?;
        page.go_to(&page.url()).await?;
        rescued(page, "超过 10 秒", "more than 10 seconds").await?;
        page.evaluate("letGo()").await?;
        page.gone(".starting").await?;
        page.gone(".rescue").await
    });
}

/// The app with a start script that runs `work` when told to: as the site's own script, because
/// faults in a script from elsewhere reach the page without their cause.
fn with_work(work: &str) -> Result<Site> {
    let work = format!("addEventListener('work', () => setTimeout(() => {{ {work} }}));");
    Site::changed(|name, bytes| {
        let more = if name.starts_with("boot-") { work.as_bytes() } else { &[] };
        Some([&bytes, more].concat())
    })
}

async fn run_work(page: &Page, site: &Site) -> Result<()> {
    page.go_to(&site.url()).await?;
    page.gone(".starting").await?;
    page.evaluate("dispatchEvent(new Event('work'))").await?;
    Ok(())
}

#[test]
fn a_trap_in_the_running_app_stops_it_with_its_reason() {
    browse(async |page| {
        // The smallest program there is that stops the way a panic does.
        let site = with_work(
            "console.error('panicked at src/engine/run.rs:1:1: something');
             const trap = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0,
                                        7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11);
             new WebAssembly.Instance(new WebAssembly.Module(trap)).exports.f();",
        )?;
        run_work(page, &site).await?;
        rescued(page, "已经停下", "has stopped").await?;
        page.wait_for_text(".rescue pre", "panicked at src/engine/run.rs").await?;
        // Nothing behind the notice can be reached any more.
        page.press("Escape").await?;
        page.press("Escape").await?;
        page.frame().await?;
        page.wait_for_text(".rescue", "已经停下").await?;
        Ok(())
    });
}

#[test]
fn a_fault_that_is_not_the_apps_disturbs_nobody() {
    browse(async |page| {
        let site = with_work("globalThis.thrown = true; throw new Error('from an extension');")?;
        run_work(page, &site).await?;
        page.wait_until("the fault", async || {
            Ok(page.evaluate("return globalThis.thrown").await?.as_bool())
        })
        .await?;
        page.frame().await?;
        assert_eq!(page.count(".rescue").await?, 0);
        Ok(())
    });
}

#[test]
fn the_hosted_page_opened_as_a_file_names_the_right_edition() {
    browse(async |page| {
        let folder = std::env::var("MOGAO_SITE")?;
        page.go_to(&format!("file://{folder}/index.html")).await?;
        rescued(page, "mogao.html", "use mogao.html").await
    });
}
