//! The messages for what users of Rust and of other tools write in the place of a step.

use crate::util::{hiding::is_primitive, text::readable};
use proc_macro2::{Delimiter, Group, Ident, TokenTree};
use quote::ToTokens as _;
use syn::{Attribute, Error, Token, ext::IdentExt as _, parse::ParseStream, token};

const CONCURRENT: &str = "to run steps at the same time, write `parallel { a, b }`";

/// The error if a word follows that no step can have here: it is written as in Rust, or lacks its parentheses or braces.
pub(super) fn instead_of_step(input: ParseStream<'_>) -> Option<Error> {
    let word = input.fork().call(Ident::parse_any).ok()?;
    let (braces, brackets) = (input.peek2(token::Brace), input.peek2(token::Bracket));
    // `retry(3) { .. }`
    let with_body = braces || (input.peek2(token::Paren) && input.peek3(token::Brace));
    let message = match word.to_string().as_str() {
        "else" => {
            "expected a step, found `else`\nhelp: write `else` directly after an `if` or a `try`: `if condition { a } else { b }`"
        }
        "for" => "expected a step, found `for`\nhelp: to run steps for each item, write `map(items as item) { .. }`",
        word @ ("while" | "loop") => {
            return Some(at(
                input,
                &format!(
                    "expected a step, found `{word}`\nhelp: to repeat steps, write `repeat(max = 5) {{ .. }} until(condition)`"
                ),
            ));
        }
        "return" => {
            "expected a step, found `return`\nhelp: remove `return`: a pipeline returns what its last step returns, or the names in `-> [..]`"
        }
        word @ ("break" | "continue") => {
            return Some(at(
                input,
                &format!(
                    "expected a step, found `{word}`\nhelp: write the condition after the steps: `repeat(max = 5) {{ .. }} until(score > 8)`; steps that only some iterations need are in an `if`"
                ),
            ));
        }
        "map" if braces => "`map` needs the name of a collection\nhelp: write `map(items as item) { .. }`",
        "repeat" if braces => {
            "`repeat` needs the highest number of iterations\nhelp: write `repeat(max = 5) { .. } until(condition)`"
        }
        "let" => {
            "expected a step, found `let`\nhelp: values have names already: a step that takes `text` reads the `text` that an earlier step returns, and `step -> [text as title]` renames it"
        }
        "select" if braces => {
            "`select` is not a form of `pipeline!`\nhelp: write `race { a, b }` for the first step that succeeds, or `parallel { a, b }` to run all steps"
        }
        word @ ("join" | "all" | "spawn") if braces => {
            return Some(at(
                input,
                &format!("`{word}` is not a form of `pipeline!`\nhelp: write `parallel {{ a, b }}`"),
            ));
        }
        "retry" if with_body => {
            "`retry` is an attribute, not a form of `pipeline!`\nhelp: write it before the steps: `#[retry(3)] { a >> b }`"
        }
        "timeout" if with_body => {
            "`timeout` is an attribute, not a form of `pipeline!`\nhelp: write it before the steps: `#[timeout(\"30s\")] { a >> b }`"
        }
        word @ ("sequence" | "chain" | "pipeline") if braces => {
            return Some(at(
                input,
                &format!("`{word}` is not a form of `pipeline!`\nhelp: write `a >> b`, or `{{ a >> b }}` as a group"),
            ));
        }
        "parallel" if brackets => "expected the branches of `parallel` in braces\nhelp: write `parallel { a, b }`",
        "parallel" if with_body => {
            "`parallel` has no options: it runs all branches at the same time\nhelp: write `parallel { a, b }`; for a limit, write `map(items as item, limit = 2) { .. }`"
        }
        "parallel" if lists_steps(input) => {
            "expected the branches of `parallel` in braces\nhelp: write `parallel { a, b }`; a task of this name is written `r#parallel(..)`"
        }
        "race" if with_body => {
            "`race` has no options: the first branch that succeeds ends it\nhelp: write `race { a, b }`; for a limit of time, write `#[timeout(\"30s\")] race { a, b }`"
        }
        "race" if lists_steps(input) => {
            "expected the branches of `race` in braces\nhelp: write `race { a, b }`; a task of this name is written `r#race(..)`"
        }
        "race" if brackets || input.peek2(Token![<]) => {
            "expected the branches of `race` in braces\nhelp: write `race { a, b }`"
        }
        _ => return None,
    };
    Some(at(input, message))
}

/// Returns `true` if the word here is followed by several names in parentheses, and binds no parameter.
fn lists_steps(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let list = ahead.call(Ident::parse_any).and_then(|_| ahead.parse::<Group>());
    list.is_ok_and(|list| {
        let signs = |wanted| {
            list.stream().into_iter().any(|tree| matches!(&tree, TokenTree::Punct(sign) if sign.as_char() == wanted))
        };
        list.delimiter() == Delimiter::Parenthesis && signs(',') && !signs('=')
    })
}

