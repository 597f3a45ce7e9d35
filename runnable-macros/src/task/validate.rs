//! What a task must not be, and what to write instead.

use super::model::{self, Kind, Task, elements, last_segment, stream_item};
use crate::util::{errors::Errors, text::plain};
use quote::ToTokens;
use syn::{FnArg, ItemFn, Pat, Type, visit::Visit};

/// Reports everything that is wrong; gives whether the parameters' types are right.
pub(super) fn check(function: &ItemFn, task: &Task<'_>, errors: &mut Errors) -> bool {
    let understood = errors.is_empty();
    let mut found = Errors::new();
    for input in &function.sig.inputs {
        parameter(input, &mut found);
    }
    let sound = found.is_empty() && function.sig.generics.params.is_empty();
    errors.absorb(found.finish());
    signature(function, errors);
    kind(function, task, errors);
    options(task, errors);
    owned(task, errors);
    emitters(task, errors);
    // Where an option was not understood, what it should have said is not held against the function.
    if understood {
        returns(task, errors);
    }
    sound
}

/// The words around the name, and generics.
fn signature(function: &ItemFn, errors: &mut Errors) {
    let sig = &function.sig;
    if let Some(token) = &sig.constness {
        errors.push(token, "expected a function that runs at run time\nhelp: remove `const`");
    }
    if let Some(token) = unsafety(sig) {
        errors.push(token, "expected a safe function\nhelp: remove `unsafe`, and write an `unsafe` block inside");
    }
    if let Some(abi) = &sig.abi {
        errors.push(abi, "expected a Rust function\nhelp: remove `extern`, or call the foreign function from a task");
    }
    if let Some(variadic) = &sig.variadic {
        errors.push(variadic, "expected a fixed list of parameters\nhelp: take a `Vec`");
    }
    for generic in &sig.generics.params {
        match generic {
            syn::GenericParam::Lifetime(_) => errors.push(
                generic,
                "expected a function without lifetime parameters\nhelp: write `&T` without a name for its lifetime, or take an owned value",
            ),
            _ => errors.push(
                generic,
                "expected a function without generic parameters\nhelp: write the concrete type, or a task that calls the generic function",
            ),
        }
    }
    if let (Some(clause), true) = (&sig.generics.where_clause, sig.generics.params.is_empty()) {
        errors.push(clause, "expected a function without `where`\nhelp: remove the clause");
    }
}

/// The `unsafe` of a signature, if there is one.
fn unsafety(sig: &syn::Signature) -> Option<proc_macro2::TokenTree> {
    sig.to_token_stream()
        .into_iter()
        .take_while(|token| token.to_string() != "fn")
        .find(|token| token.to_string() == "unsafe")
}

/// One parameter, by itself.
fn parameter(input: &FnArg, errors: &mut Errors) {
    let input = match input {
        FnArg::Receiver(receiver) => {
            errors.push(
                receiver,
                "expected a free function, found a method\nhelp: move it out of the `impl`, and take the value as a parameter: `service: Service`",
            );
            return;
        }
        FnArg::Typed(input) => input,
    };
    match &*input.pat {
        Pat::Ident(pat) if pat.by_ref.is_none() && pat.subpat.is_none() => {}
        Pat::Wild(wild) => {
            errors.push(wild, "expected a name\nhelp: a parameter's name is what binds it; write `_name: T`");
        }
        pat => errors.push(
            pat,
            "expected a name, found a pattern\nhelp: take the value by a name, and take it apart inside with `let`",
        ),
    }
    let mut inner = &*input.ty;
    if let Type::Reference(reference) = inner {
        if let Some(token) = &reference.mutability {
            errors
                .push(token, "expected a shared reference, found `&mut`\nhelp: take the value by value, and return it");
        }
        if let Some(lifetime) = reference.lifetime.as_ref().filter(|lifetime| lifetime.ident == "_") {
            errors.push(lifetime, "expected `&T` without a lifetime\nhelp: remove `'_`");
        }
        if let Some(object) = trait_object(&reference.elem) {
            errors.push(object, "expected a sized type behind `&`, found a trait object\nhelp: take `Arc<dyn Trait>`, or `&Arc<dyn Trait>`");
            return;
        }
        inner = &reference.elem;
    }
    let mut inside = Inside { errors, owned: "own it (`Option<String>`), or borrow the whole (`&Option<String>`)" };
    inside.visit_type(inner);
}

/// `dyn Trait`, in parentheses or not.
fn trait_object(ty: &Type) -> Option<&Type> {
    match ty {
        Type::TraitObject(_) => Some(ty),
        Type::Paren(inner) => trait_object(&inner.elem),
        Type::Group(inner) => trait_object(&inner.elem),
        _ => None,
    }
}

