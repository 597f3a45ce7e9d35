//! Inputs and outputs as JSON, and the step that is recorded.

mod codec;
mod definition;
mod event;
mod inputs;
mod keep;
mod read_back;

pub use codec::{IntoParameters, JsonObject, Recall, Recalled, Recorded, input_of, read_output};
pub use definition::definition_of;
pub use event::check_event;
pub use inputs::StepInputs;
pub use keep::RecordedWork;
pub use read_back::{VERIFY, checked_input, display_value, exact_json, has_plain_input};
