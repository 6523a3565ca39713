//! Tiers: states, gaps and the notice about their bases.

super::messages! {
    tiers: zh "各档目标", en "Tiers";
    tier: zh "目标档次", en "Tier";
    tier_reached: zh "已达到", en "Reached";
    tier_not_reached: zh "未达到", en "Not reached";
    tier_unknown: zh "无法判断", en "Cannot be told";
    tier_short(gap): zh "差{gap}", en "short by {gap}";
    tier_to_spare(gap): zh "余{gap}", en "{gap} to spare";
    tier_exactly: zh "正好达到", en "exactly reached";
    tier_asks(level, growth): zh "{level} · {growth}", en "{level} · {growth}";
    tier_asks_level(level): zh "总量 {level}", en "Level {level}";
    tier_asks_growth(growth): zh "增速 {growth}", en "Growth {growth}";
    both_amounts(level, growth): zh "{level}、{growth}", en "{level} and {growth}";
    either_amount(level, growth): zh "{level}或{growth}", en "{level} or {growth}";
    level_alone(level): zh "{level}（增速已够）", en "{level} (growth suffices)";
    growth_alone(growth): zh "{growth}（总量已够）", en "{growth} (level suffices)";
    binding: zh "卡在这里", en "Decides";
    binding_level: zh "卡在总量", en "the level decides";
    binding_growth: zh "卡在增速", en "growth decides";
    tier_mode_header: zh "达到的标准", en "What counts as reached";
    crossing_level(quarter): zh "{quarter}近四个季度总量达到", en "Level reached in {quarter}, last four quarters";
    crossing_growth(quarter): zh "{quarter}起累计增速达到", en "Growth holds from {quarter}";
    crossing_never: zh "测算期内达不到", en "Not within the years computed";
    published_rounding: zh "按公布口径判断（四舍五入到 0.1 %）", en "Judge as published (rounded to 0.1 %)";
    published_rounding_help: zh "打开后，6.96 % 按 7.0 % 计。默认关闭，按未取整的数判断。", en "When on, 6.96 % counts as 7.0 %. Off by default: unrounded figures decide.";
    implied_bases(year, bases): zh "各档目标的增速与总量推出的{year}基数不一致（{bases}），请以统计部门核定数为准。", en "The tiers' growth and level imply different GDPs for {year} ({bases}). The statistics office's figure should decide.";
    implied_base_of(tier, base): zh "{tier}推出 {base}", en "{tier} implies {base}";
    implied_base_formula: zh "推出的基数 = 总量 ÷（1 + 增速）", en "Implied base = level ÷ (1 + growth)";
    implied_base_kept: zh "原文的数保持不变，可在“基数与目标”中自行调整。", en "The stated numbers are left as they are; set your own under “Base and tiers”.";
}
