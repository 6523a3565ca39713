//! Odds: in how many of the possible futures something holds.

super::messages! {
    shape_pert: zh "集中（贝塔-PERT）", en "Close to the set value (beta-PERT)";
    shape_triangular: zh "三角分布", en "Triangular";
    shape_uniform: zh "均匀分布", en "Uniform";
    shape_normal: zh "正态分布", en "Normal";
    change_shape(from, to): zh "分布：{from} → {to}", en "Spread of the unknowns: {from} → {to}";
    change_seed(from, to): zh "随机种子：{from} → {to}", en "Seed: {from} → {to}";
}
