//! The model of a task's function.

use super::{args::Args, fallible::Fallible, function::Function};
use crate::util::{errors::Errors, hiding};
use heck::ToUpperCamelCase;
use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident};
use syn::{
    Attribute, FnArg, GenericArgument, Ident, Pat, PathArguments, ReturnType, Type, TypeParamBound, Visibility,
    ext::IdentExt,
};

/// Types that are extracted from the run, known by their last path segment.
const FROM_RUN: [&str; 6] = ["Emitter", "RunId", "Attempt", "Cancellation", "Catalog", "Secret"];

/// A task, as the expansion needs it.
pub(super) struct Task<'a> {
    /// The options.
    pub(super) args: &'a Args,
    /// The function's visibility.
    pub(super) vis: Visibility,
    /// The function's name.
    pub(super) name: Ident,
    /// The name of the node's struct.
    pub(super) node: Ident,
    /// The name of the output's struct.
    pub(super) output: Ident,
    /// The name in paths.
    pub(super) place: String,
    /// The function's doc comment.
    pub(super) docs: Vec<Attribute>,
    /// Its `#[deprecated]`.
    pub(super) deprecated: Option<Attribute>,
    /// The function's conditions.
    pub(super) cfgs: Vec<Attribute>,
    /// The function's parameters, in order.
    pub(super) params: Vec<Param>,
    /// The kind of function.
    pub(super) kind: Kind,
    /// The type of its events, if it has any.
    pub(super) event: Option<Type>,
    /// `true` if the parameters have types that the fields of a struct can have.
    pub(super) sound: bool,
}

/// A parameter.
pub(super) struct Param {
    /// Its name.
    pub(super) name: Ident,
    /// Its type, without the outer `&` of a borrowed parameter.
    pub(super) ty: Type,
    /// `true` for `&T`.
    pub(super) borrow: bool,
    /// `true` if it is extracted from the run.
    pub(super) from_run: bool,
    /// Its doc comment, which the compiler would not accept at a parameter.
    pub(super) docs: Vec<Attribute>,
}

impl Param {
    /// Returns `true` unless it is extracted from the run and is known to look up no secret.
    pub(super) fn may_be_secret(&self) -> bool {
        let known =
            last_segment(&self.ty).is_some_and(|last| last != "Secret" && FROM_RUN.iter().any(|known| last == known));
        self.from_run && !known
    }
}

/// The three kinds of function.
pub(super) enum Kind {
    /// `async fn`, or a plain function with `blocking`.
    Call {
        /// `true` for an `async fn`.
        is_async: bool,
        /// The return type as written.
        ty: Type,
        /// The `Result` that it is.
        fallible: Fallible,
    },
    /// A function that returns `impl Stream`.
    Stream {
        /// The event, or the value of a `Result`. If the `Result` is hidden, the item as written.
        event: Type,
        /// The `Result` that the items are.
        fallible: Fallible,
    },
}

impl Task<'_> {
    /// Returns the parameters that are fields of the node.
    pub(super) fn inputs(&self) -> impl Iterator<Item = &Param> {
        self.params.iter().filter(|param| !param.from_run)
    }

    /// Returns `true` if the events are free-form.
    pub(super) fn is_dynamic(&self) -> bool {
        let Kind::Stream { event, .. } = &self.kind else { return false };
        self.args.returns.iter().any(|name| name.ty.is_some())
            || (self.args.returns.is_empty() && last_segment(event).is_some_and(|last| last == "DynEvent"))
    }
}

/// Reads a function. Returns it without our own attributes, and its model.
pub(super) fn read<'a>(mut function: Function, args: &'a Args, errors: &mut Errors) -> (Function, Task<'a>) {
    let params = function.sig.inputs.iter_mut().filter_map(|input| param(input, errors)).collect::<Vec<_>>();
    let name = function.sig.ident.clone();
    let plain = name.unraw().to_string();
    let mut node = args.node.clone().unwrap_or_else(|| Ident::new(&plain.to_upper_camel_case(), name.span()));
    if let Some(message) = hiding::message("task", &name, &node) {
        errors.push(&node, message);
        // Nothing else becomes an error.
        node = Ident::new(&hiding::instead("task", &node.to_string()), node.span());
    }
    let event = params.iter().filter(|param| param.from_run).find_map(|param| emitter_event(&param.ty));
    let kind = kind(&function, args);
    let event = match &kind {
        Kind::Stream { event, .. } => Some(event.clone()),
        Kind::Call { .. } => event,
    };
    let only = |wanted: &str| function.attrs.iter().filter(|attr| attr.path().is_ident(wanted)).cloned().collect();
    let task = Task {
        args,
        vis: function.vis.clone(),
        output: format_ident!("{node}Output", span = node.span()),
        node,
        place: args.name.as_ref().map_or(plain, syn::LitStr::value),
        docs: only("doc"),
        deprecated: function.attrs.iter().find(|attr| attr.path().is_ident("deprecated")).cloned(),
        cfgs: only("cfg"),
        params,
        kind,
        event,
        sound: false,
        name,
    };
    (function, task)
}

