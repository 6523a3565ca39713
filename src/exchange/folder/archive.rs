//! Zips of tables, in and out.

use super::{
    File, MARK, MOST_BYTES, MOST_FILE_BYTES, MOST_FILES, Refusal, has_ending, is_hidden, is_table,
    parts,
};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::read::ZipFile;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The tables of a zip; everything else in it is passed over without being unpacked.
///
/// # Errors
/// Every reason to refuse it. A zip that is larger than [`MOST_BYTES`] is not even opened.
pub fn unpack(zip: &[u8]) -> Result<Vec<File>, Vec<Refusal>> {
    let size = zip.len() as u64;
    if size > MOST_BYTES {
        return Err(vec![Refusal::TooLarge { found: Some(size), most: MOST_BYTES }]);
    }
    let mut archive = ZipArchive::new(Cursor::new(zip)).map_err(|_| vec![Refusal::NotAZip])?;
    let found = archive.len();
    if found > MOST_FILES {
        return Err(vec![Refusal::TooManyFiles { found, most: MOST_FILES }]);
    }
    // Of two files with one name the reader would show the last only.
    if archive.has_duplicate_names() {
        return Err(vec![Refusal::NotAZip]);
    }
    // What matters of a name is ASCII, so an old encoding of Chinese folders does no harm.
    let names: Vec<String> =
        archive.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
    let (mut files, mut refusals, mut total) = (Vec::new(), Vec::new(), 0);
    for (index, path) in names.into_iter().enumerate() {
        match entry(&mut archive, index, path) {
            Ok(Some(file)) => {
                total += file.bytes.len() as u64;
                if total > MOST_BYTES {
                    refusals.push(Refusal::TooLarge { found: None, most: MOST_BYTES });
                    break;
                }
                files.push(file);
            }
            Ok(None) => {}
            Err(refusal) => refusals.push(refusal),
        }
    }
    if refusals.is_empty() { Ok(files) } else { Err(refusals) }
}

/// One table of the zip; `None` for what is no table.
fn entry(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    path: String,
) -> Result<Option<File>, Refusal> {
    if leads_outside(&path) {
        return Err(Refusal::Outside { file: path });
    }
    if is_hidden(&path) || path.ends_with('/') {
        return Ok(None);
    }
    if has_ending(&path, ".zip") {
        return Err(Refusal::Nested { file: path });
    }
    if !is_table(&path) {
        return Ok(None);
    }
    match archive.by_index_data(index) {
        Ok(entry) if entry.is_symlink() => return Err(Refusal::Outside { file: path }),
        Ok(entry) if entry.encrypted() => return Err(Refusal::Locked { file: path }),
        _ => {}
    }
    match archive.by_index(index) {
        Ok(file) => contents(file, path).map(Some),
        Err(_) => Err(Refusal::Damaged { file: path }),
    }
}

/// Unpacks one file, and gives up as soon as it is larger than any table.
fn contents(file: ZipFile<'_, Cursor<&[u8]>>, path: String) -> Result<File, Refusal> {
    let mut bytes = Vec::new();
    match file.take(MOST_FILE_BYTES + 1).read_to_end(&mut bytes) {
        Ok(read) if read as u64 > MOST_FILE_BYTES => {
            Err(Refusal::FileTooLarge { file: path, found: None, most: MOST_FILE_BYTES })
        }
        Ok(_) => Ok(File { path, bytes }),
        Err(_) => Err(Refusal::Damaged { file: path }),
    }
}

/// Whether a name is absolute or climbs out of its folder. Nothing is ever written under it, but
/// whoever makes such a name means no good.
fn leads_outside(path: &str) -> bool {
    let drive = path.as_bytes().get(1) == Some(&b':');
    drive || path.starts_with(['/', '\\']) || parts(path).any(|part| part == "..")
}

/// The tables as a zip, each with the mark by which spreadsheets know UTF-8; the same tables always
/// give the same bytes.
///
/// # Errors
/// Only where memory cannot be written, which does not happen.
pub fn pack(tables: &BTreeMap<String, String>) -> std::io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in tables {
        zip.start_file(name.as_str(), options)?;
        if name.ends_with(".csv") && !text.starts_with(MARK) {
            zip.write_all(MARK.encode_utf8(&mut [0; 4]).as_bytes())?;
        }
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
