//! `index.html`, taken apart and put together again for each edition.
//!
//! The file in the repository can be read by trunk as it stands. Here its links become the real
//! ones, under a content security policy that allows nothing written into the page itself.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use crate::lean;

/// The parts of `index.html`.
pub(crate) struct Page {
    /// The page without links to sources and without its script.
    html: String,
    /// The style sheets in cascade order, as paths from the project's folder.
    pub(crate) styles: Vec<String>,
    /// The script that starts the app and outlives it.
    pub(crate) boot: String,
}

impl Page {
    /// Takes `index.html` apart.
    pub(crate) fn parse(source: &str) -> Result<Self> {
        let (before, rest) = source
            .split_once("<script>\n")
            .context("index.html: no <script> on a line of its own")?;
        let (boot, after) =
            rest.split_once("</script>\n").context("index.html: the script does not end")?;
        ensure!(!after.contains("<script"), "index.html: more than one script");

        let (links, lines): (Vec<&str>, Vec<&str>) =
            before.lines().chain(after.lines()).partition(|line| line.contains("data-trunk"));
        let styles: Vec<String> = links.iter().filter_map(|link| style_path(link)).collect();
        ensure!(!styles.is_empty(), "index.html: no style sheet");
        Ok(Self { html: lines.join("\n") + "\n", styles, boot: lean::script(boot) })
    }

    /// The page under `policy`, with `head` at the end of its head and `body` at the end of its body.
    pub(crate) fn with(&self, policy: &str, head: &str, body: &str) -> String {
        // First of all in the head: a policy holds only for what follows it.
        let policy =
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n");
        let charset = "<meta charset=\"utf-8\">\n";
        self.html
            .replacen(charset, &format!("{charset}{policy}"), 1)
            .replacen("</head>", &format!("{head}</head>"), 1)
            .replacen("</body>", &format!("{body}</body>"), 1)
    }
}

fn style_path(link: &str) -> Option<String> {
    let href = link.contains("rel=\"css\"").then(|| link.split_once("href=\""))??.1;
    Some(href.split_once('"')?.0.to_owned())
}

/// The hash of a text as policies and `integrity` attributes spell it.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64.encode(Sha256::digest(bytes)))
}

/// SHA-256 in hexadecimal digits.
pub(crate) fn checksum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The policy of the hosted edition: only files of the same site.
pub(crate) const HOSTED_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; \
     manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// The policy of the single file: only the scripts and the style in it, and no connection at all.
pub(crate) fn single_policy(scripts: &[&str], style: &str) -> String {
    let quoted: Vec<String> =
        scripts.iter().map(|text| format!("'{}'", integrity(text.as_bytes()))).collect();
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src '{}'; img-src data: blob:; \
         font-src data:; connect-src 'none'; worker-src blob:; base-uri 'none'; form-action 'none'",
        quoted.join(" "),
        integrity(style.as_bytes())
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "<head>\n<meta charset=\"utf-8\">\n<link data-trunk rel=\"css\" href=\"styles/a.css\">\n\
        <link data-trunk rel=\"css\" href=\"styles/b.css\">\n<link data-trunk rel=\"rust\" data-bin=\"mogao\">\n\
        <script>\nstart();\n</script>\n</head>\n<body>\n</body>\n";

    #[test]
    fn the_page_comes_apart_into_styles_and_start_script() {
        let page = Page::parse(SOURCE).unwrap();
        assert_eq!(page.styles, ["styles/a.css", "styles/b.css"]);
        assert_eq!(page.boot, "start();\n");
    }

    #[test]
    fn the_policy_stands_before_everything_it_must_govern() {
        let html = Page::parse(SOURCE).unwrap().with("default-src 'none'", "<link>\n", "<b>\n");
        assert!(!html.contains("data-trunk") && !html.contains("start()"), "{html}");
        assert!(html.find("Content-Security-Policy") < html.find("<link>"));
        assert!(html.contains("<b>\n</body>"));
    }

    #[test]
    fn a_page_with_a_second_script_is_refused() {
        assert!(Page::parse(&SOURCE.replace("<body>", "<body><script>x</script>")).is_err());
    }

    #[test]
    fn the_single_file_names_its_scripts_by_hash_and_may_connect_nowhere() {
        let policy = single_policy(&[""], "");
        // The hash of no bytes at all is a published constant.
        assert!(
            policy.contains("script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"),
            "{policy}"
        );
        assert!(policy.contains("connect-src 'none'") && !policy.contains("unsafe-inline"));
    }
}
