//! Which columns a table has. Each reader declares its own table; this is the shape of it.

/// A table as its reader declares it.
#[derive(Debug)]
pub struct Declaration {
    /// File name.
    pub name: &'static str,
    /// Whether every plan needs it.
    pub needed: bool,
    /// Most rows, without the header.
    pub most_rows: usize,
    /// Its columns in their usual order.
    pub columns: &'static [Column],
}

/// A column of a table.
///
/// A name such as `mix_<category>_pct` stands for one column for each category of the plan.
#[derive(Debug)]
pub struct Column {
    /// Name in the header.
    pub name: &'static str,
    /// Whether the table needs it and every row must fill it in.
    pub needed: bool,
}

/// A column that every row must fill in.
pub(super) const fn needed(name: &'static str) -> Column {
    Column { name, needed: true }
}

/// A column that may be blank or absent.
pub(super) const fn optional(name: &'static str) -> Column {
    Column { name, needed: false }
}

/// Rows that no table of a plan exceeds, unless it says otherwise.
pub(super) const MOST_ROWS: usize = 5_000;

impl Declaration {
    /// A table that every plan needs.
    pub(super) const fn needed(name: &'static str, columns: &'static [Column]) -> Self {
        Self { name, needed: true, most_rows: MOST_ROWS, columns }
    }

    /// A table that may be absent.
    pub(super) const fn optional(name: &'static str, columns: &'static [Column]) -> Self {
        Self { name, needed: false, most_rows: MOST_ROWS, columns }
    }
}

impl Column {
    /// Text before the placeholder, the placeholder's word, text after; `None` for a plain name.
    pub(super) fn pattern(&self) -> Option<(&'static str, &'static str, &'static str)> {
        let (before, rest) = self.name.split_once('<')?;
        let (word, after) = rest.split_once('>')?;
        Some((before, word, after))
    }
}
