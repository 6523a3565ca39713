//! What could go wrong: each lever on its way to the worse end of what is plausible.

use crate::plan::lever::{Drawn, Group, InHand, Lever, catalogue};
use crate::study::Move;
use crate::study::trial::Trial;

/// One lever's bad news.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Threat {
    /// From where the lever stands to the worse end of what is plausible.
    pub(super) way: Move,
    /// Margin of the tier that is lost on the whole of it.
    pub(super) loss: f64,
}

/// A loss of margin that is none.
const NOTHING: f64 = 1e-12;

/// The levers of the catalogue that may bring bad news: what nobody knows exactly, and what a bureau
/// works on and may fail at. Definitions of the goals are none.
#[must_use]
pub(super) fn levers(trial: &Trial) -> Vec<Lever> {
    let plan = trial.plan();
    let uncertain = |lever: &Lever| {
        let kind = lever.kind;
        kind.group() != Group::Goals
            && lever.year <= plan.year
            && (kind.drawn() != Drawn::Never || kind.in_hand() == InHand::Moves)
    };
    catalogue(plan).into_iter().map(|spec| spec.lever).filter(uncertain).collect()
}

/// The bad news of one lever; `None` where it has none.
#[must_use]
pub(super) fn threat(trial: &Trial, lever: Lever, tier: usize) -> Option<Threat> {
    let span = trial.plausible(lever)?;
    let margin = trial.here().tiers.get(tier)?.margin;
    let to = |end: f64| {
        let way = trial.to(lever, end);
        let loss = margin - trial.figures(&[way]).tiers.get(tier)?.margin;
        (way.from != way.to && loss > NOTHING).then_some(Threat { way, loss })
    };
    let ends = [span.min, span.max].into_iter().filter_map(to);
    ends.max_by(|a, b| a.loss.total_cmp(&b.loss))
}

/// The levers with each piece of bad news come true in part: 0 leaves one where it stands, 1 takes
/// it to its worse end.
#[must_use]
pub(super) fn come_true(threats: &[Threat], parts: &[f64]) -> Vec<Move> {
    let pairs = threats.iter().zip(parts).filter(|(_, part)| **part > 0.0);
    let moved = |(threat, &part): (&Threat, &f64)| {
        let Move { from, to, .. } = threat.way;
        let to = if part >= 1.0 { to } else { from + (to - from) * part };
        Move { to, ..threat.way }
    };
    pairs.map(moved).collect()
}
