//! Before anything is timed: everybody must give the same figures.

use crate::participant::Participant;
use anyhow::{Context, Result, ensure};
use bench::subject::Subject;
use mogao::engine::attainment::attained;
use mogao::plan::assumptions::TierAssumptions;
use mogao::plan::lever::Kind;
use mogao::study::kernel::Fate;
use serde_json::Value;

/// How far figures in full precision may differ, as a part.
pub(crate) const PRECISE: f64 = 1e-9;

/// How far short ones may.
pub(crate) const SHORT: f64 = 1e-6;

/// How far the execution rate and the slips of a future beside another are from its own: more than
/// what short figures lose on the way to the moment at which a project is paid for.
const ASIDE: f64 = 1e-5;

/// What one participant says: growth, GDP and GDP of four quarters as set; growth and GDP of each
/// future in turn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Said {
    pub(crate) as_set: Vec<f64>,
    pub(crate) drawn: Vec<f64>,
    /// Growth and GDP of the futures beside each, as many for each; only the reference has them.
    pub(crate) beside: Vec<[f64; 2]>,
}

/// How many futures beside each are computed.
const BESIDE: usize = 4;

impl Said {
    /// What this program says in full precision of the values that others are given.
    pub(crate) fn precisely(subject: &mut Subject, values: &[f32], futures: usize) -> Self {
        let figures = subject.one();
        let as_set =
            [figures.growth, figures.nominal].into_iter().chain(figures.trailing).collect();
        let (once, projects) = (subject.futures.unknowns.once.len(), subject.plan.projects.len());
        let execution = subject.place_of(Kind::Execution);
        let (mut drawn, mut beside) = (Vec::with_capacity(futures * 2), Vec::new());
        for row in values.chunks_exact(once + 3 * projects).take(futures) {
            let mut row: Vec<f64> = row.iter().map(|&value| f64::from(value)).collect();
            let fates: Vec<Fate<f64>> = row[once..]
                .chunks_exact(3)
                .map(|own| Fate { slip: own[0], longer: own[1], dearer: own[2] })
                .collect();
            let mut run = |once: &[f64], fates: &[Fate<f64>]| {
                let figures = subject.precise(once, fates);
                [figures.growth, figures.nominal]
            };
            drawn.extend(run(&row[..once], &fates));
            for aside in [-ASIDE, ASIDE] {
                let late = |fate: &Fate<f64>| Fate { slip: fate.slip + aside, ..*fate };
                let late: Vec<Fate<f64>> = fates.iter().map(late).collect();
                beside.push(run(&row[..once], &late));
                let Some(place) = execution else { continue };
                let own = row[place];
                row[place] = own + aside;
                beside.push(run(&row[..once], &fates));
                row[place] = own;
            }
        }
        Self { as_set, drawn, beside }
    }

    /// What this program says in lanes of short figures.
    pub(crate) fn here(subject: &mut Subject, futures: usize) -> Self {
        let figures = subject.one();
        let drawn = subject.draw(futures);
        let pairs = drawn.growth.iter().zip(&drawn.nominal);
        Self {
            as_set: [figures.growth, figures.nominal].into_iter().chain(figures.trailing).collect(),
            drawn: pairs.flat_map(|(&growth, &nominal)| [growth, nominal].map(f64::from)).collect(),
            beside: Vec::new(),
        }
    }

    /// What another participant says.
    pub(crate) fn of(participant: &mut Participant, futures: usize) -> Result<Self> {
        let answer = participant.ask(&format!("check {futures}"))?;
        let numbers = |name: &str| -> Result<Vec<f64>> {
            let all = answer[name].as_array().with_context(|| format!("no {name}"))?;
            all.iter().map(|number| Value::as_f64(number).context("no number")).collect()
        };
        Ok(Self { as_set: numbers("as_set")?, drawn: numbers("drawn")?, beside: Vec::new() })
    }

    /// Whether a pair is what happens in a future right beside the one with this index.
    fn knows_beside(&self, future: usize, pair: &[f64]) -> bool {
        let beside = self.beside.chunks_exact(BESIDE).nth(future);
        beside.into_iter().flatten().any(|beside| Self::apart(pair, beside) <= 2.0 * SHORT)
    }

    /// The greatest difference as a part of the other's figure, or of one where that is larger.
    pub(crate) fn apart(mine: &[f64], others: &[f64]) -> f64 {
        if mine.len() != others.len() {
            return f64::INFINITY;
        }
        let pairs = mine.iter().zip(others);
        // Not a number is as far apart as can be.
        let part = |(a, b): (&f64, &f64)| match (a - b).abs() / b.abs().max(1.0) {
            part if part.is_nan() => f64::INFINITY,
            part => part,
        };
        pairs.map(part).fold(0.0, f64::max)
    }
}

