//! Names of nodes that would hide a type which the rest of the module uses under the same name.

use super::text::plain;
use proc_macro2::Ident;

/// The types and traits of Rust's prelude.
const STANDARD: &[&str] = &[
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Box",
    "Clone",
    "Copy",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Sized",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
];

/// The types and traits of this crate that signatures of tasks use, and the trait that runs nodes.
const OURS: &[&str] =
    &["Attempt", "Cancellation", "Catalog", "DynEvent", "Emitter", "FromRun", "Node", "RunId", "Secret", "Stream"];

/// The primitive types.
const PRIMITIVE: &[&str] = &[
    "bool", "char", "f32", "f64", "i128", "i16", "i32", "i64", "i8", "isize", "str", "u128", "u16", "u32", "u64", "u8",
    "usize",
];

/// Returns `true` if the function's name, which is also a type, would hide a primitive type.
pub(crate) fn is_primitive(name: &Ident) -> bool {
    PRIMITIVE.contains(&&*plain(name))
}

/// Returns the error for a node that would hide a type; `None` if it hides nothing. `word` is `task` or `pipeline`.
pub(crate) fn message(word: &str, name: &Ident, node: &Ident) -> Option<String> {
    if is_primitive(name) {
        let name = plain(name);
        return Some(format!(
            "a {word} named `{name}` would hide the primitive type `{name}`\nhelp: give the function another name"
        ));
    }
    let node = plain(node);
    let place = if STANDARD.contains(&&*node) {
        "Rust's prelude"
    } else if OURS.contains(&&*node) {
        "`runnable`"
    } else {
        return None;
    };
    let other = instead(word, &node);
    let example = if word == "task" { format!("#[task(node = {other})]") } else { format!("#[node = {other}]") };
    Some(format!(
        "the node of this {word} would hide the type `{node}` of {place}\nhelp: give the node another name: `{example}`"
    ))
}

/// Returns a free name for such a node.
pub(crate) fn instead(word: &str, node: &str) -> String {
    let end = if word == "task" { "Task" } else { "Pipeline" };
    format!("{node}{end}")
}

#[cfg(test)]
mod tests {
    use super::{OURS, STANDARD, instead, message};
    use proc_macro2::{Ident, Span};

    fn of(word: &str, name: &str, node: &str) -> Option<String> {
        let ident = |name| Ident::new(name, Span::call_site());
        message(word, &ident(name), &ident(node))
    }

    #[test]
    fn every_hidden_type_has_a_message_that_proposes_a_free_name() {
        for node in STANDARD.iter().chain(OURS) {
            for (word, example) in [("task", "#[task(node = "), ("pipeline", "#[node = ")] {
                let text = of(word, "work", node).unwrap();
                assert!(text.contains(&format!("`{node}`")) && text.contains(example), "{text}");
                assert_eq!(of(word, "work", &instead(word, node)), None);
            }
        }
        assert!(of("task", "bool", "Bool").unwrap().contains("primitive type `bool`"));
    }

    #[test]
    fn names_of_values_macros_and_other_types_are_free() {
        for node in ["Some", "None", "Ok", "Err", "Debug", "Hash", "Error", "Event", "Run", "Load", "Strings"] {
            assert_eq!(of("task", "work", node), None, "{node}");
        }
    }
}
