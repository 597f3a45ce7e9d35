//! The rules for `returns` and the return type.

use super::signature::returned;
use crate::{
    task::{
        fallible::Fallible,
        model::{self, Kind, Task, elements, last_segment},
    },
    util::{errors::Errors, text::plain},
};
use syn::Type;

/// `returns` against the return type.
pub(super) fn check(task: &Task<'_>, errors: &mut Errors) {
    match &task.kind {
        Kind::Stream { event, .. } => {
            returned(event, errors);
            of_a_stream(task, event, errors);
        }
        Kind::Call { ty, fallible, .. } => {
            without_types(task, errors);
            if !matches!(ty, Type::ImplTrait(_)) {
                returned(ty, errors);
                value(task, ty, *fallible, errors);
            }
        }
    }
}

/// The fields of free-form events need their types.
fn of_a_stream(task: &Task<'_>, event: &Type, errors: &mut Errors) {
    let names = &task.args.returns;
    let free_form =
        names.iter().any(|name| name.ty.is_some()) || last_segment(event).is_some_and(|last| last == "DynEvent");
    for name in names.iter().filter(|name| free_form && name.ty.is_none()) {
        let name = &name.name;
        let message = format!(
            "the type of `{name}` is missing: free-form events do not declare it\nhelp: write `{name}: String`"
        );
        errors.push(name, message);
    }
}

/// Other functions declare their types themselves.
fn without_types(task: &Task<'_>, errors: &mut Errors) {
    for name in &task.args.returns {
        if let Some(ty) = &name.ty {
            let name = &name.name;
            let message = format!(
                "expected a name without a type: the function's return type is the type\nhelp: write `returns = [{name}]`"
            );
            errors.push(ty, message);
        }
    }
}

/// The value of a call against the number of names.
fn value(task: &Task<'_>, ty: &Type, fallible: Fallible, errors: &mut Errors) {
    let names = &task.args.returns;
    let count = names.len();
    let Some(value) = model::value(ty, fallible) else {
        if count > 1 && fallible == Fallible::Written {
            errors.push(ty, "expected the types of the values inside `Result`\nhelp: write `Result<(A, B), E>`");
        }
        return;
    };
    let found = elements(&value).map(|all| all.len());
    match (names.first(), found) {
        (None, Some(0)) => {}
        (None, _) => {
            let (message, help) = match found {
                Some(2..) => ("expected names for the returned values", "[a, b])]`, one name for each".to_owned()),
                _ => ("expected a name for the returned value", format!("[{}])]`", suggestion(task))),
            };
            errors.push(&value, format!("{message}\nhelp: write `#[task(returns = {help}"));
        }
        (Some(first), Some(0)) => errors.push(
            &first.name,
            "`returns` needs a function that returns a value\nhelp: add a return type, or remove `returns`",
        ),
        (Some(_), _) if count == 1 => {}
        (Some(_), Some(found)) if found == count => {
            if let (Type::Tuple(tuple), Fallible::No) = (&value, fallible)
                && let Some(result) =
                    tuple.elems.iter().find(|ty| last_segment(ty).is_some_and(|last| last == "Result"))
            {
                errors.push(
                    result,
                    "a `Result` in a tuple does not fail the task\nhelp: return `Result<(A, B), E>`; if an `Err` is a value here, give the type another name: `type Answer = Result<A, E>`",
                );
            }
        }
        (Some(_), Some(found)) => errors.push(
            &value,
            format!("expected a tuple of {count}, as `returns` has {count} names, found a tuple of {found}\nhelp: list one name for each element"),
        ),
        (Some(_), None) => errors.push(
            &value,
            format!("expected a tuple of {count}, as `returns` has {count} names\nhelp: return a tuple, or list one name"),
        ),
    }
}

/// A name for the return value, from the name of the function.
fn suggestion(task: &Task<'_>) -> String {
    let name = plain(&task.name);
    name.split_once('_').map_or("result", |(_, rest)| rest).trim_matches('_').to_owned()
}
