//! The definition of a node: the lines that a resumed run compares with those that were recorded.

use crate::{
    hooks::Codecs,
    input::{FromParameters, Resources, Shapes, Source},
};

/// Returns the definition of a node and of all its steps: signatures, bindings and conditions as the macros wrote them, and then
/// the shapes of the values that are read from a record, as far as their `Deserialize` describes them.
#[must_use]
pub fn definition_of<N: FromParameters>(codecs: &Codecs) -> Vec<String> {
    let mut shapes = Shapes::default();
    // No parameter has a value, so nothing is built.
    let _ = N::from_parameters(&mut Source::of_shapes(&Resources::default(), N::NAME, &mut shapes));
    codecs.shapes(&mut shapes);
    codecs.definitions().flat_map(str::lines).map(str::to_owned).chain(shapes.lines()).collect()
}