/// Reads a parameter, and removes our attributes from it.
fn param(input: &mut FnArg, errors: &mut Errors) -> Option<Param> {
    let FnArg::Typed(input) = input else { return None };
    let mut forced = None;
    input.attrs.retain(|attr| {
        let ours = ["from_run", "input"].into_iter().find(|name| attr.path().is_ident(name));
        if ours.is_some() {
            if !matches!(attr.meta, syn::Meta::Path(_)) {
                errors.push(attr, "expected the attribute without a value\nhelp: write `#[from_run]` or `#[input]`");
            }
            forced = ours;
        }
        ours.is_none()
    });
    let docs = input.attrs.extract_if(.., |attr| attr.path().is_ident("doc")).collect();
    let Pat::Ident(pat) = &*input.pat else { return None };
    let (ty, borrow) = match &*input.ty {
        Type::Reference(reference) if reference.lifetime.as_ref().is_none_or(|name| name.ident != "static") => {
            ((*reference.elem).clone(), true)
        }
        other => (other.clone(), false),
    };
    let from_run = match forced {
        Some(forced) => forced == "from_run",
        None => last_segment(&ty).is_some_and(|last| FROM_RUN.iter().any(|name| last == name)),
    };
    Some(Param { name: pat.ident.clone(), ty, borrow, from_run, docs })
}

/// Returns the kind of function; an invalid function counts as a plain call.
fn kind(function: &Function, args: &Args) -> Kind {
    let ty = match &function.sig.output {
        ReturnType::Default => syn::parse_quote!(()),
        ReturnType::Type(_, ty) => (**ty).clone(),
    };
    if function.sig.asyncness.is_none()
        && args.blocking.is_none()
        && let Some(item) = stream_item(&ty)
    {
        let inside = last_segment(&item).filter(|last| *last == "Result").and_then(|_| first_argument(&item));
        let fallible = Fallible::new(inside.is_some(), args);
        return Kind::Stream { event: inside.unwrap_or(item), fallible };
    }
    // With returns, a `Result` without any types is a type of the user's. If it is an alias, the expansion is an error.
    let written = last_segment(&ty).is_some_and(|last| last == "Result") && (args.returns.is_empty() || !is_ident(&ty));
    Kind::Call { is_async: function.sig.asyncness.is_some(), ty, fallible: Fallible::new(written, args) }
}

/// Returns the item of `impl Stream<Item = ..>`.
pub(super) fn stream_item(ty: &Type) -> Option<Type> {
    let Type::ImplTrait(ty) = ty else { return None };
    ty.bounds.iter().find_map(|bound| {
        let TypeParamBound::Trait(bound) = bound else { return None };
        let last = bound.path.segments.last().filter(|last| last.ident == "Stream")?;
        let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
        arguments.args.iter().find_map(|argument| match argument {
            GenericArgument::AssocType(item) if item.ident == "Item" => Some(item.ty.clone()),
            _ => None,
        })
    })
}

/// Returns `true` for a type that is a single name.
fn is_ident(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.get_ident().is_some())
}

/// Returns `true` if a type may be a `Result` under another name.
pub(super) fn may_be_result(ty: &Type) -> bool {
    const OTHERS: [&str; 12] =
        ["bool", "char", "f32", "f64", "i32", "i64", "u32", "u64", "usize", "Option", "String", "Vec"];
    matches!(ty, Type::Macro(_)) || last_segment(ty).is_some_and(|last| OTHERS.iter().all(|other| last != other))
}

/// Returns the last segment of a type's path.
pub(super) fn last_segment(ty: &Type) -> Option<&Ident> {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|last| &last.ident),
        Type::Group(group) => last_segment(&group.elem),
        Type::Paren(paren) => last_segment(&paren.elem),
        _ => None,
    }
}

/// Returns the first type among a type's generic arguments.
pub(super) fn first_argument(ty: &Type) -> Option<Type> {
    argument(ty, 0)
}

/// Returns the error type of a `Result`, if it is written.
pub(super) fn error(ty: &Type) -> Option<Type> {
    argument(ty, 1)
}

/// Returns a type among a type's generic arguments.
fn argument(ty: &Type, index: usize) -> Option<Type> {
    let Type::Path(path) = ty else { return None };
    let PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else { return None };
    let mut types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty.clone()),
        _ => None,
    });
    types.nth(index)
}

/// Returns the event of an `Emitter<E>`.
pub(super) fn emitter_event(ty: &Type) -> Option<Type> {
    last_segment(ty).filter(|last| *last == "Emitter").and_then(|_| first_argument(ty))
}

/// Returns the value type of a call; for a `Result`, the type inside, if it is written.
pub(super) fn value(ty: &Type, fallible: Fallible) -> Option<Type> {
    match fallible {
        Fallible::No => Some(ty.clone()),
        Fallible::Written => first_argument(ty),
        Fallible::Hidden => None,
    }
}

/// Returns the elements of a tuple type.
pub(super) fn elements(ty: &Type) -> Option<Vec<TokenStream>> {
    match ty {
        Type::Tuple(tuple) => Some(tuple.elems.iter().map(ToTokens::to_token_stream).collect()),
        _ => None,
    }
}
