//! Keeping labels apart.

use crate::order::sort;

/// Where a label would like to be along one direction, and how much room it needs, px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    /// The wished-for middle.
    pub centre: f64,
    /// Its size, gap to the neighbour included.
    pub size: f64,
}

/// The middles that keep all labels apart and inside `low..=high` with the least squared
/// displacement, in the order the wishes came. Labels keep the order of their wishes; when there is
/// not room for all, each gives up the same part of its size.
#[must_use]
pub fn place(wishes: &[Wish], low: f64, high: f64) -> Vec<f64> {
    let needed: f64 = wishes.iter().map(|wish| wish.size).sum();
    let squeeze = if needed > high - low { ((high - low) / needed).max(0.0) } else { 1.0 };

    let mut order: Vec<usize> = (0..wishes.len()).collect();
    sort(&mut order, |&a, &b| wishes[a].centre.total_cmp(&wishes[b].centre));

    // With the room of all earlier labels taken off, "do not overlap" becomes "do not descend", and
    // the least squares answer to that is the mean of every run that would descend.
    let mut runs: Vec<Run> = Vec::new();
    let mut offset = 0.0;
    let mut offsets = vec![0.0; wishes.len()];
    for &index in &order {
        let half = wishes[index].size * squeeze / 2.0;
        offsets[index] = offset + half;
        offset += 2.0 * half;
        runs.push(Run { sum: wishes[index].centre - offsets[index], count: 1 });
        merge(&mut runs);
    }

    let last_start = (high - offset).max(low);
    let starts = runs.iter().flat_map(|run| std::iter::repeat_n(run.mean(), run.count));
    let mut centres = vec![0.0; wishes.len()];
    for (&index, start) in order.iter().zip(starts) {
        centres[index] = start.max(low).min(last_start) + offsets[index];
    }
    centres
}

/// Neighbours that share one start.
struct Run {
    sum: f64,
    count: usize,
}

impl Run {
    fn mean(&self) -> f64 {
        self.sum / self.count as f64
    }
}

/// Joins the last runs for as long as they descend.
fn merge(runs: &mut Vec<Run>) {
    while let [.., before, last] = runs.as_mut_slice() {
        if before.mean() <= last.mean() {
            return;
        }
        before.sum += last.sum;
        before.count += last.count;
        runs.pop();
    }
}

/// Which labels along an axis can be shown without touching, `gap` px apart. Labels that matter more
/// (larger `weight`) are kept first, then those that come first.
#[must_use]
pub fn thin(wishes: &[Wish], weights: &[u8], gap: f64) -> Vec<bool> {
    let weight = |index: usize| weights.get(index).copied().unwrap_or(0);
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    sort(&mut order, |&a, &b| weight(b).cmp(&weight(a)).then(a.cmp(&b)));

    let mut kept = vec![false; wishes.len()];
    for index in order {
        let apart = |other: usize| {
            let distance = (wishes[index].centre - wishes[other].centre).abs();
            distance >= (wishes[index].size + wishes[other].size) / 2.0 + gap
        };
        kept[index] = (0..wishes.len()).all(|other| !kept[other] || apart(other));
    }
    kept
}

/// An estimate of a text's width in multiples of its size, rather too wide than too narrow: Chinese
/// characters are square, digits and letters half as wide, points and spaces half of that. Only for
/// deciding what fits.
#[must_use]
pub fn extent(text: &str) -> f64 {
    let width = |character| match character {
        ' ' | '\u{a0}' | '\u{2000}'..='\u{200b}' | '\u{202f}' | '.' | ',' | '·' | ':' => 0.27,
        character if character < '\u{2e80}' => 0.54,
        _ => 1.0,
    };
    text.chars().map(width).sum()
}

/// Breaks a line that is wider than `width` (in multiples of its size) after a space or a Chinese
/// comma, or before a bracket; between a number and its unit only where nothing else fits. Pieces
/// that cannot be broken stay whole.
#[must_use]
pub fn wrap(text: &str, width: f64) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while extent(rest) > width {
        // A short first word alone on its line reads worse than a unit on the next.
        let fits = |at: &usize| {
            let wide = extent(rest[..*at].trim_end());
            width / 2.5 <= wide && wide <= width
        };
        let good: Vec<usize> = breaks(rest, false).collect();
        let at =
            good.iter().copied().rfind(fits).or_else(|| breaks(rest, true).filter(fits).last());
        let Some(at) = at.or(good.first().copied()) else { break };
        lines.push(rest[..at].trim_end());
        rest = rest[at..].trim_start();
    }
    lines.push(rest);
    lines
}

/// Where a text may be broken, as byte positions inside it: around words, or before units.
fn breaks(text: &str, before_units: bool) -> impl Iterator<Item = usize> {
    let mut before = ' ';
    text.char_indices()
        .filter_map(move |(at, character)| {
            let after_number = std::mem::replace(&mut before, character).is_ascii_digit();
            let unit = after_number && (character.is_whitespace() || character >= '\u{2e80}');
            match character {
                _ if before_units => unit.then_some(at),
                ' ' if after_number => None,
                ' ' | '、' | '，' | '；' => Some(at + character.len_utf8()),
                '（' | '(' => Some(at),
                _ => None,
            }
        })
        .filter(move |at| 0 < *at && *at < text.len())
}

