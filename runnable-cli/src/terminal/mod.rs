//! Writing for people: styles, texts without control characters, durations and tables.

mod look;
mod output;
mod table;
mod text;

pub(crate) use look::{Look, Paint, Stream};
pub(crate) use output::{print_error, stderr_line, stdout_text};
pub(crate) use runnable_view::format::{age, clock, duration, width as columns};
pub(crate) use table::Table;
pub(crate) use text::{cut, tail, visible, visible_line};

use terminal_size::{Height, Width, terminal_size_of};

/// Returns the number of columns of a stream; `None` if it is not a terminal.
pub(crate) fn width(stream: Stream) -> Option<usize> {
    size(stream).map(|(Width(columns), _)| usize::from(columns)).filter(|columns| *columns > 0)
}

/// Returns the number of rows of a stream; `None` if it is not a terminal.
pub(crate) fn rows(stream: Stream) -> Option<usize> {
    size(stream).map(|(_, Height(rows))| usize::from(rows)).filter(|rows| *rows > 0)
}

fn size(stream: Stream) -> Option<(Width, Height)> {
    match stream {
        Stream::Stdout => terminal_size_of(std::io::stdout()),
        Stream::Stderr => terminal_size_of(std::io::stderr()),
    }
}
