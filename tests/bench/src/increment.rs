//! What it costs to follow one move instead of running everything again, and whether that shows.

use crate::fit::median;
use crate::report::Report;
use bench::subject::Subject;
use cpu_time::ProcessTime;
use mogao::plan::lever::{Kind, Lever};
use mogao::plan::scenario::Scenario;
use mogao::study::odds::{Draws, LiveOdds, Odds};
use mogao::units::Quarters;
use serde_json::json;

/// Rounds of each move, after one that does not count.
const ROUNDS: usize = 9;

/// A move that touches all projects, so that nothing is spared but drawing.
const EVERYTHING: &str = "the slip of all";

/// What a move does to a scenario, a little further with each step.
type Change<'a> = Box<dyn Fn(&mut Scenario, f64) + 'a>;

/// Measures moves with 4,096 futures kept, in this program.
pub(crate) fn measure(subject: &Subject, noise: f64, report: &mut Report) {
    report.begin("increment (one move, 4,096 draws, native; CPU time)");
    let plan = &subject.plan;
    let start = Scenario::default();
    let whole = Draws::Settled;
    let mut live = LiveOdds::new(plan, &start, whole);
    live.finish();
    let growth = Lever::of_industry(Kind::Growth, 3, plan.year);
    let slip = Lever::of_plan(Kind::Slip, plan);
    let moves: [(&str, Change); 3] = [
        (EVERYTHING, Box::new(|own, step| own.set(slip, 0.5 + step * 0.05, plan))),
        ("one growth lever", Box::new(|own, step| own.set(growth, 0.05 + step * 1e-3, plan))),
        (
            "one project",
            Box::new(|own, step| own.choose(17, |choice| choice.delay = Quarters(step))),
        ),
    ];
    let mut full = f64::NAN;
    let mut kept = Vec::new();
    for (name, change) in moves {
        let mut taken = Vec::new();
        let mut apart = 0.0_f64;
        let mut scenario = start.clone();
        for round in 0..=ROUNDS {
            change(&mut scenario, 1.0 + (round % 4) as f64);
            let begin = ProcessTime::now();
            live.ask(plan, &scenario);
            let odds = live.finish();
            taken.push(begin.elapsed().as_secs_f64());
            apart = apart.max(difference(&odds, &LiveOdds::new(plan, &scenario, whole).finish()));
        }
        let seconds = median(&taken[1..]);
        if name == EVERYTHING {
            full = seconds;
        }
        println!(
            "  {name:<23}{:>9.3} ms   {:.2} of everything   differs from a full run by {apart:.1e}",
            seconds * 1e3,
            seconds / full
        );
        kept.push(
            json!({ "move": name, "ms": seconds * 1e3, "part": seconds / full, "apart": apart }),
        );
        if name == "one project" {
            report.found("R9", seconds / full, noise);
            report.found("A15", seconds * 1e3, noise);
            report.found("A16", apart, 0.0);
        }
    }
    report.keep("increment", json!(kept));
}

/// The greatest difference of odds, of growth and of GDP as parts.
fn difference(one: &Odds, other: &Odds) -> f64 {
    let tiers = one.tiers.iter().zip(&other.tiers);
    let odds = tiers.map(|(one, other)| (one.attained.0 - other.attained.0).abs());
    let growth = (one.growth.middle.0 - other.growth.middle.0).abs();
    let level = (one.gdp.middle.0 / other.gdp.middle.0 - 1.0).abs();
    odds.chain([growth, level]).fold(0.0, f64::max)
}
