//! The definition of a pipeline: what changes it, what does not, and that no compiler does.
#![expect(unreachable_pub, reason = "the fixtures are written as in a library")]

mod changes;
mod fixture;
mod resume;
mod shapes;

use runnable_core::{
    hooks::Codecs,
    input::FromParameters,
    recording::{Recorded, definition_of},
};

/// Returns the lines of a definition.
fn lines<N: Recorded + FromParameters>() -> String {
    definition_of::<N>(&Codecs::of::<N>()).join("\n")
}
