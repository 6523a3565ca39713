//! What is kept of a scenario: one record for each time that it was saved.
//!
//! A record is text: the SHA-256 of everything after the first line end, then JSON. Whatever happens to
//! it, a flipped bit or a missing end, it is known before anything in it is believed.
//!
//! ```
//! use mogao::exchange::record::{Damage, opened, sealed};
//!
//! let kept = sealed("{}");
//! assert_eq!(opened(&kept), Ok("{}"));
//! assert_eq!(opened(&kept[..kept.len() - 1]), Err(Damage::Changed));
//! ```

use super::mark::mark;
use crate::plan::Plan;
use crate::plan::provenance::Label;
use crate::plan::scenario::Scenario;
use crate::seeds;
use crate::text::moment::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version that is written, and the newest that is read.
pub const VERSION: u64 = 1;

/// One scenario as it was saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Version of the record's form.
    pub version: u64,
    /// Which scenario of the library.
    pub scenario: String,
    /// Counts its saves from one: the order of records, whatever the clock said.
    pub seq: u64,
    /// The page that saved it.
    pub tab: String,
    /// What the clock said.
    pub at: Moment,
    /// Why it was saved.
    pub kind: Kind,
    /// Its name; empty until it is given one.
    pub name: String,
    /// What is noted about it.
    pub note: String,
    /// Id of its plan.
    pub plan: String,
    /// The mark of the plan's tables, where they do not come with the program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tables: Option<String>,
    /// How many things differ from the plan.
    pub changes: usize,
    /// The scenario as a document, by names that survive the plan's editing.
    pub document: String,
}

/// What the library knows of a scenario without reading its records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// Version of the record's form.
    pub version: u64,
    /// The newest record.
    pub seq: u64,
    /// The checksum of that record.
    pub mark: String,
    /// When it was saved.
    pub at: Moment,
    /// The scenario's name; empty until it is given one.
    pub name: String,
    /// What is noted about it.
    pub note: String,
    /// The plan's name in both languages, for lists.
    pub plan: Label,
    /// How many things differ from the plan.
    pub changes: usize,
    /// When it was put in the bin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binned: Option<Moment>,
}

impl Head {
    /// The head as it is kept.
    #[must_use]
    pub fn written(&self) -> String {
        sealed(&serde_json::to_string(self).unwrap_or_default())
    }

    /// The head that was kept.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(kept: &str) -> Result<Self, Damage> {
        serde_json::from_str(opened(kept)?).map_err(|_| Damage::NoRecord)
    }
}

/// Why a record was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Something was changed.
    #[default]
    Edit,
    /// An earlier record was brought back.
    Restored,
    /// Somebody else saved in between, so this was put beside it.
    Conflict,
    /// A scenario began.
    Begun,
}

/// What makes a record unreadable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It is not what was written.
    Changed,
    /// It is whole and yet no record.
    NoRecord,
    /// A newer program wrote it.
    Newer {
        /// The version of its form.
        found: u64,
    },
    /// Its scenario does not belong to its plan, or has values that cannot be.
    Refused,
    /// Its plan is not there.
    NoPlan,
}

/// Text with its checksum before it.
#[must_use]
pub fn sealed(text: &str) -> String {
    format!("{}\n{text}", mark(text))
}

/// The text behind a checksum.
///
/// # Errors
/// [`Damage::Changed`] when the checksum is not that of the text.
pub fn opened(sealed: &str) -> Result<&str, Damage> {
    let (sum, text) = sealed.split_once('\n').ok_or(Damage::Changed)?;
    if sum == mark(text) { Ok(text) } else { Err(Damage::Changed) }
}

impl Record {
    /// The record as it is kept.
    #[must_use]
    pub fn written(&self) -> String {
        // Text and finite numbers can always be written.
        sealed(&serde_json::to_string(self).unwrap_or_default())
    }

    /// The record that was kept.
    ///
    /// # Errors
    /// What is wrong with it: the checksum first, then the version, then the form.
    pub fn read(kept: &str) -> Result<Self, Damage> {
        #[derive(Deserialize)]
        struct Form {
            version: u64,
        }
        let text = opened(kept)?;
        let form: Form = serde_json::from_str(text).map_err(|_| Damage::NoRecord)?;
        match form.version {
            VERSION => serde_json::from_str(text).map_err(|_| Damage::NoRecord),
            found if found > VERSION => Err(Damage::Newer { found }),
            _ => Err(Damage::NoRecord),
        }
    }

