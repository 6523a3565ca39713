//! From data to pixels and back.

/// A straight-line scale. The pixel range may run backwards, as the y axis does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    domain: (f64, f64),
    range: (f64, f64),
}

impl Linear {
    /// Maps `domain` onto `range`. An empty domain maps everything onto the start of the range.
    #[must_use]
    pub fn new(domain: (f64, f64), range: (f64, f64)) -> Self {
        Self { domain, range }
    }

    /// The pixel of a value; outside the domain it lies outside the range.
    #[must_use]
    pub fn at(self, value: f64) -> f64 {
        self.range.0 + (value - self.domain.0) * self.pixels_per_unit()
    }

    /// The pixel of a value, held inside the range.
    #[must_use]
    pub fn held(self, value: f64) -> f64 {
        let (low, high) = ordered(self.range);
        self.at(value).max(low).min(high)
    }

    /// The value of a pixel; the start of the domain when either side is empty.
    #[must_use]
    pub fn inverse(self, pixel: f64) -> f64 {
        let slope = self.pixels_per_unit();
        if slope == 0.0 {
            return self.domain.0;
        }
        self.domain.0 + (pixel - self.range.0) / slope
    }

    /// Whether the value lies in the domain, ends included.
    #[must_use]
    pub fn covers(self, value: f64) -> bool {
        let (low, high) = ordered(self.domain);
        low <= value && value <= high
    }

    /// Pixels for one unit of data, negative when the range runs backwards.
    #[must_use]
    pub fn pixels_per_unit(self) -> f64 {
        let span = self.domain.1 - self.domain.0;
        if span == 0.0 { 0.0 } else { (self.range.1 - self.range.0) / span }
    }

    /// The values at the two ends.
    #[must_use]
    pub fn domain(self) -> (f64, f64) {
        self.domain
    }
}

fn ordered((a, b): (f64, f64)) -> (f64, f64) {
    (a.min(b), a.max(b))
}

/// Equal slots side by side, each with a gap to its neighbours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    start: f64,
    slot: f64,
    filled: f64,
}

impl Band {
    /// `count` slots over `range`; `filled` is the part of a slot that its content takes, 0 to 1.
    #[must_use]
    pub fn new(count: usize, range: (f64, f64), filled: f64) -> Self {
        let slot = if count == 0 { 0.0 } else { (range.1 - range.0) / count as f64 };
        Self { start: range.0, slot, filled }
    }

    /// Where the content of a slot begins.
    #[must_use]
    pub fn start(self, index: usize) -> f64 {
        self.centre(index) - self.thickness() / 2.0
    }

    /// The middle of a slot.
    #[must_use]
    pub fn centre(self, index: usize) -> f64 {
        self.start + (index as f64 + 0.5) * self.slot
    }

    /// The size of a slot's content.
    #[must_use]
    pub fn thickness(self) -> f64 {
        self.slot * self.filled
    }

    /// The slot a pixel falls in; `None` before the first. Gaps belong to the slot they surround.
    #[must_use]
    pub fn inverse(self, pixel: f64) -> Option<usize> {
        let slots = (pixel - self.start) / self.slot;
        (slots >= 0.0 && slots.is_finite()).then_some(slots as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backwards_range_puts_the_larger_value_higher() {
        let y = Linear::new((1140.0, 1320.0), (450.0, 0.0));
        assert_eq!(y.at(1140.0), 450.0);
        assert_eq!(y.at(1320.0), 0.0);
        assert_eq!(y.at(1230.0), 225.0);
        assert_eq!(y.pixels_per_unit(), -2.5);
    }

    #[test]
    fn the_way_back_is_the_way_there() {
        let y = Linear::new((1140.0, 1320.0), (450.0, 20.0));
        for value in [1100.0, 1140.0, 1230.6, 1234.6, 1400.0] {
            assert!((y.inverse(y.at(value)) - value).abs() < 1e-9);
        }
    }

    #[test]
    fn a_value_off_the_scale_is_held_at_its_end() {
        let y = Linear::new((1140.0, 1320.0), (450.0, 0.0));
        assert_eq!(y.held(2000.0), 0.0);
        assert_eq!(y.held(0.0), 450.0);
        assert!(!y.covers(2000.0));
        assert!(y.covers(1320.0));
    }

    #[test]
    fn an_empty_domain_has_no_slope_and_no_infinity() {
        let flat = Linear::new((5.0, 5.0), (0.0, 100.0));
        assert_eq!(flat.at(5.0), 0.0);
        assert_eq!(flat.at(9.0), 0.0);
        assert_eq!(flat.inverse(50.0), 5.0);
    }

    #[test]
    fn bands_share_the_range_equally() {
        let rows = Band::new(4, (0.0, 100.0), 0.6);
        assert_eq!(rows.centre(0), 12.5);
        assert_eq!(rows.thickness(), 15.0);
        assert_eq!(rows.start(3), 80.0);
        assert_eq!(rows.inverse(99.0), Some(3));
        assert_eq!(rows.inverse(-1.0), None);
    }
}
