//! The rules for a task's function, one function for each rule.

mod options;
mod returns;
mod signature;

use super::{
    fallible::{Fallible, REMOVE},
    function::Function,
    model::{self, Kind, Task, last_segment, stream_item},
};
use crate::util::{errors::Errors, text::type_text};
use quote::ToTokens;
use syn::{Type, visit::Visit};

/// Reports everything that is wrong. Returns `true` if the types of the parameters are right.
pub(super) fn check(function: &Function, task: &Task<'_>, errors: &mut Errors) -> bool {
    let understood = errors.is_empty();
    let mut found = Errors::new();
    for input in &function.sig.inputs {
        signature::parameter(input, &mut found);
    }
    let sound = found.is_empty() && function.sig.generics.params.is_empty();
    errors.absorb(found.finish());
    signature::qualifiers(function, errors);
    signature::generics(function, errors);
    starts(function, errors);
    kind(function, task, errors);
    if let Some(word) = function.stray_yield() {
        errors.push(
            word,
            "`yield` works only inside `stream!`\nhelp: return a stream: `-> impl Stream<Item = ..> { stream! { yield ..; } }`",
        );
    }
    combinations(task, understood, errors);
    fallible(task, errors);
    only_on_streams(task, errors);
    owned(task, errors);
    options::evaluated_outside(task, errors);
    unwritten(function, task, errors);
    emitters(task, errors);
    // An option that was not understood may be the `returns` that seems to be missing.
    if understood {
        returns::check(task, errors);
    }
    sound
}

/// The kind of function, and options of another kind.
fn kind(function: &Function, task: &Task<'_>, errors: &mut Errors) {
    let Kind::Call { is_async, ty, .. } = &task.kind else { return };
    let opaque = matches!(ty, Type::ImplTrait(_));
    let blocking = task.args.blocking.as_ref();
    match (is_async, blocking) {
        (true, _) => {
            if let Some(blocking) = blocking {
                errors.push(
                    blocking,
                    "expected a plain `fn` with `blocking`, found an `async fn`\nhelp: remove `blocking` or `async`",
                );
            }
            if opaque && stream_item(ty).is_some() {
                errors.push(
                    function.sig.asyncness,
                    "expected a plain `fn`, found an `async fn` that returns a stream\nhelp: remove `async`",
                );
            } else if opaque {
                errors.push(ty, "expected a concrete return type, found `impl Trait`\nhelp: write the type");
            }
        }
        (false, Some(_)) if opaque => errors.push(
            blocking,
            "a task with `blocking` cannot return `impl Trait`\nhelp: write the concrete type, or remove `blocking` if the function returns a stream",
        ),
        (false, Some(_)) => {}
        (false, None) if opaque => errors.push(
            ty,
            "expected `impl Stream<Item = ..>`\nhelp: write the type of the items, as in `impl Stream<Item = Token>`, or write an `async fn`",
        ),
        (false, None) if boxed_stream(ty) => errors.push(
            ty,
            "expected `impl Stream<Item = ..>`, found a boxed stream\nhelp: write `impl Stream<Item = ..>`, and return the stream without a box: the macro needs the type of the items",
        ),
        (false, None) if function.sig.ident == "main" => errors.push(
            &function.sig.ident,
            "`main` cannot be a task\nhelp: remove `#[task]`, and run a task or a pipeline in it: `all().execute().await`",
        ),
        (false, None) => errors.push(
            function.sig.fn_token,
            "expected an `async fn`, a stream or blocking work, found a plain `fn`\nhelp: write `async fn`, return `impl Stream<Item = ..>`, or add the option `#[task(blocking)]`",
        ),
    }
}

/// Returns `true` for `BoxStream<..>`, and for a type with `dyn Stream` in it.
fn boxed_stream(ty: &Type) -> bool {
    struct Finder(bool);
    impl Visit<'_> for Finder {
        fn visit_path_segment(&mut self, segment: &syn::PathSegment) {
            self.0 |= ["Stream", "BoxStream", "LocalBoxStream"].iter().any(|name| segment.ident == name);
            syn::visit::visit_path_segment(self, segment);
        }
    }
    let mut finder = Finder(false);
    finder.visit_type(ty);
    finder.0
}

