//! Figures already known, quarter by quarter.

use super::actual_cell::ActualCell;
use crate::plan::scenario::ActualKey;
use crate::text::Text;
use crate::text::actual::Entry;
use crate::ui::controls::{Choice, Toggle};
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot};
use crate::units::Year;
use yew::prelude::*;

/// The panel: one year at a time, all quarters beside each other; on phones one quarter at a time.
#[component]
pub(super) fn Actuals(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let grid = snapshot.plan.grid;
    let entry = use_state_eq(Entry::default);
    let quarter = use_state_eq(|| 0_usize);
    let year = use_state_eq(|| snapshot.plan.year);
    // Another plan may have other years.
    let shown = if grid.year_index(*year).is_some_and(|index| index > 0) {
        *year
    } else {
        snapshot.plan.year
    };
    let table = Table { snapshot, text, year: shown, entry: *entry, quarter: *quarter };
    html! {
        <section class="panel actuals" aria-labelledby="actuals-title">
            <header class="panel-head">
                <h2 id="actuals-title">{ text.actuals() }</h2>
                <p class="quiet">{ text.actuals_help() }</p>
            </header>
            <div class="panel-tools">
                { years(snapshot, shown, &year) }
                { entries(text, &entry) }
                <div class="only-phone">{ quarters(text, &quarter) }</div>
            </div>
            { table.html() }
            { for table.warnings() }
        </section>
    }
}

fn years(snapshot: &Snapshot, shown: Year, year: &UseStateHandle<Year>) -> Html {
    let text = snapshot.text();
    let all: Vec<Year> = snapshot.plan.grid.each_year().skip(1).collect();
    let choices = all
        .iter()
        .map(|year| Choice { value: year.to_string().into(), text: text.year(*year).into() });
    let choices = choices.collect::<Vec<_>>();
    let on_choose = {
        let year = year.clone();
        Callback::from(move |value: AttrValue| {
            if let Some(&chosen) = all.iter().find(|year| year.to_string() == value.as_str()) {
                year.set(chosen);
            }
        })
    };
    part!(Toggle {
        name: "actuals-year",
        label: text.actuals_year(),
        choices,
        chosen: shown.to_string(),
        on_choose
    })
}

fn entries(text: Text, entry: &UseStateHandle<Entry>) -> Html {
    let choices = vec![
        Choice { value: "growth".into(), text: text.actuals_as_growth().into() },
        Choice { value: "level".into(), text: text.actuals_as_level(text.money_unit()).into() },
    ];
    let chosen = match **entry {
        Entry::Growth => "growth",
        Entry::Level => "level",
    };
    let on_choose = {
        let entry = entry.clone();
        Callback::from(move |value: AttrValue| {
            entry.set(if value == "level" { Entry::Level } else { Entry::Growth });
        })
    };
    part!(Toggle { name: "actuals-unit", label: text.actuals_unit(), choices, chosen, on_choose })
}

fn quarters(text: Text, quarter: &UseStateHandle<usize>) -> Html {
    let choices = (0..4).map(|index: usize| Choice {
        value: index.to_string().into(),
        text: text.quarter_of_year(index).into(),
    });
    let choices = choices.collect::<Vec<_>>();
    let on_choose = {
        let quarter = quarter.clone();
        Callback::from(move |value: AttrValue| quarter.set(value.parse().unwrap_or(0)))
    };
    part!(Toggle {
        name: "actuals-quarter",
        label: text.actuals_quarter(),
        choices,
        chosen: quarter.to_string(),
        on_choose
    })
}

struct Table<'a> {
    snapshot: &'a Snapshot,
    text: Text,
    year: Year,
    entry: Entry,
    quarter: usize,
}

