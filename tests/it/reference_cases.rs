//! Published cases that the engine reproduces, each with its source and the tolerance that the
//! source's rounding leaves.
//!
//! `[K]` marks numbers recalled from a textbook and recomputed, whose page was not at hand.

use mogao::engine::attainment::{bases_disagree, implied_base, implied_deflator};
use mogao::engine::closed_form::{
    contributions_agree, implied_contributions, implied_growth, required_spending,
};
use mogao::engine::multiplier::{closed_inverse, leontief_inverse, value_added_per_yuan};
use mogao::engine::outcome::Contributions;
use mogao::engine::spending::{self, Spending};
use mogao::engine::{self, multiplier, operation, project};
use mogao::plan::assumptions::{Curve, Pace, Schedule};
use mogao::plan::multiplier::{Households, InputOutput};
use mogao::plan::resolve::resolve;
use mogao::plan::scenario::Scenario;
use mogao::seeds;
use mogao::units::{Deflator, Grid, NominalMoney, Points, Quarters, Rate, RealMoney, Share, Year};

#[track_caller]
fn assert_near(actual: f64, published: f64, tolerance: f64) {
    assert!((actual - published).abs() <= tolerance, "{actual} where {published} is published");
}

fn times(matrix: &[Vec<f64>], vector: &[f64]) -> Vec<f64> {
    matrix.iter().map(|row| row.iter().zip(vector).map(|(a, x)| a * x).sum()).collect()
}

fn assert_matrix(actual: &[Vec<f64>], published: &[[f64; 3]], tolerance: f64) {
    for (actual, published) in actual.iter().zip(published) {
        for (actual, published) in actual.iter().zip(published) {
            assert_near(*actual, *published, tolerance);
        }
    }
}

/// Growth in percent that a table of levels and growth rates in percent implies.
fn growth_of(table: &[(f64, f64)]) -> f64 {
    let levels: Vec<NominalMoney> = table.iter().map(|row| NominalMoney(row.0)).collect();
    let growth: Vec<Rate> = table.iter().map(|row| Rate(row.1 / 100.0)).collect();
    implied_growth(&levels, &growth).unwrap().points().0
}

// R1: Chiang and Wainwright, Fundamental Methods of Mathematical Economics, 4th ed., input-output
// section [K].
#[test]
fn r1_leontief_with_three_industries() {
    let coefficients = [vec![0.2, 0.3, 0.2], vec![0.4, 0.1, 0.2], vec![0.1, 0.3, 0.2]];
    let inverse = leontief_inverse(&coefficients).unwrap();
    let published = [[0.66, 0.30, 0.24], [0.34, 0.62, 0.24], [0.21, 0.27, 0.60]]
        .map(|row| row.map(|cell| cell / 0.384));
    assert_matrix(&inverse, &published, 1e-9);
    let output = times(&inverse, &[10.0, 5.0, 6.0]);
    for (actual, published) in output.iter().zip([24.84, 20.68, 18.36]) {
        assert_near(*actual, published, 0.005);
    }
}

// R2: Miller and Blair, Input-Output Analysis, 2nd ed. 2009, sections 2.3 and 2.5 [K].
#[test]
fn r2_leontief_and_the_household_closure() {
    let coefficients = [vec![150.0 / 1000.0, 500.0 / 2000.0], vec![200.0 / 1000.0, 100.0 / 2000.0]];
    let inverse = leontief_inverse(&coefficients).unwrap();
    for (actual, published) in inverse.iter().flatten().zip([1.2541, 0.3300, 0.2640, 1.1221]) {
        assert_near(*actual, published, 0.0001);
    }
    let output = times(&inverse, &[600.0, 1500.0]);
    assert_near(output[0], 1247.5, 0.1);
    assert_near(output[1], 1841.6, 0.1);

    let closed = [vec![0.15, 0.25, 0.05], vec![0.2, 0.05, 0.4], vec![0.3, 0.25, 0.05]];
    let published = [[1.3651, 0.4253, 0.2509], [0.5273, 1.3481, 0.5954], [0.5698, 0.4890, 1.2885]];
    assert_matrix(&leontief_inverse(&closed).unwrap(), &published, 0.0001);
    // The household sector of the book also buys from itself; ours has no such entry, so the two
    // agree once that purchase is scaled away: income / (1 − 0.05).
    let households = Households {
        income: [0.3, 0.25].map(|income| income / 0.95).to_vec(),
        purchases: vec![0.05, 0.4],
    };
    let ours = closed_inverse(&coefficients, &households).unwrap();
    assert_matrix(&ours, &published, 0.0001);
}

