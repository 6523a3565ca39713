//! The edge between too little and enough.

/// A moment of a search: where, and how far enough is passed (positive) or missed (negative) there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Where.
    pub at: f64,
    /// How far enough is passed or missed.
    pub margin: f64,
}

/// Where a search is content.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Until {
    /// Too little and enough lie no further apart than this …
    pub apart: f64,
    /// … or enough is passed by no more than this …
    pub passed: f64,
    /// … or this often was asked.
    pub asked: usize,
}

/// Both sides of an edge, each as close to it as was asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// The side on which it is too little.
    pub short: Point,
    /// The side on which it is enough.
    pub enough: Point,
}

/// The edge between a point that is too little and one that is enough.
///
/// Interpolate, truncate and project (Oliveira and Takahashi 2020): on smooth functions a handful of
/// questions, on steps hardly more than halving takes. Where the margin jumps, the two sides end
/// close to each other and far from zero. `enough` always passes, `short` never does, and either may
/// be the larger of the two.
pub fn edge(short: Point, enough: Point, until: Until, mut margin: impl FnMut(f64) -> f64) -> Edge {
    let mut edge = Edge { short, enough };
    let half = until.apart.max(f64::MIN_POSITIVE) / 2.0;
    let width = (enough.at - short.at).abs();
    // The least number of halvings, and one more for the freedom to interpolate.
    let mut reach = half * libm::exp2(libm::ceil(libm::log2((width / half / 2.0).max(1.0))) + 1.0);
    let mut asked = 0;
    while edge.apart() > until.apart && edge.enough.margin > until.passed && asked < until.asked {
        let at = edge.next(reach, width);
        if at == edge.short.at || at == edge.enough.at {
            break;
        }
        let point = Point { at, margin: margin(at) };
        if point.margin >= 0.0 {
            edge.enough = point;
        } else {
            edge.short = point;
        }
        reach /= 2.0;
        asked += 1;
    }
    edge
}

impl Edge {
    fn apart(&self) -> f64 {
        (self.enough.at - self.short.at).abs()
    }

    /// Where to ask next. `reach` is how far from the far end half of the bracket may lie so that
    /// halving could still keep its promise; `width` is that of the first bracket.
    fn next(&self, reach: f64, width: f64) -> f64 {
        let (a, b) = (self.short, self.enough);
        let apart = b.at - a.at;
        let middle = a.at + apart / 2.0;
        let part = a.margin / (a.margin - b.margin);
        if !part.is_finite() {
            return middle;
        }
        let straight = a.at + apart * part;
        let aside = middle - straight;
        // A little past the straight line's answer, towards the middle, so that both ends move.
        let little = 0.02 * apart * apart / width;
        let truncated =
            if little.abs() <= aside.abs() { straight + little.copysign(aside) } else { middle };
        let allowed = (reach - apart.abs() / 2.0).max(0.0);
        if (truncated - middle).abs() <= allowed {
            truncated
        } else {
            middle - allowed.copysign(aside)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FINE: Until = Until { apart: 1e-9, passed: 0.0, asked: 200 };

    fn between(low: f64, high: f64, until: Until, f: impl Fn(f64) -> f64) -> (Edge, usize) {
        let point = |at| Point { at, margin: f(at) };
        let (low, high) = (point(low), point(high));
        let (short, enough) = if low.margin < 0.0 { (low, high) } else { (high, low) };
        let mut asked = 0;
        let edge = edge(short, enough, until, |x| {
            asked += 1;
            f(x)
        });
        (edge, asked)
    }

    #[test]
    fn known_roots_are_found_to_a_billionth() {
        // Kepler's equation with eccentricity 0.9 and mean anomaly 1, and the cubic on which Newton
        // showed his method.
        let (kepler, _) = between(0.0, 3.0, FINE, |e| e - 0.9 * libm::sin(e) - 1.0);
        assert!((kepler.enough.at - 1.862_086_686_874_532).abs() < 2e-9, "{kepler:?}");
        let (newton, _) = between(2.0, 3.0, FINE, |x| x * x * x - 2.0 * x - 5.0);
        assert!((newton.enough.at - 2.094_551_481_542_326_5).abs() < 2e-9, "{newton:?}");
    }

    #[test]
    fn both_sides_keep_their_word_in_either_direction() {
        for f in [|x: f64| x * x - 2.0, |x: f64| 2.0 - x * x] {
            let (edge, _) = between(0.0, 5.0, FINE, f);
            assert!(edge.short.margin < 0.0 && edge.enough.margin >= 0.0);
            assert!((edge.short.at - edge.enough.at).abs() <= 1e-9, "{edge:?}");
        }
    }

    #[test]
    fn of_a_step_the_edge_is_taken() {
        let (edge, asked) = between(0.0, 4.0, FINE, |x| if x < 1.25 { -1.0 } else { 0.5 });
        assert!(edge.enough.at >= 1.25 && edge.enough.at - 1.25 <= 1e-9, "{edge:?}");
        assert!(asked <= 34, "{asked} questions where halving needs 32");
    }

    #[test]
    fn a_smooth_function_is_asked_a_handful_of_times() {
        let until = Until { passed: 1e-9, ..FINE };
        let (_, asked) = between(0.0, 1.0, until, |x| 0.3 * x + 0.02 * x * x - 0.1);
        assert!(asked <= 6, "{asked} questions");
    }

    #[test]
    fn nobody_is_asked_more_often_than_allowed() {
        let (_, asked) = between(0.0, 1.0, Until { asked: 3, ..FINE }, |x| libm::exp(x) - 2.0);
        assert_eq!(asked, 3);
    }
}
