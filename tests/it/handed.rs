//! A scenario handed on as a file or as a link is the same scenario when it arrives, or none at all.

use crate::tape::Tape;
use mogao::exchange::document::{self, Seal, cleaned, fingerprint};
use mogao::exchange::link::{self, LinkProblem};
use mogao::plan::Plan;
use mogao::plan::lever;
use mogao::plan::project::Status;
use mogao::plan::scenario::{Actual, ActualKey, Chance, ProjectChoice, Scenario, Shape};
use mogao::plan::tier::TierMode;
use mogao::seeds;
use mogao::units::{NominalMoney, Quarters, Rate};
use proptest::prelude::*;
use std::sync::LazyLock;

/// The plans that come with the program.
static PLANS: LazyLock<[Plan; 2]> =
    LazyLock::new(|| [seeds::chengguan().unwrap(), seeds::linhe().unwrap()]);

/// A scenario that a planner could come to, and its plan.
fn any_scenario() -> impl Strategy<Value = (&'static Plan, Scenario)> {
    let tape = prop::collection::vec(0.0..1.0_f64, 40..400);
    (tape, 0..2_usize).prop_map(|(tape, plan)| {
        let plan = &PLANS[plan];
        (plan, Tape::new(tape).scenario(plan))
    })
}

/// A name or a note of any signs at all.
fn any_words() -> impl Strategy<Value = String> {
    prop_oneof!["[\\PC\\n]{0,60}", "(?s).{0,60}", "[情景加快开工<>&\"'=＝@+-]{0,60}"]
}

impl Tape {
    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[(self.next() * all.len() as f64) as usize]
    }

    fn scenario(&mut self, plan: &Plan) -> Scenario {
        let mut scenario = Scenario {
            published_rounding: self.next() < 0.3,
            induced: self.next() < 0.3,
            ..Scenario::default()
        };
        let often = self.next();
        for spec in lever::catalogue(plan) {
            if self.next() < often {
                let value = self.between(spec.hard.min, spec.hard.max);
                scenario.set(spec.lever, value, plan);
            }
        }
        for project in 0..plan.projects.len() {
            if self.next() < often {
                let choice = self.choice();
                scenario.choose(project, |chosen| *chosen = choice);
            }
        }
        for tier in 0..plan.tiers.len() {
            if self.next() < 0.4 {
                let modes = [TierMode::Both, TierMode::Growth, TierMode::Level, TierMode::Any];
                scenario.modes.insert(tier, self.one_of(&modes));
            }
        }
        for _ in 0..(self.next() * 6.0) as usize {
            let quarter = 4 + (self.next() * (plan.grid.quarters() - 4) as f64) as usize;
            let industries = plan.industries.len() as f64;
            let industry = (self.next() < 0.6).then(|| (self.next() * industries) as usize);
            let actual = if self.next() < 0.5 {
                Actual::Growth(Rate(self.between(-0.2, 0.3)))
            } else {
                Actual::Level(NominalMoney(self.between(0.0, 900.0)))
            };
            scenario.actuals.insert(ActualKey { quarter, industry }, actual);
        }
        for indicator in 0..plan.indicators.len() {
            if self.next() < 0.1 {
                scenario.progress.insert(indicator, self.between(-10.0, 1e6));
            }
        }
        if self.next() < 0.4 {
            let shapes = [Shape::Pert, Shape::Triangular, Shape::Uniform, Shape::Normal];
            let seed = (self.next() * f64::from(u32::MAX)) as u32;
            scenario.chance = Chance { seed, shape: self.one_of(&shapes) };
        }
        scenario
    }

    fn choice(&mut self) -> ProjectChoice {
        let status =
            (self.next() < 0.5).then(|| self.one_of(&[Status::On, Status::Off, Status::Cancelled]));
        let delay =
            if self.next() < 0.5 { Quarters(self.between(-4.0, 8.0)) } else { Quarters::ZERO };
        let scale = (self.next() < 0.5).then(|| self.between(0.0, 10.0));
        ProjectChoice { status, delay, scale }
    }
}

fn small() -> (&'static Plan, Scenario, String) {
    let plan = &PLANS[0];
    let mut scenario = Scenario::default();
    scenario.set(lever::find("execution", plan).unwrap(), 0.7, plan);
    let link = link::written(&document::compact(plan, &scenario, "甲", "乙"));
    (plan, scenario, link)
}

