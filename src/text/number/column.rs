//! Money in columns: one unit for all rows, written in the head.

use super::Money;
use crate::text::{Language, Text, words};
use crate::units::Points;

/// The unit of a column of money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MoneyColumn {
    /// 亿元, in English billions: for cohorts and large projects.
    #[default]
    Large,
    /// 万元, in English millions: for lists of small projects.
    Small,
}

impl Text {
    /// The unit that stands in the head of the column.
    #[must_use]
    pub fn column_unit(self, column: MoneyColumn) -> &'static str {
        match column {
            MoneyColumn::Large => self.money_unit(),
            MoneyColumn::Small => self.pick(words("万元", "m yuan")),
        }
    }

    /// Money in such a column, without its unit.
    #[must_use]
    pub fn column_money(self, column: MoneyColumn, money: impl Money) -> String {
        match (column, self.language) {
            (MoneyColumn::Large, _) => self.money_number(money),
            (MoneyColumn::Small, Language::Zh) => self.number(money.yi() * 1e4, 0),
            (MoneyColumn::Small, Language::En) => self.number(money.yi() * 1e2, 2),
        }
    }

    /// A change of money in such a column, with its sign; 亿元 have one decimal more than usual,
    /// because what a single project adds is small.
    #[must_use]
    pub fn column_change(self, column: MoneyColumn, change: impl Money) -> String {
        match (column, self.language) {
            (MoneyColumn::Large, Language::Zh) => self.signed(change.yi(), 2),
            (MoneyColumn::Large, Language::En) => self.signed(change.yi() * 0.1, 3),
            (MoneyColumn::Small, Language::Zh) => self.signed(change.yi() * 1e4, 0),
            (MoneyColumn::Small, Language::En) => self.signed(change.yi() * 1e2, 2),
        }
    }

    /// A contribution beside such a column, with its sign and as many decimals as its rows need.
    #[must_use]
    pub fn column_points(self, column: MoneyColumn, points: Points) -> String {
        match column {
            MoneyColumn::Large => self.signed(points.0, 3),
            MoneyColumn::Small => self.signed(points.0, 4),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::NominalMoney;

    #[test]
    fn both_languages_write_the_same_last_digit() {
        let (zh, en) = (Text::new(Language::Zh), Text::new(Language::En));
        let amount = NominalMoney(0.4567);
        assert_eq!(zh.column_money(MoneyColumn::Small, amount), "4,567");
        assert_eq!(en.column_money(MoneyColumn::Small, amount), "45.67");
        assert_eq!(zh.column_change(MoneyColumn::Large, amount), "+0.46");
        assert_eq!(en.column_change(MoneyColumn::Large, amount), "+0.046");
    }

    #[test]
    fn a_small_project_is_not_written_as_nothing() {
        let text = Text::new(Language::Zh);
        assert_eq!(text.column_change(MoneyColumn::Small, NominalMoney(0.0021)), "+21");
        assert_eq!(text.column_points(MoneyColumn::Small, Points(0.00018)), "+0.0002");
    }
}
