//! The machine that measures.

use std::process::{Command, Stdio};
use std::time::Instant;

/// What is known about the machine.
#[derive(Clone, Debug)]
pub(crate) struct Machine {
    pub(crate) processor: String,
    pub(crate) cores: usize,
    /// What one core does, by a chain of steps that take four cycles each.
    pub(crate) gigahertz: f64,
    pub(crate) tools: Vec<String>,
}

impl Machine {
    pub(crate) fn look() -> Self {
        let facts = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let name = facts.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
        let tools = [("node", "node"), ("chromium", "chromium"), ("rustc", "rustc")];
        Self {
            processor: name.map_or("unknown processor", |(_, name)| name).to_owned(),
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            gigahertz: gigahertz(),
            tools: tools.iter().filter_map(|(name, program)| version(name, program)).collect(),
        }
    }
}

/// How many processes wait for a core, on average over a minute; unknown off Linux.
pub(crate) fn load() -> Option<f64> {
    std::fs::read_to_string("/proc/loadavg").ok()?.split(' ').next()?.parse().ok()
}

/// The best of a few short runs: another process may have had the core in the others.
fn gigahertz() -> f64 {
    const STEPS: u64 = 2_000_000;
    const CYCLES: f64 = 4.0;
    let one = |_| {
        let start = Instant::now();
        let mut number = std::hint::black_box(3_u64);
        for _ in 0..STEPS {
            // Three cycles for the product, one for what needs it.
            number = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (number >> 29);
        }
        std::hint::black_box(number);
        STEPS as f64 * CYCLES / start.elapsed().as_secs_f64() / 1e9
    };
    (0..5).map(one).fold(0.0, f64::max)
}

/// The first line a program says about its version.
fn version(name: &str, program: &str) -> Option<String> {
    let output = Command::new(program).arg("--version").stdin(Stdio::null()).output().ok()?;
    let said = String::from_utf8_lossy(&output.stdout);
    let line = said.lines().next()?.trim();
    let line = line.strip_prefix(name).unwrap_or(line).trim();
    Some(format!("{name} {line}"))
}
