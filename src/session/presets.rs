//! Scenarios to begin from, made from the plan's own levers and what it says is plausible.

use crate::plan::Plan;
use crate::plan::lever::{self, Kind, Lever, LeverSpec};
use crate::plan::scenario::Scenario;
use crate::text::Text;

/// A scenario to begin from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// The plan as written.
    AsPlanned,
    /// Growth, execution and awarded money at the upper end of what is plausible.
    Push,
    /// Projects that await their start begin this many quarters later than assumed.
    Slipped(u8),
    /// Awarded money and what other channels make up for at the lower end of what is plausible.
    FundingShort,
    /// Prices at the lower end of what is plausible.
    PriceFall,
}

impl Preset {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 6] = [
        Self::AsPlanned,
        Self::Push,
        Self::Slipped(1),
        Self::Slipped(2),
        Self::FundingShort,
        Self::PriceFall,
    ];

    /// The scenario for a plan; levers that the plan does not have are left out.
    #[must_use]
    pub fn scenario(self, plan: &Plan) -> Scenario {
        let mut scenario = Scenario::default();
        for kind in self.kinds() {
            let lever = match kind {
                Kind::CommonGrowth | Kind::CommonPrice => Lever::of_year(*kind, plan.year),
                kind => Lever::of_plan(*kind, plan),
            };
            let spec =
                lever::find(&lever.key(plan), plan).and_then(|lever| lever::spec(lever, plan));
            if let Some(spec) = spec {
                scenario.set(lever, self.value(&spec), plan);
            }
        }
        scenario
    }

    /// Its name in words.
    #[must_use]
    pub fn name(self, text: Text) -> &'static str {
        match self {
            Self::AsPlanned => text.preset_as_planned(),
            Self::Push => text.preset_push(),
            Self::Slipped(1) => text.preset_slipped_one(),
            Self::Slipped(_) => text.preset_slipped_two(),
            Self::FundingShort => text.preset_funding(),
            Self::PriceFall => text.preset_prices(),
        }
    }

    fn kinds(self) -> &'static [Kind] {
        match self {
            Self::AsPlanned => &[],
            Self::Push => &[Kind::CommonGrowth, Kind::Execution, Kind::Award],
            Self::Slipped(_) => &[Kind::Slip],
            Self::FundingShort => &[Kind::Award, Kind::Backfill],
            Self::PriceFall => &[Kind::CommonPrice],
        }
    }

    fn value(self, spec: &LeverSpec) -> f64 {
        match self {
            Self::AsPlanned => spec.default,
            Self::Push => spec.plausible.max,
            Self::Slipped(quarters) => spec.range.clamp(spec.default + f64::from(quarters)),
            Self::FundingShort | Self::PriceFall => spec.plausible.min,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine;
    use crate::plan::resolve::resolve;
    use crate::seeds;

    #[test]
    fn presets_move_gdp_the_way_their_names_say_in_every_plan() {
        for plan in [seeds::chengguan().unwrap(), seeds::linhe().unwrap()] {
            let level = |preset: Preset| {
                let outcome = engine::run(&resolve(&plan, &preset.scenario(&plan)));
                outcome.nominal.iter().flatten().map(|money| money.0).sum::<f64>()
            };
            let planned = level(Preset::AsPlanned);
            assert!(Preset::AsPlanned.scenario(&plan).is_as_planned());
            assert!(level(Preset::Push) > planned, "{}", plan.id);
            assert!(level(Preset::Slipped(1)) <= planned, "{}", plan.id);
            assert!(level(Preset::Slipped(2)) <= level(Preset::Slipped(1)), "{}", plan.id);
            assert!(level(Preset::FundingShort) <= planned, "{}", plan.id);
            assert!(level(Preset::PriceFall) < planned, "{}", plan.id);
        }
    }
}
