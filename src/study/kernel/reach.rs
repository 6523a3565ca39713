//! How far a lever reaches into a run.

use crate::plan::lever::Kind;

/// What has to be done again when a lever moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The accounts around the projects.
    Around,
    /// The run of the projects.
    Run,
    /// The projects that listen are taken apart anew.
    Anew,
    /// Nothing: it moves a tier.
    Tiers,
}

impl Reach {
    /// Whether what projects add changes.
    #[must_use]
    pub fn is_of_projects(self) -> bool {
        matches!(self, Self::Run | Self::Anew)
    }
}

/// What a lever of this kind reaches.
#[must_use]
pub fn reach(kind: Kind) -> Reach {
    match kind {
        Kind::CommonGrowth
        | Kind::Growth
        | Kind::DriverGrowth
        | Kind::CommonPrice
        | Kind::Price
        | Kind::Turnover
        | Kind::ValueAddedRate
        | Kind::InitiativeAdditionality
        | Kind::InitiativeDisplacement
        | Kind::BaseGdp => Reach::Around,
        Kind::InvestmentPrice
        | Kind::Execution
        | Kind::Slip
        | Kind::Award
        | Kind::Applied
        | Kind::Backfill
        | Kind::DurationOverrun
        | Kind::CostOverrun
        | Kind::OverrunPrice
        | Kind::AdditionalityBuilding
        | Kind::AdditionalityStarting
        | Kind::AdditionalityReserve
        | Kind::ConstructionDisplacement
        | Kind::OperationDisplacement
        | Kind::CrowdingOut
        | Kind::MultiplierScale
        | Kind::Capture
        | Kind::Icor => Reach::Run,
        Kind::AnnualShare | Kind::ReserveStart | Kind::Ramp | Kind::Delay | Kind::Size => {
            Reach::Anew
        }
        Kind::TierGrowth | Kind::TierLevel => Reach::Tiers,
    }
}
