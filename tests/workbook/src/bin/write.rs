//! Writes a workbook to look at: `cargo run -p workbook-tests --bin write -- chengguan-2023 zh FILE`.

use anyhow::{Context, Result, bail};
use mogao::exchange::workbook::workbook;
use mogao::plan::scenario::Scenario;
use mogao::seeds;
use mogao::text::Language;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [plan, language, file] = arguments.as_slice() else {
        bail!("say which plan, which language and which file");
    };
    let plan = seeds::shipped(plan).context("no such plan")?;
    let Ok(plan) = plan else { bail!("the plan has faults") };
    let language = if language == "en" { Language::En } else { Language::Zh };
    std::fs::write(file, workbook(&plan, &Scenario::default(), "", language)?)?;
    Ok(())
}
