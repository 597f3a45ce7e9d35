//! Nodes from values that are known only at run time: JSON for their inputs, and resources by type.

mod invalid;
mod origin;
mod parameter;
mod resources;
#[cfg(feature = "schema")]
mod schema;
mod shape;
mod source;

pub use invalid::{InvalidParameter, InvalidParameterKind, InvalidParameters};
pub use origin::Origin;
pub use parameter::{ParameterInfo, ParameterKind};
pub use resources::Resources;
#[cfg(feature = "schema")]
pub use schema::{Described, EventKindSchema, EventSchema, InputSchema, NodeSchemas, events, events_of};
pub(crate) use shape::Shapes;
pub use source::{Given, Source};

use crate::run::Node;

/// A node that can be built from named values. The macros implement it.
// For the types of parameters, the traits of `take` have a message of its own: this message is about a type that is not a node.
#[diagnostic::on_unimplemented(
    message = "a runner cannot run `{Self}`",
    label = "needs a pipeline or a task with its inputs",
    note = "write `runner.run(all(text))` or `runner.resume::<All>(id)` for a pipeline `all`, and `runner.run(Load {{ path }})` for \
            a task `load`; an async function becomes a task through `#[task]`, and a `pipeline!` without a name becomes a \
            pipeline through `fn`"
)]
pub trait FromParameters: Node {
    /// The node. A bound on it is not asked for a type that is not a node, so that the compiler reports such a type once.
    #[doc(hidden)]
    type Itself;

    /// The parameters of the node, in the order of its signature.
    const PARAMETERS: &'static [ParameterInfo];

    /// The text of its doc comment; empty if it has none.
    const DOCS: &'static str = "";

    /// The JSON Schemas of the node, if the types of its parameters, returns and events have schemas.
    #[cfg(feature = "schema")]
    const SCHEMAS: Option<NodeSchemas> = None;

    /// Takes the parameters from `source`, and returns the node. If a parameter is missing or has the wrong type, `source`
    /// records that, and this returns `None`.
    fn from_parameters(source: &mut Source<'_>) -> Option<Self>;
}
