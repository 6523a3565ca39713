//! Scenarios go to a colleague and come from one, and nothing that comes is kept before it is used.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use browser_tests::{DESKTOP, PHONE, Page, browse};
use mogao::exchange::document;
use mogao::exchange::link;
use mogao::plan::Plan;
use mogao::plan::lever::find;
use mogao::plan::scenario::Scenario;
use mogao::seeds;

/// The field of a lever that every plan has.
const LEVER: &str = "[id='common-growth.2023-field']";

/// Where a planner chooses a scenario file.
const FILE: &str = "[data-field=scenario-file]";

/// The sheet that shows what came, and the one that says why it cannot be shown.
const SHEET: &str = "dialog#handed[open]";
const REFUSED: &str = "dialog#handed-refused[open]";

/// Remembers the text of the file that is saved next.
const CATCH_FILE: &str = "const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = blob => {
      if (blob.type === 'application/json') blob.text().then(text => { window.savedText = text; });
      return make(blob);
    };";

fn plan() -> Result<Plan> {
    seeds::chengguan().ok().context("the shipped plan is sound")
}

/// A scenario with all growth rates this much higher.
fn scenario(plan: &Plan, growth: f64) -> Result<Scenario> {
    let mut scenario = Scenario::default();
    let lever = find("common-growth.2023", plan).context("the plan has this lever")?;
    scenario.set(lever, growth, plan);
    Ok(scenario)
}

/// A file of its own for one test.
fn place(name: &str, text: impl AsRef<[u8]>) -> Result<PathBuf> {
    let place = std::env::temp_dir().join(format!("mogao-{}-{name}", std::process::id()));
    fs::create_dir_all(&place)?;
    let file = place.join(format!("{name}.mogao.json"));
    fs::write(&file, text)?;
    Ok(file)
}

async fn choose(page: &Page, file: &std::path::Path) -> Result<()> {
    Ok(page.find(FILE).await?.send_keys(file.display().to_string()).await?)
}

async fn change(page: &Page, value: &str) -> Result<()> {
    page.type_into(LEVER, value).await?;
    page.press("Enter").await?;
    page.find(".save-state[data-state=saved]").await?;
    Ok(())
}

/// How many scenarios are kept.
async fn kept(page: &Page) -> Result<u64> {
    let script = "const done = arguments[0]; const asked = indexedDB.open('mogao-v1');
        asked.onsuccess = () => { const base = asked.result;
          base.transaction('docs').objectStore('docs').count().onsuccess = event => { base.close(); done(event.target.result); }; };";
    let count = page.driver.execute_async(script, Vec::<serde_json::Value>::new()).await?;
    count.json().as_u64().context("no count")
}

async fn hero(page: &Page) -> Result<String> {
    page.text(".hero-number").await
}

