//! The meanings of events to front ends: `#[event(reasoning)]` on a variant, and `#[event(text)]` on a field.

use syn::{Ident, Token, meta::ParseNestedMeta, token};

/// A part of a meaning, by its name.
pub(super) type Part = &'static str;

/// A meaning of an event.
pub(super) struct Meaning {
    /// The option.
    pub(super) option: &'static str,
    /// The variant of `EventMeaning`.
    pub(super) variant: &'static str,
    /// The parts that some field must have.
    pub(super) required: &'static [Part],
    /// The parts that a field may have.
    optional: &'static [Part],
}

impl Meaning {
    const fn new(
        option: &'static str,
        variant: &'static str,
        required: &'static [Part],
        optional: &'static [Part],
    ) -> Self {
        Self { option, variant, required, optional }
    }

    pub(super) fn parts(&self) -> impl Iterator<Item = Part> + '_ {
        self.required.iter().chain(self.optional).copied()
    }
}

/// The meanings, with the parts that readers of the wire format know.
pub(super) static MEANINGS: [Meaning; 9] = [
    Meaning::new("text", "Text", &["text"], &[]),
    Meaning::new("reasoning", "Reasoning", &["text"], &[]),
    Meaning::new("tool_call", "ToolCall", &["id", "name"], &["input"]),
    Meaning::new("tool_result", "ToolResult", &["id"], &["output", "error"]),
    Meaning::new("source", "Source", &["url"], &["title"]),
    Meaning::new("usage", "Usage", &[], &["input_tokens", "output_tokens", "total_tokens", "model", "provider"]),
    Meaning::new("status", "Status", &[], &[]),
    Meaning::new("progress", "Progress", &[], &[]),
    Meaning::new("custom", "Custom", &[], &[]),
];

/// The meaning of a variant, and its attribute.
pub(super) struct Declared {
    pub(super) meaning: &'static Meaning,
    pub(super) at: Ident,
}

pub(super) fn find(option: &str) -> Option<&'static Meaning> {
    MEANINGS.iter().find(|meaning| meaning.option == option)
}

pub(super) fn part(name: &str) -> Option<Part> {
    MEANINGS.iter().flat_map(Meaning::parts).find(|part| *part == name)
}

/// The options of variants, for a message.
pub(super) fn meanings() -> String {
    listed(MEANINGS.iter().map(|meaning| meaning.option), "and")
}

/// The options of fields, for a message.
pub(super) fn parts() -> String {
    let mut parts: Vec<_> = MEANINGS.iter().flat_map(Meaning::parts).collect();
    parts.sort_unstable();
    parts.dedup();
    listed(parts.into_iter(), "and")
}

pub(super) fn listed<'a>(words: impl Iterator<Item = &'a str>, last: &str) -> String {
    let words: Vec<_> = words.map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        Some((end, rest)) if !rest.is_empty() => format!("{} {last} {end}", rest.join(", ")),
        _ => words.concat(),
    }
}

/// Reads the meaning of a variant.
pub(super) fn declare(declared: &mut Option<Declared>, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
    let at = word(meta)?;
    let Some(meaning) = find(&at.to_string()) else { return Ok(()) };
    if let Some(first) = declared {
        let message =
            format!("an event has one meaning, and this event has `{}` already\nhelp: remove one of the two", first.at);
        return Err(syn::Error::new(at.span(), message));
    }
    *declared = Some(Declared { meaning, at });
    Ok(())
}

/// Reads the part that a field has.
pub(super) fn mark(marked: &mut Option<(Part, Ident)>, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
    let at = word(meta)?;
    let Some(part) = part(&at.to_string()) else { return Ok(()) };
    if let Some((first, _)) = marked {
        let message = format!(
            "a field has one part of a meaning, and this field has `{first}` already\nhelp: remove one of the two"
        );
        return Err(syn::Error::new(at.span(), message));
    }
    *marked = Some((part, at));
    Ok(())
}

/// Reads an option without a value.
fn word(meta: &ParseNestedMeta<'_>) -> syn::Result<Ident> {
    let at = meta.path.require_ident()?.clone();
    if meta.input.peek(Token![=]) || meta.input.peek(token::Paren) {
        let message = format!(
            "`{at}` has no value\nhelp: write `#[event({at})]`, or `#[event(rename = \"..\")]` for another name"
        );
        return Err(syn::Error::new(at.span(), message));
    }
    Ok(at)
}
