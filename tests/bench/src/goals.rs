//! The goals, and whether they are reached.

use std::fmt;

/// One goal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Goal {
    /// R for ratios against others in the same run, G for growth curves, A for absolute limits.
    pub(crate) id: &'static str,
    pub(crate) what: &'static str,
    /// What the numbers count.
    pub(crate) unit: &'static str,
    pub(crate) goal: f64,
    /// Beyond this a change is not acceptable.
    pub(crate) limit: f64,
}

impl Goal {
    /// Whether more is better; a limit lies on the bad side of its goal.
    fn more_is_better(&self) -> bool {
        self.limit < self.goal
    }

    fn meets(&self, value: f64, level: f64) -> bool {
        if self.more_is_better() { value >= level } else { value <= level }
    }

    /// Whether only a quiet machine can tell.
    pub(crate) fn is_absolute(&self) -> bool {
        self.id.starts_with('A') && !COUNTED.contains(&self.id)
    }
}

/// Absolute limits that count bytes or steps, which no load changes.
const COUNTED: [&str; 3] = ["A11", "A13", "A16"];

/// What was measured for a goal.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Found {
    /// A value, and by which part the same thing measured twice differs.
    Value { value: f64, noise: f64 },
    /// Nothing, and why.
    Nothing(String),
}

/// What is to be said about a goal.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Verdict {
    Pass,
    /// Short of the goal.
    Miss,
    /// Short of the goal and beyond the limit.
    Fail,
    /// Cannot be told, and why.
    Unresolved(String),
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pass => write!(f, "pass"),
            Self::Miss => write!(f, "miss"),
            Self::Fail => write!(f, "miss, beyond the limit"),
            Self::Unresolved(why) => write!(f, "unresolved: {why}"),
        }
    }
}

/// Judges one goal. Absolute limits are judged only when the machine is `quiet`; whatever lies nearer
/// to its goal than the null control differs from itself cannot be told.
pub(crate) fn judge(goal: &Goal, found: &Found, quiet: bool) -> Verdict {
    let &Found::Value { value, noise } = found else {
        let Found::Nothing(why) = found else { return Verdict::Unresolved(String::new()) };
        return Verdict::Unresolved(why.clone());
    };
    if !value.is_finite() {
        return Verdict::Unresolved("not measured".into());
    }
    if goal.is_absolute() && !quiet {
        return Verdict::Unresolved("the machine is busy".into());
    }
    let either = [value * (1.0 - noise), value * (1.0 + noise)];
    let met = either.map(|value| goal.meets(value, goal.goal));
    if met[0] != met[1] {
        return Verdict::Unresolved("inside the null control".into());
    }
    if met[0] {
        return Verdict::Pass;
    }
    // Beyond the limit only where even the null control cannot explain it.
    if either.iter().any(|&value| goal.meets(value, goal.limit)) {
        Verdict::Miss
    } else {
        Verdict::Fail
    }
}

const fn goal(
    id: &'static str,
    what: &'static str,
    unit: &'static str,
    goal: f64,
    limit: f64,
) -> Goal {
    Goal { id, what, unit, goal, limit }
}

