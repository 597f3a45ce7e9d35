//! Checks the fields of an event with a meaning.

use super::{
    meaning::{Declared, MEANINGS, Part, listed},
    model::Field,
};
use crate::util::{errors::Errors, text::plain};
use syn::Ident;

/// Checks that the fields of a variant have the parts of its meaning, and no others.
pub(super) fn check(
    variant: &Ident,
    declared: Option<&Declared>,
    fields: &[Field],
    marked: &[(Part, Ident)],
    errors: &mut Errors,
) {
    let Some(Declared { meaning, at }) = declared else {
        if let Some((part, at)) = marked.first() {
            let of = MEANINGS.iter().filter(|meaning| meaning.parts().any(|other| other == *part));
            let of = listed(of.map(|meaning| meaning.option), "or");
            errors.push(
                at,
                format!("`{part}` is a part of a meaning, and `{variant}` has none\nhelp: write `#[event(..)]` above `{variant}` with {of}"),
            );
        }
        return;
    };
    for (place, (part, at)) in marked.iter().enumerate() {
        if marked[..place].iter().any(|(other, _)| other == part) {
            errors.push(at, format!("two fields of `{variant}` have the part `{part}`\nhelp: mark one of them"));
        } else if !meaning.parts().any(|other| other == *part) {
            let parts = listed(meaning.parts(), "and");
            let parts = if parts.is_empty() { "no parts".to_owned() } else { parts };
            errors.push(
                at,
                format!("`{part}` is not a part of `{option}`\nhelp: `{option}` has {parts}", option = meaning.option),
            );
        }
    }
    for part in meaning.required {
        let has_part = |field: &Field| field.part == Some(part) || (field.part.is_none() && field.key == **part);
        if !fields.iter().any(has_part) {
            let field = fields.iter().find(|field| field.part.is_none()).map(|field| plain(&field.name));
            let help = field.map_or_else(
                || format!("add a field: `{part}: String`"),
                |field| format!("name a field `{part}`, or mark the field that has it: `#[event({part})] {field}`"),
            );
            errors.push(at, format!("`{at}` needs a field with its `{part}`\nhelp: {help}"));
        }
    }
}