/// Probabilities from pairs of growth and GDP: hits of each tier.
pub(crate) fn hits(said: &Said, tiers: &[TierAssumptions]) -> Vec<usize> {
    let met = |asked: Option<f64>, found: f64| asked.map(|asked| asked - found <= 1e-9);
    let of_tier = |tier: &TierAssumptions| {
        let reached = |pair: &&[f64]| {
            let growth = met(tier.growth.map(|growth| growth.0), pair[0]);
            attained(tier.mode, growth, met(tier.level.map(|level| level.0), pair[1]))
        };
        said.drawn.chunks_exact(2).filter(reached).count()
    };
    tiers.iter().map(of_tier).collect()
}

/// How near the figures of another are to the reference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Apart {
    /// As set, at most.
    pub(crate) as_set: f64,
    /// In a future, at most.
    pub(crate) drawn: f64,
    /// Futures that are further away than short figures alone explain.
    pub(crate) far: usize,
}

/// Fails unless `other` says the same as `reference`, and is as often at or above each tier.
///
/// In short figures the projects that spend alike may count as paid for a quarter earlier or later
/// when they are at the edge of it. Such a future is counted, and allowed once in two hundred if it is
/// what happens, in full precision, with an execution rate or slips a hundred-thousandth away.
pub(crate) fn same(
    name: &str,
    other: &Said,
    reference: &Said,
    short: bool,
    tiers: &[TierAssumptions],
) -> Result<Apart> {
    let as_set = Said::apart(&other.as_set, &reference.as_set);
    ensure!(as_set <= PRECISE, "{name}: GDP as set differs by {as_set:.1e}");
    let drawn = Said::apart(&other.drawn, &reference.drawn);
    let pairs = other.drawn.chunks_exact(2).zip(reference.drawn.chunks_exact(2));
    let far: Vec<(usize, &[f64])> = pairs
        .enumerate()
        .filter(|(_, (one, other))| Said::apart(one, other) > SHORT)
        .map(|(future, (one, _))| (future, one))
        .collect();
    let few = far.len() <= reference.drawn.len() / 400;
    let explained = few && far.iter().all(|&(future, pair)| reference.knows_beside(future, pair));
    ensure!(
        drawn <= PRECISE || short && drawn.is_finite() && explained,
        "{name}: GDP of {} futures differs by up to {drawn:.1e}",
        far.len()
    );
    let (found, wanted) = (hits(other, tiers), hits(reference, tiers));
    ensure!(
        found == wanted,
        "{name}: tiers are reached in {found:?} futures and not in {wanted:?}"
    );
    Ok(Apart { as_set, drawn, far: far.len() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use mogao::plan::tier::TierMode;
    use mogao::units::{NominalMoney, Rate};

    fn tier() -> TierAssumptions {
        TierAssumptions {
            growth: Some(Rate(0.07)),
            level: Some(NominalMoney(1230.0)),
            mode: TierMode::Both,
        }
    }

    fn said(nominal: f64) -> Said {
        Said {
            as_set: vec![0.07, 1231.0],
            drawn: [vec![0.071, nominal], vec![0.069, 1240.0]].concat(),
            beside: Vec::new(),
        }
    }

    #[test]
    fn a_future_that_is_off_must_be_the_one_beside_it() {
        // Two hundred futures, so that one may be at an edge.
        let mut reference = said(1231.0);
        reference.drawn = [0.071, 1231.0].repeat(200);
        reference.beside = vec![[0.071, 1231.0]; 200 * BESIDE];
        let mut off = Said { beside: Vec::new(), ..reference.clone() };
        off.drawn[2 * 7 + 1] = 1231.3;
        assert!(same("off", &off, &reference, true, &[tier()]).is_err());
        reference.beside[7 * BESIDE + 2] = [0.071, 1231.3];
        assert!(same("beside", &off, &reference, true, &[tier()]).is_ok());
        assert!(same("precise", &off, &reference, false, &[tier()]).is_err());
        off.drawn[2 * 8 + 1] = 1231.3;
        assert!(same("twice", &off, &reference, true, &[tier()]).is_err());
    }

    #[test]
    fn a_participant_whose_gdp_is_off_is_not_timed() {
        let reference = said(1231.0);
        assert!(same("own", &said(1231.0), &reference, false, &[tier()]).is_ok());
        assert!(same("near", &said(1231.0 + 1e-4), &reference, true, &[tier()]).is_ok());
        assert!(
            same("not near enough", &said(1231.0 + 1e-4), &reference, false, &[tier()]).is_err()
        );
        assert!(same("nonsense", &said(f64::NAN), &reference, true, &[tier()]).is_err());
        let fewer = Said { drawn: vec![0.071, 1231.0], ..reference.clone() };
        assert!(same("fewer", &fewer, &reference, true, &[tier()]).is_err());
    }

    #[test]
    fn a_participant_with_other_odds_is_not_timed() {
        let (just, missed) = (said(1230.0), said(1230.0 - 1e-4));
        assert_eq!((hits(&just, &[tier()]), hits(&missed, &[tier()])), (vec![1], vec![0]));
        assert!(same("other", &missed, &just, true, &[tier()]).is_err());
    }
}
