//! From one number to another, and how a hand moves within it.

/// The ends of a slider, or of the band that is plausible on it; both belong to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// The lower end.
    pub min: f64,
    /// The upper end.
    pub max: f64,
}

impl Extent {
    /// Whether a value lies in it.
    #[must_use]
    pub fn contains(self, value: f64) -> bool {
        self.min <= value && value <= self.max
    }

    /// The nearest value that lies in it.
    #[must_use]
    pub fn clamp(self, value: f64) -> f64 {
        value.max(self.min).min(self.max)
    }

    /// How far along a value lies: 0 at the lower end, 1 at the upper, never outside.
    ///
    /// An extent of no length puts everything at its lower end.
    #[must_use]
    pub fn position(self, value: f64) -> f64 {
        let length = self.max - self.min;
        if length > 0.0 { (self.clamp(value) - self.min) / length } else { 0.0 }
    }

    /// The value a pointer means: a whole number of steps, the default when that is nearest, or an end.
    #[must_use]
    pub fn aim(self, raw: f64, step: f64, default: f64) -> f64 {
        if raw <= self.min || raw >= self.max || step <= 0.0 {
            return self.clamp(raw);
        }
        if (raw - default).abs() <= step / 2.0 {
            return default;
        }
        self.clamp(settled((raw / step).round() * step))
    }

    /// The value so many steps away.
    ///
    /// Ends stop it, but a value typed outside them is not pulled in: it only goes no further out.
    #[must_use]
    pub fn stepped(self, value: f64, by: f64) -> f64 {
        let reach = Self { min: self.min.min(value), max: self.max.max(value) };
        reach.clamp(settled(value + by))
    }
}

/// A value without the dust of binary arithmetic: 0.1 + 0.2 is 0.3 again.
fn settled(value: f64) -> f64 {
    const DUST: f64 = 1e9;
    let shortest = (value * DUST).round() / DUST;
    if shortest == 0.0 { 0.0 } else { shortest }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATES: Extent = Extent { min: -0.05, max: 0.15 };

    #[test]
    fn positions_run_from_end_to_end_and_never_beyond() {
        assert_eq!(RATES.position(-0.05), 0.0);
        assert_eq!(RATES.position(0.05), 0.5);
        assert_eq!(RATES.position(9.0), 1.0);
        assert_eq!(Extent { min: 1.0, max: 1.0 }.position(1.0), 0.0);
    }

    #[test]
    fn a_pointer_lands_on_whole_steps() {
        assert_eq!(RATES.aim(0.0649, 0.001, 0.06), 0.065);
        assert_eq!(RATES.aim(0.30001, 0.1, 0.0), 0.15);
    }

    #[test]
    fn a_default_between_steps_can_be_reached_by_pointer() {
        assert_eq!(RATES.aim(0.0733, 0.001, 0.07313), 0.07313);
        assert_eq!(RATES.aim(0.0737, 0.001, 0.07313), 0.074);
    }

    #[test]
    fn both_ends_can_be_reached_even_between_steps() {
        let odd = Extent { min: 0.013, max: 0.087 };
        assert_eq!(odd.aim(0.0, 0.01, 0.05), 0.013);
        assert_eq!(odd.aim(1.0, 0.01, 0.05), 0.087);
        assert_eq!(odd.aim(0.0131, 0.01, 0.05), 0.013);
    }

    #[test]
    fn steps_up_and_down_come_back_to_the_same_value() {
        let up = RATES.stepped(0.0731, 0.001);
        assert_eq!(up, 0.0741);
        assert_eq!(RATES.stepped(up, -0.001), 0.0731);
        assert_eq!(RATES.stepped(0.2 - 0.1, 0.0002), 0.1002);
    }

    #[test]
    fn steps_stop_at_the_ends_but_do_not_pull_a_typed_value_in() {
        assert_eq!(RATES.stepped(0.1499, 0.001), 0.15);
        assert_eq!(RATES.stepped(0.3, 0.001), 0.3);
        assert_eq!(RATES.stepped(0.3, -0.001), 0.299);
    }

    #[test]
    fn stepping_back_to_nothing_leaves_no_minus_before_the_zero() {
        assert!(RATES.stepped(-0.001, 0.001).is_sign_positive());
        assert!(RATES.aim(-0.0001, 0.001, 0.05).is_sign_positive());
    }
}
