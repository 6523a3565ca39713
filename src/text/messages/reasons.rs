//! Why a number is what it is.

super::messages! {
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