// R3: Dorfman, Samuelson and Solow, chapter 9, data as in QuantEcon, "Input-Output Models".
#[test]
fn r3_leontief_from_flows() {
    let exact = [vec![25.0 / 250.0, 175.0 / 120.0], vec![40.0 / 250.0, 20.0 / 120.0]];
    let output = times(&leontief_inverse(&exact).unwrap(), &[50.0, 60.0]);
    assert_near(output[0], 250.0, 1e-9);
    assert_near(output[1], 120.0, 1e-9);
    assert_near(output[0] * 10.0 / 250.0 + output[1] * 40.0 / 120.0, 50.0, 1e-9);
    let printed = [vec![0.1, 1.46], vec![0.16, 0.17]];
    let output = times(&leontief_inverse(&printed).unwrap(), &[50.0, 60.0]);
    assert_near(output[0], 251.46, 0.005);
    assert_near(output[1], 120.76, 0.005);
}

// R5: National Bureau of Statistics, preliminary accounting of 2024 Q1, released 2024-04-17.
// Levels at current prices in 亿元, growth at constant prices in %.
#[test]
fn r5_growth_of_the_first_quarter_of_2024() {
    let three = [(11538.0, 3.3), (109846.0, 6.0), (174915.0, 5.0)];
    assert_near(growth_of(&three), 5.3008, 1e-4);
    assert_near(growth_of(&three), 5.3, 0.1);
    let eleven = [
        (12295.0, 3.5),
        (96426.0, 6.0),
        (13978.0, 5.8),
        (29543.0, 6.0),
        (13532.0, 7.3),
        (4892.0, 7.3),
        (26812.0, 5.2),
        (17736.0, -5.4),
        (15881.0, 13.7),
        (11232.0, 10.8),
        (53974.0, 3.8),
    ];
    assert_near(growth_of(&eleven), 5.2811, 1e-4);
    assert_near(growth_of(&eleven), 5.3, 0.1);
}

// R5: National Bureau of Statistics, national economy in 2022, released 2023-01-17.
#[test]
fn r5_growth_of_2022() {
    let three = [(88345.0, 4.1), (483164.0, 3.8), (638698.0, 2.3)];
    assert_near(growth_of(&three), 3.0244, 1e-4);
    assert_near(growth_of(&three), 3.0, 0.1);
}

// R5: National Bureau of Statistics, preliminary accounting of 2020 Q2 and first half, released
// 2020-07-16. The second quarter shows how far current-price weights may lead astray.
#[test]
fn r5_growth_of_the_first_half_of_2020() {
    let half = [(26053.0, 0.9), (172759.0, -1.9), (257802.0, -1.6)];
    assert_near(growth_of(&half), -1.5747, 1e-4);
    assert_near(growth_of(&half), -1.6, 0.1);
    let quarter = [(15867.0, 3.3), (99121.0, 4.7), (135122.0, 1.9)];
    assert_near(growth_of(&quarter), 3.08, 0.005);
    assert_near(growth_of(&quarter), 3.2, 0.25);
    let by_industry = [
        (16596.0, 3.4),
        (80402.0, 4.1),
        (19157.0, 7.8),
        (23696.0, 1.2),
        (10650.0, 1.7),
        (3481.0, -18.0),
        (20955.0, 7.2),
        (18594.0, 4.1),
        (9573.0, 15.7),
        (7174.0, -8.0),
        (39831.0, -0.9),
    ];
    assert_near(growth_of(&by_industry), 2.98, 0.005);
    assert_near(growth_of(&by_industry), 3.2, 0.25);
}

// R5: National Bureau of Statistics, preliminary accounting of 2013 Q1–3, nine industries.
#[test]
fn r5_growth_of_three_quarters_of_2013() {
    let nine = [
        (35669.0, 3.4),
        (149000.0, 7.6),
        (26118.0, 9.7),
        (21449.0, 7.2),
        (35067.0, 10.4),
        (7727.0, 5.1),
        (26238.0, 10.4),
        (24546.0, 7.3),
        (60948.0, 7.6),
    ];
    assert_near(growth_of(&nine), 7.6761, 1e-4);
    assert_near(growth_of(&nine), 7.7, 0.1);
}

