//! The same, to be called from node or a page: numbers in, numbers out.

use crate::studies::Study;
use crate::subject::Subject;
use std::cell::RefCell;

thread_local! {
    static SUBJECT: RefCell<Option<Subject>> = const { RefCell::new(None) };
    static GIVEN: RefCell<Vec<f64>> = const { RefCell::new(Vec::new()) };
}

fn with<T: Default>(ask: impl FnOnce(&mut Subject) -> T) -> T {
    SUBJECT.with_borrow_mut(|subject| subject.as_mut().map(ask)).unwrap_or_default()
}

/// Keeps numbers until they are fetched; gives how many there are.
fn give(numbers: impl IntoIterator<Item = f64>) -> usize {
    GIVEN.with_borrow_mut(|given| {
        given.clear();
        given.extend(numbers);
        given.len()
    })
}

/// Where the numbers kept last begin.
#[unsafe(no_mangle)]
pub extern "C" fn given() -> *const f64 {
    GIVEN.with_borrow(|given| given.as_ptr())
}

/// Prepares a plan; everything else is about it.
#[unsafe(no_mangle)]
pub extern "C" fn prepare(projects: usize, years: usize) {
    SUBJECT.set(Subject::new(projects, years));
}

/// See [`Subject::evaluate`].
#[unsafe(no_mangle)]
pub extern "C" fn evaluate(times: usize) -> f64 {
    with(|subject| subject.evaluate(times))
}

/// See [`Subject::outcome`].
#[unsafe(no_mangle)]
pub extern "C" fn outcome() -> f64 {
    with(|subject| subject.outcome())
}

/// See [`Subject::odds`]; gives the first tier's.
#[unsafe(no_mangle)]
pub extern "C" fn odds(futures: usize) -> f64 {
    with(|subject| subject.odds(futures).tiers.first().map_or(0.0, |tier| tier.attained.0))
}

/// See [`Subject::odds_of_moved`]; gives the first tier's.
#[unsafe(no_mangle)]
pub extern "C" fn odds_of_moved(futures: usize) -> f64 {
    with(|subject| subject.odds_of_moved(futures).tiers.first().map_or(0.0, |tier| tier.attained.0))
}

/// Keeps GDP of the four quarters that end with each quarter, everything being as it is set.
#[unsafe(no_mangle)]
pub extern "C" fn as_set() -> usize {
    with(|subject| {
        let figures = subject.one();
        give([figures.growth, figures.nominal].into_iter().chain(figures.trailing))
    })
}

/// Keeps growth and GDP of the tiers' year in so many futures, one after the other.
#[unsafe(no_mangle)]
pub extern "C" fn drawn(futures: usize) -> usize {
    with(|subject| {
        let figures = subject.draw(futures);
        let pairs = figures.growth.iter().zip(&figures.nominal);
        give(pairs.flat_map(|(&growth, &nominal)| [f64::from(growth), f64::from(nominal)]))
    })
}

/// Asks the study with this place among all; see [`Study::ask`].
#[unsafe(no_mangle)]
pub extern "C" fn study(place: usize) -> f64 {
    with(|subject| Study::ALL.get(place).map_or(0.0, |study| study.ask(subject)))
}

/// Prepares the plan that ships, for the page written by hand.
#[unsafe(no_mangle)]
pub extern "C" fn prepare_shipped() {
    SHIPPED.set(mogao::seeds::chengguan().ok());
}

/// Runs the plan that ships with a growth of all industries added, and keeps what a screen shows:
/// GDP, growth, the gap to each tier, GDP of four quarters, value added by industry and year.
#[unsafe(no_mangle)]
pub extern "C" fn run_shipped(common_growth: f64) -> usize {
    SHIPPED.with_borrow(|plan| plan.as_ref().map_or(0, |plan| give(shipped(plan, common_growth))))
}

thread_local! {
    static SHIPPED: RefCell<Option<mogao::plan::Plan>> = const { RefCell::new(None) };
}

fn shipped(plan: &mogao::plan::Plan, common_growth: f64) -> Vec<f64> {
    use mogao::plan::lever::{Kind, Lever};
    let mut scenario = mogao::plan::scenario::Scenario::default();
    scenario.set(Lever::of_year(Kind::CommonGrowth, plan.year), common_growth, plan);
    let outcome = mogao::engine::run(&mogao::plan::resolve::resolve(plan, &scenario));
    let mut figures = vec![outcome.annual(plan.year).nominal.0, outcome.growth(plan.year).0];
    figures.extend(outcome.tiers.iter().map(|tier| tier.binding_gap.0));
    figures.extend((0..plan.grid.quarters()).map(|t| outcome.trailing(t).nominal.0));
    for item in 0..plan.industries.len() {
        let years = plan.grid.each_year();
        figures.extend(years.map(|year| outcome.annual_in(item, year).nominal.0));
    }
    figures
}
