//! `evaluate PLAN_DIR [--scenario FILE]`: the outcome of one run as JSON.

fn main() {}