// R5: Shanghai Municipal Bureau of Statistics, first half of 2022, released 2022-07-19.
#[test]
fn r5_growth_of_shanghai_in_the_first_half_of_2022() {
    let three = [(34.52, 1.7), (4452.78, -13.7), (14862.01, -3.1)];
    assert_near(growth_of(&three), -5.7559, 1e-4);
    assert_near(growth_of(&three), -5.7, 0.1);
}

// R6: National Bureau of Statistics, 2020; growth of the first quarter [K].
#[test]
fn r6_quarters_make_the_year_to_date() {
    let quarters = [(206504.0, -6.8), (250110.0, 3.2)];
    assert_near(growth_of(&quarters), -1.5760, 1e-4);
    assert_near(growth_of(&quarters), -1.6, 0.05);
}

fn table(total: f64, by_industry: &[f64]) -> Contributions {
    Contributions {
        rows: Vec::new(),
        by_industry: by_industry.iter().map(|&points| Points(points)).collect(),
        total: Points(total),
    }
}

// R7: Fujian statistical yearbook 2020, table 2-7; Xinjiang Corps yearbooks 2019 (2-6) and 2020
// (2-8); BOFIT Weekly 44/2025. A pull is the contribution share times growth.
#[test]
fn r7_contribution_shares_and_pulls_belong_together() {
    let published = [
        ("Fujian 2005", 11.6, [2.9, 51.6, 45.5], [0.3, 6.0, 5.3]),
        ("Fujian 2000", 9.3, [4.3, 58.3, 37.4], [0.4, 5.4, 3.5]),
        ("Corps 2017", 8.0, [20.4, 26.9, 52.7], [1.6, 2.1, 4.2]),
        ("Corps 2016", 9.1, [14.5, 51.3, 34.2], [1.3, 4.7, 3.1]),
    ];
    for (name, growth, shares, pulls) in published {
        let table = table(growth, &shares.map(|share| share / 100.0 * growth));
        for ((points, pull), share) in table.by_industry.iter().zip(pulls).zip(shares) {
            assert!((points.0 - pull).abs() <= 0.1, "{name}: {points:?} where {pull} is published");
            assert_near(table.share(*points).unwrap().0 * 100.0, share, 1e-9);
        }
    }
    let china: f64 = [2.7, 0.9, 1.2].iter().sum();
    assert_near(china, 4.8, 0.1);
}

/// Levels, growth rates and published pulls of a release, in 亿元, % and percentage points.
type Release = [(f64, f64, f64)];

fn agree(release: &Release) -> bool {
    let levels: Vec<NominalMoney> = release.iter().map(|row| NominalMoney(row.0)).collect();
    let growth: Vec<Rate> = release.iter().map(|row| Rate(row.1 / 100.0)).collect();
    let published: Vec<Points> = release.iter().map(|row| Points(row.2)).collect();
    contributions_agree(&levels, &growth, &published).unwrap()
}

// R7b: Chengzhong district of Liuzhou, accounts of 2023 as released: its pulls contradict its own
// growth rates.
#[test]
fn r7b_a_release_that_contradicts_itself_is_seen() {
    let release = [(0.37, 6.0, 0.01), (180.18, 31.7, 12.26), (146.47, 1.4, 3.83)];
    let levels = release.map(|row| NominalMoney(row.0));
    let growth = release.map(|row| Rate(row.1 / 100.0));
    let implied = implied_contributions(&levels, &growth).unwrap();
    for (implied, expected) in implied.iter().zip([0.01, 15.40, 0.72]) {
        assert_near(implied.0, expected, 0.005);
    }
    assert_near(
        implied.iter().map(|points| points.0).sum(),
        growth_of(&[(0.37, 6.0), (180.18, 31.7), (146.47, 1.4)]),
        1e-9,
    );
    assert!(!agree(&release));
    let consistent = [(0.37, 6.0, 0.01), (180.18, 31.7, 15.4), (146.47, 1.4, 0.7)];
    assert!(agree(&consistent));
    // What the weights and one decimal leave open is no contradiction; more is.
    let off = |by: f64| [(100.0, 0.0, by), (100.0, 0.0, 0.0)];
    assert!(agree(&off(0.2)) && agree(&off(-0.2)));
    assert!(!agree(&off(0.3)) && !agree(&off(-0.3)));
}

