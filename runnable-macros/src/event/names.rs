//! The names of events and fields in JSON: `#[event(rename = "..")]`, and the same options of `#[serde(..)]`.

use super::meaning::{self, Declared, Part};
use crate::util::errors::Errors;
use proc_macro2::TokenTree;
use quote::ToTokens as _;
use syn::{Attribute, Ident, LitStr, Meta, meta::ParseNestedMeta, token};

const RENAME: &str = "help: write `#[event(rename = \"chunk\")]`";

/// The options of `#[serde(..)]` that concern reading alone, which a derive of `Deserialize` beside this one understands.
const READING: [&str; 10] = [
    "alias",
    "bound",
    "borrow",
    "crate",
    "default",
    "deny_unknown_fields",
    "deserialize_with",
    "expecting",
    "other",
    "skip_deserializing",
];

/// The place of an attribute.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    Enum,
    Variant,
    Field,
}

/// The names that the attributes of one place choose.
#[derive(Default)]
pub(super) struct Names {
    /// `rename = ".."`.
    pub(super) rename: Option<LitStr>,
    /// `rename_all = ".."`: of the variants of an enum, or of the fields of a variant.
    pub(super) all: Option<Case>,
    /// `rename_all_fields = ".."`, of an enum.
    pub(super) all_fields: Option<Case>,
    /// `reasoning` and the like, of a variant.
    pub(super) meaning: Option<Declared>,
    /// `text` and the like, of a field.
    pub(super) part: Option<(Part, Ident)>,
}

impl Names {
    /// Reads all attributes of one place.
    pub(super) fn read(attrs: &[Attribute], place: Place, errors: &mut Errors) -> Self {
        let mut names = Self::default();
        for attr in attrs {
            let serde = attr.path().is_ident("serde");
            if !serde && attr.path().is_ident("event") && !is_list_of_options(attr) {
                let help =
                    if place == Place::Enum { "help: write `#[event(rename_all = \"camelCase\")]`" } else { RENAME };
                errors.push(
                    attr.meta.to_token_stream(),
                    format!("expected options in parentheses after `event`\n{help}"),
                );
            } else if serde || attr.path().is_ident("event") {
                errors.absorb(attr.parse_nested_meta(|meta| names.option(&meta, place, serde)));
            }
        }
        names
    }

    fn option(&mut self, meta: &ParseNestedMeta<'_>, place: Place, serde: bool) -> syn::Result<()> {
        let name = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
        match (name.as_str(), place) {
            ("rename", Place::Variant | Place::Field) => {
                let text = string(meta, serde, RENAME)?;
                if let Some(empty) = text.as_ref().filter(|text| text.value().is_empty()) {
                    return Err(syn::Error::new_spanned(
                        empty,
                        format!("the name of an event or a field must not be empty\n{RENAME}"),
                    ));
                }
                self.rename = text.or(self.rename.take());
            }
            ("rename_all", Place::Enum | Place::Variant) => self.all = case(meta, serde)?.or(self.all),
            ("rename_all_fields", Place::Enum) => self.all_fields = case(meta, serde)?.or(self.all_fields),
            ("tag", Place::Enum) if serde && string(meta, serde, "")?.is_some_and(|tag| tag.value() == "type") => {}
            (reading, _) if serde && READING.contains(&reading) => skip(meta)?,
            (name, Place::Variant) if !serde && meaning::find(name).is_some() => {
                meaning::declare(&mut self.meaning, meta)?;
            }
            (name, Place::Field) if !serde && meaning::part(name).is_some() => meaning::mark(&mut self.part, meta)?,
            _ => return Err(unknown(meta, &name, place, serde)),
        }
        Ok(())
    }
}

/// Returns `true` for `#[event(name ..)]`.
fn is_list_of_options(attr: &Attribute) -> bool {
    let Meta::List(list) = &attr.meta else { return false };
    matches!(list.tokens.clone().into_iter().next(), None | Some(TokenTree::Ident(_)))
}

fn unknown(meta: &ParseNestedMeta<'_>, name: &str, place: Place, serde: bool) -> syn::Error {
    let options = match place {
        Place::Enum => "`rename_all` and `rename_all_fields`".to_owned(),
        Place::Variant => format!("`rename`, `rename_all` and the meanings {}", meaning::meanings()),
        Place::Field => format!("`rename` and the parts of meanings {}", meaning::parts()),
    };
    let help = match name {
        "skip" | "skip_serializing" | "skip_serializing_if" => {
            "an event has the fields that readers get: remove the field, or use an `Option`, whose `None` is `null`"
        }
        "tag" | "content" | "untagged" => "an event is tagged with `type`, as with `#[serde(tag = \"type\")]`",
        "flatten" | "with" | "serialize_with" | "into" | "transparent" | "remote" => {
            "give the field a type whose `Serialize` writes what you need"
        }
        name if !serde && place == Place::Enum && meaning::find(name).is_some() => {
            "a meaning belongs to a variant: write the attribute above the variant"
        }
        _ if serde => "the options that also apply to `TaskEvent` are those for names and for reading",
        _ => RENAME.trim_start_matches("help: "),
    };
    let word = if serde { "serde" } else { "event" };
    let message = if serde {
        format!("`TaskEvent` does not support this option of `#[serde(..)]`\nhelp: {help}")
    } else {
        format!("the options of `#[{word}(..)]` here are {options}\nhelp: {help}")
    };
    syn::Error::new_spanned(&meta.path, message)
}