/// Attributes of a function that is started by something else.
fn starts(function: &Function, errors: &mut Errors) {
    let starts = function.attrs.iter().find(|attr| {
        let mut path = attr.path().segments.iter().rev();
        let (last, runtime) = (path.next(), path.next());
        let name = last.is_some_and(|last| last.ident == "main" || last.ident == "test");
        name && (runtime.is_some() || last.is_some_and(|last| last.ident == "test"))
    });
    if let Some(attr) = starts {
        let name = &function.sig.ident;
        let path = attr.path().to_token_stream().to_string().replace(' ', "");
        errors.push(
            attr,
            format!(
                "a function with `#[{path}]` cannot be a task\nhelp: remove `#[task]` from `{name}`, and run a task or a pipeline in it: `all().execute().await`"
            ),
        );
    }
}

/// Options that exclude each other.
fn combinations(task: &Task<'_>, understood: bool, errors: &mut Errors) {
    let args = task.args;
    if let (Some(spawn), Some(_)) = (&args.spawn, &args.blocking) {
        errors.push(
            spawn,
            "`spawn` and `blocking` cannot be combined\nhelp: remove `spawn`: blocking work already runs on a thread of its own",
        );
    }
    if let (Some(once), Some(_)) = (&args.once, &args.retry) {
        errors.push(
            once,
            "`effect = \"once\"` and `retry` cannot be combined\nhelp: remove one of the two: an attempt that failed may have had its effect",
        );
    }
    if let (Some(retry), Kind::Call { fallible: Fallible::No, ty, .. }) = (&args.retry, &task.kind)
        && let (Some(attempts), None, None) = (&retry.attempts, &retry.when, &args.timeout)
        && !model::may_be_result(ty)
        && understood
    {
        errors.push(
            attempts,
            "`retry` needs a function that can fail\nhelp: return `Result<T, E>`, set a `timeout`, or remove `retry`",
        );
    }
    if let Some(when) = args.retry.as_ref().and_then(|retry| retry.when.as_ref())
        && matches!(task.kind, Kind::Call { fallible: Fallible::No, .. })
    {
        errors.push(
            when,
            "`when` needs a function that returns a `Result`\nhelp: return `Result<T, E>`, or remove `when`",
        );
    }
}

/// `fallible` needs a type that may be a `Result`; the expansion checks an alias.
fn fallible(task: &Task<'_>, errors: &mut Errors) {
    let (Kind::Call { ty, fallible, .. } | Kind::Stream { event: ty, fallible }) = &task.kind;
    let Some(option) = task.args.fallible.as_ref().filter(|_| *fallible == Fallible::Hidden) else { return };
    // Other errors are about `impl Trait`.
    if model::may_be_result(ty) || matches!(ty, Type::ImplTrait(_)) {
        return;
    }
    errors.push(option, format!("`fallible` needs a `Result`, but `{}` is not\n{REMOVE}", type_text(ty)));
}

/// Options that other functions do not have.
fn only_on_streams(task: &Task<'_>, errors: &mut Errors) {
    if let Kind::Stream { .. } = task.kind {
        return;
    }
    if let Some(end) = &task.args.stream_end {
        errors.push(end, "`stream_end` is only for streams\nhelp: remove it, or return `impl Stream<Item = ..>`");
    }
    if let Some((key, _)) = &task.args.idle_timeout {
        errors
            .push(key, "`idle_timeout` is only for streams\nhelp: write `timeout`, or return `impl Stream<Item = ..>`");
    }
}

/// A stream that is not written yet: `!` does not implement `Stream`.
fn unwritten(function: &Function, task: &Task<'_>, errors: &mut Errors) {
    if let (Kind::Stream { .. }, Some(word)) = (&task.kind, function.unwritten()) {
        let message = format!("expected a stream, found `{word}!` alone\nhelp: write `stream! {{ {word}!() }}`");
        errors.push(word, message);
    }
}

/// Work on a task or a thread of its own must own what it uses.
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
            format!("a task with `{option}` takes owned values, found a reference\nhelp: write `{name}: {own}`"),
        );
    }
}

/// At most one emitter, with the type of its events.
fn emitters(task: &Task<'_>, errors: &mut Errors) {
    let emitters = task
        .params
        .iter()
        .filter(|param| param.from_run && last_segment(&param.ty).is_some_and(|last| last == "Emitter"));
    for (index, param) in emitters.enumerate() {
        if index > 0 {
            errors.push(
                &param.ty,
                "a task takes at most one `Emitter`\nhelp: send all events through one emitter, as variants of one enum",
            );
        } else if model::emitter_event(&param.ty).is_none() {
            errors.push(
                &param.ty,
                "expected the type of the events\nhelp: write `Emitter<Token>`, or `Emitter<DynEvent>` for free-form events",
            );
        }
    }
}