// R7c: question-and-answer page on Guangdong 2009, where current-price levels are mixed with real
// rates: the shares add to 100.31 %. Ours are differences at one price and add to 100.
#[test]
fn r7c_shares_of_mixed_prices_do_not_add_up_and_ours_do() {
    let mixed: f64 = [2.76, 45.50, 52.05].iter().sum();
    assert_near(mixed, 100.31, 1e-9);
    let plan = seeds::chengguan().unwrap();
    let outcome = engine::run(&resolve(&plan, &Scenario::default()));
    let table = outcome.contributions(plan.year);
    let shares: f64 = table.by_industry.iter().map(|&own| table.share(own).unwrap().0).sum();
    assert_near(shares * 100.0, 100.0, 1e-9);
}

// R8: Financial Times 2015, on China's first and second quarter of 2015.
#[test]
fn r8_the_implicit_deflator() {
    let deflator = |nominal: f64, real: f64| {
        let level = NominalMoney(100.0 + nominal) / RealMoney(100.0 + real);
        level.growth_from(Deflator::BASE).points().0
    };
    assert_near(deflator(5.8, 7.0), -1.12, 0.005);
    assert_near(deflator(5.8, 7.0), -1.2, 0.1);
    assert_near(deflator(7.1, 7.0), 0.09, 0.005);
    assert_near(deflator(7.1, 7.0), 0.1, 0.1);
}

// R9: Harrod–Domar as taught (Encyclopaedia Britannica and teaching pages): saving s of GDP with
// capital v per yuan of annual output makes GDP grow by s/v, less depreciation.
#[test]
fn r9_harrod_domar() {
    for (saving, capital, depreciation, published) in [
        (0.10, 2.0, 0.0, 5.0),
        (0.20, 1.5, 0.0, 13.3),
        (0.24, 3.0, 0.05, 3.0),
        (0.12, 3.0, 0.0, 4.0),
    ] {
        let schedule = schedule(saving, 0.0, 4.0);
        let annual = operation::capacity(&schedule, Share::WHOLE, capital) * 4.0;
        assert_near((annual.0 - depreciation) * 100.0, published, 0.05);
    }
}

// R10: DHSS curve, formula with C = 0.134 and K = 3.884 from simplexct.com; values computed.
#[test]
fn r10_the_dhss_curve() {
    for (x, published) in [(0.25, 0.152463), (0.5, 0.466500), (0.75, 0.797287), (1.0, 1.0)] {
        assert_near(spending::dhss(x, 0.134, 3.884), published, 1e-6);
    }
    for step in 0..=20 {
        let x = f64::from(step) / 20.0;
        assert_near(spending::dhss(x, 0.0, 3.0), 3.0 * x * x - 2.0 * x * x * x, 1e-12);
    }
}

// R11: Mott MacDonald 2002 for HM Treasury, upper bounds: standard buildings 4 % longer and 24 %
// dearer, non-standard ones 39 % and 51 %.
#[test]
fn r11_optimism_bias_of_a_mixed_programme() {
    let mixed = [(0.3, 0.51, 0.39), (0.7, 0.24, 0.04)];
    let cost: f64 =
        mixed.iter().map(|&(part, dearer, _)| spending::cost(&schedule(part, dearer, 4.0)).0).sum();
    assert_near(cost, 1.321, 1e-12);
    let duration: f64 = mixed
        .iter()
        .map(|&(part, _, longer)| {
            let schedule = schedule(1.0, 0.0, 1.0 + longer);
            part * (spending::planned_end(&schedule) - schedule.start).0
        })
        .sum();
    assert_near(duration, 1.145, 1e-12);
}

// R12: Fraser of Allander Institute on Scottish construction, 2017: value added per unit of output
// 0.43 direct, 0.25 by suppliers, 0.30 induced (0.97 before rounding); jobs per £m 8.69 + 4.76 +
// 4.48. One industry stands for the whole supply chain, so that its inverse is the multiplier.
#[test]
fn r12_a_construction_multiplier_of_a_nation() {
    let (direct, indirect, induced) = (0.43, 0.25, 0.30);
    let type_one = (direct + indirect) / direct;
    let type_two = (direct + indirect + induced) / direct;
    assert_near(type_one, 1.58, 0.01);
    // The published 2.26 comes from the unrounded sum 0.97.
    assert_near(type_two, 2.26, 0.03);
    let table = InputOutput {
        coefficients: vec![vec![1.0 - 1.0 / type_one]],
        value_added: vec![direct],
        retention: vec![vec![Share::WHOLE]],
        households: Some(Households {
            income: vec![1.0],
            purchases: vec![1.0 / type_one - 1.0 / type_two],
        }),
    };
    assert_near(value_added_per_yuan(&table, false)[0][0], 0.68, 1e-9);
    assert_near(value_added_per_yuan(&table, true)[0][0], 0.97, 0.0101);
    let jobs: f64 = [8.69, 4.76, 4.48].iter().sum();
    assert_near(jobs, 17.93, 0.01);
}

