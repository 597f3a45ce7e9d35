//! Programs in a terminal of their own.

use super::support::until;
use pty_process::{
    Size,
    blocking::{Command, open},
};
use std::{
    io::Read,
    num::NonZeroU16,
    process::{Child, ExitStatus},
    sync::{Arc, Mutex, PoisonError},
    thread::JoinHandle,
};

/// A program in a terminal. Its screen is kept as a person sees it.
pub(crate) struct Terminal {
    pub(crate) child: Child,
    screen: Arc<Mutex<vt100::Parser>>,
    reader: JoinHandle<()>,
}

impl Terminal {
    /// Starts a program in a terminal of this size.
    pub(crate) fn start(command: &std::process::Command, columns: u16, rows: u16) -> Self {
        let (mut master, slave) = open().unwrap();
        master.resize(Size::new(rows, columns)).unwrap();
        let mut inside = Command::new(command.get_program()).args(command.get_args());
        if let Some(folder) = command.get_current_dir() {
            inside = inside.current_dir(folder);
        }
        for (name, value) in command.get_envs() {
            inside = match value {
                Some(value) => inside.env(name, value),
                None => inside.env_remove(name),
            };
        }
        let child = inside.env("TERM", "xterm-256color").spawn(slave).unwrap();
        let screen = Arc::new(Mutex::new(vt100::Parser::new(size(rows), size(columns), 0)));
        let shown = Arc::clone(&screen);
        let reader = std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            // The end of the program is an error for the reader of its terminal.
            while let Ok(count @ 1..) = master.read(&mut buffer) {
                shown.lock().unwrap_or_else(PoisonError::into_inner).process(&buffer[..count]);
            }
        });
        Self { child, screen, reader }
    }

    /// Returns the lines of the screen, without spaces at their ends and without empty lines at the end.
    pub(crate) fn text(&self) -> String {
        self.screen.lock().unwrap_or_else(PoisonError::into_inner).screen().contents()
    }

    /// Waits until the screen has a text.
    pub(crate) fn until(&self, text: &str) {
        until(text, || self.text().contains(text));
    }

    /// Waits for the end of the program; returns its status and its last screen.
    pub(crate) fn wait(mut self) -> (ExitStatus, String) {
        let status = self.child.wait().unwrap();
        while !self.reader.is_finished() {
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        let text = self.text();
        (status, text)
    }
}

fn size(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a terminal has rows and columns")
}
