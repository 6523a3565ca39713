use super::*;
use crate::plan::scenario::Scenario;
use crate::seeds;
use crate::study::unknown::Unknowns;

fn correlation(one: &[f32], other: &[f32]) -> f64 {
    let sum = |left: &[f32], right: &[f32]| -> f64 {
        left.iter().zip(right).map(|(&one, &other)| f64::from(one) * f64::from(other)).sum()
    };
    sum(one, other) / libm::sqrt(sum(one, one) * sum(other, other))
}

#[test]
fn a_future_is_the_same_in_whichever_slice_it_is_drawn() {
    let plan = seeds::chengguan().unwrap();
    let source = Source::new(&plan, 7);
    let count = Draws::Preview.sets();
    let whole = source.draw(count, 0..count.futures());
    for workers in 1..=4 {
        let mut merged = Sample::default();
        for slice in count.slices(workers) {
            merged.extend(source.draw(count, slice));
        }
        assert_eq!(merged, whole, "{workers}");
    }
    assert_ne!(Source::new(&plan, 8).draw(count, 0..8), source.draw(count, 0..8));
}

#[test]
fn a_preview_is_the_beginning_of_what_comes_after() {
    let source = Source::new(&seeds::chengguan().unwrap(), 7);
    let preview = source.draw(Draws::Preview.sets(), 0..512);
    let [settled, fine] =
        [Draws::Settled, Draws::Fine].map(|draws| source.draw(draws.sets(), 0..512));
    assert_eq!(preview, settled);
    assert_eq!(preview, fine);
}

#[test]
fn latents_are_normal_and_go_together_as_asked() {
    let plan = seeds::chengguan().unwrap();
    let count = Draws::Settled.sets();
    let sample = Source::new(&plan, 1).draw(count, 0..count.futures());
    let unknowns = Unknowns::of(&plan, &Scenario::default());
    for index in 0..=unknowns.once.len() {
        let latent = sample.latent(index);
        let mean = latent.iter().map(|&z| f64::from(z)).sum::<f64>() / latent.len() as f64;
        let variance = latent.iter().map(|&z| f64::from(z * z)).sum::<f64>() / latent.len() as f64;
        assert!(mean.abs() < 0.01 && (variance - 1.0).abs() < 0.02, "{mean} {variance}");
    }
    let growth = correlation(&sample.latent(0), &sample.latent(1));
    assert!((growth - 0.5176).abs() < 0.02, "{growth}");
}

#[test]
fn slips_go_together_and_overruns_with_their_own_slip_only() {
    let plan = seeds::chengguan().unwrap();
    let source = Source::new(&plan, 1);
    let count = Draws::Settled.sets();
    let sample = source.draw(count, 0..count.futures());
    let identity = crate::study::distribution::Spread {
        shape: crate::plan::scenario::Shape::Normal,
        plausible: crate::plan::lever::Span { min: -1.644_853_627, max: 1.644_853_627 },
        mode: 0.0,
        hard: crate::plan::lever::Span { min: -9.0, max: 9.0 },
    };
    let table = identity.quantiles();
    let tables = FateTables { slip: table.clone(), longer: table.clone(), dearer: table };
    let exposure = Exposure { slips: true, stretches: true, costs: true };
    let of = |project: usize, value: fn(Fate<Eight>) -> Eight| -> Vec<f32> {
        let fates = |group| source.fates(&sample, group, &tables).of(project, exposure);
        (0..sample.groups()).flat_map(|group| value(fates(group)).to_array()).collect()
    };
    let (slip, longer) = (|fate: Fate<Eight>| fate.slip, |fate: Fate<Eight>| fate.longer);
    let near = |found: f64, wanted: f64| assert!((found - wanted).abs() < 0.05, "{found} {wanted}");
    near(correlation(&of(3, slip), &of(4, slip)), 0.3129);
    near(correlation(&of(3, slip), &of(3, longer)), 0.5176);
    near(correlation(&of(3, slip), &of(4, longer)), 0.0);
    near(correlation(&of(3, longer), &of(4, longer)), 0.0);
    near(correlation(&of(3, longer), &of(3, |fate| fate.dearer)), 1.0);
}
