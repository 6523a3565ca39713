//! Odds: in how many of the possible futures something holds.

super::messages! {
    shape_pert: zh "集中（贝塔-PERT）", en "Close to the set value (beta-PERT)";
    shape_triangular: zh "三角分布", en "Triangular";
    shape_uniform: zh "均匀分布", en "Uniform";
    shape_normal: zh "正态分布", en "Normal";
    change_shape(from, to): zh "分布：{from} → {to}", en "Spread of the unknowns: {from} → {to}";
    change_seed(from, to): zh "随机种子：{from} → {to}", en "Seed: {from} → {to}";
    odds_in_hundred(count): zh "百次中 {count} 次", en "{count} in 100";
    odds_of_hundred_brief(count): zh "百次 {count}", en "{count}/100";
    odds_header_long: zh "100 种可能中达到几种", en "Reached in how many of 100 futures";
    odds_band: zh "八成可能", en "8 of 10 futures";
    odds_under_one: zh "不到 1", en "under 1";
    odds_over_ninety_nine: zh "99 以上", en "over 99";
    odds_computing: zh "计算中", en "computing";
    caution_close(reached, missed, apart, spread): zh "{reached}与{missed}只差 {apart}，小于八成可能的幅度 ±{spread}：两档高下难分。", en "{reached} and {missed} are only {apart} apart, less than the ±{spread} that 8 of 10 futures span: too close to call between them.";
    caution_toss_up(tier, odds): zh "{tier}能否达到难分胜负：{odds}。", en "{tier} is too close to call: {odds}.";
    caution_unlikely(tier, odds): zh "按设定的数达到{tier}，但多数可能达不到：{odds}。", en "{tier} is reached on the figures set, yet missed in most futures: {odds}.";
    caution_likely(tier, odds): zh "按设定的数未达到{tier}，但多数可能达得到：{odds}。", en "{tier} is missed on the figures set, yet reached in most futures: {odds}.";
    odds_added_help: zh "这个项目使各档目标的胜算增加多少（百次中的次数）", en "What this project adds to the odds of each tier, in futures of 100";
}
