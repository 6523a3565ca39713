//! How far the goals of the document have come. It is kept beside the model and never enters it.

use super::Plan;
use super::indicator::Indicator;
use super::scenario::Scenario;
use crate::units::Share;

/// Done and due may differ by this part of the goal and still be on pace.
const ON_PACE: f64 = 0.01;

/// How a goal stands at a moment of its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Nothing has been reported.
    Unreported,
    /// Less is done than is due.
    Behind,
    /// As much is done as is due.
    OnPace,
    /// More is done than is due.
    Ahead,
    /// Not there yet; a share or a rate does not come bit by bit, so there is no pace.
    Short,
    /// The goal is reached.
    Done,
}

impl Standing {
    /// All of them, the most pressing first.
    pub const ALL: [Self; 6] =
        [Self::Behind, Self::Short, Self::OnPace, Self::Ahead, Self::Done, Self::Unreported];
}

/// The part of its goal that is done; may pass one.
#[must_use]
pub fn part_done(goal: &Indicator, progress: f64) -> Share {
    if goal.value == 0.0 { Share::WHOLE } else { Share(progress / goal.value) }
}

/// The part of a year that is over at the end of a quarter counted from zero.
#[must_use]
pub fn elapsed(quarter: usize) -> Share {
    Share((quarter % 4 + 1) as f64 / 4.0)
}

/// How a goal stands when `elapsed` of its year is over.
///
/// A goal counted in whole things is on pace while less than one of them is missing or to spare: of
/// two firms, half a firm is never due.
///
/// ```
/// use mogao::plan::progress::{Standing, standing};
/// use mogao::units::Share;
/// let plan = mogao::seeds::chengguan().unwrap();
/// let firms = plan.indicators.iter().find(|goal| goal.id == "S21").unwrap();
/// assert_eq!(standing(firms, Some(0.0), Share(0.25)), Standing::OnPace);
/// assert_eq!(standing(firms, Some(0.0), Share(0.5)), Standing::Behind);
/// ```
#[must_use]
pub fn standing(goal: &Indicator, progress: Option<f64>, elapsed: Share) -> Standing {
    let Some(progress) = progress else { return Standing::Unreported };
    let tolerance = 1e-9 * goal.value.abs().max(1.0);
    if progress >= goal.value - tolerance {
        return Standing::Done;
    }
    if !goal.accumulates() {
        return Standing::Short;
    }
    let ahead = progress - goal.value * elapsed.0;
    let one = if goal.counts_things() { 1.0 - tolerance } else { 0.0 };
    let margin = one.max(ON_PACE * goal.value);
    if ahead.abs() <= margin {
        Standing::OnPace
    } else if ahead < 0.0 {
        Standing::Behind
    } else {
        Standing::Ahead
    }
}

/// How many of some goals stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All of them.
    pub goals: usize,
    /// With progress reported.
    pub reported: usize,
    /// Reached.
    pub done: usize,
    /// Less done than due, or a rate that is not there yet.
    pub behind: usize,
}

/// Counts some goals, by index.
#[must_use]
pub fn tally(
    plan: &Plan,
    scenario: &Scenario,
    goals: impl IntoIterator<Item = usize>,
    elapsed: Share,
) -> Tally {
    let mut tally = Tally::default();
    for index in goals {
        let Some(goal) = plan.indicators.get(index) else { continue };
        let standing = standing(goal, scenario.progress.get(&index).copied(), elapsed);
        tally.goals += 1;
        tally.reported += usize::from(standing != Standing::Unreported);
        tally.done += usize::from(standing == Standing::Done);
        tally.behind += usize::from(matches!(standing, Standing::Behind | Standing::Short));
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::indicator::{Qualifier, Role};
    use crate::plan::provenance::Label;

    fn goal(value: f64, unit: &str) -> Indicator {
        let label = |word: &str| Label { zh: word.to_owned(), en: word.to_owned() };
        Indicator {
            id: "G".to_owned(),
            pillar: None,
            subsection: label("节"),
            quantity: None,
            phrase: "目标".to_owned(),
            name: label("目标"),
            value,
            unit: label(unit),
            qualifier: Qualifier::Exact,
            role: Role::Scorecard,
            link: None,
        }
    }

    #[test]
    fn done_is_held_against_the_part_of_the_year_that_is_over() {
        let jobs = goal(36_000.0, "人");
        let at = |progress| standing(&jobs, Some(progress), Share(0.5));
        assert_eq!(at(17_000.0), Standing::Behind);
        assert_eq!(at(18_000.0), Standing::OnPace);
        assert_eq!(at(19_000.0), Standing::Ahead);
        assert_eq!(at(36_000.0), Standing::Done);
        assert_eq!(standing(&jobs, None, Share(0.5)), Standing::Unreported);
    }

    #[test]
    fn half_a_thing_is_never_due() {
        let stations = goal(3.0, "个");
        assert_eq!(standing(&stations, Some(1.0), Share(0.5)), Standing::OnPace);
        assert_eq!(standing(&stations, Some(0.0), Share(0.5)), Standing::Behind);
        let money = goal(3.0, "亿元");
        assert_eq!(standing(&money, Some(1.0), Share(0.5)), Standing::Behind);
    }

    #[test]
    fn a_share_of_days_has_no_pace() {
        let air = goal(80.0, "%");
        assert_eq!(standing(&air, Some(79.9), Share(0.25)), Standing::Short);
        assert_eq!(standing(&air, Some(80.0), Share(0.25)), Standing::Done);
    }

    #[test]
    fn the_year_is_over_after_its_fourth_quarter() {
        assert_eq!([0, 3, 4].map(elapsed), [Share(0.25), Share(1.0), Share(0.25)]);
    }
}