    /// The scenario in it, which has to fit the plan to the last name and value.
    ///
    /// # Errors
    /// [`Damage::Refused`].
    pub fn scenario(&self, plan: &Plan) -> Result<Scenario, Damage> {
        let read = super::document::from_json(plan, &self.document);
        read.map(|(scenario, _)| scenario).map_err(|_| Damage::Refused)
    }
}

/// The tables of a plan as they are kept once for all its scenarios, and their mark; nothing for a plan
/// that comes with the program.
#[must_use]
pub fn tables(plan: &Plan) -> Option<(String, String)> {
    if seeds::shipped(&plan.id)
        .is_some_and(|shipped| shipped.is_ok_and(|shipped| shipped.tables.0 == plan.tables.0))
    {
        return None;
    }
    let text = serde_json::to_string(&*plan.tables.0).unwrap_or_default();
    Some((mark(&text), sealed(&text)))
}

/// The plan that kept tables say.
///
/// # Errors
/// What is wrong with them.
pub fn plan(kept: &str) -> Result<Plan, Damage> {
    let tables: BTreeMap<String, String> =
        serde_json::from_str(opened(kept)?).map_err(|_| Damage::NoRecord)?;
    seeds::read(&tables).map_err(|_| Damage::Refused)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::document;
    use crate::plan::lever::{Kind as LeverKind, Lever};
    use proptest::prelude::*;

    fn record() -> (Plan, Scenario, Record) {
        let plan = seeds::chengguan().unwrap();
        let mut scenario = Scenario::default();
        scenario.set(Lever::of_plan(LeverKind::Execution, &plan), 0.837_261_9, &plan);
        let document = document::to_json(&plan, &scenario, "加快开工");
        let record = Record {
            version: VERSION,
            scenario: "a1".to_owned(),
            seq: 7,
            tab: "t".to_owned(),
            at: Moment { ms: 1.5e12, ahead: 480 },
            kind: Kind::Edit,
            name: "加快开工".to_owned(),
            note: String::new(),
            plan: plan.id.clone(),
            tables: None,
            changes: 1,
            document,
        };
        (plan, scenario, record)
    }

    #[test]
    fn a_record_comes_back_as_it_was_kept() {
        let (plan, scenario, record) = record();
        let read = Record::read(&record.written()).unwrap();
        assert_eq!(read, record);
        assert_eq!(read.scenario(&plan), Ok(scenario));
    }

    #[test]
    fn a_newer_record_is_named_as_such_and_not_half_read() {
        let (_, _, mut record) = record();
        record.version = VERSION + 1;
        assert_eq!(Record::read(&record.written()), Err(Damage::Newer { found: VERSION + 1 }));
        assert_eq!(Record::read(&sealed("[]")), Err(Damage::NoRecord));
    }

    #[test]
    fn a_plan_of_ones_own_is_kept_with_its_tables_and_a_shipped_one_without() {
        let mut plan = seeds::read(&seeds::template_tables()).unwrap();
        let (own, text) = tables(&plan).unwrap();
        assert_eq!(super::plan(&text).unwrap(), plan);
        let mut changed = (*plan.tables.0).clone();
        changed.values_mut().for_each(|text| text.push('\n'));
        plan.tables.0 = changed.into();
        assert_ne!(tables(&plan).unwrap().0, own);
        assert_eq!(tables(&seeds::linhe().unwrap()), None);
    }

    proptest! {
        #[test]
        fn no_changed_record_is_taken_for_a_whole_one(at in 0_usize..100_000, bit in 0_u8..7, cut in any::<bool>()) {
            let kept = record().2.written();
            let mut bytes = kept.clone().into_bytes();
            let at = at % bytes.len();
            if cut { bytes.truncate(at) } else { bytes[at] ^= 1 << bit }
            let changed = String::from_utf8_lossy(&bytes).into_owned();
            prop_assert!(Record::read(&changed).is_err());
        }
    }
}
