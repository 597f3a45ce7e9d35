//! Runs as text for terminals.

mod header;
mod marks;
mod rows;
mod style;
mod timeline;
mod tree;

pub use self::style::TextStyle;
