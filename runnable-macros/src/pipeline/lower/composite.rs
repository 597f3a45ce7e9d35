//! Groups, `parallel` and `map` as tokens: blocks in place, which borrow what is around them.

use super::{Lower, cx};
use crate::pipeline::{
    names::variable,
    plan::{Body, Group, Map, Parallel, Stmt, Value},
};
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;

/// The number of branches that the runtime joins in one future.
const MAX_JOIN: usize = 4;
/// Up to here, an iterator of tuples collects into a tuple of collections.
const MAX_UNZIP: usize = 12;

impl Lower<'_> {
    pub(super) fn group(&self, group: &Group) -> TokenStream {
        let (below, stmts, gives) = (self.below(group.place), self.stmts(&group.body), self.tuple(&group.body));
        let gives = (!group.outs.is_empty()).then_some(gives);
        self.assign_block(&group.outs, &quote!({ #below #stmts #gives }))
    }

    pub(super) fn parallel(&self, parallel: &Parallel) -> TokenStream {
        let branches: Vec<_> = parallel
            .branches
            .iter()
            .map(|branch| {
                let (below, stmts) = (self.below(branch.place), self.finished(&branch.body));
                (quote!(async { #below #stmts }), self.pattern(&branch.outs))
            })
            .collect();
        let ((work, pattern), cx) = (self.joined(&branches), cx(Span::call_site()));
        let run = quote!(#cx.parallel(|| #work).await?);
        let run = match self.below(parallel.place) {
            below if below.is_empty() => run,
            below => quote!({ #below #run }),
        };
        if parallel.branches.iter().all(|branch| branch.outs.is_empty()) {
            return quote!(#run;);
        }
        quote!(let #pattern = #run;)
    }

    /// Up to four at once, again and again, so that the nesting of types stays low.
    fn joined(&self, branches: &[(TokenStream, TokenStream)]) -> (TokenStream, TokenStream) {
        if let [(work, pattern)] = branches {
            return (work.clone(), pattern.clone());
        }
        let (krate, per_part) = (self.krate, branches.len().div_ceil(MAX_JOIN));
        let (works, patterns): (Vec<_>, Vec<_>) = branches.chunks(per_part).map(|part| self.joined(part)).unzip();
        let join = format_ident!("join{}", works.len());
        (quote!(#krate::__private::PlainCx::#join(#(#works),*)), quote!((#(#patterns,)*)))
    }

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
        let iterated = quote_spanned!(at=> #krate::__private::Source(#items).items());
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
        let (span, cx, stmts) = (map.span, cx(map.span), self.finished(&map.body));
        let read = self.plan.vars.get(map.item).filter(|var| var.read);
        let item = read.map_or_else(|| variable("__item", span), |var| self.name(map.item, var.span));
        let krate = self.krate;
        let own = quote!({
            use #krate::__private::Item as _;
            #item.into_item()
        });
        if !self.expression || !has_expressions(&map.body) {
            return quote!(|#cx, #item| {
                let #item = #own;
                async move { #stmts }
            });
        }
        // Its expressions borrow from the surrounding scope, so only what is the item's own may move. A `Cell` is never
        // `Copy`: taking it apart by value captures it by value, whatever is in it.
        let held = variable("__held", span);
        quote!(|#cx, #item| {
            let #held = ::core::cell::Cell::new((#cx, #own));
            async {
                let (#cx, #item) = ::core::cell::Cell::into_inner(#held);
                #stmts
            }
        })
    }

    /// A body that ends in what it gives.
    pub(super) fn finished(&self, body: &Body) -> TokenStream {
        let (krate, stmts, gives) = (self.krate, self.stmts(body), self.tuple(body));
        quote!(#stmts ::core::result::Result::Ok::<_, #krate::Error>(#gives))
    }
}

/// Returns true if the body contains an expression of the user.
fn has_expressions(body: &Body) -> bool {
    body.stmts.iter().any(|stmt| match stmt {
        Stmt::Step(step) => step.args.iter().any(|arg| matches!(arg.value, Value::Written(_))),
        Stmt::Group(group) => has_expressions(&group.body),
        Stmt::Parallel(parallel) => parallel.branches.iter().any(|branch| has_expressions(&branch.body)),
        Stmt::Map(map) => matches!(map.source, Value::Written(_)) || map.limit.is_some() || has_expressions(&map.body),
        Stmt::Choice(_) | Stmt::Repeat(_) => true,
        Stmt::Recover(recover) => has_expressions(&recover.body) || has_expressions(&recover.recovery),
    })
}
