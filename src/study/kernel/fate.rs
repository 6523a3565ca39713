//! What befalls a single project in a future: how late it starts, how much longer and dearer it gets.

use super::lane::Lane;
use crate::study::distribution::Quantiles;

/// What befalls one project.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fate<L> {
    /// Quarters that a project which waits for its start is late.
    pub slip: L,
    /// Part by which its works take longer.
    pub longer: L,
    /// Part by which it costs more.
    pub dearer: L,
}

/// What a project's fate can change about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exposure {
    /// It waits for its start.
    pub slips: bool,
    /// Its works can take longer.
    pub stretches: bool,
    /// Its cost changes what is built.
    pub costs: bool,
}

/// Knows what befalls each project.
pub trait Fates<L: Lane> {
    /// What befalls the project with this index in the plan; what it is not exposed to may be
    /// anything.
    fn of(&self, project: usize, exposure: Exposure) -> Fate<L>;
}

/// What the levers are set to, for all projects alike.
impl<L: Lane> Fates<L> for Fate<L> {
    #[inline]
    fn of(&self, _: usize, _: Exposure) -> Self {
        *self
    }
}

/// One fate for each project of the plan.
impl<L: Lane> Fates<L> for [Fate<L>] {
    #[inline]
    fn of(&self, project: usize, _: Exposure) -> Fate<L> {
        self[project]
    }
}

/// The tables that turn a project's latents into its fate.
#[derive(Clone, Debug, PartialEq)]
pub struct FateTables {
    /// Of the slip.
    pub slip: Quantiles,
    /// Of longer works.
    pub longer: Quantiles,
    /// Of dearer works.
    pub dearer: Quantiles,
}
