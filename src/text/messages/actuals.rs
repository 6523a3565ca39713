//! Figures already known, and what the rest of the year must do.

super::messages! {
    actuals: zh "实际数据", en "Actual figures";
    actuals_help: zh "填入已公布的季度数，后面各季按情景测算。", en "Enter the quarters already published. The rest follow the scenario.";
    actual_growth: zh "实际增速", en "Actual growth";
    actual_level: zh "实际总量", en "Actual level";
    actual_whole_gdp: zh "全部 GDP", en "All of GDP";
    actual_none: zh "还没有实际数", en "No actual figures yet";
    actual_remove: zh "删除实际数", en "Remove the actual figure";
    in_quarter(quarter, item): zh "{quarter}{item}", en "{quarter}, {item}";
    change_actual(place, from, to): zh "{place}实际数 {from} → {to}", en "{place}, actual {from} → {to}";
    change_progress(goal, from, to): zh "{goal}完成数 {from} → {to}", en "{goal}, done {from} → {to}";
    pace: zh "序时进度", en "Pace";
    pace_help: zh "按上年各季比重，到现在应当完成的比例。", en "The part that should be done by now, by last year's quarters.";
    pace_ahead(done, pace): zh "已完成 {done}，快于序时进度 {pace}", en "{done} done, ahead of pace at {pace}";
    pace_behind(done, pace): zh "已完成 {done}，慢于序时进度 {pace}", en "{done} done, behind pace at {pace}";
    pace_on(done): zh "已完成 {done}，与序时进度持平", en "{done} done, on pace";
    required_growth: zh "剩余季度所需增速", en "Growth the open quarters need";
    required_each(tier, growth): zh "要达到{tier}，剩余各季需增长 {growth}", en "{tier} needs {growth} growth in each open quarter";
    required_nothing: zh "全年数已齐", en "The year is complete";
    back_calculation: zh "反算支撑指标", en "Work back from the goal";
    back_calculation_of(industry, tier, growth): zh "其他行业不变，{industry}增长 {growth} 可达到{tier}", en "All else unchanged, {industry} must grow {growth} to reach {tier}";
}
