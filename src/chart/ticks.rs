//! Round numbers for axes: 1, 2 and 5 times powers of ten.

/// Round values at equal steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// The distance between neighbours.
    pub step: f64,
    /// Multiples of the step, ascending.
    pub values: Vec<f64>,
}

/// The smallest 1-2-5 step that fits into `span` at most `most` times; 1 for an empty span.
#[must_use]
pub fn nice_step(span: f64, most: usize) -> f64 {
    let (mantissa, exponent) = nice(span, most);
    scaled(mantissa, exponent)
}

/// Round values inside `low..=high`, at most `most` of them.
#[must_use]
pub fn ticks(low: f64, high: f64, most: usize) -> Ticks {
    let most = most.max(1);
    let mut wanted = most;
    loop {
        // A span of n steps can hold n + 1 multiples, so one step wider may be needed.
        let (mantissa, exponent) = nice(high - low, wanted);
        let values = multiples(low, high, mantissa, exponent);
        if values.len() <= most || wanted == 1 {
            return Ticks { step: scaled(mantissa, exponent), values };
        }
        wanted -= 1;
    }
}

/// The domain that covers `low..=high` with `part` of its span to spare at each end, widened to
/// whole multiples of a twentieth-or-so of the span, so that it moves rarely while values change.
#[must_use]
pub fn padded(low: f64, high: f64, part: f64) -> (f64, f64) {
    let span = if high > low { high - low } else { high.abs().max(1.0) * 0.1 };
    let (mantissa, exponent) = nice(span, 20);
    let (step, spare) = (scaled(mantissa, exponent), span * part);
    let multiple = |count: f64| scaled(mantissa * count, exponent);
    (multiple(((low - spare) / step).floor()), multiple(((high + spare) / step).ceil()))
}

fn nice(span: f64, most: usize) -> (f64, i32) {
    let least = span.abs() / most.max(1) as f64;
    if !(least > 0.0 && least.is_finite()) {
        return (1.0, 0);
    }
    let exponent = libm::floor(libm::log10(least)) as i32;
    // The logarithm may be a bit off at exact powers of ten, hence the candidates of two decades.
    for exponent in exponent..=exponent + 1 {
        for mantissa in [1.0, 2.0, 5.0] {
            if scaled(mantissa, exponent) >= least * (1.0 - 1e-12) {
                return (mantissa, exponent);
            }
        }
    }
    (1.0, exponent + 2)
}

/// Division keeps tenths exact where multiplication by 0.1 would not.
fn scaled(mantissa: f64, exponent: i32) -> f64 {
    let power = libm::pow(10.0, f64::from(exponent.abs()));
    if exponent < 0 { mantissa / power } else { mantissa * power }
}

fn multiples(low: f64, high: f64, mantissa: f64, exponent: i32) -> Vec<f64> {
    let step = scaled(mantissa, exponent);
    let slack = 1e-9;
    let first = (low / step - slack).ceil();
    let last = (high / step + slack).floor();
    // Not a number makes no ticks; a runaway span makes a bearable number of them.
    let count = if last >= first { (last - first).min(1000.0) as i64 + 1 } else { 0 };
    (0..count).map(|index| scaled(mantissa * (first + index as f64), exponent)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Spans from thousandths to millions at many offsets, without a random source.
    fn domains() -> impl Iterator<Item = (f64, f64)> {
        (0..600).map(|seed| {
            let mixed = f64::from(seed * 7919 % 600) / 600.0;
            let span = libm::pow(10.0, f64::from(seed % 10) - 3.0) * (1.0 + 8.9 * mixed);
            let low = (f64::from(seed % 13) - 6.0) * span * 0.77;
            (low, low + span)
        })
    }

    #[test]
    fn gdp_from_1150_to_1300_is_marked_every_fifty() {
        let found = ticks(1140.0, 1320.0, 6);
        assert_eq!(found.step, 50.0);
        assert_eq!(found.values, [1150.0, 1200.0, 1250.0, 1300.0]);
    }

    #[test]
    fn tenths_are_exact() {
        assert_eq!(ticks(0.0, 0.5, 6).values, [0.0, 0.1, 0.2, 0.3, 0.4, 0.5]);
    }

    #[test]
    fn there_are_never_more_ticks_than_asked_for_and_all_lie_inside() {
        for (low, high) in domains() {
            for most in 2..=8 {
                let found = ticks(low, high, most);
                assert!(found.values.len() <= most, "{low}..{high}: {:?}", found.values);
                let slack = (high - low) * 1e-6;
                for value in found.values {
                    assert!(low - slack <= value && value <= high + slack);
                }
            }
        }
    }

    #[test]
    fn ticks_are_aligned_and_leave_no_room_for_another_at_either_end() {
        for (low, high) in domains() {
            let found = ticks(low, high, 6);
            let slack = found.step * 1e-6;
            for value in &found.values {
                let steps = value / found.step;
                assert!((steps - steps.round()).abs() < 1e-6, "{value} by {}", found.step);
            }
            let (Some(first), Some(last)) = (found.values.first(), found.values.last()) else {
                panic!("no tick in {low}..{high}")
            };
            assert!(first - found.step < low + slack && last + found.step > high - slack);
        }
    }

    #[test]
    fn a_step_is_one_two_or_five_times_a_power_of_ten() {
        for (low, high) in domains() {
            let step = nice_step(high - low, 5);
            let decade = libm::pow(10.0, libm::floor(libm::log10(step) + 1e-9));
            let mantissa = step / decade;
            assert!([1.0, 2.0, 5.0].iter().any(|nice| (mantissa - nice).abs() < 1e-6), "{step}");
            assert!(step * 5.0 >= (high - low) * (1.0 - 1e-9));
        }
    }

    #[test]
    fn a_padded_domain_covers_its_values_and_stays_put_for_small_moves() {
        let (low, high) = padded(1150.1, 1300.0, 0.04);
        assert_eq!((low, high), (1140.0, 1310.0));
        assert_eq!(padded(1150.1, 1300.9, 0.04), (low, high));
        assert!(padded(5.0, 5.0, 0.04).1 > 5.0);
    }

    #[test]
    fn nothing_measurable_gives_no_endless_ticks() {
        assert_eq!(nice_step(0.0, 5), 1.0);
        assert_eq!(nice_step(f64::NAN, 5), 1.0);
        assert_eq!(ticks(3.0, 3.0, 5).values, [3.0]);
        assert!(ticks(f64::NAN, 1.0, 5).values.is_empty());
    }
}
