//! Moments of the wall clock in words: they are shown, and never decide the order of anything.

use super::{Language, Text};
use serde::{Deserialize, Serialize};

/// A moment as the clock of this device tells it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Moment {
    /// Milliseconds since the beginning of 1970, UTC.
    pub ms: f64,
    /// How far local time is ahead of UTC, in minutes.
    pub ahead: i32,
}

/// The parts of a moment in local time.
struct Parts {
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
}

impl Moment {
    /// A moment that lies this much later, in milliseconds.
    #[must_use]
    pub fn later(self, ms: f64) -> Self {
        Self { ms: self.ms + ms, ..self }
    }

    fn seconds(self) -> i64 {
        libm::floor(self.ms / 1000.0) as i64 + i64::from(self.ahead) * 60
    }

    /// The local day, counted from the first of 1970.
    #[must_use]
    pub fn day(self) -> i64 {
        self.seconds().div_euclid(86_400)
    }

    fn parts(self) -> Parts {
        let (days, rest) = (self.day(), self.seconds().rem_euclid(86_400));
        // Years that begin in March end with the day that leap years add; eras of 400 years are alike.
        let shifted = days + 719_468;
        let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        Parts {
            year: year_of_era + era * 400 + i64::from(month <= 2),
            month,
            day: of_year - (153 * from_march + 2) / 5 + 1,
            hour: rest / 3_600,
            minute: rest / 60 % 60,
            second: rest % 60,
        }
    }
}

impl Text {
    /// The time of day to the second: `14:32:07`.
    #[must_use]
    pub fn time_of_day(self, moment: Moment) -> String {
        let Parts { hour, minute, second, .. } = moment.parts();
        format!("{hour:02}:{minute:02}:{second:02}")
    }

    /// The day and the time to the minute: `2026年3月5日 14:32`, `2026-03-05 14:32`.
    #[must_use]
    pub fn day_and_time(self, moment: Moment) -> String {
        let Parts { year, month, day, hour, minute, .. } = moment.parts();
        match self.language {
            Language::Zh => format!("{year}年{month}月{day}日 {hour:02}:{minute:02}"),
            Language::En => format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(ms: f64, ahead: i32) -> (String, String) {
        let moment = Moment { ms, ahead };
        (Text::new(Language::En).day_and_time(moment), Text::default().time_of_day(moment))
    }

    #[test]
    fn moments_are_told_in_local_time() {
        assert_eq!(said(0.0, 0), ("1970-01-01 00:00".to_owned(), "00:00:00".to_owned()));
        assert_eq!(said(951_782_399_000.0, 0).0, "2000-02-28 23:59");
        assert_eq!(said(951_782_400_000.0, 480).0, "2000-02-29 08:00");
        assert_eq!(said(1_772_692_327_999.0, 480).1, "14:32:07");
        assert_eq!(said(-1.0, 0), ("1969-12-31 23:59".to_owned(), "23:59:59".to_owned()));
    }
}
