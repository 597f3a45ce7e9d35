//! The hidden macro of a task.

use super::{model::Task, names::allow};
use crate::hidden;
use proc_macro2::TokenStream;
use quote::quote;

/// The macro that carries the task's signature.
pub(super) fn hidden_macro(task: &Task<'_>) -> TokenStream {
    let node = &task.node;
    let params = task.inputs().map(|param| {
        let name = &param.name;
        if param.borrow { quote!(borrow #name) } else { quote!(value #name) }
    });
    let returns = task.args.returns.iter().map(|name| &name.name);
    let events = task.event.is_some();
    named(
        task,
        &hidden::rules(&quote!(node = #node params = [#(#params),*] returns = [#(#returns),*] events = #events)),
    )
}

/// A macro with these rules under the name of the function.
pub(super) fn named(task: &Task<'_>, rules: &TokenStream) -> TokenStream {
    let (allow, cfgs) = (allow(), &task.cfgs);
    hidden::named(&task.name, &task.vis, "task", &quote!(#(#cfgs)* #allow), rules)
}
