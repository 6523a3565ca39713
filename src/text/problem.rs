//! What is wrong with a plan's tables, said so that it can be put right.

use super::{Text, Words, words};
use crate::seeds::{Problem, ProblemKind, Thing};

super::messages::messages! { @private
    in_table(table, what): zh "{table}：{what}", en "{table}: {what}";
    in_row(table, row, what): zh "{table} 第{row}行：{what}", en "{table}, row {row}: {what}";
    in_column(table, column, what): zh "{table} {column} 列：{what}", en "{table}, column {column}: {what}";
    in_cell(table, row, column, what): zh "{table} 第{row}行 {column} 列：{what}", en "{table}, row {row}, column {column}: {what}";
    about_found(found, what): zh "“{found}”{what}", en "“{found}” {what}";
    table_missing: zh "缺少这张表。", en "this table is needed and missing.";
    table_unknown: zh "不是计划要用的表。", en "is not a table of a plan.";
    table_unknown_near(nearest): zh "不是计划要用的表，是不是 {nearest}？", en "is not a table of a plan. Did you mean {nearest}?";
    table_conflict(other): zh "不能和 {other} 同时使用，请只留一张。", en "cannot stand beside {other}. Keep one of them.";
    file_closed: zh "文件打不开。", en "the file cannot be opened.";
    file_not_text: zh "不是 UTF-8 文本，请另存为“CSV UTF-8”。", en "the file is not UTF-8 text. Save it as “CSV UTF-8”.";
    file_empty: zh "表是空的，连表头也没有。", en "the table is empty, even its header is missing.";
    file_large(most): zh "文件超过 {most} 字节。", en "the file is larger than {most} bytes.";
    rows_many(most): zh "超过 {most} 行。", en "the table has more than {most} rows.";
    columns_many(most): zh "超过 {most} 列。", en "the table has more than {most} columns.";
    field_long(most): zh "超过 {most} 个字。", en "is longer than {most} characters.";
    column_missing: zh "缺少这一列。", en "this column is needed and missing.";
    column_unknown: zh "表里用不到这一列。", en "is not a column of this table.";
    column_unknown_near(nearest): zh "表里用不到这一列，是不是 {nearest}？", en "is not a column of this table. Did you mean {nearest}?";
    column_twice: zh "这一列出现了两次。", en "this column is there twice.";
    row_uneven(fields, expected): zh "这一行有 {fields} 格，表头有 {expected} 格。", en "the row has {fields} fields, the header has {expected}.";
    value_missing: zh "这里要填一个值。", en "a value is needed here.";
    row_missing(about): zh "缺少 {about} 的一行。", en "a row for {about} is missing.";
    value_out_of_place(decider): zh "这里应当留空，由 {decider} 决定。", en "must be left blank, because {decider} decides it.";
    value_no_number: zh "不是一个数。", en "is not a number.";
    value_no_whole_number: zh "不是整数。", en "is not a whole number.";
    value_no_quarter: zh "不是季度，请写成 2023Q1 这样。", en "is not a quarter. Write it like 2023Q1.";
    value_out_of_range(min, max): zh "不在 {min} 到 {max} 之间。", en "is not between {min} and {max}.";
    value_at_least(min): zh "至少应为 {min}。", en "must be at least {min}.";
    value_at_most(max): zh "至多为 {max}。", en "must be at most {max}.";
    value_no_first_quarter: zh "分年度计划要从一季度开始。", en "an annual plan begins with a first quarter.";
    curve_falls(least): zh "会使累计投资出现下降，至少应为 {least}。", en "makes spending fall for a time. It must be at least {least}.";
    value_not_one_of(allowed): zh "应为其中之一：{allowed}。", en "is not one of {allowed}.";
    value_no_id: zh "不能用作编号：只能用字母、数字、“-”和“_”，最多 40 个。", en "is not an id. Use up to 40 letters, digits, “-” and “_”.";
    id_unknown(thing): zh "不是已有的{thing}编号。", en "does not name a known {thing}.";
    id_unknown_near(thing, nearest): zh "不是已有的{thing}编号，是不是 {nearest}？", en "does not name a known {thing}. Did you mean {nearest}?";
    id_twice(thing): zh "这个{thing}已经出现过一次。", en "names the same {thing} a second time.";
    shares_sum(sum): zh "各部分之和是 {sum} %，应为 100 %。", en "the parts add up to {sum} %, not to 100 %.";
    amounts_sum(sum, total): zh "各期金额之和是 {sum} 亿元，总额是 {total} 亿元。", en "the amounts add up to {sum} (100 million yuan), the total is {total}.";
    industry_unproductive(industry, sum): zh "{industry} 每元产出耗用本地投入 {sum} 元，应小于 1。", en "{industry} uses {sum} yuan of local input for each yuan of output. It must be below 1.";
    industry_too_high(industry, most): zh "超过了 {industry} 可能的最大值 {most}。", en "is more than {industry} can have. The most is {most}.";
}

impl Text {
    /// One problem: where it is, what stands there, what is wrong, and where possible what to do.
    #[must_use]
    pub fn file_problem(self, problem: &Problem) -> String {
        let what = self.problem_kind(&problem.kind);
        let what =
            if problem.found.is_empty() { what } else { self.about_found(&problem.found, what) };
        let table = &problem.table;
        match (problem.row, &problem.column) {
            (Some(row), Some(column)) => self.in_cell(table, row, column, what),
            (Some(row), None) => self.in_row(table, row, what),
            (None, Some(column)) => self.in_column(table, column, what),
            (None, None) => self.in_table(table, what),
        }
    }

