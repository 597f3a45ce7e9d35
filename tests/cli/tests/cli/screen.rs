//! Programs in a terminal of their own.

use super::support::until;
use pty_process::{
    Size,
    blocking::{Command, Pty, open},
};
use std::{
    io::{Read, Write},
    num::NonZeroU16,
    process::{Child, ExitStatus},
    sync::{Arc, Mutex, PoisonError},
    thread::JoinHandle,
};

/// A program in a terminal. Its screen is kept as a person sees it.
pub(crate) struct Terminal {
    pub(crate) child: Child,
    keyboard: Arc<Pty>,
    shown: Arc<Mutex<Shown>>,
    reader: JoinHandle<()>,
}

/// The output of a program, and the screen that shows it.
struct Shown {
    bytes: Vec<u8>,
    screen: vt100::Parser,
}

impl Terminal {
    /// Starts a program in a terminal of this size.
    pub(crate) fn start(command: &std::process::Command, columns: u16, rows: u16) -> Self {
        let (master, slave) = open().unwrap();
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
        let screen = vt100::Parser::new(size(rows), size(columns), 0);
        let shown = Arc::new(Mutex::new(Shown { bytes: Vec::new(), screen }));
        let master = Arc::new(master);
        let (output, to) = (Arc::clone(&master), Arc::clone(&shown));
        let reader = std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            // The end of the program is an error for the reader of its terminal.
            while let Ok(count @ 1..) = (&*output).read(&mut buffer) {
                let mut to = to.lock().unwrap_or_else(PoisonError::into_inner);
                to.screen.process(&buffer[..count]);
                to.bytes.extend_from_slice(&buffer[..count]);
            }
        });
        Self { child, keyboard: master, shown, reader }
    }

    /// Returns the lines of the screen, without spaces at their ends and without empty lines at the end.
    pub(crate) fn text(&self) -> String {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).screen.screen().contents()
    }

    /// Presses a key.
    pub(crate) fn press(&self, key: u8) {
        (&*self.keyboard).write_all(&[key]).unwrap();
    }

    /// Waits until the screen has a text.
    pub(crate) fn until(&self, text: &str) {
        until(text, || self.text().contains(text));
    }

    /// Waits for the end of the program; returns its status and its last screen.
    pub(crate) fn wait(self) -> (ExitStatus, String) {
        let (status, text, _) = self.end();
        (status, text)
    }

    /// Waits for the end of the program; returns its status, its last screen, and all that it wrote.
    pub(crate) fn end(mut self) -> (ExitStatus, String, Vec<u8>) {
        until("the end of the program", || self.child.try_wait().unwrap().is_some() && self.reader.is_finished());
        let status = self.child.wait().unwrap();
        let bytes = std::mem::take(&mut self.shown.lock().unwrap_or_else(PoisonError::into_inner).bytes);
        (status, self.text(), bytes)
    }
}

fn size(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a terminal has rows and columns")
}
