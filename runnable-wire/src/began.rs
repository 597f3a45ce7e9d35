//! The data of `run.started` and `run.resumed`.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The data of `run.started` and `run.resumed`, which have none unless the run is recorded and belongs to a trace.
///
/// # Examples
/// ```
/// use runnable_wire::RunBegan;
///
/// let data = r#"{"traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}"#;
/// let began: RunBegan = serde_json::from_str(data)?;
/// assert!(began.traceparent.is_some_and(|traceparent| traceparent.starts_with("00-")));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunBegan<'a> {
    /// The place of this part of the run in a trace, as in the header `traceparent` of W3C Trace Context.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub traceparent: Option<Cow<'a, str>>,
}
