//! The questions of the meeting, asked of the plan of the bench.

use crate::subject::Subject;
use mogao::plan::lever::{Kind, Lever};
use mogao::study::Progress;
use mogao::study::goal_seek::goal_seek;
use mogao::study::odds::ChanceStudy;
use mogao::study::portfolio::{Aim, Limits, PortfolioStudy};
use mogao::study::sensitivity::sensitivity;
use mogao::study::trial::Trial;

/// The tier that is asked about.
const TIER: usize = 2;

/// A question that needs many runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Study {
    /// Which lever matters most, by two runs each.
    Tornado,
    /// What the levers do to the odds at their ends.
    OddsTornado,
    /// How far one lever alone must go.
    Seek,
    /// Which projects start when, until there is a first choice.
    FirstPortfolio,
    /// The same to the end.
    Portfolio,
}

impl Study {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Tornado, Self::OddsTornado, Self::Seek, Self::FirstPortfolio, Self::Portfolio];

    /// Asks; gives a number that depends on the answer.
    #[must_use]
    pub fn ask(self, subject: &Subject) -> f64 {
        let Subject { plan, scenario, .. } = subject;
        match self {
            Self::Tornado => sensitivity(plan, scenario, TIER).swings.len() as f64,
            Self::OddsTornado => {
                let swings = sensitivity(plan, scenario, TIER).swings;
                ChanceStudy::new(plan, scenario, TIER, swings).finish().len() as f64
            }
            Self::Seek => {
                let lever = Lever::of_plan(Kind::AdditionalityStarting, plan);
                let sought = goal_seek(&Trial::new(plan, scenario), lever, TIER);
                sought.map_or(0.0, |sought| sought.to.to)
            }
            Self::FirstPortfolio => portfolio(subject, true),
            Self::Portfolio => portfolio(subject, false),
        }
    }
}

fn portfolio(subject: &Subject, first: bool) -> f64 {
    let aim = Aim::Cheapest { tier: TIER };
    let limits = Limits::default();
    let mut study = PortfolioStudy::new(&subject.plan, &subject.scenario, aim, &limits);
    loop {
        if let Progress::Done(portfolio) = study.step() {
            return portfolio.public.0;
        }
        if let Some(portfolio) = study.best().filter(|_| first) {
            return portfolio.public.0;
        }
    }
}
