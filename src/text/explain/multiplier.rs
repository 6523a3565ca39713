//! What a yuan of spending leaves in the district.

use super::derivation::{Derivation, evidence};
use super::step::{Evidence, Quantity, Step, Term};
use super::{Course, Op, Subject};
use crate::engine::multiplier::{effects, value_added_per_yuan};
use crate::plan::lever::Kind;
use crate::plan::multiplier::{InputOutput, Multipliers};
use crate::plan::provenance::Provenance;
use crate::text::number::DASH;

impl Derivation<'_> {
    /// Kind of spending by kind of spending: its part of the project, times what a yuan leaves.
    pub(super) fn unit_effect(&self, index: usize) -> Vec<Step> {
        let (Some(project), Some(result)) =
            (self.plan.projects.get(index), self.outcome.projects.get(index))
        else {
            return Vec::new();
        };
        let effects = effects(&self.assumptions);
        let per_yuan =
            |category: usize| -> f64 { effects.iter().filter_map(|row| row.get(category)).sum() };
        let usual = self.plan.categories.iter().map(|category| category.share.value);
        let is_usual = usual.eq(project.mix.iter().copied());
        let kinds = self.plan.categories.iter().zip(&project.mix).enumerate();
        let terms = kinds.map(|(kind, (category, part))| {
            let name = self.text.weighted_effect(
                self.text.name(&category.name),
                self.text.share(*part),
                Quantity::Factor.value(self.text, per_yuan(kind)),
            );
            let source =
                if is_usual { evidence(&category.share) } else { evidence(&project.total) };
            self.term(Op::Plus, name, Quantity::Factor, part.0 * per_yuan(kind))
                .evidenced(source)
                .opens(Subject::Category(kind))
        });
        let unit = result.unit.iter().sum();
        let name = self.name(Subject::UnitEffect(index));
        vec![self.step(name, Quantity::Factor, unit, terms.collect())]
    }

    /// The industries in which a yuan of one kind of spending becomes value added.
    pub(super) fn category(&self, category: usize) -> Vec<Step> {
        let effects = effects(&self.assumptions);
        let cell = |industry: usize| {
            effects.get(industry).and_then(|row| row.get(category)).copied().unwrap_or(0.0)
        };
        let total = (0..effects.len()).map(cell).sum();
        let used = (0..effects.len()).filter(|&industry| cell(industry) != 0.0);
        let mut terms: Vec<Term> = used
            .map(|industry| {
                let name = self.industry_name(industry);
                self.term(Op::Plus, name, Quantity::Factor, cell(industry))
                    .evidenced(self.cell_evidence(industry, category))
                    .opens(Subject::Cell(industry, category))
            })
            .collect();
        if terms.is_empty() {
            let evidence = self.cell_evidence(0, category);
            let nothing = self.text.nothing_stays();
            terms = vec![self.term(Op::Plus, nothing, Quantity::Factor, 0.0).evidenced(evidence)];
        }
        let name = self.name(Subject::Category(category));
        vec![self.step(name, Quantity::Factor, total, terms)]
    }

    /// The plan's number, the scale and, for builders, what statistics capture.
    pub(super) fn cell(&self, industry: usize, category: usize) -> Vec<Step> {
        let effects = effects(&self.assumptions);
        let at = |table: &[Vec<f64>]| {
            table.get(industry).and_then(|row| row.get(category)).copied().unwrap_or(0.0)
        };
        let plain = match &self.plan.multipliers {
            Multipliers::Given(table) => {
                table.get(industry).and_then(|row| row.get(category)).map_or(0.0, |cell| cell.value)
            }
            Multipliers::InputOutput(table) => {
                at(&value_added_per_yuan(table, self.scenario.induced))
            }
        };
        let named = match &self.plan.multipliers {
            Multipliers::Given(_) => self.text.effect_in_table(),
            Multipliers::InputOutput(_) => self.text.effect_computed(),
        };
        let mut terms = vec![
            self.term(Op::Plus, named, Quantity::Factor, plain)
                .evidenced(self.cell_evidence(industry, category)),
            self.common(Course::Scenario, Op::Times, Kind::MultiplierScale),
        ];
        if self.plan.construction == Some(industry) {
            terms.push(self.common(Course::Scenario, Op::Times, Kind::Capture));
        }
        let name = self.name(Subject::Cell(industry, category));
        let mut steps = vec![self.step(name, Quantity::Factor, at(&effects), terms)];
        if let Multipliers::InputOutput(table) = &self.plan.multipliers {
            steps.push(self.input_output(table, industry, category, plain));
        }
        steps
    }

    /// Value added per yuan of output, times the output that a yuan of spending calls for.
    fn input_output(
        &self,
        table: &InputOutput,
        industry: usize,
        category: usize,
        effect: f64,
    ) -> Step {
        let rate = table.value_added.get(industry).copied().unwrap_or(0.0);
        let output = if rate == 0.0 { 0.0 } else { effect / rate };
        let evidence = || self.cell_evidence(industry, category);
        let terms = vec![
            self.term(Op::Plus, self.text.value_added_rate(), Quantity::Factor, rate)
                .evidenced(evidence()),
            self.term(Op::Times, self.text.output_called_for(), Quantity::Factor, output)
                .evidenced(evidence()),
        ];
        self.step(self.text.effect_computed(), Quantity::Factor, effect, terms)
    }

    fn cell_evidence(&self, industry: usize, category: usize) -> Evidence {
        match &self.plan.multipliers {
            Multipliers::Given(table) => {
                let cell = table.get(industry).and_then(|row| row.get(category));
                cell.map_or_else(|| Evidence::new(Provenance::Assumption, ""), evidence)
            }
            Multipliers::InputOutput(_) => {
                Evidence::new(Provenance::Assumption, self.text.input_output_tables())
            }
        }
    }

    pub(super) fn category_name(&self, category: usize) -> &str {
        self.plan.categories.get(category).map_or(DASH, |item| self.text.name(&item.name))
    }
}
