//! Random numbers for things that nobody would think of, as a tape that is read from its beginning, so
//! that a failing case shrinks towards the plainest one.

/// Random numbers between 0 and 1, read one after the other.
pub(super) struct Tape {
    tape: Vec<f64>,
    at: usize,
}

impl Tape {
    pub(super) fn new(tape: Vec<f64>) -> Self {
        Self { tape, at: 0 }
    }

    /// The next number; the tape begins again at its end, a little moved.
    pub(super) fn next(&mut self) -> f64 {
        let lap = (self.at / self.tape.len()) as f64;
        let value = (self.tape[self.at % self.tape.len()] + 0.381_966 * lap).fract();
        self.at += 1;
        value
    }

    pub(super) fn between(&mut self, low: f64, high: f64) -> f64 {
        (low + (high - low) * self.next()).clamp(low, high)
    }
}
