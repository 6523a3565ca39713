//! How the main picture is divided: plot, staff, loupe and flags, from left to right.

use super::frame::{Margins, Rect};

/// How much the flags have room to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Name and gap in short: a phone.
    Brief,
    /// Name and gap in short, but with numbers on the staff: a tablet.
    Medium,
    /// Name and all lines.
    Full,
}

/// The parts of the main picture, px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Instrument {
    /// Where the trajectories run.
    pub plot: Rect,
    /// The staff, as high as the plot.
    pub staff: Rect,
    /// The magnified stretch; it never moves, only its scale does.
    pub loupe: Rect,
    /// The column of tier flags.
    pub flags: Rect,
    /// How much the flags say.
    pub detail: Detail,
}

/// Widths in multiples of the text size.
struct Columns {
    staff: f64,
    wedge: f64,
    loupe: f64,
    gap: f64,
    flags: f64,
}

impl Instrument {
    /// Divides a picture of this size; `text` is the size of its captions, px. Text decides: the same
    /// pixels hold less when the letters are larger.
    #[must_use]
    pub fn new(width: f64, height: f64, text: f64) -> Self {
        let detail = detail(width / text);
        let columns = columns(detail);
        let right = columns.staff + columns.wedge + columns.loupe + columns.gap + columns.flags;
        let margins =
            Margins { top: 2.4 * text, right: right * text, bottom: 2.0 * text, left: 0.6 * text };
        let plot = Rect::within(width, height, margins);
        let staff = Rect { x: plot.right(), width: columns.staff * text, ..plot };
        let spare = (plot.height * 0.13).clamp(1.6 * text, 3.6 * text);
        let loupe = Rect {
            x: staff.right() + columns.wedge * text,
            y: plot.y + spare,
            width: columns.loupe * text,
            height: (plot.height - 2.0 * spare).max(0.0),
        };
        let flags = Rect {
            x: loupe.right() + columns.gap * text,
            y: plot.y - 1.2 * text,
            width: columns.flags * text,
            height: plot.height + 3.0 * text,
        };
        Self { plot, staff, loupe, flags, detail }
    }
}

fn detail(ems: f64) -> Detail {
    match ems {
        ems if ems < 38.0 => Detail::Brief,
        ems if ems < 58.0 => Detail::Medium,
        _ => Detail::Full,
    }
}

fn columns(detail: Detail) -> Columns {
    match detail {
        Detail::Brief => Columns { staff: 1.8, wedge: 1.2, loupe: 3.4, gap: 0.8, flags: 4.9 },
        Detail::Medium => Columns { staff: 5.5, wedge: 6.0, loupe: 4.4, gap: 1.3, flags: 6.2 },
        Detail::Full => Columns { staff: 5.6, wedge: 6.8, loupe: 5.2, gap: 1.5, flags: 14.4 },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plot_keeps_about_half_of_every_screen() {
        for (width, height, text) in
            [(1222.0, 506.0, 15.0), (900.0, 346.0, 13.0), (358.0, 260.0, 13.0)]
        {
            let parts = Instrument::new(width, height, text);
            assert!(parts.plot.width > width * 0.48, "{parts:?}");
            assert!((parts.flags.right() - width).abs() < 1e-9);
        }
    }

    #[test]
    fn on_the_narrowest_phone_there_is_still_a_plot() {
        let parts = Instrument::new(320.0, 240.0, 13.0);
        assert_eq!(parts.detail, Detail::Brief);
        assert!(parts.plot.width > 140.0 && parts.loupe.height > 100.0);
    }

    #[test]
    fn larger_text_leaves_less_detail() {
        assert_eq!(Instrument::new(900.0, 346.0, 13.0).detail, Detail::Full);
        assert_eq!(Instrument::new(900.0, 346.0, 20.0).detail, Detail::Medium);
    }

    #[test]
    fn the_parts_stand_side_by_side() {
        let parts = Instrument::new(1222.0, 506.0, 15.0);
        assert_eq!(parts.plot.right(), parts.staff.x);
        assert!(parts.staff.right() < parts.loupe.x && parts.loupe.right() < parts.flags.x);
        assert!(parts.loupe.y > parts.plot.y && parts.loupe.bottom() < parts.plot.bottom());
    }
}
