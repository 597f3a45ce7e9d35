//! `map` as tokens: a block in place, which borrows what is around it, and a closure that makes the future of an item.

use super::{Lower, choice::attempt, cx};
use crate::pipeline::{
    names::variable,
    plan::{Body, Each, Map, Stmt, Value, VarId},
};
use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;

/// An item, as a closure receives it.
struct Taken {
    parameter: Ident,
    /// The variables of the body, as a pattern.
    vars: TokenStream,
    /// The value that the pattern takes apart.
    own: TokenStream,
}

/// Up to here, an iterator of tuples collects into a tuple of collections.
const MAX_UNZIP: usize = 12;

impl Lower<'_> {
    pub(super) fn map(&self, map: &Map) -> TokenStream {
        let (span, place) = (map.span, self.place(map.place));
        let (cx, items, limit) = (cx(span), variable("__items", span), variable("__limit", span));
        let (source_names, source) = match &map.source {
            Value::Read(read) => (TokenStream::new(), self.read(read)),
            Value::Written(written) => self.written(written),
        };
        let unlimited = || (TokenStream::new(), quote!(::core::primitive::usize::MAX));
        let (limit_names, at_a_time) = map.limit.as_ref().map_or_else(unlimited, |limit| self.written(limit));
        let captures = map.captures.iter().filter_map(|id| {
            let var = self.plan.vars.get(*id)?;
            let name = self.name(*id, var.span);
            // Others are references already.
            (!var.borrowed && var.depth + 1 == map.depth).then(|| quote!(let #name = &#name;))
        });
        let body = self.item_body(map);
        let krate = self.krate;
        let at = match &map.source {
            Value::Read(read) => read.span,
            Value::Written(written) => written.expr.span(),
        };
        let iterated = quote_spanned!(at=> #krate::__private::Source::new(#items).items());
        let rows = quote!({
            #source_names
            let #items = #source;
            let #items = {
                #[allow(unused_imports)]
                use #krate::__private::NoItems as _;
                #iterated
            };
            #limit_names
            let #limit: ::core::primitive::usize = #at_a_time;
            #(#captures)*
            #cx.map(#place, #items, #limit, #body).await?
        });
        match map.outs.as_slice() {
            [] => quote!(let _ = #rows;),
            [only] => {
                let (only, one) = (self.defined(*only), variable("__row", span));
                quote! {
                    let #only = ::core::iter::Iterator::collect::<::std::vec::Vec<_>>(
                        ::core::iter::Iterator::map(::core::iter::IntoIterator::into_iter(#rows), |(#one,)| #one),
                    );
                }
            }
            outs if outs.len() <= MAX_UNZIP => {
                let types = outs.iter().map(|_| quote!(::std::vec::Vec<_>));
                let pattern = self.pattern(outs);
                quote! {
                    let #pattern = ::core::iter::Iterator::collect::<(#(#types,)*)>(::core::iter::IntoIterator::into_iter(#rows));
                }
            }
            outs => {
                let lists: Vec<_> = (0..outs.len()).map(|i| variable(&format!("__list_{i}"), span)).collect();
                let ones: Vec<_> = (0..outs.len()).map(|i| variable(&format!("__one_{i}"), span)).collect();
                let pattern = self.pattern(outs);
                quote! {
                    let #pattern = {
                        #(let mut #lists = ::std::vec::Vec::new();)*
                        for (#(#ones,)*) in #rows {
                            #(#lists.push(#ones);)*
                        }
                        (#(#lists,)*)
                    };
                }
            }
        }
    }

    /// The closure that makes an item's future.
    fn item_body(&self, map: &Map) -> TokenStream {
        let (span, cx, stmts) = (map.span, cx(map.span), self.item_steps(map));
        let Taken { parameter, vars, own } = self.taken_apart(map);
        let index = map.index.filter(|id| self.plan.vars.get(*id).is_some_and(|var| var.read)).map(|id| {
            let name = self.name(id, span);
            quote!(let #name = #cx.index();)
        });
        if !self.expression || !has_expressions(&map.body) {
            return quote!(|#cx, #parameter| {
                let #vars = #own;
                async move { #index #stmts }
            });
        }
        // Its expressions borrow from the surrounding scope, so only what is the item's own may move. A `Cell` is never
        // `Copy`: taking it apart by value captures it by value, whatever is in it.
        let held = variable("__held", span);
        quote!(|#cx, #parameter| {
            let #held = ::core::cell::Cell::new((#cx, #own));
            async {
                let (#cx, #vars) = ::core::cell::Cell::into_inner(#held);
                #index
                #stmts
            }
        })
    }

    /// The steps of an item, up to what they give.
    fn item_steps(&self, map: &Map) -> TokenStream {
        let (krate, span, stmts) = (self.krate, map.span, self.finished(&map.body));
        let Some(tried) = &map.collects else { return stmts };
        let (cx, row, error, parts) = (cx(span), variable("__row", span), variable("__error", span), self.tried(tried));
        let outs: Vec<_> = (0..map.outs.len()).map(|i| variable(&format!("__one_{i}"), span)).collect();
        let errors = outs.iter().map(|_| quote!(::core::result::Result::Err(::core::clone::Clone::clone(&#error))));
        let attempt = attempt(&map.body, &cx, &stmts);
        quote! {
            let #row = #attempt.await;
            ::core::result::Result::Ok::<_, #krate::Error>(match #cx.collected(#row, #parts).await? {
                ::core::result::Result::Ok((#(#outs,)*)) => (#(::core::result::Result::Ok(#outs),)*),
                ::core::result::Result::Err(#error) => (#(#errors,)*),
            })
        }
    }

    /// An item as variables of its body.
    fn taken_apart(&self, map: &Map) -> Taken {
        let (krate, span) = (self.krate, map.span);
        let read = |id: VarId| Some(self.name(id, self.plan.vars.get(id).filter(|var| var.read)?.span));
        match &map.item {
            Each::Name(id) => {
                let item = read(*id).unwrap_or_else(|| variable("__item", span));
                let own = quote!({
                    use #krate::__private::Item as _;
                    #item.into_item()
                });
                Taken { vars: quote!(#item), own, parameter: item }
            }
            Each::Pattern(pattern, bindings) => {
                let item = variable("__item", span);
                let read = bindings.iter().filter_map(|(ident, id)| Some((ident, read(*id)?)));
                let (idents, vars): (Vec<_>, Vec<_>) = read.unzip();
                let parts = variable("__parts", span);
                let own = quote!({
                    use #krate::__private::Item as _;
                    #[allow(unused_variables)]
                    let #parts = #item.apart(|#pattern| (#(#idents,)*));
                    #parts
                });
                Taken { vars: quote!((#(#vars,)*)), own, parameter: item }
            }
        }
    }
}

/// Returns true if the body contains an expression of the user.
fn has_expressions(body: &Body) -> bool {
    body.stmts.iter().any(|stmt| match stmt {
        Stmt::Step(step) => step.args.iter().any(|arg| matches!(arg.value, Value::Written(_))),
        Stmt::Group(group) => has_expressions(&group.body),
        Stmt::Parallel(parallel) => parallel.branches.iter().any(|branch| has_expressions(&branch.body)),
        Stmt::Race(race) => race.branches.iter().any(|branch| has_expressions(&branch.body)),
        Stmt::Map(map) => matches!(map.source, Value::Written(_)) || map.limit.is_some() || has_expressions(&map.body),
        Stmt::Choice(_) | Stmt::Repeat(_) | Stmt::Limit(_) | Stmt::Retry(_) => true,
        Stmt::Recover(recover) => has_expressions(&recover.body) || has_expressions(&recover.recovery),
    })
}
