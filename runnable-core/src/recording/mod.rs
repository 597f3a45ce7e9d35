//! Inputs and returns as JSON, and the step that is recorded.

mod codec;
mod keep;

pub use codec::{
    Codec, Inputs, IntoParameters, NoCodec, NoText, Recall, Recalled, Recorded, Told, input_of, told, value_of,
};
pub use keep::{Encode, RecordedWork};