proptest! {
    #[test]
    fn a_file_is_the_same_scenario_when_it_arrives(
        (plan, scenario) in any_scenario(), name in any_words(), note in any_words(),
    ) {
        let text = document::written(plan, &scenario, &name, &note);
        let opened = document::open(document::text_of(text.as_bytes()).unwrap()).unwrap();
        prop_assert_eq!(opened.plan(), plan.id.as_str());
        let read = opened.read(plan).unwrap();
        prop_assert_eq!(fingerprint(plan, &read.scenario), fingerprint(plan, &scenario));
        prop_assert_eq!(&read.scenario, &scenario);
        prop_assert_eq!((read.name, read.note), (cleaned(&name).text, cleaned(&note).text));
        prop_assert_eq!((read.seal, read.same_plan, read.removed), (Seal::Whole, true, 0));
    }

    #[test]
    fn a_link_is_the_same_scenario_when_it_arrives(
        (plan, scenario) in any_scenario(), name in any_words(),
    ) {
        let text = document::compact(plan, &scenario, &name, "");
        let link = link::written(&text);
        prop_assert!(link::is_link(&link));
        prop_assert_eq!(&link::read(&link).unwrap(), &text);
        prop_assert_eq!(document::from_json(plan, &text).unwrap().0, scenario);
    }

    #[test]
    fn a_file_with_any_sign_changed_is_known_or_refused(
        (plan, scenario) in any_scenario(), at in 0.0..1.0_f64, bit in 0_u8..8,
    ) {
        let text = document::written(plan, &scenario, "甲", "乙");
        let mut bytes = text.clone().into_bytes();
        let at = (at * bytes.len() as f64) as usize;
        bytes[at] ^= 1 << bit;
        let Ok(text) = document::text_of(&bytes) else { return Ok(()) };
        let Ok(read) = document::open(text).map_err(|_| ()).and_then(|open| open.read(plan).map_err(|_| ()))
        else { return Ok(()) };
        // Space between the entries is no part of what the file says.
        prop_assert!(read.seal != Seal::Whole || read.scenario == scenario, "{}", text);
    }

    #[test]
    fn no_bytes_and_no_address_make_the_readers_fail(
        bytes in prop::collection::vec(any::<u8>(), 0..400), signs in "[A-Za-z0-9_-]{0,400}",
    ) {
        if let Ok(text) = document::text_of(&bytes) {
            prop_assert!(document::open(text).is_err());
        }
        let fragment = format!("#s1.{signs}");
        prop_assert!(link::read(&fragment).is_err());
        prop_assert!(link::read(&String::from_utf8_lossy(&bytes)).is_err());
    }
}

#[test]
fn a_link_cut_anywhere_is_incomplete() {
    let (_, _, link) = small();
    for cut in 0..link.len() {
        assert_eq!(link::read(&link[..cut]), Err(LinkProblem::Incomplete), "{}", &link[..cut]);
        assert_eq!(link::read(&link[cut + 1..]), Err(LinkProblem::Incomplete));
    }
}

#[test]
fn a_link_with_any_sign_changed_says_the_same_scenario_or_none() {
    let (_, _, link) = small();
    let text = link::read(&link).unwrap();
    let signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=%# 中";
    for at in 0..link.len() {
        for sign in signs.chars() {
            let changed = format!("{}{sign}{}", &link[..at], &link[at + 1..]);
            let read = link::read(&changed);
            assert!(read.is_err() || read.as_ref() == Ok(&text), "{changed}");
            let longer = format!("{}{sign}{}", &link[..at], &link[at..]);
            let read = link::read(&longer);
            assert!(read.is_err() || read.as_ref() == Ok(&text), "{longer}");
        }
    }
    assert!(link::read(&format!("{link}AAAA")).is_err());
}

#[test]
fn a_link_longer_than_any_is_not_unpacked_and_a_small_one_with_much_in_it_is_stopped() {
    let most = link::MOST_READ;
    let long = format!("#s1.{}", "A".repeat(most - 3));
    assert_eq!(link::read(&long), Err(LinkProblem::TooLong { found: most + 1, most }));
    let fits = format!("#s1.{}", "A".repeat(most - 4));
    assert_ne!(link::read(&fits), Err(LinkProblem::TooLong { found: most, most }));

    let large = link::written(&" ".repeat(link::MOST_BYTES - 9));
    assert_eq!(link::read(&large).unwrap().len(), link::MOST_BYTES - 9);
    let larger = link::written(&" ".repeat(link::MOST_BYTES - 8));
    assert_eq!(link::read(&larger), Err(LinkProblem::TooLarge { most: link::MOST_BYTES }));
    let bomb = link::written(&" ".repeat(5_000_000));
    assert_eq!(link::read(&bomb), Err(LinkProblem::TooLarge { most: link::MOST_BYTES }));
}

#[test]
fn a_newer_link_says_so_and_other_ends_of_addresses_are_no_links() {
    let (_, _, link) = small();
    let newer = link.replacen("#s1.", "#s2.", 1);
    assert!(link::is_link(&newer));
    assert_eq!(link::read(&newer), Err(LinkProblem::Newer { found: 2, known: 1 }));
    for other in ["", "#", "#s", "#s.", "#s1", "#section.1", "#s-1.A", "#s+1.A", "#result"] {
        assert!(!link::is_link(other), "{other}");
    }
}

/// A link of the first version opens for ever.
#[test]
fn a_stored_link_of_version_one_is_read() {
    let stored = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/link-version-1.txt");
    let link = std::fs::read_to_string(stored).unwrap();
    let text = link::read(link.trim_end()).unwrap();
    let read = document::open(&text).unwrap().read(&PLANS[0]).unwrap();
    assert_eq!((read.name.as_str(), read.note.as_str()), ("加快开工", "供周三讨论\n第二稿"));
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/scenario-version-1.json");
    let file = document::from_json(&PLANS[0], &std::fs::read_to_string(file).unwrap()).unwrap();
    assert_eq!(read.scenario, file.0);
}