/// The middle of a label moved away from horizontal lines that would run through it: up when `up`,
/// otherwise down, by no more than it takes. `half` is half the label's height.
#[must_use]
pub fn aside(centre: f64, half: f64, lines: &[f64], up: bool) -> f64 {
    let mut sorted: Vec<f64> = lines.iter().copied().filter(|line| line.is_finite()).collect();
    sort(&mut sorted, f64::total_cmp);
    if up {
        sorted.reverse();
    }
    let away = if up { -half } else { half };
    sorted
        .into_iter()
        .fold(centre, |at, line| if (at - line).abs() < half { line + away } else { at })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wishes(centres: &[f64], size: f64) -> Vec<Wish> {
        centres.iter().map(|&centre| Wish { centre, size }).collect()
    }

    #[test]
    fn labels_with_room_stay_where_they_wish() {
        assert_eq!(place(&wishes(&[30.0, 120.0, 200.0], 40.0), 0.0, 300.0), [30.0, 120.0, 200.0]);
    }

    #[test]
    fn two_rungs_that_nearly_coincide_are_pushed_apart_equally() {
        // 1230.6 and 1234.6 on a scale of 2.5 px per unit lie 10 px apart; their labels need 60.
        let placed = place(&wishes(&[223.5, 213.5, 50.0], 60.0), 0.0, 450.0);
        assert_eq!(placed, [248.5, 188.5, 50.0]);
    }

    #[test]
    fn a_push_travels_along_the_neighbours() {
        let placed = place(&wishes(&[100.0, 100.0, 130.0], 40.0), 0.0, 400.0);
        assert_eq!(placed, [70.0, 110.0, 150.0]);
    }

    #[test]
    fn labels_stay_in_bounds() {
        let placed = place(&wishes(&[5.0, 8.0, 395.0], 40.0), 0.0, 400.0);
        assert_eq!(placed, [20.0, 60.0, 380.0]);
    }

    #[test]
    fn without_room_for_all_each_gives_up_the_same() {
        let placed = place(&wishes(&[50.0, 50.0, 50.0, 50.0], 40.0), 0.0, 100.0);
        assert_eq!(placed, [12.5, 37.5, 62.5, 87.5]);
    }

    #[test]
    fn no_placement_within_reach_is_closer_to_the_wishes() {
        let wished = wishes(&[97.0, 103.0, 90.0, 180.0, 200.0], 35.0);
        let placed = place(&wished, 0.0, 400.0);
        let cost = |centres: &[f64]| -> f64 {
            centres
                .iter()
                .zip(&wished)
                .map(|(at, wish)| (at - wish.centre) * (at - wish.centre))
                .sum()
        };
        let lawful = |centres: &[f64]| {
            let mut sorted = centres.to_vec();
            sorted.sort_by(f64::total_cmp);
            sorted.windows(2).all(|pair| pair[1] - pair[0] >= 35.0 - 1e-9)
        };
        assert!(lawful(&placed));
        let best = cost(&placed);
        // Every small move of one or two labels either overlaps or costs more.
        for first in 0..5 {
            for second in 0..5 {
                for (by, and) in [(1.0, 0.0), (-1.0, 0.0), (1.0, 1.0), (-1.0, -1.0), (1.0, -1.0)] {
                    let mut moved = placed.clone();
                    moved[first] += by;
                    moved[second] += and;
                    assert!(!lawful(&moved) || cost(&moved) >= best - 1e-9);
                }
            }
        }
    }

    #[test]
    fn an_axis_keeps_its_years_before_its_quarters() {
        let quarters = wishes(&[0.0, 25.0, 50.0, 75.0, 100.0], 30.0);
        let kept = thin(&quarters, &[1, 0, 0, 0, 1], 5.0);
        assert_eq!(kept, [true, false, true, false, true]);
    }

    #[test]
    fn a_long_line_breaks_at_its_comma() {
        assert_eq!(wrap("差 10.6 亿元、0.92 个百分点", 13.0), ["差 10.6 亿元、0.92 个百分点"]);
        assert_eq!(wrap("差 10.6 亿元、0.92 个百分点", 9.0), ["差 10.6 亿元、", "0.92 个百分点"]);
        assert_eq!(wrap("short by 10.6 bn and 0.92 pp", 10.0), ["short by 10.6 bn and", "0.92 pp"]);
        assert_eq!(wrap("差 0.55\u{202f}个百分点", 4.9), ["差 0.55", "个百分点"]);
        assert_eq!(wrap("unbreakable", 2.0), ["unbreakable"]);
        assert_eq!(wrap("", 2.0), [""]);
    }

    #[test]
    fn a_label_steps_aside_for_a_line_through_it() {
        assert_eq!(aside(50.0, 8.0, &[54.0], true), 46.0);
        assert_eq!(aside(50.0, 8.0, &[54.0, 45.0], true), 37.0);
        assert_eq!(aside(50.0, 8.0, &[54.0], false), 62.0);
        assert_eq!(aside(50.0, 8.0, &[70.0], true), 50.0);
    }

    #[test]
    fn chinese_takes_twice_the_room_of_digits() {
        assert!(extent("目标值") > 1.7 * extent("1,2"));
    }
}
