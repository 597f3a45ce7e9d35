//! The macros of `runnable`: `#[task]`, `derive(TaskEvent)` and the two halves of `pipeline!`.
//!
//! Use them through the `runnable` crate, which documents them.

mod event;
mod generator;
mod krate;
mod pipeline;
mod surface;
mod task;
#[cfg(test)]
mod tests;
mod util;

use proc_macro::TokenStream;

#[allow(missing_docs)] // `runnable` documents it, where its examples can run.
#[proc_macro_attribute]
pub fn task(args: TokenStream, item: TokenStream) -> TokenStream {
    task::expand(args.into(), item.into()).into()
}

/// Implements `TaskEvent` and `Serialize` for an enum.
#[proc_macro_derive(TaskEvent, attributes(event, serde))]
pub fn task_event(item: TokenStream) -> TokenStream {
    event::expand(item.into()).into()
}

/// `derive(TaskEvent)` if the crate is not a direct dependency: `[path to the crate] enum`.
#[doc(hidden)]
#[proc_macro]
pub fn derive_task_event(tokens: TokenStream) -> TokenStream {
    event::expand_at(tokens.into()).into()
}

/// Expands to its arguments, in the place of a struct: see `surface::in_module`.
#[doc(hidden)]
#[proc_macro_attribute]
pub fn items(items: TokenStream, _: TokenStream) -> TokenStream {
    items
}

/// The first half of `pipeline!`: finds the steps, and calls their hidden macros for the signatures.
#[doc(hidden)]
#[proc_macro]
pub fn pipeline_collect(tokens: TokenStream) -> TokenStream {
    pipeline::collect(tokens.into()).into()
}

/// The second half of `pipeline!`: writes the code, now that every signature is known.
#[doc(hidden)]
#[proc_macro]
pub fn pipeline_lower(tokens: TokenStream) -> TokenStream {
    pipeline::lower(tokens.into()).into()
}

/// `stream!`: `[path to the crate] statements`.
#[doc(hidden)]
#[proc_macro]
pub fn generator(tokens: TokenStream) -> TokenStream {
    generator::expand(tokens.into(), generator::Kind::Plain).into()
}

/// `try_stream!`: the same with `Result`s as items.
#[doc(hidden)]
#[proc_macro]
pub fn try_generator(tokens: TokenStream) -> TokenStream {
    generator::expand(tokens.into(), generator::Kind::Try).into()
}
