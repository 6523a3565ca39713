//! The accessibility rules of axe, run inside the page.

use anyhow::{Context, Result};
use serde_json::Value;
use thirtyfour::WebDriver;

const AXE: &str = include_str!("../vendor/axe-core/axe.min.js");

const RUN: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'] }).then(
        results => done(results.violations.flatMap(rule => rule.nodes.map(
            node => `${rule.impact} ${rule.id}: ${rule.help} at ${node.target.join(' ')} — ${node.failureSummary}`))),
        error => done([`axe itself failed: ${error}`]));";

/// What axe finds wrong with the page as it stands, one readable line each.
pub(crate) async fn violations(driver: &WebDriver) -> Result<Vec<String>> {
    driver.execute(AXE, Vec::<Value>::new()).await.context("axe did not load")?;
    let found = driver.execute_async(RUN, Vec::<Value>::new()).await?;
    let lines: Vec<String> = found.convert()?;
    Ok(lines
        .into_iter()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect())
}
