//! Work survives whatever happens to the browser.

use anyhow::{Context, Result};
use browser_tests::{DESKTOP, Page, browse};
use serde_json::{Value, json};

/// The field of a lever that every plan has.
const LEVER: &str = "[id='common-growth.2023-field']";

/// Types a value and waits until it is kept.
async fn keep(page: &Page, value: &str) -> Result<()> {
    change(page, value).await?;
    saved(page).await
}

async fn change(page: &Page, value: &str) -> Result<()> {
    page.type_into(LEVER, value).await?;
    page.press("Enter").await
}

async fn saved(page: &Page) -> Result<()> {
    page.find(".save-state[data-state=saved]").await?;
    page.wait_for_text(".save-state", "已保存").await?;
    Ok(())
}

/// What the lever says after the page was opened anew.
async fn again(page: &Page) -> Result<String> {
    page.go().await?;
    page.value(LEVER).await
}

/// Runs a script that has the open database as `base` and `done` to end with.
async fn in_base(page: &Page, script: &str) -> Result<Value> {
    let whole = format!(
        "const done = arguments[0]; const asked = indexedDB.open('mogao-v1');
         asked.onsuccess = () => {{ const base = asked.result; const end = value => {{ base.close(); done(value); }};
         {script} }};"
    );
    Ok(page.driver.execute_async(whole, Vec::<Value>::new()).await?.json().clone())
}

