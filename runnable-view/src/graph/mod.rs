//! Pictures of graphs.

mod dot;
mod font;
mod lanes;
mod layout;
mod outline;
mod picture;
mod svg;
#[cfg(test)]
mod tests;
mod tree;
mod xml;

pub use self::picture::GraphPicture;
pub(crate) use self::xml::xml;
