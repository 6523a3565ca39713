//! Numbers that look like chance and are the same every time: counters go in, latents come out.

/// A well-mixed number for a counter, the finaliser of SplitMix64.
///
/// Source: Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators.
#[must_use]
#[inline]
pub fn mixed(counter: u64) -> u64 {
    let mut x = counter;
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// A number for a counter and a key, such as a seed.
#[must_use]
pub fn keyed(key: u64, counter: u64) -> u64 {
    mixed(mixed(key.wrapping_add(0x9e37_79b9_7f4a_7c15)).wrapping_add(counter))
}

/// A number between 0 and 1, neither of them included.
#[must_use]
pub fn between_zero_and_one(number: u64) -> f64 {
    ((number >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
}

/// The latent below which a part of all latents lies: the inverse of the normal distribution.
///
/// Relative precision about 1e-16. Source: Wichura (1988), algorithm AS 241, Applied Statistics 37.
#[must_use]
pub fn normal(part: f64) -> f64 {
    let q = part - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * ratio(r, &MIDDLE);
    }
    let tail = if q < 0.0 { part } else { 1.0 - part };
    let r = libm::sqrt(-libm::log(tail));
    let z = if r <= 5.0 { ratio(r - 1.6, &SIDES) } else { ratio(r - 5.0, &FAR) };
    if q < 0.0 { -z } else { z }
}

/// Two polynomials over one another, highest power first.
fn ratio(x: f64, [above, under]: &[[f64; 8]; 2]) -> f64 {
    let polynomial = |terms: &[f64; 8]| terms.iter().fold(0.0, |sum, term| sum * x + term);
    polynomial(above) / polynomial(under)
}

static MIDDLE: [[f64; 8]; 2] = [
    [
        2_509.080_928_730_122_6,
        33_430.575_583_588_13,
        67_265.770_927_008_7,
        45_921.953_931_549_87,
        13_731.693_765_509_46,
        1_971.590_950_306_551_3,
        133.141_667_891_784_38,
        3.387_132_872_796_366_5,
    ],
    [
        5_226.495_278_852_545,
        28_729.085_735_721_943,
        39_307.895_800_092_71,
        21_213.794_301_586_597,
        5_394.196_021_424_751,
        687.187_007_492_057_9,
        42.313_330_701_600_91,
        1.0,
    ],
];

static SIDES: [[f64; 8]; 2] = [
    [
        7.745_450_142_783_414e-4,
        0.022_723_844_989_269_184,
        0.241_780_725_177_450_6,
        1.270_458_252_452_368_4,
        3.647_848_324_763_204_5,
        5.769_497_221_460_691,
        4.630_337_846_156_546,
        1.423_437_110_749_683_5,
    ],
    [
        1.050_750_071_644_416_9e-9,
        5.475_938_084_995_345e-4,
        0.015_198_666_563_616_457,
        0.148_103_976_427_480_08,
        0.689_767_334_985_1,
        1.676_384_830_183_803_8,
        2.053_191_626_637_759,
        1.0,
    ],
];

static FAR: [[f64; 8]; 2] = [
    [
        2.010_334_399_292_288_1e-7,
        2.711_555_568_743_487_6e-5,
        0.001_242_660_947_388_078_4,
        0.026_532_189_526_576_124,
        0.296_560_571_828_504_87,
        1.784_826_539_917_291_3,
        5.463_784_911_164_114,
        6.657_904_643_501_103,
    ],
    [
        2.044_263_103_389_939_8e-15,
        1.421_511_758_316_446e-7,
        1.846_318_317_510_054_8e-5,
        7.868_691_311_456_133e-4,
        0.014_875_361_290_850_615,
        0.136_929_880_922_735_8,
        0.599_832_206_555_888,
        1.0,
    ],
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::distribution::below;

    #[test]
    fn the_inverse_of_the_normal_distribution_is_its_inverse() {
        for part in [1e-12, 1e-7, 0.001, 0.02, 0.074, 0.076, 0.3, 0.5, 0.7, 0.95, 0.999] {
            assert!((below(normal(part)) / part - 1.0).abs() < 1e-12, "{part}");
        }
        assert!((normal(0.95) - 1.644_853_626_951_472_2).abs() < 1e-14);
        assert_eq!(normal(0.5), 0.0);
    }

    #[test]
    fn mixed_counters_fill_the_line_evenly() {
        let mut counts = [0_u32; 10];
        for counter in 0..10_000 {
            counts[(between_zero_and_one(keyed(7, counter)) * 10.0) as usize] += 1;
        }
        assert!(counts.iter().all(|&count| (900..1100).contains(&count)), "{counts:?}");
        assert_ne!(keyed(7, 1), keyed(8, 1));
    }
}