/// Looks for what a parameter's type cannot hold below its outer `&`, nor a return type at all.
struct Inside<'e> {
    /// Where it is reported.
    errors: &'e mut Errors,
    /// What to write for a reference.
    owned: &'static str,
}

impl Visit<'_> for Inside<'_> {
    fn visit_type(&mut self, ty: &Type) {
        match ty {
            Type::ImplTrait(_) => self
                .errors
                .push(ty, "expected a concrete type, found `impl Trait`\nhelp: write the type, or `Box<dyn Trait>`"),
            Type::Infer(_) => self.errors.push(ty, "expected a type, found `_`\nhelp: write the type"),
            Type::Reference(reference) => {
                let is_static = reference.lifetime.as_ref().is_some_and(|lifetime| lifetime.ident == "static");
                if is_static {
                    self.visit_type(&reference.elem);
                } else {
                    self.errors.push(ty, format!("expected an owned type, found a reference\nhelp: {}", self.owned));
                }
            }
            Type::FnPtr(_) => {}
            _ => syn::visit::visit_type(self, ty),
        }
    }
    fn visit_parenthesized_generic_arguments(&mut self, _: &syn::ParenthesizedGenericArguments) {}
    fn visit_lifetime(&mut self, lifetime: &syn::Lifetime) {
        if lifetime.ident != "static" {
            self.errors.push(
                lifetime,
                format!("expected a type that owns its data, found the lifetime `{lifetime}`\nhelp: take an owned type, such as `String` for `Cow<'_, str>`"),
            );
        }
    }
}

/// Which kind of function it is, and the options of another kind.
fn kind(function: &ItemFn, task: &Task<'_>, errors: &mut Errors) {
    let args = task.args;
    if let (Some(spawn), Some(_)) = (&args.spawn, &args.blocking) {
        errors.push(spawn, "expected `spawn` or `blocking`, found both\nhelp: `blocking` already runs on a thread of its own; remove `spawn`");
    }
    let Kind::Call { is_async, ty, .. } = &task.kind else { return };
    if *is_async {
        if let Some(blocking) = &args.blocking {
            errors.push(blocking, "expected a plain `fn` with `blocking`, found an `async fn`\nhelp: remove `blocking`, or remove `async`");
        }
        if let Type::ImplTrait(_) = ty {
            if stream_item(ty).is_some() {
                errors.push(
                    function.sig.asyncness,
                    "expected a plain `fn` that returns `impl Stream`\nhelp: remove `async`",
                );
            } else {
                errors.push(ty, "expected a concrete return type, found `impl Trait`\nhelp: write the type");
            }
        }
        return;
    }
    if args.blocking.is_some() {
        if let Type::ImplTrait(_) = ty {
            errors.push(&args.blocking, "expected a value from a `blocking` function, found `impl Trait`\nhelp: remove `blocking` for a stream, or write the concrete type");
        }
    } else if let Type::ImplTrait(_) = ty {
        errors.push(ty, "expected `impl Stream<Item = E>`\nhelp: write the item's type: `impl Stream<Item = Token>`, or write an `async fn`");
    } else {
        errors.push(
            function.sig.fn_token,
            "expected an async function, a stream or blocking work, found a plain `fn`\nhelp: write `async fn`, return `impl Stream<Item = ..>`, or add `blocking`: `#[task(blocking)]`",
        );
    }
}

/// Options that only streams have.
fn options(task: &Task<'_>, errors: &mut Errors) {
    if let (Some(once), Some(_)) = (&task.args.once, &task.args.retry) {
        errors.push(
            once,
            "expected `effect = \"once\"` or `retry`, found both\nhelp: an attempt that was cut short may have had its effect: remove one of the two",
        );
    }
    if let Kind::Stream { .. } = task.kind {
        return;
    }
    if let Some(end) = &task.args.stream_end {
        errors.push(end, "expected `stream_end` on a stream only\nhelp: remove it, or return `impl Stream<Item = ..>`");
    }
    if let Some((key, _)) = &task.args.idle_timeout {
        errors.push(
            key,
            "expected `idle_timeout` on a stream only\nhelp: write `timeout`, or return `impl Stream<Item = ..>`",
        );
    }
    if let Some(when) = task.args.retry.as_ref().and_then(|retry| retry.when.as_ref())
        && matches!(task.kind, Kind::Call { fallible: false, .. })
    {
        errors.push(
            when,
            "expected a function that returns a `Result` with `when`\nhelp: return `Result<T, E>`, or remove `when`",
        );
    }
}

