//! What all projects add, building and in service, in several futures.

use super::fate::Fates;
use super::given::{Keeping, Levers};
use super::lane::Lane;
use super::works::{self, Works};

/// The projects of a plan under a scenario.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Portfolio<L: Lane> {
    /// How many quarters the grid has.
    pub(super) quarters: usize,
    /// How many industries.
    pub(super) industries: usize,
    pub(super) levers: Levers,
    /// Inverse price of investment by quarter, base year prices being one.
    pub(super) cheapness: Vec<L::One>,
    /// Value added per yuan of spending, `[category][industry]`, before its scale and before what
    /// statistics do not capture.
    pub(super) effects: Vec<Vec<L::One>>,
    /// The industry of which statistics capture a part.
    pub(super) construction: Option<usize>,
    pub(super) programs: Vec<Program<L>>,
    pub(super) services: Vec<Service<L>>,
    pub(super) works: Vec<Works<L>>,
    pub(super) held: Vec<Held<L>>,
    /// What the baseline holds of each project, for its effect alone.
    pub(super) held_by: Vec<Vec<HeldOnce>>,
}

/// Projects whose spending divides alike and waits alike: they are carried out as one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Program<L: Lane> {
    /// Part of spending that waits for money applied for, where projects say it themselves.
    pub(super) applied: Option<f64>,
    /// Division over categories.
    pub(super) mix: Vec<L::One>,
    /// What is left of its volume.
    pub(super) keeping: Keeping,
    /// Volume that is planned in every future alike, by quarter.
    pub(super) fixed: Vec<L::One>,
}

/// Projects whose output rises and divides alike.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Service<L: Lane> {
    /// Quarters from commissioning to full output.
    pub(super) rises_over: f64,
    /// Part of full output so many quarters after commissioning.
    pub(super) ramp: Vec<L::One>,
    /// Division over industries.
    pub(super) hosts: Vec<L::One>,
    /// What is left of its output.
    pub(super) keeping: Keeping,
}

/// What the baseline holds already; it is taken off.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Held<L: Lane> {
    /// Which levers say how much.
    pub(super) keeping: Keeping,
    /// Amounts by quarter of the grid, `[category or industry][quarter]`.
    pub(super) amounts: Vec<L::One>,
    /// Whether it is volume by category; otherwise it is output by industry.
    pub(super) building: bool,
}

/// What the baseline holds of one project, building or in service.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct HeldOnce {
    pub(super) keeping: Keeping,
    pub(super) building: bool,
    /// Division over categories or industries.
    pub(super) parts: Vec<f64>,
    /// The whole by quarter of the grid.
    pub(super) whole: Vec<f64>,
}

/// Room for the sums of one run.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums<L> {
    parts: Vec<L>,
    planned: Vec<L>,
    commissioned: Vec<L>,
    volume: Vec<L>,
    cheapness: Vec<L>,
    overrun_price: L,
}

fn clear<L: Lane>(sums: &mut Vec<L>, length: usize) {
    sums.clear();
    sums.resize(length, L::default());
}

impl<L: Lane> Portfolio<L> {
    /// Real value added by all projects, `[industry][quarter after the base year]`.
    pub(super) fn add_up<F: Fates<L> + ?Sized>(
        &self,
        drawn: &[L],
        fates: &F,
        sums: &mut Sums<L>,
        layer: &mut Vec<L>,
    ) {
        self.begin(drawn, sums, layer);
        for (program, planned) in self.programs.iter().zip(sums.planned.chunks_mut(self.quarters)) {
            for (sum, &fixed) in planned.iter_mut().zip(&program.fixed) {
                *sum = L::all(fixed);
            }
        }
        for works in self.works.iter().filter(|works| !works.fixed) {
            self.carry_out(works, fates, sums);
        }
        for (program, _) in self.programs.iter().enumerate() {
            self.execute(program, drawn, sums);
        }
        for (service, _) in self.services.iter().enumerate() {
            self.serve(service, drawn, sums, layer);
        }
        self.take_off_all(drawn, sums, layer);
        self.build(drawn, sums, layer);
    }

    /// Real value added by one project alone.
    pub(super) fn add_up_one<F: Fates<L> + ?Sized>(
        &self,
        project: usize,
        drawn: &[L],
        fates: &F,
        sums: &mut Sums<L>,
        layer: &mut Vec<L>,
    ) {
        self.begin(drawn, sums, layer);
        if let Ok(place) = self.works.binary_search_by_key(&project, |works| works.project) {
            let works = &self.works[place];
            self.carry_out(works, fates, sums);
            self.execute(works.program, drawn, sums);
            if let Some((service, _)) = works.service {
                self.serve(service, drawn, sums, layer);
            }
        }
        for held in self.held_by.get(project).into_iter().flatten() {
            self.take_off(held, drawn, sums, layer);
        }
        self.build(drawn, sums, layer);
    }

    fn begin(&self, drawn: &[L], sums: &mut Sums<L>, layer: &mut Vec<L>) {
        let parts = self.programs.iter().map(|own| self.levers.part(own.applied, drawn));
        sums.parts.clear();
        sums.parts.extend(parts);
        clear(&mut sums.planned, self.programs.len() * self.quarters);
        clear(&mut sums.commissioned, self.services.len() * self.quarters);
        clear(&mut sums.volume, self.effects.len() * self.quarters);
        clear(layer, self.industries * (self.quarters - 4));
        sums.overrun_price = self.levers.overrun_price.value(drawn);
        self.price_investment(drawn, &mut sums.cheapness);
    }

