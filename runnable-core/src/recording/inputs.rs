//! The inputs of a step: they are recorded when it begins, and compared when it is recalled.

use super::codec::JsonObject;
use crate::{
    context::PlainCx,
    hooks::{Interceptor, RecordedInputs, Replacement, StepInput},
    id::{BoxError, Result},
    interceptor::Intercepted,
    run::Node,
    strict::Refusal,
};
use serde::Serialize;
use std::fmt;

/// The inputs of a step, which are written as JSON or compared with their record.
pub struct StepInputs<'s> {
    object: JsonObject,
    unchecked: Vec<&'static str>,
    /// The first input that would not read back the same.
    refused: Option<Refusal>,
    compared: Option<Comparison<'s>>,
}

/// The comparison of a recalled step with its record.
struct Comparison<'s> {
    interceptor: &'s dyn Interceptor,
    path: String,
    /// The names of resources, which may differ.
    resources: &'static [&'static str],
    result: Result<()>,
}

impl<'s> StepInputs<'s> {
    fn new(compared: Option<Comparison<'s>>) -> Self {
        Self { object: JsonObject::default(), unchecked: Vec::new(), refused: None, compared }
    }

    /// Records or compares an input as JSON. `equals` compares it with its recorded JSON by `==`.
    pub(crate) fn add<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
        equals: Option<&dyn Fn(&str) -> bool>,
    ) {
        let written = self.object.write(name, value);
        self.written(name, written, equals);
    }

    /// Lists an input as unchecked.
    pub(crate) fn add_unchecked(&mut self, name: &'static str) {
        if self.compared.is_none() {
            self.unchecked.push(name);
        }
    }

    /// Takes the result of writing an input.
    fn written(&mut self, name: &'static str, written: Result<(), Refusal>, equals: Option<&dyn Fn(&str) -> bool>) {
        let refusal = written.err();
        let Some(compared) = &mut self.compared else {
            match refusal {
                Some(lossy) if lossy.is_lossy() => self.refused = self.refused.take().or(Some(lossy)),
                Some(_) => self.unchecked.push(name),
                None => {}
            }
            return;
        };
        if compared.result.is_ok() && !compared.resources.contains(&name) {
            let json = if refusal.is_none() { self.object.value(name) } else { None };
            compared.result = compared.interceptor.compare(&compared.path, &StepInput { name, json, equals });
        }
        self.object = JsonObject::default();
    }

    fn into_written(self) -> Result<RecordedInputs, BoxError> {
        match self.refused {
            Some(refused) => Err(refused.into()),
            None => Ok(RecordedInputs { json: self.object.text(), unchecked: self.unchecked }),
        }
    }
}

impl fmt::Debug for StepInputs<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StepInputs").field("compared", &self.compared.is_some()).finish_non_exhaustive()
    }
}

impl<'a> PlainCx<'a> {
    /// Decides how this step runs, as [`intercept`](Self::intercept) does. Writes its inputs if the step is recorded, and
    /// compares them if it is recalled.
    #[must_use]
    pub fn recall<N: Node>(&self, once: bool, inputs: impl FnOnce(&mut StepInputs<'_>)) -> Intercepted<'a> {
        match self.intercept::<N>(once) {
            Intercepted::Itself(mut begin) => {
                if let Some(recorded) = &mut begin.recorded {
                    let mut written = StepInputs::new(None);
                    inputs(&mut written);
                    recorded.inputs = Some(written.into_written());
                }
                Intercepted::Itself(begin)
            }
            Intercepted::Replaced(mut replaced) => {
                if let Some(comparison) = self.comparison().filter(|_| !matches!(replaced.with, Replacement::Double(_)))
                {
                    let mut compared = StepInputs::new(Some(comparison));
                    inputs(&mut compared);
                    if let Some(Comparison { result: Err(error), .. }) = compared.compared {
                        replaced.with = Replacement::Failure(error);
                    }
                }
                Intercepted::Replaced(replaced)
            }
        }
    }

    fn comparison(&self) -> Option<Comparison<'a>> {
        let interceptor = self.interceptor()?;
        Some(Comparison {
            interceptor,
            path: self.at.origin().to_string(),
            resources: self.at.resources(),
            result: Ok(()),
        })
    }
}
