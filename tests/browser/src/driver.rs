//! The program that drives the browser.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use anyhow::{Context, Result};

use crate::site::variable;

/// How often a driver may fail to start: it takes one port twice, for two kinds of addresses, and the
/// second may just have gone to another test.
const ATTEMPTS: u32 = 5;

/// A running chromedriver; it ends when this value is dropped.
pub(crate) struct Driver {
    child: Child,
    port: u16,
    /// Held so that the driver can go on writing.
    output: Option<BufReader<ChildStdout>>,
}

impl Driver {
    /// Starts a driver on a port that it chooses itself, so that tests can run side by side.
    pub(crate) fn start() -> Result<Self> {
        let mut attempts = (1..=ATTEMPTS).map(|_| Self::start_once());
        let first = attempts.next().context("no attempt")?;
        first.or_else(|error| attempts.find_map(Result::ok).ok_or(error))
    }

    fn start_once() -> Result<Self> {
        let program = variable("CHROMEDRIVER")?;
        let mut child = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("could not start {}", program.display()))?;
        let mut output = child.stdout.take().map(BufReader::new);
        // Made first, so that a driver that says nothing is ended too.
        let mut driver = Self { child, port: 0, output: None };
        let mut said = Vec::new();
        for line in output.as_mut().context("chromedriver has no output")?.lines() {
            said.push(line?);
            if let Some(port) = said.last().and_then(|line| port_in(line)) {
                driver.port = port;
                driver.output = output;
                return Ok(driver);
            }
        }
        anyhow::bail!("chromedriver did not start: {}", said.join(" "))
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// The port in a line like `ChromeDriver was started successfully on port 40123.`
fn port_in(line: &str) -> Option<u16> {
    line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_the_line_that_says_it() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 40123."), Some(40123));
        assert_eq!(port_in("Starting ChromeDriver 156.0 on port 0"), None);
    }
}
