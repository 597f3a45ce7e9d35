//! Starts the programs.

use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// A directory with a run log.
pub(crate) struct Room(TempDir);

/// The output of a process, and its exit code.
#[derive(Debug)]
pub(crate) struct Done {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Room {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Returns the app with its run log in `runs.db`.
    pub(crate) fn app(&self, arguments: &[&str]) -> Command {
        self.command(env!("CARGO_BIN_EXE_app"), arguments)
    }

    /// Returns `rnbl`, without a run log in its variables.
    pub(crate) fn rnbl(&self, arguments: &[&str]) -> Command {
        let mut command = self.command(env!("CARGO_BIN_EXE_reader"), arguments);
        command.env_remove("RUNNABLE_RUN_LOG__URL").env_remove("RUNNABLE_TOKEN");
        command
    }

    /// Runs `rnbl` on the run log to its end.
    pub(crate) fn read(&self, arguments: &[&str]) -> Done {
        done(self.rnbl(&[arguments, &["--log", "runs.db"]].concat()))
    }

    fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(self.0.path()).stdin(Stdio::null());
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env("LC_ALL", "C.UTF-8");
        command.env("RUNNABLE_RUN_LOG__URL", "sqlite:runs.db").env("RUNNABLE_RUN_LOG__CODE_IDENTITY", "false");
        command
    }

    /// Runs the app to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Done {
        done(self.app(arguments))
    }
}

/// A service of the app, until it is dropped.
pub(crate) struct Service {
    process: Child,
    /// The address of the service.
    pub(crate) url: String,
}

impl Room {
    /// Starts a service of the app on the run log.
    pub(crate) fn serve(&self, arguments: &[&str]) -> Service {
        self.serve_at("127.0.0.1:0", arguments)
    }

    /// Starts a service at an address.
    pub(crate) fn serve_at(&self, address: &str, arguments: &[&str]) -> Service {
        let mut command = self.app(&[&["serve", "--addr", address], arguments].concat());
        let mut process = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(process.stderr.take().unwrap()).lines().map(Result::unwrap);
        let line = lines.find(|line| line.starts_with("listening on ")).unwrap();
        // Nobody reads what follows.
        std::thread::spawn(move || lines.for_each(drop));
        let url = line.split_whitespace().nth(2).unwrap().trim_end_matches("/runs").to_owned();
        Service { process, url }
    }

    /// Runs `rnbl` on a service to its end.
    pub(crate) fn ask(&self, service: &Service, arguments: &[&str]) -> Done {
        done(self.rnbl(&[arguments, &["--url", &service.url]].concat()))
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Runs a command to its end.
pub(crate) fn done(mut command: Command) -> Done {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Done { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// Waits until a condition holds.
pub(crate) fn until(what: &str, mut condition: impl FnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(30);
    while !condition() {
        assert!(Instant::now() < deadline, "{what} did not happen");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Waits until a file exists.
pub(crate) fn until_exists(file: &Path) {
    until("the file", || file.exists());
}

/// Sends a signal to a process.
pub(crate) fn signal(process: u32, signal: &str) {
    let status = Command::new("kill").args([signal, &process.to_string()]).status().unwrap();
    assert!(status.success());
}