    /// What is wrong and where possible what to do, without the place, for lists that have columns.
    #[must_use]
    pub fn problem_kind(self, kind: &ProblemKind) -> String {
        use ProblemKind as Kind;
        match kind {
            Kind::MissingTable => self.table_missing().to_owned(),
            Kind::UnknownTable { nearest: Some(near) } => self.table_unknown_near(near),
            Kind::UnknownTable { nearest: None } => self.table_unknown().to_owned(),
            Kind::ConflictingTable { other } => self.table_conflict(other),
            Kind::Unreadable => self.file_closed().to_owned(),
            Kind::NotText => self.file_not_text().to_owned(),
            Kind::Empty => self.file_empty().to_owned(),
            Kind::FileTooLarge { most } => self.file_large(self.count(*most as f64)),
            Kind::TooManyRows { most } => self.rows_many(self.count(*most as f64)),
            Kind::TooManyColumns { most } => self.columns_many(self.count(*most as f64)),
            Kind::FieldTooLong { most } => self.field_long(self.count(*most as f64)),
            Kind::MissingColumn => self.column_missing().to_owned(),
            Kind::UnknownColumn { nearest: Some(near) } => self.column_unknown_near(near),
            Kind::UnknownColumn { nearest: None } => self.column_unknown().to_owned(),
            Kind::DuplicateColumn => self.column_twice().to_owned(),
            Kind::UnevenRow { expected, fields } => self.row_uneven(fields, expected),
            Kind::MissingValue => self.value_missing().to_owned(),
            Kind::MissingRow { about } => self.row_missing(about),
            Kind::OutOfPlace { decided_by } => self.value_out_of_place(decided_by),
            Kind::NotANumber => self.value_no_number().to_owned(),
            Kind::NotAWholeNumber => self.value_no_whole_number().to_owned(),
            Kind::NotAQuarter => self.value_no_quarter().to_owned(),
            Kind::OutOfRange { min, max } => self.outside(*min, *max),
            Kind::NotAFirstQuarter => self.value_no_first_quarter().to_owned(),
            Kind::FallingCurve { least } => self.curve_falls(self.plain(*least)),
            Kind::NotOneOf { allowed } => self.value_not_one_of(allowed.join(", ")),
            Kind::NotAnId => self.value_no_id().to_owned(),
            Kind::UnknownId { of, nearest: Some(near) } => {
                self.id_unknown_near(self.thing(*of), near)
            }
            Kind::UnknownId { of, nearest: None } => self.id_unknown(self.thing(*of)),
            Kind::DuplicateId { of } => self.id_twice(self.thing(*of)),
            Kind::SharesDoNotAddUp { sum } => self.shares_sum(self.number(*sum, 2)),
            Kind::AmountsDoNotAddUp { sum, total } => {
                self.amounts_sum(self.plain(*sum), self.plain(*total))
            }
            Kind::UnproductiveColumn { industry, sum } => {
                self.industry_unproductive(industry, self.plain(*sum))
            }
            Kind::ValueAddedTooHigh { industry, most } => {
                self.industry_too_high(industry, self.plain(*most))
            }
        }
    }

    /// Outside a range that may be open at one end.
    fn outside(self, min: f64, max: f64) -> String {
        if max.is_infinite() {
            self.value_at_least(self.plain(min))
        } else if min.is_infinite() {
            self.value_at_most(self.plain(max))
        } else {
            self.value_out_of_range(self.plain(min), self.plain(max))
        }
    }

    fn thing(self, thing: Thing) -> &'static str {
        self.pick(name(thing))
    }
}

fn name(thing: Thing) -> Words {
    match thing {
        Thing::Key => words("计划条目", "line of the plan"),
        Thing::Year => words("年份", "year of the calendar"),
        Thing::Industry => words("行业", "industry"),
        Thing::Category => words("支出类别", "spending category"),
        Thing::Source => words("资金来源", "funding source"),
        Thing::Pillar => words("板块", "pillar"),
        Thing::Quantity => words("量别", "quantity"),
        Thing::Project => words("项目", "project"),
        Thing::Initiative => words("举措", "initiative"),
        Thing::Tier => words("目标档次", "tier"),
        Thing::Driver => words("基础指标", "basic indicator"),
        Thing::Indicator => words("指标", "goal"),
        Thing::Lever => words("调整项", "lever"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn said(language: Language, kind: ProblemKind, found: &str) -> String {
        let problem = Problem {
            table: "projects.csv".to_owned(),
            row: Some(3),
            column: Some("total".to_owned()),
            found: found.to_owned(),
            kind,
        };
        Text::new(language).file_problem(&problem)
    }

    #[test]
    fn a_problem_says_where_what_and_how_to_put_it_right() {
        assert_eq!(
            said(Language::Zh, ProblemKind::NotANumber, "很多"),
            "projects.csv 第 3 行 total 列：“很多”不是一个数。"
        );
        assert_eq!(
            said(Language::En, ProblemKind::NotANumber, "many"),
            "projects.csv, row 3, column total: “many” is not a number."
        );
        let unknown =
            ProblemKind::UnknownId { of: Thing::Industry, nearest: Some("finance".to_owned()) };
        assert_eq!(
            said(Language::Zh, unknown.clone(), "finanse"),
            "projects.csv 第 3 行 total 列：“finanse”不是已有的行业编号，是不是 finance？"
        );
        assert!(said(Language::En, unknown, "finanse").ends_with("Did you mean finance?"));
        let range = ProblemKind::OutOfRange { min: 0.0, max: f64::INFINITY };
        assert!(said(Language::Zh, range, "-1").ends_with("至少应为 0。"));
    }
}
