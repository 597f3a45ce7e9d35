//! `race` as tokens: its branches as futures of one future.

use super::{Lower, cx};
use crate::pipeline::plan::{Contender, Race};
use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};

impl Lower<'_> {
    pub(super) fn race(&self, race: &Race) -> TokenStream {
        let (cx, below, places) = (cx(race.span), self.below(race.place), self.places);
        let branches: Vec<_> = race.branches.iter().map(|branch| self.contender(race, branch)).collect();
        let (work, number) = (self.paired(&branches), Literal::u32_unsuffixed(race.number));
        let paths = race.branches.iter().map(|branch| {
            let step = branch.single.as_ref().map(|(place, _)| *place);
            let path = branch.label.into_iter().chain(step).map(Literal::usize_unsuffixed);
            quote!(&[#(#path),*])
        });
        let run = quote_spanned! {race.span=>
            #cx.race(#number, &#places, &[#(#paths),*], || #work).await?
        };
        let run = if below.is_empty() { run } else { quote!({ #below #run }) };
        self.assign(&race.outs, &run)
    }

    /// A branch. If it is more than a task, it is a step of its own in the events.
    fn contender(&self, race: &Race, branch: &Contender) -> TokenStream {
        let (krate, cx, below) = (self.krate, cx(race.span), self.below(branch.label));
        let (stmts, gives) = (self.stmts(&branch.body), self.agreed_or_unit(&branch.body, &race.outs));
        let end = quote!(::core::result::Result::Ok::<_, #krate::Error>(#gives));
        let work = match (&branch.single, branch.label) {
            (Some((place, task)), _) => {
                let place = self.place(*place);
                let is_pipeline =
                    quote!(::core::matches!(<#task as #krate::Node>::SHAPE, #krate::__private::Shape::Pipeline(..)));
                quote!(#below #cx.quiet(#place).contender(#is_pipeline, async { #stmts #end }).await)
            }
            (None, Some(label)) => {
                let place = self.place(label);
                quote!(#cx.quiet(#place).contender(true, async { #below #stmts #end }).await)
            }
            // Without a label, it is empty: resolving has refused all else.
            (None, None) => quote!(#stmts #end),
        };
        quote!(#krate::__private::PlainCx::racer(async { #work }))
    }

    /// Halves, again and again, so that the nesting of types stays low.
    fn paired(&self, branches: &[TokenStream]) -> TokenStream {
        match branches {
            [] => TokenStream::new(),
            [one] => one.clone(),
            _ => {
                let (a, b) = branches.split_at(branches.len() / 2);
                let (krate, a, b) = (self.krate, self.paired(a), self.paired(b));
                quote!(#krate::__private::PlainCx::both(#a, #b))
            }
        }
    }
}