/// Reads `= ".."`. With serde, also `(serialize = "..", deserialize = "..")`, of which the first counts.
fn string(meta: &ParseNestedMeta<'_>, serde: bool, help: &str) -> syn::Result<Option<LitStr>> {
    if serde && meta.input.peek(token::Paren) {
        let mut written = None;
        meta.parse_nested_meta(|inner| {
            let text: LitStr = inner.value()?.parse()?;
            if inner.path.is_ident("serialize") {
                written = Some(text);
            }
            Ok(())
        })?;
        return Ok(written);
    }
    let text = meta.value()?.parse::<LitStr>();
    text.map(Some).map_err(|error| syn::Error::new(error.span(), format!("expected a string\n{help}")))
}

/// Skips the value of an option.
fn skip(meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
    if meta.input.peek(token::Paren) {
        meta.parse_nested_meta(|inner| skip(&inner))
    } else if meta.input.peek(syn::Token![=]) {
        meta.value()?.parse::<syn::Expr>().map(drop)
    } else {
        Ok(())
    }
}

/// A way to write names.
#[derive(Clone, Copy)]
pub(super) enum Case {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

/// The names of the cases, as serde has them.
const CASES: [(&str, Case); 8] = [
    ("lowercase", Case::Lower),
    ("UPPERCASE", Case::Upper),
    ("PascalCase", Case::Pascal),
    ("camelCase", Case::Camel),
    ("snake_case", Case::Snake),
    ("SCREAMING_SNAKE_CASE", Case::ScreamingSnake),
    ("kebab-case", Case::Kebab),
    ("SCREAMING-KEBAB-CASE", Case::ScreamingKebab),
];

fn case(meta: &ParseNestedMeta<'_>, serde: bool) -> syn::Result<Option<Case>> {
    let Some(text) = string(meta, serde, "help: write `rename_all = \"camelCase\"`")? else { return Ok(None) };
    match CASES.iter().find(|(name, _)| *name == text.value()) {
        Some((_, case)) => Ok(Some(*case)),
        None => {
            let known = CASES.map(|(name, _)| format!("`{name}`")).join(", ");
            Err(syn::Error::new_spanned(
                &text,
                format!("`{}` is not a way to write names\nhelp: write one of {known}", text.value()),
            ))
        }
    }
}

impl Case {
    /// Returns the name of a variant in this case, by serde's rules: each capital begins a word.
    pub(super) fn of_variant(self, name: &str) -> String {
        match self {
            Self::Lower => name.to_lowercase(),
            Self::Upper => name.to_uppercase(),
            Self::Pascal => name.to_owned(),
            Self::Camel => initial(name, char::to_ascii_lowercase),
            Self::Snake => words(name, "_"),
            Self::ScreamingSnake => words(name, "_").to_uppercase(),
            Self::Kebab => words(name, "-"),
            Self::ScreamingKebab => words(name, "-").to_uppercase(),
        }
    }

    /// Returns the name of a field in this case, by serde's rules: a field is in snake case.
    pub(super) fn of_field(self, name: &str) -> String {
        let pascal = || name.split('_').map(|word| initial(word, char::to_ascii_uppercase)).collect::<String>();
        match self {
            Self::Lower | Self::Snake => name.to_owned(),
            Self::Upper | Self::ScreamingSnake => name.to_uppercase(),
            Self::Pascal => pascal(),
            Self::Camel => initial(&pascal(), char::to_ascii_lowercase),
            Self::Kebab => name.replace('_', "-"),
            Self::ScreamingKebab => name.to_uppercase().replace('_', "-"),
        }
    }
}

/// Returns a text with its first character changed.
fn initial(text: &str, change: fn(&char) -> char) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| change(&first)).into_iter().chain(chars).collect()
}

/// Returns a name in upper camel case as lower-case words.
fn words(name: &str, between: &str) -> String {
    let mut words = String::new();
    for (i, letter) in name.char_indices() {
        if i > 0 && letter.is_uppercase() {
            words.push_str(between);
        }
        words.extend(letter.to_lowercase());
    }
    words
}
