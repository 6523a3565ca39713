//! Why a number is what it is.

super::messages! {
    derivation: zh "推导", en "Derivation";
    formula: zh "公式", en "Formula";
    values: zh "代入", en "With values";
    real_gdp(year): zh "{year}地区生产总值（可比价）", en "GDP {year}, constant prices";
    nominal_gdp(year): zh "{year}地区生产总值（现价）", en "GDP {year}, current prices";
    nominal_formula: zh "现价总量 = 可比价总量 × 平减指数", en "Level at current prices = level at constant prices × deflator";
    nominal_values(nominal, real, deflator): zh "{nominal} = {real} × {deflator}", en "{nominal} = {real} × {deflator}";
    growth_formula: zh "增速 = 本年可比价总量 ÷ 上年可比价总量 − 1", en "Growth = this year ÷ last year − 1, both at constant prices";
    growth_values(growth, now, before): zh "{growth} = {now} ÷ {before} − 1", en "{growth} = {now} ÷ {before} − 1";
    additive_formula: zh "可比价总量 = 基准 + 项目建设 + 项目投产 + 专项举措", en "Level at constant prices = baseline + building + projects in service + initiatives";
    part_baseline: zh "基准", en "Baseline";
    part_construction: zh "项目建设", en "Building of projects";
    part_operation: zh "项目投产", en "Projects in service";
    part_initiatives: zh "专项举措", en "Initiatives";
    part_actuals: zh "实际与测算之差", en "Actual less model";
    test_growth_met(growth, goal): zh "增速 {growth}，不低于要求的 {goal}", en "Growth {growth}, not below the {goal} asked for";
    test_growth_short(growth, goal, gap): zh "增速 {growth}，低于要求的 {goal}，差{gap}", en "Growth {growth}, below the {goal} asked for by {gap}";
    test_level_met(level, goal): zh "总量 {level}，不低于要求的 {goal}", en "Level {level}, not below the {goal} asked for";
    test_level_short(level, goal, gap): zh "总量 {level}，低于要求的 {goal}，差{gap}", en "Level {level}, below the {goal} asked for by {gap}";
    test_growth_short_published(growth, goal, gap): zh "增速{growth}，按公布口径取整后仍低于要求的{goal}，差{gap}", en "Growth {growth}, still below the {goal} asked for when rounded as published, by {gap}";
    test_as_published(growth, goal): zh "增速 {growth}，按公布口径取整后达到 {goal}", en "Growth {growth}, which rounds to the {goal} asked for as published";
    growth_as_level(level): zh "这一增速相当于总量 {level}", en "At these prices that growth is a level of {level}";
    tier_is_reached(tier): zh "{tier}已达到", en "{tier} is reached";
    tier_is_not_reached(tier): zh "{tier}未达到", en "{tier} is not reached";
    decided_by(test): zh "起决定作用的是{test}", en "What decides: {test}";
}
