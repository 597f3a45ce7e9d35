//! The names of generic parameters in generated functions.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use std::collections::HashSet;
use syn::Lifetime;

/// Names that the user's tokens do not have: type parameters and lifetimes are visible to every token in their scope.
pub(crate) struct Generics {
    /// The events of the run.
    pub(crate) run: Ident,
    /// The way of the node's events into the run.
    pub(crate) lift: Ident,
    /// The lifetime of borrowed inputs.
    pub(crate) lifetime: Lifetime,
    /// The places of a pipeline's steps.
    pub(crate) places: Ident,
}

impl Generics {
    /// Chooses names that do not occur in `tokens`.
    pub(crate) fn apart_from(tokens: TokenStream) -> Self {
        Self::named("__R", "__M", tokens)
    }

    /// Chooses the names of the output and of the event enum of a pipeline that is an expression.
    pub(crate) fn of_expression(tokens: TokenStream) -> Self {
        Self::named("__PipelineOutput", "__PipelineEvent", tokens)
    }

    fn named(run: &str, lift: &str, tokens: TokenStream) -> Self {
        let mut taken = HashSet::new();
        collect(tokens, &mut taken);
        let free = |name: &str| {
            let mut name = name.to_owned();
            while taken.contains(&name) {
                name.push('_');
            }
            name
        };
        let ident = |name: &str| Ident::new(&free(name), Span::call_site());
        Self {
            run: ident(run),
            lift: ident(lift),
            lifetime: Lifetime::new(&format!("'{}", free("__a")), Span::call_site()),
            places: ident("__PLACES"),
        }
    }
}

/// The identifiers that could be a generated name.
fn collect(tokens: TokenStream, to: &mut HashSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => collect(group.stream(), to),
            TokenTree::Ident(ident) => {
                let name = ident.to_string();
                if name.starts_with("__") {
                    to.insert(name);
                }
            }
            _ => {}
        }
    }
}
