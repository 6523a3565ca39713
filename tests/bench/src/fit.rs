//! How time grows with size.

/// The exponent b of the power law a·xᵇ that lies closest to some points, by least squares of the
/// logarithms. `None` for fewer than two different sizes.
pub(crate) fn exponent(points: &[(f64, f64)]) -> Option<f64> {
    let count = points.len() as f64;
    let logs: Vec<(f64, f64)> = points.iter().map(|(x, y)| (x.ln(), y.ln())).collect();
    let mean = |part: fn(&(f64, f64)) -> f64| logs.iter().map(part).sum::<f64>() / count;
    let (middle_x, middle_y) = (mean(|log| log.0), mean(|log| log.1));
    let along: f64 = logs.iter().map(|(x, _)| (x - middle_x) * (x - middle_x)).sum();
    let together: f64 = logs.iter().map(|(x, y)| (x - middle_x) * (y - middle_y)).sum();
    (along > 0.0 && together.is_finite()).then(|| together / along)
}

/// The middle of some numbers; not a number of none.
pub(crate) fn median(numbers: &[f64]) -> f64 {
    quantile(numbers, 0.5)
}

/// The number below which a part of all lies, between neighbours in proportion.
pub(crate) fn quantile(numbers: &[f64], part: f64) -> f64 {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let position = part * last as f64;
    let below = (position as usize).min(last);
    let above = (below + 1).min(last);
    sorted[below] + (sorted[above] - sorted[below]) * (position - below as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_power_law_gives_its_exponent_back() {
        for power in [0.0, 0.5, 1.0, 1.7] {
            let points: Vec<(f64, f64)> = [89.0, 355.0, 1420.0, 5680.0_f64]
                .map(|x| (x, 3.0 * x.powi(2).powf(power / 2.0)))
                .to_vec();
            assert!((exponent(&points).unwrap() - power).abs() < 1e-12);
        }
    }

    #[test]
    fn a_fixed_cost_makes_growth_look_slower_and_one_point_says_nothing() {
        let points = [(1.0, 11.0), (10.0, 20.0), (100.0, 110.0)];
        let found = exponent(&points).unwrap();
        assert!(found > 0.0 && found < 1.0, "{found}");
        assert_eq!(exponent(&points[..1]), None);
        assert_eq!(exponent(&[(2.0, 1.0), (2.0, 3.0)]), None);
    }

    #[test]
    fn the_middle_is_not_moved_by_one_bad_round() {
        assert_eq!(median(&[1.0, 1.2, 99.0, 1.1, 1.3]), 1.2);
        assert_eq!(median(&[1.0, 3.0]), 2.0);
        assert!(median(&[]).is_nan());
        assert_eq!(quantile(&[1.0, 2.0, 3.0, 4.0, 5.0], 0.9), 4.6);
    }
}