/// Every goal.
pub(crate) const GOALS: [Goal; 39] = [
    goal("R1", "one evaluation: plain JavaScript over wasm", "x", 11.0, 6.0),
    goal("R2", "one evaluation: JavaScript with the same algorithm over wasm", "x", 2.0, 1.3),
    goal("R3", "one evaluation: Simlin's machine over wasm", "x", 300.0, 100.0),
    goal("R4", "10,000 draws: plain JavaScript over wasm", "x", 16.0, 8.0),
    goal("R5", "10,000 draws: JavaScript with the same algorithm over wasm", "x", 2.6, 1.5),
    goal("R6", "10,000 draws: NumPy at its best over wasm", "x", 21.0, 10.0),
    goal("R7", "10,000 draws: wasm over our own native program", "x", 1.5, 2.0),
    goal("R8", "error of 512 previewed futures over that of 10,000 by chance", "x", 1.25, 1.6),
    goal("R9", "one project moved, 4,096 draws: update over full run", "x", 0.1, 0.2),
    goal("R10", "drag, 95th percentile: app over hand-written page", "x", 1.25, 1.6),
    goal("R11", "10,000 draws: scalar wasm over SIMD wasm", "x", 1.3, 1.1),
    goal("G1", "89 to 5,680 projects: exponent", "", 1.0, 1.2),
    goal("G2", "5,680 projects over 355", "x", 17.0, 25.0),
    goal("G3", "160 quarters over 40", "x", 1.7, 2.5),
    goal("G4", "draws: how far from proportional", "%", 5.0, 15.0),
    goal("G5", "memory at 10,000 draws", "MB", 16.0, 32.0),
    goal("G6", "memory at 65,536 draws", "MB", 64.0, 96.0),
    goal("A1", "one evaluation of GDP", "us", 12.0, 30.0),
    goal("A2", "512 draws after a lever has moved", "ms", 5.0, 8.0),
    goal("A3", "4,096 draws after a lever has moved", "ms", 35.0, 60.0),
    goal("A4", "10,000 draws", "ms", 80.0, 120.0),
    goal("A5", "tornado of the outcome", "ms", 1.0, 3.0),
    goal("A5p", "tornado of the odds", "ms", 250.0, 600.0),
    goal("A6", "goal seek on GDP", "ms", 1.0, 3.0),
    goal("A6p", "goal seek on the odds", "ms", 80.0, 200.0),
    goal("A7", "portfolio of 355 projects: first good answer", "ms", 100.0, 300.0),
    goal("A7f", "portfolio of 355 projects: final answer", "ms", 1_000.0, 3_000.0),
    goal("A8", "drag, input to frame, 95th percentile, x1", "ms", 25.0, 40.0),
    goal("A8b", "the same, x4", "ms", 60.0, 120.0),
    goal("A8c", "the same, x6", "ms", 100.0, 200.0),
    goal("A9", "frames over 16.7 ms in a drag, x1", "%", 2.0, 10.0),
    goal("A9b", "the same, x4", "%", 15.0, 40.0),
    goal("A10", "longest main-thread task in a drag, x4", "ms", 50.0, 100.0),
    goal("A11", "first load, brotli", "KB", 200.0, 300.0),
    goal("A12", "first interactive, x4, local", "s", 1.2, 2.0),
    goal("A13", "steps of the odds the wrong way in a drag", "", 0.0, 0.0),
    goal("A14", "echo at the lever while odds are due, x6", "ms", 50.0, 100.0),
    goal("A15", "one project moved: odds from 4,096 draws", "ms", 8.0, 16.0),
    goal("A16", "the same: difference from a full run, as a part", "", 1e-6, 1e-5),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn of(id: &str) -> Goal {
        GOALS.into_iter().find(|goal| goal.id == id).unwrap()
    }

    fn value(value: f64, noise: f64) -> Found {
        Found::Value { value, noise }
    }

    #[test]
    fn more_or_less_is_better_as_goal_and_limit_say() {
        let (faster, slower) = (of("R4"), of("R7"));
        assert_eq!(judge(&faster, &value(20.0, 0.05), true), Verdict::Pass);
        assert_eq!(judge(&faster, &value(12.0, 0.05), true), Verdict::Miss);
        assert_eq!(judge(&faster, &value(6.0, 0.05), true), Verdict::Fail);
        assert_eq!(judge(&slower, &value(1.2, 0.05), true), Verdict::Pass);
        assert_eq!(judge(&slower, &value(1.8, 0.05), true), Verdict::Miss);
        assert_eq!(judge(&slower, &value(3.0, 0.05), true), Verdict::Fail);
    }

    #[test]
    fn what_lies_inside_the_null_control_cannot_be_told() {
        let goal = of("R4");
        let unresolved = Verdict::Unresolved("inside the null control".into());
        assert_eq!(judge(&goal, &value(16.5, 0.07), true), unresolved);
        assert_eq!(judge(&goal, &value(15.5, 0.07), true), unresolved);
        assert_eq!(judge(&goal, &value(16.5, 0.01), true), Verdict::Pass);
        // Just beyond the limit is a miss as long as noise alone could have brought it there.
        assert_eq!(judge(&goal, &value(7.8, 0.07), true), Verdict::Miss);
    }

    #[test]
    fn absolute_limits_need_a_quiet_machine_but_ratios_bytes_and_counts_do_not() {
        assert!(matches!(judge(&of("A1"), &value(9.0, 0.0), false), Verdict::Unresolved(_)));
        assert_eq!(judge(&of("A1"), &value(9.0, 0.0), true), Verdict::Pass);
        assert_eq!(judge(&of("A11"), &value(180.0, 0.0), false), Verdict::Pass);
        assert_eq!(judge(&of("R1"), &value(12.0, 0.0), false), Verdict::Pass);
    }

    #[test]
    fn a_single_step_the_wrong_way_is_beyond_the_limit() {
        assert_eq!(judge(&of("A13"), &value(0.0, 0.0), false), Verdict::Pass);
        assert_eq!(judge(&of("A13"), &value(1.0, 0.0), false), Verdict::Fail);
    }

    #[test]
    fn what_was_not_measured_says_why() {
        let found = Found::Nothing("numpy is not installed".into());
        let verdict = judge(&of("R6"), &found, true);
        assert_eq!(verdict.to_string(), "unresolved: numpy is not installed");
        assert!(matches!(judge(&of("R6"), &value(f64::NAN, 0.1), true), Verdict::Unresolved(_)));
    }

    #[test]
    fn every_goal_has_an_id_of_its_own() {
        let mut ids: Vec<&str> = GOALS.iter().map(|goal| goal.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), GOALS.len());
    }
}
