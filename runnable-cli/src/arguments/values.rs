//! The values of a pipeline's parameters, from flags, variables and a file.

use super::parameter::{Flag, Form};
use runnable_runner::{InvalidParameter, InvalidParameterKind, InvalidParameters, Origin, Parameters};
use serde_json::Value;

/// Reads the parameters of a pipeline: the problems of a set of values.
pub(crate) type Check<'c> = &'c dyn Fn(&Parameters) -> Result<(), InvalidParameters>;

/// The values of a pipeline's parameters, read so that the pipeline accepts them.
pub(crate) struct Values {
    pub(crate) parameters: Parameters,
    pub(crate) problems: Vec<String>,
}

impl Values {
    /// Adds the texts of flags to `base`. The type of a parameter is known to its `Deserialize` alone, so the ways to read a text
    /// are tried in order.
    pub(crate) fn read(base: &Parameters, flags: &[Flag], texts: &[(Flag, Vec<String>)], check: Check<'_>) -> Self {
        let mut readings: Vec<usize> = vec![0; texts.len()];
        let mut first: Option<Vec<InvalidParameter>> = None;
        loop {
            let parameters = texts
                .iter()
                .zip(&readings)
                .fold(base.clone(), |parameters, ((flag, texts), reading)| given(parameters, *flag, texts, *reading));
            let (parameters, problems) = checked(parameters, flags, check);
            let mut again = false;
            for ((flag, texts), reading) in texts.iter().zip(&mut readings) {
                let is_mistyped = problems.iter().any(|it| it.name() == flag.0.name && is_mistyped(it));
                if is_mistyped && *reading + 1 < count(*flag, texts) {
                    *reading += 1;
                    again = true;
                }
            }
            let first = first.get_or_insert_with(|| problems.clone());
            if again {
                continue;
            }
            let problems = problems.iter().filter(|it| it.kind() != InvalidParameterKind::NoResource);
            // People expect the first reading, so its message is the best.
            let best = |problem: &InvalidParameter| {
                let same = |other: &&InvalidParameter| other.name() == problem.name() && other.kind() == problem.kind();
                text(first.iter().find(same).unwrap_or(problem), flags, texts)
            };
            return Self { parameters, problems: problems.map(best).collect() };
        }
    }
}

fn is_mistyped(problem: &InvalidParameter) -> bool {
    problem.kind() == InvalidParameterKind::Mistyped
}

/// Returns the problems of the values, after switches without a value were set to false.
fn checked(mut parameters: Parameters, flags: &[Flag], check: Check<'_>) -> (Parameters, Vec<InvalidParameter>) {
    let problems = |parameters: &Parameters| match check(parameters) {
        Ok(()) => Vec::new(),
        Err(invalid) => invalid.problems().to_vec(),
    };
    let mut found = problems(&parameters);
    let is_off = |flag: &&Flag| {
        let is_missing = |it: &InvalidParameter| it.name() == flag.0.name && it.kind() == InvalidParameterKind::Missing;
        flag.form() == Form::Switch && found.iter().any(is_missing)
    };
    let off: Vec<_> = flags.iter().filter(is_off).collect();
    if !off.is_empty() {
        parameters = off.into_iter().fold(parameters, |parameters, flag| parameters.set(flag.0.name, false));
        found = problems(&parameters);
    }
    (parameters, found)
}

/// Returns the number of ways to read these texts.
fn count(flag: Flag, texts: &[String]) -> usize {
    if flag.form() == Form::List || texts.len() > 1 && flag.form() == Form::Single { 3 } else { 1 }
}

fn given(parameters: Parameters, flag: Flag, texts: &[String], reading: usize) -> Parameters {
    let is_list = count(flag, texts) > 1;
    let json = |text: &String| serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.clone()));
    let list = |reading| -> Vec<Value> {
        match reading {
            0 if flag.has_text_items() => texts.iter().cloned().map(Value::String).collect(),
            1 => texts.iter().cloned().map(Value::String).collect(),
            _ => texts.iter().map(json).collect(),
        }
    };
    match texts {
        [text] if is_list && reading == 0 && matches!(json(text), Value::Array(_) | Value::Null) => {
            parameters.parse(flag.0.name, text)
        }
        _ if is_list => parameters.set(flag.0.name, list(reading)),
        [.., text] => parameters.parse(flag.0.name, text),
        [] => parameters,
    }
}

/// Returns the text of a problem, which names the flag.
fn text(problem: &InvalidParameter, flags: &[Flag], texts: &[(Flag, Vec<String>)]) -> String {
    let flag = flags.iter().find(|flag| flag.0.name == problem.name());
    let name = flag.map_or_else(|| problem.name().to_owned(), |flag| format!("--{}", flag.name()));
    let origin = match problem.origin() {
        Some(origin @ (Origin::File(..) | Origin::Variable(_))) => format!(" (from {origin})"),
        _ => String::new(),
    };
    let is_same = |(other, texts): &&(Flag, Vec<String>)| other.0.name == problem.name() && texts.len() > 1;
    let repeated = texts.iter().find(is_same).filter(|(flag, _)| flag.form() != Form::List);
    let repeated = repeated.map_or_else(String::new, |(_, texts)| format!(" (given {} times)", texts.len()));
    format!("{name}{origin}{repeated}: {}", problem.message())
}
