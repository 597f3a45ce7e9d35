//! The patterns of items.

use crate::{
    krate::Krate,
    surface::position,
    util::{errors::Errors, text::readable},
};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use std::collections::HashMap;
use syn::{Pat, PatIdent, visit::Visit};

/// Reports the parts of a pattern that cannot take every item apart, as far as they are known without types: rustc reports the
/// others.
pub(super) fn check_pattern(pattern: &Pat, errors: &mut Errors) {
    Parts { whole: readable(&pattern.to_token_stream()), errors }.visit_pat(pattern);
}

struct Parts<'e> {
    whole: String,
    errors: &'e mut Errors,
}

impl Parts<'_> {
    fn refutable(&mut self, part: &impl ToTokens) {
        let (text, whole) = (readable(&part.to_token_stream()), &self.whole);
        let message = format!(
            "`{text}` does not match every item\nhelp: name the item, and match it in the steps: `map(.. as item) {{ match item {{ {whole} => .., _ => {{}} }} }}`"
        );
        self.errors.push(part, message);
    }
}

impl<'p> Visit<'p> for Parts<'_> {
    fn visit_pat(&mut self, pattern: &'p Pat) {
        match pattern {
            Pat::Lit(_) | Pat::Range(_) => self.refutable(pattern),
            Pat::TupleStruct(variant) if is_variant(&variant.path) => self.refutable(pattern),
            Pat::Ident(name) if name.ident == "None" => self.refutable(pattern),
            // Its cases may match every item together.
            Pat::Or(_) => {}
            _ => syn::visit::visit_pat(self, pattern),
        }
    }

    fn visit_pat_ident(&mut self, pattern: &'p PatIdent) {
        let (name, word) =
            (&pattern.ident, pattern.by_ref.map(|word| word.span).or(pattern.mutability.map(|word| word.span)));
        if let Some(span) = word {
            let message = format!(
                "a name of a pipeline is not a variable of Rust: steps take it by reference or by value\nhelp: write `{name}` alone"
            );
            self.errors.push_at(span, message);
        }
        syn::visit::visit_pat_ident(self, pattern);
    }
}

/// Returns `true` for a variant of Rust's prelude.
fn is_variant(path: &syn::Path) -> bool {
    path.segments.last().is_some_and(|last| ["Some", "Ok", "Err"].iter().any(|variant| last.ident == variant))
}

/// The most elements of a tuple whose types can be named.
const MAX_TUPLE: usize = 6;

/// Collects the types of the names in tuples.
pub(super) fn in_tuples(krate: &Krate, pattern: &Pat, ty: TokenStream, to: &mut HashMap<Ident, TokenStream>) {
    match pattern {
        Pat::Ident(name) => {
            to.insert(name.ident.clone(), ty);
        }
        Pat::Paren(inner) => in_tuples(krate, &inner.pat, ty, to),
        Pat::Tuple(tuple)
            if (2..=MAX_TUPLE).contains(&tuple.elems.len())
                && !tuple.elems.iter().any(|element| matches!(element, Pat::Rest(_))) =>
        {
            for (i, element) in tuple.elems.iter().enumerate() {
                let i = position(i);
                in_tuples(krate, element, quote!(<#ty as #krate::__private::Returns<#i>>::Ty), to);
            }
        }
        _ => {}
    }
}
