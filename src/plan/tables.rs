//! The tables that a plan was read from.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// The texts of the tables by file name, so that they can be handed back as they came.
///
/// All are equal: how a plan was written does not make it another plan.
#[derive(Clone, Default)]
pub struct Tables(pub Arc<BTreeMap<String, String>>);

impl PartialEq for Tables {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl fmt::Debug for Tables {
    /// Their names; the texts would drown whatever stands around them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}
