//! The large figure and what stands around it.

super::messages! {
    hero_basis: zh "现价 · 增速按可比价", en "Current prices · growth at constant prices";
    against_baseline(change): zh "较基准 {change}", en "Against the baseline {change}";
    not_a_forecast: zh "情景测算，非预测", en "A scenario, not a forecast";
    gdp_of_year(year): zh "{year}地区生产总值", en "GDP {year}";
    gdp: zh "地区生产总值（GDP）", en "Gross domestic product (GDP)";
    equals_uplift(points): zh "＝ 各行业增速再高 {points}", en "= {points} more growth in every industry";
    equals_spending(money): zh "＝ 多完成新增投资 {money}", en "= {money} more new investment carried out";
    equals_lever(name, from, to): zh "＝ {name} {from} → {to}", en "= {name} {from} → {to}";
    equals_earlier[count]: zh "＝ {count} 个项目各提前一个季度", en "= {count} projects each one quarter earlier", one "= {count} project one quarter earlier";
    apply_equivalent: zh "点击采用，刚好补上缺口", en "Click to apply: it just closes the gap";
    growth_of_year(year): zh "{year}增速", en "Growth {year}";
    growth: zh "增速", en "Growth";
    level: zh "总量", en "Level";
    current_prices: zh "现价", en "current prices";
    constant_prices: zh "可比价", en "constant prices";
    deflator: zh "平减指数", en "Deflator";
    nominal_growth: zh "现价增速", en "Nominal growth";
    before_and_after(before, after): zh "{before} → {after}", en "{before} → {after}";
    why_this_number: zh "这个数怎么来的", en "How this number comes about";
    how_to_reach: zh "怎样够得着", en "How to get there";
    computing: zh "计算中", en "Computing";
    announced(name, value, verdict): zh "{name}：{value}。{verdict}", en "{name}: {value}. {verdict}";
    announced_step(step, verdict): zh "{step}。{verdict}", en "{step}. {verdict}";
    announced_undo(step, verdict): zh "已撤销：{step}。{verdict}", en "Undone: {step}. {verdict}";
    announced_redo(step, verdict): zh "已重做：{step}。{verdict}", en "Done again: {step}. {verdict}";
    announced_reset(name, value, verdict): zh "{name}已恢复默认 {value}。{verdict}", en "{name} is back at its default, {value}. {verdict}";
}
