//! The water gauge 水尺: graduations, the E-shaped teeth painted on a staff, and where the loupe looks.

use super::path::px;
use super::scale::Linear;
use super::ticks::nice_step;
use crate::order::sort;

/// How long a graduation is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Length {
    /// One unit.
    Short,
    /// Every few units.
    Medium,
    /// The numbered ones.
    Long,
}

/// One cut on the staff.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Graduation {
    /// The value it stands for.
    pub value: f64,
    /// How long it is cut.
    pub length: Length,
}

/// The cuts of a staff, ascending, as fine as `least` px between neighbours allows: units of
/// 1 (medium 5, long 10), 2 (10, 20) or 5 (10, 50) times a power of ten.
#[must_use]
pub fn graduations(scale: Linear, least: f64) -> Vec<Graduation> {
    let (low, high) = scale.domain();
    let unit = unit(scale, least);
    let mantissa = (unit / libm::pow(10.0, libm::floor(libm::log10(unit) + 1e-9))).round() as i64;
    let (medium, long) = if mantissa == 5 { (2, 10) } else { (5, 10) };
    whole(low, high, unit)
        .map(|count| Graduation {
            value: count as f64 * unit,
            length: match count {
                count if count % long == 0 => Length::Long,
                count if count % medium == 0 => Length::Medium,
                _ => Length::Short,
            },
        })
        .collect()
}

/// The painted teeth of a staff between `left` and `right`, as one path: blocks of five units, three
/// teeth and a spine each, the spine now on the left and now on the right, as on a river bank.
/// A tooth is at least `least` px high.
#[must_use]
pub fn teeth(scale: Linear, left: f64, right: f64, least: f64) -> String {
    let (low, high) = scale.domain();
    let unit = unit(scale, least);
    let middle = (left + right) / 2.0;
    let spine = (right - left) * 0.14;
    let mut d = String::new();
    let first = (low / (5.0 * unit)).floor() as i64;
    let last = (high / (5.0 * unit)).ceil() as i64;
    for block in first..last.min(first + 400) {
        let foot = block as f64 * 5.0 * unit;
        let mut paint = |from: f64, to: f64, x0: f64, x1: f64| {
            let (from, to) = (from.max(low), to.min(high));
            if from < to {
                let (y0, y1) = (px(scale.at(from)), px(scale.at(to)));
                let (x0, x1) = (px(x0), px(x1));
                d += &format!("M{x0} {y0}H{x1}V{y1}H{x0}Z");
            }
        };
        let (x0, x1, edge) =
            if block % 2 == 0 { (left, middle, left) } else { (middle, right, right - spine) };
        paint(foot, foot + 5.0 * unit, edge, edge + spine);
        for tooth in [0.0, 2.0, 4.0] {
            paint(foot + tooth * unit, foot + (tooth + 1.0) * unit, x0, x1);
        }
    }
    d
}

/// Half the height of the loupe's window: a round number near an eighteenth of the gauge, which
/// makes everything six to seven times as tall.
#[must_use]
pub fn loupe_half(low: f64, high: f64) -> f64 {
    // The nearest round number on a logarithmic scale: the next one above the wish divided by 1.5.
    nice_step((high - low) / 18.0 / 1.5, 1)
}

/// The stretch of the gauge the loupe shows: `2 * half` high and always with the water level in it.
///
/// It rests on the tiers that lie close together, so that nothing but the water moves; when the water
/// would leave, it lets go and follows, without a jump. Tiers within `half` of each other are close.
#[must_use]
pub fn loupe_window(level: f64, tiers: &[f64], half: f64) -> (f64, f64) {
    let centre = rest(level, tiers, half).map_or(level, |rest| {
        let reach = half * 0.85;
        let away = rest - level;
        level + away.signum() * away.abs().min((2.0 * reach - away.abs()).max(0.0))
    });
    (centre - half, centre + half)
}

/// The middle of the group of close tiers that is nearest to the water level.
fn rest(level: f64, tiers: &[f64], half: f64) -> Option<f64> {
    let mut sorted: Vec<f64> = tiers.iter().copied().filter(|tier| tier.is_finite()).collect();
    sort(&mut sorted, f64::total_cmp);
    let groups = sorted.chunk_by(|below, above| above - below <= half);
    let middles = groups.filter_map(|group| Some((group.first()? + group.last()?) / 2.0));
    middles.min_by(|a, b| (a - level).abs().total_cmp(&(b - level).abs()))
}

