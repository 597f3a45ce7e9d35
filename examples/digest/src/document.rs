//! The input file.

use crate::read::{Format, Pieces, ReadError};
use runnable::Cancellation;
use serde::{Deserialize, Serialize};
use std::{
    fs::File,
    io::{self, BufReader, Read},
    path::PathBuf,
};

/// A text file. As a parameter it is its path, and a file that cannot be opened is an invalid parameter.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(try_from = "PathBuf", into = "PathBuf")]
pub(crate) struct Document {
    path: PathBuf,
    format: Format,
}

impl From<Document> for PathBuf {
    fn from(document: Document) -> Self {
        document.path
    }
}

impl TryFrom<PathBuf> for Document {
    type Error = ReadError;

    /// Opens the document at `path`. The extension decides whether it is Markdown.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be opened, is a directory, or is empty.
    fn try_from(path: PathBuf) -> Result<Self, ReadError> {
        let file = File::open(&path)?.metadata()?;
        if file.is_dir() {
            return Err(io::Error::from(io::ErrorKind::IsADirectory).into());
        }
        if file.is_file() && file.len() == 0 {
            return Err(ReadError::Empty);
        }
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        let markdown = ["md", "markdown", "mdown", "mkd"].iter().any(|known| known.eq_ignore_ascii_case(extension));
        Ok(Self { path, format: if markdown { Format::Markdown } else { Format::Plain } })
    }
}

impl Document {
    /// Starts reading. The reader fails once `cancellation` reports that the run was cancelled.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be opened.
    pub(crate) fn open(&self, cancellation: Cancellation) -> Result<Pieces<BufReader<Cancellable<File>>>, ReadError> {
        let file = Cancellable { reader: File::open(&self.path)?, cancellation };
        Ok(Pieces::new(BufReader::with_capacity(64 * 1024, file), self.format))
    }
}

/// A reader that fails once its step is cancelled: unlike a future, a thread cannot be dropped.
#[derive(Debug)]
pub(crate) struct Cancellable<R> {
    reader: R,
    cancellation: Cancellation,
}

impl<R: Read> Read for Cancellable<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.cancellation.is_cancelled() {
            return Err(io::Error::other("the run was cancelled"));
        }
        self.reader.read(buffer)
    }
}