/// Returns `true` for a policy of a task.
pub(super) fn is_policy(attr: &Attribute) -> bool {
    ["timeout", "retry"].into_iter().any(|word| attr.path().is_ident(word))
}

/// The error for an attribute of something inside of a pipeline, `what`, that cannot have it.
pub(super) fn not_a_policy(attr: &Attribute, what: &str) -> Error {
    let path = attr.path();
    let help = if path.is_ident("doc") {
        "write a comment: `// ..`"
    } else {
        "write `if cfg!(..) { step }`, or write the attribute above the `fn` of a pipeline"
    };
    Error::new_spanned(attr, format!("{what} cannot have this attribute\nhelp: {help}"))
}

/// The error for a policy above the `fn` of a pipeline.
pub(super) fn policy_of_item(attr: &Attribute) -> Error {
    let word = attr.path().to_token_stream();
    let written = readable(&attr.to_token_stream());
    let message = format!(
        "a pipeline cannot have `{word}`: only its steps can\nhelp: write it around the steps, `{{ {written} {{ a >> b }} }}`, or before the pipeline in another: `{written} step`"
    );
    Error::new_spanned(attr, message)
}

/// The error for attributes between the name of a step and the step.
pub(super) fn attribute_after_name(input: ParseStream<'_>, name: &Ident) -> Error {
    let Some(attr) = input.fork().call(Attribute::parse_outer).ok().and_then(|attrs| attrs.into_iter().next()) else {
        return no_step(input);
    };
    if !is_policy(&attr) {
        return not_a_policy(&attr, "a step");
    }
    let written = readable(&attr.to_token_stream());
    let message = format!("an attribute stands before the name of its step\nhelp: write `{written} {name}: ..`");
    Error::new_spanned(attr, message)
}

/// The error for the attributes of an arm.
pub(super) fn attribute_of_arm(input: ParseStream<'_>) -> Option<Error> {
    let attr = input.fork().call(Attribute::parse_outer).ok()?.into_iter().next()?;
    if is_policy(&attr) {
        let message = "an arm cannot have a policy\nhelp: write it before the steps of the arm: `pattern => #[timeout(\"30s\")] { .. }`";
        return Some(Error::new_spanned(attr, message));
    }
    Some(not_a_policy(&attr, "an arm"))
}

/// The error if no step begins here.
pub(super) fn no_step(input: ParseStream<'_>) -> Error {
    if input.peek(token::Paren) {
        let empty = input.fork().parse::<Group>().is_ok_and(|group| group.stream().is_empty());
        let help = if empty { "for no steps, write `{}`" } else { CONCURRENT };
        return input.error(format!("expected a step, found parentheses\nhelp: {help}"));
    }
    if input.peek(token::Bracket) {
        return input.error(format!("expected a step, found brackets\nhelp: {CONCURRENT}"));
    }
    if input.peek(syn::Lit) {
        let help = if input.peek2(Token![:]) {
            "a label is a name without quotes: `label: step`"
        } else {
            "values are passed by name, not with `>>`: bind a parameter, `step(name = value)`"
        };
        return input.error(format!("expected a step, found a value\nhelp: {help}"));
    }
    input.error(
        "expected a step\nhelp: write the name of a task or a pipeline, `parallel { .. }`, `map(items as item) { .. }`, \
         `match`, `if`, `repeat(max = 5) { .. } until(..)`, `try { .. } else |error| { .. }` or `{ .. }`",
    )
}

/// Returns `true` if the name before is the name of something else, by what follows it.
pub(super) fn is_no_step(input: ParseStream<'_>) -> bool {
    let method = input.peek(Token![.]) && !input.peek2(Token![await]);
    method || input.peek(Token![!]) || input.peek(Token![=]) || input.peek(token::Brace) || is_ternary(input)
}

/// `on ? a : b`
fn is_ternary(input: ParseStream<'_>) -> bool {
    input.peek(Token![?]) && input.peek2(syn::Ident)
}

/// The remedy for what is written as a method of a step.
fn instead_of_method(name: &str) -> &'static str {
    match name {
        "map" | "iter" | "into_iter" | "for_each" => "to run steps for each item, write `map(items as item) { .. }`",
        "unwrap" | "expect" => "remove it: if a step fails, so does the pipeline",
        "or" | "or_else" | "unwrap_or" | "unwrap_or_else" | "unwrap_or_default" => {
            "to run other steps if one fails, write `try { a } else |error| { b }`"
        }
        "timeout" => "to limit its time, write `#[timeout(\"30s\")] step`",
        "retry" => "to try it again if it fails, write `#[retry(3)] step`",
        "then" | "and_then" => "to run another step next, write `a >> b`",
        _ => {
            "write its options where the task is defined: `#[task(retry(3), timeout = \"30s\")]`; to change a value, bind it: `step(name = name.len())`"
        }
    }
}

