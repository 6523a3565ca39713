//! One native harness for everything that does not need a browser.

mod identities;
mod reference_cases;
mod worked_example;
