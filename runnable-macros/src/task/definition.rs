//! The definition of a task: the text that a resumed run compares with the recorded text.

use super::{
    fallible::Fallible,
    model::{self, Kind, Task},
    names::end,
};
use crate::util::text::{plain, readable, stored_type, type_text};
use quote::ToTokens as _;
use std::fmt::Write as _;

/// Returns everything about a task that changes the meaning of its recorded steps. Its documentation, its policies and the place
/// in which it runs do not.
pub(super) fn definition(task: &Task<'_>) -> String {
    // Parameters are bound by name, so their order has no meaning.
    let mut params: Vec<_> =
        task.inputs().map(|param| format!("{}: {}", plain(&param.name), stored_type(&param.ty))).collect();
    params.sort_unstable();
    let names = task.args.returns.iter().map(|name| plain(&name.name));
    let returns: Vec<_> = names.zip(types(task)).map(|(name, ty)| format!("{name}: {ty}")).collect();
    let once = if task.args.once.is_some() { "once " } else { "" };
    let mut text = format!("{once}task {}({}) -> [{}]", task.place, params.join(", "), returns.join(", "));
    for (word, files) in [("get", &task.args.get), ("put", &task.args.put)] {
        if !files.is_empty() {
            let files: Vec<_> = files.iter().map(|file| format!("{:?}", file.value())).collect();
            let _ = write!(text, " {word} [{}]", files.join(", "));
        }
    }
    text
}

/// Returns the types of the returns, in order.
fn types(task: &Task<'_>) -> Vec<String> {
    let returns = &task.args.returns;
    match &task.kind {
        Kind::Stream { event, .. } => {
            let of = |name: &super::args::Return| match &name.ty {
                Some(ty) => type_text(ty),
                None => format!("{}.{}.{}", type_text(event), end(task), plain(&name.name)),
            };
            returns.iter().map(of).collect()
        }
        Kind::Call { ty, fallible: Fallible::Hidden, .. } if returns.len() > 1 => {
            (0..returns.len()).map(|index| format!("{}.{index}", type_text(ty))).collect()
        }
        Kind::Call { ty, fallible, .. } => {
            let value = model::value(ty, *fallible).unwrap_or_else(|| ty.clone());
            match model::elements(&value) {
                Some(elements) if returns.len() != 1 => elements.iter().map(readable).collect(),
                _ => vec![readable(&value.to_token_stream())],
            }
        }
    }
}