/// Work on a task or thread of its own must own what it uses.
fn owned(task: &Task<'_>, errors: &mut Errors) {
    let Some(option) = task.args.spawn.as_ref().or(task.args.blocking.as_ref()) else { return };
    for param in task.inputs().filter(|param| param.borrow) {
        let ty = &param.ty;
        let own = match ty {
            Type::Path(path) if path.path.is_ident("str") => "String".to_owned(),
            Type::Slice(slice) => format!("Vec<{}>", slice.elem.to_token_stream()),
            _ => ty.to_token_stream().to_string(),
        };
        let name = &param.name;
        errors.push(
            ty,
            format!("expected an owned parameter with `{option}`, found a reference\nhelp: write `{name}: {own}`"),
        );
    }
}

/// One emitter, with its event.
fn emitters(task: &Task<'_>, errors: &mut Errors) {
    let emitters = task
        .params
        .iter()
        .filter(|param| param.from_run && last_segment(&param.ty).is_some_and(|last| last == "Emitter"));
    for (index, param) in emitters.enumerate() {
        if index > 0 {
            errors.push(
                &param.ty,
                "expected one `Emitter`, found another\nhelp: send all events through one, as variants of one enum",
            );
        } else if model::emitter_event(&param.ty).is_none() {
            errors.push(&param.ty, "expected the type of the events\nhelp: write `Emitter<Token>`, or `Emitter<DynEvent>` for free-form events");
        }
    }
}

/// `returns` against the return type.
fn returns(task: &Task<'_>, errors: &mut Errors) {
    let names = &task.args.returns;
    match &task.kind {
        Kind::Stream { event, .. } => {
            returned(event, errors);
            let free_form = names.iter().any(|name| name.ty.is_some())
                || last_segment(event).is_some_and(|last| last == "DynEvent");
            for name in names.iter().filter(|name| free_form && name.ty.is_none()) {
                let name = &name.name;
                errors.push(
                    name,
                    format!("expected a type: free-form events do not tell it\nhelp: write `{name}: String`"),
                );
            }
        }
        Kind::Call { ty, fallible, .. } => {
            for name in names {
                if let Some(ty) = &name.ty {
                    errors.push(
                        ty,
                        format!(
                            "expected a name alone: the type is the function's own\nhelp: write `returns = [{}]`",
                            name.name
                        ),
                    );
                }
            }
            if !matches!(ty, Type::ImplTrait(_)) {
                returned(ty, errors);
                value(task, ty, *fallible, errors);
            }
        }
    }
}

/// A type that outlives the task.
fn returned(ty: &Type, errors: &mut Errors) {
    let owned = "what a task returns outlives it: write `String` for `&str`, `Vec<T>` for `&[T]`";
    Inside { errors, owned }.visit_type(ty);
}

/// The value of a call against the number of names.
fn value(task: &Task<'_>, ty: &Type, fallible: bool, errors: &mut Errors) {
    let count = task.args.returns.len();
    let Some(value) = model::value(ty, fallible) else {
        if count > 1 {
            errors.push(ty, "expected the value's type inside `Result`\nhelp: write `Result<(A, B), E>`");
        }
        return;
    };
    let found = elements(&value).map(|all| all.len());
    match (count, found) {
        (0, Some(0)) | (1, _) if !(count == 1 && found == Some(0)) => {}
        (0, _) => {
            let help = match found {
                Some(2..) => "`#[task(returns = [a, b])]`, one name for each".to_owned(),
                _ => format!("`#[task(returns = [{}])]`", suggestion(task)),
            };
            errors.push(&value, format!("expected names for what the task returns\nhelp: write {help}"));
        }
        (1, _) => errors.push(
            &task.args.returns[0].name,
            "expected a function that returns a value\nhelp: add a return type, or remove `returns`",
        ),
        (_, Some(found)) if found == count => {}
        (_, Some(0)) => errors.push(
            &task.args.returns[0].name,
            format!("expected a function that returns a tuple of {count}, found none\nhelp: add a return type, or remove `returns`"),
        ),
        (_, Some(found)) => errors.push(
            &value,
            format!("expected a tuple of {count}, as `returns` has {count} names, found {found}\nhelp: give each element a name in `returns`"),
        ),
        (_, None) => errors.push(
            &value,
            format!("expected a tuple of {count}, as `returns` has {count} names\nhelp: return a tuple, or give `returns` one name"),
        ),
    }
}

/// A name for the return of a function that has none.
fn suggestion(task: &Task<'_>) -> String {
    let name = plain(&task.name);
    name.split_once('_').map_or("result", |(_, rest)| rest).trim_matches('_').to_owned()
}
