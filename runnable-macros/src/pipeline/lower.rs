//! A plan as tokens. Nothing can fail here.

mod choice;
mod composite;
mod limit;
mod map;
mod parts;
mod race;
mod repeat;
mod retry;

use super::{
    names::{value, variable, visible},
    plan::{Arg, Body, Mode, PlaceId, Plan, Read, Step, Stmt, Value, Var, VarId, Written},
};
use crate::krate::Krate;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::spanned::Spanned as _;

/// Writes the code of one pipeline.
pub(super) struct Lower<'p> {
    /// The path to the `runnable` crate.
    pub(super) krate: &'p Krate,
    /// The resolved pipeline.
    pub(super) plan: &'p Plan,
    /// The event enum.
    pub(super) events: &'p Ident,
    /// The static with the places of all steps, branches and maps.
    pub(super) places: &'p Ident,
    /// True if expressions may use a surrounding scope.
    pub(super) expression: bool,
}

impl Lower<'_> {
    /// The static with all places.
    pub(super) fn places(&self) -> TokenStream {
        let (krate, ident, count) = (self.krate, self.places, self.plan.places.len());
        let places = self.plan.places.iter().map(|place| {
            let name = &place.name;
            let new = if place.indexed { quote!(indexed) } else { quote!(new) };
            let resources = (!place.resources.is_empty()).then(|| {
                let names = &place.resources;
                quote!(.resources(&[#(#names),*]))
            });
            quote!(#krate::__private::Place::#new(#name)#resources)
        });
        quote!(static #ident: [#krate::__private::Place; #count] = [#(#places),*];)
    }

    /// The whole body: a `Result` of the output.
    pub(super) fn run(&self, output: &Ident) -> TokenStream {
        let (stmts, gives, names) =
            (self.parts(&self.plan.body.stmts), self.gives(&self.plan.body), &self.plan.outputs);
        quote!(#stmts ::core::result::Result::Ok(#output { #(#names: #gives),* }))
    }

    /// Steps into a place.
    fn below(&self, place: Option<PlaceId>) -> TokenStream {
        let Some(place) = place else { return TokenStream::new() };
        let (cx, place) = (cx(Span::call_site()), self.place(place));
        quote!(let #cx = #cx.branch(#place);)
    }

    /// A reference to a place.
    fn place(&self, place: PlaceId) -> TokenStream {
        let (ident, index) = (self.places, proc_macro2::Literal::usize_unsuffixed(place));
        quote!(&#ident[#index])
    }

    /// All nodes, in order.
    pub(super) fn stmts(&self, body: &Body) -> TokenStream {
        body.stmts.iter().map(|stmt| self.stmt(stmt)).collect()
    }

    /// Returns the outputs of a body as a tuple.
    pub(super) fn tuple(&self, body: &Body) -> TokenStream {
        let gives = body.gives.iter().map(|read| self.read(read));
        quote!((#(#gives,)*))
    }

    /// Returns the outputs of a body, one expression each.
    pub(super) fn gives(&self, body: &Body) -> Vec<TokenStream> {
        body.gives.iter().map(|read| self.read(read)).collect()
    }

    fn stmt(&self, stmt: &Stmt) -> TokenStream {
        match stmt {
            Stmt::Step(step) => self.step(step),
            Stmt::Group(group) => self.group(group),
            Stmt::Parallel(parallel) => self.parallel(parallel),
            Stmt::Race(race) => self.race(race),
            Stmt::Map(map) => self.map(map),
            Stmt::Choice(choice) => self.choice(choice),
            Stmt::Repeat(repeat) => self.repeat(repeat),
            Stmt::Limit(limit) => self.limit(limit),
            Stmt::Retry(retry) => self.retry(retry),
            Stmt::Recover(recover) => self.recover(recover),
        }
    }

    fn step(&self, step: &Step) -> TokenStream {
        let (task, span, place, cx) = (&step.task, step.span, self.place(step.place), cx(step.span));
        let below = match step.variant {
            Some(i) => {
                let events = self.events;
                quote_spanned!(span=> #cx.via::<#events, #i>(#place))
            }
            None => quote_spanned!(span=> #cx.quiet(#place)),
        };
        let lets = step.args.iter().filter_map(|arg| self.arg_let(arg));
        let args = step.args.iter().map(|arg| match &arg.value {
            Value::Read(read) => self.read(read),
            Value::Written(written) => {
                let name = arg_of(arg, written.expr.span());
                quote!(#name)
            }
        });
        let (output, error) = (variable("__output", span), variable("__error", span));
        let (vars, fields) = self.taken(step);
        let taken = match fields.as_slice() {
            [] => quote!({}),
            [field] => quote!(#output.#field),
            _ => quote!((#(#output.#fields),*)),
        };
        // `?` would do the same, but takes the compiler longer: it converts the error as well.
        let call = quote_spanned! {span=>
            match #task::__call(#below, #(#args),*).await {
                ::core::result::Result::Ok(#output) => #taken,
                ::core::result::Result::Err(#error) => return ::core::result::Result::Err(#error),
            }
        };
        let lets: TokenStream = lets.collect();
        let value = if lets.is_empty() { call } else { quote!({ #lets #call }) };
        match vars.as_slice() {
            [] => quote!(#value;),
            [var] => quote!(let #var = #value;),
            _ => quote!(let (#(#vars),*) = #value;),
        }
    }

    /// The returns of a step that are read, as variables and as fields of its output. The others are dropped.
    fn taken(&self, step: &Step) -> (Vec<Ident>, Vec<Ident>) {
        let fields = step.returns.iter().zip(&step.outs).filter_map(|(name, out)| {
            let var = self.plan.vars.get((*out)?).filter(|var| var.read)?;
            Some((self.name((*out)?, var.span), visible(name, Span::call_site())))
        });
        fields.unzip()
    }

    /// A written argument, in a variable of its own: so that what it borrows lives until the step ends.
    fn arg_let(&self, arg: &Arg) -> Option<TokenStream> {
        let Value::Written(written) = &arg.value else { return None };
        let name = arg_of(arg, written.expr.span());
        let (lets, value) = self.written(written);
        let borrow = arg.borrowed.then(|| quote!(&));
        Some(quote!(#lets let #name = #borrow #value;))
    }

    /// The names of an expression, to be declared around it, since it may borrow them; and the expression.
    fn written(&self, written: &Written) -> (TokenStream, TokenStream) {
        let expr = &*written.code;
        let value = match expr {
            syn::Expr::Path(_)
            | syn::Expr::Lit(_)
            | syn::Expr::Reference(_)
            | syn::Expr::MethodCall(_)
            | syn::Expr::Call(_)
            | syn::Expr::Macro(_) => quote!(#expr),
            expr => quote!({ #expr }),
        };
        (self.declared(written), value)
    }

    /// The names of an expression as its user sees them.
    fn declared(&self, written: &Written) -> TokenStream {
        let krate = self.krate;
        let lets = written.names.iter().map(|(ident, read)| {
            let var = self.name(read.var, read.span);
            let reference = if read.by_ref { quote!(#var) } else { quote!(&#var) };
            let value = quote!({
                #[allow(unused_imports)]
                use #krate::__private::Otherwise as _;
                #krate::__private::Value(#reference).value()
            });
            quote!(#[allow(unused_variables)] let #ident = #value;)
        });
        quote!(#(#lets)*)
    }

    /// A use of a name.
    fn read(&self, read: &Read) -> TokenStream {
        let (krate, var, span, first) = (self.krate, self.name(read.var, read.span), read.span, &read.reader);
        let reference = if read.by_ref { quote_spanned!(span=> #var) } else { quote_spanned!(span=> &#var) };
        match &read.mode {
            Mode::Borrow => reference,
            Mode::Move => quote!(#var),
            Mode::Clone(_) if self.plan.vars.get(read.var).is_some_and(|var| var.borrowed) => {
                own(krate, &var, first, span)
            }
            Mode::Clone(second) => {
                quote_spanned!(span=> #krate::__private::Values::duplicate::<_, #first, #second>(#reference))
            }
        }
    }

    /// `let (a, _,) = value;`
    fn assign(&self, outs: &[Option<VarId>], value: &TokenStream) -> TokenStream {
        if outs.is_empty() {
            return quote!(#value;);
        }
        let pattern = self.pattern(outs);
        quote!(let #pattern = #value;)
    }

    /// `let (a, _,) = { .. };`, or the block alone where it gives nothing.
    fn assign_block(&self, outs: &[Option<VarId>], block: &TokenStream) -> TokenStream {
        if outs.is_empty() { block.clone() } else { self.assign(outs, block) }
    }

    /// `(a, _,)`
    fn pattern(&self, outs: &[Option<VarId>]) -> TokenStream {
        let names = outs.iter().map(|out| self.defined(*out));
        quote!((#(#names,)*))
    }

    /// The variable that a definition makes, or `_` where nothing reads it.
    fn defined(&self, out: Option<VarId>) -> TokenStream {
        match out.and_then(|id| Some((id, self.plan.vars.get(id)?))) {
            Some((id, var)) if var.read => self.name(id, var.span).into_token_stream(),
            _ => quote!(_),
        }
    }

    /// A variable, where it is used.
    pub(super) fn name(&self, id: VarId, span: Span) -> Ident {
        match self.plan.vars.get(id) {
            Some(Var { name, apart: Some(number), .. }) => {
                variable(&format!("__value_{number}_{}", name.trim_start_matches("r#")), span)
            }
            Some(var) => value(&var.name, span),
            None => variable("__unknown", span),
        }
    }
}

/// Clones the value behind a reference for a reader. If its type is not `Clone`, the error points at `span`.
pub(super) fn own(krate: &Krate, reference: &Ident, reader: &TokenStream, span: Span) -> TokenStream {
    // rustc blames the receiver if it has the hygiene of the method, so both are variables of ours.
    let (value, copy) = (variable("__own", span), variable("own", span));
    quote_spanned! {span=> {
        #[allow(unused_imports)]
        use #krate::__private::Otherwise as _;
        let #value = #krate::__private::Value(#reference);
        #value.#copy::<#reader>()
    }}
}

/// The context in scope.
pub(super) fn cx(span: Span) -> Ident {
    variable("__cx", span)
}

fn arg_of(arg: &Arg, span: Span) -> Ident {
    variable(&format!("__arg_{}", arg.name.trim_start_matches("r#")), span)
}
