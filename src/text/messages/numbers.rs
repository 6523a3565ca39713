//! Words that stand for or beside numbers.

super::messages! {
    less_than(quantity): zh "不到{quantity}", en "less than {quantity}";
    draws_of_hundred(count): zh "百次中{count}次", en "in {count} of 100 futures";
    draws_hardly_any: zh "百次中不到 1 次", en "in fewer than 1 of 100 futures";
    draws_nearly_all: zh "百次中 99 次以上", en "in more than 99 of 100 futures";
    first_quarter: zh "一季度", en "Q1";
    second_quarter: zh "二季度", en "Q2";
    third_quarter: zh "三季度", en "Q3";
    fourth_quarter: zh "四季度", en "Q4";
    first_half: zh "上半年", en "first half";
    first_three_quarters: zh "前三季度", en "first three quarters";
    whole_year: zh "全年", en "full year";
    persons: zh "人年", en "person-years";
    moved(name, from, to): zh "{name} {from} → {to}", en "{name} {from} → {to}";
    in_unit(name, unit): zh "{name}（{unit}）", en "{name} ({unit})";
}
