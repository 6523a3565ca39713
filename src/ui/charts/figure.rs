//! A picture that can also be read: name, description, and the same numbers as a table.

use crate::ui::browser::size::{Size, use_size};
use yew::prelude::*;

/// The numbers of a picture, as words.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the table shows, with unit and price basis.
    pub caption: AttrValue,
    /// One per column, units included.
    pub headers: Vec<AttrValue>,
    /// The first cell of a row is its header.
    pub rows: Vec<Vec<AttrValue>>,
}

/// What a figure shows.
#[derive(PartialEq, Properties)]
pub struct FigureProps {
    /// The name of the picture: the sentence it proves.
    pub name: AttrValue,
    /// What is drawn and how to read it.
    pub description: AttrValue,
    /// The picture for a size, as SVG elements. A new callback is a new picture.
    pub picture: Callback<Size, Html>,
    /// The same numbers as a table, made when it is asked for. A new callback is a new table.
    pub table: Callback<(), Table>,
    /// On the button that shows the table.
    pub table_text: AttrValue,
    /// On the button that shows the picture again.
    pub picture_text: AttrValue,
    /// A row of the table was asked about; rows cannot be asked about without it.
    #[prop_or_default]
    pub on_row: Option<Callback<usize>>,
    /// A class that gives the figure its place and height.
    #[prop_or_default]
    pub class: Classes,
    /// How many lines of captions high the picture is, where its height follows from what it shows;
    /// as high as its place otherwise.
    #[prop_or_default]
    pub lines: Option<f64>,
    /// More buttons beside the table's.
    #[prop_or_default]
    pub children: Html,
    /// The size before the browser has said one.
    #[prop_or_default]
    pub size: Option<Size>,
}

/// A `<figure>` whose picture and table take the same place.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    let place = use_node_ref();
    let letter = use_node_ref();
    let measured = use_size(&place, &letter);
    let as_table = use_state(|| false);
    let turn = {
        let as_table = as_table.clone();
        Callback::from(move |_: MouseEvent| as_table.set(!*as_table))
    };
    let label = if *as_table { &props.picture_text } else { &props.table_text };
    html! {
        <figure class={classes!("figure", props.lines.map(|_| "figure-lines"), props.class.clone())}>
            <div class="figure-place" ref={place}>
                <span class="figure-letter" ref={letter} />
                if *as_table {
                    { table(&props.table.emit(()), props.on_row.as_ref()) }
                } else {
                    { for measured.or(props.size).map(|size| picture(props, size)) }
                }
            </div>
            <div class="figure-actions">
                <button type="button" class="link" aria-pressed={(*as_table).to_string()} onclick={turn}>
                    { label }
                </button>
                { props.children.clone() }
            </div>
        </figure>
    }
}

fn picture(props: &FigureProps, size: Size) -> Html {
    let size = match props.lines {
        Some(lines) => Size { height: lines * size.text, ..size },
        None => size,
    };
    let (width, height) = (size.width.to_string(), size.height.to_string());
    html! {
        <svg class="chart" role="img" width={width.clone()} height={height.clone()}
            viewBox={format!("0 0 {width} {height}")}>
            <title>{ &props.name }</title>
            <desc>{ &props.description }</desc>
            { props.picture.emit(size) }
        </svg>
    }
}

fn table(table: &Table, on_row: Option<&Callback<usize>>) -> Html {
    let headers = table.headers.iter().map(|header| html! { <th scope="col">{ header }</th> });
    let rows = table.rows.iter().enumerate().map(|(index, row)| {
        let cells = row.iter().enumerate().map(|(column, cell)| match column {
            0 => html! { <th scope="row">{ header(cell, index, on_row) }</th> },
            _ => html! { <td class="number">{ cell }</td> },
        });
        html! { <tr>{ for cells }</tr> }
    });
    html! {
        <div class="figure-table" role="region" tabindex="0" aria-label={&table.caption}>
            <table>
                <caption>{ &table.caption }</caption>
                <thead><tr>{ for headers }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

/// The name of a row; a button where rows can be asked about.
fn header(name: &AttrValue, index: usize, on_row: Option<&Callback<usize>>) -> Html {
    match on_row {
        Some(on_row) => html! {
            <button type="button" class="link" onclick={on_row.reform(move |_: MouseEvent| index)}>
                { name }
            </button>
        },
        None => html! { { name } },
    }
}
