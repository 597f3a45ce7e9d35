//! `repeat` as tokens: a loop in a step of its own.

use super::{Lower, cx};
use crate::pipeline::{
    names::variable,
    plan::{Carried, Repeat, VarId},
};
use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

impl Lower<'_> {
    pub(super) fn repeat(&self, repeat: &Repeat) -> TokenStream {
        let (krate, span) = (self.krate, repeat.span);
        let (place, turns, cx) = (self.place(repeat.place), self.place(repeat.iterations), cx(span));
        let (max, turn, over) = (variable("__max", span), variable("__turn", span), variable("__over", span));
        let (max_names, max_value) = self.written(&repeat.max);
        let (until_names, until) = self.written(&repeat.until);
        let initial = repeat.carried.iter().map(|carried| {
            let (name, value) = (held(carried), self.read(&carried.initial));
            quote!(let mut #name = #value;)
        });
        let taken = repeat.carried.iter().map(|carried| {
            let (held, name) = (held(carried), self.defined(Some(carried.var)));
            quote!(let #name = #held;)
        });
        let index = self.defined(repeat.index);
        let (stmts, gives) = (self.stmts(&repeat.body), self.tuple(&repeat.body));
        let next = repeat.carried.iter().map(|carried| self.next(carried));
        let value = quote! {
            {
                #max_names
                let #max: ::core::primitive::usize = #max_value;
                #cx.quiet(#place).repeat(|| async {
                    #(#initial)*
                    let mut #turn: ::core::primitive::usize = 0;
                    loop {
                        let #cx = #cx.turn(#turns, #turn).await;
                        let #index = #turn;
                        #(#taken)*
                        #stmts
                        let #over: ::core::primitive::bool = { #until_names #until };
                        #turn += 1;
                        if #over || #turn >= #max {
                            break ::core::result::Result::Ok::<_, #krate::Error>((#gives, #turn, !#over));
                        }
                        #(#next)*
                    }
                })
                .await?
            }
        };
        self.assign_block(&repeat.outs, &value)
    }

    /// Passes a value to the next iteration. If its type can be named, a change is reported at the user's token.
    fn next(&self, carried: &Carried) -> TokenStream {
        let Carried { var, next, .. } = carried;
        let (krate, span) = (self.krate, next.span);
        let ty = |id: VarId| self.plan.vars.get(id).and_then(|var| var.ty.as_ref());
        let (name, value) = (held(carried), self.read(next));
        match (ty(*var), ty(next.var)) {
            (Some(before), Some(after)) if before.to_string() != after.to_string() => {
                let value = quote_spanned!(span=> #krate::__private::Values::carried::<#before, _>(#value));
                quote!(#name = #value;)
            }
            _ => quote!(#name = #value;),
        }
    }
}

/// Holds a value from turn to turn: the body may define its name anew.
fn held(carried: &Carried) -> Ident {
    variable(&format!("__held_{}", carried.var), carried.next.span)
}
