//! Sheets become a file.

use super::book::{Book, FIRST, Kind, Role, Sheet};
use super::term::Value;
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Formula, Workbook, Worksheet, XlsxError,
};
use std::collections::BTreeMap;
use std::fmt;

/// Why there is no file.
#[derive(Debug)]
pub struct Problem(XlsxError);

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Problem {}

impl From<XlsxError> for Problem {
    fn from(error: XlsxError) -> Self {
        Self(error)
    }
}

/// Width of a column that has none of its own, in characters.
const WIDTH: f64 = 13.0;
/// The paper, by its number in the format.
const A4: u8 = 9;
/// So many columns are still legible side by side on paper.
const FITTING: u16 = 16;
/// The longest text that a cell takes; a name beyond it is no name.
const MOST_CHARACTERS: usize = 2000;

/// The same book is the same bytes whenever it is written.
///
/// # Errors
///
/// When a sheet has more rows or columns than a file can hold.
pub fn file(book: &Book) -> Result<Vec<u8>, Problem> {
    let mut workbook = Workbook::new();
    // A moment of its own would make every file another one.
    let always = ExcelDateTime::from_ymd(2023, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&always));
    let mut formats = BTreeMap::new();
    for sheet in &book.sheets {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(&sheet.name)?;
        write_sheet(worksheet, sheet, &mut formats)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn write_sheet(
    worksheet: &mut Worksheet,
    sheet: &Sheet,
    formats: &mut BTreeMap<(Role, Kind, bool), Format>,
) -> Result<(), Problem> {
    worksheet.set_formula_result_default("");
    worksheet.set_landscape().set_paper_size(A4);
    worksheet.set_freeze_panes(sheet.frozen.0, sheet.frozen.1)?;
    let columns = sheet.cells.keys().map(|&(_, column)| column + 1).max().unwrap_or(0);
    if columns <= FITTING {
        worksheet.set_print_fit_to_pages(1, 0);
    }
    for column in 0..columns {
        worksheet.set_column_width(column, sheet.widths.get(&column).copied().unwrap_or(WIDTH))?;
    }
    for (&(row, column), cell) in &sheet.cells {
        let right = match cell.role {
            Role::Head => column >= FIRST,
            Role::Derived | Role::Result => matches!(cell.value, Value::Words(_)),
            _ => false,
        };
        let key = (cell.role, cell.kind, right);
        let format = formats.entry(key).or_insert_with(|| format(key));
        match (&cell.formula, &cell.value) {
            (Some(formula), value) => {
                let formula = Formula::new(formula).set_result(result(value));
                worksheet.write_formula_with_format(row, column, formula, format)?;
            }
            (None, Value::Number(number)) if number.is_finite() => {
                worksheet.write_number_with_format(row, column, *number, format)?;
            }
            // Whatever a name begins with, it stays words.
            (None, Value::Words(words)) => {
                let words: String = words.chars().take(MOST_CHARACTERS).collect();
                worksheet.write_string_with_format(row, column, words, format)?;
            }
            (None, Value::Truth(truth)) => {
                worksheet.write_boolean_with_format(row, column, *truth, format)?;
            }
            (None, Value::Blank | Value::Number(_)) => {
                worksheet.write_blank(row, column, format)?;
            }
        }
    }
    for (at, words) in &sheet.choices {
        let validation = DataValidation::new().allow_list_strings(words)?;
        worksheet.add_data_validation(at.row, at.column, at.row, at.column, &validation)?;
    }
    Ok(())
}

/// A value as a file carries it beside a formula.
fn result(value: &Value) -> String {
    match value {
        Value::Blank => "0".to_owned(),
        Value::Number(number) if number.is_finite() => number.to_string(),
        Value::Number(_) => "#NUM!".to_owned(),
        Value::Words(words) => words.clone(),
        Value::Truth(true) => "TRUE".to_owned(),
        Value::Truth(false) => "FALSE".to_owned(),
    }
}

const INK: u32 = 0x1F_29_37;
const QUIET: u32 = 0x6B_72_80;
const GIVEN: u32 = 0x1D_4E_D8;
const INPUT: u32 = 0xFF_F7_D6;
const HEAD: u32 = 0xEE_F1_F5;
const LINE: u32 = 0xD5_DA_E1;

fn format((role, kind, right): (Role, Kind, bool)) -> Format {
    let plain = Format::new().set_font_color(Color::RGB(INK));
    let format = match role {
        Role::Title => plain.set_bold().set_font_size(16),
        Role::Heading => plain.set_bold().set_font_size(12),
        Role::Note => plain.set_font_color(Color::RGB(QUIET)),
        Role::Head => plain
            .set_bold()
            .set_text_wrap()
            .set_background_color(Color::RGB(HEAD))
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(Color::RGB(LINE)),
        Role::Label | Role::Derived => plain,
        Role::Input => plain
            .set_font_color(Color::RGB(GIVEN))
            .set_background_color(Color::RGB(INPUT))
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(LINE))
            .set_unlocked(),
        Role::Given => plain.set_font_color(Color::RGB(GIVEN)),
        Role::Result => plain.set_bold(),
    };
    let format = if right { format.set_align(FormatAlign::Right) } else { format };
    match kind {
        Kind::Plain => format,
        Kind::Money => format.set_num_format("#,##0.0000"),
        Kind::Percent => format.set_num_format("0.00%"),
        Kind::Points => format.set_num_format("0.0000"),
        Kind::Factor => format.set_num_format("0.000000"),
        Kind::Quarters => format.set_num_format("0.00"),
        Kind::Count => format.set_num_format("#,##0"),
    }
}
