//! The option `fallible`, and the check that no `Result` is overlooked: the errors of one under another name would be successes.

use super::{
    args::Args,
    model::{self, Kind, Task},
};
use crate::{
    krate::Krate,
    surface::allow,
    util::{span::located, text::type_text},
};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Type, spanned::Spanned};

/// The remedy for `fallible` without a `Result`.
pub(super) const REMOVE: &str = "help: return a `Result`, or remove `fallible`";

/// The `Result` that a function returns or yields.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fallible {
    /// None, unless an alias hides it.
    No,
    /// `Result<..>`.
    Written,
    /// An alias, with the option `fallible`.
    Hidden,
}

impl Fallible {
    /// Returns `No` or `Written`, or `Hidden` with the option.
    pub(super) fn new(written: bool, args: &Args) -> Self {
        match written {
            true => Self::Written,
            false if args.fallible.is_some() => Self::Hidden,
            false => Self::No,
        }
    }
}

/// The type inside a `Result` that an alias hides.
pub(super) fn hidden_ok(krate: &Krate, task: &Task<'_>, ty: &Type) -> TokenStream {
    let checked = checked(krate, task, ty);
    quote!(<#checked>::Ok)
}

/// A type as a `Result`. If it is another type, the constant is the only error.
pub(super) fn checked(krate: &Krate, task: &Task<'_>, ty: &Type) -> TokenStream {
    let node = &task.node;
    quote!(#ty as #krate::__private::Fallible<{ #node::__CHECK }>)
}

/// The constant that fails if the type of a task's values is a `Result` although the signature says otherwise, or the reverse.
pub(super) fn check(krate: &Krate, task: &Task<'_>) -> Option<TokenStream> {
    let (cfgs, node, check) = (&task.cfgs, &task.node, statement(krate, task)?);
    if let Kind::Call { fallible: Fallible::No, .. } = task.kind {
        return Some(quote!(#(#cfgs)* const _: () = { #check };));
    }
    // Types depend on this constant.
    let allow = allow();
    Some(quote! {
        #(#cfgs)* #allow
        impl #node { #[doc(hidden)] const __CHECK: ::core::primitive::usize = { #check 0 }; }
    })
}

/// The value of the constant in the `impl` of the node of a stream.
pub(super) fn checked_item(event: &Type, fallible: Fallible) -> TokenStream {
    if fallible == Fallible::No && model::may_be_result(event) { quote!({ Self::__CHECK }) } else { quote!(0) }
}

/// A statement that does not compile if the type is wrong, or `None` if the macro sees that it is right.
fn statement(krate: &Krate, task: &Task<'_>) -> Option<TokenStream> {
    let (Kind::Call { ty, fallible, .. } | Kind::Stream { event: ty, fallible }) = &task.kind;
    let shown = type_text(ty);
    let (not, span, message) = match (fallible, &task.args.fallible) {
        (Fallible::Hidden, Some(option)) => {
            (quote!(!), option.span(), format!("`fallible` needs a `Result`, but `{shown}` is not\n{REMOVE}"))
        }
        (Fallible::No, _) if model::may_be_result(ty) => {
            let problem = "is a `Result` under another name: its errors would count as successes";
            (
                TokenStream::new(),
                ty.span(),
                format!("`{shown}` {problem}\nhelp: write `Result<..>`, or `#[task(fallible)]`"),
            )
        }
        _ => return None,
    };
    // Ours, so that no lint of the user's applies.
    let span = Span::call_site().located_at(span);
    let krate = located(&quote!(#krate), span);
    Some(quote_spanned! {span=>
        use #krate::__private::Otherwise as _;
        if #not <#krate::__private::Value<'static, #ty>>::IS_RESULT {
            ::core::panic!("{}", #message)
        }
    })
}
