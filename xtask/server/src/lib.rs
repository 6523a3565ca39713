//! Serves one folder on this machine: for `cargo xtask serve` and for the browser tests.
//!
//! Only 127.0.0.1, only reading, never out of the folder. Nothing is cached, so that a rebuilt
//! app shows at the next reload.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io, thread};

/// A running server; it answers until the program ends.
#[derive(Debug)]
pub struct Server {
    port: u16,
}

impl Server {
    /// Serves `folder` on `port`, or on a free port for 0.
    pub fn start(folder: &Path, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port))?;
        let port = listener.local_addr()?.port();
        let folder = folder.to_owned();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let folder = folder.clone();
                // A visitor who leaves early is no failure of the server.
                thread::spawn(move || answer(stream, &folder).ok());
            }
        });
        Ok(Self { port })
    }

    /// The address of the page, ending in a slash.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }
}

fn answer(stream: TcpStream, folder: &Path) -> io::Result<()> {
    // A connection that is opened and never used must not keep its thread for ever.
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut lines = BufReader::new(stream.try_clone()?.take(16 * 1024)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}

    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let (status, kind, body) = match method {
        "GET" | "HEAD" => file(folder, target),
        _ => ("405 Method Not Allowed", "text/plain", Vec::new()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let mut stream = stream;
    stream.write_all(head.as_bytes())?;
    if method == "GET" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

fn file(folder: &Path, target: &str) -> (&'static str, &'static str, Vec<u8>) {
    let found =
        path_in(folder, target).and_then(|path| Some((media_type(&path), fs::read(path).ok()?)));
    match found {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", b"not found".to_vec()),
    }
}

/// The file a request asks for; `None` when the name would leave the folder.
fn path_in(folder: &Path, target: &str) -> Option<PathBuf> {
    let name = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let name = if name.is_empty() { "index.html" } else { name };
    let plain =
        |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '%']);
    name.split('/').all(plain).then(|| folder.join(name))
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        // With another type the browser cannot compile while it downloads.
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json" | "webmanifest") => "application/json",
        Some("woff2") => "font/woff2",
        Some("csv") => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(request: &str) -> String {
        let server = Server::start(Path::new(env!("CARGO_MANIFEST_DIR")), 0).unwrap();
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn a_file_comes_with_its_length_and_contents() {
        let answer = ask("GET /Cargo.toml?v=1 HTTP/1.1\r\nHost: x\r\n\r\n");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        assert!(answer.contains("name = \"static-server\""));
    }

    #[test]
    fn a_head_request_gets_no_contents() {
        let answer = ask("HEAD /Cargo.toml HTTP/1.1\r\n\r\n");
        assert!(
            answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with("\r\n\r\n"),
            "{answer}"
        );
    }

    #[test]
    fn a_missing_file_is_not_found_and_never_the_page() {
        assert!(ask("GET /none.js HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404"));
    }

    #[test]
    fn names_never_lead_out_of_the_folder() {
        for name in [
            "/../Cargo.toml",
            "/..%2fCargo.toml",
            "/src/../../Cargo.toml",
            "//etc/passwd",
            "/.git/config",
        ] {
            assert_eq!(path_in(Path::new("site"), name), None, "{name}");
        }
    }

    #[test]
    fn wasm_has_the_type_that_browsers_compile_while_downloading() {
        assert_eq!(media_type(Path::new("a.wasm")), "application/wasm");
    }
}
