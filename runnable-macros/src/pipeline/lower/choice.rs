//! `match`, `if` and `try` as tokens: Rust's own, in place.

use super::{Lower, cx};
use crate::pipeline::{
    names::variable,
    plan::{Arm, Body, Choice, Head, Recover, Step, Stmt, Tried, Value, VarId},
};
use proc_macro2::{Delimiter, Group, Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

impl Lower<'_> {
    pub(super) fn choice(&self, choice: &Choice) -> TokenStream {
        let (below, span) = (self.below(choice.place), choice.span);
        let chosen = match &choice.scrutinee {
            None => self.conditions(choice, 0),
            Some(scrutinee) => {
                let guards = choice.arms.iter().map(|arm| match &arm.head {
                    Head::Pattern(_, Some(guard)) => self.declared(guard),
                    _ => TokenStream::new(),
                });
                let (names, matched) = (self.declared(scrutinee), &scrutinee.code);
                let arms = (0..).zip(&choice.arms).map(|(number, arm)| self.arm(choice, number, arm));
                let word = quote_spanned!(span=> match);
                quote!({ #names #(#guards)* #word #matched { #(#arms)* } })
            }
        };
        let chosen = if below.is_empty() { chosen } else { quote!({ #below #chosen }) };
        self.assign_block(&choice.outs, &chosen)
    }

    /// `pat if guard => { .. }`
    fn arm(&self, choice: &Choice, number: u32, arm: &Arm) -> TokenStream {
        let block = self.block(choice, number, arm);
        match &arm.head {
            Head::Pattern(pattern, Some(guard)) => {
                let guard = &guard.code;
                quote!(#pattern if #guard => #block)
            }
            Head::Pattern(pattern, None) => quote!(#pattern => #block),
            Head::Condition(_) | Head::Else => TokenStream::new(),
        }
    }

    /// Declares the names that a condition reads after the conditions before it did not hold.
    fn conditions(&self, choice: &Choice, number: u32) -> TokenStream {
        let arm = usize::try_from(number).ok().and_then(|index| choice.arms.get(index));
        let Some(arm) = arm else { return TokenStream::new() };
        let block = self.block(choice, number, arm);
        let Head::Condition(condition) = &arm.head else { return block };
        let (names, condition, rest) = (self.declared(condition), &condition.code, self.conditions(choice, number + 1));
        quote!({ #names if #condition #block else #rest })
    }

    /// Returns the block that runs an arm and evaluates to its outputs.
    fn block(&self, choice: &Choice, number: u32, arm: &Arm) -> TokenStream {
        let (krate, cx, choice_number) = (self.krate, cx(choice.span), Literal::u32_unsuffixed(choice.number));
        let (outs, number) = (&choice.outs, Literal::u32_unsuffixed(number));
        let names = arm.bindings.iter().filter_map(|(ident, id)| {
            let var = self.plan.vars.get(*id).filter(|var| var.read)?;
            let name = self.name(*id, var.span);
            Some(quote! {
                let #name = {
                    #[allow(unused_imports)]
                    use #krate::__private::Otherwise as _;
                    #krate::__private::Value(&#ident).get()
                };
            })
        });
        let (stmts, gives) = (self.stmts(&arm.body), self.agreed(&arm.body, outs));
        let mut block =
            Group::new(Delimiter::Brace, quote!(#cx.arm(#choice_number, #number)?; #(#names)* #stmts #gives));
        block.set_span(arm.end);
        quote!(#block)
    }

    pub(super) fn recover(&self, recover: &Recover) -> TokenStream {
        let krate = self.krate;
        let (below, outs) = (self.below(recover.place), &recover.outs);
        let (tried, given) = (self.stmts(&recover.body), self.agreed_or_unit(&recover.body, outs));
        let (recovery, instead) = (self.stmts(&recover.recovery), self.agreed_or_unit(&recover.recovery, outs));
        let (error, all) = (self.defined(recover.error), variable("__given", recover.span));
        let (failed, cx) = (variable("__failed", recover.span), cx(recover.span));
        let (number, parts) = (Literal::u32_unsuffixed(recover.tried.choices.start), self.tried(&recover.tried));
        let work = quote!(#tried ::core::result::Result::Ok::<_, #krate::Error>(#given));
        let attempt = attempt(&recover.body, &cx, &work);
        let value = quote!({
            #below
            match #attempt.await {
                ::core::result::Result::Ok(#all) => {
                    #cx.arm(#number, 0)?;
                    #all
                }
                ::core::result::Result::Err(#failed) => {
                    let #error = #cx.recovered(#failed, #parts).await?;
                    #recovery
                    #instead
                }
            }
        });
        self.assign_block(outs, &value)
    }

    /// Returns the choices and the places of a body that may fail.
    pub(super) fn tried(&self, tried: &Tried) -> TokenStream {
        let places = self.places;
        let [first, end] = [tried.places.start, tried.places.end].map(Literal::usize_unsuffixed);
        let [number, choices] = [tried.choices.start, tried.choices.end].map(Literal::u32_unsuffixed);
        quote!(#number..#choices, &#places[#first..#end])
    }

    /// Returns the outputs of one of several bodies. If their types can be named, a difference is reported at the user's token.
    fn agreed(&self, body: &Body, outs: &[Option<VarId>]) -> TokenStream {
        if outs.is_empty() {
            return TokenStream::new();
        }
        self.agreed_or_unit(body, outs)
    }

    pub(super) fn agreed_or_unit(&self, body: &Body, outs: &[Option<VarId>]) -> TokenStream {
        let krate = self.krate;
        let ty = |id: VarId| self.plan.vars.get(id).and_then(|var| var.ty.as_ref());
        let gives = body.gives.iter().zip(outs).map(|(read, out)| {
            let (value, span) = (self.read(read), read.span);
            match (out.and_then(ty), ty(read.var)) {
                (Some(first), Some(this)) if first.to_string() != this.to_string() => {
                    quote_spanned!(span=> #krate::__private::Values::same_type::<#first, _>(#value))
                }
                _ => value,
            }
        });
        quote!((#(#gives,)*))
    }
}

/// Returns the future of a body that may fail. The values of its steps may panic when they are dropped for a failure. A step that
/// only reads names leaves none behind: those that it takes are dropped within it.
pub(super) fn attempt(body: &Body, cx: &impl ToTokens, work: &TokenStream) -> TokenStream {
    let reads_names = |step: &Step| step.args.iter().all(|arg| matches!(arg.value, Value::Read(_)));
    match body.stmts.as_slice() {
        [Stmt::Step(step)] if reads_names(step) => quote!(async { #work }),
        _ => quote!(#cx.tried(async { #work })),
    }
}
