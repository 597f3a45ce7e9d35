//! Reading a text of any size in bounded memory.
//!
//! At most one piece of a line ([`MAX_PIECE`]) is in memory, so a text with one enormous line costs
//! no more than any other.

use crate::markdown::Markdown;
use std::{
    error::Error,
    fmt,
    io::{self, BufRead},
};

/// The maximum number of bytes of a line in memory; a longer line is read in several pieces.
pub(crate) const MAX_PIECE: usize = 16 * 1024;

/// An error while reading a text.
#[derive(Debug)]
pub(crate) enum ReadError {
    /// The input contains no text.
    Empty,
    /// The input contains a NUL byte, which text does not.
    Binary {
        /// The offset of the byte from the start of the input.
        offset: u64,
    },
    /// The input is not UTF-8.
    NotUtf8 {
        /// The offset of the first invalid byte from the start of the input.
        offset: u64,
    },
    /// The reader failed.
    Io(io::Error),
}

impl ReadError {
    /// Suggests a remedy.
    fn help(&self) -> &'static str {
        match self {
            Self::Empty => "name a file that contains prose; code, tables and front matter of Markdown are skipped",
            Self::Binary { .. } => "extract the text first, for example with `pdftotext` or `pandoc`",
            Self::NotUtf8 { .. } => "convert the file first, for example with `iconv -f latin1 -t utf-8 FILE > TEXT`",
            Self::Io(error) => match error.kind() {
                io::ErrorKind::NotFound => "check the path, which is relative to the current directory",
                io::ErrorKind::IsADirectory => "name a file in the directory",
                io::ErrorKind::PermissionDenied => "make the file readable",
                _ => "try again with a copy of the file",
            },
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the file contains no text"),
            Self::Binary { offset } => write!(f, "the file is binary: NUL byte at offset {offset}"),
            Self::NotUtf8 { offset } => write!(f, "the file is not UTF-8: invalid byte at offset {offset}"),
            Self::Io(error) if error.kind() == io::ErrorKind::NotFound => f.write_str("no such file"),
            Self::Io(error) if error.kind() == io::ErrorKind::IsADirectory => f.write_str("this is a directory"),
            Self::Io(error) => write!(f, "the file could not be read: {error}"),
        }?;
        write!(f, "; {}", self.help())
    }
}

impl Error for ReadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Io(error) => Some(error),
            _ => None,
        }
    }
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// A line, or a part of a line that is longer than [`MAX_PIECE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece<'a> {
    /// The text, including its line ending.
    pub(crate) text: &'a str,
    /// True if the line ends here.
    pub(crate) ends_line: bool,
}

/// The format of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// Plain text: everything is prose.
    Plain,
    /// Markdown: [`Markdown`] skips what is not prose.
    Markdown,
}

/// Reads a text in pieces of bounded size and checks that it is text.
#[derive(Debug)]
pub(crate) struct Pieces<R> {
    reader: R,
    markdown: Option<Markdown>,
    buffer: Vec<u8>,
    /// The number of bytes of the buffer that the last piece took.
    taken: usize,
    /// The offset of the buffer in the input.
    offset: u64,
    seen_text: bool,
}

impl<R: BufRead> Pieces<R> {
    /// Reads from `reader`, skipping a byte order mark.
    pub(crate) fn new(reader: R, format: Format) -> Self {
        let markdown = (format == Format::Markdown).then(Markdown::default);
        Self { reader, markdown, buffer: Vec::with_capacity(MAX_PIECE), taken: 0, offset: 0, seen_text: false }
    }

    /// Returns the next piece, or `None` at the end of the input.
    ///
    /// Anything that is not prose becomes an empty piece. A line longer than [`MAX_PIECE`] is cut
    /// after white space, or anywhere if it has none.
    ///
    /// # Errors
    ///
    /// Fails if the input is not text, if it ends without any text, or if the reader fails.
    pub(crate) fn next_piece(&mut self) -> Result<Option<Piece<'_>>, ReadError> {
        self.buffer.drain(..self.taken);
        self.offset += self.taken as u64;
        self.taken = 0;
        let ends_line = self.fill()?;
        if self.buffer.is_empty() {
            return if self.seen_text { Ok(None) } else { Err(ReadError::Empty) };
        }
        if let Some(at) = self.buffer.iter().position(|&byte| byte == 0) {
            return Err(ReadError::Binary { offset: self.offset + at as u64 });
        }
        let valid = match std::str::from_utf8(&self.buffer) {
            Ok(text) => text,
            // The next piece holds the whole of a character that the end of the buffer cuts in two.
            Err(error) if error.error_len().is_none() && !ends_line => {
                std::str::from_utf8(&self.buffer[..error.valid_up_to()]).unwrap_or_default()
            }
            Err(error) => {
                return Err(ReadError::NotUtf8 { offset: self.offset + error.valid_up_to() as u64 });
            }
        };
        let text = if ends_line { valid } else { &valid[..cut_after_space(valid)] };
        self.taken = text.len();
        let text = if self.offset == 0 { text.trim_start_matches('\u{feff}') } else { text };
        let piece = Piece { text, ends_line };
        let piece = self.markdown.as_mut().map_or(piece, |markdown| markdown.prose(piece));
        self.seen_text = self.seen_text || !piece.text.trim().is_empty();
        Ok(Some(piece))
    }

    /// Fills the buffer up to the end of the line or the input, or up to its bound. Returns true if
    /// the line ended.
    fn fill(&mut self) -> Result<bool, ReadError> {
        while self.buffer.len() < MAX_PIECE {
            let available = match self.reader.fill_buf() {
                Ok(available) => available,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error.into()),
            };
            if available.is_empty() {
                return Ok(true);
            }
            let room = available.len().min(MAX_PIECE - self.buffer.len());
            let newline = available[..room].iter().position(|&byte| byte == b'\n');
            let used = newline.map_or(room, |at| at + 1);
            self.buffer.extend_from_slice(&available[..used]);
            self.reader.consume(used);
            if newline.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Returns the position after the last white space of `text`, or its end if it has none.
pub(crate) fn cut_after_space(text: &str) -> usize {
    text.char_indices().rev().find(|(_, c)| c.is_whitespace()).map_or(text.len(), |(at, c)| at + c.len_utf8())
}