    fn price_investment(&self, drawn: &[L], cheapness: &mut Vec<L>) {
        cheapness.clear();
        if self.levers.investment.is_empty() {
            cheapness.extend(self.cheapness.iter().map(|&cheap| L::all(cheap)));
            return;
        }
        let mut level = L::splat(1.0);
        for (year, rise) in self.levers.investment.iter().take(self.quarters / 4).enumerate() {
            if year > 0 {
                level = level * (L::splat(1.0) + rise.value(drawn));
            }
            cheapness.extend([level.inverse(); 4]);
        }
    }

    fn carry_out<F: Fates<L> + ?Sized>(&self, works: &Works<L>, fates: &F, sums: &mut Sums<L>) {
        let Sums { parts, planned, commissioned, overrun_price, .. } = sums;
        let of = |index: usize| index * self.quarters..(index + 1) * self.quarters;
        let commissioned = match works.service {
            Some((service, _)) => &mut commissioned[of(service)],
            None => &mut [],
        };
        let own = works::Sums {
            planned: &mut planned[of(works.program)],
            commissioned,
            overrun_price: *overrun_price,
        };
        let fate = fates.of(works.project, works.exposure());
        works.carry_out(fate, parts[works.program], own);
    }

    /// Money due is spent in part; the rest is due in the next quarter.
    fn execute(&self, index: usize, drawn: &[L], sums: &mut Sums<L>) {
        let program = &self.programs[index];
        let part = sums.parts[index];
        let kept = self.levers.kept(program.keeping, drawn);
        let planned = &sums.planned[index * self.quarters..(index + 1) * self.quarters];
        let mut due = L::default();
        for (t, &planned) in planned.iter().enumerate() {
            let available = planned + due;
            let executed = available * part;
            due = available - executed;
            let volume = executed * kept;
            for (category, &share) in program.mix.iter().enumerate() {
                let sum = &mut sums.volume[category * self.quarters + t];
                *sum = *sum + volume * L::all(share);
            }
        }
    }

    /// Output rises from the quarter after commissioning.
    fn serve(&self, index: usize, drawn: &[L], sums: &Sums<L>, layer: &mut [L]) {
        let service = &self.services[index];
        let kept = self.levers.kept(service.keeping, drawn);
        let commissioned = &sums.commissioned[index * self.quarters..(index + 1) * self.quarters];
        let Some(from) = commissioned.iter().position(|capacity| capacity.highest() > 0.0) else {
            return;
        };
        for t in 4.max(from + 1)..self.quarters {
            let mut output = L::default();
            for (&capacity, &risen) in commissioned[from..t].iter().rev().zip(&service.ramp[1..]) {
                output = output + capacity * L::all(risen);
            }
            let output = output * kept;
            for (industry, &host) in service.hosts.iter().enumerate() {
                if host != L::One::default() {
                    let sum = &mut layer[industry * (self.quarters - 4) + t - 4];
                    *sum = *sum + output * L::all(host);
                }
            }
        }
    }

    /// Where amounts by category or industry go, from the first quarter after the base year on.
    fn line<'a>(
        &self,
        building: bool,
        index: usize,
        sums: &'a mut Sums<L>,
        layer: &'a mut [L],
    ) -> &'a mut [L] {
        let length = self.quarters - 4;
        if building {
            &mut sums.volume[index * self.quarters + 4..(index + 1) * self.quarters]
        } else {
            &mut layer[index * length..(index + 1) * length]
        }
    }

    fn take_off_all(&self, drawn: &[L], sums: &mut Sums<L>, layer: &mut [L]) {
        for held in &self.held {
            let kept = self.levers.kept(held.keeping, drawn);
            for (index, amounts) in held.amounts.chunks(self.quarters).enumerate() {
                let line = self.line(held.building, index, sums, layer);
                for (sum, &amount) in line.iter_mut().zip(&amounts[4..]) {
                    *sum = *sum - kept * L::all(amount);
                }
            }
        }
    }

    fn take_off(&self, held: &HeldOnce, drawn: &[L], sums: &mut Sums<L>, layer: &mut [L]) {
        let kept = self.levers.kept(held.keeping, drawn);
        for (index, &part) in held.parts.iter().enumerate().filter(|(_, part)| **part != 0.0) {
            let line = self.line(held.building, index, sums, layer);
            for (sum, &whole) in line.iter_mut().zip(&held.whole[4..]) {
                *sum = *sum - kept * L::splat(whole * part);
            }
        }
    }

    /// Volume becomes value added of the industries that build.
    fn build(&self, drawn: &[L], sums: &Sums<L>, layer: &mut [L]) {
        let keeping = Keeping { crowding_out: true, ..Keeping::default() };
        let scale = self.levers.multiplier_scale.value(drawn) * self.levers.kept(keeping, drawn);
        let captured = scale * self.levers.capture.value(drawn);
        let (length, cheapness) = (self.quarters - 4, &sums.cheapness[4..]);
        for (category, effects) in self.effects.iter().enumerate() {
            let volume = &sums.volume[category * self.quarters + 4..(category + 1) * self.quarters];
            for (industry, &effect) in effects.iter().enumerate() {
                if effect == L::One::default() {
                    continue;
                }
                let scale = if self.construction == Some(industry) { captured } else { scale };
                let effect = L::all(effect) * scale;
                let sums = &mut layer[industry * length..(industry + 1) * length];
                let quarters = volume.iter().zip(cheapness);
                for (sum, (&volume, &cheap)) in sums.iter_mut().zip(quarters) {
                    *sum = *sum + volume * cheap * effect;
                }
            }
        }
    }
}
