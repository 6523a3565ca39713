//! Tiers: whether each is reached, by how much it is missed, and what the rest of the year must do.

mod writing;

use super::book::{Area, At, Block, Kind, Role};
use super::desk::{Desk, sheet};
use super::gdp::Gdp;
use super::levers::Levers;
use super::term::{Function, Term, Value, sum, sum_product_of};
use crate::plan::lever::{Kind as Lever, Lever as One};
use crate::plan::tier::TierMode;
use writing::Writing;

/// What is undefined.
const NONE: &str = "—";

macro_rules! lines {
    ($($(#[$doc:meta])* $name:ident: $label:ident, $kind:ident;)*) => {
        /// A line of the table of tiers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Line {
            $($(#[$doc])* $name,)*
        }

        impl Line {
            const ALL: &'static [Self] = &[$(Self::$name),*];

            fn label(self, text: crate::text::Text) -> &'static str {
                match self { $(Self::$name => text.$label(),)* }
            }

            fn kind(self) -> Kind {
                match self { $(Self::$name => Kind::$kind,)* }
            }
        }
    };
}

lines! {
    /// Growth asked for.
    AskedGrowth: book_asked_growth, Percent;
    /// Level asked for.
    AskedLevel: book_asked_level, Money;
    /// Which tests must hold.
    Mode: tier_mode_header, Plain;
    /// Growth that must be computed.
    Needed: book_growth_needed, Percent;
    /// Growth of the year.
    Growth: book_growth_reached, Percent;
    /// Level of the year.
    Level: book_level_reached, Money;
    /// Growth missing, in percentage points.
    GrowthGap: book_growth_gap, Points;
    /// Level missing.
    LevelGap: book_level_gap, Money;
    /// Whether the growth test holds.
    GrowthMet: book_growth_met, Plain;
    /// Whether the level test holds.
    LevelMet: book_level_met, Plain;
    /// Whether the tier is reached.
    Attained: header_state, Plain;
    /// The level that the growth asked for stands for.
    LevelOfGrowth: level_of_growth, Money;
    /// Current-price GDP missing by the growth test.
    ShortByGrowth: book_short_by_growth, Money;
    /// The test that decides.
    Binding: binding, Plain;
    /// What is missing by it.
    BindingGap: header_gap, Money;
    /// Base that growth and level imply.
    ImpliedBase: book_implied_base, Money;
    /// Rise of the deflator that they imply.
    ImpliedDeflator: book_implied_deflator, Percent;
    /// When the level is crossed, in quarters since the start of the base year.
    LevelCrossing: book_level_crossing, Quarters;
    /// From which quarter growth holds to the end of the year.
    GrowthCrossing: book_growth_crossing, Plain;
    /// Growth that open quarters need for the growth test.
    RequiredByGrowth: book_required_by_growth, Percent;
    /// Growth that open quarters need for the level test.
    RequiredByLevel: book_required_by_level, Percent;
    /// The one that decides.
    Required: required_growth, Percent;
    /// Part of the goal that should be done.
    Pace: book_pace, Percent;
    /// Part of the goal that is done.
    Done: book_done, Percent;
}

/// Where the tiers stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tiers {
    /// By line and tier.
    pub table: Block,
}

impl Tiers {
    /// A line of a tier.
    pub(super) fn at(self, line: Line, tier: usize) -> At {
        self.table.at(line as usize, tier)
    }
}

/// The tiers' year so far.
struct SoFar {
    known: At,
    known_real: At,
    known_before: At,
    open_before: At,
    open_priced: At,
    known_nominal: At,
    known_nominal_before: At,
    nominal_before: At,
}

/// Writes the sheet.
pub(super) fn write(desk: &mut Desk, levers: &mut Levers, gdp: &Gdp) -> Tiers {
    let (plan, text) = (desk.plan, desk.text);
    let names: Vec<String> =
        plan.tiers.iter().map(|tier| text.name(&tier.name).to_owned()).collect();
    let (quarters, year) = (desk.quarters(), desk.plan_year());
    let mut page = desk.page(sheet::TIERS);
    page.title(text.book_sheet_tiers(), text.book_tiers_note());
    page.heading(&text.table_tiers_caption(text.year(plan.year)), text.book_tiers_rule());
    let labels: Vec<String> = Line::ALL.iter().map(|line| line.label(text).to_owned()).collect();
    let table = page.block(&labels, "", &names, &[]);
    page.heading(text.book_crossing(), text.book_crossing_rule());
    let crossing = page.block(&names, text.book_quarters(), &quarters, &[]);
    page.heading(text.book_keeps(), text.book_keeps_rule());
    let keeps = page.block(&names, "1/0", &quarters[year * 4..year * 4 + 4], &[]);
    page.heading(text.book_so_far(), text.book_so_far_rule());
    let so_far =
        page.block(&so_far_labels(text), text.book_money_unit(), &[text.year(plan.year)], &[]);

    let tiers = Tiers { table };
    let so_far = (year > 0).then(|| write_so_far(desk, gdp, so_far, year));
    for (item, tier) in plan.tiers.iter().enumerate() {
        for &line in Line::ALL {
            let unit = match line.kind() {
                Kind::Percent => "%",
                Kind::Money => text.book_money_unit(),
                Kind::Points => text.unit_label(crate::plan::lever::Unit::RateDifference),
                Kind::Quarters => text.book_quarters(),
                _ => "",
            };
            let at = tiers.at(line, 0);
            desk.book.say(At { column: 1, ..at }, unit, Role::Label);
        }
        let asked = [
            (Line::AskedGrowth, tier.growth.is_some(), Lever::TierGrowth),
            (Line::AskedLevel, tier.level.is_some(), Lever::TierLevel),
        ];
        for (line, given, lever) in asked {
            if given {
                let term = levers.set(desk, One::of_item(lever, item, plan));
                desk.book.put(tiers.at(line, item), term, Role::Derived, line.kind());
            } else {
                desk.book.give(tiers.at(line, item), Value::Blank, Role::Input, line.kind());
            }
        }
        let mode = desk.scenario.modes.get(&item).copied().unwrap_or(tier.mode);
        let at = tiers.at(Line::Mode, item);
        desk.book.say(at, text.tier_mode(mode), Role::Input);
        let modes = [TierMode::Both, TierMode::Growth, TierMode::Level, TierMode::Any];
        let words = modes.map(|mode| text.tier_mode(mode).to_owned());
        if let Some(sheet) = desk.book.sheets.get_mut(sheet::TIERS) {
            sheet.choices.push((at, words.to_vec()));
        }
        let tier = Writing { desk, tiers, item, gdp, year };
        tier.write(levers.published, crossing, keeps, so_far.as_ref());
    }
    tiers
}

fn so_far_labels(text: crate::text::Text) -> Vec<String> {
    [
        text.book_quarters_known(),
        text.book_known_real(),
        text.book_known_before(),
        text.book_open_before(),
        text.book_open_priced(),
        text.book_known_nominal(),
        text.book_known_nominal_before(),
        text.book_nominal_before(),
    ]
    .map(str::to_owned)
    .to_vec()
}

fn write_so_far(desk: &mut Desk, gdp: &Gdp, block: Block, year: usize) -> SoFar {
    let now = year * 4..year * 4 + 4;
    let before = year * 4 - 4..year * 4;
    let known = gdp.known.row(0, now.clone());
    let deflator = gdp.deflator.row(0, now.clone());
    let real_before = gdp.total_real.row(0, before.clone());
    let nominal_before = gdp.total_nominal.row(0, before);
    let three = |one: Area, two: Area, other: Area| {
        Term::Of(Function::SumProduct, vec![one.into(), two.into(), other.into()])
    };
    let terms = [
        sum(known),
        sum_product_of(known, gdp.total_real.row(0, now.clone())),
        sum_product_of(known, real_before),
        sum(real_before) - sum_product_of(known, real_before),
        sum_product_of(real_before, deflator) - three(known, real_before, deflator),
        sum_product_of(known, gdp.total_nominal.row(0, now)),
        sum_product_of(known, nominal_before),
        sum(nominal_before),
    ];
    for (row, term) in terms.into_iter().enumerate() {
        let kind = if row == 0 { Kind::Count } else { Kind::Money };
        desk.book.put(block.at(row, 0), term, Role::Derived, kind);
    }
    let at = |row| block.at(row, 0);
    SoFar {
        known: at(0),
        known_real: at(1),
        known_before: at(2),
        open_before: at(3),
        open_priced: at(4),
        known_nominal: at(5),
        known_nominal_before: at(6),
        nominal_before: at(7),
    }
}
