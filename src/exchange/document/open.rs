//! Opening a scenario file: its size, form and version first, then all of it against its plan.

use super::content::Document;
use super::problem::DocumentProblem;
use super::read::Reader;
use super::seal::{self, Seal};
use super::{BARE, FORMAT, MOST_BYTES, VERSION, plan_mark};
use crate::plan::Plan;
use crate::plan::scenario::Scenario;
use serde_json::{Map, Value};

/// Most tables within tables.
const DEEPEST: usize = 16;

/// A file whose form is known, before its plan is.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    entries: Map<String, Value>,
    version: u64,
}

/// The text of a file, if it is text and not too much.
///
/// # Errors
/// What the bytes are instead.
pub fn text_of(bytes: &[u8]) -> Result<&str, DocumentProblem> {
    if bytes.len() > MOST_BYTES {
        return Err(DocumentProblem::TooLarge { found: bytes.len(), most: MOST_BYTES });
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(DocumentProblem::Packed);
    }
    str::from_utf8(bytes).map_err(|_| DocumentProblem::NotText)
}

/// Reads the form of a file: enough to know which plan it needs.
///
/// # Errors
/// Why it is no scenario that this program can read.
pub fn open(text: &str) -> Result<Opened, DocumentProblem> {
    if text.len() > MOST_BYTES {
        return Err(DocumentProblem::TooLarge { found: text.len(), most: MOST_BYTES });
    }
    let text = text.trim_start_matches('\u{feff}');
    if depth(text) > DEEPEST {
        return Err(DocumentProblem::TooDeep { most: DEEPEST });
    }
    let value: Value = serde_json::from_str(text).map_err(|error| DocumentProblem::NotJson {
        line: error.line(),
        column: error.column(),
        words: error.to_string(),
    })?;
    let Value::Object(entries) = value else { return Err(DocumentProblem::OtherFormat) };
    if entries.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(DocumentProblem::OtherFormat);
    }
    match entries.get("version").and_then(Value::as_u64) {
        Some(version @ BARE..=VERSION) => Ok(Opened { entries, version }),
        Some(found) if found > VERSION => {
            Err(DocumentProblem::NewerVersion { found, known: VERSION })
        }
        _ => {
            let found = entries.get("version").map_or("missing".to_owned(), Value::to_string);
            Err(DocumentProblem::UnknownVersion { found })
        }
    }
}

/// The scenario and its name from the text of a file that must be what was written.
///
/// # Errors
/// Every problem of the file, in the order of its entries; nothing is loaded then.
pub fn from_json(plan: &Plan, text: &str) -> Result<(Scenario, String), Vec<DocumentProblem>> {
    let read = open(text).map_err(|problem| vec![problem])?.read(plan)?;
    match read.seal {
        Seal::Broken => Err(vec![DocumentProblem::BrokenSeal]),
        Seal::Whole | Seal::Missing => Ok((read.scenario, read.name)),
    }
}

impl Opened {
    /// Id of the plan that it belongs to; empty where it says none.
    #[must_use]
    pub fn plan(&self) -> &str {
        self.entries.get("plan").and_then(Value::as_str).unwrap_or_default()
    }

    /// What that plan said when the file was written, where the file tells.
    #[must_use]
    pub fn plan_mark(&self) -> Option<&str> {
        self.entries.get("plan_mark").and_then(Value::as_str)
    }

    /// Reads the whole of it against its plan.
    ///
    /// # Errors
    /// Every problem of the file, in the order of its entries.
    pub fn read(&self, plan: &Plan) -> Result<Document, Vec<DocumentProblem>> {
        let mut reader = Reader::new(plan);
        let mut document = Document {
            scenario: Scenario::default(),
            name: String::new(),
            note: String::new(),
            app: None,
            seal: seal::look(&self.entries),
            same_plan: self.plan_mark().is_none_or(|mark| mark == plan_mark(plan)),
            removed: 0,
        };
        for (entry, value) in &self.entries {
            reader.entry(self.version, entry, value, &mut document);
        }
        for needed in ["plan", "name"] {
            if !self.entries.contains_key(needed) {
                reader.wrong_kind(needed, "there");
            }
        }
        reader.end().map(|()| document)
    }
}

/// How many tables stand within each other, at most; counted before anything is made of them.
fn depth(text: &str) -> usize {
    let (mut now, mut most, mut quoted, mut escaped) = (0_usize, 0_usize, false, false);
    for byte in text.bytes() {
        if quoted {
            quoted = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
            continue;
        }
        match byte {
            b'"' => quoted = true,
            b'{' | b'[' => {
                now += 1;
                most = most.max(now);
            }
            b'}' | b']' => now = now.saturating_sub(1),
            _ => {}
        }
    }
    most
}
