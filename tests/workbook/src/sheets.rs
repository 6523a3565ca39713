//! IronCalc: opens a workbook, changes inputs, recalculates.

use anyhow::{Result, anyhow};
use ironcalc::base::Model;
use ironcalc::base::cell::CellValue;
use ironcalc::import::load_from_xlsx_bytes;
use mogao::exchange::workbook::{At, Value};

/// A workbook that is open.
pub struct Sheets {
    model: Model<'static>,
}

impl Sheets {
    /// Opens a file; nothing is calculated yet.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn open(bytes: &[u8]) -> Result<Self> {
        let workbook = load_from_xlsx_bytes(bytes, "workbook", "en", "UTC")
            .map_err(|error| anyhow!("{error:?}"))?;
        let model = Model::from_workbook(workbook, "en").map_err(|error| anyhow!(error))?;
        Ok(Self { model })
    }

    /// Puts a value into a cell, as a person would type it.
    ///
    /// # Errors
    ///
    /// When there is no such cell.
    pub fn set(&mut self, at: At, value: &Value) -> Result<()> {
        let (sheet, row, column) = place(at);
        let done = match value {
            Value::Number(number) => {
                self.model.update_cell_with_number(sheet, row, column, *number)
            }
            Value::Words(words) => self.model.update_cell_with_text(sheet, row, column, words),
            Value::Truth(truth) => self.model.update_cell_with_bool(sheet, row, column, *truth),
            Value::Blank => self
                .model
                .workbook
                .worksheet_mut(sheet)
                .and_then(|sheet| sheet.cell_clear_contents(row, column)),
        };
        done.map_err(|error| anyhow!("{}: {error}", at.name()))
    }

    /// Recalculates every formula.
    pub fn calculate(&mut self) {
        self.model.evaluate();
    }

    /// What a cell shows.
    #[must_use]
    pub fn read(&self, at: At) -> Value {
        let (sheet, row, column) = place(at);
        match self.model.get_cell_value_by_index(sheet, row, column) {
            Ok(CellValue::Number(number)) => Value::Number(number),
            Ok(CellValue::String(words)) => Value::Words(words),
            Ok(CellValue::Boolean(truth)) => Value::Truth(truth),
            Ok(CellValue::None) => Value::Blank,
            Err(error) => Value::Words(error),
        }
    }
}

fn place(at: At) -> (u32, i32, i32) {
    (at.sheet as u32, at.row as i32 + 1, i32::from(at.column) + 1)
}
