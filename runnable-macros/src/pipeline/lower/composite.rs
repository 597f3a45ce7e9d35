//! Groups and `parallel` as tokens: blocks in place, which borrow what is around them.

use super::{Lower, cx};
use crate::pipeline::plan::{Body, Group, Parallel};
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};

/// The number of branches that the runtime joins in one future.
const MAX_JOIN: usize = 4;

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

    /// A body that ends in what it gives.
    pub(super) fn finished(&self, body: &Body) -> TokenStream {
        let (krate, stmts, gives) = (self.krate, self.stmts(body), self.tuple(body));
        quote!(#stmts ::core::result::Result::Ok::<_, #krate::Error>(#gives))
    }
}