#[test]
fn a_change_is_there_after_a_reload_with_everything_that_can_be_undone() {
    browse(async |page| {
        page.go().await?;
        let planned = page.value(LEVER).await?;
        keep(page, "0.71").await?;
        keep(page, "0.73").await?;
        assert_eq!(again(page).await?, "0.73");
        page.press("Control+z").await?;
        page.wait_until("the first value", async || {
            Ok((page.value(LEVER).await? == "0.71").then_some(()))
        })
        .await?;
        page.press("Control+z").await?;
        page.wait_until("the plan", async || {
            Ok((page.value(LEVER).await? == planned).then_some(()))
        })
        .await?;
        page.press("Control+Shift+z").await?;
        saved(page).await?;
        assert_eq!(again(page).await?, "0.71");
        assert_eq!(page.console_errors().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn a_change_is_there_although_the_page_was_left_at_once() {
    browse(async |page| {
        page.go().await?;
        for round in 0..8 {
            let value = format!("0.6{}", 1 + round);
            change(page, &value).await?;
            // Another page takes its place before the pause is over.
            page.go_to("about:blank").await?;
            assert_eq!(again(page).await?, value, "round {round}");
        }
        Ok(())
    });
}

#[test]
fn a_damaged_save_gives_way_to_the_one_before_it_and_is_set_aside() {
    browse(async |page| {
        page.go().await?;
        keep(page, "0.71").await?;
        keep(page, "0.73").await?;
        page.go_to(&format!("{}/missing", page.url())).await?;
        in_base(
            page,
            "const change = base.transaction('revs', 'readwrite'); const revs = change.objectStore('revs');
             revs.openCursor(null, 'prev').onsuccess = event => {
               const cursor = event.target.result;
               cursor.update(cursor.value.slice(0, -9) + '0' + cursor.value.slice(-8));
             };
             change.oncomplete = () => end(true);",
        )
        .await?;
        assert_eq!(again(page).await?, "0.71");
        let aside = in_base(
            page,
            "base.transaction('quarantine').objectStore('quarantine').count().onsuccess = event => end(event.target.result);",
        )
        .await?;
        assert_eq!(aside, json!(1));
        Ok(())
    });
}

#[test]
fn what_a_newer_program_keeps_is_not_touched() {
    browse(async |page| {
        page.go().await?;
        keep(page, "0.71").await?;
        page.go_to(&format!("{}/missing", page.url())).await?;
        let raise = "const done = arguments[0]; const asked = indexedDB.open('mogao-v1', 2);
            asked.onsuccess = () => { asked.result.close(); done(true); };";
        page.driver.execute_async(raise, Vec::<Value>::new()).await?;
        let all = "const stores = [...base.objectStoreNames]; const look = base.transaction(stores); const all = [];
            for (const store of stores) look.objectStore(store).getAll().onsuccess = event => all.push(event.target.result);
            look.oncomplete = () => end(JSON.stringify(all));";
        let before = in_base(page, all).await?;
        assert_eq!(again(page).await?, "0.71");
        page.find(".save-state[data-state=newer]").await?;
        change(page, "0.75").await?;
        page.frame().await?;
        page.go_to("about:blank").await?;
        page.go_to(&format!("{}/missing", page.url())).await?;
        assert_eq!(in_base(page, all).await?, before);
        Ok(())
    });
}

#[test]
fn without_storage_the_app_works_and_says_that_nothing_is_kept() {
    browse(async |page| {
        for broken in [
            "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });",
            "indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); };",
            "indexedDB.open = () => ({});",
        ] {
            let script = page
                .command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": broken }))
                .await?;
            page.go().await?;
            page.find(".save-state[data-state=memory]").await?;
            change(page, "0.71").await?;
            page.wait_until("the change", async || {
                Ok((page.value(LEVER).await? == "0.71").then_some(()))
            })
            .await?;
            page.command(
                "Page.removeScriptToEvaluateOnNewDocument",
                json!({ "identifier": script["identifier"] }),
            )
            .await?;
        }
        Ok(())
    });
}

#[test]
fn one_tab_writes_and_the_other_reads_until_it_takes_over() {
    browse(async |page| {
        page.go().await?;
        keep(page, "0.71").await?;
        let first = page.driver.window().await?;
        let second = page.driver.new_tab().await?;
        page.driver.switch_to_window(second.clone()).await?;
        page.resize(DESKTOP).await?;
        assert_eq!(again(page).await?, "0.71");
        page.find(".save-state[data-state=read-only]").await?;
        page.driver.switch_to_window(first.clone()).await?;
        keep(page, "0.72").await?;
        page.driver.switch_to_window(second).await?;
        page.click("[data-action=take-over]").await?;
        page.wait_until("what the first tab wrote", async || {
            Ok((page.value(LEVER).await? == "0.72").then_some(()))
        })
        .await?;
        keep(page, "0.74").await?;
        page.driver.switch_to_window(first).await?;
        page.find(".save-state[data-state=read-only]")
            .await
            .context("the first tab still writes")?;
        Ok(())
    });
}

#[test]
fn full_storage_is_said_the_old_save_stays_and_room_brings_a_save_by_itself() {
    browse(async |page| {
        let origin = page.url().trim_end_matches('/').to_owned();
        let quota = json!({ "origin": origin, "quotaSize": 2_000_000 });
        page.command("Storage.overrideQuotaForOrigin", quota).await?;
        page.go().await?;
        keep(page, "0.71").await?;
        // Noise, because what compresses takes no room; less and less of it, until nothing more fits.
        let fill = "let size = 500000; let count = 0; const more = () => {
              const noise = new Uint8Array(size);
              for (let at = 0; at < size; at += 50000) crypto.getRandomValues(noise.subarray(at, at + 50000));
              const change = base.transaction('meta', 'readwrite');
              change.objectStore('meta').put(noise, 'noise' + count++);
              change.oncomplete = more;
              change.onabort = () => { size = Math.floor(size / 4); if (size < 100 || count > 200) end('full'); else more(); };
            }; more();";
        assert_eq!(in_base(page, fill).await?, json!("full"));
        change(page, "0.79").await?;
        page.find(".save-state[data-state=failed]").await?;
        page.wait_for_text(".save-state", "存储已满").await?;
        page.find("[data-action=save-file]").await?;
        let room = "const change = base.transaction('meta', 'readwrite');
            change.objectStore('meta').delete(IDBKeyRange.bound('noise', 'noise~'));
            change.oncomplete = () => end(true);";
        in_base(page, room).await?;
        saved(page).await?;
        assert_eq!(again(page).await?, "0.79");
        Ok(())
    });
}

#[test]
fn a_program_that_stopped_keeps_nothing_more_and_hands_out_what_is_kept() {
    browse(async |page| {
        page.go().await?;
        keep(page, "0.71").await?;
        let all = "const look = base.transaction('revs').objectStore('revs').count();
            look.onsuccess = () => end(look.result);";
        let before = in_base(page, all).await?;
        page.evaluate("console.error('panicked at a test'); return true").await?;
        change(page, "0.79").await?;
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        assert_eq!(in_base(page, all).await?, before, "a stopped program still wrote");
        Ok(())
    });
}

#[test]
fn after_two_crashes_in_a_minute_no_scenario_is_opened_and_none_is_lost() {
    browse(async |page| {
        page.go().await?;
        keep(page, "0.71").await?;
        for _ in 0..2 {
            page.evaluate("console.error('panicked at a test'); return true").await?;
        }
        page.go().await?;
        page.wait_for_text(".kept-notice", "没有自动打开").await?;
        assert_ne!(page.value(LEVER).await?, "0.71");
        page.evaluate("localStorage.removeItem('mogao.crashes'); return true").await?;
        page.click("[data-action=library]").await?;
        page.click("[data-action=open-kept]").await?;
        page.wait_until("the scenario", async || {
            Ok((page.value(LEVER).await? == "0.71").then_some(()))
        })
        .await?;
        assert_eq!(page.axe().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn a_scenario_is_named_copied_binned_and_taken_out_again() {
    browse(async |page| {
        page.go().await?;
        keep(page, "0.71").await?;
        page.click("[data-action=library]").await?;
        page.type_into("[data-field=scenario-name]", "<b>甲方案").await?;
        page.press("Tab").await?;
        page.wait_for_text(".scenario-name", "<b>甲方案").await?;
        page.click("[data-preset='Prices fall']").await?;
        page.wait_for_text(".scenario-name", "价格走低").await?;
        page.wait_for_text("#library", "<b>甲方案").await?;
        page.click("[data-action=bin]").await?;
        page.click("[data-action=unbin]").await?;
        page.click("[data-action=open-kept]").await?;
        page.wait_for_text(".scenario-name", "<b>甲方案").await?;
        assert_eq!(page.value(LEVER).await?, "0.71");
        assert_eq!(page.axe().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn every_step_can_be_gone_back_to_and_branches_stay_through_a_reload() {
    browse(async |page| {
        page.go().await?;
        keep(page, "0.71").await?;
        keep(page, "0.73").await?;
        page.click("[data-action=undo]").await?;
        keep(page, "0.79").await?;
        assert_eq!(again(page).await?, "0.79");
        page.click("[data-action=steps]").await?;
        assert_eq!(page.count(".step-line").await?, 4);
        assert_eq!(page.count(".step-branch").await?, 1);
        page.click("[data-step='2']").await?;
        page.wait_until("the branch", async || {
            Ok((page.value(LEVER).await? == "0.73").then_some(()))
        })
        .await?;
        assert_eq!(page.axe().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn minutes_tell_every_step_marks_survive_a_reload_and_both_files_are_saved() {
    browse(async |page| {
        // What is saved is caught, so that its words can be read.
        page.before_page(
            "globalThis.files = {};
             const press = HTMLAnchorElement.prototype.click;
             HTMLAnchorElement.prototype.click = function () {
               if (!this.download) return press.call(this);
               globalThis.files[this.download] = globalThis.blobs[this.href];
             };
             globalThis.blobs = {};
             const make = URL.createObjectURL.bind(URL);
             URL.createObjectURL = blob => { const address = make(blob); globalThis.blobs[address] = blob; return address; };",
        )
        .await?;
        page.go().await?;
        keep(page, "0.71").await?;
        keep(page, "0.73").await?;
        page.click("[data-action=undo]").await?;
        keep(page, "0.79").await?;
        page.click("[data-action=steps]").await?;
        page.click("[data-action=minutes]").await?;
        assert_eq!(page.count("[data-decide]").await?, 3);
        page.click("[data-decide='3']").await?;
        page.wait_until("the decided step", async || {
            let script = "return document.querySelectorAll('#minutes table')[0].querySelectorAll('tbody tr').length";
            Ok((page.evaluate(script).await? == json!(1)
                && page.count("#minutes table").await? == 3)
                .then_some(()))
        })
        .await?;
        assert_eq!(page.axe().await?, Vec::<String>::new());
        page.click("[data-action=minutes-html]").await?;
        page.click("[data-action=minutes-markdown]").await?;
        let read = "const done = arguments[0];
            Promise.all(Object.entries(files).map(async ([name, blob]) => [name, await blob.text()]))
                .then(files => done(JSON.stringify(files)));";
        let files = page.driver.execute_async(read, Vec::<Value>::new()).await?;
        let files: Vec<(String, String)> =
            serde_json::from_str(files.json().as_str().context("no files")?)?;
        let [(page_name, html), (plain_name, plain)] = &files[..] else {
            anyhow::bail!("two files, not {}", files.len())
        };
        assert!(
            page_name.ends_with(".html") && plain_name.ends_with(".md"),
            "{page_name} {plain_name}"
        );
        for words in ["已定事项", "试过、未采用", "0.71 → 0.79", "0.71 → 0.73"] {
            assert!(html.contains(words), "{words} in {html}");
            assert!(plain.contains(words), "{words} in {plain}");
        }
        page.press("Escape").await?;
        saved(page).await?;
        tokio::time::sleep(std::time::Duration::from_millis(600)).await;
        again(page).await?;
        page.click("[data-action=steps]").await?;
        assert_eq!(page.count(".step-decided").await?, 1);
        Ok(())
    });
}
