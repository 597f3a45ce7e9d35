//! Reads TOML.

use super::{Lines, Parsed};
use serde_json::{Map, Number, Value};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

pub(super) fn parse(text: &str) -> Parsed {
    let table = DeTable::parse(text).map_err(|error| {
        let line = error.span().map(|span| line_at(text, span.start));
        (line, error.message().to_owned())
    })?;
    let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(offset, _)| offset).collect();
    let mut reader = Reader { breaks, keys: Vec::new(), lines: Lines::new() };
    let value = reader.table(table.get_ref())?;
    Ok((value, reader.lines))
}

fn line_at(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|byte| *byte == b'\n').count()
}

struct Reader {
    /// The offsets of the ends of lines.
    breaks: Vec<usize>,
    keys: Vec<String>,
    lines: Lines,
}

type Read = Result<Value, (Option<usize>, String)>;

impl Reader {
    fn line_at(&self, offset: usize) -> usize {
        1 + self.breaks.partition_point(|end| *end < offset)
    }

    fn table(&mut self, table: &DeTable<'_>) -> Read {
        let mut entries = Map::new();
        for (key, value) in table {
            let line = self.line_at(key.span().start);
            let value = self.below(key.get_ref().to_string(), line, value)?;
            entries.insert(key.get_ref().to_string(), value);
        }
        Ok(Value::Object(entries))
    }

    fn below(&mut self, key: String, line: usize, value: &Spanned<DeValue<'_>>) -> Read {
        self.keys.push(key);
        self.lines.insert(self.keys.clone(), line);
        let value = self.value(value, line);
        self.keys.pop();
        value
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, line: usize) -> Read {
        Ok(match value.get_ref() {
            DeValue::String(text) => Value::String(text.to_string()),
            DeValue::Boolean(value) => Value::Bool(*value),
            DeValue::Datetime(time) => Value::String(time.to_string()),
            DeValue::Integer(integer) => {
                let integer = i64::from_str_radix(integer.as_str(), integer.radix());
                Value::from(integer.map_err(|error| (Some(line), error.to_string()))?)
            }
            DeValue::Float(float) => {
                let number = float.as_str().parse().ok().and_then(Number::from_f64);
                Value::Number(number.ok_or_else(|| (Some(line), "expected a finite number".to_owned()))?)
            }
            DeValue::Array(array) => {
                let items = array.iter().enumerate();
                let item = |(index, item): (usize, &Spanned<DeValue<'_>>)| {
                    self.below(index.to_string(), self.line_at(item.span().start), item)
                };
                Value::Array(items.map(item).collect::<Result<_, _>>()?)
            }
            DeValue::Table(table) => self.table(table)?,
        })
    }
}
