//! `PgBouncer` in front of a server.

#![allow(dead_code, reason = "every program with tests uses a part")]

use crate::server::{Server, command, directory, free_port, own, quiet, skip};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

/// A pooler in front of a server.
pub(crate) struct Pooler {
    directory: PathBuf,
    port: u16,
    program: String,
    process: Child,
}

impl Drop for Pooler {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.directory);
    }
}

impl Pooler {
    /// Starts a pooler with its default settings and these, or reports that the test is skipped.
    pub(crate) fn start(server: &Server, mode: &str, settings: &str) -> Option<Self> {
        // Debian keeps it where only administrators look.
        let installed = std::env::var("RUNNABLE_PGBOUNCER").unwrap_or_else(|_| "/usr/sbin/pgbouncer".to_owned());
        let is_there = |program: &&str| quiet(Command::new(program).arg("--version"));
        let Some(program) = [&*installed, "pgbouncer"].into_iter().find(is_there) else {
            skip("PgBouncer (`pgbouncer`) is not installed");
            return None;
        };
        let (directory, port) = (directory(), free_port());
        let file = format!(
            "[databases]\n* = host=127.0.0.1 port={}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\n\
             unix_socket_dir =\nauth_type = trust\nauth_file = {1}/users\npool_mode = {mode}\nlogfile = {1}/log\n{settings}",
            server.port,
            directory.display()
        );
        for (name, text) in [("settings", file.as_str()), ("users", "\"tests\" \"\"\n"), ("log", "")] {
            fs::write(directory.join(name), text).unwrap();
            own(&directory.join(name));
        }
        let process = spawn(program, &directory);
        Some(Self { directory, port, program: program.to_owned(), process })
    }

    /// Kills the pooler, and starts it again.
    pub(crate) fn restart(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        self.process = spawn(&self.program, &self.directory);
    }

    pub(crate) fn url(&self, database: &str) -> String {
        format!("postgres://tests@127.0.0.1:{}/{database}", self.port)
    }
}

fn spawn(program: &str, directory: &Path) -> Child {
    let mut process = command(program);
    process.arg("-q").arg(directory.join("settings"));
    process.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}