impl Table<'_> {
    fn html(&self) -> Html {
        let text = self.text;
        let caption = match self.entry {
            Entry::Growth => text.actuals_caption_growth(text.year(self.year)),
            Entry::Level => text.actuals_caption_level(text.year(self.year), text.money_unit()),
        };
        let heads = self.quarters().map(|(index, _)| {
            html! { <th scope="col" class={self.class(index)}>{ text.quarter_of_year(index) }</th> }
        });
        let industries = (0..self.snapshot.plan.industries.len()).map(|item| self.row(Some(item)));
        html! {
            <div class="table-frame">
                <table class="table actuals-table">
                    <caption>{ caption }</caption>
                    <thead><tr><th scope="col">{ text.header_industry() }</th>{ for heads }</tr></thead>
                    <tbody>
                        { self.row(None) }
                        { for industries }
                    </tbody>
                    <tfoot>{ self.to_date() }</tfoot>
                </table>
            </div>
        }
    }

    fn quarters(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        self.snapshot.plan.grid.quarters_of(self.year).enumerate()
    }

    /// On phones only the chosen quarter is in sight.
    fn class(&self, index: usize) -> Classes {
        classes!("quarter", (index == self.quarter).then_some("shown"))
    }

    fn row(&self, industry: Option<usize>) -> Html {
        let plan = &self.snapshot.plan;
        let name = match industry.and_then(|item| plan.industries.get(item)) {
            Some(industry) => self.text.name(&industry.name),
            None => self.text.actual_whole_gdp(),
        };
        let cells = self.quarters().map(|(index, t)| {
            html! { <td class={self.class(index)}>{ self.cell(ActualKey { quarter: t, industry }) }</td> }
        });
        html! {
            <tr key={industry.map_or("gdp".to_owned(), |item| item.to_string())} class={industry.is_none().then_some("whole")}>
                <th scope="row">{ name.to_owned() }</th>
                { for cells }
            </tr>
        }
    }

    fn cell(&self, place: ActualKey) -> Html {
        let snapshot = self.snapshot;
        let (text, outcome) = (self.text, &snapshot.outcome);
        let actual = snapshot.scenario.actuals.get(&place).copied();
        let (t, industry) = (place.quarter, place.industry);
        let modelled = match (self.entry, industry) {
            (Entry::Growth, Some(item)) => text.rate_number(outcome.quarter_growth_in(item, t)),
            (Entry::Growth, None) => text.rate_number(outcome.quarter_growth(t)),
            (Entry::Level, Some(item)) => text.money_number(outcome.quarterly_in(item, t).nominal),
            (Entry::Level, None) => text.money_number(outcome.quarterly(t).nominal),
        };
        let change = actual.map(|_| {
            let change = text.money_change(outcome.known_less_model(industry, t));
            AttrValue::from(text.actual_against_model(change))
        });
        part!(ActualCell {
            place,
            name: text.actual_place(&snapshot.plan, place),
            actual,
            modelled,
            change,
            entry: self.entry,
            text,
            dispatch: snapshot.dispatch.clone()
        })
    }

    /// Growth from the start of the year to the end of each quarter, as it is reported.
    fn to_date(&self) -> Html {
        let outcome = &self.snapshot.outcome;
        let cells = self.quarters().map(|(index, t)| {
            html! {
                <td class={classes!(self.class(index), "number")}>
                    { self.text.rate_fine(outcome.year_to_date_growth(t)) }
                </td>
            }
        });
        html! {
            <tr class="total">
                <th scope="row">{ self.text.year_to_date_growth() }</th>
                { for cells }
            </tr>
        }
    }

    /// Figures that contradict each other, or do nothing.
    fn warnings(&self) -> Vec<Html> {
        let (text, snapshot) = (self.text, self.snapshot);
        let actuals = &snapshot.scenario.actuals;
        let known = |quarter, industry| actuals.contains_key(&ActualKey { quarter, industry });
        let items = 0..snapshot.plan.industries.len();
        let said = self.quarters().filter_map(|(_, t)| {
            let quarter = text.quarter(snapshot.plan.grid, t);
            if known(t, None) && items.clone().all(|item| known(t, Some(item))) {
                Some(text.actuals_total_aside(quarter))
            } else if snapshot.outcome.own_figures_exceed_total(t) {
                Some(text.actuals_total_exceeded(quarter))
            } else {
                None
            }
        });
        said.map(
            |words| html! { <p class="notice" data-kind="warning" role="status">{ words }</p> },
        )
        .collect()
    }
}
