//! Initiatives: the part of a turnover that is new value added here.

use super::book::{At, Block, Kind, Role};
use super::desk::{Desk, sheet};
use super::levers::Levers;
use super::prices::{Prices, deflated};
use super::term::{Term, Value, choose, equal};
use crate::plan::initiative::Initiative;
use crate::plan::lever::{Kind as Lever, Lever as One};

const PLANNED: u16 = 1;
const SET: u16 = 2;
const YIELD: u16 = 6;
const PATTERN: u16 = 7;
const HOSTS: u16 = 11;

/// Writes the sheet; gives each initiative's value added by industry and quarter.
pub(super) fn write(desk: &mut Desk, levers: &mut Levers, prices: &Prices) -> Vec<Block> {
    let (plan, text) = (desk.plan, desk.text);
    let (industries, quarters, years) = (desk.industries(), desk.quarters(), desk.years());
    let names: Vec<String> =
        plan.initiatives.iter().map(|item| text.name(&item.name).to_owned()).collect();
    let mut page = desk.page(sheet::INITIATIVES);
    page.title(text.book_sheet_initiatives(), text.book_initiatives_note());
    if names.is_empty() {
        return Vec::new();
    }
    page.heading(text.book_initiative_numbers(), text.book_yield_rule());
    let heads = [
        text.part_initiatives().to_owned(),
        text.book_turnover_planned().to_owned(),
        text.book_turnover_set().to_owned(),
        text.lever_kind(Lever::ValueAddedRate).to_owned(),
        text.lever_kind(Lever::InitiativeAdditionality).to_owned(),
        text.lever_kind(Lever::InitiativeDisplacement).to_owned(),
        text.book_yield().to_owned(),
    ];
    let pattern = [0, 1, 2, 3].map(|quarter| text.quarter_of_year(quarter).to_owned());
    let hosts = plan.industries.iter().map(|item| text.book_hosted_by(text.name(&item.name)));
    page.heads(heads.into_iter().chain(pattern).chain(hosts));
    let top = page.row;
    page.row += names.len() as u32 + 1;
    page.heading(text.book_turnover_listed(), "");
    let listed = page.block(&names, text.book_money_unit(), &years, &[]);
    page.heading(text.book_turnover(), text.book_turnover_rule());
    let turnover = page.block(&names, text.book_money_unit(), &years, &[]);
    page.heading(text.term_new_value(), text.book_initiative_nominal_rule());
    let nominal = page.by_quarter(&names, &quarters, &years);
    let real: Vec<Block> = names
        .iter()
        .map(|name| {
            page.heading(&text.each_at_its_price(name), text.book_initiative_real_rule());
            page.by_quarter(&industries, &quarters, &years)
        })
        .collect();

    for (item, initiative) in plan.initiatives.iter().enumerate() {
        let place = |column| At::new(sheet::INITIATIVES, top + item as u32, column);
        desk.book.say(place(0), names[item].clone(), Role::Label);
        write_numbers(desk, levers, item, initiative, &place);
        write_turnover(desk, item, initiative, (listed, turnover), (place(PLANNED), place(SET)));
        for t in 0..quarters.len() {
            let money = turnover.at(item, t / 4) * place(PATTERN + (t % 4) as u16) * place(YIELD);
            let term = if t < 4 { Term::Number(0.0) } else { money };
            desk.book.put(nominal.at(item, t), term, Role::Derived, Kind::Money);
            for industry in 0..industries.len() {
                let own = nominal.at(item, t) * place(HOSTS + industry as u16);
                let term = deflated(own, prices.level.at(industry, t));
                desk.book.put(real[item].at(industry, t), term, Role::Derived, Kind::Money);
            }
        }
    }
    let mut page = desk.page(sheet::INITIATIVES);
    page.sum_years(nominal, Kind::Money);
    for &block in &real {
        page.sum_years(block, Kind::Money);
    }
    real
}

fn write_numbers(
    desk: &mut Desk,
    levers: &mut Levers,
    item: usize,
    initiative: &Initiative,
    place: &dyn Fn(u16) -> At,
) {
    let plan = desk.plan;
    let planned = levers.planned(desk, One::of_item(Lever::Turnover, item, plan));
    desk.book.put(place(PLANNED), planned, Role::Derived, Kind::Money);
    let kinds = [
        (Lever::Turnover, Kind::Money),
        (Lever::ValueAddedRate, Kind::Percent),
        (Lever::InitiativeAdditionality, Kind::Percent),
        (Lever::InitiativeDisplacement, Kind::Percent),
    ];
    for (index, (kind, written)) in kinds.into_iter().enumerate() {
        let term = levers.set(desk, One::of_item(kind, item, plan));
        desk.book.put(place(SET + index as u16), term, Role::Derived, written);
    }
    let part = place(SET + 1) * place(SET + 2) * (1.0 - Term::from(place(SET + 3)));
    desk.book.put(place(YIELD), part, Role::Derived, Kind::Percent);
    let given = initiative.pattern.iter().chain(&initiative.hosts).enumerate();
    for (index, share) in given {
        let at = place(PATTERN + index as u16);
        desk.book.give(at, Value::Number(share.0), Role::Given, Kind::Percent);
    }
    for industry in initiative.hosts.len()..plan.industries.len() {
        let at = place(HOSTS + industry as u16);
        desk.book.give(at, Value::Number(0.0), Role::Given, Kind::Percent);
    }
}

/// Turnover by year: as listed until the plan year, as set in it, in proportion afterwards.
fn write_turnover(
    desk: &mut Desk,
    item: usize,
    initiative: &Initiative,
    (listed, turnover): (Block, Block),
    (planned, set): (At, At),
) {
    let plan = desk.plan;
    for (index, year) in plan.grid.each_year().enumerate() {
        let money = index
            .checked_sub(1)
            .and_then(|later| initiative.turnover.get(later).or(initiative.turnover.last()))
            .map_or(0.0, |turnover| turnover.value.0);
        desk.book.give(listed.at(item, index), Value::Number(money), Role::Given, Kind::Money);
        let own = listed.at(item, index);
        let term = if index == 0 {
            Term::Number(0.0)
        } else if year < plan.year {
            own.into()
        } else if year == plan.year {
            choose(equal(planned, set), own, set)
        } else {
            let moved = choose(equal(planned, 0.0), set, own * set / planned);
            choose(equal(planned, set), own, moved)
        };
        desk.book.put(turnover.at(item, index), term, Role::Derived, Kind::Money);
    }
}