#[test]
fn a_saved_file_opens_as_a_look_first_and_then_as_a_scenario_with_the_same_result() {
    browse(async |page| {
        page.before_page(CATCH_FILE).await?;
        page.go().await?;
        change(page, "0.9").await?;
        let expected = hero(page).await?;
        page.click("[data-action=share]").await?;
        page.click("[data-action=save-file].menu-entry").await?;
        page.wait_for_text(".menu-said", "已下载").await?;
        let text = page
            .wait_until("the text of the file", async || {
                Ok(page
                    .evaluate("return window.savedText ?? null")
                    .await?
                    .as_str()
                    .map(str::to_owned))
            })
            .await?;
        let file = place("saved", &text)?;

        page.press("Control+z").await?;
        page.wait_until("the plan", async || Ok((hero(page).await? != expected).then_some(())))
            .await?;
        page.find(".save-state[data-state=saved]").await?;
        let (before, scenarios) = (hero(page).await?, kept(page).await?);
        choose(page, &file).await?;
        let said = page.wait_for_text(SHEET, "与计划不同的地方：1 处").await?;
        assert!(said.contains("0.9"), "{said}");
        assert!(said.contains(&expected), "the result {expected} is missing in {said}");
        assert_eq!(page.axe().await?, Vec::<String>::new());
        assert_eq!((hero(page).await?, kept(page).await?), (before, scenarios));

        page.click("[data-action=handed-use]").await?;
        page.gone(SHEET).await?;
        page.wait_until("the result of the file", async || {
            Ok((hero(page).await? == expected).then_some(()))
        })
        .await?;
        page.wait_until("one scenario more", async || {
            Ok((kept(page).await? == scenarios + 1).then_some(()))
        })
        .await?;
        assert_eq!(page.console_errors().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn a_hostile_name_is_text_and_a_foreign_file_is_refused_in_words() {
    browse(async |page| {
        page.go().await?;
        let before = hero(page).await?;
        let hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        let text = document::to_json(&plan()?, &scenario(&plan()?, 0.01)?, hostile);
        let text = text.replace("</script>", "</script>\\u202e");
        choose(page, &place("hostile", &text)?).await?;
        let said = page.wait_for_text(SHEET, "onerror=alert(1)").await?;
        assert!(said.contains("1 个看不见的控制字符"), "{said}");
        assert_eq!(page.count(&format!("{SHEET} img, {SHEET} script")).await?, 0);
        page.press("Escape").await?;
        page.gone(SHEET).await?;

        for (name, bytes, words) in [
            ("zip", b"PK\x03\x04".to_vec(), "压缩包或工作簿"),
            ("foreign", b"{\"type\":\"excalidraw\"}".to_vec(), "不是摸高的情景文件"),
            ("cut", text.as_bytes()[..text.len() / 2].to_vec(), "文件可能不完整"),
            ("newer", text.replace("\"version\": 1", "\"version\": 9").into_bytes(), "第 9 版"),
            ("other", text.replace("chengguan-2023", "baita-2031").into_bytes(), "baita-2031"),
        ] {
            choose(page, &place(name, bytes)?).await?;
            let said = page.wait_for_text(REFUSED, words).await?;
            assert!(said.contains("现在的情景没有变"), "{said}");
            page.click("[data-action=handed-close]").await?;
            page.gone(REFUSED).await?;
        }
        assert_eq!(hero(page).await?, before);
        assert_eq!(page.console_errors().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn a_file_dropped_anywhere_opens_and_one_of_another_plan_brings_its_plan() {
    browse(async |page| {
        page.go().await?;
        let linhe = seeds::linhe().ok().context("the shipped plan is sound")?;
        let text = document::written(&linhe, &Scenario::default(), "乙稿", "");
        let script = "const transfer = new DataTransfer();
            transfer.items.add(new File([arguments[0]], 'a.mogao.json', { type: 'application/json' }));
            const at = document.querySelector('.verdict');
            for (const kind of ['dragover', 'drop'])
              at.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer }));";
        for (page_of, at) in [("first", ".verdict"), ("last", ".data-page")] {
            page.click(&format!(".pages button:{page_of}-child")).await?;
            page.find(at).await?;
            page.driver.execute(script.replace(".verdict", at), vec![text.clone().into()]).await?;
            let said = page.wait_for_text(SHEET, "乙稿").await?;
            assert!(said.contains("它属于另一个计划：临河区"), "{said}");
            assert!(said.contains("与计划没有不同"), "{said}");
            let choice = if at == ".verdict" { "handed-close" } else { "handed-use" };
            page.click(&format!("[data-action={choice}]")).await?;
            page.gone(SHEET).await?;
        }
        page.wait_for_text(".plan-name", "临河").await?;
        page.wait_for_text(".scenario-words", "乙稿").await?;
        Ok(())
    });
}

#[test]
fn a_link_opens_as_a_look_over_unchanged_work_and_leaves_the_address_clean() {
    browse(async |page| {
        page.go().await?;
        change(page, "0.7").await?;
        let before = hero(page).await?;
        let text = document::compact(&plan()?, &scenario(&plan()?, 0.012)?, "链接稿", "请看");
        let fragment = link::written(&text);
        let address = format!("{}{fragment}", page.url());
        // In a page of its own, and in the page that is open.
        for fresh in [true, false] {
            if fresh {
                page.go_to("about:blank").await?;
                page.go_to(&address).await?;
            } else {
                page.evaluate(&format!("location.hash = '{fragment}'")).await?;
            }
            let said = page.wait_for_text(SHEET, "链接稿").await?;
            assert!(said.contains("请看") && said.contains("1.2"), "{said}");
            let now = page.evaluate("return location.href").await?;
            assert!(!now.as_str().context("no address")?.contains('#'), "{now}");
            assert_eq!(hero(page).await?, before);
            assert_eq!(page.value(LEVER).await?, "0.70");
            page.click("[data-action=handed-close]").await?;
            page.gone(SHEET).await?;
        }
        // Cut by a chat program.
        page.evaluate(&format!("location.hash = '{}'", &fragment[..fragment.len() - 3])).await?;
        page.wait_for_text(REFUSED, "链接不完整").await?;
        page.click("[data-action=handed-close]").await?;
        let long = format!("#s1.{}", "A".repeat(32_000));
        page.evaluate(&format!("location.hash = '{long}'")).await?;
        page.wait_for_text(REFUSED, "32,004").await?;
        assert_eq!(page.console_errors().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn the_link_that_is_offered_leads_back_and_the_note_may_stay_behind() {
    browse(async |page| {
        page.go().await?;
        change(page, "0.8").await?;
        let expected = hero(page).await?;
        page.click("[data-action=library]").await?;
        page.type_into("[data-field=scenario-note]", "机密备注").await?;
        page.press("Tab").await?;
        page.press("Escape").await?;
        page.click("[data-action=share]").await?;
        page.click("[data-action=link]").await?;
        page.wait_for_text("dialog#link[open]", "任何拿到链接的人都能看到其中的全部数字").await?;
        assert_eq!(page.axe().await?, Vec::<String>::new());
        let whole = page.value("[data-field=link]").await?;
        page.click("[data-field=link-note]").await?;
        page.wait_until("another link", async || {
            Ok((page.value("[data-field=link]").await? != whole).then_some(()))
        })
        .await?;
        let without = page.value("[data-field=link]").await?;
        for (address, noted) in [(&whole, true), (&without, false)] {
            let (_, fragment) = address.split_once('#').context("no link")?;
            let text = link::read(&format!("#{fragment}")).ok().context("it is whole")?;
            assert_eq!(text.contains("机密备注"), noted, "{text}");
        }
        page.press("Escape").await?;
        page.go_to("about:blank").await?;
        page.go_to(&without).await?;
        let said = page.wait_for_text(SHEET, "0.8").await?;
        assert!(said.contains(&expected) && !said.contains("机密备注"), "{said}");
        Ok(())
    });
}

#[test]
fn the_bar_of_a_phone_stays_one_line_and_the_menu_is_in_sight() {
    browse(async |page| {
        page.go().await?;
        for language in ["zh", "en"] {
            page.resize(PHONE).await?;
            page.frame().await?;
            let tops = "return [...document.querySelectorAll('.top-bar > *')]
                .filter(part => part.checkVisibility() && !part.matches('.brand, .pages, input'))
                .map(part => Math.round(part.getBoundingClientRect().top + part.getBoundingClientRect().height / 2))";
            let tops = page.evaluate(tops).await?;
            let tops: Vec<i64> = serde_json::from_value(tops)?;
            let (low, high) =
                (tops.iter().min().context("no bar")?, tops.iter().max().context("no bar")?);
            assert!(high - low < 20, "{language}: {tops:?}");
            assert_eq!(page.sideways_overflow().await?, 0);
            page.click("[data-action=share]").await?;
            page.find("[data-action=open-file]").await?;
            let inside =
                "const list = document.querySelector('.menu-list').getBoundingClientRect();
                return list.left >= 0 && list.right <= innerWidth && list.bottom <= innerHeight";
            assert_eq!(page.evaluate(inside).await?, true);
            page.press("Escape").await?;
            page.resize(DESKTOP).await?;
            page.click("[data-action=language]").await?;
        }
        Ok(())
    });
}