/// The error for a word after a step that other languages have there.
fn word_after_step(input: ParseStream<'_>, end: &str) -> Option<Error> {
    let word = input.fork().call(Ident::parse_any).ok()?;
    let help = match word.to_string().as_str() {
        "as" => "to rename a value that a step returns, write `step -> [name as another_name]`",
        "elif" | "elsif" | "elseif" => "write `else if condition { .. }`",
        "finally" => "a step after a `try` runs whether the `try` failed or not: write `try { a } else { b } >> c`",
        "or" => "to run other steps if one fails, write `try { a } else { b }`",
        _ => return None,
    };
    Some(input.error(format!("expected `>>` or {end}, found `{word}`\nhelp: {help}")))
}

/// The error for what follows a step, and is neither `>>` nor the `end`.
pub(super) fn after_step(input: ParseStream<'_>, end: &str) -> Error {
    let method = input.peek2(syn::Ident) && (input.peek3(token::Paren) || input.peek3(Token![::]));
    if let Some(error) = word_after_step(input, end) {
        error
    } else if is_ternary(input) {
        input.error(format!("expected `>>` or {end}, found `?`\nhelp: write `if condition {{ a }} else {{ b }}`"))
    } else if input.peek(Token![?]) {
        input.error(
            "a step has no `?`: if a step fails, so does the pipeline\nhelp: remove the `?`; to handle the error, write `try { .. } else |error| { .. }`",
        )
    } else if input.peek(Token![.]) && input.peek2(Token![await]) {
        input.error("a step has no `.await`: the pipeline awaits its steps\nhelp: remove `.await`")
    } else if input.peek(Token![.]) && method {
        let ahead = input.fork();
        let name = ahead.parse::<Token![.]>().and_then(|_| ahead.parse::<Ident>());
        let help = instead_of_method(&name.map(|name| name.to_string()).unwrap_or_default());
        input.error(format!("a step has no methods\nhelp: {help}"))
    } else if input.peek(Token![!]) {
        input.error(format!(
            "a macro is not a step\nhelp: {CONCURRENT}; for other code, write a task and use it as the step; for a step that is not written yet, `{{}}`"
        ))
    } else if input.peek(Token![=]) && !input.peek(Token![=>]) && !input.peek(Token![==]) {
        input.error(
            "the values of a step have names already\nhelp: remove the name and the `=`; to rename a value, write `step -> [text as title]`; a label ends in a colon: `label: step`",
        )
    } else if input.peek(token::Brace) {
        input.error("a step has no block\nhelp: to bind its parameters, write `step(name = value)`")
    } else if end == "`,`" && input.peek(Token![=>]) {
        input.error("expected `:` after the label of a branch\nhelp: write `label: step`")
    } else if input.peek(Token![||]) {
        input.error(format!(
            "expected `>>` or {end}\nhelp: to run other steps if one fails, write `try {{ a }} else {{ b }}`"
        ))
    } else if end == "`,`" {
        input.error("expected `,` or `>>`\nhelp: write `,` between two branches, `>>` between two steps")
    } else if input.peek(Token![&]) || input.peek(Token![|]) || input.peek(Token![+]) {
        input.error(format!("expected `>>` or {end}\nhelp: write `>>` between two steps, as in `a >> b`; {CONCURRENT}"))
    } else {
        input.error(format!("expected `>>` or {end}\nhelp: write `>>` between two steps, as in `a >> b`"))
    }
}

/// The error for a `->` that no list follows.
pub(super) fn no_list(input: ParseStream<'_>) -> Error {
    // Other names are types, as after the `->` of a function.
    if let Ok(TokenTree::Ident(step)) = input.fork().parse()
        && step.to_string().starts_with(char::is_lowercase)
        && !is_primitive(&step)
    {
        return input.error(format!(
            "expected a list of names after `->`\nhelp: to run `{step}` next, write `>> {step}`; to list outputs, `-> [name]`"
        ));
    }
    input.error("expected a list of names\nhelp: write `-> [name]`, or `-> [name as another_name]`")
}

/// The error for an argument that is not `name = value` or `name`.
pub(super) fn no_binding(input: ParseStream<'_>, parameter: &Ident) -> Error {
    if input.peek(Token![=>]) || (input.peek(Token![:]) && !input.peek(Token![::])) {
        return input.error(format!("expected `=` after the name of a parameter\nhelp: write `{parameter} = value`"));
    }
    if input.peek(token::Paren) {
        return input.error(format!(
            "a step cannot be called in an argument\nhelp: write it before this step: `{parameter} >> ..`; the values that it returns are passed by name"
        ));
    }
    input.error("expected `=` or `,`\nhelp: bind parameters by name: `parameter = value`")
}

fn at(input: ParseStream<'_>, message: &str) -> Error {
    Error::new(input.span(), message)
}
