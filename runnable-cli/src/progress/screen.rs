//! Draws the progress on stderr, from a thread of its own: neither a slow terminal nor a busy step holds up the other.

use super::Model;
use crate::terminal::clock;
use std::{
    fmt::Write as _,
    io::{Write, stderr},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};
use terminal_size::{Height, Width, terminal_size_of};

/// The time between two drawings: at most 20 a second.
const REDRAW: Duration = Duration::from_millis(50);
/// The time between two lines of a counter.
const COUNT: Duration = Duration::from_secs(5);

/// The progress of a run on stderr.
pub(crate) struct Screen {
    pub(crate) shared: Arc<Shared>,
    drawing: Option<JoinHandle<()>>,
}

/// The state that the drawing and those who change it share.
pub(crate) struct Shared {
    model: Mutex<Model>,
    /// True once the run has ended.
    ended: Mutex<bool>,
    end: Condvar,
}

impl Shared {
    /// Changes the model.
    pub(crate) fn update(&self, change: impl FnOnce(&mut Model)) {
        change(&mut self.model());
    }

    fn model(&self) -> MutexGuard<'_, Model> {
        self.model.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Screen {
    /// Starts to draw: with bars on a terminal, or else as a counter.
    pub(crate) fn start(model: Model, bars: bool) -> Self {
        let shared = Arc::new(Shared { model: Mutex::new(model), ended: Mutex::new(false), end: Condvar::new() });
        let drawn = Arc::clone(&shared);
        let draw = move || if bars { draw_bars(&drawn) } else { draw_counter(&drawn) };
        let drawing = thread::Builder::new().name("progress".to_owned()).spawn(draw).ok();
        Self { shared, drawing }
    }

    /// Changes the model.
    pub(crate) fn update(&self, change: impl FnOnce(&mut Model)) {
        self.shared.update(change);
    }

    /// Draws the lines that stay, and removes the progress.
    pub(crate) fn end(&mut self) {
        *self.shared.ended.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.shared.end.notify_all();
        if let Some(drawing) = self.drawing.take() {
            // A panic while drawing has been reported, and does not fail the run.
            let _ = drawing.join();
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.end();
    }
}

/// Waits; returns true if the run has ended.
fn wait(shared: &Shared, time: Duration) -> bool {
    let ended = shared.ended.lock().unwrap_or_else(PoisonError::into_inner);
    let waited = shared.end.wait_timeout_while(ended, time, |ended| !*ended);
    *waited.unwrap_or_else(PoisonError::into_inner).0
}

fn draw_bars(shared: &Shared) {
    let mut height = 0;
    // A run that ends at once shows no bars.
    let mut ended = wait(shared, REDRAW);
    loop {
        let size = terminal_size_of(stderr());
        let (width, room) = size.map_or((80, 24), |(Width(width), Height(height))| (width.into(), height.into()));
        let (lines, frame) = {
            let mut model = shared.model();
            let lines = std::mem::take(&mut model.lines);
            // The last column stays empty: some terminals wrap there.
            let frame = if ended { Vec::new() } else { model.frame(Instant::now(), usize::max(width, 2) - 1, room) };
            (lines, frame)
        };
        let mut text = String::new();
        if height > 0 {
            let _ = write!(text, "\r\x1b[{height}A");
        }
        for line in lines.iter().chain(&frame) {
            text.push_str(line);
            text.push_str("\x1b[K\r\n");
        }
        text.push_str("\x1b[J");
        height = frame.len();
        write(&text);
        if ended {
            return;
        }
        ended = wait(shared, REDRAW);
    }
}

fn draw_counter(shared: &Shared) {
    let (mut last, mut shown) = (Instant::now(), (0, 0));
    loop {
        let ended = wait(shared, REDRAW);
        let now = Instant::now();
        let mut text = String::new();
        {
            let mut model = shared.model();
            for line in std::mem::take(&mut model.lines) {
                text.push_str(line.trim_end());
                text.push('\n');
            }
            let state = (model.done, model.active.len());
            if !ended && now - last >= COUNT && state != shown {
                let time = clock(now - model.started);
                let (done, running) = state;
                let _ = writeln!(text, " [{time}] {done} steps done, {running} running, {} events", model.events);
                (last, shown) = (now, state);
            }
        }
        if !text.is_empty() {
            write(&text);
        }
        if ended {
            return;
        }
    }
}

/// Writes to stderr. Nobody is left to see an error.
fn write(text: &str) {
    let mut stderr = stderr().lock();
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}
