//! The words that columns know, in both languages.

use crate::plan::indicator::{Qualifier, Role};
use crate::plan::project::{Stage, Status};
use crate::plan::provenance::Provenance;
use crate::plan::tier::TierMode;

/// Words and what they mean.
pub(super) type Words<T> = &'static [(&'static str, T)];

/// Where a number comes from.
pub(super) const PROVENANCES: Words<Provenance> = &[
    ("stated", Provenance::Stated),
    ("derived", Provenance::Derived),
    ("source", Provenance::Source),
    ("assumption", Provenance::Assumption),
    ("user", Provenance::User),
    ("原文", Provenance::Stated),
    ("推算", Provenance::Derived),
    ("来源", Provenance::Source),
    ("假设", Provenance::Assumption),
    ("自填", Provenance::User),
];

/// How far a project has come.
pub(super) const STAGES: Words<Stage> = &[
    ("reserve", Stage::Reserve),
    ("starting", Stage::Starting),
    ("building", Stage::Building),
    ("operating", Stage::Operating),
    ("full", Stage::Full),
    ("储备", Stage::Reserve),
    ("新开工", Stage::Starting),
    ("在建", Stage::Building),
    ("投产", Stage::Operating),
    ("达产", Stage::Full),
];

/// What becomes of a project.
pub(super) const STATUSES: Words<Status> = &[
    ("on", Status::On),
    ("off", Status::Off),
    ("cancelled", Status::Cancelled),
    ("实施", Status::On),
    ("不计", Status::Off),
    ("取消", Status::Cancelled),
];

/// How a project's spending is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ProfileKind {
    SCurve,
    Annual,
    Explicit,
}

/// How a project's spending is given.
pub(super) const PROFILES: Words<ProfileKind> = &[
    ("s_curve", ProfileKind::SCurve),
    ("annual", ProfileKind::Annual),
    ("explicit", ProfileKind::Explicit),
    ("S曲线", ProfileKind::SCurve),
    ("年度计划", ProfileKind::Annual),
    ("逐季", ProfileKind::Explicit),
];

/// Yes or no.
pub(super) const ANSWERS: Words<bool> = &[
    ("yes", true),
    ("no", false),
    ("true", true),
    ("false", false),
    ("1", true),
    ("0", false),
    ("是", true),
    ("否", false),
];

/// Which tests a tier uses.
pub(super) const MODES: Words<TierMode> = &[
    ("both", TierMode::Both),
    ("growth", TierMode::Growth),
    ("level", TierMode::Level),
    ("any", TierMode::Any),
];

/// How a stated number binds.
pub(super) const QUALIFIERS: Words<Qualifier> = &[
    ("exact", Qualifier::Exact),
    ("at-least", Qualifier::AtLeast),
    ("more-than", Qualifier::MoreThan),
    ("strive", Qualifier::Strive),
];

/// What a stated number may be used for.
pub(super) const ROLES: Words<Role> = &[
    ("tier", Role::Tier),
    ("portfolio", Role::Portfolio),
    ("funding", Role::Funding),
    ("initiative", Role::Initiative),
    ("indicator", Role::Indicator),
    ("supply", Role::Supply),
    ("scorecard", Role::Scorecard),
];
