//! Errors as JSON.

use super::{Error, StepPath};
use runnable_wire::ErrorData;
use serde::{Deserialize, Deserializer, Serialize, Serializer, ser::SerializeStruct as _};
use std::borrow::Cow;

impl Error {
    /// Returns the error as events and records have it.
    pub(crate) fn data(&self) -> ErrorData<'_> {
        ErrorData {
            code: self.kind().code().into(),
            message: self.message().into(),
            causes: self.causes().map(Into::into).collect(),
            retryable: self.is_retryable(),
            max_attempts: self.max_attempts(),
        }
    }
}

/// Serializes to `{"code":"failed","message":"..","causes":[".."],"retryable":false}`, without `causes` if there are none. If
/// another attempt follows, `"max_attempts":3` is added. An error that a `map` has collected has its step:
/// `"step":"items[3]/load"`.
impl Serialize for Error {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let data = self.data();
        let Some(step) = self.written_path() else { return data.serialize(to) };
        let mut fields = to.serialize_struct("Error", 4 + usize::from(!data.causes.is_empty()))?;
        fields.serialize_field("code", &data.code)?;
        fields.serialize_field("message", &data.message)?;
        if data.causes.is_empty() {
            fields.skip_field("causes")?;
        } else {
            fields.serialize_field("causes", &data.causes)?;
        }
        fields.serialize_field("retryable", &data.retryable)?;
        fields.serialize_field("step", &step.to_string())?;
        fields.end()
    }
}

/// The fields of an error. A `flatten` would read them through a buffer.
#[derive(Deserialize)]
#[serde(rename = "Error")]
struct Fields<'a> {
    #[serde(borrow)]
    code: Cow<'a, str>,
    #[serde(borrow)]
    message: Cow<'a, str>,
    #[serde(borrow, default)]
    causes: Vec<Cow<'a, str>>,
    retryable: bool,
    #[serde(default)]
    max_attempts: Option<u32>,
    #[serde(borrow, default)]
    step: Option<Cow<'a, str>>,
}

/// Reads what is serialized. The causes are their texts.
impl<'de> Deserialize<'de> for Error {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let Fields { code, message, causes, retryable, max_attempts, step } = Fields::deserialize(from)?;
        let error = Self::restored(ErrorData { code, message, causes, retryable, max_attempts });
        let Some(step) = step else { return Ok(error) };
        let path: StepPath = step.parse().map_err(serde::de::Error::custom)?;
        Ok(error.at_path(path).collected())
    }
}
