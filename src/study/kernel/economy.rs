//! The accounts of several futures: baseline, initiatives and known figures around the projects.

use super::given::Given;
use super::known::KnownQuarter;
use super::lane::Lane;

/// Everything but the projects.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Economy<L: Lane> {
    pub(super) quarters: usize,
    /// Index of the tiers' year; none outside the grid.
    pub(super) year: Option<usize>,
    pub(super) industries: Vec<Sector<L>>,
    /// First year index that a drawn difference moves.
    pub(super) moves_from: usize,
    /// Rise of all prices.
    pub(super) price: Given,
    pub(super) initiatives: Vec<Turnover<L>>,
    /// Quarters with known figures, in order.
    pub(super) known: Vec<KnownQuarter<L>>,
}

/// One industry.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sector<L: Lane> {
    /// Value added of the base year's quarters.
    pub(super) base: [L::One; 4],
    pub(super) base_price: L::One,
    /// Growth and rise of prices as set, by year index.
    pub(super) growth: Vec<f64>,
    pub(super) prices: Vec<f64>,
    /// Growth of the plan year.
    pub(super) drawn: Given,
}

/// One initiative.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Turnover<L: Lane> {
    /// Part that would not have happened anyway.
    pub(super) additionality: Given,
    /// Value added at current prices if all of it were new, by quarter.
    pub(super) nominal: Vec<L::One>,
    /// Division over industries.
    pub(super) hosts: Vec<L::One>,
}

/// What some futures come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures<L> {
    /// Real growth of the tiers' year.
    pub growth: L,
    /// GDP of the tiers' year at current prices.
    pub nominal: L,
    /// GDP of the tiers' year at constant prices.
    pub real: L,
    /// GDP of the year before at constant prices; nothing before the grid.
    pub real_before: L,
    /// GDP of the four quarters that end with each quarter of the grid, at current prices; of fewer
    /// at its very start.
    pub trailing: Vec<L>,
}

/// Room for the accounts of one run, `[industry][quarter]`.
#[derive(Clone, Debug, Default)]
pub(super) struct Accounts<L> {
    real: Vec<L>,
    prices: Vec<L>,
    cheapness: Vec<L>,
    quarterly: Vec<L>,
}

impl<L: Lane> Economy<L> {
    /// Industries times quarters after the base year.
    pub(super) fn layer_length(&self) -> usize {
        self.industries.len() * (self.quarters - 4)
    }

    /// The accounts, with what projects add given.
    pub(super) fn account(
        &self,
        drawn: &[L],
        layer: &[L],
        accounts: &mut Accounts<L>,
    ) -> Figures<L> {
        self.price_levels(drawn, accounts);
        self.add_up(drawn, layer, accounts);
        for known in &self.known {
            known.replace(&mut accounts.real, &accounts.prices, &accounts.cheapness, self.quarters);
        }
        self.figures(accounts)
    }

    /// Price levels by industry and year, and their inverses.
    fn price_levels(&self, drawn: &[L], accounts: &mut Accounts<L>) {
        let dearer = self.price.difference(drawn);
        accounts.prices.clear();
        accounts.cheapness.clear();
        for sector in &self.industries {
            let mut level = L::all(sector.base_price);
            for (year, &rise) in sector.prices.iter().enumerate() {
                if year > 0 {
                    let rise = L::splat(1.0 + rise);
                    level = level * if year < self.moves_from { rise } else { rise + dearer };
                }
                accounts.prices.push(level);
                accounts.cheapness.push(level.inverse());
            }
        }
    }

    /// Value added before known figures.
    fn add_up(&self, drawn: &[L], layer: &[L], accounts: &mut Accounts<L>) {
        let (years, after) = (self.quarters / 4, self.quarters - 4);
        accounts.real.clear();
        for (item, sector) in self.industries.iter().enumerate() {
            let faster = sector.drawn.difference(drawn);
            let mut level = L::splat(1.0);
            for year in 0..years {
                if year > 0 {
                    let growth = L::splat(1.0 + sector.growth[year]);
                    level = level * if year < self.moves_from { growth } else { growth + faster };
                }
                let from = item * after + year.saturating_sub(1) * 4;
                for (quarter, &base) in sector.base.iter().enumerate() {
                    let baseline = L::all(base) * level;
                    accounts.real.push(match year {
                        0 => baseline,
                        _ => baseline + layer[from + quarter],
                    });
                }
            }
        }
        for initiative in &self.initiatives {
            self.add_initiative(initiative, drawn, accounts);
        }
    }

    fn add_initiative(&self, initiative: &Turnover<L>, drawn: &[L], accounts: &mut Accounts<L>) {
        let years = self.quarters / 4;
        let new = initiative.additionality.value(drawn);
        for (item, &host) in initiative.hosts.iter().enumerate() {
            if host == L::One::default() {
                continue;
            }
            let own = &mut accounts.real[item * self.quarters..(item + 1) * self.quarters];
            for (t, (sum, &nominal)) in own.iter_mut().zip(&initiative.nominal).enumerate().skip(4)
            {
                let cheap = accounts.cheapness[item * years + t / 4];
                *sum = *sum + L::all(nominal) * L::all(host) * new * cheap;
            }
        }
    }

    fn figures(&self, accounts: &mut Accounts<L>) -> Figures<L> {
        let years = self.quarters / 4;
        let Accounts { real, prices, quarterly, .. } = accounts;
        quarterly.clear();
        quarterly.resize(self.quarters, L::default());
        let mut by_year = vec![L::default(); years];
        for (item, own) in real.chunks(self.quarters).enumerate() {
            for (year, quarters) in own.chunks(4).enumerate() {
                let price = prices[item * years + year];
                for (sum, &real) in quarterly[year * 4..].iter_mut().zip(quarters) {
                    *sum = *sum + real * price;
                }
                let sum = quarters.iter().fold(L::default(), |sum, &real| sum + real);
                by_year[year] = by_year[year] + sum;
            }
        }
        let trailing: Vec<L> = (0..self.quarters)
            .map(|t| {
                let last = &quarterly[t.saturating_sub(3)..=t];
                last.iter().fold(L::default(), |sum, &quarter| sum + quarter)
            })
            .collect();
        let Some(year) = self.year else {
            return Figures { trailing, ..Figures::default() };
        };
        let real_before = year.checked_sub(1).map_or(L::default(), |before| by_year[before]);
        // A change over nothing is none.
        let growth = (by_year[year] - real_before) * real_before.inverse();
        let (nominal, real) = (trailing[year * 4 + 3], by_year[year]);
        Figures { growth, nominal, real, real_before, trailing }
    }
}
