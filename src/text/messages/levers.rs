//! The panel of levers and the field beside each.

super::messages! {
    levers: zh "调整", en "Levers";
    basic_indicators: zh "基础指标增速", en "Growth of basic indicators";
    prices_by_industry: zh "分行业平减指数", en "Deflators by industry";
    find_lever: zh "查找", en "Find a lever";
    no_lever_found: zh "没有符合的项目，请换个词", en "No lever matches; try another word";
    lever_of(item, kind): zh "{item}{kind}", en "{item}: {kind}";
    lever_in_year(name, year): zh "{name}（{year}）", en "{name} ({year})";
    default_value(value): zh "默认 {value}", en "Default {value}";
    reset: zh "恢复默认", en "Reset";
    reset_lever(name): zh "{name}恢复默认", en "Reset {name}";
    lower: zh "调低", en "Lower";
    raise: zh "调高", en "Raise";
    step_down(name): zh "调低{name}", en "Lower {name}";
    step_up(name): zh "调高{name}", en "Raise {name}";
    plausible_band(low, high): zh "通常在 {low} 到 {high} 之间", en "Usually between {low} and {high}";
    beyond_plausible: zh "超出通常范围", en "Outside the usual range";
    beyond_slider: zh "超出滑块范围，按所填数计算", en "Beyond the slider; computed as typed";
    lever_range(low, high): zh "滑块 {low} 到 {high}", en "Slider from {low} to {high}";
    hard_limits(low, high): zh "可填 {low} 到 {high}", en "May be typed from {low} to {high}";
    value_at_default(value): zh "{value}，默认值", en "{value}, the default";
    value_off_default(value, default, change): zh "{value}，默认 {default}，{change}", en "{value}; default {default}, {change}";
    changed_levers[count]: zh "已调{count}项", en "{count} changed", one "{count} changed";
    show_all_levers: zh "显示全部", en "Show all";
    show_changed_levers: zh "只看已调", en "Show changed only";
    other_years: zh "其他年份", en "Other years";
    growth_weighted(count, growth): zh "{count} 个行业，加权 {growth}", en "{count} industries, {growth} weighted";
    planned_and_executed(planned, executed): zh "计划 {planned} → 完成 {executed}", en "{planned} planned → {executed} spent";
    lock: zh "锁定", en "Lock";
    unlock: zh "解锁", en "Unlock";
    source_of_number(source): zh "依据：{source}", en "Evidence: {source}";
    no_source: zh "没有写明依据", en "No evidence is given";
    problem_empty: zh "请填一个数。", en "Enter a number.";
    problem_not_a_number: zh "这不是一个数，请用数字填写。", en "That is not a number. Use digits.";
    problem_several: zh "这里只能填一个数。", en "Enter one number only.";
    problem_unit(unit): zh "单位不符，这里的单位是 {unit}。", en "The unit does not fit. The unit here is {unit}.";
    problem_unit_none: zh "这里不带单位，请只填数字。", en "This number has no unit. Enter the digits alone.";
    problem_too_large: zh "数太大了，请核对位数。", en "That number is too large. Check its digits.";
    problem_out_of_limits(low, high): zh "请填 {low} 到 {high} 之间的数。", en "Enter a number from {low} to {high}.";
    problem_with_kept(reason, kept): zh "{reason}{kept}", en "{reason} {kept}";
    problem_kept(value): zh "仍按 {value} 计算。", en "{value} still stands.";
    locked: zh "已锁", en "Locked";
    lock_help: zh "锁定后，求解和拖动结果时不动它；自己仍可调整", en "When locked, neither recipes nor pulling the result move it; you still can";
}