// R14: arithmetic of the plan document.
#[test]
fn r14_the_three_tiers_stand_on_three_bases() {
    let tiers = [(0.07, 1230.6, 1150.0935), (0.078, 1234.6, 1145.2690), (0.125, 1300.0, 1155.5556)];
    for (growth, level, base) in tiers {
        let implied = implied_base(Rate(growth), NominalMoney(level)).unwrap();
        assert_near(implied.0, base, 5e-5);
    }
    // On the target tier's base the other two imply deflators of −0.419 % and +0.475 %.
    let base = RealMoney(1230.6 / 1.07);
    let deflator = |growth, level| {
        implied_deflator(Rate(growth), NominalMoney(level), base).unwrap().points().0
    };
    assert_near(deflator(0.07, 1230.6), 0.0, 1e-9);
    assert_near(deflator(0.078, 1234.6), -0.419, 6e-4);
    assert_near(deflator(0.125, 1300.0), 0.475, 6e-4);

    let plan = seeds::chengguan().unwrap();
    let outcome = engine::run(&resolve(&plan, &Scenario::default()));
    assert!(bases_disagree(&outcome.tiers));
    assert!(!bases_disagree(&outcome.tiers[..1]));
    for (tier, (_, _, base)) in outcome.tiers.iter().zip(tiers) {
        assert_near(tier.implied_base.unwrap().0, base, 5e-5);
    }
}

// R14: with the shipped multipliers, one point of GDP takes about 82 亿元 of new executed spending,
// and the 73.7 missing from the highest tier's level about 529.
#[test]
fn r14_one_point_of_gdp_takes_about_82_of_spending() {
    let plan = seeds::chengguan().unwrap();
    let assumptions = resolve(&plan, &Scenario::default());
    let effects = multiplier::effects(&assumptions);
    let usual: Vec<Share> = plan.categories.iter().map(|category| category.share.value).collect();
    let unit: f64 = multiplier::of_mix(&effects, &usual).iter().sum();
    assert_near(unit, 0.17, 0.005);
    let spending =
        |rise: f64| required_spending(RealMoney(rise), unit, Share(0.15), Share(0.05)).unwrap().0;
    assert_near(spending(11.501), 82.0, 1.0);
    assert_near(spending(73.7), 529.0, 1.0);
    // Left to itself, spending that leaves nothing can never do it.
    assert_eq!(required_spending(RealMoney(1.0), 0.0, Share(0.15), Share(0.05)), None);
}

// R15: HCA Additionality Guide, 4th ed. 2014: gross impact less leakage and displacement, times the
// multiplier, less the same of the reference case; numbers constructed.
#[test]
fn r15_additionality_is_a_difference_from_the_reference_case() {
    let grid = Grid { base_year: Year(2022), years: 2 };
    let full = Pace { execution: Share::WHOLE, award: Share::WHOLE, backfill: Share::ZERO };
    let spent = |total: f64| {
        let schedule = schedule(total, 0.0, 1.0);
        let mut spending = Spending::default();
        spending.carry_out(&schedule, full, grid);
        (schedule, spending.executed)
    };
    let ((schedule, executed), (reference, counted_on)) = (spent(1000.0), spent(400.0));
    let increment =
        spending::increment((&schedule, &executed), (&reference, &counted_on), Share::ZERO);
    let prices = vec![Deflator::BASE; grid.quarters()];
    let volume = project::local_volume(&increment, &prices, Share(0.25), Share::ZERO);
    // Leakage 0.10 and multiplier 1.3 are what a yuan leaves: 0.9 · 1.3.
    let unit: f64 = multiplier::of_mix(&[vec![0.9 * 1.3]], &[Share::WHOLE]).iter().sum();
    let effect: RealMoney = volume.iter().map(|&volume| volume * unit).sum();
    assert_near(effect.0, 526.5, 1e-9);
}

fn schedule(total: f64, overrun: f64, duration: f64) -> Schedule {
    Schedule {
        total: NominalMoney(total),
        overrun,
        overrun_price: Share::WHOLE,
        start: Quarters(4.0),
        curve: Curve::Dhss { duration: Quarters(duration), c: 0.0, k: 3.0 },
        applied: Share::ZERO,
    }
}
