//! The goals of the document and the consistency check, as a planner meets them.

use browser_tests::{DESKTOP, LAPTOP, PHONE, Page, Theme, Viewport, browse};

/// The smallest window that anything must be readable in.
const NARROW: Viewport = Viewport { width: 320, height: 640 };

async fn goals(page: &Page) -> anyhow::Result<()> {
    page.go().await?;
    page.click(".pages button:nth-child(5)").await?;
    page.find(".scorecard").await?;
    Ok(())
}

async fn report(page: &Page, goal: &str, progress: &str) -> anyhow::Result<()> {
    page.type_into(&format!("#goal-{goal}"), progress).await?;
    page.press("Enter").await
}

fn row(goal: &str) -> String {
    format!(".goal:has(#goal-{goal})")
}

#[test]
fn all_goals_stand_under_the_headings_of_the_document() {
    browse(async |page| {
        goals(page).await?;
        assert_eq!(page.count(".goal").await?, 67);
        assert_eq!(page.count(".pillar").await?, 8);
        assert!(page.text(".scorecard-total").await?.contains("67"));
        Ok(())
    });
}

#[test]
fn progress_is_tracked_against_the_year_and_leaves_gdp_alone() {
    browse(async |page| {
        page.go().await?;
        let before = page.text(".hero-number").await?;
        page.click(".pages button:nth-child(5)").await?;
        report(page, "S51", "1.8万人").await?;
        page.wait_for_text(&row("S51"), "快于进度").await?;
        assert_eq!(page.value("#goal-S51").await?, "18,000");
        // At mid-year half is as much as is due; at the end it is half too little.
        page.click(".toggle-choice:nth-of-type(2)").await?;
        page.wait_for_text(&row("S51"), "与进度持平").await?;
        page.click(".toggle-choice:nth-of-type(4)").await?;
        page.wait_for_text(&row("S51"), "慢于进度").await?;
        page.click(".pages button:nth-child(1)").await?;
        assert_eq!(page.text(".hero-number").await?, before);
        Ok(())
    });
}

#[test]
fn what_is_no_number_says_why_and_an_emptied_field_reports_nothing() {
    browse(async |page| {
        goals(page).await?;
        report(page, "S20", "3").await?;
        report(page, "S20", "很多").await?;
        page.wait_for_text(".goal-entry .problem", "仍按 3").await?;
        page.wait_for_text(&row("S20"), "60.0").await?;
        page.press("Escape").await?;
        page.type_into("#goal-S20", "").await?;
        page.press("Backspace").await?;
        page.press("Enter").await?;
        page.wait_for_text(&row("S20"), "未填报").await?;
        Ok(())
    });
}

#[test]
fn goals_are_found_by_quantity_and_by_use() {
    browse(async |page| {
        goals(page).await?;
        let choose = async |name: &str, index: usize| {
            let script = format!(
                "const list = document.querySelector('[data-filter={name}] select'); list.selectedIndex = {index};\
                 list.dispatchEvent(new Event('change', {{ bubbles: true }}));"
            );
            page.evaluate(&script).await?;
            page.frame().await?;
            page.count(".goal").await
        };
        assert_eq!(choose("quantity", 5).await?, 6);
        assert_eq!(choose("quantity", 3).await?, 0);
        assert!(page.text(".empty").await?.contains("没有数字目标"));
        assert_eq!(choose("quantity", 0).await?, 67);
        assert_eq!(choose("role", 1).await?, 6);
        Ok(())
    });
}

#[test]
fn a_linked_goal_leads_to_its_lever() {
    browse(async |page| {
        goals(page).await?;
        page.click(&format!("{} .link", row("S18"))).await?;
        page.wait_until("the focus in the lever of turnover", async || {
            let focus = page.evaluate("return document.activeElement.id").await?;
            Ok((focus == "turnover.exhibitions-field").then_some(()))
        })
        .await?;
        Ok(())
    });
}

#[test]
fn the_notice_takes_one_line_opens_the_list_and_folds_away() {
    browse(async |page| {
        page.go().await?;
        for size in [DESKTOP, LAPTOP, PHONE, NARROW] {
            page.resize(size).await?;
            page.frame().await?;
            let lines = "const notice = document.querySelector('.notice'); \
                const control = document.querySelector('.notice .button'); \
                return notice.offsetHeight - control.offsetHeight";
            assert!(page.evaluate(lines).await?.as_f64() < Some(4.0), "{size:?}");
        }
        page.click("#notice-audit").await?;
        let found = page.wait_for_text("#notice-audit-list", "1,145.3").await?;
        assert!(found.contains("tiers.csv") && found.contains("不能使它们相合"), "{found}");
        page.press("Escape").await?;
        page.click("[data-action=fold]").await?;
        page.gone(".notice").await?;
        page.resize(DESKTOP).await?;
        page.click(".pages button:nth-child(5)").await?;
        assert_eq!(page.count(".notice").await?, 0, "folded on every page");
        page.click("#footer-audit").await?;
        page.wait_for_text("#footer-audit-list", "1,155.6").await?;
        assert_eq!(page.console_errors().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_among_the_goals_and_nobody_scrolls_sideways() {
    browse(async |page| {
        goals(page).await?;
        report(page, "S07", "1").await?;
        report(page, "S20", "x").await?;
        for theme in [Theme::Light, Theme::Dark] {
            page.theme(theme).await?;
            for size in [DESKTOP, LAPTOP, PHONE, NARROW] {
                page.resize(size).await?;
                page.frame().await?;
                assert_eq!(page.axe().await?, Vec::<String>::new(), "{theme:?} {size:?}");
                assert_eq!(page.sideways_overflow().await?, 0, "{size:?}");
            }
        }
        page.click("#footer-audit").await?;
        page.find("#footer-audit-list .finding").await?;
        assert_eq!(page.axe().await?, Vec::<String>::new(), "the list");
        Ok(())
    });
}