fn unit(scale: Linear, least: f64) -> f64 {
    let per_unit = scale.pixels_per_unit().abs();
    if per_unit > 0.0 { nice_step(least / per_unit, 1) } else { f64::INFINITY }
}

fn whole(low: f64, high: f64, unit: f64) -> impl Iterator<Item = i64> {
    let first = (low / unit - 1e-9).ceil() as i64;
    let last = (high / unit + 1e-9).floor() as i64;
    first..=last.min(first + 2000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn staff() -> Linear {
        Linear::new((1140.0, 1320.0), (450.0, 0.0))
    }

    #[test]
    fn the_staff_is_numbered_at_its_long_cuts() {
        let cuts = graduations(staff(), 4.0);
        assert_eq!(cuts.len(), 91);
        let long: Vec<f64> =
            cuts.iter().filter(|cut| cut.length == Length::Long).map(|cut| cut.value).collect();
        assert_eq!(long[..3], [1140.0, 1160.0, 1180.0]);
        assert_eq!(cuts[5], Graduation { value: 1150.0, length: Length::Medium });
        assert_eq!(cuts[1], Graduation { value: 1142.0, length: Length::Short });
    }

    #[test]
    fn the_loupe_is_cut_at_halves_ones_and_fives() {
        let cuts = graduations(Linear::new((1222.4, 1242.4), (345.0, 0.0)), 6.0);
        let at =
            |value: f64| cuts.iter().find(|cut| (cut.value - value).abs() < 1e-9).unwrap().length;
        assert_eq!(at(1230.0), Length::Long);
        assert_eq!(at(1231.0), Length::Medium);
        assert_eq!(at(1231.5), Length::Short);
    }

    #[test]
    fn teeth_change_sides_block_by_block() {
        // 10 px per unit: one unit a tooth, five units a block.
        let d = teeth(Linear::new((0.0, 10.0), (100.0, 0.0)), 0.0, 20.0, 8.0);
        assert_eq!(d.matches('Z').count(), 8);
        assert!(d.starts_with("M0 100H2.8V50H0Z"), "{d}");
        assert!(d.contains("M17.2 50H20V0H17.2Z"), "{d}");
    }

    #[test]
    fn a_staff_without_extent_has_no_teeth() {
        assert_eq!(teeth(Linear::new((5.0, 5.0), (100.0, 0.0)), 0.0, 20.0, 8.0), "");
    }

    #[test]
    fn six_tenths_above_the_target_are_ten_pixels_in_the_loupe() {
        let half = loupe_half(1140.0, 1320.0);
        assert_eq!(half, 10.0);
        let (low, high) = loupe_window(1231.2, &[1230.6, 1234.6, 1300.0], half);
        let loupe = Linear::new((low, high), (345.0, 0.0));
        assert!(loupe.at(1230.6) - loupe.at(1231.2) > 10.0);
        assert!(loupe.covers(1234.6));
    }

    #[test]
    fn the_loupe_rests_on_close_tiers_while_the_water_is_near() {
        let tiers = [1230.6, 1234.6, 1300.0];
        for level in [1225.0, 1230.0, 1231.2, 1240.0] {
            let (low, high) = loupe_window(level, &tiers, 10.0);
            assert!((low - 1222.6).abs() < 1e-9 && (high - 1242.6).abs() < 1e-9, "{level}");
        }
    }

    #[test]
    fn the_loupe_always_shows_the_water_and_never_jumps() {
        let tiers = [1230.6, 1234.6, 1300.0];
        let mut before = loupe_window(1150.0, &tiers, 10.0).0;
        for tenth in 1..2000 {
            let level = 1150.0 + f64::from(tenth) * 0.1;
            let (low, high) = loupe_window(level, &tiers, 10.0);
            assert!(low < level && level < high);
            assert!((low - before).abs() < 0.31, "jumps at {level}");
            before = low;
        }
    }

    #[test]
    fn without_tiers_the_loupe_follows_the_water() {
        assert_eq!(loupe_window(1200.0, &[], 10.0), (1190.0, 1210.0));
    }
}
