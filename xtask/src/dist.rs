//! The two editions: a folder for a web server, and one file that opens from a stick.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::app::{self, Program, Study};
use crate::command::root;
use crate::lean;
use crate::page::{HOSTED_POLICY, Page, checksum, integrity, single_policy};
use crate::sizes;

/// Headers for the hosted edition, in the form that several static hosts read from a file of this name.
const HEADERS: &str = "\
/*
  Content-Security-Policy: {policy}; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()
/index.html
  Cache-Control: no-cache
/*-*
  Cache-Control: public, max-age=31536000, immutable
";

/// Everything the editions are made of.
pub(crate) struct Parts {
    app: Program,
    study: Study,
    tables: Program,
    page: Page,
    style: String,
    fonts: Vec<Font>,
}

/// A typeface that the styles refer to.
struct Font {
    /// The address as the style sheet writes it.
    url: String,
    bytes: Vec<u8>,
}

impl Parts {
    /// Builds the app and reads the page and its styles.
    pub(crate) fn build(release: bool) -> Result<Self> {
        let app = app::app(release)?;
        let study = app::study(release)?;
        let tables = app::tables(release)?;
        let page = Page::parse(&read("index.html")?)?;
        let sheets = page.styles.iter().map(|path| read(path)).collect::<Result<Vec<_>>>()?;
        let style = lean::style(&sheets.join("\n"));
        let fonts = fonts_in(&style)?;
        Ok(Self { app, study, tables, page, style, fonts })
    }

    /// The style sheet with every typeface at the address that `place` gives it.
    fn style_with(&self, place: impl Fn(&Font) -> String) -> String {
        let moved = |style: String, font: &Font| {
            style.replace(&format!("url(\"{}\")", font.url), &format!("url(\"{}\")", place(font)))
        };
        self.fonts.iter().fold(self.style.clone(), moved)
    }
}

/// The typefaces a style sheet refers to, each once.
fn fonts_in(style: &str) -> Result<Vec<Font>> {
    let mut fonts: Vec<Font> = Vec::new();
    for rest in style.split("url(\"").skip(1) {
        let url = rest.split('"').next().unwrap_or_default();
        if !url.starts_with("data:") && fonts.iter().all(|font| font.url != url) {
            let path = root().join("styles").join(url);
            let bytes =
                fs::read(&path).with_context(|| format!("a style sheet refers to styles/{url}"))?;
            fonts.push(Font { url: url.to_owned(), bytes });
        }
    }
    Ok(fonts)
}

/// Writes both editions to `dist/`, prints their sizes and refuses a first load that is too large.
pub(crate) fn dist() -> Result<()> {
    let folder = root().join("dist");
    let parts = Parts::build(true)?;
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let hosted = folder.join("hosted");
    let files = write_hosted(&parts, &hosted)?;
    let single = write_single(&parts, &folder.join("mogao.html"))?;
    fs::write(hosted.join("_headers"), HEADERS.replace("{policy}", HOSTED_POLICY))?;

    let mut sums: Vec<(String, String)> =
        files.iter().map(|(name, bytes)| (format!("hosted/{name}"), checksum(bytes))).collect();
    sums.push(("hosted/_headers".into(), checksum(&fs::read(hosted.join("_headers"))?)));
    sums.push(("mogao.html".into(), checksum(single.as_bytes())));
    sums.sort();
    let lines: String = sums.iter().map(|(name, sum)| format!("{sum}  {name}\n")).collect();
    fs::write(folder.join("SHA256SUMS"), lines)?;

    sizes::report(&files, &("mogao.html".into(), single.into_bytes()))
}

/// How the names begin of the files that are asked for when the app is up.
pub(crate) const LATER: &str = "study";

/// How the names begin of the files that are asked for when files are read or written.
pub(crate) const SELDOM: &str = "tables";

/// A file of an edition: its name and its contents.
pub(crate) type File = (String, Vec<u8>);

/// Writes the hosted edition and returns its files, the page last.
pub(crate) fn write_hosted(parts: &Parts, folder: &Path) -> Result<Vec<File>> {
    let files = hosted(parts);
    fs::create_dir_all(folder)?;
    // The page goes last: whoever reloads meanwhile gets either edition, never half of one.
    for (name, bytes) in &files {
        fs::write(folder.join(name), bytes).with_context(|| format!("could not write {name}"))?;
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !files.iter().any(|(name, _)| entry.file_name() == name.as_str()) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(files)
}

fn hosted(parts: &Parts) -> Vec<File> {
    let named = |name: &str, bytes: &[u8]| -> File {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        (format!("{stem}-{}.{ending}", &checksum(bytes)[..8]), bytes.to_vec())
    };
    let font_file =
        |font: &Font| named(font.url.rsplit('/').next().unwrap_or_default(), &font.bytes);
    let wasm = named("mogao.wasm", &parts.app.wasm);
    let glue = named("mogao.js", parts.app.glue.as_bytes());
    let boot = named("boot.js", parts.page.boot.as_bytes());
    let style = named("mogao.css", parts.style_with(|font| font_file(font).0).as_bytes());
    let later = [
        ("study=\"glue", named(&format!("{LATER}.js"), parts.study.glue.as_bytes())),
        ("study=\"simd", named(&format!("{LATER}.wasm"), &parts.study.simd)),
        ("study=\"scalar", named(&format!("{LATER}-scalar.wasm"), &parts.study.scalar)),
        ("tables=\"glue", named(&format!("{SELDOM}.js"), parts.tables.glue.as_bytes())),
        ("tables=\"program", named(&format!("{SELDOM}.wasm"), &parts.tables.wasm)),
    ];
    // No more than names: the app asks for what it needs once it is up.
    let names = |(role, (name, bytes)): &(&str, File)| {
        let integrity = integrity(bytes);
        format!("<meta data-{role}\" content=\"{name}\" data-integrity=\"{integrity}\">\n")
    };
    let names: String = later.iter().map(names).collect();
    // The start script comes before the style sheet, or it would wait for it.
    let head = format!(
        "<script src=\"{}\" data-wasm=\"{}\" data-integrity=\"{}\"></script>\n\
         <link rel=\"stylesheet\" href=\"{}\">\n\
         <script src=\"{}\" integrity=\"{}\" defer></script>\n",
        boot.0,
        wasm.0,
        integrity(&wasm.1),
        style.0,
        glue.0,
        integrity(&glue.1),
    );
    let page = parts.page.with(HOSTED_POLICY, &(head + &names), "");
    let mut files: Vec<File> = parts.fonts.iter().map(font_file).collect();
    files.extend([boot, style, glue, wasm]);
    files.extend(later.map(|(_, file)| file));
    files.push(("index.html".into(), page.into_bytes()));
    files
}

/// Writes the single-file edition and returns it.
pub(crate) fn write_single(parts: &Parts, path: &Path) -> Result<String> {
    let page = single(parts)?;
    fs::write(path, &page).with_context(|| format!("could not write {}", path.display()))?;
    Ok(page)
}

/// The whole app as one page that needs no server and no network.
fn single(parts: &Parts) -> Result<String> {
    let boot = inline(&parts.page.boot);
    let glue = inline(&parts.app.glue);
    let data = |font: &Font| format!("data:font/woff2;base64,{}", BASE64.encode(&font.bytes));
    let style = format!("\n{}", parts.style_with(data));
    ensure!(!style.contains("</style"), "a style sheet would end its element early");

    let study = inline(&parts.study.glue);
    let program = packed(&parts.app.wasm)?;
    let (simd, scalar) = (packed(&parts.study.simd)?, packed(&parts.study.scalar)?);
    let (tables_glue, tables) = (inline(&parts.tables.glue), packed(&parts.tables.wasm)?);
    // As text of another type the programs are skipped by the script parser. What the app asks for later
    // stands in the head, because it takes the whole body for itself.
    let head = format!(
        "<script>{boot}</script>\n<style>{style}</style>\n<script>{glue}</script>\n\
         <script data-study=\"glue\">{study}</script>\n\
         <script type=\"text/plain\" data-study=\"simd\">{simd}</script>\n\
         <script type=\"text/plain\" data-study=\"scalar\">{scalar}</script>\n\
         <script type=\"text/plain\" data-tables=\"glue\">{tables_glue}</script>\n\
         <script type=\"text/plain\" data-tables=\"program\">{tables}</script>\n"
    );
    let body = format!("<script type=\"text/plain\" data-program>{program}</script>\n");
    Ok(parts.page.with(&single_policy(&[&boot, &glue, &study], &style), &head, &body))
}

/// A program compressed, as text.
fn packed(wasm: &[u8]) -> Result<String> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(wasm)?;
    Ok(BASE64.encode(packed.finish()?))
}

/// A script that can stand inside a page without ending its element.
fn inline(script: &str) -> String {
    format!("\n{}", script.replace("</script", "<\\/script").replace("<!--", "<\\!--"))
}

fn read(path: &str) -> Result<String> {
    fs::read_to_string(root().join(path)).with_context(|| format!("could not read {path}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        let page = Page::parse(&read("index.html").unwrap()).unwrap();
        let (glue, wasm) = ("let a = '</script><!--';".to_owned(), b"\0asm".to_vec());
        let app = Program { glue: glue.clone(), wasm: wasm.clone() };
        let tables = Program { glue: glue.clone() + "t", wasm: [&wasm[..], b"tables"].concat() };
        let study = Study { glue, simd: [&wasm[..], b"simd"].concat(), scalar: wasm };
        let style = "@font-face { src: url(\"fonts/a.woff2\") }\n".to_owned();
        let fonts = vec![Font { url: "fonts/a.woff2".into(), bytes: b"wOF2".to_vec() }];
        Parts { app, study, tables, page, style, fonts }
    }

    #[test]
    fn the_hosted_page_holds_no_script_and_no_style_of_its_own() {
        let files = hosted(&parts());
        let page = String::from_utf8(files.last().unwrap().1.clone()).unwrap();
        assert!(
            !page.contains("<style") && !page.contains(" style=") && !page.contains("onclick"),
            "{page}"
        );
        assert_eq!(page.matches("<script").count(), page.matches("<script src=").count());
        let style = parts().style_with(|_| files[0].0.clone());
        for (name, _) in &files[..files.len() - 1] {
            let quoted = format!("\"{name}\"");
            assert!(page.contains(&quoted) || style.contains(&quoted), "nothing refers to {name}");
        }
    }

    #[test]
    fn no_address_in_the_editions_is_absolute() {
        let page = String::from_utf8(hosted(&parts()).pop().unwrap().1).unwrap();
        for text in [page, single(&parts()).unwrap()] {
            let text = text.replace("xmlns='http://www.w3.org/2000/svg'", "");
            assert!(!text.contains("http:") && !text.contains("https:") && !text.contains("=\"/"));
        }
    }

    #[test]
    fn a_script_inside_the_single_file_cannot_end_its_element() {
        let page = single(&parts()).unwrap();
        assert_eq!(page.matches("<script").count(), page.matches("</script").count());
        assert!(!page.contains("<!--"));
    }

    #[test]
    fn what_is_asked_for_later_is_named_with_its_contents() {
        let files = hosted(&parts());
        let page = String::from_utf8(files.last().unwrap().1.clone()).unwrap();
        for (program, role) in [
            (LATER, "glue"),
            (LATER, "simd"),
            (LATER, "scalar"),
            (SELDOM, "glue"),
            (SELDOM, "program"),
        ] {
            let place = format!("data-{program}=\"{role}\" content=\"");
            let (_, rest) = page.split_once(&place).unwrap();
            let (name, rest) = rest.split_once('"').unwrap();
            let (_, bytes) = files.iter().find(|(file, _)| file == name).unwrap();
            assert!(name.starts_with(program) && rest.contains(&integrity(bytes)), "{name}");
        }
    }

    #[test]
    fn the_single_file_runs_the_glue_it_names_and_no_other_script() {
        let page = single(&parts()).unwrap();
        let (_, rest) = page.split_once("<script data-study=\"glue\">").unwrap();
        let (glue, _) = rest.split_once("</script>").unwrap();
        assert!(page.contains(&format!("'{}'", integrity(glue.as_bytes()))));
    }

    #[test]
    fn typefaces_travel_inside_the_single_file() {
        let page = single(&parts()).unwrap();
        assert!(page.contains("url(\"data:font/woff2;base64,d09GMg==\")"), "{page}");
    }

    #[test]
    fn a_typeface_that_is_not_there_stops_the_build() {
        assert!(fonts_in("url(\"fonts/none.woff2\")").is_err());
        assert!(fonts_in("url(\"data:font/woff2,\")").unwrap().is_empty());
    }

    #[test]
    fn names_change_with_contents_only() {
        let mut changed = parts();
        changed.style.push_str("/* more */");
        let names =
            |parts: &Parts| hosted(parts).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        let (before, after) = (names(&parts()), names(&changed));
        let differing = before.iter().zip(&after).filter(|(one, other)| one != other).count();
        assert_eq!(differing, 1, "{before:?} {after:?}");
    }
}
