//! How soon the screen follows a hand, from what the pages have measured.

use crate::fit::{median, quantile};
use crate::report::Report;
use serde_json::{Value, json};
use std::path::Path;

/// A frame that takes longer than this is missed at sixty a second, in milliseconds.
const FRAME: f64 = 16.7;

/// What one page did at one speed, all its drags together.
struct Drag {
    p50: f64,
    p95: f64,
    /// The 95th percentile of each drag alone.
    each_p95: Vec<f64>,
    echo_p95: f64,
    missed: f64,
    longest: f64,
}

/// Judges what the browser has measured; says so where there is no such file.
pub(crate) fn measure(file: &Path, report: &mut Report) -> anyhow::Result<()> {
    report.begin("ui (Chromium, real mouse moves; main-thread latency, workers not slowed down)");
    let all: Value = serde_json::from_slice(&std::fs::read(file)?)?;
    let mut kept = Vec::new();
    for (rate, input, frames) in [(1, "A8", Some("A9")), (4, "A8b", Some("A9b")), (6, "A8c", None)]
    {
        let (Some(app), Some(control)) = (drags(&all, "app", rate), drags(&all, "control", rate))
        else {
            continue;
        };
        for (name, drag) in [("app", &app), ("control", &control)] {
            println!(
                "  x{rate} {name:<9}input to frame p50 {:>6.1} ms  p95 {:>6.1} ms   frames over {FRAME} ms {:>5.1} %   longest task {:.0} ms   echo p95 {:.1} ms",
                drag.p50, drag.p95, drag.missed, drag.longest, drag.echo_p95
            );
            kept.push(json!({ "page": name, "rate": rate, "p50": drag.p50, "p95": drag.p95,
                "missed": drag.missed, "longest": drag.longest, "echo_p95": drag.echo_p95 }));
        }
        let noise = spread(&app.each_p95);
        report.found(input, app.p95, noise);
        if let Some(frames) = frames {
            report.found(frames, app.missed, 0.1);
        }
        match rate {
            1 => report.found("R10", app.p95 / control.p95, noise + spread(&control.each_p95)),
            4 => report.found("A10", app.longest, 0.1),
            _ => report.found("A14", app.echo_p95, noise),
        }
    }
    let starts: Vec<f64> =
        all["starts"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    println!("  first interactive, x4, served locally: {:.2} s", median(&starts));
    report.found("A12", median(&starts), spread(&starts));
    report.keep("ui", json!(kept));
    Ok(())
}

/// How far rounds of the same differ: half of the distance from the least to the most, as a part.
fn spread(numbers: &[f64]) -> f64 {
    let (least, most) = (quantile(numbers, 0.0), quantile(numbers, 1.0));
    (most - least) / 2.0 / median(numbers)
}

fn drags(all: &Value, page: &str, rate: u64) -> Option<Drag> {
    let mine = || {
        let all = all["drags"].as_array().into_iter().flatten();
        all.filter(|drag| drag["page"] == page && drag["rate"] == rate)
    };
    let numbers = |drag: &Value, name: &str| -> Vec<f64> {
        drag[name].as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
    };
    let together =
        |name: &str| -> Vec<f64> { mine().flat_map(|drag| numbers(drag, name)).collect() };
    let inputs = together("inputs");
    if inputs.is_empty() {
        return None;
    }
    let lengths: Vec<f64> = mine()
        .flat_map(|drag| {
            let frames = numbers(drag, "frames");
            frames.windows(2).map(|pair| pair[1] - pair[0]).collect::<Vec<_>>()
        })
        .collect();
    // A frame that is on time may be counted a little late.
    let missed = lengths.iter().filter(|&&length| length > FRAME * 1.25).count();
    Some(Drag {
        p50: median(&inputs),
        p95: quantile(&inputs, 0.95),
        each_p95: mine().map(|drag| quantile(&numbers(drag, "inputs"), 0.95)).collect(),
        echo_p95: quantile(&together("echoes"), 0.95),
        missed: 100.0 * missed as f64 / lengths.len().max(1) as f64,
        // Tasks shorter than 50 ms are not reported and count as none.
        longest: together("tasks").into_iter().fold(0.0, f64::max),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drags_of_one_page_at_one_speed_are_put_together() {
        let all = json!({ "drags": [
            { "page": "app", "rate": 4, "inputs": [10.0, 20.0], "echoes": [12.0], "frames": [0.0, 16.6, 66.6], "tasks": [51.0] },
            { "page": "app", "rate": 4, "inputs": [30.0], "echoes": [], "frames": [], "tasks": [] },
            { "page": "app", "rate": 1, "inputs": [5.0], "echoes": [], "frames": [], "tasks": [] },
        ] });
        let drag = drags(&all, "app", 4).unwrap();
        assert_eq!((drag.p50, drag.missed, drag.longest), (20.0, 50.0, 51.0));
        assert_eq!(drag.each_p95.len(), 2);
        assert!(drags(&all, "control", 4).is_none());
    }
}
