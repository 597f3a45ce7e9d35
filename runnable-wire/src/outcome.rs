//! The names of outcomes.

use std::fmt;

/// The name of the outcome of a step or a run: the field `outcome` of `step.finished` and `run.finished`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "lowercase"))]
pub enum OutcomeName {
    /// It returned its output.
    Success,
    /// It failed.
    Failed,
    /// It was dropped.
    Cancelled,
}

impl OutcomeName {
    /// Returns the name on the wire: `success`, `failed` or `cancelled`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }
}

impl fmt::Display for OutcomeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(all(test, feature = "json"))]
mod tests {
    use super::*;

    #[test]
    fn an_outcome_is_serialised_as_its_name() {
        for name in [OutcomeName::Success, OutcomeName::Failed, OutcomeName::Cancelled] {
            assert_eq!(serde_json::to_value(name).unwrap(), name.as_str());
        }
    }
}
