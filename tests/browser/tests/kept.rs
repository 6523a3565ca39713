//! Work survives whatever happens to the browser.

use anyhow::{Context, Result};
use browser_tests::{Page, browse};
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
        page.go_to(&format!("{}/missing", page.url())).await?;
        let origin = page.url().trim_end_matches('/').to_owned();
        page.go().await?;
        keep(page, "0.71").await?;
        page.command("Storage.overrideQuotaForOrigin", json!({ "origin": origin, "quotaSize": 1 }))
            .await?;
        let fill = "const change = base.transaction('meta', 'readwrite'); const noise = new Uint8Array(400000);
            for (let at = 0; at < noise.length; at += 50000) crypto.getRandomValues(noise.subarray(at, at + 50000));
            change.objectStore('meta').put(noise, 'noise'); change.onabort = () => end('full'); change.oncomplete = () => end('room');";
        assert_eq!(in_base(page, fill).await?, json!("full"));
        change(page, "0.79").await?;
        page.find(".save-state[data-state=failed]").await?;
        page.wait_for_text(".save-state", "存储已满").await?;
        page.find("[data-action=save-file]").await?;
        page.command("Storage.overrideQuotaForOrigin", json!({ "origin": origin })).await?;
        saved(page).await?;
        assert_eq!(again(page).await?, "0.79");
        Ok(())
    });
}
