//! Files in from the planner's hand, and files out.

use super::errands;
use crate::exchange::errand::{Answer, Errand};
use crate::exchange::folder::{self, Choice, File, Listed, Refusal, Trouble};
use crate::exchange::unanswered::Unanswered;
use crate::plan::Plan;
use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DataTransfer, FileList, FileSystemDirectoryEntry, FileSystemEntry,
    FileSystemFileEntry, HtmlAnchorElement, Url,
};

/// How deep a dropped folder is searched, and how many files are looked at.
const MOST_DEPTH: usize = 6;
const MOST_OFFERED: usize = 5_000;

/// A file that was chosen or dropped, not read yet.
pub(crate) struct Offered {
    path: String,
    file: web_sys::File,
}

/// Files that were chosen in a dialog of the browser.
pub(crate) fn chosen(files: &FileList) -> Vec<Offered> {
    let files = (0..files.length()).filter_map(|index| files.get(index));
    files.map(|file| Offered { path: path(&file), file }).collect()
}

/// The folders before a file's name, where a whole folder was chosen.
fn path(file: &web_sys::File) -> String {
    let within = Reflect::get(file, &JsValue::from_str("webkitRelativePath"));
    let within = within.ok().and_then(|path| path.as_string()).filter(|path| !path.is_empty());
    within.unwrap_or_else(|| file.name())
}

/// What was dropped: entries stay readable after the event, the event's own list does not.
pub(crate) struct Dropped {
    entries: Vec<FileSystemEntry>,
    files: Vec<Offered>,
}

/// Takes hold of what is being dropped; `None` where it is no file.
pub(crate) fn dropped(transfer: &DataTransfer) -> Option<Dropped> {
    let items = transfer.items();
    let items = (0..items.length()).filter_map(|index| items.get(index));
    let (mut entries, mut files) = (Vec::new(), Vec::new());
    for item in items.filter(|item| item.kind() == "file") {
        if let Ok(Some(entry)) = item.webkit_get_as_entry() {
            entries.push(entry);
        } else if let Ok(Some(file)) = item.get_as_file() {
            files.push(Offered { path: file.name(), file });
        }
    }
    (!entries.is_empty() || !files.is_empty()).then_some(Dropped { entries, files })
}

impl Dropped {
    /// The files in it, folders searched.
    pub(crate) async fn files(self) -> Vec<Offered> {
        let mut found = self.files;
        let mut open: Vec<(FileSystemEntry, usize)> =
            self.entries.into_iter().map(|entry| (entry, 0)).collect();
        while let Some((entry, depth)) = open.pop() {
            if found.len() >= MOST_OFFERED {
                break;
            }
            if entry.is_directory() && depth < MOST_DEPTH {
                let inside = entries_of(entry.unchecked_ref()).await;
                open.extend(inside.into_iter().map(|entry| (entry, depth + 1)));
            } else if entry.is_file()
                && let Some(file) = file_of(entry.unchecked_ref()).await
            {
                let path = entry.full_path().trim_start_matches('/').to_owned();
                found.push(Offered { path, file });
            }
        }
        found
    }
}

async fn file_of(entry: &FileSystemFileEntry) -> Option<web_sys::File> {
    let found = Promise::new(&mut |resolve, reject| {
        entry.file_with_callback_and_callback(&resolve, &reject);
    });
    JsFuture::from(found).await.ok().map(JsCast::unchecked_into)
}

/// What a folder holds; the browser hands it out in portions until one is empty.
async fn entries_of(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut all = Vec::new();
    loop {
        let portion = Promise::new(&mut |resolve, reject| {
            // A refusal arrives through `reject`.
            let _ = reader.read_entries_with_callback_and_callback(&resolve, &reject);
        });
        let Ok(portion) = JsFuture::from(portion).await else { return all };
        let portion: Array = portion.unchecked_into();
        if portion.length() == 0 || all.len() >= MOST_OFFERED {
            return all;
        }
        all.extend(portion.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
}

/// Reads the files as a plan; nothing that is too large is read at all.
pub(crate) async fn plan(offered: Vec<Offered>) -> Result<Plan, Vec<Trouble>> {
    let errand = errand(&offered).await.map_err(files_trouble)?;
    match errands::run(&errand).await {
        Ok(Answer::Plan(opened)) => Ok(opened.plan()),
        Ok(Answer::Refused(troubles)) => Err(troubles),
        Ok(_) => Err(vec![Trouble::Unread(Unanswered::Stopped)]),
        Err(why) => Err(vec![Trouble::Unread(why)]),
    }
}

/// What is to be done with the files.
async fn errand(offered: &[Offered]) -> Result<Errand, Vec<Refusal>> {
    let listed: Vec<Listed> = offered
        .iter()
        .map(|one| Listed { path: one.path.clone(), size: one.file.size() as u64 })
        .collect();
    let indices = match folder::choose(&listed)? {
        Choice::Zip(index) => {
            return bytes(&offered[index]).await.map(Errand::OpenZip).map_err(|why| vec![why]);
        }
        Choice::Tables(indices) => indices,
    };
    let (mut files, mut refusals) = (Vec::new(), Vec::new());
    for one in indices.into_iter().filter_map(|index| offered.get(index)) {
        match bytes(one).await {
            Ok(bytes) => files.push(File { path: one.path.clone(), bytes }),
            Err(refusal) => refusals.push(refusal),
        }
    }
    if refusals.is_empty() { Ok(Errand::OpenTables(files)) } else { Err(refusals) }
}

fn files_trouble(refusals: Vec<Refusal>) -> Vec<Trouble> {
    refusals.into_iter().map(Trouble::Files).collect()
}

async fn bytes(offered: &Offered) -> Result<Vec<u8>, Refusal> {
    let buffer = JsFuture::from(offered.file.array_buffer()).await;
    buffer
        .map(|buffer| Uint8Array::new(&buffer).to_vec())
        .map_err(|_| Refusal::Unreadable { file: offered.path.clone() })
}

/// Saves a file as the browser saves downloads; `None` where it does not allow that.
pub(crate) fn download(name: &str, kind: &str, bytes: &[u8]) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement =
        gloo::utils::document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The download has its own hold on the contents once it has begun.
    gloo::timers::callback::Timeout::new(10_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}

/// Puts text where it can be pasted from; false where the browser does not allow that.
pub(crate) async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Pages that were not opened safely have no clipboard at all.
    let navigator = window.navigator();
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
